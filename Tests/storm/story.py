"""What clients ask of the office in a storm: a story of calls, issues, mail and overrides, made up from what was answered.

Each writer's story is its own: no other touches its calls and issues, so that every refusal can be told apart from a loss.
"""
import time

from daemon import spelled


class Story:
    """Goes on with one writer's life. `next` notes a request in the ledger; `hear` learns from its answer."""

    def __init__(self, name, ledger, dice):
        self._name = name
        self._ledger = ledger
        self._dice = dice
        self._count = 0
        # Ids by what may be asked of them next.
        self._calls: dict = {"triage": [], "end": [], "told": []}
        self._issues = []
        self._settled = []
        self._reopened = set()
        self._drafts = []
        self._edited = []
        self._queued = []
        self._claimed = []
        self._overrides = []
        # No two snoozes of one issue have the same end.
        self._snoozed = {}

    def next(self):
        """The next request."""
        deeds = [self._call, self._call, self._add, self._add, self._add]
        deeds += [deed for these, deed in (
            (self._calls["triage"], self._triage), (self._calls["end"], self._end), (self._calls["told"], self._told),
            (self._issues, self._snooze), (self._issues, self._note), (self._issues, self._resolve), (self._issues, self._resolve),
            (self._issues, self._drop), (self._settled, self._reopen), (self._drafts, self._edit), (self._drafts, self._waive),
            (self._edited, self._send), (self._queued, self._claim), (self._claimed, self._sent),
            (self._overrides, self._end_override)) if these]
        if len(self._overrides) < 10:
            deeds.append(self._override)
        return self._dice.choice(deeds)()

    def hear(self, entry):
        """What an answer makes possible."""
        if not entry.acknowledged:
            return
        reply = entry.reply
        learned = {
            "call": self._called, "add": lambda _: self._issues.append(reply["issue"]), "resolve": self._resolved,
            "override": lambda _: self._overrides.append(reply["id"]),
            "reopen": lambda _: self._issues.append(entry.asked["id"]),
            "mail-edit": lambda _: self._edited.append(entry.asked["id"]),
            "mail-send": lambda _: self._queued.append(entry.asked["id"]),
            "mail-claim": lambda _: self._claimed.append(entry.asked["id"]),
        }.get(entry.verb)
        if learned:
            learned(entry)

    def _called(self, entry):
        call = entry.reply["call"]
        for waiting in self._calls.values():
            waiting.append(call)

    def _resolved(self, entry):
        message = entry.reply.get("message")
        if not message:
            # Once an issue, for that is all the mark that it leaves.
            if entry.asked["id"] not in self._reopened:
                self._settled.append(entry.asked["id"])
        elif message["state"] == "queued":
            self._queued.append(message["id"])
        else:
            self._drafts.append((message["id"], entry.asked["id"]))

    # The requests. Each has a mark that no other has.

    def _mark(self):
        self._count += 1
        return f"{self._name}-{self._count}"

    def _take(self, these):
        return these.pop(self._dice.randrange(len(these)))

    def _soon(self):
        return int(time.time()) + self._dice.randint(1, 4)

    def _call(self):
        about = self._mark()
        who = self._dice.choice([
            {"from": "+49301234567", "severity": "normal"},
            {"from": "+49307654321", "severity": "normal"},
            {"from": f"+4940{self._name[1:]}{self._count:06}", "severity": "critical", "missed": True}])
        return self._ledger.write("call", about=about, **who)

    def _triage(self):
        return self._ledger.write("triage", call=self._take(self._calls["triage"]), about=self._mark(), severity="normal")

    def _end(self):
        return self._ledger.write("end", call=self._take(self._calls["end"]), outcome="answered", minutes=3)

    def _told(self):
        return self._ledger.write("told", call=self._take(self._calls["told"]), channel="spoken")

    def _add(self):
        client = self._dice.choice([{}, {"client": "acme"}])
        return self._ledger.write("add", about=self._mark(), due=spelled(self._soon()), **client)

    def _snooze(self):
        issue = self._dice.choice(self._issues)
        until = max(self._soon(), self._snoozed.get(issue, 0) + 1)
        self._snoozed[issue] = until
        return self._ledger.write("snooze", id=issue, until=spelled(until))

    def _note(self):
        return self._ledger.write("note", id=self._dice.choice(self._issues), text=self._mark())

    def _drop(self):
        return self._ledger.write("drop", id=self._take(self._issues), why=self._mark())

    def _resolve(self):
        send = self._dice.choice([{}, {"send": True}])
        return self._ledger.write("resolve", id=self._take(self._issues), solution=self._mark(), **send)

    def _reopen(self):
        issue = self._take(self._settled)
        self._reopened.add(issue)
        return self._ledger.write("reopen", id=issue)

    def _edit(self):
        message, _ = self._take(self._drafts)
        return self._ledger.write("mail-edit", id=message, subject=self._mark())

    def _waive(self):
        _, issue = self._take(self._drafts)
        return self._ledger.write("waive", issue=issue)

    def _send(self):
        return self._ledger.write("mail-send", id=self._take(self._edited))

    def _claim(self):
        return self._ledger.write("mail-claim", id=self._take(self._queued))

    def _sent(self):
        return self._ledger.write("mail-sent", id=self._take(self._claimed))

    def _override(self):
        day = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 86_400 * self._dice.randint(3, 60)))
        return self._ledger.write(
            "override", state="closed", **{"from": f"{day} 10:00"}, until=f"{day} 11:00", reason=self._mark())

    def _end_override(self):
        return self._ledger.write("end-override", id=self._take(self._overrides))
