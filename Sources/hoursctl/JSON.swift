// The daemon's replies, read as they come: unknown keys and words pass, so that a newer daemon is no error.
//
// Written here because a command lives for a millisecond: to set a general decoder up takes longer than all the rest.

import HoursWire

/// A JSON value; `reply.next_opening` is the value of that key, nothing where there is none.
@dynamicMemberLookup
indirect enum JSON {
  case text(String)
  /// As it was written.
  case number(String)
  case flag(Bool)
  case list([JSON])
  case object([String: JSON])
  case nothing

  subscript(dynamicMember key: String) -> JSON { self[key] }

  subscript(_ key: String) -> JSON {
    if case .object(let object) = self { object[key] ?? .nothing } else { .nothing }
  }

  /// The text of a text or number; empty for everything else, which is how absent values are shown.
  var string: String {
    switch self {
    case .text(let text), .number(let text): text
    default: ""
    }
  }

  var integer: Int64 { Int64(string) ?? 0 }

  var isTrue: Bool { if case .flag(true) = self { true } else { false } }

  var array: [JSON] { if case .list(let list) = self { list } else { [] } }

  var time: LocalTime? { LocalTime(string) }

  var isPresent: Bool { if case .nothing = self { false } else { true } }
}

extension JSON {
  /// Reads a line; nil when it is not JSON.
  init?(line: [UInt8]) {
    var reader = JSONReader(bytes: line)
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipBlanks()
    guard reader.isAtEnd else { return nil }
    self = value
  }
}

/// Walks over the bytes once. Every step answers nil where the text is not JSON.
private struct JSONReader {
  let bytes: [UInt8]
  private var next = 0

  /// More than any reply nests.
  private static let deepest = 64

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { next == bytes.count }

  private var byte: UInt8? { isAtEnd ? nil : bytes[next] }

  mutating func skipBlanks() {
    while let byte, byte == 0x20 || (0x09...0x0D).contains(byte) { next += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard byte == UInt8(ascii: character) else { return false }
    next += 1
    return true
  }

  mutating func value(depth: Int) -> JSON? {
    guard depth < Self.deepest else { return nil }
    skipBlanks()
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSON.text)
    default: return word()
    }
  }

  private mutating func object(depth: Int) -> JSON? {
    next += 1
    var object: [String: JSON] = [:]
    if take("}") { return .object(object) }
    repeat {
      skipBlanks()
      guard byte == UInt8(ascii: "\""), let key = string(), take(":"), let value = value(depth: depth + 1)
      else { return nil }
      object[key] = value
    } while take(",")
    return take("}") ? .object(object) : nil
  }

  private mutating func list(depth: Int) -> JSON? {
    next += 1
    var list: [JSON] = []
    if take("]") { return .list(list) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      list.append(value)
    } while take(",")
    return take("]") ? .list(list) : nil
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() -> JSON? {
    let rest = bytes[next...]
    let word = rest.prefix { !($0 <= 0x20 || [0x2C, 0x5D, 0x7D].contains($0)) }
    next += word.count
    switch String(decoding: word, as: UTF8.self) {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .nothing
    case let number where Double(number) != nil: return .number(number)
    default: return nil
    }
  }

  private mutating func string() -> String? {
    next += 1
    var text: [UInt8] = []
    while let byte {
      next += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        text.append(contentsOf: String(Character(scalar)).utf8)
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte else { return nil }
    next += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return unit().flatMap { scalar(of: $0) }
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    default: return nil
    }
  }

  /// The four digits behind `\u`.
  private mutating func unit() -> UInt16? {
    guard next + 4 <= bytes.count else { return nil }
    defer { next += 4 }
    return UInt16(String(decoding: bytes[next..<next + 4], as: UTF8.self), radix: 16)
  }

  /// Characters beyond U+FFFF come as two units.
  private mutating func scalar(of unit: UInt16) -> Unicode.Scalar? {
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
    guard bytes[next...].starts(with: Array("\\u".utf8)) else { return nil }
    next += 2
    guard let trail = self.unit(), UTF16.isTrailSurrogate(trail) else { return nil }
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }
}
