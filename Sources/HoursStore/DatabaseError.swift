// The one error of this module: the system failed, and here is what, where, and the way out.

import CSQLite
import Glibc

/// A failure of the log's file or of SQLite.
public struct DatabaseError: Error, Equatable, Sendable {
  /// The failures that callers tell apart.
  public enum Kind: Equatable, Sendable {
    /// No room on the disk, or over quota. Nothing was recorded; the log is usable once there is room.
    case full
    /// The file is damaged, or is no database at all.
    case corrupt
    /// A sound database that some other program made.
    case foreign
    /// The log was written by a newer version of this program.
    case newerVersion
    /// The write-ahead log beside the file is another copy's.
    case mismatched
    /// There is no log where there was one.
    case missing
    /// Another process has the log open.
    case inUse
    /// The log was deleted, moved, replaced or overwritten while it was open. Nothing was recorded.
    case takenAway
    /// The file, its directory or its file system cannot be written.
    case readOnly
    /// Reading, writing or finding the file failed.
    case io
    /// Anything else: a row that a CHECK refuses, no memory, a misuse.
    case other
  }

  /// What a caller can do about it.
  public let kind: Kind
  /// The C function that failed, or the check of ours.
  public let function: String
  /// SQLite's primary result code; 0 when the failure is none of SQLite's.
  public let code: Int32
  /// SQLite's extended result code.
  public let extendedCode: Int32
  /// What SQLite or the operating system said.
  public let message: String
  /// The log's file.
  public let path: String

  init(_ kind: Kind, _ function: String, extendedCode: Int32 = 0, _ message: String, path: String) {
    self.kind = kind
    self.function = function
    self.code = extendedCode & 0xff
    self.extendedCode = extendedCode
    self.message = message
    self.path = path
  }

  /// An error of the operating system, as `errno` tells it.
  init(errno code: Int32, _ function: String, path: String) {
    self.init(Kind(errno: code) ?? .io, function, String(cString: strerror(code)), path: path)
  }
}

extension DatabaseError.Kind {
  init(extendedCode: Int32, systemErrno: Int32) {
    switch extendedCode & 0xff {
    case SQLITE_FULL: self = .full
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt
    case SQLITE_BUSY, SQLITE_LOCKED: self = .inUse
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly
    case SQLITE_IOERR, SQLITE_CANTOPEN: self = Self(errno: systemErrno) ?? .io
    default: self = .other
    }
  }

  init?(errno code: Int32) {
    switch code {
    case ENOSPC, EDQUOT: self = .full
    case EROFS, EACCES, EPERM: self = .readOnly
    default: return nil
    }
  }

  /// What the owner can do.
  var wayOut: String {
    switch self {
    case .full: "make room on its disk"
    case .corrupt: "move it away and put a copy in its place; it was left as it is"
    case .foreign: "it is nothing of hoursd's and was left as it is; move it away, or choose another path"
    case .newerVersion: "install that version again; the log was left as it is"
    case .mismatched:
      "put the one that belongs to it beside it, or move that one away; both were left as they are"
    case .missing: "put a copy in its place, or restart hoursd to begin a new one"
    case .inUse: "end the other process first"
    case .takenAway: "hoursd looks at what is there now"
    case .readOnly: "make the file and its directory writable for their owner"
    case .io: "see that the directory exists and that its disk is well"
    case .other: "this is a bug; please report it"
    }
  }
}

extension DatabaseError: CustomStringConvertible {
  /// Where, what, and the way out, on one line.
  public var description: String {
    let codes = code == 0 ? function : "\(function), code \(code)/\(extendedCode)"
    return "\(path): \(message) (\(codes)): \(kind.wayOut)"
  }
}
