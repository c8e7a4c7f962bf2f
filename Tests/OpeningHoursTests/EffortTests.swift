// What answers cost, counted: days read, blocks of memory asked for. Seconds are the benchmark's.

import Allocations
import Civil
import Foundation
import Testing

@testable import OpeningHours

@Suite struct EffortTests {
  static func schedule(_ hours: String) throws -> Schedule {
    Schedule(
      try Expression(hours), zone: try World.zone("Europe/Berlin"), holidays: try World.holidays("DE"))
  }

  /// question -> hours -> from -> days read, at most.
  @Test(
    arguments: table(
      """
      state   -> 24/7                                -> 2026-11-27 18:00 -> 1
      state   -> Mo-Fr 09:00-13:00,14:00-18:00; PH off -> 2026-11-27 18:00 -> 1
      state   -> Fr 22:00-02:00; easter off          -> 2026-11-27 18:00 -> 2
      change  -> 24/7                                -> 2026-11-27 18:00 -> 1
      change  -> 24/7; Dec 24 off                    -> 2026-11-27 18:00 -> 2
      change  -> Mo-Fr 09:00-13:00,14:00-18:00       -> 2026-11-25 10:00 -> 1
      change  -> Mo-Fr 09:00-18:00; PH off           -> 2026-11-25 20:00 -> 2
      change  -> Mo-Fr 09:00-18:00; PH off           -> 2026-11-27 20:00 -> 3
      change  -> Mo-Fr 09:00-18:00; PH off           -> 2026-12-24 20:00 -> 5
      change  -> Fr 22:00-02:00                      -> 2026-11-23 20:00 -> 5
      change  -> Th[1],Th[3] 14:00-16:00             -> 2026-11-19 20:00 -> 3
      change  -> week 01-53/2 We 10:00-12:00         -> 2026-11-25 20:00 -> 3
      change  -> Apr-Sep 10:00-18:00                 -> 2026-09-30 20:00 -> 3
      change  -> Dec 25 off; easter off; 24/7        -> 2026-11-23 08:00 -> 1
      change  -> Feb 29 10:00-12:00                  -> 2026-11-23 08:00 -> 3
      change  -> Mo-Fr 09:00-18:00; Jan-Nov off; 2026 off -> 2026-01-05 08:00 -> 5
      change  -> PH 10:00-12:00                      -> 2026-05-25 12:00 -> 3
      opening -> Feb 29 10:00-12:00                  -> 2026-11-23 08:00 -> 4
      opening -> week 53 Mo 10:00-12:00              -> 2027-01-04 08:00 -> 20
      opening -> off                                 -> 2026-11-23 08:00 -> 1
      opening -> unknown                             -> 2026-11-23 08:00 -> 1
      opening -> Mo-Fr 09:00-17:00; off              -> 2026-11-23 08:00 -> 1
      opening -> Mo-Fr 09:00-17:00; Mo-Su off        -> 2026-11-23 08:00 -> 1
      opening -> Mo-Fr 09:00-17:00; Mo-Fr off        -> 2026-11-23 08:00 -> 8
      opening -> PH 10:00-12:00; PH off              -> 2026-11-23 08:00 -> 80
      opening -> 2020 Mo-Fr 09:00-17:00              -> 2026-11-23 08:00 -> 1
      opening -> 2020 Dec 24-2021 Jan 02 09:00-17:00 -> 2026-11-23 08:00 -> 13
      opening -> SH 10:00-12:00                      -> 2026-11-23 08:00 -> 1
      month   -> Mo-Fr 09:00-13:00,14:00-18:00; PH off -> 2026-11-23 08:00 -> 31
      month   -> 18:00-02:00                         -> 2026-11-23 08:00 -> 32
      month   -> 24/7                                -> 2026-11-23 08:00 -> 1
      month   -> Th[1] 14:00-16:00                   -> 2026-11-23 08:00 -> 5
      """))
  func daysRead(row: [String]) throws {
    let schedule = try Self.schedule(row[1])
    let from = try ScheduleTests.at(row[2])
    var reading = Reading()
    switch row[0] {
    case "state": _ = schedule.state(at: from, &reading)
    case "change": _ = schedule.nextChange(after: from, &reading)
    case "opening": _ = schedule.nextOpening(atOrAfter: from, &reading)
    default: _ = schedule.workingTime(from: from, to: from + 30 * 86_400, &reading)
    }
    let most = try #require(Int(row[3]))
    #expect((1...most).contains(reading.days))
  }

  @Test(
    arguments: [
      "24/7", "Mo-Fr 09:00-13:00,14:00-18:00; PH off", "Fr 22:00-02:00, Sa \"call\"; Dec 24-26 off",
      "Apr-Oct Tu-Su 10:00-18:00; easter -2 days off", "Th[1] 14:00-16:00 || week 01-53/2 We 10:00-12:00",
      "2026 Mo-Fr 08:00-16:00; 2026 Jul 20-2026 Aug 07 off; PH +1 day off", "2020 Mo-Fr 09:00-17:00",
    ])
  func asksForNoMemory(hours: String) throws {
    let schedule = try Self.schedule(hours)
    let start = try ScheduleTests.at("2026-01-01 00:00")
    // What the language's runtime makes at first use is not ours.
    _ = schedule.nextChange(after: start)
    _ = schedule.nextOpening(atOrAfter: start)
    let before = allocation_count()
    var sum: Int64 = 0
    for step in 0..<200 {
      let instant = start + Int64(step) * 157_020
      if schedule.state(at: instant) == .open { sum += 1 }
      sum += schedule.nextChange(after: instant)?.seconds ?? 0
      sum += schedule.nextOpening(atOrAfter: instant)?.seconds ?? 0
    }
    #expect(allocation_count() == before)
    // The count counts.
    let block = [UInt8](repeating: 0, count: Int(truncatingIfNeeded: sum) & 0xFF + 1)
    #expect(allocation_count() > before && !block.isEmpty)
  }

  /// No day that is passed over has other rules than the day before it.
  @Test func daysPassedOverAreAlike() throws {
    var random = Random(seed: 20)
    let days = [
      "", "Mo-Fr", "Sa,Su", "Fr-Mo", "Th[1]", "Su[-1]", "Fr[-1] -1 day", "We[2],Th[5] +3 days", "PH", "SH",
      "PH Mo-Fr", "PH,Sa", "PH +2 days", "Jan", "Nov-Feb", "Apr-Jun,Sep", "Dec 24", "Dec 24-Jan 02", "Feb 29",
      "Feb 20-Feb 29", "Jan 31-Feb 01", "2026", "2027-2029", "2025-2035/2", "2028+", "2026 Nov-2027 Feb",
      "2027 Mar 03-2027 Apr 01", "2026 Dec 24-2028 Jan 02", "2027 May 05+", "easter", "easter -2 days",
      "easter -47 days-easter +1 day", "Nov 01 +Su", "Jan 01 -Mo-Jan 06", "Mar 01-May 01/3", "week 05",
      "week 50-02", "week 01-53/2", "week 53", "week 10 Mo", "2026 week 20-30 Mo,We",
    ]
    let hours = ["", " 09:00-17:00", " 22:00-02:00", " off", " 10:00-12:00 off", " unknown"]
    let joints = ["; ", ", ", " || "]
    var holidays = Holidays()
    for (date, name) in try World.holidays("DE").public { holidays.public[date] = name }
    for day in 20_700..<20_714 { holidays.school[CivilDate(dayNumber: day)] = "" }
    for _ in 0..<600 {
      var text = ""
      for index in 0..<Int.random(in: 1...3, using: &random) {
        if index > 0 { text += joints.randomElement(using: &random) ?? "" }
        let days = days.randomElement(using: &random) ?? ""
        let hours = hours.randomElement(using: &random) ?? ""
        text += days + (days.isEmpty && hours.isEmpty ? "24/7" : hours)
      }
      let plan = Plan(try Expression(text), holidays: holidays)
      var reading = Reading()
      for _ in 0..<20 {
        let first = Int.random(in: 20_000...21_900, using: &random)
        reading.turn(to: first, plan)
        let end = plan.end(ofDayLike: reading.agenda)
        #expect(end > first)
        let start = reading.agenda
        for day in first..<min(end, first + 900) {
          reading.turn(to: day, plan)
          let same = said(plan, start) == said(plan, reading.agenda)
          if !same { Issue.record("\(text): \(CivilDate(dayNumber: first)), \(CivilDate(dayNumber: day))") }
        }
      }
    }
  }

  /// What a plan says at a few seconds of a day.
  private func said(_ plan: Plan, _ agenda: Plan.Agenda) -> [Int] {
    [0, 3 * 3600, 11 * 3600, 14 * 3600, 23 * 3600].map { plan.piece(on: agenda, at: $0).rule }
  }
}
