// Times as people say them, from nothing but the reply's own text: no zone database is needed here.

import Civil

/// When a reply was given, and which day that was in the office.
public struct ReplyTime: Hashable, Sendable {
  public let instant: Instant
  private let date: CivilDate?

  /// As the reply says it: then its date is known, too.
  public init(_ time: LocalTime) {
    instant = time.instant
    date = time.date
  }

  /// For a reply that does not say it.
  public init(_ instant: Instant) {
    self.instant = instant
    date = nil
  }

  /// The office's date. Where the reply does not say it, the offset of another of its times is taken for now, too,
  /// for without the zone it is not known when the day began.
  public func date(beside time: LocalTime) -> CivilDate { date ?? time.date(at: instant) }
}

/// A time of a reply, with what the office's clocks and calendar show at it.
public struct LocalTime: Hashable, Sendable {
  public let instant: Instant
  public let date: CivilDate
  /// To the minute.
  public let time: CivilTime

  /// Reads RFC 3339, where date and time of day are written out in the office's offset.
  public init?(_ text: String) {
    guard let instant = Instant(rfc3339: text), let date = CivilDate(String(text.prefix(10))),
      let time = CivilTime(String(text.dropFirst(11).prefix(5)))
    else { return nil }
    self.instant = instant
    self.date = date
    self.time = time
  }

  /// Seconds east of UTC.
  private var offset: Int64 {
    let second = (instant.seconds % 60 + 60) % 60
    return Int64(date.dayNumber) * 86_400 + Int64(time.secondOfDay) + second - instant.seconds
  }

  /// What the office's clocks and calendar show at it, to the minute.
  public var civil: CivilDateTime { CivilDateTime(date: date, time: time) }

  /// The office's date at an instant, if its clocks then show the same offset as at this time.
  fileprivate func date(at now: Instant) -> CivilDate {
    let local = now.seconds + offset
    return CivilDate(dayNumber: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// `18:00`, `tomorrow 09:00`, `Mon 30 Nov 09:00`, `Mon 4 Jan 2027 09:00`.
  public func spelled(seenFrom now: ReplyTime) -> String { spelled(on: now.date(beside: self)) }

  /// The same for whoever knows which day it is.
  public func spelled(on today: CivilDate) -> String {
    date == today ? "\(time)" : "\(date.spelled(on: today)) \(time)"
  }

  /// `Mon 30 Nov 2026 09:00`
  public var dated: String { "\(date.dated) \(time)" }
}

extension CivilDate {
  /// `today`, `tomorrow`, `yesterday`, `Mon 30 Nov`, `Mon 4 Jan 2027`.
  public func spelled(on today: CivilDate) -> String {
    switch dayNumber - today.dayNumber {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    default: year == today.year ? spelled : "\(spelled) \(year)"
    }
  }

  /// `Mon 30 Nov 2026`
  var dated: String { "\(spelled) \(year)" }

  /// `Mon 30 Nov`
  fileprivate var spelled: String {
    let (_, month, day) = components
    return "\(weekdays[weekday.rawValue - 1]) \(day) \(months[month - 1])"
  }
}

extension CivilDateTime {
  /// The end of a stretch, beside its beginning: the time alone on the same date, `24:00` for the midnight that ends it;
  /// nil where its date has to be said, too.
  public static func shortEnd(_ end: CivilDateTime, after start: CivilDateTime) -> String? {
    if end.date == start.date { return "\(end.time)" }
    return end.time == .midnight && end.date == start.date.adding(days: 1) ? "24:00" : nil
  }
}

private let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
