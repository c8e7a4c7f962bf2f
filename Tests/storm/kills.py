"""SIGKILL at any moment, under load."""
import random

from daemon import Gone, request, spelled
from ledger import Ledger
from storm import Outcome
import time


def kill(storm):
    """A first form: one client, killed between any two of its bytes."""
    dice = random.Random(storm.seed)
    folder = storm.folder()
    ledger = Ledger()
    unanswered = []
    for _ in range(storm.kills):
        daemon = storm.daemon(folder)
        with daemon.connect() as line:
            seq = line.ask("status")["seq"]
            for entry in unanswered:
                entry.again_at = seq
            for _ in range(dice.randrange(10)):
                unanswered.append(
                    ledger.write("add", {"about": f"a{dice.getrandbits(64)}", "due": spelled(int(time.time()) + 2)}))
            line.send(*(entry.line() for entry in unanswered))
            for _ in range(dice.randrange(len(unanswered) + 1)):
                unanswered[0].reply = line.receive()
                unanswered.pop(0)
            daemon.kill()
    daemon = storm.daemon(folder)
    with daemon.connect() as line:
        for entry in unanswered:
            line.send(entry.line())
            entry.reply = line.receive()
    time.sleep(3)
    verdict = ledger.judge(daemon)
    daemon.end()
    note = f"({verdict.changes} changes, {verdict.reminders} reminders, {verdict.latest} s late at most)"
    return Outcome(storm.kills, verdict.lost, verdict.twice, verdict.problems, note)


FAULTS = [("SIGKILL under load", kill)]
