// Crashes: what was committed is there, what was not is not, and never a part of a turn.

import Foundation
import Testing

@testable import HoursStore

struct CrashTests {
  let folder = Folder()

  /// 3 turns are committed; then the process is killed in the fourth, which is too large for the page cache or small.
  @Test(arguments: [1, 3_000_000])
  func killedBetweenStageAndCommit(size: Int) async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.log as String, size = size as Int] in
      let log = try EventLog.open(path: path)
      for seq in 1...3 { try log.record(Int64(seq)) }
      let body = String(repeating: "x", count: size / 30)
      for seq in 4...33 { try log.stage(anEvent(Int64(seq), issues: [4], body: body)) }
      try log.put(anIssue(4))
      kill(getpid(), SIGKILL)
    }
    let log = try EventLog.open(path: folder.log)
    #expect(try log.recorded() == 3)
    try log.record(4)
    #expect(try log.recorded() == 4)
    try log.check()
  }

  @Test func killedAfterCommit() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.log as String] in
      let log = try EventLog.open(path: path)
      for seq in 1...100 { try log.record(Int64(seq)) }
      kill(getpid(), SIGKILL)
    }
    #expect(try folder.snapshot().keys.sorted() == ["log", "log-wal"])
    let log = try EventLog.open(path: folder.log)
    #expect(try log.recorded() == 100)
    log.close()
    #expect(try folder.snapshot().keys.sorted() == ["log"], "what the crash left is taken in")
  }

  /// The disk kept only a beginning of the write-ahead log, with nothing or with garbage behind it: the log is what it
  /// was after some turn, and no shorter for a longer beginning.
  @Test(arguments: [nil, 0x00, 0xa5] as [UInt8?])
  func tornWrites(garbage: UInt8?) throws {
    let log = try EventLog.open(path: folder.log)
    for seq in 1...8 { try log.record(Int64(seq)) }
    let (database, wal) = (try folder.read("log"), try folder.read("log-wal"))
    log.close()
    var last: Int64 = 0
    for cut in stride(from: 0, through: wal.count, by: 3001) + [wal.count] {
      let copy = Folder()
      let tail = garbage.map { Data(repeating: $0, count: wal.count - cut) } ?? Data()
      try copy.write(database, to: "log")
      try copy.write(wal.prefix(cut) + tail, to: "log-wal")
      // A beginning without even the tables is a new log.
      let recorded = try #require(
        try EventLog.open(path: copy.log).recorded(), "cut at \(cut): a part of a turn")
      #expect(recorded >= last)
      last = recorded
    }
    #expect(last == 8)
  }
}
