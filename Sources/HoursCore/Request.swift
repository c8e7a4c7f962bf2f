// What can be asked of the office, already understood: no text in here is interpreted again.

import Civil

/// A request, parsed.
public enum Request: Hashable, Sendable {
  case help
  case version
  case status(at: TimeExpression?)
  case hours(from: TimeExpression?, to: TimeExpression?)
  case workingAdd(seconds: Int64, from: TimeExpression?)
  case workingBetween(from: TimeExpression, to: TimeExpression)
  case call(Incoming)
  case triage(Triage)
  case end(call: Int64, Outcome, minutes: Int?)
  case told(Hearer, Channel)
  case calls(CallQuery)
  case issues(IssueQuery)
  case issue(Int64)
  case add(Addition)
  case resolve(Resolution)
  case snooze(Int64, until: TimeExpression)
  case note(Int64, text: String)
  case drop(Int64, why: String?)
  case reopen(Int64, promised: TimeExpression?)
  case messages(MessageQuery)
  case message(Int64)
  case mailEdit(MessageEdit)
  case mailSend(Int64)
  case waive(issue: Int64)
  case mailClaim(Int64)
  case mailSent(Int64)
  case mailFailed(Int64, error: String, later: Bool)
  case override(OverrideWish)
  case overrides
  case endOverride(Int64)
  case lookup(from: String?, name: String?)
  case contacts
  case supportHours(language: String?, HoursForm)
  case report(ReportQuery)
  case forget(Forgettable)
  case watch(Watch)
  case snapshot
  case ack(seq: Int64, as: String?)
  case reload
  case tick
}

/// A call that comes in, or came in earlier.
public struct Incoming: Hashable, Sendable {
  public var from: String?
  public var name: String?
  public var about: String?
  public var severity: Severity?
  public var missed = false
  public var surcharge: SurchargeReply?
  /// Not in the future.
  public var at: TimeExpression?

  public init() {}
}

/// What was learned about a call.
public struct Triage: Hashable, Sendable {
  public var call: Int64
  public var about: String?
  public var severity: Severity?
  public var answers: [String: Bool]?
  public var surcharge: SurchargeReply?
  /// The pending issue that the call is about.
  public var issue: Int64?

  public init(call: Int64) { self.call = call }
}

/// Who heard the policy.
public enum Hearer: Hashable, Sendable {
  case call(Int64)
  case client(String)
}

/// Something that the owner puts into the queue.
public struct Addition: Hashable, Sendable {
  public var about: String
  public var client: String?
  public var kind: IssueKind?
  public var due: TimeExpression?
  public var promised: TimeExpression?

  public init(about: String) { self.about = about }
}

/// How an issue was solved.
public struct Resolution: Hashable, Sendable {
  public var id: Int64
  /// Required for support.
  public var solution: String?
  public var minutes: Int?
  public var wasCritical: Bool?
  /// The follow-up goes out as it is drafted, where one is owed.
  public var send = false

  public init(id: Int64) { self.id = id }
}

/// Other words for a message.
public struct MessageEdit: Hashable, Sendable {
  public var id: Int64
  public var subject: String?
  public var body: String?

  public init(id: Int64) { self.id = id }
}

/// A stretch that the owner wants open or closed against the hours.
public struct OverrideWish: Hashable, Sendable {
  public var state: OfficeState
  /// Now, unless it is said.
  public var from: TimeExpression?
  /// When it ends: the end of a day, or when the hours change next, unless it is said.
  public var until: TimeExpression?
  public var reason: String?

  public init(_ state: OfficeState) { self.state = state }
}

/// Which calls, newest first.
public struct CallQuery: Hashable, Sendable {
  /// A contact, by id or name.
  public var client: String?
  /// The same contact as ``Caller/person``; the office works it out.
  public var person: String?
  /// Calls older than this one.
  public var before: Int64?
  public var limit = Limits.defaultPage

  public init() {}
}

/// Which issues, oldest first.
public struct IssueQuery: Hashable, Sendable {
  public var states: Set<IssueState> = [.pending, .solved]
  public var kind: IssueKind?
  /// A contact, by id or name.
  public var client: String?
  /// The same contact as ``Caller/person``; the office works it out.
  public var person: String?
  public var dueBy: TimeExpression?
  /// Issues younger than this one.
  public var after: Int64?
  public var limit = Limits.defaultPage

  public init() {}
}

/// Which messages, oldest first.
public struct MessageQuery: Hashable, Sendable {
  public var states = MessageState.unsent
  public var issue: Int64?
  /// Messages younger than this one.
  public var after: Int64?
  public var limit = Limits.defaultPage

  public init() {}
}

/// What a watcher wants to hear.
public struct Watch: Hashable, Sendable {
  /// The last event that it knows.
  public var since: Int64?
  /// The name under which its position is kept.
  public var name: String?
  /// Names of events, or the part before the dot; empty: all.
  public var only: [String] = []

  public init() {}
}

/// An instant as people say it; the office works out which one is meant.
public enum TimeExpression: Hashable, Sendable {
  case instant(Instant)
  case now
  case tonight
  /// The first opening of so many business days later.
  case businessDay(Int)
  /// The next time that the office's clocks show this.
  case clock(CivilTime)
  case civil(CivilDateTime)
  /// A day alone: where a stretch of time is asked for its midnight, else an instant on which it begins for people.
  case day(Day)
  case on(Day, CivilTime)
  /// Seconds from now; negative for what is over.
  case later(Int64)
  /// Seconds of working time from now.
  case laterWorking(Int64)

  /// policy.md's word.
  public static let nextBusinessDay = businessDay(1)
}

/// A day as people name it.
public enum Day: Hashable, Sendable {
  /// So many days from today: 0 is today, 1 tomorrow, -1 yesterday.
  case away(Int)
  /// The coming one; a bare one is never today.
  case weekday(Weekday)
  /// The coming date of this month (1 to 12) and day (1 to 31), which may be today.
  case yearly(month: Int, day: Int)
  case date(CivilDate)
}
