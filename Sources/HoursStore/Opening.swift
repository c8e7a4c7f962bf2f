// Opening a log: everything is checked before anything is changed, so that what is refused keeps every byte.

import Glibc

extension EventLog {
  /// Opens the log, or makes one (0600) when there is none in an existing directory; no other process can open it meanwhile.
  ///
  /// Throws when the file is damaged, some other program's, of a newer version, open elsewhere or not writable, or when its
  /// write-ahead log is another's; then it was not touched.
  ///
  /// - Parameters:
  ///   - limit: A log up to so many bytes is read whole when a crash has left a write-ahead log beside it.
  ///   - mayMake: Whether a new log may begin where there is none; else it throws `missing`.
  public static func open(
    path: String, wholeUpTo limit: Int = .max, mayMake: Bool = true
  ) throws(DatabaseError) -> EventLog {
    if !mayMake, !LogLook.isThere(path) {
      throw DatabaseError(.missing, "stat", "there is no log any more", path: path)
    }
    return try open(path: path, wholeUpTo: limit, vfs: nil)
  }

  static func open(path: String, wholeUpTo limit: Int = .max, vfs: String?) throws(DatabaseError) -> EventLog
  {
    try prepareFile(path)
    // SQLite asks for it once, when it begins: what `purge` writes aside stays in the owner's folder.
    setenv("SQLITE_TMPDIR", directory(of: path), 1)
    let database = try Database(path: path, vfs: vfs)
    if database.isReadOnly {
      throw DatabaseError(.readOnly, "sqlite3_db_readonly", "the file cannot be written", path: path)
    }
    let hasAhead = size(path + "-wal") ?? 0 > 0
    try database.keepWriteAheadLog(hasAhead)
    let version = try lockAndIdentify(database)
    if hasAhead, size(path) ?? 0 <= limit { try refuseStranger(database) }
    try configure(database)
    try migrate(database, from: version)
    try database.keepWriteAheadLog(false)
    let log = EventLog(database)
    log.files = LogFiles(path)
    if database.hasMoved {
      throw DatabaseError(
        .takenAway, "sqlite3_file_control", "the file was moved while it was opened", path: path)
    }
    defer { log.files?.stamp() }
    // Without room on the disk it stays due: what is promised comes first.
    if try log.isPurgeDue { try? log.purge() }
    return log
  }

  /// Takes the lock and tells the log's version, 0 for an empty file.
  ///
  /// Exclusive mode before the first access keeps the lock for the connection's life, and with it the WAL needs no
  /// shared memory. The transaction, which writes nothing, takes the lock now and not at the first write.
  private static func lockAndIdentify(_ database: Database) throws(DatabaseError) -> Int64 {
    try database.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
    let version = try identify(database)
    try database.execute("ROLLBACK")
    return version
  }

  /// A write-ahead log says nowhere which file it belongs to, and SQLite lays any over any: with an older copy put beside a
  /// newer one the log is a mixture of both. Then the file alone is sound, and with it, it is not.
  private static func refuseStranger(_ database: Database) throws(DatabaseError) {
    if database.isWhole { return }
    guard let alone = try? Database(reading: database.path), alone.isWhole else { return }
    let message = "its write-ahead log \(database.path)-wal belongs to another copy of it"
    throw DatabaseError(.mismatched, "PRAGMA quick_check", message, path: database.path)
  }

  private static func identify(_ database: Database) throws(DatabaseError) -> Int64 {
    let version = try database.integer("PRAGMA user_version")
    let schema = try database.statement("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
      .rows { row in row.text(0) }
    func refusal(_ kind: DatabaseError.Kind, _ check: String, _ message: String) -> DatabaseError {
      DatabaseError(kind, check, message, path: database.path)
    }
    switch try database.integer("PRAGMA application_id") {
    case 0 where version == 0 && schema.isEmpty: return 0
    case Schema.applicationID: break
    default: throw refusal(.foreign, "PRAGMA application_id", "not a log of hoursd")
    }
    if version > Schema.version {
      let message = "version \(version) of the log; this program knows versions up to \(Schema.version)"
      throw refusal(.newerVersion, "PRAGMA user_version", message)
    }
    // What the owner added (an index, a view) is no harm.
    if version < 1 || (version == Schema.version && !Set(schema).isSuperset(of: Schema.statements)) {
      throw refusal(.corrupt, "sqlite_schema", "the tables are not those of version \(version)")
    }
    return version
  }

  /// Settings of a connection; those that the log's promises rest on are read back.
  private static func configure(_ database: Database) throws(DatabaseError) {
    try database.expect("PRAGMA journal_mode = WAL", "wal")
    // Freed space is zeroed, so that what was forgotten is gone; what is temporary stays off the disk; memory is bounded.
    try database.execute(
      """
      PRAGMA synchronous = FULL;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA cache_size = -512;
      PRAGMA mmap_size = 0;
      PRAGMA journal_size_limit = 4194304;
      """)
    database.countPagesAhead()
    try database.expect("PRAGMA synchronous", "2")
    try database.expect("PRAGMA locking_mode", "exclusive")
  }

  static func migrate(
    _ database: Database, from version: Int64, steps: [[String]] = Schema.steps
  ) throws(DatabaseError) {
    for (number, step) in steps.enumerated().dropFirst(Int(version)) {
      try database.execute("BEGIN IMMEDIATE")
      // When a step fails, closing the connection rolls it back.
      for statement in step { try database.execute(statement) }
      try database.execute(
        "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(number + 1); COMMIT")
    }
  }
}

extension Database {
  /// Whether it can be read to its end, and no event is missing.
  var isWhole: Bool {
    do throws(DatabaseError) {
      let finding = try statement("PRAGMA quick_check(1)").first { row in row.text(0) }
      guard finding == "ok" else { return false }
      let count = try integer("SELECT count(*) FROM event")
      return count == (try integer("SELECT max(seq) FROM event"))
    } catch { return false }
  }

  fileprivate func integer(_ sql: StaticString) throws(DatabaseError) -> Int64 {
    try statement(sql).first { row in row.integer(0) } ?? 0
  }

  fileprivate func expect(_ pragma: StaticString, _ expected: String) throws(DatabaseError) {
    let answer = try statement(pragma).first { row in row.text(0) } ?? "nothing"
    if answer != expected {
      throw DatabaseError(.other, pragma.description, "answered \(answer), not \(expected)", path: path)
    }
  }
}

// MARK: The file

/// Makes an empty file, for its owner only, where there is none: SQLite's own would be readable for others.
private func prepareFile(_ path: String) throws(DatabaseError) {
  if isFolder(path) { throw DatabaseError(.foreign, "stat", "it is a folder", path: path) }
  if isFolder(path + "-wal") {
    throw DatabaseError(.foreign, "stat", "its write-ahead log \(path)-wal is a folder", path: path)
  }
  // SQLite would delete a write-ahead log whose database is missing or empty; but it holds what was promised.
  if size(path) ?? 0 == 0, let orphan = size(path + "-wal"), orphan > 0 {
    let message = "the file is missing or empty, but its write-ahead log \(path)-wal is there"
    throw DatabaseError(.corrupt, "stat", message, path: path)
  }
  if access(path, F_OK) == 0 { return }
  try makeFile(path)
  try syncDirectory(of: path)
}

private func size(_ path: String) -> Int? { FileStamp(path)?.size }

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

private func directory(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
}

/// Makes an empty file for its owner only.
func makeFile(_ path: String) throws(DatabaseError) {
  let file = Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
  if file < 0 { throw DatabaseError(errno: errno, "open", path: path) }
  Glibc.close(file)
}

/// Makes a file's content durable.
func syncFile(_ path: String) throws(DatabaseError) {
  let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
  if file < 0 { throw DatabaseError(errno: errno, "open", path: path) }
  defer { Glibc.close(file) }
  if fsync(file) != 0 { throw DatabaseError(errno: errno, "fsync", path: path) }
}

/// Makes a new name durable.
func syncDirectory(of path: String) throws(DatabaseError) { try syncFile(directory(of: path)) }
