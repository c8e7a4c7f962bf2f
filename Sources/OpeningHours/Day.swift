// What rules ask about a day, computed once per day.

import Civil

struct Day {
  let number: Int
  let year: Int
  let month: Int
  let day: Int
  /// 1 for Monday to 7.
  let weekday: Int

  init(_ number: Int) {
    self.number = number
    (year, month, day) = CivilDate(dayNumber: number).components
    // 1970-01-01 was a Thursday.
    let rest = (number + 3) % 7
    weekday = rest < 0 ? rest + 8 : rest + 1
  }

  private init(number: Int, year: Int, month: Int, day: Int, weekday: Int) {
    self.number = number
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
  }

  /// Equal to no day.
  static var none: Day { Day(number: .min, year: 0, month: 1, day: 1, weekday: 1) }

  var week: Int { CivilDate(dayNumber: number).isoWeek }
}

extension YearMonth {
  /// Months since year 0; `year` is taken where none is written.
  func count(in other: Int) -> Int { (year ?? other) * 12 + month }
}

extension DateRange {
  func contains(_ day: Day) -> Bool {
    switch self {
    case .months(let first, let last):
      guard first.year != nil else {
        return first.month <= last.month
          ? (first.month...last.month).contains(day.month)
          : day.month >= first.month || day.month <= last.month
      }
      let now = day.year * 12 + day.month
      return now >= first.count(in: day.year) && now <= last.count(in: first.year ?? day.year)
    case .from(let first):
      if let start = first.resolved(in: day.year) {
        if day.number >= start { return true }
      }
      return false
    case .days(let first, let last, let step):
      if let first = first.monthDay, let last = last.monthDay, step == 1 {
        return between(first, last, day)
      }
      for year in years(around: day) {
        if let days = days(anchoredIn: year), days.contains(day.number) {
          return (day.number - days.lowerBound) % step == 0
        }
      }
      return false
    }
  }

  /// The common case, the same days every year: no date has to be computed.
  private func between(_ first: (month: Int, day: Int), _ last: (month: Int, day: Int), _ day: Day) -> Bool {
    let start = first.month * 32 + first.day
    let end = last.month * 32 + last.day
    let now = day.month * 32 + day.day
    return start <= end ? now >= start && now <= end : now >= start || now <= end
  }

  /// The years to which the ranges around a day can belong: one that wraps, or is moved over New Year, is a
  /// neighbouring year's.
  func years(around day: Day) -> ClosedRange<Int> {
    guard case .days(let first, let last, _) = self else { return day.year...day.year }
    if let year = first.year { return year...year }
    if first == last && first.anchor == .easter && first.weekdayShift == nil && abs(first.dayShift) < 70 {
      return day.year...day.year
    }
    return day.year - 1...day.year + 1
  }

  /// The days of the range that begins in a year, of those from day to day.
  func days(anchoredIn year: Int) -> ClosedRange<Int>? {
    guard case .days(let first, let last, _) = self,
      let start = first.resolved(in: year, isSingle: first == last)
    else { return nil }
    if first == last { return start...start }
    let endYear = last.year ?? year
    var end = last.resolved(in: endYear, isEnd: true) ?? start
    if end < start && last.year == nil { end = last.resolved(in: endYear + 1, isEnd: true) ?? start }
    return start <= end ? start...end : nil
  }
}

extension DatePoint {
  /// The day's number; `year` is taken where none is written.
  ///
  /// 29 February of a year without one is 1 March where a range begins, 28 February where one ends, and
  /// nothing where it stands alone.
  func resolved(in year: Int, isEnd: Bool = false, isSingle: Bool = false) -> Int? {
    let year = self.year ?? year
    var number: Int
    switch anchor {
    case .easter: number = Easter.day(of: year)
    case .weekday(let weekday, let count, let month):
      guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
      number = first.day(of: weekday, number: count, isEnd: isEnd)
    case .monthDay(let month, let day):
      if let date = CivilDate(year: year, month: month, day: day) {
        number = date.dayNumber
      } else {
        guard !isSingle, let march = CivilDate(year: year, month: 3, day: 1) else { return nil }
        number = march.dayNumber - (isEnd ? 1 : 0)
      }
    }
    if let weekdayShift {
      let weekday = CivilDate(dayNumber: number).weekday.rawValue
      let ahead = (weekdayShift.weekday.rawValue - weekday + 7) % 7
      if weekdayShift.isForward {
        number += ahead == 0 ? 7 : ahead
      } else {
        number -= ahead == 0 ? 7 : 7 - ahead
      }
    }
    return number + dayShift
  }
}

extension CivilDate {
  /// The number of the day that is the month's first, second, ..., last such weekday; `self` is its first day.
  ///
  /// A fifth that the month lacks is the next day past the month where a range begins, the month's last day
  /// where one ends; counted from the end, likewise.
  fileprivate func day(of weekday: Weekday, number: Int, isEnd: Bool) -> Int {
    let last = dayNumber + CivilDate.daysIn(month: month, of: year) - 1
    let lastWeekday = CivilDate(dayNumber: last).weekday.rawValue
    if number > 0 {
      let found = dayNumber + (weekday.rawValue - self.weekday.rawValue + 7) % 7 + (number - 1) * 7
      return found <= last ? found : isEnd ? last : last + 1
    }
    let found = last - (lastWeekday - weekday.rawValue + 7) % 7 + (number + 1) * 7
    return found >= dayNumber ? found : isEnd ? dayNumber - 1 : dayNumber
  }
}

extension WeekdayDays {
  func contains(_ today: Day) -> Bool {
    let day = dayShift == 0 ? today : Day(today.number - dayShift)
    guard WeekdayDays.mask(first, last) & 1 << day.weekday != 0 else { return false }
    if fromStart == 0 && fromEnd == 0 { return true }
    let length = CivilDate.daysIn(month: day.month, of: day.year)
    return fromStart & 1 << ((day.day - 1) / 7 + 1) != 0
      || fromEnd & 1 << ((length - day.day) / 7 + 1) != 0
  }

  /// Bit 1 for Monday to bit 7, over the week's end where the range wraps.
  static func mask(_ first: Weekday, _ last: Weekday) -> UInt8 {
    let upToLast = UInt8.max >> (7 - last.rawValue) & ~1
    let fromFirst = UInt8.max << first.rawValue
    return first <= last ? upToLast & fromFirst : upToLast | fromFirst
  }
}

/// Easter Sunday of the western churches.
enum Easter {
  /// Its day number, by the reckoning of the Gregorian calendar: the Sunday after the first full moon of the
  /// church's moon calendar on or after 21 March.
  static func day(of year: Int) -> Int {
    let century = year / 100
    let golden = year % 19
    // The age of the church's moon on 1 January, corrected each century for the leap days that the
    // calendar drops and for the moon's own drift.
    let drift = (8 * century + 13) / 25
    let epact = (19 * golden + century - century / 4 - drift + 15) % 30
    // Full moon, in days from 21 March; the two latest are moved so that no date comes twice in 19 years.
    let fullMoon = epact - (epact == 29 || epact == 28 && golden > 10 ? 1 : 0)
    let moonDay = (CivilDate(year: year, month: 3, day: 21)?.dayNumber ?? 0) + fullMoon
    let weekday = CivilDate(dayNumber: moonDay).weekday.rawValue
    return moonDay + (weekday == 7 ? 7 : 7 - weekday)
  }
}
