// Whatever comes over the socket, the answer is a request or an error that somebody can read; never a trap.

import HoursWire
import Testing

private let seeds: [String] = [
  #"call {"from":"+79161234567","about":"the site is \"down\" ы \ud83d\ude00","missed":true,"at":"+2h"}"#,
  #"triage {"call":17,"answers":{"down":true,"hacked":false},"severity":"critical"}"#,
  #"issues {"state":["pending","solved"],"limit":10,"due_by":"2026-11-24T09:00:00+03:00"}"#,
  #"resolve {"id":3,"solution":"done","minutes":40,"was_critical":false,"key":"k"}"#,
  #"watch {"since":40,"as":"hooks","only":["issue.due"]}"#,
  #"snooze {"id":3,"until":"+2 working hours"}"#,
]

private let pieces: [String] = [
  "{", "}", "[", "]", "\"", ",", ":", "\\", "\\u", "\\ud800", "null", "true", "1e400", "-", "0", ".", " ",
  "\t",
  "\u{0}", "\u{FEFF}", "99999999999999999999", "\"id\":", "{}", "\r",
]

/// What holds for every line.
private func judge(_ line: [UInt8]) {
  do {
    let read = try RequestLine(line)
    let name = String(decoding: line.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    #expect(Verb.named(name) != nil, "\(read)")
  } catch {
    let reply = ErrorReply(error).error
    #expect([.badRequest, .unknownVerb, .tooLong, .invalid].contains(reply.code))
    #expect(!reply.message.isEmpty && reply.message.utf8.count < 1024)
  }
}

@Test(arguments: [1, 2, 3] as [UInt64])
func randomBytesAreAnswered(_ seed: UInt64) {
  var random = Seeded(state: seed)
  for _ in 0..<3000 {
    let count = Int.random(in: 0...60, using: &random)
    judge((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
  }
}

@Test(arguments: [4, 5, 6] as [UInt64])
func damagedLinesAreAnswered(_ seed: UInt64) throws {
  var random = Seeded(state: seed)
  for _ in 0..<3000 {
    var line = Array(try #require(seeds.randomElement(using: &random)).utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<max(1, line.count), using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: if !line.isEmpty { line[place] = UInt8.random(in: 0...255, using: &random) }
      case 1: if !line.isEmpty { line.remove(at: place) }
      case 2: line.insert(contentsOf: try #require(pieces.randomElement(using: &random)).utf8, at: place)
      case 3: line.removeSubrange(place...)
      default: line.insert(contentsOf: Array(line.suffix(from: place)), at: place)
      }
    }
    judge(line)
  }
}
