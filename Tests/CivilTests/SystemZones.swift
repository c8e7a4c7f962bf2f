// Zones as the tests get them: the system's, and ones made of nothing but a footer.

import Civil
import Foundation

enum SystemZones {
  static let folder = "/usr/share/zoneinfo/"

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: folder + name)))
  }

  static func zone(_ name: String) throws -> Zone { try Zone(name: name, tzif: bytes(name)) }

  /// Every zone of the system but those that count leap seconds, and what only repeats the others.
  static let names: [String] = {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.filter { name in
      guard !name.hasPrefix("right/"), !name.hasPrefix("posix/"), name != "localtime" else { return false }
      return (try? bytes(name).starts(with: "TZif".utf8)) ?? false
    }.sorted()
  }()

  /// A zone file of one local time type, as RFC 9636 lays it out.
  static func bytes(
    footer: String, offset: Int, name: String, version: UInt8 = 0x33, transitions: [Int64] = []
  ) -> [UInt8] {
    func block(_ transitions: [Int64]) -> [UInt8] {
      var block = [UInt8]("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
      for count in [0, 0, 0, transitions.count, 1, name.utf8.count + 1] { block += bigEndian(Int32(count)) }
      block += transitions.flatMap { bigEndian($0) } + transitions.map { _ in 0 }
      return block + bigEndian(Int32(offset)) + [0, 0] + [UInt8](name.utf8) + [0]
    }
    return block([]) + block(transitions) + [UInt8]("\n\(footer)\n".utf8)
  }

  private static func bigEndian<T: FixedWidthInteger>(_ number: T) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { [UInt8]($0) }
  }

  private static let compiler = "/usr/sbin/zic"
  private static let source = folder + "tzdata.zi"

  static let canCompile = [compiler, source].allSatisfy(FileManager.default.isReadableFile)

  /// The system's zones in the form that leaves the future to the rule, in a folder of their own.
  static func compiledSlim() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hoursd-zones-\(UUID())")
    let process = Process()
    process.executableURL = URL(filePath: compiler)
    process.arguments = ["-b", "slim", "-d", folder.path, source]
    try process.run()
    process.waitUntilExit()
    return folder
  }

  /// One name for each different file: many zones are the same under several names.
  static func distinctNames() throws -> [String] {
    var seen: Set<[UInt8]> = []
    return try names.filter { seen.insert(try bytes($0)).inserted }
  }

  /// What zdump says of all zones, 2000 to 2040: pairs of the second before a transition and the first after.
  ///
  /// Of zones in another folder the names are paths.
  static func zdump(in folder: String = "") throws -> [Transition] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/zdump")
    process.arguments = ["-v", "-c", "2000,2041"] + (try distinctNames().map { folder + $0 })
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n").compactMap { Transition.Side($0) }
    return stride(from: 0, to: lines.count - 1, by: 2).map {
      Transition(before: lines[$0], after: lines[$0 + 1])
    }
  }
}

/// Both sides of a transition.
struct Transition {
  /// One line of zdump: `Europe/Berlin  Sun Mar 26 01:00:00 2000 UT = … CEST isdst=1 gmtoff=7200`.
  struct Side {
    var zone: String
    var instant: Instant
    var abbreviation: String
    var isDaylight: Bool
    var offset: Int

    init?(_ line: Substring) {
      let words = line.split(separator: " ").map(String.init)
      let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
      guard words.count == 16, words[6] == "UT", let month = months.firstIndex(of: words[2]),
        let day = Int(words[3]), let year = Int(words[5]), let offset = Int(words[15].dropFirst(7)),
        let instant = Instant(
          rfc3339: String(format: "%04d-%02d-%02dT", year, month + 1, day) + words[4] + "Z")
      else { return nil }
      zone = words[0]
      self.instant = instant
      abbreviation = words[13]
      isDaylight = words[14] == "isdst=1"
      self.offset = offset
    }
  }

  var before: Side
  var after: Side
}
