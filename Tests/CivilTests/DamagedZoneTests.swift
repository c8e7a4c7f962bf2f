// Bytes that are not a zone: an error that names it, never a crash.

import Civil
import Testing

@Suite struct DamagedZoneTests {
  static let berlin = (try? SystemZones.bytes("Europe/Berlin")) ?? []

  @Test func everyTruncation() {
    #expect(Self.berlin.count > 500)
    for length in 0..<Self.berlin.count {
      #expect(throws: ZoneError.self, "\(length) bytes") {
        try Zone(name: "Europe/Berlin", tzif: Array(Self.berlin.prefix(length)))
      }
    }
  }

  /// Any one byte may be any other: what is accepted must still answer.
  @Test func everyByteChanged() throws {
    var accepted = 0
    let instants = [-1 << 40, -1, 0, 1_000_000_000, 1_800_000_000, 4_000_000_000].map(Instant.init)
    for index in Self.berlin.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var bytes = Self.berlin
        bytes[index] ^= change
        guard let zone = try? Zone(name: "damaged", tzif: bytes) else { continue }
        accepted += 1
        for instant in instants {
          #expect(zone.first(of: zone.civil(instant)) <= instant)
          if let next = zone.nextTransition(after: instant) { #expect(next > instant) }
        }
      }
    }
    #expect(accepted > 0)
  }

  @Test func hugeCounts() {
    var bytes = SystemZones.bytes(footer: "CET-1", offset: 3600, name: "CET")
    for index in 20..<44 { bytes[index] = 0xFF }
    #expect(throws: ZoneError(zone: "x", reason: .truncated)) { try Zone(name: "x", tzif: bytes) }
  }

  @Test func leapSecondsAreRefused() throws {
    let bytes = try SystemZones.bytes("right/Europe/Berlin")
    #expect(throws: ZoneError(zone: "right/Europe/Berlin", reason: .leapSeconds)) {
      try Zone(name: "right/Europe/Berlin", tzif: bytes)
    }
  }

  @Test(
    arguments: [
      "CET", "CET-1CEST", "CET-25", "C1", "<CET-1", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
      "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,366,J365", "CET-1CEST,M3.5.0/168,M10.5.0",
      "CET-1CEST,M3.5.0,M10.5.0x", "CET-1:60", "CET-1CEST,M3.5.0", "CET-99999999999999999999",
    ])
  func wrongFooter(_ footer: String) {
    let bytes = SystemZones.bytes(footer: footer, offset: 3600, name: "CET")
    #expect(throws: ZoneError(zone: "x", reason: .malformed("footer \(footer)"))) {
      try Zone(name: "x", tzif: bytes)
    }
  }

  @Test func theErrorSaysWhatToDo() {
    let error = ZoneError(zone: "Europe/Berlin", reason: .truncated)
    #expect("\(error)" == "Europe/Berlin: the time zone file ends too early; reinstall the package tzdata")
    #expect(throws: ZoneError(zone: "x", reason: .notTZif)) { try Zone(name: "x", tzif: [1, 2, 3]) }
  }
}
