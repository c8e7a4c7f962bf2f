// Hours in a place, with its holidays and exceptions: what is asked all day long.

import Civil

/// Working hours in a zone, with holidays, and with exceptions laid over them.
public struct Schedule: Sendable {
  /// The regular hours.
  public let expression: Expression

  /// Where they hold.
  public let zone: Zone

  /// What `PH` and `SH` stand for.
  public let holidays: Holidays

  /// Stretches forced open or closed; where two overlap, the later in the list holds.
  public var exceptions: [Exception]

  /// Makes a schedule of regular hours in a zone.
  public init(
    _ expression: Expression, zone: Zone, holidays: Holidays = Holidays(), exceptions: [Exception] = []
  ) {
    self.expression = expression
    self.zone = zone
    self.holidays = holidays
    self.exceptions = exceptions
  }

  /// The longest stretch of one state around an instant.
  public func stretch(at instant: Instant) -> Stretch {
    Stretch(start: nil, end: nil, state: .closed, reason: nil)
  }

  /// The state at an instant.
  public func state(at instant: Instant) -> State { stretch(at: instant).state }

  /// Why the state is what it is: a holiday's name, a rule's comment, an exception's reason.
  public func reason(at instant: Instant) -> String? { stretch(at: instant).reason }

  /// The first instant after the given one at which the state is another.
  public func nextChange(after instant: Instant) -> Instant? { stretch(at: instant).end }

  /// The first open instant at or after the given one; nil for never.
  public func nextOpening(atOrAfter instant: Instant) -> Instant? { nil }

  /// The stretches in a window that are not closed, in order, cut at the window's ends.
  public func intervals(from start: Instant, to end: Instant) -> [Interval] { [] }

  /// The stretches that reach into a window and are not closed, whole.
  public func wholeIntervals(from start: Instant, to end: Instant) -> [Interval] { [] }

  /// The open stretches whose first instant lies on a date, whole.
  public func intervals(startingOn date: CivilDate) -> [Interval] { [] }

  /// The instant that lies so many seconds of open time after another; nil for never.
  public func add(workingTime: Int64, to instant: Instant) -> Instant? { nil }

  /// The open time between two instants, in seconds; 0 when `end` is not later.
  public func workingTime(from start: Instant, to end: Instant) -> Int64 { 0 }
}
