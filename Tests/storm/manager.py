"""The user's bus and service manager going and coming back, under Tests/user-manager.

That is a root manager in a mount namespace of the tests' own; without it these faults are not tried.
"""
import json
import os
import random
import signal
import subprocess
import time

from daemon import instant, spelled
from storm import Outcome

NEEDS_MANAGER = "needs Tests/user-manager"
# How often the alarm tries again by itself, and how long in all: 1, 2, 4, ... 32 s.
BACK_WITHIN = 70


def has_manager():
    return os.environ.get("HOURSD_USER_MANAGER") == "1"


def systemctl(*words):
    return subprocess.run(["systemctl", "--user", *words], check=True, capture_output=True, text=True).stdout


def environment():
    """What a daemon needs to find the bus."""
    return {name: os.environ[name] for name in ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")}


def armed():
    """When systemd's timers for the office elapse, in seconds since 1970."""
    timers = json.loads(systemctl("list-timers", "--output=json", "hoursd-wake-*.timer"))
    return [timer["next"] // 1_000_000 for timer in timers if timer["next"]]


# What befalls the bus, and how it is mended.

def kill_bus(_dice):
    """Its socket stays, and whoever comes next starts it again."""
    systemctl("kill", "--signal=KILL", "dbus.service")
    return lambda: None


def stop_bus(_dice):
    """It is gone for a while."""
    systemctl("stop", "dbus.socket", "dbus.service")
    return lambda: systemctl("start", "dbus.socket", "dbus.service")


def restart_bus(_dice):
    systemctl("restart", "dbus.service")
    return lambda: None


def execute_manager_again(_dice):
    systemctl("daemon-reexec")
    return lambda: None


def stop_for_a_moment(_dice):
    """The bus hangs."""
    bus = int(systemctl("show", "--value", "--property=MainPID", "dbus.service"))
    os.kill(bus, signal.SIGSTOP)
    return lambda: os.kill(bus, signal.SIGCONT)


DEEDS = [kill_bus, stop_bus, execute_manager_again, stop_for_a_moment, restart_bus]


def bus_gone(storm):
    """What is due comes by the loop's own timer meanwhile, once; afterwards systemd's timer is armed for what is next."""
    if not has_manager():
        return Outcome(0, note=NEEDS_MANAGER)
    dice = random.Random(storm.seed)
    tries = 1 if storm.short else 15
    folder = storm.folder()
    daemon = storm.daemon(folder, options=["--alarm", "systemd"], environment=environment())
    lost, twice = [], []
    reminded = set()
    try:
        with daemon.connect() as watcher:
            watcher.ask("watch", only=["issue.due"])
            for number in range(tries):
                deed = DEEDS[number % len(DEEDS)]
                daemon.ask("add", about="far", due=spelled(int(time.time()) + 3600 + number))
                await_alarm(daemon, "systemd")
                mend = deed(dice)
                due = int(time.time()) + 2
                issue = daemon.ask("add", about="near", due=spelled(due))["issue"]
                event = watcher.receive()
                heard = [one["id"] for one in event["issues"]]
                late = time.time() - due
                # Where the bus hangs, the timer was taken for armed: the loop's own stands half a minute behind it.
                if issue not in heard or late > (35 if deed is stop_for_a_moment else 4):
                    lost.append(f"{deed.__name__}: issue {issue} came {late:.1f} s late: {heard}")
                twice += [f"{deed.__name__}: issue {one} again" for one in heard if one in reminded]
                reminded.update(heard)
                daemon.ask("drop", id=issue)
                mend()
                if not await_alarm(daemon, "systemd"):
                    lost.append(f"{deed.__name__}: the alarm is not systemd's again")
                elif (wake := instant_of_next(daemon)) not in armed():
                    lost.append(f"{deed.__name__}: armed is {armed()}, next is {wake}")
        lost += polls(daemon)
    finally:
        daemon.end()
        subprocess.run(["systemctl", "--user", "start", "dbus.socket", "dbus.service"], check=False)
    return Outcome(tries, len(lost), len(twice), lost + twice)


def await_alarm(daemon, mode):
    end = time.monotonic() + BACK_WITHIN
    while time.monotonic() < end:
        if daemon.ask("status")["alarm"] == mode:
            return True
        time.sleep(0.1)
    return False


def instant_of_next(daemon):
    """The next reminder or change of state, as systemd was told it."""
    status = daemon.ask("status")
    return min(instant(status[name]) for name in ("next_reminder", "until") if name in status)


def polls(daemon):
    """When all is well again it sleeps."""
    def switches():
        with open(f"/proc/{daemon.pid}/status", encoding="ascii") as file:
            return [int(line.split()[1]) for line in file if line.startswith("voluntary_ctxt")][0]
    daemon.ask("status")
    time.sleep(1)
    before = switches()
    time.sleep(3)
    woken = switches() - before
    return [f"it woke {woken} times in 3 idle seconds"] if woken > 1 else []


FAULTS = [("bus gone and back", bus_gone)]
