// Counting for a report: what each call, and the issue that it queued, counts as.

import Civil

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
