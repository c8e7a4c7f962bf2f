"""The log's files taken away, replaced and damaged, while the daemon runs and while it does not."""
import os
import random
import shutil
import sqlite3
import time

from daemon import Gone, Refused, request
from disk import worse
from load import Load
from storm import Outcome


# What is done to a running daemon's files. Nothing may be lost: it has them open still.

def delete(folder):
    os.unlink(folder.log)


def delete_ahead(folder):
    os.unlink(f"{folder.log}-wal")


def delete_both(folder):
    for suffix in ("-wal", ""):
        os.unlink(folder.log + suffix)


def delete_folder(folder):
    shutil.rmtree(folder.state)


def move_away(folder):
    os.rename(folder.log, f"{folder.path}/moved")


def move_folder(folder):
    shutil.rmtree(f"{folder.path}/moved-folder", ignore_errors=True)
    os.rename(folder.state, f"{folder.path}/moved-folder")


def put_empty(folder):
    with open(f"{folder.path}/empty", "wb"):
        os.rename(f"{folder.path}/empty", folder.log)


def put_other_ahead(folder):
    """The write-ahead log of another day."""
    with open(f"{folder.path}/ahead", "wb") as file:
        file.write(os.urandom(50_000))
    os.rename(f"{folder.path}/ahead", f"{folder.log}-wal")


def set_read_only(folder):
    os.chmod(folder.log, 0o400)
    os.chmod(folder.state, 0o500)


def set_time(folder):
    os.utime(folder.log, (1, 1))


TAKEN_AWAY = [delete, delete_ahead, delete_both, delete_folder, move_away, move_folder, put_empty, put_other_ahead,
              set_read_only, set_time]


def taken_away(storm):
    """The files go, under load, and it goes on: what was answered before and after is there when it is killed later."""
    dice = random.Random(storm.seed)
    tries = len(TAKEN_AWAY) * (1 if storm.short else 10)
    folder = storm.folder()
    load = Load(storm, folder)
    daemon = storm.daemon(folder)
    load.begin()
    problems = []
    for number in range(tries):
        time.sleep(dice.uniform(0.02, 0.2))
        deed = TAKEN_AWAY[number % len(TAKEN_AWAY)]
        deed(folder)
        problems += await_change(daemon, deed.__name__)
        if not os.path.getsize(folder.log):
            problems.append(f"{deed.__name__}: there is no log now")
        if dice.random() < 0.5:
            load.end()
            daemon.kill()
            daemon = storm.daemon(folder)
            load.begin()
    outcome = load.judge(daemon, tries)
    problems += [f"left over: {name}" for name in os.listdir(folder.state) if "draft" in name or "saved" in name]
    daemon.end()
    return worse(outcome, problems)


def await_change(daemon, deed):
    """Something can be changed again, at once or nearly so."""
    for _ in range(20):
        try:
            daemon.ask("override", state="closed", **{"from": "2099-01-01 10:00"}, until="2099-01-01 11:00")
            return []
        except Refused as refusal:
            last = refusal
            if "400 days" in refusal.message:
                return []
            time.sleep(0.05)
    return [f"{deed}: {last}"]


def add_all(daemon, abouts):
    """Issues, each asked for before the one before it is answered."""
    with daemon.connect() as line:
        for first in range(0, len(abouts), 100):
            some = abouts[first:first + 100]
            line.send(*(request("add", {"about": about, "due": "+2h"}) for about in some))
            for about in some:
                if "error" in (reply := line.receive()):
                    raise Refused(reply["error"])


def fresh(storm, issues, prefix):
    """A folder whose log was ended in order, and what its issues are about."""
    folder = storm.folder()
    daemon = storm.daemon(folder)
    abouts = [f"{prefix}{number}" for number in range(issues)]
    add_all(daemon, abouts)
    daemon.end()
    return folder, abouts


def abouts_of(daemon):
    return [issue["about"] for issue in daemon.ask("issues", limit=1000)["issues"]]


# What is put in the log's place while it runs; what it says from then on.

def older(storm, folder, place):
    shutil.copyfile(f"{folder.path}/older", place)


def anothers(storm, folder, place):
    shutil.copyfile(f"{folder.path}/other", place)


def text(storm, folder, place):
    with open(place, "w", encoding="utf-8") as file:
        file.write("dear diary\n" * 1000)


def directory(storm, folder, place):
    os.mkdir(place)


def foreign(storm, folder, place):
    with sqlite3.connect(place) as database:
        database.execute("CREATE TABLE photo(id)")


REPLACED = [
    (older, ["older0", "older1"], None), (anothers, ["other0"], None), (text, None, "not a database"),
    (directory, None, "it is a folder"), (foreign, None, "not a log of hoursd"),
]


def replaced(storm):
    """Another file is put in its place: what lies there holds, or is refused by name; what was answered before is saved beside it.

    Then the saved one is put back, under the running daemon: everything is there again.
    """
    dice = random.Random(storm.seed)
    rounds = 1 if storm.short else 8
    older_folder, _ = fresh(storm, 2, "older")
    other_folder, _ = fresh(storm, 1, "other")
    problems = []
    for number in range(rounds * len(REPLACED)):
        deed, abouts, refusal = REPLACED[number % len(REPLACED)]
        folder = storm.folder()
        shutil.copyfile(older_folder.log, f"{folder.path}/older")
        shutil.copyfile(other_folder.log, f"{folder.path}/other")
        daemon = storm.daemon(folder)
        kept = [f"kept{index}" for index in range(dice.randint(1, 400))]
        add_all(daemon, kept)
        with daemon.connect() as watcher:
            watcher.ask("watch")
            place = f"{folder.path}/new"
            deed(storm, folder, place)
            if os.path.isdir(place):
                os.unlink(folder.log)
            os.rename(place, folder.log)
            try:
                while True:
                    watcher.receive()
            except Gone:
                pass  # It is told that there is another history now.
        try:
            found = abouts_of(daemon)
            if found != abouts:
                problems.append(f"{deed.__name__}: {found}")
        except Refused as error:
            if refusal is None or refusal not in error.message or folder.log not in error.message:
                problems.append(f"{deed.__name__}: {error}")
        saved = f"{folder.log}-saved-1"
        if os.path.isdir(folder.log):
            os.rmdir(folder.log)
        os.rename(saved, folder.log)
        problems += await_issues(daemon, kept, deed.__name__)
        daemon.kill()
        daemon = storm.daemon(folder)
        if abouts_of(daemon) != kept:
            problems.append(f"{deed.__name__}: not all is there when started anew")
        daemon.end()
    return Outcome(rounds * len(REPLACED), len(problems), 0, problems)


def await_issues(daemon, kept, deed):
    for _ in range(40):
        try:
            found = abouts_of(daemon)
            if found == kept[:1000]:
                return []
        except Refused as refusal:
            found = refusal
        time.sleep(0.05)
    return [f"{deed}, put back: {found}"]


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
    tries = 12 if storm.short else 400
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
        with open(f"{folder.path}/sound", "wb") as file:
            file.write(sound)
        if os.path.exists(f"{folder.log}-wal"):
            os.unlink(f"{folder.log}-wal")
        os.rename(f"{folder.path}/sound", folder.log)
        problems += await_issues(daemon, abouts, what)
        daemon.kill()
        for name in os.listdir(folder.state):
            os.unlink(f"{folder.state}/{name}")
    return Outcome(tries, len(problems), 0, problems, f"({refused} refusals)")


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
    tries = 3 if storm.short else 30
    problems = []
    for _ in range(tries):
        folder, abouts = fresh(storm, dice.randint(1, 30), "old")
        shutil.copyfile(folder.log, f"{folder.path}/older")
        daemon = storm.daemon(folder)
        newer = [f"new{index}" for index in range(dice.randint(2000, 4000))]
        add_all(daemon, newer)
        daemon.kill()
        if os.path.getsize(folder.log) == os.path.getsize(f"{folder.path}/older"):
            raise AssertionError("nothing was taken in: all is in the write-ahead log")
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


FAULTS = [
    ("the log taken away", taken_away), ("the log replaced", replaced), ("the log damaged", damaged),
    ("an older log beside a newer write-ahead log", mismatched)]
