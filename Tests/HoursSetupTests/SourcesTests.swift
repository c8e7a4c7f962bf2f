// What is read from disk, and that it is enough to make the configuration again without the disk.

import Foundation
import HoursCore
import Testing

@testable import HoursSetup

/// A folder of files that is gone after the test.
final class Folder {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("hours-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = "\(path)/\(name)"
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: file, atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct SourcesTests {
  static let event = calendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nSUMMARY:x\nEND:VEVENT")

  func read(_ folder: Folder, _ environment: [String: String] = [:]) throws -> Sources {
    try Sources.read(
      path: "\(folder.path)/hoursd/config.toml", data: "\(folder.path)/share",
      environment: environment.merging(["HOME": "\(folder.path)/home", "TZ": "Europe/Berlin"]) { own, _ in own
      },
      zones: systemZones)
  }

  @Test func everyCalendarIsFoundAndKept() throws {
    let folder = try Folder([
      "hoursd/config.toml": """
      hours = "Mo-Fr 09:00-18:00; PH off; SH off"
      [holidays]
      country = "DE-BY"
      calendars = ["more.ics"]
      school = ["~/school.ics"]
      [absence]
      calendars = ["sub/vacation.ics"]
      """,
      "share/holidays/DE-BY.ics": Self.event, "hoursd/more.ics": Self.event, "home/school.ics": Self.event,
      "hoursd/sub/vacation.ics": Self.event,
    ])
    let sources = try read(folder)
    let bytes = try JSONEncoder().encode(sources)
    try FileManager.default.removeItem(atPath: folder.path)
    let again = try JSONDecoder().decode(Sources.self, from: bytes)
    #expect(again == sources)
    let (configuration, warnings) = try again.configuration(zones: systemZones, at: noon)
    #expect(warnings.isEmpty)
    #expect(configuration.holidays.public.map(\.key.description) == ["2026-12-24"])
    #expect(configuration.holidays.school.map(\.key.description) == ["2026-12-24"])
    #expect(configuration.absences.count == 1)
  }

  @Test func theEnvironmentNamesTheData() throws {
    let folder = try Folder([
      "hoursd/config.toml": "hours = \"Mo-Fr 09:00-18:00; PH off\"\n[holidays]\ncountry = \"RU\"",
      "other/holidays/RU.ics": Self.event,
    ])
    #expect(said(try read(folder, ["HOURSD_DATA": "\(folder.path)/other"])) == [])
    #expect(said(try read(folder)).map { $0.contains("/share/holidays/RU.ics: no such file; ") } == [true])
  }

  @Test func noFileMeansTheDefaults() throws {
    let sources = try read(try Folder([:]))
    #expect(sources.text == nil && sources.calendars.isEmpty)
    #expect(
      try sources.configuration(zones: systemZones, at: noon).configuration.zone.name == "Europe/Berlin")
  }

  @Test func notAFile() throws {
    let folder = try Folder(["hoursd/config.toml/x": ""])
    #expect { try read(folder) } throws: { "\($0)".contains("config.toml: cannot be read: Is a directory; ") }
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let folder = try Folder(["hoursd/x": ""])
    try #require(mkfifo("\(folder.path)/hoursd/config.toml", 0o600) == 0)
    #expect { try read(folder) } throws: {
      "\($0)".contains("config.toml: cannot be read: Not a regular file; ")
    }
  }

  @Test func notUTF8() throws {
    let folder = try Folder(["hoursd/config.toml": "# x\n"])
    try Data([0x23, 0x0A, 0x23, 0xFF, 0x0A]).write(
      to: URL(fileURLWithPath: "\(folder.path)/hoursd/config.toml"))
    #expect { try read(folder) } throws: {
      "\($0)".hasSuffix("config.toml:2:2: not UTF-8; save the file in this encoding")
    }
  }

  @Test func tooLarge() throws {
    let folder = try Folder(["hoursd/config.toml": String(repeating: "#\n", count: 256 * 1024)])
    #expect { try read(folder) } throws: {
      "\($0)".hasSuffix("config.toml: larger than 256 KiB, the most that is read; make it smaller")
    }
  }
}

@Suite struct SystemZoneTests {
  /// TZ, where /etc/localtime leads, /etc/timezone -> the zone; "ignored" when TZ is.
  @Test(
    arguments: [
      ("Asia/Tokyo", "/usr/share/zoneinfo/Europe/Berlin", "Europe/Paris", "Asia/Tokyo"),
      (":Asia/Tokyo", "/usr/share/zoneinfo/Europe/Berlin", "Europe/Paris", "Asia/Tokyo"),
      ("/usr/share/zoneinfo/Asia/Tokyo", "", "", "Asia/Tokyo"),
      ("", "/usr/share/zoneinfo/Europe/Berlin", "", "UTC"),
      ("-", "/usr/share/zoneinfo/Europe/Berlin", "Europe/Paris", "Europe/Berlin"),
      ("-", "../usr/share/zoneinfo/America/Argentina/Salta", "", "America/Argentina/Salta"),
      ("-", "/usr/share/zoneinfo/Mars/Olympus", "Europe/Paris", "Europe/Paris"),
      ("-", "", "Europe/Paris", "Europe/Paris"),
      ("-", "", "nonsense", "UTC"),
      ("-", "", "", "UTC"),
      (":/etc/localtime", "/usr/share/zoneinfo/Europe/Berlin", "", "Europe/Berlin"),
      ("CET-1CEST", "/usr/share/zoneinfo/Europe/Berlin", "", "Europe/Berlin ignored CET-1CEST"),
      ("../../etc/passwd", "", "", "UTC ignored ../../etc/passwd"),
    ])
  func zone(_ variable: String, _ link: String, _ file: String, _ expected: String) throws {
    let root = try Folder(["etc/other": ""])
    if !link.isEmpty {
      try FileManager.default.createSymbolicLink(
        atPath: "\(root.path)/etc/localtime", withDestinationPath: link)
    }
    if !file.isEmpty {
      try "\(file)\n".write(toFile: "\(root.path)/etc/timezone", atomically: false, encoding: .utf8)
    }
    let environment = variable == "-" ? [:] : ["TZ": variable]
    let zone = SystemZone.read(environment: environment, zones: systemZones, root: root.path)
    #expect(zone.name + (zone.ignored.map { " ignored \($0)" } ?? "") == expected)
  }

  @Test func aZoneWithoutAName() throws {
    let root = try Folder(["etc/other": ""])
    try FileManager.default.copyItem(
      atPath: "/usr/share/zoneinfo/Asia/Tokyo", toPath: "\(root.path)/etc/localtime")
    var sources = sources(nil)
    sources.systemZone = SystemZone.read(environment: [:], zones: systemZones, root: root.path)
    let zone = try sources.configuration(zones: systemZones, at: noon).configuration.zone
    #expect(zone.name == "localtime")
    #expect(zone.offset(at: noon) == 9 * 3600)
  }

  @Test func anIgnoredVariableIsSaid() {
    var sources = sources(nil)
    sources.systemZone = SystemZone(name: "UTC", ignored: "MSK-3")
    #expect(
      said(sources) == [
        "warning: config.toml: timezone: TZ says \"MSK-3\", which is no zone of this system; UTC is used"
      ])
  }

  @Test func zonesOfAFolder() throws {
    let folder = try Folder(["Europe/Broken": "TZif?"])
    let zones = ZoneLoader(environment: ["TZDIR": folder.path])
    #expect(throws: ZoneProblem.self) { try zones.zone("Europe/Broken") }
    #expect(try zones.zone("Europe/Berlin").name == "Europe/Berlin")
    #expect(zones.nearestName(to: "Europe/Brocken") == "Europe/Broken")
  }
}
