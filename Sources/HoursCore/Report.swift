// The report: which calls are counted, and as what.
//
// Everything hangs on calls, each counted in the window in which it rang. An issue is counted with the call that queued
// it, so that no promise is counted twice when later calls join it.

import Civil

/// Which window, and whom.
public struct ReportQuery: Hashable, Sendable {
  /// Its first instant; unless it is said, the beginning of a month.
  public var from: TimeExpression?
  /// The first instant after it; unless it is said, the end of this month, or now when `from` is said.
  public var to: TimeExpression?
  /// A contact, by id or name.
  public var client: String?

  public init() {}
}

/// What is counted of a call. Only this is read of it, for a year has many.
public struct CountedCall: Decodable, Hashable, Sendable {
  public struct Person: Decodable, Hashable, Sendable {
    let `class`: CallerClass
    let id: String?
    let name: String?
    let told: Bool

    /// Who it is, as ``Caller/person``; nil for whoever is in no book.
    var contact: String? {
      guard `class` != .unknown, let id else { return nil }
      return id.hasPrefix(Caller.forgotten) ? id : "\(`class`.rawValue):\(id)"
    }
  }

  public let id: Int64
  public let calledAt: Instant
  let caller: Person
  let missed: Bool
  let surcharge: SurchargeReply?
  let verdict: Verdict
  let office: OfficeThen?
  let surchargeOffer: String?
  /// The issue that it left or joined.
  public let issue: Int64?
  let outcome: Outcome?
  let minutes: Int?
  let ownException: Bool?

  /// What is counted of a whole call.
  init(_ call: Call) {
    id = call.id
    calledAt = call.calledAt
    let who = call.caller
    caller = Person(class: who.class, id: who.id, name: who.name, told: who.told)
    missed = call.missed
    surcharge = call.surcharge
    verdict = call.verdict
    office = call.office
    surchargeOffer = call.surchargeOffer
    issue = call.issue
    outcome = call.outcome
    minutes = call.minutes
    ownException = call.ownException
  }

  private enum CodingKeys: String, CodingKey {
    case id = "call"
    case calledAt = "called_at"
    case caller, missed, surcharge, verdict, office
    case surchargeOffer = "surcharge_offer"
    case issue, outcome, minutes
    case ownException = "own_exception"
  }
}

/// What is counted of an issue.
public struct CountedIssue: Decodable, Hashable, Sendable {
  let kind: IssueKind
  let state: IssueState
  let severity: Severity
  let reason: Reason?
  let call: Int64?
  let billable: Bool
  let promised: Instant?
  let minutes: Int?
  let wasCritical: Bool?
  let solvedAt: Instant?
  let settledAt: Instant?

  /// What is counted of a whole issue.
  init(_ issue: Issue) {
    kind = issue.kind
    state = issue.state
    severity = issue.severity
    reason = issue.reason
    call = issue.call
    billable = issue.billable
    promised = issue.promised
    minutes = issue.minutes
    wasCritical = issue.wasCritical
    solvedAt = issue.solvedAt
    settledAt = issue.settledAt
  }

  private enum CodingKeys: String, CodingKey {
    case kind, state, severity, reason, call, billable, promised, minutes
    case wasCritical = "was_critical"
    case solvedAt = "solved_at"
    case settledAt = "settled_at"
  }

  /// When the caller got what was promised.
  var doneAt: Instant? { solvedAt ?? settledAt }
}

/// A report in the making: it is counted in pages, so that nobody else waits for all of it.
public struct Reporting: Sendable {
  private let window: Range<Instant>
  private let query: ReportQuery
  private let person: String?
  private let isKnown: Bool
  private var count: ReportCount
  private var last: CountedCall?

  fileprivate init(_ query: ReportQuery, office: Office, at now: Instant) throws(Refusal) {
    self.query = query
    window = try office.plan.window(of: query, at: now)
    person = query.client.map(office.person)
    isKnown = query.client.map { (try? office.client($0)) != nil } ?? true
    count = ReportCount(plan: office.plan, told: office.told, now: now)
  }

  /// Counts a page more.
  ///
  /// - Returns: The report, when all is counted.
  public mutating func goOn(_ archive: some Archive) throws(Refusal) -> Reply? {
    let page = try archive.countedCalls(in: window, person: person, after: last, limit: Limits.reportPage)
    for (call, issue) in page { count.add(call, issue) }
    last = page.last?.call
    guard page.count < Limits.reportPage else { return nil }
    if count.isEmpty, !isKnown, let name = query.client { throw .noSuchClient(name) }
    return .report(count.report(window, client: query.client))
  }
}

extension Office {
  /// Begins a report; it is of this moment, whatever happens before it is done.
  public func reporting(_ query: ReportQuery, at now: Instant) throws(Refusal) -> Reporting {
    try Reporting(query, office: self, at: now)
  }

  func report(_ query: ReportQuery, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    var reporting = try reporting(query, at: now)
    while true {
      if let reply = try reporting.goOn(archive) { return Decision(events: [], reply: reply) }
    }
  }
}

extension Plan {
  /// This month, unless another window is asked for.
  fileprivate func window(of query: ReportQuery, at now: Instant) throws(Refusal) -> Range<Instant> {
    let from = try query.from.map { from throws(Refusal) in try pastEdge(of: from, at: now) }
    let to = try query.to.map { to throws(Refusal) in try pastEdge(of: to, at: now) }
    // What happens in this very second belongs to what happened until now.
    let end = to ?? (from == nil ? startOfMonth(around: now, later: 1) : now + 1)
    let start = from ?? startOfMonth(around: to.map { $0 + -1 } ?? now)
    guard start <= end else { throw .endsBeforeItBegins(from: start, to: end) }
    return start..<end
  }

  private func startOfMonth(around instant: Instant, later months: Int = 0) -> Instant {
    let date = date(of: instant)
    let first = date.adding(days: 1 - date.day)
    // No month has more than 31 days, and none less than 28.
    guard months > 0 else { return startOfDay(first) }
    return startOfMonth(around: startOfDay(first.adding(days: 32)), later: months - 1)
  }
}
