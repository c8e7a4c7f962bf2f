// What nobody measures, of a month or another time.

import ArgumentParser
import HoursWire

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Count what nobody measures: promises kept, calls picked up, false alarms.",
    usage: "hoursctl report [WHEN…] [--client CONTACT] [--csv]",
    discussion: """
      A month, unless another time is named:
        hoursctl report
        hoursctl report october
        hoursctl report 2026-10 --client acme
        hoursctl report last year --csv
        hoursctl report 1 oct - 15 nov
      BEFORE and AFTER are calls at the wrong time, before and after they were told; KEPT are promises.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(
    help: "When: a month, a year, a day, last week, or from - to.",
    completion: .list(["last month", "this year", "last year"]))
  var when: [String] = []
  @Option(help: "Only this contact: an id or a name.", completion: .contacts) var client: String?
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Its beginning.", valueName: "time"), completion: .times)
  var from: [String] = []
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Its end, if not now.", valueName: "time"),
    completion: .times)
  var to: [String] = []
  @Flag(help: "Print a table for programs: a row for each person, and one for all.") var csv = false

  func validate() throws {
    guard when.isEmpty || from.isEmpty && to.isEmpty else {
      throw ValidationError("Say when either in words or by --from and --to.")
    }
    if csv, options.json || options.format != nil {
      throw ValidationError("--csv is a form of its own; leave --json and --format out.")
    }
  }

  func run() throws {
    let wishes = options.wishes
    var connection = try Connection(option: wishes.socket)
    var (from, to) = (from.sentence, to.sentence)
    if let words = when.sentence {
      let status = try read(connection.ask(Ask("status"), wishes: Wishes()))
      guard let today = status.now.time?.date else {
        throw Failure.broken("the daemon does not say what time it is")
      }
      guard let period = Period(words, today: today) else {
        throw Failure.usage(
          "`\(words)` is no time to report on; write, for example, october, 2026-10, last month or 2026")
      }
      (from, to) = ("\(period.from)", "\(period.to)")
    }
    let line = try connection.ask(
      Ask("report").with("from", from).with("to", to).with("client", client), wishes: wishes)
    if csv { return try Terminal.output.write(hoursctl.csv(read(line))) }
    guard try !wrote(line, wishes) else { return }
    try print(read(line)) { $1.report($0) }
  }
}
