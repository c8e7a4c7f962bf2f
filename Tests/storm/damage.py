"""Bytes of the log spoiled, while the daemon runs and while it does not."""
import os
import random
import shutil

from daemon import Gone, Refused
from logfile import abouts_of, add_all, await_issues, fresh
from storm import Outcome


# What is done to bytes.

def flip(dice, data):
    for _ in range(dice.choice([1, 10, 100])):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def blank(dice, data):
    start = dice.randrange(len(data)) // 4096 * 4096
    data[start:start + 4096] = bytes(len(data[start:start + 4096]))


def swap(dice, data):
    pages = len(data) // 4096
    one, other = (dice.randrange(pages) * 4096 for _ in range(2))
    data[one:one + 4096], data[other:other + 4096] = data[other:other + 4096], data[one:one + 4096]


def cut(dice, data):
    del data[dice.randrange(len(data)):]


DAMAGE = [flip, blank, swap, cut]
QUESTIONS = [
    ("status", {}), ("issues", {"limit": 1000}), ("calls", {"limit": 1000}), ("messages", {}), ("report", {}), ("issue", {"id": 3}),
    ("overrides", {}), ("tick", {}), ("add", {"about": "new", "due": "+1h"}), ("resolve", {"id": 4, "solution": "x"}),
    ("snooze", {"id": 5, "until": "+3h"}), ("call", {"from": "+49301234567", "severity": "normal"}), ("reload", {}),
    ("forget", {"number": "+49301234567"}), ("lookup", {"from": "+49307654321"}),
]


def damaged(storm):
    """Bytes are spoiled, of a stopped and of a running daemon's log: it stays up, and what it can't read it refuses by name.

    Then the sound copy is put back in its place, and it goes on with that, without a restart.
    """
    dice = random.Random(storm.seed)
    tries = 6 if storm.short else 200
    folder, abouts = fresh(storm, 300, "sound")
    with open(folder.log, "rb") as file:
        sound = file.read()
    problems = []
    refused = 0
    for number in range(tries):
        data = bytearray(sound)
        damage = dice.choice(DAMAGE)
        damage(dice, data)
        runs = number % 2 == 0
        write(folder, sound if runs else data)
        daemon = storm.daemon(folder)
        if runs:
            daemon.ask("add", about="more", due="+2h")
            with open(folder.log, "r+b") as file:
                file.write(data)
                file.truncate(len(data))
        what = f"{damage.__name__}, {'running' if runs else 'stopped'}, try {number}"
        for verb, keys in dice.sample(QUESTIONS, len(QUESTIONS)):
            try:
                daemon.ask(verb, **keys)
            except Refused as refusal:
                refused += refusal.code == "internal"
                if refusal.code == "internal" and folder.log not in refusal.message:
                    problems.append(f"{what}: {verb}: {refusal}")
        follow(daemon)
        if daemon.ended(within=0) is not None:
            problems.append(f"{what}: it died: {daemon.error_text()[-500:]}")
            continue
        problems += [f"{what}: {problem}" for problem in put_back(daemon, folder, sound)]
        problems += await_issues(daemon, abouts, what)
        daemon.kill()
        for name in os.listdir(folder.state):
            os.unlink(f"{folder.state}/{name}")
    return Outcome(tries, len(problems), 0, problems, f"({refused} refusals)")


def put_back(daemon, folder, sound):
    """As the refusal says, where there is one: moved away, then a copy in its place. No new log begins in between."""
    for suffix in ("-wal", ""):
        if os.path.exists(folder.log + suffix):
            os.rename(folder.log + suffix, f"{folder.path}/away{suffix}")
    problems = []
    try:
        daemon.ask("status")
        # It works by what it could read of it, and has put that back.
        with open(f"{folder.path}/sound", "wb") as file:
            file.write(sound)
        os.rename(f"{folder.path}/sound", folder.log)
    except Refused as refusal:
        if "there is no log any more" not in refusal.message:
            problems.append(refusal)
        write(folder, sound)
    return problems


def write(folder, data):
    with open(folder.log, "wb") as file:
        file.write(data)


def follow(daemon):
    """A watcher hears events, or what is wrong and its end."""
    try:
        newest = daemon.ask("status")["seq"]
        with daemon.connect() as line:
            line.ask("watch", since=0)
            while line.receive().get("seq", newest) < newest:
                pass
    except (Refused, Gone):
        pass


def mismatched(storm):
    """After a crash an older copy lies beside a newer write-ahead log: it is refused, and not mixed."""
    dice = random.Random(storm.seed)
    tries = 1 if storm.short else 20
    problems = []
    for _ in range(tries):
        folder, abouts = fresh(storm, dice.randint(1, 30), "old")
        shutil.copyfile(folder.log, f"{folder.path}/older")
        daemon = storm.daemon(folder)
        newer = [f"new{index}" for index in range(dice.randint(2000, 4000))]
        add_all(daemon, newer)
        while os.path.getsize(folder.log) == os.path.getsize(f"{folder.path}/older"):
            add_all(daemon, newer)
        # Until here all was in the write-ahead log, which makes any older copy whole; now it begins anew.
        add_all(daemon, newer[:200])
        daemon.kill()
        os.rename(f"{folder.path}/older", folder.log)
        daemon = storm.daemon(folder)
        try:
            problems.append(f"it took {len(abouts_of(daemon))} issues")
        except Refused as refusal:
            if "belongs to another copy" not in refusal.message:
                problems.append(str(refusal))
        os.rename(f"{folder.log}-wal", f"{folder.path}/ahead")
        problems += await_issues(daemon, abouts, "the write-ahead log moved away")
        daemon.end()
    return Outcome(tries, len(problems), 0, problems)


FAULTS = [("the log damaged", damaged), ("an older log beside a newer write-ahead log", mismatched)]
