// The office: what must be known at once to decide. It is the sum of its events; nothing else changes it.

import Civil

/// What a request leads to: what happened, and what to answer.
public struct Decision: Sendable {
  public var events: [Event]
  public var reply: Reply
}

/// What an office must know at the start, so that nobody has to read its whole history.
public struct Memory: Sendable {
  public var pending: [Issue] = []
  /// Calls that wait for triage.
  public var asks: [Call] = []
  public var told: [Told] = []
  public var announcement: Announcement?
  public var overrides = Overrides()
  /// Messages that are still owed.
  public var unsent: [Message] = []
  /// ``Office/openClaims`` of the office that this one replaces; nil when the daemon starts.
  public var openClaims: [Int64: Int]?
  public var lastIssue: Int64 = 0
  public var lastCall: Int64 = 0
  public var lastMessage: Int64 = 0
  public var lastEvent: Int64 = 0
  public var lastEventAt: Instant?

  public init() {}
}

/// The owner's office: decides requests, and keeps what is pending.
public struct Office: Sendable {
  public private(set) var configuration: Configuration
  var plan: Plan
  /// The working hours as they are printed: once a configuration, for every status says them.
  var hoursText: String
  var queue = Queue()
  var asks: [Int64: Call] = [:]
  var told: [String: Told] = [:]
  var outbox: Outbox
  public internal(set) var announcement: Announcement?
  public internal(set) var overrides: Overrides
  var lastIssue: Int64
  var lastCall: Int64
  var lastMessage: Int64
  /// The number of the newest event.
  public private(set) var seq: Int64
  var clock: OfficeClock

  public init(_ configuration: Configuration, memory: Memory = Memory(), at now: Instant) {
    self.configuration = configuration
    overrides = memory.overrides
    plan = Plan(configuration, overrides: overrides)
    hoursText = configuration.hours.description
    announcement = memory.announcement
    lastIssue = memory.lastIssue
    lastCall = memory.lastCall
    lastMessage = memory.lastMessage
    seq = memory.lastEvent
    clock = OfficeClock(latest: memory.lastEventAt)
    outbox = Outbox(memory.unsent, openClaims: memory.openClaims, now: now)
    _ = clock.observe(now)
    announcement?.follow(plan, at: clock.farthest(now))
    queue = Queue(memory.pending, plan: plan, now: now)
    for call in memory.asks where call.waitsForTriage { asks[call.id] = call }
    for heard in memory.told { told[heard.person] = heard }
  }

  public var zone: Zone { plan.zone }

  /// The messages that a deliverer had when the daemon started, and how often they had been taken by then.
  public var openClaims: [Int64: Int] { outbox.openClaims }

  /// The ids of the calls that wait for triage.
  public var waitingCalls: [Int64] { asks.keys.sorted() }

  /// Takes what happened. Total: an event that was decided cannot fail to apply.
  public mutating func apply(_ events: [Event]) {
    for event in events { apply(event) }
  }

  private mutating func apply(_ event: Event) {
    seq += 1
    clock.record(event.at)
    switch event.body {
    case .office(_, let announcement):
      self.announcement = announcement
    // Whoever is forgotten was so in all that came before, for it was written anew.
    case .configured, .forgotten:
      break
    case .override(let news, let override):
      let known = overrides.all
      overrides.take(override, news)
      // One that ends by itself changes no hours.
      if overrides.all != known { follow(Plan(configuration, overrides: overrides), at: event.at) }
    case .call(_, let call):
      lastCall = max(lastCall, call.id)
      asks[call.id] = call.waitsForTriage ? call : nil
    case .told(let heard):
      told[heard.person] = heard
    case .due(let issues):
      for issue in issues { queue.put(issue, plan: plan, now: event.at) }
    case .issue(_, let issue, _):
      lastIssue = max(lastIssue, issue.id)
      queue.put(issue, plan: plan, now: event.at)
    case .mail(_, let message):
      lastMessage = max(lastMessage, message.id)
      outbox.put(message, now: event.at)
    }
  }

  /// Other hours move reminders and what was announced, never promises.
  private mutating func follow(_ plan: Plan, at now: Instant) {
    self.plan = plan
    queue.replan(plan, now: now)
    announcement?.follow(plan, at: clock.farthest(now))
  }

  /// Works by other hours from now on, and says which promises fall where nobody works any more.
  public mutating func adopt(_ configuration: Configuration, at now: Instant) -> Decision {
    let changed = self.configuration.differences(from: configuration)
    let plan = Plan(configuration, overrides: overrides)
    let affected = affected(by: plan, at: now)
    self.configuration = configuration
    hoursText = configuration.hours.description
    follow(plan, at: now)
    let events = changed.isEmpty ? [] : [Event(.configured(changed: changed), at: now)]
    return Decision(events: events, reply: .reloaded(changed: changed, affected: affected))
  }
}

/// Whether the wall clock can be believed, judged by the events that it has stamped.
struct OfficeClock: Hashable, Sendable {
  private(set) var latest: Instant?
  private var behindSince: Instant?

  init(latest: Instant?) { self.latest = latest }

  var isBehind: Bool { behindSince != nil }

  /// When to look again, while the clock is behind.
  var nextLook: Instant? {
    guard let behindSince, let latest else { return nil }
    return min(behindSince + Limits.clockPatience, latest)
  }

  /// Looks at the clock. A clock that is behind is believed again when it has caught up or patience ends.
  ///
  /// True when it is believed again just now: what was reckoned by the wrong clock must be reckoned anew.
  mutating func observe(_ now: Instant) -> Bool {
    guard let latest else { return false }
    if let since = behindSince {
      if now >= latest {
        behindSince = nil
        return true
      } else if now >= since + Limits.clockPatience || now < since {
        behindSince = now < since ? now : nil
        if behindSince == nil {
          self.latest = now
          return true
        }
      }
    } else if now < latest + -Limits.clockSkew {
      behindSince = now
    }
    return false
  }

  /// The later of now and the last event: what was announced by a clock that has since been set back holds.
  func farthest(_ now: Instant) -> Instant { max(now, latest ?? now) }

  mutating func record(_ instant: Instant) { latest = max(latest ?? instant, instant) }
}

extension Configuration {
  /// The parts that another configuration says otherwise, by the names of the file's keys.
  func differences(from other: Configuration) -> [String] {
    let parts: [(String, Bool)] = [
      ("timezone", zone == other.zone), ("hours", hours == other.hours),
      ("holidays", holidays == other.holidays), ("absence", absences == other.absences),
      ("evening", evening == other.evening), ("quiet", quiet == other.quiet),
      ("language", language == other.language), ("support", support == other.support),
      ("mail", mail == other.mail), ("critical", criticalPhrases == other.criticalPhrases),
      ("words", scripts == other.scripts),
      ("contacts", directory.isSame(as: other.directory)),
    ]
    return parts.filter { !$0.1 }.map(\.0)
  }
}
