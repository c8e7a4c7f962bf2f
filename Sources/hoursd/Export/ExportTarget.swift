// Where an export goes: standard output, or a file that has its name only when it is whole.

import Glibc

/// Standard output, as it comes.
struct StandardSink: ExportSink {
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    guard StandardOutput.write(Array(bytes)) else { throw ExportFailure.file("standard output", errno) }
  }
}

/// A file that takes the place of an earlier export, or of none, in one step.
///
/// Until then it lies beside it under another name, which goes when the program fails or is told to end.
final class FileSink: ExportSink {
  private let path: String
  private let descriptor: Int32
  private let temporary: [CChar]

  /// Throws when there is something else in its place, or its folder cannot be written.
  init(_ path: String) throws(ExportFailure) {
    self.path = try Self.place(of: path)
    var template = Array("\(Self.folder(of: self.path))/.hoursd-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .file(path, errno) }
    temporary = template
    Unfinished.keep(template)
  }

  deinit {
    close(descriptor)
    Unfinished.remove()
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ExportFailure.file(path, errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Gives it its name, when all of it is on the disk.
  func finish() throws(ExportFailure) {
    guard fsync(descriptor) == 0 || errno == EINVAL, rename(temporary, path) == 0 else {
      throw .file(path, errno)
    }
    Unfinished.forget()
    let folder = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .file(path, errno) }
    defer { close(folder) }
    // Some file systems have none for folders.
    guard fsync(folder) == 0 || errno == EINVAL else { throw .file(path, errno) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file itself, where the path is a link to it. Only what is an export already is replaced.
  private static func place(of path: String) throws(ExportFailure) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return path }
      throw .file(path, errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .noPlainFile(path) }
    if status.st_size > 0, try !isExport(path) { throw .otherFile(path) }
    guard let resolved = realpath(path, nil) else { throw .file(path, errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func isExport(_ path: String) throws(ExportFailure) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(path, errno) }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: ExportHead.start.count)
    return read(descriptor, &start, start.count) == start.count && start == ExportHead.start
  }
}

/// The one file that is not whole yet: whoever ends the program by a signal takes it away, too.
private enum Unfinished {
  nonisolated(unsafe) private static var path: UnsafeMutablePointer<CChar>?

  static func keep(_ name: [CChar]) {
    path = name.withUnsafeBufferPointer { strdup($0.baseAddress!) }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] where !isIgnored(number) {
      signal(number) { number in
        if let path = Unfinished.path { unlink(path) }
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  static func remove() {
    if let path { unlink(path) }
    forget()
  }

  /// It is whole.
  static func forget() {
    let kept = path
    path = nil
    free(kept)
  }

  /// Whoever started this program may not want it to hear the signal.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
