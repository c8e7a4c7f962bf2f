// A log that another process reads while this one goes on writing: for as long, the file itself stays as it is.

import Glibc

extension EventLog {
  /// What a reader of the file was promised.
  struct Frozen {
    let limit: Int
    let thawed: () -> Void
  }

  /// Brings the file up to what is recorded by now, and leaves it so: what comes goes to the write-ahead log alone.
  ///
  /// It ends with ``thaw()``; or by itself, and then `thawed` is called before the file changes: when the write-ahead log
  /// has grown beyond `limit` bytes, or the file must be written anew. Nothing may be staged.
  public func freeze(limit: Int, thawed: @escaping () -> Void) throws(DatabaseError) {
    try truncateWriteAheadLog()
    try database.execute("PRAGMA wal_autocheckpoint = 0")
    frozen = Frozen(limit: limit, thawed: thawed)
  }

  public var isFrozen: Bool { frozen != nil }

  /// The file may change again.
  public func thaw() {
    guard frozen != nil else { return }
    frozen = nil
    // A failure leaves the write-ahead log to grow until the log is closed; nothing is lost by it.
    try? database.execute("PRAGMA wal_autocheckpoint = \(Self.checkpointPages)")
  }

  /// The file is about to change, or the write-ahead log must not grow any more.
  func thawByItself() {
    guard let frozen else { return }
    thaw()
    frozen.thawed()
  }

  /// Looks after a commit how much the write-ahead log holds.
  func thawIfLarge() {
    guard let frozen else { return }
    var status = stat()
    if stat(path + "-wal", &status) == 0, Int(status.st_size) > frozen.limit { thawByItself() }
  }
}
