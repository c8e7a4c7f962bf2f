// Times of day: `09:00-17:00`, `22:00-02:00`, `18:00+`, and what people write instead: `9-17`, `9am-5pm`.

extension Parser {
  mutating func times() throws(ExpressionError) -> [TimeSpan] {
    var spans: [TimeSpan] = []
    repeat {
      spans.append(try timeSpan())
      while startsClock, startsRange {
        let start = token.start
        spans.append(try timeSpan())
        warn(from: start, "hours are joined with a comma")
      }
    } while takeComma { $0.startsTime }
    return spans
  }

  /// Whether the clock's time that stands next begins a range, as in `09:00-12:00 13:00-17:00`.
  private var startsRange: Bool { isSymbol("-", ahead: 3) && number(ahead: 4) != nil }

  private var startsTime: Bool {
    switch token.kind {
    case .number(_, let digits):
      // A year, or `24/7`, begins a rule of its own.
      return (digits < 4 || isSymbol(":", ahead: 1)) && !isSymbol("/", ahead: 1)
    case .symbol("("): return true
    case .word(_, let meaning): return meaning == .sun
    default: return false
    }
  }

  private mutating func timeSpan() throws(ExpressionError) -> TimeSpan {
    let start = token.start
    if takeAlways() {
      warn(from: start, "with days, all day is 00:00-24:00")
      return TimeSpan(start: 0, end: TimeSpan.day)
    }
    let from = try time()
    if take("+") { return try span(from: from, to: TimeSpan.day, openEnd: true, start: start) }
    let isSpaced = token.hasSpaceBefore || token(ahead: 1).hasSpaceBefore
    guard take("-") else { throw singleTime(from: start) }
    let oddities = warnings.count
    let to = try time()
    let isBare = warnings.count > oddities
    let openEnd = take("+")
    if take("/") {
      if number() != nil { advance() }
      if take(":"), number() != nil { advance() }
      throw failure(
        from: start, .unsupported("steps are for points in time, such as departures; working hours have none")
      )
    }
    if isSpaced { warn(from: start, "ranges are written without spaces") }
    let noon = TimeSpan.day / 2
    if isBare, to < from, from < to + noon, to <= noon {
      let afternoon = "\(two((to + noon) / 60)):\(two(to % 60))"
      warn(
        from: start, "ends on the next day; write \(afternoon) if the afternoon is meant", isDoubtful: true)
    }
    return try span(from: from, to: to, openEnd: openEnd, start: start)
  }

  /// Refuses a time without an end, or what was meant by it.
  private mutating func singleTime(from start: Int) -> ExpressionError {
    if let word, Words.sign(for: word) == "-" { return unexpected("- before the end", suggestion: "-") }
    if case .number(let day, let digits) = lexer.tokens[lastIndex].kind, digits <= 2, (1...31).contains(day),
      lexer.tokens[lastIndex].start == start, case .month(let month) = meaning()
    {
      advance()
      return failure(
        from: start, .expected("the month before the day"), suggestion: monthText(month, day))
    }
    return failure(
      from: start, .unsupported("a single time opens nothing; say until when, as in 09:00-18:00"))
  }

  private func span(
    from: Int, to: Int, openEnd: Bool, start: Int
  ) throws(ExpressionError) -> TimeSpan {
    guard from < TimeSpan.day else {
      throw failure(from: start, .expected("a start before 24:00; later is the next day's 00:00"))
    }
    // An end that is not later on the clock is the next day's.
    return TimeSpan(start: from, end: to > from ? to : to + TimeSpan.day, hasOpenEnd: openEnd)
  }

  /// Minutes from midnight.
  private mutating func time() throws(ExpressionError) -> Int {
    let start = token.start
    if isSymbol("(") || meaning() == .sun {
      throw sunTime(from: start)
    }
    guard let hour = number() else { throw unexpected("a time such as 09:00") }
    advance()
    var minute: Int?
    var isOdd = hour.digits != 2
    if isSymbol(":") || isSymbol(".") && number(ahead: 1) != nil {
      isOdd = isOdd || isSymbol(".")
      advance()
      guard let written = number() else { throw unexpected("minutes of two digits") }
      advance()
      guard written.digits == 2 else { throw failure(from: start, .noSuchTime) }
      minute = written.value
    }
    var minutes = hour.value * 60 + (minute ?? 0)
    if case .half(let isAfternoon) = meaning() {
      advance()
      guard (1...12).contains(hour.value) else { throw failure(from: start, .noSuchTime) }
      minutes = minutes % 720 + (isAfternoon ? 720 : 0)
      isOdd = true
    }
    guard hour.digits <= 2, minute ?? 0 < 60, minutes <= 2 * TimeSpan.day else {
      throw failure(from: start, .noSuchTime)
    }
    if isOdd || minute == nil {
      warn(from: start, "times are written as \(two(minutes / 60)):\(two(minutes % 60))")
    }
    return minutes
  }

  /// Takes `sunset` or `(sunrise+01:00)` whole, so that the error shows all of it.
  private mutating func sunTime(from start: Int) -> ExpressionError {
    if take("(") {
      while !isSymbol(")"), token.kind != .end, !isSymbol(";") { advance() }
      _ = take(")")
    } else {
      advance()
    }
    return failure(
      from: start, .unsupported("working hours do not follow the sun; write a time, such as 18:00"))
  }
}
