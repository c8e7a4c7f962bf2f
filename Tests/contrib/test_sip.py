"""contrib/sip with a real baresip, called by sipp over loopback: picked up in hours, turned away out of hours, none lost, none twice."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import threading
import unittest
import wave
from collections import Counter
from itertools import cycle
from typing import Any

from house import PATIENCE, TREE, wait_for
from screen import until
from telephone import CLIENT, CLOSED, CONTRACT, CONTRACTS, FRIEND, STRANGER, Telephone

sys.path.append(str(TREE / "contrib/sip"))

import baresip

SCENARIO = TREE / "Tests/contrib/sip/caller.xml"
# How long a caller lets it ring, and talks, in milliseconds.
SHORT, LONG, TALKS = 400, 20_000, 500
# Who can be called.
ACCOUNTS = "ann", "shop"

# What a baresip needs that has no sound card, and no limit on calls; `cons` is where the owner picks up.
BARESIP = """
sip_listen       127.0.0.1:{sip}
call_max_calls   0
call_local_timeout 120
audio_source     aufile,{silence}
module_path      /usr/lib/baresip/modules
module           g711.so
module           aufile.so
module           cons.so
cons_listen      127.0.0.1:{cons}
module_tmp       account.so
module_app       menu.so
module_app       ctrl_tcp.so
ctrl_tcp_listen  127.0.0.1:{control}
"""


def free_ports(count: int) -> list[int]:
    """Ports that nobody has just now, by neither protocol."""
    sockets: list[socket.socket] = []
    ports: list[int] = []
    try:
        while len(ports) < count:
            sockets += [socket.socket(socket.AF_INET, kind) for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM)]
            sockets[-2].bind(("127.0.0.1", 0))
            port = sockets[-2].getsockname()[1]
            try:
                sockets[-1].bind(("127.0.0.1", port))
                ports.append(port)
            except OSError:
                pass  # The other protocol has it: another one.
        return ports
    finally:
        for opened in sockets:
            opened.close()


class Sip(Telephone):
    """A house, a baresip, and the bridge between them."""

    name = "sip"

    def setUp(self) -> None:
        super().setUp()
        self.sip, self.cons, self.control = free_ports(3)
        self.set(f'[sip]\ncontrol = "127.0.0.1:{self.control}"\n')
        silence = self.folder / "silence.wav"
        with wave.open(str(silence), "wb") as sound:
            sound.setparams((1, 2, 8000, 0, "NONE", ""))
            sound.writeframes(bytes(16_000 * 30))
        places = {"sip": self.sip, "cons": self.cons, "control": self.control, "silence": silence}
        (self.folder / "config").write_text(BARESIP.format(**places))
        (self.folder / "accounts").write_text("".join(f"<sip:{name}@127.0.0.1>;regint=0;answermode=manual\n" for name in ACCOUNTS))
        (self.folder / "contacts").touch()
        self.baresip = self.start_baresip()
        self.bridge = self.start_bridge()
        self.watch = self.house.watch(only="call")

    def start_baresip(self) -> subprocess.Popen[bytes]:
        return self.run_program("baresip", "-f", str(self.folder))

    def start_bridge(self) -> subprocess.Popen[bytes]:
        """The bridge, when it has heard from baresip."""
        before = self.log().count("baresip is there")
        bridge = self.run_bridge()
        until(lambda: self.log().count("baresip is there") > before, self.log)
        return bridge

    # MARK: Who calls, and the owner at the telephone

    def call(self, *numbers: str, patience: int = LONG, talks: int = TALKS, rate: int = 1, to: str = "ann") -> subprocess.Popen[bytes]:
        """Calls from these numbers to one account, or to both in turns; it ends well when all were answered or turned away, or hung up."""
        scenario, callers = self.folder / "caller.xml", self.folder / "callers.csv"
        scenario.write_text(SCENARIO.read_text().replace("PATIENCE", str(patience)).replace("TALKS", str(talks)))
        lines = [f"{number};{account}" for number, account in zip(numbers, cycle(to.split()))]
        callers.write_text("\n".join(["SEQUENTIAL", *lines, ""]))
        (port,) = free_ports(1)
        return self.run_program(
            "sipp", f"127.0.0.1:{self.sip}", "-sf", str(scenario), "-inf", str(callers), "-m", str(len(numbers)),
            "-r", str(rate), "-i", "127.0.0.1", "-p", str(port), "-nostdin", "-trace_err", "-timeout", "30s",
        )  # fmt: skip

    def types(self, command: str) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as console:
            console.sendto(f"/{command}\n".encode(), ("127.0.0.1", self.cons))

    def ends(self, caller: subprocess.Popen[bytes]) -> None:
        self.assertEqual(caller.wait(PATIENCE * 2), 0, self.log())


class InHours(Sip):
    def test_a_client_is_picked_up(self) -> None:
        caller = self.call(CLIENT)
        call = wait_for(self.watch, "call.received")
        self.assertEqual((call["caller"]["id"], call["verdict"]), ("acme", "answer"))
        self.types("accept")
        call = wait_for(self.watch, "call.ended")
        self.assertEqual((call["outcome"], call["minutes"]), ("answered", 1))
        self.ends(caller)
        self.assertEqual(len(self.calls()), 1)

    def test_who_hangs_up_was_missed(self) -> None:
        caller = self.call(STRANGER, patience=SHORT)
        # In SIP callers name themselves; sipp says that it is the school, which is always answered.
        self.assertEqual(wait_for(self.watch, "call.received")["caller"]["class"], "unknown")
        call = wait_for(self.watch, "call.ended")
        self.assertEqual((call["outcome"], call["verdict"]), ("missed", "ring-back"))
        self.ends(caller)

    def test_the_owner_hangs_up(self) -> None:
        caller = self.call(CLIENT)
        wait_for(self.watch, "call.received")
        self.types("hangup")
        self.assertEqual(wait_for(self.watch, "call.ended")["outcome"], "rejected")
        self.ends(caller)

    def test_a_friend_is_turned_away(self) -> None:
        caller = self.call(FRIEND)
        self.assertEqual(wait_for(self.watch, "call.received")["verdict"], "decline")
        call = wait_for(self.watch, "call.ended")
        self.assertEqual((call["outcome"], call["reason"]), ("rejected", "personal-in-hours"))
        self.ends(caller)
        self.assertIn("issue", call)

    def test_a_bridge_that_is_killed_while_it_rings(self) -> None:
        caller = self.call(CLIENT)
        wait_for(self.watch, "call.received")
        self.kill(self.bridge)
        self.bridge = self.start_bridge()
        self.types("accept")
        self.assertEqual(wait_for(self.watch, "call.ended")["outcome"], "answered")
        self.ends(caller)
        self.assertEqual(len(self.calls()), 1)

    def test_what_happens_while_there_is_no_bridge(self) -> None:
        """what was known, what happens -> how it ends"""
        for patience, talks, happens, outcome in [(LONG, 4000, "accept", "answered"), (SHORT * 5, 0, None, "missed")]:
            with self.subTest(happens):
                caller = self.call(CLIENT, patience=patience, talks=talks)
                wait_for(self.watch, "call.received")
                self.kill(self.bridge)
                if happens:
                    self.types(happens)
                    until(lambda: "Call established" in self.log(), self.log)
                else:
                    self.ends(caller)
                self.bridge = self.start_bridge()
                self.assertEqual(wait_for(self.watch, "call.ended")["outcome"], outcome)
                self.ends(caller)

    def test_what_rings_when_the_bridge_comes_is_a_call(self) -> None:
        self.kill(self.bridge)
        caller = self.call(STRANGER, patience=SHORT * 10)
        until(lambda: "Incoming call" in self.log(), self.log)
        self.bridge = self.start_bridge()
        self.assertEqual(wait_for(self.watch, "call.received")["caller"]["number"], STRANGER)
        self.assertEqual(wait_for(self.watch, "call.ended")["outcome"], "missed")
        self.ends(caller)
        self.assertEqual(len(self.calls()), 1)

    def test_baresip_goes_and_comes(self) -> None:
        caller = self.call(CLIENT)
        wait_for(self.watch, "call.received")
        self.kill(self.baresip)
        self.kill(caller)
        until(lambda: "baresip is gone" in self.log(), self.log)
        self.baresip = self.start_baresip()
        self.assertEqual(wait_for(self.watch, "call.ended")["outcome"], "missed")
        caller = self.call(STRANGER, patience=SHORT)
        wait_for(self.watch, "call.ended")
        self.ends(caller)

    def test_while_hoursd_is_away_it_rings(self) -> None:
        self.house.kill()
        caller = self.call(FRIEND, patience=SHORT)
        self.ends(caller)
        self.house.start()
        until(self.calls, self.log)
        (call,) = self.calls()
        self.assertEqual((call["missed"], call["verdict"]), (True, "ring-back"))


class OutOfHours(Sip):
    hours = CLOSED

    def test_a_stranger_is_turned_away_and_queued(self) -> None:
        caller = self.call(STRANGER)
        self.assertEqual(wait_for(self.watch, "call.received")["verdict"], "defer")
        call = wait_for(self.watch, "call.ended")
        self.assertEqual(call["outcome"], "rejected")
        self.ends(caller)
        (issue,) = self.house.office.ask("issues")["issues"]
        self.assertEqual((issue["number"], issue["id"]), (STRANGER, call["issue"]))

    def test_who_is_asked_rings(self) -> None:
        caller = self.call(CLIENT, patience=SHORT)
        self.assertEqual(wait_for(self.watch, "call.received")["verdict"], "ask")
        self.assertEqual(wait_for(self.watch, "call.ended")["outcome"], "missed")
        self.ends(caller)

    def test_turned_away_after_a_kill(self) -> None:
        """The verdict was there, and the bridge did not live to act on it."""
        self.kill(self.bridge)
        caller = self.call(STRANGER)
        until(lambda: "Incoming call" in self.log(), self.log)
        peer = re.search(r"Incoming call from: School (\S+)", self.log())
        assert peer
        at = "2026-01-01T00:00:00+00:00"
        call = self.house.office.ask("call", from_=STRANGER, at=at, key="k")
        ring = {"line": call_id(caller), "via": "sip:ann@127.0.0.1", "key": "k", "at": at, "heard_at": 0.0}
        known = {"peer": peer[1], "number": STRANGER, "call": call["call"], "verdict": "defer"}
        self.book_file.write_text(json.dumps([ring | known]))
        self.bridge = self.start_bridge()
        self.assertEqual(wait_for(self.watch, "call.ended")["outcome"], "rejected")
        self.ends(caller)

    def test_fifty_calls_in_five_seconds(self) -> None:
        self.many_calls(50, rate=10)

    def test_twenty_calls_at_once(self) -> None:
        self.many_calls(20, rate=1000)

    def many_calls(self, count: int, rate: int) -> None:
        """Every second caller has a contract and rings until they hang up; the others are turned away, and nobody else is."""
        strangers = [f"+49151555{index:05}" for index in range(count // 2)]
        numbers = [number for stranger in strangers for number in (CONTRACT, stranger)]
        self.ends(self.call(*numbers, patience=3000, rate=rate, to="shop ann ann shop"))
        for _ in numbers:
            wait_for(self.watch, "call.ended")
        calls = self.calls()
        self.assertEqual(Counter(call["caller"]["number"] for call in calls), Counter(numbers))
        outcomes = Counter((call["caller"]["class"], call["outcome"]) for call in calls)
        self.assertEqual(outcomes, {("client", "missed"): count // 2, ("unknown", "rejected"): count // 2})
        queued = [issue["number"] for issue in self.house.office.ask("issues", limit=1000)["issues"] if issue["class"] == "unknown"]
        self.assertEqual(Counter(queued), Counter(strangers))


    def test_fifty_calls_and_a_bridge_that_is_killed(self) -> None:
        """Whatever it was doing: none lost, none twice; and who is not turned away rings."""
        numbers = [number for index in range(25) for number in (f"{CONTRACTS}{index:02}", f"+49151555{index:05}")]
        caller = self.call(*numbers, patience=4000, rate=10, to="shop ann ann shop")
        for _ in range(4):
            wait_for(self.watch, "call.ended")
            self.kill(self.bridge)
            self.bridge = self.start_bridge()
        self.ends(caller)
        until(lambda: len(self.calls()) == len(numbers) and not self.book(), lambda: f"{self.calls()} {self.book()} {self.log()}")
        self.assertEqual(Counter(call["caller"]["number"] for call in self.calls()), Counter(numbers))
        self.assertNotIn(("client", "rejected"), {(call["caller"]["class"], call["outcome"]) for call in self.calls()})


def call_id(caller: subprocess.Popen[bytes]) -> str:
    """What sipp tells its first call apart by."""
    return f"1-{caller.pid}@127.0.0.1"


class NewerBaresip(Telephone):
    """A control socket that speaks as baresip 3 does; Debian 12 has none to try."""

    name = "sip"

    def test_a_friend_is_declined(self) -> None:
        """Whether it hangs up by a code, and by the id alone -> how the ring ends, and whether the log says that it rings on"""
        watch = self.house.watch(only="call")
        with socket.create_server(("127.0.0.1", 0)) as server:
            self.set(f'[sip]\ncontrol = "127.0.0.1:{server.getsockname()[1]}"\n')
            self.run_bridge()
            connection, _ = server.accept()
            with connection:
                connection.settimeout(PATIENCE)
                connection.sendall(framed({"response": True, "ok": True, "data": "baresip 3.10.1", "token": "about"}))
                # Callers choose their calls' ids: one that would hang up whoever talks now rings.
                connection.sendall(framed(self.event("x=1", "CALL_INCOMING")))
                wait_for(watch, "call.received")
                for line, coded, bare, outcome, rings_on in [
                    ("before-3.19", False, True, "rejected", False),
                    ("from-3.19", True, False, "rejected", False),
                    ("neither", False, False, "missed", True),
                ]:
                    with self.subTest(line):
                        self.rings(connection, line)
                        for params, is_done in [(f"{line} scode=603 reason=Decline", coded), (line, bare)]:
                            answer = {"response": True, "ok": is_done, "data": "", "token": f"hangup {params}"}
                            connection.sendall(framed(answer))
                        connection.sendall(framed(self.event(line, "CALL_CLOSED") | {"param": "Decline"}))
                        self.assertEqual(wait_for(watch, "call.ended")["outcome"], outcome)
                        self.assertEqual("does not hang up" in self.log(), rings_on)

    def rings(self, connection: socket.socket, line: str) -> None:
        """A friend rings, until both hang-ups have come."""
        connection.sendall(framed(self.event(line, "CALL_INCOMING")))
        last = json.dumps({"command": "hangup", "params": line, "token": f"hangup {line}"}).encode()
        said = b""
        while last not in said:
            said += connection.recv(4096)
        coded = f"{line} scode=603 reason=Decline"
        self.assertIn(json.dumps({"command": "hangup", "params": coded, "token": f"hangup {coded}"}).encode(), said)
        self.assertNotIn(b"x=1", said)

    def event(self, line: str, name: str) -> dict[str, Any]:
        event = {"event": True, "class": "call", "type": name, "direction": "incoming", "id": line}
        return {**event, "peeruri": f"sip:{FRIEND}@example.org"}


def framed(message: dict[str, Any]) -> bytes:
    text = json.dumps(message).encode()
    return b"%d:%s," % (len(text), text)


class Protocol(unittest.TestCase):
    def test_numbers(self) -> None:
        for peer, number in [
            ("sip:+49301234567@example.org:5060", "+49301234567"),
            ("sip:+49-30-1234567;phone-context=x@example.org", "+49-30-1234567"),
            ("sips:%2B49301234567@example.org;transport=tls", "+49301234567"),
            ("tel:+49301234567", "+49301234567"),
            ("sip:707@192.0.2.1", "707"),
            ("sip:bob@example.org:5061;x=y", "sip:bob@example.org"),
            ("sip:b%0Ao%1B%5B2Jb%E2%80%AE@exam\x1bple.org", "sip:bo[2Jb@example.org"),
            ("sip:+49%0A30%0D1@example.org", "+49301"),
            ("sip:%1B@example.org", None),
            ("sip:anonymous@anonymous.invalid", None),
            ("sip:Anonymous@example.org", None),
            ("sip:+49301234567@anonymous.invalid", None),
            ("sip:example.org", None),
            ("", None),
        ]:
            self.assertEqual(baresip.number(peer), number, peer)

    def test_what_is_listed(self) -> None:
        text = (
            "\n--- Active calls (2) ---\n> [line 1]  0:00:00   INCOMING             sip:+493012@127.0.0.1:1\n"
            "  [line 12]  1:02:03   ESTABLISHED  (on hold)  sip:b@x\n  [line 3, id 4f a]  0:00:00  INCOMING             sip:c@x\n\n"
        )
        calls = [(call.id, call.state, call.peer) for call in baresip.listed(text)]
        incoming = ("", "INCOMING", "sip:+493012@127.0.0.1:1")
        self.assertEqual(calls, [incoming, ("", "ESTABLISHED", "sip:b@x"), ("4f a", "INCOMING", "sip:c@x")])
        self.assertEqual(baresip.listed("\n--- Active calls (0) ---\n\n"), [])

    def test_accounts(self) -> None:
        text = "\n--- User Agents (2) ---\n> sip:ann@127.0.0.1          \x1b[32mOK\x1b[;m \n  sip:shop@127.0.0.1    \n\n"
        self.assertEqual(baresip.accounts(text), ["sip:shop@127.0.0.1", "sip:ann@127.0.0.1"])
        self.assertEqual(baresip.accounts(""), [])

    def test_versions(self) -> None:
        for text, version in [("\x1b[31;1msip\x1b[;m 1.0.0    |", 1), ("baresip 3.10.1", 3), ("", 0)]:
            self.assertEqual(baresip.version(text), version)

    def test_messages_in_pieces(self) -> None:
        """However the bytes come, the messages are the same; what is no netstring ends the connection."""
        messages: list[dict[str, Any]] = [{"a": 1}, {"data": "ü:,12:"}, {}]
        data = b"".join(framed(message) for message in messages)
        for size in (1, 2, 7, len(data)):
            self.assertEqual(self.read([data[at : at + size] for at in range(0, len(data), size)]), messages)
        for wrong in (b"hello", b"99999999:", b"-1:,", b"5:hello,", b":,", b"12345678"):
            with self.assertRaises(ConnectionError, msg=wrong):
                self.read([wrong])

    def read(self, pieces: list[bytes]) -> list[dict[str, Any]]:
        with socket.create_server(("127.0.0.1", 0)) as server:

            def send() -> None:
                connection, _ = server.accept()
                with connection:
                    for piece in pieces:
                        connection.sendall(piece)

            thread = threading.Thread(target=send)
            thread.start()
            control = baresip.Control(*server.getsockname())
            try:
                return list(control.messages())
            finally:
                control.close()
                thread.join()
