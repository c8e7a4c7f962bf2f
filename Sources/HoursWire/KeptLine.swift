// Lines that were kept and are handed on as they are: on a damaged disk one may have become no line at all, and whoever
// gets it could not read on.

/// Whether these bytes are one JSON object (RFC 8259) on one line, to its last byte.
public func isJSONObject(_ line: [UInt8]) -> Bool {
  guard line.first == UInt8(ascii: "{"), String(validating: line, as: UTF8.self) != nil else { return false }
  return line.withUnsafeBufferPointer { bytes in
    var reader = KeptLineReader(bytes: bytes)
    return reader.value(depth: 0) && reader.isAtEnd
  }
}

/// Walks over the bytes once; every step says whether it went well. Blanks between values we do not write.
private struct KeptLineReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { next == bytes.count }

  mutating func value(depth: Int) -> Bool {
    guard depth < 64, next < bytes.count else { return false }
    switch bytes[next] {
    case UInt8(ascii: "{"):
      return list(until: UInt8(ascii: "}")) { reader in
        reader.text() && reader.take(UInt8(ascii: ":")) && reader.value(depth: depth + 1)
      }
    case UInt8(ascii: "["): return list(until: UInt8(ascii: "]")) { $0.value(depth: depth + 1) }
    case UInt8(ascii: "\""): return text()
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number()
    }
  }

  private mutating func list(until end: UInt8, _ element: (inout KeptLineReader) -> Bool) -> Bool {
    next += 1
    if take(end) { return true }
    repeat {
      guard element(&self) else { return false }
    } while take(UInt8(ascii: ","))
    return take(end)
  }

  private mutating func text() -> Bool {
    guard take(UInt8(ascii: "\"")) else { return false }
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case UInt8(ascii: "\\"):
        guard escape() else { return false }
      case ..<0x20: return false
      default: break
      }
    }
    return false
  }

  private mutating func escape() -> Bool {
    guard next < bytes.count else { return false }
    let kind = bytes[next]
    next += 1
    guard kind == UInt8(ascii: "u") else { return "\"\\/bfnrt".utf8.contains(kind) }
    guard next + 4 <= bytes.count else { return false }
    let digits = bytes[next..<next + 4]
    next += 4
    return digits.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }

  /// Exponents we do not write.
  private mutating func number() -> Bool {
    _ = take(UInt8(ascii: "-"))
    let start = next
    guard digits(), bytes[start] != UInt8(ascii: "0") || next == start + 1 else { return false }
    return take(UInt8(ascii: ".")) ? digits() : true
  }

  private mutating func digits() -> Bool {
    let start = next
    while next < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[next] { next += 1 }
    return next > start
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard next + count <= bytes.count else { return false }
    defer { next += count }
    return (0..<count).allSatisfy { bytes[next + $0] == word.utf8Start[$0] }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next < bytes.count, bytes[next] == byte else { return false }
    next += 1
    return true
  }
}
