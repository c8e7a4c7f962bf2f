// Conversations that a fuzzer keeps (`make fuzz`), and others made from them: what holds of every line holds of these.

import Civil
import Foundation
import HoursCore
import HoursWire
import Testing

private let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(
  path: "../../contrib/fuzz/lines/corpus")

private func conversations() throws -> [(name: String, lines: [UInt8])] {
  let names = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
  return try names.map { ($0, [UInt8](try Data(contentsOf: corpus.appending(path: $0)))) }
}

private func configuration() throws -> Configuration {
  let file = [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin")))
  return try Conversation.configuration(zone: try Zone(name: "Europe/Berlin", tzif: file))
}

@Test func keptConversationsGoWell() throws {
  let configuration = try configuration()
  let all = try conversations()
  #expect(all.count > 60)
  for (name, lines) in all {
    #expect(throws: Never.self, "\(name)") { try Conversation.check(lines, configuration) }
  }
}

/// Each verb is in a conversation.
@Test func everyVerbIsKept() throws {
  let said = Set(
    try conversations().flatMap { $0.lines.split(separator: UInt8(ascii: "\n")) }.map { line in
      String(decoding: line.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    })
  #expect(verbs.map(\.name).filter { !said.contains($0) } == [])
}

@Test(arguments: [1, 2, 3] as [UInt64])
func changedConversationsGoWell(_ seed: UInt64) throws {
  let configuration = try configuration()
  var changes = LineChanges(random: Seeded(state: seed))
  let all = try conversations().map(\.lines)
  for _ in 0..<150 {
    var lines = changes.random.one(of: all)
    for _ in 0..<3 { lines = changes.changed(lines, limit: 2_000) }
    #expect(throws: Never.self, "\(String(decoding: lines, as: UTF8.self))") {
      try Conversation.check(lines, configuration)
    }
  }
}

/// A check that finds nothing wrong with anything would be none.
@Test(arguments: [
  "", "[]", "{", "{}{}", "{\"a\":}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":1.5}", "{\"a\":null}",
  "{\"a\":\"\n\"}",
  "{\"a\":\"\u{1}\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{a:1}", "{\"a\":[1,]}", "{\"a\":tru}",
  " {}", "{} ",
])
func whatIsNotOneObjectIsFound(_ text: String) {
  #expect(!JSONCheck.isOneObject(Array(text.utf8)))
}
