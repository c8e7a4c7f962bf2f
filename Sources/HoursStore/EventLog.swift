// The turn: what one turn of the loop stages becomes durable by one commit, or not at all.

/// The event log: events in their order, and the rows that say how things stand.
///
/// Everything staged since the last commit is one turn. Reads see what the turn staged. A write that fails spoils its
/// turn: nothing more can be staged, and ``commit()`` throws the first failure again, until ``rollback()``. After
/// that the log is as it was before the turn, and usable.
public final class EventLog {
  let database: Database
  /// Absent until the log is open.
  var files: LogFiles?
  var turn = Turn.empty
  var frozen: Frozen?
  /// The write-ahead log may begin anew with the next turn.
  var beginsAhead = true

  enum Turn {
    case empty
    case staged
    case spoiled(DatabaseError)
  }

  init(_ database: Database) { self.database = database }

  /// The log's file.
  public var path: String { database.path }

  /// Whether something waits for ``commit()``.
  public var isStaged: Bool {
    if case .empty = turn { false } else { true }
  }

  /// Makes the turn durable: one transaction, synced to the disk. Does nothing when nothing is staged.
  ///
  /// When it throws, the turn has been rolled back.
  public func commit() throws(DatabaseError) {
    do throws(DatabaseError) {
      switch turn {
      case .empty: return
      case .staged: try database.statement(SQL.commit).run()
      case .spoiled(let error): throw error
      }
      turn = .empty
      beginsAhead = false
      files?.stampAhead()
      takeIn()
    } catch {
      rollback()
      thawByItself()
      // A turn whose sync failed may lie whole in the write-ahead log: emptied, it cannot bring it back after a crash.
      if standing().isHeld {
        try? truncateWriteAheadLog()
      }
      throw error
    }
  }

  /// A MiB of the write-ahead log is taken in within a millisecond or two: whoever asks meanwhile waits for it. SQLite's own
  /// usage, four times as much, takes four.
  private static let pagesToTakeIn = 256

  /// Moves the write-ahead log into the file when it has grown long. A failure is met again at the next commit.
  ///
  /// Not SQLite's own doing, so that it is known when the file changes.
  private func takeIn() {
    guard database.pagesAhead >= Self.pagesToTakeIn, standing().isHeld else { return }
    guard !isFrozen(pagesAhead: database.pagesAhead) else { return }
    try? database.execute("PRAGMA wal_checkpoint(PASSIVE)")
    beginsAhead = true
    files?.stamp()
  }

  /// Drops what the turn staged.
  public func rollback() {
    turn = .empty
    // A failure here leaves the transaction open; then the next turn's BEGIN says so.
    if database.isInTransaction { try? database.execute("ROLLBACK") }
    files?.stampAhead()
  }

  /// Ends the connection and leaves a single file; what is staged is dropped. Nothing can be done with the log after it.
  public func close() {
    rollback()
    thawByItself()
    database.close()
  }

  /// What to say when a row is there, and what others made of it cannot be read.
  public func damaged(_ message: String) -> DatabaseError {
    DatabaseError(.corrupt, "decode", message, path: path)
  }

  /// Reads the whole log for damage, which takes as long as the log is large.
  ///
  /// Throws `corrupt` with the first finding.
  public func check() throws(DatabaseError) {
    let finding = try database.statement("PRAGMA quick_check(1)").first { row in row.text(0) }
    if finding != "ok" {
      throw DatabaseError(.corrupt, "PRAGMA quick_check", finding ?? "no answer", path: path)
    }
  }

  /// Runs a write as part of the turn.
  func write(_ sql: StaticString, _ bind: (Statement) throws(DatabaseError) -> Void) throws(DatabaseError) {
    do throws(DatabaseError) {
      try enterTurn()
      let statement = try database.statement(sql)
      try bind(statement)
      try statement.run()
    } catch {
      turn = .spoiled(error)
      throw error
    }
  }

  /// Opens the transaction at the turn's first write.
  private func enterTurn() throws(DatabaseError) {
    switch turn {
    case .empty:
      let standing = standing()
      guard standing.isHeld else { throw DatabaseError(.takenAway, "stat", standing.words, path: path) }
      try database.statement(SQL.begin).run()
      // This writes the file's first page, which says how long the file is. Without it a write-ahead log laid over an older, shorter
      // copy may leave that sound to look at, and can never be taken into it.
      if beginsAhead { try database.execute("PRAGMA user_version = \(Schema.version)") }
      turn = .staged
    case .staged:
      // A failed read can end a transaction, too. To write on outside it would record half a turn.
      guard database.isInTransaction else {
        throw DatabaseError(.io, "sqlite3_get_autocommit", "the transaction was lost", path: path)
      }
    case .spoiled(let error): throw error
    }
  }
}
