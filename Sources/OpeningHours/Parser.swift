// From tokens to rules: the shape of an expression. What days and times look like stands in the other
// Parser files.

struct Parser {
  let lexer: Lexer
  private(set) var warnings: [Warning]
  private var position = 0

  init(_ text: String) throws(ExpressionError) {
    lexer = try Lexer(text)
    warnings = lexer.warnings
  }

  // MARK: Tokens

  var token: Token { lexer.tokens[position] }

  /// The token so many places ahead; the end, past it.
  func token(ahead count: Int) -> Token { lexer.tokens[min(position + count, lexer.tokens.count - 1)] }

  /// Which token was taken last; the first, before any was.
  var lastIndex: Int { max(0, position - 1) }

  /// Where the last token taken ended.
  var lastEnd: Int { position == 0 ? 0 : lexer.tokens[lastIndex].end }

  mutating func advance() { position = min(position + 1, lexer.tokens.count - 1) }

  func isSymbol(_ symbol: Unicode.Scalar, ahead count: Int = 0) -> Bool {
    guard case .symbol(symbol) = token(ahead: count).kind else { return false }
    return true
  }

  mutating func take(_ symbol: Unicode.Scalar) -> Bool {
    guard isSymbol(symbol) else { return false }
    advance()
    return true
  }

  var word: String? {
    guard case .word(let word, _) = token.kind else { return nil }
    return word
  }

  /// What the next word, or the one so many places ahead, means.
  func meaning(ahead count: Int = 0) -> Meaning? {
    guard case .word(_, let meaning) = token(ahead: count).kind else { return nil }
    return meaning
  }

  func number(ahead count: Int = 0) -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits) = token(ahead: count).kind else { return nil }
    return (value, digits)
  }

  // MARK: Complaints

  func text(from start: Int) -> String { lexer.text(start, max(start, lastEnd)) }

  mutating func warn(from start: Int, _ message: String, isDoubtful: Bool = false) {
    warnings.append(
      Warning(offset: start, text: text(from: start), message: message, isDoubtful: isDoubtful))
  }

  /// Refuses what was taken since `start`.
  func failure(
    from start: Int, _ kind: ExpressionError.Kind, suggestion: String? = nil
  ) -> ExpressionError {
    ExpressionError(offset: start, text: text(from: start), kind: kind, suggestion: suggestion)
  }

  /// Refuses the next token, for which something else had to stand.
  func unexpected(_ what: String, suggestion: String? = nil) -> ExpressionError {
    ExpressionError(
      offset: token.start, text: lexer.text(token.start, token.end), kind: .expected(what),
      suggestion: suggestion)
  }

  /// Warns when a word was not written as the language has it.
  mutating func settle(_ written: String, as canonical: String, at start: Int) {
    guard written != canonical else { return }
    warn(from: start, "write \(canonical)")
  }

  // MARK: Rules

  mutating func rules() throws(ExpressionError) -> [Rule] {
    guard token.kind != .end else { throw ExpressionError(offset: 0, text: "", kind: .empty) }
    var rules: [Rule] = []
    var joint = Rule.Joint.override
    while true {
      let start = token.start
      var rule = try rule()
      rule.joint = joint
      if rule.replaces(one: rules) {
        warn(from: start, "takes the place of earlier hours on the same days; to add hours, join them with ,")
      }
      rules.append(rule)
      guard let next = try nextJoint() else { return rules }
      joint = next
    }
  }

  /// The sign between two rules; nil at the end.
  private mutating func nextJoint() throws(ExpressionError) -> Rule.Joint? {
    let start = token.start
    let joint: Rule.Joint
    switch token.kind {
    case .end: return nil
    case .symbol(";"): joint = .override
    case .symbol(","): joint = .additional
    case .symbol("|"): joint = .fallback
    default: throw unexpected("; or , or || before the next rule", suggestion: suggestedJoint)
    }
    advance()
    while joint == .override, take(";") { warn(from: start, "one ; is enough") }
    if token.kind == .end {
      guard joint == .override else { throw unexpected("hours after the last sign") }
      warn(from: start, "nothing follows; leave it out")
      return nil
    }
    return joint
  }

  /// What may stand in place of a word after a rule: a state that it lacks, or the next rule's beginning.
  private var suggestedJoint: String? {
    if let sign = Words.sign(for: lexer.text(token.start, token.end)) {
      return sign != "-" || endsInDay ? sign : nil
    }
    guard case .word(let word, let meaning) = token.kind else { return nil }
    guard meaning == nil else { return "; " + word }
    guard let guess = Words.guess(any: word) else { return nil }
    guard case .modifier = Words.meaning(of: guess) else { return "; " + guess }
    return endsInState ? nil : guess
  }

  /// Whether what was taken last may begin a range: a weekday, a month, a day of one.
  private var endsInDay: Bool {
    func startsRange(_ index: Int) -> Bool {
      guard index >= 0, case .word(_, let meaning) = lexer.tokens[index].kind else { return false }
      switch meaning {
      case .weekday, .month, .easter: return true
      default: return false
      }
    }
    if case .number = lexer.tokens[lastIndex].kind { return startsRange(lastIndex - 1) }
    return startsRange(lastIndex)
  }

  private var endsInState: Bool {
    switch lexer.tokens[lastIndex].kind {
    case .comment, .word(_, .modifier): return true
    default: return false
    }
  }

  /// The order in which a rule's parts are written.
  private enum Part: Int, Comparable {
    case years, dates, weeks, days, times

    static func < (a: Part, b: Part) -> Bool { a.rawValue < b.rawValue }
  }

  private mutating func rule() throws(ExpressionError) -> Rule {
    var rule = Rule()
    let start = token.start
    if takeAlways() {
      try modify(&rule, from: start)
      return rule
    }
    if case .comment = token.kind, isSymbol(":", ahead: 1) {
      advance()
      throw failure(from: start, .unsupported("a comment cannot choose days; write it after the hours"))
    }
    var seen: [Part] = []
    while let part = nextPart() {
      let hasYears = part == .years && rule.dates.contains { !$0.isYearly }
      if hasYears || seen.contains(part) {
        throw unexpected("; or , before the next rule", suggestion: suggestedJoint)
      }
      let partStart = token.start
      try read(part, into: &rule)
      if let last = seen.max(), part < last {
        warn(from: partStart, "days are written before times, and years, dates, weeks before weekdays")
      }
      seen.append(part == .years && !rule.dates.isEmpty && rule.years.isEmpty ? .dates : part)
      // The sign that the specification allows for readability says nothing.
      if part != .times { _ = take(":") }
    }
    if seen.isEmpty && !startsModifier { throw unknownStart() }
    rule.joinYearAndDates()
    try modify(&rule, from: start)
    return rule
  }

  /// Takes `24/7`.
  mutating func takeAlways() -> Bool {
    guard number()?.value == 24, isSymbol("/", ahead: 1), number(ahead: 2)?.value == 7 else { return false }
    for _ in 0..<3 { advance() }
    return true
  }

  private func nextPart() -> Part? {
    switch token.kind {
    case .number(_, let digits):
      return digits == 4 ? .years : .times
    case .symbol("("): return .times
    case .word(_, let meaning):
      switch meaning {
      case .weekday, .holiday: return .days
      case .month, .easter: return .dates
      case .week: return .weeks
      case .sun: return .times
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func read(_ part: Part, into rule: inout Rule) throws(ExpressionError) {
    switch part {
    case .years: try readYears(into: &rule)
    case .dates: try readDates(into: &rule, year: nil)
    case .weeks: rule.weeks = try weeks()
    case .days: try readDays(into: &rule)
    case .times: rule.times = try times()
    }
  }

  private var startsModifier: Bool {
    switch token.kind {
    case .comment, .word(_, .modifier): true
    default: false
    }
  }

  /// A word or sign with which no rule begins.
  private func unknownStart() -> ExpressionError {
    guard let word else {
      return unexpected("hours such as Mo-Fr 09:00-18:00")
    }
    // `Mo-Fi` is refused where the range is read; a lone `Fi` could be anything.
    let guess = Words.guess(any: word)
    let isWeekday = word.utf8.count == 2 || guess.map(Words.weekdays.contains) ?? false
    return ExpressionError(
      offset: token.start, text: word, kind: isWeekday ? .noSuchWeekday : .noSuchWord, suggestion: guess)
  }

  /// Reads what holds on the rule's days and times.
  private mutating func modify(_ rule: inout Rule, from start: Int) throws(ExpressionError) {
    let wordStart = token.start
    if case .word(let word, .modifier(let state)) = token.kind {
      advance()
      settle(word, as: word.lowercased(), at: wordStart)
      rule.state = state
      if case .comment(let comment) = token.kind {
        rule.comment = comment
        advance()
      }
    } else if case .comment(let comment) = token.kind {
      advance()
      if case .word(let word, .modifier) = token.kind {
        advance()
        throw failure(
          from: wordStart, .expected("the state before its comment"),
          suggestion: "\(word.lowercased()) \"\(comment)\"")
      }
      rule.state = .unknown
      rule.comment = comment
    } else if rule.times.isEmpty && !rule.matchesEveryDay {
      warn(from: start, "without hours these days are open all day; say so with open, or give hours")
    }
  }
}

extension Rule {
  /// A single year that was written apart from the dates is theirs all the same.
  fileprivate mutating func joinYearAndDates() {
    guard years.count == 1, years[0].first == years[0].last, !dates.isEmpty, dates.allSatisfy(\.isYearly)
    else { return }
    dates = dates.flatMap { $0.inYear(years[0].first).withinYear }
    years = []
  }

  /// Whether it is an open rule for the same days as one before it, which then says nothing.
  fileprivate func replaces(one earlier: [Rule]) -> Bool {
    guard joint == .override, state != .closed, !times.isEmpty else { return false }
    return earlier.contains { other in
      other.state != .closed && !other.times.isEmpty && other.years == years && other.dates == dates
        && other.weeks == weeks && other.holidays == holidays && other.weekdays == weekdays
    }
  }
}
