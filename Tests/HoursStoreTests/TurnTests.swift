// The turn: whole or not at all, visible to itself, durable after its commit.

import Testing

@testable import HoursStore

struct TurnTests {
  let folder = Folder()

  @Test func aTurnSeesWhatItStaged() throws {
    let log = try EventLog.open(path: folder.log)
    #expect(!log.isStaged)
    try log.stage(anEvent(1, issues: [1]))
    try log.put(anIssue(1))
    #expect(log.isStaged)
    #expect(try log.lastSeq() == 1)
    #expect(try log.pendingIssues() == [anIssue(1)])
    try log.commit()
    #expect(!log.isStaged)
    #expect(try log.recorded() == nil, "the fact is missing, so this is no whole turn of record()")
  }

  @Test func rollbackDropsTheWholeTurn() throws {
    let log = try EventLog.open(path: folder.log)
    try log.record(1)
    try log.stage(anEvent(2, issues: [1]))
    try log.put(anIssue(1, .solved))
    log.rollback()
    #expect(!log.isStaged)
    #expect(try log.recorded() == 1)
    #expect(try log.issue(1) == anIssue(1))
    try log.record(2)
    #expect(try log.recorded() == 2)
  }

  @Test func anEmptyTurnIsNothing() throws {
    let log = try EventLog.open(path: folder.log)
    try log.commit()
    log.rollback()
    try log.record(1)
    try log.commit()
    #expect(try log.recorded() == 1)
  }

  @Test func closingDropsWhatIsStaged() throws {
    let log = try EventLog.open(path: folder.log)
    try log.record(1)
    try log.stage(anEvent(2))
    log.close()
    #expect(throws: DatabaseError.self) { try log.lastSeq() }
    #expect(throws: DatabaseError.self) { try log.stage(anEvent(2)) }
    #expect(try folder.snapshot().keys.sorted() == ["log"], "a clean end leaves a single file")
    #expect(try EventLog.open(path: folder.log).recorded() == 1)
  }

  /// What a turn wrote before a failure must not be committed by what it writes after it.
  @Test(arguments: [anEvent(1), EventRow(seq: 3, at: 0, name: "no noun", body: [])])
  func aFailedWriteSpoilsItsTurn(bad: EventRow) throws {
    let log = try EventLog.open(path: folder.log)
    try log.record(1)
    try log.stage(anEvent(2, issues: [2]))
    let first = #expect(throws: DatabaseError.self) { try log.stage(bad) }
    let second = #expect(throws: DatabaseError.self) { try log.put(anIssue(2)) }
    let last = #expect(throws: DatabaseError.self) { try log.commit() }
    #expect(first == second && first == last)
    #expect(!log.isStaged)
    #expect(try log.recorded() == 1)
    try log.record(2)
    #expect(try log.recorded() == 2)
  }

  /// As SQLite does by itself after some I/O errors, in the midst of a turn.
  @Test func aTransactionLostInTheTurnIsNoticed() throws {
    let log = try EventLog.open(path: folder.log)
    try log.stage(anEvent(1, issues: [1]))
    try log.database.execute("ROLLBACK")
    #expect(throws: DatabaseError.self) { try log.put(anIssue(1)) }
    #expect(throws: DatabaseError.self) { try log.commit() }
    #expect(try log.recorded() == 0)
    try log.stage(anEvent(1, issues: [1]))
    try log.database.execute("ROLLBACK")
    #expect(throws: DatabaseError.self) { try log.commit() }
    try log.record(1)
    #expect(try log.recorded() == 1)
  }

  @Test func aFullDatabaseIsUsableOnceThereIsRoom() throws {
    let log = try EventLog.open(path: folder.log)
    try log.record(1)
    try log.database.execute("PRAGMA max_page_count = 40")
    let long = String(repeating: "x", count: 200_000)
    let error = #expect(throws: DatabaseError.self) { try log.record(2, body: long) }
    #expect(error?.kind == .full)
    log.rollback()
    #expect(try log.recorded() == 1)
    try log.record(2)
    try log.database.execute("PRAGMA max_page_count = 4000")
    try log.record(3, body: long)
    #expect(try log.recorded() == 3)
    log.close()
    #expect(try EventLog.open(path: folder.log).recorded() == 3)
  }
}
