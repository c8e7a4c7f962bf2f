// Watchers: every event once and in order, whatever was missed meanwhile, and nobody waits for one who does not read.

import Foundation
import Glibc
import Testing

@Suite struct WatchTests {
  /// Twice as long as a page of the replay and a buffer of replies: 3,000 events of which each says over 300 bytes.
  @Test func replayThenLiveWhileAnotherWrites() throws {
    let daemon = try DaemonProcess(closedNow)
    let writer = try daemon.connect()
    writer.send(adds(1...2000))
    for _ in 1...2000 { _ = try writer.next() }
    let before = try #require(try writer.ask("status").seq)
    let watcher = try daemon.connect()
    // The other one writes on while the replay runs.
    watcher.send("watch {\"since\":0}")
    writer.send(adds(2001...3000))
    let reply = try watcher.next()
    #expect(reply.number("seq")! >= before)
    for _ in 1...1000 { _ = try writer.next() }
    let newest = try #require(try writer.ask("status").seq)
    let events = try watcher.events(through: newest)
    #expect(events.map(\.seq) == (1...newest).map { $0 })
    #expect(events.filter { $0.event == "issue.queued" }.compactMap { $0.number("issue") } == Array(1...3000))
  }

  @Test func onlyWhatIsWanted() throws {
    let daemon = try DaemonProcess(closedNow)
    let one = try daemon.connect()
    let prefix = try daemon.connect()
    let several = try daemon.connect()
    try one.ask("watch {\"only\":\"issue.noted\"}")
    try prefix.ask("watch {\"only\":[\"issue\"],\"since\":0}")
    try several.ask("watch {\"only\":[\"call\",\"issue.dropped\",\"iss\"]}")
    let writer = try daemon.connect()
    try writer.ask("call {\"from\":\"+49301\",\"severity\":\"normal\",\"at\":\"2025-03-11 22:00\"}")
    try writer.ask("note {\"id\":1,\"text\":\"n\"}")
    try writer.ask("drop {\"id\":1}")
    try writer.ask("note {\"id\":1,\"text\":\"again\"}")
    func names(_ connection: Connection, _ count: Int) throws -> [String?] {
      try (1...count).map { _ in try connection.next().event }
    }
    #expect(try names(one, 2) == ["issue.noted", "issue.noted"])
    #expect(try names(prefix, 4) == ["issue.queued", "issue.noted", "issue.dropped", "issue.noted"])
    #expect(try names(several, 2) == ["call.received", "issue.dropped"])
  }

  @Test func onlyAckOnAWatchingConnection() throws {
    let daemon = try DaemonProcess(closedNow)
    let watcher = try daemon.connect()
    let seq = try #require(try watcher.ask("watch {\"as\":\"w\"}").number("seq"))
    for line in ["status", "add {\"about\":\"x\"}", "watch", "help", "reload"] {
      let reply = try watcher.ask(line)
      #expect(reply.code == "bad-request" && reply.message.contains("only `ack`"), "\(line): \(reply)")
    }
    #expect(try watcher.ask("nonsense").code == "unknown-verb")
    #expect(try watcher.ask("ack {\"seq\":\(seq)}").number("acked") == seq)
  }

  // MARK: Names

  @Test func aNameGoesOnFromItsAck() throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: closedNow)
    try add(3, to: daemon)
    let newest = try #require(try daemon.ask("status").seq)

    var reader = try daemon.connect()
    #expect(
      try reader.ask("watch {\"as\":\"hooks\"}").number("seq") == newest, "it starts now, not with history")
    try add(4, to: daemon)
    #expect(try reader.events(through: newest + 4).map(\.seq) == (1...4).map { newest + $0 })
    #expect(try reader.ask("ack {\"seq\":\(newest + 2)}").number("acked") == newest + 2)
    #expect(
      try reader.ask("ack {\"seq\":\(newest + 1)}").number("acked") == newest + 2, "acks are cumulative")
    #expect(try reader.ask("ack {\"seq\":\(newest + 5)}").code == "invalid", "that has not happened")

    try hangUp(&reader, from: daemon)
    try reader.ask("watch {\"as\":\"hooks\"}")
    #expect(try reader.events(through: newest + 4).map(\.seq) == [newest + 3, newest + 4])

    // Not on the watching connection.
    #expect(try daemon.ask("ack {\"seq\":\(newest + 3),\"as\":\"hooks\"}").number("acked") == newest + 3)
    #expect(try daemon.end() == 0)
    daemon = try DaemonProcess(folder)
    reader = try daemon.connect()
    try reader.ask("watch {\"as\":\"hooks\"}")
    #expect(try reader.next().seq == newest + 4, "after a restart")
  }

  /// A first `watch` is remembered, though nothing was acked and the daemon was killed.
  @Test func aNameIsKeptFromTheFirstMoment() throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: closedNow)
    try add(1, to: daemon)
    let newest = try #require(try daemon.ask("status").seq)
    try daemon.ask("watch {\"as\":\"hooks\"}")
    try add(1, to: daemon)
    #expect(try daemon.end(SIGKILL) == 128 + Int(SIGKILL))
    daemon = try DaemonProcess(folder)
    let reader = try daemon.connect()
    try reader.ask("watch {\"as\":\"hooks\"}")
    #expect(try reader.next().seq == newest + 1)
  }

  /// Who says that it has dealt with an event and ends has said so, whether it has heard the rest or not.
  @Test(arguments: [1, 3])
  func anAckCountsWhoeverEndsBehindIt(_ count: Int) throws {
    let daemon = try DaemonProcess(closedNow)
    var reader = try daemon.connect()
    let start = try #require(try reader.ask("watch {\"as\":\"hooks\"}").number("seq"))
    try add(count, to: daemon)
    #expect(try reader.next().seq == start + 1)
    // Both come to the daemon in one.
    daemon.signal(SIGSTOP)
    reader.send("ack {\"seq\":\(start + 1)}")
    reader = try daemon.connect()
    daemon.signal(SIGCONT)
    try reader.ask("status")
    #expect(try daemon.ask("ack {\"as\":\"hooks\",\"seq\":0}").number("acked") == start + 1)
  }

  @Test func oneReaderAName() throws {
    let daemon = try DaemonProcess(closedNow)
    let first = try daemon.connect()
    try first.ask("watch {\"as\":\"hooks\"}")
    let second = try daemon.connect()
    #expect(try second.ask("watch {\"as\":\"hooks\"}").code == "conflict")
    #expect(try second.ask("watch {\"as\":\"others\"}").code == nil, "the connection was left as it was")
    #expect(
      try daemon.ask("watch {\"as\":\"journal\"}").code == "conflict", "the daemon itself reads by this name")
    #expect(try daemon.ask("ack {\"as\":\"journal\",\"seq\":0}").code == "conflict")
  }

  // MARK: One who never reads

  @Test func aWatcherThatNeverReads() throws {
    let daemon = try DaemonProcess(closedNow)
    let lazy = try daemon.connect()
    let writer = try daemon.connect()
    let start = try #require(try lazy.ask("watch").number("seq"))
    try writer.ask("add {\"about\":\"x\",\"due\":\"+2h\"}")
    // 16 kB an event: the backlog of 1 MiB is full after 64 of them, and whatever the socket itself holds.
    let text = String(repeating: "n", count: 16_000)
    for _ in 1...400 { #expect(try writer.ask("note {\"id\":1,\"text\":\"\(text)\"}").code == nil) }
    #expect(daemon.errorText.contains("a watcher does not read"))
    let heard = try lazy.rest().compactMap { try? Reply($0) }.compactMap(\.seq)
    #expect(heard == (start + 1...start + heard.count).map { $0 } && heard.count < 400)

    let resumed = try daemon.connect()
    try resumed.ask("watch {\"since\":\(start + heard.count)}")
    let newest = try #require(try writer.ask("status").seq)
    #expect(try resumed.events(through: newest).map(\.seq) == (start + heard.count + 1...newest).map { $0 })
    // It is live again.
    try add(1, to: daemon)
    #expect(try resumed.next().seq == newest + 1)
  }

  /// A replay waits for its reader: history is no backlog.
  @Test func aReplayThatIsReadLate() throws {
    let daemon = try DaemonProcess(closedNow)
    let writer = try daemon.connect()
    try writer.ask("add {\"about\":\"x\",\"due\":\"+2h\"}")
    let text = String(repeating: "n", count: 16_000)
    for _ in 1...200 { try writer.ask("note {\"id\":1,\"text\":\"\(text)\"}") }
    let watcher = try daemon.connect()
    watcher.send("watch {\"since\":0}")
    try add(1, to: daemon)
    let newest = try #require(try writer.ask("status").seq)
    #expect(try watcher.next().number("seq") != nil)
    #expect(try watcher.events(through: newest).map(\.seq) == (1...newest).map { $0 })
  }

  // MARK: Tools

  private func adds(_ numbers: ClosedRange<Int>) -> [UInt8] {
    Array(numbers.map { "add {\"about\":\"\($0)\",\"due\":\"+2h\"}\n" }.joined().utf8)
  }

  private func add(_ count: Int, to daemon: DaemonProcess) throws {
    for number in 1...count {
      #expect(try daemon.ask("add {\"about\":\"\(number)\",\"due\":\"+2h\"}").code == nil)
    }
  }

  /// Puts a new connection in the place of an old one, which is closed before it is made.
  private func hangUp(_ connection: inout Connection, from daemon: DaemonProcess) throws {
    connection.hangUp()
    // One more round trip, so that the daemon has seen the end.
    try daemon.ask("status")
    connection = try daemon.connect()
  }
}
