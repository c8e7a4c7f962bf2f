// Where something stands in a file, and how a place inside a quoted text is found again.

/// A place in a text file, both numbers from 1; the column counts code points.
public struct Position: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in code points.
  public var column: Int

  /// Makes a place of its two numbers.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether `a` comes before `b` in a file.
  public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

extension Position {
  /// The place of a byte of a string that stands at this position of a TOML text.
  ///
  /// Where the string differs from its source in more than simple escapes, it is the string's own position.
  func inside(_ string: String, offset: Int, of source: String) -> Position {
    let bytes = Array(source.utf8)
    guard let index = index(in: bytes) else { return self }
    var cursor = Cursor(rest: bytes[index...], place: self)
    guard let quote = cursor.rest.first else { return self }
    let isMultiline = cursor.rest.starts(with: [quote, quote, quote])
    cursor.skip(isMultiline ? 3 : 1)
    if isMultiline, cursor.rest.first == UInt8(ascii: "\n") { cursor.skip(1) }
    var wanted = string.utf8.prefix(offset)
    while let byte = wanted.popFirst() {
      guard let found = cursor.rest.first else { return self }
      if found == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        guard cursor.skipEscape(for: byte) else { return self }
      } else {
        guard found == byte else { return self }
        cursor.skip(1)
      }
    }
    return cursor.place
  }

  /// The index of this place among a text's bytes.
  private func index(in bytes: [UInt8]) -> Int? {
    var cursor = Cursor(rest: bytes[...], place: Position(line: 1, column: 1))
    while cursor.place < self, !cursor.rest.isEmpty { cursor.skip(1) }
    return cursor.place == self && !cursor.rest.isEmpty ? cursor.rest.startIndex : nil
  }
}

extension String {
  /// The line from a place on; empty behind its end.
  func rest(at position: Position) -> String {
    let lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(position.line - 1) else { return "" }
    let line = Substring(lines[position.line - 1])
    return String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(position.column - 1)))
  }
}

/// A place in a text, and the bytes from there on.
private struct Cursor {
  var rest: ArraySlice<UInt8>
  var place: Position

  mutating func skip(_ count: Int) {
    for _ in 0..<count {
      guard let byte = rest.popFirst() else { return }
      if byte == UInt8(ascii: "\n") {
        place = Position(line: place.line + 1, column: 1)
      } else if rest.first.map({ $0 & 0xC0 != 0x80 }) ?? true {
        // A code point counts when its last byte is behind us.
        place.column += 1
      }
    }
  }

  /// Skips a backslash and its letter if they stand for this byte.
  mutating func skipEscape(for byte: UInt8) -> Bool {
    let meanings: [UInt8: UInt8] = [
      UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
      UInt8(ascii: "n"): UInt8(ascii: "\n"), UInt8(ascii: "t"): UInt8(ascii: "\t"),
    ]
    guard let letter = rest.dropFirst().first, meanings[letter] == byte else { return false }
    skip(2)
    return true
  }
}
