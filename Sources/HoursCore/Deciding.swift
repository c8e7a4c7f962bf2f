// The door: every request comes in here, time passing included, and leaves as events and a reply.

import Civil

extension Office {
  /// What a request leads to, at an instant. Decides only: nothing has happened until the events are applied.
  ///
  /// Requests about connections and files (`help`, `watch`, `reload` and their like) are the daemon's own.
  public mutating func decide(_ request: Request, at now: Instant, archive: some Archive) throws(Refusal)
    -> Decision
  {
    if clock.observe(now) {
      queue.replan(plan, now: now)
      outbox.replan(now: now)
      announcement?.follow(plan, at: now)
    }
    switch request {
    case .status(let at): return try status(at: at, now: now)
    case .hours(let from, let to): return try hours(from: from, to: to, at: now)
    case .workingAdd(let seconds, let from): return try add(working: seconds, from: from, at: now)
    case .workingBetween(let from, let to): return try workingTime(from: from, to: to, at: now)
    case .call(let incoming): return try receive(incoming, at: now)
    case .triage(let triage): return try self.triage(triage, at: now, archive: archive)
    case .end(let call, let outcome, let minutes):
      return try end(call, outcome, minutes: minutes, at: now, archive: archive)
    case .told(let hearer, let channel): return try tell(hearer, channel, at: now, archive: archive)
    case .calls(let query): return try calls(query, archive: archive)
    case .issues(let query): return try issues(query, at: now, archive: archive)
    case .issue(let id): return try show(id, archive: archive)
    case .add(let addition): return try add(addition, at: now)
    case .resolve(let resolution): return try resolve(resolution, at: now, archive: archive)
    case .snooze(let id, let until): return try snooze(id, until: until, at: now, archive: archive)
    case .note(let id, let text): return try note(id, text, at: now, archive: archive)
    case .drop(let id, let why): return try drop(id, why: why, at: now, archive: archive)
    case .reopen(let id, let promised): return try reopen(id, promised: promised, at: now, archive: archive)
    case .messages(let query): return try list(query, archive: archive)
    case .message(let id):
      let message = try message(id, archive: archive)
      return Decision(events: [], reply: .message(message, text: message.text(in: zone)))
    case .mailEdit(let edit): return try self.edit(edit, at: now, archive: archive)
    case .mailSend(let id): return try send(id, at: now, archive: archive)
    case .waive(let issue): return try waive(issue, at: now, archive: archive)
    case .mailClaim(let id): return try claim(id, at: now, archive: archive)
    case .mailSent(let id): return try sent(id, at: now, archive: archive)
    case .mailFailed(let id, let error, let later):
      return try failed(id, error, later: later, at: now, archive: archive)
    case .override(let wish): return try self.override(wish, at: now)
    case .overrides: return listOverrides(at: now)
    case .endOverride(let id): return try endOverride(id, at: now)
    case .lookup(let from, let name): return try lookup(from: from, name: name)
    case .contacts: return Decision(events: [], reply: .contacts(configuration.directory.contacts))
    case .supportHours(let language, let form): return try supportHours(language, form, at: now)
    case .report(let query): return try report(query, at: now, archive: archive)
    case .tick: return tick(at: now)
    case .help, .version, .watch, .ack, .snapshot, .reload, .forget:
      preconditionFailure("\(request) is not the office's to decide")
    }
  }

  private func status(at: TimeExpression?, now: Instant) throws(Refusal) -> Decision {
    var instant = now
    if let at { instant = try plan.instant(of: at, at: now) }
    return Decision(events: [], reply: .status(status(at: instant)))
  }

  /// The state of the office at an instant, with the queue as it now is.
  public func status(at now: Instant) -> Status {
    let stretch = plan.stretch(at: now)
    let warnings = configuration.warnings(at: now)
    return Status(
      state: stretch.state, isBreak: stretch.isBreak ? true : nil,
      isUnknown: stretch.isUnknown ? true : nil, now: now, since: stretch.start, until: stretch.end,
      reason: stretch.reason, override: stretch.override,
      nextOpening: stretch.isOpen ? plan.nextOpening(at: now) : stretch.end,
      zone: zone.name, hours: hoursText, pending: queue.issues.count, due: queue.due.count(through: now),
      overdue: queue.broken.count(through: now), unsent: outbox.messages.count,
      failed: count(.failed), uncertain: count(.uncertain), nextReminder: queue.reminders.first,
      clock: clock.isBehind ? "behind" : nil, warnings: warnings.isEmpty ? nil : warnings, seq: seq)
  }

  /// How many messages are in a state that the owner should know of; nil when none is.
  private func count(_ state: MessageState) -> Int? { outbox.counts[state].flatMap { $0 > 0 ? $0 : nil } }

  private func lookup(from: String?, name: String?) throws(Refusal) -> Decision {
    guard from != nil || name != nil else { throw .nobodyToLookUp }
    return Decision(events: [], reply: .caller(caller(number: from, name: name)))
  }

  /// The caller, and whether they have heard the policy.
  func caller(number: String?, name: String?) -> Caller {
    var caller = configuration.directory.caller(number: number, name: name)
    caller.told = wasTold(caller.person)
    return caller
  }

  // MARK: Queries

  private func calls(_ query: CallQuery, archive: some Archive) throws(Refusal) -> Decision {
    var query = query
    query.person = query.client.map(person)
    let calls = try archive.calls(query)
    // Of a contact that is in the book no more, what is kept can still be found.
    if calls.isEmpty, query.before == nil, let name = query.client { _ = try client(name) }
    return Decision(events: [], reply: .calls(calls, next: calls.count == query.limit ? calls.last?.id : nil))
  }

  private func issues(_ query: IssueQuery, at now: Instant, archive: some Archive) throws(Refusal) -> Decision
  {
    var dueBy: Instant?
    if let expression = query.dueBy { dueBy = try plan.lastInstant(of: expression, at: now) }
    var query = query
    query.person = query.client.map(person)
    let issues = try archive.issues(query, dueBy: dueBy?.seconds)
    if issues.isEmpty, query.after == nil, let name = query.client { _ = try client(name) }
    return Decision(
      events: [], reply: .issues(issues, next: issues.count == query.limit ? issues.last?.id : nil))
  }

  /// The contact of an id or a name; whoever is in no book was a client of that id.
  func person(_ name: String) -> String {
    if name.hasPrefix(Caller.forgotten) { return name }
    return caller(number: nil, name: name).person ?? "client:\(name)"
  }

  private func show(_ id: Int64, archive: some Archive) throws(Refusal) -> Decision {
    let issue = try issue(id, archive: archive)
    return Decision(events: [], reply: .history(issue, events: try archive.history(of: id)))
  }

  func issue(_ id: Int64, archive: some Archive) throws(Refusal) -> Issue {
    if let issue = queue.issues[id] { return issue }
    guard let issue = try archive.issue(id) else { throw .noSuchIssue(id) }
    return issue
  }

  func call(_ id: Int64, archive: some Archive) throws(Refusal) -> Call {
    if let call = asks[id] { return call }
    guard let call = try archive.call(id) else { throw .noSuchCall(id) }
    return call
  }
}
