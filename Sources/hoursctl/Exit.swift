// The ways to fail, each with the exit status that protocol.md promises to scripts.

import Glibc
import HoursWire

/// Why a command could not be done.
enum Failure: Error {
  /// The command line asks for something that cannot be.
  case usage(String)
  /// The daemon said no, in its own words.
  case refused(String)
  case noDaemon(path: String, why: String)
  /// The connection ended before the answer was whole.
  case broken(String)
  /// Another program that is needed is not there.
  case missingProgram(String)
  /// Nothing to say: the status is the answer.
  case silent(Int32)

  var status: Int32 {
    switch self {
    case .usage: 64
    case .refused: 65
    case .noDaemon, .missingProgram: 69
    case .broken: 74
    case .silent(let status): status
    }
  }

  var message: String? {
    switch self {
    case .usage(let text): "hoursctl: \(text)"
    case .refused(let text): text
    case .noDaemon(let path, let why):
      """
      hoursctl: no daemon answers at \(path) (\(why)); start it with
        systemctl --user enable --now hoursd.socket hoursd
      or run `hoursd`
      """
    case .broken(let text): "hoursctl: \(text)"
    case .missingProgram(let name):
      "hoursctl: `\(name)` is neither beside hoursctl nor in $PATH; install it"
    case .silent: nil
    }
  }

  /// Says what went wrong on standard error, and ends the process.
  func leave() -> Never {
    if let message { try? Terminal.error.write(Self.lines(message, width: Terminal.error.width)) }
    exit(status)
  }

  /// A message as it is written: broken between words where the terminal ends.
  static func lines(_ message: String, width: Int?) -> String {
    let lines = shown(message, lines: true).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    guard let width else { return lines.joined(separator: "\n") + "\n" }
    // What is indented is a command, to be copied.
    let fitting = lines.flatMap { $0.hasPrefix(" ") ? [$0] : $0.wrapped(to: max(20, width)) }
    return fitting.joined(separator: "\n") + "\n"
  }
}

/// What the C library says about an error number.
func errorText(_ number: Int32) -> String { String(cString: strerror(number)) }
