"""What the bridges to telephones share, against a real daemon: rings that nobody hears, answers that get lost, files that break."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path
from typing import Any
from unittest.mock import patch

from house import TREE, House
from hoursd import Office, Refused
from rings import Bridge, Ring

MOBILE, LANDLINE = "+49 171 5550100", "030 1234567"


class Telephone(Bridge):
    """Notes what it is told to do; sends what it may, as far as `leaves` says."""

    def __init__(self, house: House) -> None:
        super().__init__("telephone", Office(house.socket, patience=0), house.folder / "bridges")
        self.verdicts: list[str] = []
        self.sent: list[str] = []
        self.leaves = True

    def judged(self, ring: Ring, call: dict[str, Any]) -> None:
        self.verdicts.append(call["verdict"])

    def may_reply(self, call: dict[str, Any]) -> bool:
        return call["caller"].get("number_type") == "mobile"

    def reply(self, ring: Ring, call: dict[str, Any]) -> bool:
        # As it stands on the disk when the message leaves.
        assert self.stored()[0]["replied"]
        self.sent.append(call["caller"]["number"])
        return self.leaves

    def stored(self) -> list[dict[str, Any]]:
        rings: list[dict[str, Any]] = json.loads(self.book.path.read_text())
        return rings


class Rings(unittest.TestCase):
    def setUp(self) -> None:
        self.house = House()
        self.addCleanup(self.house.close)
        self.telephone = Telephone(self.house)

    def calls(self) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = self.house.office.ask("calls")["calls"]
        return calls

    def events(self) -> list[str]:
        watch = self.house.office.watch(since=0, only=["call", "caller"])
        self.house.watches.append(watch)
        events = []
        while event := watch.take(0.1):
            events.append(event["event"])
        return events

    def test_how_a_ring_ends(self) -> None:
        for outcome, minutes in [("answered", 7), ("rejected", None), ("voicemail", None), ("missed", None)]:
            with self.subTest(outcome):
                ring = self.telephone.rang("1", "", LANDLINE)
                self.assertTrue(self.telephone.tell())
                self.telephone.ended(ring, outcome, minutes)
                self.assertTrue(self.telephone.tell())
                call = self.calls()[0]
                self.assertEqual((call["outcome"], call.get("minutes")), (outcome, minutes))
                self.assertEqual(self.telephone.stored(), [])
        self.assertEqual(self.telephone.verdicts, ["answer"] * 4)
        self.assertEqual(len(self.calls()), 4)

    def test_a_conversation_has_its_minutes(self) -> None:
        for seconds, minutes in [(0, 1), (29, 1), (89, 1), (91, 2), (3600, 60)]:
            ring = self.telephone.rang("1", "", LANDLINE)
            self.telephone.picked_up(ring)
            assert ring.picked_up_at
            ring.picked_up_at -= seconds
            self.telephone.ended(ring, "answered")
            self.assertTrue(self.telephone.tell())
            self.assertEqual(self.calls()[0]["minutes"], minutes)

    def test_while_hoursd_is_away_the_calls_wait(self) -> None:
        self.house.kill()
        self.telephone.ended(self.telephone.rang("1", "", LANDLINE), "missed")
        self.telephone.ended(self.telephone.rang("2", "", MOBILE), "answered", 3)
        self.telephone.rang("3", "", None)
        self.assertFalse(self.telephone.tell())
        # And the bridge does not live to see it come back.
        after = Telephone(self.house)
        self.house.start()
        self.assertTrue(after.tell())
        self.assertTrue(after.tell())
        hidden, answered, missed = self.calls()
        self.assertTrue(missed["missed"])
        # Nobody is told to pick up what rings no more.
        self.assertEqual(missed["verdict"], "ring-back")
        self.assertEqual((answered["outcome"], answered["minutes"]), ("answered", 3))
        self.assertNotIn("number", hidden["caller"])
        self.assertEqual(after.verdicts, ["answer"])
        self.assertEqual([ring["line"] for ring in after.stored()], ["3"])

    def test_a_ring_whose_end_is_not_known_is_told(self) -> None:
        self.house.kill()
        ring = self.telephone.rang("1", "", LANDLINE)
        self.telephone.forget(ring)
        self.assertFalse(self.telephone.tell())
        # The same line rings again, and is told apart.
        self.assertIsNone(self.telephone.book.open("1"))
        self.house.start()
        self.assertTrue(self.telephone.tell())
        self.assertEqual(self.telephone.stored(), [])
        self.assertNotIn("outcome", self.calls()[0])
        # Of a ring that hoursd knows, nothing is left.
        ring = self.telephone.rang("1", "", LANDLINE)
        self.telephone.tell()
        self.telephone.forget(ring)
        self.telephone.tell()
        self.assertEqual((len(self.calls()), self.telephone.stored()), (2, []))

    def test_a_bridge_that_is_killed_goes_on(self) -> None:
        self.telephone.rang("1", "", MOBILE)
        self.telephone.tell()
        after = Telephone(self.house)
        ring = after.book.open("1")
        assert ring
        after.ended(ring, "missed")
        # Killed again, with the answer on its way.
        before = after.book.path.read_bytes()
        after.tell()
        self.assertEqual(len(after.sent), 1)
        events = self.events()
        after.book.path.write_bytes(before)
        last = Telephone(self.house)
        last.tell()
        self.assertEqual(self.events(), events)
        self.assertEqual(events, ["call.received", "call.ended", "caller.told"])

    def test_an_answer_that_was_lost(self) -> None:
        ring = self.telephone.rang("1", "", LANDLINE)
        self.house.office.ask("call", from_=ring.number, at=ring.at, key=ring.key)
        self.telephone.ended(ring, "missed")
        self.assertTrue(self.telephone.tell())
        (call,) = self.calls()
        self.assertEqual(call["outcome"], "missed")

    def test_a_reply_leaves_once(self) -> None:
        """number | how it ends | leaves -> sent, told"""
        for number, outcome, leaves, sent, told in [
            (LANDLINE, "missed", True, 0, False),
            ("+49 171 1", "missed", True, 0, False),
            ("+49 171 5550101", "answered", True, 0, False),
            ("+49 171 5550102", "rejected", True, 0, False),
            ("+49 171 5550103", "missed", True, 1, True),
            ("+49 171 5550104", "missed", False, 1, False),
        ]:
            with self.subTest(number=number, outcome=outcome, leaves=leaves):
                self.telephone.sent.clear()
                self.telephone.leaves = leaves
                ring = self.telephone.rang("1", "", number)
                self.telephone.ended(ring, outcome)
                self.assertTrue(self.telephone.tell())
                self.assertEqual(len(self.telephone.sent), sent)
                self.assertEqual(self.events()[-1] == "caller.told", told)
                self.assertEqual(self.telephone.stored(), [])

    def test_nobody_knows_whether_it_left(self) -> None:
        """Killed while it sends: it counts as gone, and is not sent again, for this call nor for the next one."""
        ring = self.telephone.rang("1", "", MOBILE)
        self.telephone.ended(ring, "missed")

        class Killed(BaseException):
            pass

        with patch.object(self.telephone, "reply", side_effect=Killed), self.assertRaises(Killed):
            self.telephone.tell()
        after = Telephone(self.house)
        after.tell()
        self.assertEqual(self.events()[-1], "caller.told")
        after.ended(after.rang("1", "", MOBILE), "missed")
        after.tell()
        self.assertEqual(after.sent, [])
        self.assertEqual(after.stored(), [])

    def test_a_reply_that_comes_late_is_none(self) -> None:
        self.telephone.rang("1", "", MOBILE).heard_at -= 601
        self.telephone.ended(self.telephone.book.rings[0], "missed")
        self.telephone.tell()
        self.assertEqual(self.telephone.sent, [])
        self.assertEqual(self.events(), ["call.received"])

    def test_what_hoursd_refuses_holds_nothing_up(self) -> None:
        self.telephone.rang("1", "", LANDLINE).at = "2999-01-01T00:00:00Z"
        self.telephone.rang("2", "", LANDLINE)
        self.assertTrue(self.telephone.tell())
        self.assertEqual([ring["line"] for ring in self.telephone.stored()], ["2"])
        # The owner was faster.
        ring = self.telephone.book.rings[0]
        self.house.office.ask("end", call=ring.call, outcome="voicemail")
        self.telephone.ended(ring, "answered")
        self.assertTrue(self.telephone.tell())
        self.assertEqual(self.telephone.stored(), [])

    def test_whatever_callers_are_called(self) -> None:
        for number in ["7" * 300, "ё" * 300, "sip:" + "x" * 4000 + "@example.org", "\n\0\u2028", "\U0001f600" * 65, "\ud800x"]:
            self.telephone.rang(number, number, number, number, number)
            self.telephone.rang(number, number, None)
            self.assertTrue(self.telephone.tell())
        self.assertEqual(len(self.calls()), 12)
        self.assertEqual(Telephone(self.house).book.rings, self.telephone.book.rings)

    def test_who_has_to_wait_holds_nobody_up(self) -> None:
        """hoursd cannot take some calls now, and will later."""
        self.telephone.rang("1", "", LANDLINE)
        self.telephone.rang("2", "", MOBILE)
        ask = self.telephone.office.ask

        def busy(verb: str, **keys: Any) -> dict[str, Any]:
            if keys.get("from_") == LANDLINE:
                raise Refused("busy", "too many pending issues")
            return ask(verb, **keys)

        with patch.object(self.telephone.office, "ask", busy):
            self.assertFalse(self.telephone.tell())
        self.assertEqual([call["caller"]["id"] for call in self.calls()], ["Boris"])
        self.assertTrue(self.telephone.tell())
        self.assertEqual([call["caller"]["id"] for call in self.calls()], ["acme", "Boris"])

    def test_a_broken_book_is_set_aside(self) -> None:
        self.telephone.rang("1", "", LANDLINE)
        for broken in ["", "[{}]", '{"line": 1', "\0"]:
            self.telephone.book.path.write_text(broken)
            self.assertEqual(Telephone(self.house).book.rings, [])
            self.assertEqual(self.telephone.book.path.with_suffix(".broken").read_text(), broken)

    def test_a_full_disk_does_not_silence_the_telephone(self) -> None:
        self.telephone.book.path = Path("/dev/full/book.json")
        ring = self.telephone.rang("1", "", MOBILE)
        self.telephone.ended(ring, "missed")
        self.assertTrue(self.telephone.tell())
        # What cannot be written down first is not sent.
        self.assertEqual(self.telephone.sent, [])
        self.assertEqual(self.events(), ["call.received"])

    def test_what_nobody_foresaw_ends_the_program(self) -> None:
        program = (
            'import sys, time; sys.path.append("contrib/lib")\nfrom rings import Bridge\nbridge = Bridge("x")\n'
            "bridge.judged = lambda ring, call: 1 / 0\nbridge.rang('1', '', None)\nbridge.start()\ntime.sleep(60)"
        )
        done = subprocess.run([sys.executable, "-c", program], cwd=TREE, env=self.house.environ, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("ZeroDivisionError", done.stderr)

    def test_the_book_is_the_owners_alone(self) -> None:
        self.telephone.rang("1", "", LANDLINE)
        self.assertEqual(os.stat(self.telephone.book.path).st_mode & 0o777, 0o600)
        self.assertEqual(os.stat(self.telephone.book.path.parent).st_mode & 0o777, 0o700)


class Settings(unittest.TestCase):
    """What stands in phone.toml -> the exit status, and the end of what is said."""

    def test_settings(self) -> None:
        house = House()
        self.addCleanup(house.close)
        file = house.folder / "config/hoursd/phone.toml"
        file.parent.mkdir(parents=True)
        program = 'import sys; sys.path.append("contrib/lib")\nfrom rings import settings\nprint(settings("sip", {"control": "x"}))'
        for text, status, said in [
            ("", 0, "{'control': 'x'}"),
            ('[kdeconnect]\nsms = true\n', 0, "{'control': 'x'}"),
            ('[sip]\ncontrol = "y"\n', 0, "{'control': 'y'}"),
            ('[sip]\nconrol = "y"\n', 78, "[sip] knows control, not conrol"),
            ('[sip]\ncontrol = 1\n', 78, 'control of [sip] is written like "x"'),
            ("[sip\n", 78, "(at line 1, column 5)"),
            ("sip = 1\n", 78, "sip is a table: [sip]"),
        ]:
            with self.subTest(text):
                file.write_text(text)
                done = subprocess.run(
                    [sys.executable, "-c", program], cwd=TREE, env=house.environ, capture_output=True, text=True
                )
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertTrue((done.stdout or done.stderr).strip().endswith(said), done.stdout + done.stderr)
