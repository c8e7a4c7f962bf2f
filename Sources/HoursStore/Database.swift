// A thin wrapper over the sqlite3 C API: what the log needs of a connection, one function a C call. (A library such as
// GRDB costs the daemon 11 MB and sets `synchronous` behind one's back.)

import CSQLite

/// One connection to one database file, with its prepared statements.
final class Database {
  let path: String
  private var handle: OpaquePointer?
  /// Statements live as long as the connection. A literal's address stands for its text.
  private var statements: [UnsafePointer<UInt8>: Statement] = [:]
  /// How many pages the write-ahead log held after the last commit.
  private(set) var pagesAhead: Int32 = 0

  /// Opens an existing file for reading and writing.
  init(path: String, vfs: String? = nil) throws(DatabaseError) {
    self.path = path
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    try check(sqlite3_open_v2(path, &handle, flags, vfs), "sqlite3_open_v2")
  }

  /// Opens an existing file that nobody changes meanwhile, for reading only, without a lock and without its write-ahead log.
  init(reading path: String) throws(DatabaseError) {
    self.path = path
    let written = path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "/"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
        String(decoding: [byte], as: UTF8.self)
      default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
      }
    }
    let uri = "file:\(written.joined())?immutable=1"
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    try check(sqlite3_open_v2(uri, &handle, flags, nil), "sqlite3_open_v2")
  }

  deinit { close() }

  /// Closes the connection; every later call fails with `SQLITE_MISUSE`.
  func close() {
    for statement in statements.values { statement.finalize() }
    statements = [:]
    sqlite3_close(handle)
    handle = nil
  }

  /// The prepared statement of a text, made at its first use.
  func statement(_ sql: StaticString) throws(DatabaseError) -> Statement {
    if let known = statements[sql.utf8Start] { return known }
    let statement = Statement(try prepare(sql), of: self)
    statements[sql.utf8Start] = statement
    return statement
  }

  private func prepare(_ sql: StaticString) throws(DatabaseError) -> OpaquePointer? {
    guard let handle else { throw closed("sqlite3_prepare_v3") }
    var prepared: OpaquePointer?
    let result = sql.utf8Start.withMemoryRebound(to: CChar.self, capacity: sql.utf8CodeUnitCount) { text in
      sqlite3_prepare_v3(
        handle, text, Int32(sql.utf8CodeUnitCount), UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    }
    try check(result, "sqlite3_prepare_v3")
    return prepared
  }

  /// Runs statements without parameters and drops their rows.
  func execute(_ sql: String) throws(DatabaseError) {
    guard let handle else { throw closed("sqlite3_exec") }
    try check(sqlite3_exec(handle, sql, nil, nil, nil), "sqlite3_exec")
  }

  /// Whether a transaction is open. SQLite ends one by itself after some errors.
  var isInTransaction: Bool {
    guard let handle else { return false }
    return sqlite3_get_autocommit(handle) == 0
  }

  /// Whether something else than the file that was opened lies at its path.
  var hasMoved: Bool {
    var moved: Int32 = 0
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    return moved != 0
  }

  /// Whether the file could be opened for reading only.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Has ``pagesAhead`` kept, in the place of SQLite's own moments for taking the write-ahead log in.
  func countPagesAhead() {
    sqlite3_wal_hook(
      handle,
      { me, _, _, pages in
        if let me { Unmanaged<Database>.fromOpaque(me).takeUnretainedValue().pagesAhead = pages }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Whether closing leaves the write-ahead log where it is, so that a file that is refused keeps every byte.
  func keepWriteAheadLog(_ keep: Bool) throws(DatabaseError) {
    try check(hours_sqlite3_no_checkpoint_on_close(handle, keep ? 1 : 0), "sqlite3_db_config")
  }

  func check(_ result: Int32, _ function: String) throws(DatabaseError) {
    if result != SQLITE_OK { throw error(function, result) }
  }

  /// The error of the call just made.
  func error(_ function: String, _ result: Int32) -> DatabaseError {
    let message = String(cString: handle == nil ? sqlite3_errstr(result) : sqlite3_errmsg(handle))
    let systemErrno = handle == nil ? 0 : sqlite3_system_errno(handle)
    let kind = DatabaseError.Kind(extendedCode: result, systemErrno: systemErrno)
    return DatabaseError(kind, function, extendedCode: result, message, path: path)
  }

  private func closed(_ function: String) -> DatabaseError {
    DatabaseError(.other, function, extendedCode: SQLITE_MISUSE, "the log is closed", path: path)
  }
}
