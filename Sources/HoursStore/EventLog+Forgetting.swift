// What forgetting needs of the log: rows written anew, rows that go, and a file in which nothing of them is left.

extension EventLog {
  /// Stages another body for an event that is there.
  public func rewrite(event seq: Int64, body: [UInt8]) throws(DatabaseError) {
    try write(SQL.rewriteEvent) { statement throws(DatabaseError) in
      try statement.bind(1, seq)
      try statement.bind(2, body)
    }
  }

  /// Stages that a caller's row goes.
  public func removeTold(_ person: String) throws(DatabaseError) {
    try write(SQL.removeTold) { statement throws(DatabaseError) in try statement.bind(1, person) }
  }

  /// Stages that all configurations but the one accepted last go.
  ///
  /// - Returns: How many there were.
  public func removeEarlierConfigurations() throws(DatabaseError) -> Int {
    guard let last = try lastConfiguration() else { return 0 }
    let statement = try database.statement(SQL.countConfigurations)
    try statement.bind(1, last.id)
    let count = try statement.first { row in row.integer(0) } ?? 0
    if count > 0 {
      try write(SQL.removeConfigurations) { statement throws(DatabaseError) in try statement.bind(1, last.id)
      }
    }
    return Int(count)
  }

  /// A page of the requests that named a key, in the order of the keys.
  public func requests(after key: String, limit: Int) throws(DatabaseError) -> [RequestRow] {
    let statement = try database.statement(SQL.requests)
    try statement.bind(1, key)
    try statement.bind(2, Int64(limit))
    let requests = try statement.rows { row in
      RequestRow(key: row.text(0), line: row.bytes(1), reply: row.bytes(2))
    }
    // SQLite compares bytes.
    try checkOrder(of: requests, first: { isBefore(key, $0.key) }, then: { isBefore($0.key, $1.key) })
    return requests
  }

  /// Spoils the turn: what was staged cannot be committed any more.
  public func spoil(_ message: String) {
    turn = .spoiled(damaged(message))
  }

  // MARK: The file

  private static let purge = "purge"

  /// Whether somebody was forgotten, ever.
  public var hasForgotten: Bool {
    get throws(DatabaseError) { try fact(Self.purge) != nil }
  }

  /// Stages that the file is to be cleaned: should the process die first, the next start does it.
  public func stagePurge() throws(DatabaseError) { try setFact(Self.purge, Array("1".utf8)) }

  /// Whether the file holds still what rows held once.
  var isPurgeDue: Bool {
    get throws(DatabaseError) { try fact(Self.purge) == Array("1".utf8) }
  }

  /// Writes the file anew, so that no byte is left of what rows held once; nothing may be staged.
  ///
  /// Takes as long, and for the while twice as much room on the disk, as the log is large.
  public func purge() throws(DatabaseError) {
    thawByItself()
    // What is written aside would else be as large in memory; it lies beside the log, without a name.
    try database.execute("PRAGMA temp_store = FILE")
    defer {
      try? database.execute("PRAGMA temp_store = MEMORY")
      files?.stamp()
    }
    try database.execute("VACUUM")
    // Before the mark goes: until then the old pages are in the file.
    try truncateWriteAheadLog()
    do {
      try setFact(Self.purge, Array("0".utf8))
      try commit()
    } catch {
      rollback()
      throw error
    }
    try truncateWriteAheadLog()
  }

  /// Moves all that the write-ahead log holds into the file.
  func truncateWriteAheadLog() throws(DatabaseError) {
    defer { files?.stamp() }
    beginsAhead = true
    let isBusy = try database.statement("PRAGMA wal_checkpoint(TRUNCATE)").first { row in row.integer(0) }
    if isBusy != 0 {
      throw DatabaseError(.inUse, "PRAGMA wal_checkpoint", "the write-ahead log is in use", path: path)
    }
  }
}

private func isBefore(_ one: String, _ other: String) -> Bool {
  one.utf8.lexicographicallyPrecedes(other.utf8)
}
