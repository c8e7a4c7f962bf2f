// Follow-ups: what is to be told to clients, and how it leaves the house.

import ArgumentParser
import HoursCore
import HoursWire

struct MailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Follow-ups to clients: read, edit, send, deliver.",
    subcommands: [
      MailListCommand.self, MailShowCommand.self, MailEditCommand.self, MailSendCommand.self,
      MailWaiveCommand.self, MailDeliverCommand.self,
    ],
    defaultSubcommand: MailListCommand.self)
}

struct MailListCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List messages, oldest first: those that are not sent yet.")
  static let list: String? = "messages"

  @OptionGroup var options: CommonOptions
  @Option(
    help: "draft, queued, sending, failed, uncertain, sent, waived, withdrawn (several with commas) or all.")
  var state: String?
  @Option(help: ArgumentHelp("Only those about this issue.", valueName: "id"), completion: .issues)
  var issue: Int64?
  @Option(help: ArgumentHelp("Only messages younger than this one.", valueName: "id")) var after: Int64?
  @Option(help: "At most so many, up to 1000.") var limit: Int?

  func ask() -> Ask {
    Ask("messages").with("state", state?.listed).with("issue", issue).with("after", after)
      .with("limit", limit)
  }

  func show(_ answer: JSON, on page: inout Page) {
    guard !answer.messages.array.isEmpty else {
      return page.line(state == nil && issue == nil ? "nothing is unsent" : "no messages")
    }
    page.messages(answer.messages.array)
    if answer.next.isPresent { page.line(Piece("younger ones: --after \(answer.next.string)", .faint)) }
  }
}

struct MailShowCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one message, as it will be read or, with --raw, as it is sent.")

  @OptionGroup var options: CommonOptions
  @Flag(help: "All of it after RFC 5322, as a mailer gets it.") var raw = false
  @Argument(help: "The message's id.", completion: .messages) var id: Int64

  func ask() -> Ask { Ask("message").with("id", id) }

  func show(_ message: JSON, on page: inout Page) {
    guard raw else { return page.message(message) }
    for line in message.text.string.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      page.raw(shown(String(line)))
    }
  }
}

struct MailSendCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Approve a message: it goes out as soon as a deliverer takes it.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The message's id.", completion: .messages) var id: Int64

  func ask() -> Ask { Ask("mail-send").with("id", id).with("key", repeating.key) }

  func show(_ message: JSON, on page: inout Page) { page.outcome(of: message) }
}

struct MailEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Say it in other words: in $VISUAL or $EDITOR, or by the options.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The message's id.", completion: .messages) var id: Int64
  @Option(help: "Another subject.") var subject: String?
  @Option(help: "Another text.") var body: String?

  func validate() throws {
    guard subject == nil, body == nil, !canChoose else { return }
    throw ValidationError("Without a terminal there is no editor: say --subject or --body.")
  }

  func run() throws {
    var connection = try Connection(option: options.wishes.socket)
    if subject == nil, body == nil {
      let message = try read(connection.ask(Ask("message").with("id", id), wishes: Wishes()))
      try print(edited(message, connection: &connection, key: repeating.key)) { $1.message($0) }
      return
    }
    let ask = Ask("mail-edit").with("id", id).with("subject", subject).with("body", body)
      .with("key", repeating.key)
    let line = try connection.ask(ask, wishes: options.wishes)
    guard try !wrote(line, options.wishes) else { return }
    try print(read(line)) { $1.message($0) }
  }
}

/// Lets the owner edit a message, its subject on the first line, and gives it as it is then.
func edited(_ message: JSON, connection: inout Connection, key: String? = nil) throws(Failure) -> JSON {
  let before = "\(message["subject"].string)\n\n\(message.body.string)"
  let edited = try EditedText(before)
  let line = try edited.use { text throws(Failure) -> [UInt8]? in
    guard text != before else { return nil }
    let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let body = (parts.count > 1 ? parts[1] : "").drop { $0.isNewline }
    return try connection.ask(
      Ask("mail-edit").with("id", message.id.integer).with("subject", parts[0]).with("body", String(body))
        .with("key", key), wishes: Wishes())
  }
  return try line.map(read) ?? message
}

struct MailWaiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive", abstract: "The client need not be told: the issue is settled without the message.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The message's id.", completion: .messages) var id: Int64

  func run() throws {
    var connection = try Connection(option: options.wishes.socket)
    let message = try read(connection.ask(Ask("message").with("id", id), wishes: Wishes(json: options.json)))
    let ask = Ask("waive").with("issue", message.issue.integer).with("key", repeating.key)
    let line = try connection.ask(ask, wishes: options.wishes)
    guard try !wrote(line, options.wishes) else { return }
    try print(read(line)) { $1.line(Piece("issue \($0.summary)")) }
  }
}

struct MailDeliverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver", abstract: "Hand what is due to the mail command, until ^C.",
    discussion: """
      hoursd-mail.service runs it. The command stands in the configuration, [mail] command; it gets the message on \
      its standard input. Exit status 0 means that it was sent, 75 that it is to be tried later, all else that it failed.
      """)

  @OptionGroup var options: CommonOptions
  @Flag(help: "End when nothing is due any more.") var once = false
  @Option(help: ArgumentHelp("How long the mail command may take, up to 600.", valueName: "seconds"))
  var limit = Limits.mailer.usual

  func validate() throws {
    guard (1...Limits.mailer.longest).contains(limit) else {
      throw ValidationError("The mail command may take 1 to \(Limits.mailer.longest) seconds.")
    }
  }

  func run() throws {
    try Delivery(socket: options.socket, isOnce: once, limit: limit, signals: Signals()).run()
  }
}
