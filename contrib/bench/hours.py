"""Two engines of opening hours, ours and opening-hours-py: first the same answers, then the time they take.

Both are asked in turn, five rounds, so that the machine's moods fall on both; the median counts. Theirs is called as is
cheapest for it: with local times without a zone of their own, and with its documented bound on the search. What Python
adds to each call is measured on `24/7` without a zone (the argument is converted, nothing is to decide), shown, and
taken off.
"""

import random
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from time import thread_time_ns
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, State, validate

ZONE = ZoneInfo("Europe/Berlin")
RULES = [
    "Mo-Su 08:00-22:00; Dec 25 off",
    "Mo-Fr 09:00-18:00; PH off",
    "Mo-Fr 09:00-13:00,14:00-18:00; PH off; Dec 24 09:00-12:00",
    "Mo-Sa 08:00-20:00; PH,Su off",
    "Mo-Th 17:00-23:00; Fr 17:00-02:00",
    "Apr-Oct Tu-Su 10:00-18:00; Nov-Mar Sa-Su 11:00-16:00; PH 11:00-16:00",
    "Mo-Fr 10:00-19:00; Sa 10:00-16:00; Dec 25-26 off; easter -2 days off",
    "Th[1] 14:00-16:00; Th[3] 09:00-12:00",
    "week 01-53/2 We 10:00-12:00; week 02-52/2 We 15:00-18:00",
    "2026 Mo-Fr 08:00-16:00; 2026 Jul 20-2026 Aug 07 off; PH off",
]
NEVER = [
    "off",
    "Mo-Fr 09:00-17:00; off",
    "Mo-Fr 09:00-17:00; Mo-Su off",
    "2020 Mo-Fr 09:00-17:00",
    "2020-2025 Dec 24 10:00-12:00",
]
ROUNDS = 5
HORIZON = 400 * 86400


class Ours:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        print(*words, file=self.process.stdin, flush=True)
        assert self.process.stdout is not None
        return self.process.stdout.readline().split()


def theirs(rule, **options):
    return OpeningHours(rule, timezone=ZONE, country="DE", max_interval_days=400, **options)


def seconds(time):
    return int(time.timestamp())


def later(time, days):
    """So many times 86400 seconds later: another time of day when clocks are moved in between."""
    instant = time.replace(tzinfo=ZONE).timestamp() + days * 86400
    return datetime.fromtimestamp(instant, ZONE).replace(tzinfo=None)


def open_seconds(hours, start):
    intervals = hours.intervals(start, later(start, 30))
    return sum(seconds(to) - seconds(since) for since, to, state, _ in intervals if state == State.OPEN)


def merged(hours, start):
    """Neighbours that differ in their comment only are one interval to us."""
    found: list = []
    for since, to, state, _ in hours.intervals(start, later(start, 365)):
        if state == State.CLOSED:
            continue
        if found and found[-1][1:] == (seconds(since), state):
            found[-1] = (found[-1][0], seconds(to), state)
        else:
            found.append((seconds(since), seconds(to), state))
    return ",".join(f"{since}-{to}" for since, to, _ in found)


def change(hours, time):
    found = hours.next_change(time)
    if found is None or seconds(found) - seconds(time.replace(tzinfo=ZONE)) > HORIZON:
        return "never"
    return str(seconds(found))


NAMES = {State.OPEN: "open", State.CLOSED: "closed", State.UNKNOWN: "unknown"}
ANSWERS = {
    "state": lambda hours, time: NAMES[hours.state(time)[0]],
    "change": change,
    "opening": change,
    "open30": lambda hours, time: str(open_seconds(hours, time)),
    "year": merged,
}


def check(ours, times):
    """Every answer of ours is theirs, or the benchmark is worth nothing."""
    wrong = checked = 0
    for operation, rules, count in [
        ("state", RULES, 200), ("change", RULES, 200), ("open30", RULES, 20), ("year", RULES, 3),
        ("opening", NEVER, 3),
    ]:
        ours.ask("instants", *[seconds(time.replace(tzinfo=ZONE)) for time in times[:count]])
        for rule in rules:
            hours = theirs(rule)
            replies = ours.ask("answer", operation, rule)
            for time, reply in zip(times[:count], replies, strict=True):
                expected = ANSWERS[operation](hours, time)
                checked += 1
                if reply != expected:
                    wrong += 1
                    print(f"{operation} of {rule} at {time}: ours {reply[:80]}, theirs {expected[:80]}")
    if wrong:
        sys.exit(f"{wrong} of {checked} answers differ")
    print(f"{checked} answers: the same")


def timed(run, times):
    """Nanoseconds for one run, over about 20 ms."""
    count, start = 0, thread_time_ns()
    while True:
        for time in times:
            run(time)
        count += len(times)
        spent = thread_time_ns() - start
        if spent > 20_000_000:
            return spent / count


def median(values):
    return sorted(values)[len(values) // 2]


def calls(operation, rule):
    """What Python runs, and the same with nothing to do."""
    if operation == "parse":
        return lambda time: validate(rule), lambda time: validate("")
    hours, idle = theirs(rule), OpeningHours("24/7")
    month, year = timedelta(days=30), timedelta(days=365)
    if operation == "state":
        return lambda time: hours.state(time), lambda time: idle.state(time)
    if operation in ("change", "opening"):
        return lambda time: hours.next_change(time), lambda time: idle.next_change(time)
    span = month if operation == "open30" else year
    # Each interval comes back by a call of its own; the sum and the list are not counted against it.
    return (
        lambda time: [None for _ in hours.intervals(time, time + span)],
        lambda time: [None for _ in idle.intervals(time, time + span)],
    )


def compare(ours, title, operation, rules, times):
    """The mean over the rules of each side's median."""
    ours.ask("instants", *[seconds(time.replace(tzinfo=ZONE)) for time in times])
    rows, allocations = [], 0
    for rule in rules:
        run, idle = calls(operation, rule)
        rounds = []
        for _ in range(ROUNDS):
            mine, blocks, _ = ours.ask("time", operation, rule)
            allocations += int(blocks)
            rounds.append((float(mine), timed(run, times), timed(idle, times)))
        rows.append([median(column) for column in zip(*rounds)])
    mean = [sum(column) / len(rows) for column in zip(*rows)]
    worst = max(rows)
    least = min((their - idle) / mine for mine, their, idle in rows)
    net = mean[1] - mean[2]
    print(
        f"{title:18}{mean[0]:12.0f}{worst[0]:12.0f}{mean[1]:14.0f}{mean[1] / mean[0]:9.1f}"
        f"{mean[2]:12.0f}{net / mean[0]:9.1f}{least:9.1f}   {rules[rows.index(worst)]}"
    )
    return rows, allocations


def main():
    ours = Ours(sys.argv[1])
    days = theirs("PH").intervals(datetime(2024, 1, 1), datetime(2029, 1, 1))
    holidays = []
    for since, to, state, _ in days:
        if state == State.OPEN:
            holidays += [date.fromordinal(day) for day in range(since.toordinal(), to.toordinal())]
    ours.ask("holidays", *holidays)

    generator = random.Random(2026)
    minutes = [generator.randrange(365 * 1440) for _ in range(200)]
    times = [datetime(2026, 1, 1) + timedelta(minutes=minute) for minute in minutes]
    # A local time that comes twice or never is no instant.
    times = [time for time in times if time.replace(tzinfo=ZONE).astimezone(timezone.utc).astimezone(ZONE)
             .replace(tzinfo=None) == time and ZONE.utcoffset(time) == ZONE.utcoffset(time.replace(fold=1))]
    check(ours, times)

    print(f"\n{'ns each':18}{'ours':>12}{'worst rule':>12}{'theirs':>14}{'ratio':>9}"
          f"{'the call':>12}{'without':>9}{'least':>9}   worst rule of ours")
    compare(ours, "parse", "parse", RULES, times[:20])
    _, in_state = compare(ours, "state", "state", RULES, times)
    _, in_change = compare(ours, "next change", "change", RULES, times)
    compare(ours, "open in 30 days", "open30", RULES, times[:20])
    compare(ours, "a year's intervals", "year", RULES, times[:2])
    compare(ours, "never opens", "opening", NEVER, times[:5])
    print(
        "\nratio: theirs to ours. the call: what Python adds, measured on 24/7 without a zone (parse: on an empty text)."
        "\nwithout: the ratio when that is taken off; least: the same, of the rule that does worst."
        f"\nallocations of ours: {in_state} in state, {in_change} in next change."
    )
    if in_state or in_change:
        sys.exit("state and next change should not allocate")


main()
