// Files as values: what was read, or why nothing was.

import Glibc

/// What a path led to when it was read.
public enum FileContent: Hashable, Sendable {
  /// A file in UTF-8, as all of them should be.
  case text(String)
  /// A file in something else.
  case bytes([UInt8])
  /// There is nothing of this name.
  case missing
  /// There is something, but it cannot be read; the system's words for why.
  case unreadable(String)
  /// It is larger than this many bytes.
  case tooLarge(limit: Int)
}

/// One key says which case it is: `{"text":"BEGIN:VCALENDAR…"}`.
extension FileContent: Codable {
  private enum Key: String, CodingKey {
    case text, bytes, missing, unreadable
    case tooLarge = "too_large"
  }

  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    if let text = try object.decodeIfPresent(String.self, forKey: .text) {
      self = .text(text)
    } else if let bytes = try object.decodeIfPresent([UInt8].self, forKey: .bytes) {
      self = .bytes(bytes)
    } else if let reason = try object.decodeIfPresent(String.self, forKey: .unreadable) {
      self = .unreadable(reason)
    } else if let limit = try object.decodeIfPresent(Int.self, forKey: .tooLarge) {
      self = .tooLarge(limit: limit)
    } else {
      self = .missing
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    switch self {
    case .text(let text): try object.encode(text, forKey: .text)
    case .bytes(let bytes): try object.encode(bytes, forKey: .bytes)
    case .missing: try object.encode(true, forKey: .missing)
    case .unreadable(let reason): try object.encode(reason, forKey: .unreadable)
    case .tooLarge(let limit): try object.encode(limit, forKey: .tooLarge)
    }
  }
}

extension FileContent {
  /// Reads a regular file of at most `limit` bytes.
  static func read(_ path: String, limit: Int) -> FileContent {
    let content = bytes(of: path, limit: limit)
    guard case .bytes(let bytes) = content else { return content }
    return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? content
  }

  /// Reads a regular file as it is, in UTF-8 or not.
  static func bytes(of path: String, limit: Int) -> FileContent {
    // Without O_NONBLOCK a named pipe would hold us up for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason(errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .unreadable(reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .unreadable(status.st_mode & S_IFMT == S_IFDIR ? reason(EISDIR) : "Not a regular file")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(status.st_size), limit) + 1)
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .unreadable(reason(errno)) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { return .tooLarge(limit: limit) }
    }
    return .bytes(bytes)
  }

  /// The file's bytes, if there was one to read.
  var data: [UInt8]? {
    switch self {
    case .text(let text): Array(text.utf8)
    case .bytes(let bytes): bytes
    case .missing, .unreadable, .tooLarge: nil
    }
  }

  private static func reason(_ number: CInt) -> String { String(cString: strerror(number)) }
}

/// The folder in which a file lies.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A path as an owner writes it in a file of `folder`: `~/` is home, and what is relative is so to that folder.
func resolved(_ path: String, in folder: String, home: String?) -> String {
  if let home, path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
  return path.hasPrefix("/") || folder == "." ? path : folder + "/" + path
}
