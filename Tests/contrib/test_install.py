"""`make install-contrib`: what it installs runs from there, also as a service of a real user manager, and goes again."""

from __future__ import annotations

import os
import subprocess
import unittest
from pathlib import Path

from house import BIN, TREE, House
from screen import Screen, until


def made(*arguments: str) -> str:
    """What make says; it must work."""
    return subprocess.run(["make", "-s", "-C", str(TREE), *arguments], check=True, capture_output=True, text=True).stdout


class Install(unittest.TestCase):
    def setUp(self) -> None:
        self.house = House()
        self.addCleanup(self.house.close)
        self.prefix = self.house.folder / "usr"
        self.addCleanup(made, "uninstall-contrib", f"PREFIX={self.prefix}")
        made("install-contrib", f"PREFIX={self.prefix}")
        self.programs = self.prefix / "libexec/hoursd"
        self.units = self.prefix / "share/systemd/user"

    def test_programs_find_their_modules(self) -> None:
        names = [path.name for path in self.programs.iterdir() if os.access(path, os.X_OK)]
        self.assertGreaterEqual(set(names), {"notify", "bar", "menu", "focus", "kdeconnect", "sip"})
        said = subprocess.run([self.programs / "bar", "--once"], env=self.house.environ, capture_output=True, text=True)
        self.assertEqual(said.stdout, "open\n", said.stderr)

    def test_hooks_are_there_to_be_copied(self) -> None:
        hooks = self.prefix / "share/hoursd/hooks"
        names = [path.name for path in hooks.iterdir() if os.access(path, os.X_OK)]
        self.assertEqual(sorted(names), sorted(path.name for path in (TREE / "contrib/hooks").iterdir()))

    def test_units_are_whole(self) -> None:
        units = list(self.units.iterdir())
        self.assertGreaterEqual({unit.name for unit in units}, {f"hoursd-{name}.service" for name in ("notify", "focus", "kdeconnect", "sip")})
        for unit in units:
            self.assertNotIn("@libexecdir@", unit.read_text())
            said = subprocess.run(
                ["systemd-analyze", "--user", "--recursive-errors=no", "verify", unit],
                env=self.house.environ, capture_output=True, text=True,
            )  # fmt: skip
            self.assertEqual(said.stderr, "", unit)

    def test_uninstall_leaves_nothing(self) -> None:
        made("uninstall-contrib", f"PREFIX={self.prefix}")
        self.assertEqual([path for path in self.prefix.rglob("*") if path.is_file()], [])

    @unittest.skipUnless(os.environ.get("HOURSD_USER_MANAGER"), "no user manager")
    def test_the_service_shows_a_reminder_and_its_button_opens_a_terminal(self) -> None:
        screen = Screen(self.house)
        self.addCleanup(screen.close)
        # The service is on the manager's bus, and so is its server.
        for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            screen.environ[name] = os.environ[name]
        menu, terminal, seen = (self.house.folder / name for name in ("pick", "terminal", "seen"))
        menu.write_text("#!/bin/sh\ngrep -m 1 -F Show\n")
        terminal.write_text(f'#!/bin/sh\necho "$@" >>{seen}\nshift\n"$@" >>{seen} </dev/null\n')
        for script in (menu, terminal):
            script.chmod(0o755)
        configuration = self.house.folder / "dunstrc"
        configuration.write_text(f"[global]\ndmenu = {menu}\n")
        screen.run("dunst", "-conf", str(configuration))
        until(lambda: screen.said("dunstctl", "count", "displayed").strip(), screen.log)

        links = Path(os.environ["XDG_CONFIG_HOME"]) / "systemd/user"
        links.mkdir(parents=True, exist_ok=True)
        unit = links / "hoursd-notify.service"
        unit.symlink_to(self.units / unit.name)
        self.addCleanup(unit.unlink)
        environ = {name: screen.environ[name] for name in ("HOURSD_SOCKET", "DISPLAY")}
        environ |= {"TERMINAL": str(terminal), "PATH": f"{BIN}:/usr/bin:/bin"}
        self.manager("set-environment", *(f"{name}={value}" for name, value in environ.items()))
        self.addCleanup(self.manager, "unset-environment", *environ)
        self.manager("daemon-reload")
        self.manager("start", unit.name)
        self.addCleanup(self.manager, "stop", unit.name)
        until(lambda: self.house.is_watched("notify"), screen.log)

        self.house.owe("the shop is slow", client="acme")
        until(lambda: int(screen.said("dunstctl", "count", "displayed")) == 1, screen.log)
        screen.said("dunstctl", "context")
        seen.touch()
        # What hoursctl shows of it comes behind the command line.
        until(lambda: "the shop is slow" in seen.read_text(), lambda: seen.read_text() + screen.log())

    def manager(self, *command: str) -> None:
        subprocess.run(["systemctl", "--user", *command], check=True)


if __name__ == "__main__":
    unittest.main()
