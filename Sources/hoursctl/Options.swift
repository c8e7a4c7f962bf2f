// What every command understands, and how words of the command line become words of the protocol.

import ArgumentParser
import HoursCore

/// The options of every command.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The daemon's socket, when it is not the usual one.", valueName: "path"),
    completion: .file())
  var socket: String?

  @Flag(help: "Print the daemon's reply as it is, one line of JSON.")
  var json = false

  @Option(
    help: "Print one line filled from the reply, for example '{state} {until}'; '{{' is a brace.",
    transform: Template.init)
  var format: Template?

  var wishes: Wishes { Wishes(socket: socket, json: json, format: format) }
}

/// The option of the commands that change something.
struct RepeatOptions: ParsableArguments {
  @Option(help: "Makes it safe to repeat: what was done under this key is not done again.")
  var key: String?
}

/// What the owner says outright about how bad it is.
enum StatedSeverity: String, EnumerableFlag {
  case critical, normal

  static func help(for value: StatedSeverity) -> ArgumentHelp? {
    switch value {
    case .critical: "It cannot wait: down, hacked, nobody can pay."
    case .normal: "It can wait for the next business day."
    }
  }
}

extension Outcome: ExpressibleByArgument {}
extension Channel: ExpressibleByArgument {}
extension SurchargeReply: ExpressibleByArgument {}
extension IssueKind: ExpressibleByArgument {}

extension [String] {
  /// Words typed without quotes, as the text that was meant; nil for none.
  var sentence: String? { isEmpty ? nil : joined(separator: " ") }
}

extension String {
  /// Whether it is written like a telephone number, or a piece of one.
  var looksLikeNumber: Bool {
    var digits = 0
    for scalar in unicodeScalars {
      switch scalar {
      case "0"..."9": digits += 1
      case "+", "(", ")", "-", ".", "/", " ": break
      default: return false
      }
    }
    return digits > 0
  }

  /// The parts between commas.
  var listed: [String] { split(separator: ",").map { String($0.drop { $0 == " " }) } }
}
