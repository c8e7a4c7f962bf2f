"""The notification server on the session bus, and the office's events in GLib's main loop. Needs python3-gi."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gi.repository import Gio, GLib

from hoursd import Event, Watch

SERVER = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
# Events that came together are taken together: none has come for so long, in seconds.
TOGETHER = 0.02
# How long the server may take for an answer, in milliseconds.
ANSWER = 5_000


class Server:
    """Whoever shows notifications; it may come, go, and be another one when it comes back."""

    def __init__(self, came: Callable[[], None], gone: Callable[[], None]) -> None:
        """One of `came` and `gone` is called as soon as the main loop runs."""
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        Gio.bus_watch_name_on_connection(
            self.bus, SERVER, Gio.BusNameWatcherFlags.NONE, lambda *_: came(), lambda *_: gone()
        )

    def call(self, method: str, signature: str = "()", *values: Any) -> tuple[Any, ...]:
        """Asks it; it is started when the bus knows how. Raises GLib.Error."""
        reply = self.bus.call_sync(
            SERVER, PATH, SERVER, method, GLib.Variant(signature, values), None, Gio.DBusCallFlags.NONE, ANSWER, None
        )
        return tuple(reply.unpack())

    def owner(self) -> str:
        """Its name on the bus, which no other server has; empty while there is none."""
        bus = "org.freedesktop.DBus"
        try:
            reply = self.bus.call_sync(
                bus, "/org/freedesktop/DBus", bus, "GetNameOwner", GLib.Variant("(s)", (SERVER,)), None,
                Gio.DBusCallFlags.NONE, ANSWER, None,
            )  # fmt: skip
        except GLib.Error:
            return ""
        return str(reply.unpack()[0])

    def listen(self, signal_name: str, heard: Callable[..., None]) -> None:
        """Calls `heard` with the values of each such signal, from whoever is the server then."""
        self.bus.signal_subscribe(
            SERVER, SERVER, signal_name, PATH, None, Gio.DBusSignalFlags.NONE,
            lambda _bus, _sender, _path, _interface, _name, values: heard(*values.unpack()),
        )  # fmt: skip


def runtime_file(name: str) -> Path:
    """A file that lives as long as the session."""
    return Path(os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}", name)


def state_file(name: str) -> Path:
    """A file that outlasts sessions and reboots; its folder is made."""
    folder = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / name


def keep(path: Path, value: Any) -> None:
    """Writes JSON whole or not at all; for the owner alone."""
    fresh = path.with_suffix(".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(value, file)
    fresh.replace(path)


def kept(path: Path) -> Any:
    """What was kept; None when nothing was."""
    try:
        return json.loads(path.read_text())
    except (FileNotFoundError, ValueError):
        return None


def feed(watch: Watch, take: Callable[[list[Event], Callable[[], None]], None], loop: Loop) -> None:
    """Hands events over to the main loop, those that came together in one list, and no more until they are done.

    What is not read meanwhile waits in the daemon; `take` gets what to call when its events are done.
    """

    def read() -> None:
        try:
            while event := watch.take():
                events = [event]
                while more := watch.take(TOGETHER):
                    events.append(more)
                done = threading.Event()
                GLib.idle_add(hand_over, events, done.set)
                done.wait()
        except Exception as problem:
            GLib.idle_add(loop.fail, f"hoursd: {problem}")

    def hand_over(events: list[Event], done: Callable[[], None]) -> None:
        # What nobody foresaw ends the program, for its service to start it anew: going on would wait for ever in silence.
        try:
            take(events, done)
        except Exception:
            loop.fail(traceback.format_exc())

    threading.Thread(target=read, daemon=True).start()


class Loop:
    """The main loop, until SIGTERM, SIGINT, or a failure that only a new start can mend."""

    def __init__(self) -> None:
        self._loop = GLib.MainLoop()
        self._status = 0
        for number in (signal.SIGTERM, signal.SIGINT):
            GLib.unix_signal_add(GLib.PRIORITY_HIGH, number, self._loop.quit)

    def run(self) -> int:
        """The exit status."""
        self._loop.run()
        return self._status

    def fail(self, message: str) -> None:
        print(message, file=sys.stderr)
        self._status = 1
        self._loop.quit()
