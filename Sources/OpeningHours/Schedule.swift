// Hours in a place, with its holidays and exceptions: what is asked all day long.

import Civil

/// Working hours in a zone, with holidays, and with exceptions laid over them.
public struct Schedule: Sendable {
  /// The regular hours.
  public let expression: Expression

  /// Where they hold.
  public var zone: Zone { regular.zone }

  /// What `PH` and `SH` stand for.
  public let holidays: Holidays

  /// Stretches forced open or closed; where two overlap, the later in the list holds.
  public var exceptions: [Exception] {
    didSet { overlay = Overlay(exceptions) }
  }

  let regular: Regular
  private(set) var overlay: Overlay

  /// Makes a schedule of regular hours in a zone.
  public init(
    _ expression: Expression, zone: Zone, holidays: Holidays = Holidays(), exceptions: [Exception] = []
  ) {
    self.expression = expression
    self.holidays = holidays
    self.exceptions = exceptions
    regular = Regular(plan: Plan(expression, holidays: holidays), zone: zone)
    overlay = Overlay(exceptions)
  }

  /// The state at an instant.
  public func state(at instant: Instant) -> State {
    overlay.piece(at: instant)?.state ?? regular.state(at: instant)
  }

  /// Why the state is what it is: an exception's reason, a rule's comment, a holiday's name.
  public func reason(at instant: Instant) -> String? {
    if let exception = overlay.piece(at: instant) { return exception.reason }
    return regular.reason(at: instant)
  }

  /// The longest stretch of one state around an instant.
  public func stretch(at instant: Instant) -> Stretch {
    Stretch(
      start: start(of: instant), end: nextChange(after: instant), state: state(at: instant),
      reason: reason(at: instant))
  }

  /// The first instant after the given one at which the state is another; nil beyond
  /// ``Limits/changeHorizon``.
  public func nextChange(after instant: Instant) -> Instant? {
    change(after: instant, before: instant + Schedule.seconds(days: Limits.changeHorizon) + 1)?.instant
  }

  /// The first open instant at or after the given one; nil for never, or beyond ``Limits/openingHorizon``.
  public func nextOpening(atOrAfter instant: Instant) -> Instant? {
    let limit = instant + Schedule.seconds(days: Limits.openingHorizon)
    var now = instant
    while now < limit {
      let exception = overlay.firstPiece(endingAfter: now)
      if let exception, exception.start <= now {
        if exception.state == .open { return now }
        now = exception.end
        continue
      }
      if regular.state(at: now) == .open { return now }
      let opening = regularOpening(after: now, before: min(limit, exception?.start ?? limit))
      if let opening { return opening }
      guard let exception else { return nil }
      now = exception.start
    }
    return nil
  }

  static func seconds(days: Int) -> Int64 { Int64(days) * 86_400 }

  private func regularOpening(after instant: Instant, before limit: Instant) -> Instant? {
    let plan = regular.plan
    guard plan.mayOpen else { return nil }
    var limit = limit
    if let last = plan.lastOpenDay {
      // A day's hours may run into the next, and a zone may be a day from UTC.
      limit = min(limit, Instant(seconds: Int64(max(last, -100_000_000) + 4) * 86_400))
    }
    guard instant < limit else { return nil }
    return regular.next(.reaching(.open), after: instant, before: limit)?.instant
  }
}

// MARK: Changes

extension Schedule {
  /// The first instant after the given one, and before `limit`, at which the state is another, and which.
  func change(after instant: Instant, before limit: Instant) -> (instant: Instant, state: State)? {
    if overlay.pieces.isEmpty { return regular.next(.change, after: instant, before: limit) }
    let state = state(at: instant)
    var now = instant
    while now < limit {
      let change: Instant
      let exception = overlay.firstPiece(endingAfter: now)
      if let exception, exception.start <= now {
        change = exception.end
      } else {
        let edge = min(limit, exception?.start ?? limit)
        let next = regular.next(.leaving(state), after: now, before: edge)?.instant ?? exception?.start
        guard let next else { return nil }
        change = next
      }
      guard change < limit else { return nil }
      let changed = self.state(at: change)
      if changed != state { return (change, changed) }
      now = change
    }
    return nil
  }

  /// The first instant of the stretch around an instant; nil beyond ``Limits/changeHorizon``.
  private func start(of instant: Instant) -> Instant? {
    let limit = instant + -Schedule.seconds(days: Limits.changeHorizon)
    let state = state(at: instant)
    var now = instant
    while now > limit {
      let edge: Instant
      if let exception = overlay.piece(at: now) {
        edge = exception.start
      } else {
        let last = overlay.lastPiece(endingBy: now)
        let bound = max(limit, last?.end ?? limit)
        guard let start = regular.start(of: now, after: bound) ?? last?.end else { return nil }
        edge = start
      }
      guard edge > limit else { return nil }
      if self.state(at: edge + -1) != state { return edge }
      now = edge + -1
    }
    return nil
  }
}
