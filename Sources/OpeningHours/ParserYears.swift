// Years and weeks: `2026-2028`, `2026+`, `week 01-53/2`.

import Civil

extension Parser {
  static let years = 1900...9999

  mutating func readYears(into rule: inout Rule) throws(ExpressionError) {
    if rule.dates.isEmpty, let year = try leadingYear() {
      // One year before a date belongs to the date, which may end in the next.
      try readDates(into: &rule, year: year)
      return
    }
    repeat { rule.years.append(try yearRange()) } while takeComma { $0.number()?.digits == 4 }
  }

  /// Takes a single year before a month or Easter.
  private mutating func leadingYear() throws(ExpressionError) -> Int? {
    startsDate(ahead: 1) ? try year() : nil
  }

  func startsDate(ahead count: Int) -> Bool {
    switch meaning(ahead: count) {
    case .month, .easter: true
    default: false
    }
  }

  /// Takes a year; where a rule begins, four other digits may be hours.
  mutating func year(mayBeHours: Bool = false) throws(ExpressionError) -> Int {
    let start = token.start
    guard let number = number() else { throw unexpected("a year") }
    advance()
    guard Parser.years.contains(number.value) else {
      let (hour, minute) = (number.value / 100, number.value % 100)
      guard mayBeHours, number.digits == 4, hour < 24, minute < 60 else {
        throw failure(from: start, .noSuchYear)
      }
      throw noSuchYear(from: start, time: two(hour) + ":" + two(minute))
    }
    return number.value
  }

  /// Refuses `0900-1700` and `1800+` whole, since hours were meant.
  private mutating func noSuchYear(from start: Int, time: String) -> ExpressionError {
    if isSymbol("+") {
      return failure(from: start, .noSuchYear, suggestion: time)
    }
    guard isSymbol("-"), let end = number(ahead: 1), end.digits == 4, end.value <= 2400, end.value % 100 < 60
    else { return failure(from: start, .noSuchYear) }
    advance()
    advance()
    let last = two(end.value / 100) + ":" + two(end.value % 100)
    return failure(from: start, .noSuchYear, suggestion: time + "-" + last)
  }

  private mutating func yearRange() throws(ExpressionError) -> YearRange {
    let start = token.start
    var range = YearRange(first: try year(mayBeHours: true), last: 0)
    range.last = range.first
    if take("+") {
      range.last = .max
    } else if isSymbol("/") {
      range.step = try step(upTo: 1000)
      range.last = .max
    } else if take("-") {
      if let date = takesRestOfDate(of: range.first) {
        throw failure(from: start, .expected("a date with the month's name"), suggestion: date)
      }
      range.last = try year()
      guard range.first <= range.last else {
        throw failure(from: start, .backwards, suggestion: "\(range.last)-\(range.first)")
      }
      range.step = try step(upTo: 1000)
      // What a step never reaches is not part of the range.
      if range.first == range.last { range.step = 1 }
    }
    return range
  }

  /// Takes `12-24` of `2026-12-24`, and says how the language writes that date.
  private mutating func takesRestOfDate(of year: Int) -> String? {
    guard let month = number(), month.digits == 2, (1...12).contains(month.value), isSymbol("-", ahead: 1),
      let day = number(ahead: 2), day.digits == 2,
      CivilDate(year: year, month: month.value, day: day.value) != nil
    else { return nil }
    for _ in 0..<3 { advance() }
    return "\(year) " + monthText(month.value, day.value)
  }

  /// `/2`; 1 without.
  mutating func step(upTo maximum: Int) throws(ExpressionError) -> Int {
    guard take("/") else { return 1 }
    let start = token.start
    guard let number = number() else { throw unexpected("a number after /") }
    advance()
    guard (1...maximum).contains(number.value) else {
      throw failure(from: start, .expected("a step from 1 to \(maximum)"))
    }
    return number.value
  }

  // MARK: Weeks

  mutating func weeks() throws(ExpressionError) -> [WeekRange] {
    let start = token.start
    if let word {
      advance()
      settle(word, as: "week", at: start)
    }
    var weeks: [WeekRange] = []
    repeat {
      var range = WeekRange(first: try week(), last: 0)
      range.last = range.first
      if take("-") {
        range.last = try week()
        range.step = try step(upTo: 53)
        if range.first == range.last { range.step = 1 }
      }
      weeks.append(range)
    } while takeComma { $0.number().map { $0.digits <= 2 } ?? false && !$0.startsClock }
    return weeks
  }

  private mutating func week() throws(ExpressionError) -> Int {
    let start = token.start
    guard let number = number() else { throw unexpected("the number of a week") }
    advance()
    guard (1...53).contains(number.value) else { throw failure(from: start, .noSuchWeek) }
    if number.digits != 2 { warn(from: start, "weeks are written with two digits") }
    return number.value
  }
}
