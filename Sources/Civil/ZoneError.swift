// What can be wrong with a zone's bytes, as data, and its words in one place.

/// A zone that cannot be used, and why.
public struct ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The zone's name, as it was asked for.
  public let zone: String

  /// What is wrong with its bytes.
  public let reason: Reason

  /// Makes the error of a zone.
  public init(zone: String, reason: Reason) {
    self.zone = zone
    self.reason = reason
  }

  /// What can be wrong with the bytes of a zone.
  public enum Reason: Error, Hashable, Sendable {
    /// They do not begin as TZif does.
    case notTZif
    /// They end too early.
    case truncated
    /// A field holds what it must not; the text names it.
    case malformed(String)
    /// The zone counts leap seconds (a file of `right/`), but POSIX clocks do not.
    case leapSeconds
  }

  /// The zone, what is wrong and what to do.
  public var description: String {
    switch reason {
    case .notTZif: "\(zone): not a time zone file (TZif); give a name such as Europe/Berlin"
    case .truncated: "\(zone): the time zone file ends too early; reinstall the package tzdata"
    case .malformed(let what):
      "\(zone): the time zone file is damaged (\(what)); reinstall the package tzdata"
    case .leapSeconds:
      "\(zone): this zone counts leap seconds, the system's clock does not; use it without right/"
    }
  }
}
