// Times as people type them: what each means on a given day, worked out by hand from a calendar and the rules of the zone.

import Civil
import Foundation
import OpeningHours
import Testing

@testable import HoursCore
@testable import HoursWire

/// A clock on the wall, and what is typed below it.
struct Moment: Sendable, CustomTestStringConvertible {
  var zone = "Europe/Berlin"
  var hours = "Mo-Fr 09:00-18:00; PH off"
  /// A line each: the text; as a point in time; where a stretch begins or ends; as something that is over.
  let now: String
  let rows: String

  var testDescription: String { "\(now), \(zone), \(hours)" }

  func plan() throws -> Plan {
    let bytes = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(zone)"))
    var holidays = Holidays()
    for text in ["2026-12-25", "2027-01-01"] { holidays.public[try #require(CivilDate(text))] = "" }
    return Plan(
      Configuration(
        zone: try Zone(name: zone, tzif: [UInt8](bytes)), hours: try Expression(hours),
        holidays: holidays))
  }
}

/// A point in time as the tables write it, or why there is none.
private func spelled(_ plan: Plan, _ instant: () throws(Refusal) -> Instant) -> String {
  do throws(Refusal) {
    let civil = plan.zone.civil(try instant())
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][civil.date.weekday.rawValue - 1]
    return "\(weekday) \(civil)"
  } catch {
    return "\(error)"
  }
}

private let moments = [
  Moment(
    now: "2026-11-24 11:00",
    rows: """
      now                | Tue 2026-11-24 11:00 | Tue 2026-11-24 11:00 | Tue 2026-11-24 11:00
      today              | Tue 2026-11-24 11:00 | Tue 2026-11-24 00:00 | noTimeOfDay
      tomorrow           | Wed 2026-11-25 09:00 | Wed 2026-11-25 00:00 | noTimeOfDay
      yesterday          | Mon 2026-11-23 09:00 | Mon 2026-11-23 00:00 | noTimeOfDay
      yesterday 17:00    | Mon 2026-11-23 17:00 | Mon 2026-11-23 17:00 | Mon 2026-11-23 17:00
      Tomorrow at 10:00  | Wed 2026-11-25 10:00 | Wed 2026-11-25 10:00 | Wed 2026-11-25 10:00
      tonight            | Tue 2026-11-24 19:00 | Tue 2026-11-24 19:00 | Tue 2026-11-24 19:00
      tonight 21:00      | Tue 2026-11-24 21:00 | Tue 2026-11-24 21:00 | Tue 2026-11-24 21:00
      9:30               | Wed 2026-11-25 09:30 | Wed 2026-11-25 09:30 | Tue 2026-11-24 09:30
      noon               | Tue 2026-11-24 12:00 | Tue 2026-11-24 12:00 | Mon 2026-11-23 12:00
      2:30 pm            | Tue 2026-11-24 14:30 | Tue 2026-11-24 14:30 | Mon 2026-11-23 14:30
      12am               | Wed 2026-11-25 00:00 | Wed 2026-11-25 00:00 | Tue 2026-11-24 00:00
      monday             | Mon 2026-11-30 09:00 | Mon 2026-11-30 00:00 | noTimeOfDay
      monday 10:00       | Mon 2026-11-30 10:00 | Mon 2026-11-30 10:00 | Mon 2026-11-23 10:00
      tuesday            | Tue 2026-12-01 09:00 | Tue 2026-12-01 00:00 | noTimeOfDay
      Tue 10:59          | Tue 2026-12-01 10:59 | Tue 2026-12-01 10:59 | Tue 2026-11-24 10:59
      tue 11:00          | Tue 2026-11-24 11:00 | Tue 2026-11-24 11:00 | Tue 2026-11-24 11:00
      tues 11:01         | Tue 2026-11-24 11:01 | Tue 2026-11-24 11:01 | Tue 2026-11-17 11:01
      saturday           | Mon 2026-11-30 09:00 | Sat 2026-11-28 00:00 | noTimeOfDay
      on sat at 9am      | Sat 2026-11-28 09:00 | Sat 2026-11-28 09:00 | Sat 2026-11-21 09:00
      2026-11-28         | Mon 2026-11-30 09:00 | Sat 2026-11-28 00:00 | noTimeOfDay
      2026-11-22         | Sun 2026-11-22 00:00 | Sun 2026-11-22 00:00 | noTimeOfDay
      2026-11-30 9am     | Mon 2026-11-30 09:00 | Mon 2026-11-30 09:00 | Mon 2026-11-30 09:00
      24 nov             | Tue 2026-11-24 11:00 | Tue 2026-11-24 00:00 | noTimeOfDay
      24 nov 10:00       | Tue 2026-11-24 10:00 | Tue 2026-11-24 10:00 | Tue 2026-11-24 10:00
      nov 23             | Tue 2027-11-23 09:00 | Tue 2027-11-23 00:00 | noTimeOfDay
      23 November 10:00  | Tue 2027-11-23 10:00 | Tue 2027-11-23 10:00 | Mon 2026-11-23 10:00
      25 nov 10:00       | Wed 2026-11-25 10:00 | Wed 2026-11-25 10:00 | Tue 2025-11-25 10:00
      25 dec             | Mon 2026-12-28 09:00 | Fri 2026-12-25 00:00 | noTimeOfDay
      30 nov 2027        | Tue 2027-11-30 09:00 | Tue 2027-11-30 00:00 | noTimeOfDay
      29 feb             | Tue 2028-02-29 09:00 | Tue 2028-02-29 00:00 | noTimeOfDay
      29 feb 10:00       | Tue 2028-02-29 10:00 | Tue 2028-02-29 10:00 | Thu 2024-02-29 10:00
      next business day  | Wed 2026-11-25 09:00 | Wed 2026-11-25 09:00 | Wed 2026-11-25 09:00
      +1 business day    | Wed 2026-11-25 09:00 | Wed 2026-11-25 09:00 | Wed 2026-11-25 09:00
      +4 working days    | Mon 2026-11-30 09:00 | Mon 2026-11-30 09:00 | Mon 2026-11-30 09:00
      +8 working hours   | Wed 2026-11-25 10:00 | Wed 2026-11-25 10:00 | Wed 2026-11-25 10:00
      in a week          | Tue 2026-12-01 11:00 | Tue 2026-12-01 11:00 | Tue 2026-12-01 11:00
      +2w                | Tue 2026-12-08 11:00 | Tue 2026-12-08 11:00 | Tue 2026-12-08 11:00
      next week          | Mon 2026-11-30 09:00 | Mon 2026-11-30 00:00 | noTimeOfDay
      in 2 hours         | Tue 2026-11-24 13:00 | Tue 2026-11-24 13:00 | Tue 2026-11-24 13:00
      10 minutes ago     | Tue 2026-11-24 10:50 | Tue 2026-11-24 10:50 | Tue 2026-11-24 10:50
      """),
  // A business day that is over.
  Moment(
    now: "2026-11-27 23:30",
    rows: """
      today              | Mon 2026-11-30 09:00 | Fri 2026-11-27 00:00 | noTimeOfDay
      tomorrow           | Mon 2026-11-30 09:00 | Sat 2026-11-28 00:00 | noTimeOfDay
      friday             | Fri 2026-12-04 09:00 | Fri 2026-12-04 00:00 | noTimeOfDay
      00:00              | Sat 2026-11-28 00:00 | Sat 2026-11-28 00:00 | Fri 2026-11-27 00:00
      +1 business day    | Mon 2026-11-30 09:00 | Mon 2026-11-30 09:00 | Mon 2026-11-30 09:00
      """),
  // On a Sunday, exactly at midnight.
  Moment(
    now: "2026-11-29 00:00",
    rows: """
      today              | Mon 2026-11-30 09:00 | Sun 2026-11-29 00:00 | noTimeOfDay
      yesterday          | Sat 2026-11-28 00:00 | Sat 2026-11-28 00:00 | noTimeOfDay
      sunday             | Mon 2026-12-07 09:00 | Sun 2026-12-06 00:00 | noTimeOfDay
      sunday 00:00       | Sun 2026-11-29 00:00 | Sun 2026-11-29 00:00 | Sun 2026-11-29 00:00
      00:00              | Sun 2026-11-29 00:00 | Sun 2026-11-29 00:00 | Sun 2026-11-29 00:00
      monday 10:00       | Mon 2026-11-30 10:00 | Mon 2026-11-30 10:00 | Mon 2026-11-23 10:00
      """),
  // The year ends, and its first day is a holiday.
  Moment(
    now: "2026-12-31 20:00",
    rows: """
      tomorrow           | Mon 2027-01-04 09:00 | Fri 2027-01-01 00:00 | noTimeOfDay
      1 jan              | Mon 2027-01-04 09:00 | Fri 2027-01-01 00:00 | noTimeOfDay
      31 dec             | Mon 2027-01-04 09:00 | Thu 2026-12-31 00:00 | noTimeOfDay
      30 dec 17:00       | Thu 2027-12-30 17:00 | Thu 2027-12-30 17:00 | Wed 2026-12-30 17:00
      1 jan 8am          | Fri 2027-01-01 08:00 | Fri 2027-01-01 08:00 | Thu 2026-01-01 08:00
      """),
  // Clocks skip 02:00 to 03:00 on the next day, and what is skipped happens at the first instant after.
  Moment(
    hours: "24/7", now: "2027-03-27 12:00",
    rows: """
      tomorrow           | Sun 2027-03-28 00:00 | Sun 2027-03-28 00:00 | noTimeOfDay
      sunday 2:30        | Sun 2027-03-28 03:00 | Sun 2027-03-28 03:00 | Sun 2027-03-21 02:30
      2:30               | Sun 2027-03-28 03:00 | Sun 2027-03-28 03:00 | Sat 2027-03-27 02:30
      tomorrow 3:00      | Sun 2027-03-28 03:00 | Sun 2027-03-28 03:00 | Sun 2027-03-28 03:00
      +1 day             | Sun 2027-03-28 13:00 | Sun 2027-03-28 13:00 | Sun 2027-03-28 13:00
      """),
  // Midnight itself is skipped there.
  Moment(
    zone: "America/Santiago", hours: "24/7", now: "2026-09-05 12:00",
    rows: """
      tomorrow           | Sun 2026-09-06 01:00 | Sun 2026-09-06 01:00 | noTimeOfDay
      sunday 00:30       | Sun 2026-09-06 01:00 | Sun 2026-09-06 01:00 | Sun 2026-08-30 00:30
      """),
  // An interval from the day before is none of the new day's.
  Moment(
    hours: "Mo-Fr 22:00-06:00", now: "2026-11-24 12:00",
    rows: """
      today              | Tue 2026-11-24 22:00 | Tue 2026-11-24 00:00 | noTimeOfDay
      saturday           | Mon 2026-11-30 22:00 | Sat 2026-11-28 00:00 | noTimeOfDay
      """),
  Moment(
    hours: "off", now: "2026-11-24 12:00",
    rows: """
      tomorrow           | neverOpens | Wed 2026-11-25 00:00 | noTimeOfDay
      yesterday          | Mon 2026-11-23 00:00 | Mon 2026-11-23 00:00 | noTimeOfDay
      +2 business days   | neverOpens | neverOpens | neverOpens
      """),
]

@Test(arguments: moments) func meansAnInstant(_ moment: Moment) throws {
  let plan = try moment.plan()
  let now = plan.zone.first(of: try #require(CivilDateTime(typed: moment.now)))
  for row in moment.rows.split(separator: "\n") {
    let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    let time = try #require(TimeExpression(cells[0]), "\(cells[0])")
    let found = [
      spelled(plan) { () throws(Refusal) in try plan.instant(of: time, at: now) },
      spelled(plan) { () throws(Refusal) in try plan.edge(of: time, at: now) },
      spelled(plan) { () throws(Refusal) in try plan.pastInstant(of: time, at: now) },
    ]
    #expect(found == Array(cells[1...]), "\(row)")
  }
}

/// In the night in which clocks go back 02:30 comes twice: the first of them is meant.
@Test func ofTwoTheFirstIsMeant() throws {
  let plan = try Moment(now: "", rows: "").plan()
  let now = try #require(Instant(rfc3339: "2026-10-24T12:00:00+02:00"))
  for text in ["sunday 2:30", "tomorrow 2:30", "2026-10-25 02:30", "2:30"] {
    let time = try #require(TimeExpression(text))
    #expect(try plan.edge(of: time, at: now) == Instant(rfc3339: "2026-10-25T02:30:00+02:00"))
  }
}

/// A friend is owed an evening, not an opening.
@Test(arguments: [
  ("today", "Tue 2026-11-24 19:00"), ("tomorrow", "Wed 2026-11-25 19:00"), ("friday", "Fri 2026-11-27 19:00"),
  // When nobody works, the evening is from the end of quiet on.
  ("saturday", "Sat 2026-11-28 09:00"), ("25 dec", "Fri 2026-12-25 09:00"),
  ("yesterday", "Mon 2026-11-23 00:00"), ("tomorrow 10:00", "Wed 2026-11-25 10:00"),
])
func aFriendsDayIsItsEvening(_ text: String, _ shows: String) throws {
  let plan = try Moment(now: "", rows: "").plan()
  let now = try #require(Instant(rfc3339: "2026-11-24T11:00:00+01:00"))
  let friend = Caller(class: .personal, id: "boris", name: "boris", language: "en")
  let issue = HoursCore.Issue(
    id: 1, kind: .ringBack, caller: friend, about: nil, severity: .normal, queuedAt: now, promised: nil,
    due: now)
  let time = try #require(TimeExpression(text))
  #expect(spelled(plan) { () throws(Refusal) in try plan.instant(of: time, for: issue, at: now) } == shows)
}

/// Where a stretch of time ends is counted from where it begins; today stays today.
@Test(arguments: [
  ("monday", "friday", "Fri 2026-12-04 00:00"), ("monday", "monday", "Mon 2026-12-07 00:00"),
  ("monday 09:00", "18:00", "Mon 2026-11-30 18:00"), ("monday 09:00", "+2h", "Mon 2026-11-30 11:00"),
  ("21 dec", "11 jan", "Mon 2027-01-11 00:00"), ("monday", "+2 business days", "Wed 2026-12-02 09:00"),
  ("yesterday", "tomorrow", "Wed 2026-11-25 00:00"), ("yesterday", "now", "Tue 2026-11-24 11:00"),
  ("2026-11-02", "tonight", "Tue 2026-11-24 19:00"), ("2026-11-02", "friday", "Fri 2026-11-06 00:00"),
])
func endsAfterItBegins(_ from: String, _ to: String, _ shows: String) throws {
  let plan = try Moment(now: "", rows: "").plan()
  let now = try #require(Instant(rfc3339: "2026-11-24T11:00:00+01:00"))
  let start = try plan.edge(of: try #require(TimeExpression(from)), at: now)
  let time = try #require(TimeExpression(to))
  #expect(spelled(plan) { () throws(Refusal) in try plan.edge(of: time, at: now, from: start) } == shows)
}

/// What is due by a day is due by its end.
@Test(arguments: [
  ("today", "Tue 2026-11-24 23:59:59"), ("friday", "Fri 2026-11-27 23:59:59"),
  ("12:00", "Tue 2026-11-24 12:00"),
])
func dueByTheEndOfADay(_ text: String, _ shows: String) throws {
  let plan = try Moment(now: "", rows: "").plan()
  let now = try #require(Instant(rfc3339: "2026-11-24T11:00:00+01:00"))
  let time = try #require(TimeExpression(text))
  #expect(spelled(plan) { () throws(Refusal) in try plan.lastInstant(of: time, at: now) } == shows)
}

extension CivilDateTime {
  fileprivate init?(typed text: String) {
    guard case .civil(let civil) = TimeExpression(text) else { return nil }
    self = civil
  }
}

// MARK: What is no time

/// A mistake is answered with what was probably meant, and that is always a time.
@Test(
  arguments: [
    ("tomorow", "did you mean `tomorrow`?"), ("moday 10:00", "did you mean `monday 10:00`?"),
    ("tonite", "did you mean `tonight`?"), ("Wensday 9am", "did you mean `wednesday 9am`?"),
    ("30 novembr", "did you mean `30 november`?"), ("next monday", "did you mean `monday`?"),
    ("10:00 monday", "did you mean `monday 10:00`?"), ("9am, tomorrow", "did you mean `tomorrow 9am`?"),
    ("9", "did you mean `9:00`?"), ("monday 9", "did you mean `monday 9:00`?"),
    ("9.30", "did you mean `9:30`?"), ("30.11.2026", "did you mean `2026-11-30`?"),
    ("2h", "did you mean `+2h`?"), ("2 working hours", "did you mean `+2 working hours`?"),
    ("midnight", "did you mean `00:00`?"), ("24:00", "did you mean `00:00`?"),
    ("monday 24:00", "a clock shows 00:00 to 23:59"), ("2026-11-30 24:00", "a clock shows 00:00 to 23:59"),
    ("tomorrow midnight", nil), ("2 weeks", "did you mean `+2 weeks`?"), ("+1 30m", nil), ("+1h 30", nil),
    ("25:00", "a clock shows 00:00 to 23:59"), ("monday 9:75", "a clock shows 00:00 to 23:59"),
    ("31 feb", "February has 29 days"), ("nov 31 10:00", "November has 30 days"),
    ("2026-02-29", "February has 28 days"), ("2026-11-31 09:00", "November has 30 days"),
    ("tonight 01:00", "did you mean `tomorrow 01:00`?"), ("tomorrow morning", "did you mean `tomorrow`?"),
    ("friday afternoon", "did you mean `friday 14:00`?"), ("for 2 days", "did you mean `+2 days`?"),
    ("24.12.", "did you mean `24 dec`?"), ("24.12. 10:00", "did you mean `24 dec 10:00`?"),
    ("24.12", "did you mean `24 dec`?"), ("24.13.", nil), ("+2", nil), ("whenever", nil),
    ("+2 working weeks", nil),
    ("0 days ago", nil), ("13pm", nil), ("30 nov 26", nil), ("+401 business days", nil),
    (String(repeating: "tomorow ", count: 2000), nil),
  ] as [(String, String?)])
func aMistakeIsAnswered(_ text: String, _ wayOut: String?) throws {
  #expect(TimeExpression(text) == nil)
  let examples =
    "give, for example, 09:30, tomorrow, monday 10:00, 30 nov 9am, tonight, next-business-day, +2h, "
    + "+2 working hours or 2026-11-24 09:00"
  let error = ErrorReply(.notATime(key: "until", text: text)).error
  #expect(error.message == "`until`: `\(text.prefix(40))` is no time; \(wayOut ?? examples)")
  if let meant = wayOut?.split(separator: "`"), meant.count == 3 {
    #expect(TimeExpression(String(meant[1])) != nil)
  }
}

// MARK: Without quotes

/// Words behind an option that make a time together are one; the rest is what it was.
@Test(arguments: [
  ("status --at monday 10:00", "status|--at|monday 10:00"),
  ("status --at tomorrow", "status|--at|tomorrow"),
  ("add --due tonight ring the accountant", "add|--due|tonight|ring|the|accountant"),
  ("add --due monday 10:00 ring the accountant", "add|--due|monday 10:00|ring|the|accountant"),
  ("add ring back --due in 2 hours --client acme", "add|ring|back|--due|in 2 hours|--client|acme"),
  ("add --due moday 10:00 ring her", "add|--due|moday 10:00|ring|her"),
  ("add --due monday 25:00 ring her", "add|--due|monday 25:00|ring|her"),
  ("call --at 9:30 +49301234567 the site is down", "call|--at|9:30|+49301234567|the|site|is|down"),
  ("issues --due-by 30 nov --kind support", "issues|--due-by|30 nov|--kind|support"),
  ("eval --from 21 dec --to 11 jan Mo-Fr 09:00-18:00", "eval|--from|21 dec|--to|11 jan|Mo-Fr|09:00-18:00"),
  ("status --at whenever it is", "status|--at|whenever|it|is"), ("status --at", "status|--at"),
  ("note 3 -- --due monday 10:00", "note|3|--|--due|monday|10:00"), ("", ""),
])
func wordsOfATimeAreOne(_ typed: String, _ words: String) {
  #expect(joiningTimes(typed.split(separator: " ").map(String.init)).joined(separator: "|") == words)
}

@Test(
  arguments: [
    ("monday|tonight", "monday|tonight"), ("monday 09:00|friday", "monday 09:00|friday"),
    ("monday|09:00|to|friday", "monday 09:00|friday"), ("1|dec|-|tomorrow|9am", "1 dec|tomorrow 9am"),
    ("monday|09:00|friday", "monday 09:00|friday"), ("monday|tuesday|09:00", "monday|tuesday 09:00"),
    ("moday|9:00|to|friday", "moday 9:00|friday"),
    ("monday", nil), ("monday|to", nil), ("to|friday", nil), ("monday|or|perhaps|friday", nil), ("", nil),
  ] as [(String, String?)])
func twoTimesInARow(_ typed: String, _ shows: String?) {
  let ends = ends(ofStretch: typed.split(separator: "|").map(String.init))
  #expect(ends.map { "\($0.from)|\($0.to)" } == shows)
}

// MARK: As people say it

/// On the evening before clocks go forward, Sunday's 09:00 is tomorrow, and Monday's is not, whatever its offset is.
@Test(arguments: [
  ("2027-03-27T23:30:00+01:00", "2027-03-28T09:00:00+02:00", "tomorrow 09:00"),
  ("2027-03-27T23:30:00+01:00", "2027-03-29T09:00:00+02:00", "Mon 29 Mar 09:00"),
  ("2027-10-31T00:30:00+02:00", "2027-10-31T09:00:00+01:00", "09:00"),
  ("2027-10-31T00:30:00+02:00", "2027-11-01T09:00:00+01:00", "tomorrow 09:00"),
])
func saysTheDayAcrossAClockChange(_ now: String, _ time: String, _ shows: String) throws {
  let now = ReplyTime(try #require(LocalTime(now)))
  #expect(try #require(LocalTime(time)).spelled(seenFrom: now) == shows)
}
