// Absence calendars: what an event closes, in UTC, for an office in Berlin on 2026-11-23.
//
// Berlin's clocks go back on 2026-10-25 and forward on 2027-03-28, both at 01:00 UTC; New York's back on 2026-11-01.

import OpeningHours
import Testing

@testable import HoursSetup

@Suite struct AbsenceTests {
  @Test(
    arguments: Case.table(
      """
      DTSTART;VALUE=DATE:20261224
      SUMMARY:an end is not written: one day
      -> 2026-12-23T23:00:00Z 2026-12-24T23:00:00Z an end is not written: one day
      ----
      DTSTART;VALUE=DATE:20261224
      DTEND;VALUE=DATE:20261224
      SUMMARY:an end on the same day: one day
      -> 2026-12-23T23:00:00Z 2026-12-24T23:00:00Z an end on the same day: one day
      ----
      DTSTART;VALUE=DATE:20261224
      DTEND;VALUE=DATE:20270102
      SUMMARY:the end is not part of it
      -> 2026-12-23T23:00:00Z 2027-01-01T23:00:00Z the end is not part of it
      ----
      DTSTART;VALUE=DATE:20261224
      DURATION:P1W
      SUMMARY:a week
      -> 2026-12-23T23:00:00Z 2026-12-30T23:00:00Z a week
      ----
      DTSTART;VALUE=DATE:20261025
      SUMMARY:a day of 25 hours
      -> 2026-10-24T22:00:00Z 2026-10-25T23:00:00Z a day of 25 hours
      ----
      DTSTART:20261124T140000
      DTEND:20261124T153000
      SUMMARY:dentist\\, by the office's clock
      -> 2026-11-24T13:00:00Z 2026-11-24T14:30:00Z dentist, by the office's clock
      ----
      DTSTART:20261124T140000Z
      DTEND:20261124T153000Z
      SUMMARY:in UTC
      -> 2026-11-24T14:00:00Z 2026-11-24T15:30:00Z in UTC
      ----
      DTSTART;TZID=Europe/Moscow:20261124T140000
      DURATION:PT1H30M
      SUMMARY:in Moscow
      -> 2026-11-24T11:00:00Z 2026-11-24T12:30:00Z in Moscow
      ----
      DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20261124T090000
      DTEND;TZID=/freeassociation.sourceforge.net/America/New_York:20261124T100000
      SUMMARY:a zone with a prefix
      -> 2026-11-24T14:00:00Z 2026-11-24T15:00:00Z a zone with a prefix
      ----
      DTSTART;TZID=Europe/Berlin:20261124T220000
      DTEND;TZID=Asia/Tokyo:20261125T150000
      SUMMARY:a flight across zones
      -> 2026-11-24T21:00:00Z 2026-11-25T06:00:00Z a flight across zones
      ----
      DTSTART:20270328T023000
      DTEND:20270328T033000
      SUMMARY:starts in the gap
      -> 2027-03-28T01:00:00Z 2027-03-28T01:30:00Z starts in the gap
      ----
      DTSTART:20261025T023000
      DTEND:20261025T040000
      SUMMARY:starts in the fold
      -> 2026-10-25T00:30:00Z 2026-10-25T03:00:00Z starts in the fold
      ----
      DTSTART;TZID=Europe/Berlin:20261012T140000
      DTEND;TZID=Europe/Berlin:20261012T170000
      RRULE:FREQ=WEEKLY;COUNT=3
      SUMMARY:by the clock, across its change
      -> 2026-10-12T12:00:00Z 2026-10-12T15:00:00Z by the clock, across its change
      -> 2026-10-19T12:00:00Z 2026-10-19T15:00:00Z by the clock, across its change
      -> 2026-10-26T13:00:00Z 2026-10-26T16:00:00Z by the clock, across its change
      ----
      DTSTART;TZID=America/New_York:20261030T090000
      DURATION:PT1H
      RRULE:FREQ=DAILY;UNTIL=20261102T140000Z
      SUMMARY:the end belongs to it
      -> 2026-10-30T13:00:00Z 2026-10-30T14:00:00Z the end belongs to it
      -> 2026-10-31T13:00:00Z 2026-10-31T14:00:00Z the end belongs to it
      -> 2026-11-01T14:00:00Z 2026-11-01T15:00:00Z the end belongs to it
      -> 2026-11-02T14:00:00Z 2026-11-02T15:00:00Z the end belongs to it
      ----
      DTSTART;VALUE=DATE:20180501
      RRULE:FREQ=YEARLY;UNTIL=20270501
      SUMMARY:the window opens with 2024
      -> 2024-04-30T22:00:00Z 2024-05-01T22:00:00Z the window opens with 2024
      -> 2025-04-30T22:00:00Z 2025-05-01T22:00:00Z the window opens with 2024
      -> 2026-04-30T22:00:00Z 2026-05-01T22:00:00Z the window opens with 2024
      -> 2027-04-30T22:00:00Z 2027-05-01T22:00:00Z the window opens with 2024
      ----
      DTSTART;VALUE=DATE:20261127
      RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3
      SUMMARY:last Fridays
      -> 2026-11-26T23:00:00Z 2026-11-27T23:00:00Z last Fridays
      -> 2026-12-24T23:00:00Z 2026-12-25T23:00:00Z last Fridays
      -> 2027-01-28T23:00:00Z 2027-01-29T23:00:00Z last Fridays
      ----
      DTSTART;TZID=Europe/Berlin:20261201T090000
      DURATION:PT1H
      RRULE:FREQ=DAILY;COUNT=4
      EXDATE;TZID=Europe/Berlin:20261202T090000,20261203T090000
      RDATE;TZID=Europe/Berlin:20261210T120000
      SUMMARY:lists of dates
      -> 2026-12-01T08:00:00Z 2026-12-01T09:00:00Z lists of dates
      -> 2026-12-04T08:00:00Z 2026-12-04T09:00:00Z lists of dates
      -> 2026-12-10T11:00:00Z 2026-12-10T12:00:00Z lists of dates
      ----
      DTSTART:20261201T090000
      DURATION:PT1H
      RRULE:FREQ=DAILY;COUNT=2
      EXDATE;VALUE=DATE:20261202
      SUMMARY:a day taken out of timed ones
      -> 2026-12-01T08:00:00Z 2026-12-01T09:00:00Z a day taken out of timed ones
      ----
      DTSTART:20261201T090000
      DURATION:PT1H
      RRULE:FREQ=DAILY;COUNT=3
      SUMMARY:every day
      END:VEVENT
      BEGIN:VEVENT
      UID:1
      RECURRENCE-ID:20261202T090000
      DTSTART:20261202T150000
      DURATION:PT2H
      SUMMARY:moved
      END:VEVENT
      BEGIN:VEVENT
      UID:1
      RECURRENCE-ID:20261203T080000Z
      DTSTART:20261203T090000
      STATUS:CANCELLED
      -> 2026-12-01T08:00:00Z 2026-12-01T09:00:00Z every day
      -> 2026-12-02T14:00:00Z 2026-12-02T16:00:00Z moved
      ----
      DTSTART;VALUE=DATE:20261224
      STATUS:CANCELLED
      SUMMARY:called off
      ----
      DTSTART;VALUE=DATE:20261224
      STATUS:TENTATIVE
      TRANSP:TRANSPARENT
      SUMMARY:free or busy is not asked
      -> 2026-12-23T23:00:00Z 2026-12-24T23:00:00Z free or busy is not asked
      ----
      DTSTART;VALUE=DA
       TE:20261224
      SUMMARY:folded in the mid
       dle
      -> 2026-12-23T23:00:00Z 2026-12-24T23:00:00Z folded in the middle
      ----
      DTSTART;VALUE=DATE:20261224
      BEGIN:VALARM
      TRIGGER:-PT15M
      SUMMARY:of the alarm
      DURATION:P9D
      END:VALARM
      -> 2026-12-23T23:00:00Z 2026-12-24T23:00:00Z absence
      ----
      DTSTART;VALUE=DATE:19990101
      SUMMARY:long ago
      ----
      DTSTART;VALUE=DATE:20231220
      DTEND;VALUE=DATE:20240105
      SUMMARY:what lies before the window is cut off
      -> 2023-12-31T23:00:00Z 2024-01-04T23:00:00Z what lies before the window is cut off
      """))
  func closed(_ row: Case) throws {
    let events = "BEGIN:VEVENT\nUID:1\n\(row.text)\nEND:VEVENT"
    let configuration = try configuration(
      "[absence]\ncalendars = [\"vacation.ics\"]", calendars: ["vacation.ics": calendar(events)])
    let lines = configuration.absences.map { "\($0.start) \($0.end) \($0.reason ?? "-")" }
    #expect(lines == row.expected)
    #expect(configuration.absences.allSatisfy { $0.state == .closed })
  }

  @Test(arguments: ["\r\n", "\n"])
  func lineEndsAndByteOrderMark(_ end: String) throws {
    let text = "\u{FEFF}" + calendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nSUMMARY:x\nEND:VEVENT")
    let absences = try configuration(
      "[absence]\ncalendars = [\"vacation.ics\"]",
      calendars: ["vacation.ics": text.split(separator: "\n").joined(separator: end)]
    ).absences
    #expect(absences.map(\.reason) == ["x"])
  }

  @Test func twoCalendarsAreOneList() throws {
    let event = { (day: String) in calendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:\(day)\nEND:VEVENT") }
    let absences = try configuration(
      "[absence]\ncalendars = [\"b.ics\", \"a.ics\"]",
      calendars: ["a.ics": event("20261201"), "b.ics": event("20261205")]
    ).absences
    #expect(absences.map(\.start.description) == ["2026-11-30T23:00:00Z", "2026-12-04T23:00:00Z"])
  }
}
