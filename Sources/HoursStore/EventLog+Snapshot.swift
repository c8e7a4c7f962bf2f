// A log that another process reads while this one goes on writing: for as long, the file itself stays as it is.

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
    let standing = standing()
    guard standing.isHeld else { throw DatabaseError(.takenAway, "stat", standing.words, path: path) }
    try truncateWriteAheadLog()
    frozen = Frozen(limit: limit, thawed: thawed)
  }

  public var isFrozen: Bool { frozen != nil }

  /// The file may change again.
  public func thaw() { frozen = nil }

  /// The file is about to change.
  func thawByItself() {
    guard let thawed = frozen?.thawed else { return }
    frozen = nil
    thawed()
  }

  /// Whether so much may wait in the write-ahead log for the sake of a reader.
  func isFrozen(pagesAhead: Int32) -> Bool {
    guard let frozen else { return false }
    if Int(pagesAhead) * 4096 <= frozen.limit { return true }
    thawByItself()
    return false
  }
}
