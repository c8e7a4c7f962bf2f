"""A house with a telephone: what the tests of both bridges need."""

from __future__ import annotations

import json
import subprocess
import tempfile
import unittest
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from house import CONFIGURATION, TREE, House
from screen import until

CLIENT, CLIENT_MOBILE = "+49301234567", "+491715550199"
# Under contract: a number, and the beginning of more.
CONTRACT, CONTRACTS = "+49301234568", "+4930999000"
FRIEND, STRANGER = "+491715550100", "+4915112345678"
CONTACTS = f"""
[[client]]
name   = "Berta"
phones = ["{CONTRACT}", "{CONTRACTS} *"]
contract = "24x7"

[[personal]]
name   = "School"
phones = ["+49 30 99999"]
always = true
"""
ALWAYS = "24/7"
# Hours that are closed now and open again in some days.
CLOSED = f"{(date.today() + timedelta(days=3)):%a}"[:2] + " 09:00-18:00"


def configuration(hours: str) -> str:
    acme = f'phones = ["{CLIENT}", "{CLIENT_MOBILE}"]'
    return CONFIGURATION.replace(f'"{ALWAYS}"', f'"{hours}"').replace('phones = ["030 1234567"]', acme) + CONTACTS


class Telephone(unittest.TestCase):
    """An office with these hours, these settings of the bridges, and programs that end with the test."""

    hours = ALWAYS
    settings = ""
    # The name of the bridge.
    name = ""

    def setUp(self) -> None:
        self.house = House(configuration(self.hours))
        self.addCleanup(self.house.close)
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.programs: list[subprocess.Popen[bytes]] = []
        self.addCleanup(self.end)

    def set(self, settings: str) -> None:
        file = self.house.folder / "config/hoursd/phone.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(settings)

    def run_program(self, *command: str) -> subprocess.Popen[bytes]:
        """Starts a program; what it says goes to the log."""
        with open(self.folder / "log", "ab") as log:
            program = subprocess.Popen(command, env=self.house.environ, cwd=self.folder, stdout=log, stderr=log)
        self.programs.append(program)
        return program

    def kill(self, program: subprocess.Popen[bytes]) -> None:
        program.kill()
        program.wait()

    def end(self) -> None:
        for program in reversed(self.programs):
            self.kill(program)

    def log(self) -> str:
        return (self.folder / "log").read_text(errors="replace")

    def run_bridge(self) -> subprocess.Popen[bytes]:
        return self.run_program("/usr/bin/python3", str(TREE / "contrib" / self.name / self.name))

    def calls(self, number: str | None = None) -> list[dict[str, Any]]:
        """The calls that hoursd knows, newest first; of a number."""
        calls: list[dict[str, Any]] = self.house.office.ask("calls", limit=1000)["calls"]
        return [call for call in calls if number in (None, call["caller"].get("number"))]

    @property
    def book_file(self) -> Path:
        return self.house.folder / ".local/state/hoursd-bridges" / f"{self.name}.json"

    def book(self) -> list[dict[str, Any]]:
        """The rings that the bridge has still to tell something of."""
        rings: list[dict[str, Any]] = json.loads(self.book_file.read_text()) if self.book_file.exists() else []
        return rings

    def until_told(self) -> None:
        """Waits until the bridge has told of all that has ended."""
        until(lambda: all(ring["outcome"] is None for ring in self.book()), self.log)
