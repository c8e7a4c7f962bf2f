// Holiday calendars: the days that count, and what is said about calendars that name none.

import Civil
import Foundation
import Testing

@testable import HoursSetup

@Suite struct HolidayTests {
  static let berlin = try? systemZones.zone("Europe/Berlin")

  func holidays(_ text: String) throws -> (days: [String], odd: [String]) {
    let office = try #require(Self.berlin)
    let window = try #require(CivilDate("2024-01-01"))..<(try #require(CivilDate("2038-01-01")))
    let calendar = try Calendar(Array(text.utf8), window: window, office: office, zones: systemZones)
    var odd: [String] = []
    let days = calendar.holidays(in: office) { name, _ in odd.append(name) }
    return (days.map { "\($0.key) \($0.value)" }.sorted(), odd)
  }

  /// The same days from an independent source, as dates and as a calendar.
  @Test(arguments: ["DE", "US"])
  func countries(_ country: String) throws {
    let sets = try JSONDecoder().decode([String: [String]].self, from: Data(fixture("holidays.json").utf8))
    let dates = try #require(sets[country])
    let days = try holidays(fixture("holidays-\(country).ics")).days
    #expect(days == dates.sorted().map { "\($0) \(country) holiday" })
  }

  @Test(
    arguments: Case.table(
      """
      DTSTART;VALUE=DATE:20261225
      DTEND;VALUE=DATE:20261227
      SUMMARY:Christmas
      -> 2026-12-25 Christmas
      -> 2026-12-26 Christmas
      ----
      DTSTART:20261224T230000Z
      DTEND:20261225T230000Z
      SUMMARY:a whole day of Berlin in UTC
      -> 2026-12-25 a whole day of Berlin in UTC
      ----
      DTSTART:20261224T140000
      DTEND:20261224T235900
      SUMMARY:an afternoon
      -> odd: an afternoon
      ----
      DTSTART;VALUE=DATE:20340601
      RRULE:FREQ=YEARLY
      SUMMARY:for ever, up to the window's end
      -> 2034-06-01 for ever, up to the window's end
      -> 2035-06-01 for ever, up to the window's end
      -> 2036-06-01 for ever, up to the window's end
      -> 2037-06-01 for ever, up to the window's end
      ----
      DTSTART;VALUE=DATE:20360229
      RRULE:FREQ=YEARLY
      SUMMARY:leap day
      -> 2036-02-29 leap day
      ----
      DTSTART;VALUE=DATE:20260713
      DTEND;VALUE=DATE:20260716
      SUMMARY:the end is not part of it
      -> 2026-07-13 the end is not part of it
      -> 2026-07-14 the end is not part of it
      -> 2026-07-15 the end is not part of it
      ----
      DTSTART;VALUE=DATE:20260713
      DURATION:P2D
      SUMMARY:two days
      -> 2026-07-13 two days
      -> 2026-07-14 two days
      ----
      DTSTART;VALUE=DATE-TIME:20261225T000000
      DTEND;VALUE=DATE-TIME:20261226T000000
      SUMMARY:from midnight to midnight by the office's clock
      -> 2026-12-25 from midnight to midnight by the office's clock
      ----
      DTSTART;TZID=Europe/Berlin:20261025T000000
      DURATION:PT25H
      SUMMARY:a day of 25 hours
      -> 2026-10-25 a day of 25 hours
      ----
      DTSTART:20261225T000000Z
      DTEND:20261226T000000Z
      SUMMARY:a whole day of London is none of Berlin
      -> odd: a whole day of London is none of Berlin
      ----
      DTSTART:20261224T120000
      DTEND:20261227T120000
      SUMMARY:from noon to noon: the days between
      -> 2026-12-25 from noon to noon: the days between
      -> 2026-12-26 from noon to noon: the days between
      ----
      DTSTART;VALUE=DATE:20261224
      STATUS:CANCELLED
      SUMMARY:called off
      ----
      DTSTART;VALUE=DATE:20261224
      STATUS:TENTATIVE
      TRANSP:TRANSPARENT
      CLASS:PRIVATE
      SUMMARY:free or busy, it is a holiday
      -> 2026-12-24 free or busy, it is a holiday
      ----
      DTSTART;VALUE=DATE:20260501
      RRULE:FREQ=YEARLY;COUNT=4
      EXDATE;VALUE=DATE:20270501
      RDATE;VALUE=DATE:20300502,20310503
      SUMMARY:without one, and two more
      -> 2026-05-01 without one, and two more
      -> 2028-05-01 without one, and two more
      -> 2029-05-01 without one, and two more
      -> 2030-05-02 without one, and two more
      -> 2031-05-03 without one, and two more
      ----
      UID:moved
      DTSTART;VALUE=DATE:20260501
      RRULE:FREQ=YEARLY;COUNT=2
      SUMMARY:spring
      END:VEVENT
      BEGIN:VEVENT
      UID:moved
      RECURRENCE-ID;VALUE=DATE:20270501
      DTSTART;VALUE=DATE:20270503
      SUMMARY:spring, moved
      -> 2026-05-01 spring
      -> 2027-05-03 spring, moved
      ----
      DTSTART;VALUE=DATE:20260501
      SUMMARY:of two names the first by letters
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20260501
      SUMMARY:another
      -> 2026-05-01 another
      ----
      DTSTART;VALUE=DATE:20260501
      -> 2026-05-01 holiday
      """))
  func days(_ row: Case) throws {
    let (days, odd) = try holidays(calendar("BEGIN:VEVENT\n\(row.text)\nEND:VEVENT"))
    #expect(days + odd.map { "odd: \($0)" } == row.expected)
  }

  /// Of several calendars the first that names a day gives it its name; public and school holidays stay apart.
  @Test func severalCalendars() throws {
    let event = { (day: String, name: String) in
      "BEGIN:VEVENT\nDTSTART;VALUE=DATE:\(day)\nDURATION:P2D\nSUMMARY:\(name)\nEND:VEVENT"
    }
    let holidays = try configuration(
      """
      hours = "Mo-Fr 09:00-18:00; SH 10:00-12:00; PH off"
      [holidays]
      country = "DE"
      calendars = ["a.ics", "b.ics"]
      school = ["c.ics", "d.ics"]
      """,
      calendars: [
        "/data/holidays/DE.ics": calendar(event("20270101", "Neujahr")),
        "a.ics": calendar(event("20270102", "a")), "b.ics": calendar(event("20270103", "b")),
        "c.ics": calendar(event("20270102", "c")), "d.ics": calendar(event("20270104", "d")),
      ]
    ).holidays
    let told = { (days: [CivilDate: String]) in days.map { "\($0.key) \($0.value)" }.sorted() }
    #expect(
      told(holidays.public) == [
        "2027-01-01 Neujahr", "2027-01-02 Neujahr", "2027-01-03 a", "2027-01-04 b",
      ])
    #expect(told(holidays.school) == ["2027-01-02 c", "2027-01-03 c", "2027-01-04 d", "2027-01-05 d"])
  }
}
