// A socket's place in the file system: who may have it, and what to do with what lies there already.
//
// The lock decides, not the socket: between another daemon's bind and its listen, its socket looks as stale as one
// that a crash left behind.

import CSystemd
import Glibc

/// The path of a socket that this process may use, by the lock that it holds; gives both back when it goes.
@MainActor
final class SocketFile {
  /// sun_path's 108 bytes less the NUL.
  static let pathLimit = 107

  let path: String
  private let lock: CInt
  /// The file that was made, so that another's is never removed.
  private var made: FileIdentity?
  /// The directory, if it was missing before.
  private let madeDirectory: String?

  /// Makes the directory, takes the lock, and clears the path of a socket that nobody listens on.
  init(path: String) throws(ListenError) {
    guard path.utf8.count <= Self.pathLimit else {
      throw .pathTooLong(path: path, length: path.utf8.count, limit: Self.pathLimit)
    }
    let directory = split(path).directory
    madeDirectory = try makeDirectory(directory) ? directory : nil
    self.path = path
    lock = try takeLock(besides: path)
    try clear(path)
  }

  isolated deinit {
    if let made, FileIdentity(path: path) == made { unlink(path) }
    if isOwn(lock, at: lockPath(path)) { unlink(lockPath(path)) }
    // Only when it is empty.
    if let madeDirectory { rmdir(madeDirectory) }
    close(lock)
  }

  /// Binds and listens; the file has mode 0600 from its first moment.
  func listen(backlog: CInt) throws(ListenError) -> CInt {
    let descriptor = try openSocket(path)
    do throws(SystemdError) {
      // Linux makes the file with the mode that the unbound socket has.
      try checkedCall("fchmod", fchmod(descriptor, 0o600))
      try checkedCall("bind", withAddress(path) { address, length in bind(descriptor, address, length) })
      made = FileIdentity(path: path)
      try checkedCall("listen", Glibc.listen(descriptor, backlog))
      return descriptor
    } catch {
      close(descriptor)
      throw .failed(path: path, error)
    }
  }
}

/// Which file it is, whatever its name.
nonisolated struct FileIdentity: Equatable {
  let device: dev_t
  let inode: ino_t

  init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
  }

  init?(path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

private func lockPath(_ path: String) -> String { "\(path).lock" }

/// Makes a directory and the missing ones above it, each with mode 0700; one that exists stays as it is.
///
/// - Returns: Whether it was missing.
@discardableResult
private func makeDirectory(_ path: String) throws(ListenError) -> Bool {
  var status = stat()
  if stat(path, &status) == 0 {
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .directory(path: path, SystemdError(function: "stat", number: ENOTDIR))
    }
    return false
  }
  let above = split(path).directory
  if errno == ENOENT, above != path { try makeDirectory(above) }
  if mkdir(path, 0o700) == 0 { return true }
  guard errno == EEXIST else {
    throw .directory(path: path, SystemdError(function: "mkdir", number: errno))
  }
  return false
}

/// Takes the lock beside the socket. Whoever has it removes the lock's file while still holding it, so what was
/// locked may be nobody's file any more: then again.
private func takeLock(besides path: String) throws(ListenError) -> CInt {
  while true {
    let descriptor = open(lockPath(path), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .failed(path: path, SystemdError(function: "open", number: errno)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(descriptor)
      if number == EWOULDBLOCK { throw .answered(path: path) }
      throw .failed(path: path, SystemdError(function: "flock", number: number))
    }
    if isOwn(descriptor, at: lockPath(path)) { return descriptor }
    close(descriptor)
  }
}

/// Whether an open file is still the one of this name.
private func isOwn(_ descriptor: CInt, at path: String) -> Bool {
  var status = stat()
  return fstat(descriptor, &status) == 0 && FileIdentity(status) == FileIdentity(path: path)
}

/// Removes a socket that nobody listens on; refuses to remove anything else.
private func clear(_ path: String) throws(ListenError) {
  var status = stat()
  guard lstat(path, &status) == 0 else {
    if errno == ENOENT { return }
    throw .failed(path: path, SystemdError(function: "lstat", number: errno))
  }
  guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notSocket(path: path) }
  switch answer(at: path) {
  case ECONNREFUSED: unlink(path)
  case ENOENT: break
  case 0: throw .answered(path: path)
  case let number: throw .failed(path: path, SystemdError(function: "connect", number: number))
  }
}

/// What becomes of a connection to a socket: 0 when somebody listens there, else `connect`'s error.
func answer(at path: String) -> CInt {
  guard let descriptor = try? openSocket(path) else { return errno }
  defer { close(descriptor) }
  return withAddress(path) { address, length in
    // A crowd that waits there already waits for somebody.
    connect(descriptor, address, length) == 0 || errno == EAGAIN ? 0 : errno
  }
}

private func openSocket(_ path: String) throws(ListenError) -> CInt {
  let flags = CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
  let descriptor = socket(AF_UNIX, flags, 0)
  guard descriptor >= 0 else { throw .failed(path: path, SystemdError(function: "socket", number: errno)) }
  return descriptor
}
