// Expressions that nobody wrote: pieces of the grammar joined at random, and vectors with bytes changed.
// Nothing may trap, what is accepted reads back equal, and the walk from change to change agrees with
// asking second by second.

import Civil
import Foundation
import OpeningHours
import Testing

@Suite struct RandomTests {
  static let pieces = [
    "Mo", "Tu-Fr", "Sa,Su", "Th[1]", "Fr[-1] -1 day", "PH", "SH", "PH +1 day", "Jan", "Dec 24",
    "Dec 24-Jan 02",
    "2026", "2026+", "2027-2030/2", "easter -2 days", "week 10-20/2", "09:00-17:00", "22:00-02:00", "18:00+",
    "24/7", "off", "unknown", "open", "\"note\"", ";", ",", "||", "-", "+", "/", ":", "[", "]", "(", "9",
    "17", "31",
    "sunset", "Nov 01 +Su", " ", "99999999999999999999", "–", "é", "1 day", "days", ".",
  ]

  @Test func piecesJoined() throws {
    var random = Random(seed: 2026)
    var accepted = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...9, using: &random))
        .map { _ in Self.pieces.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      guard let expression = try? Expression(text) else { continue }
      accepted += 1
      #expect((try? Expression(expression.description)) == expression, "\(text) -> \(expression)")
    }
    #expect(accepted > 1000)
  }

  @Test func bytesChanged() throws {
    var random = Random(seed: 5)
    let texts = try World.lines("wide.jsonl", VectorTests.StateVector.self).map(\.expr)
    for text in Set(texts).sorted() {
      for _ in 0..<20 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: index)
          default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: index)
          }
          if bytes.isEmpty { break }
        }
        let changed = String(decoding: bytes, as: UTF8.self)
        do throws(ExpressionError) {
          let expression = try Expression(changed)
          #expect((try? Expression(expression.description)) == expression, "\(changed) -> \(expression)")
        } catch {
          #expect(error.offset <= changed.utf8.count && !error.description.isEmpty)
        }
      }
    }
  }

  /// Changes found by walking are those found by asking every five minutes of a fortnight around the
  /// clocks' change (all edges of the pieces lie on such minutes).
  @Test func walkingAgreesWithAsking() throws {
    var random = Random(seed: 11)
    let hours = [
      "00:00-03:00", "02:15-02:45", "22:30-02:30", "09:00-17:00", "01:00-02:30", "18:00-30:00", "23:00+",
    ]
    let days = ["", "Mo ", "Sa-Su ", "Oct 25 ", "PH ", "Su[-1] ", "Oct ", "week 43 "]
    let states = ["", " off", " unknown", " open \"x\""]
    let joints = ["; ", ", ", " || "]
    let zone = try World.zone("Europe/Berlin")
    var holidays = Holidays()
    holidays.public[try #require(CivilDate("2026-10-26"))] = "Monday"
    let start = try #require(Instant(rfc3339: "2026-10-19T00:00:00+02:00"))
    for _ in 0..<60 {
      var text = ""
      for index in 0..<Int.random(in: 1...4, using: &random) {
        if index > 0 { text += joints.randomElement(using: &random) ?? "" }
        text += days.randomElement(using: &random) ?? ""
        text += hours.randomElement(using: &random) ?? ""
        text += states.randomElement(using: &random) ?? ""
      }
      let schedule = Schedule(try Expression(text), zone: zone, holidays: holidays)
      var change = schedule.nextChange(after: start)
      var before = schedule.state(at: start)
      var edge = start
      for step in 1..<(14 * 288) {
        let now = start + Int64(step) * 300
        let state = schedule.state(at: now)
        if state != before {
          #expect(change == now, "\(text) at \(zone.rfc3339(now))")
          edge = now
          change = schedule.nextChange(after: now)
        }
        before = state
        if step % 37 == 0, edge > start {
          #expect(schedule.stretch(at: now).start == edge, "\(text) at \(zone.rfc3339(now))")
        }
      }
      #expect(change.map { $0 >= start + 14 * 86_400 } ?? true, "\(text)")
    }
  }

  /// Whatever the hours and the exceptions: stretches meet, openings are the first, sums add up.
  @Test func answersAgreeWithEachOther() throws {
    var random = Random(seed: 3)
    let days = ["", "Tu-Fr ", "Sa,Su ", "Th[1] ", "PH ", "PH +1 day ", "Oct-Mar ", "2026 ", "week 10-50/2 "]
    let hours = [
      "09:00-17:00", "22:00-02:00", "18:00+", "02:15-02:45", "12:00-48:00", "08:00-12:00,13:00-17:00",
    ]
    let states = ["", " off", " unknown", " open \"x\""]
    let zones = try ["Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo"].map(World.zone)
    let base = try #require(Instant(rfc3339: "2026-10-01T00:00:00Z"))
    var holidays = Holidays()
    holidays.public[try #require(CivilDate("2026-10-03"))] = "Saturday"
    for _ in 0..<400 {
      let rules = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        [days, hours, states].map { $0.randomElement(using: &random) ?? "" }.joined()
      }
      let text = rules.joined(separator: ["; ", ", ", " || "].randomElement(using: &random) ?? "; ")
      let exceptions = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        let start = base + Int64.random(in: 0..<8_000, using: &random) * 300
        return Exception(
          start: start, end: start + Int64.random(in: 0..<900, using: &random) * 300,
          state: State.allCases.randomElement(using: &random) ?? .closed)
      }
      let schedule = Schedule(
        try Expression(text), zone: zones.randomElement(using: &random) ?? .utc, holidays: holidays,
        exceptions: exceptions)
      let now = base + Int64.random(in: 0..<2_400_000, using: &random)
      expectAgreement(schedule, at: now, using: &random)
    }
  }

  private func expectAgreement(_ schedule: Schedule, at now: Instant, using random: inout Random) {
    let about = "\(schedule.expression) in \(schedule.zone) at \(now)"
    let stretch = schedule.stretch(at: now)
    #expect(stretch.state == schedule.state(at: now), "\(about)")
    if let start = stretch.start {
      #expect(start <= now && schedule.state(at: start) == stretch.state, "\(about)")
      #expect(schedule.state(at: start + -1) != stretch.state, "\(about)")
    }
    if let end = stretch.end {
      #expect(end > now && schedule.state(at: end) != stretch.state, "\(about)")
      #expect(schedule.state(at: end + -1) == stretch.state, "\(about)")
    }
    if let opening = schedule.nextOpening(atOrAfter: now) {
      #expect(schedule.state(at: opening) == .open, "\(about)")
      #expect(opening == now || schedule.workingTime(from: now, to: opening) == 0, "\(about)")
    }
    let later = now + 20 * 86_400
    let intervals = schedule.intervals(from: now, to: later)
    #expect(zip(intervals, intervals.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(about)")
    let open = intervals.filter { $0.state == .open }.reduce(0) { $0 + ($1.end - $1.start) }
    #expect(open == schedule.workingTime(from: now, to: later), "\(about)")
    guard open > 0 else { return }
    let part = Int64.random(in: 1...open, using: &random)
    let sum = schedule.add(workingTime: part, to: now)
    #expect(sum.map { schedule.workingTime(from: now, to: $0) } == part, "\(about)")
  }
}
