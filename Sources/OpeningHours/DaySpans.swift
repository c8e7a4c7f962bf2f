// The hours of a day as calendars and forms want them: from when to when, by the clock, each on the day it begins.

import Civil

/// A stretch of open time by a day's clock, in minutes from its midnight.
package struct DaySpan: Hashable, Sendable {
  /// 0 to 1439.
  package var start: Int
  /// Later than `start`; past 1440 where it runs into the next day, and less than a day after `start` then.
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  static let day = 1440
}

extension Schedule {
  /// What begins on each of some days, in order; what lasts a day or longer is cut at midnight.
  package func spans(from date: CivilDate, days: Int) -> [[DaySpan]] {
    var spans = [[DaySpan]](repeating: [], count: days)
    // What began the day before shows whether it is cut at midnight, and what begins on the last day ends the day after.
    let open = intervals(from: midnight(date.adding(days: -1)), to: midnight(date.adding(days: days + 1)))
    for interval in open where interval.state == .open {
      for (number, span) in pieces(of: interval) {
        let index = number - date.dayNumber
        if spans.indices.contains(index) { spans[index].append(span) }
      }
    }
    return spans
  }

  private func midnight(_ date: CivilDate) -> Instant {
    zone.first(of: CivilDateTime(date: date, time: .midnight))
  }

  /// The interval by days, each with its number.
  private func pieces(of interval: Interval) -> [(day: Int, span: DaySpan)] {
    var pieces: [(Int, DaySpan)] = []
    let end = minutes(interval.end)
    var start = minutes(interval.start)
    while start < end {
      let day = start >= 0 ? start / DaySpan.day : (start - DaySpan.day + 1) / DaySpan.day
      let midnight = day * DaySpan.day
      let isShort = end - start < DaySpan.day
      let cut = isShort ? end : min(end, midnight + DaySpan.day)
      pieces.append((day, DaySpan(start: start - midnight, end: cut - midnight)))
      start = cut
    }
    return pieces
  }

  /// Minutes of the clock since 1970-01-01 00:00 of its own.
  private func minutes(_ instant: Instant) -> Int {
    let civil = zone.civil(instant)
    return civil.date.dayNumber * DaySpan.day + civil.time.secondOfDay / 60
  }
}
