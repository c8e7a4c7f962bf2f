// How far a calendar of holidays knows, and the day from which on that is said.

import Civil
import HoursCore
import Testing

@testable import HoursSetup

@Suite struct CalendarEndTests {
  static let hours = "hours = \"Mo-Fr 09:00-18:00; PH off; SH 10:00-12:00\"\n"

  /// Events of a calendar, read on 2026-11-23 -> the last day that it knows about.
  @Test(
    arguments: Case.table(
      """
      DTSTART;VALUE=DATE:20261225
      -> 2026-12-31
      ----
      DTSTART;VALUE=DATE:20280101
      -> 2028-12-31
      ----
      DTSTART;VALUE=DATE:20261223
      DTEND;VALUE=DATE:20270107
      -> 2027-12-31
      ----
      DTSTART;VALUE=DATE:20200501
      RRULE:FREQ=YEARLY;UNTIL=20290501
      -> 2029-12-31
      ----
      DTSTART;VALUE=DATE:20200501
      RRULE:FREQ=YEARLY;COUNT=8
      -> 2027-12-31
      ----
      DTSTART;VALUE=DATE:20200501
      RRULE:FREQ=YEARLY
      ----
      DTSTART;VALUE=DATE:20200501
      RRULE:FREQ=YEARLY
      END:VEVENT
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20261224
      ----
      DTSTART;VALUE=DATE:20990101
      ----
      DTSTART;VALUE=DATE:20190101
      -> 2023-12-31
      ----
      DTSTART;VALUE=DATE:20280101
      STATUS:CANCELLED
      -> 2023-12-31
      ----
      DTSTART;VALUE=DATE:20270101
      END:VEVENT
      X-HOURSD-END;VALUE=DATE:20270630
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20261224
      -> 2027-06-30
      ----
      DTSTART;VALUE=DATE:20200501
      RRULE:FREQ=YEARLY
      END:VEVENT
      X-HOURSD-END:20291231
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20261224
      -> 2029-12-31
      """))
  func end(_ row: Case) throws {
    for key in ["calendars", "school"] {
      let other = key == "school" ? "calendars" : "school"
      let endless = calendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY\nEND:VEVENT")
      let text = Self.hours + "[holidays]\n\(key) = [\"own.ics\"]\n\(other) = [\"endless.ics\"]"
      let ends = try configuration(
        text,
        calendars: ["own.ics": calendar("BEGIN:VEVENT\n\(row.text)\nEND:VEVENT"), "endless.ics": endless]
      ).calendarEnds
      #expect(ends.map(\.lastDay.description) == row.expected)
      #expect(ends.allSatisfy { $0.name == "own.ics" })
    }
  }

  /// The office's day -> what is said of data that end with a year.
  @Test(arguments: [
    ("2026-09-30", "-"), ("2026-10-01", "soon"), ("2026-12-31", "soon"), ("2027-01-01", "ended"),
    ("2029-05-01", "ended"), ("2020-01-01", "-"),
  ])
  func said(_ day: String, _ expected: String) throws {
    let end = CalendarEnd(
      name: "DE-BY", lastDay: try #require(CivilDate("2026-12-31")), wayOut: "get a newer one")
    let sentences = [
      "soon": "DE-BY: no holiday is known after 2026-12-31; get a newer one",
      "ended":
        "DE-BY: no holiday is known since 2026-12-31, and none is kept any more; get a newer one",
    ]
    #expect(end.warning(on: try #require(CivilDate(day))) == sentences[expected])
  }

  @Test func theDayIsTheOffices() throws {
    let event = calendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nEND:VEVENT")
    let text = "timezone = \"Asia/Tokyo\"\nhours = \"PH off\"\n[holidays]\ncalendars = [\"own.ics\"]"
    let configuration = try configuration(text, calendars: ["own.ics": event])
    // In Tokyo the year begins at 15:00 UTC, and October, too.
    let october = 1_790_780_400 as Int64
    #expect(configuration.warnings(at: Instant(seconds: october - 1)).isEmpty)
    #expect(
      configuration.warnings(at: Instant(seconds: october)) == [
        "own.ics: no holiday is known after 2026-12-31; add the days to come, or say in it how far it reaches: X-HOURSD-END;VALUE=DATE:20271231"
      ])
    let january = 1_798_729_200 as Int64
    #expect(configuration.warnings(at: Instant(seconds: january - 1)).first?.contains("after") == true)
    #expect(configuration.warnings(at: Instant(seconds: january)).first?.contains("since") == true)
  }

  @Test func whatIsSaidOfTheEndMustBeADay() {
    let text =
      "BEGIN:VCALENDAR\nX-HOURSD-END;VALUE=DATE:soon\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nEND:VEVENT\nEND:VCALENDAR"
    let configuration = "hours = \"PH off\"\n[holidays]\ncalendars = [\"own.ics\"]"
    #expect(
      HoursSetupTests.said(sources(configuration, calendars: ["own.ics": text])) == [
        "own.ics:2: X-HOURSD-END cannot be understood; mend this event, or take it out"
      ])
  }

  @Test func theEndIsSaidOnce() {
    let text =
      "BEGIN:VCALENDAR\nX-HOURSD-END:20271231\nX-HOURSD-END:20281231\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nEND:VEVENT\nEND:VCALENDAR"
    let configuration = "hours = \"PH off\"\n[holidays]\ncalendars = [\"own.ics\"]"
    #expect(
      HoursSetupTests.said(sources(configuration, calendars: ["own.ics": text])) == [
        "own.ics:3: X-HOURSD-END stands in line 2, too; take one of them out"
      ])
  }

  /// Named as a calendar of holidays of both kinds, and twice as one of them.
  @Test func whatIsOddIsSaidOnce() throws {
    let event = calendar(
      "BEGIN:VEVENT\nDTSTART:20261224T100000\nDTEND:20261224T110000\nSUMMARY:lunch\nEND:VEVENT")
    let text = Self.hours + "[holidays]\ncalendars = [\"own.ics\", \"own.ics\"]\nschool = [\"own.ics\"]"
    #expect(
      HoursSetupTests.said(sources(text, calendars: ["own.ics": event])) == [
        "warning: own.ics:5: \"lunch\" does not last a whole day, so it is no holiday; make it one of whole days, or name this calendar under [absence]"
      ])
    #expect(try configuration(text, calendars: ["own.ics": event]).calendarEnds.count == 1)
  }
}
