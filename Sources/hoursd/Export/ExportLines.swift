// The lines of an export: a head, a row of the log a line, an end. Reading and writing them is each other's mirror.

import Civil
import HoursCore
import HoursStore
import HoursWire

/// The first line.
struct ExportHead: Codable {
  /// Tells an export from other files of lines.
  var hoursd = Self.kind
  /// Of these lines.
  var format = Self.format
  /// Of the program that wrote them.
  var version = programVersion
  /// Of the log's tables.
  let schema: Int64
  let exportedAt: Instant
  /// The last event's: there are as many.
  let seq: Int64

  static let kind = "log"
  /// How it begins.
  static let start = Array(#"{"hoursd":"log","#.utf8)
  static let format: Int64 = 1

  enum CodingKeys: String, CodingKey {
    case hoursd, format, version, schema
    case exportedAt = "exported_at"
    case seq
  }
}

/// The last line, without which a file is none that was written to its end.
struct ExportEnd: Codable {
  var end = ExportHead.kind
  let rows: Int64
  let seq: Int64
  /// Of all lines between the first and this one, with their newlines.
  let sha256: String

  /// How it begins, and no row does.
  static let start = Array(#"{"end":"#.utf8)
}

extension LogTable {
  /// How its lines begin.
  var start: [UInt8] { Array("{\"table\":\"\(name)\"".utf8) }
}

/// What an export holds.
func words(forEvents seq: Int64, rows: Int64) -> String {
  rows == 0 ? "empty" : [counted(Int(seq), "event"), counted(Int(rows), "row")].joinedFilled(", ")
}

/// Where lines are written to.
protocol ExportSink {
  func write(_ bytes: UnsafeRawBufferPointer) throws
}

/// Makes lines of rows, and hands them on in larger pieces.
struct ExportWriter {
  private let sink: any ExportSink
  private var bytes: [UInt8] = []
  private var digest = SHA256()
  private(set) var rows: Int64 = 0

  private static let piece = 65_536

  init(to sink: any ExportSink) {
    self.sink = sink
    bytes.reserveCapacity(2 * Self.piece)
  }

  mutating func write(_ head: ExportHead) throws {
    bytes += LineEncoder(zone: .utc).encode(head) + [0x0A]
    try flush(isCounted: false)
  }

  /// `start` is the table's, made once for all of its rows.
  mutating func write(_ cells: [LogCell], of table: LogTable, start: [UInt8]) throws {
    bytes += start
    for (cell, column) in zip(cells, table.columns) {
      switch cell {
      case .none: continue
      case .integer(let number):
        bytes += column.key
        bytes.append(contentsOf: "\(number)".utf8)
      case .text(let text):
        guard isUTF8(text) else { throw ExportFailure.damaged(table, cells, column) }
        bytes += column.key
        if column.kind == .body, JSONText.isWhole(text) {
          bytes.append(contentsOf: text)
        } else {
          quote(text)
        }
      }
    }
    bytes += [UInt8(ascii: "}"), 0x0A]
    rows += 1
    if bytes.count > Self.piece { try flush() }
  }

  /// The end; nothing can be written after it.
  mutating func end(seq: Int64) throws {
    try flush()
    let end = ExportEnd(rows: rows, seq: seq, sha256: digest.finish())
    bytes += LineEncoder(zone: .utc).encode(end) + [0x0A]
    try flush(isCounted: false)
  }

  private mutating func flush(isCounted: Bool = true) throws {
    if isCounted { bytes.withUnsafeBytes { digest.update($0) } }
    try bytes.withUnsafeBytes { try sink.write($0) }
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    if text.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      bytes.append(contentsOf: text)
    } else {
      for byte in text { escape(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    case 0..<0x20:
      bytes.append(contentsOf: #"\u00"#.utf8)
      for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 48 + digit : 87 + digit) }
    default: bytes.append(byte)
    }
  }
}
