// Lines that no good client sends: each gets the error of the protocol, on a connection that goes on.

import Testing

/// One line that is wrong, and what it is answered.
struct BadLine: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let code: String
  /// A part of the message.
  let says: String
  var testDescription: String { name }

  init(_ name: String, _ bytes: [UInt8], _ code: String, _ says: String) {
    self.name = name
    self.bytes = bytes
    self.code = code
    self.says = says
  }

  init(_ line: String, _ code: String, _ says: String) {
    self.init(String(line.prefix(60)), Array(line.utf8), code, says)
  }
}

private func nested(_ depth: Int) -> String {
  "status {\"at\":" + String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
    + "}"
}

private func text(_ length: Int) -> String { String(repeating: "x", count: length) }

@Suite struct BadInputTests {
  static let lines = [
    BadLine("not UTF-8", Array("status ".utf8) + [0xFF, 0xFE], "bad-request", "byte 7 is not UTF-8"),
    BadLine("half a character", Array("note {\"id\":1,\"text\":\"".utf8) + [0xC3], "bad-request", "UTF-8"),
    BadLine("NUL", [0], "bad-request", "verb"),
    BadLine("{", "bad-request", "verb"),
    BadLine("{\"status\":{}}", "bad-request", "verb"),
    BadLine("status {", "bad-request", "JSON"),
    BadLine("status }", "bad-request", "JSON"),
    BadLine("status {\"at\":\"tonight\"", "bad-request", "JSON"),
    BadLine("status {} {}", "bad-request", "JSON"),
    BadLine("status []", "bad-request", "object"),
    BadLine("status 3", "bad-request", "object"),
    BadLine("status{}", "bad-request", "space"),
    BadLine("nonsense", "unknown-verb", "help"),
    BadLine("STATUS", "unknown-verb", "did you mean `status`?"),
    BadLine("stat", "unknown-verb", "did you mean `status`?"),
    BadLine("status {\"att\":\"tonight\"}", "bad-request", "takes no `att`"),
    BadLine("status {\"key\":\"1\"}", "bad-request", "takes no `key`"),
    BadLine("status {\"at\":5}", "bad-request", "`at` must be"),
    BadLine("status {\"at\":\"soon\"}", "invalid", "is no time"),
    BadLine("issue", "bad-request", "needs `id`"),
    BadLine("issue {\"id\":\"1\"}", "bad-request", "`id` must be a whole number"),
    BadLine("issue {\"id\":1.5}", "bad-request", "`id` must be a whole number"),
    BadLine("issue {\"id\":9223372036854775808}", "bad-request", "`id` must be a whole number"),
    BadLine("issue {\"id\":1e400}", "bad-request", "whole number"),
    BadLine("issue {\"id\":9223372036854775807}", "not-found", "no issue"),
    BadLine("call {\"missed\":\"yes\"}", "bad-request", "`missed` must be true or false"),
    BadLine("call {\"severity\":\"bad\"}", "invalid", "critical, normal, untriaged"),
    BadLine("call {\"at\":\"2999-01-01 10:00\"}", "invalid", "can't have come"),
    BadLine("call {\"from\":\"\(text(257))\"}", "invalid", "longer than 256 bytes"),
    BadLine("call {\"about\":\"\(text(16_385))\"}", "invalid", "longer than 16384 bytes"),
    BadLine("call {\"about\":\"a\\u0000b\"}", "invalid", "NUL"),
    BadLine("triage {\"call\":1,\"answers\":{\"down\":\"no\"}}", "bad-request", "`answers` must be"),
    BadLine(nested(17), "bad-request", "deeper than 16"),
    BadLine(nested(16), "bad-request", "`at` must be"),
    BadLine("nested 30,000 deep", Array(nested(30_000).utf8), "bad-request", "deeper than 16"),
    BadLine("end {\"call\":1,\"outcome\":\"missed\"}", "not-found", "no call"),
    BadLine("snooze {\"id\":1,\"until\":\"tonight\"}", "not-found", "no issue"),
    BadLine("ack {\"seq\":1}", "bad-request", "needs `as`"),
    BadLine("ack {\"seq\":999999,\"as\":\"x\"}", "invalid", "has not happened"),
    BadLine("ack {\"seq\":-1,\"as\":\"x\"}", "invalid", "can't be -1"),
    BadLine("watch {\"since\":999999}", "invalid", "has not happened"),
    BadLine("issues {\"limit\":1001}", "invalid", "1 to 1000"),
    BadLine("issues {\"state\":\"open\"}", "invalid", "pending"),
    BadLine("add {\"about\":\"x\",\"client\":\"nobody\"}", "not-found", "no contact"),
    BadLine("lookup", "bad-request", "`from` or `name`"),
  ]

  @Test func everyWrongLineIsAnsweredAndTheConnectionGoesOn() throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    let seq = try connection.ask("status").seq
    for line in Self.lines {
      connection.send(line.bytes + [0x0A])
      let reply = try connection.next()
      #expect(reply.code == line.code && reply.message.contains(line.says), "\(line.name): \(reply)")
    }
    #expect(try connection.ask("status").seq == seq, "nothing of that was recorded")
  }

  // MARK: Lengths

  /// A line of this length, its end not counted: spaces are room between a verb and its object.
  private func line(_ length: Int) -> [UInt8] {
    Array("status".utf8) + [UInt8](repeating: 0x20, count: length - 8) + Array("{}".utf8)
  }

  @Test(arguments: ["\n", "\r\n"])
  func longestLine(end: String) throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    connection.send(line(65_536) + Array(end.utf8))
    #expect(try connection.next()["state"] != nil)
    #expect(try connection.ask("status")["state"] != nil)
  }

  /// The longest line comes in two pieces, parted just before the newline.
  @Test func longestLineInPieces() throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    connection.send(line(65_536) + [0x0D])
    // Whoever was asked later is answered later: the first piece has been read.
    for _ in 0..<3 { try daemon.ask("status") }
    connection.send([0x0A])
    #expect(try connection.next()["state"] != nil)
  }

  @Test(arguments: [65_537, 65_538, 70_000, 300_000])
  func lineTooLong(length: Int) throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    connection.send(Array("version\n".utf8) + line(length) + Array("\nstatus\n".utf8))
    #expect(try connection.next()["version"] != nil, "what was asked before is answered")
    #expect(try connection.next().code == "too-long")
    #expect(try connection.nextLine() == nil, "and then the connection is closed")
    #expect(try daemon.ask("status")["state"] != nil)
  }

  /// No newline at all: it is not waited for.
  @Test func endlessLine() throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    connection.send([UInt8](repeating: 0x41, count: 65_538))
    #expect(try connection.next().code == "too-long")
    #expect(try connection.nextLine() == nil)
  }
}
