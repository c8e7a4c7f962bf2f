// A file that was not there before: written whole or not at all, for its owner alone, and never over another.

import Glibc

/// The place of a file that is to be written.
struct NewFile {
  let path: String

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands in the way, found before anybody is asked anything.
  func obstacle() -> InitFailure? {
    var status = stat()
    if lstat(path, &status) == 0 { return taken(by: status.st_mode & S_IFMT) }
    if errno != ENOENT { return failure(errno) }
    // The nearest folder that is there, in which the others are to be made.
    var above = NewFile(path: folder)
    while access(above.path, F_OK) != 0, errno == ENOENT, above.folder != above.path {
      above = NewFile(path: above.folder)
    }
    guard stat(above.path, &status) == 0 else { return failure(errno) }
    if status.st_mode & S_IFMT != S_IFDIR { return failure(ENOTDIR) }
    return access(above.path, W_OK | X_OK) == 0 ? nil : failure(errno)
  }

  private func taken(by kind: mode_t) -> InitFailure {
    if kind == S_IFDIR {
      return InitFailure(
        status: 65, message: "\(path) is a folder; name a file: hoursctl init \(path)/config.toml")
    }
    if kind == S_IFLNK, access(path, F_OK) != 0 {
      return InitFailure(
        status: 65, message: "\(path) is a link that leads nowhere; take it away first: rm \(path)")
    }
    return InitFailure(
      status: 65,
      message: """
        \(path) is there already, and stays as it is.
        `hoursctl check` says what it means. To begin anew, move it away first:
          mv \(path) \(path).old
        """)
  }

  private func failure(_ number: CInt) -> InitFailure {
    InitFailure(
      status: 74,
      message: """
        \(path) cannot be written: \(String(cString: strerror(number))); nothing was written. Another may be named:
          hoursctl init FILE
        """)
  }

  /// Writes it with 0600, and the folders that are missing with 0700.
  func write(_ text: String) throws(InitFailure) {
    do { try makeDirectory(folder) } catch { throw InitFailure(status: 74, message: "\(error)") }
    var template = Array("\(folder)/.hoursd-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { unlink(template) }
    let isWritten = Self.write(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
    let reason = errno
    close(descriptor)
    guard isWritten else { throw failure(reason) }
    // A link, unlike a renaming, replaces nothing. Some file systems have none.
    if link(template, path) == 0 { return }
    if errno == EEXIST, let obstacle = obstacle() { throw obstacle }
    guard errno == EPERM || errno == EOPNOTSUPP, rename(template, path) == 0 else { throw failure(errno) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
