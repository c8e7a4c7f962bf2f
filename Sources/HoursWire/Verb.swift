// The verb list: parser, arity, help and the check of the documentation all come from this table.

import HoursCore

/// One verb of the protocol.
public struct Verb: Sendable {
  public let name: String
  /// The keys that it takes, as the protocol's table writes them: `id, until`, `at?`.
  public let takes: String
  /// The keys of its reply, likewise.
  public let gives: String
  public let summary: String
  /// Changes something, and so takes a `key` that makes it safe to repeat.
  public let changes: Bool
  let parse: @Sendable (Keys) throws(LineError) -> Request

  init(
    _ name: String, takes: String = "", gives: String, changes: Bool = false, _ summary: String,
    parse: @escaping @Sendable (Keys) throws(LineError) -> Request
  ) {
    self.name = name
    self.takes = takes
    self.gives = gives
    self.changes = changes
    self.summary = summary
    self.parse = parse
    keys = takes.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.prefix { $0 != "?" && $0 != " " })
    }
  }

  /// The names of the keys it takes.
  public let keys: [String]

  /// Its line in `help`.
  public var usage: String {
    let keys = takes + (changes ? (takes.isEmpty ? "key?" : ", key?") : "")
    return keys.isEmpty ? "\(name): \(summary)" : "\(name) {\(keys)}: \(summary)"
  }

  /// The verb of a name.
  public static func named(_ name: some StringProtocol) -> Verb? { byName[String(name)] }

  private static let byName = Dictionary(uniqueKeysWithValues: verbs.map { ($0.name, $0) })
}

/// The verbs of protocol version 1.
public let verbs: [Verb] = [
  Verb("help", gives: "verbs", "the verbs with their keys") { _ in .help },
  Verb("version", gives: "version, protocol", "this program's version and the protocol's") { _ in .version },
  Verb("status", takes: "at?", gives: "state, until, next_opening, …", "open or closed, and what is owed") {
    keys throws(LineError) in
    .status(at: try keys.time("at"))
  },
  Verb("hours", takes: "from?, to?", gives: "intervals", "when it is open, and why it is closed: this week") {
    keys throws(LineError) in
    .hours(from: try keys.time("from"), to: try keys.time("to"))
  },
  Verb("working-add", takes: "working, from?", gives: "at", "when so many seconds of working time are over") {
    keys throws(LineError) in
    .workingAdd(
      seconds: try keys.need("working", of: "working-add", keys.working()), from: try keys.time("from"))
  },
  Verb("working-between", takes: "from, to", gives: "working", "how many seconds of working time lie between")
  { keys throws(LineError) in
    .workingBetween(
      from: try keys.need("from", of: "working-between", keys.time("from")),
      to: try keys.need("to", of: "working-between", keys.time("to")))
  },
  Verb(
    "call", takes: "from?, name?, about?, severity?, missed?, surcharge?, at?",
    gives: "call, verdict, reason, say, …",
    changes: true, "a call comes in: what to do"
  ) { keys throws(LineError) in .call(try keys.incoming()) },
  Verb(
    "triage", takes: "call, about?, severity?, answers?, surcharge?, issue?", gives: "the verdict again",
    changes: true,
    "what a call turned out to be about"
  ) { keys throws(LineError) in .triage(try keys.triage()) },
  Verb("end", takes: "call, outcome, minutes?", gives: "the verdict again", changes: true, "how a ring ended")
  { keys throws(LineError) in
    .end(
      call: try keys.need("call", of: "end", keys.id("call")),
      try keys.need("outcome", of: "end", keys.word("outcome", Outcome.self)),
      minutes: try keys.minutes("minutes"))
  },
  Verb(
    "told", takes: "call?, client?, channel", gives: "told", changes: true, "somebody has heard the policy"
  ) { keys throws(LineError) in
    .told(try keys.hearer(), try keys.need("channel", of: "told", keys.word("channel", Channel.self)))
  },
  Verb("calls", takes: "client?, before?, limit?", gives: "calls, next?", "calls, newest first") {
    keys throws(LineError) in
    .calls(try keys.callQuery())
  },
  Verb(
    "issues", takes: "state?, kind?, client?, due_by?, after?, limit?", gives: "issues, next?",
    "the queue, oldest first"
  ) { keys throws(LineError) in .issues(try keys.issueQuery()) },
  Verb("issue", takes: "id", gives: "one issue with its history", "one issue") { keys throws(LineError) in
    .issue(try keys.need("id", of: "issue", keys.id("id")))
  },
  Verb(
    "add", takes: "about, client?, kind?, due?, promised?", gives: "issue, due", changes: true,
    "put into the queue"
  ) { keys throws(LineError) in .add(try keys.addition()) },
  Verb(
    "resolve", takes: "id, solution?, minutes?, was_critical?, send?",
    gives: "state, message?, not_looked_at?", changes: true,
    "the work is done"
  ) { keys throws(LineError) in .resolve(try keys.resolution()) },
  Verb("snooze", takes: "id, until", gives: "due, reminded_at, promised", changes: true, "move the reminder")
  { keys throws(LineError) in
    .snooze(
      try keys.need("id", of: "snooze", keys.id("id")),
      until: try keys.need("until", of: "snooze", keys.time("until")))
  },
  Verb("note", takes: "id, text", gives: "the issue", changes: true, "write something down about an issue") {
    keys throws(LineError) in
    .note(
      try keys.need("id", of: "note", keys.id("id")),
      text: try keys.need("text", of: "note", keys.text("text")))
  },
  Verb("drop", takes: "id, why?", gives: "the issue", changes: true, "nothing is owed after all") {
    keys throws(LineError) in
    .drop(try keys.need("id", of: "drop", keys.id("id")), why: try keys.text("why"))
  },
  Verb("reopen", takes: "id, promised?", gives: "the issue", changes: true, "it is owed again") {
    keys throws(LineError) in
    .reopen(try keys.need("id", of: "reopen", keys.id("id")), promised: try keys.time("promised"))
  },
  Verb(
    "messages", takes: "state?, issue?, after?, limit?", gives: "messages, next?", "the outbox, oldest first"
  ) { keys throws(LineError) in .messages(try keys.messageQuery()) },
  Verb("message", takes: "id", gives: "the message, text", "one message, as it would be sent") {
    keys throws(LineError) in
    .message(try keys.need("id", of: "message", keys.id("id")))
  },
  Verb(
    "mail-edit", takes: "id, subject?, body?", gives: "the message", changes: true, "say it in other words"
  ) { keys throws(LineError) in .mailEdit(try keys.messageEdit()) },
  Verb("mail-send", takes: "id", gives: "the message", changes: true, "a message may go out") {
    keys throws(LineError) in
    .mailSend(try keys.need("id", of: "mail-send", keys.id("id")))
  },
  Verb("waive", takes: "issue", gives: "the issue", changes: true, "the client need not be told") {
    keys throws(LineError) in
    .waive(issue: try keys.need("issue", of: "waive", keys.id("issue")))
  },
  Verb(
    "mail-claim", takes: "id", gives: "the message, text, command", changes: true,
    "a deliverer sends it now, once"
  ) {
    keys throws(LineError) in
    .mailClaim(try keys.need("id", of: "mail-claim", keys.id("id")))
  },
  Verb("mail-sent", takes: "id", gives: "id, state", changes: true, "it left the house") {
    keys throws(LineError) in
    .mailSent(try keys.need("id", of: "mail-sent", keys.id("id")))
  },
  Verb(
    "mail-failed", takes: "id, error, later?", gives: "id, state, next_try", changes: true,
    "it could not be sent, or not yet"
  ) { keys throws(LineError) in
    .mailFailed(
      try keys.need("id", of: "mail-failed", keys.id("id")),
      error: try keys.need("error", of: "mail-failed", keys.text("error")),
      later: try keys.flag("later") ?? false)
  },
  Verb(
    "override", takes: "state, from?, until?, reason?", gives: "id, state, from, until, affected",
    changes: true, "open or closed against the hours, until it ends by itself"
  ) { keys throws(LineError) in .override(try keys.overrideWish()) },
  Verb("overrides", gives: "overrides", "those that hold now or will") { _ in .overrides },
  Verb(
    "end-override", takes: "id", gives: "id, state, from, until, affected", changes: true,
    "back to the hours before its end"
  ) { keys throws(LineError) in .endOverride(try keys.need("id", of: "end-override", keys.id("id"))) },
  Verb("lookup", takes: "from?, name?", gives: "caller", "who it would be") { keys throws(LineError) in
    .lookup(from: try keys.name("from"), name: try keys.name("name"))
  },
  Verb("contacts", gives: "contacts", "who is in the configuration: class, id and name") { _ in .contacts },
  Verb(
    "support-hours", takes: "language?, format?", gives: "text?, opening_hours?, json_ld?",
    "the hours as clients are told, in a form to publish"
  ) { keys throws(LineError) in
    .supportHours(language: try keys.name("language"), try keys.word("format", HoursForm.self) ?? .text)
  },
  Verb(
    "forget", takes: "client?, number?", gives: "removed, in_configuration?", changes: true,
    "remove a person's words, name and numbers from all that is kept"
  ) { keys throws(LineError) in .forget(try keys.forgettable()) },
  Verb(
    "report", takes: "from?, to?, client?", gives: "from, to, persons, the measures",
    "what nobody measures, of this month"
  ) { keys throws(LineError) in .report(try keys.reportQuery()) },
  Verb(
    "watch", takes: "since?, as?, only?", gives: "watching, seq, then an event a line", "hear what happens"
  ) { keys throws(LineError) in
    .watch(try keys.watch())
  },
  Verb("ack", takes: "seq, as?", gives: "acked", "the events up to here were dealt with") {
    keys throws(LineError) in
    .ack(
      seq: try keys.need("seq", of: "ack", keys.integer("seq", in: 0...Int64.max)), as: try keys.name("as"))
  },
  Verb("snapshot", gives: "log, seq", "the log's file stays as it is while this connection lasts") { _ in
    .snapshot
  },
  Verb("reload", gives: "changed, affected", changes: true, "read the configuration again") { _ in .reload },
  Verb("tick", gives: "events, due", changes: true, "find what has come due") { _ in .tick },
]

extension Keys {
  fileprivate func working() throws(LineError) -> Int64? {
    try integer("working", in: 0...Limits.working)
  }

  fileprivate func incoming() throws(LineError) -> Incoming {
    var incoming = Incoming()
    incoming.from = try name("from")
    incoming.name = try name("name")
    incoming.about = try text("about")
    incoming.severity = try word("severity", Severity.self)
    incoming.missed = try flag("missed") ?? false
    incoming.surcharge = try word("surcharge", SurchargeReply.self)
    incoming.at = try time("at")
    return incoming
  }

  fileprivate func triage() throws(LineError) -> Triage {
    var triage = Triage(call: try need("call", of: "triage", id("call")))
    triage.about = try text("about")
    triage.severity = try word("severity", Severity.self)
    triage.answers = try flags("answers")
    triage.surcharge = try word("surcharge", SurchargeReply.self)
    triage.issue = try id("issue")
    return triage
  }

  fileprivate func hearer() throws(LineError) -> Hearer {
    if let call = try id("call") { return .call(call) }
    return .client(try need("call or client", of: "told", name("client")))
  }

  fileprivate func callQuery() throws(LineError) -> CallQuery {
    var query = CallQuery()
    query.client = try name("client")
    query.before = try id("before")
    query.limit = try limit()
    return query
  }

  fileprivate func issueQuery() throws(LineError) -> IssueQuery {
    var query = IssueQuery()
    if let states = try states(of: IssueState.self) { query.states = states }
    query.kind = try word("kind", IssueKind.self)
    query.client = try name("client")
    query.dueBy = try time("due_by")
    query.after = try id("after")
    query.limit = try limit()
    return query
  }

  /// States by name, or `all`.
  private func states<S: RawRepresentable & CaseIterable & Hashable>(of type: S.Type) throws(LineError)
    -> Set<S>?
  where S.RawValue == String {
    guard let names = try names("state", limit: S.allCases.count) else { return nil }
    var states: Set<S> = []
    for name in names {
      if name == "all" { return Set(S.allCases) }
      guard let state = S(rawValue: name) else {
        throw .notAWord(key: "state", text: name, words: S.allCases.map(\.rawValue) + ["all"])
      }
      states.insert(state)
    }
    return states
  }

  fileprivate func messageQuery() throws(LineError) -> MessageQuery {
    var query = MessageQuery()
    if let states = try states(of: MessageState.self) { query.states = states }
    query.issue = try id("issue")
    query.after = try id("after")
    query.limit = try limit()
    return query
  }

  fileprivate func messageEdit() throws(LineError) -> MessageEdit {
    var edit = MessageEdit(id: try need("id", of: "mail-edit", id("id")))
    edit.subject = try text("subject", limit: Limits.mailSubject)
    edit.body = try text("body", limit: Limits.mailBody)
    return edit
  }

  fileprivate func addition() throws(LineError) -> Addition {
    var addition = Addition(about: try need("about", of: "add", text("about")))
    addition.client = try name("client")
    addition.kind = try word("kind", IssueKind.self)
    addition.due = try time("due")
    addition.promised = try time("promised")
    return addition
  }

  fileprivate func resolution() throws(LineError) -> Resolution {
    var resolution = Resolution(id: try need("id", of: "resolve", id("id")))
    resolution.solution = try text("solution")
    resolution.minutes = try minutes("minutes")
    resolution.wasCritical = try flag("was_critical")
    resolution.send = try flag("send") ?? false
    return resolution
  }

  fileprivate func overrideWish() throws(LineError) -> OverrideWish {
    var wish = OverrideWish(try need("state", of: "override", word("state", OfficeState.self)))
    wish.from = try time("from")
    wish.until = try time("until")
    wish.reason = try text("reason", limit: Limits.reason)
    return wish
  }

  fileprivate func forgettable() throws(LineError) -> Forgettable {
    if let number = try name("number") { return .number(number) }
    return .client(try need("client or number", of: "forget", name("client")))
  }

  fileprivate func reportQuery() throws(LineError) -> ReportQuery {
    var query = ReportQuery()
    query.from = try time("from")
    query.to = try time("to")
    query.client = try name("client")
    return query
  }

  fileprivate func watch() throws(LineError) -> Watch {
    var watch = Watch()
    watch.since = try integer("since", in: 0...Int64.max)
    watch.name = try name("as")
    watch.only = try names("only", limit: Limits.onlyNames) ?? []
    return watch
  }

  private func limit() throws(LineError) -> Int {
    try integer("limit", in: 1...Int64(Limits.page)).map(Int.init) ?? Limits.defaultPage
  }
}
