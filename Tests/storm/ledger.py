"""What was asked and what was answered, held against what is kept: nothing lost, nothing twice.

What is kept is read as any client reads it: all events by `watch {"since":0}`, then issues, calls and messages. The daemon's own
counters are not asked.
"""
import json
import threading
import time
from collections import defaultdict

from daemon import instant, request


def of_issue(name):
    """What an event's issue holds under this name."""
    return lambda event: event["issues"][0].get(name)


def asked_for(name):
    return lambda asked: asked[name]


# By what a change is found again in the log: the event that it makes, the request's mark and the event's.
# A mark is unique in a run, so that each must be found once. A change without a row here is judged by its key alone.
EFFECTS = {
    "call": ("call.received", asked_for("about"), lambda event: event.get("about")),
    "triage": ("call.triaged", asked_for("about"), lambda event: event.get("about")),
    "end": ("call.ended", asked_for("call"), lambda event: event["call"]),
    "told": ("caller.told", asked_for("call"), lambda event: event.get("call")),
    "add": ("issue.queued", asked_for("about"), of_issue("about")),
    "snooze": (
        "issue.snoozed", lambda asked: (asked["id"], instant(asked["until"])),
        lambda event: (event["issue"], instant(event["issues"][0]["due"]))),
    "note": ("issue.noted", asked_for("text"), lambda event: event["text"]),
    "drop": ("issue.dropped", asked_for("why"), of_issue("why")),
    "reopen": ("issue.reopened", asked_for("id"), lambda event: event["issue"]),
    "resolve": ("issue.solved", asked_for("solution"), of_issue("solution")),
    "waive": ("mail.waived", asked_for("issue"), lambda event: event["issue"]),
    "override": ("office.override", asked_for("reason"), lambda event: event["override"].get("reason")),
    "end-override": ("office.override-ended", asked_for("id"), lambda event: event["override"]["id"]),
    "mail-edit": ("mail.drafted", asked_for("subject"), lambda event: event["message"]["subject"]),
    "mail-send": ("mail.queued", asked_for("id"), lambda event: event["message"]["id"]),
    "mail-claim": ("mail.sending", asked_for("id"), lambda event: event["message"]["id"]),
    "mail-sent": ("mail.sent", asked_for("id"), lambda event: event["message"]["id"]),
}

# Reminders that come again by themselves do so after this many seconds at the earliest.
REMIND_AGAIN = 900


class Entry:
    """A change that was asked for, under its key."""

    def __init__(self, verb, asked):
        self.verb = verb
        self.asked = asked
        # None while nobody knows; an error is an answer, too.
        self.reply = None
        # The office's newest `seq` each time it came back and this was not answered yet.
        self.returns = []

    @property
    def line(self):
        return request(self.verb, self.asked)

    @property
    def acknowledged(self):
        return self.reply is not None and "error" not in self.reply

    @property
    def refused(self):
        return self.reply is not None and "error" in self.reply

    def __str__(self):
        return f"{self.verb} {self.asked} (answered {json.dumps(self.reply)})"


class Ledger:
    """All changes of a run. Threads may write to it."""

    def __init__(self, patience=0):
        """`patience`: how many seconds after its time, at most, a reminder may come behind what happened later."""
        self.patience = patience
        self.entries = []
        self._lock = threading.Lock()

    def write(self, verb, **asked):
        """Notes a change that is about to be asked for, with a key of its own."""
        with self._lock:
            asked["key"] = f"k{len(self.entries)}"
            entry = Entry(verb, asked)
            self.entries.append(entry)
            return entry

    def await_dues(self):
        """Waits until the last reminder that was asked for should have come; here only time can be waited for."""
        names = {"add": "due", "snooze": "until"}
        dues = [instant(entry.asked[names[entry.verb]]) for entry in self.entries if entry.verb in names]
        # A second later, so that the office's clock is past it.
        time.sleep(max(0, max(dues) + 1.2 - time.time()))

    def judge(self, daemon):
        """Reads everything that is kept."""
        verdict = Verdict()
        status = daemon.ask("status")
        newest = status["seq"]
        log = LogReader(verdict, self.patience)
        with daemon.connect() as line:
            line.ask("watch", since=0)
            for event in line.events(newest):
                log.read(event)
        log.end(newest, instant(status["now"]))
        self._judge_changes(log.marks, verdict)
        log.judge_rows(daemon)
        self._judge_keys(daemon, newest, verdict)
        return verdict

    def _judge_changes(self, marks, verdict):
        hit: set = set()
        for entry in self.entries:
            if entry.verb not in EFFECTS:
                continue
            name, mark, _ = EFFECTS[entry.verb]
            found = marks[name][mark(entry.asked)]
            if entry.acknowledged:
                verdict.changes += 1
                if not found:
                    verdict.lose(f"answered, and not kept: {entry}")
            if len(found) > 1 or (entry.refused and found):
                verdict.double(f"kept as events {found}: {entry}")
            hit.update(seq for seq in entry.returns if found and found[0] <= seq)
        verdict.in_between = len(hit)

    def _judge_keys(self, daemon, newest, verdict):
        """Asks everything again under its key: the first answer comes, and nothing is recorded."""
        answered = [entry for entry in self.entries if entry.acknowledged]
        with daemon.connect() as line:
            for first in range(0, len(answered), 50):
                some = answered[first:first + 50]
                line.send(*(entry.line for entry in some))
                for entry in some:
                    reply = line.receive()
                    if reply != entry.reply:
                        verdict.double(f"another answer under its key: {entry}: {reply}")
        seq = daemon.ask("status")["seq"]
        if seq == newest:
            return
        with daemon.connect() as line:
            line.ask("watch", since=newest)
            for event in line.events(seq):
                # What comes due by itself may come meanwhile.
                if event["event"] not in ("issue.due", "mail.due"):
                    verdict.double(f"recorded when all was asked again: {event}")


class Verdict:
    """What a judgement found. All is well when `lost` and `twice` are 0."""

    def __init__(self):
        self.lost = 0
        self.twice = 0
        self.problems = []
        self.events = 0
        self.changes = 0
        self.reminders = 0
        # The most seconds between an issue's due time and its reminder.
        self.latest = 0
        # How often the office came back with changes that were kept, and whose answers had not come.
        self.in_between = 0

    def lose(self, problem):
        self.lost += 1
        self.problems.append(f"lost: {problem}")

    def double(self, problem):
        self.twice += 1
        self.problems.append(f"twice: {problem}")

    def add(self, other):
        """Takes over what another judgement found."""
        self.lost += other.lost
        self.twice += other.twice
        self.problems += other.problems

    def __str__(self):
        return (f"{self.changes:,} changes and {self.reminders:,} reminders in {self.events:,} events, "
                f"reminded {self.latest} s late at most")


class LogReader:
    """Reads all events in their order, and judges what they say by themselves."""

    def __init__(self, verdict, patience):
        self._patience = patience
        self._verdict = verdict
        # The `seq` of events, by name and mark.
        self.marks: dict = defaultdict(lambda: defaultdict(list))
        self._marking = {name: mark for name, _, mark in EFFECTS.values()}
        self._seq = 0
        self._now = 0
        # By issue: the newest due time, the one that was not reminded yet, and when it was last reminded.
        self._due = {}
        self._waiting = {}
        self._reminded = {}
        # What the newest event about it says, by verb and id.
        self._rows: dict = {"issues": {}, "calls": {}, "messages": {}}

    def read(self, event):
        self._verdict.events += 1
        if event["seq"] != self._seq + 1:
            self._verdict.lose(f"event {event['seq']} follows {self._seq}")
        self._seq = event["seq"]
        name = event["event"]
        if name in self._marking:
            self.marks[name][self._marking[name](event)].append(event["seq"])
        self._judge_reminders(event)
        for issue in event.get("issues", []):
            self._rows["issues"][issue["id"]] = canonical(issue)
        if name.startswith("call."):
            self._rows["calls"][event["call"]] = canonical(
                {key: value for key, value in event.items() if key not in ("seq", "at", "event")})
        if "message" in event:
            self._rows["messages"][event["message"]["id"]] = canonical(event["message"])

    def end(self, newest, now):
        """All was read; it is `now`."""
        if self._seq != newest:
            self._verdict.lose(f"the newest event is {newest}, and {self._seq} the last one that came")
        self._miss(now, "the end")

    # Each due time is reminded once, before anything that happened later, unless the issue was taken care of before.

    def _judge_reminders(self, event):
        self._now = max(self._now, instant(event["at"]))
        name = event["event"]
        if name == "issue.due":
            for issue in event["issues"]:
                self._remind(issue)
            return
        self._miss(self._now, f"event {event['seq']}")
        for issue in event.get("issues", []):
            due = instant(issue["due"])
            # A call that joins an issue queues it again, and leaves it due when it was.
            again = name == "issue.queued" and self._due.get(issue["id"]) == due
            if name in ("issue.queued", "issue.snoozed", "issue.reopened") and not again:
                self._due[issue["id"]] = self._waiting[issue["id"]] = due
            elif issue["state"] != "pending":
                self._waiting.pop(issue["id"], None)

    def _miss(self, now, what):
        for issue in [issue for issue, due in self._waiting.items() if due < now - self._patience]:
            self._verdict.lose(f"issue {issue} was due at {self._waiting.pop(issue)}, and not reminded before {what}")

    def _remind(self, issue):
        number = issue["id"]
        due = self._waiting.pop(number, None)
        if due is not None:
            self._verdict.reminders += 1
            self._verdict.latest = max(self._verdict.latest, self._now - due)
        else:
            again = issue["at_once"] or issue["kind"] == "ring-back"
            if not again or self._now < self._reminded[number] + REMIND_AGAIN:
                self._verdict.double(f"issue {number} was reminded again, at {self._now}: {canonical(issue)}")
        self._reminded[number] = self._now

    def judge_rows(self, daemon):
        """What is asked for says the same as the newest event about it."""
        with daemon.connect() as line:
            for verb, number, cursor in (("issues", "id", "after"), ("calls", "call", "before"), ("messages", "id", "after")):
                keys: dict[str, object] = {"limit": 1000}
                if verb != "calls":
                    keys["state"] = "all"
                expected = self._rows[verb]
                while keys:
                    page = line.ask(verb, **keys)
                    for row in page[verb]:
                        kept, said = canonical(row), expected.pop(row[number], None)
                        if kept != said:
                            self._verdict.lose(f"{verb} has {kept}, and its newest event {said}")
                    keys = {**keys, cursor: page["next"]} if "next" in page else {}
                for missing in expected:
                    self._verdict.lose(f"{verb}: {missing} has events, and is not there")


def canonical(value):
    return json.dumps(value, sort_keys=True)
