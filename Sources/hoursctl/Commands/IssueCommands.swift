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

  /// People also see whose follow-up is in trouble, asked for on the same connection.
  func run() throws {
    var connection = try Connection(option: options.wishes.socket)
    let line = try connection.ask(ask(), wishes: options.wishes)
    guard try !wrote(line, options.wishes, list: Self.list) else { return }
    let answer = try read(line)
    var mail: JSON = .nothing
    if answer.issues.array.contains(where: { $0.state.string == "solved" }) {
      mail = connection.askIfKnown(
        Ask("messages").with("state", ["failed", "uncertain"]).with("limit", 1000))
    }
    try print(answer) { show($0, inTrouble: mail.messages.array, on: &$1) }
  }

  func show(_ answer: JSON, on page: inout Page) { show(answer, inTrouble: [], on: &page) }

  private func show(_ answer: JSON, inTrouble messages: [JSON], on page: inout Page) {
    guard !answer.issues.array.isEmpty else { return page.line("nothing is owed") }
    page.issues(answer.issues.array, inTrouble: messages)
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
    discussion: """
      hoursctl resolve 3 restored the site from the backup --minutes 40

      The client is told in a follow-up. On a terminal it is shown, then one key sends it, edits it or leaves it for later.
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The issue's id.", completion: .pendingIssues) var id: Int64
  @Argument(help: "What was done.") var solution: [String] = []
  @Option(help: "Your time.") var minutes: Int?
  @Flag(inversion: .prefixedNo, help: "Whether it was really critical.") var wasCritical: Bool?
  @Flag(help: "The follow-up goes out as it is drafted.") var send = false

  func run() throws {
    let wishes = options.wishes
    var connection = try Connection(option: wishes.socket)
    let wasCritical = try self.wasCritical ?? lookAgain(&connection)
    let ask = Ask("resolve").with("id", id).with("solution", solution.sentence).with("minutes", minutes)
      .with("was_critical", wasCritical).with("send", send ? true : nil).with("key", repeating.key)
    let line = try connection.ask(ask, wishes: wishes)
    guard try !wrote(line, wishes) else { return }
    let answer = try read(line)
    try print(answer, show: show)
    if answer.message.state.string == "draft", canChoose {
      try offer(answer.message, connection: &connection)
    }
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

  func show(_ answer: JSON, on page: inout Page) {
    page.line(Piece("issue \(id): \(answer.state.string)"))
    guard answer.message.isPresent else { return }
    let message = answer.message
    if message.state.string == "queued" { return page.outcome(of: message) }
    if !page.isTerminal {
      page.line(
        Piece("the follow-up is message \(message.id.string); `hoursctl mail send \(message.id.string)`"))
    }
  }

  /// Shows a draft, and does what one key says.
  private func offer(_ draft: JSON, connection: inout Connection) throws(Failure) {
    var draft = draft
    while true {
      try print(draft) { message, page in
        page.raw("")
        page.message(message)
        page.raw("")
      }
      switch try choose("Send it?", [("s", "send"), ("e", "edit"), ("l", "later")]) {
      case "s":
        let ask = Ask("mail-send").with("id", draft.id.integer)
        return try print(read(connection.ask(ask, wishes: Wishes()))) { $1.outcome(of: $0) }
      case "e": draft = try edited(draft, connection: &connection)
      default:
        return try print(draft) { message, page in
          page.line(Piece("later: `hoursctl mail send \(message.id.string)`", .faint))
        }
      }
    }
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
