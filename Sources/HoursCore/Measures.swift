// What is measured, because nobody measures it: policy.md's numbers, as they are reported.

import Civil

/// The counts of a window, for everybody or for one person; where two belong together, `…Of` is the denominator.
public struct Measures: Codable, Hashable, Sendable {
  /// Calls whose own time lies in the window. All else is counted of these.
  public var calls = 0
  /// Clients' calls while the office was closed and it was no break, up to the time when they were first told.
  public var outOfHoursBeforeTold = 0
  public var outOfHoursAfterTold = 0
  /// Friends' calls while the office was open, likewise.
  public var inHoursBeforeTold = 0
  public var inHoursAfterTold = 0
  /// Promises of the next opening that were met, of those that were met or broken; what still runs is neither.
  public var nextBusinessDayKept = 0
  public var nextBusinessDayOf = 0
  public var nextBusinessDayRunning = 0
  /// Promises of this evening.
  public var tonightKept = 0
  public var tonightOf = 0
  public var tonightRunning = 0
  /// Clients' calls in working hours that were answered, of those whose end is known.
  public var pickedUp = 0
  public var pickedUpOf = 0
  public var endNotTold = 0
  /// Calls out of hours that were answered although the policy deferred them, of all that it deferred.
  public var ownExceptions = 0
  public var ownExceptionsOf = 0
  /// Solved critical issues that were not critical, of those that were looked at again.
  public var falseAlarms = 0
  public var falseAlarmsOf = 0
  public var notLookedAt = 0
  /// Calls in which the surcharge was offered, and accepted.
  public var surchargeOffered = 0
  public var surchargeAccepted = 0
  /// The owner's time on what was accepted.
  public var surchargeMinutes = 0

  public init() {}

  public enum CodingKeys: String, CodingKey, CaseIterable {
    case calls
    case outOfHoursBeforeTold = "out_of_hours_before_told"
    case outOfHoursAfterTold = "out_of_hours_after_told"
    case inHoursBeforeTold = "in_hours_before_told"
    case inHoursAfterTold = "in_hours_after_told"
    case nextBusinessDayKept = "next_business_day_kept"
    case nextBusinessDayOf = "next_business_day_of"
    case nextBusinessDayRunning = "next_business_day_running"
    case tonightKept = "tonight_kept"
    case tonightOf = "tonight_of"
    case tonightRunning = "tonight_running"
    case pickedUp = "picked_up"
    case pickedUpOf = "picked_up_of"
    case endNotTold = "end_not_told"
    case ownExceptions = "own_exceptions"
    case ownExceptionsOf = "own_exceptions_of"
    case falseAlarms = "false_alarms"
    case falseAlarmsOf = "false_alarms_of"
    case notLookedAt = "not_looked_at"
    case surchargeOffered = "surcharge_offered"
    case surchargeAccepted = "surcharge_accepted"
    case surchargeMinutes = "surcharge_minutes"
  }
}

/// The counts of one person, or of all strangers together.
public struct PersonMeasures: Encodable, Hashable, Sendable {
  /// See ``Caller/person``; absent for the strangers.
  public var person: String?
  public var `class`: CallerClass
  /// The contact's id, and the name under which the last call came.
  public var id: String?
  public var name: String?
  /// When they first heard the policy.
  public var firstToldAt: Instant?
  public var measures = Measures()

  private enum CodingKeys: String, CodingKey {
    case person, `class`, id, name
    case firstToldAt = "first_told_at"
  }

  public init(person: String?, class: CallerClass) {
    self.person = person
    self.class = `class`
  }

  /// The measures stand in the same object.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encodeIfPresent(person, forKey: .person)
    try object.encode(`class`, forKey: .class)
    try object.encodeIfPresent(id, forKey: .id)
    try object.encodeIfPresent(name, forKey: .name)
    try object.encodeIfPresent(firstToldAt, forKey: .firstToldAt)
    try measures.encode(to: encoder)
  }
}

/// A report: the window, everybody's counts, and each person's.
public struct Report: Encodable, Hashable, Sendable {
  /// The window's first instant, and the first one after it.
  public var from: Instant
  public var to: Instant
  /// The only contact that was counted, by id.
  public var client: String?
  public var total: Measures
  /// Clients, then friends, then the strangers together; the ones who called most first.
  public var persons: [PersonMeasures]

  public init(
    from: Instant, to: Instant, client: String?, total: Measures, persons: [PersonMeasures]
  ) {
    self.from = from
    self.to = to
    self.client = client
    self.total = total
    self.persons = persons
  }
}

extension Report {
  private enum CodingKeys: String, CodingKey {
    case from, to, client, persons
  }

  /// Everybody's counts stand in the object itself.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(from, forKey: .from)
    try object.encode(to, forKey: .to)
    try object.encodeIfPresent(client, forKey: .client)
    try total.encode(to: encoder)
    try object.encode(persons, forKey: .persons)
  }
}
