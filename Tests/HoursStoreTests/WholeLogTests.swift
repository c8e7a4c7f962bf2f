// A log read and filled as a whole: every table and column is known, and the file stays as it is while it is read.

import Foundation
import Testing

@testable import HoursStore

@Suite struct WholeLogTests {
  /// A table or column that an export did not know would be lost on the way.
  @Test func everyTableAndColumnIsKnown() throws {
    let folder = Folder()
    try EventLog.open(path: folder.log).close()
    let database = try Database(path: folder.log)
    let sql: StaticString = """
      SELECT t.name, c.name, c.type, c."notnull", c.pk FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table' ORDER BY t.name, c.cid
      """
    let found = try database.statement(sql).rows { row in
      "\(row.text(0)).\(row.text(1)) \(row.text(2)) \(row.integer(3) != 0 || row.integer(4) != 0)"
    }
    let known = LogTable.all.sorted { $0.name < $1.name }.flatMap { table in
      table.columns.map { column in
        "\(table.name).\(column.name) \(column.kind == .integer ? "INTEGER" : "TEXT") \(column.kind != .optionalText)"
      }
    }
    #expect(known == found)
    let keys = try database.statement(
      "SELECT t.name, max(c.pk) FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' GROUP BY 1 ORDER BY 1"
    ).rows { row in "\(row.text(0)) \(row.integer(1))" }
    #expect(LogTable.all.map { "\($0.name) \($0.keys)" }.sorted() == keys)
  }

  private func fill(_ log: EventLog, from first: Int64, _ count: Int64 = 300) throws {
    let body = String(repeating: "x", count: 10_000)
    for seq in first..<first + count { try log.record(seq, body: body) }
  }

  @Test func aFrozenFileStaysAsItIs() throws {
    let folder = Folder()
    let log = try EventLog.open(path: folder.log)
    try log.record(1)
    try log.freeze(limit: .max) { Issue.record("it thawed") }
    #expect(log.isFrozen)
    let reading = try LogReading(file: folder.log)
    #expect(try reading.lastSeq() == 1)
    let before = try folder.read("log")
    try fill(log, from: 2)
    #expect(try folder.read("log") == before)
    #expect(try !reading.hasChanged && reading.lastSeq() == 1)
    log.thaw()
    try log.record(302)
    #expect(try folder.read("log") != before)
    #expect(reading.hasChanged)
    log.close()
  }

  /// SQLite deletes a write-ahead log whose file is empty; what only that holds may be all there is.
  @Test func aWriteAheadLogWithoutItsFileIsLeftAlone() throws {
    let folder = Folder()
    for content in ["", nil] as [String?] {
      try? FileManager.default.removeItem(atPath: folder.log)
      if let content { try content.write(toFile: folder.log, atomically: false, encoding: .utf8) }
      try "all there is".write(toFile: folder.log + "-wal", atomically: false, encoding: .utf8)
      #expect(throws: DatabaseError.self) { try LogReading.stopped(folder.log) }
      #expect(try String(contentsOfFile: folder.log + "-wal", encoding: .utf8) == "all there is")
    }
  }

  /// It ends by itself: what waits has become large; somebody was forgotten; a commit failed; the log is closed.
  @Test func whatMustChangeTheFileEndsIt() throws {
    let folder = Folder()
    let log = try EventLog.open(path: folder.log)
    var thawed = 0
    func freeze(_ limit: Int = .max) throws {
      try log.freeze(limit: limit) {
        thawed += 1
        #expect(!log.isFrozen)
      }
    }
    try log.record(1)
    try freeze(4_000_000)
    try fill(log, from: 2, 20)
    #expect(thawed == 0)
    try fill(log, from: 22, 200)
    #expect(thawed == 1 && !log.isFrozen)
    try freeze()
    try log.purge()
    #expect(thawed == 2)
    try freeze()
    try log.stage(anEvent(222))
    #expect(throws: DatabaseError.self) { try log.stage(anEvent(222)) }
    #expect(throws: DatabaseError.self) { try log.commit() }
    #expect(thawed == 3)
    try freeze()
    log.close()
    #expect(thawed == 4)
  }

  @Test func whatWaitsIsReadWithoutATrace() throws {
    let folder = Folder()
    let log = try EventLog.open(path: folder.log)
    try fill(log, from: 1, 3)
    let copy = Folder()
    for (name, data) in try folder.snapshot() { try copy.write(data, to: name) }
    log.close()
    let before = try copy.snapshot()
    #expect(before["log-wal"]?.isEmpty == false)
    let reading = try LogReading.stopped(copy.log)
    #expect(try reading.lastSeq() == 3)
    reading.close()
    #expect(try copy.snapshot() == before)
    let held = try EventLog.open(path: copy.log)
    #expect(throws: DatabaseError.self) { try LogReading.stopped(copy.log) }
    held.close()
    let closed = try LogReading.stopped(copy.log)
    #expect(try closed.lastSeq() == 3)
    closed.close()
  }
}
