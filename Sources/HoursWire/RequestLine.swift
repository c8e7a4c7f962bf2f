// A line from a client, to the request it means.

import HoursCore

/// A request as it came in, with the key that makes it safe to repeat.
public struct RequestLine: Hashable, Sendable {
  public let request: Request
  /// Given by the client; the same key with the same request is answered from memory.
  public let key: String?
  /// As it came in, without its newline; empty without a key.
  public let bytes: [UInt8]
  /// Whether its verb changes nothing.
  public let isQuestion: Bool

  /// What is kept of a request whose words were forgotten, and of `forget` itself; it is no request.
  public static let forgotten = Array("forget".utf8)

  /// Reads a line without its newline.
  public init(_ line: [UInt8]) throws(LineError) { try self.init(line[...]) }

  /// Reads a line without its newline.
  public init(_ line: ArraySlice<UInt8>) throws(LineError) {
    try Self.checkText(line)
    let end = line.firstIndex(of: UInt8(ascii: " ")) ?? line.endIndex
    let name = String(decoding: line[..<end], as: UTF8.self)
    let json = line[end...].drop { $0 == UInt8(ascii: " ") }
    guard let verb = Verb.named(name) else {
      guard let first = name.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first | 0x20 else {
        throw .noVerb
      }
      // A brace without a space behind the verb is a common slip.
      if let brace = name.firstIndex(of: "{"), Verb.named(name[..<brace]) != nil {
        throw .noSpaceAfterVerb(String(name[..<brace]))
      }
      throw .unknownVerb(name.opening, nearest: nearestName(to: name.opening, among: verbs.map(\.name)))
    }
    let keys = json.isEmpty ? Keys() : try Keys(json: json)
    if !json.isEmpty { try Self.check(keys, against: verb) }
    request = try verb.parse(keys)
    isQuestion = !verb.changes
    key = verb.changes ? try keys.name("key") : nil
    bytes = key == nil ? [] : Array(line)
  }

  /// Refuses what is no line of text before anything in it is looked at.
  static func checkText(_ line: ArraySlice<UInt8>) throws(LineError) {
    guard line.count <= Limits.line else { throw .tooLong }
    guard line.allSatisfy({ $0 < 0x80 }) || String(validating: line, as: UTF8.self) != nil else {
      throw .notUTF8(offset: firstInvalid(line))
    }
  }

  private static func check(_ keys: Keys, against verb: Verb) throws(LineError) {
    let allowed = verb.keys
    for name in keys.names where !allowed.contains(name) && !(verb.changes && name == "key") {
      throw .unknownKey(name.opening, verb: verb.name)
    }
  }

  private static func firstInvalid(_ line: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var bytes = line.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { offset += UTF8.width(scalar) }
    return offset
  }
}
