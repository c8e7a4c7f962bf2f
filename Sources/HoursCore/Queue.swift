// The pending issues, and which of them is next: kept in order, so that nobody has to look through all of them.

import Civil

/// Instants with the issues they belong to, in order.
struct Timeline: Sendable {
  private struct Entry: Comparable {
    let at: Instant
    let id: Int64

    static func < (a: Entry, b: Entry) -> Bool { (a.at, a.id) < (b.at, b.id) }
  }

  private var entries: [Entry] = []

  var first: Instant? { entries.first?.at }

  /// How many lie at or before an instant.
  func count(through instant: Instant) -> Int { index(of: Entry(at: instant, id: .max)) }

  func ids(through instant: Instant) -> [Int64] { entries.prefix(count(through: instant)).map(\.id) }

  init() {}

  init(_ instants: some Sequence<(at: Instant, id: Int64)>) {
    entries = instants.map { Entry(at: $0.at, id: $0.id) }.sorted()
  }

  mutating func insert(_ id: Int64, at instant: Instant) {
    let entry = Entry(at: instant, id: id)
    entries.insert(entry, at: index(of: entry))
  }

  mutating func remove(_ id: Int64, at instant: Instant) {
    let entry = Entry(at: instant, id: id)
    let index = index(of: entry)
    if index < entries.count, entries[index] == entry { entries.remove(at: index) }
  }

  /// The first place whose entry is not before this one.
  private func index(of entry: Entry) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The pending issues with the instants that matter about them.
struct Queue: Sendable {
  private struct Times {
    let due: Instant
    let reminder: Instant?
    let broken: Instant?

    init(due: Instant, reminder: Instant?, broken: Instant?) {
      self.due = due
      self.reminder = reminder
      self.broken = broken
    }

    init(_ issue: Issue, plan: Plan, now: Instant) {
      self.init(due: issue.due, reminder: plan.nextReminder(issue, asOf: now), broken: plan.brokenAt(issue))
    }
  }

  private(set) var issues: [Int64: Issue] = [:]
  private var times: [Int64: Times] = [:]
  private var persons: [String: Set<Int64>] = [:]
  private(set) var due = Timeline()
  private(set) var reminders = Timeline()
  private(set) var broken = Timeline()

  init() {}

  /// All that is pending, in order at once: one by one each would move half of the others.
  init(_ pending: [Issue], plan: Plan, now: Instant) {
    for issue in pending where issue.state == .pending {
      issues[issue.id] = issue
      times[issue.id] = Times(issue, plan: plan, now: now)
      if let person = issue.person { persons[person, default: []].insert(issue.id) }
    }
    due = Timeline(times.map { ($0.value.due, $0.key) })
    reminders = Timeline(times.compactMap { entry in entry.value.reminder.map { ($0, entry.key) } })
    broken = Timeline(times.compactMap { entry in entry.value.broken.map { ($0, entry.key) } })
  }

  /// Takes an issue as it now is: in, changed, or out when it is no longer pending.
  mutating func put(_ issue: Issue, plan: Plan, now: Instant) {
    remove(issue.id)
    guard issue.state == .pending else { return }
    let new = Times(issue, plan: plan, now: now)
    issues[issue.id] = issue
    times[issue.id] = new
    if let person = issue.person { persons[person, default: []].insert(issue.id) }
    due.insert(issue.id, at: new.due)
    if let reminder = new.reminder { reminders.insert(issue.id, at: reminder) }
    if let instant = new.broken { broken.insert(issue.id, at: instant) }
  }

  private mutating func remove(_ id: Int64) {
    guard let issue = issues.removeValue(forKey: id), let old = times.removeValue(forKey: id) else { return }
    if let person = issue.person {
      persons[person]?.remove(id)
      if persons[person]?.isEmpty == true { persons[person] = nil }
    }
    due.remove(id, at: old.due)
    if let reminder = old.reminder { reminders.remove(id, at: reminder) }
    if let instant = old.broken { broken.remove(id, at: instant) }
  }

  /// All of them under another plan, which moves reminders and never promises.
  mutating func replan(_ plan: Plan, now: Instant) {
    self = Queue(Array(issues.values), plan: plan, now: now)
  }

  /// Moves a reminder that may not come now; says nothing to anybody.
  mutating func postpone(_ id: Int64, to instant: Instant?) {
    guard let old = times[id] else { return }
    if let reminder = old.reminder { reminders.remove(id, at: reminder) }
    if let instant { reminders.insert(id, at: instant) }
    times[id] = Times(due: old.due, reminder: instant, broken: old.broken)
  }

  func reminder(of id: Int64) -> Instant? { times[id]?.reminder }

  /// One person's pending issues, oldest first.
  func issues(of person: String?) -> [Issue] {
    guard let person, let ids = persons[person] else { return [] }
    return ids.sorted().compactMap { issues[$0] }
  }

  func ringBack(of person: String) -> Issue? { issues(of: person).first { $0.kind == .ringBack } }
}
