// How long rules hold or do not hold, so that days on which nothing changes are passed over and not read.
//
// All answers are bounds: until then surely nothing changes, then perhaps.

import Civil

extension Plan {
  /// The first day that may be unlike a day and those in between.
  ///
  /// As long as the same rules hold, and none of them runs on from the day before, every day is like the last.
  func end(ofDayLike agenda: Agenda) -> Int {
    let tomorrow = agenda.day.number + 1
    guard agenda.night == 0 && agenda.today & masks.reaching == 0 && rules.count <= UInt64.bitWidth else {
      return tomorrow
    }
    var end = Int.max
    // Rules before one that replaces them do not matter while that holds.
    for index in max(0, agenda.replacer)..<rules.count where end > tomorrow {
      end = min(end, change(of: rules[index], after: agenda.day, isMatched: agenda.matches(index)))
    }
    return max(end, tomorrow)
  }

  /// Until when a rule that matches a day surely goes on to match, or one that does not surely does not.
  private func change(of rule: CompiledRule, after day: Day, isMatched: Bool) -> Int {
    var selectors = Selectors()
    if rule.months != .max {
      selectors.take(rule.months & 1 &<< day.month != 0, monthChange(rule.months, after: day))
    }
    if !rule.years.isEmpty {
      let holds = isYear(day.year, of: rule.years)
      selectors.take(holds, yearChange(rule.years, holds, after: day))
    }
    // Where month or year rule the day out, the rest would seldom say more.
    if isMatched || selectors.beginning == .min {
      if !rule.dates.isEmpty {
        let until = least(rule.dates) { lists.dates[$0].range.change(after: day) }
        selectors.take(isDate(day, of: rule), until)
      }
      if !rule.weeks.isEmpty {
        let week = day.week
        let holds = isWeek(week, of: rule.weeks)
        selectors.take(holds, weekChange(rule.weeks, holds, week, after: day))
      }
      takeDays(rule, day, &selectors)
    }
    return isMatched ? selectors.end : selectors.beginning
  }

  /// All of a rule's selectors must hold.
  private struct Selectors {
    /// The first to end ends the rule.
    var end = Int.max
    /// Before the last to begin it does not begin.
    var beginning = Int.min

    mutating func take(_ holds: Bool, _ until: Int) {
      if holds { end = min(end, until) } else { beginning = max(beginning, until) }
    }
  }

  /// Weekdays and holidays, of which either suffices unless the rule wants both.
  private func takeDays(_ rule: CompiledRule, _ day: Day, _ selectors: inout Selectors) {
    if rule.hasWeekdays && (rule.holidays.isEmpty || rule.needsHolidayAndWeekday) {
      selectors.take(isWeekday(day, of: rule), weekdayChange(rule, after: day))
    }
    guard !rule.holidays.isEmpty else { return }
    var holds = isHoliday(day, of: rule)
    var until = least(rule.holidays) { index in
      let holiday = lists.holidays[index]
      return table(holiday).change(after: day.number - holiday.dayShift, shift: holiday.dayShift)
    }
    if rule.hasWeekdays && !rule.needsHolidayAndWeekday {
      holds = holds || isWeekday(day, of: rule)
      until = min(until, weekdayChange(rule, after: day))
    }
    selectors.take(holds, until)
  }

  private func monthChange(_ months: UInt16, after day: Day) -> Int {
    let holds = months & 1 &<< day.month != 0
    for ahead in 1...12 {
      let month = (day.month + ahead - 1) % 12 + 1
      if (months & 1 &<< month != 0) != holds {
        return firstDay(year: day.year + (day.month + ahead - 1) / 12, month: month)
      }
    }
    return .max
  }

  private func yearChange(_ years: Range<Int>, _ holds: Bool, after day: Day) -> Int {
    let last = day.year + 20
    var year = day.year + 1
    while year < last && isYear(year, of: years) == holds { year += 1 }
    return firstDay(year: year, month: 1)
  }

  private func weekChange(_ weeks: Range<Int>, _ holds: Bool, _ week: Int, after day: Day) -> Int {
    // Every year has 52 weeks; beyond them it is looked again.
    var ahead = 1
    while week + ahead <= 52 && isWeek(week + ahead, of: weeks) == holds {
      ahead += 1
    }
    return day.number - (day.weekday - 1) + ahead * 7
  }

  private func weekdayChange(_ rule: CompiledRule, after day: Day) -> Int {
    let holds = rule.weekdays & 1 &<< day.weekday != 0
    var end = Int.max
    for ahead in 1...7 where (rule.weekdays & 1 &<< ((day.weekday + ahead - 1) % 7 + 1) != 0) != holds {
      end = day.number + ahead
      break
    }
    return min(end, least(rule.someWeekdays) { lists.weekdays[$0].change(after: day) })
  }
}

extension DateRange {
  fileprivate func change(after day: Day) -> Int {
    let nextYear = firstDay(year: day.year + 1, month: 1)
    switch self {
    case .months:
      return firstDay(year: day.year + day.month / 12, month: day.month % 12 + 1)
    case .from(let first):
      guard let start = first.resolved(in: day.year), start > day.number else { return nextYear }
      return min(start, nextYear)
    case .days(_, _, let step):
      // In the year after, the ranges of a further year count.
      var end = nextYear
      for year in years(around: day) {
        guard let days = days(anchoredIn: year) else { continue }
        if days.lowerBound > day.number { end = min(end, days.lowerBound) }
        if days.contains(day.number) { end = min(end, step == 1 ? days.upperBound + 1 : day.number + 1) }
      }
      return end
    }
  }
}

extension WeekdayDays {
  /// Of a month's weekdays some: looks ahead from one such weekday to the next, as far as a month.
  fileprivate func change(after day: Day) -> Int {
    if contains(day) { return day.number + 1 }
    let mask = WeekdayDays.mask(first, last)
    for number in day.number + 1...day.number + 31 {
      let weekday = (number - dayShift + 3) % 7 + 1
      if weekday < 1 || mask & 1 &<< weekday != 0 && contains(Day(number)) { return number }
    }
    return day.number + 32
  }
}

extension HolidayTable {
  /// The next day that is a holiday, or the day after this one where it is one itself.
  fileprivate func change(after day: Int, shift: Int) -> Int {
    if contains(day) { return day + 1 + shift }
    return first(after: day).map { $0 + shift } ?? .max
  }
}

/// The least of a list's values; never where there are none.
private func least(_ range: Range<Int>, _ value: (Int) -> Int) -> Int {
  var least = Int.max
  for index in range { least = min(least, value(index)) }
  return least
}

private func firstDay(year: Int, month: Int) -> Int {
  CivilDate(year: year, month: month, day: 1)?.dayNumber ?? .max
}
