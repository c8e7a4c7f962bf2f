// Exceptions over regular hours, lists and sums of open time, horizons.

import Civil
import Foundation
import OpeningHours
import Testing

@Suite struct ScheduleTests {
  static let berlin = try? World.zone("Europe/Berlin")

  /// `2026-11-23 09:00` in Berlin.
  static func at(_ text: String) throws -> Instant {
    let words = text.split(separator: " ").map(String.init)
    let civil = CivilDateTime(
      date: try #require(CivilDate(words[0])), time: try #require(CivilTime(words[1])))
    return try #require(berlin).first(of: civil)
  }

  static func text(_ instant: Instant?) throws -> String {
    guard let instant else { return "never" }
    return try #require(berlin).civil(instant).description
  }

  /// `from - until state reason`, one a line.
  static func exceptions(_ text: String) throws -> [Exception] {
    try text.split(separator: "\n").map { line in
      let words = line.split(separator: " ").map(String.init)
      return Exception(
        start: try at(words[0] + " " + words[1]), end: try at(words[3] + " " + words[4]),
        state: try #require(State(rawValue: words[5])),
        reason: words.count > 6 ? words[6...].joined(separator: " ") : nil)
    }
  }

  static func schedule(_ hours: String, _ exceptions: String = "") throws -> Schedule {
    Schedule(
      try Expression(hours), zone: try #require(berlin), exceptions: try Self.exceptions(exceptions))
  }

  static let layers = """
    2026-11-24 00:00 - 2026-11-26 00:00 closed vacation
    2026-11-25 10:00 - 2026-11-25 11:00 open meeting
    2026-11-26 20:00 - 2026-11-26 22:00 open late shift
    2026-11-26 21:00 - 2026-11-26 23:00 unknown perhaps
    2026-11-27 09:00 - 2026-11-27 18:00 open as ever
    2026-11-30 12:00 - 2026-11-30 12:00 closed nothing
    """

  /// Regular hours are Mo-Fr 09:00-18:00; the later of two exceptions holds.
  @Test(
    arguments: table(
      """
      2026-11-23 10:00 -> open    -> 2026-11-23 09:00 -> 2026-11-23 18:00 -> -
      2026-11-23 19:00 -> closed  -> 2026-11-23 18:00 -> 2026-11-25 10:00 -> -
      2026-11-24 10:00 -> closed  -> 2026-11-23 18:00 -> 2026-11-25 10:00 -> vacation
      2026-11-25 10:30 -> open    -> 2026-11-25 10:00 -> 2026-11-25 11:00 -> meeting
      2026-11-25 12:00 -> closed  -> 2026-11-25 11:00 -> 2026-11-26 09:00 -> vacation
      2026-11-26 20:30 -> open    -> 2026-11-26 20:00 -> 2026-11-26 21:00 -> late shift
      2026-11-26 21:30 -> unknown -> 2026-11-26 21:00 -> 2026-11-26 23:00 -> perhaps
      2026-11-27 10:00 -> open    -> 2026-11-27 09:00 -> 2026-11-27 18:00 -> as ever
      2026-11-30 12:00 -> open    -> 2026-11-30 09:00 -> 2026-11-30 18:00 -> -
      """))
  func exceptionsHold(row: [String]) throws {
    let schedule = try Self.schedule("Mo-Fr 09:00-18:00", Self.layers)
    let stretch = schedule.stretch(at: try Self.at(row[0]))
    #expect(stretch.state.rawValue == row[1])
    #expect(try Self.text(stretch.start) == row[2])
    #expect(try Self.text(stretch.end) == row[3])
    #expect(stretch.reason ?? "-" == row[4])
  }

  @Test func exceptionsCanBeChanged() throws {
    var schedule = try Self.schedule("Mo-Fr 09:00-18:00")
    let now = try Self.at("2026-11-23 10:00")
    schedule.exceptions = try Self.exceptions("2026-11-23 09:30 - 2026-11-23 11:00 closed dentist")
    #expect(schedule.state(at: now) == .closed)
    #expect(schedule.reason(at: now) == "dentist")
    schedule.exceptions = []
    #expect(schedule.state(at: now) == .open)
    #expect(schedule.reason(at: now) == nil)
  }

  /// Exceptions laid in any number keep the rule that the last of the list holds.
  @Test func layersAgreeWithTheList() throws {
    var random = Random(seed: 7)
    let start = try Self.at("2026-11-23 00:00")
    for _ in 0..<200 {
      let exceptions = (0..<Int.random(in: 1...12, using: &random)).map { index in
        let from = start + Int64.random(in: 0..<100, using: &random)
        return Exception(
          start: from, end: from + Int64.random(in: -2..<40, using: &random),
          state: State.allCases.randomElement(using: &random) ?? .open, reason: "\(index)")
      }
      let schedule = Schedule(try Expression("off"), zone: .utc, exceptions: exceptions)
      for second in 0..<150 {
        let instant = start + Int64(second)
        let last = exceptions.last { $0.start <= instant && instant < $0.end }
        #expect(schedule.state(at: instant) == last?.state ?? .closed)
        #expect(schedule.reason(at: instant) == last?.reason)
      }
    }
  }

  /// hours -> from -> next opening.
  @Test(
    arguments: table(
      """
      Mo-Fr 09:00-18:00              -> 2026-11-23 08:00 -> 2026-11-23 09:00
      Mo-Fr 09:00-18:00              -> 2026-11-23 09:00 -> 2026-11-23 09:00
      Mo-Fr 09:00-18:00              -> 2026-11-23 10:00 -> 2026-11-23 10:00
      Mo-Fr 09:00-18:00              -> 2026-11-23 18:00 -> 2026-11-24 09:00
      Mo 09:00-10:00 unknown; Tu 09:00-10:00 -> 2026-11-23 08:00 -> 2026-11-24 09:00
      Feb 29 09:00-10:00             -> 2028-03-01 08:00 -> 2032-02-29 09:00
      off                            -> 2026-11-23 08:00 -> never
      unknown                        -> 2026-11-23 08:00 -> never
      Mo-Fr 09:00-18:00; Mo-Su off   -> 2026-11-23 08:00 -> never
      2025 Mo-Fr 09:00-18:00         -> 2026-11-23 08:00 -> never
      PH 09:00-18:00                 -> 2026-11-23 08:00 -> never
      """))
  func nextOpenings(row: [String]) throws {
    let opening = try Self.schedule(row[0]).nextOpening(atOrAfter: try Self.at(row[1]))
    #expect(try Self.text(opening) == row[2])
  }

  @Test func openingsThroughExceptions() throws {
    let never = try Self.schedule("off", "2026-11-25 10:00 - 2026-11-25 11:00 open extra")
    #expect(try Self.text(never.nextOpening(atOrAfter: Self.at("2026-11-23 08:00"))) == "2026-11-25 10:00")
    #expect(try Self.text(never.nextOpening(atOrAfter: Self.at("2026-11-25 11:00"))) == "never")
    let away = try Self.schedule("24/7", "2026-11-23 08:00 - 2026-12-01 08:00 closed away")
    #expect(try Self.text(away.nextOpening(atOrAfter: Self.at("2026-11-23 08:00"))) == "2026-12-01 08:00")
  }

  @Test func intervalsOfAWindow() throws {
    let schedule = try Self.schedule(
      "Mo-Fr 09:00-13:00,14:00-18:00; We 14:00-18:00 unknown \"call\"",
      "2026-11-24 12:00 - 2026-11-24 15:00 closed doctor")
    let from = try Self.at("2026-11-23 15:00")
    let to = try Self.at("2026-11-25 16:00")
    #expect(
      try lines(schedule.intervals(from: from, to: to)) == [
        "2026-11-23 15:00 2026-11-23 18:00 open", "2026-11-24 09:00 2026-11-24 12:00 open",
        "2026-11-24 15:00 2026-11-24 18:00 open", "2026-11-25 14:00 2026-11-25 16:00 unknown call",
      ])
    #expect(
      try lines(schedule.wholeIntervals(from: from, to: to)) == [
        "2026-11-23 14:00 2026-11-23 18:00 open", "2026-11-24 09:00 2026-11-24 12:00 open",
        "2026-11-24 15:00 2026-11-24 18:00 open", "2026-11-25 14:00 2026-11-25 18:00 unknown call",
      ])
    #expect(schedule.intervals(from: to, to: from).isEmpty)
    #expect(schedule.workingTime(from: from, to: to) == 9 * 3600)
    #expect(schedule.workingTime(from: to, to: from) == 0)
  }

  private func lines(_ intervals: [Interval]) throws -> [String] {
    try intervals.map { interval in
      let ends = try "\(Self.text(interval.start)) \(Self.text(interval.end)) \(interval.state)"
      return ends + (interval.reason.map { " " + $0 } ?? "")
    }
  }

  /// A business day is a date on which an interval starts: hours -> date -> how many.
  @Test(
    arguments: table(
      """
      Mo-Fr 09:00-13:00,14:00-18:00 -> 2026-11-23 -> 2
      Mo-Fr 09:00-13:00,14:00-18:00 -> 2026-11-28 -> 0
      Fr 22:00-02:00                -> 2026-11-27 -> 1
      Fr 22:00-02:00                -> 2026-11-28 -> 0
      Fr 22:00-24:00; Sa 00:00-02:00 -> 2026-11-28 -> 0
      Mo 09:00-10:00 unknown        -> 2026-11-23 -> 0
      24/7                          -> 2026-11-23 -> 0
      00:00-23:00                   -> 2026-11-23 -> 1
      """))
  func businessDays(row: [String]) throws {
    let date = try #require(CivilDate(row[1]))
    #expect(try Self.schedule(row[0]).intervals(startingOn: date).count == Int(row[2]))
  }

  /// hours -> from -> seconds -> result.
  @Test(
    arguments: table(
      """
      Mo-Fr 09:00-18:00 -> 2026-11-23 10:00 -> 0      -> 2026-11-23 10:00
      Mo-Fr 09:00-18:00 -> 2026-11-23 10:00 -> 7200   -> 2026-11-23 12:00
      Mo-Fr 09:00-18:00 -> 2026-11-23 10:00 -> 28800  -> 2026-11-23 18:00
      Mo-Fr 09:00-18:00 -> 2026-11-23 10:00 -> 28801  -> 2026-11-24 09:00:01
      Mo-Fr 09:00-18:00 -> 2026-11-28 10:00 -> 60     -> 2026-11-30 09:01
      24/7              -> 2026-10-24 12:00 -> 86400  -> 2026-10-25 11:00
      24/7              -> 2026-03-28 12:00 -> 86400  -> 2026-03-29 13:00
      off               -> 2026-11-23 10:00 -> 60     -> never
      24/7              -> 2026-11-23 10:00 -> 9223372036854775807 -> never
      """))
  func sums(row: [String]) throws {
    let seconds = try #require(Int64(row[2]))
    let sum = try Self.schedule(row[0]).add(workingTime: seconds, to: try Self.at(row[1]))
    #expect(try Self.text(sum) == row[3])
  }

  /// More rules than the bits of a word: each day of March and April 2027 has its own, and none is lost.
  @Test func manyRules() throws {
    let march = (1...31).map { "2027 Mar \($0 < 10 ? "0" : "")\($0) 09:00-10:00" }
    let april = (1...30).map { "2027 Apr \($0 < 10 ? "0" : "")\($0) 22:00-02:00" }
    let extra = (1...10).map { "2027 May \($0 < 10 ? "0" : "")\($0) 22:00-02:00" }
    let schedule = try Self.schedule((march + april + extra).joined(separator: ", "))
    let from = try Self.at("2027-02-01 00:00")
    let to = try Self.at("2027-06-01 00:00")
    #expect(schedule.intervals(from: from, to: to).count == 31 + 30 + 10)
    #expect(schedule.workingTime(from: from, to: to) == (31 + 40 * 4) * 3600)
    #expect(schedule.intervals(startingOn: try #require(CivilDate("2027-05-10"))).count == 1)
  }

  /// Found by the fuzzer: sums beyond what can be counted; years that the calendar does not have.
  @Test(arguments: [Int64.min, .min + 1, -1_000_000_000_000_000, 1_000_000_000_000_000, .max - 1, .max])
  func beyondTheEnds(seconds: Int64) throws {
    let end = Instant(seconds: seconds)
    #expect(Zone.utc.civil(end).date.year == (seconds < 0 ? -9999 : 9999))
    for hours in ["Mo-Fr 09:00-17:00; PH off", "Feb 22:00-02:00", "easter-Oct Su[-1], week 53", "24/7"] {
      let schedule = try Self.schedule(hours)
      let stretch = schedule.stretch(at: end)
      #expect(stretch.start.map { $0 <= end } ?? true)
      #expect(stretch.end.map { $0 > end } ?? true)
      #expect(schedule.workingTime(from: end + 3600, to: end) == 0)
      _ = (schedule.nextOpening(atOrAfter: end), schedule.add(workingTime: .max, to: end))
    }
  }

  @Test func alwaysOpenHasNoEnds() throws {
    let stretch = try Self.schedule("24/7").stretch(at: Self.at("2026-11-23 10:00"))
    #expect(stretch == Stretch(start: nil, end: nil, state: .open, reason: nil))
  }
}
