// The mail command: a program of the owner's choice that reads a message on its standard input. No shell is in between.

import Glibc
import HoursCore
import HoursWire

/// How a mailer ended.
enum MailerEnd: Equatable {
  case sent
  /// It asks for patience.
  case later(String)
  /// It says, or nobody could start it, so that the message has certainly not left.
  case failed(String)
  /// It was killed: the message may have left or not.
  case unknown(String)
}

/// Runs a mailer to its end.
///
/// - Parameter limit: How long it may take, in seconds; then it is ended.
func runMailer(_ command: [String], _ message: [UInt8], limit: Int, signals: Signals) -> MailerEnd {
  guard let name = command.first else {
    return .failed("no mailer is configured; write command = [\"msmtp\", \"-t\"] under [mail]")
  }
  var mailer: Child
  do throws(CannotStart) {
    mailer = try Child(command, input: message, output: .heard, limit: limit)
  } catch {
    return .failed(
      error.number == ENOENT
        ? "\(name) is no program in PATH; install it, or name another in [mail] command"
        : "\(name) cannot be run: \(errorText(error.number))")
  }
  switch mailer.end(signals) {
  case .late: return .unknown("\(name) was ended after \(limit) seconds")
  case .killed(let signal): return .unknown("\(name) was killed by signal \(signal)")
  case .exited(0): return .sent
  case .exited(let code):
    let said = String(decoding: mailer.words, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(3)
      .joined(separator: "; ")
    let why = "\(name) ended with status \(code)" + (said.isEmpty ? "" : ": \(shown(said))")
    // EX_TEMPFAIL of sysexits.h.
    return code == 75 ? .later(why) : .failed(why)
  }
}
