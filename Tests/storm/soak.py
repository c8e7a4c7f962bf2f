"""Millions of requests: what they took must come back, and what is settled must not stay.

Two parts: what changes nothing (reads, lines that are refused, connections that come and go), and what changes something (issues that
are put into the queue and dropped, calls that are answered, each under a key and asked twice). Memory is looked at all the way.
"""
import json

from daemon import request
from siege import Body, settles
from storm import Outcome

CONNECTIONS = 4
BLOCK = 100
# Of a hundred requests, so many change something.
CHANGES = 2
SAMPLES = {"short": 8, "long": 100}
# The first looks find buffers and caches that are still growing to their size.
WARM_UP = 0.25
# By how much the line through the others may rise from the first to the last: pages move a little all the time.
ALLOWED = 1 << 20

READS = [
    (60, request("status"), None),
    (4, request("hours"), None),
    (4, request("lookup", {"from": "+49 30 1234567"}), None),
    (3, request("support-hours", {"language": "ru"}), None),
    (3, request("issues", {"limit": 5}), None),
    (3, request("calls", {"limit": 3, "client": "acme"}), None),
    (2, request("working-add", {"working": 7200}), None),
    (2, request("report"), None),
    (2, request("help"), None),
    (4, request("issue", {"id": 99_999_999}), "not-found"),
    (3, b"stauts\n", "unknown-verb"),
    (3, b"call {\"form\":\"+49\"}\n", "bad-request"),
    (2, b"note {\"id\":1,\"text\":\"\xff\"}\n", "bad-request"),
    (2, request("snooze", {"id": 1, "until": "whenever"}), "invalid"),
    (2, request("issue", {"id": [[[[1]]]]}), "bad-request"),
    (1, request("call", {"about": "x" * 17_000}), "invalid"),
]


class Drift:
    """Memory over time, and the line through it."""

    def __init__(self, body):
        self._body = body
        self._points = []

    def look(self, done):
        self._points.append((done, self._body.memory()))

    def slope(self):
        """Bytes a request, of the straight line with the least squares."""
        points = self._points[int(len(self._points) * WARM_UP):]
        middle = sum(x for x, _ in points) / len(points)
        mean = sum(y for _, y in points) / len(points)
        spread = sum((x - middle) ** 2 for x, _ in points)
        return sum((x - middle) * (y - mean) for x, y in points) / spread

    def rise(self):
        """By how many bytes that line rises from its first point to the last."""
        points = self._points[int(len(self._points) * WARM_UP):]
        return self.slope() * (points[-1][0] - points[0][0])

    def __str__(self):
        return f"{self._points[-1][1] >> 10:,} KiB, {self.slope() * 1e6 / 1024:+.0f} KiB a million"


class Soak:
    """One daemon, and what is asked of it."""

    def __init__(self, daemon):
        self._daemon = daemon
        self._lines = [daemon.connect() for _ in range(CONNECTIONS)]
        self.problems = []
        self.asked = 0
        self.events = 0

    def _answers(self, line, expected):
        """Reads a reply for each code that is expected; None is no error."""
        for code in expected:
            reply = line.receive()
            found = reply["error"]["code"] if "error" in reply else None
            if found != code and len(self.problems) < 20:
                self.problems.append(f"{code} was expected: {json.dumps(reply)[:200]}")
            yield reply

    def read(self, count):
        """Asks so much that changes nothing; every block on a connection of its own now and then."""
        block = b"".join(line * times for times, line, _ in READS)
        expected = [code for times, _, code in READS for _ in range(times)]
        for turn in range(count // (BLOCK * CONNECTIONS)):
            place = turn % CONNECTIONS
            self._lines[place].close()
            self._lines[place] = self._daemon.connect()
            for line in self._lines:
                line.send(block)
            for line in self._lines:
                for _ in self._answers(line, expected):
                    pass
            self.asked += BLOCK * CONNECTIONS

    def change(self, count):
        """Puts issues into the queue and drops them, and takes calls; each twice, and done once."""
        for _ in range(count // BLOCK):
            number = self.events
            adds = [request("add", {"about": f"the invoice {number + i}", "key": f"a{number + i}"}) for i in range(10)]
            calls = [request("call", {"from": "+49301234567", "severity": "normal", "key": f"c{number + i}"}) for i in range(30)]
            line = self._lines[number % CONNECTIONS]
            line.send(*adds, *adds, *calls, *calls)
            replies = list(self._answers(line, [None] * 80))
            if replies[:10] != replies[10:20] or replies[20:50] != replies[50:]:
                self.problems.append("a key was answered otherwise")
            drops = [request("drop", {"id": reply["issue"], "key": f"d{reply['issue']}"}) for reply in replies[:10]]
            line.send(*drops, *drops)
            again = list(self._answers(line, [None] * 20))
            if again[:10] != again[10:]:
                self.problems.append("a key was answered otherwise")
            self.asked += BLOCK
            self.events += 50

    def leave(self):
        for line in self._lines:
            line.close()


def soak(storm):
    daemon = storm.daemon(storm.folder())
    body = Body(daemon.pid)
    descriptors = body.descriptors()
    seq = daemon.ask("status")["seq"]
    soak = Soak(daemon)
    notes = []
    samples = SAMPLES["short" if storm.short else "long"]
    changing = storm.requests * CHANGES // 100
    for part, count in ((soak.read, storm.requests - changing), (soak.change, changing)):
        drift = Drift(body)
        for sample in range(samples):
            part(count // samples)
            drift.look((sample + 1) * count // samples)
        notes.append(f"{part.__name__}: {drift}")
        if drift.rise() > ALLOWED:
            soak.problems.append(f"{part.__name__}: memory rises: {drift}")
    soak.leave()
    if not settles(lambda: body.descriptors() <= descriptors):
        soak.problems.append(f"{body.descriptors()} descriptors are open, and were {descriptors}")
    status = daemon.ask("status")
    happened = status["seq"] - seq
    if status["pending"]:
        soak.problems.append(f"{status['pending']} issues are pending, and all were dropped")
    lost, twice = max(0, soak.events - happened), max(0, happened - soak.events)
    daemon.end()
    return Outcome(soak.asked, lost + len(soak.problems), twice, soak.problems, f"({'; '.join(notes)})")


FAULTS = [("requests without end", soak)]
