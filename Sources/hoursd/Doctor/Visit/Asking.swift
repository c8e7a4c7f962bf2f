// The daemon, asked over its socket as any client asks, but never for longer than a visit may last.

import Civil
import Glibc
import HoursCore
import HoursWire

extension Answer {
  /// Asks for version and status. Behind systemd's socket this starts a daemon that does not run, as every question does.
  static func from(_ path: String) -> Answer {
    switch lines(of: path, "version\nstatus\n", 2) {
    case .nobody(let why): .nobody(why: why)
    case .mute: .mute
    case .lines(let lines): Answer(lines)
    }
  }

  /// Since when the first of the messages that wait for a deliverer has been due; nil when none of them is.
  static func mailDue(at path: String) -> Instant? {
    // Four of the longest are not too long an answer.
    let question = #"messages {"state":["queued","failed"],"limit":4}"# + "\n"
    guard case .lines(let lines) = lines(of: path, question, 1), let line = lines.first else { return nil }
    struct Outbox: Decodable {
      let messages: [Message]
    }
    return (try? decodeRecord(Outbox.self, from: line))?.messages.compactMap(\.dueAt).min()
  }

  private enum Heard {
    case nobody(why: String)
    case mute
    case lines([[UInt8]])
  }

  /// Asks, and reads so many lines.
  private static func lines(of path: String, _ question: String, _ count: Int) -> Heard {
    let descriptor = socket(
      AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { return .nobody(why: reason(errno)) }
    defer { close(descriptor) }
    guard let result = connectTo(path, descriptor) else { return .nobody(why: reason(ENAMETOOLONG)) }
    // A full queue of connections: somebody listens, and takes none.
    if result == EAGAIN { return .mute }
    guard result == 0 else { return .nobody(why: reason(result)) }
    guard send(descriptor, question, question.utf8.count, Int32(MSG_NOSIGNAL)) == question.utf8.count else {
      return .nobody(why: reason(errno))
    }
    return lines(count, from: descriptor).map(Heard.lines) ?? .mute
  }

  private init(_ lines: [[UInt8]]) {
    // Hung up without a word: whoever listens is not ready for anybody.
    guard let first = lines.first else {
      self = .nobody(why: Self.reason(ECONNRESET))
      return
    }
    let last = lines[lines.count - 1]
    self = .spoke(
      Words(
        version: (try? decodeRecord(VersionReply.self, from: first))?.version,
        status: try? decodeRecord(Answer.Status.self, from: last),
        refusal: (try? decodeRecord(ErrorReply.self, from: last))?.error))
  }

  /// The error number, 0 for none; nil for a path that no socket can have.
  static func connectTo(_ path: String, _ descriptor: Int32) -> Int32? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    guard !path.isEmpty, path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    return result == 0 ? 0 : errno
  }

  /// So many lines, or fewer when the other side hangs up; nil when they do not come in time.
  private static func lines(_ count: Int, from descriptor: Int32) -> [[UInt8]]? {
    let deadline = Deadline(seconds: Limits.visit)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    func whole() -> [[UInt8]] {
      let parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      return parts.dropLast().map(Array.init)
    }
    while whole().count < count, bytes.count < Limits.answer {
      guard deadline.waits(for: descriptor, POLLIN) else { return nil }
      let received = recv(descriptor, &buffer, buffer.count, 0)
      guard received > 0 else { break }
      bytes += buffer[..<received]
    }
    return whole()
  }

  private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}
