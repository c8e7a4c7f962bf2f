// Times as people type them: one place reads them, whoever asks.

import Civil
import HoursCore

/// The years of which every time can be written, and read again, in every zone: a year has four digits.
private let years = 2...9997

/// The seconds of a length of time as people type it: `2h`, `90m`, `1h30m`, `2 hours`, or seconds as they are.
///
/// Nil for anything else, and for days: nobody knows how many hours a day of work has.
public func seconds(ofWork text: String) -> Int64? {
  if let seconds = TimeExpression.number(text[...]) { return seconds }
  let units = text.split { $0.isNumber || $0 == " " }
  let hasDays = units.contains { $0.hasPrefix("d") }
  guard !hasDays, case .later(let seconds) = TimeExpression.later(text[...]) else { return nil }
  return seconds
}

extension TimeExpression {
  /// A time in the protocol's forms: RFC 3339, `next-business-day`, `tonight`, `09:30`, `2026-11-24 09:00` (also
  /// with a T, and with seconds), `+2h`, `+2 working hours`. Nil for anything else.
  public init?(_ text: String) {
    switch text {
    case "next-business-day": self = .nextBusinessDay
    case "tonight": self = .tonight
    default:
      if let instant = Instant(rfc3339: text) {
        guard years.contains(Zone.utc.civil(instant).date.year) else { return nil }
        self = .instant(instant)
      } else if text.hasPrefix("+") {
        guard let later = Self.later(text.dropFirst()) else { return nil }
        self = later
      } else if let time = CivilTime(text) {
        self = .clock(time)
      } else {
        guard let civil = Self.civil(text), years.contains(civil.date.year) else { return nil }
        self = .civil(civil)
      }
    }
  }

  /// Where a stretch of time begins or ends: a time in the protocol's forms, or a date for its midnight.
  public init?(edge text: String) {
    if let date = CivilDate(text), years.contains(date.year) {
      self = .civil(CivilDateTime(date: date, time: .midnight))
    } else {
      self.init(text)
    }
  }

  /// What clocks show: `2026-11-24 09:00`; or RFC 3339 without its offset, `2026-11-24T09:00:00`.
  private static func civil(_ text: String) -> CivilDateTime? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }.map(String.init)
    guard parts.count == 2, let date = CivilDate(parts[0]) else { return nil }
    if let time = CivilTime(parts[1]) { return CivilDateTime(date: date, time: time) }
    return Instant(rfc3339: "\(parts[0])T\(parts[1])Z").map(Zone.utc.civil)
  }

  /// `2h`, `90m`, `1h30m`, `3d`, or with "working" between number and unit: `2 working hours`.
  fileprivate static func later(_ text: Substring) -> TimeExpression? {
    let words = text.split(separator: " ")
    if words.count == 3, words[1] == "working", let number = number(words[0]), let unit = unit(words[2]) {
      return seconds(number, unit).map { .laterWorking($0) }
    }
    if words.count == 2, let number = number(words[0]), let unit = unit(words[1]) {
      return seconds(number, unit).map { .later($0) }
    }
    guard words.count == 1 else { return nil }
    return compact(words[0]).map { .later($0) }
  }

  private static func compact(_ text: Substring) -> Int64? {
    var total: Int64 = 0
    var rest = text
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let letters = rest.dropFirst(digits.count).prefix { $0.isLetter }
      guard let number = Int64(digits), let unit = unit(letters), let part = seconds(number, unit) else {
        return nil
      }
      total += part
      rest = rest.dropFirst(digits.count + letters.count)
    }
    return total > 0 && total <= longest ? total : nil
  }

  /// Digits only, for `Int64` takes signs as well.
  fileprivate static func number(_ text: Substring) -> Int64? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int64(text) : nil
  }

  private static func unit(_ word: Substring) -> Int64? {
    switch word {
    case "s", "sec", "second", "seconds": 1
    case "m", "min", "minute", "minutes": 60
    case "h", "hour", "hours": 3600
    case "d", "day", "days": 86_400
    default: nil
    }
  }

  /// Ten years: further ahead nobody promises anything.
  private static let longest: Int64 = 10 * 366 * 86_400

  private static func seconds(_ number: Int64, _ unit: Int64) -> Int64? {
    number > 0 && number <= longest / unit ? number * unit : nil
  }
}
