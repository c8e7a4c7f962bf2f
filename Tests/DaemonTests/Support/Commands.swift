// `hoursctl` in a folder of the test's own, and what lies in a log, seen by another program.

import Foundation
import Glibc
import Testing

/// What a run of `hoursctl` left behind.
struct Ran {
  let status: Int
  let output: [String]
  let errors: String
}

extension Folder {
  static let hoursctl = DaemonProcess.binary.replacing(/hoursd$/, with: "hoursctl")

  /// Runs `hoursctl`; its standard input is this file.
  @discardableResult
  func hoursctl(_ words: String..., input: String? = nil) throws -> Ran {
    let file = input.map { open($0, O_RDONLY | O_CLOEXEC) }
    defer { if let file { close(file) } }
    return try run([Self.hoursctl] + words, input: file)
  }

  func shell(_ script: String) throws -> Ran { try run(["bash", "-c", script]) }

  private func run(_ command: [String], input: CInt? = nil) throws -> Ran {
    let child = try Child(command, in: self, environment: ["XDG_STATE_HOME": "\(path)/xdg"], input: input)
    let (status, output) = try child.ended()
    return Ran(status: status, output: output, errors: child.errorText)
  }

  func lines(of file: String) throws -> [String] {
    let text = String(decoding: try bytes(of: file), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }

  /// Everything that a log holds that nobody has open: its tables and their rows, by sqlite3, in no order of its own.
  func everything(in log: String) throws -> [String] {
    let dump = try run(["sqlite3", "-readonly", log, ".dump", "PRAGMA user_version", "PRAGMA application_id"])
    try #require(dump.status == 0 && dump.errors.isEmpty, "\(dump.errors)")
    return dump.output.sorted()
  }
}
