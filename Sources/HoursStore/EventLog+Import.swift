// A log that is filled from outside: rows as they were in another one.

extension EventLog {
  /// Drops what was staged, and its traces in the write-ahead log.
  public func discard() {
    rollback()
    try? truncateWriteAheadLog()
  }

  /// Stages a row whose key must be new.
  public func stage(_ cells: [LogCell], in table: LogTable) throws(DatabaseError) {
    try write(table.insert) { statement throws(DatabaseError) in
      for (index, cell) in cells.enumerated() {
        switch cell {
        case .none: try statement.bind(Int32(index + 1), nil as String?)
        case .integer(let number): try statement.bind(Int32(index + 1), number)
        case .text(let utf8): try statement.bind(Int32(index + 1), utf8)
        }
      }
    }
  }
}
