// Values to lines of JSON, keys in the order in which they are declared.
//
// Foundation's encoder takes 11 µs for a status and shuffles its keys; this takes a sixth of that, so that the log
// reads the same every day. Reading JSON stays Foundation's, but for the plain lines of `eval` (PlainLine.swift) and for what was
// written here (RecordDecoder.swift).

import Civil

/// Writes `Encodable` values as one line of JSON each; instants get the office's offset.
public struct LineEncoder {
  let zone: Zone

  public init(zone: Zone) { self.zone = zone }

  /// The line, without its newline. Absent values are left out, as the protocol wants.
  public func encode(_ value: some Encodable) -> [UInt8] {
    let output = Output(zone: zone)
    output.write(value)
    return output.bytes
  }
}

/// Where the bytes gather. Encoding into memory cannot fail.
private final class Output {
  var bytes: [UInt8] = []
  let zone: Zone

  init(zone: Zone) {
    self.zone = zone
    bytes.reserveCapacity(512)
  }

  func write(_ value: some Encodable) {
    switch value {
    case let instant as Instant: quote(zone.rfc3339(instant))
    case let text as String: quote(text)
    case let written as WrittenJSON: bytes += written.bytes
    case let flags as [String: Bool]: write(flags)
    default:
      let nested = LineEncoding(output: self)
      do { try value.encode(to: nested) } catch {
        preconditionFailure("\(value) cannot be written as JSON: \(error)")
      }
      nested.close()
    }
  }

  /// A dictionary's own order differs from run to run.
  private func write(_ flags: [String: Bool]) {
    var separator: StaticString = "{"
    for (name, flag) in flags.sorted(by: { $0.key < $1.key }) {
      append(separator)
      quote(name)
      append(flag ? ":true" : ":false")
      separator = ","
    }
    append(flags.isEmpty ? "{}" : "}")
  }

  func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  func append(_ text: some CustomStringConvertible) { bytes.append(contentsOf: text.description.utf8) }

  func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      if utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
        bytes.append(contentsOf: utf8)
      } else {
        for byte in utf8 { escape(byte) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\t"): append("\\t")
    case UInt8(ascii: "\r"): append("\\r")
    case 0..<0x20:
      append("\\u00")
      for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 48 + digit : 87 + digit) }
    default: bytes.append(byte)
    }
  }
}

/// One value being written: an object, a list, or a single value, whichever container is asked for first.
private final class LineEncoding: Encoder {
  let output: Output
  private var closing: UInt8?
  private var isFirst = true

  init(output: Output) { self.output = output }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [.zone: output.zone] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    open("{", "}")
    return KeyedEncodingContainer(Object<Key>(encoding: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    open("[", "]")
    return List(encoding: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(output: output) }

  /// A value may ask for its container again, to write more keys into the same object.
  private func open(_ begin: Unicode.Scalar, _ end: Unicode.Scalar) {
    guard closing == nil else { return }
    output.bytes.append(UInt8(ascii: begin))
    closing = UInt8(ascii: end)
  }

  func close() {
    if let closing { output.bytes.append(closing) }
  }

  func separate() {
    if isFirst { isFirst = false } else { output.bytes.append(UInt8(ascii: ",")) }
  }

  func key(_ key: String) {
    separate()
    output.quote(key)
    output.bytes.append(UInt8(ascii: ":"))
  }
}

private struct Object<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoding: LineEncoding
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil(forKey key: Key) {
    // Absent means unknown; null is not used.
  }
  mutating func encode(_ value: Bool, forKey key: Key) {
    encoding.key(key.stringValue)
    encoding.output.append(value ? "true" : "false")
  }
  mutating func encode(_ value: String, forKey key: Key) {
    encoding.key(key.stringValue)
    encoding.output.quote(value)
  }
  mutating func encode(_ value: Int, forKey key: Key) {
    encoding.key(key.stringValue)
    encoding.output.append(value)
  }
  mutating func encode(_ value: Int64, forKey key: Key) {
    encoding.key(key.stringValue)
    encoding.output.append(value)
  }
  mutating func encode<T: Encodable>(_ value: T, forKey key: Key) {
    encoding.key(key.stringValue)
    encoding.output.write(value)
  }
  mutating func nestedContainer<N: CodingKey>(keyedBy: N.Type, forKey key: Key) -> KeyedEncodingContainer<N> {
    preconditionFailure("no record of hoursd nests containers by hand")
  }
  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("no record of hoursd nests containers by hand")
  }
  mutating func superEncoder() -> any Encoder { encoding }
  mutating func superEncoder(forKey key: Key) -> any Encoder { encoding }
}

private struct List: UnkeyedEncodingContainer {
  let encoding: LineEncoding
  var codingPath: [any CodingKey] { [] }
  var count = 0

  mutating func encodeNil() {
    // As above.
  }
  mutating func encode<T: Encodable>(_ value: T) {
    encoding.separate()
    encoding.output.write(value)
    count += 1
  }
  mutating func nestedContainer<N: CodingKey>(keyedBy: N.Type) -> KeyedEncodingContainer<N> {
    preconditionFailure("no record of hoursd nests containers by hand")
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("no record of hoursd nests containers by hand")
  }
  mutating func superEncoder() -> any Encoder { encoding }
}

private struct Single: SingleValueEncodingContainer {
  let output: Output
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() { output.append("null") }
  mutating func encode(_ value: Bool) { output.append(value ? "true" : "false") }
  mutating func encode(_ value: String) { output.quote(value) }
  mutating func encode(_ value: Double) { output.append(value) }
  mutating func encode(_ value: Float) { output.append(value) }
  mutating func encode(_ value: Int) { output.append(value) }
  mutating func encode(_ value: Int8) { output.append(value) }
  mutating func encode(_ value: Int16) { output.append(value) }
  mutating func encode(_ value: Int32) { output.append(value) }
  mutating func encode(_ value: Int64) { output.append(value) }
  mutating func encode(_ value: UInt) { output.append(value) }
  mutating func encode(_ value: UInt8) { output.append(value) }
  mutating func encode(_ value: UInt16) { output.append(value) }
  mutating func encode(_ value: UInt32) { output.append(value) }
  mutating func encode(_ value: UInt64) { output.append(value) }
  mutating func encode<T: Encodable>(_ value: T) { output.write(value) }
}
