// The corners of time.md, the edges of clocks that are moved, reasons: rows that can be checked by hand.

import Civil
import Foundation
import OpeningHours
import Testing

/// `hours @ zone`, an instant of that zone's clock (or RFC 3339), `state until instant`, and a reason.
struct StateRow: CustomTestStringConvertible {
  var cells: [String]
  var testDescription: String { cells.joined(separator: " | ") }

  static func rows(_ text: String) -> [StateRow] {
    text.split(separator: "\n").map { row in
      StateRow(
        cells: row.split(separator: "|", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "OR", with: "||")
        })
    }
  }

  func check(holidays: Holidays = Holidays()) throws {
    let parts = cells[0].components(separatedBy: " @ ")
    let zone = try World.zone(parts.count > 1 ? parts[1] : "UTC")
    let schedule = Schedule(try Expression(parts[0]), zone: zone, holidays: holidays)
    let stretch = schedule.stretch(at: try instant(cells[1], zone))
    let end = cells[3] == "never" ? nil : try instant(cells[3], zone)
    #expect(stretch.state.rawValue == cells[2])
    #expect(stretch.end == end, "\(stretch.end.map(zone.rfc3339) ?? "never")")
    if cells.count > 4 { #expect(stretch.reason ?? "" == cells[4]) }
    // The same from the other side: where one stretch ends the next begins.
    if let end { #expect(schedule.stretch(at: end).start == end) }
    if let start = stretch.start {
      #expect(schedule.nextChange(after: start + -1) == start)
      #expect(schedule.state(at: start + -1) != stretch.state)
    }
  }

  private func instant(_ text: String, _ zone: Zone) throws -> Instant {
    if let instant = Instant(rfc3339: text) { return instant }
    let words = text.split(separator: " ").map(String.init)
    let civil = CivilDateTime(
      date: try #require(CivilDate(words[0])), time: try #require(CivilTime(words[1])))
    return zone.first(of: civil)
  }
}

@Suite struct CornerTests {
  /// Monday is 2026-11-23.
  @Test(
    arguments: StateRow.rows(
      """
      Mo-Fr 09:00-18:00                        | 2026-11-23 08:59 | closed  | 2026-11-23 09:00
      Mo-Fr 09:00-18:00                        | 2026-11-23 09:00 | open    | 2026-11-23 18:00
      Mo-Fr 09:00-18:00                        | 2026-11-23 18:00 | closed  | 2026-11-24 09:00
      Mo-Fr 09:00-18:00                        | 2026-11-27 18:00 | closed  | 2026-11-30 09:00
      Mo 09:00-12:00,12:00-18:00               | 2026-11-23 10:00 | open    | 2026-11-23 18:00
      Mo 09:00-24:00; Tu 00:00-08:00           | 2026-11-23 10:00 | open    | 2026-11-24 08:00
      Fr-Su 15:00-19:00; Th 19:30-01:00        | 2026-11-26 20:00 | open    | 2026-11-27 01:00
      Th 19:30-01:00; Fr-Su 15:00-19:00        | 2026-11-26 20:00 | open    | 2026-11-27 00:00
      Th 19:30-01:00, Fr-Su 15:00-19:00        | 2026-11-26 20:00 | open    | 2026-11-27 01:00
      Th 19:30-01:00; Fr off                   | 2026-11-26 20:00 | open    | 2026-11-27 00:00
      Mo 22:00-02:00                           | 2026-11-24 01:59 | open    | 2026-11-24 02:00
      Mo 20:00-26:00                           | 2026-11-24 01:59 | open    | 2026-11-24 02:00
      Mo 11:00-40:00                           | 2026-11-24 01:59 | open    | 2026-11-24 16:00
      18:00+                                   | 2026-11-23 19:00 | open    | 2026-11-24 00:00
      18:00-20:00+                             | 2026-11-23 18:00 | open    | 2026-11-24 00:00
      Mo "by appointment"                      | 2026-11-23 10:00 | unknown | 2026-11-24 00:00 | by appointment
      Mo-Fr 09:00-17:00 OR "call first"        | 2026-11-23 10:00 | open    | 2026-11-23 17:00 |
      Mo-Fr 09:00-17:00 OR "call first"        | 2026-11-23 18:00 | unknown | 2026-11-24 09:00 | call first
      Mo-Fr 09:00-17:00; We off OR "call first"| 2026-11-25 10:00 | closed  | 2026-11-26 00:00 |
      Aug,Dec We[2] 09:00-17:00                | 2026-12-08 10:00 | closed  | 2026-12-09 09:00
      Aug,Dec We[2] 09:00-17:00                | 2026-08-11 10:00 | closed  | 2026-08-12 09:00
      Mo-Fr 09:00-17:00; We 12:00-13:00 off    | 2026-11-25 10:00 | open    | 2026-11-25 12:00
      Mo-Fr 09:00-17:00; We 12:00-13:00        | 2026-11-25 10:00 | closed  | 2026-11-25 12:00
      Mo-Fr 09:00-17:00, We 19:00-20:00        | 2026-11-25 17:00 | closed  | 2026-11-25 19:00
      24/7                                     | 2026-11-23 10:00 | open    | never
      off "gone"                               | 2026-11-23 10:00 | closed  | never            | gone
      2020 Mo-Fr 09:00-17:00                   | 2026-11-23 10:00 | closed  | never
      Feb 29 09:00-17:00                       | 2027-11-23 10:00 | closed  | 2028-02-29 09:00
      Feb 29 09:00-17:00                       | 2026-11-23 10:00 | closed  | never
      """))
  func corners(row: StateRow) throws { try row.check() }

  /// Sundays and dates that come once a year.
  @Test(
    arguments: StateRow.rows(
      """
      easter 09:00-17:00                       | 2027-03-27 10:00 | closed  | 2027-03-28 09:00
      easter -2 days 09:00-17:00               | 2027-03-25 10:00 | closed  | 2027-03-26 09:00
      easter 09:00-17:00                       | 2038-04-24 10:00 | closed  | 2038-04-25 09:00
      easter 09:00-17:00                       | 2076-04-18 10:00 | closed  | 2076-04-19 09:00
      Nov 01 +Su 09:00-17:00                   | 2026-10-31 10:00 | closed  | 2026-11-08 09:00
      Nov 01 -Su 09:00-17:00                   | 2026-10-20 10:00 | closed  | 2026-10-25 09:00
      Dec 31 +1 day 09:00-17:00                | 2026-12-31 10:00 | closed  | 2027-01-01 09:00
      Jan 01 -1 day 09:00-17:00                | 2026-12-30 10:00 | closed  | 2026-12-31 09:00
      Dec 24-Jan 02 09:00-17:00                | 2026-11-23 10:00 | closed  | 2026-12-24 09:00
      Dec 24-Jan 02 09:00-17:00                | 2027-01-02 18:00 | closed  | 2027-12-24 09:00
      2026 Dec 24-Jan 02 09:00-17:00           | 2027-01-01 18:00 | closed  | 2027-01-02 09:00
      2026 Dec 24-Jan 02 09:00-17:00           | 2027-01-02 18:00 | closed  | never
      2027 Nov 24+ 09:00-17:00                 | 2026-11-25 10:00 | closed  | 2027-11-24 09:00
      2027 Nov 24+ 09:00-17:00                 | 2029-01-25 18:00 | closed  | 2029-01-26 09:00
      Nov 24+ 09:00-17:00                      | 2026-12-31 18:00 | closed  | 2027-11-24 09:00
      2026-2030/2 Jan 01 09:00-17:00           | 2027-01-01 10:00 | closed  | 2028-01-01 09:00
      2026/2 Jan 01 09:00-17:00                | 2027-01-01 10:00 | closed  | 2028-01-01 09:00
      Jan 01-31/8 09:00-17:00                  | 2027-01-01 18:00 | closed  | 2027-01-09 09:00
      week 53 Mo 09:00-17:00                   | 2026-11-23 10:00 | closed  | 2026-12-28 09:00
      week 52-02/2 Mo 09:00-17:00              | 2027-12-20 10:00 | closed  | 2027-12-27 09:00
      Mo[1] -1 day 09:00-17:00                 | 2026-11-23 10:00 | closed  | 2026-12-06 09:00
      Mo[-1] 09:00-17:00                       | 2026-11-23 10:00 | closed  | 2026-11-30 09:00
      """))
  func dates(row: StateRow) throws { try row.check() }

  /// A weekday of a month as a range's end, and the months of one year, as opening-hours-py 2.1.4 (and, without
  /// years, KOpeningHours 22.12.3) has them.
  @Test(
    arguments: StateRow.rows(
      """
      Mar Su[-1]-Oct Su[-1] 10:00-11:00                | 2026-03-28 12:00 | closed | 2026-03-29 10:00
      Mar Su[-1]-Oct Su[-1] 10:00-11:00                | 2026-10-25 11:00 | closed | 2027-03-28 10:00
      Mar Su[-1]-Oct 10 10:00-11:00                    | 2026-10-10 11:00 | closed | 2027-03-28 10:00
      Mar 10-Oct Su[1] 10:00-11:00                     | 2026-10-04 11:00 | closed | 2027-03-10 10:00
      Mar Su[-1] -1 day-Oct Su[-1] +1 day 10:00-11:00  | 2026-10-26 09:00 | closed | 2026-10-26 10:00
      Mar Su[-1] -1 day-Oct Su[-1] +1 day 10:00-11:00  | 2026-10-26 11:00 | closed | 2027-03-27 10:00
      Oct Su[-1]-Mar Su[-1] 10:00-11:00                | 2026-03-29 11:00 | closed | 2026-10-25 10:00
      2026 Mar Su[-1]-2027 Oct Su[-1] 10:00-11:00      | 2027-10-31 11:00 | closed | never
      2026 Aug-May 09:00-10:00                         | 2026-05-31 10:00 | closed | 2026-08-01 09:00
      2026 Aug-May 09:00-10:00                         | 2025-08-01 09:30 | closed | 2026-01-01 09:00
      2026 Aug-May 09:00-10:00                         | 2026-12-31 10:00 | closed | never
      """))
  func rangesByWeekday(row: StateRow) throws { try row.check() }

  /// Berlin: forward on 2026-03-29 at 02:00, back on 2026-10-25 at 03:00. Apia had no 2011-12-30.
  @Test(
    arguments: StateRow.rows(
      """
      02:15-02:45 @ Europe/Berlin | 2026-03-28 10:00          | closed | 2026-03-30 02:15
      02:30-05:00 @ Europe/Berlin | 2026-03-29 01:59          | closed | 2026-03-29T03:00:00+02:00
      02:30-05:00 @ Europe/Berlin | 2026-03-29T03:00:00+02:00 | open   | 2026-03-29 05:00
      01:00-02:30 @ Europe/Berlin | 2026-03-29 01:30          | open   | 2026-03-29T03:00:00+02:00
      01:00-02:30 @ Europe/Berlin | 2026-10-25 01:30          | open   | 2026-10-25T02:30:00+02:00
      01:00-02:30 @ Europe/Berlin | 2026-10-25T02:10:00+01:00 | closed | 2026-10-26 01:00
      02:30-05:00 @ Europe/Berlin | 2026-10-25T02:10:00+02:00 | closed | 2026-10-25T02:30:00+02:00
      02:30-05:00 @ Europe/Berlin | 2026-10-25T02:10:00+01:00 | open   | 2026-10-25 05:00
      02:15-02:45 @ Europe/Berlin | 2026-10-25T02:20:00+02:00 | open   | 2026-10-25T02:45:00+02:00
      02:15-02:45 @ Europe/Berlin | 2026-10-25T02:20:00+01:00 | closed | 2026-10-26 02:15
      Su 02:15-02:45 @ Europe/Berlin | 2026-03-23 10:00       | closed | 2026-04-05 02:15
      02:00-03:00 @ Australia/Lord_Howe | 2026-10-04 01:59    | closed | 2026-10-04T02:30:00+11:00
      09:00-17:00 @ Pacific/Apia  | 2011-12-29 18:00          | closed | 2011-12-31T09:00:00+14:00
      Fr 09:00-17:00 @ Pacific/Apia | 2011-12-29 18:00        | closed | 2012-01-06T09:00:00+14:00
      20:00-04:00 @ Pacific/Apia  | 2011-12-29 21:00          | open   | 2011-12-31T04:00:00+14:00
      """))
  func movedClocks(row: StateRow) throws { try row.check() }

  /// 2026-12-25 is a Friday and a holiday named Christmas, the Monday after one without a name.
  @Test(
    arguments: StateRow.rows(
      """
      Mo-Fr 09:00-17:00; PH off              | 2026-12-25 10:00 | closed | 2026-12-28 09:00 | Christmas
      Mo-Fr 09:00-17:00; PH off              | 2026-12-24 18:00 | closed | 2026-12-28 09:00 |
      Mo-Fr 09:00-17:00; PH 10:00-12:00      | 2026-12-25 10:00 | open   | 2026-12-25 12:00 | Christmas
      Mo-Fr 09:00-17:00; PH 10:00-12:00      | 2026-12-25 13:00 | closed | 2026-12-28 10:00 | Christmas
      Mo-Fr 09:00-17:00; PH off "at home"    | 2026-12-25 13:00 | closed | 2026-12-28 09:00 | at home
      Mo-Fr 09:00-17:00; PH -1 day off       | 2026-12-24 10:00 | closed | 2026-12-25 09:00 | Christmas
      Mo-Fr 09:00-17:00; PH +3 days off      | 2026-12-28 10:00 | closed | 2026-12-29 09:00 | Christmas
      Mo-Fr 09:00-17:00; SH 10:00-11:00      | 2026-12-23 10:00 | open   | 2026-12-23 11:00 | school's out
      Sa,PH 10:00-12:00                      | 2026-12-26 10:00 | open   | 2026-12-26 12:00 |
      PH Mo-Th 10:00-12:00                   | 2026-12-24 10:00 | closed | 2026-12-28 10:00 |
      PH 10:00-12:00                         | 2027-01-02 08:00 | closed | never            |
      """))
  func holidays(row: StateRow) throws {
    var holidays = Holidays()
    holidays.public[try #require(CivilDate("2026-12-25"))] = "Christmas"
    holidays.school[try #require(CivilDate("2026-12-23"))] = "school's out"
    if row.cells[0].contains("10:00-12:00") { holidays.public[try #require(CivilDate("2026-12-28"))] = "" }
    try row.check(holidays: holidays)
  }
}
