// Looks at files, one C call each.

import Civil
import Glibc

extension FileFacts {
  /// What is behind a path now.
  init(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = errno == ENOENT || errno == ENOTDIR ? .missing : .hidden(why: String(cString: strerror(errno)))
      return
    }
    self = .there(
      mode: status.st_mode & 0o7777, owner: status.st_uid,
      changed: Instant(seconds: Int64(status.st_mtim.tv_sec)))
  }
}

/// Whether a shell would find a program of this name.
func isProgram(_ name: String) -> Bool {
  if name.contains("/") { return isExecutable(name) }
  let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  return path.split(separator: ":").contains { isExecutable("\($0)/\(name)") }
}

private func isExecutable(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
}

/// Whether the kernel lets this user make user namespaces, tried by another program; nil where that one is not there.
func userNamespacesCanBeMade() -> Bool? {
  guard case .ended(let status, _) = OtherProgram.run(["unshare", "--user", "true"]) else { return nil }
  return status == 0
}

/// What is in a folder; nothing where it cannot be read.
func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
    if let name { names.append(name) }
  }
  return names.sorted()
}

/// The beginning of a file; nothing where it cannot be read.
func bytes(of path: String, limit: Int) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return [] }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: limit)
  return Array(bytes[..<max(0, read(file, &bytes, limit))])
}

/// Bytes that this user may still write on a path's disk.
func freeSpace(_ path: String) -> Int64? {
  var status = statvfs()
  guard statvfs(path, &status) == 0 else { return nil }
  return Int64(
    clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
}

/// Where a link leads.
func linkTarget(_ path: String) -> String? {
  var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
  let count = readlink(path, &buffer, buffer.count)
  return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
}

/// The name of a user, or the number where there is none.
func userName(_ id: UInt32) -> String {
  guard let entry = getpwuid(id), let name = entry.pointee.pw_name else { return String(id) }
  return String(cString: name)
}
