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
    for _ in 0..<30 {
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

  /// What the fuzzer asks of expressions and schedules, on bytes from a seed: pieces of the grammar, and the
  /// texts of its corpus with bytes changed.
  @Test func properties() throws {
    var random = Random(seed: 2027)
    let zones = try ["Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia"].map(World.zone) + [.utc]
    let properties = Properties(zones: zones)
    for _ in 0..<30 {
      let choices = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
      try properties.check(bytes: [1] + choices)
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: World.corpus.path).sorted() {
      let text = [UInt8](try Data(contentsOf: World.corpus.appending(path: file)))
      try properties.check(bytes: text)
      for _ in 0..<6 {
        var bytes = text
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
        _ = try properties.check(text: String(decoding: bytes, as: UTF8.self))
      }
    }
  }
}
