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
    var reading = Reading()
    return state(at: instant, &reading)
  }

  /// Why the state is what it is: an exception's reason, a rule's comment, a holiday's name.
  public func reason(at instant: Instant) -> String? {
    if let exception = overlay.piece(at: instant) { return exception.reason }
    return regular.reason(at: instant)
  }

  /// The longest stretch of one state around an instant.
  public func stretch(at instant: Instant) -> Stretch {
    var reading = Reading()
    return Stretch(
      start: start(of: instant, &reading), end: nextChange(after: instant),
      state: state(at: instant), reason: reason(at: instant))
  }

  /// The first instant after the given one at which the state is another; nil beyond
  /// ``Limits/changeHorizon``.
  public func nextChange(after instant: Instant) -> Instant? {
    var reading = Reading()
    return nextChange(after: instant, &reading)
  }

  /// The first open instant at or after the given one; nil for never, or beyond ``Limits/openingHorizon``.
  public func nextOpening(atOrAfter instant: Instant) -> Instant? {
    var reading = Reading()
    return nextOpening(atOrAfter: instant, &reading)
  }

  /// An instant after the given one before which surely neither the state nor its reason is another.
  package func edge(after instant: Instant) -> Instant {
    let exception = overlay.firstPiece(endingAfter: instant)
    if let exception, exception.start <= instant { return exception.end }
    let edge = regular.edge(after: instant)
    return exception.map { min($0.start, edge) } ?? edge
  }

  static func seconds(days: Int) -> Int64 { Int64(days) * 86_400 }
}

// MARK: The same, in one reading

extension Schedule {
  func state(at instant: Instant, _ reading: inout Reading) -> State {
    overlay.piece(at: instant)?.state ?? regular.state(at: instant, &reading)
  }

  func nextChange(after instant: Instant, _ reading: inout Reading) -> Instant? {
    let limit = instant + Schedule.seconds(days: Limits.changeHorizon) + 1
    return change(after: instant, before: limit, &reading)?.instant
  }

  func nextOpening(atOrAfter instant: Instant, _ reading: inout Reading) -> Instant? {
    let limit = instant + Schedule.seconds(days: Limits.openingHorizon)
    var now = instant
    while now < limit {
      let exception = overlay.firstPiece(endingAfter: now)
      if let exception, exception.start <= now {
        if exception.state == .open { return now }
        now = exception.end
        continue
      }
      if regular.state(at: now, &reading) == .open { return now }
      if regular.plan.mayOpen {
        let limit = min(limit, exception?.start ?? limit)
        let opening = regular.next(.reaching(.open), after: now, before: limit, &reading)
        if let opening { return opening.instant }
      }
      guard let exception else { return nil }
      now = exception.start
    }
    return nil
  }

  /// The first instant after the given one, and before `limit`, at which the state is another, and which.
  func change(
    after instant: Instant, before limit: Instant, _ reading: inout Reading
  ) -> (instant: Instant, state: State)? {
    if overlay.pieces.isEmpty { return regular.next(.change, after: instant, before: limit, &reading) }
    let state = state(at: instant, &reading)
    var now = instant
    while now < limit {
      let change: Instant
      let exception = overlay.firstPiece(endingAfter: now)
      if let exception, exception.start <= now {
        change = exception.end
      } else {
        let edge = min(limit, exception?.start ?? limit)
        let next = regular.next(.leaving(state), after: now, before: edge, &reading)
        guard let next = next?.instant ?? exception?.start else { return nil }
        change = next
      }
      guard change < limit else { return nil }
      let changed = self.state(at: change, &reading)
      if changed != state { return (change, changed) }
      now = change
    }
    return nil
  }

  /// The first instant of the stretch around an instant; nil beyond ``Limits/changeHorizon``.
  func start(of instant: Instant, _ reading: inout Reading) -> Instant? {
    let limit = instant + -Schedule.seconds(days: Limits.changeHorizon)
    let state = state(at: instant, &reading)
    var now = instant
    while now > limit {
      let edge: Instant
      if let exception = overlay.piece(at: now) {
        edge = exception.start
      } else {
        let last = overlay.lastPiece(endingBy: now)
        let bound = max(limit, last?.end ?? limit)
        guard let start = regular.start(of: now, after: bound, &reading) ?? last?.end else { return nil }
        edge = start
      }
      guard edge > limit else { return nil }
      if self.state(at: edge + -1, &reading) != state { return edge }
      now = edge + -1
    }
    return nil
  }
}
