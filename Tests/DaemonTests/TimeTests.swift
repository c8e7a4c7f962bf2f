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
    #expect(event.number("issue") == id && event["at"] == snoozed["due"])
  }

  /// It has no work for 20 seconds, so it never runs.
  @Test func anIdleDaemonDoesNotWake() throws {
    let daemon = try DaemonProcess(closedNow)
    let connection = try daemon.connect()
    try connection.ask("status")
    // The last thing of the reply's turn is over when the next turn has answered.
    try connection.ask("status")
    #expect(!isReadable(connection.descriptor, within: 1))
    let before = try daemon.processStatus("voluntary_ctxt_switches")
    #expect(!isReadable(connection.descriptor, within: 20))
    #expect(try daemon.processStatus("voluntary_ctxt_switches") == before)
    // The release build has less; a debug build must not hide a leak of megabytes either.
    let anonymous = try daemon.processStatus("RssAnon")
    #expect(anonymous < 4096, "\(anonymous) kB of anonymous memory")
  }
}
