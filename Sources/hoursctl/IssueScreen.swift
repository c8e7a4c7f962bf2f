// Issues as rows of the queue, one by one with their history, and events as lines.

import Civil
import HoursWire

extension Page {
  /// Rows of the queue; of the messages in trouble, the state stands with their issues.
  mutating func issues(_ issues: [JSON], inTrouble messages: [JSON] = []) {
    let troubles = Dictionary(messages.map { ($0.issue.string, $0.state.string) }) { $1 }
    let rows = issues.map { issue in
      let (due, promised) = (time(issue.due.time), time(issue.promised.time))
      return [
        Piece(issue.id.string),
        troubles[issue.id.string].map { Piece("mail \($0)", .red) } ?? standing(of: issue), Piece(due),
        Piece(promised == due ? "" : promised), Piece(issue.kind.string),
        Piece(issue.owedTo), about(issue),
      ]
    }
    table(
      [
        "ID", "STATE", "DUE", Column("PROMISED", spare: 1), Column("KIND", spare: 2),
        Column("WHO", comfort: 12), Column("ABOUT", comfort: 20),
      ], rows)
  }

  /// The most pressing ones, short, under the label before.
  mutating func pressing(_ issues: [JSON]) {
    let rows = issues.map { [Piece($0.id.string), standing(of: $0), Piece($0.owedTo), about($0)] }
    table(
      ["ID", "STATE", Column("WHO", comfort: 12), Column("ABOUT", comfort: 20)], rows, besideLabels: true)
  }

  private func about(_ issue: JSON) -> Piece {
    Piece(issue.subject, issue.severityInk)
  }

  /// `due`, `overdue`, or the state that it has come to; nothing for what waits.
  private func standing(of issue: JSON) -> Piece {
    guard issue.state.string == "pending" else { return Piece(issue.state.string) }
    // Its day is over. Whether its last closing is, only the daemon knows, and counts it in the status.
    if let promised = issue.promised.time, promised.date < today(beside: promised) {
      return Piece("overdue", .red)
    }
    guard let due = issue.due.time, due.instant <= now else { return "" }
    return Piece("due", .magenta)
  }

  mutating func issue(_ issue: JSON) {
    let standing = standing(of: issue)
    let words = [issue.kind.string, issue.state.string == standing.text ? "" : issue.state.string]
    line(Piece("issue \(issue.id.string): " + (words + [standing.text]).joinedFilled(", "), .bold))
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
    field("promised", Piece(time(issue.promised.time), standing.text == "overdue" ? .red : .plain))
    field("due", Piece(time(issue.due.time), standing.ink))
    if issue.reminders.integer > 0 { field("reminded", Piece(time(issue.last_reminded_at.time))) }
    if issue.billable.isTrue { field("billable", "the surcharge was accepted") }
    field("solution", Piece(issue.solution.string))
    field("minutes", Piece(issue.minutes.string))
    if issue.was_critical.isPresent { field("was critical", issue.was_critical.isTrue ? "yes" : "no") }
    field("dropped", Piece(issue.why.string))
    followUp(issue.history.array.last { $0.message.isPresent }?.message ?? .nothing)
    history(issue.history.array)
  }

  /// How far the last message about an issue has come.
  private mutating func followUp(_ message: JSON) {
    let isTrouble = ["failed", "uncertain"].contains(message.state.string)
    field(
      "follow-up",
      Piece(
        message.isPresent ? "message \(message.id.string), \(message.state.string)" : "",
        isTrouble ? .red : .plain))
  }

  /// An event, with the name that `watch --only` knows it by.
  mutating func event(_ event: JSON) {
    var words = [time(event.at.time), event.event.string]
    if event.state.isPresent { words.append(event.state.string) }
    if let until = event.until.time { words.append("until \(time(until))") }
    words.append(event.changed.array.map(\.string).joined(separator: ", "))
    if event.override.state.isPresent { words.append(described(event.override)) }
    if event.caller.isPresent {
      words += ["call \(event.call.string)", event.caller.who, event.verdict.string]
    }
    words += [event.outcome.string, event.person.string, event.channel.string, event.about.string]
    words += event.issues.array.map(\.summary) + [event.text.string]
    if event.message.isPresent {
      let message = event.message
      words += [
        "message \(message.id.string)", message.state.string, "issue \(message.issue.string)",
        message["subject"].string,
      ]
    }
    line(Piece(words.joinedFilled("  ")))
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

  var owedTo: String {
    // What the owner queued without a call is owed to nobody in particular.
    let other: JSON = self.call.isPresent ? self.class : .nothing
    return [self.name, self.client, self.number, other].map(\.string).first { !$0.isEmpty } ?? ""
  }
}
