// Hearing what happens, and saying how far one has dealt with it.

import ArgumentParser

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
