/// A point in time, to the second.
///
/// Knows no zone and no calendar: only ``Zone`` turns it into a civil time and back.
public struct Instant: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, as POSIX counts them (no leap seconds).
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }
}

extension Instant: Comparable {
  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  public static func + (instant: Instant, seconds: Int64) -> Instant { Instant(seconds: instant.seconds + seconds) }

  /// The seconds from `b` to `a`.
  public static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }
}
