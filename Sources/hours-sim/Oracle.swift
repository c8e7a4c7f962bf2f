// The oracle: what policy.md promises, worked out from what has happened, by a hand that does not know the core.
//
// It hears the committed events and the clock, and says which promise was broken, and when.

import Civil
import HoursCore

/// A promise of the policy that was not kept.
struct Violation: Error, Hashable {
  /// Which one: the same fault under another seed has the same name.
  let name: String
  let what: String

  init(_ name: String, _ what: String = "") {
    self.name = name
    self.what = what
  }
}

struct Oracle {
  private(set) var hours: OfficeHours
  /// What is pending, with the reminders that were given since it became due.
  private var owed: [Int64: Owed] = [:]
  private var asks: [Int64: Call] = [:]
  private var known: Set<Int64> = []
  private var ringing: Set<Int64> = []
  private var replied: [String: Instant] = [:]
  private var told: Set<String> = []
  private var outbox = OracleOutbox()
  private var announced: OfficeState?
  /// The latest instant that any event bears.
  private var latest: Instant?
  private var behindSince: Instant?
  /// What must happen next, and when.
  private var expected: (at: Instant, what: String)?
  /// Nobody could have acted since the last turn: the daemon or the machine was not running, or the clock jumped.
  private var isExcused = true

  struct Owed {
    var issue: Issue
    var count = 0
    var last: Instant?
    /// When it must be reminded, and from when on the promise is broken; nil until it is reckoned.
    var next: Instant??
    var broken: Broken?
  }

  /// When a promise counts as broken. Hours that go on for days have no last closing of a day: there any time from the
  /// day's end on is right.
  struct Broken {
    var earliest: Instant?
    var latest: Instant?
  }

  init(_ configuration: Configuration) {
    hours = OfficeHours(configuration)
    outbox.book = configuration.directory
  }

  mutating func excuse() { isExcused = true }

  /// The office was made anew from the log, and finds out about the clock by the last event again.
  mutating func startAnew(_ log: SimulatedLog, at now: Instant) {
    forgetReckoning()
    outbox.startAnew()
    latest = log.events.last?.at
    behindSince = latest.flatMap { now < $0 + -60 ? now : nil }
    // A reminder that bears a later time than now counts as given now.
    if behindSince == nil {
      outbox.believe(now)
      for (id, one) in owed {
        let next = reminder(of: one, asOf: now)
        owed[id]?.next = .some(next)
      }
    }
    excuse()
  }

  mutating func follow(_ configuration: Configuration) {
    let forced = hours.forced
    hours = OfficeHours(configuration)
    hours.forced = forced
    outbox.book = configuration.directory
    forgetReckoning()
  }

  /// Whoever had a message when the daemon died may have sent it.
  mutating func restart() { outbox.restart() }

  /// The mailer has sent a message, so many times by now.
  func posted(_ id: Int64, times: Int) throws(Violation) { try outbox.posted(id, times: times) }

  private mutating func forgetReckoning() {
    for id in owed.keys {
      owed[id]?.next = nil
      owed[id]?.broken = nil
    }
  }

  // MARK: A turn

  /// A turn begins: nothing may have been due before it.
  mutating func begin(at now: Instant) throws(Violation) {
    if let expected, !isExcused, expected.at < now {
      throw Violation("late", "\(expected.what) at \(hours.clock(expected.at)), and nobody was woken")
    }
  }

  /// A turn has ended: nothing may be due any more.
  mutating func end(at now: Instant, status: Status) throws(Violation) {
    try judgeClock(status, at: now)
    isExcused = false
    expected = nil
    guard status.clock == nil else {
      isExcused = true
      return
    }
    let isOpen = hours.isOpen(now)
    // What was announced holds until a clock that was set back a little has caught up.
    guard now < latest ?? now || announced == (isOpen ? .open : .closed) else {
      throw Violation("announcement", "\(announced?.rawValue ?? "nothing") is announced, and it is not so")
    }
    try check(status, isOpen: isOpen, at: now)
    expect(hours.change(after: max(now, latest ?? now)), "an opening or closing")
    expect(hours.forced.filter { !$0.isOver }.map(\.until).min(), "an override's end")
    for call in asks.values {
      let expiry = call.calledAt + 600
      if expiry <= now {
        throw Violation("untriaged", "call \(call.id) waits for triage since \(hours.clock(call.calledAt))")
      }
      expect(expiry, "call \(call.id) without triage")
    }
    expect(try outbox.next(at: now), "a message's try")
    for id in owed.keys.sorted() { try expectReminder(of: id, at: now) }
  }

  private mutating func expectReminder(of id: Int64, at now: Instant) throws(Violation) {
    guard let one = owed[id] else { return }
    var next = one.next ?? reminder(of: one, asOf: now)
    if let due = next, due <= now {
      guard !suits(one.issue, now) else {
        throw Violation("not reminded", "issue \(id), at \(hours.clock(due))")
      }
      next = suitable(one.issue, now)
    }
    owed[id]?.next = .some(next)
    expect(next, "issue \(id)'s reminder")
  }

  private mutating func expect(_ at: Instant?, _ what: String) {
    guard let at, at < expected?.at ?? Instant(seconds: .max) else { return }
    expected = (at, what)
  }

  /// Counts that everybody sees.
  private mutating func check(_ status: Status, isOpen: Bool, at now: Instant) throws(Violation) {
    let due = owed.values.count { $0.issue.due <= now }
    for (id, one) in owed where one.broken == nil {
      let instant = broken(one.issue)
      owed[id]?.broken = instant
    }
    let certain = owed.values.count { one in one.broken?.latest.map { $0 <= now } ?? false }
    let possible = owed.values.count { one in one.broken?.earliest.map { $0 <= now } ?? false }
    let seen: [(String, Bool)] = [
      ("state", (status.state == .open) == isOpen), ("pending", status.pending == owed.count),
      ("unsent", status.unsent == outbox.count),
      ("due", status.due == due), ("overdue", (certain...max(certain, possible)).contains(status.overdue)),
      ("break", (status.isBreak ?? false) == hours.isBreak(now)),
      ("next opening", status.nextOpening == hours.nextOpening(now)),
    ]
    if let wrong = seen.first(where: { !$0.1 }) {
      throw Violation(
        "status", "\(wrong.0): \(status.overdue) overdue, the oracle counts \(certain)...\(possible)")
    }
  }

  // MARK: The clock

  private mutating func judgeClock(_ status: Status, at now: Instant) throws(Violation) {
    guard status.clock == "behind" else { return believe(at: now) }
    guard let latest, now < latest else { throw Violation("clock", "behind, and yet later than every event") }
    let since = behindSince.map { min($0, now) } ?? now
    if now - since > 600 { throw Violation("clock", "behind for more than 10 minutes") }
    behindSince = since
  }

  /// What was reckoned by a wrong clock is reckoned anew.
  private mutating func believe(at now: Instant) {
    guard behindSince != nil else { return }
    forgetReckoning()
    outbox.believe(now)
    latest = now
    behindSince = nil
  }

  // MARK: What has happened

  mutating func hear(_ events: [Event], at now: Instant, isBehind: Bool, isWaived: Bool) throws(Violation) {
    var reminders = 0
    if !isBehind { believe(at: now) }
    for event in events {
      latest = max(latest ?? event.at, event.at)
      switch event.body {
      case .office(let news, let announcement):
        if isBehind { throw Violation("clock", "announced while it is behind") }
        announced = news == .opened ? .open : .closed
        guard announcement.state == announced, (announced == .open) == hours.isOpen(now) else {
          throw Violation("announcement", "office.\(news.rawValue) when it is not so")
        }
      case .configured, .forgotten: break
      case .override(.made, let override):
        hours.forced.append(
          OfficeHours.Forced(
            id: override.id, isOpen: override.state == .open, from: override.from, until: override.until))
        forgetReckoning()
      case .override(.ended, let override):
        guard let index = hours.forced.firstIndex(where: { $0.id == override.id }) else {
          throw Violation("override", "\(override.id) ended and was never made")
        }
        if hours.forced[index].until != override.until { forgetReckoning() }
        hours.forced[index].until = override.until
        hours.forced[index].isOver = true
        if hours.forced[index].from >= override.until { hours.forced.remove(at: index) }
        hours.forget(before: now)
      case .call(let news, let call): try hear(news, call, at: now)
      case .told(let heard):
        if heard.times > 0 { told.insert(heard.person) }
        // A follow-up is no auto-reply.
        if heard.channel != .spoken, heard.call != nil { replied[heard.person] = now }
      case .due(let issues):
        if isBehind { throw Violation("clock", "reminded while it is behind") }
        reminders += 1
        for issue in issues { try remind(issue, at: now) }
      case .mail(let news, let message): try outbox.hear(news, message, at: now, isBehind: isBehind)
      case .issue(let news, let issue, _):
        hear(news, issue)
        if news == .settled, !isWaived { try outbox.checkDuty(issue, among: events) }
      }
    }
    if reminders > 2 { throw Violation("reminders", "\(reminders) in one turn") }
  }

  private mutating func hear(_ news: IssueNews, _ issue: Issue) {
    known.insert(issue.id)
    guard issue.state == .pending else {
      owed[issue.id] = nil
      return
    }
    var one = owed[issue.id] ?? Owed(issue: issue)
    // Due anew: a snooze, a reopening, or news that is worse.
    if issue.reminders == 0 { (one.count, one.last) = (0, nil) }
    one.issue = issue
    (one.next, one.broken) = (nil, nil)
    owed[issue.id] = one
  }

  private mutating func remind(_ issue: Issue, at now: Instant) throws(Violation) {
    guard var one = owed[issue.id] else {
      throw Violation("reminded", "issue \(issue.id), which is not pending")
    }
    guard let next = one.next ?? reminder(of: one, asOf: now) else {
      throw Violation("reminded too often", "issue \(issue.id)")
    }
    guard next <= now else {
      throw Violation("reminded early", "issue \(issue.id), due \(hours.clock(next))")
    }
    guard suits(one.issue, now) else { throw Violation("wrong hour", "issue \(issue.id)") }
    one.count += 1
    one.last = now
    one.issue = issue
    one.next = nil
    owed[issue.id] = one
  }

  // MARK: Reminders

  private func isPersonal(_ issue: Issue) -> Bool { issue.class == .personal && issue.kind == .ringBack }

  private func suits(_ issue: Issue, _ t: Instant) -> Bool {
    if issue.atOnce { return true }
    return isPersonal(issue) ? hours.suitsFriends(t) : hours.isOpen(t)
  }

  private func suitable(_ issue: Issue, _ t: Instant) -> Instant? {
    if issue.atOnce { return t }
    return isPersonal(issue) ? hours.friends(atOrAfter: t) : hours.open(atOrAfter: t)
  }

  private func reminder(of one: Owed, asOf now: Instant) -> Instant? {
    let issue = one.issue
    guard one.count > 0, let given = one.last else {
      return suitable(issue, issue.atOnce && issue.answered ? issue.due + 900 : issue.due)
    }
    let last = min(given, now)
    if issue.atOnce {
      return one.count < 4
        ? last + 900 : sameTimeTomorrow(last) ?? hours.nextOpening(last + (hours.isOpen(last) ? 0 : 1))
    }
    if isPersonal(issue) { return hours.thisEvening(hours.at(hours.date(last).adding(days: 1))) }
    if issue.kind == .support {
      if let tomorrow = sameTimeTomorrow(last) { return tomorrow }
      // Past midnight it is still the day on which the interval began, unless that goes on for days.
      let days = [hours.isOpen(last) ? hours.start(last) ?? last : last, last].map(hours.date)
      return days.compactMap { hours.opening(after: $0) }.first { $0 > last }
    }
    if issue.class == .unknown && issue.call != nil { return nil }
    return hours.open(seconds: 900, after: last).flatMap { hours.open(atOrAfter: $0) }
  }

  /// Hours that do not close in between have no opening to wait for.
  private func sameTimeTomorrow(_ last: Instant) -> Instant? {
    guard hours.isOpen(last) else { return nil }
    let civil = hours.zone.civil(last)
    let tomorrow = hours.at(civil.date.adding(days: 1), civil.time)
    return (hours.change(after: last) ?? Instant(seconds: .max)) > tomorrow ? tomorrow : nil
  }

  private func broken(_ issue: Issue) -> Broken {
    guard let promised = issue.promised else { return Broken() }
    if issue.kind == .support {
      let closing = hours.lastClosing(promised)
      let midnight = hours.at(hours.date(hours.open(atOrAfter: promised) ?? promised).adding(days: 1))
      let isEndless = (closing ?? Instant(seconds: .max)) > midnight
      return Broken(
        earliest: isEndless ? min(closing ?? midnight, midnight) : closing, latest: closing ?? midnight)
    }
    let quiet = hours.quiet
    let day = hours.date(promised)
    let today = hours.at(day, quiet.from)
    let end =
      quiet.from != quiet.to && today > promised
      ? today : hours.at(day.adding(days: 1), quiet.from == quiet.to ? .midnight : quiet.from)
    return Broken(earliest: end, latest: end)
  }

  // MARK: Calls

  private mutating func hear(_ news: CallNews, _ call: Call, at now: Instant) throws(Violation) {
    let waited = asks[call.id]
    asks[call.id] = call.verdict == .ask && call.outcome != .answered ? call : nil
    let rang = ringing.remove(call.id) != nil
    if !call.missed && call.outcome == nil { ringing.insert(call.id) }
    // What ended otherwise, or had been missed before, keeps its verdict.
    if news == .ended, call.outcome != .missed || !rang { return }
    let isOver = call.missed || (call.outcome ?? .answered) != .answered
    let hasExpired = news == .triaged && waited != nil && call.calledAt + 600 <= now
    let facts = Policy.Facts(
      call, isMissed: isOver, isOpen: hours.isOpen(call.calledAt), isBreak: hours.isBreak(call.calledAt))
    var rule = Policy.rule(facts)
    if hasExpired, call.reason.rawValue != rule.reason { rule = Policy.rule(facts.missed) }
    guard call.reason.rawValue == rule.reason, call.verdict == rule.verdict else {
      throw Violation("verdict", "call \(call.id): \(call.reason.rawValue), not \(rule.reason)")
    }
    if news == .received { try checkLeavings(of: call, rule) }
  }

  private func checkLeavings(of call: Call, _ rule: Policy.Rule) throws(Violation) {
    guard let leaves = rule.leaves, call.caller.person != nil else {
      if call.issue != nil { throw Violation("leavings", "call \(call.id) leaves an issue") }
      return
    }
    guard call.issue != nil else { throw Violation("leavings", "call \(call.id) leaves nothing") }
    let due =
      switch leaves {
      case .now: call.calledAt
      case .thisEvening: hours.thisEvening(call.calledAt)
      case .nextOpening: hours.nextOpening(call.calledAt) ?? call.calledAt
      }
    guard call.promised == due else {
      throw Violation(
        "promise", "call \(call.id): \(call.promised.map(hours.clock) ?? "none"), not \(hours.clock(due))")
    }
  }

  /// A call was acknowledged: what it left is owed, and at most one auto-reply goes to a person in a closure.
  func acknowledged(_ call: Call, at now: Instant) throws(Violation) {
    if let issue = call.issue, !known.contains(issue) {
      throw Violation("lost", "issue \(issue) of call \(call.id) was never queued")
    }
    guard call.autoReply != nil, let person = call.caller.person, let earlier = replied[person],
      earlier <= now,
      let start = hours.start(now), earlier >= start
    else { return }
    throw Violation("auto-reply", "a second one to \(person)")
  }
}

extension OfficeHours {
  /// A time as stories write it.
  func clock(_ instant: Instant) -> String {
    let civil = zone.civil(instant)
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][civil.date.weekday.rawValue - 1]
    return "\(weekday) \(civil.date) \(civil.time)"
  }

  /// Nobody asks about overrides that were over a month ago.
  mutating func forget(before now: Instant) {
    if forced.count > 90 { forced.removeAll { $0.until < now + -31 * 86_400 } }
  }
}
