// A call's life: it rings, it is triaged, it ends; each time the table is asked what to do.

import Civil

extension Office {
  func receive(_ incoming: Incoming, at now: Instant) throws(Refusal) -> Decision {
    var calledAt = now
    if let at = incoming.at { calledAt = try plan.pastInstant(of: at, at: now) }
    // A clock that is behind proves nothing about the telephone's; else two clocks may differ a little.
    if !clock.isBehind {
      guard calledAt <= now + Limits.clockSkew else { throw .callInFuture(at: calledAt, now: now) }
      calledAt = min(calledAt, now)
    }
    let (severity, rule) = incoming.severity.map { ($0, Triage.rule($0)) } ?? judge(incoming.about)
    var call = Call(
      id: lastCall + 1, calledAt: calledAt, caller: caller(number: incoming.from, name: incoming.name),
      about: incoming.about, severity: severity, rule: rule, missed: incoming.missed,
      surcharge: incoming.surcharge,
      verdict: .answer, reason: .always, say: "")
    let queued = try judge(&call, ring: call.ring, at: now)
    return decision(.received, call, queued, at: now)
  }

  func triage(_ triage: Triage, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    guard triage != Triage(call: triage.call) else { throw .nothingToTriage }
    var call = try call(triage.call, archive: archive)
    var joined: Issue?
    var replaced: [Event] = []
    if let id = triage.issue { (joined, replaced) = try join(&call, to: id, at: now, archive: archive) }
    try learn(triage, into: &call)
    let done = try done(call, archive: archive)
    let queued = try judge(&call, ring: call.ring, done: done, joined: joined, at: now)
    return decision(.triaged, call, replaced + queued, at: now)
  }

  func end(_ id: Int64, _ outcome: Outcome, minutes: Int?, at now: Instant, archive: some Archive)
    throws(Refusal)
    -> Decision
  {
    var call = try call(id, archive: archive)
    if let earlier = call.outcome { throw .alreadyEnded(id, earlier) }
    let wasRinging = call.ring == .rings
    call.outcome = outcome
    call.minutes = minutes
    // Who was talked to, or had an answer meanwhile, is not written to again.
    if outcome == .answered || !mayReply(to: call, at: now) { call.autoReply = nil }
    guard outcome != .answered else {
      // What counts as missed because nobody said what it is about was not deferred to anybody.
      let wasDeferred = call.verdict == .defer && call.reason != .missedOutOfHours
      if wasDeferred || call.verdict == .decline { call.ownException = true }
      return decision(.ended, call, returned(call, at: now), at: now)
    }
    if outcome == .missed { call.missed = true }
    // Who should have been answered and got a voicemail instead was missed, too.
    guard wasRinging && (outcome == .missed || call.verdict == .answer) else {
      return decision(.ended, call, [], at: now)
    }
    let done = try done(call, archive: archive)
    let queued = try judge(&call, ring: .missed, done: done, at: now)
    return decision(.ended, call, queued, at: now)
  }

  /// The oldest call that nobody said anything about for too long: it counts as missed.
  func firstExpired(at now: Instant) -> [Event]? {
    let late = asks.values.filter { $0.calledAt + Limits.untriaged <= now }
    guard var call = late.min(by: { $0.id < $1.id }) else { return nil }
    // The queue's bound holds here, too: such a call stays among the calls, without an issue.
    let queued = (try? judge(&call, ring: .missed, at: now)) ?? []
    return decision(.triaged, call, queued, at: now).events
  }

  /// The issue that the owner says the call is about, with the call added, and what becomes of the call's own.
  private func join(_ call: inout Call, to id: Int64, at now: Instant, archive: some Archive) throws(Refusal)
    -> (Issue, [Event])
  {
    var target = try issue(id, archive: archive)
    guard target.state == .pending else { throw .notPending(id, target.state) }
    guard target.person == call.caller.person else { throw .joinsOtherPerson(issue: id) }
    guard call.issue != id else { return (target, []) }
    target.take(call)
    var events: [Event] = []
    // The same thing is not owed twice; but what other calls left stays owed to them.
    if let own = call.issue, var issue = queue.issues[own], issue.isOnly(for: call) {
      issue.state = .dropped
      issue.why = "joined to issue \(id)"
      events.append(Event(.issue(.dropped, issue, text: nil), at: now))
    }
    call.issue = id
    call.promised = target.promised
    call.due = target.due
    if target.severity != .untriaged, !call.isSaidByOwner {
      call.severity = target.severity
      call.rule = Triage.joinRule + String(id)
    }
    return (target, events)
  }

  /// The call's own issue, when it is no longer pending.
  private func done(_ call: Call, archive: some Archive) throws(Refusal) -> Issue? {
    guard let id = call.issue, queue.issues[id] == nil else { return nil }
    return try archive.issue(id)
  }

  /// Who was talked to need not be rung back, but for what they called about later.
  private func returned(_ call: Call, at now: Instant) -> [Event] {
    let settled = queue.issues(of: call.caller.person).filter {
      $0.kind == .ringBack && $0.lastCalledAt ?? $0.queuedAt <= call.calledAt
    }
    return settled.map { issue in
      var issue = issue
      issue.settle(at: now)
      return Event(.issue(.settled, issue, text: nil), at: now)
    }
  }

  private func decision(_ news: CallNews, _ call: Call, _ events: [Event], at now: Instant) -> Decision {
    var pending = queue.issues(of: call.caller.person)
    // As they are when this has happened.
    for case .issue(_, let changed, _) in events.map(\.body) {
      guard let place = pending.firstIndex(where: { $0.id == changed.id }) else { continue }
      if changed.state == .pending { pending[place] = changed } else { pending.remove(at: place) }
    }
    return Decision(
      events: [Event(.call(news, call), at: now)] + events, reply: .call(call, pending: pending))
  }

  /// A contact by id or name.
  func client(_ name: String) throws(Refusal) -> Caller {
    let caller = caller(number: nil, name: name)
    guard caller.class != .unknown else { throw .noSuchClient(name) }
    return caller
  }
}

extension Caller {
  /// The group of the decision table.
  var group: Callers {
    if always { return .always }
    switch `class` {
    case .personal: return .personal
    case .unknown: return .unknown
    case .client: return contract == .aroundTheClock ? .aroundTheClock : .standard
    }
  }
}
