// The one direction of the targets' dependencies, read off what the sources really import.

import Foundation
import Testing

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// What each target may import; architecture.md's table.
let allowed: [String: Set<String>] = [
  "Civil": [],
  "OpeningHours": ["Civil"],
  "HoursCore": ["Civil", "OpeningHours"],
  "HoursWire": ["Civil", "HoursCore", "FoundationEssentials"],
  "HoursStore": ["CSQLite", "Glibc"],
  "HoursSetup": ["Civil", "OpeningHours", "HoursCore", "CToml", "CIcal", "CPhoneNumber", "Glibc"],
  "Systemd": ["CSystemd", "Glibc"],
  "hoursd": [
    "Civil", "OpeningHours", "HoursCore", "HoursWire", "HoursSetup", "HoursStore", "Systemd",
    "ArgumentParser",
    "Glibc",
  ],
  "hours-sim": ["Civil", "OpeningHours", "HoursCore", "Glibc"],
  "hoursctl": ["Civil", "HoursCore", "HoursWire", "ArgumentParser", "FoundationEssentials", "Glibc"],
]

func sources(of target: String) throws -> [URL] {
  let folder = root.appending(path: "Sources/\(target)")
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
}

@Test(arguments: allowed.keys.sorted())
func importsOnlyWhatItMay(_ target: String) throws {
  let files = try sources(of: target)
  #expect(!files.isEmpty)
  for file in files {
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      guard let match = line.firstMatch(of: /^\s*(?:@\S+ +)*(?:public +)?import +(?:\w+ +)?(\w+)/) else {
        continue
      }
      #expect(allowed[target]?.contains(String(match.1)) == true, "\(file.lastPathComponent): \(line)")
    }
  }
}

@Test func everyTargetHasARow() throws {
  let folders = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path)
  let swift = try folders.filter { try !sources(of: $0).isEmpty }
  #expect(Set(swift) == Set(allowed.keys))
}

/// A file is read in one sitting.
@Test(arguments: allowed.keys.sorted())
func filesAreShort(_ target: String) throws {
  for file in try sources(of: target) {
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 500, "\(file.lastPathComponent) has \(lines.count) lines")
  }
}
