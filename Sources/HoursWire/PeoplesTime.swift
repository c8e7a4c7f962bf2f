// Times as people say them, from nothing but the reply's own text: no zone database is needed here.

import Civil

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

  /// `18:00`, `tomorrow 09:00`, `Mon 30 Nov 09:00`, `Mon 4 Jan 2027 09:00`.
  ///
  /// Without the zone it is not known when today began: this time's own offset is taken for now, too.
  public func spelled(seenFrom now: Instant) -> String {
    let local = now.seconds + offset
    return spelled(on: CivilDate(dayNumber: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)))
  }

  /// The same for whoever knows which day it is.
  public func spelled(on today: CivilDate) -> String {
    switch date.dayNumber - today.dayNumber {
    case 0: return "\(time)"
    case 1: return "tomorrow \(time)"
    case -1: return "yesterday \(time)"
    default:
      let (year, month, day) = date.components
      let weekday = Self.weekdays[date.weekday.rawValue - 1]
      let spelled = "\(weekday) \(day) \(Self.months[month - 1])"
      return year == today.year ? "\(spelled) \(time)" : "\(spelled) \(year) \(time)"
    }
  }

  /// `Mon 30 Nov 2026 09:00`
  public var dated: String {
    let (year, month, day) = date.components
    return "\(Self.weekdays[date.weekday.rawValue - 1]) \(day) \(Self.months[month - 1]) \(year) \(time)"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
