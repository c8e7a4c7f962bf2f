// The daemon's replies as far as the screens show them. Unknown keys and words pass, so that a newer daemon is no error.

import FoundationEssentials
import HoursWire

/// Reads a reply; one that cannot be read comes from a daemon of another kind.
func decode<Reply: Decodable>(_ type: Reply.Type, from line: [UInt8]) throws(Failure) -> Reply {
  do { return try JSONDecoder().decode(type, from: Data(line)) } catch {
    throw .broken("the daemon's reply is not understood; --json shows it as it is")
  }
}

extension ErrorReply {
  /// The error that a reply is; nil when it is none.
  init?(line: [UInt8]) {
    guard line.starts(with: Array("{\"error\":".utf8)) else { return nil }
    guard let error = try? JSONDecoder().decode(ErrorReply.self, from: Data(line)) else {
      self.init(.internal, String(decoding: line, as: UTF8.self))
      return
    }
    self = error
  }
}

struct StatusReply: Decodable {
  let state: String
  let `break`: Bool?
  let unknown: Bool?
  let now: LocalTime
  let since: LocalTime?
  let until: LocalTime?
  let reason: String?
  let nextOpening: LocalTime?
  let pending: Int
  let due: Int
  let overdue: Int
  let unsent: Int?
  let nextReminder: LocalTime?
  let alarm: String?
  let clock: String?
  let configurationError: String?

  enum CodingKeys: String, CodingKey {
    case state, `break`, unknown, now, since, until, reason
    case nextOpening = "next_opening"
    case pending, due, overdue, unsent
    case nextReminder = "next_reminder"
    case alarm, clock
    case configurationError = "configuration_error"
  }
}

struct CallerReply: Decodable {
  let `class`: String
  let id: String?
  let name: String?
  let number: String?
  let contract: String?
  let always: Bool?
  let told: Bool?
}

struct CallReply: Decodable {
  struct Question: Decodable {
    let id: String
    let ask: String
  }

  let call: Int64
  let calledAt: LocalTime
  let caller: CallerReply
  let about: String?
  let severity: String
  let missed: Bool?
  let verdict: String
  let reason: String
  let say: String?
  let autoReply: String?
  let questions: [Question]?
  let surchargeOffer: String?
  let pending: [IssueReply]?
  let issue: Int64?
  let promised: LocalTime?
  let due: LocalTime?
  let outcome: String?
  let minutes: Int?

  enum CodingKeys: String, CodingKey {
    case call
    case calledAt = "called_at"
    case caller, about, severity, missed, verdict, reason, say
    case autoReply = "auto_reply"
    case questions
    case surchargeOffer = "surcharge_offer"
    case pending, issue, promised, due, outcome, minutes
  }
}

struct IssueReply: Decodable {
  let id: Int64
  let kind: String
  let state: String
  let `class`: String?
  let client: String?
  let name: String?
  let number: String?
  let about: String?
  let severity: String?
  let reason: String?
  let call: Int64?
  let queuedAt: LocalTime?
  let promised: LocalTime?
  let due: LocalTime
  let reminders: Int?
  let lastRemindedAt: LocalTime?
  let billable: Bool?
  let solution: String?
  let minutes: Int?
  let wasCritical: Bool?
  let why: String?
  let history: [EventReply]?

  enum CodingKeys: String, CodingKey {
    case id, kind, state, `class`, client, name, number, about, severity, reason, call
    case queuedAt = "queued_at"
    case promised, due, reminders
    case lastRemindedAt = "last_reminded_at"
    case billable, solution, minutes
    case wasCritical = "was_critical"
    case why, history
  }
}

/// Any event: what it is about differs, so all of that may be absent.
struct EventReply: Decodable {
  let seq: Int64
  let at: LocalTime
  let event: String
  let issues: [IssueReply]?
  let text: String?
  let state: String?
  let until: LocalTime?
  let changed: [String]?
  let call: Int64?
  let caller: CallerReply?
  let verdict: String?
  let outcome: String?
  let person: String?
  let channel: String?
  let about: String?
}

struct CallsReply: Decodable {
  let calls: [CallReply]
  let next: Int64?
}

struct IssuesReply: Decodable {
  let issues: [IssueReply]
  let next: Int64?
}

struct AddedReply: Decodable {
  let issue: Int64
  let due: LocalTime
  let promised: LocalTime?
}

struct ResolvedReply: Decodable { let state: String }

struct SnoozedReply: Decodable {
  let due: LocalTime
  let remindedAt: LocalTime?
  let promised: LocalTime?

  enum CodingKeys: String, CodingKey {
    case due
    case remindedAt = "reminded_at"
    case promised
  }
}

struct ToldReply: Decodable { let told: Bool }

struct LookupReply: Decodable { let caller: CallerReply }

struct AckedReply: Decodable { let acked: Int64 }

struct ReloadedReply: Decodable {
  let changed: [String]
  let affected: [IssueReply]?
}

struct TickedReply: Decodable {
  let events: [String]
  let due: [IssueReply]?
}
