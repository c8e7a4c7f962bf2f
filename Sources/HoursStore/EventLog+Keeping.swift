// What becomes of a log whose files were taken away under it: nothing more is written into them, what only this process
// still has goes back to the disk, and then what lies at the path is opened anew.

import Glibc

extension EventLog {
  /// What became of its files since they were opened or written last.
  ///
  /// - Parameter byTime: Whether a write by somebody else counts that left the size as it was.
  public func standing(byTime: Bool = false) -> LogStanding {
    files?.standing(byTime: byTime) ?? LogStanding(file: .held, ahead: .held)
  }

  /// Brings to the disk what only this connection to files that are not held any more can still read.
  ///
  /// A log that has left its path is written there again, whole. Where something else lies at its path and the log has
  /// no name any more, it is saved beside that. What others have put there is left alone. Then ``letGo()``. When it throws,
  /// keep the log, for it may be all that there is: make room, then try again.
  ///
  /// - Returns: Where the log was saved, if it was.
  public func save() throws(DatabaseError) -> String? {
    rollback()
    return try keepWhatOthersMiss(standing(byTime: true))
  }

  /// Ends the connection, and leaves what lies at the log's paths as it is.
  public func letGo() {
    rollback()
    try? database.keepWriteAheadLog(true)
    database.close()
  }

  /// Writes a log that was let go of back to its path, byte for byte, for it was taken away again.
  public func putBack() throws(DatabaseError) {
    guard let files, !files.isEmptied else { return }
    try place(at: path) { draft throws(DatabaseError) in try files.copy(to: draft) }
  }

  private func keepWhatOthersMiss(_ standing: LogStanding) throws(DatabaseError) -> String? {
    // Else its pages would be mixed with another program's.
    guard standing.file != .overwritten, standing.ahead != .overwritten else { return nil }
    if files?.isEmptied == true {
      // What the write-ahead log holds may be all there is; if it is not, that is found when it is opened.
      try? save(to: path)
      return nil
    }
    try truncateWriteAheadLog()
    if standing.file == .gone { try save(to: path) }
    guard standing.file == .replaced, files?.isNameless == true else { return nil }
    let place = freePlace()
    try save(to: place)
    return place
  }

  private func save(to place: String) throws(DatabaseError) {
    try self.place(at: place) { draft throws(DatabaseError) in
      do throws(DatabaseError) { try write(into: draft) } catch {
        guard error.kind == .corrupt, files?.isEmptied == false else { throw error }
        // Damaged before: it is kept as it is, byte for byte.
        try files?.copy(to: draft)
      }
    }
  }

  /// Makes a file where none is yet, or an empty one; it is whole when it is seen there.
  private func place(
    at place: String, _ write: (_ draft: String) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let draft = path + "-draft"
    unlink(draft)
    defer { unlink(draft) }
    try makeFile(draft)
    try write(draft)
    try syncFile(draft)
    // Unlike a rename, a link takes nobody's place.
    let isEmpty = FileStamp(place)?.size == 0
    if isEmpty ? rename(draft, place) != 0 : link(draft, place) != 0 {
      throw DatabaseError(errno: errno, isEmpty ? "rename" : "link", path: place)
    }
    try syncDirectory(of: place)
  }

  private func write(into draft: String) throws(DatabaseError) {
    let quoted = draft.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    try database.execute("VACUUM INTO '\(quoted)'")
    guard try Database(reading: draft).isWhole else {
      throw DatabaseError(.corrupt, "VACUUM INTO", "not all of it is left", path: path)
    }
  }

  private func freePlace() -> String {
    var number = 1
    while access("\(path)-saved-\(number)", F_OK) == 0 { number += 1 }
    return "\(path)-saved-\(number)"
  }
}
