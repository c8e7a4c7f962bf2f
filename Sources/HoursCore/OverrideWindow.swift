// From when until when: what people leave out, and what they mean by `10:00` to `14:00` at eleven.

import Civil

extension Plan {
  /// The stretch that an override is wished for; what of it is over already is left out.
  func window(from: TimeExpression?, until: TimeExpression?, at now: Instant) throws(Refusal)
    -> Range<Instant>
  {
    if let range = try presentRange(from: from, until: until, at: now) { return range }
    let start = try from.map { from throws(Refusal) in try edge(of: from, at: now) } ?? now
    let end: Instant
    if let until {
      end = try edge(of: until, at: now, from: start)
    } else if let from, from.isDay {
      end = startOfDay(date(of: start).adding(days: 1))
    } else {
      guard let change = regular.stretch(at: start).end else { throw .overrideNeedsUntil }
      end = change
    }
    guard end > now else { throw .overrideIsPast(until: end, now: now) }
    guard end > start else { throw .overrideEndsBeforeItBegins(from: start, until: end) }
    guard end <= zone.later(now, days: Limits.windowDays) else { throw .overrideTooFarAhead(until: end) }
    return max(start, now)..<end
  }

  /// What lies between two times of day, or a while after one, holds now when it has begun and is not over.
  private func presentRange(from: TimeExpression?, until: TimeExpression?, at now: Instant) throws(Refusal)
    -> Range<Instant>?
  {
    guard case .clock(let time) = from, let until else { return nil }
    switch until {
    case .clock, .later: break
    default: return nil
    }
    let end = try edge(of: until, at: now, from: last(time, atOrBefore: now))
    return end > now ? now..<end : nil
  }
}

extension TimeExpression {
  /// Whether it is a day alone.
  fileprivate var isDay: Bool {
    if case .day = self { true } else { false }
  }
}
