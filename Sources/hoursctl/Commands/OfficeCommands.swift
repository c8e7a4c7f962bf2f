// Is the office open, when is it, and what is owed.

import ArgumentParser
import HoursCore
import HoursWire

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show on one screen whether the office is open, and what is owed.")

  @OptionGroup var options: CommonOptions
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("The state at another time.", valueName: "time"),
    completion: .times)
  var at: [String] = []
  // As the default command it also gets what is no command at all.
  @Argument(help: .hidden) var others: [String] = []

  func run() throws {
    // Not in `validate`: what is wrong with an option is found first.
    if let other = others.first {
      let commands = Hoursctl.configuration.subcommands.compactMap { $0.configuration.commandName }
      let meant = nearestName(to: other, among: commands).map { "did you mean `\($0)`?" }
      let wayOut = meant ?? "`hoursctl --help` lists them."
      throw ValidationError("No command is named `\(shown(other))`; \(wayOut)")
    }
    try showStatus(at: at.sentence, options.wishes)
  }
}

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Say by the exit status whether the office is open: 0 yes, 1 no.")

  @OptionGroup var options: CommonOptions
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("At another time.", valueName: "time"), completion: .times)
  var at: [String] = []

  func run() throws { try sayWhetherOpen(at: at.sentence, options.wishes) }
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

struct HoursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hours",
    abstract: "Show when the office is open, and why it is not: this week, or another time.",
    usage: "hoursctl hours [WHEN…] [--from TIME] [--to TIME]",
    discussion: """
      hoursctl hours tomorrow
        hoursctl hours 24 dec - 2 jan
        hoursctl hours --from 21 dec --to 11 jan
      Of `24 dec - 2 jan` both days belong to it; `--to 11 jan` ends when that day begins.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "When: a day, or from - to.") var when: [String] = []
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Its beginning, if not this Monday.", valueName: "time"),
    completion: .times)
  var from: [String] = []
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Its end, if not a week later; at most 400 days.", valueName: "time"),
    completion: .times)
  var to: [String] = []

  func validate() throws {
    guard when.isEmpty || from.isEmpty && to.isEmpty else {
      throw ValidationError("Say when either in words or by --from and --to.")
    }
  }

  func run() throws {
    let wishes = options.wishes
    var connection = try Connection(option: wishes.socket)
    var (from, to) = (from.sentence, to.sentence)
    if !when.isEmpty {
      var stretch = TypedStretch(when, isWholeDay: true)
      try stretch.settle(on: &connection)
      (from, to) = (stretch.from, stretch.until)
    }
    let line = try connection.ask(Ask("hours").with("from", from).with("to", to), wishes: wishes)
    guard try !wrote(line, wishes, list: "intervals") else { return }
    try print(read(line)) { answer, page in
      guard !answer.intervals.array.isEmpty else { return page.line("closed all the time") }
      page.intervals(answer.intervals.array)
    }
  }
}

struct WorkingAddCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "working-add", abstract: "Show when so much working time is over.",
    discussion: "hoursctl working-add 2h --from tonight")

  @OptionGroup var options: CommonOptions
  @Argument(help: ArgumentHelp("2h, 90m, 1h30m or seconds.", valueName: "duration")) var working: [String]
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("From when on, if not from now.", valueName: "time"),
    completion: .times)
  var from: [String] = []

  private func seconds() throws -> Int64 {
    let text = working.joined(separator: " ")
    guard let seconds = HoursWire.seconds(ofWork: text) else {
      throw ValidationError("`\(shown(text))` is no working time; write 2h, 90m, 1h30m or seconds.")
    }
    return seconds
  }

  func validate() throws { _ = try seconds() }

  func ask() throws -> Ask { Ask("working-add").with("working", try seconds()).with("from", from.sentence) }

  func show(_ answer: JSON, on page: inout Page) { page.line(Piece(page.time(answer.at.time))) }
}

struct WorkingBetweenCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "working-between", abstract: "Show how much working time lies between two times.",
    usage: "hoursctl working-between FROM to TO",
    discussion: "hoursctl working-between monday 09:00 to friday")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The beginning, `to`, and the end, at most 400 days later.") var words: [String]

  private func ends() throws -> (from: String, to: String) {
    guard let ends = HoursWire.ends(ofStretch: words) else {
      throw ValidationError(
        "`\(shown(words.joined(separator: " ")))` are not two times; put `to` between them, "
          + "for example monday 09:00 to friday.")
    }
    return ends
  }

  func validate() throws { _ = try ends() }

  func ask() throws -> Ask {
    let ends = try ends()
    return Ask("working-between").with("from", ends.from).with("to", ends.to)
  }

  func show(_ answer: JSON, on page: inout Page) { page.line(Piece(answer.working.duration)) }
}
