// What was acknowledged is there, once, whenever the daemon was killed; and the disk was asked before the reply left.

import Foundation
import Glibc
import Testing

@Suite struct DurabilityTests {
  /// splitmix64: the same kills for the same seed.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Sends its own requests in order, up to eight ahead, and after a crash again those that were not answered.
  final class Writer {
    let name: String
    var answered = 0
    private var sent = 0
    private var connection: Connection?

    init(_ name: String) { self.name = name }

    func reconnect(_ daemon: DaemonProcess) throws {
      connection = try daemon.connect()
      sent = answered
    }

    /// - Returns: False when the daemon is gone.
    func step(until last: Int = .max) throws -> Bool {
      guard let connection else { return false }
      while sent < min(answered + 8, last) {
        sent += 1
        connection.send(
          "call {\"from\":\"+4930\(name)\",\"about\":\"\(name)-\(sent)\",\"severity\":\"normal\","
            + "\"at\":\"2025-03-11 22:00\",\"key\":\"\(name)-\(sent)\"}")
      }
      guard answered < sent else { return true }
      guard let line = try connection.nextLine() else { return false }
      let reply = try Reply(line)
      try #require(reply["about"] == "\(name)-\(answered + 1)", "\(reply)")
      answered += 1
      return true
    }

    var asked: Int { sent }
  }

  @Test(arguments: [20_261_123])
  func sixtyKills(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let folder = try Folder()
    let writers = ["1", "2", "3"].map { Writer($0) }
    // Hours with an opening ahead: the search for one that never comes is slow, for each of thousands of issues.
    let hours = "timezone = \"Europe/Berlin\"\nhours = \"Mo-Fr 09:00-18:00\"\n"
    var daemon = try DaemonProcess(folder, configuration: hours)
    for _ in 1...60 {
      for writer in writers { try writer.reconnect(daemon) }
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        for writer in writers { _ = try writer.step() }
      }
      // Somewhere within the turns that the requests ahead make.
      for _ in 0..<Int.random(in: 0...200_000, using: &random) { _ = getppid() }
      #expect(try daemon.end(SIGKILL) == 128 + Int(SIGKILL))
      daemon = try DaemonProcess(folder)
    }
    for writer in writers {
      try writer.reconnect(daemon)
      let last = writer.answered + 8
      while writer.answered < last { try #require(try writer.step(until: last)) }
    }
    let events = try readAll(daemon)
    #expect(events.map(\.seq) == (1...events.count).map { $0 }, "seq has no gaps")
    let calls = events.filter { $0.event == "call.received" }.compactMap { $0["about"] }
    let expected = writers.flatMap { writer in (1...writer.answered).map { "\(writer.name)-\($0)" } }
    #expect(calls.sorted() == expected.sorted(), "each call once, and no other")
    #expect(try daemon.ask("status").number("pending") == expected.count)
    print("60 kills, \(expected.count) calls, seed \(seed)")
  }

  private func readAll(_ daemon: DaemonProcess) throws -> [Reply] {
    let newest = try #require(try daemon.ask("status").seq)
    let watcher = try daemon.connect()
    try watcher.ask("watch {\"since\":0}")
    return try watcher.events(through: newest)
  }

  // MARK: The disk

  @Test(.enabled(if: isInstalled("strace"), "needs strace, to see what is synced"))
  func syncedBeforeTheReply() throws {
    let folder = try Folder()
    let trace = "\(folder.path)/trace"
    var options = DaemonProcess.Options()
    // -D: the daemon is the child, not strace.
    options.wrapper = [
      "strace", "-D", "-f", "-s", "80", "-e", "trace=fdatasync,fsync,recvfrom,sendto", "-o", trace,
    ]
    let daemon = try DaemonProcess(folder, configuration: closedNow, options)
    let connection = try daemon.connect()
    let changes = (1...20).map { "add {\"about\":\"change \($0)\",\"due\":\"+2h\"}" }
    for line in changes { #expect(try connection.ask(line).code == nil) }
    for _ in 1...20 { try connection.ask("status") }
    try connection.ask("version")
    #expect(try daemon.end() == 0)

    let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").map(String.init)
    for number in 1...20 {
      let order = try turn(calls, from: "change \(number)\\\"")
      #expect(order == ["recvfrom", "sync", "sendto"], "change \(number): \(order)")
    }
    let first = try #require(calls.firstIndex { $0.contains("recvfrom") && $0.contains("\"status\\n") })
    let last = try #require(calls.firstIndex { $0.contains("recvfrom") && $0.contains("\"version\\n") })
    #expect(!calls[first..<last].contains { $0.contains("sync(") }, "a question costs no commit")
  }

  /// What happens on the socket and the disk from the receiving of a line to the sending of its reply.
  private func turn(_ calls: [String], from mark: String) throws -> [String] {
    let start = try #require(calls.firstIndex { $0.contains("recvfrom(") && $0.contains(mark) }, "\(mark)")
    var order: [String] = []
    for call in calls[start...] {
      if call.contains("sync(") && order.last != "sync" { order.append("sync") }
      if call.contains("recvfrom(") && order.isEmpty { order.append("recvfrom") }
      // Not the service manager's status line.
      if call.contains("sendto(") && call.contains("\"{") { return order + ["sendto"] }
    }
    return order
  }
}
