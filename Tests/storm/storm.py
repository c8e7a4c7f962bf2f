"""Puts a real hoursd under fire, one fault after the other, and prints what was lost and what came twice.

Each module in FAMILIES has a list FAULTS of (name, function); the function gets a Storm, and gives an Outcome.
"""
import argparse
import importlib
import os
import signal
import sys
import time
import traceback

from daemon import Daemon, Folder

FAMILIES = [
    "proof", "kills", "mail", "commits", "doors", "timer", "disk", "logfile", "damage", "clock", "journald",
    "manager", "hostile", "soak"]


class Outcome:
    """How a fault went: how often it was tried, and what it cost."""

    def __init__(self, tried, lost=0, twice=0, problems=(), note=""):
        self.tried = tried
        self.lost = lost
        self.twice = twice
        self.problems = list(problems)
        self.note = note


class Storm:
    """What every fault needs: the programs, how long to go on, and folders that are removed when all is well."""

    def __init__(self, options):
        self.bin = os.path.abspath(options.bin)
        self.short = options.short
        self.kills = options.kills
        self.seed = options.seed
        self.requests = options.requests
        self._folders = []
        self._daemons = []

    def folder(self, configuration=None):
        folder = Folder(configuration)
        self._folders.append(folder)
        return folder

    def daemon(self, folder, **options):
        """A daemon of this folder, ready."""
        daemon = Daemon(self.bin, folder, **options)
        self._daemons.append(daemon)
        return daemon

    def crashes(self):
        """How daemons ended by themselves that should not have: neither in order, nor refused, nor by our hand."""
        ours = (None, 0, 1, -signal.SIGKILL, -signal.SIGTERM)
        return [daemon.process.returncode for daemon in self._daemons if daemon.process.poll() not in ours]

    def leave(self, keep):
        """Ends what runs still, removes the folders, or says where they are."""
        for daemon in self._daemons:
            daemon.kill()
        self._daemons.clear()
        for folder in self._folders:
            if keep:
                print(f"  kept: {folder.path}")
            else:
                folder.remove()
        self._folders.clear()


def weather(name, function, storm):
    """Runs one fault. Whatever it raises counts as lost: nobody knows then."""
    try:
        outcome = function(storm)
    except Exception:  # pylint: disable=broad-except
        outcome = Outcome(1, lost=1, problems=[traceback.format_exc()])
    for status in storm.crashes():
        outcome.lost += 1
        outcome.problems.append(f"lost: a daemon ended by itself with {status}")
    return outcome


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--bin", required=True, help="the folder of hoursd and hoursctl")
    parser.add_argument("--short", action="store_true", help="a short form of every fault")
    parser.add_argument("--only", action="append", help="a family, or a fault whose name holds this")
    parser.add_argument("--kills", type=int, help="how many kills under load (1000; short: 25)")
    parser.add_argument("--requests", type=int, help="how many requests a soak takes (1,000,000; short: 40,000)")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000, help="for the moments and the requests")
    options = parser.parse_args()
    options.kills = options.kills or (25 if options.short else 1000)
    options.requests = options.requests or (40_000 if options.short else 1_000_000)

    print(f"seed {options.seed}", flush=True)
    rows = []
    for family in FAMILIES:
        for name, function in importlib.import_module(family).FAULTS:
            if options.only and not any(word == family or word in name for word in options.only):
                continue
            storm = Storm(options)
            began = time.monotonic()
            outcome = weather(name, function, storm)
            bad = outcome.lost + outcome.twice
            print(f"{'FAIL' if bad else 'ok'}: {name}, {time.monotonic() - began:.1f} s {outcome.note}", flush=True)
            for problem in outcome.problems[:20]:
                print(f"  {problem}")
            storm.leave(keep=bad)
            rows.append((name, outcome))
    width = max([len(name) for name, _ in rows] + [5])
    print(f"\n{'fault':{width}}  {'tried':>7}  {'lost':>5}  {'twice':>5}")
    for name, outcome in rows:
        print(f"{name:{width}}  {outcome.tried:>7,}  {outcome.lost:>5}  {outcome.twice:>5}")
    if not rows:
        sys.exit("nothing has such a name")
    sys.exit(1 if any(outcome.lost + outcome.twice for _, outcome in rows) else 0)


if __name__ == "__main__":
    main()
