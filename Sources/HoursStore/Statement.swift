// A prepared statement: bind, step, column, reset. Parameters count from 1 and columns from 0, as in C.

import CSQLite

/// A prepared statement of a ``Database``, used again and again.
final class Statement {
  private unowned let database: Database
  private var handle: OpaquePointer?

  init(_ handle: OpaquePointer?, of database: Database) {
    self.handle = handle
    self.database = database
  }

  func finalize() {
    sqlite3_finalize(handle)
    handle = nil
  }

  // MARK: Parameters

  func bind(_ index: Int32, _ value: Int64) throws(DatabaseError) {
    try database.check(sqlite3_bind_int64(handle, index, value), "sqlite3_bind_int64")
  }

  func bind(_ index: Int32, _ value: Int64?) throws(DatabaseError) {
    if let value { try bind(index, value) } else { try bindNull(index) }
  }

  func bind(_ index: Int32, _ text: String) throws(DatabaseError) {
    var text = text
    try database.check(text.withUTF8 { bindText(index, $0) }, "sqlite3_bind_text")
  }

  func bind(_ index: Int32, _ text: String?) throws(DatabaseError) {
    if let text { try bind(index, text) } else { try bindNull(index) }
  }

  func bind(_ index: Int32, _ utf8: [UInt8]) throws(DatabaseError) {
    try database.check(utf8.withUnsafeBufferPointer { bindText(index, $0) }, "sqlite3_bind_text")
  }

  func bind(_ index: Int32, _ utf8: UnsafeBufferPointer<UInt8>) throws(DatabaseError) {
    try database.check(bindText(index, utf8), "sqlite3_bind_text")
  }

  private func bindNull(_ index: Int32) throws(DatabaseError) {
    try database.check(sqlite3_bind_null(handle, index), "sqlite3_bind_null")
  }

  /// SQLite copies the bytes. A null pointer would bind NULL, and an empty text is not NULL.
  private func bindText(_ index: Int32, _ utf8: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard let start = utf8.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, transient) }
    return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
      sqlite3_bind_text64(handle, index, $0, UInt64(utf8.count), transient, UInt8(SQLITE_UTF8))
    }
  }

  // MARK: Running

  /// Runs to the end and makes ready for the next use.
  func run() throws(DatabaseError) {
    defer { reset() }
    while try step() {}
  }

  /// All rows, each made by `row`; or as many as are wanted.
  func rows<Row>(
    while isWanted: () -> Bool = { true }, _ row: (Statement) throws(DatabaseError) -> Row
  ) throws(DatabaseError) -> [Row] {
    defer { reset() }
    var rows: [Row] = []
    while isWanted(), try step() { rows.append(try row(self)) }
    return rows
  }

  /// Hands over all rows, one at a time.
  func each(_ body: (Statement) throws -> Void) throws {
    defer { reset() }
    while try step() { try body(self) }
  }

  /// The first row, or nil when there is none.
  func first<Row>(_ row: (Statement) throws(DatabaseError) -> Row) throws(DatabaseError) -> Row? {
    defer { reset() }
    return try step() ? try row(self) : nil
  }

  private func step() throws(DatabaseError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let result: throw database.error("sqlite3_step", result)
    }
  }

  /// Ends the read and lets go of the bound values. Both calls only repeat what `step` has said.
  private func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  // MARK: Columns of the present row

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  func text(_ column: Int32) -> String { String(decoding: utf8(column), as: UTF8.self) }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func bytes(_ column: Int32) -> [UInt8] { Array(utf8(column)) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// Valid until the next step.
  func utf8(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, column)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// A value that no row of ours can hold: the file was changed under us.
  func damaged(_ column: Int32) -> DatabaseError {
    let name = String(cString: sqlite3_column_name(handle, column))
    let message = "the column \(name) holds \"\(text(column))\""
    return DatabaseError(.corrupt, "sqlite3_column_text", message, path: database.path)
  }
}

/// `SQLITE_TRANSIENT`, a cast that Swift does not import.
private nonisolated(unsafe) let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
