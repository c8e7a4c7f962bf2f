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
    fileprivate var contact: String? {
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
  fileprivate var doneAt: Instant? { solvedAt ?? settledAt }
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

/// The counts as they grow, call by call.
struct ReportCount: Sendable {
  private let plan: Plan
  private let told: [String: Told]
  private let now: Instant
  /// By ``Caller/person``; strangers together under nil.
  private var persons: [String?: PersonMeasures] = [:]
  /// Many are promised the same opening.
  private var broken: [Promise: Instant?] = [:]

  private struct Promise: Hashable {
    let kind: IssueKind
    let instant: Instant
  }

  init(plan: Plan, told: [String: Told], now: Instant) {
    self.plan = plan
    self.told = told
    self.now = now
  }

  var isEmpty: Bool { persons.isEmpty }

  mutating func add(_ call: CountedCall, _ issue: CountedIssue?) {
    // Another call has queued it, and counts it.
    let issue = issue?.call == call.id ? issue : nil
    let key = call.caller.contact
    var person = persons.removeValue(forKey: key) ?? newcomer(key, call)
    if key != nil { person.name = call.caller.name }
    count(call, issue, heardAt: person.firstToldAt, in: &person.measures)
    persons[key] = person
  }

  private func newcomer(_ key: String?, _ call: CountedCall) -> PersonMeasures {
    guard let key else { return PersonMeasures(person: nil, class: .unknown) }
    var person = PersonMeasures(person: key, class: call.caller.class)
    person.id = call.caller.id
    person.firstToldAt = told[key]?.heardAt
    return person
  }

  private mutating func count(
    _ call: CountedCall, _ issue: CountedIssue?, heardAt: Instant?, in measures: inout Measures
  ) {
    let office = call.office ?? OfficeThen(plan.office(at: call.calledAt))
    measures.calls += 1
    measures.count(call, office: office, knewPolicy: knewPolicy(call, since: heardAt))
    guard let issue else { return }
    if issue.severity == .critical, issue.state == .solved || issue.state == .settled {
      switch issue.wasCritical {
      case nil: measures.notLookedAt += 1
      case let wasCritical?:
        measures.falseAlarmsOf += 1
        if !wasCritical { measures.falseAlarms += 1 }
      }
    }
    if issue.billable { measures.surchargeMinutes += issue.minutes ?? call.minutes ?? 0 }
    guard issue.state != .dropped, let promised = issue.promised, let due = issue.reason?.due else { return }
    switch (due, isKept(issue, promised: promised)) {
    case (.nextOpening, nil): measures.nextBusinessDayRunning += 1
    case (.nextOpening, let isKept?):
      measures.nextBusinessDayOf += 1
      if isKept { measures.nextBusinessDayKept += 1 }
    case (.thisEvening, nil): measures.tonightRunning += 1
    case (.thisEvening, let isKept?):
      measures.tonightOf += 1
      if isKept { measures.tonightKept += 1 }
    case (.now, _), (.breakEnd, _): break
    }
  }

  /// The call in which they were told comes before they knew; in the same second the record of the call says which.
  private func knewPolicy(_ call: CountedCall, since heardAt: Instant?) -> Bool {
    guard let heardAt else { return false }
    return call.calledAt > heardAt || call.calledAt == heardAt && call.caller.told
  }

  /// Whether a promise was met; nil while it may still be.
  private mutating func isKept(_ issue: CountedIssue, promised: Instant) -> Bool? {
    let promise = Promise(kind: issue.kind, instant: promised)
    let end = broken[promise] ?? plan.brokenAt(issue.kind, promised: promised)
    broken[promise] = .some(end)
    if let done = issue.doneAt { return end.map { done < $0 } ?? true }
    return end.map { $0 <= now } ?? false ? false : nil
  }

  func report(_ window: Range<Instant>, client: String?) -> Report {
    let order: [CallerClass] = [.client, .personal, .unknown]
    let rows = persons.values.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a.class) ?? 0, order.firstIndex(of: b.class) ?? 0)
      return (first, b.measures.calls, a.person ?? "") < (second, a.measures.calls, b.person ?? "")
    }
    let total = rows.reduce(into: Measures()) { $0.add($1.measures) }
    return Report(
      from: window.lowerBound, to: window.upperBound, client: client == nil ? nil : rows.first?.id ?? client,
      total: total, persons: rows)
  }
}

extension Measures {
  /// What the call itself says.
  fileprivate mutating func count(_ call: CountedCall, office: OfficeThen, knewPolicy: Bool) {
    switch (call.caller.class, office) {
    case (.client, .closed):
      if knewPolicy { outOfHoursAfterTold += 1 } else { outOfHoursBeforeTold += 1 }
    case (.personal, .open):
      if knewPolicy { inHoursAfterTold += 1 } else { inHoursBeforeTold += 1 }
    case (.client, .open):
      if call.outcome == .answered { pickedUp += 1 }
      if call.outcome != nil || call.missed { pickedUpOf += 1 } else { endNotTold += 1 }
    default: break
    }
    if office == .closed, call.verdict == .defer {
      ownExceptionsOf += 1
      if call.ownException == true { ownExceptions += 1 }
    }
    if call.surcharge != nil || call.surchargeOffer != nil { surchargeOffered += 1 }
    if call.surcharge == .accepted { surchargeAccepted += 1 }
  }

  fileprivate mutating func add(_ other: Measures) {
    for field in Self.fields { self[keyPath: field] += other[keyPath: field] }
  }

  private static var fields: [WritableKeyPath<Measures, Int>] {
    [
      \.calls, \.outOfHoursBeforeTold, \.outOfHoursAfterTold, \.inHoursBeforeTold, \.inHoursAfterTold,
      \.nextBusinessDayKept, \.nextBusinessDayOf, \.nextBusinessDayRunning, \.tonightKept, \.tonightOf,
      \.tonightRunning, \.pickedUp, \.pickedUpOf, \.endNotTold, \.ownExceptions, \.ownExceptionsOf,
      \.falseAlarms, \.falseAlarmsOf, \.notLookedAt, \.surchargeOffered, \.surchargeAccepted,
      \.surchargeMinutes,
    ]
  }
}

extension Reason {
  /// When what this row leaves is due, and so what the caller was promised.
  fileprivate var due: Due? { decisionTable.first { $0.reason == self }?.leaves?.due }
}
