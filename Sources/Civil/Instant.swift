// The only kind of time that is stored, compared and waited for: a count of seconds, the same everywhere.

/// A point in time, to the second.
///
/// Knows no zone and no calendar: only ``Zone`` turns it into a civil time and back.
public struct Instant: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, as POSIX counts them (no leap seconds).
  public var seconds: Int64

  /// Makes the instant that lies so many seconds after 1970-01-01T00:00:00Z.
  ///
  /// Thirty million years on either side time ends: further instants are the last or first.
  public init(seconds: Int64) { self.seconds = min(max(seconds, -Instant.furthest), Instant.furthest) }

  /// So far that nobody asks for it, so near that no sum of days, offsets and seconds overflows.
  private static let furthest: Int64 = 1_000_000_000_000_000
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
