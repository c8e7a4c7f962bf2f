"""contrib/focus: closing pauses, opening resumes, and what was switched by hand is left alone."""

from __future__ import annotations

import json
import subprocess
import sys
import unittest
from datetime import datetime, timedelta, timezone
from pathlib import Path

from house import PATIENCE, TREE, House
from screen import Screen, until

# A server's own program, with one switch in a file; it speaks as dunstctl, makoctl, swaync-client and gsettings do.
PROGRAM = """#!/bin/sh
switch={folder}/switch
case "${{0##*/}} $*" in
  'makoctl mode') echo default; if [ -e $switch ]; then echo do-not-disturb; fi ;;
  'makoctl mode -a do-not-disturb' | 'swaync-client -dn' | 'gsettings set org.gnome.desktop.notifications show-banners false') touch $switch ;;
  'makoctl mode -r do-not-disturb' | 'swaync-client -df' | 'gsettings set org.gnome.desktop.notifications show-banners true') rm -f $switch ;;
  'swaync-client -D') if [ -e $switch ]; then echo true; else echo false; fi ;;
  'gsettings get org.gnome.desktop.notifications show-banners') if [ -e $switch ]; then echo false; else echo true; fi ;;
  *) echo "${{0##*/}} $*: unknown" >&2; exit 1 ;;
esac
"""


class Focus(unittest.TestCase):
    def setUp(self) -> None:
        self.house = House()
        self.addCleanup(self.house.close)
        self.screen = Screen(self.house)
        self.addCleanup(self.screen.close)
        self.override = 0

    def focus(self) -> subprocess.Popen[bytes]:
        return self.screen.run(str(TREE / "contrib/focus/focus"))

    def close(self) -> None:
        self.override = self.house.office.ask("override", state="closed", until="+1 day")["id"]

    def open(self) -> None:
        self.house.office.ask("end-override", id=self.override)

    def stop(self, focus: subprocess.Popen[bytes]) -> None:
        """As systemd does."""
        self.screen.programs.remove(focus)
        focus.terminate()
        self.assertEqual(focus.wait(PATIENCE), 0, self.screen.log())

    @property
    def file(self) -> Path:
        return self.house.folder / ".local/state/hoursd-focus.json"

    def remembered(self) -> bool:
        """Whether it has acted upon a closing."""
        file = self.file
        return file.exists() and '"closure": "' in file.read_text()


class Dunst(Focus):
    def setUp(self) -> None:
        super().setUp()
        self.dunst = self.screen.run("dunst")
        until(lambda: self.screen.said("dunstctl", "is-paused"), self.screen.log)

    def is_paused(self) -> bool:
        return self.screen.said("dunstctl", "is-paused").strip() == "true"

    def switch(self, paused: bool) -> None:
        self.screen.said("dunstctl", "set-paused", str(paused).lower())

    def test_closing_pauses_and_opening_resumes(self) -> None:
        self.focus()
        for _ in range(2):
            self.close()
            until(self.is_paused, self.screen.log)
            self.open()
            until(lambda: not self.is_paused(), self.screen.log)

    def test_it_pauses_when_it_starts_in_the_evening_and_resumes_when_it_ends(self) -> None:
        self.close()
        focus = self.focus()
        until(self.is_paused, self.screen.log)
        until(self.remembered, self.screen.log)
        self.stop(focus)
        self.assertFalse(self.is_paused())

    def test_what_was_paused_by_hand_stays_paused(self) -> None:
        self.switch(True)
        focus = self.focus()
        self.close()
        until(self.remembered, self.screen.log)
        self.open()
        until(lambda: not self.remembered(), self.screen.log)
        self.assertTrue(self.is_paused())
        self.stop(focus)
        self.assertTrue(self.is_paused())

    def test_what_was_resumed_by_hand_stays_resumed_even_over_a_restart(self) -> None:
        focus = self.focus()
        self.close()
        until(self.is_paused, self.screen.log)
        until(self.remembered, self.screen.log)
        self.switch(False)
        self.stop(focus)
        self.focus()
        # It has looked at the office when it has seen it open.
        self.open()
        until(lambda: not self.remembered(), self.screen.log)
        self.assertFalse(self.is_paused())
        self.close()
        until(self.is_paused, self.screen.log)

    def test_one_that_was_killed_is_followed_by_one_that_resumes(self) -> None:
        focus = self.focus()
        self.close()
        until(self.remembered, self.screen.log)
        self.screen.end(focus)
        self.focus()
        self.open()
        until(lambda: not self.is_paused(), self.screen.log)

    def test_a_server_that_is_started_anew_is_paused_again(self) -> None:
        self.focus()
        self.close()
        until(self.remembered, self.screen.log)
        self.screen.end(self.dunst)
        self.screen.run("dunst")
        until(self.is_paused, self.screen.log)


    def test_one_that_was_resumed_by_hand_yesterday_is_paused_today(self) -> None:
        self.file.parent.mkdir(parents=True)
        self.file.write_text('{"closure": "2026-11-23T18:00:00+01:00", "ours": false}')
        self.close()
        self.focus()
        until(self.is_paused, self.screen.log)

    def test_a_break_pauses_nothing(self) -> None:
        # A zone in which it is noon, and a break in its middle.
        now = datetime.now(timezone.utc)
        zone = f"Etc/GMT{now.hour - 12:+d}"
        noon = now.replace(hour=12)
        before, after = noon - timedelta(minutes=30), noon + timedelta(minutes=30)
        self.house.configure(f'timezone = "{zone}"\nhours = "Mo-Su 08:00-{before:%H:%M},{after:%H:%M}-18:00"\n')
        self.house.office.ask("reload")
        self.assertTrue(self.house.office.ask("status").get("break"))
        self.focus()
        self.close()
        until(self.is_paused, self.screen.log)
        self.open()
        until(lambda: not self.is_paused(), self.screen.log)


class Others(Focus):
    @property
    def switch(self) -> Path:
        return self.screen.folder / "switch"

    def serve(self, name: str, program: str) -> subprocess.Popen[bytes]:
        """A server of this name with this program of its own."""
        script = self.screen.folder / "bin" / program
        script.parent.mkdir(exist_ok=True)
        script.write_text(PROGRAM.format(folder=self.screen.folder))
        script.chmod(0o755)
        self.screen.environ["PATH"] = f"{script.parent}:{self.house.environ['PATH']}"
        return self.screen.run(sys.executable, str(Path(__file__).with_name("fake_server.py")), name)

    def test_each_by_its_own_program(self) -> None:
        for name, program in [("mako", "makoctl"), ("SwayNotificationCenter", "swaync-client"), ("gnome-shell", "gsettings")]:
            with self.subTest(name):
                server = self.serve(name, program)
                focus = self.focus()
                self.close()
                until(self.switch.exists, self.screen.log)
                self.open()
                until(lambda: not self.switch.exists(), self.screen.log)
                self.screen.end(focus)
                self.screen.end(server)

    def test_what_nobody_could_resume_is_resumed_in_the_next_session(self) -> None:
        """GNOME ends before the service, and keeps its switch."""
        server = self.serve("gnome-shell", "gsettings")
        focus = self.focus()
        self.close()
        until(self.remembered, self.screen.log)
        self.screen.end(server)
        self.stop(focus)
        self.assertTrue(self.switch.exists())
        self.assertEqual([self.file.parent.stat().st_mode & 0o777, self.file.stat().st_mode & 0o777], [0o700, 0o600])
        runtime = self.house.folder / "runtime of tomorrow"
        runtime.mkdir()
        self.screen.environ["XDG_RUNTIME_DIR"] = str(runtime)
        self.open()
        self.serve("gnome-shell", "gsettings")
        self.focus()
        until(lambda: not self.switch.exists(), self.screen.log)

    def test_plasma_is_inhibited_over_the_bus(self) -> None:
        server = self.screen.run(sys.executable, str(Path(__file__).with_name("fake_server.py")), "Plasma", stdout=subprocess.PIPE)
        assert server.stdout is not None
        self.focus()
        self.close()
        method, program, why, _ = json.loads(server.stdout.readline())
        self.assertEqual((method, program), ("Inhibit", "hoursd"))
        self.assertIn("closed until", why)
        self.open()
        self.assertEqual(server.stdout.readline(), b'["UnInhibit", 42]\n')

    def test_a_plasma_that_is_started_anew_is_inhibited_again(self) -> None:
        self.focus()
        self.close()
        for _ in range(2):
            server = self.screen.run(sys.executable, str(Path(__file__).with_name("fake_server.py")), "Plasma", stdout=subprocess.PIPE)
            assert server.stdout is not None
            self.assertEqual(json.loads(server.stdout.readline())[0], "Inhibit")
            until(self.remembered, self.screen.log)
            self.screen.end(server)

    def test_a_server_that_cannot_be_paused_is_named(self) -> None:
        self.screen.run(sys.executable, str(Path(__file__).with_name("fake_server.py")), "Painter")
        self.close()
        self.focus()
        until(lambda: "painter cannot be paused" in self.screen.log(), self.screen.log)


if __name__ == "__main__":
    unittest.main()
