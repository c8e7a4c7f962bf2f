// The two files of a log as this process has them open, beside what lies at their paths now: a file can be deleted, moved,
// replaced or overwritten while it is open, and what is written into it then nobody reads again.

import Glibc

/// What became of a log's file that this process has open.
public enum Fate: Equatable, Sendable {
  case held
  /// Nothing lies at its path any more, or an empty file, which is as good as none.
  case gone
  /// Something else lies there.
  case replaced
  /// Some other program has written into it.
  case overwritten
}

/// What became of a log's files since they were opened.
public struct LogStanding: Equatable, Sendable {
  /// Of the file itself, and of its write-ahead log.
  public let file, ahead: Fate

  public var isHeld: Bool { file == .held && ahead == .held }

  /// In a few words, of the file when both have something to tell.
  public var words: String {
    let name = file == .held ? "its write-ahead log" : "the file"
    return switch file == .held ? ahead : file {
    case .held: "\(name) is as it was"
    case .gone: "\(name) was deleted, moved away or emptied while it was in use"
    case .replaced: "something else was put in the place of \(name) while it was in use"
    case .overwritten: "another program has written into \(name) while it was in use"
    }
  }
}

/// What tells a file from another one, and from itself before it was written.
public struct FileStamp: Equatable, Sendable {
  let device: UInt
  let inode: UInt
  let size: Int
  let seconds: Int
  let nanoseconds: Int

  /// Nil where there is nothing.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  fileprivate init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
    size = status.st_size
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  fileprivate func isSameFile(as other: FileStamp) -> Bool { device == other.device && inode == other.inode }
}

extension LogLook {
  /// Whether anything is at a log's path that is more than an empty file.
  public static func isThere(_ path: String) -> Bool { FileStamp(path)?.size ?? 0 > 0 }

  /// What lies at a log's path and beside it.
  public static func stamps(of path: String) -> [FileStamp?] { [FileStamp(path), FileStamp(path + "-wal")] }
}

/// The files that a log has open.
final class LogFiles {
  private let file: OpenFile
  private var ahead: OpenFile?

  init?(_ path: String) {
    guard let file = OpenFile(path) else { return nil }
    self.file = file
  }

  /// Notes how they are after this process has written.
  func stamp() {
    file.stamp()
    stampAhead()
  }

  /// The same when only the write-ahead log was written.
  func stampAhead() {
    if let ahead { ahead.stamp() } else { ahead = OpenFile(file.path + "-wal") }
  }

  /// - Parameter byTime: Whether the time of the last write counts. There are file systems that change it afterwards, so
  ///   ask for it when somebody else is known to have had the file open.
  func standing(byTime: Bool) -> LogStanding {
    LogStanding(file: file.fate(byTime: byTime), ahead: ahead?.fate(byTime: byTime) ?? .held)
  }

  /// Whether the file has no name any more, so that it goes with this process.
  var isNameless: Bool { file.links == 0 }

  /// Copies the file as it is. It ends SQLite's lock.
  func copy(to place: String) throws(DatabaseError) { try file.copy(to: place) }

  /// Whether the file itself holds nothing any more.
  var isEmptied: Bool { file.size == 0 }
}

/// A file that is open, and was at this path then.
private final class OpenFile {
  let path: String
  private let descriptor: Int32
  private var known: FileStamp

  init?(_ path: String) {
    // O_PATH, which Glibc leaves out. To close any other descriptor of the file would end SQLite's locks.
    descriptor = open(path, 0o10_000_000 | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { return nil }
    self.path = path
    known = FileStamp(status)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func stamp() {
    if let status { known = FileStamp(status) }
  }

  func fate(byTime: Bool) -> Fate {
    guard let there = FileStamp(path), there.size > 0 || known.size == 0 else { return .gone }
    guard there.isSameFile(as: known) else { return .replaced }
    return (byTime ? there == known : there.size == known.size) ? .held : .overwritten
  }

  func copy(to place: String) throws(DatabaseError) {
    let source = open("/proc/self/fd/\(descriptor)", O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw DatabaseError(errno: errno, "open", path: path) }
    defer { close(source) }
    let target = open(place, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard target >= 0 else { throw DatabaseError(errno: errno, "open", path: place) }
    defer { close(target) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count == 0 { return }
      guard count > 0 else { throw DatabaseError(errno: errno, "read", path: path) }
      guard write(target, buffer, count) == count else {
        throw DatabaseError(errno: errno, "write", path: place)
      }
    }
  }

  /// How many names it has.
  var links: UInt { status?.st_nlink ?? 1 }

  var size: Int { status?.st_size ?? known.size }

  private var status: stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }
}
