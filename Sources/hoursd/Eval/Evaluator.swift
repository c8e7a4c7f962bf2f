// Hours that are nobody's office, evaluated: zones and expressions that were read once are kept for the next line.

import Civil
import HoursCore
import HoursSetup
import HoursWire
import OpeningHours

/// Answers lines of `eval`.
struct Evaluator {
  /// What a line means that names no zone or no holidays.
  struct Defaults {
    var zone: Zone
    var holidays = Holidays()
  }

  private struct Hours: Hashable {
    let expression: String
    let zone: String?
    let holidays: [CivilDate]?
    let schoolHolidays: [CivilDate]?
  }

  private let defaults: Defaults
  private let loader: ZoneLoader
  private let clock: () -> Instant
  private var zones: [String: Result<Zone, EvaluationError>] = [:]
  private var schedules: [Hours: Schedule] = [:]

  init(_ defaults: Defaults, loader: ZoneLoader, clock: @escaping () -> Instant) {
    self.defaults = defaults
    self.loader = loader
    self.clock = clock
  }

  /// The line of JSON that answers a line, without its newline.
  mutating func answer(_ line: LineReader.Line) -> [UInt8] {
    do throws(EvaluationError) {
      guard case .whole(let bytes) = line else { throw EvaluationError(LineError.tooLong) }
      let question = try EvaluationLine(bytes)
      let schedule = try schedule(question)
      return LineEncoder(zone: schedule.zone).encode(try answer(question, by: schedule))
    } catch {
      return LineEncoder(zone: .utc).encode(EvaluationErrorReply(error))
    }
  }

  private func answer(
    _ question: EvaluationLine, by schedule: Schedule
  ) throws(EvaluationError) -> EvaluationAnswer {
    var answer = EvaluationAnswer()
    if question.at != nil || question.from == nil {
      let at: Instant
      switch question.at {
      case nil: at = clock()
      case .instant(let instant): at = instant
      case .some(let time): at = try schedule.instant(of: time, at: clock())
      }
      answer.state = schedule.state(at: at).rawValue
      answer.nextChange = schedule.nextChange(after: at)
      answer.comment = schedule.reason(at: at)
    }
    if let from = try edge(question.from, by: schedule) {
      if let to = try edge(question.to, by: schedule, from: from) {
        guard to - from <= HoursCore.Limits.farthest else {
          throw EvaluationError(.invalid, "`from` and `to` lie more than a century apart; ask for less")
        }
        answer.openSeconds = schedule.workingTime(from: from, to: to)
      }
      if let seconds = question.addSeconds {
        answer.addResult = schedule.add(workingTime: seconds, to: from)
      }
    }
    return answer
  }

  private func edge(
    _ time: TimeExpression?, by schedule: Schedule, from start: Instant? = nil
  ) throws(EvaluationError) -> Instant? {
    switch time {
    case nil: return nil
    case .instant(let instant): return instant
    case .some(let time): return try schedule.edge(of: time, at: clock(), from: start)
    }
  }

  // MARK: What was read before

  private mutating func schedule(_ question: EvaluationLine) throws(EvaluationError) -> Schedule {
    let hours = Hours(
      expression: question.expression, zone: question.zone, holidays: question.holidays,
      schoolHolidays: question.schoolHolidays)
    if let known = schedules[hours] { return known }
    let expression: Expression
    do { expression = try Expression(question.expression) } catch { throw EvaluationError(error) }
    let zone = try zone(question.zone)
    var holidays = defaults.holidays
    if let days = question.holidays { holidays.public = Self.unnamed(days) }
    if let days = question.schoolHolidays { holidays.school = Self.unnamed(days) }
    let schedule = Schedule(expression, zone: zone, holidays: holidays)
    if schedules.count >= HoursCore.Limits.evaluated { schedules.removeAll() }
    schedules[hours] = schedule
    return schedule
  }

  private static func unnamed(_ days: [CivilDate]) -> [CivilDate: String] {
    Dictionary(days.map { ($0, "") }) { first, _ in first }
  }

  private mutating func zone(_ name: String?) throws(EvaluationError) -> Zone {
    guard let name else { return defaults.zone }
    if let known = zones[name] { return try known.get() }
    let found = Result { () throws(EvaluationError) in try loader.zone(named: name) }
    if zones.count >= HoursCore.Limits.evaluated { zones.removeAll() }
    zones[name] = found
    return try found.get()
  }
}

extension ZoneLoader {
  /// The zone of a name, or the words for why there is none.
  func zone(named name: String) throws(EvaluationError) -> Zone {
    do { return try zone(name) } catch {
      switch error {
      case .broken(let error): throw EvaluationError(.invalid, error.description, text: name)
      case .noSuchZone:
        let nearest = nearestName(to: name)
        let hint = nearest.map { "did you mean `\($0)`?" } ?? "give one such as Europe/Berlin"
        throw EvaluationError(
          .invalid, "no time zone is named `\(name.prefix(40))`; \(hint)", text: name, suggestion: nearest)
      }
    }
  }
}

extension Schedule {
  private var office: Configuration {
    Configuration(zone: zone, hours: expression, holidays: holidays, absences: exceptions)
  }

  /// The instant that a time as people type it names, where these are the hours.
  func instant(of time: TimeExpression, at now: Instant) throws(EvaluationError) -> Instant {
    do { return try office.instant(of: time, at: now) } catch {
      throw EvaluationError(ErrorReply(error, zone: zone))
    }
  }

  /// Where a stretch of time begins or ends, where these are the hours; what comes next is counted from `start`, or now.
  func edge(
    of time: TimeExpression, at now: Instant, from start: Instant? = nil
  ) throws(EvaluationError) -> Instant {
    do { return try office.edge(of: time, at: now, from: start) } catch {
      throw EvaluationError(ErrorReply(error, zone: zone))
    }
  }
}

extension EvaluationError {
  init(_ error: ExpressionError) {
    self.init(
      .invalid, error.description, offset: error.offset, text: error.text, suggestion: error.suggestion)
  }

  init(_ reply: ErrorReply) { self.init(reply.error.code, reply.error.message) }
}
