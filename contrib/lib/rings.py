"""What the bridges to telephones share: a ring becomes a `call`, its end an `end`, an auto-reply that went out a `told`.

    class Telephone(Bridge):
        def judged(self, ring, call): ...

What the telephone says is written down first (`Book`) and told to hoursd then, by a thread of its own that has patience while
hoursd is away. The requests and their keys stand in the book, so a bridge that is killed goes on where it was, and nothing
is told twice. A ring leaves the book when all of it is told.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
import tomllib
import traceback
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from hoursd import PASSING, NoDaemon, Office, Refused, Reply, pauses

# More rings than one telephone has in a day: hoursd is gone for good.
MOST_RINGS = 1000
# An auto-reply that comes later than this after the ring, in seconds, is no answer any more.
LATEST_REPLY = 600
# What hoursd takes of a number or a name, in bytes.
LONGEST_NAME = 256


@dataclass
class Ring:
    """An incoming call, from its first instant until hoursd knows all of it."""

    # What the telephone tells its rings apart by, and which of its phones or accounts rings.
    line: str
    via: str
    key: str
    # RFC 3339; when it was last heard of, and when it was picked up, in seconds since 1970.
    at: str
    heard_at: float
    picked_up_at: float | None = None
    # Who calls: as the telephone has it, and as hoursd is told.
    peer: str = ""
    number: str | None = None
    name: str | None = None
    # What hoursd made of it.
    call: int | None = None
    verdict: str | None = None
    outcome: str | None = None
    minutes: int | None = None
    # The bridge has turned the caller away.
    rejected: bool = False
    # An auto-reply went out, or may have.
    replied: bool = False
    # Its end will never be known.
    forgotten: bool = False

    @property
    def is_open(self) -> bool:
        """Whether its end is still to come."""
        return self.outcome is None and not self.forgotten

    @property
    def is_ringing(self) -> bool:
        return self.is_open and self.picked_up_at is None


class Book:
    """The rings that hoursd does not know all of yet, oldest first, in a file that survives whatever happens."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rings: list[Ring] = []
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists():
            try:
                self.rings = [Ring(**ring) for ring in json.loads(path.read_text())]
            except (ValueError, TypeError) as error:
                # It was not us who wrote this: kept for whoever wants to know, and begun anew.
                broken = path.with_suffix(".broken")
                path.replace(broken)
                log(f"{path} cannot be read ({error}); it is now {broken}")

    def open(self, line: str) -> Ring | None:
        """The ring on this line that has not ended."""
        return next((ring for ring in reversed(self.rings) if ring.line == line and ring.is_open), None)

    def save(self) -> None:
        """Raises OSError when the disk does not take it."""
        new = self.path.with_suffix(".new")
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump([asdict(ring) for ring in self.rings], file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.path)
        folder = os.open(self.path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


class Bridge:
    """One telephone. A subclass calls `rang`, `picked_up` and `ended`, from any thread, and does what `judged` says."""

    def __init__(self, name: str, office: Office | None = None, folder: Path | None = None) -> None:
        self.name = name
        # Patience is ours: a new ring is worth a try at once.
        self.office = office or Office(patience=0)
        self.changed = threading.Condition(threading.RLock())
        self.book = Book((folder or state_folder()) / f"{name}.json")
        self._is_news = True

    # MARK: What the telephone says

    def rang(
        self, line: str, via: str, number: str | None, name: str | None = None, peer: str = "", missed: bool = False
    ) -> Ring:
        """It rings; or, with `missed`, it has rung unheard."""
        now = time.time()
        instant = datetime.fromtimestamp(now, timezone.utc)
        key = f"{self.name} {(cut(number or line) or '')[:32]} {instant.isoformat(timespec='microseconds')}"
        at = instant.isoformat(timespec="seconds")
        ring = Ring(line, via, key, at, now, peer=peer, number=cut(number), name=cut(name))
        if missed:
            ring.outcome = "missed"
        with self.changed:
            if len(self.book.rings) >= MOST_RINGS:
                log(f"hoursd has not answered for {MOST_RINGS} calls; the oldest is given up")
                del self.book.rings[0]
            self.book.rings.append(ring)
            self._noted()
        return ring

    def picked_up(self, ring: Ring) -> None:
        with self.changed:
            ring.picked_up_at = time.time()
            self._noted()

    def ended(self, ring: Ring, outcome: str, minutes: int | None = None) -> None:
        """How the ring ended; the length of a conversation is reckoned from `picked_up` unless it is given."""
        with self.changed:
            if not ring.is_open:
                return
            if outcome == "answered" and minutes is None and ring.picked_up_at is not None:
                minutes = max(1, round((time.time() - ring.picked_up_at) / 60))
            ring.outcome, ring.minutes = outcome, minutes
            self._noted()

    def forget(self, ring: Ring) -> None:
        """Its end will never be known; that it rang is told all the same."""
        with self.changed:
            ring.forgotten = True
            self._noted()

    # MARK: What a telephone does about it

    def judged(self, ring: Ring, call: Reply) -> None:
        """The verdict has come, and the telephone still rings."""

    def reply(self, ring: Ring, call: Reply) -> bool:
        """Sends `auto_reply` if it may; False when nothing has left for certain. Raises nothing."""
        return False

    def may_reply(self, call: Reply) -> bool:
        """Whether the telephone would send this caller anything."""
        return False

    # MARK: What hoursd is told

    def start(self) -> None:
        """Begins telling, in a thread. What nobody foresaw there ends the program, for its service to start it anew."""

        def tell() -> None:
            try:
                self._tell_all()
            except Exception:
                traceback.print_exc()
                os._exit(1)

        threading.Thread(target=tell, daemon=True).start()

    def _noted(self) -> None:
        self.save()
        self._is_news = True
        self.changed.notify_all()

    def _tell_all(self) -> None:
        pause = pauses()
        while True:
            if self.tell():
                pause = pauses()
                timeout = None
            else:
                timeout = next(pause)
            with self.changed:
                if not self._is_news:
                    self.changed.wait(timeout)

    def tell(self) -> bool:
        """Tells what is untold; False when hoursd is away, and it has to be tried again."""
        with self.changed:
            self._is_news = False
            rings = list(self.book.rings)
        # Some say for all why they have to wait.
        waits = ""
        for ring in rings:
            try:
                self._tell(ring)
            except NoDaemon:
                return False
            except Refused as refused:
                if refused.code in PASSING:
                    waits = refused.message
                    continue
                log(f"call {ring.call or 'unknown'} is given up: {refused.message}")
                self._done(ring)
        if waits:
            log(f"hoursd cannot take it now: {waits}")
        return not waits

    def _tell(self, ring: Ring) -> None:
        call: Reply = {}
        if ring.call is None:
            call = self._call(ring)
            log(f"call {call['call']}: {call['verdict']} ({call['reason']})")
            with self.changed:
                ring.call, ring.verdict = call["call"], call["verdict"]
                self.save()
                is_ringing = ring.is_ringing
            if is_ringing:
                self.judged(ring, call)
        if ring.outcome is None:
            if ring.forgotten:
                self._done(ring)
            return
        if not ring.replied:
            if not call.get("missed"):
                call = self.office.ask(
                    "end", call=ring.call, outcome=ring.outcome, minutes=ring.minutes, key=f"{ring.key} end"
                )
            self._reply(ring, call)
        if ring.replied:
            self.office.ask("told", call=ring.call, channel="sms", key=f"{ring.key} told")
        self._done(ring)

    def _call(self, ring: Ring) -> Reply:
        """What hoursd says to a ring. One that was missed before it could be told is told as such: nobody can pick it up."""
        what = {"from_": ring.number, "name": ring.name, "at": ring.at, "key": ring.key}
        if ring.outcome == "missed":
            try:
                return self.office.ask("call", missed=True, **what)
            except Refused as refused:
                if refused.code != "conflict":
                    raise
                # It was told while it rang, and the answer was lost.
        return self.office.ask("call", **what)

    def _reply(self, ring: Ring, call: Reply) -> None:
        """Sends the auto-reply at most once.

        That it goes out is written down before it does: when a bridge is killed in between, nobody knows whether it did. Then
        it counts as gone, for a client who gets one twice thinks less of the office than one who gets none.
        """
        is_late = time.time() - ring.heard_at > LATEST_REPLY
        if ring.outcome != "missed" or "auto_reply" not in call or is_late or not self.may_reply(call):
            return
        with self.changed:
            ring.replied = True
            ring.replied = self.save()
        if ring.replied and not self.reply(ring, call):
            with self.changed:
                ring.replied = False
                self.save()

    def _done(self, ring: Ring) -> None:
        with self.changed:
            if ring in self.book.rings:
                self.book.rings.remove(ring)
                self.save()

    def save(self) -> bool:
        """Writes the book; False, said in the journal, when the disk does not take it: then the rings are told all the same."""
        try:
            self.book.save()
        except OSError as error:
            log(f"{self.book.path} is not written: {error}")
            return False
        return True


def cut(text: str | None) -> str | None:
    """As much of a number or a name as hoursd takes; in SIP, callers can be called anything, halves of characters too."""
    return text and text.replace("\0", "").encode(errors="ignore")[:LONGEST_NAME].decode(errors="ignore")


def state_folder() -> Path:
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local/state") / "hoursd-bridges"


def settings(table: str, known: dict[str, Any]) -> dict[str, Any]:
    """A table of $XDG_CONFIG_HOME/hoursd/phone.toml over what is `known` with its value when nothing is said.

    Ends the program with 78 when the file is wrong.
    """
    path = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "hoursd/phone.toml"
    try:
        said = tomllib.loads(path.read_text()).get(table, {}) if path.exists() else {}
    except (OSError, ValueError) as error:
        sys.exit(_wrong(f"{path}: {error}"))
    if not isinstance(said, dict):
        sys.exit(_wrong(f"{path}: {table} is a table: [{table}]"))
    for key, value in said.items():
        if key not in known:
            sys.exit(_wrong(f"{path}: [{table}] knows {', '.join(known)}, not {key}"))
        if type(value) is not type(known[key]):
            sys.exit(_wrong(f"{path}: {key} of [{table}] is written like {json.dumps(known[key])}"))
    return {**known, **said}


def _wrong(message: str) -> int:
    log(message)
    return 78


def log(message: str) -> None:
    """To the journal: calls by their ids, nobody's words, names or numbers."""
    print(message, file=sys.stderr, flush=True)
