"""The line to hoursd's socket, for programs of the desktop and the telephone. Needs Python 3.11, nothing else.

    office = Office()
    office.ask("snooze", id=7, until="next-business-day")
    watch = office.watch(as_name="notify")
    for event in watch:
        ...
        watch.ack(event["seq"])

It blocks and starts no thread: who has a main loop of its own gives the watch a thread (see `Watch`). What the daemon may
take and say is in contrib/doc/protocol.md.
"""

from __future__ import annotations

import json
import os
import secrets
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

Reply = dict[str, Any]
Event = dict[str, Any]

# The verbs that change something, and so take a key: with one they may be asked again when the answer was lost.
CHANGES = frozenset(
    "call triage end told add resolve snooze note drop reopen mail-edit mail-send waive override end-override forget"
    " reload tick mail-claim mail-sent mail-failed".split()
)
# Between two tries to reach a daemon that is not there, in seconds: each pause is twice the last one.
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 30.0
# After so many seconds out of reach a daemon does not just restart, and people should know.
AWAY = 2.0
# How long a question waits for a daemon that restarts, in seconds.
PATIENCE = 5.0
# How long a daemon that we reached may take for an answer: forgetting somebody in a large log takes some seconds.
ANSWER = 60.0
# What a later try may mend: the other refusals are final.
PASSING = frozenset({"busy", "internal", "bad-configuration"})


class Refused(Exception):
    """The daemon has said no; `message` tells people the way out."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class NoDaemon(ConnectionError):
    """Nobody listens on the socket, or the connection broke before the answer came."""


def socket_path(environ: dict[str, str] | None = None) -> str:
    """Where the daemon listens: $HOURSD_SOCKET, the runtime folder, or the state folder of old."""
    env = os.environ if environ is None else environ
    if chosen := env.get("HOURSD_SOCKET"):
        return chosen
    if runtime := env.get("XDG_RUNTIME_DIR"):
        return f"{runtime}/hoursd/socket"
    user = f"/run/user/{os.getuid()}"
    if os.path.exists(user):
        return f"{user}/hoursd/socket"
    return str(Path.home() / ".local/state/hoursd/socket")


class Office:
    """The daemon, at a path. Each question has a connection of its own, so that none is ever stale."""

    def __init__(self, path: str | None = None, patience: float = PATIENCE) -> None:
        self.path = path or socket_path()
        self.patience = patience

    def ask(self, verb: str, **keys: Any) -> Reply:
        """The reply to a verb. Raises `Refused`, and `NoDaemon` when the daemon stays away longer than `patience`.

        A key that is a word of Python's is written with an underscore behind it (`from_`); None is left out. A change
        gets a random `key` unless it brings one, so asking again after a broken connection does nothing twice.
        """
        body = {name.rstrip("_"): value for name, value in keys.items() if value is not None}
        if verb in CHANGES:
            body.setdefault("key", secrets.token_hex(16))
        line = request(verb, body)
        end = time.monotonic() + self.patience
        for pause in pauses():
            try:
                return answer(self._exchange(line))
            except OSError as error:
                if time.monotonic() + pause > end:
                    raise NoDaemon(f"hoursd does not answer at {self.path}: {error}") from error
            time.sleep(pause)
        raise AssertionError("pauses do not end")

    def watch(
        self,
        as_name: str | None = None,
        since: int | None = None,
        only: str | Sequence[str] | None = None,
        changed: Callable[[bool], None] | None = None,
    ) -> Watch:
        """What happens from now on, after `since`, or after what `as_name` last acked.

        `changed` hears, in the thread that takes events, whether the daemon is there: when it was reached, and when it
        has been away for `AWAY` seconds.
        """
        return Watch(self, as_name, since, only, changed)

    def ack(self, seq: int, as_name: str) -> int:
        """How far that name has come, after this."""
        return int(self.ask("ack", seq=seq, as_=as_name)["acked"])

    def connect(self) -> socket.socket:
        """A connection; raises OSError when nobody listens."""
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            line.connect(self.path)
        except OSError:
            line.close()
            raise
        return line

    def _exchange(self, line: bytes) -> bytes:
        with self.connect() as connection:
            connection.settimeout(ANSWER)
            connection.sendall(line)
            with connection.makefile("rb") as replies:
                reply = replies.readline()
        if not reply.endswith(b"\n"):
            raise ConnectionResetError("the connection broke before the answer")
        return reply


class Watch:
    """Events, one after the other, over broken connections and restarts of the daemon, each once.

    Iterate over it in one thread; `ack` and `close` may be called from others. `newest` is the event that was the newest
    when the connection was made: what comes up to it has happened before, maybe days ago.
    """

    def __init__(
        self,
        office: Office,
        as_name: str | None,
        since: int | None,
        only: str | Sequence[str] | None,
        changed: Callable[[bool], None] | None,
    ) -> None:
        self.newest = 0
        self._changed = changed or (lambda _is_there: None)
        self._office = office
        self._keys: dict[str, Any] = {"as": as_name, "only": [only] if isinstance(only, str) else list(only) if only else None}
        self._seen = since
        self._acked: int | None = None
        self._connection: socket.socket | None = None
        self._buffer = bytearray()
        self._lock = threading.Lock()
        self._closed = False

    def __iter__(self) -> Iterator[Event]:
        while True:
            event = self.take()
            if event is None:
                return
            yield event

    def take(self, timeout: float | None = None) -> Event | None:
        """The next event; None when it is closed, or after `timeout` seconds without one. Waits for the daemon as long as it takes."""
        end = None if timeout is None else time.monotonic() + timeout
        while not self._closed:
            try:
                if self._connection is None:
                    self._begin(end)
                line = self._line(end)
            except TimeoutError:
                return None
            except OSError:
                self._drop()
                continue
            event = json.loads(line)
            # The answers to acks stand between the events.
            if "event" in event:
                self._seen = int(event["seq"])
                return dict(event)
            try:
                answer(line)
            except Refused as refused:
                # The next ack says it again, or the next connection.
                if refused.code not in PASSING:
                    raise
        self._drop()
        return None

    def ack(self, seq: int) -> None:
        """All up to this event is done: a watch of this name that begins later goes on behind it."""
        with self._lock:
            self._acked = seq
            if self._connection is not None:
                try:
                    self._connection.sendall(request("ack", {"seq": seq}))
                except OSError:
                    pass  # It is said again on the next connection.

    def close(self) -> None:
        """Ends the iteration."""
        self._closed = True
        with self._lock:
            if self._connection is not None:
                try:
                    self._connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def _begin(self, end: float | None) -> None:
        """Connects, with patience; TimeoutError at the end of it."""
        began, was_told = time.monotonic(), False
        for pause in pauses():
            if self._closed:
                raise TimeoutError
            try:
                self._open()
                self._changed(True)
                return
            except Refused as refused:
                if refused.code == "invalid" and self._seen is not None:
                    # The log is another one, which does not go so far: what was seen and acked of the last one means nothing.
                    self._seen = self._acked = None
                    continue
                # A daemon that has not yet noticed that our last connection is gone holds our name still.
                is_held = refused.code == "conflict" and pause <= 2
                if not is_held and refused.code not in PASSING:
                    raise
            except OSError:
                pass
            if not was_told and time.monotonic() - began > AWAY:
                was_told = True
                self._changed(False)
            if end is not None and time.monotonic() + pause > end:
                raise TimeoutError
            time.sleep(pause)

    def _open(self) -> None:
        connection = self._office.connect()
        try:
            keys = {**self._keys, "since": self._seen}
            connection.sendall(request("watch", {name: value for name, value in keys.items() if value is not None}))
            self._buffer.clear()
            with self._lock:
                self._connection = connection
            self.newest = int(answer(self._line(time.monotonic() + ANSWER))["seq"])
            if self._seen is None and self._keys["as"] is None:
                self._seen = self.newest
        except BaseException:
            self._drop()
            raise
        if self._acked is not None:
            self.ack(self._acked)

    def _line(self, end: float | None) -> bytes:
        """The next line; TimeoutError at `end`, ConnectionError when the daemon hangs up."""
        searched = 0
        while (newline := self._buffer.find(b"\n", searched)) < 0:
            searched = len(self._buffer)
            connection = self._connection
            if connection is None:
                raise ConnectionResetError
            # The connection itself stays without a time limit: one would cut an ack in two.
            left = None if end is None else max(0.0, end - time.monotonic())
            if not select.select([connection], [], [], left)[0]:
                raise TimeoutError
            more = connection.recv(65536)
            if not more:
                raise ConnectionResetError
            self._buffer += more
        line = bytes(self._buffer[: newline + 1])
        del self._buffer[: newline + 1]
        return line

    def _drop(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None


def request(verb: str, keys: dict[str, Any]) -> bytes:
    """A line of the protocol."""
    return f"{verb} {json.dumps(keys, ensure_ascii=False)}\n".encode() if keys else f"{verb}\n".encode()


def answer(line: bytes) -> Reply:
    """What a reply holds; raises `Refused` for an error."""
    reply: Reply = json.loads(line)
    if error := reply.get("error"):
        raise Refused(error["code"], error["message"])
    return reply


def pauses() -> Iterator[float]:
    """Growing pauses, without an end."""
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(LONGEST_PAUSE, pause * 2)
