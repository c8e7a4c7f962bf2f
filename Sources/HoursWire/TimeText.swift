// Times as people type them: one place reads them, whoever asks.

import Civil
import HoursCore

/// The years of which every time can be written, and read again, in every zone: a year has four digits.
private let years = 2...9997

/// The names of days, months and the rest, in full and in short.
enum TimeWords {
  static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
  static let others = ["today", "tomorrow", "yesterday", "tonight", "noon", "now"]

  static func weekday(_ word: Substring) -> Weekday? {
    index(word, in: weekdays, short: ["tues": 1, "thur": 3, "thurs": 3]).flatMap { Weekday(rawValue: $0 + 1) }
  }

  /// 1 to 12.
  static func month(_ word: Substring) -> Int? { index(word, in: months, short: ["sept": 8]).map { $0 + 1 } }

  private static func index(_ word: Substring, in names: [String], short: [Substring: Int]) -> Int? {
    names.firstIndex { word == $0 || word == $0.prefix(3) } ?? short[word]
  }
}

/// The seconds of a length of time as people type it: `2h`, `90m`, `1h30m`, `2 hours`, or seconds as they are.
///
/// Nil for anything else, and for days and weeks: nobody knows how many hours a day of work has.
public func seconds(ofWork text: String) -> Int64? {
  if let seconds = TimeExpression.number(text[...]) { return seconds }
  let units = text.split { $0.isNumber || $0 == " " }
  let hasDays = units.contains { $0.hasPrefix("d") || $0.hasPrefix("w") }
  guard !hasDays, case .later(let seconds) = TimeExpression.later(text.split(separator: " ")) else {
    return nil
  }
  return seconds
}

extension TimeExpression {
  /// A time as people type it, in any case.
  ///
  /// `now`, `tonight`, `09:30`, `9am`, `noon`; `next business day`, `+2h`, `in 2 hours`, `10 min ago`,
  /// `+2 working hours`, `+3 business days`; a day, alone or with a time of day: `tomorrow 10:00`, `monday`,
  /// `30 nov 9am`, `2026-11-30`; RFC 3339, and the same without an offset for what the office's clocks show. Nil for
  /// anything else.
  public init?(_ text: String) {
    if let instant = Instant(rfc3339: text) {
      guard years.contains(Zone.utc.civil(instant).date.year) else { return nil }
      self = .instant(instant)
    } else if let civil = Self.civil(text) {
      guard years.contains(civil.date.year) else { return nil }
      self = .civil(civil)
    } else {
      // The longest time there is has five words.
      guard text.utf8.count <= 100 else { return nil }
      self.init(words: text.lowercased().split(separator: " "))
    }
  }

  private init?(words: [Substring]) {
    switch words.joined(separator: " ") {
    case "now": self = .now
    case "tonight", "this evening": self = .tonight
    case "next-business-day", "next business day": self = .nextBusinessDay
    case "next week": self = .day(.weekday(.monday))
    default:
      let time: TimeExpression?
      if let first = words.first, first.hasPrefix("+") {
        time = Self.later(([first.dropFirst()] + words.dropFirst()).filter { !$0.isEmpty })
      } else if words.first == "in" {
        time = Self.later(Array(words.dropFirst()))
      } else if words.last == "ago" {
        time = Self.earlier(words.dropLast())
      } else {
        time = Self.dayAndTime(words.filter { $0 != "at" && $0 != "on" })
      }
      guard let time else { return nil }
      self = time
    }
  }

  // MARK: Days and times of day

  private static func dayAndTime(_ words: [Substring]) -> TimeExpression? {
    var words = words
    // `9 am`
    if words.count > 1, let half = words.last, half == "am" || half == "pm" {
      words.removeLast()
      words[words.count - 1] += half
    }
    guard let time = words.last.flatMap(timeOfDay) else { return day(words).map { .day($0) } }
    words.removeLast()
    if words.isEmpty { return .clock(time) }
    // After midnight it would be tomorrow, before noon nobody says so.
    if words == ["tonight"] { return time.hour >= 12 ? .on(.away(0), time) : nil }
    switch day(words) {
    case nil: return nil
    case .date(let date): return .civil(CivilDateTime(date: date, time: time))
    case .some(let day): return .on(day, time)
    }
  }

  private static func day(_ words: [Substring]) -> Day? {
    if words.count == 1 { return day(words[0]) }
    guard words.count == 2 || words.count == 3 else { return nil }
    let isDayFirst = month(words[1]) != nil
    guard let month = month(words[isDayFirst ? 1 : 0]), let day = number(words[isDayFirst ? 0 : 1]),
      1...31 ~= day
    else { return nil }
    if words.count == 2 {
      // Any year with a leap day will do.
      guard CivilDate(year: 2000, month: month, day: Int(day)) != nil else { return nil }
      return .yearly(month: month, day: Int(day))
    }
    guard words[2].utf8.count == 4, let year = number(words[2]), years.contains(Int(year)) else { return nil }
    return CivilDate(year: Int(year), month: month, day: Int(day)).map { .date($0) }
  }

  private static func day(_ word: Substring) -> Day? {
    switch word {
    case "today": return .away(0)
    case "tomorrow": return .away(1)
    case "yesterday": return .away(-1)
    default:
      if let weekday = TimeWords.weekday(word) { return .weekday(weekday) }
      guard let date = CivilDate(String(word)), years.contains(date.year) else { return nil }
      return .date(date)
    }
  }

  private static func month(_ word: Substring) -> Int? { TimeWords.month(word) }

  /// `9:30`, `9am`, `2:30pm`, `noon`.
  private static func timeOfDay(_ word: Substring) -> CivilTime? {
    if word == "noon" { return CivilTime(hour: 12, minute: 0) }
    guard word.hasSuffix("am") || word.hasSuffix("pm") else { return CivilTime(String(word)) }
    let digits = word.dropLast(2)
    guard let time = CivilTime(digits.contains(":") ? String(digits) : digits + ":00"), 1...12 ~= time.hour
    else {
      return nil
    }
    return CivilTime(hour: time.hour % 12 + (word.hasSuffix("pm") ? 12 : 0), minute: time.minute)
  }

  /// What clocks show: `2026-11-24 09:00`; or RFC 3339 without its offset, `2026-11-24T09:00:00`.
  private static func civil(_ text: String) -> CivilDateTime? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "T" }.map(String.init)
    guard parts.count == 2, let date = CivilDate(parts[0]) else { return nil }
    if let time = CivilTime(parts[1]) { return CivilDateTime(date: date, time: time) }
    return Instant(rfc3339: "\(parts[0])T\(parts[1])Z").map(Zone.utc.civil)
  }

  // MARK: Lengths of time

  private static func earlier(_ words: [Substring]) -> TimeExpression? {
    guard case .later(let seconds) = later(words) else { return nil }
    return .later(-seconds)
  }

  /// `2h`, `90 min`, `1 hour 30 minutes`, `a week`, or with a word between number and unit: `2 working hours`,
  /// `3 business days`.
  fileprivate static func later(_ words: [Substring]) -> TimeExpression? {
    let words = words.map { $0 == "a" || $0 == "an" ? "1" : $0 }
    if words.count == 3, words[1] == "working" || words[1] == "business" {
      return number(words[0]).flatMap { laterWorking($0, words[1], words[2]) }
    }
    // `1 30m` is no number.
    let isParted = zip(words, words.dropFirst()).contains {
      $0.last?.isNumber == true && $1.first?.isNumber == true
    }
    return isParted ? nil : compact(words.joined()[...]).map { .later($0) }
  }

  /// People who work say "working days" for business days, never for 24 hours of work.
  private static func laterWorking(_ number: Int64, _ kind: Substring, _ word: Substring) -> TimeExpression? {
    let isDays = word == "day" || word == "days"
    if isDays {
      return 1...Int64(Limits.windowDays) ~= number ? .businessDay(Int(number)) : nil
    }
    guard kind == "working", let unit = unit(word), unit < 86_400 else { return nil }
    return seconds(number, unit).map { .laterWorking($0) }
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
    case "w", "week", "weeks": 604_800
    default: nil
    }
  }

  /// Ten years: further ahead nobody promises anything.
  private static let longest: Int64 = 10 * 366 * 86_400

  private static func seconds(_ number: Int64, _ unit: Int64) -> Int64? {
    number > 0 && number <= longest / unit ? number * unit : nil
  }
}
