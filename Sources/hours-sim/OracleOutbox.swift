// The oracle's opinion of the mail: the closing duty, the pauses between tries, and that nothing is sent twice by itself.

import Civil
import HoursCore

struct OracleOutbox {
  /// Who can be written to.
  var book: any Directory = Strangers()
  private var unsent: [Int64: Message] = [:]
  /// What was planned by a clock that was ahead, as it is planned since.
  private var replanned: [Int64: Message] = [:]
  /// How often the owner wanted a message sent again of which nobody knows whether it left.
  private var again: [Int64: Int] = [:]
  /// Messages that a deliverer had when the daemon died, until that was told.
  private var openClaims: Set<Int64> = []

  /// policy.md's pauses: 1, 5, 15 minutes, 1, 4, 12 hours, then daily.
  private static let pauses: [Int64] = [60, 300, 900, 3_600, 14_400, 43_200, 86_400]

  var count: Int { unsent.count }

  private func pause(_ message: Message) -> Int64 {
    Self.pauses[min(max(message.tries, 1), Self.pauses.count) - 1]
  }

  mutating func restart() { openClaims.formUnion(unsent.values.filter { $0.state == .sending }.map(\.id)) }

  /// The office was made anew from the log, and knows of no other plan than that.
  mutating func startAnew() { replanned = [:] }

  /// What was planned by a clock that was ahead is not waited for that long.
  mutating func believe(_ now: Instant) {
    for (id, kept) in unsent {
      var message = replanned[id] ?? kept
      message.nextTry = message.nextTry.map { min($0, now + pause(message)) }
      message.sendingAt = message.sendingAt.map { min($0, now) }
      replanned[id] = message
    }
  }

  mutating func hear(_ news: MailNews, _ message: Message, at now: Instant, isBehind: Bool) throws(Violation)
  {
    let before = replanned[message.id] ?? unsent[message.id]
    replanned[message.id] = nil
    switch news {
    case .due:
      if isBehind { throw Violation("clock", "mail.due while it is behind") }
      guard let before, [.queued, .failed].contains(before.state), before.dueAt == nil,
        let next = before.nextTry,
        next <= now
      else { throw Violation("mail.due", "message \(message.id), which is not due") }
    case .sending:
      guard let before, [.queued, .failed].contains(before.state) else {
        throw Violation("claimed", "message \(message.id), which nobody may take")
      }
    case .failed:
      guard message.nextTry == now + pause(message) else { throw Violation("pause", "message \(message.id)") }
    case .queued:
      if before?.state == .uncertain && message.error == before?.error { again[message.id, default: 0] += 1 }
    case .uncertain:
      guard before?.state == .sending else {
        throw Violation("uncertain", "message \(message.id) was with nobody")
      }
      openClaims.remove(message.id)
    case .drafted, .sent, .waived: break
    }
    if message.state != .sending { openClaims.remove(message.id) }
    unsent[message.id] = message.state.isUnsent ? message : nil
  }

  /// A client who can be written to is told before an issue is settled.
  func checkDuty(_ issue: Issue, among events: [Event]) throws(Violation) {
    guard issue.kind == .support, let client = issue.client,
      book.caller(number: nil, name: client).email != nil
    else {
      return
    }
    let isTold = events.contains {
      if case .mail(.sent, let message) = $0.body { message.issue == issue.id } else { false }
    }
    if !isTold { throw Violation("closing duty", "issue \(issue.id) is settled, and nobody was told") }
  }

  func posted(_ id: Int64, times: Int) throws(Violation) {
    guard times <= 1 + again[id, default: 0] else { throw Violation("sent twice", "message \(id)") }
  }

  /// When something must happen next; nothing may be late.
  func next(at now: Instant) throws(Violation) -> Instant? {
    var next: Instant?
    for kept in unsent.values {
      let message = replanned[kept.id] ?? kept
      let at: Instant?
      switch message.state {
      case .queued, .failed: at = message.dueAt == nil ? message.nextTry : nil
      case .sending:
        if openClaims.contains(message.id) {
          throw Violation("uncertain", "message \(message.id) is not told of")
        }
        at = message.sendingAt.map { $0 + 900 }
      default: at = nil
      }
      guard let at else { continue }
      if at <= now {
        throw Violation("mail", "message \(message.id) is \(message.state.rawValue) since long")
      }
      next = min(next ?? at, at)
    }
    return next
  }
}
