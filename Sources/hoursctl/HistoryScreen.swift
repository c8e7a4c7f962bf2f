// An issue's history, told as what happened.

import Civil
import HoursWire

extension Page {
  /// A line for each event: when, and what happened; long words go on under their own beginning.
  mutating func history(_ events: [JSON]) {
    guard !events.isEmpty else { return }
    raw("")
    let times = events.map { time($0.at.time) }
    let margin = (times.map(\.columns).max() ?? 0) + 2
    var last = ""
    for (event, time) in zip(events, times) {
      // What happened in the same minute stands under one time.
      let head = time == last ? "" : time
      last = time
      var gap = coloured(head, .faint) + String(repeating: " ", count: margin - head.columns)
      for paragraph in shown(told(event), lines: true).split(separator: "\n") {
        let paragraph = String(paragraph)
        for line in width.map({ paragraph.wrapped(to: max(20, $0 - margin)) }) ?? [paragraph] {
          raw(gap + line)
          gap = String(repeating: " ", count: margin)
        }
      }
    }
  }

  /// `Acme GmbH called: I forgot my password`
  private func told(_ event: JSON) -> String {
    let issue = event.issues.array.first ?? .nothing
    switch event.event.string {
    case "call.received":
      let missed = event.missed.isTrue ? ", and nobody answered" : ""
      return "\(event.caller.who) called\(missed): \(words(of: event))"
    case "call.triaged": return "call \(event.call.string) was about: \(words(of: event))"
    case "call.ended":
      let lasted = event.minutes.isPresent ? "\(event.minutes.string) min" : ""
      return "call \(event.call.string) ended: " + [event.outcome.string, lasted].joinedFilled(", ")
    case "issue.queued": return ["queued", planned(issue)].joinedFilled(", ")
    case "issue.due": return "reminded"
    case "issue.snoozed": return "snoozed, " + planned(issue)
    case "issue.noted": return "note: \(event.text.string)"
    case "issue.solved": return ["solved", solved(issue)].joinedFilled(": ")
    case "issue.settled":
      // What needs no letter is solved and settled in one.
      return issue.solved_at.time == issue.settled_at.time && !solved(issue).isEmpty
        ? "settled: " + solved(issue) : "settled"
    case "issue.dropped": return ["dropped", issue.why.string].joinedFilled(": ")
    case "issue.reopened": return ["reopened", planned(issue)].joinedFilled(", ")
    case "mail.drafted": return "follow-up drafted: \(event.message["subject"].string)"
    case "mail.queued" where event.message.next_try.string != event.message.queued_at.string:
      return "follow-up put off until \(time(event.message.next_try.time)): \(event.message.error.string)"
    case "mail.queued": return "follow-up approved"
    case "mail.due": return "follow-up is to be sent now"
    case "mail.sending": return "follow-up is being sent"
    case "mail.sent": return "follow-up sent to \(event.message.to.string)"
    case "mail.failed":
      return "follow-up could not be sent: \(event.message.error.string)"
        + (event.message.next_try.time.map { "; next try \(time($0))" } ?? "")
    case "mail.uncertain": return "nobody knows whether the follow-up was sent"
    case "mail.waived": return "follow-up \(event.message.state.string)"
    case let name:
      // Of a newer daemon.
      return [name, event.about.string, event.text.string].joinedFilled("  ")
    }
  }

  /// What was said, and what was decided.
  private func words(of call: JSON) -> String {
    let about = call.subject
    return [about, "\(call.verdict.string) (\(call.reason.string))"].joinedFilled(" - ")
  }

  private func planned(_ issue: JSON) -> String {
    guard let promised = issue.promised.time, promised == issue.due.time else { return due(of: issue) }
    return "promised for \(time(promised))"
  }

  private func solved(_ issue: JSON) -> String {
    [issue.solution.string, issue.minutes.isPresent ? "\(issue.minutes.string) min" : ""].joinedFilled(", ")
  }
}
