// What must be so of the rows of a log, one after the other, so that an office can live from them.

import HoursCore
import HoursStore
import HoursWire

/// Looks at each row of an export before it is taken.
struct RowCheck {
  private var index = 0
  private var numbers: (Int64, Int64) = (.min, .min)
  private var text: [UInt8] = []
  private var isFirst = true
  /// The last event's number.
  private(set) var seq: Int64 = 0

  mutating func check(_ cells: [LogCell], at index: Int, of table: LogTable) throws(LineFault) {
    try checkOrder(cells, at: index, of: table)
    if table.name == "event", case .integer(let seq) = cells[0] {
      guard seq == self.seq + 1 else { throw .missingEvent(self.seq + 1, before: seq) }
      self.seq = seq
    }
    guard case .text(let body) = cells[cells.count - 1] else { return }
    do { try Self.read(Array(body), cells, of: table) } catch {
      throw .unreadable(table: table.name, Self.words(of: error))
    }
  }

  /// Tables follow each other as ``LogTable`` has them, and each table's rows by their keys: whatever stands at another
  /// place, or twice, is seen.
  private mutating func checkOrder(
    _ cells: [LogCell], at index: Int, of table: LogTable
  ) throws(LineFault) {
    var numbers: (Int64, Int64) = (0, 0)
    var text: [UInt8] = []
    for (number, cell) in cells.prefix(table.keys).enumerated() {
      switch cell {
      case .integer(let value): if number == 0 { numbers.0 = value } else { numbers.1 = value }
      case .text(let utf8): text = Array(utf8)
      case .none: break
      }
    }
    let isNext =
      isFirst || index > self.index
      || index == self.index
        && (self.numbers < numbers || self.numbers == numbers && self.text.lexicographicallyPrecedes(text))
    guard isNext else { throw .outOfOrder(table: table.name) }
    (self.index, self.numbers, self.text, isFirst) = (index, numbers, text, false)
  }

  /// Reads a body as the daemon would. Configurations and vCards are not looked at: another version may have written
  /// them, and the daemon does without.
  private static func read(_ body: [UInt8], _ cells: [LogCell], of table: LogTable) throws {
    switch table.name {
    case "event":
      let line = try EventLine(line: body)
      guard case .integer(line.seq) = cells[0], case .integer(line.event.at.seconds) = cells[1],
        case .text(let name) = cells[2], name.elementsEqual(line.event.name.utf8)
      else { throw Contradiction() }
    case "issue": _ = try decodeRecord(Issue.self, from: body)
    case "call": _ = try decodeRecord(Call.self, from: body)
    case "message": _ = try decodeRecord(Message.self, from: body)
    case "told": _ = try decodeRecord(Told.self, from: body)
    case "fact": try readFact(cells[0], body)
    default: break
    }
  }

  private static func readFact(_ name: LogCell, _ body: [UInt8]) throws {
    guard case .text(let name) = name else { return }
    switch String(decoding: name, as: UTF8.self) {
    case Fact.announcement: _ = try decodeRecord(Announcement.self, from: body)
    case Fact.asks: _ = try decodeRecord([Int64].self, from: body)
    case Fact.overrides: _ = try decodeRecord(Overrides.self, from: body)
    default: break
    }
  }

  /// The row says one thing, and its body another.
  private struct Contradiction: Error {}

  private static func words(of error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "`\(key.stringValue)` is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.last.map { "`\($0.stringValue)` is not what it may be" } ?? "it is no record"
    case is Contradiction: "its number, time or name is not that of the row"
    default: "it is no record"
    }
  }
}
