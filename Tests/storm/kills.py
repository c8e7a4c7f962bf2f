"""SIGKILL at any moment, under load."""
import random
import threading
import time
from collections import Counter

from daemon import Gone
from ledger import Ledger
from storm import Outcome
from story import Story

WRITERS = 4
WATCHERS = 2
# What a commit and its answers are made of: a kill before any of them leaves another half of the work done.
STEPS = ["recvfrom", "pwrite64", "fdatasync", "sendto"]


class Lives:
    """The daemon's lives, one after the other, for the threads that talk to it."""

    def __init__(self, folder):
        self.folder = folder
        self.over = False
        self._life = 0
        self._open = False
        self._changed = threading.Condition()
        # Set by whoever has just asked for something.
        self.asked = threading.Event()

    def begin(self):
        self._tell(is_open=True)

    def end(self):
        self._tell(is_open=False)

    def finish(self):
        """There will be no life after this one."""
        with self._changed:
            self.over = True
            self._changed.notify_all()

    def _tell(self, is_open):
        with self._changed:
            self._life += is_open
            self._open = is_open
            self._changed.notify_all()

    def next(self, last):
        """Waits for a life after this one; None when there will be none."""
        with self._changed:
            self._changed.wait_for(lambda: (self._open and self._life > last) or self.over)
            return self._life if self._open and self._life > last else None


class Visitor(threading.Thread):
    """Talks to each life of the daemon in turn. What goes wrong in it is told at the end."""

    def __init__(self, lives):
        super().__init__(daemon=True)
        self.lives = lives
        self.failure = None

    def run(self):
        life = 0
        try:
            while life := self.lives.next(life):
                try:
                    self.visit()
                except Gone:
                    continue
        except Exception as error:  # pylint: disable=broad-except
            self.failure = error

    def visit(self):
        """One life, until it is Gone, or all is over."""
        raise NotImplementedError


class Writer(Visitor):
    """Changes things, several requests ahead; what was not answered it asks again in the next life, under the same key."""

    def __init__(self, number, lives, ledger, seed):
        super().__init__(lives)
        self._dice = random.Random(f"{seed}-{number}")
        self._story = Story(f"w{number}", ledger, self._dice)
        self._unanswered = []

    def visit(self):
        with self.lives.folder.connect() as line:
            seq = line.ask("status")["seq"] if self._unanswered else 0
            for entry in self._unanswered:
                entry.returns.append(seq)
            line.send(*(entry.line for entry in self._unanswered))
            self._listen(line, 0)
            while not self.lives.over:
                entries = [self._story.next() for _ in range(self._dice.randint(1, 6))]
                self._unanswered += entries
                line.send(*(entry.line for entry in entries))
                self.lives.asked.set()
                self._listen(line, self._dice.choice([0, 0, len(self._unanswered) // 2]))
                time.sleep(self._dice.uniform(0, 0.02))
            self._listen(line, 0)

    def _listen(self, line, ahead):
        """Hears the answers to all but so many."""
        while len(self._unanswered) > ahead:
            self._unanswered[0].reply = line.receive()
            self._story.hear(self._unanswered.pop(0))


class NamedWatcher(Visitor):
    """Watches by a name, and acks what it has dealt with: it must hear every event, in order, and no acked one again."""

    def __init__(self, name, lives, seed):
        super().__init__(lives)
        self._name = name
        self._dice = random.Random(f"{seed}-{name}")
        # The last event heard; the last ack that was answered.
        self.heard = None
        self._acked = 0
        self.gaps = 0
        self.repeats = 0
        self.until = None

    def visit(self):
        with self.lives.folder.connect() as line:
            newest = line.ask("watch", **{"as": self._name})["seq"]
            if self.heard is None:
                self.heard = newest
            last = None
            while self.until is None or self.heard < self.until:
                reply = line.receive()
                if "error" in reply:
                    # An ack that could not be kept; the next one says it, too.
                    continue
                if "acked" in reply:
                    self._acked = reply["acked"]
                    continue
                seq = reply["seq"]
                # Within a connection each follows the one before; the first one follows what was acked.
                if seq > self.heard + 1 or (last is not None and seq != last + 1):
                    self.gaps += 1
                if seq <= self._acked:
                    self.repeats += 1
                last = seq
                self.heard = max(self.heard, seq)
                if self._dice.random() < 0.3:
                    line.send(b'ack {"seq":%d}\n' % seq)


def kill_at_a_step(dice):
    """What starts a daemon that is killed before its n-th system call of a kind."""
    kill = f"inject={dice.choice(STEPS)}:signal=KILL:when={dice.randint(1, 60)}"
    # -D: the daemon is the child, not strace.
    return ["strace", "-D", "-f", "--seccomp-bpf", "-qqq", "-o", "/dev/null", "-e", kill]


# The moments. Each gives a started daemon whose end is near or has come.

def any_moment(lives, start, dice):
    daemon = start()
    lives.begin()
    time.sleep(dice.uniform(0, 0.25))
    return daemon


def while_starting(lives, start, dice):
    daemon = start(wait=False)
    time.sleep(dice.uniform(0, 0.03))
    return daemon


def asked_and_not_answered(lives, start, dice):
    daemon = start()
    lives.begin()
    time.sleep(dice.uniform(0, 0.1))
    lives.asked.clear()
    lives.asked.wait(1)
    time.sleep(dice.uniform(0, 0.003))
    return daemon


def about_due(lives, start, dice):
    """Times are whole seconds: what is due is due at their beginning."""
    daemon = start()
    lives.begin()
    time.sleep(max(0, 1 - time.time() % 1 + dice.uniform(-0.03, 0.03)))
    return daemon


def in_a_commit(lives, start, dice):
    """Exactly between two steps of a turn."""
    daemon = start(wait=False, wrapper=kill_at_a_step(dice))
    try:
        daemon.wait_ready()
    except Gone:
        return daemon
    lives.begin()
    daemon.ended(within=1)
    return daemon


MOMENTS = {any_moment: 30, while_starting: 10, asked_and_not_answered: 30, about_due: 10, in_a_commit: 20}


def judge_watchers(watchers, daemon, verdict):
    """Every event was heard by everybody, in order; what was acked was not said again."""
    newest = daemon.ask("status")["seq"]
    # One more event, so that everybody who waits for the next one hears that this is the end.
    for watcher in watchers:
        watcher.until = newest + 1
    daemon.ask("add", about="the end", due="+2h")
    for watcher in watchers:
        watcher.join(60)
        if watcher.heard != newest + 1 or watcher.gaps:
            verdict.lose(f"{watcher.name} heard up to {watcher.heard} of {newest + 1}, with {watcher.gaps} gaps")
        if watcher.repeats:
            verdict.double(f"{watcher.name} heard {watcher.repeats} events again that it had acked")


def kill_under_load(storm):
    dice = random.Random(storm.seed)
    folder = storm.folder()
    lives = Lives(folder)
    ledger = Ledger()
    visitors = [Writer(number, lives, ledger, storm.seed) for number in range(WRITERS)]
    watchers = [NamedWatcher(f"reader{number}", lives, storm.seed) for number in range(WATCHERS)]
    for visitor in visitors + watchers:
        visitor.start()

    moments: Counter = Counter()
    between_steps = 0
    for _ in range(storm.kills):
        moment = dice.choices(list(MOMENTS), list(MOMENTS.values()))[0]
        moments[moment.__name__] += 1
        daemon = moment(lives, lambda **options: storm.daemon(folder, **options), dice)
        between_steps += daemon.process.poll() is not None
        daemon.kill()
        lives.end()
    daemon = storm.daemon(folder)
    lives.begin()
    lives.finish()
    for visitor in visitors:
        visitor.join(60)
    ledger.await_dues()
    verdict = ledger.judge(daemon)
    judge_watchers(watchers, daemon, verdict)
    daemon.end()
    for visitor in visitors + watchers:
        if visitor.failure or visitor.is_alive():
            verdict.lose(f"{visitor}: {visitor.failure!r}")
    note = f"({verdict}; {verdict.in_between} kills between commit and answer, {between_steps} between two system calls; {dict(moments)})"
    return Outcome(storm.kills, verdict.lost, verdict.twice, verdict.problems, note)


FAULTS = [("SIGKILL under load", kill_under_load)]
