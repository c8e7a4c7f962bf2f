// A second opinion on what is sent: JSON by RFC 8259, on one line, read by nothing of ours or of Foundation's.

/// Walks over one JSON value.
struct JSONCheck {
  private let bytes: [UInt8]
  private var next = 0

  /// Whether the bytes are one JSON object on one line, in UTF-8, and nothing beside it.
  static func isOneObject(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "{"), !bytes.contains(0x0A),
      String(validating: bytes, as: UTF8.self) != nil
    else { return false }
    var check = JSONCheck(bytes: bytes)
    return check.value() && check.next == bytes.count
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value() -> Bool {
    switch peek {
    case UInt8(ascii: "{"): list(until: "}") { check in check.text() && check.take(":") && check.value() }
    case UInt8(ascii: "["): list(until: "]") { check in check.value() }
    case UInt8(ascii: "\""): text()
    case UInt8(ascii: "t"): word("true")
    case UInt8(ascii: "f"): word("false")
    default: number()
    }
  }

  private mutating func list(until end: Unicode.Scalar, _ item: (inout JSONCheck) -> Bool) -> Bool {
    next += 1
    if take(end) { return true }
    repeat {
      guard item(&self) else { return false }
    } while take(",")
    return take(end)
  }

  private mutating func text() -> Bool {
    guard take("\"") else { return false }
    while let byte = peek {
      next += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case 0..<0x20: return false
      case UInt8(ascii: "\\"): guard escape() else { return false }
      default: break
      }
    }
    return false
  }

  private mutating func escape() -> Bool {
    guard let sign = peek else { return false }
    next += 1
    guard sign == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(sign) }
    guard next + 4 <= bytes.count else { return false }
    defer { next += 4 }
    return bytes[next..<next + 4].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  /// Whole ones alone: the protocol has no others, and no `null`.
  private mutating func number() -> Bool {
    _ = take("-")
    let start = next
    while let byte = peek, 48...57 ~= byte { next += 1 }
    return next > start && (next == start + 1 || bytes[start] != 48)
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[next...].starts(with: word.utf8) else { return false }
    next += word.utf8.count
    return true
  }

  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let byte = peek, UInt32(byte) == sign.value else { return false }
    next += 1
    return true
  }
}
