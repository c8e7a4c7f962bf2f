"""The clock stepped forwards and backwards, over reminders, closures and changes of the clocks; and the machine suspended.

The clock is the daemon's alone (libfaketime, its file read at each look). A real step wakes the daemon through the kernel; this one
cannot, and `tick` says what the kernel would have said.
"""
import glob
import os
import random
import signal
import time
from datetime import datetime
from zoneinfo import ZoneInfo

from daemon import Refused, instant, spelled
from load import Load
from storm import Outcome

LIBRARY = "/usr/lib/*/faketime/libfaketime.so.1"
BERLIN = ZoneInfo("Europe/Berlin")
CONFIGURATION = """\
timezone = "Europe/Berlin"
hours = "Mo-Fr 09:00-13:00,14:00-18:00; Sa 09:00-12:00"
[[personal]]
name = "Boris"
phones = ["+49307654321"]
"""
# Around what can go wrong: the spring's gap, the autumn's fold, a year's end, and nothing in particular.
BEGINNINGS = ["2026-03-27 17:59:50", "2026-10-23 17:59:50", "2026-12-31 12:59:00", "2026-06-10 08:59:55"]
STEPS = [1, 5, 59, 600, 899, 900, 3600, 7200, 43_200, 86_400, 3 * 86_400]
# How far the clock may lie before the last event without being wrong (policy.md).
SKEW = 60


class Clock:
    """What a daemon takes for the time."""

    def __init__(self, folder, beginning):
        self._path = f"{folder.path}/time"
        # Of our own clock, in seconds.
        self._ahead = 0
        self.set(beginning)
        library = glob.glob(LIBRARY)
        self.environment = {
            "LD_PRELOAD": library[0] if library else "", "FAKETIME_TIMESTAMP_FILE": self._path, "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1", "TZ": "UTC"}

    @property
    def now(self):
        return int(time.time() + self._ahead)

    def set(self, seconds):
        self.step(seconds - self.now)

    def step(self, seconds):
        self._ahead += int(seconds)
        with open(f"{self._path}.new", "w", encoding="ascii") as file:
            file.write(f"{self._ahead:+d}")
        os.replace(f"{self._path}.new", self._path)


def stepped(storm):
    """Every due time is reminded once, and never before its time, however the clock jumps."""
    if not glob.glob(LIBRARY):
        return Outcome(0, note="libfaketime is needed")
    dice = random.Random(storm.seed)
    rounds, tries = (2, 5) if storm.short else (20, 25)
    lost, twice, steps, reminders = [], [], 0, 0
    for number in range(rounds):
        folder = storm.folder(CONFIGURATION)
        beginning = datetime.fromisoformat(BEGINNINGS[(storm.seed + number) % len(BEGINNINGS)]).replace(tzinfo=BERLIN)
        clock = Clock(folder, int(beginning.timestamp()))
        daemon = start(storm, folder, clock)
        for _ in range(tries):
            for _ in range(dice.randint(0, 3)):
                change(daemon, clock, dice)
            step = dice.choice(STEPS) * dice.choice([1, 1, 1, -1])
            if dice.random() < 0.3:
                step = to_next_edge(daemon, clock, dice)
            clock.step(step)
            steps += 1
            if dice.random() < 0.15:
                # Such a step is often a battery that was empty: the machine starts anew.
                daemon.kill()
                daemon = start(storm, folder, clock)
            daemon.ask("tick")
        # All that is due can be reminded in the days to come.
        for _ in range(12 * 6):
            clock.step(4 * 3600)
            daemon.ask("tick")
        reminders += judge(events_of(daemon), lost, twice)
        daemon.end()
    return Outcome(steps, len(lost), len(twice), lost + twice, f"({reminders:,} reminders)")


def start(storm, folder, clock):
    # The first program with this library sets a variable, and Swift then finds its arguments no more: so that is another.
    wrapper = ["env", *(f"{name}={value}" for name, value in clock.environment.items()), "env"]
    return storm.daemon(folder, wrapper=wrapper)


def change(daemon, clock, dice):
    try:
        match dice.randrange(4):
            case 0:
                daemon.ask("add", about="a", due=spelled(clock.now + dice.choice(STEPS)))
            case 1:
                daemon.ask("call", **{"from": "+49307654321"}, missed=True)
            case 2:
                daemon.ask("call", **{"from": f"+4940{dice.getrandbits(30)}"}, severity="critical", missed=True)
            case _:
                issues = daemon.ask("issues")["issues"]
                if issues:
                    daemon.ask("snooze", id=dice.choice(issues)["id"], until=spelled(clock.now + dice.choice(STEPS)))
    except Refused as refusal:
        if refusal.code != "invalid":
            raise


def to_next_edge(daemon, clock, dice):
    """Seconds to just about the next reminder or opening."""
    status = daemon.ask("status")
    edge = status.get(dice.choice(["next_reminder", "next_opening", "until"]))
    return max(1, instant(edge) - clock.now + dice.choice([-1, 0, 1])) if edge else 1


def events_of(daemon):
    newest = daemon.ask("status")["seq"]
    with daemon.connect() as line:
        line.ask("watch", since=0)
        return list(line.events(newest))


def judge(events, lost, twice):
    """Each due time is reminded once, unless it was moved or done before; what is reminded again by itself comes later.

    A clock that was set back is believed after ten minutes. What was planned by the one before is planned anew then, and what that one
    had reminded in a future that did not come is reminded again.
    """
    waiting, reminded, reminders, latest = {}, {}, 0, 0
    for number, event in enumerate(events, 1):
        if event["seq"] != number:
            lost.append(f"seq {event['seq']} is the {number}-th event")
        at = instant(event["at"])
        if at < latest - SKEW:
            # By another clock: what waits still waits, for no time that is known.
            waiting = {issue: None for issue in waiting}
            reminded = {}
            latest = at
        latest = max(latest, at)
        for issue in event.get("issues", []):
            key = issue["id"]
            if event["event"] == "issue.due":
                reminders += 1
                due = waiting.pop(key, None)
                if due is not None and at < due:
                    twice.append(f"issue {key} is due at {spelled(due)}, and was reminded at {event['at']}")
                if due is None and at < reminded.get(key, 0) + 900:
                    twice.append(f"issue {key} was reminded at {event['at']} again")
                reminded[key] = at
            elif event["event"] in ("issue.queued", "issue.snoozed"):
                waiting[key] = instant(issue["due"])
                reminded.pop(key, None)
    lost += [f"issue {issue} was never reminded" for issue in waiting]
    return reminders


def suspended(storm):
    """Stopped for seconds, again and again, under load: late is all that anything may be."""
    dice = random.Random(storm.seed)
    tries = 1 if storm.short else 20
    folder = storm.folder()
    load = Load(storm, folder)
    daemon = storm.daemon(folder)
    load.begin()
    for _ in range(tries):
        time.sleep(dice.uniform(0.1, 0.5))
        os.kill(daemon.pid, signal.SIGSTOP)
        time.sleep(dice.uniform(0.5, 2 if storm.short else 4))
        os.kill(daemon.pid, signal.SIGCONT)
    outcome = load.judge(daemon, tries)
    daemon.end()
    return outcome


FAULTS = [("clock stepped", stepped), ("suspended under load", suspended)]
