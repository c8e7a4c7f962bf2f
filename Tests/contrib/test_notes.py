"""Which notifications come of which events, and their words: contrib/notify/notes.py, without a daemon and a screen."""

from __future__ import annotations

import json
import sys
import unittest
from datetime import datetime, timedelta
from typing import Any

from house import TREE

sys.path.insert(0, str(TREE / "contrib/notify"))

from notes import CRITICAL, LINES, MOVED, NORMAL, Board, Topic, note
from words import ENGLISH, RUSSIAN, Words

NOW = datetime.fromisoformat("2026-11-24T09:00:00+01:00")
ENGLISH_WORDS, RUSSIAN_WORDS = (Words(language, lambda: NOW) for language in (ENGLISH, RUSSIAN))


class Story:
    """Events with rising numbers, at NOW unless they happened `ago` seconds before it."""

    def __init__(self) -> None:
        self.board = Board()
        self.seq = 0

    def happens(self, name: str, ago: int = 0, **holds: Any) -> None:
        self.seq += 1
        at = (NOW - timedelta(seconds=ago)).isoformat()
        self.board.take({"seq": self.seq, "at": at, "event": name, **holds})

    def is_due(self, *ids: int, ago: int = 0, **keys: Any) -> None:
        self.happens("issue.due", ago, issues=[issue(id, **keys) for id in ids])

    def is_missed(self, id: int, ago: int = 0, **keys: Any) -> None:
        self.happens("call.ended", ago, **call(id, missed=True, outcome="missed", **keys))

    def told(self) -> list[str]:
        """Summary and body of each notification."""
        self.board.fold(set(), NOW)
        notes = [note(topic, ENGLISH_WORDS) for topic in self.board.topics.values()]
        return [f"{note.summary} | {note.body}".replace("\n", " / ") for note in notes]

    def buttons(self) -> list[list[str]]:
        return [[key for key, _ in note(topic, ENGLISH_WORDS).actions] for topic in self.board.topics.values()]


def issue(id: int, kind: str = "support", **keys: Any) -> dict[str, Any]:
    usual = {"class": "client", "name": f"N{id}", "about": f"about {id}", "severity": "normal", "at_once": False, "queued_at": NOW.isoformat()}
    return {"id": id, "kind": kind, **usual, **keys}


def call(id: int, **keys: Any) -> dict[str, Any]:
    caller = {"class": "client", "name": f"N{id}", "number": f"+4930{id}"}
    return {"call": id, "caller": caller, "missed": False, "verdict": "answer", "reason": "in-hours", "say": "Pick up.", **keys}


def message(id: int, **keys: Any) -> dict[str, Any]:
    return {"id": id, "name": f"N{id}", "to": f"n{id}@example.org", "state": "failed", "error": "no route", **keys}


class Boards(unittest.TestCase):
    def setUp(self) -> None:
        self.story = Story()

    def test_one_reminder_is_one_notification(self) -> None:
        self.story.is_due(1, 2)
        self.assertEqual(self.story.told(), ["2 are due | • To do: N1: about 1 / • To do: N2: about 2"])
        self.assertEqual(self.story.buttons(), [["hoursd:tomorrow:1,2", "hoursd:list"]])

    def test_a_support_issue_asks_what_was_done_and_a_ring_back_does_not(self) -> None:
        for kind, buttons in [
            ("support", ["hoursd:ask:7", "hoursd:tomorrow:7", "hoursd:show:7"]),
            ("ring-back", ["hoursd:done:7", "hoursd:tomorrow:7", "hoursd:show:7"]),
        ]:
            story = Story()
            story.is_due(7, kind=kind)
            self.assertEqual(story.buttons(), [buttons])

    def test_a_second_reminder_replaces_the_first(self) -> None:
        self.story.is_due(1, ago=60)
        first = list(self.story.board.topics)
        self.story.is_due(1)
        self.assertEqual(list(self.story.board.topics), first)
        self.assertEqual([topic.seq for topic in self.story.board.topics.values()], [2])

    def test_what_is_over_goes_and_the_rest_stays(self) -> None:
        for name in ("issue.solved", "issue.settled", "issue.dropped", "issue.snoozed"):
            story = Story()
            story.is_due(1, 2)
            story.happens(name, issue=2, issues=[issue(2)])
            self.assertEqual(story.told(), ["To do: N1 | about 1"])
            story.happens(name, issue=1, issues=[issue(1)])
            self.assertEqual(story.told(), [])

    def test_the_reminder_of_a_missed_call_takes_its_place(self) -> None:
        self.story.is_missed(1, issue=5, due=NOW.isoformat())
        self.assertEqual(self.story.told(), ["Missed call: N1 | +49301 / Ring back 09:00"])
        self.assertEqual(self.story.buttons(), [["hoursd:done:5", "hoursd:tomorrow:5", "hoursd:show:5"]])
        self.story.is_due(5, kind="ring-back", number="+49301")
        self.assertEqual(self.story.told(), ["Ring back: N5 | about 5 / +49301"])

    def test_a_ring_lasts_until_its_end(self) -> None:
        asked = {"verdict": "ask", "say": "What is it about?", "questions": [{"id": "down", "ask": "Is it down?"}]}
        self.story.happens("call.received", **call(1, **asked))
        self.assertEqual(self.story.told(), ["Ask: N1 | What is it about? / • Is it down?"])
        self.assertEqual(self.story.buttons(), [["hoursd:triage:1:critical", "hoursd:triage:1:normal"]])
        self.story.happens("call.triaged", **call(1, about="shop down"))
        self.assertEqual(self.story.told(), ["Answer: N1 | shop down / Pick up."])
        self.story.happens("call.ended", **call(1, outcome="answered"))
        self.assertEqual(self.story.told(), [])

    def test_what_was_typed_in_later_rings_no_more(self) -> None:
        self.story.happens("call.triaged", **call(1))
        self.assertEqual(self.story.told(), [])

    def test_who_was_missed_is_told_once(self) -> None:
        rows: list[tuple[str, dict[str, Any], int]] = [
            ("call.received", {"missed": True}, 1),
            ("call.ended", {"missed": True, "outcome": "missed"}, 1),
            ("call.ended", {"outcome": "voicemail"}, 1),
            ("call.ended", {"outcome": "rejected"}, 0),
            # Triaged an hour later, or by itself when nobody has said how it ended.
            ("call.triaged", {"missed": True, "outcome": "missed"}, 0),
            ("call.triaged", {"missed": True}, 0),
        ]
        for name, keys, told in rows:
            story = Story()
            story.happens(name, **call(1, **keys))
            self.assertEqual(len(story.told()), told, (name, keys))

    def test_a_reminder_leaves_what_else_a_summary_says(self) -> None:
        self.story.is_due(5, ago=80_000)
        self.story.is_missed(9, ago=60_000)
        self.story.told()
        self.story.is_due(5)
        self.assertEqual(self.story.told(), ["Missed call: N9 | +49309", "To do: N5 | about 5"])

    def test_a_day_without_a_desktop_is_one_summary_of_what_is_still_owed(self) -> None:
        self.story.is_due(1, 2, ago=80_000)
        self.story.happens("call.received", ago=70_000, **call(8))
        self.story.is_missed(9, ago=60_000)
        self.story.happens("mail.failed", ago=50_000, message=message(3))
        self.story.happens("mail.failed", ago=50_000, message=message(4))
        self.story.happens("mail.sent", ago=40_000, message=message(4, state="sent"))
        self.story.happens("issue.snoozed", ago=30_000, issue=2, issues=[issue(2)])
        self.assertEqual(
            self.story.told(),
            ["While you were away | To do: N1 / about 1 / Missed call: N9 / +49309 / Mail to N3 failed / no route"],
        )

    def test_of_one_kind_they_come_in_its_own_form_and_what_is_fresh_by_itself(self) -> None:
        self.story.is_due(1, ago=80_000)
        self.story.is_due(2, ago=40_000)
        self.story.is_due(3)
        self.assertEqual(
            self.story.told(), ["2 are due | • To do: N1: about 1 / • To do: N2: about 2", "To do: N3 | about 3"]
        )

    def test_mail_that_failed_is_told_until_it_left(self) -> None:
        self.story.happens("mail.failed", message=message(3, next_try="2026-11-24T09:05:00+01:00"))
        self.assertEqual(self.story.told(), ["Mail to N3 failed | no route / Next try 09:05."])
        self.story.happens("mail.uncertain", message=message(3, state="uncertain"))
        self.assertEqual(len(self.story.told()), 1)
        self.story.happens("mail.waived", message=message(3, state="waived"))
        self.assertEqual(self.story.told(), [])

    def test_who_was_forgotten_is_seen_no_more(self) -> None:
        self.story.is_missed(9)
        self.story.happens("mail.failed", message=message(3))
        self.story.happens("caller.forgotten", persons=["forgotten:1"])
        self.assertEqual(self.story.told(), [])

    def test_many_are_cut_and_not_moved_by_one_click(self) -> None:
        self.story.is_due(*range(1, MOVED + 2))
        (told,) = self.story.told()
        self.assertEqual(told.count("•"), LINES)
        self.assertTrue(told.endswith(f"and {MOVED + 1 - LINES} more"))
        self.assertEqual(self.story.buttons(), [["hoursd:list"]])

    def test_what_callers_say_cannot_draw(self) -> None:
        self.story.is_due(1, about="a\nb\x1b[31m\u202e" + "c" * 500)
        (told,) = self.story.told()
        self.assertTrue(told.startswith("To do: N1 | a b [31m ccc") and told.endswith("c…"), told)

    def test_numbers_cannot_draw_either(self) -> None:
        number = "sip:bob\x1b[31m\nDo it@example.org"
        self.story.is_due(1, kind="ring-back", number=number)
        self.story.is_missed(2, caller={"class": "unknown", "name": "N2", "number": number})
        told = self.story.told()
        self.assertEqual([text.count("sip:bob [31m Do it@example.org") for text in told], [1, 1], told)

    def test_urgent_is_what_comes_while_the_office_is_closed(self) -> None:
        rows: list[tuple[dict[str, Any], int]] = [
            ({}, NORMAL),
            ({"kind": "ring-back"}, NORMAL),
            ({"at_once": True}, CRITICAL),
            ({"severity": "critical"}, CRITICAL),
            # In the evening, when do-not-disturb may be on.
            ({"kind": "ring-back", "class": "personal"}, CRITICAL),
        ]
        for keys, urgency in rows:
            story = Story()
            story.is_due(1, **keys)
            self.assertEqual([note(topic, ENGLISH_WORDS).urgency for topic in story.board.topics.values()], [urgency])

    def test_a_board_can_be_written_down(self) -> None:
        self.story.is_due(1)
        self.story.is_missed(2, issue=9)
        for topic in self.story.board.topics.values():
            self.assertEqual(Topic.read(json.loads(json.dumps(topic.written()))), topic)


class Languages(unittest.TestCase):
    def test_both_languages_have_the_same_words_with_the_same_names(self) -> None:
        self.assertEqual(ENGLISH.keys(), RUSSIAN.keys())
        names = {"count": 2, "who": "w", "time": "t", "state": "s", "text": "x"}
        for key in ENGLISH:
            used = {name for name in names if f"{{{name}}}" in ENGLISH[key]}
            self.assertEqual(used, {name for name in names if f"{{{name}}}" in RUSSIAN[key]}, key)

    def test_times_as_people_say_them(self) -> None:
        for text, english, russian in [
            ("2026-11-24T18:00:00+01:00", "18:00", "18:00"),
            ("2026-11-25T09:00:00+01:00", "Wed 09:00", "ср 09:00"),
            ("2026-11-27T09:00:00+01:00", "Fri 09:00", "пт 09:00"),
            ("2026-12-01T09:00:00+01:00", "1 Dec 09:00", "1 дек 09:00"),
            ("2027-01-04T09:00:00+01:00", "4 Jan 2027 09:00", "4 янв 2027 09:00"),
            ("2026-11-23T09:00:00+01:00", "23 Nov 09:00", "23 ноя 09:00"),
        ]:
            self.assertEqual((ENGLISH_WORDS.time(text), RUSSIAN_WORDS.time(text)), (english, russian))


if __name__ == "__main__":
    unittest.main()
