// Issues as rows of the queue, one by one with their history, and events as lines.

extension Page {
  mutating func issues(_ issues: [JSON]) {
    let rows = issues.map { issue in
      let promised = issue.promised.time
      return [
        Piece(issue.id.string), due(issue), Piece(promised == issue.due.time ? "" : time(promised)),
        Piece(issue.kind.string), Piece(issue.state.string == "pending" ? "" : issue.state.string),
        Piece(issue.severity.string == "critical" ? "critical" : "", .red), Piece(issue.owedTo),
        Piece(issue.about.string),
      ]
    }
    table(["ID", "DUE", "PROMISED", "KIND", "STATE", "SEVERITY", "WHO", "ABOUT"], rows)
  }

  mutating func issue(_ issue: JSON) {
    line(Piece("issue \(issue.id.string): \(issue.kind.string), \(issue.state.string)", .bold))
    field("who", Piece(issue.owedTo))
    if issue.number.string != issue.owedTo { field("number", Piece(issue.number.string)) }
    field("about", Piece(issue.about.string))
    field("severity", Piece(issue.severity.string, issue.severityInk))
    field("reason", Piece(issue.reason.string))
    field("call", Piece(issue.call.string))
    if issue.calls.integer > 1 {
      field("called", Piece("\(issue.calls.string) times, last \(time(issue.last_called_at.time))"))
    }
    field("queued", Piece(time(issue.queued_at.time)))
    field("promised", Piece(time(issue.promised.time)))
    field("due", due(issue))
    if issue.reminders.integer > 0 { field("reminded", Piece(time(issue.last_reminded_at.time))) }
    if issue.billable.isTrue { field("billable", "the surcharge was accepted") }
    field("solution", Piece(issue.solution.string))
    field("minutes", Piece(issue.minutes.string))
    if issue.was_critical.isPresent { field("was critical", issue.was_critical.isTrue ? "yes" : "no") }
    field("dropped", Piece(issue.why.string))
    for event in issue.history.array { self.event(event) }
  }

  mutating func event(_ event: JSON) {
    var words = [time(event.at.time), event.event.string]
    if event.state.isPresent { words.append(event.state.string) }
    if let until = event.until.time { words.append("until \(time(until))") }
    words.append(event.changed.array.map(\.string).joined(separator: ", "))
    if event.caller.isPresent {
      words += ["call \(event.call.string)", event.caller.who, event.verdict.string]
    }
    words += [event.outcome.string, event.person.string, event.channel.string, event.about.string]
    words += event.issues.array.map(\.summary) + [event.text.string]
    line(Piece(words.joinedFilled("  ")))
  }

  private func due(_ issue: JSON) -> Piece {
    let isDue = issue.state.string == "pending" && issue.due.time.map { $0.instant <= now } ?? false
    return Piece(
      time(issue.due.time), isDue ? issue.severity.string == "critical" ? .red : .yellow : .plain)
  }
}

extension JSON {
  /// An issue in one line: which, what, for whom.
  var summary: String {
    [
      self.id.string, self.kind.string, self.state.string == "pending" ? "" : self.state.string, owedTo,
      self.about.string,
    ]
    .joinedFilled("  ")
  }

  fileprivate var owedTo: String {
    // What the owner queued without a call is owed to nobody in particular.
    let other: JSON = self.call.isPresent ? self.class : .nothing
    return [self.name, self.client, self.number, other].map(\.string).first { !$0.isEmpty } ?? ""
  }
}
