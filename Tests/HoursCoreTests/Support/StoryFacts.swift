// What a story may say about a step: the events, exactly, and any facts of the reply.

import Civil

@testable import HoursCore

/// What happened in a step.
struct Seen {
  let zone: Zone
  /// The event that every request of this kind begins with, so that lines need not repeat it.
  var implied: String?
  var decision: Decision?
  var refusal: Refusal?
  var wake: Instant?
  var archive = MemoryArchive()
  var pendingReminders: [Int64: Instant?] = [:]

  init(zone: Zone) { self.zone = zone }

  /// Each event as a story writes it: `issue.due 1 2`.
  private var events: [String] {
    (decision?.events ?? []).map { event in
      if case .mail(_, let message) = event.body { return "\(event.name) \(message.id)" }
      return ([event.name] + event.issues.map { String($0.id) }).joined(separator: " ")
    }
  }

  func check(_ expected: [String]) throws {
    let isEvent = { (token: String) in token.split(separator: " ")[0].contains(".") }
    var wanted = expected.filter(isEvent)
    if let implied, events.first == implied { wanted.insert(implied, at: 0) }
    guard events == wanted else {
      throw StoryError(
        "events: \(list(events)); expected: \(list(wanted))\(refusal.map { "; refused \($0)" } ?? "")")
    }
    if let refusal, !expected.contains(where: { $0.hasPrefix("refused") }) {
      throw StoryError("refused: \(refusal)")
    }
    if case .report(let report) = decision?.reply { return try report.check(expected) }
    for fact in expected where !isEvent(fact) { try check(fact: fact) }
  }

  private func list(_ events: [String]) -> String { events.isEmpty ? "-" : events.joined(separator: ", ") }

  private func check(fact: String) throws {
    let words = fact.split(separator: " ").map(String.init)
    let actual: String?
    switch decision?.reply {
    case _ where words[0] == "refused": actual = refusal.map { "refused \($0)" }
    case .refused(let refusal) where words[0] == "answered":
      actual = "answered \(refusal)".hasPrefix(fact) ? fact : "answered \(refusal)"
    case _ where words[0] == "wake": actual = wake.map { "wake \(zone.clock($0))" } ?? "wake never"
    case _ where words[0] == "issue" && words.count > 2: actual = issueFact(words)
    case _ where words[0] == "message": actual = messageFact(words)
    case .call(let call, let pending): actual = callFact(call, pending, fact)
    case .status(let status): actual = statusFact(status, words)
    case .added(_, let due, let promised):
      actual = words[0] == "due" ? instant("due", due) : instant("promised", promised)
    case .snoozed(let due, let reminded, let promised):
      actual =
        switch words[0] {
        case "due": instant("due", due)
        case "reminded": instant("reminded", reminded)
        default: instant("promised", promised)
        }
    case .resolved(let state, _, let notLookedAt):
      actual = notLookedAt && words[0] == "not" ? "not looked at" : state.rawValue
    case .messages(let messages, _): actual = numbers("messages", messages.map(\.id))
    case .told(let told): actual = told ? "told" : "not told"
    case .issue(let issue):
      actual = words[0] == "due" ? instant("due", issue.due) : instant("promised", issue.promised)
    case .reloaded(_, let affected): actual = numbers("affected", affected.map(\.id))
    case .override(let override, let affected):
      actual =
        switch words[0] {
        case "from": instant("from", override.from)
        case "until": instant("until", override.until)
        default: numbers("affected", affected.map(\.id))
        }
    case .overrides(let overrides): actual = numbers("overrides", overrides.map(\.id))
    case .hours(let intervals): actual = intervalFact(intervals, fact)
    default: actual = nil
    }
    let isSame = actual.map { $0 == fact || (words[0] == "refused" && $0.hasPrefix(fact)) } ?? false
    guard isSame else { throw StoryError("\(fact): but \(actual ?? "nothing is known of it")") }
  }

  /// `issue 1 critical`, `issue 1 ring-back`, `issue 1 reminded Mon …`.
  private func issueFact(_ words: [String]) -> String? {
    guard let id = Int64(words[1]), let issue = archive.issues[id] else { return nil }
    let value: String =
      switch words[2] {
      case "critical", "normal", "untriaged": issue.severity.rawValue
      case "support", "ring-back": issue.kind.rawValue
      case "due": instant("due", issue.due)
      case "promised": instant("promised", issue.promised)
      case "reminded": instant("reminded", pendingReminders[id] ?? nil)
      case "billable", "not": issue.billable ? "billable" : "not billable"
      default: issue.state.rawValue
      }
    return "issue \(id) \(value)"
  }

  /// `message 1 queued`, `message 1 tries 2`, `message 1 next Mon …`, `message 1 subject Done`.
  private func messageFact(_ words: [String]) -> String? {
    guard let id = Int64(words[1]), let message = archive.messages[id] else { return nil }
    let value: String =
      switch words[2] {
      case "tries": "tries \(message.tries)"
      case "next": instant("next", message.nextTry)
      case "about": "about \(message.issue)"
      case "to": "to \(message.to)"
      case "from": "from \(message.from ?? "nobody")"
      case "subject": "subject \(message.subject)"
      case "says": "says \(message.body)"
      case "answers": "answers \(message.inReplyTo ?? "nothing")"
      case "id": "id \(message.messageID)"
      case "error", "no": message.error.map { "error \($0)" } ?? "no error"
      default: message.state.rawValue
      }
    return "message \(id) \(value)"
  }

  private func callFact(_ call: Call, _ pending: [HoursCore.Issue], _ fact: String) -> String? {
    let words = fact.split(separator: " ").map(String.init)
    return switch words[0] {
    case "due": instant("due", call.due)
    case "promised": instant("promised", call.promised)
    case "no" where fact == "no offer": offer(call)
    case "own",
      "no" where fact.hasSuffix("exception"):
      call.ownException == true ? "own exception" : "no exception"
    case "issue", "no": call.issue.map { "issue \($0)" } ?? "no issue"
    case "offer": offer(call)
    case "auto-reply", "silent": call.autoReply == nil ? "silent" : "auto-reply"
    case "pending": numbers("pending", pending.map(\.id))
    case "told", "not": call.caller.told ? "told" : "not told"
    case "says": "says \(call.say.filter { $0 != "," })"
    case "rule": "rule \(call.rule ?? "none")"
    default: "\(call.verdict.rawValue) \(call.reason.rawValue)"
    }
  }

  private func offer(_ call: Call) -> String { call.surchargeOffer == nil ? "no offer" : "offer" }

  private func statusFact(_ status: Status, _ words: [String]) -> String? {
    switch words[0] {
    case "open", "closed": status.state.rawValue
    case "break", "no": status.isBreak == true ? "break" : "no break"
    case "pending": "pending \(status.pending)"
    case "due": "due \(status.due)"
    case "overdue": "overdue \(status.overdue)"
    case "unsent": "unsent \(status.unsent)"
    case "failed": "failed \(status.failed ?? 0)"
    case "uncertain": "uncertain \(status.uncertain ?? 0)"
    case "clock": "clock \(status.clock ?? "believed")"
    case "next": instant("next opening", status.nextOpening)
    case "until": instant("until", status.until)
    case "since": instant("since", status.since)
    case "override", "hours": status.override.map { "override \($0)" } ?? "hours hold"
    case "reason": "reason \(status.reason ?? "none")"
    default: nil
    }
  }

  /// `Sat 2026-11-28 10:00 to 14:00 open override 1`.
  private func intervalFact(_ intervals: [OfficeInterval], _ fact: String) -> String? {
    let all = intervals.map { interval in
      "\(zone.clock(interval.start)) to \(zone.civil(interval.end).time) \(interval.state.rawValue)"
        + (interval.override.map { " override \($0)" } ?? "")
    }
    return all.first { $0 == fact } ?? all.joined(separator: "; ")
  }

  private func instant(_ name: String, _ instant: Instant?) -> String {
    "\(name) \(instant.map(zone.clock) ?? "never")"
  }

  private func numbers(_ name: String, _ ids: [Int64]) -> String {
    ([name] + (ids.isEmpty ? ["none"] : ids.map(String.init))).joined(separator: " ")
  }
}
