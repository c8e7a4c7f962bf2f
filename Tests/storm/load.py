"""Clients that go on asking while something befalls the machine, and what they were answered."""
import time

from daemon import Refused
from kills import Lives, NamedWatcher, Writer, judge_watchers
from ledger import Ledger
from storm import Outcome


class Patient:
    """Whoever is refused while the log is away comes back."""

    def visit(self):
        while True:
            try:
                return super().visit()
            except Refused:
                time.sleep(0.05)


class PatientWatcher(Patient, NamedWatcher):
    pass


class PatientWriter(Patient, Writer):
    pass


class Load:
    """A few writers, and a watcher by name, on one folder's daemon."""

    def __init__(self, storm, folder, patience=0):
        self.ledger = Ledger(patience)
        self._lives = Lives(folder)
        self._writers = [PatientWriter(number, self._lives, self.ledger, storm.seed) for number in range(3)]
        self._watchers = [PatientWatcher("reader", self._lives, storm.seed)]
        for visitor in self._writers + self._watchers:
            visitor.start()

    def begin(self):
        """A daemon is there."""
        self._lives.begin()

    def end(self):
        """It has ended, or is about to."""
        self._lives.end()

    def finish(self):
        """Waits until everybody has heard all answers. A daemon must be there."""
        self._lives.finish()
        for writer in self._writers:
            writer.join(60)

    @property
    def refusals(self):
        """How many changes were refused, by the error's code."""
        return sum(entry.refused and entry.reply["error"]["code"] == "internal" for entry in self.ledger.entries)

    def forget_refusals(self, since):
        """What was refused among the changes from the `since`-th on may have been kept all the same."""
        for entry in self.ledger.entries[max(0, since - 100):]:
            if entry.refused and entry.reply["error"]["code"] == "internal":
                entry.reply = None

    def judge(self, daemon, tried, note=""):
        """Finishes, and holds what was answered against what this daemon keeps."""
        self.finish()
        self.ledger.await_dues()
        verdict = self.ledger.judge(daemon)
        judge_watchers(self._watchers, daemon, verdict)
        for visitor in self._writers + self._watchers:
            if visitor.failure or visitor.is_alive():
                verdict.lose(f"{visitor}: {visitor.failure!r}")
        return Outcome(tried, verdict.lost, verdict.twice, verdict.problems, f"({verdict}; {self.refusals} refused{note})")
