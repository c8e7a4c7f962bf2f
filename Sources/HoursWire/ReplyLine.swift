// Replies as objects with the protocol's keys.

import Civil
import HoursCore

/// A piece of JSON that was written earlier and goes out as it is.
struct WrittenJSON: Encodable {
  let bytes: [UInt8]

  func encode(to encoder: any Encoder) throws {
    preconditionFailure("only LineEncoder writes what was written before")
  }
}

/// A reply, ready to be written.
public struct ReplyLine: Encodable {
  let reply: Reply

  public init(_ reply: Reply) { self.reply = reply }

  private enum Key: String, CodingKey {
    case pending, calls, issues, next, history, issue, due, promised, state
    case remindedAt = "reminded_at"
    case notLookedAt = "not_looked_at"
    case inConfiguration = "in_configuration"
    case id, message, messages, text, command
    case nextTry = "next_try"
    case openingHours = "opening_hours"
    case jsonLD = "json_ld"
    case removed, caller, contacts, told, events, changed, affected, overrides, intervals, at, working
  }

  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    switch reply {
    case .status(let status): try status.encode(to: encoder)
    case .hours(let intervals): try object.encode(intervals, forKey: .intervals)
    case .workingAdd(let at): try object.encode(at, forKey: .at)
    case .workingBetween(let seconds): try object.encode(seconds, forKey: .working)
    case .call(let call, let pending):
      try call.encode(to: encoder)
      if !pending.isEmpty { try object.encode(pending, forKey: .pending) }
    case .calls(let calls, let next):
      try object.encode(calls, forKey: .calls)
      try object.encodeIfPresent(next, forKey: .next)
    case .issues(let issues, let next):
      try object.encode(issues, forKey: .issues)
      try object.encodeIfPresent(next, forKey: .next)
    case .issue(let issue): try issue.encode(to: encoder)
    case .history(let issue, let events):
      try issue.encode(to: encoder)
      try object.encode(events.map(WrittenJSON.init), forKey: .history)
    case .added(let issue, let due, let promised):
      try object.encode(issue, forKey: .issue)
      try object.encode(due, forKey: .due)
      try object.encodeIfPresent(promised, forKey: .promised)
    case .resolved(let state, let message, let notLookedAt):
      try object.encode(state, forKey: .state)
      try object.encodeIfPresent(message, forKey: .message)
      if notLookedAt { try object.encode(true, forKey: .notLookedAt) }
    case .messages(let messages, let next):
      try object.encode(messages, forKey: .messages)
      try object.encodeIfPresent(next, forKey: .next)
    case .message(let message, let text):
      try message.encode(to: encoder)
      try object.encodeIfPresent(text, forKey: .text)
    case .claimed(let message, let text, let command):
      try message.encode(to: encoder)
      try object.encode(text, forKey: .text)
      try object.encode(command, forKey: .command)
    case .mailed(let message):
      try object.encode(message.id, forKey: .id)
      try object.encode(message.state, forKey: .state)
      try object.encodeIfPresent(message.nextTry, forKey: .nextTry)
    case .refused(let refusal):
      try ErrorReply(refusal, zone: encoder.userInfo[.zone] as? Zone ?? .utc).encode(to: encoder)
    case .snoozed(let due, let remindedAt, let promised):
      try object.encode(due, forKey: .due)
      try object.encodeIfPresent(remindedAt, forKey: .remindedAt)
      try object.encodeIfPresent(promised, forKey: .promised)
    case .override(let override, let affected):
      try override.encode(to: encoder)
      try object.encode(affected, forKey: .affected)
    case .overrides(let overrides): try object.encode(overrides, forKey: .overrides)
    case .caller(let caller): try object.encode(caller, forKey: .caller)
    case .contacts(let contacts): try object.encode(contacts, forKey: .contacts)
    case .supportHours(.text(let text)): try object.encode(text, forKey: .text)
    case .supportHours(.openingHours(let hours)): try object.encode(hours, forKey: .openingHours)
    case .supportHours(.jsonLD(let hours)): try object.encode(hours, forKey: .jsonLD)
    case .forgotten(let removed, let isInConfiguration):
      try object.encode(removed, forKey: .removed)
      if isInConfiguration { try object.encode(true, forKey: .inConfiguration) }
    case .report(let report): try report.encode(to: encoder)
    case .told(let told): try object.encode(told, forKey: .told)
    case .ticked(let events):
      try object.encode(events.map(\.name), forKey: .events)
      let due = events.flatMap { event in if case .due(let issues) = event.body { issues } else { [Issue]() }
      }
      if !due.isEmpty { try object.encode(due, forKey: .due) }
    case .reloaded(let changed, let affected):
      try object.encode(changed, forKey: .changed)
      try object.encode(affected, forKey: .affected)
    }
  }
}

/// The answer to `help`.
public struct HelpReply: Encodable {
  let verbs = HoursWire.verbs.map(\.usage)

  public init() {}
}

/// The answer to `version`.
public struct VersionReply: Codable, Sendable {
  public let version: String
  public let `protocol`: Int

  public init() {
    version = programVersion
    `protocol` = 1
  }
}

/// The version of both programs.
public let programVersion = "0.1.0"

/// The answer to `watch`; events follow it.
public struct WatchReply: Encodable {
  let watching = true
  let seq: Int64

  public init(seq: Int64) { self.seq = seq }
}

/// The answer to `snapshot`.
public struct SnapshotReply: Codable, Sendable {
  /// The log's file.
  public let log: String
  /// The last event in it.
  public let seq: Int64

  public init(log: String, seq: Int64) {
    self.log = log
    self.seq = seq
  }
}

/// The answer to `ack`.
public struct AckReply: Encodable {
  let acked: Int64

  public init(acked: Int64) { self.acked = acked }
}
