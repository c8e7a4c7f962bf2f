// The disk: synced at every commit, and full or failing at any moment.

import CSQLite
import Foundation
import Testing

@testable import HoursStore

@Suite(.serialized)
struct DiskTests {
  let folder = Folder()

  private func open() throws -> EventLog {
    FaultyDisk.install()
    FaultyDisk.watch()
    return try EventLog.open(path: folder.log, vfs: FaultyDisk.name)
  }

  @Test func everyCommitEndsWithASync() throws {
    let log = try open()
    for seq in 1...20 {
      FaultyDisk.watch()
      try log.record(Int64(seq))
      #expect(FaultyDisk.operations.contains(.write))
      #expect(FaultyDisk.operations.last == .sync, "turn \(seq)")
    }
  }

  @Test func aTurnIsSyncedOnceHoweverManyItsEvents() throws {
    let log = try open()
    try log.record(1)
    FaultyDisk.watch()
    for seq in 2...50 { try log.stage(anEvent(Int64(seq))) }
    #expect(FaultyDisk.operations == [])
    try log.commit()
    #expect(FaultyDisk.operations.count { $0 == .sync } == 1)
  }

  @Test func anEmptyTurnAndReadsTouchNothing() throws {
    let log = try open()
    try log.record(1)
    FaultyDisk.watch()
    try log.commit()
    _ = try log.events(after: 0, limit: 10)
    _ = try log.pendingIssues()
    log.rollback()
    #expect(FaultyDisk.operations == [])
  }

  /// Whatever fails while the file is written anew: the log stays usable, and the next start finishes it.
  @Test(arguments: faults) func cleaningThatFailsIsDoneLater(fault: Fault) throws {
    var number = 1
    while true {
      let folder = Folder()
      FaultyDisk.install()
      FaultyDisk.watch()
      let log = try EventLog.open(path: folder.log, vfs: FaultyDisk.name)
      for seq in 1...30 { try log.record(Int64(seq), body: String(repeating: "Apfelmus", count: 300)) }
      for seq in 1...30 {
        try log.rewrite(event: Int64(seq), body: [])
        try log.put(anIssue(Int64(seq)))
      }
      try log.stagePurge()
      try log.commit()
      FaultyDisk.watch(failing: fault.operation, at: number..<number + 1, with: fault.code)
      let failed = (try? log.purge()) == nil
      FaultyDisk.watch()
      try log.record(31)
      log.close()
      let again = try EventLog.open(path: folder.log)
      #expect(try again.lastSeq() == 31 && !again.isPurgeDue, "\(number)")
      for (name, bytes) in try folder.snapshot() {
        #expect(bytes.range(of: Data("Apfel".utf8)) == nil, "\(name), \(number)")
      }
      guard failed else { break }
      number += fault.operation == .sync ? 1 : 5
    }
    #expect(number > 1)
  }

  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let operation: FaultyDisk.Operation
    let code: Int32
    let kind: DatabaseError.Kind
  }

  static let faults = [
    Fault(testDescription: "no room", operation: .write, code: SQLITE_FULL, kind: .full),
    Fault(testDescription: "a write fails", operation: .write, code: SQLITE_IOERR | 3 << 8, kind: .io),
    Fault(testDescription: "a sync fails", operation: .sync, code: SQLITE_IOERR | 4 << 8, kind: .io),
  ]

  /// At the first, second … operation until a turn needs no more: the failed turn leaves nothing, and the same log takes
  /// the turn again when the disk is well.
  @Test(arguments: faults, [20, 1_000_000])
  func aFailedTurnLeavesTheLogAsItWas(fault: Fault, size: Int) throws {
    let log = try open()
    let body = String(repeating: "x", count: size)
    var done: Int64 = 1
    try log.record(done)
    var number = 1
    while true {
      FaultyDisk.watch(failing: fault.operation, at: number..<Int.max, with: fault.code)
      do {
        try log.record(done + 1, body: body)
        break
      } catch let error as DatabaseError {
        #expect(error.kind == fault.kind)
      }
      log.rollback()
      FaultyDisk.watch()
      #expect(try log.recorded() == done, "failed at operation \(number)")
      done += 1
      try log.record(done)
      #expect(try log.recorded() == done)
      number += size > 20 ? 37 : 1
    }
    #expect(number > 1, "at least one fault was met")
    FaultyDisk.watch()
    log.close()
    let reopened = try EventLog.open(path: folder.log)
    #expect(try reopened.recorded() == done + 1)
    try reopened.check()
  }

  /// A commit whose last sync failed lies whole in the write-ahead log; its replies said that nothing was recorded.
  @Test func aRefusedTurnStaysRefusedAfterACrash() throws {
    let log = try open()
    try log.record(1)
    FaultyDisk.watch(failing: .sync, at: 1..<2, with: SQLITE_IOERR | 4 << 8)
    #expect(throws: DatabaseError.self) { try log.record(2) }
    let crashed = Folder()
    for (name, bytes) in try folder.snapshot() { try crashed.write(bytes, to: name) }
    #expect(try EventLog.open(path: crashed.log).recorded() == 1)
  }

  /// Opening fails at its first, second … write or sync; the log is sound afterwards.
  @Test(arguments: faults)
  func aFailedOpeningLeavesALogThatOpens(fault: Fault) throws {
    FaultyDisk.install()
    for number in 1... {
      let folder = Folder()
      FaultyDisk.watch(failing: fault.operation, at: number..<Int.max, with: fault.code)
      let error: DatabaseError?
      do throws(DatabaseError) {
        try EventLog.open(path: folder.log, vfs: FaultyDisk.name).close()
        error = nil
      } catch let failure {
        error = failure
      }
      FaultyDisk.watch()
      #expect(try EventLog.open(path: folder.log).recorded() == 0)
      guard let error else { break }
      #expect(error.kind == fault.kind, "\(error)")
    }
  }

  private static let canMount = Process.exitStatus(of: ["unshare", "-m", "true"]) == 0

  /// A file system of 400 KB, in a mount namespace of the child's own.
  @Test(.enabled(if: canMount, "mounting needs root"))
  func aFullDisk() async throws {
    await #expect(processExitsWith: .success) { [folder = folder.path as String] in
      try mountSmallDisk(on: folder)
      let ballast = folder + "/ballast"
      try Data(repeating: 1, count: 100_000).write(to: URL(fileURLWithPath: ballast))
      let log = try EventLog.open(path: folder + "/log")
      var done: Int64 = 0
      let full = #expect(throws: DatabaseError.self) {
        while true {
          try log.record(done + 1, body: String(repeating: "x", count: 3000))
          done += 1
        }
      }
      log.rollback()
      #expect(full?.kind == .full)
      #expect(done > 0)
      #expect(try log.recorded() == done)
      try FileManager.default.removeItem(atPath: ballast)
      try log.record(done + 1)
      #expect(try log.recorded() == done + 1)
      log.close()
      let reopened = try EventLog.open(path: folder + "/log")
      #expect(try reopened.recorded() == done + 1)
      try reopened.check()
    }
  }
}

/// Swift's Glibc does not declare these two.
private func mountSmallDisk(on folder: String) throws {
  typealias Unshare = @convention(c) (Int32) -> Int32
  typealias Mount =
    @convention(c) (
      UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UInt, UnsafePointer<CChar>?
    ) -> Int32
  let unshare = unsafeBitCast(try #require(dlsym(nil, "unshare")), to: Unshare.self)
  let mount = unsafeBitCast(try #require(dlsym(nil, "mount")), to: Mount.self)
  let (newMountNamespace, recursivePrivate): (Int32, UInt) = (0x20000, 0x44000)
  try #require(unshare(newMountNamespace) == 0)
  try #require(mount("none", "/", nil, recursivePrivate, nil) == 0)
  try #require(mount("tmpfs", folder, "tmpfs", 0, "size=400k") == 0)
}

extension Process {
  static func exitStatus(of command: [String]) -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
