"""Deliverer, mailer and daemon killed while a follow-up is on its way: it leaves once, or the owner is told that nobody knows."""
import os
import random
import signal
import subprocess
import time
from collections import Counter

from daemon import CONFIGURATION, Gone, request, working_zone
from kills import kill_at_a_step
from ledger import Verdict
from siege import settles
from storm import Outcome

# Takes its time before and after the message leaves, another one each time.
MAILER = """\
#!/bin/sh
sleep 0.0$(($$ % 4))
sed -n 's/^Message-ID: //p' >>"$0.sent"
sleep 0.0$(($$ % 3))
"""
VICTIMS = [["daemon"], ["deliverer"], ["mailer"], ["deliverer", "mailer"], ["daemon", "deliverer"], ["daemon", "deliverer", "mailer"]]


class Post:
    """An office that owes follow-ups, its deliverer, and what has left."""

    def __init__(self, storm):
        self._storm = storm
        self.folder = storm.folder()
        self._mailer = f"{self.folder.path}/mailer"
        with open(self._mailer, "w", encoding="ascii") as file:
            file.write(MAILER)
        os.chmod(self._mailer, 0o700)
        with open(self.folder.configuration, "w", encoding="ascii") as file:
            file.write(CONFIGURATION.format(zone=working_zone()).replace('["true"]', f'["{self._mailer}"]'))
        self.daemon = storm.daemon(self.folder)
        self._deliverer = self._deliver()

    def _deliver(self):
        with open(self.folder.errors, "ab") as errors:
            return subprocess.Popen(
                [f"{self._storm.bin}/hoursctl", "--socket", self.folder.socket, "mail", "deliver"], stdin=subprocess.DEVNULL,
                stdout=errors, stderr=errors, env={"HOME": self.folder.path, "PATH": os.environ["PATH"]})

    def restart(self):
        """Starts again what was killed."""
        if self.daemon.process.poll() is not None:
            self.daemon = self._storm.daemon(self.folder)
        if self._deliverer.poll() is not None:
            self._deliverer = self._deliver()

    def kill(self, victims):
        # The mailer first: its parent's end would make it somebody else's child.
        pids = self._children() if "mailer" in victims else []
        if "deliverer" in victims:
            pids.append(self._deliverer.pid)
        if "daemon" in victims:
            pids.append(self.daemon.pid)
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        if "deliverer" in victims:
            self._deliverer.wait()
        if "daemon" in victims:
            self.daemon.ended()

    def _children(self):
        with open(f"/proc/{self._deliverer.pid}/task/{self._deliverer.pid}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]

    def settle(self):
        """Waits until nothing is on its way any more; gives all messages by id."""
        with self.daemon.connect() as watch, self.daemon.connect() as line:
            watch.ask("watch", only=["mail"])
            while line.ask("messages", state=["queued", "sending", "failed"])["messages"]:
                watch.receive()
        return all_messages(self.daemon)

    def sent(self):
        """How often each message left, by its message_id. A mailer outlives its deliverer, and what it does still counts as of now."""
        if not settles(lambda: not self._mailers()):
            raise TimeoutError("a mailer does not come to an end")
        with open(f"{self._mailer}.sent", encoding="ascii") as file:
            return Counter(line.strip().strip("<>") for line in file)

    def _mailers(self):
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/cmdline", "rb") as file:
                    if self._mailer.encode() in file.read().split(b"\0"):
                        found.append(int(pid))
            except OSError:
                continue  # It has ended meanwhile.
        return found

    def end(self):
        self._deliverer.terminate()
        self._deliverer.wait()
        self.daemon.end()


def owe(line):
    """One more follow-up, approved: its id."""
    issue = line.ask("add", about="it is broken", client="acme", due="+2h")["issue"]
    return line.ask("resolve", id=issue, solution="done", send=True)["message"]["id"]


def all_messages(daemon):
    found: dict = {}
    after = 0
    with daemon.connect() as line:
        while after is not None:
            page = line.ask("messages", state="all", after=after, limit=1000)
            found.update((message["id"], message) for message in page["messages"])
            after = page.get("next")
    return found


def judge(messages, owed, sent, verdict):
    """Each has left exactly once, or is `uncertain` and has left once at most."""
    for number in owed - messages.keys():
        verdict.lose(f"message {number} was approved, and is not there")
    for message in messages.values():
        times = sent[message["message_id"]]
        words = f"message {message['id']} is {message['state']}, and has left {times} times"
        if times > 1:
            verdict.double(words)
        elif message["state"] != "uncertain" and (message["state"], times) != ("sent", 1):
            verdict.lose(words)


def by_hoursctl(storm):
    """The shipped deliverer and a mailer that takes its time."""
    dice = random.Random(storm.seed)
    post = Post(storm)
    verdict = Verdict()
    owed: set = set()
    rounds = 12 if storm.short else 250
    for _ in range(rounds):
        with post.daemon.connect() as line:
            owed.update(owe(line) for _ in range(dice.randint(1, 2)))
        time.sleep(dice.uniform(0, 0.12))
        post.kill(dice.choice(VICTIMS))
        post.restart()
    messages = post.settle()
    sent = post.sent()
    judge(messages, owed, sent, verdict)
    # The owner says of each that is uncertain: once more. Then it leaves once more.
    uncertain = {number: message["message_id"] for number, message in messages.items() if message["state"] == "uncertain"}
    for number in uncertain:
        post.daemon.ask("mail-send", id=number)
    messages = post.settle()
    more = post.sent() - Counter({message: sent[message] for message in uncertain.values()})
    judge(messages, owed, more, verdict)
    post.end()
    note = f"({len(messages)} messages, {len(uncertain)} uncertain, and each of these sent when the owner said so)"
    return Outcome(rounds, verdict.lost, verdict.twice, verdict.problems, note)


class LineDeliverer:
    """A deliverer of a few lines: it claims, lets the message leave, and reports, each under a key."""

    def __init__(self, name, sent):
        self._name = name
        self._sent = sent
        self._todo = []
        self._left = set()

    def work(self, line, dies):
        """Delivers what there is, or dies on its way: then it gives False."""
        if not self._todo:
            self._todo = [message["id"] for message in line.ask("messages", state="queued")["messages"]]
        while self._todo:
            number = self._todo[0]
            message = line.ask("mail-claim", id=number, key=f"claim-{self._name}-{number}")
            if dies():
                return False
            if number not in self._left:
                self._left.add(number)
                self._sent[message["message_id"]] += 1
            if dies():
                return False
            line.ask("mail-sent", id=number, key=f"sent-{self._name}-{number}")
            if dies():
                return False
            self._todo.pop(0)
        return True


def give_up_claims(line):
    """What a deliverer that is dead had: nobody knows, and a second claim says so."""
    for message in line.ask("messages", state="sending")["messages"]:
        line.send(request("mail-claim", {"id": message["id"]}))
        line.receive()


def by_lines(storm):
    """The daemon killed between the steps of a turn; its deliverer asks again under its keys, or dies as well."""
    dice = random.Random(storm.seed)
    folder = storm.folder()
    verdict = Verdict()
    owed: set = set()
    sent: Counter = Counter()
    deliverer = LineDeliverer(0, sent)
    rounds = 20 if storm.short else 400
    for number in range(rounds):
        try:
            daemon = storm.daemon(folder, wait=False, wrapper=kill_at_a_step(dice))
            daemon.wait_ready()
            with daemon.connect() as line:
                owed.update(owe(line) for _ in range(dice.randint(1, 3)))
                if not deliverer.work(line, lambda: dice.random() < 0.1):
                    deliverer = LineDeliverer(number, sent)
                    give_up_claims(line)
        except Gone:
            if dice.random() < 0.3:
                deliverer = LineDeliverer(number, sent)
        daemon.kill()
    daemon = storm.daemon(folder)
    with daemon.connect() as line:
        deliverer.work(line, lambda: False)
        LineDeliverer(rounds, sent).work(line, lambda: False)
        give_up_claims(line)
    messages = all_messages(daemon)
    judge(messages, owed, sent, verdict)
    daemon.end()
    uncertain = sum(message["state"] == "uncertain" for message in messages.values())
    return Outcome(rounds, verdict.lost, verdict.twice, verdict.problems, f"({len(messages)} messages, {uncertain} uncertain)")


FAULTS = [("SIGKILL within mail-claim .. mail-sent", by_hoursctl), ("the same, between the steps of a turn", by_lines)]
