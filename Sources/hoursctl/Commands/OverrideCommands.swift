// Plans change: open or closed against the regular hours, for a while.

import ArgumentParser
import Civil
import HoursWire

/// What an override makes of the office.
enum ForcedState: String, ExpressibleByArgument, CaseIterable {
  case open, closed
}

struct OverrideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override", abstract: "Be open or closed against the regular hours; it ends by itself.",
    usage: "hoursctl override open|closed [WHEN…] [--from TIME] [--until TIME] [--reason WORDS]",
    discussion: """
      Without a time it begins now, and ends when the regular hours next change.
        hoursctl override closed until monday --reason flu
        hoursctl override closed tomorrow
        hoursctl override closed next week
        hoursctl override closed 24 dec - 2 jan --reason holidays
        hoursctl override open saturday 10:00-14:00
      Of `24 dec - 2 jan` both days belong to it; `until monday` ends when Monday begins.
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "open or closed.") var state: ForcedState
  @Argument(help: "When: a day, a time, or from - to.", completion: .times) var when: [String] = []
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Its beginning, if not now.", valueName: "time"),
    completion: .times)
  var from: [String] = []
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Its end; of a bare day the beginning.", valueName: "time"),
    completion: .times)
  var until: [String] = []
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Why: for yourself, and for status.", valueName: "words"))
  var reason: [String] = []

  private func stretch() throws -> TypedStretch {
    var stretch = TypedStretch(when)
    guard !stretch.isCut else {
      throw ValidationError("Until when? For example: until monday, until 14:00, for 2 hours.")
    }
    if let from = from.sentence {
      guard stretch.from == nil else { throw said("--from") }
      stretch.from = from
    }
    if let until = until.sentence {
      guard stretch.until == nil else { throw said("--until") }
      stretch.until = until
    }
    return stretch
  }

  private func said(_ option: String) -> ValidationError {
    ValidationError(
      "`\(shown(when.joined(separator: " ")))` and \(option) say the same twice; leave one out.")
  }

  func validate() throws { _ = try stretch() }

  func run() throws {
    var stretch = try stretch()
    let wishes = options.wishes
    var connection = try Connection(option: wishes.socket)
    try stretch.settle(on: &connection)
    let ask = Ask("override").with("state", state.rawValue).with("from", stretch.from)
      .with("until", stretch.until).with("reason", reason.sentence).with("key", repeating.key)
    let line = try connection.ask(ask, wishes: wishes)
    guard try !wrote(line, wishes) else { return }
    try print(read(line)) { override, page in
      page.line(Piece(page.described(override), .bold))
      page.affected(
        override.affected.array, undo: "end-override \(override.id.string)",
        isToCome: override.from.time.map { $0.instant > page.now } ?? false)
    }
  }
}

struct OverridesCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "overrides", abstract: "List the overrides that hold now and that are to come.")
  static let list: String? = "overrides"

  @OptionGroup var options: CommonOptions

  func ask() -> Ask { Ask("overrides") }

  func show(_ answer: JSON, on page: inout Page) {
    guard !answer.overrides.array.isEmpty else { return page.line("no overrides: the regular hours hold") }
    page.overrides(answer.overrides.array)
  }
}

struct EndOverrideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end-override", abstract: "End an override now, or take one back that is to come.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The override's id; `hoursctl overrides` lists them.", completion: .overrides) var id: Int64

  func run() throws {
    let wishes = options.wishes
    var connection = try Connection(option: wishes.socket)
    let line = try connection.ask(
      Ask("end-override").with("id", id).with("key", repeating.key), wishes: wishes)
    guard try !wrote(line, wishes) else { return }
    let status = (try? connection.ask(Ask("status"), wishes: Wishes())).flatMap { JSON(line: $0) }
    try print(read(line)) { show($0, status: status, on: &$1) }
  }

  private func show(_ override: JSON, status: JSON?, on page: inout Page) {
    let isTakenBack = override.from.time == override.until.time
    let what = [override.state.string, override.reason.string].joinedFilled(": ")
    page.line(
      Piece(
        "override \(id) (\(what)) \(isTakenBack ? "is taken back" : "has ended")", .bold))
    // Another override may hold still.
    if let status, !isTakenBack { page.state(of: status) }
    page.affected(override.affected.array)
  }
}
