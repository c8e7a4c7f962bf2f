// How a conversation goes: in order, to its end, and without others having to wait for it.

import Foundation
import Glibc
import Testing

@Suite struct ConversationTests {
  /// A call is answered that settles what was owed: the reply says what is owed still.
  @Test func whatACallSettlesIsPendingNoMore() throws {
    let daemon = try DaemonProcess(closedNow)
    try daemon.ask("call {\"from\":\"+49301\",\"missed\":true,\"at\":\"2025-03-11 10:00\"}")
    let ring = try daemon.ask("call {\"from\":\"+49301\",\"at\":\"2025-03-11 11:00\"}")
    #expect(ring["reason"] == "in-hours" && ring.list("pending").count == 1, "\(ring)")
    let ended = try daemon.ask("end {\"call\":2,\"outcome\":\"answered\"}")
    #expect(ended.code == nil && !ended.has("pending"), "\(ended)")
    #expect(try daemon.ask("issue {\"id\":1}")["state"] == "settled")
  }

  @Test func fiveThousandRequestsInOneWrite() throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    // The n-th line asks for issue n, which is not there: its error names it.
    connection.send(Array((1...5000).map { "issue {\"id\":\($0)}\n" }.joined().utf8))
    for number in 1...5000 {
      let reply = try connection.next()
      try #require(reply.message.hasPrefix("there is no issue \(number);"), "\(number): \(reply)")
    }
  }

  @Test func lineEndsAndEmptyLines() throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    connection.send(Array("\n\r\n\nversion\r\n\n\nversion {}\nversion   {}\r\n\n".utf8))
    for _ in 1...3 { #expect(try connection.next().number("protocol") == 1) }
    connection.finishWriting()
    #expect(try connection.nextLine() == nil, "empty lines have no reply")
  }

  @Test func repliesAfterHalfClose() throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    let requests = (1...1000).map { "add {\"about\":\"\($0)\"}\n" }.joined()
    connection.send(Array(requests.utf8))
    connection.finishWriting()
    let replies = try connection.rest().map { try Reply($0) }
    #expect(replies.map { $0.number("issue") } == (1...1000).map { $0 })
  }

  @Test func lastLineWithoutItsEnd() throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    connection.send(Array("add {\"about\":\"whole\"}\nadd {\"about\":\"cut\"}".utf8))
    connection.finishWriting()
    let replies = try connection.rest().map { try Reply($0) }
    #expect(replies.map(\.code) == [nil, "bad-request"])
    #expect(try daemon.ask("status").number("pending") == 1)
  }

  /// Whoever goes away without reading has asked all the same.
  @Test func goneBeforeTheReply() throws {
    let daemon = try DaemonProcess("")
    let watcher = try daemon.connect()
    try watcher.ask("watch {\"only\":\"issue.queued\"}")
    try daemon.connect().send("add {\"about\":\"gone\"}")
    #expect(try watcher.next().event == "issue.queued")
  }

  // MARK: Others are served meanwhile

  @Test func aMillionLinesAtOnce() throws {
    let daemon = try DaemonProcess("")
    let crowd = try Flood(daemon.connect(), line: "?\n", count: 1_000_000)
    let other = try daemon.connect()
    var served = 0
    while served < 200 && crowd.answered < 1_000_000 {
      other.send("status")
      while !isReadable(other.descriptor, within: 0) {
        try #require(crowd.pump(), "the daemon stalled after \(crowd.answered) replies")
        if crowd.answered == 1_000_000 { break }
      }
      #expect(try other.next()["state"] != nil)
      served += 1
    }
    // A turn takes 64 of the crowd's lines, so a million of them need over 15,000 turns.
    #expect(served == 200, "the crowd went first")
  }

  @Test func halfALineAndSilence() throws {
    let daemon = try DaemonProcess("")
    let silent = try daemon.connect()
    silent.send(Array("stat".utf8))
    for _ in 1...10 { #expect(try daemon.ask("status")["state"] != nil) }
    silent.send(Array("us\n".utf8))
    #expect(try silent.next()["state"] != nil)
  }

  /// Asks and never reads: its requests wait, and nobody else's do.
  @Test func askerWhoNeverReads() throws {
    let daemon = try DaemonProcess("")
    let flood = try Flood(daemon.connect(), line: "help\n", count: 100_000)
    while flood.pump(reading: false) {}
    #expect(flood.sent < 500_000, "the daemon reads no more from it")
    #expect(try daemon.ask("status")["state"] != nil)
    let memory = try daemon.processStatus("VmRSS")
    #expect(memory < 100_000, "\(memory) kB")
    while flood.answered < flood.sent / 5 {
      try #require(flood.pump(sending: false), "the replies went missing after \(flood.answered)")
    }
  }

  /// What one client has sent already does not go before everything else: not before the end either.
  @Test func aFloodDoesNotHoldUpTheEnd() throws {
    let daemon = try DaemonProcess(closedNow)
    let flood = Flood(try daemon.connect(), line: "status\n", count: 200_000)
    while flood.answered < 1000 { try #require(flood.pump()) }
    #expect(try daemon.end() == 0)
  }

  @Test func oneConnectionTooMany() throws {
    let daemon = try DaemonProcess("")
    var connections: [Connection] = []
    for _ in 1...256 { connections.append(try daemon.connect()) }
    for connection in connections { #expect(try connection.ask("version").number("protocol") == 1) }
    let late = try daemon.connect()
    #expect(try late.next().code == "busy")
    #expect(try late.nextLine() == nil)
    connections.removeLast()
    // Who has left is not in the way, though the daemon may hear of the newcomer first.
    #expect(try daemon.ask("status")["state"] != nil)
  }
}

/// One client that sends the same line again and again as fast as it is let, and counts the replies.
final class Flood {
  private let connection: Connection
  private let bytes: [UInt8]
  private var buffer = [UInt8](repeating: 0, count: 262_144)
  private(set) var sent = 0
  private(set) var answered = 0

  init(_ connection: Connection, line: String, count: Int) {
    self.connection = connection
    bytes = Array(repeatElement(Array(line.utf8), count: count).joined())
  }

  /// Sends and receives what is possible at once, waiting shortly for something to be.
  ///
  /// - Returns: False when nothing was possible.
  func pump(sending: Bool = true, reading: Bool = true) -> Bool {
    var interest: Int16 = 0
    if sending && sent < bytes.count { interest |= Int16(POLLOUT) }
    if reading { interest |= Int16(POLLIN) }
    var ready = pollfd(fd: connection.descriptor, events: interest, revents: 0)
    guard interest != 0, poll(&ready, 1, reading ? 10_000 : 1000) > 0 else { return false }
    if ready.revents & Int16(POLLOUT) != 0 {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          connection.descriptor, $0.baseAddress! + sent, min(65_536, bytes.count - sent),
          CInt(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count > 0 { sent += count }
    }
    if ready.revents & Int16(POLLIN) != 0 {
      let count = recv(connection.descriptor, &buffer, buffer.count, CInt(MSG_DONTWAIT))
      guard count > 0 else { return false }
      answered += buffer[..<count].count { $0 == 0x0A }
    }
    return true
  }
}
