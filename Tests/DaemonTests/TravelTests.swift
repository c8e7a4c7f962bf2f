// An owner who travels: the office stays where the configuration says, and what the system thinks is shown.

import Foundation
import Testing

/// A folder with a zone of the test's own, `Here/Now`, which is set as a traveller's phone would set it.
private struct Traveller {
  let folder: Folder
  var options = DaemonProcess.Options()

  init() throws {
    folder = try Folder()
    options.environment = ["TZDIR": "\(folder.path)/zoneinfo", "TZ": "Here/Now"]
  }

  func arrive(in zone: String) throws {
    let here = "\(folder.path)/zoneinfo/Here"
    try FileManager.default.createDirectory(atPath: here, withIntermediateDirectories: true)
    try? FileManager.default.removeItem(atPath: "\(here)/Now")
    try FileManager.default.createSymbolicLink(
      atPath: "\(here)/Now", withDestinationPath: "/usr/share/zoneinfo/\(zone)")
  }
}

@Suite struct TravelTests {
  /// Said when it begins, and not again with each turn and each reload.
  @Test func theOfficeStaysAndSaysSoOnce() throws {
    let traveller = try Traveller()
    try traveller.arrive(in: "Europe/Berlin")
    let daemon = try DaemonProcess(
      traveller.folder, configuration: "timezone = \"Europe/Berlin\"\nhours = \"24/7\"", traveller.options)
    #expect(try !daemon.ask("status").has("system_zone"), "another name for the same clocks is no news")
    #expect(try daemon.ask("status")["hours"] == "24/7")
    for said in 1...2 {
      try traveller.arrive(in: "Asia/Tokyo")
      #expect(try daemon.ask("reload").texts("changed").isEmpty)
      for line in ["add {\"about\":\"x\"}", "reload", "tick"] { try daemon.ask(line) }
      let status = try daemon.ask("status")
      #expect(status["zone"] == "Europe/Berlin" && status["system_zone"] == "Here/Now")
      let notices = daemon.errorText.components(
        separatedBy: "the system is in Here/Now, the office stays in Europe/Berlin")
      #expect(notices.count == said + 1, "\(daemon.errorText)")
      try traveller.arrive(in: "Europe/Berlin")
      try daemon.ask("reload")
      #expect(try !daemon.ask("status").has("system_zone"))
    }
  }

  /// The way out is said where it helps: nobody with a zone of their own is told to write one down.
  @Test(arguments: [true, false]) func withoutAZoneTheOfficeMoves(namesZone: Bool) throws {
    let folder = try Folder()
    let configuration = (namesZone ? "timezone = \"Asia/Tokyo\"\n" : "") + "hours = \"24/7\""
    var options = DaemonProcess.Options()
    options.environment = ["TZ": "Europe/Berlin"]
    var daemon = try DaemonProcess(folder, configuration: configuration, options)
    #expect(try daemon.end() == 0)
    options.environment = ["TZ": "Asia/Tokyo"]
    daemon = try DaemonProcess(folder, configuration: configuration, options)
    let status = try daemon.ask("status")
    #expect(status["zone"] == "Asia/Tokyo" && !status.has("system_zone"))
    let words =
      "the office moves with the system from Europe/Berlin to Asia/Tokyo; to keep its hours where they were, "
      + "write timezone = \"Europe/Berlin\" into \(folder.configuration)"
    #expect(daemon.errorText.contains(words) == !namesZone, "\(daemon.errorText)")
  }

  /// An update of the system's zones, as dpkg makes it: beside it first, then in its place. Or another link, and then
  /// another file where that one leads.
  @Test(arguments: [["file", "file"], ["link", "link"], ["link", "target"]])
  func theRulesOfAZoneChange(kinds: [String]) throws {
    let traveller = try Traveller()
    try traveller.arrive(in: "Europe/Berlin")
    let daemon = try DaemonProcess(
      traveller.folder, configuration: "timezone = \"Here/Now\"\nhours = \"24/7\"", traveller.options)
    let watcher = try daemon.connect()
    try watcher.ask("watch {\"only\":\"office.configured\"}")
    let here = "\(traveller.folder.path)/zoneinfo/Here/Now"
    for (kind, (zone, offset)) in zip(kinds, [("Asia/Tokyo", "+09:00"), ("Asia/Kathmandu", "+05:45")]) {
      let copy = "\(traveller.folder.path)/\(zone.suffix(4))"
      try FileManager.default.copyItem(atPath: "/usr/share/zoneinfo/\(zone)", toPath: copy)
      switch kind {
      case "file": #expect(rename(copy, here) == 0)
      case "link":
        try FileManager.default.createSymbolicLink(atPath: here + ".new", withDestinationPath: copy)
        #expect(rename(here + ".new", here) == 0)
      default: #expect(rename(copy, try FileManager.default.destinationOfSymbolicLink(atPath: here)) == 0)
      }
      #expect(try watcher.next().texts("changed") == ["timezone"])
      let now = try #require(try daemon.ask("status")["now"])
      #expect(now.hasSuffix(offset), "\(now)")
    }
  }

  @Test func contactsAreListed() throws {
    let daemon = try DaemonProcess(ContactTests.contacts)
    let contacts = try daemon.ask("contacts").list("contacts")
    #expect(contacts.map { $0["id"] as? String } == ["acme", "Boris"])
    #expect(contacts.map { $0["name"] as? String } == ["Acme GmbH", "Boris"])
    #expect(contacts.map { $0["class"] as? String } == ["client", "personal"])
  }
}
