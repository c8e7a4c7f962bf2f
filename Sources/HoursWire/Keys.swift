// A request's JSON object, read key by key with the type that the verb wants.

import Civil
import FoundationEssentials
import HoursCore

/// The keys of one request.
struct Keys: Decodable {
  /// Absent when the verb came alone.
  private let object: KeyedDecodingContainer<Name>?

  struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init() { object = nil }

  init(from decoder: any Decoder) throws { object = try decoder.container(keyedBy: Name.self) }

  var names: [String] { object?.allKeys.map(\.stringValue) ?? [] }

  /// A JSON object of the protocol, or what is wrong with it.
  init(json: ArraySlice<UInt8>) throws(LineError) {
    let shape = Self.shape(of: json)
    guard shape.depth <= Limits.nesting else { throw .tooDeep }
    // The decoder lets it pass.
    guard !shape.hasTrailingComma else { throw .notJSON }
    do {
      self = try JSONDecoder().decode(Keys.self, from: Data(json))
    } catch DecodingError.typeMismatch, DecodingError.valueNotFound {
      throw .notAnObject
    } catch {
      throw .notJSON
    }
    // The decoder keeps one of two equal keys without a word: which one was meant, nobody can know.
    guard names.count == shape.keys else { throw .repeatedKey }
  }

  /// How deep brackets nest, how many keys the object itself has, and whether a comma stands before a closing bracket;
  /// looked at first, so that no parser has to.
  private static func shape(of json: ArraySlice<UInt8>) -> (depth: Int, keys: Int, hasTrailingComma: Bool) {
    var depth = 0
    var deepest = 0
    var keys = 0
    var hasTrailingComma = false
    var last: UInt8 = 0
    var inText = false
    var isEscaped = false
    for byte in json {
      if inText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          inText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if last == UInt8(ascii: ",") { hasTrailingComma = true }
      case UInt8(ascii: ":") where depth == 1: keys += 1
      default: break
      }
      if byte > UInt8(ascii: " ") { last = byte }
    }
    return (deepest, keys, hasTrailingComma)
  }

  // MARK: Values by type

  private func value<T: Decodable>(_ name: String, _ type: T.Type, expected: String) throws(LineError) -> T? {
    let key = Name(name)
    guard let object, object.contains(key) else { return nil }
    do { return try object.decode(type, forKey: key) } catch {
      throw .wrongType(key: name, expected: expected)
    }
  }

  /// A text of at most `limit` bytes. An empty one says nothing, and counts as absent: bridges send withheld numbers
  /// so.
  func text(_ name: String, limit: Int = Limits.text) throws(LineError) -> String? {
    guard let text = try value(name, String.self, expected: "a text, for example \"…\"") else { return nil }
    return text.allSatisfy(\.isWhitespace) ? nil : try checked(text, of: name, limit: limit)
  }

  private func checked(_ text: String, of key: String, limit: Int) throws(LineError) -> String {
    guard text.utf8.count <= limit else { throw .textTooLong(key: key, limit: limit) }
    guard !text.unicodeScalars.contains("\0") else { throw .controlCharacter(key: key) }
    return text
  }

  /// Hours as they are written; how long they may be, and that nothing is too short, their own errors say.
  func hours(_ name: String) throws(LineError) -> String? {
    try value(name, String.self, expected: "a text, for example \"Mo-Fr 09:00-18:00\"")
  }

  func texts(_ name: String, expected: String) throws(LineError) -> [String]? {
    try value(name, [String].self, expected: expected)
  }

  /// Whether the key is there, and says something.
  func says(_ name: String) -> Bool {
    let key = Name(name)
    guard let object, object.contains(key) else { return false }
    return (try? object.decodeNil(forKey: key)) == false
  }

  /// A name or a number of a person.
  func name(_ name: String) throws(LineError) -> String? { try text(name, limit: Limits.name) }

  func integer(_ name: String, in range: ClosedRange<Int64>) throws(LineError) -> Int64? {
    guard let number = try value(name, Int64.self, expected: "a whole number") else { return nil }
    guard range.contains(number) else { throw .outOfRange(key: name, number: number, range: range) }
    return number
  }

  /// An id; one that nobody has is the office's to refuse.
  func id(_ name: String) throws(LineError) -> Int64? { try integer(name, in: Int64.min...Int64.max) }

  func minutes(_ name: String) throws(LineError) -> Int? {
    try integer(name, in: 0...Int64(Int32.max)).map(Int.init)
  }

  func flag(_ name: String) throws(LineError) -> Bool? {
    try value(name, Bool.self, expected: "true or false")
  }

  func flags(_ name: String) throws(LineError) -> [String: Bool]? {
    try value(
      name, [String: Bool].self, expected: "an object of true and false by question, like {\"down\":true}")
  }

  /// One of the words of a type.
  func word<W: RawRepresentable & CaseIterable>(_ name: String, _ type: W.Type) throws(LineError) -> W?
  where W.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let word = W(rawValue: text) else {
      throw .notAWord(key: name, text: text, words: W.allCases.map(\.rawValue))
    }
    return word
  }

  /// One text, or a list of them.
  func names(_ name: String, limit: Int) throws(LineError) -> [String]? {
    let list: [String]
    if let one = try? object?.decodeIfPresent(String.self, forKey: Name(name)) {
      list = [one]
    } else {
      guard let some = try value(name, [String].self, expected: "a name or a list of names") else {
        return nil
      }
      list = some
    }
    guard list.count <= limit else {
      throw .outOfRange(key: name, number: Int64(list.count), range: 0...Int64(limit))
    }
    for one in list { _ = try checked(one, of: name, limit: Limits.name) }
    return list
  }

  func time(_ name: String) throws(LineError) -> TimeExpression? {
    guard let text = try text(name) else { return nil }
    guard let time = TimeExpression(text) else { throw .notATime(key: name, text: text) }
    return time
  }

  /// A value that the verb cannot do without.
  func need<T>(_ name: String, of verb: String, _ value: T?) throws(LineError) -> T {
    guard let value else { throw .missingKey(name, verb: verb) }
    return value
  }
}
