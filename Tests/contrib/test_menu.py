"""contrib/menu: what is asked, and what comes of it; with a menu that a script plays, with dmenu, and in a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import unittest
from typing import Any

from house import PATIENCE, TREE, House, wait_for
from screen import Screen, until

MENU = str(TREE / "contrib/menu/menu")

# Plays the owner: for each question it writes down the prompt and the lines, and answers with the next line of `answers`: a
# piece of the line to choose, `=TEXT` to type, `-` to leave.
OWNER = """#!/bin/sh
cd "$(dirname "$0")"
{ echo "? $1"; tee lines; } >>asked
read -r answer <answers
sed -i 1d answers
case $answer in
  -) exit 1 ;;
  =*) echo "${answer#=}" ;;
  *) grep -m 1 -F -e "$answer" lines ;;
esac
"""

CONFIGURATION = """
timezone = "Europe/Berlin"
hours    = "24/7"
[mail]
from    = "Ann <ann@example.org>"
[[client]]
name   = "Acme"
phones = ["+49 30 1234567"]
email  = "it@acme.example"
[[personal]]
name   = "Boris"
phones = ["+49 171 5550100"]
"""


class Menus(unittest.TestCase):
    def setUp(self) -> None:
        self.house = House(CONFIGURATION)
        self.addCleanup(self.house.close)

    def run_menu(self, answers: list[str], *options: str) -> subprocess.CompletedProcess[str]:
        """Runs it with an owner who answers so; all answers must have been asked for."""
        owner = self.house.folder / "owner"
        owner.write_text(OWNER)
        owner.chmod(0o755)
        (self.house.folder / "answers").write_text("".join(f"{answer}\n" for answer in answers))
        (self.house.folder / "asked").write_text("")
        environ = self.house.environ | {"HOURSD_MENU": f"{owner} {{prompt}}"}
        done = subprocess.run([MENU, *options], env=environ, capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual((self.house.folder / "answers").read_text(), "", "not asked")
        return done

    def asked(self) -> list[str]:
        return (self.house.folder / "asked").read_text().splitlines()

    def issue(self, id: int) -> dict[str, Any]:
        return self.house.office.ask("issue", id=id)

    def test_what_each_act_does(self) -> None:
        ring = {"from_": "+49 171 5550100", "missed": True}
        for answers, keys in [
            (["one", "Done…", "=fixed it", "Leave the mail"], {"state": "solved", "solution": "fixed it"}),
            (["one", "Drop", "=no longer wanted"], {"state": "dropped", "why": "no longer wanted"}),
            (["one", "Drop", "="], {"state": "dropped"}),
            (["one", "Note", "=asked again"], {"state": "pending"}),
        ]:
            id = self.house.owe("one", client="acme")
            done = self.run_menu(answers)
            self.assertEqual(done.returncode, 0, done.stderr)
            issue = self.issue(id)
            self.assertEqual({key: issue[key] for key in keys}, keys)
            if issue["state"] == "pending":
                self.assertEqual(issue["history"][-1]["text"], "asked again")
                self.house.office.ask("drop", id=id)
        id = self.house.office.ask("call", **ring)["issue"]
        self.assertEqual(self.run_menu(["Boris", "Number", "+49"]).stdout, "+491715550100\n")
        self.house.office.ask("call", from_="sip:bob\x1b[2J@example.org", missed=True)
        self.assertEqual(self.run_menu(["sip:bob", "Number", "sip"]).stdout, "sip:bob [2J@example.org\n")
        self.run_menu(["Boris", "Done"])
        self.assertEqual(self.issue(id)["state"], "settled")

    def test_later(self) -> None:
        id = self.house.owe("one", client="acme")
        for answers in (["Tomorrow"], ["Snooze", "+2h"], ["Snooze", "=+3 days"]):
            before = self.issue(id)["due"]
            self.assertIn("Moved to", self.run_menu(["one", *answers]).stdout)
            self.assertNotEqual(self.issue(id)["due"], before)

    def test_a_critical_one_asks_whether_it_was_and_sends_the_mail(self) -> None:
        call = self.house.office.ask("call", from_="+49 30 1234567", about="the site is down", severity="critical", missed=True)
        id = self.house.office.ask("add", about="site", client="acme")["issue"]
        self.house.office.ask("triage", call=call["call"], issue=id)
        self.run_menu(["=restored", "after all", "Send"], "--issue", str(id), "--act", "done")
        issue = self.issue(id)
        self.assertEqual((issue["solution"], issue["was_critical"]), ("restored", False))
        self.assertEqual(self.house.office.ask("messages")["messages"][0]["state"], "queued")

    def test_who_leaves_changes_nothing(self) -> None:
        id = self.house.owe("one", client="acme")
        newest = self.house.newest()
        for answers in (["-"], ["one", "-"], ["one", "Done…", "-"], ["one", "Done…", "="], ["one", "Snooze", "-"], ["one", "Drop", "-"], ["=nonsense"]):
            self.assertEqual(self.run_menu(answers).returncode, 1, answers)
        self.assertEqual((self.issue(id)["state"], self.house.newest()), ("pending", newest))

    def test_a_refusal_is_shown_where_it_was_asked(self) -> None:
        self.house.owe("one", client="acme")
        done = self.run_menu(["one", "Snooze", "=whenever", "-"])
        self.assertEqual(done.returncode, 65)
        self.assertIn("whenever", self.asked()[-1])

    def test_an_empty_queue_says_so(self) -> None:
        self.assertEqual(self.run_menu(["-"]).returncode, 1)
        self.assertEqual(self.asked(), ["? Nothing is owed", "Nothing is owed"])

    def test_in_a_terminal_without_any_menu(self) -> None:
        id = self.house.owe("one", client="acme")
        ours, theirs = pty.openpty()
        environ = {name: value for name, value in self.house.environ.items() if name != "DISPLAY"}
        menu = subprocess.Popen([MENU], env=environ, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        os.write(ours, b"1\n2\n")
        menu.wait(PATIENCE)
        said = os.read(ours, 65536).decode()
        os.close(ours)
        self.assertEqual(menu.returncode, 0, said)
        self.assertIn("  2  Tomorrow", said)
        self.assertNotEqual(self.issue(id)["reminders"], 1)

    def test_dmenu_under_x(self) -> None:
        screen = Screen(self.house)
        self.addCleanup(screen.close)
        id = self.house.owe("one", client="acme")
        watch = self.house.watch(only="issue.noted")
        screen.run(MENU)
        for typed in ("one", "Note", "rang twice"):
            until(lambda: screen.said("xdotool", "search", "--onlyvisible", "--class", "dmenu"), screen.log)
            screen.until_still()
            screen.picture(f"dmenu-{typed.split()[0]}")
            screen.said("xdotool", "type", typed)
            screen.said("xdotool", "key", "Return")
        noted = wait_for(watch, "issue.noted")
        self.assertEqual((noted["issue"], noted["text"]), (id, "rang twice"))


if __name__ == "__main__":
    unittest.main()
