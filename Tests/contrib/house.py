"""A real hoursd in a folder of its own, for the tests of contrib; $HOURSD_BIN is the folder of the programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

TREE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TREE / "contrib/lib"))

from hoursd import Event, Office, Refused, Watch, answer, request

BIN = Path(os.environ.get("HOURSD_BIN") or TREE / ".build/debug").resolve()
# How long anything that is waited for may take, in seconds; nothing takes longer unless it is broken.
PATIENCE = 60.0

# Open day and night, so that what is due is reminded.
CONFIGURATION = """
timezone = "Europe/Berlin"
hours    = "24/7"
phone_region = "DE"

[[client]]
name   = "Acme & Söhne <GmbH>"
id     = "acme"
phones = ["030 1234567"]

[[personal]]
name   = "Boris"
phones = ["+49 171 5550100"]
"""


class House:
    """Where a daemon lives: its socket, configuration and log, and the environment for programs that talk to it."""

    def __init__(self, configuration: str = CONFIGURATION) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="hoursd-contrib-"))
        self.socket = str(self.folder / "socket")
        self.environ: dict[str, str] = {
            "PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "HOURSD_SOCKET": self.socket,
            "LANG": "C.UTF-8",
            "TZ": "Europe/Berlin",
        }
        self.configure(configuration)
        self.daemon: subprocess.Popen[bytes] | None = None
        self.office = Office(self.socket)
        self.watches: list[Watch] = []
        self.start()

    def configure(self, configuration: str) -> None:
        (self.folder / "config.toml").write_text(configuration)

    def start(self) -> None:
        """Returns when it listens."""
        self.daemon = subprocess.Popen(
            [BIN / "hoursd", "--socket", self.socket, "--state", self.folder / "state", "--config", self.folder / "config.toml"],
            env=self.environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.office.ask("version")

    def kill(self) -> None:
        """As a power cut would."""
        if self.daemon is not None:
            self.daemon.kill()
            self.daemon.wait()
            self.daemon = None

    def watch(self, **keys: Any) -> Watch:
        """A watch that has begun."""
        watch = self.office.watch(**keys)
        self.watches.append(watch)
        assert watch.take(0) is None
        return watch

    def close(self) -> None:
        for watch in self.watches:
            watch.close()
            watch.take()
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def is_watched(self, name: str) -> bool:
        """Whether somebody watches under this name now: a second one is refused."""
        with self.office.connect() as line, line.makefile("rb") as replies:
            line.sendall(request("watch", {"as": name}))
            try:
                answer(replies.readline())
            except Refused:
                return True
        return False

    def acked(self, name: str) -> int:
        """How far a name that is known has come."""
        return self.office.ack(0, name)

    def newest(self) -> int:
        return int(self.office.ask("status")["seq"])

    def owe(self, about: str, **keys: Any) -> int:
        """Something for the queue, due now; its id."""
        return int(self.office.ask("add", about=about, **{"due": "now", **keys})["issue"])


def wait_for(watch: Watch, name: str) -> Event:
    """The next event of this name."""
    end = time.monotonic() + PATIENCE
    while (left := end - time.monotonic()) > 0:
        event = watch.take(left)
        if event is not None and event["event"] == name:
            return event
    raise AssertionError(f"no {name} came")
