// `eval`: what hours mean, without a daemon; for people a screen, for programs lines.

import ArgumentParser
import Civil
import Glibc
import HoursCore
import HoursSetup
import HoursWire
import OpeningHours

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Say what opening hours mean, your own or any others.",
    usage: """
      hoursctl eval [EXPRESSION] [--at TIME] [--zone ZONE] [CALENDARS] [--json]
      hoursctl eval [EXPRESSION] --from TIME --to TIME [--zone ZONE] [CALENDARS] [--json]
      hoursctl eval --lines [--zone ZONE] [CALENDARS]
      where CALENDARS is --country CODE, --calendar FILE, --school FILE, as many as you like
      """,
    discussion: """
      Times are 09:30, tomorrow, monday 10:00, 30 nov 9am, tonight, next-business-day, +2h, +2 working hours, \
      2026-11-24 09:00 or 2026-11-24T09:00:00+03:00. A day alone is its midnight in --from and --to, and its first \
      opening in --at.

      With --lines each line of standard input is a JSON object and is answered by one: expr, tz, at and \
      holidays (a list of dates) by state, next_change (within 400 days) and comment; from, to and add_seconds \
      by open_seconds and add_result; what is wrong by error.

      Exit status: 0 done; 64 usage; 65 wrong hours or a wrong calendar; 74 broken input or output; 78 a wrong \
      configuration.
      """)

  @Argument(help: "Opening hours as OpenStreetMap writes them; your configuration's by default.")
  var expression: [String] = []

  @Option(help: ArgumentHelp("The time zone; the system's by default.", valueName: "zone"))
  var zone: String?

  @Option(help: ArgumentHelp("The instant to look at; now by default.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("List the open times from here on.", valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("List the open times up to here.", valueName: "time"))
  var to: String?

  @Option(
    help: ArgumentHelp("An iCalendar file of public holidays (PH); may be repeated.", valueName: "file"))
  var calendar: [String] = []

  @Option(
    help: ArgumentHelp("An iCalendar file of school holidays (SH); may be repeated.", valueName: "file"))
  var school: [String] = []

  @Option(
    help: ArgumentHelp("A country or region whose public holidays count; may be repeated.", valueName: "code")
  )
  var country: [String] = []

  @Flag(help: "Print one line of JSON.")
  var json = false

  @Flag(help: "Answer lines of JSON from standard input.")
  var lines = false

  func validate() throws {
    if lines, !expression.isEmpty || at != nil || from != nil || to != nil {
      throw ValidationError("--lines takes hours and times from the lines, not from the command line.")
    }
    if (from == nil) != (to == nil) { throw ValidationError("--from and --to need each other.") }
    if from != nil, at != nil { throw ValidationError("Give either --at, or --from and --to.") }
  }

  func run() throws {
    do {
      if lines { try answerLines() } else { try answerOnce() }
    } catch {
      if json, let line = error.line {
        _ = StandardOutput.write(line)
      } else {
        var words = shown(error.message, lines: true) + "\n"
        words.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      }
      throw ExitCode(error.status)
    }
  }

  private func answerLines() throws(EvalFailure) {
    let world = EvalWorld()
    var defaults = Evaluator.Defaults(zone: try world.zone(zone))
    let calendars = try world.calendars(files: calendar, regions: country, school: school)
    defaults.holidays = try world.holidays(calendars, in: defaults.zone, around: world.now).holidays
    var evaluator = Evaluator(defaults, loader: world.zones) { Clock().now() }
    var reader = LineReader(descriptor: STDIN_FILENO)
    var answers: [UInt8] = []
    while reader.fill() {
      while let line = reader.next() {
        answers += evaluator.answer(line)
        answers.append(UInt8(ascii: "\n"))
      }
      guard StandardOutput.write(answers) else { throw .inputOrOutput("standard output", errno) }
      answers.removeAll(keepingCapacity: true)
    }
    if let failure = reader.failure { throw .inputOrOutput("standard input", failure) }
  }

  private func answerOnce() throws(EvalFailure) {
    let world = EvalWorld()
    let text = expression.isEmpty ? nil : expression.joined(separator: " ")
    let written = try world.hours(text, zone: zone)
    // Calendars are read for the years that are asked about; which those are, they may change by days only.
    let about =
      if let from { try world.edge(from, "--from", for: written) } else {
        try world.instant(at, "--at", for: written)
      }
    let calendars = try world.calendars(files: calendar, regions: country, school: school)
    let hours = try world.adding(calendars, to: written, around: about)
    let output: [UInt8]
    if let from, let to {
      let start = try world.edge(from, "--from", for: hours)
      let window = try EvalWindow(hours, from: start, to: world.edge(to, "--to", for: hours, from: start))
      output = json ? window.line : window.screen()
    } else {
      let moment = EvalMoment(hours, at: try world.instant(at, "--at", for: hours))
      output = json ? moment.line : moment.screen(world.signs)
    }
    guard StandardOutput.write(output) else { throw .inputOrOutput("standard output", errno) }
  }
}
