"""Several daemons at one door, and a door that is taken away."""
import os
import random
import shutil
import time

from daemon import Gone
from ledger import Ledger, Verdict
from storm import Outcome


def race(storm):
    """Several daemons started at once on one socket and one log: one serves, the others say why not and end."""
    dice = random.Random(storm.seed)
    folder = storm.folder()
    ledger = Ledger()
    verdict = Verdict()
    losers = 0
    rounds = 8 if storm.short else 150
    for number in range(rounds):
        racers = [storm.daemon(folder, wait=False) for _ in range(dice.randint(2, 4))]
        serving, errors = sort_out(racers)
        if len(serving) != 1 or any(error.process.returncode != 1 for error in errors):
            verdict.lose(f"round {number}: {len(serving)} serve, the others ended with {[error.process.returncode for error in errors]}")
        losers += len(errors)
        for daemon in serving:
            with daemon.connect() as line:
                entry = ledger.write("add", about=f"round {number}", due="+2h")
                line.send(entry.line)
                entry.reply = line.receive()
            if dice.random() < 0.5:
                daemon.kill()
            else:
                daemon.end()
    if (said := folder.error_text().count("a daemon answers there already")) != losers:
        verdict.lose(f"{losers} daemons ended, and {said} said why")
    daemon = storm.daemon(folder)
    verdict.add(ledger.judge(daemon))
    daemon.end()
    return Outcome(rounds, verdict.lost, verdict.twice, verdict.problems, f"({losers} daemons were sent away)")


def sort_out(racers):
    """Those that became ready, and those that ended."""
    serving, ended = [], []
    for daemon in racers:
        try:
            daemon.wait_ready()
            serving.append(daemon)
        except Gone:
            daemon.ended()
            ended.append(daemon)
    return serving, ended


def one_log(storm):
    """Two daemons, each with its own socket, started at once on one log: one has it, and the other when that ends."""
    dice = random.Random(storm.seed)
    folder = storm.folder()
    other = folder.beside("other")
    ledger = Ledger()
    verdict = Verdict()
    rounds = 4 if storm.short else 100
    for number in range(rounds):
        daemons = [storm.daemon(which, wait=False) for which in dice.sample([folder, other], 2)]
        for daemon in daemons:
            daemon.wait_ready()
        entry = ledger.write("add", about=f"round {number}", due="+2h")
        replies = []
        for daemon in daemons:
            with daemon.connect() as line:
                line.send(entry.line)
                replies.append(line.receive())
        codes = sorted(reply.get("error", {}).get("code", "") for reply in replies)
        if codes != ["", "internal"]:
            verdict.lose(f"round {number}: {replies}")
            continue
        entry.reply = next(reply for reply in replies if "error" not in reply)
        keeper, waiting = daemons if "error" not in replies[0] else daemons[::-1]
        if dice.random() < 0.5:
            keeper.kill()
        else:
            keeper.end()
        if waiting.ask("status")["pending"] != number + 1:
            verdict.lose(f"round {number}: it did not take over")
        waiting.end()
    daemon = storm.daemon(folder)
    verdict.add(ledger.judge(daemon))
    daemon.end()
    return Outcome(rounds, verdict.lost, verdict.twice, verdict.problems)


def removed(storm):
    """The socket's file, its folder, or both with the lock, removed under a daemon that works: it comes back."""
    dice = random.Random(storm.seed)
    folder = storm.folder()
    run = os.path.dirname(folder.socket)
    daemon = storm.daemon(folder)
    ledger = Ledger()
    rounds = 2 if storm.short else 30
    took = []
    with daemon.connect() as inside:
        for number in range(rounds):
            dice.choice([lambda: os.unlink(folder.socket), lambda: shutil.rmtree(run)])()
            began = time.monotonic()
            line = comes_back(folder)
            took.append(time.monotonic() - began)
            if line is None:
                return Outcome(number + 1, 1, 0, ["lost: nobody answers any more"])
            # Whoever was inside stays inside, and both see the same office.
            for who in (inside, line):
                entry = ledger.write("add", about=f"{number} {who is line}", due="+2h")
                who.send(entry.line)
                entry.reply = who.receive()
            line.close()
    verdict = ledger.judge(daemon)
    daemon.end()
    if os.path.exists(folder.socket):
        verdict.lose("the socket is left behind")
    return Outcome(rounds, verdict.lost, verdict.twice, verdict.problems, f"(back within {max(took):.1f} s)")


def comes_back(folder):
    """A connection as soon as there is one again; a name that appears can only be looked for."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            return folder.connect()
        except Gone:
            time.sleep(0.02)
    return None


FAULTS = [
    ("daemons at once on one socket", race), ("daemons at once on one log", one_log), ("the socket's file removed", removed),
]
