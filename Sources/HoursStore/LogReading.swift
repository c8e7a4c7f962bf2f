// A log that is read as a whole and left as it is, byte for byte: beside the daemon that has it, or without one.

/// A value of a row; a text is valid until the next row.
public enum LogCell {
  case none
  case integer(Int64)
  case text(UnsafeBufferPointer<UInt8>)
}

/// A log, open for reading all of it.
public final class LogReading {
  /// Of its tables; 0 for an empty file.
  public let version: Int64
  private let database: Database
  private let path: String
  /// Of the file when it was opened; absent while it is locked.
  private let stamp: FileStamp?

  /// Opens a log's file by itself: what waits in its write-ahead log is not read.
  ///
  /// The file changes only when the write-ahead log is moved into it; until ``hasChanged`` says so, all reads are of one
  /// instant. No lock is taken and nothing is written, so that it may be another process's, or on a disk that cannot be
  /// written. Throws when it is damaged, some other program's, or of a newer version.
  public init(file path: String) throws(DatabaseError) {
    self.path = path
    stamp = FileStamp(path)
    database = try Database(reading: path)
    version = try EventLog.identify(database)
  }

  /// Opens a log that no daemon has, with all that was recorded.
  ///
  /// Where a daemon that was killed has left something in the write-ahead log, the lock is taken for as long as it is
  /// read. Throws as above, and when another process has the log.
  public static func stopped(_ path: String) throws(DatabaseError) -> LogReading {
    let waits = FileStamp(path + "-wal")?.size ?? 0 > 0
    // SQLite would delete what waits there.
    if waits, FileStamp(path)?.size ?? 0 == 0 {
      let message = "the file is missing or empty, and its write-ahead log \(path)-wal is not"
      throw DatabaseError(.corrupt, "stat", message, path: path)
    }
    return waits ? try LogReading(locking: path) : try LogReading(file: path)
  }

  private init(locking path: String) throws(DatabaseError) {
    self.path = path
    stamp = nil
    database = try Database(path: path)
    if database.isReadOnly {
      let message =
        "it was not closed in order, and can only be read where it can be written; copy it and \(path)-wal"
      throw DatabaseError(.readOnly, "sqlite3_db_readonly", message, path: path)
    }
    try database.keepWriteAheadLog(true)
    version = try EventLog.lockAndIdentify(database)
    try EventLog.refuseStranger(database)
  }

  /// Whether the file is another by now than when it was opened: what was read may be of two instants then.
  public var hasChanged: Bool {
    stamp != nil && FileStamp(path) != stamp
  }

  /// The last event's `seq`, 0 when there is none.
  public func lastSeq() throws(DatabaseError) -> Int64 {
    guard version > 0 else { return 0 }
    return try database.statement(SQL.lastSeq).first { row in row.integer(0) } ?? 0
  }

  /// Whether nothing was ever recorded in it.
  public var isEmpty: Bool {
    get throws(DatabaseError) {
      for table in LogTable.all where version >= table.since {
        if try database.statement(table.select).first({ _ in true }) != nil { return false }
      }
      return true
    }
  }

  /// Hands over the rows of a table, one at a time, in the order of its key.
  public func forEachRow(of table: LogTable, _ body: ([LogCell]) throws -> Void) throws {
    guard version >= table.since else { return }
    var cells: [LogCell] = Array(repeating: .none, count: table.columns.count)
    try database.statement(table.select).each { row in
      for (index, column) in table.columns.enumerated() { cells[index] = row.cell(Int32(index), column.kind) }
      try body(cells)
    }
  }

  public func close() { database.close() }
}

extension Statement {
  fileprivate func cell(_ column: Int32, _ kind: LogTable.Kind) -> LogCell {
    switch kind {
    case .integer: .integer(integer(column))
    case .text, .body: .text(utf8(column))
    case .optionalText: isNull(column) ? .none : .text(utf8(column))
    }
  }
}
