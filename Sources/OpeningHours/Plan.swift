// Rules made ready to be asked again and again: masks for what is common, flat arrays for the rest.

import Civil

/// An expression compiled together with its holidays; says what holds on a day, knows nothing of zones.
final class Plan: Sendable {
  let source: [Rule]
  let publicHolidays: HolidayTable
  let schoolHolidays: HolidayTable
  let rules: [CompiledRule]
  let lists: Lists
  let masks: Masks

  /// After how many days without what is looked for it never comes; nil when dates decide.
  ///
  /// Where every week is like the other these are three weeks, not one: in a week in which clocks are moved an
  /// interval may be skipped.
  let period: Int?
  /// Whether any rule ever opens.
  let mayOpen: Bool

  init(_ expression: Expression, holidays: Holidays) {
    source = expression.rules
    publicHolidays = HolidayTable(holidays.public)
    schoolHolidays = HolidayTable(holidays.school)
    var lists = Lists()
    rules = source.map { CompiledRule($0, &lists) }
    self.lists = lists
    masks = Masks(rules)
    period = rules.allSatisfy { $0.isSimple && $0.months == .max } ? 22 : nil
    mayOpen = rules.contains { $0.state == .open }
  }

  /// Seconds.
  static let day = 86_400

  /// The lists of all rules, one after the other; a rule knows its part.
  struct Lists: Sendable {
    var years: [YearRange] = []
    var dates: [Dates] = []
    var weeks: [WeekRange] = []
    var weekdays: [WeekdayDays] = []
    var holidays: [HolidayDays] = []
    var spans: [Span] = []
  }

  /// A range of dates, and its days where it comes only once.
  struct Dates: Sendable {
    let range: DateRange
    let days: ClosedRange<Int>?

    init(_ range: DateRange) {
      self.range = range
      if case .days(let first, _, step: 1) = range, let year = first.year {
        days = range.days(anchoredIn: year)
      } else {
        days = nil
      }
    }

    func contains(_ day: Day) -> Bool { days?.contains(day.number) ?? range.contains(day) }
  }

  /// Seconds from the day's midnight.
  struct Span: Sendable {
    var start: Int
    var end: Int
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
    /// Whether a day whose weekday is not in the mask is surely none of the rule's.
    let weekdaysDecide: Bool
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

    /// Whether on its days nothing is left of the rules before.
    var replaces: Bool { effect == .replaces || effect == .overlays && spans.isEmpty }

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
      dates = append(monthMask == nil ? rule.dates.map(Dates.init) : [], to: &lists.dates)
      weeks = append(rule.weeks, to: &lists.weeks)
      someWeekdays = append(rule.weekdays.filter { !$0.isPlain }, to: &lists.weekdays)
      holidays = append(rule.holidays, to: &lists.holidays)
      spans = append(
        rule.times.map { Span(start: $0.start * 60, end: $0.effectiveEnd * 60) }, to: &lists.spans)
      reachesNextDay = rule.times.contains { $0.effectiveEnd > TimeSpan.day }
      weekdaysDecide = holidays.isEmpty && someWeekdays.isEmpty
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

extension Plan {
  /// The first 64 rules as bits of a word, so that a day's rules are found by a few words joined.
  struct Masks: Sendable {
    /// The rules that the weekday (1 to 7) does not rule out.
    private var onWeekday = [UInt64](repeating: 0, count: 8)
    /// The rules that the month (1 to 12) does not rule out.
    private var inMonth = [UInt64](repeating: 0, count: 13)
    /// Rules of which the two say all.
    private(set) var simple: UInt64 = 0
    /// Rules that take the place of those before them on the whole of their days.
    private(set) var replacing: UInt64 = 0
    /// Rules with an interval that runs into the next day.
    private(set) var reaching: UInt64 = 0

    init(_ rules: [CompiledRule]) {
      for (index, rule) in rules.prefix(UInt64.bitWidth).enumerated() {
        let bit: UInt64 = 1 << index
        for weekday in 1...7 where !rule.weekdaysDecide || rule.weekdays & 1 << weekday != 0 {
          onWeekday[weekday] |= bit
        }
        for month in 1...12 where rule.months & 1 << month != 0 { inMonth[month] |= bit }
        if rule.isSimple { simple |= bit }
        if rule.replaces { replacing |= bit }
        if rule.reachesNextDay { reaching |= bit }
      }
    }

    /// The rules that may hold on a day.
    func candidates(_ day: Day) -> UInt64 { onWeekday[day.weekday] & inMonth[day.month] }
  }
}
