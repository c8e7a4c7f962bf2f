"""Killed while systemd's timer is moved: between any two of its messages the reminder still comes, in time, and once.

The daemon runs as a unit of a real user manager, with its socket. Nobody asks it anything after the kill: it is started again
by the manager (`Restart=on-failure`, as shipped), or, where that is off, by the timer alone, through the socket.
"""
import json
import os
import select
import subprocess
import time
from itertools import product

from commits import Meddler
from daemon import PATIENCE, Gone, instant, spelled
from ledger import Verdict
from storm import Outcome

SOCKET = "[Socket]\nListenStream={socket}\n"
SERVICE = """\
[Unit]
Requires=hoursd.socket
StartLimitIntervalSec=0
[Service]
Type=notify
NotifyAccess=all
ExecStart={start}
Restart={restart}
RestartSec=1s
"""
# The life after one for which a kill is written down has strace beside it.
START = """\
#!/bin/sh
set -- '{bin}/hoursd' --alarm systemd --socket '{folder.socket}' --state '{folder.state}' --config '{folder.configuration}'
if kill=$(cat '{start}.once' 2>/dev/null) && rm '{start}.once'; then
  set -- strace -D -f --seccomp-bpf -o '{trace}' -e "$kill" "$@"
fi
exec "$@"
"""
# How late a reminder may be: the manager's second, a start, and a loaded machine.
SLACK = 4


class Unit:
    """hoursd in the user's manager."""

    def __init__(self, storm):
        self.folder = storm.folder()
        self._start = f"{self.folder.path}/start"
        self._trace = f"{self.folder.path}/trace"
        self._meddler = None
        with open(self._start, "w", encoding="ascii") as file:
            file.write(START.format(
                start=self._start, trace=self._trace, bin=storm.bin, folder=self.folder))
        os.chmod(self._start, 0o700)
        self._units = f"{os.environ['XDG_CONFIG_HOME']}/systemd/user"
        os.makedirs(self._units, exist_ok=True)
        self._journal = subprocess.Popen(
            ["journalctl", "--quiet", "--all", "--output=json", "--follow", "--no-tail", f"--since=@{time.time():.6f}",
             "HOURSD_EVENT=issue.due"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self._journal.stdout
        self._entries = self._journal.stdout.fileno()

    def install(self, restart):
        for name, text in (
            ("hoursd.socket", SOCKET.format(socket=self.folder.socket)),
            ("hoursd.service", SERVICE.format(start=self._start, restart=restart))):
            with open(f"{self._units}/{name}", "w", encoding="ascii") as file:
                file.write(text)
        systemctl("daemon-reload")
        systemctl("restart", "hoursd.socket")

    def kill_while_it_runs(self, number):
        self._meddler = Meddler(int(systemctl("show", "--value", "--property=MainPID", "hoursd.service")), kill_at(number))

    def kill_in_the_next_life(self, number):
        with open(f"{self._start}.once", "w", encoding="ascii") as file:
            file.write(f"inject={kill_at(number)}")

    def was_killed(self):
        """Whether a kill that was to come has come; if not, it is called off."""
        if self._meddler:
            meddler, self._meddler = self._meddler, None
            return meddler.let_go()
        with open(self._trace, encoding="utf-8", errors="replace") as file:
            return "killed by SIGKILL" in file.read()

    def await_alarm(self, line):
        """The manager answers when it likes; only the status says that it has."""
        end = time.monotonic() + PATIENCE
        while line.ask("status").get("alarm") != "systemd":
            if time.monotonic() > end:
                raise TimeoutError("systemd's timer is not armed")
            time.sleep(0.02)

    def await_reminder(self, issue, until):
        """Reads in the journal whether it was reminded; asks the daemon nothing."""
        buffer = b""
        while (wait := until - time.time()) > 0:
            if select.select([self._entries], [], [], wait)[0]:
                buffer += os.read(self._entries, 65_536)
            *lines, buffer = buffer.split(b"\n")
            for entry in map(json.loads, lines):
                said = entry.get("HOURSD_ISSUE", [])
                if str(issue) in ([said] if isinstance(said, str) else said):
                    return True
        return False

    def remove(self):
        self._journal.terminate()
        self._journal.communicate()
        systemctl("stop", "hoursd.socket", "hoursd.service", "hoursd-wake-1.timer", "hoursd-wake-2.timer", check=False)
        for name in ("hoursd.socket", "hoursd.service"):
            os.unlink(f"{self._units}/{name}")
        systemctl("daemon-reload")


def systemctl(*words, check=True):
    ended = subprocess.run(["systemctl", "--user", *words], check=check, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return ended.stdout.strip()


def kill_at(number):
    return f"sendmsg:signal=KILL:when={number}"


def change(line, verb, **keys):
    """What is committed before the timer is moved, whether or not the answer still comes."""
    try:
        line.ask(verb, **keys)
    except Gone:
        pass


# What moves the timer; `first` is what it is armed for. Each gives the issue, and when it must be reminded.

def snoozed(unit, line, issue, first, number):
    """The old timer stands until the new one does."""
    unit.kill_while_it_runs(number)
    change(line, "snooze", id=issue, until=spelled(first + 1))
    return issue, first + 1


def something_sooner(unit, line, issue, first, number):
    unit.kill_while_it_runs(number)
    change(line, "add", about="sooner", due=spelled(first - 1))
    return issue + 1, first - 1


def taken_over(unit, line, issue, first, number):
    """A new life finds the timer that the last one has left."""
    unit.kill_in_the_next_life(number)
    systemctl("kill", "--signal=KILL", "hoursd.service")
    try:
        with unit.folder.connect() as knock:
            knock.ask("status")
    except Gone:
        pass
    return issue, first


def trial(unit, move, number, restart, verdict):
    """One kill, at the n-th message to the bus; gives whether there was one."""
    with unit.folder.connect() as line:
        # The timer takes no instant that is nearer than two seconds.
        first = int(time.time()) + 4
        issue = line.ask("add", about="the timer's", due=spelled(first))["issue"]
        unit.await_alarm(line)
        issue, due = move(unit, line, issue, first, number)
    # Where nothing else starts the daemon, the old timer does, or the new one.
    latest = max(due, first) if restart == "no" else due
    came = unit.await_reminder(issue, latest + SLACK)
    killed = unit.was_killed()
    with unit.folder.connect() as line:
        events = [event for event in line.ask("issue", id=issue)["history"] if event["event"] == "issue.due"]
    words = f"{move.__name__}, killed at message {number}, Restart={restart}: issue {issue}, due at {due}"
    if not came:
        verdict.lose(f"{words}, was not reminded by {latest + SLACK}: {[event['at'] for event in events]}")
    elif any(instant(event["at"]) > latest + SLACK for event in events):
        verdict.lose(f"{words}, was reminded at {events[0]['at']}")
    if len(events) > 1:
        verdict.double(f"{words}, was reminded {len(events)} times")
    return killed


def moved(storm):
    if "HOURSD_USER_MANAGER" not in os.environ:
        return Outcome(0, note="(skipped: it needs a user manager, and root for one of its own)")
    unit = Unit(storm)
    verdict = Verdict()
    tried = 0
    try:
        for move, restart in [(snoozed, "no")] if storm.short else product([snoozed, something_sooner, taken_over], ["no", "on-failure"]):
            unit.install(restart)
            for number in [3] if storm.short else range(1, 40):
                killed = trial(unit, move, number, restart, verdict)
                tried += killed
                if not killed:
                    break
    finally:
        unit.remove()
    return Outcome(tried, verdict.lost, verdict.twice, verdict.problems)


FAULTS = [("SIGKILL while systemd's timer is moved", moved)]
