// Months and dates: `Nov-Feb`, `Dec 24,31`, `easter -2 days`, `Mar Su[-1]-Oct Su[-1]`.

import Civil

extension Parser {
  mutating func readDates(into rule: inout Rule, year: Int?) throws(ExpressionError) {
    var year = year
    repeat {
      if number()?.digits == 4 { year = try self.year() }
      let start = token.start
      let range = try dateRange(year: year, from: start)
      let pieces = range.withinYear
      if pieces.count > 1, let year {
        warn(from: start, "all of these months are of \(year); the next year's are written with their year")
      }
      rule.dates += pieces
      guard case .days(let first, let last, _) = range, case .monthDay(let month, _) = last.anchor else {
        continue
      }
      try readFurtherDays(into: &rule, year: first.endYear(with: last), month: month)
    } while takeComma { $0.startsNextDate }
  }

  private var startsNextDate: Bool {
    number()?.digits == 4 ? startsDate(ahead: 1) : startsDate(ahead: 0)
  }

  /// `Dec 24,31`, `Dec 24-26,31`: more days of the month named last.
  private mutating func readFurtherDays(
    into rule: inout Rule, year: Int?, month: Int
  ) throws(ExpressionError) {
    while takeComma({ $0.startsDayOfMonth }) {
      let start = token.start
      var first = DatePoint(year: year, anchor: try monthDay(month, from: start))
      try readShift(into: &first)
      rule.dates.append(try dateRange(from: first, startingAt: start))
    }
  }

  private var startsDayOfMonth: Bool {
    guard let number = number(), number.digits <= 2 else { return false }
    // `9-17` after a comma could be hours or days; days go on, as they do after the month.
    return !startsClock
  }

  /// Whether `09:00` or `9.00` stands next, not the day of `Dec 24: 09:00` or `Dec 24:09:00`.
  var startsClock: Bool {
    guard isSymbol(":", ahead: 1) || isSymbol(".", ahead: 1), number(ahead: 2) != nil else { return false }
    return !token(ahead: 2).hasSpaceBefore && !isSymbol(":", ahead: 3)
  }

  private mutating func dateRange(year: Int?, from start: Int) throws(ExpressionError) -> DateRange {
    if meaning() == .easter {
      return try dateRange(from: try datePoint(year: year), startingAt: start)
    }
    let month = try month()
    if startsWeekdayOfMonth(mustBeRange: true) {
      let first = try weekdayPoint(of: month, year: year)
      return try dateRange(from: first, startingAt: start)
    }
    guard startsDayOfMonth else { return try monthRange(YearMonth(year: year, month: month)) }
    var first = DatePoint(year: year, anchor: try monthDay(month, from: start))
    try readShift(into: &first)
    return try dateRange(from: first, startingAt: start)
  }

  /// Whether `Su[-1]` stands next, after a month, as the end of a range.
  ///
  /// Where a range begins, the sign and a date must follow: `Mar Su[-1]` alone is a month with its weekdays.
  private func startsWeekdayOfMonth(mustBeRange: Bool) -> Bool {
    guard case .weekday = meaning(), isSymbol("[", ahead: 1) else { return false }
    guard mustBeRange else { return true }
    var ahead = isSymbol("-", ahead: 2) ? 3 : 2
    guard number(ahead: ahead) != nil, isSymbol("]", ahead: ahead + 1) else { return false }
    ahead += 2
    if number(ahead: ahead + 1) != nil && meaning(ahead: ahead + 2) == .day { ahead += 3 }
    return isSymbol("-", ahead: ahead)
      && (startsDate(ahead: ahead + 1) || number(ahead: ahead + 1)?.digits == 4)
  }

  /// `Su[-1]`, `Su[-1] +1 day`, after a month.
  private mutating func weekdayPoint(of month: Int, year: Int?) throws(ExpressionError) -> DatePoint {
    let start = token.start
    guard case .word(let written, .weekday(let weekday)) = token.kind else { throw unexpected("a weekday") }
    advance()
    settle(written, as: Words.weekdays[weekday.rawValue - 1], at: start)
    advance()
    let sign = take("-") ? -1 : 1
    let number = try nth(from: token.start)
    guard take("]") else { throw unexpected("]: a range begins and ends on one day") }
    let anchor = DatePoint.Anchor.weekday(weekday, number: sign * number, month: month)
    return DatePoint(year: year, anchor: anchor, dayShift: try dayShift() ?? 0)
  }

  private mutating func month() throws(ExpressionError) -> Int {
    let start = token.start
    guard case .word(let written, let meaning) = token.kind else { throw unexpected("a month") }
    advance()
    guard case .month(let month) = meaning else {
      throw failure(from: start, .noSuchMonth, suggestion: Words.guess(month: written))
    }
    settle(written, as: Words.months[month - 1], at: start)
    return month
  }

  private mutating func monthDay(
    _ month: Int, from start: Int
  ) throws(ExpressionError) -> DatePoint.Anchor {
    let dayStart = token.start
    guard let number = number() else { throw unexpected("a day of the month") }
    advance()
    // 29 February exists, though not every year.
    let longest = CivilDate.daysIn(month: month, of: 2000)
    guard (1...longest).contains(number.value) else {
      throw failure(
        from: start, .noSuchDate, suggestion: number.value > longest ? monthText(month, longest) : nil)
    }
    if let ending = word, ["st", "nd", "rd", "th"].contains(ending), !token.hasSpaceBefore {
      advance()
      warn(from: dayStart, "days are written as \(two(number.value))")
    } else if number.digits == 1 {
      warn(from: dayStart, "days are written with two digits")
    }
    return .monthDay(month: month, day: number.value)
  }

  func monthText(_ month: Int, _ day: Int) -> String { "\(Words.months[month - 1]) \(two(day))" }

  private mutating func monthRange(_ first: YearMonth) throws(ExpressionError) -> DateRange {
    guard isSymbol("-") else { return .months(first: first, last: first) }
    advance()
    var last = YearMonth(year: nil, month: 0)
    let start = token.start
    if number()?.digits == 4 { last.year = try year() }
    last.month = try month()
    if startsDayOfMonth { throw unexpected("a month alone: a range that ends on a day begins on one") }
    if last.year == first.year { last.year = nil }
    if last.year != nil && first.year == nil {
      throw failure(from: start, .expected("no year, or one at the range's start, too"))
    }
    if let end = last.year, let begin = first.year, end < begin { throw failure(from: start, .backwards) }
    return .months(first: first, last: last)
  }

  /// What follows the first day of a range: `+`, or `-` and the last day.
  private mutating func dateRange(
    from first: DatePoint, startingAt start: Int
  ) throws(ExpressionError) -> DateRange {
    if take("+") { return .from(first) }
    guard isSymbol("-") else { return .days(first: first, last: first, step: 1) }
    advance()
    var last: DatePoint
    let lastStart = token.start
    if let number = number(), number.digits <= 2, case .monthDay(let month, let day) = first.anchor {
      last = DatePoint(year: nil, anchor: try monthDay(month, from: start))
      guard day <= number.value else {
        let suggestion = "\(monthText(month, number.value))-\(two(day))"
        throw failure(from: start, .backwards, suggestion: suggestion)
      }
      try readShift(into: &last)
    } else {
      let year = number()?.digits == 4 ? try self.year() : nil
      last = try datePoint(year: year)
    }
    if last.year == first.year { last.year = nil }
    if last.year != nil && first.year == nil {
      throw failure(from: lastStart, .expected("no year, or one at the range's start, too"))
    }
    if let end = last.year, let begin = first.year, end < begin { throw failure(from: start, .backwards) }
    var step = try step(upTo: 366)
    if case .weekday = first.anchor, last.anchor == first.anchor, last.dayShift == first.dayShift,
      last.year == nil
    {
      throw failure(from: start, .expected("two days: this range ends where it begins"))
    }
    if last == DatePoint(year: nil, anchor: first.anchor) && !hasShift(first) {
      // From a day to itself is that day.
      last = first
      step = 1
    }
    return .days(first: first, last: last, step: step)
  }

  private func hasShift(_ point: DatePoint) -> Bool { point.weekdayShift != nil || point.dayShift != 0 }

  /// `Dec 24`, `easter -2 days`.
  private mutating func datePoint(year: Int?) throws(ExpressionError) -> DatePoint {
    let start = token.start
    guard let word else { throw unexpected("a date") }
    var point: DatePoint
    if meaning() == .easter {
      advance()
      settle(word, as: "easter", at: start)
      point = DatePoint(year: year, anchor: .easter)
    } else {
      let month = try month()
      if startsWeekdayOfMonth(mustBeRange: false) { return try weekdayPoint(of: month, year: year) }
      guard startsDayOfMonth else {
        // `Jun 05-Aug 10:00-12:00`: the number is an hour.
        let longest = CivilDate.daysIn(month: month, of: year ?? 2000)
        throw failure(
          from: start, .expected("a day: a range that begins on a day ends on one"),
          suggestion: monthText(month, longest))
      }
      point = DatePoint(year: year, anchor: try monthDay(month, from: start))
    }
    try readShift(into: &point)
    return point
  }

  /// `+Su`, `-2 days`, or both in this order.
  private mutating func readShift(into point: inout DatePoint) throws(ExpressionError) {
    // `Dec 24+ Su` is an open end, and then a weekday.
    if isSymbol("+") || isSymbol("-"), !token(ahead: 1).hasSpaceBefore,
      case .word(let next, .weekday(let weekday)) = token(ahead: 1).kind
    {
      let isForward = isSymbol("+")
      advance()
      let start = token.start
      advance()
      settle(next, as: Words.weekdays[weekday.rawValue - 1], at: start)
      point.weekdayShift = .init(weekday: weekday, isForward: isForward)
    }
    if let days = try dayShift() { point.dayShift = days }
  }
}
