// Instants inside JSON and the like: one text each, in the reader's own zone where the encoder is told it.

extension CodingUserInfoKey {
  /// The ``Zone`` whose offset encoded instants carry; without it they are written in UTC, with `Z`.
  // The initializer is failable by its protocol only: it never fails.
  public static let zone = CodingUserInfoKey(rawValue: "civil.zone")!
}

extension Instant: Codable {
  /// Reads RFC 3339 text with any offset.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(rfc3339: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a time as in 2026-11-24T09:00:00+03:00: \(text)")
    }
    self = instant
  }

  /// Writes RFC 3339 text with the offset of `userInfo[.zone]`, else in UTC.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let zone = encoder.userInfo[.zone] as? Zone {
      try container.encode(zone.rfc3339(self))
    } else {
      try container.encode(description)
    }
  }
}
