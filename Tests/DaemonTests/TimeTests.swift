// Time: the daemon's own timer fires, and nothing else wakes it.

import Testing

@Suite struct TimeTests {
  @Test func theLoopsOwnTimerReminds() throws {
    let daemon = try DaemonProcess(closedNow)
    let watcher = try daemon.connect()
    try watcher.ask("watch {\"only\":\"issue.due\"}")
    let id = try #require(
      try daemon.ask("call {\"from\":\"+49301\",\"missed\":true,\"severity\":\"critical\"}").number("issue"))
    #expect(try watcher.next().number("issue") == id, "a critical call is reminded at once")
    let snoozed = try daemon.ask("snooze {\"id\":\(id),\"until\":\"+2s\"}")
    #expect(snoozed["due"] == snoozed["reminded_at"])
    let event = try watcher.next()
    // Not before; how soon after is the machine's affair.
    #expect(event.number("issue") == id)
    #expect(try #require(event["at"]) >= #require(snoozed["due"]))
  }

  /// Whatever the door lets in must come out of the log again.
  @Test(arguments: [
    "9997-12-31 23:59", "9997-12-31T11:59:59-12:00", "0002-01-01 00:00", "0002-01-01T14:00:00+14:00",
  ])
  func theFarthestTimesSurviveARestart(_ time: String) throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: closedNow)
    if time.hasPrefix("9") {
      #expect(try daemon.ask("add {\"about\":\"far\",\"due\":\"\(time)\"}").code == nil)
    }
    if time.hasPrefix("0") {
      #expect(try daemon.ask("call {\"from\":\"+49301\",\"missed\":true,\"at\":\"\(time)\"}").code == nil)
    }
    #expect(try daemon.end() == 0)
    daemon = try DaemonProcess(folder, configuration: closedNow)
    for line in ["status", "issues", "calls", "issue {\"id\":1}", "tick"] {
      #expect(try daemon.ask(line).code == nil, "\(line)")
    }
  }

  /// It has no work, so it never runs. Who sets the machine's clock wakes it, with reason: so it has three chances.
  @Test func anIdleDaemonDoesNotWake() throws {
    let daemon = try DaemonProcess(closedNow)
    let connection = try daemon.connect()
    try connection.ask("status")
    // The last thing of the reply's turn is over when the next turn has answered.
    try connection.ask("status")
    #expect(!isReadable(connection.descriptor, within: 1))
    let slept = try (1...3).contains { _ in
      let before = try daemon.processStatus("voluntary_ctxt_switches")
      #expect(!isReadable(connection.descriptor, within: 20))
      return try daemon.processStatus("voluntary_ctxt_switches") == before
    }
    #expect(slept, "it woke in each of three times 20 seconds")
    // The release build has less; a debug build must not hide a leak of megabytes either.
    let anonymous = try daemon.processStatus("RssAnon")
    #expect(anonymous < 4096, "\(anonymous) kB of anonymous memory")
  }
}
