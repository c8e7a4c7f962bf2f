// What a call leaves in the queue: the table is asked, and what it says becomes an issue, or part of one.

import Civil

extension Office {
  /// Asks the table, fills in what the call leads to, and says what that does to the queue.
  ///
  /// `done` is the call's own issue when that is no longer pending, `joined` the one that the owner says it is
  /// about.
  func judge(_ call: inout Call, ring: Ring, done: Issue? = nil, joined: Issue? = nil, at now: Instant)
    throws(Refusal) -> [Event]
  {
    let facts = facts(of: call, ring: ring)
    let row = facts.row
    call.office = OfficeThen(facts.office)
    call.verdict = row.verdict
    call.reason = row.reason
    var events: [Event] = []
    if let leaving = row.leaves, isOwed(leaving, to: call, done: done) {
      events = try leave(leaving, &call, joined: joined, at: now)
    } else if let joined {
      events = queued(joined, at: now)
    } else if call.issue == nil {
      call.promised = nil
      call.due = nil
    }
    speak(&call, due: row.leaves?.due, at: now)
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

  private func isOwed(_ leaving: Leaving, to call: Call, done: Issue?) -> Bool {
    guard call.caller.person != nil else { return false }
    // Who was talked to need not be rung back.
    if leaving.kind == .ringBack && call.outcome == .answered { return false }
    // What was done already is not owed again, unless it turns out to be worse than it was then.
    guard let done, done.kind == leaving.kind else { return true }
    return call.severity == .critical && done.severity != .critical
  }

  /// Queues what the call leaves: into its own issue, the caller's open ring-back, or a new one.
  private func leave(_ leaving: Leaving, _ call: inout Call, joined: Issue?, at now: Instant) throws(Refusal)
    -> [Event]
  {
    let due = instant(of: leaving.due, for: call)
    var issue: Issue
    if let joined { issue = joined } else { issue = try place(for: leaving, of: call, due: due, at: now) }
    let isNews = issue.calls != queue.issues[issue.id]?.calls
    if issue.isOnly(for: call) {
      issue.become(leaving, of: call, due: due)
    } else {
      add(call, to: &issue, due: due, isNews: isNews, at: now)
    }
    call.issue = issue.id
    call.promised = isNews ? due : call.promised ?? issue.promised
    call.due = issue.due
    return queued(issue, at: now)
  }

  private func place(for leaving: Leaving, of call: Call, due: Instant, at now: Instant) throws(Refusal)
    -> Issue
  {
    // A ring-back that stands for several calls stays one, whatever one of them turns out to be.
    if let id = call.issue, let known = queue.issues[id],
      known.kind == leaving.kind || known.isOnly(for: call)
    {
      return known
    }
    if leaving.kind == .ringBack, let person = call.caller.person, var open = queue.ringBack(of: person) {
      open.take(call)
      return open
    }
    guard queue.issues.count < Limits.pending else { throw .queueIsFull }
    var issue = Issue(
      id: lastIssue + 1, kind: leaving.kind, caller: call.caller, about: call.about, severity: call.severity,
      queuedAt: now, promised: due, due: due)
    issue.call = call.id
    issue.take(call)
    return issue
  }

  /// One more call about what others have called about: it may bring the next reminder forward, never put it off.
  private func add(_ call: Call, to issue: inout Issue, due: Instant, isNews: Bool, at now: Instant) {
    let isWorse = call.isAtOnce && !issue.atOnce
    issue.atOnce = issue.atOnce || call.isAtOnce
    if call.severity == .critical { issue.severity = .critical }
    if call.reason == .surcharge { issue.billable = true }
    guard isNews || isWorse else { return }
    var renewed = issue
    renewed.answered = call.verdict == .answer
    renewed.becomeDue(at: due)
    guard let sooner = plan.nextReminder(renewed, asOf: now) else { return }
    // An unknown number's ring-back that was reminded once has no next reminder: a new call is a new reason.
    if let planned = plan.nextReminder(issue, asOf: now), planned <= sooner { return }
    issue = renewed
  }

  private func queued(_ issue: Issue, at now: Instant) -> [Event] {
    issue == queue.issues[issue.id] ? [] : [Event(.issue(.queued, issue, text: nil), at: now)]
  }

  /// When what a row leaves is due, as the hours are now planned.
  func instant(of due: Due, for call: Call) -> Instant {
    switch due {
    case .now: call.calledAt
    case .thisEvening: plan.thisEvening(at: call.calledAt)
    // Hours that never open again leave the issue due at once: it is seen, though nobody is reminded.
    case .breakEnd, .nextOpening: plan.nextOpening(at: call.calledAt) ?? call.calledAt
    }
  }
}

extension Issue {
  /// Whether no other call and no wish of the owner stands behind it.
  func isOnly(for call: Call) -> Bool { self.call == call.id && calls == 1 }

  /// Turns into what its only call now leaves.
  fileprivate mutating func become(_ leaving: Leaving, of call: Call, due: Instant) {
    // The owner may have snoozed it: only another verdict makes it due anew.
    let isSame = reason == call.reason && atOnce == call.isAtOnce
    kind = leaving.kind
    severity = call.severity
    about = call.about
    reason = call.reason
    billable = leaving.billable
    atOnce = call.isAtOnce
    answered = call.verdict == .answer
    if !isSame && self.due != due { becomeDue(at: due) }
  }
}

extension Call {
  /// Whether the owner hears of it in any state of the office.
  var isAtOnce: Bool {
    severity == .critical || caller.contract == .aroundTheClock || caller.always || reason == .surcharge
  }
}
