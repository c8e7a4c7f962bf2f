// A call comes in, turns out to be about something, and ends.

import ArgumentParser
import HoursCore
import HoursWire

struct CallCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "A call comes in: what to do, and what to say.",
    usage: "hoursctl call [NUMBER | CONTACT] [ABOUT…] [--critical | --normal] [--missed] …",
    discussion: """
      hoursctl call +79161234567 the site is down --critical
        hoursctl call acme forgot a password
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The caller's number as one word, or a contact; and what it is about.", completion: .caller)
  var words: [String] = []
  @Option(help: "The caller's name.") var name: String?
  @Option(help: "What it is about, when it begins with a number.") var about: String?
  @Flag(exclusivity: .exclusive) var severity: StatedSeverity?
  @Flag(help: "The ring ended unanswered.") var missed = false
  @Option(help: "What the client says to the surcharge: accepted or declined.")
  var surcharge: SurchargeReply?
  @Option(help: "When it rang, if not now.", completion: .times) var at: String?

  private var hasNumber: Bool { words.first?.looksLikeNumber ?? false }
  private var spoken: [String] { Array(words.dropFirst(hasNumber ? 1 : 0)) }

  func validate() throws {
    if hasNumber, let second = spoken.first, second.looksLikeNumber {
      throw ValidationError(
        "Is `\(shown(second))` a part of the number? Write the number as one word, and what it is about in --about."
      )
    }
    if about != nil, !spoken.isEmpty {
      throw ValidationError("What it is about is said twice: in --about and behind the number.")
    }
    try refuseSeverity(saidIn: spoken)
  }

  func run() throws {
    var command = self
    var connection = try Connection(option: options.wishes.socket)
    if name == nil, !hasNumber, !words.isEmpty {
      // Who cannot list contacts knows none.
      let contacts = (try? connection.ask(Ask("contacts"), wishes: Wishes())).flatMap { JSON(line: $0) }
      command.takeContact(of: contacts?.contacts.array ?? [])
    }
    let line = try connection.ask(command.ask(), wishes: options.wishes)
    guard try !wrote(line, options.wishes) else { return }
    let call = try read(line)
    let asks = options.wishes.mayAsk && !call.questions.array.isEmpty
    try print(call) { $1.verdict($0, asks: asks) }
    if asks { try askWhatDecides(call, over: &connection) }
  }

  /// The first words are the caller, when a contact is called so: else nobody would be rung back.
  private mutating func takeContact(of contacts: [JSON]) {
    let names = contacts.flatMap { [$0.id.string, $0.name.string] }.filter { !$0.isEmpty }
    // A name may stand in quotes, as the shells complete it.
    let parts = words.flatMap { $0.split(separator: " ").map(String.init) }
    let said = parts.map { $0.lowercased() }
    let fitting = names.filter { said.starts(with: $0.lowercased().split(separator: " ").map(String.init)) }
    guard let longest = fitting.max(by: { $0.utf8.count < $1.utf8.count }) else { return }
    name = longest
    words = Array(parts.dropFirst(longest.split(separator: " ").count))
  }

  func ask() -> Ask {
    Ask("call").with("from", hasNumber ? words.first : nil).with("name", name)
      .with("about", about ?? spoken.sentence).with("severity", severity?.rawValue)
      .with("missed", missed ? true : nil).with("surcharge", surcharge?.rawValue).with("at", at)
      .with("key", repeating.key)
  }

  func show(_ call: JSON, on page: inout Page) { page.verdict(call) }
}

/// What a single word says of how bad it is would be taken for what it is about, and decided as if it could wait.
private func refuseSeverity(saidIn about: [String]) throws {
  guard about.count == 1, let severity = StatedSeverity(rawValue: about[0].lowercased()) else { return }
  throw ValidationError("How bad it is, an option says: --\(severity.rawValue).")
}

struct TriageCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage", abstract: "Say what a call turned out to be about; it is decided anew.",
    discussion:
      "With nothing but the call's id, on a terminal, it asks the questions that decide, one key each.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The call's id.", completion: .openCalls) var call: Int64
  @Argument(help: "What it is about.") var about: [String] = []
  @Flag(exclusivity: .exclusive) var severity: StatedSeverity?
  @Option(help: ArgumentHelp("Answers to the call's questions: down=yes,hacked=no.", valueName: "id=yes|no"))
  var answers: [String] = []
  @Option(help: "What the client says to the surcharge: accepted or declined.")
  var surcharge: SurchargeReply?
  @Option(
    help: ArgumentHelp("The pending issue that the call is about.", valueName: "id"),
    completion: .pendingIssues)
  var issue: Int64?

  /// The answers by the questions' ids.
  private func answered() throws -> [String: Bool]? {
    var result: [String: Bool] = [:]
    for answer in answers.flatMap(\.listed) {
      let parts = answer.split(separator: "=", maxSplits: 1).map(String.init)
      switch parts.last {
      case "yes" where parts.count == 2: result[parts[0]] = true
      case "no" where parts.count == 2: result[parts[0]] = false
      default: throw ValidationError("An answer is written id=yes or id=no, not `\(shown(answer))`.")
      }
    }
    return result.isEmpty ? nil : result
  }

  func validate() throws {
    _ = try answered()
    try refuseSeverity(saidIn: about)
  }

  func run() throws {
    let isBare = about.isEmpty && severity == nil && answers.isEmpty && surcharge == nil && issue == nil
    guard isBare, options.wishes.mayAsk else {
      return try answer(ask(), options.wishes, show: show)
    }
    var connection = try Connection(option: options.wishes.socket)
    let (next, overflows) = call.addingReportingOverflow(1)
    let listed = try connection.ask(
      Ask("calls").with("before", overflows ? call : next).with("limit", 1), wishes: options.wishes)
    let found = try read(listed).calls.array.first { $0.call.integer == call }
    guard let found, !found.questions.array.isEmpty else {
      // What is not there, or needs no answers, the daemon says itself.
      return try print(read(connection.ask(ask(), wishes: options.wishes)), show: show)
    }
    try print(found) { $1.verdict($0, asks: true) }
    try askWhatDecides(found, over: &connection)
  }

  func ask() throws -> Ask {
    Ask("triage").with("call", call).with("about", about.sentence).with("severity", severity?.rawValue)
      .with("answers", try answered()).with("surcharge", surcharge?.rawValue).with("issue", issue)
      .with("key", repeating.key)
  }

  func show(_ call: JSON, on page: inout Page) { page.verdict(call) }
}

struct EndCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Say how a ring ended: answered, missed, rejected or voicemail.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "The call's id.", completion: .openCalls) var call: Int64
  @Argument(help: "answered, missed, rejected or voicemail.") var outcome: Outcome
  @Option(help: "How long it took.") var minutes: Int?

  func ask() -> Ask {
    Ask("end").with("call", call).with("outcome", outcome.rawValue).with("minutes", minutes)
      .with("key", repeating.key)
  }

  func show(_ call: JSON, on page: inout Page) { page.verdict(call) }
}

struct ToldCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "told", abstract: "Note that somebody has heard the policy.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "A call's id, or a client.", completion: .contacts) var who: String
  @Argument(help: "spoken, sms, mail or voicemail.") var channel: Channel

  func ask() -> Ask {
    let call = Int64(who)
    return Ask("told").with("call", call).with("client", call == nil ? who : nil)
      .with("channel", channel.rawValue).with("key", repeating.key)
  }

  func show(_ answer: JSON, on page: inout Page) { page.line(Piece("noted: \(who) was told")) }
}

struct CallsCommand: AskingCommand {
  static let configuration = CommandConfiguration(commandName: "calls", abstract: "List calls, newest first.")
  static let list: String? = "calls"

  @OptionGroup var options: CommonOptions
  @Option(help: "Only this contact's: an id or a name.", completion: .contacts) var client: String?
  @Option(help: ArgumentHelp("Only calls older than this one.", valueName: "id")) var before: Int64?
  @Option(help: "At most so many, up to 1000.") var limit: Int?

  func ask() -> Ask { Ask("calls").with("client", client).with("before", before).with("limit", limit) }

  func show(_ answer: JSON, on page: inout Page) {
    guard !answer.calls.array.isEmpty else { return page.line("no calls") }
    page.calls(answer.calls.array)
    if answer.next.isPresent { page.line(Piece("older ones: --before \(answer.next.string)", .faint)) }
  }
}

struct LookupCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup", abstract: "Show who a number or a name would be.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "A number in any notation, or a name.", completion: .contacts) var who: [String]

  func ask() -> Ask {
    let text = who.joined(separator: " ")
    return Ask("lookup").with(text.looksLikeNumber ? "from" : "name", text)
  }

  func show(_ answer: JSON, on page: inout Page) { page.line(Piece(answer.caller.described)) }
}

struct ContactsCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts", abstract: "List who is in the configuration.")
  static let list: String? = "contacts"

  @OptionGroup var options: CommonOptions

  func ask() -> Ask { Ask("contacts") }

  func show(_ answer: JSON, on page: inout Page) {
    guard !answer.contacts.array.isEmpty else { return page.line("nobody is in the configuration") }
    page.table(
      ["ID", "NAME", "CLASS"],
      answer.contacts.array.map { [Piece($0.id.string), Piece($0.name.string), Piece($0.class.string)] })
  }
}
