// A time that is over as people name it in one breath: `october`, `2026-10`, `last week`, `1 oct - 15 nov`.

import Civil
import HoursCore

/// Whole days, one after the other.
public struct Period: Hashable, Sendable {
  /// The first day.
  public var from: CivilDate
  /// The first day after it.
  public var to: CivilDate

  public init(from: CivilDate, to: CivilDate) {
    self.from = from
    self.to = to
  }

  /// Reads a period, seen from a day; what has no year is the last one that has begun.
  ///
  /// A month (`october`, `oct 2025`, `2026-10`), a year, a day, `this` or `last` with `week`, `month` or `year`; or two of
  /// these with `-` or `to` between them, both of which belong to it. Nil for anything else.
  public init?(_ text: String, today: CivilDate) {
    let words = text.lowercased().split(separator: " ")
    if let joint = words.firstIndex(where: { $0 == "-" || $0 == "–" || $0 == "to" }) {
      guard let first = Period(words[..<joint], today: today),
        let last = Period(words[(joint + 1)...], today: today), first.from <= last.from
      else { return nil }
      self.init(from: first.from, to: last.to)
    } else {
      guard let period = Period(words[...], today: today) else { return nil }
      self = period
    }
  }

  private init?(_ words: ArraySlice<Substring>, today: CivilDate) {
    let text = words.joined(separator: " ")
    let monday = today.adding(days: 1 - today.weekday.rawValue)
    switch text {
    case "this week": self.init(from: monday, to: monday.adding(days: 7))
    case "last week": self.init(from: monday.adding(days: -7), to: monday)
    case "this month": self.init(year: today.year, month: today.month)
    case "last month":
      let last = today.adding(days: -today.day)
      self.init(year: last.year, month: last.month)
    case "this year": self.init(year: today.year)
    case "last year": self.init(year: today.year - 1)
    default:
      guard let period = Self.month(Array(words), today: today) ?? Self.day(text, today: today) else {
        return nil
      }
      self = period
    }
  }

  private init?(year: Int) {
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let next = CivilDate(year: year + 1, month: 1, day: 1)
    else { return nil }
    self.init(from: first, to: next)
  }

  private init?(year: Int, month: Int) {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    let next = first.adding(days: 32)
    self.init(from: first, to: next.adding(days: 1 - next.day))
  }

  /// `2026`, `2026-10`, `october`, `oct 2025`
  private static func month(_ words: [Substring], today: CivilDate) -> Period? {
    if words.count == 2 {
      return TimeWords.month(words[0]).flatMap { month in
        year(words[1]).flatMap { Period(year: $0, month: month) }
      }
    }
    guard words.count == 1 else { return nil }
    if let month = TimeWords.month(words[0]) {
      return Period(year: month <= today.month ? today.year : today.year - 1, month: month)
    }
    if let year = year(words[0]) { return Period(year: year) }
    let parts = words[0].split(separator: "-")
    guard parts.count == 2, parts[1].utf8.count == 2, let year = year(parts[0]), let month = Int(parts[1])
    else { return nil }
    return Period(year: year, month: month)
  }

  private static func year(_ word: Substring) -> Int? {
    word.utf8.count == 4 && word.utf8.allSatisfy { 48...57 ~= $0 } ? Int(word) : nil
  }

  private static func day(_ text: String, today: CivilDate) -> Period? {
    guard case .day(let day) = TimeExpression(text) else { return nil }
    let date: CivilDate? =
      switch day {
      case .date(let date): date
      case .away(let days): today.adding(days: days)
      case .weekday(let weekday):
        today.adding(days: (weekday.rawValue - today.weekday.rawValue + 7) % 7 - 7)
      // 29 February was within eight years.
      case .yearly(let month, let day):
        (today.year - 8...today.year).reversed().lazy
          .compactMap { CivilDate(year: $0, month: month, day: day) }.first { $0 <= today }
      }
    return date.map { Period(from: $0, to: $0.adding(days: 1)) }
  }
}

extension Period: CustomStringConvertible {
  /// `November 2026`, `2026`, `Mon 23 Nov 2026`, `Mon 2 Nov 2026 - Sun 15 Nov 2026`
  public var description: String {
    if self == Period(year: from.year) { return "\(from.year)" }
    if self == Period(year: from.year, month: from.month) {
      let name = TimeWords.months[from.month - 1]
      return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(from.year)"
    }
    let last = to.adding(days: -1)
    return last == from ? from.dated : "\(from.dated) - \(last.dated)"
  }
}
