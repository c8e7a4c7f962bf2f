// The ways in which `eval` fails, each with the exit status that protocol.md promises.

import Glibc
import HoursSetup
import HoursWire
import OpeningHours

/// Why there is no answer.
struct EvalFailure: Error {
  let status: Int32
  /// For people.
  let message: String
  /// For programs.
  var error: EvaluationError?

  /// With `--json` an error is a line like any other.
  var line: [UInt8]? { error.map { LineEncoder(zone: .utc).encode(EvaluationErrorReply($0)) + [0x0A] } }

  /// The hours, and a caret under what is wrong with them.
  static func hours(_ text: String, _ error: ExpressionError) -> EvalFailure {
    let blanks = shown(String(decoding: text.utf8.prefix(error.offset), as: UTF8.self)).columns
    let carets = max(1, shown(error.text).columns)
    let pointer = String(repeating: " ", count: blanks) + String(repeating: "^", count: carets)
    let piece = text.isEmpty ? "" : "\(shown(text))\n\(pointer)\n"
    return EvalFailure(status: 65, message: piece + error.description, error: EvaluationError(error))
  }

  /// An option of the command line that means nothing.
  static func option(_ error: EvaluationError, of name: String? = nil) -> EvalFailure {
    EvalFailure(status: 64, message: (name.map { "\($0): " } ?? "") + error.message, error: error)
  }

  static func calendar(_ error: some CustomStringConvertible) -> EvalFailure {
    EvalFailure(
      status: 65, message: error.description, error: EvaluationError(.badConfiguration, error.description))
  }

  /// A region that there is not: the option is wrong, not the list in which it was looked for.
  static func region(_ error: SetupError) -> EvalFailure { calendar("--country: \(error.problem)") }

  static func configuration(_ error: some CustomStringConvertible) -> EvalFailure {
    EvalFailure(
      status: 78, message: error.description, error: EvaluationError(.badConfiguration, error.description))
  }

  static func inputOrOutput(_ what: String, _ number: CInt) -> EvalFailure {
    EvalFailure(status: 74, message: "\(what): \(String(cString: strerror(number)))")
  }
}
