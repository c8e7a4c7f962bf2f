// What the tests of hours stand on: the system's zones, the vectors' files and their holidays.

import Civil
import Foundation
import OpeningHours

enum World {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")

  /// The inputs that the fuzzer begins with.
  static let corpus = folder.appending(path: "../../../contrib/fuzz/hours/corpus").standardizedFileURL

  /// The zones of the vectors, read once.
  private static let zones: [String: Zone] = {
    let names = [
      "Asia/Kolkata", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Europe/Berlin",
      "Europe/London",
    ]
    var zones = ["UTC": Zone.utc]
    for name in names {
      let data = try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))
      zones[name] = data.flatMap { try? Zone(name: name, tzif: [UInt8]($0)) }
    }
    return zones
  }()

  private static let holidaySets: [String: [String]] = {
    let data = try? Data(contentsOf: folder.appending(path: "holidays.json"))
    return data.flatMap { try? JSONDecoder().decode([String: [String]].self, from: $0) } ?? [:]
  }()

  static func zone(_ name: String) throws -> Zone {
    if let zone = zones[name] { return zone }
    let data = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))
    return try Zone(name: name, tzif: [UInt8](data))
  }

  /// A country's public holidays as the vectors have them, each named after the country.
  static func holidays(_ name: String?) throws -> Holidays {
    var holidays = Holidays()
    guard let name else { return holidays }
    guard let dates = holidaySets[name] else { throw CocoaError(.fileNoSuchFile) }
    for date in dates {
      if let date = CivilDate(date) { holidays.public[date] = "\(name) holiday" }
    }
    return holidays
  }

  /// One JSON object a line.
  static func lines<T: Decodable>(_ file: String, _ type: T.Type = T.self) throws -> [T] {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try text.split(separator: "\n").map { try decoder.decode(T.self, from: Data($0.utf8)) }
  }
}
