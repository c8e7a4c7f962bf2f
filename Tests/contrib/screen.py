"""A screen of its own (Xvfb) and a session bus of its own, for real notification servers and real clicks."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import tempfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from house import PATIENCE, House


# Nobody is started by it: who is there was started by the test.
BUS = """<busconfig><type>session</type><listen>unix:dir={folder}</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


class Screen:
    """An X server and a bus; programs started on it end with it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.folder = Path(tempfile.mkdtemp(prefix="hoursd-screen-"))
        self.programs: list[subprocess.Popen[bytes]] = []
        self.environ = dict(house.environ)
        display, written = os.pipe()
        self.run("Xvfb", "-displayfd", str(written), "-screen", "0", "900x600x24", "-fbdir", str(self.folder), pass_fds=(written,))
        os.close(written)
        with os.fdopen(display) as number:
            self.environ["DISPLAY"] = f":{number.readline().strip()}"
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS.format(folder=self.folder))
        bus = self.run("dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address", stdout=subprocess.PIPE)
        assert bus.stdout is not None
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def run(self, *command: str, stdout: int | None = None, pass_fds: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
        """Starts a program on this screen."""
        with open(self.folder / "log", "ab") as log:
            program = subprocess.Popen(
                command, env=self.environ, stdout=log if stdout is None else stdout, stderr=log, pass_fds=pass_fds
            )
        self.programs.append(program)
        return program

    def said(self, *command: str) -> str:
        """What a command prints."""
        return subprocess.run(command, env=self.environ, capture_output=True, text=True, timeout=PATIENCE).stdout

    def end(self, program: subprocess.Popen[bytes]) -> None:
        self.programs.remove(program)
        program.kill()
        program.wait()
        if program.stdout is not None:
            program.stdout.close()

    def log(self) -> str:
        return (self.folder / "log").read_text(errors="replace")

    def picture(self, name: str) -> None:
        """Writes what is to be seen to $HOURSD_PICTURES/NAME.png, for whoever wants to look."""
        if folder := os.environ.get("HOURSD_PICTURES"):
            Path(folder, f"{name}.png").write_bytes(png((self.folder / "Xvfb_screen0").read_bytes()))

    def until_still(self) -> None:
        """Waits until nothing has been drawn for half a second: windows come in steps."""
        seen, times = b"", 0

        def is_still() -> bool:
            nonlocal seen, times
            now = (self.folder / "Xvfb_screen0").read_bytes()
            times = times + 1 if now == seen else 0
            seen = now
            return times >= 25

        until(is_still, self.log)

    def close(self) -> None:
        for program in reversed(self.programs[:]):
            self.end(program)
        shutil.rmtree(self.folder, ignore_errors=True)


def png(xwd: bytes) -> bytes:
    """A window dump of X, 24 bits deep in 32, as a PNG."""
    header = struct.unpack(">25I", xwd[:100])
    size, width, height, row, colours = header[0], header[4], header[5], header[12], header[19]
    start = size + colours * 12
    rows = b"".join(
        b"\0" + b"".join(xwd[at + 2 : at - 1 if at else None : -1] if at else xwd[2::-1] for at in range(begin, begin + width * 4, 4))
        for begin in range(start, start + height * row, row)
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in [
            (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(rows)),
            (b"IEND", b""),
        ]
    )


def until(what: Callable[[], object], message: Callable[[], str] = lambda: "it did not come") -> None:
    """Waits for what nobody tells us of: looks at it each 20 ms."""
    end = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > end:
            raise AssertionError(message())
        time.sleep(0.02)
