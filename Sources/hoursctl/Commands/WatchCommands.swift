// Hearing what happens, and saying how far one has dealt with it.

import ArgumentParser
import HoursCore

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Print what happens, a line each, until ^C.",
    discussion: "With --as it goes on after what was acked under that name: hoursctl ack SEQ --as NAME.")

  @OptionGroup var options: CommonOptions
  @Option(help: ArgumentHelp("First what happened after this event.", valueName: "seq")) var since: Int64?
  @Option(name: .customLong("as"), help: ArgumentHelp("The name that keeps your place.", valueName: "name"))
  var reader: String?
  @Option(help: ArgumentHelp("Only these events: issue.due,call", valueName: "events")) var only: [String] =
    []

  func run() throws {
    let names = only.flatMap(\.listed)
    let ask = Ask("watch").with("since", since).with("as", reader).with("only", names.isEmpty ? nil : names)
    let wishes = options.wishes
    var connection = try Connection(option: wishes.socket)
    let hello = try connection.ask(ask, wishes: wishes)
    if wishes.json { _ = try wrote(hello, wishes) }
    var seen = since.map { String($0) } ?? ""
    while let line = try connection.nextLine() {
      if let message = Connection.refusal(line) { throw Failure.refused(message) }
      if try !wrote(line, wishes) { try print(read(line)) { $1.event($0) } }
      seen = JSON(line: line)?.seq.string ?? seen
    }
    throw Failure.broken(
      "the daemon ended the watch" + (seen.isEmpty ? "" : "; `watch --since \(seen)` goes on where it ended"))
  }
}

struct AckCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Say that the events up to here were dealt with.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The number of the last event.") var seq: Int64
  @Option(name: .customLong("as"), help: ArgumentHelp("Whose place it is.", valueName: "name"))
  var reader: String

  func ask() -> Ask { Ask("ack").with("seq", seq).with("as", reader) }

  func show(_ answer: JSON, on page: inout Page) {
    page.line(Piece("\(reader): acked up to \(answer.acked.string)"))
  }
}

struct HooksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks", abstract: "Run your own programs for what happens, until ^C.",
    discussion: """
      hoursd-hooks.service runs it. Every executable in ~/.config/hoursd/hooks.d is run for each event, in order: the event \
      is one line of JSON on its standard input, and in variables (HOURSD_EVENT, HOURSD_ISSUE, HOURSD_CALLER). \
      notify.issue.due is run for issue.due alone, push.call for all that befalls calls.
      """)

  @OptionGroup var options: CommonOptions
  @Option(help: ArgumentHelp("How long a hook may take, up to 600.", valueName: "seconds"))
  var limit = Limits.hook.usual

  func validate() throws {
    guard (1...Limits.hook.longest).contains(limit) else {
      throw ValidationError("A hook may take 1 to \(Limits.hook.longest) seconds.")
    }
  }

  func run() throws {
    var hooks = try Hooks(socket: options.wishes.socket, limit: limit, signals: Signals())
    try hooks.run()
  }
}
