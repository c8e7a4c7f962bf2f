// Something owed to a caller: what the queue is made of.

import Civil

/// Something owed to a caller.
public struct Issue: Codable, Hashable, Sendable {
  public var id: Int64
  public var kind: IssueKind
  public var state: IssueState
  public var `class`: CallerClass
  /// The client's id.
  public var client: String?
  /// The caller's name as it is known, for the owner's eyes.
  public var name: String?
  public var number: String?
  /// What tells this person from others; see ``Caller/person``.
  public var person: String?
  public var about: String?
  public var severity: Severity
  /// The row of the decision table that queued it; absent when the owner did.
  public var reason: Reason?
  /// The call that queued it.
  public var call: Int64?
  /// How many calls it stands for.
  public var calls: Int
  /// When the caller last called about it; absent when they never did.
  public var lastCalledAt: Instant?
  /// Reminded at once, in any state of the office: critical, under contract, surcharged, or from an `always` contact.
  public var atOnce: Bool
  /// The owner took the call, and so is on it already.
  public var answered: Bool
  /// The surcharge was accepted.
  public var billable: Bool
  /// The client has an address, so that the closing duty applies.
  public var mailable: Bool
  public var queuedAt: Instant
  /// What the caller heard; never changes.
  public var promised: Instant?
  /// When the owner will be reminded.
  public var due: Instant
  /// How often it was reminded since it became due.
  public var reminders: Int
  public var lastRemindedAt: Instant?
  public var solution: String?
  /// The owner's time, in minutes.
  public var minutes: Int?
  public var wasCritical: Bool?
  public var solvedAt: Instant?
  public var settledAt: Instant?
  /// Why it was dropped.
  public var why: String?

  enum CodingKeys: String, CodingKey {
    case id, kind, state, `class`, client, name, number, person, about, severity, reason, call, calls
    case lastCalledAt = "last_called_at"
    case atOnce = "at_once"
    case answered, billable, mailable
    case queuedAt = "queued_at"
    case promised, due, reminders
    case lastRemindedAt = "last_reminded_at"
    case solution, minutes
    case wasCritical = "was_critical"
    case solvedAt = "solved_at"
    case settledAt = "settled_at"
    case why
  }

  /// A new issue owed to a caller.
  init(
    id: Int64, kind: IssueKind, caller: Caller?, about: String?, severity: Severity, queuedAt: Instant,
    promised: Instant?, due: Instant
  ) {
    self.id = id
    self.kind = kind
    self.state = .pending
    self.class = caller?.class ?? .unknown
    self.client = caller?.class == .client ? caller?.id : nil
    self.name = caller?.name
    self.number = caller?.number
    self.person = caller?.person
    self.about = about
    self.severity = severity
    self.calls = 0
    self.atOnce = false
    self.answered = false
    self.billable = false
    self.mailable = caller?.class == .client && caller?.email != nil
    self.queuedAt = queuedAt
    self.promised = promised
    self.due = due
    self.reminders = 0
  }

  /// Reminded while the office is closed, for friends are rung back in the evening.
  var isPersonal: Bool { `class` == .personal && kind == .ringBack }

  /// Due anew: earlier reminders count no more.
  mutating func becomeDue(at instant: Instant) {
    due = instant
    reminders = 0
    lastRemindedAt = nil
  }

  /// One more call is about it.
  mutating func take(_ call: Call) {
    calls += 1
    lastCalledAt = max(lastCalledAt ?? call.calledAt, call.calledAt)
  }

  mutating func settle(at now: Instant) {
    state = .settled
    settledAt = now
  }
}
