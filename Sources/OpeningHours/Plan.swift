// Rules made ready to be asked again and again: masks for what is common, flat arrays for the rest.

import Civil

/// An expression compiled together with its holidays; says what holds on a day, knows nothing of zones.
final class Plan: Sendable {
  let source: [Rule]
  let publicHolidays: HolidayTable
  let schoolHolidays: HolidayTable
  let rules: [CompiledRule]
  let lists: Lists

  /// Whether an interval may run into the next day.
  let reachesNextDay: Bool
  /// After how many days without what is looked for it never comes; nil when dates decide.
  ///
  /// Where every week is like the other these are three weeks, not one: in a week in which clocks are moved an
  /// interval may be skipped.
  let period: Int?
  /// Whether any rule ever opens.
  let mayOpen: Bool
  /// The last day on which a rule may open; nil when there is no such day.
  let lastOpenDay: Int?

  init(_ expression: Expression, holidays: Holidays) {
    source = expression.rules
    publicHolidays = HolidayTable(holidays.public)
    schoolHolidays = HolidayTable(holidays.school)
    var lists = Lists()
    rules = source.map { CompiledRule($0, &lists) }
    self.lists = lists
    reachesNextDay = rules.contains(where: \.reachesNextDay)
    let isWeekly = rules.allSatisfy { $0.isSimple && $0.months == .max }
    let isConstant = source.allSatisfy { $0.isBare }
    period = isConstant ? 0 : isWeekly ? 22 : nil
    mayOpen = rules.contains { $0.state == .open }
    lastOpenDay = Plan.lastDay(
      source.filter { $0.state == .open }, publicHolidays: publicHolidays, schoolHolidays: schoolHolidays)
  }

  /// Seconds.
  static let day = 86_400

  /// The lists of all rules, one after the other; a rule knows its part.
  struct Lists: Sendable {
    var years: [YearRange] = []
    var dates: [DateRange] = []
    var weeks: [WeekRange] = []
    var weekdays: [WeekdayDays] = []
    var holidays: [HolidayDays] = []
    var spans: [Span] = []
  }

  /// Seconds from the day's midnight.
  struct Span: Sendable {
    var start: Int
    var end: Int
  }

  /// The last day on which any of the rules may hold; nil when there is no such day.
  private static func lastDay(
    _ rules: [Rule], publicHolidays: HolidayTable, schoolHolidays: HolidayTable
  ) -> Int? {
    var last = Int.min
    for rule in rules {
      guard let day = rule.lastDay(publicHolidays: publicHolidays, schoolHolidays: schoolHolidays) else {
        return nil
      }
      last = max(last, day)
    }
    return last
  }
}

extension Plan {
  /// A rule as the evaluation needs it.
  struct CompiledRule: Sendable {
    /// What a rule does to those before it, on its days.
    enum Effect: Sendable { case replaces, overlays, fills }

    let effect: Effect
    let state: State
    /// Bit 1 for Monday to bit 7; all set when plain weekdays do not decide.
    let weekdays: UInt8
    /// Bit 1 for January to bit 12; all set when plain months do not decide.
    let months: UInt16
    /// Whether the two masks say all about the rule's days.
    let isSimple: Bool
    let needsHolidayAndWeekday: Bool
    let years: Range<Int>
    let dates: Range<Int>
    let weeks: Range<Int>
    /// Weekdays that the mask cannot express.
    let someWeekdays: Range<Int>
    let hasWeekdays: Bool
    let holidays: Range<Int>
    /// Empty: the whole day.
    let spans: Range<Int>
    /// Whether one of the spans runs past midnight.
    let reachesNextDay: Bool

    init(_ rule: Rule, _ lists: inout Lists) {
      effect =
        switch rule.joint {
        case .override: rule.state == .closed ? .overlays : .replaces
        case .additional: .overlays
        case .fallback: .fills
        }
      state = rule.state
      needsHolidayAndWeekday = rule.needsHolidayAndWeekday

      let plain = rule.weekdays.filter(\.isPlain)
      hasWeekdays = !rule.weekdays.isEmpty
      let mask = plain.reduce(0) { $0 | WeekdayDays.mask($1.first, $1.last) }
      weekdays = rule.weekdays.isEmpty ? .max : mask
      let monthMask = CompiledRule.monthMask(rule.dates)
      months = monthMask ?? .max

      years = append(rule.years, to: &lists.years)
      dates = append(monthMask == nil ? rule.dates : [], to: &lists.dates)
      weeks = append(rule.weeks, to: &lists.weeks)
      someWeekdays = append(rule.weekdays.filter { !$0.isPlain }, to: &lists.weekdays)
      holidays = append(rule.holidays, to: &lists.holidays)
      spans = append(
        rule.times.map { Span(start: $0.start * 60, end: $0.effectiveEnd * 60) }, to: &lists.spans)
      reachesNextDay = rule.times.contains { $0.effectiveEnd > TimeSpan.day }
      isSimple =
        years.isEmpty && dates.isEmpty && weeks.isEmpty && someWeekdays.isEmpty && holidays.isEmpty
    }

    /// The months of dates that are whole months of every year; nil for others.
    private static func monthMask(_ dates: [DateRange]) -> UInt16? {
      guard !dates.isEmpty else { return nil }
      var mask: UInt16 = 0
      for date in dates {
        guard case .months(let first, let last) = date, first.year == nil else { return nil }
        var month = first.month
        mask |= 1 << month
        while month != last.month {
          month = month % 12 + 1
          mask |= 1 << month
        }
      }
      return mask
    }
  }
}

private func append<T>(_ items: [T], to list: inout [T]) -> Range<Int> {
  let start = list.count
  list += items
  return start..<list.count
}

extension Rule {
  /// The last day on which the rule may hold; nil when there is no such day.
  fileprivate func lastDay(publicHolidays: HolidayTable, schoolHolidays: HolidayTable) -> Int? {
    var last: Int?
    func limit(_ day: Int?) {
      if let day { last = min(last ?? day, day) }
    }
    if !years.isEmpty, let year = years.map(\.last).max(), year != .max {
      limit(CivilDate(year: year, month: 12, day: 31)?.dayNumber)
    }
    if !dates.isEmpty {
      let ends = dates.map(\.lastDay)
      if ends.allSatisfy({ $0 != nil }) { limit(ends.compactMap(\.self).max()) }
    }
    if !holidays.isEmpty, weekdays.isEmpty || needsHolidayAndWeekday {
      // Beyond the calendars' last day there is no holiday; none at all: the rule never holds.
      let ends = holidays.map { holiday in
        let table = holiday.kind == .public ? publicHolidays : schoolHolidays
        return (table.lastDay ?? Int.min / 2) + holiday.dayShift
      }
      limit(ends.max())
    }
    return last
  }
}

extension DateRange {
  /// The last day of a range of certain years; nil for one that comes every year or never ends.
  fileprivate var lastDay: Int? {
    switch self {
    case .from: return nil
    case .months(let first, let last):
      guard let year = last.year ?? first.year else { return nil }
      // A range that wraps ends in the year after: a year later is late enough.
      return CivilDate(year: min(year + 1, 9999), month: 12, day: 31)?.dayNumber
    case .days(let first, let last, _):
      guard let year = last.year ?? first.year else { return nil }
      return CivilDate(year: min(year + 2, 9999), month: 12, day: 31)?.dayNumber
    }
  }
}
