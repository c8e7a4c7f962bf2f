// A client as plain as can be: bytes out, lines in, each within a deadline.

import Foundation
import Glibc
import Testing

/// A connection to a daemon.
final class Connection: @unchecked Sendable {
  let descriptor: CInt
  private var input: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  init(to path: String) throws {
    descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    let result = withSocketAddress(path) { address, length in Glibc.connect(descriptor, address, length) }
    try #require(result == 0, "\(path): \(String(cString: strerror(errno)))")
  }

  deinit { close(descriptor) }

  // MARK: Out

  func send(_ line: String) { send(Array((line + "\n").utf8)) }

  /// All of the bytes, while replies are taken in, so that neither side waits for the other; fewer when the daemon
  /// hangs up.
  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count, !hasEnded {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&ready, 1, CInt(DaemonProcess.patience * 1000)) > 0 else { break }
      if ready.revents & Int16(POLLOUT) != 0 {
        let count = bytes.withUnsafeBytes {
          Glibc.send(
            descriptor, $0.baseAddress! + sent, bytes.count - sent,
            CInt(MSG_NOSIGNAL | MSG_DONTWAIT))
        }
        if count < 0 && errno != EAGAIN { return }
        sent += max(0, count)
      }
      if ready.revents & Int16(POLLIN) != 0 { receive() }
    }
  }

  /// Says that no more requests come.
  func finishWriting() { shutdown(descriptor, CInt(SHUT_WR)) }

  /// Ends both ways at once.
  func hangUp() { shutdown(descriptor, CInt(SHUT_RDWR)) }

  // MARK: In

  private func receive() {
    var buffer = [UInt8](repeating: 0, count: 262_144)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count <= 0 { hasEnded = true } else { input += buffer.prefix(count) }
  }

  /// The next line without its newline; none when the daemon hangs up first.
  func nextLine(within seconds: Double = DaemonProcess.patience) throws -> String? {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var scanned = start
    while true {
      if let newline = input[scanned...].firstIndex(of: 0x0A) {
        defer { drop(through: newline) }
        return String(decoding: input[start..<newline], as: UTF8.self)
      }
      scanned = input.count
      if hasEnded { return nil }
      try #require(
        isReadable(descriptor, within: deadline.timeIntervalSinceNow), "no line came in \(seconds) seconds")
      receive()
    }
  }

  private func drop(through index: Int) {
    start = index + 1
    guard start > 1_048_576 || start == input.count else { return }
    input.removeFirst(start)
    start = 0
  }

  func next() throws -> Reply { try Reply(try #require(try nextLine(), "the daemon hung up")) }

  /// One request and its reply.
  @discardableResult
  func ask(_ line: String) throws -> Reply {
    send(line)
    return try next()
  }

  /// Reads to the end and gives the whole lines.
  func rest() throws -> [String] {
    var lines: [String] = []
    while let line = try nextLine() { lines.append(line) }
    return lines
  }

  /// Events up to the one with this number.
  func events(through seq: Int) throws -> [Reply] {
    var events: [Reply] = []
    while events.last?.seq ?? 0 < seq { events.append(try next()) }
    return events
  }
}

/// A line of the daemon's, as an object.
struct Reply: CustomStringConvertible {
  let text: String
  private let object: [String: Any]

  init(_ text: String) throws {
    self.text = text
    object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      "no object: \(text.prefix(200))")
  }

  var description: String { String(text.prefix(400)) }

  subscript(_ key: String) -> String? { object[key] as? String }

  func number(_ key: String) -> Int? { object[key] as? Int }

  func has(_ key: String) -> Bool { object[key] != nil }

  func list(_ key: String) -> [[String: Any]] { object[key] as? [[String: Any]] ?? [] }

  func object(_ key: String) -> [String: Any]? { object[key] as? [String: Any] }

  func texts(_ key: String) -> [String] { object[key] as? [String] ?? [] }

  var seq: Int? { number("seq") }
  var event: String? { self["event"] }

  /// The error's code; none when all is well.
  var code: String? { (object["error"] as? [String: Any])?["code"] as? String }
  var message: String { (object["error"] as? [String: Any])?["message"] as? String ?? "" }
}

func isReadable(_ descriptor: CInt, within seconds: Double) -> Bool {
  var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&ready, 1, CInt(max(0, seconds) * 1000)) > 0
}

/// A listening socket of the test's own.
func listenAt(_ path: String) throws -> CInt {
  let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  let result = withSocketAddress(path) { address, length in bind(descriptor, address, length) }
  try #require(result == 0 && listen(descriptor, 16) == 0)
  return descriptor
}

func withSocketAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt) -> CInt {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
  return withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}
