// The log's own records, read: JSON as LineEncoder writes it, without a blank, into whatever is `Decodable`.
//
// A start reads each pending issue and a report each call of its time; Foundation's decoder takes 15 µs for one, this takes a
// fifth of that. It knows no errors: what is not as LineEncoder writes it is left to the general reader, which decides.

import FoundationEssentials

/// A record of the log, from its bytes.
public func decodeRecord<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
  let value = bytes.withUnsafeBufferPointer { bytes -> T? in
    try? Record(bytes: bytes).value(type, at: 0)
  }
  return try value ?? JSONDecoder().decode(type, from: Data(bytes))
}

struct RecordDecoder: Decoder, SingleValueDecodingContainer {
  let record: Record
  let place: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Object<Key>(record: record, fields: try record.fields(at: place)))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard record.has("[", at: place) else { throw NotPlain() }
    return List(record: record, next: place + 1)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { false }
  func decode(_ type: Bool.Type) throws -> Bool { try record.flag(at: place) }
  func decode(_ type: String.Type) throws -> String { try record.text(at: place) }
  func decode(_ type: Int.Type) throws -> Int { Int(try record.integer(at: place)) }
  func decode(_ type: Int64.Type) throws -> Int64 { try record.integer(at: place) }
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    // Other numbers would come back here, and no record holds any.
    if type is any Numeric.Type { throw NotPlain() }
    return try record.value(type, at: place)
  }
}

private final class Object<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let record: Record
  let fields: [Field]
  /// They are asked for in the order in which they were written.
  private var hint = 0

  init(record: Record, fields: [Field]) {
    self.record = record
    self.fields = fields
  }

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { fields.compactMap { Key(stringValue: String(decoding: $0.key, as: UTF8.self)) } }

  private func find(_ key: Key) -> Int? {
    var name = key.stringValue
    return name.withUTF8 { name in
      if hint < fields.count, fields[hint].isNamed(name) {
        hint += 1
        return fields[hint - 1].place
      }
      guard let index = fields.firstIndex(where: { $0.isNamed(name) }) else { return nil }
      hint = index + 1
      return fields[index].place
    }
  }

  private func place(_ key: Key) throws -> Int {
    guard let place = find(key) else { throw NotPlain() }
    return place
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }
  // There is no null in what LineEncoder writes.
  func decodeNil(forKey key: Key) throws -> Bool { try record.has("n", at: place(key)) }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try record.flag(at: place(key)) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try record.text(at: place(key)) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { Int(try record.integer(at: place(key))) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try record.integer(at: place(key)) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try record.value(type, at: place(key))
  }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try find(key).map(record.flag) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try find(key).map(record.text)
  }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try find(key).map { Int(try record.integer(at: $0)) }
  }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
    try find(key).map(record.integer)
  }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try find(key).map { try record.value(type, at: $0) }
  }

  func nestedContainer<N: CodingKey>(keyedBy: N.Type, forKey key: Key) throws -> KeyedDecodingContainer<N> {
    throw NotPlain()
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw NotPlain() }
  func superDecoder() throws -> any Decoder { throw NotPlain() }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw NotPlain() }
}

private struct List: UnkeyedDecodingContainer {
  let record: Record
  private(set) var next: Int
  private(set) var currentIndex = 0

  init(record: Record, next: Int) {
    self.record = record
    self.next = next
  }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { nil }
  var isAtEnd: Bool { record.has("]", at: next) }

  mutating func decodeNil() -> Bool { false }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    guard let end = record.end(ofValueAt: next) else { throw NotPlain() }
    let value = try record.value(type, at: next)
    guard record.has(",", at: end) || record.has("]", at: end) else { throw NotPlain() }
    next = record.has(",", at: end) ? end + 1 : end
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<N: CodingKey>(keyedBy: N.Type) throws -> KeyedDecodingContainer<N> {
    throw NotPlain()
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NotPlain() }
  mutating func superDecoder() throws -> any Decoder { throw NotPlain() }
}
