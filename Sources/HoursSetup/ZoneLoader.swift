// Zones by name from the system's time-zone database.

import Civil
import Glibc
import HoursCore

/// Why there is no zone of a name.
public enum ZoneProblem: Error, Hashable, Sendable {
  /// No file of the database has this name.
  case noSuchZone
  /// There is such a file, but it is no zone.
  case broken(ZoneError)
}

/// Finds zones in folders such as /usr/share/zoneinfo.
public struct ZoneLoader: Sendable {
  let folders: [String]

  /// The folders to search, the first that has a name wins.
  public init(folders: [String]) { self.folders = folders }

  /// The system's folders: `$TZDIR`, then /usr/share/zoneinfo.
  public init(environment: [String: String]) {
    let own = environment["TZDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    self.init(folders: (own.map { [$0] } ?? []) + ["/usr/share/zoneinfo"])
  }

  /// The zone of a name such as `Europe/Berlin`; `UTC` needs no file.
  public func zone(_ name: String) throws(ZoneProblem) -> Zone {
    guard let data = data(name) else {
      if name == "UTC" { return .utc }
      throw .noSuchZone
    }
    do {
      return try Zone(name: name, tzif: data)
    } catch {
      throw .broken(error)
    }
  }

  /// The name that was probably meant: a typo's, or that of a city without its continent.
  public func nearestName(to name: String) -> String? {
    let names = folders.flatMap { ZoneLoader.names(in: $0) }.sorted()
    let folded = name.lowercased()
    let city = names.first { $0.lowercased() == folded || $0.lowercased().hasSuffix("/" + folded) }
    return city ?? nearest(to: name, among: names)
  }

  /// The file that a zone of a name is read from; nil where there is none.
  public func file(of name: String) -> String? { candidates(name).first { access($0, R_OK) == 0 } }

  /// The bytes of a zone's file.
  private func data(_ name: String) -> [UInt8]? {
    for file in candidates(name) {
      if let data = FileContent.read(file, limit: SetupLimits.zoneBytes).data { return data }
    }
    return nil
  }

  /// Where a zone's file may be; nowhere for a name that leads out of the folders.
  private func candidates(_ name: String) -> [String] {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"):
        true
      case UInt8(ascii: "/"): true
      default: false
      }
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard isPlain, !parts.contains(""), name.utf8.count <= SetupLimits.nameBytes else { return [] }
    return folders.map { "\($0)/\(name)" }
  }

  /// The names of a folder's zones, by walking it; continents and what is in them, three levels at most.
  private static func names(in folder: String, below prefix: String = "", depth: Int = 3) -> [String] {
    guard depth > 0, let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: Array(bytes.prefix { $0 != 0 }), as: UTF8.self)
      }
      // Zones and continents begin with a capital; posix/, right/ and the tables do not.
      guard let first = name.utf8.first, (65...90).contains(first), !name.contains(".") else { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        names += self.names(in: "\(folder)/\(name)", below: prefix + name + "/", depth: depth - 1)
      } else {
        names.append(prefix + name)
      }
    }
    return names
  }
}
