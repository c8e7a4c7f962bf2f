// The office on one short screen.

extension Page {
  mutating func status(_ status: JSON, isOfNow: Bool = true) {
    headline(of: status)
    if !isOfNow { field("at", Piece(status.now.time?.dated ?? "")) }
    field("why", Piece(status.reason.string))
    field("since", Piece(time(status.since.time)))
    if status.next_opening.time != status.until.time {
      field("next opening", Piece(time(status.next_opening.time)))
    }
    queue(of: status)
    field("next reminder", Piece(time(status.next_reminder.time)))
    field("alarm", Piece(status.alarm.string))
    if status.clock.string == "behind" {
      field("clock", Piece("behind: calls are recorded, nothing is announced until it is right", .red))
    }
    field("configuration", Piece(status.configuration_error.string, .red))
    for warning in status.warnings.array { field("warning", Piece(warning.string, .yellow)) }
  }

  /// `closed for a break until 14:00`
  mutating func headline(of status: JSON) {
    var words = [status.state.string]
    if status.break.isTrue { words.append("for a break") }
    if status.unknown.isTrue { words.append("(the hours say unknown)") }
    if let until = status.until.time { words.append("until \(time(until))") }
    line(Piece(words.joined(separator: " "), status.state.string == "open" ? .green : .yellow))
  }

  private mutating func queue(of status: JSON) {
    let counts = ["pending", "due", "overdue", "unsent"].filter { status[$0].integer > 0 }
      .map { "\(status[$0].integer) \($0)" }
    let ink: Ink = status.overdue.integer > 0 ? .red : status.due.integer > 0 ? .yellow : .plain
    field("queue", Piece(counts.isEmpty ? "nothing is owed" : counts.joined(separator: ", "), ink))
  }
}
