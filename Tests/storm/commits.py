"""A commit that fails while many wait for it: everybody is told, nothing of it is there, and the next one succeeds."""
import os
import random
import select
import signal
import subprocess
import time

from daemon import PATIENCE, spelled
from ledger import Ledger, Verdict
from storm import Outcome

CLIENTS = 50
# What can fail of a commit, and how. The second write is within the turn's frames, when one is written already.
FAILURES = [
    "pwrite64:error=EIO:when=1", "pwrite64:error=EIO:when=2", "pwrite64:error=ENOSPC:when=1", "pwrite64:error=ENOSPC:when=20",
    "fdatasync:error=EIO:when=1"]


class Meddler:
    """An strace that has hold of a daemon, and lets one of its system calls fail."""

    def __init__(self, pid, failure):
        self._strace = subprocess.Popen(
            ["strace", "-f", "-p", str(pid), "-o", "/dev/null", "-e", f"inject={failure}"], stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE)
        words = self._strace.stderr
        assert words
        said = words.readline() if select.select([words], [], [], PATIENCE)[0] else b"nothing"
        if b"attached" not in said:
            raise RuntimeError(f"strace says {said!r}")

    def let_go(self):
        """Leaves the daemon alone; gives whether it has died under strace's eyes."""
        died = self._strace.poll() is not None
        if not died:
            self._strace.send_signal(signal.SIGINT)
        self._strace.communicate()
        return died


def failing_commit(storm):
    dice = random.Random(storm.seed)
    folder = storm.folder()
    ledger = Ledger()
    verdict = Verdict()
    daemon = storm.daemon(folder)
    rounds = 5 if storm.short else 100
    tried = 0
    for number in range(rounds):
        failure = FAILURES[number % len(FAILURES)]
        lines = [daemon.connect() for _ in range(CLIENTS)]
        watcher = daemon.connect()
        before = watcher.ask("watch")["seq"]
        entries = [
            ledger.write("add", about=f"{number}-{client}", due=spelled(int(time.time()) + 3)) for client in range(CLIENTS)]
        meddler = Meddler(daemon.pid, failure)
        replies = ask_all_at_once(daemon, lines, entries)
        meddler.let_go()
        codes = {reply.get("error", {}).get("code") for reply in replies}
        if codes == {"internal"}:
            tried += 1
        elif codes != {None}:
            # When none was refused, a reminder had a commit of its own first, and that one failed.
            verdict.lose(f"{failure}: not all were refused, but {codes}")
        if dice.random() < 0.4:
            # Nor may it come back from a write-ahead log that was written in part.
            daemon.kill()
            daemon = storm.daemon(folder)
            lines = [daemon.connect() for _ in range(CLIENTS)]
            watcher = daemon.connect()
            watcher.ask("watch", since=before)
        if "internal" in codes:
            judge_nothing(daemon, before, failure, verdict)
            replies = ask_all_at_once(daemon, lines, entries)
        for entry, reply in zip(entries, replies):
            entry.reply = reply
        judge_watcher(watcher, before, failure, verdict)
        for line in [*lines, watcher]:
            line.close()
    ledger.await_dues()
    total = ledger.judge(daemon)
    daemon.end()
    total.add(verdict)
    return Outcome(tried, total.lost, total.twice, total.problems, f"({total})")


def judge_nothing(daemon, before, failure, verdict):
    """Nothing was recorded but reminders, which come by themselves."""
    with daemon.connect() as line:
        newest = line.ask("status")["seq"]
        if newest > before:
            line.ask("watch", since=before)
            for event in line.events(newest):
                if event["event"] != "issue.due":
                    verdict.double(f"{failure}: it was refused, and is there: {event}")


def judge_watcher(watcher, before, failure, verdict):
    """It hears of what was recorded, without a gap."""
    queued, seq = 0, before
    while queued < CLIENTS:
        event = watcher.receive()
        if event["seq"] != seq + 1:
            verdict.lose(f"{failure}: a watcher heard {event['seq']} after {seq}")
        seq = event["seq"]
        queued += event["event"] == "issue.queued"


def ask_all_at_once(daemon, lines, entries):
    """All requests are there when the daemon next looks: one turn."""
    os.kill(daemon.pid, signal.SIGSTOP)
    for line, entry in zip(lines, entries):
        line.send(entry.line)
    os.kill(daemon.pid, signal.SIGCONT)
    return [line.receive() for line in lines]


FAULTS = [(f"a commit fails with {CLIENTS} replies held", failing_commit)]
