"""The log's files taken away and replaced while the daemon runs."""
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


FAULTS = [("the log taken away", taken_away), ("the log replaced", replaced)]
