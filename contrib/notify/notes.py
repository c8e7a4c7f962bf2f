"""Which notifications there should be, and what stands in them: events in, notes out. No bus, no clock, no screen.

A `Topic` is one notification: a ring, or what is due, missed and failed that belongs together. The `Board` holds those
that should be seen now; an event adds to it, or takes away what is done, wherever it was done.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from hoursd import Event
from words import Words, visible, who

# What is older than this happened while nobody could see it, and comes in one summary; seconds.
OLD = 120
# How long a ring stays when nobody says how it ended; milliseconds.
RING = 120_000
# Lines of a notification, and issues that one button can move.
LINES, MOVED = 8, 50

LOW, NORMAL, CRITICAL = 0, 1, 2
# No longer owed, or not now.
OVER = {"issue.solved", "issue.settled", "issue.dropped", "issue.snoozed"}
MAIL_OVER = {"mail.drafted", "mail.queued", "mail.sent", "mail.waived"}
# The rows of the decision table that leave a support issue; the others leave a ring-back.
SUPPORT = {"contract", "critical", "surcharge", "not-critical"}

Things = dict[int, dict[str, Any]]


@dataclass
class Topic:
    """What one notification is about."""

    seq: int
    at: datetime
    ring: dict[str, Any] | None = None
    due: Things = field(default_factory=dict)
    missed: Things = field(default_factory=dict)
    mails: Things = field(default_factory=dict)

    def written(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {**vars(self), "at": self.at.isoformat()}

    @classmethod
    def read(cls, written: dict[str, Any]) -> Topic:
        things = {name: {int(id): thing for id, thing in written[name].items()} for name in ("due", "missed", "mails")}
        return cls(written["seq"], datetime.fromisoformat(written["at"]), written["ring"], **things)

    @property
    def contents(self) -> tuple[object, ...]:
        """What it holds: two that hold the same need not be shown twice, though a time of today has become one of yesterday."""
        return self.seq, self.ring is None, *self.due, "missed", *self.missed, "mails", *self.mails

    @property
    def is_empty(self) -> bool:
        return not (self.ring or self.due or self.missed or self.mails)

    @property
    def issues(self) -> list[int]:
        """Those that are owed, once each."""
        return list(dict.fromkeys([*self.due, *(call["issue"] for call in self.missed.values() if "issue" in call)]))

    def without(self, issue: int) -> None:
        self.due.pop(issue, None)
        self.missed = {id: call for id, call in self.missed.items() if call.get("issue") != issue}

    def join(self, other: Topic) -> None:
        self.seq, self.at = max(self.seq, other.seq), max(self.at, other.at)
        self.due |= other.due
        self.missed |= other.missed
        self.mails |= other.mails


@dataclass(frozen=True)
class Note:
    """A notification in plain text; `actions` are pairs of a key and a label."""

    seq: int
    summary: str
    body: str
    urgency: int
    expires: int
    icon: str
    actions: tuple[tuple[str, str], ...]


class Board:
    """The topics that should be seen, by keys of their own."""

    def __init__(self) -> None:
        self.topics: dict[str, Topic] = {}

    def take(self, event: Event) -> None:
        """What is to be seen after this event."""
        name = event["event"]
        if name == "issue.due":
            self._remind(event)
        elif name in OVER:
            self._each(lambda topic: topic.without(event["issue"]))
        elif name.startswith("call."):
            self._call(event)
        elif name in ("mail.failed", "mail.uncertain"):
            message = event["message"]
            self._drop_mail(message["id"])
            self.topics[f"mail:{message['id']}"] = begun(event, mails={message["id"]: message})
        elif name in MAIL_OVER:
            self._drop_mail(event["message"]["id"])
        elif name == "caller.forgotten":
            # Nothing of theirs is owed; what else is shown may be about them.
            self.topics = {key: topic for key, topic in self.topics.items() if topic.due}
            self._each(lambda topic: (topic.missed.clear(), topic.mails.clear()))

    def fold(self, shown: set[str], now: datetime) -> None:
        """Makes one topic of all that happened while nobody could see it; rings of then are over."""
        old = {
            key: topic
            for key, topic in self.topics.items()
            if key not in shown and (now - topic.at).total_seconds() > OLD
        }
        summary: Topic | None = None
        for key, topic in old.items():
            topic.ring = None
            if topic.is_empty or summary is not None:
                del self.topics[key]
            if summary is not None:
                summary.join(topic)
            elif not topic.is_empty:
                summary = topic

    def _remind(self, event: Event) -> None:
        due = {issue["id"]: issue for issue in event["issues"]}
        before = list(self.topics)
        for id in due:
            self._each(lambda topic: topic.without(id))
        # An earlier one that was about nothing else is replaced; a second notification of the same would only pile up.
        same = [key for key in before if key not in self.topics]
        self.topics[same[0] if same else f"due:{event['seq']}"] = begun(event, due=due)

    def _call(self, event: Event) -> None:
        id, name = event["call"], event["event"]
        ring = f"ring:{id}"
        has_ended = event["missed"] or "outcome" in event
        was_seen = self.topics.pop(ring, None)
        if not has_ended and (name == "call.received" or was_seen):
            self.topics[ring] = begun(event, ring=event)
        # One that is triaged after its end has been told.
        elif name == "call.received" and event["missed"] or name == "call.ended" and event["outcome"] in ("missed", "voicemail"):
            self.topics[f"missed:{id}"] = begun(event, missed={id: event})

    def _drop_mail(self, id: int) -> None:
        self._each(lambda topic: topic.mails.pop(id, None))

    def _each(self, change: Any) -> None:
        for topic in self.topics.values():
            change(topic)
        self.topics = {key: topic for key, topic in self.topics.items() if not topic.is_empty}


def begun(event: Event, **holds: Any) -> Topic:
    """A topic that an event begins."""
    return Topic(event["seq"], datetime.fromisoformat(event["at"]), **holds)


def note(topic: Topic, say: Words) -> Note:
    """A topic in words."""
    if topic.ring:
        return ring_note(topic, topic.ring, say)
    heads, lines = [], []
    for things, head, line, many in (
        (topic.due, due_head, due_line, "due-many"),
        (topic.missed, missed_head, missed_line, "missed-many"),
        (topic.mails, mail_head, mail_line, "mail-many"),
    ):
        if not things:
            continue
        shown = list(things.values())[:LINES]
        alone = len(things) == 1
        heads.append(head(shown[0], say) if alone else say(many, count=len(things)))
        lines.append([text for thing in shown if (text := line(thing, say) if alone else one_line(head, line, thing, say))])
        if len(things) > LINES:
            lines[-1].append(say("more", count=len(things) - LINES))
    if len(heads) == 1:
        summary, body = heads[0], "\n".join(lines[0])
    else:
        summary = say("meanwhile")
        body = "\n".join(text for head, rest in zip(heads, lines) for text in (head, *rest))
    return Note(
        topic.seq, summary, body, CRITICAL if any(map(is_urgent, topic.due.values())) else NORMAL, 0,
        "appointment-soon" if topic.due else "call-start" if topic.missed else "mail-mark-important",
        tuple(actions(topic, say)),
    )  # fmt: skip


def one_line(head: Any, line: Any, thing: dict[str, Any], say: Words) -> str:
    rest = line(thing, say).split("\n")[0]
    return f"• {head(thing, say)}" + (f": {rest}" if rest else "")


def due_head(issue: dict[str, Any], say: Words) -> str:
    return say("support" if issue["kind"] == "support" else "call-back", who=who(issue, say) if is_somebodys(issue) else say("owed"))


def is_urgent(issue: dict[str, Any]) -> bool:
    """Whether it comes while the office is closed: then it must come through do-not-disturb, a friend's ring-back, too."""
    is_personal = issue["class"] == "personal" and issue["kind"] == "ring-back"
    return bool(issue["at_once"] or issue["severity"] == "critical" or is_personal)


def is_somebodys(issue: dict[str, Any]) -> bool:
    return any(key in issue for key in ("name", "client", "number", "person"))


def due_line(issue: dict[str, Any], say: Words) -> str:
    about = visible(issue["about"]) if "about" in issue else ""
    if issue["severity"] == "critical":
        about = f"{say('critical')}: {about}" if about else say("critical")
    number = visible(issue["number"]) if issue["kind"] == "ring-back" and issue.get("name") and "number" in issue else None
    # "At once" is no promise to be reminded of.
    promised = issue.get("promised")
    promised = say("promised", time=say.time(promised)) if promised and promised != issue["queued_at"] else None
    return "\n".join(text for text in (about, number, promised) if text)


def missed_head(call: dict[str, Any], say: Words) -> str:
    what = say("voicemail" if call.get("outcome") == "voicemail" else "missed")
    return f"{what}: {who(call['caller'], say)}"


def missed_line(call: dict[str, Any], say: Words) -> str:
    about = visible(call["about"]) if "about" in call else None
    number = visible(call["caller"]["number"]) if call["caller"].get("name") and "number" in call["caller"] else None
    due = say("call-back-at", time=say.time(call["due"])) if "due" in call else None
    return "\n".join(text for text in (about, number, due) if text)


def mail_head(message: dict[str, Any], say: Words) -> str:
    return say("mail-uncertain" if message["state"] == "uncertain" else "mail-failed", who=who(message, say))


def mail_line(message: dict[str, Any], say: Words) -> str:
    if message["state"] == "uncertain":
        return say("uncertain-body")
    error = visible(message.get("error", ""))
    retry = say("retry", time=say.time(message["next_try"])) if "next_try" in message else ""
    return "\n".join(text for text in (error, retry) if text)


def ring_note(topic: Topic, call: dict[str, Any], say: Words) -> Note:
    """The verdict, and what to say."""
    person = who(call["caller"], say)
    asked = [f"• {visible(question['ask'])}" for question in call.get("questions", [])]
    offer = [visible(call["surcharge_offer"])] if "surcharge_offer" in call else []
    about = [visible(call["about"])] if "about" in call else []
    buttons = [(f"hoursd:triage:{call['call']}:{severity}", say(severity)) for severity in ("critical", "normal")]
    return Note(
        topic.seq, f"{say(call['verdict'])}: {person}", "\n".join([*about, visible(call["say"], 500), *asked, *offer]),
        CRITICAL, RING, "call-start", tuple(buttons if asked else ()),
    )  # fmt: skip


def actions(topic: Topic, say: Words) -> list[tuple[str, str]]:
    """What a click may do. The keys say all of it, so that one that was shown by a notifier of before can be understood."""
    issues = topic.issues
    chosen = []
    if len(issues) == 1:
        is_support = any(issue["kind"] == "support" for issue in topic.due.values()) or any(
            call["reason"] in SUPPORT for call in topic.missed.values()
        )
        # What was done for a client is told to the client: it has to be asked.
        verb, label = ("ask", say("done-ask")) if is_support else ("done", say("called"))
        chosen.append((f"hoursd:{verb}:{issues[0]}", label))
    if 0 < len(issues) <= MOVED:
        label = say("tomorrow" if len(issues) == 1 else "all-tomorrow")
        chosen.append((f"hoursd:tomorrow:{','.join(map(str, issues))}", label))
    if len(issues) == 1:
        chosen.append((f"hoursd:show:{issues[0]}", say("show")))
    elif issues:
        chosen.append(("hoursd:list", say("show")))
    elif topic.mails:
        chosen.append((f"hoursd:mail:{next(iter(topic.mails))}" if len(topic.mails) == 1 else "hoursd:mails", say("show")))
    return chosen
