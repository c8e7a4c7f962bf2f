// Conversations out of conversations: a value for another of its kind or of a wrong one, a key more or less, a line more,
// time that passes, and damage as no JSON writer makes it.

import HoursWire

struct LineChanges {
  var random: Seeded

  /// Another conversation, of at most `limit` bytes.
  mutating func changed(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
    for _ in 0...random.number(below: 3) {
      let place = random.number(below: lines.count + 1)
      guard place < lines.count else {
        lines.append(line())
        continue
      }
      switch random.number(below: 10) {
      case 0: lines.insert(line(), at: place)
      case 1: lines.insert(Array(wait().utf8), at: place)
      case 2: lines.insert(lines[place], at: random.number(below: lines.count + 1))
      case 3: if lines.count > 1 { lines.remove(at: place) }
      case 4: lines.swapAt(place, random.number(below: lines.count))
      case 5, 6: lines[place] = withOtherValue(lines[place])
      case 7: lines[place] = withMoreKeys(lines[place])
      default: lines[place] = damaged(lines[place])
      }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]).prefix(limit))
  }

  // MARK: Lines

  /// A verb with some of its keys, each with a value of its kind, mostly.
  mutating func line() -> [UInt8] {
    let verb = random.one(of: verbs)
    var keys = verb.keys.filter { _ in random.number(below: 3) > 0 }
    if verb.changes, random.number(below: 4) == 0 { keys.append("key") }
    if keys.isEmpty, random.number(below: 2) == 0 { return Array(verb.name.utf8) }
    let pairs = keys.map { "\"\($0)\":\(value(of: $0))" }
    return Array("\(verb.name) {\(pairs.joined(separator: ","))}".utf8)
  }

  private mutating func wait() -> String {
    "+\(random.one(of: [1, 60, 600, 900, 3_600, 7_200, 10_000, 43_200, 86_400, 604_800, 31_622_400, 4_294_967_295]))"
  }

  private mutating func withOtherValue(_ line: [UInt8]) -> [UInt8] {
    let places = line.indices.filter {
      line[$0] == UInt8(ascii: ":") && $0 > 1 && line[$0 - 1] == UInt8(ascii: "\"")
    }
    guard !places.isEmpty else { return self.line() }
    let colon = random.one(of: places)
    let quote = line[..<(colon - 1)].lastIndex(of: UInt8(ascii: "\"")) ?? 0
    let key = line[(quote + 1)..<colon].dropLast()
    var end = colon + 1
    var isInText = false
    while end < line.count, isInText || (line[end] != UInt8(ascii: ",") && line[end] != UInt8(ascii: "}")) {
      if line[end] == UInt8(ascii: "\""), line[end - 1] != UInt8(ascii: "\\") { isInText.toggle() }
      end += 1
    }
    return line[...colon] + Array(value(of: String(decoding: key, as: UTF8.self)).utf8) + line[end...]
  }

  private mutating func withMoreKeys(_ line: [UInt8]) -> [UInt8] {
    guard let brace = line.lastIndex(of: UInt8(ascii: "}")) else { return line + Array(" {}".utf8) }
    let key = random.one(of: random.one(of: verbs).keys + ["key"])
    let comma = line[..<brace].last == UInt8(ascii: "{") ? "" : ","
    return line[..<brace] + Array("\(comma)\"\(key)\":\(value(of: key))".utf8) + line[brace...]
  }

  /// Pieces that no JSON writer makes, halves of letters, and bytes lost, doubled or exchanged.
  private mutating func damaged(_ line: [UInt8]) -> [UInt8] {
    var line = line
    let place = random.number(below: line.count + 1)
    switch random.number(below: 6) {
    case 0: line.insert(contentsOf: random.one(of: Self.pieces).utf8, at: place)
    case 1: line.insert(contentsOf: random.one(of: Self.halves), at: place)
    case 2: line.removeSubrange(place...)
    case 3: line.insert(contentsOf: Array(line[place...]), at: place)
    case 4: if place < line.count { line.remove(at: place) }
    default: if place < line.count { line[place] = UInt8(truncatingIfNeeded: random.next()) }
    }
    return line
  }

  private static let pieces = [
    "{", "}", "[", "]", "\"", ",", ":", "\\", "\\u", "\\ud800", "\\ud83d\\ude00", "\\udc00", "\\u0000",
    "null",
    "true", "1e400", "-", "0", ".", " ", "\t", "\r", "\u{0}", "\u{1}", "\u{FEFF}", "\u{2028}",
    "99999999999999999999",
    String(repeating: "9", count: 400), String(repeating: "[", count: 17),
    String(repeating: "{\"a\":", count: 17),
    "e" + String(repeating: "\u{301}", count: 300), "{}", "\\n", "\u{202E}",
  ]

  /// Overlong, a surrogate, past the last character, a half.
  private static let halves: [[UInt8]] = [
    [0xC0, 0xAF], [0xC0, 0x80], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xD1],
    [0x80],
    [0xFF], [0xF0, 0x9F, 0x98],
  ]

  // MARK: Values

  private mutating func value(of key: String) -> String {
    guard random.number(below: 8) > 0 else { return random.one(of: Self.strange) }
    switch key {
    case "id", "call", "issue", "before", "after", "seq", "since":
      return "\(1 + random.number(below: 3))"
    case "limit", "minutes", "working": return random.one(of: Self.numbers)
    case "at", "from", "to", "until", "due", "promised", "due_by":
      return quoted(random.one(of: Self.times + (key == "from" ? Self.people : [])))
    case "missed", "send", "later", "was_critical": return random.one(of: ["true", "false"])
    case "answers":
      return random.one(of: [
        "{}", "{\"down\":true}", "{\"down\":false,\"hacked\":false}", "{\"hacked\":true,\"data\":false}",
        "{\"x\":true}",
      ])
    case "only": return random.one(of: ["\"issue\"", "[]", "[\"issue.due\",\"mail\"]"])
    case "name", "client", "number", "as": return quoted(random.one(of: Self.people))
    case "about", "text", "solution", "why", "error", "reason", "subject", "body":
      return quoted(random.one(of: Self.texts))
    default: return quoted(random.one(of: Self.words[key] ?? ["x", "y"]))
    }
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  private static let people = ["acme", "bank", "cafe", "boris", "school", "+79161234567", "Nobody", "ы"]

  private static let texts = [
    "the site is down", "forgot my password", "сайт не работает", "nobody can pay!", "is the shop down?",
    "not down",
    "a\\u0000b", "\\ud83d\\ude00", "\\\"", "\\n\\n", "e\u{301}", "\u{202E}x", "", " ", "`x`",
    String(repeating: "but ", count: 60), String(repeating: "x", count: 300),
  ]

  private static let words = [
    "severity": ["critical", "normal", "untriaged"], "surcharge": ["accepted", "declined"],
    "outcome": ["answered", "missed", "rejected", "voicemail"],
    "channel": ["spoken", "sms", "mail", "voicemail"],
    "kind": ["support", "ring-back"], "language": ["en", "ru", "ru-RU", "de"],
    "state": [
      "open", "closed", "all", "pending", "solved", "settled", "dropped", "draft", "queued", "failed", "sent",
    ],
    "format": ["text", "opening_hours", "json-ld"], "key": ["k", "l", "ы"],
  ]

  private static let times = [
    "now", "tonight", "next-business-day", "09:30", "24:00", "2026-11-24 09:00", "+2h", "+2 working hours",
    "yesterday",
    "tomorrow", "monday", "monday 10:00", "30 nov 9am", "29 feb", "31 dec", "noon", "in 2 hours",
    "10 min ago",
    "+400 business days", "+401 business days", "+3660 days", "0002-01-01T00:00:00Z", "9997-12-31T23:59:59Z",
    "9999-12-31T23:59:59-12:00", "0000-01-01T00:00:00+14:00", "2026-11-24T09:00:00.999999999999999999Z",
    "2026-03-29 02:30", "2026-10-25 02:30", "2026-11-24T23:59:60Z", "+99999999999999999999h", "0002-01-01",
    "9997-12-31",
    "2026-11-24", "+1w", "1h30m ago",
  ]

  private static let numbers = [
    "0", "1", "2", "60", "1000", "1001", "34560000", "34560001", "2147483647", "2147483648",
  ]

  private static let strange = [
    "null", "true", "{}", "[]", "[1]", "\"\"", "\"x\"", "0", "-0", "-1", "1.0", "1e0", "1.5", "1e400",
    "-1e400",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
    String(repeating: "9", count: 400), "0." + String(repeating: "0", count: 400) + "1", "1e-400",
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\u00\"",
    String(repeating: "[", count: 15) + String(repeating: "]", count: 15),
    "\"" + String(repeating: "x", count: 257) + "\"",
  ]
}
