// What the tables of these tests are run with: an imagined Monday noon, the system's zones, calendars as texts.

import Civil
import Foundation
import HoursCore
import OpeningHours
import Testing

@testable import HoursSetup

let systemZones = ZoneLoader(folders: ["/usr/share/zoneinfo"])

/// 2026-11-23 12:00 in Berlin.
let noon = Instant(seconds: 1_795_431_600)

/// Sources of a config.toml, with calendars beside it by their names.
func sources(_ text: String?, calendars: [String: String] = [:]) -> Sources {
  Sources(
    path: "config.toml", text: text, calendars: calendars.mapValues { .text($0) },
    systemZone: SystemZone(name: "Europe/Berlin"), home: "/home/ann", data: "/data")
}

/// All that is said about a configuration: errors, or else warnings (each behind "warning: ").
func said(_ sources: Sources) -> [String] {
  do {
    return try sources.configuration(zones: systemZones, at: noon).warnings.map { "warning: \($0)" }
  } catch {
    return error.errors.map(\.description)
  }
}

func configuration(_ text: String?, calendars: [String: String] = [:]) throws -> Configuration {
  try sources(text, calendars: calendars).configuration(zones: systemZones, at: noon).configuration
}

/// A text and what is expected of it, from a table in which cases are parted by a line of dashes and the expected
/// lines begin with "-> ".
struct Case: CustomTestStringConvertible, Sendable {
  let text: String
  let expected: [String]

  var testDescription: String { text.split(separator: "\n").joined(separator: " | ") }

  static func table(_ table: String) -> [Case] {
    table.components(separatedBy: "\n----\n").map { block in
      let lines = block.components(separatedBy: "\n")
      return Case(
        text: lines.filter { !$0.hasPrefix("-> ") }.joined(separator: "\n"),
        expected: lines.filter { $0.hasPrefix("-> ") }.map { String($0.dropFirst(3)) })
    }
  }
}

/// Events wrapped into a calendar, as the lines of the table.
func calendar(_ events: String) -> String {
  "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//tests//EN\n\(events)\nEND:VCALENDAR\n"
}

func fixture(_ name: String) throws -> String {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
  return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
}
