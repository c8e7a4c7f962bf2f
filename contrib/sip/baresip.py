"""The control socket of baresip's ctrl_tcp: JSON in netstrings, events and answers."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

# An answer may list all calls; longer than this it is no answer of baresip's.
LONGEST = 1 << 20

Message = dict[str, Any]


class Control:
    """A connection. Raises OSError when baresip is not there, or goes."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port))
        # The hang-up must not wait for an acknowledgement of what went before.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = bytearray()

    def say(self, *commands: tuple[str, str]) -> None:
        """Commands with their parameters, done in one go: no call comes or ends between them."""
        self._socket.sendall(b"".join(map(netstring, commands)))

    def messages(self) -> Iterator[Message]:
        """What baresip says, until it goes. Raises ConnectionError when that is not the protocol."""
        while data := self._socket.recv(65536):
            # baresip holds a message back until the last one is acknowledged; that must not take the usual 40 ms.
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            self._buffer += data
            while (text := self._take()) is not None:
                try:
                    message = json.loads(text)
                except ValueError as error:
                    raise ConnectionError(f"what listens there is not baresip's ctrl_tcp: {error}") from error
                if isinstance(message, dict):
                    yield message

    def close(self) -> None:
        self._socket.close()

    def _take(self) -> bytes | None:
        """The next whole netstring of the buffer."""
        if not self._buffer:
            return None
        length, colon, rest = self._buffer.partition(b":")
        if not length.isdigit() or int(length[:8]) > LONGEST:
            raise ConnectionError("what listens there is not baresip's ctrl_tcp")
        if not colon or len(rest) <= int(length):
            return None
        text = bytes(rest[: int(length)])
        self._buffer = rest[int(length) + 1 :]
        return text


def netstring(command: tuple[str, str]) -> bytes:
    """A command; its answer bears the whole of it."""
    name, params = command
    text = json.dumps({"command": name, "params": params, "token": f"{name} {params}"} if params else {"command": name, "token": name})
    return b"%d:%s," % (len(text), text.encode())


@dataclass
class Listed:
    """A call as `listcalls` has it."""

    # Empty before 2.0.
    id: str
    state: str
    peer: str

    def is_call(self, id: str, peer: str) -> bool:
        """Whether it is this call; before 2.0, whether it is one of this caller."""
        return self.id == id if self.id else self.peer == peer


def listed(text: str) -> list[Listed]:
    """The calls of an answer to `listcalls`: `> [line 1, id 4f]  0:00:00   INCOMING  (on hold)  sip:+49301234567@example.org`."""
    calls = re.findall(r"\[line \d+(?:, id ([^\]]+))?\] +\S+ +([A-Z]+) +(?:\(on hold\))? *(\S+)", text)
    return [Listed(*call) for call in calls]


def accounts(text: str) -> list[str]:
    """The accounts of an answer to `reginfo`, a line each, the chosen one last: `> sip:ann@example.org   OK`."""
    found = re.findall(r"^([> ]) *(sips?:\S+)", text, re.MULTILINE)
    return [account for _, account in sorted(found)]


def version(text: str) -> int:
    """The major version in an answer to `about`; 0 when there is none."""
    found = re.search(r"\b(\d+)\.\d+\.\d+", text)
    return int(found[1]) if found else 0


def number(peer: str) -> str | None:
    """The number of a SIP address, or else the address; nothing of an anonymous one. Callers choose it: what cannot be seen goes."""
    scheme, _, address = peer.partition(":")
    user, at, host = address.partition("@")
    user = seen(unquote(user.partition(";")[0]))
    host = seen(re.split(r"[;:?]", host)[0])
    is_somebody = bool(at) or scheme == "tel"
    if not is_somebody or user.lower() in ("anonymous", "unknown", "") or host == "anonymous.invalid":
        return None
    return user if re.fullmatch(r"[-+().*#\d]*\d[-+().*#\d]*", user) else f"sip:{user}@{host}"


def seen(text: str) -> str:
    """Without line ends, escapes, and marks that turn the direction of writing."""
    return "".join(letter for letter in text if letter.isprintable())
