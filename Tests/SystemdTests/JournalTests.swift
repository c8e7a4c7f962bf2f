// Entries as the protocol wants them, and as journald keeps them; and a journald that hangs, or is started anew.

import Foundation
import Glibc
import Testing

@testable import Systemd

@MainActor
struct JournalTests {
  @Test(arguments: [
    ([JournalField("MESSAGE", "closed")], "MESSAGE=closed\n"),
    ([JournalField("MESSAGE", "")], "MESSAGE=\n"),
    ([JournalField("A", "1"), JournalField("A", "2")], "A=1\nA=2\n"),
    ([JournalField("A", "x=y\0é")], "A=x=y\0é\n"),
    ([JournalField("A", "x\ny")], "A\n\u{3}\0\0\0\0\0\0\0x\ny\n"),
    ([JournalField("A", "\n\n"), JournalField("B", "2")], "A\n\u{2}\0\0\0\0\0\0\0\n\n\nB=2\n"),
  ])
  func datagrams(_ fields: [JournalField], _ bytes: String) throws {
    let folder = try Folder()
    let journald = try Receiver(at: "\(folder.path)/journal")
    #expect(JournalSocket(path: "\(folder.path)/journal").send(fields).isSent)
    #expect(journald.next() == Array(bytes.utf8))
  }

  @Test func aJournalThatIsGoneAndComesBack() throws {
    let folder = try Folder()
    let path = "\(folder.path)/journal"
    let journal = JournalSocket(path: path)
    let entry = [JournalField("MESSAGE", "x")]
    #expect(journal.send(entry).isGone, "never there")
    var journald: Receiver? = try Receiver(at: path)
    #expect(journal.send(entry).isSent)
    withExtendedLifetime(journald) {}
    journald = nil
    #expect(journal.send(entry).isGone, "stopped")
    journald = try Receiver(at: path)
    #expect(journal.send(entry).isSent, "started again")
    journald = nil
    journald = try Receiver(at: path)
    #expect(journal.send(entry).isSent, "restarted in between")
    #expect(journald?.next() != nil)
  }

  @Test(arguments: ["reads", "restarts"])
  func aFullQueueIsWaitedForByTheLoop(_ whatJournaldDoes: String) throws {
    let folder = try Folder()
    let path = "\(folder.path)/journal"
    var journald: Receiver? = try Receiver(at: path)
    let journal = JournalSocket(path: path)
    let entry = [JournalField("MESSAGE", "x")]
    fill(journal)
    let stage = try Stage()
    try journal.whenWritable(on: stage.loop) {
      #expect(journal.send(entry).isSent)
      stage.done()
    }
    let relief = try stage.loop.once(priority: .last) {
      if whatJournaldDoes == "reads" {
        while journald?.next() != nil {}
      } else {
        journald = nil
        #expect(throws: Never.self) { journald = try Receiver(at: path) }
      }
    }
    try stage.run()
    #expect(journald?.next() != nil)
    withExtendedLifetime(relief) {}
  }

  /// Text that is repeated, and how often.
  @Test(
    .enabled(if: hasUserManager, needsUserManager),
    arguments: [
      ("plain", 1), ("two\nlines", 1), ("\n", 1), ("ключ=значение", 1), ("300 KB", 50_000),
      ("300 KB\n", 43_000),
    ])
  func journaldKeepsThem(_ text: String, _ times: Int) throws {
    let value = String(repeating: text, count: times)
    let run = UUID().uuidString
    let journal = JournalSocket()
    #expect(
      journal.send([
        JournalField("MESSAGE", "a test"), JournalField("HOURSD_TEST", run),
        JournalField("HOURSD_VALUE", value),
      ]).isSent)
    let entries = try entries(of: run)
    #expect(entries.count == 1)
    #expect(entries.first?["HOURSD_VALUE"] as? String == value)
    #expect(entries.first?["_PID"] as? String == "\(getpid())")
  }

  @Test(.enabled(if: hasUserManager, needsUserManager))
  func aJournaldThatHangsIsNotWaitedFor() throws {
    let run = UUID().uuidString
    let runtime = try #require(ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"])
    let journald = try #require(pid_t(output("cat", "\(runtime)/journald.pid")))
    let journal = JournalSocket()
    let stage = try Stage()
    #expect(kill(journald, SIGSTOP) == 0)
    defer { kill(journald, SIGCONT) }
    let sent = fill(journal, run)
    try journal.whenWritable(on: stage.loop) {
      #expect(journal.send([JournalField("MESSAGE", "last"), JournalField("HOURSD_TEST", run)]).isSent)
      stage.done()
    }
    let relief = try stage.loop.once(priority: .last) { kill(journald, SIGCONT) }
    try stage.run()
    #expect(try entries(of: run).count == sent + 1)
    withExtendedLifetime(relief) {}
  }

  /// Sends until it would block, and gives how many were sent.
  @discardableResult
  private func fill(_ journal: JournalSocket, _ run: String = "fill") -> Int {
    var sent = 0
    while sent < 100_000,
      journal.send([JournalField("MESSAGE", "\(sent)"), JournalField("HOURSD_TEST", run)]).isSent
    {
      sent += 1
    }
    #expect(sent > 0 && sent < 100_000)
    return sent
  }

  private func entries(of run: String) throws -> [[String: Any]] {
    try output("journalctl", "--sync")
    return try output("journalctl", "--all", "--output=json", "HOURSD_TEST=\(run)").split(separator: "\n").map
    {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func standardErrorIsTheJournalOnlyIfItIsThatVeryStream() {
    #expect(!JournalSocket.takesStandardError)
    var status = stat()
    fstat(STDERR_FILENO, &status)
    defer { unsetenv("JOURNAL_STREAM") }
    setenv("JOURNAL_STREAM", "\(status.st_dev):\(status.st_ino)", 1)
    #expect(JournalSocket.takesStandardError)
    setenv("JOURNAL_STREAM", "\(status.st_dev):\(status.st_ino + 1)", 1)
    #expect(!JournalSocket.takesStandardError)
  }
}

extension Delivery {
  fileprivate var isSent: Bool { if case .sent = self { true } else { false } }
  fileprivate var isGone: Bool { if case .gone = self { true } else { false } }
}
