// The heart: who calls, when, about what - and what to do. Reads like policy.md's table, row by row.

/// Callers as the table groups them.
public struct Callers: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A contact with `always = true`, of whatever class.
  public static let always = Callers(rawValue: 1)
  public static let personal = Callers(rawValue: 2)
  public static let unknown = Callers(rawValue: 4)
  public static let standard = Callers(rawValue: 8)
  public static let aroundTheClock = Callers(rawValue: 16)
  public static let client: Callers = [.standard, .aroundTheClock]
}

/// The office at the call's own time.
public struct OfficeAt: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let open = OfficeAt(rawValue: 1)
  public static let `break` = OfficeAt(rawValue: 2)
  /// A closed stretch that is no break.
  public static let closure = OfficeAt(rawValue: 4)
  public static let closed: OfficeAt = [.break, .closure]
  public static let any: OfficeAt = [.open, .break, .closure]
}

extension OfficeThen {
  /// What an instant's office is called, which is one of the three.
  init(_ office: OfficeAt) { self = office == .open ? .open : office == .break ? .break : .closed }
}

/// Whether the telephone still rings, or the ring ended unanswered.
public struct Ring: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let rings = Ring(rawValue: 1)
  public static let missed = Ring(rawValue: 2)
  public static let any: Ring = [.rings, .missed]
}

/// What is known of the trouble, and of who pays for it.
public struct Trouble: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let critical = Trouble(rawValue: 1)
  /// Normal, and the client accepted the surcharge that the owner offers.
  public static let surcharged = Trouble(rawValue: 2)
  /// Normal, and nobody pays more for it.
  public static let plain = Trouble(rawValue: 4)
  public static let untriaged = Trouble(rawValue: 8)
  public static let normal: Trouble = [.surcharged, .plain]
  public static let any: Trouble = [.critical, .surcharged, .plain, .untriaged]
}

/// When something owed is due.
public enum Due: Hashable, Sendable {
  case now, thisEvening, breakEnd, nextOpening
}

/// What a call leaves in the queue.
public struct Leaving: Hashable, Sendable {
  public let kind: IssueKind
  public let due: Due
  public var billable = false

  static func support(_ due: Due) -> Leaving { Leaving(kind: .support, due: due) }
  static func ringBack(_ due: Due) -> Leaving { Leaving(kind: .ringBack, due: due) }
  static let billableSupport = Leaving(kind: .support, due: .now, billable: true)
}

/// Everything that the table asks of a call.
public struct Facts: Hashable, Sendable {
  public var caller: Callers
  public var office: OfficeAt
  public var ring: Ring
  public var trouble: Trouble

  public init(caller: Callers, office: OfficeAt, ring: Ring, trouble: Trouble) {
    self.caller = caller
    self.office = office
    self.ring = ring
    self.trouble = trouble
  }
}

/// One rule of the policy; an empty column names nobody, a full one everybody.
public struct Row: Sendable {
  public let reason: Reason
  public let caller: Callers
  public let office: OfficeAt
  public let ring: Ring
  public let trouble: Trouble
  public let verdict: Verdict
  public let leaves: Leaving?

  init(
    _ reason: Reason, _ caller: Callers, _ office: OfficeAt, _ ring: Ring, _ trouble: Trouble,
    _ verdict: Verdict,
    leaves: Leaving? = nil
  ) {
    self.reason = reason
    self.caller = caller
    self.office = office
    self.ring = ring
    self.trouble = trouble
    self.verdict = verdict
    self.leaves = leaves
  }

  func matches(_ facts: Facts) -> Bool {
    !caller.isDisjoint(with: facts.caller) && office.contains(facts.office) && ring.contains(facts.ring)
      && trouble.contains(facts.trouble)
  }
}

/// A row of the decision table, by name.
public enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
  case always
  case alwaysMissed = "always-missed"
  case inHours = "in-hours"
  case inHoursMissed = "in-hours-missed"
  case personalCritical = "personal-critical"
  case personalCriticalMissed = "personal-critical-missed"
  case personalInHours = "personal-in-hours"
  case personalMissed = "personal-missed"
  case personalOutOfHours = "personal-out-of-hours"
  case contract
  case contractMissed = "contract-missed"
  case critical
  case criticalMissed = "critical-missed"
  case inBreak = "in-break"
  case surcharge
  case notCritical = "not-critical"
  case missedOutOfHours = "missed-out-of-hours"
  case stranger
  case notTriaged = "not-triaged"
}

/// policy.md's decision table: its rows, its order, its words. The first row that matches decides.
///
/// A contact with `always = true` is also what its class says, for the rows that `always` leaves over: there are none.
public let decisionTable: [Row] = [
  Row(.always, .always, .any, .rings, .any, .answer),
  Row(.alwaysMissed, .always, .any, .missed, .any, .ringBack, leaves: .ringBack(.now)),
  Row(.inHours, [.client, .unknown], .open, .rings, .any, .answer),
  Row(.inHoursMissed, [.client, .unknown], .open, .missed, .any, .ringBack, leaves: .ringBack(.now)),
  Row(.personalCritical, .personal, .any, .rings, .critical, .answer),
  Row(.personalCriticalMissed, .personal, .any, .missed, .critical, .ringBack, leaves: .ringBack(.now)),
  Row(.personalInHours, .personal, .open, .rings, .any, .decline, leaves: .ringBack(.thisEvening)),
  Row(.personalMissed, .personal, .any, .missed, .any, .ringBack, leaves: .ringBack(.thisEvening)),
  Row(.personalOutOfHours, .personal, .closed, .rings, .any, .answer),
  Row(.contract, .aroundTheClock, .closed, .rings, .any, .answer, leaves: .support(.now)),
  Row(.contractMissed, .aroundTheClock, .closed, .missed, .any, .ringBack, leaves: .ringBack(.now)),
  Row(.critical, [.client, .unknown], .closed, .rings, .critical, .answer, leaves: .support(.now)),
  Row(.criticalMissed, [.client, .unknown], .closed, .missed, .critical, .ringBack, leaves: .ringBack(.now)),
  Row(.inBreak, [.client, .unknown], .break, .any, .any, .defer, leaves: .ringBack(.breakEnd)),
  Row(.surcharge, .client, .closed, .rings, .surcharged, .answer, leaves: .billableSupport),
  Row(.notCritical, [.client, .unknown], .closed, .any, .normal, .defer, leaves: .support(.nextOpening)),
  Row(
    .missedOutOfHours, [.client, .unknown], .closed, .missed, .untriaged, .defer,
    leaves: .ringBack(.nextOpening)),
  Row(.stranger, .unknown, .closed, .rings, .untriaged, .defer, leaves: .ringBack(.nextOpening)),
  Row(.notTriaged, .client, .closed, .rings, .untriaged, .ask),
]

extension Facts {
  /// The row that decides. Every combination of facts has one, as a test that walks them all shows.
  public var row: Row {
    guard let row = decisionTable.first(where: { $0.matches(self) }) else {
      preconditionFailure("the decision table has no row for \(self)")
    }
    return row
  }
}
