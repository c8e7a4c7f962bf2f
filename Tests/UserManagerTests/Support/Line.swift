// A client of the protocol that is none of ours: a socket, a line out, a line in.

import Foundation
import Glibc
import Testing

/// A connection to the daemon. Making one starts a daemon that sleeps behind its socket.
final class Line {
  private let descriptor: CInt
  private var buffer: [UInt8] = []

  init(_ path: String, location: SourceLocation = #_sourceLocation) throws {
    descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var deadline = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &deadline, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    try #require(result == 0, "connect to \(path): errno \(errno)", sourceLocation: location)
  }

  deinit { close(descriptor) }

  func send(_ request: String) {
    let line = request + "\n"
    _ = Glibc.send(descriptor, line, line.utf8.count, CInt(MSG_NOSIGNAL))
  }

  /// The next line; one that takes longer than `patience` is a failure.
  func next(location: SourceLocation = #_sourceLocation) throws -> JSON {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeFirst(end + 1)
        return try json(line, location: location)
      }
      var bytes = [UInt8](repeating: 0, count: 65536)
      let count = recv(descriptor, &bytes, bytes.count, 0)
      try #require(count > 0, "no answer: errno \(errno)", sourceLocation: location)
      buffer += bytes.prefix(count)
    }
  }

  @discardableResult
  func ask(_ request: String, location: SourceLocation = #_sourceLocation) throws -> JSON {
    send(request)
    return try next(location: location)
  }

  /// The next event of a name, after `watch`.
  func event(_ name: String, location: SourceLocation = #_sourceLocation) throws -> JSON {
    while true {
      let event = try next(location: location)
      if event["event"] as? String == name { return event }
    }
  }
}

/// Every event that is kept, oldest first.
func events(at path: String) throws -> [JSON] {
  let line = try Line(path)
  let newest = try #require(try line.ask(#"watch {"since":0}"#)["seq"] as? Int)
  return try (0..<newest).map { _ in try line.next() }
}

extension JSON {
  /// The instant of an event or a reply's key, in seconds since 1970.
  func instant(_ key: String = "at") throws -> Int {
    let text = try #require(self[key] as? String, "no \(key) in \(self)")
    return Int(try #require(ISO8601DateFormatter().date(from: text), "\(text)").timeIntervalSince1970)
  }
}
