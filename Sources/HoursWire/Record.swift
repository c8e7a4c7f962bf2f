// The bytes of a record of the log: where its values are, and what they say.

import Civil

/// It is none that this reader knows.
struct NotPlain: Error {}

/// The bytes of a record. Values are known by the place at which they begin.
struct Record {
  let bytes: UnsafeBufferPointer<UInt8>

  func has(_ character: Unicode.Scalar, at place: Int) -> Bool {
    place < bytes.count && UInt32(bytes[place]) == character.value
  }

  // MARK: Values

  func value<T: Decodable>(_ type: T.Type, at place: Int) throws -> T {
    if type == Instant.self {
      return try instant(at: place) as! T
    }
    return try T(from: RecordDecoder(record: self, place: place))
  }

  func text(at place: Int) throws(NotPlain) -> String {
    guard has("\"", at: place), let end = end(ofTextAt: place) else { throw NotPlain() }
    let written = UnsafeBufferPointer(rebasing: bytes[place + 1..<end - 1])
    let text =
      written.contains(UInt8(ascii: "\\"))
      ? try Self.unescaped(written) : String(validating: written, as: UTF8.self)
    guard let text else { throw NotPlain() }
    return text
  }

  private static func unescaped(_ written: UnsafeBufferPointer<UInt8>) throws(NotPlain) -> String? {
    var text: [UInt8] = []
    text.reserveCapacity(written.count)
    var place = 0
    while place < written.count {
      var byte = written[place]
      place += 1
      if byte == UInt8(ascii: "\\") {
        guard place < written.count else { throw NotPlain() }
        switch written[place] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte = written[place]
        case UInt8(ascii: "n"): byte = 0x0A
        case UInt8(ascii: "t"): byte = 0x09
        case UInt8(ascii: "r"): byte = 0x0D
        default: throw NotPlain()
        }
        place += 1
      }
      text.append(byte)
    }
    return String(validating: text, as: UTF8.self)
  }

  /// `"2026-11-24T09:00:00+03:00"`
  func instant(at place: Int) throws(NotPlain) -> Instant {
    guard place + 27 <= bytes.count, has("\"", at: place), has("-", at: place + 5), has("T", at: place + 11),
      has(":", at: place + 14), has(":", at: place + 17),
      has("-", at: place + 20) || has("+", at: place + 20), has(":", at: place + 23), has("-", at: place + 8),
      has("\"", at: place + 26), let year = digits(at: place + 1, 4), let month = digits(at: place + 6, 2),
      let day = digits(at: place + 9, 2), let hour = digits(at: place + 12, 2),
      let minute = digits(at: place + 15, 2), let second = digits(at: place + 18, 2),
      let hours = digits(at: place + 21, 2), let minutes = digits(at: place + 24, 2),
      hour < 24, minute < 60, second < 60, hours < 24, minutes < 60,
      let date = CivilDate(year: year, month: month, day: day)
    else { return try unusualInstant(at: place) }
    let offset = (hours * 60 + minutes) * 60 * (has("-", at: place + 20) ? -1 : 1)
    return Instant(
      seconds: Int64(date.dayNumber) * 86_400 + Int64((hour * 60 + minute) * 60 + second - offset))
  }

  private func unusualInstant(at place: Int) throws(NotPlain) -> Instant {
    guard let instant = Instant(rfc3339: try text(at: place)) else { throw NotPlain() }
    return instant
  }

  private func digits(at start: Int, _ count: Int) -> Int? {
    var number = 0
    for place in start..<start + count {
      guard 48...57 ~= bytes[place] else { return nil }
      number = number * 10 + Int(bytes[place] - 48)
    }
    return number
  }

  func integer(at place: Int) throws(NotPlain) -> Int64 {
    var place = place
    let isNegative = has("-", at: place)
    if isNegative { place += 1 }
    let start = place
    var number: Int64 = 0
    // So many digits never overflow.
    while place < bytes.count, place - start < 18, 48...57 ~= bytes[place] {
      number = number * 10 + Int64(bytes[place] - 48)
      place += 1
    }
    guard place > start, place == end(ofWordAt: start) else { throw NotPlain() }
    return isNegative ? -number : number
  }

  func flag(at place: Int) throws(NotPlain) -> Bool {
    if has("t", at: place) { return true }
    if has("f", at: place) { return false }
    throw NotPlain()
  }

  // MARK: Where values end

  /// The first place after a value; nil where there is none.
  func end(ofValueAt place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "\""): return end(ofTextAt: place)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return end(ofNestAt: place)
    default: return end(ofWordAt: place)
    }
  }

  func end(ofTextAt place: Int) -> Int? {
    var next = place + 1
    while next < bytes.count, bytes[next] != UInt8(ascii: "\"") {
      next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
    }
    return next < bytes.count ? next + 1 : nil
  }

  private func end(ofNestAt place: Int) -> Int? {
    var depth = 0
    var next = place
    while next < bytes.count {
      switch bytes[next] {
      case UInt8(ascii: "\""):
        guard let end = end(ofTextAt: next) else { return nil }
        next = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return next + 1 }
      default: break
      }
      next += 1
    }
    return nil
  }

  private func end(ofWordAt place: Int) -> Int? {
    var next = place
    while next < bytes.count,
      ![UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(bytes[next])
    { next += 1 }
    return next > place ? next : nil
  }

  // MARK: Fields

  /// Where an object's keys and values are.
  func fields(at place: Int) throws(NotPlain) -> [Field] {
    guard has("{", at: place) else { throw NotPlain() }
    var fields: [Field] = []
    if has("}", at: place + 1) { return fields }
    fields.reserveCapacity(32)
    var next = place
    repeat {
      let key = next + 2
      guard has("\"", at: next + 1), let end = end(ofTextAt: next + 1), has(":", at: end),
        let after = self.end(ofValueAt: end + 1)
      else { throw NotPlain() }
      fields.append(Field(key: UnsafeBufferPointer(rebasing: bytes[key..<end - 1]), place: end + 1))
      next = after
    } while has(",", at: next)
    // Nothing follows the record itself.
    guard has("}", at: next), place > 0 || next + 1 == bytes.count else { throw NotPlain() }
    return fields
  }
}

/// A key as it is written, and the place of its value.
struct Field {
  let key: UnsafeBufferPointer<UInt8>
  let place: Int

  func isNamed(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    key.count == name.count && key.elementsEqual(name)
  }
}
