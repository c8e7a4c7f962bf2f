// A week in which nothing special happens, for who wants to say hours in a sentence: what the rules come to, not how
// they are written.

import Civil

/// The hours of a usual week, with what holidays and days of the year change in it.
package struct UsualWeek: Hashable, Sendable {
  /// Days of every year, both ends among them.
  package struct YearlyDays: Hashable, Sendable {
    package var first: (month: Int, day: Int)
    package var last: (month: Int, day: Int)

    package static func == (a: YearlyDays, b: YearlyDays) -> Bool { a.first == b.first && a.last == b.last }

    package func hash(into hasher: inout Hasher) {
      for number in [first.month, first.day, last.month, last.day] { hasher.combine(number) }
    }
  }

  /// What begins on each weekday, Monday first.
  package var days: [[DaySpan]]
  /// The same when every day is a public holiday; nil where that changes nothing.
  package var publicHolidays: [[DaySpan]]?
  /// The same in school holidays.
  package var schoolHolidays: [[DaySpan]]?
  /// Closed whatever the weekday.
  package var closed: [YearlyDays]
}

extension Expression {
  /// Its usual week; nil where months, years, weeks, some weekdays of a month, comments or the like matter, so that no week is usual.
  package var usualWeek: UsualWeek? {
    var weekly: [Rule] = []
    var closed: [UsualWeek.YearlyDays] = []
    for rule in rules {
      if let days = rule.yearlyClosed {
        closed += days
      } else if rule.isWeekly, closed.isEmpty || rule.state == .closed {
        weekly.append(rule)
      } else {
        return nil
      }
    }
    // Without a rule nothing is ever open.
    guard !weekly.isEmpty else { return UsualWeek(days: .init(repeating: [], count: 7), closed: closed) }
    let expression = Expression(rules: weekly)
    let days = expression.week(Holidays())
    var feast = Holidays()
    var vacation = Holidays()
    for day in Self.monday.dayNumber - 7..<Self.monday.dayNumber + 14 {
      feast.public[CivilDate(dayNumber: day)] = ""
      vacation.school[CivilDate(dayNumber: day)] = ""
    }
    let changed = [expression.week(feast), expression.week(vacation)].map { $0 == days ? nil : $0 }
    return UsualWeek(days: days, publicHolidays: changed[0], schoolHolidays: changed[1], closed: closed)
  }

  private static let monday = CivilDate(dayNumber: 4)

  private func week(_ holidays: Holidays) -> [[DaySpan]] {
    Schedule(self, zone: .utc, holidays: holidays).spans(from: Self.monday, days: 7)
  }
}

extension Rule {
  /// Whether only weekdays and holidays matter to it.
  fileprivate var isWeekly: Bool {
    joint != .fallback && state != .unknown && comment == nil && years.isEmpty && dates.isEmpty
      && weeks.isEmpty
      && weekdays.allSatisfy(\.isPlain) && holidays.allSatisfy { $0.dayShift == 0 }
  }

  /// The days of the year that it closes, where it does nothing else.
  fileprivate var yearlyClosed: [UsualWeek.YearlyDays]? {
    guard joint == .override, state == .closed, comment == nil, times.isEmpty, !dates.isEmpty, years.isEmpty,
      weeks.isEmpty, weekdays.isEmpty, holidays.isEmpty
    else { return nil }
    var days: [UsualWeek.YearlyDays] = []
    for range in dates {
      guard case .days(let first, let last, step: 1) = range, let first = first.monthDay,
        let last = last.monthDay
      else { return nil }
      days.append(UsualWeek.YearlyDays(first: first, last: last))
    }
    return days
  }
}
