"""Writes footers.txt: what Python's zoneinfo says of zones that have nothing but a footer.

A line: the footer, standard time's offset and name, an instant, the offset and the name in force at it.
"""
import datetime as dt
import io
import struct
import zoneinfo

FOOTERS = [
    ("CET-1CEST,M3.5.0,M10.5.0/3", 3600, "CET"),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7200, "-02"),
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", 7200, "EET"),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 3600, "IST"),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 37800, "+1030"),
    ("AAA3BBB,J60/2,J300/2", -10800, "AAA"),
    ("EST5EDT,0/0,J365/25", -18000, "EST"),
    ("<+0545>-5:45", 20700, "+0545"),
    ("XXX4YYY,M6.1.1/-167,M9.1.1/167", -14400, "XXX"),
]


def tzif(footer, offset, name):
    head = b"TZif3" + b"\0" * 15 + struct.pack(">6l", 0, 0, 0, 0, 1, len(name) + 1)
    block = head + struct.pack(">lbb", offset, 0, 0) + name.encode() + b"\0"
    return block + block + b"\n" + footer.encode() + b"\n"


for footer, offset, name in FOOTERS:
    zone = zoneinfo.ZoneInfo.from_file(io.BytesIO(tzif(footer, offset, name)), key="x")

    def at(second):
        time = dt.datetime.fromtimestamp(second, dt.timezone.utc).astimezone(zone)
        ahead = time.utcoffset()
        assert ahead is not None
        return int(ahead.total_seconds()), time.tzname()

    seconds = set()
    for year in (2024, 2399):
        start = int(dt.datetime(year, 1, 1, tzinfo=dt.timezone.utc).timestamp())
        seconds.add(start + 180 * 86400)
        for second in range(start, start + 366 * 86400, 21600):
            low, high = second, second + 21600
            if at(low) == at(high):
                continue
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if at(middle) == at(low) else (low, middle)
            seconds |= {low, high}
    for second in sorted(seconds):
        instant = dt.datetime.fromtimestamp(second, dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        print(footer, offset, name, instant, *at(second))
