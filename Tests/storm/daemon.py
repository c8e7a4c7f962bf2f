"""A real hoursd in a folder of its own, and a client that speaks its lines."""
import copy
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from datetime import datetime, timedelta, timezone

# Long, for a loaded machine; nothing waits this long when all is well.
PATIENCE = 60.0


class Gone(Exception):
    """The daemon has ended, or the connection has: nobody knows what became of what was not answered."""


class Refused(Exception):
    """The daemon's error: `code` and `message`."""

    def __init__(self, error):
        super().__init__(f"{error['code']}: {error['message']}")
        self.code = error["code"]
        self.message = error["message"]


def working_zone():
    """A zone in which it is now about noon, so that no opening or closing falls into the run."""
    ahead = 12 - datetime.now(timezone.utc).hour
    # Etc's signs are the other way round: Etc/GMT-3 is three hours ahead.
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


# Open all through the run, with openings before and after it, and one client who is written to.
CONFIGURATION = """\
timezone = "{zone}"
hours = "Mo-Su 06:00-18:00"
language = "en"
[mail]
from = "Ann <ann@example.org>"
command = ["true"]
[[client]]
name = "Acme"
phones = ["+49301234567"]
email = "it@acme.example"
[[personal]]
name = "Boris"
phones = ["+49307654321"]
"""


class Namespace:
    """Mounts of its own, for as long as somebody keeps it; programs are started in it by its wrapper."""

    def __init__(self, mount, *arguments):
        self._holder = subprocess.Popen(
            ["unshare", "--mount", "--propagation=private", "sh", "-c", f"{mount} && echo mounted && exec cat", *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._holder.stdin and self._holder.stdout
        self._keep = self._holder.stdin
        if self._holder.stdout.readline() != b"mounted\n":
            raise OSError(f"it cannot be had here: {mount}")
        self.wrapper = ["nsenter", f"--target={self._holder.pid}", "--mount"]
        self.root = f"/proc/{self._holder.pid}/root"

    def remove(self):
        self._keep.close()
        self._holder.wait()


class Folder:
    """A daemon's own configuration, log and socket."""

    def __init__(self, configuration=None, under=None):
        self.path = tempfile.mkdtemp(prefix="storm-", dir=under)
        self.socket = f"{self.path}/run/socket"
        self.state = f"{self.path}/state"
        self.log = f"{self.state}/events.sqlite"
        self.configuration = f"{self.path}/config.toml"
        self.errors = f"{self.path}/errors"
        with open(self.configuration, "w", encoding="utf-8") as file:
            file.write(configuration or CONFIGURATION.format(zone=working_zone()))

    def connect(self):
        return Line(self.socket)

    def error_text(self):
        """What all daemons of this folder wrote to standard error."""
        with open(self.errors, encoding="utf-8", errors="replace") as file:
            return file.read()

    def beside(self, name):
        """The same log and configuration, and another socket."""
        other = copy.copy(self)
        other.socket = f"{self.path}/run/{name}"
        return other

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Daemon:
    """One life of a hoursd: from its start to its end or kill."""

    def __init__(self, bin, folder, options=(), wrapper=(), environment=None, wait=True):
        """Starts it, and waits until it says that it is ready.

        `wrapper` stands before its command line (`strace -D …`, `unshare …`); then `pid` is the wrapper's.
        Raises Gone when it ends before it is ready.
        """
        self.folder = folder
        self._notify_path = f"{folder.path}/notify-{time.monotonic_ns()}"
        self._notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
        self._notify.bind(self._notify_path)
        command = [
            *wrapper, f"{bin}/hoursd", "--socket", folder.socket, "--state", folder.state,
            "--config", folder.configuration, *options,
        ]
        variables = {
            "HOME": folder.path, "PATH": os.environ.get("PATH", "/usr/bin"), "NOTIFY_SOCKET": self._notify_path,
            **(environment or {}),
        }
        with open(folder.errors, "ab") as errors:
            self.process = subprocess.Popen(
                command, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        self.pid = self.process.pid
        if wait:
            try:
                self.wait_ready()
            except BaseException:
                self.kill()
                raise

    def wait_ready(self):
        """Returns when it has said READY=1; then it is heard no more."""
        end = time.monotonic() + PATIENCE
        gone = os.pidfd_open(self.pid)
        try:
            while True:
                readable, _, _ = select.select([self._notify.fileno(), gone], [], [], max(0, end - time.monotonic()))
                if self._notify.fileno() in readable:
                    if self._notify.recv(65_536) == b"READY=1":
                        return
                elif gone in readable:
                    raise Gone(f"the daemon ended before it was ready: {self.folder.error_text()[-500:]}")
                elif not readable:
                    raise TimeoutError("the daemon does not become ready")
        finally:
            os.close(gone)
            self._close()

    def _close(self):
        self._notify.close()
        if os.path.exists(self._notify_path):
            os.unlink(self._notify_path)

    def connect(self):
        return self.folder.connect()

    def ask(self, verb, **keys):
        """One request on a connection of its own."""
        with self.connect() as line:
            return line.ask(verb, **keys)

    def kill(self, number=signal.SIGKILL):
        """Sends a signal and waits for the end. Gives the exit status, or minus the signal that killed it."""
        if self.process.poll() is None:
            os.kill(self.pid, number)
        return self.ended()

    def end(self):
        return self.kill(signal.SIGTERM)

    def ended(self, within=PATIENCE):
        """Waits for its end, and gives how it ended as `kill` does; None when it does not end in so many seconds."""
        try:
            status = self.process.wait(within)
        except subprocess.TimeoutExpired:
            return None
        self._close()
        return status


class Line:
    """A connection. What is sent and what is answered are lines; `Gone` when it breaks."""

    def __init__(self, path, patience=PATIENCE):
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._socket.settimeout(patience)
        self._unread = b""
        try:
            self._socket.connect(path)
        except (ConnectionError, FileNotFoundError, BlockingIOError) as error:
            self._socket.close()
            raise Gone(str(error)) from error

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._socket.close()

    def fileno(self):
        return self._socket.fileno()

    def send(self, *lines):
        """Sends requests, as `request` makes them, and waits for nothing."""
        try:
            self._socket.sendall(b"".join(lines))
        except (BrokenPipeError, ConnectionError) as error:
            raise Gone(str(error)) from error

    def receive(self):
        """The next line, as an object; raises Gone at the end."""
        while b"\n" not in self._unread:
            try:
                more = self._socket.recv(262_144)
            except ConnectionError as error:
                raise Gone(str(error)) from error
            if not more:
                raise Gone("the connection was closed")
            self._unread += more
        line, self._unread = self._unread.split(b"\n", 1)
        return json.loads(line)

    def ask(self, verb, **keys):
        """A request and its reply. Raises Refused when that is an error."""
        self.send(request(verb, keys))
        reply = self.receive()
        if "error" in reply:
            raise Refused(reply["error"])
        return reply

    def events(self, through):
        """What a watching connection hears, up to the event of this `seq`."""
        while True:
            event = self.receive()
            yield event
            if event["seq"] >= through:
                return


def request(verb, keys=None):
    """A request's line, as bytes."""
    body = f" {json.dumps(keys)}" if keys else ""
    return f"{verb}{body}\n".encode()


def instant(text):
    """A time of the protocol, in seconds since 1970."""
    return int(datetime.fromisoformat(text).timestamp())


def spelled(seconds):
    """Seconds since 1970 as a time of the protocol."""
    return datetime.fromtimestamp(seconds, timezone(timedelta(0))).isoformat()
