// What the owner says against the hours: a stretch forced open or closed, and all of them that an office must know.

import Civil

/// A stretch forced open or closed, with a reason; it ends by itself.
public struct Override: Codable, Hashable, Sendable {
  public var id: Int64
  public var state: OfficeState
  /// Its first instant.
  public var from: Instant
  /// The first instant after it; `from` itself when it was taken back before it began.
  public var until: Instant
  public var reason: String?
  public var madeAt: Instant

  enum CodingKeys: String, CodingKey {
    case id, state, from, until, reason
    case madeAt = "made_at"
  }

  func holds(at instant: Instant) -> Bool { from <= instant && instant < until }
}

/// The overrides of an office: of two that overlap the later made one holds.
public struct Overrides: Codable, Hashable, Sendable {
  /// Running or to come, in the order in which they were made. One that has ended stays until that was announced.
  public private(set) var standing: [Override] = []
  /// Over; kept because a call is judged by the hours of its own time.
  private var over: [Override] = []
  /// The greatest id that was ever given.
  public private(set) var last: Int64 = 0

  public init() {}

  /// All that are known, in the order in which they were made.
  var all: [Override] { (over + standing).sorted { $0.id < $1.id } }

  /// The same overrides, each in other words.
  func mapped(_ change: (Override) -> Override) -> Overrides {
    var overrides = self
    overrides.standing = standing.map(change)
    overrides.over = over.map(change)
    return overrides
  }

  mutating func take(_ override: Override, _ news: OverrideNews) {
    standing.removeAll { $0.id == override.id }
    switch news {
    case .made:
      standing.append(override)
      last = max(last, override.id)
    case .ended:
      guard override.from < override.until else { return }
      over.append(override)
      over.removeFirst(max(over.count - Limits.pastOverrides, 0))
    }
  }
}

extension Office {
  func override(_ wish: OverrideWish, at now: Instant) throws(Refusal) -> Decision {
    guard overrides.standing.count < Limits.overrides else { throw .tooManyOverrides }
    let window = try plan.window(from: wish.from, until: wish.until, at: now)
    let override = Override(
      id: overrides.last + 1, state: wish.state, from: window.lowerBound, until: window.upperBound,
      reason: wish.reason, madeAt: now)
    return decision(.made, override, at: now)
  }

  /// Ends one that is running, and takes back one that is still to come.
  func endOverride(_ id: Int64, at now: Instant) throws(Refusal) -> Decision {
    guard id > 0, id <= overrides.last else { throw .noSuchOverride(id) }
    guard var override = overrides.standing.first(where: { $0.id == id }), override.until > now else {
      throw .overrideIsOver(id)
    }
    override.until = max(override.from, now)
    return decision(.ended, override, at: now)
  }

  /// Those that hold now or will.
  func listOverrides(at now: Instant) -> Decision {
    let present = overrides.standing.filter { $0.until > now }
    return Decision(events: [], reply: .overrides(present.sorted { ($0.from, $0.id) < ($1.from, $1.id) }))
  }

  private func decision(_ news: OverrideNews, _ override: Override, at now: Instant) -> Decision {
    var future = overrides
    future.take(override, news)
    let affected = affected(by: Plan(configuration, overrides: future), at: now)
    return Decision(
      events: [Event(.override(news, override), at: now)], reply: .override(override, affected: affected))
  }

  /// The issues whose promise falls where nobody works any more, once another plan holds.
  ///
  /// A promise of today that could still be kept is among them when its day would be over at once. What was broken before
  /// is not, and friends are not rung back in hours.
  func affected(by new: Plan, at now: Instant) -> [Issue] {
    func breaks(_ issue: Issue, promised: Instant) -> Bool {
      if promised >= now { return plan.isOpen(at: promised) && !new.isOpen(at: promised) }
      guard let old = plan.brokenAt(issue), let broken = new.brokenAt(issue) else { return false }
      return old > now && broken <= now
    }
    return queue.issues.values.filter { issue in
      guard let promised = issue.promised, !issue.isPersonal else { return false }
      return breaks(issue, promised: promised)
    }.sorted { $0.id < $1.id }
  }
}
