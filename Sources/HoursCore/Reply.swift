// What the office answers, as values; HoursWire writes them down.

import Civil

/// An answer to a request.
public enum Reply: Sendable {
  case status(Status)
  case hours([OfficeInterval])
  case workingAdd(at: Instant)
  case workingBetween(seconds: Int64)
  case call(Call, pending: [Issue])
  case calls([Call], next: Int64?)
  case issues([Issue], next: Int64?)
  case issue(Issue)
  case history(Issue, events: [[UInt8]])
  case added(issue: Int64, due: Instant, promised: Instant?)
  /// The follow-up, when one is owed. `notLookedAt`: it was critical, and nobody has said whether it really was.
  case resolved(IssueState, Message?, notLookedAt: Bool)
  case snoozed(due: Instant, remindedAt: Instant?, promised: Instant?)
  case messages([Message], next: Int64?)
  /// With its text where it is to be shown or sent.
  case message(Message, text: String?)
  /// With its text, and the mail command that reads it.
  case claimed(Message, text: String, command: [String])
  /// What became of a try: the state, and when the next one is.
  case mailed(Message)
  /// Refused, and yet something was learned: the events hold all the same.
  case refused(Refusal)
  case override(Override, affected: [Issue])
  case overrides([Override])
  case caller(Caller)
  case contacts([Contact])
  case supportHours(PublishedHours)
  case report(Report)
  case forgotten(Removed, isInConfiguration: Bool)
  case told(Bool)
  case ticked([Event])
  case reloaded(changed: [String], affected: [Issue])
}

/// What the office thinks right now, on one screen.
public struct Status: Codable, Hashable, Sendable {
  public var state: OfficeState
  /// Closed, between two intervals of one business day.
  public var isBreak: Bool?
  /// The hours say neither open nor closed; counted as closed.
  public var isUnknown: Bool?
  public var now: Instant
  public var since: Instant?
  public var until: Instant?
  public var reason: String?
  /// The override that holds, by its id.
  public var override: Int64?
  public var nextOpening: Instant?
  public var zone: String
  /// The system's zone, while its clocks show something else; the daemon fills it in.
  public var systemZone: String?
  /// The working hours in canonical form, before absences and overrides.
  public var hours: String
  public var pending: Int
  public var due: Int
  public var overdue: Int
  /// Follow-ups that were not sent yet.
  public var unsent: Int
  /// Of these, tries that failed; nil when there are none.
  public var failed: Int?
  /// Of these, tries that nobody knows the end of; nil when there are none.
  public var uncertain: Int?
  public var nextReminder: Instant?
  /// Who wakes the daemon: `systemd` or `internal`; the daemon fills it in.
  public var alarm: String?
  /// `behind` while the clock cannot be believed.
  public var clock: String?
  public var configurationError: String?
  /// When the files were read that the configuration in force was made of; nil while it is an earlier one.
  public var configurationAt: Instant?
  /// What the owner should know in time, a sentence each; nil when there is nothing.
  public var warnings: [String]?
  /// The newest event.
  public var seq: Int64

  enum CodingKeys: String, CodingKey {
    case state
    case isBreak = "break"
    case isUnknown = "unknown"
    case now, since, until, reason, override
    case nextOpening = "next_opening"
    case zone
    case systemZone = "system_zone"
    case hours, pending, due, overdue, unsent, failed, uncertain
    case nextReminder = "next_reminder"
    case alarm, clock
    case configurationError = "configuration_error"
    case configurationAt = "configuration_at"
    case warnings, seq
  }
}
