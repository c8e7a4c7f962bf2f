// Is the office open, and what is owed: `status` and `open`.

import ArgumentParser
import HoursWire

struct StatusCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show on one screen whether the office is open, and what is owed.")

  @OptionGroup var options: CommonOptions
  @Option(help: "The state at another time.") var at: String?
  // As the default command it also gets what is no command at all.
  @Argument(help: .hidden) var others: [String] = []

  func validate() throws {
    guard let other = others.first else { return }
    throw ValidationError("No command is named `\(shown(other))`; `hoursctl --help` lists them.")
  }

  func ask() -> Ask { Ask("status").with("at", at) }

  func show(_ status: JSON, on page: inout Page) { page.status(status) }
}

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Say by the exit status whether the office is open: 0 yes, 1 no.")

  @OptionGroup var options: CommonOptions
  @Option(help: "At another time.") var at: String?

  func run() throws { try sayWhetherOpen(at: at, options.wishes) }
}

/// On a terminal it is said in words, too.
func sayWhetherOpen(at: String?, _ wishes: Wishes) throws(Failure) {
  var connection = try Connection(option: wishes.socket)
  let line = try connection.ask(Ask("status").with("at", at), wishes: wishes)
  let status = try read(line)
  if try !wrote(line, wishes), Terminal.output.isTerminal {
    try print(status) { $1.headline(of: $0) }
  }
  guard status.state.string == "open" else { throw .silent(1) }
}
