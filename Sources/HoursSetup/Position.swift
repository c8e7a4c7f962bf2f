// Where something stands in a file, and how a place inside a quoted text is found again.

/// A place in a text file, both numbers from 1; the column counts code points.
public struct Position: Hashable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

extension Position {
  /// The place of a byte of a string that stands at this position of a TOML text.
  ///
  /// A string with escapes or joined lines differs from its source; then it is the string's own position.
  func inside(_ string: String, offset: Int, of source: String) -> Position {
    let bytes = Array(source.utf8)
    guard var index = index(in: bytes), let quote = bytes[index...].first else { return self }
    let isMultiline = bytes[index...].starts(with: [quote, quote, quote])
    index += isMultiline ? 3 : 1
    var place = Position(line: line, column: column + (isMultiline ? 3 : 1))
    if isMultiline, bytes[index...].first == UInt8(ascii: "\n") {
      index += 1
      place = Position(line: line + 1, column: 1)
    }
    guard bytes[index...].starts(with: string.utf8), offset <= string.utf8.count else { return self }
    for byte in bytes[index..<index + offset] { place.pass(byte) }
    return place
  }

  /// The index of this place among a text's bytes.
  private func index(in bytes: [UInt8]) -> Int? {
    var place = Position(line: 1, column: 1)
    for (index, byte) in bytes.enumerated() {
      let isContinuation = byte & 0xC0 == 0x80
      if place == self, !isContinuation { return index }
      place.pass(byte)
    }
    return nil
  }

  private mutating func pass(_ byte: UInt8) {
    if byte == UInt8(ascii: "\n") {
      self = Position(line: line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}
