// A call's life: it rings, it is triaged, it ends; each time the table is asked what to do.

import Civil

extension Office {
  func receive(_ incoming: Incoming, at now: Instant) throws(Refusal) -> Decision {
    var calledAt = now
    if let at = incoming.at { calledAt = try plan.pastInstant(of: at, at: now) }
    guard calledAt <= now else { throw .callInFuture(at: calledAt, now: now) }
    var call = Call(
      id: lastCall + 1, calledAt: calledAt, caller: caller(number: incoming.from, name: incoming.name),
      about: incoming.about, severity: incoming.severity ?? .untriaged,
      rule: incoming.severity == nil ? nil : Triage.stated, missed: incoming.missed,
      surcharge: incoming.surcharge,
      verdict: .answer, reason: .always, say: "")
    let queued = try judge(&call, ring: incoming.missed ? .missed : .rings, at: now)
    return decision(.received, call, queued, at: now)
  }

  func triage(_ triage: Triage, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    guard triage.saysSomething else { throw .nothingToTriage }
    var call = try call(triage.call, archive: archive)
    var replaced: [Event] = []
    if let id = triage.issue {
      replaced = try join(&call, to: id, at: now, archive: archive)
    }
    try call.learn(triage, language: configuration.language)
    let queued = try judge(&call, ring: call.missed ? .missed : .rings, at: now)
    return decision(.triaged, call, replaced + queued, at: now)
  }

  func end(_ id: Int64, _ outcome: Outcome, minutes: Int?, at now: Instant, archive: some Archive)
    throws(Refusal)
    -> Decision
  {
    var call = try call(id, archive: archive)
    if let earlier = call.outcome { throw .alreadyEnded(id, earlier) }
    call.outcome = outcome
    call.minutes = minutes
    switch outcome {
    case .missed where !call.missed:
      call.missed = true
      let queued = try judge(&call, ring: .missed, at: now)
      return decision(.ended, call, queued, at: now)
    case .answered:
      if call.verdict == .defer || call.verdict == .decline { call.ownException = true }
      return decision(.ended, call, returned(call.caller, at: now), at: now)
    case .missed, .rejected, .voicemail:
      return decision(.ended, call, [], at: now)
    }
  }

  /// The oldest call that nobody said anything about for too long: it counts as missed.
  func firstExpired(at now: Instant) -> [Event]? {
    let late = asks.values.filter { $0.calledAt + Limits.untriaged <= now }
    guard var call = late.min(by: { $0.id < $1.id }) else { return nil }
    // The queue's bound holds here, too: such a call stays among the calls, without an issue.
    let queued = (try? judge(&call, ring: .missed, at: now)) ?? []
    return decision(.triaged, call, queued, at: now).events
  }

  /// Asks the table, fills in what the call leads to, and says what that does to the queue.
  private func judge(_ call: inout Call, ring: Ring, at now: Instant) throws(Refusal) -> [Event] {
    let row = facts(of: call, ring: ring).row
    call.verdict = row.verdict
    call.reason = row.reason
    var events: [Event] = []
    if let leaving = row.leaves, call.caller.person != nil {
      events = try leave(leaving, &call, at: now)
    } else if call.issue == nil {
      call.promised = nil
      call.due = nil
    }
    speak(&call, at: now)
    return events
  }

  private func facts(of call: Call, ring: Ring) -> Facts {
    let trouble: Trouble =
      switch call.severity {
      case .critical: .critical
      case .untriaged: .untriaged
      case .normal:
        call.surcharge == .accepted && configuration.support.surcharge != nil ? .surcharged : .plain
      }
    return Facts(
      caller: call.caller.group, office: plan.office(at: call.calledAt), ring: ring, trouble: trouble)
  }

  /// Queues what the call leaves: into its own issue, the caller's open ring-back, or a new one.
  private func leave(_ leaving: Leaving, _ call: inout Call, at now: Instant) throws(Refusal) -> [Event] {
    let due = instant(of: leaving.due, for: call)
    var issue = try place(for: leaving, of: call, due: due, at: now)
    let before = queue.issues[issue.id]
    let isOwn = issue.call == call.id
    issue.atOnce = issue.atOnce || call.isAtOnce(billable: leaving.billable)
    if call.severity == .critical { issue.severity = .critical }
    if isOwn {
      issue.kind = leaving.kind
      issue.severity = call.severity
      issue.about = call.about
      issue.reason = call.reason
      issue.billable = leaving.billable
      issue.answered = call.verdict == .answer
      if issue.due != due { issue.becomeDue(at: due) }
    } else if due < issue.due {
      issue.becomeDue(at: due)
    }
    call.issue = issue.id
    call.promised = issue.promised
    call.due = issue.due
    return issue == before ? [] : [Event(.issue(.queued, issue, text: nil), at: now)]
  }

  private func place(for leaving: Leaving, of call: Call, due: Instant, at now: Instant) throws(Refusal)
    -> Issue
  {
    if let id = call.issue, let own = queue.issues[id] { return own }
    if leaving.kind == .ringBack, let person = call.caller.person, let open = queue.ringBack(of: person) {
      return open
    }
    guard queue.issues.count < Limits.pending else { throw .queueIsFull }
    var issue = Issue(
      id: lastIssue + 1, kind: leaving.kind, caller: call.caller, about: call.about, severity: call.severity,
      queuedAt: now, promised: due, due: due)
    issue.call = call.id
    return issue
  }

  private func instant(of due: Due, for call: Call) -> Instant {
    switch due {
    case .now: call.calledAt
    case .thisEvening: plan.thisEvening(at: call.calledAt)
    // Hours that never open again leave the issue due at once: it is seen, though nobody is reminded.
    case .breakEnd, .nextOpening: plan.nextOpening(at: call.calledAt) ?? call.calledAt
    }
  }

  /// The call is about an issue that is pending already: its own, if it had made one, is not owed twice.
  private func join(_ call: inout Call, to id: Int64, at now: Instant, archive: some Archive) throws(Refusal)
    -> [Event]
  {
    let target = try issue(id, archive: archive)
    guard target.state == .pending else { throw .notPending(id, target.state) }
    guard target.person == call.caller.person else { throw .joinsOtherPerson(issue: id) }
    defer {
      call.issue = id
      call.promised = target.promised
      call.due = target.due
    }
    guard let own = call.issue, own != id, var issue = queue.issues[own], issue.call == call.id else {
      return []
    }
    issue.state = .dropped
    issue.why = "joined to issue \(id)"
    return [Event(.issue(.dropped, issue, text: nil), at: now)]
  }

  /// Who was talked to need not be rung back.
  private func returned(_ caller: Caller, at now: Instant) -> [Event] {
    queue.issues(of: caller.person).filter { $0.kind == .ringBack }.map { issue in
      var issue = issue
      issue.settle(at: now)
      return Event(.issue(.settled, issue, text: nil), at: now)
    }
  }

  private func decision(_ news: CallNews, _ call: Call, _ events: [Event], at now: Instant) -> Decision {
    Decision(
      events: [Event(.call(news, call), at: now)] + events,
      reply: .call(call, pending: queue.issues(of: call.caller.person)))
  }

  // MARK: Told

  func tell(_ hearer: Hearer, _ channel: Channel, at now: Instant, archive: some Archive) throws(Refusal)
    -> Decision
  {
    let caller: Caller
    var callID: Int64?
    switch hearer {
    case .call(let id):
      caller = try call(id, archive: archive).caller
      callID = id
    case .client(let name):
      caller = try client(name)
    }
    guard let person = caller.person else { throw .nobodyToTell }
    let before = told[person]
    let heard = Told(
      person: person, client: caller.class == .client ? caller.id : nil, channel: channel, call: callID,
      times: (before?.times ?? 0) + 1, toldAt: now, repliedAt: channel == .spoken ? before?.repliedAt : now)
    return Decision(events: [Event(.told(heard), at: now)], reply: .told(true))
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

extension Triage {
  /// The rule when a person said how bad it is.
  static let stated = "stated"

  var saysSomething: Bool {
    about != nil || severity != nil || answers != nil || surcharge != nil || issue != nil
  }
}

extension Call {
  func isAtOnce(billable: Bool) -> Bool {
    severity == .critical || caller.contract == .aroundTheClock || caller.always || billable
  }

  /// Takes what was learned. A stated severity wins over the answers; one yes is critical, all no is normal.
  mutating func learn(_ triage: Triage, language: String) throws(Refusal) {
    if let about = triage.about { self.about = about }
    if let surcharge = triage.surcharge { self.surcharge = surcharge }
    if let new = triage.answers {
      let known = Script.questions(language: language).map(\.id)
      if let stranger = new.keys.sorted().first(where: { !known.contains($0) }) {
        throw .unknownQuestion(stranger)
      }
      let all = (answers ?? [:]).merging(new) { $1 }
      answers = all
      if let yes = known.first(where: { all[$0] == true }) {
        severity = .critical
        rule = "answer: \(yes)"
      } else if known.allSatisfy({ all[$0] == false }) {
        severity = .normal
        rule = "answers"
      }
    }
    if let stated = triage.severity {
      severity = stated
      rule = Triage.stated
    }
  }
}
