// One TOML table while it is read: what is asked for becomes known, what is left over at the end is an error.

import HoursCore

/// A value and where it stands.
struct Located<Value> {
  let value: Value
  let position: Position
}

/// Reads a table's keys by name and type, and reports what does not fit.
struct TableReader {
  /// The key under which the table stands, with a dot behind it; empty for the document.
  private let prefix: String
  let position: Position
  let report: Report
  private let entries: [String: TomlEntry]
  private var known: Set<String> = []

  init?(_ value: TomlValue, name: String, report: Report) {
    guard case .table(let entries) = value.content else { return nil }
    self.prefix = name.isEmpty ? "" : name + "."
    self.position = value.position
    self.report = report
    self.entries = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The full name of one of the table's keys.
  func name(_ key: String) -> String { prefix + key }

  /// Whether the key is there, whatever its type.
  func has(_ key: String) -> Bool { entries[key] != nil }

  func error(_ problem: Problem, _ key: String?, at position: Position?) {
    report.error(problem, key: key.map(name) ?? tableName, at: position)
  }

  /// The value of a key; asking for it makes the key known.
  private mutating func value(_ key: String) -> TomlValue? {
    known.insert(key)
    return entries[key]?.value
  }

  private func mistyped(_ value: TomlValue, _ key: String, _ expected: String, _ example: String) {
    let problem = Problem.wrongType(found: value.kindName, expected: expected, example: "\(key) = \(example)")
    error(problem, key, at: value.position)
  }

  mutating func boolean(_ key: String, example: String = "true") -> Located<Bool>? {
    guard let value = value(key) else { return nil }
    guard case .boolean(let boolean) = value.content else {
      mistyped(value, key, "true or false", example)
      return nil
    }
    return Located(value: boolean, position: value.position)
  }

  /// A text that is not empty, within `limit` bytes; on one line unless `mayBreak`.
  mutating func string(
    _ key: String, example: String, limit: Int = SetupLimits.textBytes, mayBreak: Bool = false
  ) -> Located<String>? {
    guard let value = value(key) else { return nil }
    return string(value, key, "a text in quotes", example, "\(key) = \(example)", limit, mayBreak)
  }

  /// A list of texts, each as in `string`; nil when there is no list under the key, or an empty one that must not be.
  mutating func strings(
    _ key: String, example: String, limit: Int = SetupLimits.textBytes, count: Int, of what: String,
    mayBeEmpty: Bool = true
  ) -> [Located<String>]? {
    guard let value = value(key) else { return nil }
    guard case .array(let elements) = value.content else {
      mistyped(value, key, "a list of texts", example)
      return nil
    }
    guard elements.count <= count else {
      error(.tooMany(what: what, limit: count), key, at: value.position)
      return nil
    }
    guard mayBeEmpty || !elements.isEmpty else {
      error(.empty(example: "\(key) = \(example)"), key, at: value.position)
      return nil
    }
    return elements.compactMap {
      string($0, key, "a list of texts", example, "\(key) = \(example)", limit, false)
    }
  }

  private func string(
    _ value: TomlValue, _ key: String, _ expected: String, _ example: String, _ line: String, _ limit: Int,
    _ mayBreak: Bool
  ) -> Located<String>? {
    guard case .string(let string) = value.content else {
      mistyped(value, key, expected, example)
      return nil
    }
    let isControl = { (scalar: Unicode.Scalar) in
      scalar.properties.generalCategory == .control && !(mayBreak && (scalar == "\n" || scalar == "\t"))
    }
    if string.utf8.count > limit {
      error(.tooLong(limit: limit), key, at: value.position)
    } else if string.unicodeScalars.contains(where: isControl) {
      error(.controlCharacter, key, at: value.position)
    } else if string.allSatisfy(\.isWhitespace) {
      error(.empty(example: line), key, at: value.position)
    } else {
      return Located(value: string, position: value.position)
    }
    return nil
  }

  /// A table such as `[mail]`.
  mutating func table(_ key: String) -> TableReader? {
    guard let value = value(key) else { return nil }
    if let table = TableReader(value, name: name(key), report: report) { return table }
    let problem = Problem.wrongType(found: value.kindName, expected: "a table", example: "[\(name(key))]")
    error(problem, key, at: value.position)
    return nil
  }

  /// All tables in this one, by names that the owner chose, in the order of the file: `[words.de]`.
  mutating func namedTables(
    of what: String, example: String
  ) -> [(name: String, position: Position, table: TableReader)] {
    entries.values.sorted { $0.position < $1.position }.compactMap { entry in
      known.insert(entry.key)
      if let table = TableReader(entry.value, name: name(entry.key), report: report) {
        return (entry.key, entry.position, table)
      }
      let problem = Problem.wrongType(found: entry.value.kindName, expected: what, example: example)
      error(problem, entry.key, at: entry.value.position)
      return nil
    }
  }

  /// Where a key's value stands.
  func place(of key: String) -> Position? { entries[key]?.value.position }

  /// Tables such as `[[client]]`, in the order of the file.
  mutating func tables(_ key: String) -> [TableReader] {
    guard let value = value(key) else { return [] }
    let name = name(key)
    if case .array(let elements) = value.content {
      let tables = elements.compactMap { TableReader($0, name: name, report: report) }
      if tables.count == elements.count { return tables }
    }
    let problem = Problem.wrongType(
      found: value.kindName, expected: "a list of tables", example: "[[\(name)]] above each of them")
    error(problem, key, at: value.position)
    return []
  }

  /// Reports the keys that nobody asked for; `others` says which of them belong elsewhere.
  func finish(others: [String: String] = [:]) {
    for (key, entry) in entries where !known.contains(key) {
      if let owner = others[key] {
        report.error(.keyOfOthers(key, belongsTo: owner), key: tableName, at: entry.position)
      } else {
        let guess = nearest(to: key, among: known.sorted())
        report.error(
          .unknownKey(key, nearest: guess, known: known.sorted()), key: tableName, at: entry.position)
      }
    }
  }

  private var tableName: String? { prefix.isEmpty ? nil : String(prefix.dropLast()) }
}
