// A request as it goes over the socket: a verb and the keys that were given.

import Civil
import HoursWire

/// One request line.
struct Ask {
  let verb: String
  private var keys: [(name: String, value: any Encodable)] = []

  init(_ verb: String) { self.verb = verb }

  /// The same with a key; an absent value leaves it out.
  func with<Value: Encodable>(_ name: String, _ value: Value?) -> Ask {
    guard let value else { return self }
    var ask = self
    ask.keys.append((name, value))
    return ask
  }

  /// The bytes of the line, its newline included.
  var line: [UInt8] {
    var line = Array(verb.utf8)
    if !keys.isEmpty { line += [UInt8(ascii: " ")] + LineEncoder(zone: .utc).encode(Object(keys: keys)) }
    line.append(UInt8(ascii: "\n"))
    return line
  }

  private struct Object: Encodable {
    let keys: [(name: String, value: any Encodable)]

    struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }

      init(_ name: String) { stringValue = name }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Name.self)
      for (name, value) in keys { try object.encode(value, forKey: Name(name)) }
    }
  }
}
