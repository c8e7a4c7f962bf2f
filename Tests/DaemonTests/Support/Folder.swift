// A home of its own for every daemon: nothing of the user's is read or touched.

import Foundation
import Glibc
import Testing

/// A new folder with short paths, removed with all that is in it.
final class Folder: @unchecked Sendable {
  let path: String

  init() throws {
    var template = Array("/var/tmp/hoursd-XXXXXX".utf8CString)
    path = try template.withUnsafeMutableBufferPointer { buffer in
      String(cString: try #require(mkdtemp(buffer.baseAddress!)))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var socket: String { "\(path)/run/socket" }
  var state: String { "\(path)/state" }
  var log: String { "\(state)/events.sqlite" }
  var configuration: String { "\(path)/config.toml" }

  func write(_ text: String, to file: String) throws {
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }

  func bytes(of file: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file)) }

  func exists(_ file: String) -> Bool { access(file, F_OK) == 0 }
}

/// Whether a program of the system's is there; tests that need a missing one are skipped and say so.
func isInstalled(_ program: String) -> Bool {
  (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    .contains { access("\($0)/\(program)", X_OK) == 0 }
}

let isRoot = getuid() == 0

/// Hours that were, in one week of March 2025: the office is closed now and for ever, whenever the tests run, so that
/// nothing happens by itself. Calls of that week have openings before and after them.
let closedNow = """
  timezone = "Europe/Berlin"
  hours    = "2025 Mar 10-14 09:00-18:00"
  """
