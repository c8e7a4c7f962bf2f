// The only kind of time that is stored, compared and waited for: a count of seconds, the same everywhere.

/// A point in time, to the second.
///
/// Knows no zone and no calendar: only ``Zone`` turns it into a civil time and back.
public struct Instant: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, as POSIX counts them (no leap seconds).
  public var seconds: Int64

  /// Makes the instant that lies so many seconds after 1970-01-01T00:00:00Z.
  ///
  /// Time ends where the calendar does, with the years -9999 and 9999: beyond them it is the first or last.
  public init(seconds: Int64) { self.seconds = min(max(seconds, Instant.first), Instant.last) }

  /// -9999-01-01T00:00:00Z.
  private static let first: Int64 = -377_705_116_800

  /// 9999-12-31T23:59:59Z.
  private static let last: Int64 = 253_402_300_799
}

extension Instant: Comparable {
  /// Whether `a` comes before `b`.
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// The instant so many seconds later (earlier, when negative).
  public static func + (instant: Instant, seconds: Int64) -> Instant {
    let (sum, overflow) = instant.seconds.addingReportingOverflow(seconds)
    return Instant(seconds: overflow ? (seconds < 0 ? .min : .max) : sum)
  }

  /// The seconds from `b` to `a`.
  public static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }
}
