// contrib/doc/protocol.md as the tests read it: its tables, cell by cell.

import Foundation
import HoursCore
import HoursWire
import Testing

/// The protocol's page.
struct Page {
  private let lines: [String]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "contrib/doc/protocol.md"), encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The rows of the first table with this header, after the line that begins with `opening`.
  func table(_ header: String, after opening: String = "# ") throws -> [[String]] {
    let start = try #require(lines.firstIndex { $0.hasPrefix(opening) }, "\(opening)")
    let head = try #require(lines[start...].firstIndex(of: header), "\(header)")
    return lines[(head + 2)...].prefix { $0.hasPrefix("|") }.map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The keys of one of the objects, with what each holds.
  func keys(after opening: String) throws -> [Key] {
    try table("| key | value | meaning |", after: opening).flatMap { row in
      ticked(row[0]).map { Key($0, value: row[1]) }
    }
  }
}

/// A key of an object, as a table describes it.
struct Key {
  let name: String
  let isOptional: Bool
  /// A type in one word, or the words that it may be.
  let value: String

  init(_ ticked: String, value: String) {
    isOptional = ticked.hasSuffix("?")
    name = isOptional ? String(ticked.dropLast()) : ticked
    self.value = value
  }
}

/// What stands in backticks, with the question mark behind it.
func ticked(_ cell: String) -> [String] {
  cell.matches(of: /`([^`]+)`(\??)/).map { "\($0.1)\($0.2)" }
}
