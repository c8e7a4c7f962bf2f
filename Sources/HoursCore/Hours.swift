// The hours themselves, for calendars and for reckoning: what holds when, and how much working time lies where.

import Civil
import OpeningHours

/// A stretch in which one state holds for one reason.
public struct OfficeInterval: Codable, Hashable, Sendable {
  /// Its first instant.
  public var start: Instant
  /// The first instant after it.
  public var end: Instant
  public var state: State
  /// The holiday, absence, override or comment behind it.
  public var reason: String?
  /// The override that makes it so, by its id.
  public var override: Int64?
}

extension State: Codable {}

extension Office {
  /// What to draw into a calendar: the week in which now lies, unless another time is asked for.
  func hours(from: TimeExpression?, to: TimeExpression?, at now: Instant) throws(Refusal) -> Decision {
    let start = try from.map { from throws(Refusal) in try plan.edge(of: from, at: now) }
    let begin = start ?? plan.startOfWeek(around: now)
    let end = try to.map { to throws(Refusal) in try plan.edge(of: to, at: now, from: start) }
    let window = try plan.window(from: begin, to: end ?? zone.later(begin, days: 7))
    return Decision(events: [], reply: .hours(try plan.intervals(in: window)))
  }

  func add(working: Int64, from: TimeExpression?, at now: Instant) throws(Refusal) -> Decision {
    let start = try from.map { from throws(Refusal) in try plan.edge(of: from, at: now) } ?? now
    guard let end = plan.schedule.add(workingTime: working, to: start) else {
      throw .tooMuchWorkingTime(after: start)
    }
    return Decision(events: [], reply: .workingAdd(at: end))
  }

  func workingTime(from: TimeExpression, to: TimeExpression, at now: Instant) throws(Refusal) -> Decision {
    let start = try plan.edge(of: from, at: now)
    let window = try plan.window(from: start, to: plan.edge(of: to, at: now, from: start))
    let working = plan.schedule.workingTime(from: window.lowerBound, to: window.upperBound)
    return Decision(events: [], reply: .workingBetween(seconds: working))
  }
}

extension Plan {
  fileprivate func startOfWeek(around now: Instant) -> Instant {
    let today = date(of: now)
    return startOfDay(today.adding(days: 1 - today.weekday.rawValue))
  }

  fileprivate func window(from start: Instant, to end: Instant) throws(Refusal) -> Range<Instant> {
    guard start <= end else { throw .endsBeforeItBegins(from: start, to: end) }
    guard end <= zone.later(start, days: Limits.windowDays) else {
      throw .windowTooLong(from: start, to: end)
    }
    return start..<end
  }

  /// What holds in a window, in order and cut at its ends. What is left out is closed for no particular reason.
  fileprivate func intervals(in window: Range<Instant>) throws(Refusal) -> [OfficeInterval] {
    var intervals: [OfficeInterval] = []
    var start = window.lowerBound
    while start < window.upperBound {
      let interval = OfficeInterval(
        start: start, end: min(schedule.edge(after: start), window.upperBound),
        state: schedule.state(at: start), reason: schedule.reason(at: start),
        override: override(at: start))
      start = interval.end
      if let last = intervals.last, last.end == interval.start, last.state == interval.state,
        last.reason == interval.reason, last.override == interval.override
      {
        intervals[intervals.count - 1].end = interval.end
      } else if interval.state != .closed || interval.reason != nil {
        intervals.append(interval)
        guard intervals.count <= Limits.intervals else { throw .tooManyIntervals }
      }
    }
    return intervals
  }
}

extension Zone {
  /// When clocks show the same time so many days later.
  public func later(_ instant: Instant, days: Int) -> Instant {
    var civil = civil(instant)
    civil.date = civil.date.adding(days: days)
    return first(of: civil)
  }
}
