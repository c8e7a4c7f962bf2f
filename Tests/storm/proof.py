"""The ledger itself: a log that somebody has meddled with must be noticed, or zeros prove nothing."""
import random
import shutil
import sqlite3

from ledger import Ledger
from storm import Outcome
from story import Story

# What is done to a good log, what the ledger must call it, and the SQL. `:add` and `:other` are marks of changes, `:due` is the
# number of a reminder.
DAMAGES = [
    ("an event is gone", "lost", "DELETE FROM event WHERE seq = :due"),
    ("the newest event is gone", "lost", "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)"),
    ("a change is gone, without a gap", "lost", "UPDATE event SET body = replace(body, :add, :nothing) WHERE name = 'issue.queued'"),
    ("a change is there twice", "twice", "UPDATE event SET body = replace(body, :other, :add) WHERE name = 'issue.queued'"),
    ("a reminder is gone, without a gap", "lost", """
        UPDATE event SET name = 'office.opened', body = replace(body, 'issue.due', 'office.opened') WHERE seq = :due"""),
    ("a reminder is there twice", "twice", """
        UPDATE event SET name = 'issue.due', body = (SELECT replace(body, '"seq":' || :due, '"seq":' || event.seq)
        FROM event AS due WHERE seq = :due) WHERE seq = (SELECT max(seq) - 1 FROM event)"""),
    ("an issue is gone", "lost", "DELETE FROM issue WHERE id = (SELECT max(id) FROM issue)"),
    ("an issue is as it was before", "lost", """
        UPDATE issue SET body = replace(body, '"reminders":1', '"reminders":0')
        WHERE id = (SELECT max(id) FROM issue) - 1 AND body LIKE '%"reminders":1%'"""),
    ("a key is forgotten", "twice", "DELETE FROM request WHERE key = 'k0'"),
]


def notices(storm):
    good, ledger = tell(storm)
    adds = [entry.asked["about"] for entry in ledger.entries if entry.verb == "add"]
    verdict = judge(storm, good, ledger, None)
    problems = [f"lost: a good log is not: {problem}" for problem in verdict.problems]
    for name, kind, statement in DAMAGES:
        verdict = judge(storm, good, ledger, (statement, adds))
        if not any(problem.startswith(kind) for problem in verdict.problems):
            problems.append(f"lost: not noticed: {name}")
    return Outcome(len(DAMAGES), lost=len(problems), problems=problems)


def tell(storm):
    """A story without a kill, with reminders in it."""
    folder = storm.folder()
    ledger = Ledger()
    daemon = storm.daemon(folder)
    story = Story("w0", ledger, random.Random(storm.seed))
    with daemon.connect() as line:
        for _ in range(100):
            entry = story.next()
            line.send(entry.line)
            entry.reply = line.receive()
            story.hear(entry)
        done, issue = (line.ask("add", about=about, due="+1s")["issue"] for about in ("done", "last"))
        ledger.await_dues()
        line.ask("drop", id=done)
        line.ask("note", id=issue, text="nobody asks for this one")
        entry = ledger.write("note", id=issue, text="the last")
        line.send(entry.line)
        entry.reply = line.receive()
    daemon.end()
    return folder, ledger


def judge(storm, good, ledger, damage):
    folder = storm.folder()
    # Its zone, too: another hour's folder has another one.
    shutil.copy(good.configuration, folder.configuration)
    shutil.copytree(good.state, folder.state)
    if damage:
        statement, adds = damage
        with sqlite3.connect(folder.log) as log:
            due = log.execute("SELECT max(seq) FROM event WHERE name = 'issue.due'").fetchone()[0]
            changed = log.execute(statement, {"due": due, "add": f'"{adds[0]}"', "other": f'"{adds[1]}"', "nothing": '"nothing"'}).rowcount
        log.close()
        if not changed:
            raise RuntimeError(f"nothing was damaged by {statement}")
    daemon = storm.daemon(folder)
    verdict = ledger.judge(daemon)
    daemon.end()
    return verdict


FAULTS = [("a log that was meddled with is noticed", notices)]
