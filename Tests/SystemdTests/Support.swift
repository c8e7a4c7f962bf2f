// What the tests of this folder stand on: a loop that cannot run for ever, a folder of its own, other programs.

import Foundation
import Glibc
import Testing

@testable import Systemd

/// A loop with a deadline: a test that waits for something that never comes fails, and does not hang.
final class Stage {
  let loop: EventLoop
  private let deadline: ElapsedTimer

  init(seconds: Int = 20) throws {
    let loop = try EventLoop()
    self.loop = loop
    deadline = try ElapsedTimer(on: loop, priority: .first) { loop.exit(75) }
    try deadline.arm(after: .seconds(seconds))
  }

  /// The event that the test waits for came.
  func done() { loop.exit(0) }

  /// Runs until ``done()``.
  func run(_ location: SourceLocation = #_sourceLocation) throws {
    #expect(try loop.run() == 0, "nothing came before the deadline", sourceLocation: location)
  }
}

/// A new folder, removed with all that is in it.
final class Folder {
  let path: String

  init() throws {
    let above = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"] ?? "/tmp"
    var template = Array("\(above)/hoursd-test-XXXXXX".utf8CString)
    path = try template.withUnsafeMutableBufferPointer { buffer in
      String(cString: try #require(mkdtemp(buffer.baseAddress!)))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  func mode(of name: String = ".") throws -> Int {
    var status = stat()
    try #require(lstat("\(path)/\(name)", &status) == 0)
    return Int(status.st_mode & 0o777)
  }
}

/// Runs a program of the system's to its end, and gives what it printed.
@discardableResult
func output(_ program: String, _ arguments: String...) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
}

/// A receiver of datagrams at a path, as journald and the service manager are.
final class Receiver {
  let descriptor: CInt

  init(at path: String) throws {
    unlink(path)
    descriptor = socket(
      AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
    let result = withAddress(path) { address, length in bind(descriptor, address, length) }
    try #require(result == 0)
  }

  deinit { close(descriptor) }

  /// The next datagram, or none.
  func next() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count < 0 ? nil : Array(buffer.prefix(count))
  }
}

/// Whether ``Tests/user-manager`` runs these tests.
nonisolated let hasUserManager = getenv("HOURSD_USER_MANAGER") != nil
nonisolated let needsUserManager: Comment = "needs a user manager: run by Tests/user-manager, as root"
