// A look at a log that changes nothing: no lock is taken and no file is made, so that it may be another process's.

import CSQLite
import Glibc

/// What can be told of a log's file from outside.
public enum LogLook: Equatable, Sendable {
  /// There is no such file, or an empty one.
  case none
  /// It is well as far as was looked: all of it, or (`isWhole` false) its head only, for it is in use, large, or waits for
  /// its write-ahead log. The version is 0 where that holds it still.
  case sound(version: Int64, isWhole: Bool)
  /// It cannot be used, and why.
  case refused(DatabaseError)

  /// Looks at a log; at most `limit` bytes are read, or the head alone.
  public static func at(_ path: String, limit: Int) -> LogLook {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return errno == ENOENT ? .none : .refused(DatabaseError(errno: errno, "stat", path: path))
    }
    guard status.st_size > 0 else { return .none }
    do throws(DatabaseError) {
      let version = try head(of: path)
      // What waits in the write-ahead log belongs to it: without that, a sound log may look damaged.
      var ahead = stat()
      let isBehind = stat(path + "-wal", &ahead) == 0 && ahead.st_size > 0
      guard Int(status.st_size) <= limit, !isBehind, holder(of: path) == nil else {
        return .sound(version: version, isWhole: false)
      }
      try check(path)
      return .sound(version: version, isWhole: true)
    } catch { return .refused(error) }
  }

  /// The process that has the log open for itself, by the lock on the byte that SQLite's writers lock first.
  public static func holder(of path: String) -> Int32? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(0x4000_0000)
    lock.l_len = 512
    guard fcntl(file, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { return nil }
    return lock.l_pid
  }

  /// The version in the file's first 100 bytes (sqlite.org/fileformat2.html, 1.3).
  private static func head(of path: String) throws(DatabaseError) -> Int64 {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw DatabaseError(errno: errno, "open", path: path) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(file, &bytes, bytes.count)
    guard count >= 0 else { throw DatabaseError(errno: errno, "read", path: path) }
    func number(_ offset: Int) -> Int64 { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int64($1) } }
    guard count == bytes.count, bytes.starts(with: "SQLite format 3\0".utf8) else {
      throw DatabaseError(.corrupt, "read", "its head is not that of a database", path: path)
    }
    let (version, application) = (number(60), number(68))
    guard application == Schema.applicationID || application == 0 && version == 0 else {
      throw DatabaseError(.foreign, "read", "not a log of hoursd", path: path)
    }
    guard version <= Schema.version else {
      let message = "version \(version) of the log; this program knows versions up to \(Schema.version)"
      throw DatabaseError(.newerVersion, "read", message, path: path)
    }
    return version
  }

  private static func check(_ path: String) throws(DatabaseError) {
    let database = try Database(reading: path)
    defer { database.close() }
    let finding = try database.statement("PRAGMA quick_check(1)").first { row in row.text(0) }
    if finding != "ok" {
      throw DatabaseError(.corrupt, "PRAGMA quick_check", finding ?? "no answer", path: path)
    }
  }
}
