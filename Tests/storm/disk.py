"""The disk: full and empty again, and failing in each call that the log makes."""
import os
import random
import subprocess
import time

from daemon import Refused, spelled
from load import Load
from storm import Outcome

NEEDS_ROOT = "needs root, to mount a small disk"
READS = [("status", {}), ("issues", {}), ("calls", {}), ("messages", {}), ("hours", {}), ("overrides", {}), ("report", {})]


class SmallDisk:
    """A disk of a few MB under a folder's state, in a mount namespace of its own; it outlives the daemons."""

    def __init__(self, folder, size="3m"):
        os.mkdir(folder.state, 0o700)
        script = f'mount -t tmpfs -o size={size},mode=700 tmpfs "$0" && echo mounted && exec cat'
        self._holder = subprocess.Popen(
            ["unshare", "--mount", "--propagation=private", "sh", "-c", script, folder.state],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self._holder.stdout.readline() != b"mounted\n":
            raise OSError("no small disk")
        self.wrapper = ["nsenter", f"--target={self._holder.pid}", "--mount"]
        self.place = f"/proc/{self._holder.pid}/root{folder.state}"
        self._filler = f"{self.place}/filler"

    def fill(self):
        """Not a byte is left."""
        file = os.open(self._filler, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        for size in (65_536, 4096, 1):
            try:
                while os.write(file, bytes(size)):
                    pass
            except OSError:
                continue
        os.close(file)

    def empty(self):
        os.unlink(self._filler)

    def remove(self):
        self._holder.stdin.close()
        self._holder.wait()


def full(storm):
    """It fills up and empties under load; whoever only asks is answered, and nobody is restarted but at random."""
    if os.getuid():
        return Outcome(0, note=NEEDS_ROOT)
    dice = random.Random(storm.seed)
    tries = 3 if storm.short else 40
    folder = storm.folder()
    disk = SmallDisk(folder, "192m")
    # What there was no room for when it came due comes with the first turn that has some, behind what that was made for.
    load = Load(storm, folder, patience=30)
    problems = []
    kills = 0
    try:
        daemon = storm.daemon(folder, wrapper=disk.wrapper)
        load.begin()
        for _ in range(tries):
            time.sleep(dice.uniform(0.02, 0.2))
            disk.fill()
            before = load.refusals
            end = time.monotonic() + dice.choice([0.05, 0.2, 1.5])
            while time.monotonic() < end or load.refusals == before:
                problems += refused_reads(daemon)
            if dice.random() < 0.2:
                # Killed while it is full: what was answered is there all the same.
                kills += 1
                load.end()
                daemon.kill()
                daemon = storm.daemon(folder, wrapper=disk.wrapper)
                load.begin()
                problems += refused_reads(daemon)
            disk.empty()
            problems += refused_change(daemon)
        outcome = load.judge(daemon, tries, f", {kills} kills while full")
        problems += [name for name in os.listdir(disk.place) if name.endswith("-shm")]
        daemon.end()
    finally:
        disk.remove()
    return worse(outcome, problems)


def refused_reads(daemon):
    """What should have been answered."""
    problems = []
    for verb, keys in READS:
        try:
            daemon.ask(verb, **keys)
        except Refused as refusal:
            problems.append(f"{verb} was refused: {refusal}")
    return problems


def refused_change(daemon):
    try:
        daemon.ask("reload")
        daemon.ask("ack", **{"as": "somebody", "seq": 0})
        return []
    except Refused as refusal:
        return [f"there was room, and yet: {refusal}"]


def worse(outcome, problems):
    """With what else was wrong; whatever that is counts as lost."""
    outcome.lost += len(problems)
    outcome.problems += problems
    return outcome


def due_while_full(storm):
    """A reminder falls due while there is no room for it: it comes as soon as there is, once, though nobody asks."""
    if os.getuid():
        return Outcome(0, note=NEEDS_ROOT)
    tries = 1 if storm.short else 3
    folder = storm.folder()
    disk = SmallDisk(folder)
    problems = []
    try:
        daemon = storm.daemon(folder, wrapper=disk.wrapper)
        with daemon.connect() as watcher:
            watcher.ask("watch", only=["issue.due"])
            for number in range(tries):
                issue = daemon.ask("add", about=f"a{number}", due=spelled(int(time.time()) + 2))["issue"]
                disk.fill()
                use_up(daemon, issue)
                while not daemon.ask("status")["due"]:
                    time.sleep(0.1)
                disk.empty()
                if storm.short:
                    # Else it is tried again after half a minute.
                    daemon.ask("status")
                event = watcher.receive()
                if [one["id"] for one in event["issues"]] != [issue]:
                    problems.append(f"issue {issue} was due, and reminded was {event}")
                daemon.ask("drop", id=issue)
            newest = daemon.ask("status")["seq"]
        with daemon.connect() as line:
            line.ask("watch", since=0)
            dues = [event["issues"][0]["id"] for event in line.events(newest) if event["event"] == "issue.due"]
        daemon.end()
    finally:
        disk.remove()
    return Outcome(tries, tries - len(set(dues)), len(dues) - len(set(dues)), problems)


def use_up(daemon, issue):
    """What is left in the log's own file."""
    try:
        while True:
            daemon.ask("note", id=issue, text="n" * 16_000)
    except Refused:
        return


# The calls that the log makes, how each can fail, and of which file.
CALLS = [
    ("pwrite64", "ENOSPC", "-wal"), ("pwrite64", "EIO", "-wal"), ("fdatasync", "EIO", "-wal"), ("fdatasync", "EIO", ""),
    ("pwrite64", "EROFS", "-wal"), ("pwrite64", "EIO", ""), ("pwrite64", "ENOSPC", ""), ("ftruncate", "EIO", "-wal"),
    ("pread64", "EIO", "-wal"), ("pread64", "EIO", ""), ("pwrite64", "EDQUOT", "-wal"), ("fdatasync", "ENOSPC", "-wal"),
]


def failing_calls(storm):
    """One call of many fails, or all of them from some moment on; then the daemon is killed, and the disk is well again.

    Where no sync succeeds any more until the kill, nobody can know whether what was refused has come to the disk: it may be kept.
    """
    dice = random.Random(storm.seed)
    tries = 6 if storm.short else 120
    folder = storm.folder()
    load = Load(storm, folder)
    deaths = []
    for number in range(tries):
        call, error, suffix = CALLS[number % len(CALLS)] if not storm.short else dice.choice(CALLS)
        first = dice.randint(1, 200)
        when = dice.choice([f"{first}", f"{first}+{dice.randint(2, 9)}", f"{first}+"])
        inject = f"inject={call}:error={error}:when={when}"
        wrapper = ["strace", "-D", "-f", "-qqq", "-o", "/dev/null", "-P", folder.log + suffix, "-e", f"trace={call}", "-e", inject]
        daemon = storm.daemon(folder, wrapper=wrapper)
        asked = len(load.ledger.entries)
        load.begin()
        ended = daemon.ended(within=dice.uniform(0.1, 0.6))
        if ended is not None:
            deaths.append(f"{inject}: it ended with {ended}: {daemon.error_text()[-300:]}")
        load.end()
        daemon.kill()
        if call == "fdatasync" and when.endswith("+"):
            load.forget_refusals(since=asked)
    daemon = storm.daemon(folder)
    load.begin()
    outcome = load.judge(daemon, tries)
    daemon.end()
    return worse(outcome, deaths)


FAULTS = [("disk full under load", full), ("due while the disk is full", due_while_full), ("calls of the log fail", failing_calls)]
