// Hearing what happens, and saying how far one has dealt with it.

import ArgumentParser
import Civil
import HoursWire

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
    var connection = try Connection(option: options.socket)
    let hello = try connection.ask(ask, options: options)
    if options.json { _ = try options.wrote(hello) }
    var seq = since
    while let line = try connection.nextLine() {
      if let error = ErrorReply(line: line) { throw Failure.refused(error.error.message) }
      if !options.json { seq = try decode(Numbered.self, from: line).seq }
      guard try !options.wrote(line) else { continue }
      var page = Page(now: .now, terminal: .output)
      page.event(try decode(EventReply.self, from: line))
      try Terminal.output.write(page.text)
    }
    let resume = seq.map { "; go on with --since \($0)" } ?? ""
    throw Failure.broken("the daemon ended the watch\(resume)")
  }

  private struct Numbered: Decodable { let seq: Int64 }
}

struct AckCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Say that the events up to here were dealt with.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The number of the last event.") var seq: Int64
  @Option(name: .customLong("as"), help: ArgumentHelp("Whose place it is.", valueName: "name"))
  var reader: String

  func ask() -> Ask { Ask("ack").with("seq", seq).with("as", reader) }

  func show(_ answer: AckedReply, on page: inout Page) {
    page.line(Piece("\(reader): acked up to \(answer.acked)"))
  }
}
