// When: openings, evenings and broken promises, a line a case.

import Civil
import OpeningHours
import Testing

@testable import HoursCore

@Suite struct PlanTests {
  /// A line `hours | question | now | answer`; evening 19:00, quiet 21:30-09:00, Europe/Berlin.
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let cells: [String]
  }

  static let cases: [Case] = """
    Mo-Fr 09:00-18:00 | next opening | Mon 2026-11-23 08:59:59 | Mon 2026-11-23 09:00
    Mo-Fr 09:00-18:00 | next opening | Mon 2026-11-23 09:00    | Tue 2026-11-24 09:00
    Mo-Fr 09:00-18:00 | next opening | Mon 2026-11-23 17:59:59 | Tue 2026-11-24 09:00
    Mo-Fr 09:00-18:00 | next opening | Mon 2026-11-23 18:00    | Tue 2026-11-24 09:00
    Mo-Fr 09:00-18:00 | next opening | Fri 2026-11-27 18:00    | Mon 2026-11-30 09:00
    Mo-Fr 09:00-13:00,14:00-18:00 | next opening | Mon 2026-11-23 10:00 | Mon 2026-11-23 14:00
    Mo-Fr 09:00-13:00,14:00-18:00 | next opening | Mon 2026-11-23 13:30 | Mon 2026-11-23 14:00
    Mo-Fr 09:00-18:00; PH off     | next opening | Thu 2026-12-24 18:00 | Mon 2026-12-28 09:00
    off               | next opening | Mon 2026-11-23 10:00    | never
    24/7              | next opening | Mon 2026-11-23 10:00    | never
    Mo-Su 20:00-02:00 | next opening | Tue 2026-11-24 01:00    | Tue 2026-11-24 20:00

    Mo-Fr 09:00-18:00 | next business day | Mon 2026-11-23 00:00 | Tue 2026-11-24 09:00
    Mo-Fr 09:00-18:00 | next business day | Fri 2026-11-27 08:00 | Mon 2026-11-30 09:00
    Mo-Fr 09:00-13:00,14:00-18:00 | next business day | Mon 2026-11-23 10:00 | Tue 2026-11-24 09:00
    Mo-Su 20:00-02:00 | next business day | Mon 2026-11-23 21:00 | Tue 2026-11-24 20:00
    Mo-Su 20:00-02:00 | next business day | Tue 2026-11-24 01:00 | Wed 2026-11-25 20:00
    Mo-Fr 09:00-18:00; PH off     | next business day | Thu 2026-12-24 10:00 | Mon 2026-12-28 09:00
    off               | next business day | Mon 2026-11-23 10:00 | never

    Mo-Fr 09:00-18:00 | this evening | Mon 2026-11-23 10:00    | Mon 2026-11-23 19:00
    Mo-Fr 09:00-18:00 | this evening | Mon 2026-11-23 18:30    | Mon 2026-11-23 19:00
    Mo-Fr 09:00-18:00 | this evening | Mon 2026-11-23 20:15    | Mon 2026-11-23 20:15
    Mo-Fr 09:00-18:00 | this evening | Mon 2026-11-23 21:29:59 | Mon 2026-11-23 21:29:59
    Mo-Fr 09:00-18:00 | this evening | Mon 2026-11-23 21:30    | Tue 2026-11-24 19:00
    Mo-Fr 09:00-18:00 | this evening | Fri 2026-11-27 22:00    | Sat 2026-11-28 09:00
    Mo-Fr 09:00-18:00 | this evening | Sat 2026-11-28 03:00    | Sat 2026-11-28 09:00
    Mo-Fr 09:00-18:00 | this evening | Sun 2026-11-29 14:00    | Sun 2026-11-29 14:00
    Mo-Fr 09:00-18:00 | this evening | Sun 2026-11-29 22:00    | Mon 2026-11-30 19:00
    Mo-Fr 09:00-18:00; PH off | this evening | Fri 2026-12-25 10:00 | Fri 2026-12-25 10:00
    Mo-Fr 12:00-20:30 | this evening | Mon 2026-11-23 13:00    | Mon 2026-11-23 20:30
    Mo-Fr 12:00-22:00 | this evening | Mon 2026-11-23 13:00    | Sat 2026-11-28 09:00
    Mo-Su 12:00-22:00 | this evening | Mon 2026-11-23 13:00    | Mon 2026-11-23 19:00
    24/7              | this evening | Mon 2026-11-23 13:00    | Mon 2026-11-23 19:00
    24/7              | this evening | Mon 2026-11-23 20:00    | Tue 2026-11-24 19:00
    off               | this evening | Mon 2026-11-23 10:00    | Mon 2026-11-23 10:00

    Mo-Fr 09:00-18:00 | broken support   | Mon 2026-11-23 09:00 | Mon 2026-11-23 18:00
    Mo-Fr 09:00-18:00 | broken support   | Mon 2026-11-23 19:40 | Tue 2026-11-24 18:00
    Mo-Fr 09:00-18:00 | broken support   | Sat 2026-11-28 12:00 | Mon 2026-11-30 18:00
    Mo-Fr 09:00-13:00,14:00-18:00 | broken support | Mon 2026-11-23 09:00 | Mon 2026-11-23 18:00
    Mo-Fr 20:00-02:00 | broken support   | Tue 2026-11-24 00:30 | Tue 2026-11-24 02:00
    off               | broken support   | Mon 2026-11-23 09:00 | never
    Mo-Fr 09:00-18:00 | broken ring-back | Mon 2026-11-23 19:00 | Mon 2026-11-23 21:30
    Mo-Fr 09:00-18:00 | broken ring-back | Mon 2026-11-23 09:00 | Mon 2026-11-23 21:30
    Mo-Fr 09:00-18:00 | broken ring-back | Mon 2026-11-23 23:00 | Tue 2026-11-24 21:30
    off               | broken ring-back | Mon 2026-11-23 09:00 | Mon 2026-11-23 21:30
    """.split(separator: "\n").filter { !$0.trimmed.isEmpty }.map { line in
      Case(description: line.trimmed, cells: line.split(separator: "|").map { $0.trimmed })
    }

  @Test(arguments: cases) func answers(_ row: Case) throws {
    var configuration = Configuration(zone: try zone("Europe/Berlin"), hours: try Expression(row.cells[0]))
    for day in ["2026-12-25", "2026-12-26"] {
      configuration.holidays.public[try #require(CivilDate(day))] = "Christmas"
    }
    let plan = Plan(configuration)
    let now = try plan.zone.instant(row.cells[2])
    let answer: Instant? =
      switch row.cells[1] {
      case "next opening": plan.nextOpening(at: now)
      case "next business day": plan.firstOpening(after: plan.date(of: now))
      case "this evening": plan.thisEvening(at: now)
      case "broken support": plan.brokenAt(promise(.support, at: now))
      default: plan.brokenAt(promise(.ringBack, at: now))
      }
    #expect(answer.map(plan.zone.clock) ?? "never" == row.cells[3])
  }

  private func promise(_ kind: IssueKind, at instant: Instant) -> HoursCore.Issue {
    HoursCore.Issue(
      id: 1, kind: kind, caller: nil, about: nil, severity: .normal, queuedAt: instant, promised: instant,
      due: instant)
  }

  @Test func nothingPromisedIsNeverBroken() throws {
    let plan = Plan(Configuration(zone: .utc, hours: try Expression("Mo-Fr 09:00-18:00")))
    var issue = promise(.support, at: Instant(seconds: 0))
    issue.promised = nil
    #expect(plan.brokenAt(issue) == nil)
  }

  @Test(arguments: [
    ("21:30", "09:00", "21:29", false), ("21:30", "09:00", "21:30", true), ("21:30", "09:00", "08:59", true),
    ("21:30", "09:00", "09:00", false), ("00:30", "09:00", "00:29", false), ("00:30", "09:00", "00:30", true),
    ("08:00", "08:00", "08:00", false), ("08:00", "08:00", "20:00", false),
  ]) func quietIsHalfOpen(from: String, to: String, at time: String, isQuiet: Bool) throws {
    #expect(Quiet(from: try .of(from), to: try .of(to)).contains(try .of(time)) == isQuiet)
  }

  @Test func wishesThatOverflowEndInACentury() throws {
    let plan = Plan(Configuration(zone: .utc, hours: try Expression("Mo-Fr 09:00-18:00")))
    let now = Instant(seconds: 1_795_000_000)
    #expect(try plan.instant(of: .later(.max), at: now) == now + Limits.farthest)
    #expect(try plan.instant(of: .later(.min), at: now) == now + -Limits.farthest)
  }

  /// Hours that never open are one thing, working time that takes more than a year another.
  @Test(arguments: [
    ("Mo-Fr 09:00-18:00", 3000 * 3600, Refusal.tooMuchWorkingTime(after: Instant(seconds: 1_795_000_000))),
    ("Mo-Fr 09:00-18:00", .max, .tooMuchWorkingTime(after: Instant(seconds: 1_795_000_000))),
    ("Feb 29 09:00-18:00", 60, .tooMuchWorkingTime(after: Instant(seconds: 1_795_000_000))),
    ("off", 60, .neverOpens), ("2020 09:00-18:00", 60, .neverOpens),
  ])
  func workingTimeThatDoesNotPass(hours: String, seconds: Int64, refusal: Refusal) throws {
    let plan = Plan(Configuration(zone: .utc, hours: try Expression(hours)))
    #expect(throws: refusal) {
      try plan.instant(of: .laterWorking(seconds), at: Instant(seconds: 1_795_000_000))
    }
  }
}
