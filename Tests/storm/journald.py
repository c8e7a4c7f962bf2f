"""journald gone, back, and stopped with SIGSTOP, beside a daemon that has it for itself in a mount namespace."""
import json
import os
import random
import signal
import subprocess
import time

from daemon import request
from disk import NEEDS_ROOT
from storm import Outcome

JOURNALD = "/lib/systemd/systemd-journald"
SOCKET = "/run/systemd/journal/socket"


class Journal:
    """A journald of its own over empty folders, in a mount namespace that daemons can be started in."""

    def __init__(self):
        script = "mount -t tmpfs tmpfs /run/systemd/journal && mount -t tmpfs tmpfs /run/log && echo mounted && exec cat"
        os.makedirs("/run/systemd/journal", exist_ok=True)
        os.makedirs("/run/log", exist_ok=True)
        self._holder = subprocess.Popen(
            ["unshare", "--mount", "--propagation=private", "sh", "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self._holder.stdout.readline() != b"mounted\n":
            raise OSError("no journal of our own")
        self.wrapper = ["nsenter", f"--target={self._holder.pid}", "--mount"]
        self._journald = None
        self.begin()

    def begin(self):
        socket = f"/proc/{self._holder.pid}/root{SOCKET}"
        if os.path.exists(socket):
            os.unlink(socket)
        self._journald = subprocess.Popen([*self.wrapper, JOURNALD], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while not os.path.exists(socket):
            if time.monotonic() > end:
                raise TimeoutError("journald does not start")
            time.sleep(0.02)

    def signal(self, number):
        self._journald.send_signal(number)

    def end(self):
        self._journald.send_signal(signal.SIGCONT)
        self._journald.terminate()
        self._journald.wait()

    def heard(self, last):
        """The `seq` of each entry that an event made, once this event's is among the newest."""
        end = time.monotonic() + 60
        while last not in self._seqs("--lines=500") and time.monotonic() < end:
            time.sleep(0.1)
        return self._seqs()

    def _seqs(self, *options):
        command = [*self.wrapper, "journalctl", "--quiet", "--output=json", "--output-fields=HOURSD_SEQ", *options]
        text = subprocess.run([*command, "SYSLOG_IDENTIFIER=hoursd"], capture_output=True, text=True, check=True).stdout
        return [int(entry["HOURSD_SEQ"]) for entry in map(json.loads, text.splitlines()) if "HOURSD_SEQ" in entry]

    def remove(self):
        self.end()
        self._holder.stdin.close()
        self._holder.wait()


def hangs(journal):
    journal.signal(signal.SIGSTOP)
    return lambda: journal.signal(signal.SIGCONT)


def is_gone(journal):
    journal.end()
    return journal.begin


def is_restarted(journal):
    journal.end()
    journal.begin()
    return lambda: None


FAILURES = [hangs, is_gone, is_restarted]


def ask_all(daemon, count, mark):
    """So many changes, one after the other is answered; gives the seconds that they took."""
    began = time.monotonic()
    with daemon.connect() as line:
        for number in range(count):
            line.send(request("call", {"from": f"+4940{mark:03}{number:04}", "about": "x", "severity": "normal"}))
            if "error" in (reply := line.receive()):
                raise AssertionError(reply)
    return time.monotonic() - began


def journal_fails(storm):
    """The office goes on at its usual pace; every event is in the journal later, at least once.

    journald is ended when it has read what was handed to it: here the rest would go with its socket, which else systemd holds.
    """
    if os.getuid():
        return Outcome(0, note=NEEDS_ROOT)
    dice = random.Random(storm.seed)
    tries = 3 if storm.short else 45
    folder = storm.folder()
    journal = Journal()
    lost, kills, ratios = [], 0, []
    try:
        daemon = storm.daemon(folder, wrapper=journal.wrapper)
        for number in range(tries):
            usual = ask_all(daemon, 100, 2 * number)
            journal.heard(daemon.ask("status")["seq"])
            mend = FAILURES[number % len(FAILURES)](journal)
            ratios.append(ask_all(daemon, 100, 2 * number + 1) / usual)
            if dice.random() < 0.2:
                kills += 1
                daemon.kill()
                daemon = storm.daemon(folder, wrapper=journal.wrapper)
            mend()
            # A journal that was gone is tried again by the next event, at the latest.
            daemon.ask("add", about="next", due="+2h")
        # Ten times is no measure of speed: whoever waits for a journal that hangs waits for ever.
        lost += [f"100 changes took {ratio:.1f} times as long as usual" for ratio in ratios if ratio > 10]
        newest = daemon.ask("status")["seq"]
        seqs = journal.heard(newest)
        lost += [f"event {seq} is not in the journal" for seq in sorted(set(range(1, newest + 1)) - set(seqs))]
        daemon.end()
    finally:
        journal.remove()
    note = f"({newest:,} events, {len(seqs) - len(set(seqs)):,} of them more than once, {kills} kills, pace {max(ratios):.1f})"
    return Outcome(tries, len(lost), 0, lost, note)


def journal_full(storm):
    """It hangs while thousands of events happen: memory is bounded, and all of them are there when it goes on."""
    if os.getuid():
        return Outcome(0, note=NEEDS_ROOT)
    count = 1_000 if storm.short else 10_000
    folder = storm.folder()
    journal = Journal()
    lost = []
    try:
        daemon = storm.daemon(folder, wrapper=journal.wrapper)
        journal.signal(signal.SIGSTOP)
        grown = []
        for part in range(10):
            with daemon.connect() as line:
                for _ in range(0, count // 10, 50):
                    line.send(*[request("told", {"client": "acme", "channel": "spoken"})] * 50)
                    for _ in range(50):
                        if "error" in (reply := line.receive()):
                            raise AssertionError(reply)
            grown.append(anonymous(daemon))
        # From the second tenth on: by then all that is made at first use is there.
        if grown[-1] > grown[1] + 1024:
            lost.append(f"its memory grew from {grown[1]} to {grown[-1]} kB")
        journal.signal(signal.SIGCONT)
        newest = daemon.ask("status")["seq"]
        seqs = journal.heard(newest)
        lost += [f"event {seq} is not in the journal" for seq in sorted(set(range(1, newest + 1)) - set(seqs))][:50]
        daemon.end()
    finally:
        journal.remove()
    return Outcome(newest, len(lost), 0, lost, f"({newest:,} events, memory {grown[1]:,} to {grown[-1]:,} kB)")


def anonymous(daemon):
    with open(f"/proc/{daemon.pid}/status", encoding="ascii") as file:
        return [int(line.split()[1]) for line in file if line.startswith("RssAnon")][0]


FAULTS = [("journald gone, back and stopped", journal_fails), ("the journal full for long", journal_full)]
