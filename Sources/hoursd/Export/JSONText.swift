// JSON as a stretch of bytes: where a value ends, and whether it is one at all.

import HoursCore

/// Reads over JSON (RFC 8259), strictly, in one line: its only blank is the space.
struct JSONText {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var place: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  /// Whether the bytes are one value that can stand in a line as it is; a text is not, for in a line it stands for what
  /// it says.
  static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, first != UInt8(ascii: "\"") else { return false }
    var text = JSONText(bytes)
    return text.skipValue() && text.place == bytes.count
  }

  /// Moves behind the value that begins here; false where there is none.
  mutating func skipValue(depth: Int = 0) -> Bool {
    guard place < bytes.count, depth <= Limits.nesting else { return false }
    switch bytes[place] {
    case UInt8(ascii: "{"):
      return skipList(until: "}", depth) { $0.skipText() && $0.skip(":") && $0.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["): return skipList(until: "]", depth) { $0.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""): return skipText()
    case UInt8(ascii: "t"): return skipWord("true")
    case UInt8(ascii: "f"): return skipWord("false")
    case UInt8(ascii: "n"): return skipWord("null")
    default: return skipNumber()
    }
  }

  private mutating func skipList(
    until end: Unicode.Scalar, _ depth: Int, _ element: (inout JSONText) -> Bool
  ) -> Bool {
    place += 1
    skipBlanks()
    if skip(end) { return true }
    while element(&self) {
      skipBlanks()
      if skip(end) { return true }
      guard skip(",") else { return false }
      skipBlanks()
    }
    return false
  }

  /// The blanks around it belong to it.
  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    if sign == ":" { skipBlanks() }
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    if sign == ":" { skipBlanks() }
    return true
  }

  private mutating func skipBlanks() {
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
  }

  private mutating func skipWord(_ word: StaticString) -> Bool {
    let rest = bytes[place...]
    let isThere = word.withUTF8Buffer { rest.starts(with: $0) }
    if isThere { place += word.utf8CodeUnitCount }
    return isThere
  }

  /// Moves behind a text, from quote to quote.
  mutating func skipText() -> Bool {
    guard skip("\"") else { return false }
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return true }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") || skipEscape() else { return false }
    }
    return false
  }

  private mutating func skipEscape() -> Bool {
    guard place < bytes.count else { return false }
    let byte = bytes[place]
    place += 1
    guard byte == UInt8(ascii: "u") else { return #""\/bfnrt"#.utf8.contains(byte) }
    guard place + 4 <= bytes.count, bytes[place..<place + 4].allSatisfy({ hexDigit($0) != nil }) else {
      return false
    }
    place += 4
    return true
  }

  private mutating func skipNumber() -> Bool {
    _ = skip("-")
    let start = place
    guard skipDigits(), place == start + 1 || bytes[start] != UInt8(ascii: "0") else { return false }
    if skip("."), !skipDigits() { return false }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      return skipDigits()
    }
    return true
  }

  private mutating func skipDigits() -> Bool {
    let start = place
    while place < bytes.count, 48...57 ~= bytes[place] { place += 1 }
    return place > start
  }
}

/// What a hexadecimal digit counts.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// Whether bytes are UTF-8; ASCII is seen at a glance.
func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
}
