// A TOML document as a tree of values that know where they stand; toml++ reads it.

import CToml

/// A value of a TOML document with its position.
struct TomlValue {
  enum Content {
    case table([TomlEntry])
    case array([TomlValue])
    case string(String)
    case integer(Int64)
    case float(Double)
    case boolean(Bool)
    case time
  }

  var content: Content
  let position: Position

  /// What it is, as people say it.
  var kindName: String {
    switch content {
    case .table: "a table"
    case .array: "a list"
    case .string: "a text"
    case .integer, .float: "a number"
    case .boolean: "true or false"
    case .time: "a TOML time"
    }
  }
}

/// A key of a table with its value.
struct TomlEntry {
  let key: String
  let position: Position
  var value: TomlValue
}

/// Why a text is no TOML.
struct TomlError: Error {
  let position: Position
  let message: String
}

extension TomlValue {
  /// Reads a document; its value is its outermost table.
  static func document(_ text: String) throws(TomlError) -> TomlValue {
    let builder = TomlBuilder()
    var failure = hours_toml_error()
    var visitor = hours_toml_visitor(
      enter: { context, value in
        guard let context, let value else { return }
        Unmanaged<TomlBuilder>.fromOpaque(context).takeUnretainedValue().enter(value.pointee)
      },
      leave: { context in
        guard let context else { return }
        Unmanaged<TomlBuilder>.fromOpaque(context).takeUnretainedValue().leave()
      })
    var text = text
    let isRead = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        hours_toml_read(
          characters.baseAddress, characters.count, &visitor, Unmanaged.passUnretained(builder).toOpaque(),
          &failure)
      }
    }
    guard isRead, let document = builder.document else {
      throw TomlError(
        position: Position(line: Int(failure.line), column: Int(failure.column)),
        message: withUnsafeBytes(of: failure.message) { bytes in
          String(decoding: Array(bytes.prefix { $0 != 0 }), as: UTF8.self)
        })
    }
    return document
  }
}

/// Puts the tree together from the visits, in which children come between `enter` and `leave`.
private final class TomlBuilder {
  private struct Open {
    let key: String?
    let keyPosition: Position
    let position: Position
    let isTable: Bool
    var entries: [TomlEntry] = []
    var elements: [TomlValue] = []
  }

  private var open: [Open] = []
  private(set) var document: TomlValue?

  func enter(_ value: hours_toml_value) {
    let key = value.key.map { Self.string($0, value.key_length) }
    let keyPosition = Position(line: Int(value.key_line), column: Int(value.key_column))
    let position = Position(line: Int(value.line), column: Int(value.column))
    let content: TomlValue.Content
    switch value.kind {
    case HOURS_TOML_TABLE, HOURS_TOML_ARRAY:
      let isTable = value.kind == HOURS_TOML_TABLE
      open.append(Open(key: key, keyPosition: keyPosition, position: position, isTable: isTable))
      return
    case HOURS_TOML_STRING: content = .string(value.string.map { Self.string($0, value.string_length) } ?? "")
    case HOURS_TOML_INTEGER: content = .integer(value.integer)
    case HOURS_TOML_FLOAT: content = .float(value.number)
    case HOURS_TOML_BOOLEAN: content = .boolean(value.boolean)
    default: content = .time
    }
    add(TomlValue(content: content, position: position), key: key, at: keyPosition)
  }

  func leave() {
    guard let done = open.popLast() else { return }
    let content: TomlValue.Content = done.isTable ? .table(done.entries) : .array(done.elements)
    add(TomlValue(content: content, position: done.position), key: done.key, at: done.keyPosition)
  }

  private func add(_ value: TomlValue, key: String?, at position: Position) {
    if open.isEmpty {
      document = value
    } else if let key {
      open[open.count - 1].entries.append(TomlEntry(key: key, position: position, value: value))
    } else {
      open[open.count - 1].elements.append(value)
    }
  }

  private static func string(_ start: UnsafePointer<CChar>, _ length: Int) -> String {
    start.withMemoryRebound(to: UInt8.self, capacity: length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
  }
}
