// Somebody else's opinion: Python's own parser of mail, as strict as it gets.

import Foundation
import Testing

/// What the parser found in a message.
struct Parsed: Decodable, Equatable {
  struct Mailbox: Decodable, Equatable {
    let name: String
    let address: String
  }

  var wrong: String?
  var from: Mailbox?
  var to: Mailbox?
  var subject: String?
  var date: String?
  var messageID: String?
  var inReplyTo: String?
  var references: String?
  var charset: String?
  var encoding: String?
  var body: String?

  private enum CodingKeys: String, CodingKey {
    case wrong, from, to, subject, date, references, charset, encoding, body
    case messageID = "message_id"
    case inReplyTo = "in_reply_to"
  }
}

/// Parses messages, all in one run.
func parsed(_ messages: [String]) throws -> [Parsed] {
  let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "parse.py").path
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["python3", script]
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  let lines = try messages.map { try JSONEncoder().encode(["text": $0]) + Data("\n".utf8) }
  // Both at once, or each would wait for the other.
  let writer = Thread {
    for line in lines { try? input.fileHandleForWriting.write(contentsOf: line) }
    try? input.fileHandleForWriting.close()
  }
  writer.start()
  let answers = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  let found = try answers.split(separator: 0x0A).map { try JSONDecoder().decode(Parsed.self, from: $0) }
  try #require(found.count == messages.count, "an answer a message")
  return found
}

func parsed(_ message: String) throws -> Parsed { try parsed([message])[0] }
