// The messages that are still owed to clients, and when something is to be said of them.

import Civil

/// The unsent messages with the instants that matter about them.
struct Outbox: Sendable {
  private(set) var messages: [Int64: Message] = [:]
  /// How many are in each state.
  private(set) var counts: [MessageState: Int] = [:]
  /// When a try is due, or one that is under way has taken too long.
  private(set) var wakes = Timeline()
  private var wake: [Int64: Instant] = [:]
  /// Messages that a deliverer had when this daemon started, and how often they had been taken by then: nobody knows
  /// what became of those tries.
  let openClaims: [Int64: Int]

  init(_ messages: [Message] = [], openClaims: [Int64: Int]? = nil, now: Instant) {
    let sending = messages.filter { $0.state == .sending }
    self.openClaims = openClaims ?? Dictionary(uniqueKeysWithValues: sending.map { ($0.id, $0.tries) })
    for message in messages { put(message, now: now) }
  }

  /// Takes a message as it now is: in, changed, or out when it is owed no longer.
  mutating func put(_ message: Message, now: Instant) {
    remove(message.id)
    guard message.state.isUnsent else { return }
    messages[message.id] = message
    counts[message.state, default: 0] += 1
    wake[message.id] = nextWake(of: message, asOf: now)
    if let instant = wake[message.id] { wakes.insert(message.id, at: instant) }
  }

  private mutating func remove(_ id: Int64) {
    guard let message = messages.removeValue(forKey: id) else { return }
    counts[message.state, default: 0] -= 1
    if let instant = wake.removeValue(forKey: id) { wakes.remove(id, at: instant) }
  }

  /// All of them by another clock.
  mutating func replan(now: Instant) {
    for message in messages.values { put(message, now: now) }
  }

  /// `now` bounds what was planned by a clock that has been set back since.
  private func nextWake(of message: Message, asOf now: Instant) -> Instant? {
    switch message.state {
    case .queued, .failed:
      guard message.dueAt == nil, let nextTry = message.nextTry else { return nil }
      return min(nextTry, now + message.pause)
    case .sending:
      if openClaims[message.id] == message.tries { return Instant(seconds: 0) }
      return min(message.sendingAt ?? now, now) + Limits.sending
    case .draft, .uncertain, .sent, .waived, .withdrawn: return nil
    }
  }

  /// Oldest first.
  func messages(about issue: Int64) -> [Message] {
    messages.values.filter { $0.issue == issue }.sorted { $0.id < $1.id }
  }

  /// What has come by now: messages to be taken, and tries that have taken too long.
  func news(at now: Instant) -> [Event] {
    wakes.ids(through: now).compactMap { messages[$0] }.map { message in
      var message = message
      guard message.state != .sending else { return message.doubted(at: now) }
      message.dueAt = now
      return Event(.mail(.due, message), at: now)
    }
  }
}

extension Message {
  /// How long to wait after a try that failed, in seconds.
  var pause: Int64 { Limits.mailPauses[min(max(tries, 1), Limits.mailPauses.count) - 1] }

  /// Nobody knows what became of the try.
  func doubted(at now: Instant) -> Event {
    var message = self
    message.state = .uncertain
    message.nextTry = nil
    message.dueAt = nil
    return Event(.mail(.uncertain, message), at: now)
  }
}
