// When the owner is reminded of an issue: the first time, again, and never at the wrong hour.

import Civil

extension Plan {
  /// When an issue is reminded next; absent when no more, or when the hours have no place for it.
  ///
  /// `now` bounds the last reminder, which may lie ahead after a clock was set back.
  func nextReminder(_ issue: Issue, asOf now: Instant) -> Instant? {
    guard issue.state == .pending, let planned = plannedReminder(issue, asOf: now) else { return nil }
    // What came due at the wrong hour waits for the right one.
    return planned < now && !suits(issue, at: now) ? suitable(issue, atOrAfter: now) : planned
  }

  private func plannedReminder(_ issue: Issue, asOf now: Instant) -> Instant? {
    guard issue.reminders > 0, let last = issue.lastRemindedAt else {
      return suitable(
        issue, atOrAfter: issue.atOnce && issue.answered ? issue.due + Limits.remindAgain : issue.due)
    }
    return again(issue, after: min(last, now))
  }

  /// Whether the owner may be reminded of an issue at this instant.
  func suits(_ issue: Issue, at instant: Instant) -> Bool {
    if issue.atOnce { return true }
    return issue.isPersonal ? mayRingBack(at: instant) : isOpen(at: instant)
  }

  /// The first instant, then or later, at which the owner may be reminded.
  func suitable(_ issue: Issue, atOrAfter instant: Instant) -> Instant? {
    if issue.atOnce { return instant }
    return issue.isPersonal ? firstRingBack(atOrAfter: instant) : schedule.nextOpening(atOrAfter: instant)
  }

  private func again(_ issue: Issue, after last: Instant) -> Instant? {
    if issue.atOnce {
      return issue.reminders < Limits.atOnceReminders
        ? last + Limits.remindAgain : tomorrowIfStillOpen(last) ?? nextOpening(after: last)
    }
    if issue.isPersonal { return nextEvening(after: last) }
    switch issue.kind {
    case .support:
      // A late reminder past midnight belongs to the business day on which the interval began.
      let day = date(of: ifOpen(last).flatMap { schedule.stretch(at: $0).start } ?? last)
      if let tomorrow = tomorrowIfStillOpen(last) { return tomorrow }
      let next = firstOpening(after: day)
      // The first midnight of an interval of several days is over by now.
      return next.map { $0 > last } ?? true ? next : firstOpening(after: date(of: last))
    // The owner's own wish to ring somebody is not a stranger's.
    case .ringBack where issue.class == .unknown && issue.call != nil:
      return nil
    case .ringBack:
      return schedule.add(workingTime: Limits.remindAgain, to: last).flatMap {
        schedule.nextOpening(atOrAfter: $0)
      }
    }
  }

  /// The same time on the next day, for hours that know no opening because they do not close in between.
  private func tomorrowIfStillOpen(_ last: Instant) -> Instant? {
    guard isOpen(at: last) else { return nil }
    let civil = zone.civil(last)
    let tomorrow = instant(on: civil.date.adding(days: 1), at: civil.time)
    return schedule.stretch(at: last).end.map { $0 > tomorrow } ?? true ? tomorrow : nil
  }

  /// The first opening strictly after an instant.
  private func nextOpening(after instant: Instant) -> Instant? {
    nextOpening(at: isOpen(at: instant) ? instant : instant + 1)
  }
}
