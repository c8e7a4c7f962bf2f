// A line of an export, read back into the row that it was.

import HoursStore

/// Why a line is none that an export has.
enum LineFault: Error {
  case notUTF8
  case tooLong
  /// The line begins like no row; with the name of the table, where it names one.
  case noRow(table: String?)
  /// Something else stands where this key of the row has its place.
  case expected(key: String, byte: Int)
  case wrongType(key: String, LogTable.Kind)
  /// More stands behind the row.
  case notOver(byte: Int)
  case outOfOrder(table: String)
  case missingEvent(Int64, before: Int64)
  /// The row is well, but not what it holds.
  case unreadable(table: String, String)
  case refused(String)
  /// The last line is missing.
  case noEnd
  /// The last line tells of other lines than these.
  case wrongEnd(String)
  case afterEnd
}

/// Reads rows, with memory that is used again for each.
struct RowLine {
  private enum Value {
    case none
    case integer(Int64)
    /// As it stands in the line.
    case plain(Range<Int>)
    /// In ``unescaped``.
    case escaped(Range<Int>)
  }

  private let tables = LogTable.all.map { (table: $0, start: $0.start) }
  private(set) var index = 0
  private var values: [Value] = []
  private var unescaped: [UInt8] = []
  private var place = 0

  /// The table of the row that was read last.
  var table: LogTable { tables[index].table }

  /// Reads a line and hands over its row.
  mutating func read<T>(
    _ line: UnsafeBufferPointer<UInt8>, _ body: (_ cells: [LogCell], _ place: Int, LogTable) throws -> T
  ) throws -> T {
    guard isUTF8(line) else { throw LineFault.notUTF8 }
    try parse(line)
    return try unescaped.withUnsafeBufferPointer { unescaped in
      let cells = values.map { value -> LogCell in
        switch value {
        case .none: .none
        case .integer(let number): .integer(number)
        case .plain(let range): .text(UnsafeBufferPointer(rebasing: line[range]))
        case .escaped(let range): .text(UnsafeBufferPointer(rebasing: unescaped[range]))
        }
      }
      return try body(cells, index, table)
    }
  }

  private mutating func parse(_ line: UnsafeBufferPointer<UInt8>) throws(LineFault) {
    // The table of the line before, as a rule.
    if !line.starts(with: tables[index].start) {
      guard let found = tables.firstIndex(where: { line.starts(with: $0.start) }) else {
        throw .noRow(table: Self.namedTable(line))
      }
      index = found
    }
    place = tables[index].start.count
    values.removeAll(keepingCapacity: true)
    unescaped.removeAll(keepingCapacity: true)
    for column in table.columns {
      guard line[place...].starts(with: column.key) else {
        guard column.kind == .optionalText else { throw .expected(key: column.name, byte: place + 1) }
        values.append(.none)
        continue
      }
      place += column.key.count
      guard let value = value(of: column.kind, in: line) else {
        throw .wrongType(key: column.name, column.kind)
      }
      values.append(value)
    }
    guard place + 1 == line.count, line[place] == UInt8(ascii: "}") else { throw .notOver(byte: place + 1) }
  }

  /// What a line that begins like a row says that it is one of.
  private static func namedTable(_ line: UnsafeBufferPointer<UInt8>) -> String? {
    let start = Array("{\"table\":\"".utf8)
    guard line.starts(with: start) else { return nil }
    return String(
      decoding: line[start.count...].prefix { $0 != UInt8(ascii: "\"") }.prefix(40), as: UTF8.self)
  }

  private mutating func value(of kind: LogTable.Kind, in line: UnsafeBufferPointer<UInt8>) -> Value? {
    let start = place
    switch kind {
    case .integer:
      var text = JSONText(line, from: place)
      guard text.skipValue() else { return nil }
      place = text.place
      return Int64(String(decoding: line[start..<place], as: UTF8.self)).map(Value.integer)
    case .text, .optionalText: return text(in: line)
    case .body:
      if place < line.count, line[place] == UInt8(ascii: "\"") { return text(in: line) }
      var text = JSONText(line, from: place)
      guard text.skipValue() else { return nil }
      place = text.place
      return .plain(start..<place)
    }
  }

  private mutating func text(in line: UnsafeBufferPointer<UInt8>) -> Value? {
    var text = JSONText(line, from: place)
    let start = place + 1
    guard text.skipText() else { return nil }
    place = text.place
    let written = UnsafeBufferPointer(rebasing: line[start..<place - 1])
    guard written.contains(UInt8(ascii: "\\")) else { return .plain(start..<place - 1) }
    let first = unescaped.count
    return unescape(written) ? .escaped(first..<unescaped.count) : nil
  }

  /// Takes back what ``ExportWriter`` escapes; other escapes are none of its.
  private mutating func unescape(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = 0
    while next < written.count {
      let byte = written[next]
      next += 1
      guard byte == UInt8(ascii: "\\") else {
        unescaped.append(byte)
        continue
      }
      switch written[next] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): unescaped.append(written[next])
      case UInt8(ascii: "n"): unescaped.append(0x0A)
      case UInt8(ascii: "u"):
        guard written[next + 1] == UInt8(ascii: "0"), written[next + 2] == UInt8(ascii: "0"),
          let high = hexDigit(written[next + 3]), let low = hexDigit(written[next + 4]), high < 2
        else { return false }
        unescaped.append(high << 4 | low)
        next += 4
      default: return false
      }
      next += 1
    }
    return true
  }
}
