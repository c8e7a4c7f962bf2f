// Weekdays and holidays: `Mo-Fr`, `Sa,Su,PH`, `Th[1,3]`, `Fr[-1] -1 day`, `PH Mo-Fr`.

import Civil

extension Parser {
  mutating func readDays(into rule: inout Rule) throws(ExpressionError) {
    repeat {
      if isHoliday {
        rule.holidays.append(try holiday())
      } else {
        rule.weekdays.append(try weekdays())
      }
    } while takeComma { $0.startsDay }
    // `PH Mo-Fr`, without a comma: only what is both.
    if rule.weekdays.isEmpty, isWeekday {
      rule.needsHolidayAndWeekday = true
      repeat { rule.weekdays.append(try weekdays()) } while takeComma { $0.startsDay && !$0.isHoliday }
    }
  }

  /// Takes a comma when what follows it goes on with the list; else it begins the next rule.
  mutating func takeComma(_ goesOn: (Parser) -> Bool) -> Bool {
    guard isSymbol(",") else { return false }
    var ahead = self
    ahead.advance()
    guard goesOn(ahead) else { return false }
    let start = token.start
    advance()
    if token.hasSpaceBefore { warn(from: start, "lists are written without a space") }
    return true
  }

  private var isHoliday: Bool {
    if case .holiday = meaning() { true } else { false }
  }

  private var isWeekday: Bool {
    if case .weekday = meaning() { true } else { false }
  }

  private var startsDay: Bool {
    guard case .word(let word, let meaning) = token.kind else { return false }
    // A word of two letters that means nothing was meant for a day.
    return isHoliday || isWeekday || meaning == nil && word.utf8.count == 2
  }

  private mutating func holiday() throws(ExpressionError) -> HolidayDays {
    let start = token.start
    guard case .word(let written, .holiday(let kind)) = token.kind else { throw unexpected("PH or SH") }
    advance()
    settle(written, as: kind == .public ? "PH" : "SH", at: start)
    return HolidayDays(kind: kind, dayShift: try dayShift() ?? 0)
  }

  private mutating func weekdays() throws(ExpressionError) -> WeekdayDays {
    let start = token.start
    guard let first = try weekday(rangeStart: start, prefix: "") else { throw unexpected("a weekday") }
    var days = WeekdayDays(first: first, last: first)
    if isSymbol("["), try readNth(into: &days) {
      days.dayShift = try dayShift() ?? 0
    } else if isSymbol("-"), case .word = token(ahead: 1).kind {
      let spaced = token.hasSpaceBefore || token(ahead: 1).hasSpaceBefore
      advance()
      let prefix = Words.weekdays[first.rawValue - 1] + "-"
      guard let last = try weekday(rangeStart: start, prefix: prefix) else { throw unexpected("a weekday") }
      if spaced { warn(from: start, "ranges are written without spaces") }
      days.last = last
    } else if isSymbol("-"), !isShift {
      advance()
      throw unexpected("a weekday after -")
    }
    return days
  }

  private mutating func weekday(rangeStart: Int, prefix: String) throws(ExpressionError) -> Weekday? {
    guard case .word(let written, let meaning) = token.kind else { return nil }
    let start = token.start
    advance()
    guard case .weekday(let weekday) = meaning else {
      throw failure(
        from: rangeStart, .noSuchWeekday, suggestion: Words.guess(weekday: written).map { prefix + $0 })
    }
    settle(written, as: Words.weekdays[weekday.rawValue - 1], at: start)
    return weekday
  }

  /// `[1]`, `[1,3]`, `[1-2]`, `[-1]`.
  private mutating func readNth(into days: inout WeekdayDays) throws(ExpressionError) -> Bool {
    advance()
    repeat {
      let start = token.start
      let fromEnd = take("-")
      let first = try nth(from: start)
      var last = first
      if !fromEnd && take("-") { last = try nth(from: start) }
      guard first <= last else { throw failure(from: start, .backwards, suggestion: "\(last)-\(first)") }
      for number in first...last {
        if fromEnd { days.fromEnd |= 1 << number } else { days.fromStart |= 1 << number }
      }
    } while take(",")
    guard take("]") else { throw unexpected("]") }
    return true
  }

  mutating func nth(from start: Int) throws(ExpressionError) -> Int {
    guard let number = number() else { throw unexpected("a number from 1 to 5, or from -1 to -5") }
    advance()
    guard (1...5).contains(number.value) else {
      throw failure(from: start, .expected("a number from 1 to 5: no month has more of a weekday"))
    }
    return number.value
  }

  /// Whether `+1 day`, `-2 days` stands next.
  var isShift: Bool {
    (isSymbol("+") || isSymbol("-")) && number(ahead: 1) != nil && meaning(ahead: 2) == .day
  }

  /// `+1 day`, `-2 days`.
  mutating func dayShift() throws(ExpressionError) -> Int? {
    guard isShift, let number = number(ahead: 1) else { return nil }
    let sign = isSymbol("-") ? -1 : 1
    let start = token.start
    for _ in 0..<3 { advance() }
    guard (1...366).contains(number.value) else { throw failure(from: start, .expected("1 to 366 days")) }
    return sign * number.value
  }
}
