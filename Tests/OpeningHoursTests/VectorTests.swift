// Every vector on which the public engines agree, right to the second.

import Civil
import OpeningHours
import Testing

@Suite struct VectorTests {
  struct StateVector: Decodable {
    var expr, tz: String
    var holidays: String?
    var at: Instant
    var state: String
    var comment: String?
    var nextChange: Instant?
  }

  @Test(arguments: ["core.jsonl", "dst.jsonl", "wide.jsonl"])
  func states(file: String) throws {
    var schedules: [String: Schedule] = [:]
    var wrong: [String] = []
    let vectors = try World.lines(file, StateVector.self)
    for vector in vectors {
      let key = "\(vector.expr)|\(vector.tz)|\(vector.holidays ?? "")"
      let schedule = try schedules[key] ?? makeSchedule(vector.expr, vector.tz, vector.holidays)
      schedules[key] = schedule
      let stretch = schedule.stretch(at: vector.at)
      let isRight =
        stretch.state.rawValue == vector.state && stretch.end == vector.nextChange
        && (vector.comment == nil || stretch.reason == vector.comment)
      if !isRight {
        wrong.append(
          """
          \(vector.expr)  \(vector.tz) \(vector.holidays ?? "-") at \(schedule.zone.rfc3339(vector.at))
            should be \(vector.state) until \(vector.nextChange.map(schedule.zone.rfc3339) ?? "never") \
          \(vector.comment ?? "")
            is        \(stretch.state) until \(stretch.end.map(schedule.zone.rfc3339) ?? "never") \
          \(stretch.reason ?? "")
          """)
      }
    }
    #expect(vectors.count > 1000)
    #expect(wrong.isEmpty, "\(wrong.count) of \(vectors.count):\n\(wrong.prefix(20).joined(separator: "\n"))")
  }

  struct WorkingTimeVector: Decodable {
    var expr, tz: String
    var holidays: String?
    var from, to: Instant
    var openSeconds: Int64
    var addSeconds: Int64?
    var addResult: Instant?
  }

  @Test func workingTime() throws {
    var wrong: [String] = []
    let vectors = try World.lines("worktime.jsonl", WorkingTimeVector.self)
    for vector in vectors {
      let schedule = try makeSchedule(vector.expr, vector.tz, vector.holidays)
      let open = schedule.workingTime(from: vector.from, to: vector.to)
      let sum = vector.addSeconds.map { schedule.add(workingTime: $0, to: vector.from) } ?? nil
      if open != vector.openSeconds || sum != vector.addResult {
        wrong.append(
          """
          \(vector.expr) \(vector.tz) \(schedule.zone.rfc3339(vector.from)) \
          open \(open), not \(vector.openSeconds); sum \(sum.map(schedule.zone.rfc3339) ?? "never"), not \
          \(vector.addResult.map(schedule.zone.rfc3339) ?? "never")
          """)
      }
    }
    #expect(vectors.count > 500)
    #expect(wrong.isEmpty, "\(wrong.count) of \(vectors.count):\n\(wrong.prefix(20).joined(separator: "\n"))")
  }

  /// Written out and read again, an expression is the same.
  @Test(arguments: ["core.jsonl", "dst.jsonl", "wide.jsonl"])
  func roundTrip(file: String) throws {
    for text in Set(try World.lines(file, StateVector.self).map(\.expr)) {
      let (expression, warnings) = try Expression.parse(text)
      #expect(warnings.allSatisfy { $0.message.hasPrefix("takes the place") }, "\(text)")
      #expect(try Expression(expression.description) == expression, "\(text)")
    }
  }

  private func makeSchedule(_ expression: String, _ zone: String, _ holidays: String?) throws -> Schedule {
    Schedule(
      try Expression(expression), zone: try World.zone(zone), holidays: try World.holidays(holidays))
  }
}
