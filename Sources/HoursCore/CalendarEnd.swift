// Calendars of holidays end: whoever lives by one is told in time. Until when it knows is a value, whether that is
// soon depends on the day that is asked about.

import Civil

/// How far a calendar of holidays knows.
public struct CalendarEnd: Hashable, Sendable {
  /// What the owner calls it: a region's code, a file's path.
  public var name: String
  /// The last day of which it knows whether it is a holiday.
  public var lastDay: CivilDate
  /// What to do about it, in words.
  public var wayOut: String

  public init(name: String, lastDay: CivilDate, wayOut: String) {
    self.name = name
    self.lastDay = lastDay
    self.wayOut = wayOut
  }

  /// What the owner should know on a day; nil while the end is further off than ``Limits/calendarNotice``.
  public func warning(on day: CivilDate) -> String? {
    guard lastDay.dayNumber - day.dayNumber < Limits.calendarNotice else { return nil }
    return day <= lastDay
      ? "\(name): no holiday is known after \(lastDay); \(wayOut)"
      : "\(name): no holiday is known since \(lastDay), and none is kept any more; \(wayOut)"
  }
}

extension Configuration {
  /// What is right today and will not be for long, or is not right any more: a sentence each.
  public func warnings(at now: Instant) -> [String] {
    guard !calendarEnds.isEmpty else { return [] }
    let today = zone.civil(now).date
    return calendarEnds.compactMap { $0.warning(on: today) }
  }
}
