"""What was asked and what was answered, held against what is kept: nothing lost, nothing twice.

The log is read as any client reads it, by `watch {"since":0}`; the daemon's own counters are not asked.
"""
import threading
from collections import Counter, defaultdict

from daemon import instant, request

# By what a change is found again in the log: the event that it makes, the request's mark, the event's mark.
# A mark is unique in a run, so that each must be found once.
EFFECTS = {
    "call": ("call.received", lambda asked: asked["about"], lambda event: event["about"]),
    "triage": ("call.triaged", lambda asked: asked["about"], lambda event: event.get("about")),
    "end": ("call.ended", lambda asked: asked["call"], lambda event: event["call"]),
    "told": ("caller.told", lambda asked: asked["call"], lambda event: event.get("call")),
    "add": ("issue.queued", lambda asked: asked["about"], lambda event: event["issues"][0].get("about")),
    "snooze": (
        "issue.snoozed", lambda asked: (asked["id"], instant(asked["until"])),
        lambda event: (event["issue"], instant(event["issues"][0]["due"]))),
    "note": ("issue.noted", lambda asked: asked["text"], lambda event: event["text"]),
    "drop": ("issue.dropped", lambda asked: asked["why"], lambda event: event["issues"][0].get("why")),
    "resolve": ("issue.solved", lambda asked: asked["solution"], lambda event: event["issues"][0]["solution"]),
    "override": (
        "office.override", lambda asked: asked["reason"], lambda event: event["override"].get("reason")),
    "end-override": ("office.override-ended", lambda asked: asked["id"], lambda event: event["override"]["id"]),
    "mail-claim": ("mail.sending", lambda asked: asked["id"], lambda event: event["message"]["id"]),
    "mail-sent": ("mail.sent", lambda asked: asked["id"], lambda event: event["message"]["id"]),
}

# Reminders that come again by themselves do so after this many seconds at the earliest.
REMIND_AGAIN = 900


class Entry:
    """A change that was asked for, under its key; `reply` when it was answered."""

    def __init__(self, verb, asked):
        self.verb = verb
        self.asked = asked
        self.reply = None
        # How often it was asked, and the `seq` that the office had when it was asked again.
        self.times = 0
        self.again_at = None

    def line(self):
        return request(self.verb, self.asked)


class Ledger:
    """All changes of a run. Threads may write to it."""

    def __init__(self):
        self._entries = []
        self._lock = threading.Lock()

    def write(self, verb, asked):
        """Notes a change that is about to be asked for. `asked` gets a `key` if it has none."""
        with self._lock:
            asked.setdefault("key", f"k{len(self._entries)}")
            entry = Entry(verb, asked)
            self._entries.append(entry)
            return entry

    @property
    def acknowledged(self):
        return [entry for entry in self._entries if entry.reply is not None and "error" not in entry.reply]

    def judge(self, daemon):
        """Reads everything that is kept. `heard`: what watchers by name heard, a list of `seq` each."""
        verdict = Verdict()
        newest = daemon.ask("status")["seq"]
        with daemon.connect() as line:
            line.ask("watch", since=0)
            events = list(line.events(newest)) if newest else []
        verdict.events = events
        self._judge_numbers(events, newest, verdict)
        self._judge_changes(events, verdict)
        judge_reminders(events, verdict)
        judge_rows(events, daemon, verdict)
        self._judge_keys(daemon, newest, verdict)
        return verdict

    def _judge_numbers(self, events, newest, verdict):
        numbers = [event["seq"] for event in events]
        if numbers != list(range(1, newest + 1)):
            verdict.lose(f"seq has gaps or repeats: {len(numbers)} events up to {newest}")

    def _judge_changes(self, events, verdict):
        found = defaultdict(Counter)
        marks = {name: mark for name, _, mark in EFFECTS.values()}
        for event in events:
            if event["event"] in marks:
                found[event["event"]][marks[event["event"]](event)] += 1
        for entry in self._entries:
            name, mark, _ = EFFECTS[entry.verb]
            count = found[name][mark(entry.asked)]
            refused = entry.reply is not None and "error" in entry.reply
            if entry.reply is not None and not refused and count == 0:
                verdict.lose(f"acknowledged, and not kept: {entry.verb} {entry.asked}")
            if count > 1 or (refused and count > 0):
                verdict.double(f"kept {count} times, answered {entry.reply}: {entry.verb} {entry.asked}")
            if entry.reply is not None and not refused:
                verdict.changes += 1

    def _judge_keys(self, daemon, newest, verdict):
        """Asks everything again under its key: the first answer comes, and nothing is recorded."""
        with daemon.connect() as line:
            for entry in self.acknowledged:
                line.send(entry.line())
                reply = line.receive()
                if reply != entry.reply:
                    verdict.double(f"another answer under its key: {entry.verb} {entry.asked}: {reply}")
        seq = daemon.ask("status")["seq"]
        if seq != newest:
            # A reminder may have come due meanwhile, and nothing else.
            with daemon.connect() as line:
                line.ask("watch", since=newest)
                for event in line.events(seq):
                    if event["event"] not in ("issue.due", "mail.due"):
                        verdict.double(f"recorded when all was asked again: {event}")


class Verdict:
    """What a judgement found. All is well when `lost` and `twice` are 0."""

    def __init__(self):
        self.lost = 0
        self.twice = 0
        self.changes = 0
        self.reminders = 0
        # The most seconds between an issue's due time and its reminder.
        self.latest = 0
        self.problems = []
        self.events = []

    def lose(self, problem):
        self.lost += 1
        self.problems.append(f"lost: {problem}")

    def double(self, problem):
        self.twice += 1
        self.problems.append(f"twice: {problem}")


def judge_reminders(events, verdict):
    """Each due time is reminded once, before anything that happened later, unless the issue was taken care of before."""
    waiting = {}  # due, by issue
    reminded = {}  # when, by issue, for the due time at hand
    now = 0
    for event in events:
        now = max(now, instant(event["at"]))
        if event["event"] == "issue.due":
            for issue in event["issues"]:
                remind(issue, now, waiting, reminded, verdict)
        else:
            for issue, due in list(waiting.items()):
                if due < now:
                    verdict.lose(f"issue {issue} was due before event {event['seq']} of {event['at']}, and not reminded")
                    del waiting[issue]
            for issue in event.get("issues", []):
                if event["event"] in ("issue.queued", "issue.snoozed", "issue.reopened"):
                    waiting[issue["id"]] = instant(issue["due"])
                    reminded.pop(issue["id"], None)
                elif issue["state"] != "pending":
                    waiting.pop(issue["id"], None)


def remind(issue, now, waiting, reminded, verdict):
    number = issue["id"]
    due = waiting.pop(number, None)
    if due is None:
        again = issue["at_once"] or issue["kind"] == "ring-back"
        if not again or now < reminded[number] + REMIND_AGAIN:
            verdict.double(f"issue {number} was reminded again at {now}, after {reminded.get(number)}")
    else:
        verdict.reminders += 1
        verdict.latest = max(verdict.latest, now - due)
    reminded[number] = now


def judge_rows(events, daemon, verdict):
    """What is asked for says the same as the newest event about it."""
    issues, calls, messages = {}, {}, {}
    for event in events:
        for issue in event.get("issues", []):
            issues[issue["id"]] = issue
        if event["event"].startswith("call."):
            calls[event["call"]] = {key: value for key, value in event.items() if key not in ("seq", "at", "event")}
        if "message" in event:
            messages[event["message"]["id"]] = event["message"]
    pages = (
        ("issues", "after", issues, {"state": "all", "limit": 1000}, "id"), ("calls", "before", calls, {"limit": 1000}, "call"),
        ("messages", "after", messages, {"state": "all", "limit": 1000}, "id"))
    with daemon.connect() as line:
        for verb, cursor, expected, keys, name in pages:
            found = {}
            while True:
                page = line.ask(verb, **keys)
                for row in page[verb]:
                    found[row[name]] = row
                if "next" not in page:
                    break
                keys[cursor] = page["next"]
            for number in expected.keys() - found.keys():
                verdict.lose(f"{verb}: {number} has events, and is not there")
            for number, row in found.items():
                if row != expected.get(number):
                    verdict.lose(f"{verb}: {number} is {row}, and its newest event says {expected.get(number)}")
