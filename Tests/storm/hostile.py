"""Hostile clients: whoever talks nonsense, talks without end, never listens, or comes in hordes. Everybody else goes on."""
import json
import os
import resource
import select
import socket

from daemon import Line, request
from siege import Siege, settles
from storm import Outcome

# The protocol's bounds.
CLIENTS = 256
LINE = 65_536

CODES = {"bad-request", "unknown-verb", "too-long", "invalid", "not-found", "conflict", "busy"}

# What is sent damaged; nothing here moves the hours or a reminder, for everybody else is judged by those.
LINES = [
    ("status", {"at": "monday 10:00"}),
    ("hours", {"from": "2026-11-24", "to": "2026-12-24"}),
    ("working-add", {"working": 7200}),
    ("call", {"name": "Nobody", "about": "the site is \"down\" ы 😀", "severity": "critical", "missed": True}),
    ("triage", {"call": 17, "answers": {"down": True, "hacked": False}}),
    ("calls", {"client": "acme", "limit": 10}),
    ("issues", {"state": ["pending", "solved"], "limit": 10, "due_by": "2026-11-24T09:00:00+03:00"}),
    ("note", {"id": 3, "text": "x" * 300}),
    ("lookup", {"from": "+49 30 1234567"}),
    ("report", {"from": "2026-11-01", "to": "2026-12-01"}),
    ("message", {"id": 9223372036854775807}),
    ("support-hours", {"format": "json-ld"}),
]
PIECES = [
    b"{", b"}", b"[" * 17, b"\"", b"\\ud800", b"\\u0000", b"null", b"1e400", b"9" * 400, b"\0", b"\xc0\xaf", b"\xed\xa0\x80",
    b"\xff", b"\r", b"{\"a\":" * 20, b"e" + b"\xcc\x81" * 200, b"\t", b",", b":",
]


def connect(folder):
    """A connection, or None when the daemon does not want it."""
    peer = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        # With a time limit it would not wait while the listener's queue is full.
        peer.connect(folder.socket)
        peer.settimeout(60)
        return peer
    except (ConnectionError, BlockingIOError):
        peer.close()
        return None


def read_lines(peer):
    """All that is said until the end, as lines."""
    said = b""
    try:
        while more := peer.recv(262_144):
            said += more
    except ConnectionError:
        pass
    return said.split(b"\n")


def judge(line):
    """A reply is one object, and an error has one of the protocol's codes."""
    reply = json.loads(line)
    if "error" in reply and (reply["error"]["code"] not in CODES or not 0 < len(reply["error"]["message"]) < 1024):
        raise ValueError(f"such an error is none: {line[:200]!r}")
    return reply


def pour(attack, folder, chunk):
    """Keeps a few connections full of what `chunk` gives, reads what is said, and comes again when it is thrown out."""
    peers = {}
    poll = select.poll()

    def come():
        peer = connect(folder)
        if peer:
            peer.setblocking(False)
            peers[peer.fileno()] = [peer, b"", b""]
            poll.register(peer, select.POLLIN | select.POLLOUT)

    def leave(number):
        poll.unregister(number)
        peers.pop(number)[0].close()

    for _ in range(8):
        come()
    attack.begun()
    while attack.goes_on:
        while len(peers) < 8:
            come()
        for number, ready in poll.poll(100):
            peer, out, said = peers[number]
            try:
                if ready & select.POLLIN:
                    more = peer.recv(65_536)
                    if not more:
                        leave(number)
                        continue
                    *lines, said = (said + more).split(b"\n")
                    for line in lines:
                        judge(line)
                if ready & select.POLLOUT:
                    out = out or chunk(attack.dice)
                    out = out[peer.send(out):]
                    attack.tried()
                peers[number] = [peer, out, said]
            except (ConnectionError, BlockingIOError):
                leave(number)
    for number in list(peers):
        leave(number)


def noise(dice):
    return dice.randbytes(dice.choice([1, 40, 1000, 4000]))


def damaged(dice):
    """A line with something wrong in it, mostly."""
    verb, keys = dice.choice(LINES)
    line = bytearray(request(verb, keys)[:-1])
    for _ in range(dice.randrange(4)):
        place = dice.randrange(len(line) + 1)
        match dice.randrange(5):
            case 0:
                line[place:place] = dice.choice(PIECES)
            case 1:
                del line[place:]
            case 2:
                line[place:place] = line[place:]
            case 3:
                line[place:place + 1] = dice.randbytes(1)
            case _:
                del line[place:place + 1]
    return bytes(line).replace(b"\n", b"") + b"\n"


def random_bytes(attack, folder):
    pour(attack, folder, noise)


def damaged_lines(attack, folder):
    pour(attack, folder, lambda dice: b"".join(damaged(dice) for _ in range(20)))


def byte_by_byte(attack, folder):
    """A hundred who say a byte at a time, and never come to an end; then each is answered all the same."""
    peers = [peer for peer in (connect(folder) for _ in range(100)) if peer]
    line = request("lookup", {"name": "x" * 200})
    sent = 0
    attack.begun()
    while sent < len(line) - 1 or attack.goes_on:
        byte = line[sent:sent + 1] if sent < len(line) - 1 else b""
        for peer in peers:
            if byte:
                peer.send(byte)
        sent += len(byte)
        attack.tried(len(peers))
        if not attack.rest(0.002):
            break
    for peer in peers:
        peer.sendall(line[sent:])
        peer.shutdown(socket.SHUT_WR)
        if "caller" not in judge(read_lines(peer)[0]):
            raise ValueError("whoever is slow was not answered")
        peer.close()


def crowd(attack, folder, count):
    """So many at once, again and again: as many as there is room for are answered, the rest hears `busy`."""
    attack.begun()
    while attack.goes_on:
        peers = [peer for peer in (connect(folder) for _ in range(count)) if peer]
        answered = busy = 0
        for peer in peers:
            try:
                peer.sendall(b"version\n")
                peer.shutdown(socket.SHUT_WR)
            except ConnectionError:
                pass
        for peer in peers:
            reply = judge(read_lines(peer)[0])
            if "version" in reply:
                answered += 1
            elif reply["error"]["code"] == "busy":
                busy += 1
            else:
                raise ValueError(f"answered {reply}")
            peer.close()
        if answered + busy != count or not answered:
            raise ValueError(f"{count} came, {answered} were answered, {busy} heard busy")
        attack.tried(count)


def deaf_watchers(attack, folder):
    """Four who watch and never read, while much happens. Who was up to date is thrown out, and can go on where it was."""
    def watch(keys):
        peer = connect(folder)
        peer.sendall(request("watch", keys))
        return peer

    live, behind = watch({}), [watch({"since": 0}) for _ in range(3)]
    attack.begun()
    with Line(folder.socket) as line:
        beyond = 0
        while attack.goes_on or not is_gone(live):
            line.ask("drop", id=line.ask("add", about="x" * 16_000)["issue"])
            attack.tried()
            beyond += not attack.goes_on
            if beyond > 200:
                raise ValueError("a watcher that never reads is never thrown out")
        if is_gone(live):
            heard = [judge(said) for said in read_lines(live)[1:-1]]
            live = watch({"since": heard[-1]["seq"]})
            said = live.makefile("rb")
            judge(said.readline())
            if judge(said.readline())["seq"] != heard[-1]["seq"] + 1:
                raise ValueError("who was thrown out cannot go on where it was")
    for peer in [live, *behind]:
        peer.close()


def is_gone(peer):
    """Whether the other side has closed it, told without reading."""
    poll = select.poll()
    poll.register(peer, select.POLLHUP)
    return bool(poll.poll(0))


def deaf_readers(attack, folder):
    """Fifty who ask as much as is taken, and never read a reply."""
    peers = [peer for peer in (connect(folder) for _ in range(50)) if peer]
    line = request("help") * 20 + request("hours", {"from": "2026-01-01", "to": "2027-02-01"}) + request("issues", {"limit": 1000})
    for peer in peers:
        peer.setblocking(False)
    attack.begun()
    while attack.goes_on:
        for peer in peers:
            try:
                peer.send(line)
                attack.tried()
            except BlockingIOError:
                pass
        attack.rest(0.005)
    for peer in peers:
        peer.close()


def half_closed(attack, folder):
    """Who closes the writing side is still owed all replies."""
    attack.begun()
    while attack.goes_on:
        peers = [peer for peer in (connect(folder) for _ in range(20)) if peer]
        for peer in peers:
            peer.sendall(request("version") * 100 + b"status")
            peer.shutdown(socket.SHUT_WR)
        for peer in peers:
            replies = [judge(line) for line in read_lines(peer) if line]
            if len(replies) != 101 or replies[100]["error"]["code"] != "bad-request":
                raise ValueError(f"{len(replies)} replies to 100 requests and a half")
            peer.close()
        attack.tried(len(peers))


def dying(attack, folder):
    """Who dies in the middle of a line, or with replies unread, or at once."""
    attack.begun()
    while attack.goes_on:
        peer = connect(folder)
        if not peer:
            continue
        match attack.dice.randrange(4):
            case 0:
                peer.send(b"call {\"from\":\"+49")
            case 1:
                peer.send(request("help") * 50)
            case 2:
                peer.send(request("watch", {"since": 0}))
            case _:
                pass
        peer.close()
        attack.tried()


def strangers(attack, folder):
    """Another user, whom the socket file's mode lets in: not a word is said."""
    os.setgroups([])
    os.setgid(65_534)
    os.setuid(65_534)
    attack.begun()
    while attack.goes_on:
        peer = connect(folder)
        try:
            peer.sendall(request("status") + request("watch", {"since": 0}))
        except ConnectionError:
            pass
        if read_lines(peer) != [b""]:
            raise ValueError("another user was answered")
        peer.close()
        attack.tried()


def besieged(attack, *arguments, count=2, prepare=None):
    """The fault of an attack: everybody else is measured, and what is left of it is judged."""
    def fault(storm):
        siege = Siege(storm)
        if prepare:
            prepare(siege.daemon.folder)
        siege.endure(attack, *arguments, count=count)
        return told(siege)
    return fault


def told(siege):
    verdict, grown = siege.end()
    note = f"({grown >> 10:+d} KiB)"
    if siege.ratios:
        note = f"(p99 of status x{siege.ratios[0]:.1f}, of call x{siege.ratios[1]:.1f}, {grown >> 10:+d} KiB)"
    return Outcome(siege.tries, verdict.lost + len(siege.problems), verdict.twice, siege.problems + verdict.problems, note)


def open_to_all(folder):
    """The folders and the socket let everybody in, so that nothing but the daemon refuses."""
    for path in (folder.path, os.path.dirname(folder.socket)):
        os.chmod(path, 0o755)
    os.chmod(folder.socket, 0o666)


def never_up_to_date(storm):
    """A reader that reads all, and always leaves something for later: what it has read is not kept."""
    siege = Siege(storm)
    peer = connect(siege.daemon.folder)
    count = 8_000 if storm.short else 40_000
    asked = read = 0
    most = 0
    for _ in range(count // 40):
        peer.sendall(request("help") * 40)
        asked += 40
        # Some 500 KiB wait: more than the kernel keeps, and as much as the daemon takes.
        while asked - read > 200:
            read += peer.recv(4_096).count(b"\n")
        most = max(most, siege.body.memory())
    siege.tries = count
    if most - siege.memory > 2 << 20:
        siege.problems.append(f"{(most - siege.memory) >> 10} KiB are kept for a reader that has read them")
    peer.close()
    return told(siege)


def few_descriptors(storm):
    """The descriptors run out with most of a crowd at the door: no spin, and the door opens again."""
    siege = Siege(storm)
    siege.rest()
    limit = siege.descriptors + 20
    resource.prlimit(siege.daemon.pid, resource.RLIMIT_NOFILE, (limit, limit))
    peers = []
    for _ in range(100):
        peer = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        peer.connect(siege.daemon.folder.socket)
        peer.sendall(request("version"))
        peers.append(peer)
    siege.everybody.slowest()
    siege.must_rest("when it is out of descriptors")
    for peer in peers:
        peer.settimeout(30)
        judge(peer.recv(4096).split(b"\n")[0])
        peer.close()
    siege.tries = len(peers)
    return told(siege)


def no_descriptor(storm):
    """Somebody knocks when there is not one descriptor, and nobody is there who could give one back."""
    siege = Siege(storm)
    siege.rest()
    siege.everybody.leave()
    settles(lambda: siege.body.descriptors() <= siege.descriptors - 3)
    resource.prlimit(siege.daemon.pid, resource.RLIMIT_NOFILE, (1, 1024))
    peer = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    peer.settimeout(60)
    peer.connect(siege.daemon.folder.socket)
    peer.sendall(request("version"))
    siege.must_rest("when it is out of descriptors")
    resource.prlimit(siege.daemon.pid, resource.RLIMIT_NOFILE, (1024, 1024))
    try:
        judge(peer.recv(4096).split(b"\n")[0])
    except TimeoutError:
        siege.problems.append("whoever knocked is never let in")
    peer.close()
    siege.tries = 1
    return told(siege)


FAULTS = [
    ("random bytes", besieged(random_bytes)),
    ("damaged lines", besieged(damaged_lines)),
    ("a byte at a time", besieged(byte_by_byte, count=2)),
    ("2,000 at once", besieged(crowd, 2_000, count=1)),
    ("watchers that never read", besieged(deaf_watchers, count=1)),
    ("readers that never read", besieged(deaf_readers)),
    ("a reader that is never up to date", never_up_to_date),
    ("half-closed", besieged(half_closed)),
    ("dying in the middle", besieged(dying)),
    ("another user", besieged(strangers, prepare=open_to_all)),
    ("few descriptors", few_descriptors),
    ("no descriptor at all", no_descriptor),
]
