"""Fills the log of a running daemon, in its own words, with a freelancer's many years, or asks it the same thing again and
again: what a long history costs.

  log.py SOCKET fill SETTLED PENDING   as many issues, each left by a call
  log.py SOCKET ready                  returns when somebody answers
  log.py SOCKET ask COUNT LINE         median and longest time of a reply to the line, in microseconds, and its bytes
  log.py SOCKET beside LINE            the longest that others waited for a `status` while the line was answered
"""

import datetime
import json
import socket
import sys
import time

AHEAD = 64


def connect(path):
    peer = socket.socket(socket.AF_UNIX)
    peer.connect(path)
    return peer, peer.makefile("rb")


def answers(peer, replies, lines):
    """The replies to lines that are sent together."""
    peer.sendall(b"".join(line.encode() + b"\n" for line in lines))
    for _ in lines:
        reply = json.loads(replies.readline())
        if "error" in reply:
            sys.exit(f"refused: {reply}")
        yield reply


def call(number, settled, total):
    """One of ten years of calls in the night: of three clients and, to the end, of strangers, one time in ten in need."""
    day = datetime.date(2015, 1, 1) + datetime.timedelta(days=number * 3650 // total)
    caller = number % 6 if number % 6 < 3 and number < settled else 3 + number % 5000
    asked = {
        "from": f"+4930555{caller:04}",
        "about": f"the page number {number} shows nothing where the prices were, and the menu is gone",
        "severity": "critical" if number % 10 == 0 else "normal",
        "at": f"{day} 22:00",
    }
    return "call " + json.dumps(asked)


def resolve(issue):
    solved = {"id": issue, "solution": "put the prices back and mended the menu", "minutes": 20}
    return "resolve " + json.dumps(solved)


def fill(path, settled, pending):
    peer, replies = connect(path)
    total = settled + pending
    for first in range(0, total, AHEAD):
        numbers = range(first, min(first + AHEAD, total))
        issues = [reply["issue"] for reply in answers(peer, replies, [call(one, settled, total) for one in numbers])]
        done = [resolve(issue) for one, issue in zip(numbers, issues) if one < settled]
        for _ in answers(peer, replies, done):
            pass


def ready(path):
    while True:
        try:
            peer, replies = connect(path)
            peer.sendall(b"status\n")
            if replies.readline():
                return
        except OSError:
            time.sleep(0.002)


def ask(path, count, line):
    peer, replies = connect(path)
    times = []
    for _ in range(count):
        began = time.perf_counter_ns()
        peer.sendall(line.encode() + b"\n")
        reply = replies.readline()
        times.append(time.perf_counter_ns() - began)
    times.sort()
    print(f"{times[len(times) // 2] // 1000} {times[-1] // 1000} {len(reply)}")


def beside(path, line):
    slow, answer = connect(path)
    quick, replies = connect(path)
    slow.sendall(line.encode() + b"\n")
    slow.setblocking(False)
    longest = 0
    began = time.perf_counter_ns()
    while True:
        sent = time.perf_counter_ns()
        quick.sendall(b"status\n")
        replies.readline()
        longest = max(longest, time.perf_counter_ns() - sent)
        try:
            if slow.recv(1, socket.MSG_PEEK):
                break
        except BlockingIOError:
            pass
    print(f"{longest // 1000} {(time.perf_counter_ns() - began) // 1000}")


if __name__ == "__main__":
    path, what, *rest = sys.argv[1:]
    if what == "ready":
        ready(path)
    elif what == "fill":
        fill(path, int(rest[0]), int(rest[1]))
    elif what == "ask":
        ask(path, int(rest[0]), rest[1])
    else:
        beside(path, rest[0])
