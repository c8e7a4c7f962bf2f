// Overrides in the running daemon: announced in the turn that makes them, there after a kill, over by themselves.

import Civil
import Foundation
import Glibc
import HoursWire
import OpeningHours
import Testing

@testable import HoursCore

@Suite struct OverrideTests {
  static let always = "timezone = \"UTC\"\nhours = \"24/7\"\n"

  @Test func isAnnouncedAtOnceAndEndsWhenToldTo() throws {
    let daemon = try DaemonProcess(Self.always)
    let watcher = try daemon.connect()
    try watcher.ask("watch {\"only\":\"office\"}")
    let connection = try daemon.connect()
    let request = "override {\"state\":\"closed\",\"until\":\"+2h\",\"reason\":\"flu\",\"key\":\"k\"}"
    let made = try connection.ask(request)
    #expect(made.number("id") == 1 && made["state"] == "closed" && made["reason"] == "flu", "\(made)")
    #expect(made.list("affected").isEmpty && made.has("affected") && made.has("made_at"))
    let status = try connection.ask("status")
    #expect(status["state"] == "closed" && status["reason"] == "flu" && status.number("override") == 1)
    #expect(status["until"] == made["until"])
    let until = try #require(made["until"])
    let hours = try connection.ask("hours {\"from\":\"now\",\"to\":\"\(until)\"}")
    #expect(hours.list("intervals").map { $0["override"] as? Int } == [1], "\(hours)")
    #expect(try connection.ask(request).text == made.text, "the key makes it safe to repeat")

    let ended = try connection.ask("end-override {\"id\":1}")
    #expect(ended.number("id") == 1 && ended["until"] != made["until"], "\(ended)")
    #expect(try connection.ask("end-override {\"id\":1}").code == "conflict")
    #expect(try connection.ask("end-override {\"id\":2}").code == "not-found")
    #expect(try connection.ask("status")["state"] == "open")
    #expect(try connection.ask("overrides").list("overrides").isEmpty)

    let events = try (1...4).map { _ in try watcher.next() }
    #expect(
      events.compactMap(\.event) == [
        "office.override", "office.closed", "office.override-ended", "office.opened",
      ])
    #expect(events[0].text.contains("\"override\":{\"id\":1,\"state\":\"closed\""), "\(events[0])")
    #expect(events[1]["reason"] == "flu" && events[1].number("override") == 1, "\(events[1])")
  }

  /// Nobody asks, and nothing else happens: the daemon wakes by itself.
  @Test func endsByItself() throws {
    let daemon = try DaemonProcess(Self.always)
    let watcher = try daemon.connect()
    try watcher.ask("watch {\"only\":\"office\"}")
    #expect(try daemon.ask("override {\"state\":\"closed\",\"until\":\"+2s\"}").code == nil)
    let events = try (1...4).compactMap { _ in try watcher.next().event }
    #expect(events == ["office.override", "office.closed", "office.override-ended", "office.opened"])
  }

  /// The status line comes into the journal.
  @Test func theReasonStaysOutOfTheStatusLine() throws {
    let daemon = try DaemonProcess(Self.always)
    try daemon.ask("override {\"state\":\"closed\",\"until\":\"+2h\",\"reason\":\"flu\"}")
    try daemon.ask("version")
    let line = try #require(daemon.notifications.message("STATUS=closed"))
    #expect(line.contains("(override 1)") && !line.contains("flu"), "\(line)")
  }

  @Test func isThereAfterAKill() throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: Self.always)
    for line in [
      "override {\"state\":\"closed\",\"until\":\"+3h\",\"reason\":\"flu\"}",
      "override {\"state\":\"open\",\"from\":\"+1h\",\"until\":\"+1h\"}",
      "override {\"state\":\"closed\",\"from\":\"+5h\",\"until\":\"+1h\"}", "end-override {\"id\":3}",
      "override {\"state\":\"closed\",\"from\":\"+7h\",\"until\":\"+1h\"}",
    ] { #expect(try daemon.ask(line).code == nil, "\(line)") }
    let before = try daemon.ask("overrides")
    #expect(before.list("overrides").compactMap { $0["id"] as? Int } == [1, 2, 4])
    let newest = try #require(try daemon.ask("status").seq)
    #expect(try daemon.end(SIGKILL) == 128 + Int(SIGKILL))

    daemon = try DaemonProcess(folder)
    #expect(try daemon.ask("overrides").text == before.text)
    let status = try daemon.ask("status")
    #expect(status["state"] == "closed" && status.number("override") == 1, "\(status)")
    #expect(status.seq == newest, "a restart is no news")
    #expect(try daemon.ask("end-override {\"id\":3}").code == "conflict")
    #expect(try daemon.ask("override {\"state\":\"open\",\"until\":\"+1h\"}").number("id") == 5)

    let watcher = try daemon.connect()
    try watcher.ask("watch {\"since\":0}")
    let lines = try watcher.events(through: newest).map { try EventLine(line: Array($0.text.utf8)) }
    var office = Office(
      Configuration(zone: .utc, hours: try OpeningHours.Expression("24/7")), at: lines[0].event.at)
    office.apply(lines.map(\.event))
    #expect(office.overrides.standing.map(\.id) == [1, 2, 4], "the events say the same")
  }

  @Test func aVacationThatComesByReloadNamesWhoWasPromisedThatTime() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: Self.always)
    let day = { (offset: Int) in
      Date().addingTimeInterval(Double(offset) * 86_400).ISO8601Format().prefix(10).filter { $0 != "-" }
    }
    #expect(try daemon.ask("add {\"about\":\"a quote\",\"promised\":\"+10d\"}").number("issue") == 1)
    #expect(try daemon.ask("add {\"about\":\"a call\",\"promised\":\"+2h\"}").number("issue") == 2)
    try folder.write(
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//tests//EN
      BEGIN:VEVENT
      UID:vacation
      DTSTART;VALUE=DATE:\(day(8))
      DTEND;VALUE=DATE:\(day(13))
      SUMMARY:Italy
      END:VEVENT
      END:VCALENDAR

      """, to: "\(folder.path)/vacation.ics")
    try folder.write(
      Self.always + "[absence]\ncalendars = [\"vacation.ics\"]\n", to: folder.configuration)
    let reloaded = try daemon.ask("reload")
    #expect(reloaded.texts("changed") == ["absence"])
    #expect(reloaded.list("affected").compactMap { $0["id"] as? Int } == [1], "\(reloaded)")
    // Said once: what is broken already is no news.
    let override = "override {\"state\":\"closed\",\"from\":\"+9d\",\"until\":\"+2d\"}"
    #expect(try daemon.ask(override).list("affected").isEmpty)
  }
}
