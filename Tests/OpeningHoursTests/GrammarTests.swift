// What is read, how it is written back, what is odd, and what is refused with which words.

import Foundation
import OpeningHours
import Testing

@Suite struct GrammarTests {
  /// Already canonical: read without a warning, written as it stands.
  @Test(
    arguments: """
      24/7
      off
      off "gone fishing"
      unknown "by appointment"
      Mo-Fr 09:00-13:00,14:00-18:00; PH off
      Mo-Fr 09:00-13:00,14:00-18:00; PH off; Dec 24,31 09:00-12:00
      24/7; PH off
      Fr-Mo 22:00-02:00
      Mo,We,Fr 09:00-17:00
      Sa,Su,PH 10:00-12:00
      PH Mo-Fr 10:00-12:00
      PH,SH off
      PH +1 day off
      PH -1 day 10:00-12:00
      SH Mo-Fr 10:00-14:00
      09:00-24:00
      00:00-24:00
      10:00-10:00
      11:00-40:00
      18:00+
      18:00-20:00+
      22:00-02:00+
      Mo-Fr 09:00-17:00 || unknown "call first"
      Mo-Fr 09:00-17:00, Sa 10:00-12:00
      Mo-Fr 09:00-17:00 open "desk"
      Dec 24-Jan 02 off
      Dec 24-26,31 off
      Jan,Jun-Aug 09:00-12:00
      Nov 24+ off
      Nov 24+ Su off
      2026 Nov 24+ off
      2026 Nov-2027 Feb off
      2026 Dec 24-Jan 02,05 off
      2026 Dec 24-2027 Jan 02 off
      2026,2028 off
      2026-2028 Dec 24 off
      2026-2036/2 off
      2026+ off
      Jan 01-31/8 off
      easter off
      easter -2 days-easter +1 day off
      2027 easter +1 day off
      Nov 01 +Su off
      Nov 01 -Su -1 day off
      week 05 off
      week 01-53/2 We 10:00-12:00
      week 50-02 off
      2026 week 10 Mo off
      Jan week 10 off
      Th[1] 10:00-12:00
      Th[1-3,5] 10:00-12:00
      Fr[-1] -1 day 10:00-12:00
      Aug,Dec We[2] 10:00-12:00
      Mar Su[-1]-Oct Su[-1] 10:00-12:00
      Mar Su[-1]-Oct Su[-1] Mo-Fr 10:00-12:00
      Mar Su[1] -1 day-Oct Sa[4] +2 days off
      Mar 10-Oct Su[1] off
      Oct Su[-1]-Mar 10,20 off
      easter-Oct Su[-1] off
      2026 Oct Su[-1]-2027 Mar Su[-1],2026 Dec 24 off
      """.split(separator: "\n").map(String.init))
  func canonical(text: String) throws {
    let (expression, warnings) = try Expression.parse(text)
    #expect(expression.description == text)
    #expect(warnings.isEmpty)
    #expect(try Expression(expression.description) == expression)
  }

  /// Correct, but one meaning has one text.
  @Test(
    arguments: table(
      """
      open                               -> 24/7
      24/7 off                           -> off
      Mo-Fr 09:00-17:00 closed           -> Mo-Fr 09:00-17:00 off
      "by appointment"                   -> unknown "by appointment"
      Mo "by appointment"                -> Mo unknown "by appointment"
      00:00-00:00                        -> 00:00-24:00
      20:00-26:00                        -> 20:00-02:00
      18:00-24:00+                       -> 18:00+
      PH,Sa off                          -> Sa,PH off
      Mo 09:00-12:00,Tu 10:00-12:00      -> Mo 09:00-12:00, Tu 10:00-12:00
      Mo 09:00-12:00 open, 13:00-15:00   -> Mo 09:00-12:00 open, 13:00-15:00
      Mo-Fr: 09:00-17:00                 -> Mo-Fr 09:00-17:00
      Oct-Apr: Mo-Fr 09:00-17:00         -> Oct-Apr Mo-Fr 09:00-17:00
      Dec 24: 09:00-12:00                -> Dec 24 09:00-12:00
      2026Dec24:09:00-12:00              -> 2026 Dec 24 09:00-12:00
      Jan-Jun:09:00-12:00                -> Jan-Jun 09:00-12:00
      2026: 09:00-12:00                  -> 2026 09:00-12:00
      week 10: Mo 09:00-12:00            -> week 10 Mo 09:00-12:00
      Dec 24,25: off                     -> Dec 24,25 off
      Th[1,2] 10:00-12:00                -> Th[1-2] 10:00-12:00
      2026 Dec 24-2026 Dec 26 off        -> 2026 Dec 24-26 off
      Dec 24-Dec 24 off                  -> Dec 24 off
      Mo-Fr\u{A0}09:00-17:00\u{A0}off        -> Mo-Fr 09:00-17:00 off
      """))
  func otherTexts(row: [String]) throws {
    let (expression, warnings) = try Expression.parse(row[0])
    #expect(expression.description == row[1])
    #expect(warnings.isEmpty)
    #expect(try Expression(row[1]) == expression)
  }

  /// Odd, with one meaning: text -> canonical form -> the first warning.
  @Test(
    arguments: table(
      """
      09:00-5                  -> 09:00-05:00          -> `09:00-5`: ends on the next day; write 17:00 if the afternoon is meant
      9-17                     -> 09:00-17:00          -> `9`: times are written as 09:00
      Mo-Fr 9:00-17:00         -> Mo-Fr 09:00-17:00    -> `9:00`: times are written as 09:00
      9.30-17.00               -> 09:30-17:00          -> `9.30`: times are written as 09:30
      9am-5:30pm               -> 09:00-17:30          -> `9am`: times are written as 09:00
      12am-12pm                -> 00:00-12:00          -> `12am`: times are written as 00:00
      09:00 - 17:00            -> 09:00-17:00          -> `09:00 - 17:00`: ranges are written without spaces
      Mo–Fr 09:00-17:00        -> Mo-Fr 09:00-17:00    -> `–`: write a range with -
      Mo−Fr 09:00−17:00        -> Mo-Fr 09:00-17:00    -> `−`: write a range with -
      Mon-Fri 09:00-17:00      -> Mo-Fr 09:00-17:00    -> `Mon`: write Mo
      monday 09:00-17:00       -> Mo 09:00-17:00       -> `monday`: write Mo
      Tuesdays 09:00-17:00     -> Tu 09:00-17:00       -> `Tuesdays`: write Tu
      MO-FR 09:00-17:00        -> Mo-Fr 09:00-17:00    -> `MO`: write Mo
      ph OFF                   -> PH off               -> `ph`: write PH
      January 03 off           -> Jan 03 off           -> `January`: write Jan
      Sept 10 off              -> Sep 10 off           -> `Sept`: write Sep
      Jan 3 off                -> Jan 03 off           -> `3`: days are written with two digits
      week 5 off               -> week 05 off          -> `5`: weeks are written with two digits
      Mo 09:00-12:00 13:00-17:00 -> Mo 09:00-12:00,13:00-17:00 -> `13:00-17:00`: hours are joined with a comma
      Dec 24th off             -> Dec 24 off           -> `24th`: days are written as 24
      Dec 24Th off             -> Dec 24 Th off        -> none
      Mo 09:00-17:00 “by phone” -> Mo 09:00-17:00 unknown "by phone" -> `“by phone”`: comments are written in straight quotation marks, "by phone"
      Mo, We 09:00-17:00       -> Mo,We 09:00-17:00    -> `,`: lists are written without a space
      Mo-Fr 24/7               -> Mo-Fr 00:00-24:00    -> `24/7`: with days, all day is 00:00-24:00
      Mo 09:00-17:00;          -> Mo 09:00-17:00       -> `;`: nothing follows; leave it out
      Dec 24 2026 off          -> 2026 Dec 24 off      -> `2026`: days are written before times, and years, dates, weeks before weekdays
      Mo off;; Tu off          -> Mo off; Tu off       -> `;;`: one ; is enough
      Mo off | Tu off          -> Mo off || Tu off     -> `|`: the sign for fallback hours is ||
      2026 Nov-Feb off         -> 2026 Nov-Dec,2026 Jan-Feb off -> `Nov-Feb`: all of these months are of 2026; the next year's are written with their year
      """))
  func odd(row: [String]) throws {
    let (expression, warnings) = try Expression.parse(row[0])
    #expect(expression.description == row[1])
    #expect(warnings.first?.description ?? "none" == row[2])
    #expect(try Expression.parse(row[1]).warnings.isEmpty)
    if let first = warnings.first {
      #expect(Array(row[0].utf8.dropFirst(first.offset)).starts(with: Array(first.text.utf8)))
    }
  }

  /// The kinds of examples that the OSM wiki and the engines' own pages give: text -> canonical form.
  @Test(
    arguments: table(
      """
      Mo-Fr 08:30-20:00 -> Mo-Fr 08:30-20:00
      Mo 10:00-12:00,12:30-15:00; Tu-Fr 08:00-12:00,12:30-15:00; Sa 08:00-12:00 -> Mo 10:00-12:00,12:30-15:00; Tu-Fr 08:00-12:00,12:30-15:00; Sa 08:00-12:00
      Mo-Su 08:00-18:00; Apr 10-15 off; Jun 08:00-14:00; Aug off; Dec 25 off -> Mo-Su 08:00-18:00; Apr 10-15 off; Jun 08:00-14:00; Aug off; Dec 25 off
      Mo-Sa 10:00-20:00; Tu off -> Mo-Sa 10:00-20:00; Tu off
      Tu-Su, PH 10:00-18:00 -> Tu-Su,PH 10:00-18:00
      Su-Tu 11:00-01:00, We-Th 11:00-03:00, Fr 11:00-06:00, Sa 11:00-07:00 -> Su-Tu 11:00-01:00, We-Th 11:00-03:00, Fr 11:00-06:00, Sa 11:00-07:00
      week 1-53/2 Fr 09:00-12:00; week 2-52/2 We 09:00-12:00 -> week 01-53/2 Fr 09:00-12:00; week 02-52/2 We 09:00-12:00
      Mo-Su,PH 15:00-03:00; easter -2 days off -> Mo-Su,PH 15:00-03:00; easter -2 days off
      2013,2015,2050-2053,2055/2,2020-2029/3,2060+ 10:00-20:00 -> 2013,2015,2050-2053,2055/2,2020-2029/3,2060+ 10:00-20:00
      2012 easter -2 days-2012 easter +2 days: open "Around easter"; PH off -> 2012 easter -2 days-easter +2 days open "Around easter"; PH off
      Jan 23-Feb 11,Feb 12 00:00-24:00 -> Jan 23-Feb 11,12 00:00-24:00
      Jan-Feb,Aug Mo-Fr 10:00-12:00 -> Jan-Feb,Aug Mo-Fr 10:00-12:00
      Sa[1],Sa[1] +1 day 10:00-12:00; SH off -> Sa[1],Sa[1] +1 day 10:00-12:00; SH off
      Th[1,2-3],Fr[-1] 10:00-12:00 -> Th[1-3],Fr[-1] 10:00-12:00
      Fr 08:00-12:00, Fr 12:00-16:00 open "emergencies" -> Fr 08:00-12:00, Fr 12:00-16:00 open "emergencies"
      Mo-Fr 08:00-12:00 || "by appointment" -> Mo-Fr 08:00-12:00 || unknown "by appointment"
      SH,PH Mo-Fr 10:00-12:00 -> SH,PH Mo-Fr 10:00-12:00
      PH Mo-Fr,Sa 10:00-12:00 -> PH Mo-Fr,Sa 10:00-12:00
      22:00-26:00; Th 10:00-14:00+ -> 22:00-02:00; Th 10:00-14:00+
      Dec 25 off; Dec 24 09:00-14:00; 2026 Dec 31-2027 Jan 02 off -> Dec 25 off; Dec 24 09:00-14:00; 2026 Dec 31-2027 Jan 02 off
      """))
  func publicExamples(row: [String]) throws {
    let expression = try? Expression(row[0])
    #expect(expression?.description ?? "refused" == row[1])
    if let expression { #expect(try Expression(expression.description) == expression) }
  }

  @Test func oddThoughWellWritten() throws {
    let replaced = try Expression.parse("Mo-Fr 08:00-12:00; Mo-Fr 14:00-18:00").warnings
    #expect(
      replaced.map(\.description) == [
        "`Mo-Fr 14:00-18:00`: takes the place of earlier hours on the same days; to add hours, join them with ,"
      ])
    let allDay = try Expression.parse("Mo-Fr 09:00-17:00; Sa")
    #expect(allDay.expression.description == "Mo-Fr 09:00-17:00; Sa open")
    #expect(
      allDay.warnings.map(\.description) == [
        "`Sa`: without hours these days are open all day; say so with open, or give hours"
      ])
    let order = try Expression.parse("09:00-17:00 Mo-Fr")
    #expect(order.expression.description == "Mo-Fr 09:00-17:00")
    #expect(order.warnings.map(\.offset) == [12])
  }

  /// Refused: text -> offset -> the error's words.
  @Test(
    arguments: table(
      """
      Mo-Fi 09:00-17:00           -> 0  -> `Mo-Fi`: no such weekday; did you mean `Mo-Fr`?
      Mo-Fr,Wd 09:00-17:00        -> 6  -> `Wd`: no such weekday; did you mean `We`?
      Fi 09:00-17:00              -> 0  -> `Fi`: no such weekday; did you mean `Fr`?
      Mi 09:00-17:00              -> 0  -> `Mi`: no such weekday; did you mean `We`?
      Sa-So 09:00-17:00           -> 0  -> `Sa-So`: no such weekday; did you mean `Sa-Su`?
      Пн 09:00-17:00              -> 0  -> `Пн`: no such weekday; did you mean `Mo`?
      Mo[6] 09:00-17:00           -> 3  -> `6`: expected a number from 1 to 5: no month has more of a weekday
      Mo[3-1] 09:00-17:00         -> 3  -> `3-1`: this range ends before it begins; did you mean `1-3`?
      Jann 03 off                 -> 0  -> `Jann`: this word means nothing here; did you mean `Jan`?
      Jan-Fen off                 -> 4  -> `Fen`: no such month; did you mean `Feb`?
      Feb 30 off                  -> 0  -> `Feb 30`: no such date; did you mean `Feb 29`?
      Dec 24-20 off               -> 0  -> `Dec 24-20`: this range ends before it begins; did you mean `Dec 20-24`?
      week 54 off                 -> 5  -> `54`: no such week
      2028-2026 off               -> 0  -> `2028-2026`: this range ends before it begins; did you mean `2026-2028`?
      1800 off                    -> 0  -> `1800`: no such year
      2026-0900 off               -> 5  -> `0900`: no such year
      Mo-Fr 0900-1700             -> 6  -> `0900-1700`: no such year; did you mean `09:00-17:00`?
      Mo-Fr 1800+                 -> 6  -> `1800`: no such year; did you mean `18:00`?
      09:00-17:60                 -> 6  -> `17:60`: no such time
      09:00-49:00                 -> 6  -> `49:00`: no such time
      24:00-26:00                 -> 0  -> `24:00-26:00`: expected a start before 24:00; later is the next day's 00:00
      13pm-5pm                    -> 0  -> `13pm`: no such time
      09:00                       -> 0  -> `09:00`: a single time opens nothing; say until when, as in 09:00-18:00
      09:00-                      -> 6  -> expected a time such as 09:00
      09:00-sunset                -> 6  -> `sunset`: working hours do not follow the sun; write a time, such as 18:00
      (sunrise+01:00)-18:00       -> 0  -> `(sunrise+01:00)`: working hours do not follow the sun; write a time, such as 18:00
      10:00-16:00/90              -> 0  -> `10:00-16:00/90`: steps are for points in time, such as departures; working hours have none
      10:00-16:00/01:30           -> 0  -> `10:00-16:00/01:30`: steps are for points in time, such as departures; working hours have none
      "kids": Mo 09:00-10:00      -> 0  -> `"kids"`: a comment cannot choose days; write it after the hours
      Mo 09:00-17:00 "desk        -> 15 -> `"desk`: this comment has no closing quotation mark
      Mo 09:00-17:00 offf         -> 15 -> `offf`: expected ; or , or || before the next rule; did you mean `off`?
      Mo 09:00-17:00 Tu off       -> 15 -> `Tu`: expected ; or , before the next rule; did you mean `; Tu`?
      Mo off 09:00-17:00          -> 7  -> `09`: expected ; or , or || before the next rule
      Mo off off                  -> 7  -> `off`: expected ; or , or || before the next rule; did you mean `; off`?
      Mo off offf                 -> 7  -> `offf`: expected ; or , or || before the next rule
      Mo "x" Tue-Fri              -> 7  -> `Tue`: expected ; or , or || before the next rule; did you mean `; Tue`?
      Mo 09:00-17:00 Satday off   -> 15 -> `Satday`: expected ; or , or || before the next rule; did you mean `; Sa`?
      Mo "lunch" off              -> 3  -> `"lunch" off`: expected the state before its comment; did you mean `off "lunch"`?
      Jun 05-Aug10:00-12:00       -> 7  -> `Aug`: expected a day: a range that begins on a day ends on one
      2026 Nov 23+ 2027           -> 13 -> `2027`: expected ; or , before the next rule
      Jun 05-Aug :00-12:00        -> 7  -> `Aug`: expected a day: a range that begins on a day ends on one
      Jun 05-Aug 10:00-12:00      -> 7  -> `Aug`: expected a day: a range that begins on a day ends on one; did you mean `Aug 31`?
      Jun-Aug 05 off              -> 8  -> `05`: expected a month alone: a range that ends on a day begins on one
      Mar Su[-1]-Mar Su[-1] off   -> 0  -> `Mar Su[-1]-Mar Su[-1]`: expected two days: this range ends where it begins
      Jan 05-Mar Su[1,2] off      -> 15 -> `,`: expected ]: a range begins and ends on one day
      Mon to Fri 09:00-17:00      -> 4  -> `to`: expected ; or , or || before the next rule; did you mean `-`?
      Dec 24 to Dec 26 off        -> 7  -> `to`: expected ; or , or || before the next rule; did you mean `-`?
      Mo off to Tu                -> 7  -> `to`: expected ; or , or || before the next rule
      Mo-Fr 9:00 to 17:00         -> 11 -> `to`: expected - before the end; did you mean `-`?
      Mo 9-17 and Tu 9-12         -> 8  -> `and`: expected ; or , or || before the next rule; did you mean `,`?
      Mo 9-17 & Tu 9-12           -> 8  -> `&`: expected hours such as Mo-Fr 09:00-18:00; did you mean `,`?
      & Tu 9-12                   -> 0  -> `&`: expected hours such as Mo-Fr 09:00-18:00
      Mo/We 09:00-17:00           -> 2  -> `/`: expected ; or , or || before the next rule; did you mean `,`?
      Mo 9-17 except PH           -> 8  -> `except`: expected ; or , or || before the next rule
      09:00-17:00 Uhr             -> 12 -> `Uhr`: expected ; or , or || before the next rule
      24 Dec off                  -> 0  -> `24 Dec`: expected the month before the day; did you mean `Dec 24`?
      2026-12-24 off              -> 0  -> `2026-12-24`: expected a date with the month's name; did you mean `2026 Dec 24`?
      Jan-Mai off                 -> 4  -> `Mai`: no such month; did you mean `May`?
      workdays 09:00-17:00        -> 0  -> `workdays`: this word means nothing here; did you mean `Mo-Fr`?
      Mo 09:00-17:00 ||           -> 17 -> expected hours after the last sign
      Mo 09:00-17:00 @            -> 15 -> `@`: expected hours such as Mo-Fr 09:00-18:00
      Nov-2027 Feb off            -> 4  -> `2027 Feb`: expected no year, or one at the range's start, too
      """))
  func refused(row: [String]) throws {
    let error = try #require(throws: ExpressionError.self) { try Expression(row[0]) }
    #expect(error.description == row[2])
    #expect(error.offset == Int(row[1]))
    #expect(Array(row[0].utf8.dropFirst(error.offset)).starts(with: Array(error.text.utf8)))
    // Put in its place, the suggestion is understood.
    if let suggestion = error.suggestion {
      var bytes = Array(row[0].utf8)
      bytes.replaceSubrange(error.offset..<error.offset + error.text.utf8.count, with: suggestion.utf8)
      #expect(throws: Never.self) { try Expression(String(decoding: bytes, as: UTF8.self)) }
    }
  }

  @Test(arguments: ["", "  ", "\n"])
  func nothing(text: String) throws {
    let error = try #require(throws: ExpressionError.self) { try Expression(text) }
    #expect(error.description == "no hours are given; for example Mo-Fr 09:00-18:00")
  }

  @Test func tooLong() throws {
    let text = String(repeating: "Mo off;", count: 600)
    let error = try #require(throws: ExpressionError.self) { try Expression(text) }
    #expect(error.description == "longer than 4096 bytes")
  }

  @Test(
    arguments: [
      ("Mo-Fr 09:00-17:00", false, false), ("PH off", true, false), ("SH off", false, true),
      ("Mo 09:00-12:00 || PH,SH off", true, true),
    ])
  func holidaysAsked(text: String, usesPublic: Bool, usesSchool: Bool) throws {
    let expression = try Expression(text)
    #expect(expression.usesPublicHolidays == usesPublic)
    #expect(expression.usesSchoolHolidays == usesSchool)
  }
}

/// Rows of cells parted by `->`.
func table(_ text: String) -> [[String]] {
  text.split(separator: "\n").map { row in
    row.split(separator: " -> ").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
