"""contrib/bars against a real daemon: a line when something changes, and none otherwise."""

from __future__ import annotations

import json
import subprocess
import unittest
from pathlib import Path

from house import TREE, House

BAR = str(TREE / "contrib/bars/bar")
CLOSED = 'hours = "2020 Jan 01 09:00-10:00"\ntimezone = "Europe/Berlin"\n'


class Bars(unittest.TestCase):
    def setUp(self) -> None:
        self.house = House()
        self.addCleanup(self.house.close)

    def bar(self, *options: str, **environ: str) -> subprocess.Popen[str]:
        bar = subprocess.Popen([BAR, *options], env=self.house.environ | environ, stdout=subprocess.PIPE, text=True)
        self.addCleanup(self.end, bar)
        return bar

    def end(self, bar: subprocess.Popen[str]) -> None:
        bar.kill()
        bar.communicate()

    def line(self, bar: subprocess.Popen[str]) -> str:
        assert bar.stdout is not None
        return bar.stdout.readline().rstrip("\n")

    def test_the_queue_and_the_office_change_the_line(self) -> None:
        bar = self.bar()
        self.assertEqual(self.line(bar), "open")
        id = self.house.owe("one")
        self.assertEqual(self.line(bar), "open, 1 due, 1 pending")
        self.house.office.ask("drop", id=id)
        self.assertEqual(self.line(bar), "open")
        # It opens again by itself, and nobody has asked.
        until = self.house.office.ask("override", state="closed", until="+2s")["until"][11:16]
        self.assertEqual(self.line(bar), f"closed until {until}")
        self.assertEqual(self.line(bar), "open")

    def test_a_format_of_ones_own(self) -> None:
        self.house.owe("one")
        for form, line in [
            ("{state}: {due}/{pending}, {overdue} overdue, {unsent} unsent", "open: 1/1, 0 overdue, 0 unsent"),
            ("{office} [{queue}]", "open [1 due, 1 pending]"),
            ("{{{state}{until: until }}}", "{open}"),
        ]:
            self.assertEqual(self.line(self.bar("--once", "--format", form)), line)

    def test_a_wrong_name_is_told_with_the_right_ones(self) -> None:
        said = subprocess.run([BAR, "--format", "{stat}"], env=self.house.environ, capture_output=True, text=True)
        self.assertEqual(said.returncode, 2)
        self.assertIn("office, state, until", said.stderr)

    def test_waybar(self) -> None:
        bar = self.bar("--waybar")
        self.assertEqual(json.loads(self.line(bar)), {"text": "open", "tooltip": "open", "alt": "open", "class": ["open"]})
        self.house.owe("one")
        self.assertEqual(json.loads(self.line(bar))["class"], ["open", "due"])
        self.house.office.ask("override", state="closed", until="+2 days", reason="<flu> & co")
        closed = json.loads(self.line(bar))
        self.assertEqual(closed["alt"], "closed")
        self.assertIn("\n&lt;flu&gt; &amp; co\n", closed["tooltip"])

    def test_in_russian(self) -> None:
        self.assertEqual(self.line(self.bar("--once", LANG="ru_RU.UTF-8")), "открыто")

    def test_a_daemon_that_has_gone_and_comes_back(self) -> None:
        bar = self.bar()
        self.assertEqual(self.line(bar), "open")
        self.house.kill()
        self.assertEqual(self.line(bar), "hoursd does not run")
        self.house.start()
        self.assertEqual(self.line(bar), "open")

    def test_hours_that_are_closed_for_ever(self) -> None:
        self.house.configure(CLOSED)
        self.house.office.ask("reload")
        self.assertEqual(self.line(self.bar("--once")), "closed")

    def test_it_costs_nothing_while_nothing_happens(self) -> None:
        """What it sleeps and wakes is counted by the kernel."""
        bar = self.bar()
        self.line(bar)
        # The watch has begun when an event is told.
        id = self.house.owe("one")
        self.line(bar)
        self.house.office.ask("note", id=id, text="x")
        self.house.office.ask("drop", id=id)
        self.line(bar)
        before = self.wakeups(bar.pid)
        with self.assertRaises(subprocess.TimeoutExpired):
            bar.wait(2)
        self.assertLessEqual(self.wakeups(bar.pid) - before, 3)

    def wakeups(self, pid: int) -> int:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("voluntary_ctxt")))


if __name__ == "__main__":
    unittest.main()
