"""A daemon under attack: what it costs everybody else, and whether it is itself again afterwards."""
import multiprocessing
import os
import random
import resource
import time
from typing import Any

from daemon import Line
from ledger import Ledger

# How many times slower than in peace the slowest hundredth of everybody else's requests may be.
ALLOWED = 5.0
# A machine has moods: an attack is tried so often, and the calmest try counts.
TRIES = 3
# What of the memory may stay after an attack: the allocator keeps some for the next one.
KEPT_MEMORY = 16 << 20


class Attackers:
    """Processes that attack, whenever nobody else wants a processor: it is the daemon's time that is to be shared, not the machine's.

    Niceness does not do for that: two that never speak to the daemon, and are only busy, make others up to eight times slower.
    """

    def __init__(self, attack, *arguments, count=2, policy=os.SCHED_IDLE):
        self._policy = policy
        fork = multiprocessing.get_context("fork")
        self._tries: Any = fork.Value("q", 0)
        self._over = fork.Event()
        self._ready = [fork.Event() for _ in range(count)]
        self._processes = [fork.Process(target=self._run, args=(attack, arguments, number), daemon=True)
                           for number in range(count)]

    def _run(self, attack, arguments, number):
        os.sched_setscheduler(0, self._policy, os.sched_param(0))
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 8192)), hard))
        attack(Attack(self._tries, self._over, self._ready[number], random.Random(number)), *arguments)

    def __enter__(self):
        for process in self._processes:
            process.start()
        for ready, process in zip(self._ready, self._processes):
            while not ready.wait(1):
                if not process.is_alive():
                    raise RuntimeError("an attacker has ended before it began")
        return self

    def __exit__(self, *_):
        self._over.set()
        for process in self._processes:
            process.join(30)
            if process.is_alive():
                process.kill()
                process.join()

    @property
    def tries(self):
        return self._tries.value

    @property
    def failed(self):
        """Whether one has found something wrong, or has died."""
        return any(process.exitcode for process in self._processes)


class Attack:
    """An attacker's side of it."""

    def __init__(self, tries, over, ready, dice):
        self._tries = tries
        self._over = over
        self._ready = ready
        self.dice = dice

    def tried(self, count=1):
        with self._tries.get_lock():
            self._tries.value += count

    def begun(self):
        self._ready.set()

    @property
    def goes_on(self):
        return not self._over.is_set()

    def rest(self, seconds=0.01):
        """Pauses; False when it is over."""
        return not self._over.wait(seconds)


def neighbour(attack, folder):
    """No attacker: a bridge with a lot to do, in peace as in war, so that others wait for commits now and then."""
    with Line(folder.socket) as line:
        attack.begun()
        while attack.rest(0.005):
            line.ask("call", severity="normal")
            attack.tried()


class Everybody:
    """All the others: somebody who calls, and somebody who looks, each a request at a time, with pauses between."""

    PAUSE = 0.002

    def __init__(self, daemon, samples):
        self._samples = samples
        self._looker = daemon.connect()
        self._caller = daemon.connect()
        self.ledger = Ledger()

    def leave(self):
        self._looker.close()
        self._caller.close()

    def slowest(self):
        """The time that one of a hundred `status` and `call` takes, in seconds."""
        looks, calls = [], []
        for _ in range(self._samples):
            looks.append(self._timed(self._looker, "status", {}))
            entry = self.ledger.write("call", about=f"q{len(self.ledger.entries)}", severity="normal")
            calls.append(self._timed(self._caller, "call", entry.asked, entry))
            time.sleep(self.PAUSE)
        return percentile(looks), percentile(calls)

    @staticmethod
    def _timed(line, verb, keys, entry=None):
        began = time.perf_counter()
        reply = line.ask(verb, **keys)
        took = time.perf_counter() - began
        if entry:
            entry.reply = reply
        return took


def percentile(times, share=0.99):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


class Body:
    """What the kernel says of a process."""

    def __init__(self, pid):
        self._proc = f"/proc/{pid}"

    def descriptors(self):
        return len(os.listdir(f"{self._proc}/fd"))

    def memory(self):
        """Resident and its own, in bytes."""
        with open(f"{self._proc}/status", encoding="ascii") as file:
            return next(int(line.split()[1]) << 10 for line in file if line.startswith("RssAnon"))

    def ticks(self):
        """The time that it has run, in ticks of the clock."""
        with open(f"{self._proc}/stat", encoding="ascii", errors="replace") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def runs(self, seconds):
        """The share of a processor that it takes when nobody asks anything."""
        before = self.ticks()
        time.sleep(seconds)
        return (self.ticks() - before) / os.sysconf("SC_CLK_TCK") / seconds


def settles(holds, patience=30.0):
    """Whether something comes to hold in time; there is no event to wait for."""
    end = time.monotonic() + patience
    pause = 0.01
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(pause)
        pause = min(pause * 1.5, 0.5)
    return True


class Siege:
    """One daemon, its other clients, and what was found."""

    def __init__(self, storm, configuration=None, **options):
        self.daemon = storm.daemon(storm.folder(configuration), **options)
        self.body = Body(self.daemon.pid)
        self._neighbour: Attackers | None = Attackers(neighbour, self.daemon.folder, count=1, policy=os.SCHED_OTHER)
        self._neighbour.__enter__()
        self.everybody = Everybody(self.daemon, 50 if storm.short else 1_000)
        self._moment = 0.3 if storm.short else 2.0
        # The slowest of fifty says nothing yet: a short storm shows it, and judges the rest.
        self._judges_time = not storm.short
        self.everybody.slowest()
        self.descriptors = self.body.descriptors()
        self.memory = self.body.memory()
        self.problems = []
        self.ratios: tuple[float, ...] = ()
        self.tries = 0

    def _end(self, attackers):
        self.tries += attackers.tries
        # An attacker that got no processor has proved nothing.
        if self._judges_time and not attackers.tries:
            self.problems.append("the attack has not taken place")
        if attackers.failed:
            self.problems.append("an attacker was answered otherwise than it must be")

    def endure(self, attack, *arguments, count=2):
        """Measures everybody else in peace and under attack."""
        for _ in range(TRIES):
            peace = self.everybody.slowest()
            with Attackers(attack, self.daemon.folder, *arguments, count=count) as attackers:
                war = self.everybody.slowest()
            self._end(attackers)
            ratios = tuple(there / here for there, here in zip(war, peace))
            self.ratios = min(self.ratios or ratios, ratios, key=max)
            if max(self.ratios) <= ALLOWED or not self._judges_time:
                return
        self.problems.append(f"others are {max(self.ratios):.1f} times slower")

    def rest(self):
        """The neighbour goes home."""
        if self._neighbour:
            self._neighbour.__exit__()
            self._neighbour = None

    def must_rest(self, when):
        if not settles(lambda: self.body.runs(self._moment) <= 0.04):
            self.problems.append(f"it runs {when}")

    def end(self):
        """The attackers have left; the daemon must be as it was before, and must have kept what it said that it keeps."""
        self.rest()
        if not settles(lambda: self.body.descriptors() < self.descriptors):
            self.problems.append(f"{self.body.descriptors()} descriptors are open, and were {self.descriptors}")
        self.must_rest("when nobody asks anything")
        grown = self.body.memory() - self.memory
        if grown > KEPT_MEMORY:
            self.problems.append(f"{grown >> 10} KiB of memory have not come back")
        self.everybody.leave()
        verdict = self.everybody.ledger.judge(self.daemon)
        self.daemon.end()
        return verdict, grown
