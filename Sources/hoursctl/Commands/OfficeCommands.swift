// Is the office open, and what is owed: `status` and `open`.

import ArgumentParser
import HoursCore
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

  func now(of answer: StatusReply) -> LocalTime? { answer.now }

  func show(_ status: StatusReply, on page: inout Page) {
    page.line(Piece(status.headline(on: page), status.ink))
    page.field("why", Piece(status.reason ?? ""))
    page.field("since", Piece(page.time(status.since)))
    if status.nextOpening != status.until {
      page.field("next opening", Piece(page.time(status.nextOpening)))
    }
    page.field("queue", Piece(status.queue, status.overdue > 0 ? .red : status.due > 0 ? .yellow : .plain))
    page.field("next reminder", Piece(page.time(status.nextReminder)))
    page.field("alarm", Piece(status.alarm ?? ""))
    if status.clock == "behind" {
      page.field("clock", Piece("behind: calls are recorded, nothing is announced until it is right", .red))
    }
    page.field("configuration", Piece(status.configurationError ?? "", .red))
  }
}

extension StatusReply {
  var isOpen: Bool { state == "open" }

  var ink: Ink { isOpen ? .green : .yellow }

  func headline(on page: Page) -> String {
    var words = [state]
    if `break` == true { words.append("for a break") }
    if unknown == true { words.append("(the hours say unknown)") }
    if let until { words.append("until \(page.time(until))") }
    return words.joined(separator: " ")
  }

  var queue: String {
    let parts = [(pending, "pending"), (due, "due"), (overdue, "overdue"), (unsent ?? 0, "unsent")]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty ? "nothing is owed" : told.joined(separator: ", ")
  }
}

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Say by the exit status whether the office is open: 0 yes, 1 no.")

  @OptionGroup var options: CommonOptions
  @Option(help: "At another time.") var at: String?

  func run() throws {
    var connection = try Connection(option: options.socket)
    let line = try connection.ask(Ask("status").with("at", at), options: options)
    let status = try decode(StatusReply.self, from: line)
    if try !options.wrote(line), Terminal.output.isTerminal {
      var page = Page(now: status.now.instant, terminal: .output)
      page.line(Piece(status.headline(on: page), status.ink))
      try Terminal.output.write(page.text)
    }
    guard status.isOpen else { throw Failure.silent(1) }
  }
}
