// An event as the journal shows it. Nothing that callers said is here, nor why the owner is away: clients and overrides
// appear by id, friends by class only.

import Civil
import HoursCore
import HoursWire
import Systemd

/// One entry of the journal.
struct JournalEntry {
  let message: String
  /// As syslog counts: 4 warning, 5 notice, 6 information.
  let priority: Int
  let fields: [JournalField]

  init(_ line: EventLine, zone: Zone) {
    let event = line.event
    message = Self.message(event, in: zone)
    priority = Self.priority(event)
    var fields = [
      JournalField("MESSAGE", message), JournalField("PRIORITY", String(priority)),
      JournalField("SYSLOG_IDENTIFIER", "hoursd"), JournalField("HOURSD_EVENT", event.name),
      JournalField("HOURSD_SEQ", String(line.seq)),
    ]
    if let id = messageIDs[event.name] { fields.append(JournalField("MESSAGE_ID", id)) }
    for issue in event.mentions { fields.append(JournalField("HOURSD_ISSUE", String(issue))) }
    switch event.body {
    case .call(_, let call):
      fields.append(JournalField("HOURSD_CALL", String(call.id)))
      fields.append(JournalField("HOURSD_VERDICT", call.verdict.rawValue))
      if call.caller.class == .client, let id = call.caller.id {
        fields.append(JournalField("HOURSD_CLIENT", id))
      }
    case .override(_, let override): fields.append(JournalField("HOURSD_OVERRIDE", String(override.id)))
    case .office(_, let state):
      if let id = state.override { fields.append(JournalField("HOURSD_OVERRIDE", String(id))) }
    case .mail(_, let message):
      fields.append(JournalField("HOURSD_MESSAGE", String(message.id)))
      if let client = message.client { fields.append(JournalField("HOURSD_CLIENT", client)) }
    case .told(let told):
      if let client = told.client { fields.append(JournalField("HOURSD_CLIENT", client)) }
    default:
      for client in Set(event.issues.compactMap(\.client)).sorted() {
        fields.append(JournalField("HOURSD_CLIENT", client))
      }
    }
    self.fields = fields
  }

  private static func priority(_ event: Event) -> Int {
    switch event.body {
    case .due(let issues): issues.contains(where: \.atOnce) ? 4 : 5
    case .mail(.failed, _), .mail(.uncertain, _): 4
    case .call, .issue(.queued, _, _): 5
    default: 6
    }
  }

  private static func message(_ event: Event, in zone: Zone) -> String {
    func local(_ instant: Instant) -> String { shortTime(instant, seenFrom: event.at, in: zone) }
    switch event.body {
    case .office(_, let state):
      let reason = (state.override.map { "override \($0)" } ?? state.reason).map { " (\($0))" } ?? ""
      let kind = state.isBreak == true ? "closed for a break" : state.state.rawValue
      return "The office is \(kind)" + (state.until.map { " until \(local($0))" } ?? "") + reason
    case .configured(let changed): return "The configuration has changed: \(changed.joined(separator: ", "))"
    case .override(.made, let override):
      let begin = override.from > event.at ? " from \(local(override.from))" : ""
      return "Override \(override.id): \(override.state.rawValue)\(begin) until \(local(override.until))"
    case .override(.ended, let override):
      let end = override.until == override.from ? "is taken back" : "has ended"
      return "Override \(override.id) (\(override.state.rawValue)) \(end)"
    case .call(let news, let call):
      var text =
        "Call \(call.id) from \(who(call.caller.class, call.caller.id)) \(news.rawValue): \(call.verdict.rawValue)"
      text += " (\(call.reason.rawValue))"
      if let issue = call.issue { text += ", issue \(issue)" }
      if let due = call.due { text += " due \(local(due))" }
      return text
    case .told(let told):
      return
        "\(told.client.map { "Client \($0)" } ?? "A caller") has heard the policy (\(told.channel.rawValue))"
    case .forgotten(let forgotten):
      return "A caller was forgotten (calls: \(forgotten.removed.calls), issues: \(forgotten.removed.issues))"
    case .due(let issues):
      guard issues.count == 1, let issue = issues.first else {
        return
          "\(issues.count) issues are due: \(issues.prefix(20).map { String($0.id) }.joined(separator: ", "))"
      }
      return "\(name(issue)) is due"
    case .issue(.queued, let issue, _): return "\(name(issue)) is queued, due \(local(issue.due))"
    case .issue(.snoozed, let issue, _): return "\(name(issue)) is snoozed until \(local(issue.due))"
    case .mail(let news, let message): return mail(news, message, local)
    case .issue(let news, let issue, _): return "\(name(issue)) is \(news.rawValue)"
    }
  }

  private static func mail(_ news: MailNews, _ message: Message, _ local: (Instant) -> String) -> String {
    let name = "Message \(message.id) about issue \(message.issue)"
    let next = message.nextTry.map { "next try \(local($0))" } ?? ""
    return switch news {
    case .drafted: "\(name) is drafted"
    case .queued: "\(name) is queued, \(next)"
    case .due: "\(name) is to be sent now"
    case .sending: "\(name) is being sent (try \(message.tries))"
    case .sent: "\(name) was sent"
    case .failed: "\(name) could not be sent (try \(message.tries)), \(next)"
    case .uncertain: "Nobody knows whether message \(message.id) about issue \(message.issue) was sent"
    case .waived: "\(name) is \(message.state.rawValue)"
    }
  }

  private static func name(_ issue: Issue) -> String {
    "Issue \(issue.id) (\(issue.kind.rawValue), \(who(issue.class, issue.client)))"
  }

  private static func who(_ class: CallerClass, _ id: String?) -> String {
    switch `class` {
    case .client: "client \(id ?? "?")"
    case .personal: "a personal contact"
    case .unknown: "an unknown caller"
    }
  }
}

/// A time as short as it can be without a doubt: `18:00`, `Tue 09:00`, `Mon 30 Nov 09:00`.
func shortTime(_ instant: Instant, seenFrom now: Instant, in zone: Zone) -> String {
  let civil = zone.civil(instant)
  let days = civil.date.dayNumber - zone.civil(now).date.dayNumber
  let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][civil.date.weekday.rawValue - 1]
  switch days {
  case 0: return "\(civil.time)"
  case 1...6: return "\(weekday) \(civil.time)"
  default: return "\(weekday) \(civil.date) \(civil.time)"
  }
}
