// When: the instants that the policy speaks of, worked out from the hours, the evening and the quiet hours.

import Civil
import OpeningHours

/// The working hours as they are now planned, absences and overrides included, and the instants that follow.
struct Plan: Sendable {
  private(set) var schedule: Schedule
  private var overrides: [Override]
  let evening: CivilTime
  let quiet: Quiet

  init(_ configuration: Configuration, overrides: Overrides = Overrides()) {
    self.overrides = overrides.all
    // Of two that overlap the later in the list holds: overrides win over absences.
    schedule = Schedule(
      configuration.hours, zone: configuration.zone, holidays: configuration.holidays,
      exceptions: configuration.absences + self.overrides.map(Exception.init))
    evening = configuration.evening
    quiet = configuration.quiet
  }

  var zone: Zone { schedule.zone }

  /// The same without absences and overrides.
  var regular: Plan {
    var plan = self
    plan.schedule.exceptions = []
    plan.overrides = []
    return plan
  }

  // MARK: The office at an instant

  func isOpen(at instant: Instant) -> Bool { schedule.state(at: instant) == .open }

  /// The instant itself, when the office is open then.
  func ifOpen(_ instant: Instant) -> Instant? { isOpen(at: instant) ? instant : nil }

  /// The override that holds at an instant, by its id.
  func override(at instant: Instant) -> Int64? { overrides.last { $0.holds(at: instant) }?.id }

  func office(at instant: Instant) -> OfficeAt {
    let stretch = stretch(at: instant)
    return stretch.isOpen ? .open : stretch.isBreak ? .break : .closure
  }

  /// The open or not open stretch around an instant; `unknown` counts as closed here.
  func stretch(at instant: Instant) -> OfficeStretch {
    let regular = schedule.stretch(at: instant)
    if regular.state == .open {
      return OfficeStretch(
        isOpen: true, isBreak: false, isUnknown: false, start: regular.start, end: regular.end,
        reason: regular.reason, override: override(at: instant))
    }
    var start = regular.start
    // Hours that are `unknown` again and again, and never open, have no beginning worth looking for.
    let horizon = instant + -Limits.wakeHorizon
    while let begin = start {
      guard begin > horizon else {
        start = nil
        break
      }
      let before = schedule.stretch(at: begin + -1)
      if before.state == .open { break }
      start = before.start
    }
    let end = schedule.nextOpening(atOrAfter: instant)
    return OfficeStretch(
      isOpen: false, isBreak: isBreak(from: start, to: end), isUnknown: regular.state == .unknown,
      start: start,
      end: end, reason: regular.reason, override: override(at: instant))
  }

  /// Whether a closed stretch lies between two intervals of one business day.
  private func isBreak(from closing: Instant?, to opening: Instant?) -> Bool {
    guard let closing, let opening, let opened = schedule.stretch(at: closing + -1).start else {
      return false
    }
    return date(of: opened) == date(of: opening)
  }

  // MARK: Openings and business days

  func date(of instant: Instant) -> CivilDate { zone.civil(instant).date }

  func isBusinessDay(_ date: CivilDate) -> Bool { !schedule.intervals(startingOn: date).isEmpty }

  /// policy.md's next opening: now when closed until now, and while open the one after the present interval.
  func nextOpening(at now: Instant) -> Instant? {
    guard isOpen(at: now) else { return schedule.nextOpening(atOrAfter: now) }
    guard let closing = schedule.stretch(at: now).end else { return nil }
    return schedule.nextOpening(atOrAfter: closing)
  }

  /// The first opening of the next business day after a date.
  func firstOpening(after date: CivilDate) -> Instant? {
    let midnight = startOfDay(date.adding(days: 1))
    guard let opening = schedule.nextOpening(atOrAfter: midnight) else { return nil }
    let stretch = schedule.stretch(at: opening)
    let nextMidnight = startOfDay(date.adding(days: 2))
    // Who is open all day begins it at midnight; else an interval from the day before reaches into it.
    guard let start = stretch.start, start < midnight, let end = stretch.end, end < nextMidnight else {
      return opening
    }
    return schedule.nextOpening(atOrAfter: end)
  }

  func startOfDay(_ date: CivilDate) -> Instant { instant(on: date, at: CivilTime(hour: 0, minute: 0)) }

  func instant(on date: CivilDate, at time: CivilTime) -> Instant {
    zone.first(of: CivilDateTime(date: date, time: time))
  }

  // MARK: Evenings

  /// Closed, and somebody may be rung back.
  func isFree(at instant: Instant) -> Bool {
    !isOpen(at: instant) && !quiet.contains(zone.civil(instant).time)
  }

  private func firstFree(atOrAfter instant: Instant) -> Instant? {
    first(atOrAfter: instant) { isFree(at: $0) }
  }

  /// Whether a friend may be rung back: in a free moment; in the evening where the coming week has none.
  func mayRingBack(at instant: Instant) -> Bool {
    if isFree(at: instant) { return true }
    let time = zone.civil(instant).time
    guard time >= evening, !quiet.contains(time) || quiet.contains(evening) else { return false }
    return firstFree(atOrAfter: instant) == nil
  }

  func firstRingBack(atOrAfter instant: Instant) -> Instant {
    if mayRingBack(at: instant) { return instant }
    return firstFree(atOrAfter: instant) ?? next(evening, atOrAfter: instant)
  }

  /// policy.md's "this evening".
  func thisEvening(at now: Instant) -> Instant {
    let found = first(atOrAfter: now) { instant in
      let civil = zone.civil(instant)
      return isFree(at: instant) && (civil.time >= evening || !isBusinessDay(civil.date))
    }
    return found ?? next(evening, atOrAfter: now)
  }

  /// The evening of a later day.
  func nextEvening(after instant: Instant) -> Instant {
    thisEvening(at: startOfDay(date(of: instant).adding(days: 1)))
  }

  /// The next instant at which the office's clocks show a time.
  func next(_ time: CivilTime, atOrAfter now: Instant) -> Instant {
    let today = date(of: now)
    let instant = instant(on: today, at: time)
    return instant >= now ? instant : self.instant(on: today.adding(days: 1), at: time)
  }

  /// The last instant at which the office's clocks showed a time.
  func last(_ time: CivilTime, atOrBefore now: Instant) -> Instant {
    let today = date(of: now)
    let instant = instant(on: today, at: time)
    return instant <= now ? instant : self.instant(on: today.adding(days: -1), at: time)
  }

  /// Walks the instants of the coming week at which open, quiet, evening or the date change.
  private func first(atOrAfter now: Instant, where holds: (Instant) -> Bool) -> Instant? {
    if holds(now) { return now }
    let today = date(of: now)
    let horizon = startOfDay(today.adding(days: Limits.eveningHorizon + 1))
    var edges = schedule.intervals(from: now, to: horizon).map(\.end)
    for day in 0...Limits.eveningHorizon {
      let date = today.adding(days: day)
      edges += [startOfDay(date), instant(on: date, at: quiet.to), instant(on: date, at: evening)]
    }
    return edges.filter { $0 > now && $0 < horizon }.sorted().first(where: holds)
  }

  // MARK: Promises

  /// From when on the promise counts as broken; absent when nothing was promised or nobody ever works.
  func brokenAt(_ issue: Issue) -> Instant? {
    issue.promised.flatMap { brokenAt(issue.kind, promised: $0) }
  }

  func brokenAt(_ kind: IssueKind, promised: Instant) -> Instant? {
    switch kind {
    case .ringBack: return quietBegin(after: promised)
    case .support: return lastClosing(after: promised)
    }
  }

  private func quietBegin(after promised: Instant) -> Instant {
    let day = date(of: promised)
    if quiet.from == quiet.to { return startOfDay(day.adding(days: 1)) }
    return next(quiet.from, atOrAfter: promised + 1)
  }

  /// The last closing of the business day on which the promise falls, or of the next one.
  private func lastClosing(after promised: Instant) -> Instant? {
    guard let opening = schedule.nextOpening(atOrAfter: promised) else { return nil }
    let day = date(of: schedule.stretch(at: opening).start ?? opening)
    let closing = schedule.intervals(startingOn: day).map(\.end).max()
    // Where the office does not close for days, a promise is broken when its day is over.
    guard let closing, closing <= zone.later(opening, days: 1) else {
      return startOfDay(date(of: opening).adding(days: 1))
    }
    return closing
  }
}

/// One open or closed stretch of the office, as people see it.
struct OfficeStretch: Hashable, Sendable {
  let isOpen: Bool
  let isBreak: Bool
  let isUnknown: Bool
  /// Absent beyond the horizon.
  let start: Instant?
  let end: Instant?
  let reason: String?
  /// The override that holds, by its id.
  let override: Int64?

  var state: OfficeState { isOpen ? .open : .closed }

  var announcement: Announcement {
    Announcement(
      state: state, isBreak: isBreak ? true : nil, until: end, reason: reason, override: override)
  }
}

extension Exception {
  /// A state that the owner wished for has always a reason to show.
  fileprivate init(_ override: Override) {
    self.init(
      start: override.from, end: override.until, state: override.state == .open ? .open : .closed,
      reason: override.reason ?? "override")
  }
}
