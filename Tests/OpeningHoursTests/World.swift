// What the tests of hours stand on: the system's zones, the vectors' files and their holidays.

import Civil
import Foundation
import OpeningHours

enum World {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")

  static func zone(_ name: String) throws -> Zone {
    if name == "UTC" { return .utc }
    let data = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))
    return try Zone(name: name, tzif: [UInt8](data))
  }

  /// A country's public holidays as the vectors have them, each named after the country.
  static func holidays(_ name: String?) throws -> Holidays {
    var holidays = Holidays()
    guard let name else { return holidays }
    let sets = try JSONDecoder().decode(
      [String: [String]].self, from: Data(contentsOf: folder.appending(path: "holidays.json")))
    for date in sets[name] ?? [] {
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
