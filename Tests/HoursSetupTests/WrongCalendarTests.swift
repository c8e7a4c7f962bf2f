// Calendars that cannot be relied on: an error with the file and the line, never silently no events.

import Testing

@testable import HoursSetup

@Suite struct WrongCalendarTests {
  static let configuration = "[absence]\ncalendars = [\"vacation.ics\"]"

  @Test(
    arguments: Case.table(
      """
      <!DOCTYPE html><title>Sign in</title>
      -> vacation.ics:1: not a calendar (BEGIN:VCALENDAR is missing); export it again as iCalendar (.ics)
      ----

      -> vacation.ics: not a calendar (BEGIN:VCALENDAR is missing); export it again as iCalendar (.ics)
      ----
      BEGIN:VCARD
      END:VCARD
      -> vacation.ics: not a calendar (BEGIN:VCALENDAR is missing); export it again as iCalendar (.ics)
      ----
      BEGIN:VCALENDAR
      BEGIN:VTODO
      DTSTART;VALUE=DATE:20261224
      END:VTODO
      END:VCALENDAR
      -> vacation.ics: no event (VEVENT) in this calendar; without events it would say nothing: take it out, or fill it
      ----
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20261224
      -> vacation.ics:2: the file ends inside a VEVENT; export or download it again
      ----
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20261224
      END:VCALENDAR
      -> vacation.ics:4: "END:VCALENDAR" closes nothing that is open; export or download it again
      """))
  func whole(_ row: Case) {
    #expect(said(sources(Self.configuration, calendars: ["vacation.ics": row.text])) == row.expected)
  }

  /// The event begins in line 4 of its file.
  @Test(
    arguments: Case.table(
      """
      SUMMARY:when?
      -> vacation.ics:4: this event has no DTSTART; give it one, or take it out
      ----
      DTSTART:tomorrow
      -> vacation.ics:5: DTSTART cannot be understood; mend this event, or take it out
      ----
      DTSTART;VALUE=DATE:20260230
      -> vacation.ics:5: DTSTART names a date or time that does not exist (years are 1600 to 2500); mend this event, or take it out
      ----
      DTSTART;VALUE=DATE:15000101
      -> vacation.ics:5: DTSTART names a date or time that does not exist (years are 1600 to 2500); mend this event, or take it out
      ----
      DTSTART:20261224T240000
      -> vacation.ics:5: DTSTART names a date or time that does not exist (years are 1600 to 2500); mend this event, or take it out
      ----
      SUMMARY:Outlook's
      DTSTART;TZID=W. Europe Standard Time:20261224T090000
      -> vacation.ics:6: the time zone "W. Europe Standard Time" is not in the system's database; export in UTC, or with a name such as Europe/Berlin
      ----
      DTSTART;TZID=../../../etc/passwd:20261224T090000
      -> vacation.ics:5: the time zone "../../../etc/passwd" is not in the system's database; export in UTC, or with a name such as Europe/Berlin
      ----
      DTSTART;VALUE=DATE:20261224
      RRULE:FREQ=SOMETIMES
      -> vacation.ics:6: RRULE cannot be understood; mend this event, or take it out
      ----
      DTSTART:20261224T090000Z
      RRULE:FREQ=HOURLY
      -> vacation.ics:6: this event repeats within a day, which no holiday or absence does; take it out
      ----
      DTSTART;VALUE=DATE:17000101
      RRULE:FREQ=DAILY
      -> vacation.ics:6: its repetitions are more than 100000; end them (UNTIL or COUNT)
      ----
      DTSTART;VALUE=DATE:20261224
      DTEND;VALUE=DATE:20261223
      -> vacation.ics:5: this event ends before it starts; mend it, or take it out
      ----
      DTSTART:20261224T090000Z
      DURATION:-PT1H
      -> vacation.ics:6: DURATION cannot be understood; mend this event, or take it out
      ----
      DTSTART:20261224T090000Z
      RECURRENCE-ID;RANGE=THISANDFUTURE:20261224T090000Z
      -> vacation.ics:6: RECURRENCE-ID with RANGE is not understood; write these events out one by one
      ----
      DTSTART;VALUE=DATE:20261224
      EXDATE:tomorrow
      -> vacation.ics:6: EXDATE cannot be understood; mend this event, or take it out
      ----
      DTSTART:20261224T090000Z
      SUMMARY:a reminder
      -> warning: vacation.ics:5: "a reminder" has no end and no duration, so it closes nothing; give it an end
      """))
  func oneEvent(_ row: Case) {
    let text = calendar("BEGIN:VEVENT\n\(row.text)\nEND:VEVENT")
    #expect(said(sources(Self.configuration, calendars: ["vacation.ics": text])) == row.expected)
  }

  @Test func otherErrorsAreToldWithIt() {
    let text = "evning = \"19:00\"\n[absence]\ncalendars = [\"a.ics\", \"b.ics\"]"
    var sources = sources(text, calendars: ["a.ics": "no calendar"])
    sources.calendars["b.ics"] = .unreadable("Permission denied")
    #expect(
      said(sources) == [
        "config.toml:1:1: unknown key \"evning\"; did you mean \"evening\"?",
        "config.toml:3:23: absence.calendars: b.ics: cannot be read: Permission denied; name a file that is there, and yours to read",
        "a.ics:1: not a calendar (BEGIN:VCALENDAR is missing); export it again as iCalendar (.ics)",
      ])
  }
}
