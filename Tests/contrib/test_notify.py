"""contrib/notify with real notification servers under Xvfb: what is seen, what is clicked, and what comes of it."""

from __future__ import annotations

import contextlib
import json
import random
import subprocess
import sys
import unittest
from pathlib import Path
from typing import Any

from house import TREE, House, wait_for
from screen import Screen, until

# Its menu of actions is a program: it gets the actions, a line each, and prints the chosen one.
DUNST = """
[global]
    dmenu = {menu}
    timeout = 0
    markup = full
    format = "<b>%s</b>\\n%b"
"""


class Notifications(unittest.TestCase):
    def setUp(self) -> None:
        self.house = House()
        self.addCleanup(self.house.close)
        self.screen = Screen(self.house)
        self.addCleanup(self.screen.close)

    def notifier(self) -> subprocess.Popen[bytes]:
        """The program, when it listens."""
        program = self.screen.run(str(TREE / "contrib/notify/notify"))
        until(lambda: self.house.is_watched("notify"), self.screen.log)
        return program

    def office(self, verb: str, **keys: Any) -> dict[str, Any]:
        return self.house.office.ask(verb, **keys)

    def until_acked(self) -> None:
        newest = self.house.newest()
        until(lambda: self.house.acked("notify") >= newest, self.screen.log)


class Dunst(Notifications):
    def dunst(self) -> subprocess.Popen[bytes]:
        """dunst, when it answers; what it is asked to choose from goes to a file, and the choice is made by a word."""
        menu = self.screen.folder / "menu"
        menu.write_text(f'#!/bin/sh\ntee {self.screen.folder}/choices | grep -m 1 -F -e "$(cat {self.screen.folder}/word)"\n')
        menu.chmod(0o755)
        configuration = self.screen.folder / "dunstrc"
        configuration.write_text(DUNST.format(menu=menu))
        program = self.screen.run("dunst", "-conf", str(configuration))
        until(lambda: self.screen.said("dunstctl", "count", "displayed").strip(), self.screen.log)
        return program

    def choose(self, word: str) -> None:
        (self.screen.folder / "word").write_text(word)
        self.screen.said("dunstctl", "context")

    def count(self) -> int:
        """How many are shown."""
        return int(self.screen.said("dunstctl", "count", "displayed"))

    def texts(self) -> list[tuple[str, str]]:
        """What was shown, newest first: it is closed for that."""
        self.screen.said("dunstctl", "close-all")
        history = json.loads(self.screen.said("dunstctl", "history"))["data"][0]
        return [(entry["summary"]["data"], entry["body"]["data"]) for entry in history]

    def test_a_reminder_appears_and_tomorrow_snoozes_it(self) -> None:
        self.dunst()
        self.notifier()
        id = self.house.owe("the <b>shop</b> & site are slow", client="acme")
        until(lambda: self.count() == 1, self.screen.log)
        self.screen.until_still()
        self.screen.picture("dunst-reminder")
        watch = self.house.watch(only="issue.snoozed")
        self.choose("Tomorrow")
        snoozed = wait_for(watch, "issue.snoozed")
        self.assertEqual(snoozed["issue"], id)
        self.assertEqual((self.screen.folder / "choices").read_text().count("\n"), 3)
        # What is no longer due is no longer shown.
        until(lambda: self.count() == 0, self.screen.log)

    def test_a_reminder_of_many_issues_is_one_notification(self) -> None:
        self.dunst()
        self.notifier()
        soon = "+1s"
        ids = [self.house.owe(f"issue {number}", client="acme", due=soon) for number in range(3)]
        until(lambda: self.count() >= 1, self.screen.log)
        self.until_acked()
        self.assertEqual(self.count(), 1)
        watch = self.house.watch(only="issue.snoozed")
        self.choose("All tomorrow")
        self.assertEqual([wait_for(watch, "issue.snoozed")["issue"] for _ in ids], ids)

    def test_what_is_done_elsewhere_goes(self) -> None:
        self.dunst()
        self.notifier()
        id = self.house.owe("ring Boris", kind="ring-back")
        until(lambda: self.count() == 1, self.screen.log)
        self.office("resolve", id=id)
        until(lambda: self.count() == 0, self.screen.log)

    def test_a_ring_shows_verdict_and_words_until_it_ends(self) -> None:
        self.dunst()
        self.notifier()
        call = self.office("call", from_="+49 171 5550100")
        until(lambda: self.count() == 1, self.screen.log)
        self.office("end", call=call["call"], outcome="rejected")
        until(lambda: self.count() == 0, self.screen.log)
        (summary, body), = self.texts()
        self.assertEqual(summary, "Decline: Boris")
        self.assertIn(call["say"], body.replace("&#39;", "'").replace("&apos;", "'"))

    def test_a_missed_call_and_its_reminder_are_one_and_called_back_settles_it(self) -> None:
        self.dunst()
        self.notifier()
        call = self.office("call", from_="030 1234567", missed=True)
        self.until_acked()
        until(lambda: self.office("issue", id=call["issue"])["reminders"] == 1)
        self.until_acked()
        self.assertEqual(self.count(), 1)
        watch = self.house.watch(only="issue.settled")
        self.choose("Called back")
        self.assertEqual(wait_for(watch, "issue.settled")["issue"], call["issue"])

    def test_done_asks_what_was_done_for_a_client(self) -> None:
        owner = self.house.folder / "owner"
        owner.write_text("#!/bin/sh\necho restored the backup\n")
        owner.chmod(0o755)
        self.screen.environ["HOURSD_MENU"] = str(owner)
        self.dunst()
        self.notifier()
        id = self.house.owe("the shop is slow", client="acme")
        until(lambda: self.count() == 1, self.screen.log)
        watch = self.house.watch(only="issue.settled")
        self.choose("Done…")
        self.assertEqual(wait_for(watch, "issue.settled")["issues"][0]["solution"], "restored the backup")
        self.assertEqual(self.office("issue", id=id)["state"], "settled")

    def test_in_russian_where_the_desktop_is(self) -> None:
        self.screen.environ["LANG"] = "ru_RU.UTF-8"
        self.dunst()
        self.notifier()
        self.office("call", from_="+49 171 5550100")
        until(lambda: self.count() == 1, self.screen.log)
        self.assertEqual(self.texts()[0][0], "Откажите: Boris")

    def test_it_waits_for_a_server_and_shows_once_what_came_meanwhile(self) -> None:
        self.notifier()
        self.house.owe("early", client="acme")
        until(lambda: "waiting for a notification server" in self.screen.log(), self.screen.log)
        self.assertLess(self.house.acked("notify"), self.house.newest())
        self.dunst()
        until(lambda: self.count() == 1, self.screen.log)
        self.until_acked()

    def test_a_server_that_comes_back_shows_what_is_owed_still(self) -> None:
        server = self.dunst()
        self.notifier()
        self.house.owe("one", client="acme")
        until(lambda: self.count() == 1, self.screen.log)
        self.screen.end(server)
        self.dunst()
        until(lambda: self.count() == 1, self.screen.log)

    def test_a_killed_notifier_misses_nothing_and_repeats_nothing_that_was_acked(self) -> None:
        self.dunst()
        notifier = self.notifier()
        self.house.owe("one", client="acme")
        until(lambda: self.count() == 1, self.screen.log)
        self.until_acked()
        self.screen.end(notifier)
        self.house.owe("two", client="acme")
        self.notifier()
        until(lambda: self.count() == 2, self.screen.log)
        self.until_acked()
        self.assertEqual([body for _, body in self.texts()], ["two", "one"])

    def test_a_button_of_a_notifier_of_before_works(self) -> None:
        self.dunst()
        notifier = self.notifier()
        id = self.house.owe("one", client="acme")
        until(lambda: self.count() == 1, self.screen.log)
        self.until_acked()
        self.screen.end(notifier)
        self.notifier()
        watch = self.house.watch(only="issue.snoozed")
        # It has taken over what was shown when it has shown something of its own.
        self.office("call", missed=True)
        self.until_acked()
        self.assertEqual(self.count(), 2)
        self.choose("Tomorrow")
        self.assertEqual(wait_for(watch, "issue.snoozed")["issue"], id)
        until(lambda: self.count() == 1, self.screen.log)


class Played(Notifications):
    """A server that shows nothing and tells what it was asked."""

    def server(self, *capabilities: str) -> subprocess.Popen[bytes]:
        return self.screen.run(sys.executable, str(Path(__file__).with_name("fake_server.py")), "x", *capabilities, stdout=subprocess.PIPE)

    def asked(self, server: subprocess.Popen[bytes]) -> list[Any]:
        assert server.stdout is not None
        return list(json.loads(server.stdout.readline()))

    def test_a_server_gets_what_it_can_show(self) -> None:
        summary, body = "To do: Acme & Söhne <GmbH>", "a <b> & c"
        for capabilities, wanted in [
            (("body", "body-markup", "actions"), (summary, "a &lt;b&gt; &amp; c", 8)),
            (("body", "actions"), (summary, body, 8)),
            (("body",), (summary, body, 0)),
            ((), (f"{summary}\n{body}", body, 0)),
        ]:
            with self.subTest(capabilities):
                server = self.server(*capabilities)
                notifier = self.notifier()
                id = self.house.owe(body, client="acme")
                _, program, replaces, _, said, more, actions, hints, expires = self.asked(server)
                self.assertEqual((program, replaces, expires, hints), ("hoursd", 0, 0, {"urgency": 1}))
                self.assertEqual((said, more, len(actions)), wanted)
                self.office("drop", id=id)
                self.assertEqual(self.asked(server)[0], "CloseNotification")
                self.until_acked()
                self.screen.end(notifier)
                self.screen.end(server)

    def test_killed_again_and_again_it_misses_nothing_and_repeats_one_a_kill_at_most(self) -> None:
        told = self.screen.folder / "told"
        with told.open("wb") as file:
            self.screen.run(sys.executable, str(Path(__file__).with_name("fake_server.py")), "x", "body", stdout=file.fileno())
        seed = random.Random(7)
        kills, notifier = 0, self.notifier()
        for number in range(40):
            self.house.owe(f"issue {number}", client="acme")
            if seed.random() < 0.3:
                # Anywhere between hearing of it and having acked it.
                with contextlib.suppress(subprocess.TimeoutExpired):
                    notifier.wait(seed.random() * 0.05)
                self.screen.end(notifier)
                kills, notifier = kills + 1, self.notifier()
        self.until_acked()
        self.screen.end(notifier)
        calls = [json.loads(line) for line in told.read_text().splitlines()]
        # What one took over from the one before replaces what is shown, and is no repetition.
        fresh = [call[5] for call in calls if call[0] == "Notify" and call[2] == 0]
        self.assertEqual(set(fresh), {f"issue {number}" for number in range(40)})
        self.assertLessEqual(len(fresh) - 40, kills)
        self.assertGreater(kills, 5)


class Buttons(Notifications):
    """notification-daemon, which draws buttons, and a click on one."""

    def test_a_click_on_tomorrow_snoozes(self) -> None:
        self.screen.run("/usr/lib/notification-daemon/notification-daemon")
        self.notifier()
        call = self.office("call", from_="030 1234567", about="the shop is slow", missed=True)
        until(lambda: self.window(), self.screen.log)
        self.until_acked()
        until(lambda: self.office("issue", id=call["issue"])["reminders"] == 1)
        self.until_acked()
        watch = self.house.watch(only="issue.snoozed")
        self.screen.until_still()
        left, top, width, height = self.window()
        self.screen.picture("buttons-reminder")
        # The buttons stand in the middle of the column behind the picture, and this one in the middle of the three.
        self.screen.said("xdotool", "mousemove", str(left + 77 + (width - 77) // 2), str(top + height - 38), "click", "1")
        self.assertEqual(wait_for(watch, "issue.snoozed")["issue"], call["issue"])
        until(lambda: not self.window(), self.screen.log)

    def window(self) -> tuple[int, ...]:
        """Left, top, width and height of the notification; nothing without one."""
        found = self.screen.said("xdotool", "search", "--onlyvisible", "--class", "notification-daemon").split()
        if not found:
            return ()
        said = self.screen.said("xdotool", "getwindowgeometry", "--shell", found[0])
        values = dict(line.split("=") for line in said.split())
        return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")) if "X" in values else ()


if __name__ == "__main__":
    unittest.main()
