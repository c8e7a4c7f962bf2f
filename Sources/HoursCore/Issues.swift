// An issue's life: pending -> solved -> settled, or dropped; snoozed, noted and reopened on the way.

import Civil

extension Office {
  func add(_ addition: Addition, at now: Instant) throws(Refusal) -> Decision {
    guard queue.issues.count < Limits.pending else { throw .queueIsFull }
    var caller: Caller?
    if let client = addition.client { caller = try self.client(client) }
    var issue = Issue(
      id: lastIssue + 1, kind: addition.kind ?? .support, caller: caller, about: addition.about,
      severity: .normal, queuedAt: now, promised: nil, due: now)
    let promised = try future(addition.promised, for: issue, at: now)
    issue.promised = promised
    issue.atOnce = caller?.always == true || caller?.contract == .aroundTheClock
    let usual = issue.isPersonal ? plan.thisEvening(at: now) : plan.nextOpening(at: now) ?? plan.ifOpen(now)
    guard let due = try future(addition.due, for: issue, at: now) ?? promised ?? usual else {
      throw .neverOpens
    }
    issue.due = due
    return Decision(
      events: [Event(.issue(.queued, issue, text: nil), at: now)],
      reply: .added(issue: issue.id, due: due, promised: promised))
  }

  func resolve(_ resolution: Resolution, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    var issue = try pending(resolution.id, archive: archive)
    guard issue.kind == .ringBack || resolution.solution != nil else { throw .noSolution(issue.id) }
    issue.state = .solved
    issue.solution = resolution.solution
    issue.minutes = resolution.minutes
    // It is asked once: what was answered before a reopening holds until it is answered anew.
    issue.wasCritical = resolution.wasCritical ?? issue.wasCritical
    issue.solvedAt = now
    // The closing duty is owed to clients who can be written to.
    let addressee = addressee(of: issue)
    if issue.kind == .support { issue.mailable = addressee != nil }
    var events = [Event(.issue(.solved, issue, text: nil), at: now)]
    guard let (client, address) = addressee else {
      issue.settle(at: now)
      events.append(Event(.issue(.settled, issue, text: nil), at: now))
      return Decision(
        events: events, reply: .resolved(issue.state, nil, notLookedAt: issue.isNotLookedAt))
    }
    var message = try draft(for: issue, to: client, address, at: now, archive: archive)
    events.append(Event(.mail(.drafted, message), at: now))
    if resolution.send {
      message = try approved(message, at: now)
      events.append(Event(.mail(.queued, message), at: now))
    }
    return Decision(
      events: events, reply: .resolved(issue.state, message, notLookedAt: issue.isNotLookedAt))
  }

  func snooze(_ id: Int64, until: TimeExpression, at now: Instant, archive: some Archive) throws(Refusal)
    -> Decision
  {
    var issue = try pending(id, archive: archive)
    let due = try plan.instant(of: until, for: issue, at: now)
    guard due > now else { throw .snoozeIntoPast(until: due, now: now) }
    issue.becomeDue(at: due)
    // The owner may be on it, but has asked to hear of it then.
    issue.answered = false
    return Decision(
      events: [Event(.issue(.snoozed, issue, text: nil), at: now)],
      reply: .snoozed(
        due: due, remindedAt: plan.nextReminder(issue, asOf: now), promised: issue.promised))
  }

  func note(_ id: Int64, _ text: String, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    changed(.noted, try issue(id, archive: archive), text: text, at: now)
  }

  func drop(_ id: Int64, why: String?, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    var issue = try pending(id, archive: archive)
    issue.state = .dropped
    issue.why = why
    return changed(.dropped, issue, at: now)
  }

  func reopen(_ id: Int64, promised: TimeExpression?, at now: Instant, archive: some Archive) throws(Refusal)
    -> Decision
  {
    var issue = try issue(id, archive: archive)
    guard issue.state != .pending else { throw .alreadyPending(id) }
    guard queue.issues.count < Limits.pending else { throw .queueIsFull }
    guard let due = plan.isOpen(at: now) ? now : plan.nextOpening(at: now) else { throw .neverOpens }
    issue.state = .pending
    issue.solvedAt = nil
    issue.settledAt = nil
    issue.why = nil
    if let promise = try future(promised, for: issue, at: now) { issue.promised = promise }
    issue.answered = false
    issue.becomeDue(at: due)
    var decision = changed(.reopened, issue, at: now)
    decision.events += withdrawn(about: id, at: now)
    return decision
  }

  private func changed(_ news: IssueNews, _ issue: Issue, text: String? = nil, at now: Instant) -> Decision {
    Decision(events: [Event(.issue(news, issue, text: text), at: now)], reply: .issue(issue))
  }

  private func pending(_ id: Int64, archive: some Archive) throws(Refusal) -> Issue {
    let issue = try issue(id, archive: archive)
    guard issue.state == .pending else { throw .notPending(id, issue.state) }
    return issue
  }

  private func future(
    _ expression: TimeExpression?, for issue: Issue, at now: Instant
  ) throws(Refusal) -> Instant? {
    guard let expression else { return nil }
    let instant = try plan.instant(of: expression, for: issue, at: now)
    guard instant >= now else { throw .dueInPast(at: instant, now: now) }
    return instant
  }
}

extension Issue {
  /// It was critical, and nobody has said whether it really was.
  fileprivate var isNotLookedAt: Bool { severity == .critical && wasCritical == nil }
}
