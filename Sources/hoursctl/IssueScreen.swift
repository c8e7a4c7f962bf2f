// Issues as rows of the queue, one by one with their history, and events as lines.

extension IssueReply {
  var who: String { name ?? client ?? number ?? `class` ?? "" }

  /// One line: which, what, for whom.
  var summary: String {
    [String(id), state == "pending" ? kind : "\(kind), \(state)", who, about ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func dueInk(on page: Page) -> Ink {
    guard state == "pending", due.instant <= page.now else { return .plain }
    return severity == "critical" ? .red : .yellow
  }

  func row(on page: Page) -> [Piece] {
    [
      Piece("\(id)"), Piece(page.time(due), dueInk(on: page)),
      Piece(promised == due ? "" : page.time(promised)), Piece(kind), Piece(state == "pending" ? "" : state),
      Piece(severity == "critical" ? "critical" : "", .red), Piece(who), Piece(about ?? ""),
    ]
  }

  func show(on page: inout Page) {
    page.line(Piece("issue \(id): \(kind), \(state)", .bold))
    page.field("who", Piece([who, number ?? ""].filter { !$0.isEmpty }.uniqued.joined(separator: ", ")))
    page.field("about", Piece(about ?? ""))
    page.field("severity", Piece(severity ?? "", severity == "critical" ? .red : .plain))
    page.field("why queued", Piece(reason.map { why in why + (call.map { " (call \($0))" } ?? "") } ?? ""))
    page.field("queued", Piece(page.time(queuedAt)))
    page.field("promised", Piece(page.time(promised)))
    page.field("due", Piece(page.time(due), dueInk(on: page)))
    if let reminders, reminders > 0 {
      page.field("reminded", Piece("\(reminders) times, last \(page.time(lastRemindedAt))"))
    }
    if billable == true { page.field("billable", "the surcharge was accepted") }
    page.field("solution", Piece(solution ?? ""))
    page.field("minutes", Piece(minutes.map { "\($0)" } ?? ""))
    if let wasCritical { page.field("was critical", Piece(wasCritical ? "yes" : "no")) }
    page.field("dropped for", Piece(why ?? ""))
    for event in history ?? [] { page.event(event) }
  }
}

extension Page {
  mutating func issues(_ issues: [IssueReply]) {
    let page = self
    table(
      ["ID", "DUE", "PROMISED", "KIND", "STATE", "SEVERITY", "WHO", "ABOUT"], issues.map { $0.row(on: page) })
  }

  mutating func event(_ event: EventReply) {
    line(Piece("\(time(event.at))  \(event.event)\(event.detail(on: self))"))
  }
}

extension EventReply {
  /// What it is about, with two spaces before; empty for an event that this program does not know.
  func detail(on page: Page) -> String {
    var parts: [String] = []
    if let state { parts.append(until.map { "\(state) until \(page.time($0))" } ?? state) }
    if let changed { parts.append(changed.joined(separator: ", ")) }
    if let verdict { parts.append(verdict) }
    if let call, let caller { parts.append("call \(call)  \(caller.who)") }
    if let outcome { parts.append(outcome) }
    if let person, let channel { parts.append("\(person) by \(channel)") }
    if let about { parts.append(about) }
    parts += (issues ?? []).map(\.summary)
    if let text { parts.append(text) }
    return parts.map { "  \($0)" }.joined()
  }
}

extension [String] {
  /// Without what repeats its neighbour.
  var uniqued: [String] {
    reduce(into: []) { result, text in if result.last != text { result.append(text) } }
  }
}
