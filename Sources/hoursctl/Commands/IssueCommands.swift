// The queue: what is owed, and what becomes of it.

import ArgumentParser
import HoursCore

struct IssuesCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "issues", abstract: "List the queue, oldest first.")
  static let list: String? = "issues"

  @OptionGroup var options: CommonOptions
  @Option(help: "pending, solved, settled, dropped (several with commas) or all; else pending and solved.")
  var state: String?
  @Option(help: "support or ring-back.") var kind: IssueKind?
  @Option(help: "Only this contact's: an id or a name.", completion: .contacts) var client: String?
  @Option(help: ArgumentHelp("Only what is due by then.", valueName: "time"), completion: .times) var dueBy:
    String?
  @Option(help: ArgumentHelp("Only issues younger than this one.", valueName: "id")) var after: Int64?
  @Option(help: "At most so many, up to 1000.") var limit: Int?

  func ask() -> Ask {
    Ask("issues").with("state", state?.listed).with("kind", kind?.rawValue).with("client", client)
      .with("due_by", dueBy).with("after", after).with("limit", limit)
  }

  func show(_ answer: JSON, on page: inout Page) {
    guard !answer.issues.array.isEmpty else { return page.line("nothing is owed") }
    page.issues(answer.issues.array)
    if answer.next.isPresent { page.line(Piece("younger ones: --after \(answer.next.string)", .faint)) }
  }
}

struct ShowCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one issue with its history.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The issue's id.", completion: .issues) var id: Int64

  func ask() -> Ask { Ask("issue").with("id", id) }

  func show(_ issue: JSON, on page: inout Page) { page.issue(issue) }
}

struct AddCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put something into the queue yourself.",
    discussion: "hoursctl add ring the accountant --due tonight")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "What it is about.") var about: [String]
  @Option(help: "The client to whom it is owed.", completion: .contacts) var client: String?
  @Option(help: "support or ring-back.") var kind: IssueKind?
  @Option(help: ArgumentHelp("When to be reminded.", valueName: "time"), completion: .times) var due: String?
  @Option(help: ArgumentHelp("What the client was promised.", valueName: "time"), completion: .times)
  var promised: String?

  func ask() -> Ask {
    Ask("add").with("about", about.sentence).with("client", client).with("kind", kind?.rawValue)
      .with("due", due).with("promised", promised).with("key", repeating.key)
  }

  func show(_ answer: JSON, on page: inout Page) {
    page.line(Piece("issue \(answer.issue.string): \(page.due(of: answer))"))
  }
}

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "The work is done; support needs words for the client.",
    discussion: "hoursctl resolve 3 restored the site from the backup --minutes 40")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The issue's id.", completion: .pendingIssues) var id: Int64
  @Argument(help: "What was done.") var solution: [String] = []
  @Option(help: "Your time.") var minutes: Int?
  @Flag(inversion: .prefixedNo, help: "Whether it was really critical.") var wasCritical: Bool?

  func run() throws {
    let wishes = options.wishes
    var connection = try Connection(option: wishes.socket)
    let wasCritical = try self.wasCritical ?? lookAgain(&connection)
    let ask = Ask("resolve").with("id", id).with("solution", solution.sentence).with("minutes", minutes)
      .with("was_critical", wasCritical).with("key", repeating.key)
    let line = try connection.ask(ask, wishes: wishes)
    guard try !wrote(line, wishes) else { return }
    try print(read(line)) { $1.line(Piece("issue \(id): \($0.state.string)")) }
  }

  /// Asks once whether what was taken for critical was so; nil where nobody can be asked, or there is nothing to ask.
  private func lookAgain(_ connection: inout Connection) throws -> Bool? {
    guard canChoose, !options.json, options.format == nil else { return nil }
    let issue = try read(connection.ask(Ask("issue").with("id", id), wishes: Wishes()))
    guard issue.state.string == "pending", issue.severity.string == "critical", !issue.was_critical.isPresent
    else { return nil }
    // What would be refused is not asked about.
    guard issue.kind.string == "ring-back" || solution.sentence != nil else { return nil }
    return try choose("Was it really critical?", [("y", "yes"), ("n", "no")]).map { $0 == "y" }
  }
}

struct SnoozeCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Move an issue's reminder; what was promised stays.",
    discussion: "hoursctl snooze 3 next-business-day")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The issue's id.", completion: .pendingIssues) var id: Int64
  @Argument(help: "Until when.", completion: .times) var until: [String]

  func ask() -> Ask {
    Ask("snooze").with("id", id).with("until", until.sentence).with("key", repeating.key)
  }

  func show(_ answer: JSON, on page: inout Page) {
    page.line(Piece("issue \(id): \(page.due(of: answer))"))
  }
}

struct NoteCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write something down about an issue.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The issue's id.", completion: .pendingIssues) var id: Int64
  @Argument(help: "What to remember.") var text: [String]

  func ask() -> Ask { Ask("note").with("id", id).with("text", text.sentence).with("key", repeating.key) }

  func show(_ issue: JSON, on page: inout Page) { page.line(Piece("noted: issue \(issue.summary)")) }
}

struct DropCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Nothing is owed after all.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The issue's id.", completion: .pendingIssues) var id: Int64
  @Argument(help: "Why.") var why: [String] = []

  func ask() -> Ask { Ask("drop").with("id", id).with("why", why.sentence).with("key", repeating.key) }

  func show(_ issue: JSON, on page: inout Page) { page.line(Piece("issue \(issue.summary)")) }
}

struct ReopenCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "It is owed again after all.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The issue's id.", completion: .doneIssues) var id: Int64
  @Option(help: ArgumentHelp("What the client was promised now.", valueName: "time"), completion: .times)
  var promised: String?

  func ask() -> Ask {
    Ask("reopen").with("id", id).with("promised", promised).with("key", repeating.key)
  }

  func show(_ issue: JSON, on page: inout Page) {
    page.line(Piece("issue \(issue.summary), \(page.due(of: issue))"))
  }
}
