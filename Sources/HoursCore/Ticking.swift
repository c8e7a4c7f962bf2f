// Time passes: what the office announces and reminds, and when it must be woken for it.

import Civil

extension Office {
  /// Finds what has come due by now. Nothing is announced or reminded while the clock is behind.
  mutating func tick(at now: Instant) -> Decision {
    var events: [Event] = []
    guard !clock.isBehind else { return Decision(events: [], reply: .ticked([])) }
    let over = overrides.standing.filter { $0.until <= now }.sorted { ($0.until, $0.id) < ($1.until, $1.id) }
    events += over.map { Event(.override(.ended, $0), at: now) }
    if let news = announced(at: now) { events.append(news) }
    // What one call leaves in the queue decides what the next one joins: so they are applied, on a copy.
    var future = self
    while let news = future.firstExpired(at: now) {
      future.apply(news)
      events += news
    }
    if let reminder = future.reminder(at: now) { events.append(reminder) }
    events += outbox.news(at: now)
    postponeUnsuitable(at: now)
    return Decision(events: events, reply: .ticked(events))
  }

  /// When the office must be woken next; absent when nothing is to come.
  public var nextWake: Instant? {
    if clock.isBehind { return clock.nextLook }
    // An office that never said whether it is open has been due for that all along.
    guard announcement != nil else { return Instant(seconds: 0) }
    let expiry = asks.values.map { $0.calledAt + Limits.untriaged }.min()
    // When one begins, the announced state ends, or else nothing changes.
    let ending = overrides.standing.map(\.until).min()
    return [queue.reminders.first, announcement?.until, expiry, ending, outbox.wakes.first].compactMap { $0 }
      .min()
  }

  /// The present state, when the one that everybody was told is over.
  private func announced(at now: Instant) -> Event? {
    if let announcement, announcement.until.map({ $0 > now }) ?? true { return nil }
    let present = plan.stretch(at: now).announcement
    return Event(.office(present.state == .open ? .opened : .closed, present), at: now)
  }

  /// One reminder for all that has come due and suits the hour.
  private func reminder(at now: Instant) -> Event? {
    let due = queue.reminders.ids(through: now).compactMap { queue.issues[$0] }.filter {
      plan.suits($0, at: now)
    }
    guard !due.isEmpty else { return nil }
    let reminded = due.sorted { $0.id < $1.id }.map { issue in
      var issue = issue
      issue.reminders += 1
      issue.lastRemindedAt = now
      return issue
    }
    return Event(.due(reminded), at: now)
  }

  /// What came due at the wrong hour, after a suspended night for example, waits for the right one.
  private mutating func postponeUnsuitable(at now: Instant) {
    for id in queue.reminders.ids(through: now) {
      guard let issue = queue.issues[id], !plan.suits(issue, at: now) else { continue }
      queue.postpone(id, to: plan.suitable(issue, atOrAfter: now))
    }
  }
}
