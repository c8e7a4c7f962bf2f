// The office on one screen: what it is, why, what is owed, and what comes next.

import Civil
import HoursWire

/// Asks for the status and prints it; people also get what is due and what comes, asked for on the same connection.
func showStatus(at: String? = nil, _ wishes: Wishes, isBrief: Bool = false) throws(Failure) {
  var connection = try Connection(option: wishes.socket)
  let line = try connection.ask(Ask("status").with("at", at), wishes: wishes)
  guard try !wrote(line, wishes) else { return }
  let status = try read(line)
  var due: JSON = .nothing
  var hours: JSON = .nothing
  if !isBrief, let now = status.now.time?.instant {
    if at == nil, status.due.integer > 0 {
      due = connection.askIfKnown(
        Ask("issues").with("state", ["pending"]).with("due_by", now).with("limit", StatusDetails.issues))
    }
    hours = connection.askIfKnown(Ask("hours").with("from", now).with("to", now + StatusDetails.ahead))
  }
  try print(status) { status, page in
    page.status(status, due: due.issues.array, coming: hours.intervals.array, isOfNow: at == nil)
  }
}

/// How much more than its counts a status shows.
enum StatusDetails {
  static let issues = 5
  /// Seconds in which what comes is near.
  static let ahead: Int64 = 14 * 86_400
}

extension Page {
  mutating func status(_ status: JSON, due: [JSON], coming: [JSON], isOfNow: Bool) {
    headline(of: status)
    if !isOfNow { field("at", Piece(status.now.time?.dated ?? "")) }
    field("why", Piece(why(status)))
    field("since", Piece(time(status.since.time)))
    queue(of: status, due)
    if status.failed.isPresent || status.uncertain.isPresent {
      let troubles = [("failed", "could not be sent"), ("uncertain", "may have been sent or not")]
      let words = troubles.filter { status[$0.0].isPresent }.map { "\(status[$0.0].string) \($0.1)" }
      field("mail", Piece(words.joined(separator: ", "), .red))
    }
    if status.state.string == "closed", !status.next_opening.isPresent {
      field("next opening", Piece("none in sight", .magenta))
    } else if status.next_opening.time != status.until.time {
      field("next opening", Piece(time(status.next_opening.time)))
    }
    field("next reminder", Piece(time(status.next_reminder.time)))
    field("coming", Piece(self.coming(coming)))
    field("here", Piece(here(status)))
    field("alarm", Piece(status.alarm.string))
    if status.clock.string == "behind" {
      field("clock", Piece("behind: calls are recorded, nothing is announced until it is right", .red))
    }
    field("configuration", Piece(status.configuration_error.string, .red))
    for warning in status.warnings.array { field("warning", Piece(warning.string, .magenta)) }
  }

  /// `closed for a break until 14:00`
  mutating func headline(of status: JSON) {
    var words = [status.state.string]
    if status.break.isTrue { words.append("for a break") }
    if status.unknown.isTrue { words.append("(the hours say unknown)") }
    if let until = status.until.time { words.append("until \(time(until))") }
    line(Piece(words.joined(separator: " "), status.state.string == "open" ? .green : .bold))
  }

  /// What the office is, and why.
  mutating func state(of status: JSON) {
    headline(of: status)
    field("why", Piece(why(status)))
  }

  /// There is always an answer to "why is it closed?".
  private func why(_ status: JSON) -> String {
    guard status.because.isEmpty, status.state.string == "closed" else { return status.because }
    let reason = status.break.isTrue ? "a break in the working hours" : "outside the working hours"
    return [status.unknown.isTrue ? "the working hours" : reason, status.hours.string].joinedFilled(": ")
  }

  private mutating func queue(of status: JSON, _ due: [JSON]) {
    let counts = ["pending", "due", "overdue", "unsent"].filter { status[$0].integer > 0 }
      .map { "\(status[$0].integer) \($0)" }
    let ink: Ink = status.overdue.integer > 0 ? .red : status.due.integer > 0 ? .magenta : .plain
    field("queue", Piece(counts.isEmpty ? "nothing is owed" : counts.joined(separator: ", "), ink))
    guard !due.isEmpty else { return }
    pressing(due)
    let others = status.due.integer - Int64(due.count)
    if others > 0 { field("", Piece("and \(others) more: hoursctl issues", .faint)) }
  }

  /// The next holiday, absence or override that has not begun.
  private func coming(_ intervals: [JSON]) -> String {
    let next = intervals.first { interval in
      let isOdd =
        interval.override.isPresent || interval.state.string == "closed" && interval.reason.isPresent
      return isOdd && interval.start.time.map { $0.instant > now } ?? false
    }
    guard let next, let start = next.start.time, let end = next.end.time else { return "" }
    // Whatever lasts beyond the days that were asked for has an end that nobody asked about.
    let isCut = end.instant >= now + StatusDetails.ahead
    let when =
      isCut ? "from \(start.date.spelled(on: today(beside: start))) on" : stretch(from: start, until: end)
    return "\(next.state.string) \(when): \(next.because)"
  }

  /// The system's own zone, while it is another.
  private func here(_ status: JSON) -> String {
    let name = status.system_zone.string
    guard !name.isEmpty else { return "" }
    let clock =
      zone(named: name).map { "it is \(minute(of: $0.civil(now).time)) (\(name))" } ?? "the zone is \(name)"
    return "\(clock); all times are the office's, \(status.zone.string)"
  }

  private func minute(of time: CivilTime) -> CivilTime { CivilTime(hour: time.hour, minute: time.minute) }
}
