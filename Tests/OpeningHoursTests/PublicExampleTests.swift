// The examples that others give of the language: what we make of each, beside what other engines make of it.

import Civil
import Foundation
import OpeningHours
import Testing

@Suite struct PublicExampleTests {
  /// hours | at | state | until | who says the same | comment; in UTC, with Germany's holidays where PH asks.
  ///
  /// `rust` is opening-hours-py 2.1.4, `kde` is KOpeningHours 22.12.3, `both` are both; `-`: neither reads it, and
  /// the source of the example says what it means.
  struct Row: CustomTestStringConvertible {
    var state: StateRow
    var comment: String
    var testDescription: String { state.testDescription }

    static func rows(_ text: String) -> [Row] {
      StateRow.rows(text).map { row in
        Row(state: StateRow(cells: Array(row.cells[..<4])), comment: row.cells.count > 5 ? row.cells[5] : "")
      }
    }

    func check() throws {
      let holidays = try World.holidays(state.cells[0].contains("PH") ? "DE" : nil)
      try state.check(holidays: holidays)
      guard !comment.isEmpty else { return }
      let at = try #require(
        Instant(rfc3339: state.cells[1].replacingOccurrences(of: " ", with: "T") + ":00Z"))
      #expect(Schedule(try Expression(state.cells[0]), zone: .utc).reason(at: at) == comment)
    }
  }

  /// The README of opening_hours.js.
  @Test(
    arguments: Row.rows(
      """
      Mo,Tu,Th,Fr 12:00-18:00; Sa,PH 12:00-17:00; Th[3],Th[-1] off | 2026-11-23 10:30 | closed  | 2026-11-23 12:00 | rust
      Mo-Fr 12:00-18:00; We off; Sa,PH 12:00-17:00; Th[3],Th[-1] off | 2026-11-23 10:30 | closed  | 2026-11-23 12:00 | rust
      open; Tu-Su 08:30-09:00 off; Tu-Su,PH 14:00-14:30 off; Mo 08:00-13:00 off | 2026-11-29 15:30 | open    | 2026-11-30 08:00 | rust
      We 12:00-14:00                                             | 2026-11-23 10:30 | closed  | 2026-11-25 12:00 | both
      Mo 10:00-20:00; Tu 12:00-18:00                             | 2026-11-23 10:30 | open    | 2026-11-23 20:00 | both
      We-Fr 10:00-24:00 open "it is open" OR "please call"       | 2026-11-23 10:30 | unknown | 2026-11-25 10:00 | kde | please call
      Mo-Fr 08:00-12:00, We 14:00-18:00                          | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | both
      12:00-14:00 "call us", We 16:00-18:00                      | 2026-11-23 10:30 | closed  | 2026-11-23 12:00 | both
      12:00-14:00 unknown, We 16:00-18:00                        | 2026-11-23 10:30 | closed  | 2026-11-23 12:00 | both
      Mo-Fr 10:00-20:00; 12:00-14:00 off                         | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | both
      Mo-Fr 10:00-16:00; We 12:00-18:00                          | 2026-11-23 10:30 | open    | 2026-11-23 16:00 | both
      22:00-02:00; Th 12:00-14:00                                | 2026-11-23 10:30 | closed  | 2026-11-23 22:00 | both
      Jan 10-Feb 10: 07:30-12:00                                 | 2026-11-23 10:30 | closed  | 2027-01-10 07:30 | both
      10:00-12:00,14:00-16:00                                    | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | both
      10-12,14-16                                                | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | -
      10:00-26:00                                                | 2026-11-23 10:30 | open    | 2026-11-24 02:00 | both
      10:00-02:00                                                | 2026-11-23 10:30 | open    | 2026-11-24 02:00 | both
      24/7                                                       | 2026-11-23 10:30 | open    | never            | both
      Mo-Fr 24/7                                                 | 2026-11-23 10:30 | open    | 2026-11-28 00:00 | -
      Mo-Fr; Tu off                                              | 2026-11-23 10:30 | open    | 2026-11-24 00:00 | both
      Mo 12:00-14:00,16:00-20:00                                 | 2026-11-23 10:30 | closed  | 2026-11-23 12:00 | both
      12.00-16.00                                                | 2026-11-29 15:30 | open    | 2026-11-29 16:00 | kde
      10:00+                                                     | 2026-11-23 10:30 | open    | 2026-11-24 00:00 | rust
      14:00-17:00+                                               | 2026-11-23 10:30 | closed  | 2026-11-23 14:00 | both
      07:00+,12:00-16:00                                         | 2026-11-23 10:30 | open    | 2026-11-24 00:00 | rust
      Mo-We,Fr                                                   | 2026-11-23 10:30 | open    | 2026-11-26 00:00 | both
      Fr-Mo                                                      | 2026-11-29 15:30 | open    | 2026-12-01 00:00 | both
      Th[1,2-3]                                                  | 2026-11-23 10:30 | closed  | 2026-12-03 00:00 | both
      Fr[-1]                                                     | 2026-12-25 09:30 | open    | 2026-12-26 00:00 | both
      Sa[-1],Sa[-1] +1 day                                       | 2026-11-29 15:30 | open    | 2026-11-30 00:00 | both
      open; PH off                                               | 2026-11-23 10:30 | open    | 2026-12-25 00:00 | rust
      PH 12:00-13:00                                             | 2026-11-23 10:30 | closed  | 2026-12-25 12:00 | rust
      Sa,PH -1 day open                                          | 2026-12-25 09:30 | open    | 2026-12-27 00:00 | rust
      SH 10:00-14:00                                             | 2026-11-23 10:30 | closed  | never            | rust
      Mo-Fr,PH 10:00-12:00                                       | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | rust
      PH Mo-Fr 10:00-12:00                                       | 2026-12-25 09:30 | closed  | 2026-12-25 10:00 | rust
      Jan,Mar-Apr                                                | 2027-03-28 11:30 | open    | 2027-05-01 00:00 | both
      Dec-Jan                                                    | 2026-12-25 09:30 | open    | 2027-02-01 00:00 | both
      Jan 01-Feb 03 10:00-20:00                                  | 2026-11-23 10:30 | closed  | 2027-01-01 10:00 | both
      Jan 01-26 10:00-20:00                                      | 2026-11-23 10:30 | closed  | 2027-01-01 10:00 | both
      Jan 01-29/7 10:00-20:00                                    | 2026-11-23 10:30 | closed  | 2027-01-01 10:00 | -
      2013 Dec 31-2014 Jan 02 10:00-20:00                        | 2026-11-23 10:30 | closed  | never            | rust
      2012 Jan 23-31 10:00-24:00                                 | 2026-11-23 10:30 | closed  | never            | rust
      Jan Su[1]-Feb 03 10:00-20:00                               | 2026-11-23 10:30 | closed  | 2027-01-03 10:00 | both
      Jan Su[1] +1 day-Feb 03 10:00-20:00                        | 2026-11-23 10:30 | closed  | 2027-01-04 10:00 | both
      easter - Apr 20: open "Around easter"                      | 2027-03-28 11:30 | open    | 2027-04-21 00:00 | both | Around easter
      Jan 23-31/3,Feb 1-12,Mar 1                                 | 2026-11-23 10:30 | closed  | 2027-01-23 00:00 | -
      week 04-07 10:00-20:00                                     | 2026-11-23 10:30 | closed  | 2027-01-25 10:00 | both
      week 2-53/2 10:00-20:00                                    | 2026-11-23 10:30 | open    | 2026-11-23 20:00 | both
      week 1,3-5,7-30/2 10:00-20:00                              | 2026-11-23 10:30 | closed  | 2027-01-04 10:00 | both
      2013,2015,2050-2053,2055/2,2020-2029/3 10:00-20:00         | 2026-11-23 10:30 | open    | 2026-11-23 20:00 | kde
      2020-2029/3,2055/2 10:00-20:00                             | 2026-11-23 10:30 | open    | 2026-11-23 20:00 | kde
      2055-2066/1 10:00-20:00                                    | 2026-11-23 10:30 | closed  | never            | both
      2055+ 10:00-20:00                                          | 2026-11-23 10:30 | closed  | never            | both
      Mo unknown; Th-Fr 09:00-18:00 open                         | 2026-11-23 10:30 | unknown | 2026-11-24 00:00 | both
      Mo unknown "on appointment"; Th-Fr 09:00-18:00 open "female only"; Su closed "really" | 2026-11-23 10:30 | unknown | 2026-11-24 00:00 | both | on appointment
      "on appointment"                                           | 2026-11-23 10:30 | unknown | never            | kde | on appointment
      """))
  func javaScript(row: Row) throws { try row.check() }

  /// The documentation of opening-hours-rs.
  @Test(
    arguments: Row.rows(
      """
      Mo-Fr 10:00-18:00; Sa-Su 10:00-12:00                       | 2026-11-23 10:30 | open    | 2026-11-23 18:00 | both
      2099Mo-Su 12:30-17:00                                      | 2026-11-23 10:30 | closed  | never            | both
      24/7 off                                                   | 2026-11-23 10:30 | closed  | never            | both
      24/7 unknown                                               | 2026-11-23 10:30 | unknown | never            | both
      24/7 ; Su closed                                           | 2026-11-23 10:30 | open    | 2026-11-29 00:00 | rust
      Mo-Su 00:00-24:00                                          | 2026-11-23 10:30 | open    | never            | both
      Mo-Su 10:00-12:00, Mo-Fr 14:00-18:00                       | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | both
      10:00-18:00; Jul-Aug 10:00-22:00                           | 2026-11-23 10:30 | open    | 2026-11-23 18:00 | both
      Mo-Fr,Su 10:00-18:00; Jul-Aug Su 10:00-22:00               | 2026-11-23 10:30 | open    | 2026-11-23 18:00 | both
      Mo-Fr OR unknown                                           | 2026-11-23 10:30 | open    | 2026-11-28 00:00 | kde
      2000-3000/5                                                | 2026-11-23 10:30 | closed  | never            | rust
      Mar31-Jun01                                                | 2026-11-23 10:30 | closed  | 2027-03-31 00:00 | both
      2025Jun-Aug                                                | 2026-11-23 10:30 | closed  | never            | rust
      Mo[2]                                                      | 2026-11-23 10:30 | closed  | 2026-12-14 00:00 | both
      Mo[2] +1 days                                              | 2026-11-23 10:30 | closed  | 2026-12-15 00:00 | both
      easter                                                     | 2027-03-28 11:30 | open    | 2027-03-29 00:00 | both
      22:00-28:00                                                | 2026-11-23 10:30 | closed  | 2026-11-23 22:00 | both
      """))
  func rust(row: Row) throws { try row.check() }

  /// The OSM wiki: the key's page, its tutorial, its specification.
  @Test(
    arguments: Row.rows(
      """
      Mo-Fr 08:00-17:30                                          | 2026-11-23 10:30 | open    | 2026-11-23 17:30 | both
      Mo-Fr 08:00-12:00,13:00-17:30                              | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | both
      Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00              | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | both
      Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00; PH off      | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | rust
      Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00; PH off; SH off | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | rust
      Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00; PH 09:00-12:00 | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | rust
      Mo,We 08:00-12:00                                          | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | both
      Mo-Su,PH 15:00-03:00; easter -2 days off                   | 2026-11-29 15:30 | open    | 2026-11-30 03:00 | rust
      Mo-Sa 10:00-20:00; Tu off                                  | 2026-11-23 10:30 | open    | 2026-11-23 20:00 | both
      Tu-Su, PH 10:00-18:00                                      | 2026-11-29 15:30 | open    | 2026-11-29 18:00 | -
      Mo-Su 08:00-18:00; Apr 10-15 off; Jun 08:00-14:00; Aug off; Dec 25 off | 2026-11-23 10:30 | open    | 2026-11-23 18:00 | both
      Su-Tu 11:00-01:00, We-Th 11:00-03:00, Fr 11:00-06:00, Sa 11:00-07:00 | 2026-11-29 15:30 | open    | 2026-11-30 01:00 | both
      week 01-53/2 Fr 09:00-12:00; week 02-52/2 We 09:00-12:00   | 2026-11-23 10:30 | closed  | 2026-11-25 09:00 | both
      Su 10:00+                                                  | 2026-11-29 15:30 | open    | 2026-11-30 00:00 | rust
      Mo-Fr 17:00-03:00, Sa-Su 18:00+                            | 2027-07-29 17:30 | open    | 2027-07-30 03:00 | both
      Mo-We 10:00-18:00; Th,Fr 16:00-23:00; PH off OR "on appointment" | 2026-11-23 10:30 | open    | 2026-11-23 18:00 | rust
      Mo-Fr 08:00-12:00 OR "by appointment"                      | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | both
      Mo-Fr 08:00-12:00; We 14:00-18:00                          | 2026-11-23 10:30 | open    | 2026-11-23 12:00 | both
      week 20-30                                                 | 2027-07-29 17:30 | open    | 2027-08-02 00:00 | both
      Mo-Fr 10:00-20:00 unknown "on appointment"                 | 2026-11-23 10:30 | unknown | 2026-11-23 20:00 | both | on appointment
      Apr-Sep: Mo-Fr 09:00-13:00,14:00-18:00                     | 2027-07-29 17:30 | open    | 2027-07-29 18:00 | both
      Mo-Su 00:00-24:00; PH off                                  | 2026-11-23 10:30 | open    | 2026-12-25 00:00 | rust
      Th[1] 18:00-20:00                                          | 2026-11-23 10:30 | closed  | 2026-12-03 18:00 | both
      Sa[-1] 10:00-13:00                                         | 2026-11-23 10:30 | closed  | 2026-11-28 10:00 | both
      Mo-Fr 09:00-18:00; Mar Su[-1]-Oct Su[-1] Sa 09:00-12:00    | 2026-11-23 10:30 | open    | 2026-11-23 18:00 | both
      """))
  func wiki(row: Row) throws { try row.check() }

  /// What working hours cannot use: example -> where -> why.
  @Test(
    arguments: table(
      """
      10:00-sunset                                -> 6 -> `sunset`: working hours do not follow the sun; write a time, such as 18:00
      dawn-dusk                                   -> 0 -> `dawn`: working hours do not follow the sun; write a time, such as 18:00
      sunrise-(sunset-00:30)                      -> 0 -> `sunrise`: working hours do not follow the sun; write a time, such as 18:00
      (sunrise+01:02)-(sunset-00:30)              -> 0 -> `(sunrise+01:02)`: working hours do not follow the sun; write a time, such as 18:00
      Mo-Fr 12:00,15:00,18:00; Su (sunrise+01:00) -> 6 -> `12:00`: a single time opens nothing; say until when, as in 09:00-18:00
      Mo-Fr 12:00-18:00/03:00                     -> 6 -> `12:00-18:00/03:00`: steps are for points in time, such as departures; working hours have none
      sunrise-sunset ; PH off                     -> 0 -> `sunrise`: working hours do not follow the sun; write a time, such as 18:00
      12:00-16:00/02:00                           -> 0 -> `12:00-16:00/02:00`: steps are for points in time, such as departures; working hours have none
      sunrise-sunset                              -> 0 -> `sunrise`: working hours do not follow the sun; write a time, such as 18:00
      "kids only": Mo-Fr 08:00-12:00              -> 0 -> `"kids only"`: a comment cannot choose days; write it after the hours
      (dusk-01:30)-02:00                          -> 0 -> `(dusk-01:30)`: working hours do not follow the sun; write a time, such as 18:00
      """))
  func refused(row: [String]) throws {
    let error = try #require(throws: ExpressionError.self) { try Expression(row[0]) }
    #expect(error.offset == Int(row[1]))
    #expect(error.description == row[2])
  }
}
