// What must hold of every expression and every schedule, whoever wrote it: the fuzzer (contrib/fuzz) and
// RandomTests ask the same. Only the library is imported, so that the fuzzer is built without a test library.

import Civil
import OpeningHours

/// A property that does not hold, and of what.
struct Broken: Error, CustomStringConvertible {
  var description: String

  init(_ what: String, _ about: String) { description = "\(what): \(about)" }
}

/// Checks properties of expressions, and of schedules made of them.
struct Properties {
  var zones: [Zone]

  /// Bytes that begin with a control character choose pieces of the grammar; others are an expression's text.
  func check(bytes: [UInt8]) throws {
    var choice = Choice(bytes: bytes)
    guard let first = bytes.first, first < 0x20 else {
      let text = String(decoding: bytes, as: UTF8.self)
      if let expression = try check(text: text) { try check(expression, &choice) }
      return
    }
    var pieces = Choice(chosenBy: Array(bytes.dropFirst()), seed: choice.number(below: .max))
    let text = pieces.expression()
    guard let expression = try check(text: text) else { throw Broken("refused", text) }
    try check(expression, &choice)
  }

  // MARK: The language

  /// The expression, when the text is one.
  func check(text: String) throws -> Expression? {
    if let error = error(of: text) {
      try check(error, text)
      return nil
    }
    let (expression, warnings) = try Expression.parse(text)
    for warning in warnings where !holds(text, warning.text, warning.offset) {
      throw Broken("a warning points elsewhere", "\(text): \(warning)")
    }
    try check(canonicalOf: expression, text)
    return expression
  }

  private func holds(_ text: String, _ piece: String, _ offset: Int) -> Bool {
    offset >= 0 && offset <= text.utf8.count
      && text.utf8.dropFirst(offset).starts(with: piece.utf8)
  }

  private func check(canonicalOf expression: Expression, _ text: String) throws {
    let canonical = expression.description
    guard let (again, warnings) = try? Expression.parse(canonical) else {
      throw Broken("the canonical form is refused", "\(text) -> \(canonical)")
    }
    if again != expression {
      throw Broken("the canonical form means something else", "\(text) -> \(canonical)")
    }
    // Only this is odd in every form, since the order of the rules is.
    if !warnings.allSatisfy({ $0.message.hasPrefix("takes the place") }) {
      throw Broken("the canonical form is odd", "\(text) -> \(canonical): \(warnings)")
    }
  }

  private func check(_ error: ExpressionError, _ text: String) throws {
    let whole = String(
      decoding: text.utf8.dropFirst(error.offset).prefix(error.text.utf8.count), as: UTF8.self)
    if error.description.isEmpty || !holds(text, error.text, error.offset) && whole != error.text {
      throw Broken("an error points elsewhere", "\(text): \(error)")
    }
    guard let suggestion = error.suggestion else { return }
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(error.offset..<error.offset + error.text.utf8.count, with: suggestion.utf8)
    // What stands around it may be wrong, too; the suggestion itself must not be.
    let end = error.offset + suggestion.utf8.count
    if let next = self.error(of: String(decoding: bytes, as: UTF8.self)), next.kind == error.kind,
      next.offset >= error.offset, next.offset < end, next.offset + next.text.utf8.count <= end
    {
      throw Broken("the suggestion is wrong itself", "\(text): \(error) -> \(next)")
    }
  }

  private func error(of text: String) -> ExpressionError? {
    do throws(ExpressionError) {
      _ = try Expression(text)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Time

  /// Asks a schedule of the expression about instants of all kinds.
  func check(_ expression: Expression, _ choice: inout Choice) throws {
    guard !zones.isEmpty else { return }
    let zone = zones[choice.number(below: zones.count)]
    let schedule = Schedule(
      expression, zone: zone, holidays: choice.holidays(), exceptions: choice.exceptions())
    for _ in 0..<3 { try check(schedule, at: choice.instant(in: zone), &choice) }
  }

  private func check(_ schedule: Schedule, at now: Instant, _ choice: inout Choice) throws {
    let about = "\(schedule.expression) in \(schedule.zone) at \(now.seconds), \(schedule.exceptions)"
    func expect(_ holds: Bool, _ what: @autoclosure () -> String) throws {
      if !holds { throw Broken(what(), about) }
    }
    let stretch = schedule.stretch(at: now)
    try expect(stretch.state == schedule.state(at: now), "the stretch has another state")
    try expect(stretch.reason == schedule.reason(at: now), "the stretch has another reason")
    try expect(stretch.end == schedule.nextChange(after: now), "the stretch has another end")
    if let start = stretch.start {
      try expect(start <= now && schedule.state(at: start) == stretch.state, "it begins in another state")
      try expect(schedule.state(at: start + -1) != stretch.state, "it begins where nothing changes")
    }
    let horizon = Int64(Limits.changeHorizon) * 86_400
    if let end = stretch.end {
      try expect(end > now && schedule.state(at: end) != stretch.state, "it ends where nothing changes")
      try expect(schedule.state(at: end + -1) == stretch.state, "it ends late")
      try expect(end - now <= horizon, "a change beyond the horizon")
    }
    let probe = now + Int64(choice.number(below: stretch.end.map { Int($0 - now) } ?? Int(horizon)))
    try expect(schedule.state(at: probe) == stretch.state, "another state inside the stretch, at \(probe)")
    try checkOpening(schedule, now, expect)
    try checkSums(schedule, now, &choice, expect)
  }

  private typealias Expect = (Bool, @autoclosure () -> String) throws -> Void

  private func checkOpening(_ schedule: Schedule, _ now: Instant, _ expect: Expect) throws {
    guard let opening = schedule.nextOpening(atOrAfter: now) else {
      let year = now + Int64(Limits.changeHorizon) * 86_400
      return try expect(schedule.workingTime(from: now, to: year) == 0, "open, though it never opens")
    }
    try expect(opening >= now && schedule.state(at: opening) == .open, "the opening is not open")
    try expect(opening == now || schedule.state(at: opening + -1) != .open, "the opening is late")
    try expect(
      opening - now <= Int64(Limits.openingHorizon) * 86_400, "an opening beyond the horizon")
    let before = max(now, opening + -90 * 86_400)
    try expect(schedule.workingTime(from: before, to: opening) == 0, "open before the opening")
  }

  private func checkSums(
    _ schedule: Schedule, _ now: Instant, _ choice: inout Choice, _ expect: Expect
  ) throws {
    let later = now + Int64(choice.number(below: 30 * 86_400))
    let intervals = schedule.intervals(from: now, to: later)
    for (one, next) in zip(intervals, intervals.dropFirst()) {
      try expect(one.start < one.end && one.end <= next.start, "intervals out of order")
      try expect(one.end < next.start || one.state != next.state, "one interval in two")
    }
    let open = intervals.filter { $0.state == .open }.reduce(0) { $0 + ($1.end - $1.start) }
    try expect(open == schedule.workingTime(from: now, to: later), "the sum is not that of the intervals")
    let middle = now + Int64(choice.number(below: Int(later - now) + 1))
    let halves = schedule.workingTime(from: now, to: middle) + schedule.workingTime(from: middle, to: later)
    try expect(halves == open, "the halves are not the whole")
    guard open > 0 else { return }
    let part = Int64(1 + choice.number(below: Int(open)))
    let sum = schedule.add(workingTime: part, to: now)
    try expect(sum.map { schedule.workingTime(from: now, to: $0) } == part, "the sum's end is elsewhere")
    try expect(sum.map { schedule.state(at: $0 + -1) } == .open, "the sum does not end in open time")
  }
}
