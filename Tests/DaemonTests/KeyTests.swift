// `key`: a request that can be repeated without fear, after a broken connection or a restart.

import Testing

@Suite struct KeyTests {
  static let requests = [
    "call {\"from\":\"+49301\",\"severity\":\"normal\",\"at\":\"2025-03-11 22:00\",\"key\":\"k\"}",
    "add {\"about\":\"x\",\"due\":\"+2h\",\"key\":\"k\"}",
    "note {\"id\":1,\"text\":\"n\",\"key\":\"k\"}",
    "snooze {\"id\":1,\"until\":\"+2h\",\"key\":\"k\"}",
    "drop {\"id\":1,\"key\":\"k\"}",
    "resolve {\"id\":1,\"solution\":\"s\",\"key\":\"k\"}",
    "triage {\"call\":1,\"severity\":\"critical\",\"key\":\"k\"}",
    "end {\"call\":1,\"outcome\":\"answered\",\"key\":\"k\"}",
    "told {\"call\":1,\"channel\":\"spoken\",\"key\":\"k\"}",
    "reload {\"key\":\"k\"}",
    "tick {\"key\":\"k\"}",
  ]

  @Test(arguments: requests)
  func sameAnswerNothingTwice(request: String) throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: closedNow)
    try daemon.ask("call {\"from\":\"+49302\",\"severity\":\"normal\",\"at\":\"2025-03-11 22:00\"}")
    let first = try daemon.ask(request)
    #expect(first.code == nil, "\(first)")
    let seq = try daemon.ask("status").seq
    #expect(try daemon.ask(request).text == first.text)
    #expect(try daemon.end() == 0)
    daemon = try DaemonProcess(folder)
    #expect(try daemon.ask(request).text == first.text, "after a restart")
    #expect(try daemon.ask("status").seq == seq, "nothing was recorded twice")
    #expect(try daemon.ask("add {\"about\":\"another body\",\"key\":\"k\"}").code == "conflict")
  }

  @Test func sameBodyWrittenOtherwise() throws {
    let daemon = try DaemonProcess(closedNow)
    let first = try daemon.ask("add {\"about\":\"x\",\"due\":\"+2h\",\"key\":\"k\"}")
    let again = try daemon.ask("add   {\"key\":\"k\", \"due\":\"+2h\", \"about\":\"\\u0078\"}")
    #expect(again.text == first.text)
    #expect(try daemon.ask("status").number("pending") == 1)
  }

  /// Both copies in one turn of the loop.
  @Test func pipelined() throws {
    let daemon = try DaemonProcess(closedNow)
    let connection = try daemon.connect()
    let line = "add {\"about\":\"x\",\"due\":\"+2h\",\"key\":\"k\"}\n"
    connection.send(Array((line + line + line).utf8))
    let replies = try (1...3).map { _ in try connection.next().text }
    #expect(Set(replies).count == 1)
    #expect(try connection.ask("status").number("pending") == 1)
  }

  /// What was refused was not done, so it may be tried again.
  @Test func refused() throws {
    let daemon = try DaemonProcess(closedNow)
    #expect(try daemon.ask("note {\"id\":1,\"text\":\"n\",\"key\":\"k\"}").code == "not-found")
    try daemon.ask("add {\"about\":\"x\",\"due\":\"+2h\"}")
    #expect(try daemon.ask("note {\"id\":1,\"text\":\"n\",\"key\":\"k\"}").code == nil)
  }
}
