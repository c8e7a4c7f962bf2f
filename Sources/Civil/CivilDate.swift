// Dates as a wall calendar shows them, counted so that arithmetic is one addition.

/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Day 1 of the ISO week.
  case monday = 1
  /// Day 2 of the ISO week.
  case tuesday
  /// Day 3 of the ISO week.
  case wednesday
  /// Day 4 of the ISO week.
  case thursday
  /// Day 5 of the ISO week.
  case friday
  /// Day 6 of the ISO week.
  case saturday
  /// Day 7 of the ISO week.
  case sunday

  /// Whether `a` comes before `b` in a week that begins on Monday.
  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}

/// A date of the proleptic Gregorian calendar, in no zone.
public struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let dayNumber: Int

  /// Makes the date that lies so many days after 1970-01-01.
  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// Makes a date, or nil when the calendar has no such day; years are -9999 to 9999, with a year 0.
  public init?(year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.daysIn(month: month, of: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// The same without the checks: `month` must be 1 to 12; a `day` past the month's end runs on.
  init(uncheckedYear year: Int, month: Int, day: Int) {
    // Years are counted from March, so that the leap day is a year's last.
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// The date's year, month (1 to 12) and day (1 to 31), computed together.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = floorDivide(shifted, 146_097)
    // From here on nothing can overflow, and small unsigned numbers are divided soonest.
    let dayOfEra = UInt32(truncatingIfNeeded: shifted &- era &* 146_097)
    let yearOfEra = (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let fromMarch = (5 &* dayOfYear &+ 2) / 153
    let month = fromMarch < 10 ? fromMarch &+ 3 : fromMarch &- 9
    let year = Int(yearOfEra) + era * 400 + (month <= 2 ? 1 : 0)
    return (year, Int(month), Int(dayOfYear &- (153 &* fromMarch &+ 2) / 5 &+ 1))
  }

  /// The year; 0 is the year before 1.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday { Weekday(rawValue: floorModulo(dayNumber + 3, 7) + 1) ?? .monday }

  /// The date so many days later (earlier, when negative).
  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The week of the year, 1 to 53, as ISO 8601 counts: week 1 has the year's first Thursday.
  public var isoWeek: Int { isoWeekAndYear.week }

  /// The ISO week with the year that it belongs to, which near New Year may not be the date's own.
  public var isoWeekAndYear: (week: Int, year: Int) {
    let thursday = adding(days: 4 - weekday.rawValue)
    let year = thursday.year
    let newYear = CivilDate(uncheckedYear: year, month: 1, day: 1)
    return ((thursday.dayNumber - newYear.dayNumber) / 7 + 1, year)
  }

  /// How many days a month (1 to 12) of a year has.
  public static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    floorModulo(year, 4) == 0 && (floorModulo(year, 100) != 0 || floorModulo(year, 400) == 0)
  }
}

extension CivilDate: Comparable {
  /// Whether `a` comes before `b`.
  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }
}

/// Division that rounds down, so that what lies before 1970 is counted like what lies after.
func floorDivide<T: BinaryInteger>(_ a: T, _ b: T) -> T {
  let quotient = a / b
  return a % b < 0 ? quotient - 1 : quotient
}

/// The rest that goes with ``floorDivide(_:_:)``: never negative for a positive `b`.
func floorModulo<T: BinaryInteger>(_ a: T, _ b: T) -> T {
  let rest = a % b
  return rest < 0 ? rest + b : rest
}
