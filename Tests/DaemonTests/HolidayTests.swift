// Holidays in the running daemon: their names as reasons, and a warning before a calendar ends.

import Foundation
import Testing

/// Once for all: a test may run across midnight.
private let today = Date()

/// A day relative to today in UTC, as calendars write it: `20261224`, or with hyphens.
private func day(_ offset: Int, hyphens: Bool = false) -> String {
  let date = today.addingTimeInterval(Double(offset) * 86_400).ISO8601Format().prefix(10)
  return hyphens ? String(date) : date.filter { $0 != "-" }
}

private func calendar(_ lines: String) -> String {
  "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//tests//EN\n\(lines)\nEND:VCALENDAR\n"
}

@Suite struct HolidayTests {
  @Test func holidaysAreReasonsAndSchoolHolidaysHaveHoursOfTheirOwn() throws {
    let folder = try Folder()
    try folder.write(
      calendar(
        """
        BEGIN:VEVENT
        UID:summer
        DTSTART;VALUE=DATE:\(day(10))
        DTEND;VALUE=DATE:\(day(50))
        SUMMARY:Sommerferien
        END:VEVENT
        """), to: "\(folder.path)/school.ics")
    try folder.write(
      calendar(
        """
        BEGIN:VEVENT
        UID:day
        DTSTART;VALUE=DATE:\(day(20))
        RRULE:FREQ=YEARLY
        SUMMARY:Betriebsfeier
        END:VEVENT
        """), to: "\(folder.path)/company.ics")
    let daemon = try DaemonProcess(
      folder,
      configuration: """
        timezone = "UTC"
        hours = "Mo-Su 09:00-18:00; SH 10:00-12:00; PH off"
        [holidays]
        calendars = ["company.ics"]
        school = ["school.ics"]
        """)
    for (offset, time, state, until, reason) in [
      (9, "13:00", "open", "18:00", nil), (10, "13:00", "closed", "10:00", "Sommerferien"),
      (10, "11:00", "open", "12:00", "Sommerferien"), (20, "11:00", "closed", "10:00", "Betriebsfeier"),
      (49, "13:00", "closed", "09:00", "Sommerferien"), (50, "13:00", "open", "18:00", nil),
    ] {
      let status = try daemon.ask("status {\"at\":\"\(day(offset, hyphens: true))T\(time):00Z\"}")
      #expect(status["state"] == state && status["reason"] == reason, "\(offset) \(time): \(status)")
      #expect(status["until"]?.contains("T\(until)") == true, "\(offset) \(time): \(status)")
    }
  }

  /// In UTF-8, as all calendars should be, and in Latin-1.
  @Test(arguments: [String.Encoding.utf8, .isoLatin1])
  func aCalendarThatVanishesIsRemembered(_ encoding: String.Encoding) throws {
    let folder = try Folder()
    let event = "BEGIN:VEVENT\nUID:day\nDTSTART;VALUE=DATE:\(day(20))\nSUMMARY:Fête\nEND:VEVENT"
    let file = "\(folder.path)/company.ics"
    try calendar(event).write(toFile: file, atomically: false, encoding: encoding)
    let configuration = """
      timezone = "UTC"
      hours = "Mo-Su 09:00-18:00; PH off"
      [holidays]
      calendars = ["company.ics"]
      """
    var daemon = try DaemonProcess(folder, configuration: configuration)
    #expect(try daemon.end() == 0)
    try FileManager.default.removeItem(atPath: file)
    daemon = try DaemonProcess(folder, configuration: configuration)
    let status = try daemon.ask("status {\"at\":\"\(day(20, hyphens: true))T12:00:00Z\"}")
    #expect(status["state"] == "closed" && status["reason"]?.hasPrefix("F") == true, "\(status)")
    #expect(status["configuration_error"]?.contains("company.ics: no such file") == true)
  }

  @Test func aCalendarsEndIsToldInTime() throws {
    let folder = try Folder()
    let configuration = """
      timezone = "UTC"
      hours = "Mo-Su 09:00-18:00; PH off"
      [holidays]
      calendars = ["company.ics"]
      """
    let write = { (end: Int) in
      let text = """
        X-HOURSD-END;VALUE=DATE:\(day(end))
        BEGIN:VEVENT
        UID:day
        DTSTART;VALUE=DATE:\(day(1))
        SUMMARY:Betriebsfeier
        END:VEVENT
        """
      try folder.write(calendar(text), to: "\(folder.path)/company.ics")
    }
    try write(200)
    let daemon = try DaemonProcess(folder, configuration: configuration)
    // The daemon was started long before: the day that is asked about decides.
    for (offset, words) in [(0, ""), (105, ""), (115, "is known after"), (201, "is known since")] {
      let status = try daemon.ask("status {\"at\":\"\(day(offset, hyphens: true))T12:00:00Z\"}")
      let warning = status.texts("warnings").first ?? ""
      #expect(
        warning.isEmpty == words.isEmpty && (words.isEmpty || warning.contains(words)), "\(offset): \(status)"
      )
    }
    #expect(!daemon.errorText.contains("is known"))
    try write(30)
    try daemon.ask("reload")
    for _ in 0..<2 {
      let warnings = try daemon.ask("status").texts("warnings")
      #expect(
        warnings.map { $0.hasPrefix("\(folder.path)/company.ics: no holiday is known after ") } == [true])
      try daemon.ask("add {\"about\":\"x\"}")
    }
    #expect(daemon.errorText.components(separatedBy: "is known after").count == 2, "\(daemon.errorText)")
    #expect(daemon.notifications.message("STATUS=")?.contains("is known after") == true)
  }
}
