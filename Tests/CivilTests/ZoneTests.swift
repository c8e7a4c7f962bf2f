// Every zone of the system, every transition of four decades, both sides, against zdump.

import Civil
import Foundation
import Testing

@Suite struct ZoneTests {
  @Test func everyTransitionOfEveryZone() throws {
    try expectAgreement(SystemZones.zdump()) { try SystemZones.bytes($0) }
  }

  /// Some systems' files list the past only and leave the rest to the rule.
  @Test(.enabled(if: SystemZones.canCompile, "no zic here"))
  func everyTransitionOfFilesThatListNoFuture() throws {
    let folder = try SystemZones.compiledSlim()
    defer { try? FileManager.default.removeItem(at: folder) }
    let berlin = folder.appending(path: "Europe/Berlin")
    #expect(try Data(contentsOf: berlin).count < SystemZones.bytes("Europe/Berlin").count)
    try expectAgreement(SystemZones.zdump(in: folder.path + "/")) { path in
      [UInt8](try Data(contentsOf: URL(filePath: path)))
    }
  }

  private func expectAgreement(
    _ transitions: [Transition], _ bytes: (String) throws -> [UInt8]
  ) throws {
    #expect(transitions.count > 10_000)
    var zones: [String: Zone] = [:]
    var wrong: [String] = []
    for transition in transitions {
      let name = transition.before.zone
      let zone = try zones[name] ?? Zone(name: name, tzif: bytes(name))
      zones[name] = zone
      try #require(transition.after.zone == name && transition.after.instant - transition.before.instant == 1)
      let isRight =
        agree(zone, transition.before) && agree(zone, transition.after)
        && zone.nextTransition(after: transition.before.instant) == transition.after.instant
        && clocksAgree(zone, transition)
      if !isRight { wrong.append("\(name) \(transition.after.instant)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
  }

  private func agree(_ zone: Zone, _ side: Transition.Side) -> Bool {
    zone.offset(at: side.instant) == side.offset && zone.abbreviation(at: side.instant) == side.abbreviation
      && zone.isDaylight(at: side.instant) == side.isDaylight
  }

  /// Gaps and folds follow from the two offsets alone.
  private func clocksAgree(_ zone: Zone, _ transition: Transition) -> Bool {
    let instant = transition.after.instant
    let (old, new) = (Int64(transition.before.offset), Int64(transition.after.offset))
    let (low, high) = (min(old, new), max(old, new))
    let moved = [instant + low, instant + (low + high) / 2, instant + (high - 1)].allSatisfy { local in
      let expected: LocalInstant =
        old < new ? .gap(after: instant) : .fold(first: local + -old, second: local + -new)
      return low == high || zone.instant(of: Zone.utc.civil(local)) == expected
    }
    let before = instant + (low - 1)
    let after = instant + high
    // While clocks repeat an hour, they have been further before.
    let furthest = instant + (new < old ? old - 1 : new)
    return moved && zone.instant(of: Zone.utc.civil(before)) == .unique(before + -old)
      && zone.instant(of: Zone.utc.civil(after)) == .unique(after + -new)
      && zone.furthest(at: instant) == Zone.utc.civil(furthest)
  }

  @Test func namesAndTypesOfTheSystem() throws {
    #expect(SystemZones.names.count > 400)
    for name in SystemZones.names {
      let zone = try SystemZones.zone(name)
      #expect(zone.name == name)
      // Far past and far future have an answer.
      _ = zone.civil(Instant(seconds: -1 << 55))
      _ = zone.civil(Instant(seconds: 1 << 55))
      #expect(zone.nextTransition(after: Instant(seconds: .max - 1)).map { $0.seconds > 0 } ?? true)
    }
  }

  /// Rows made by Python's zoneinfo: see footers.py.
  @Test func footers() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/footers.txt")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(rows.count > 50)
    for row in rows {
      let cells = row.split(separator: " ").map(String.init)
      let offset = try #require(Int(cells[1]))
      let bytes = SystemZones.bytes(footer: cells[0], offset: offset, name: cells[2])
      let zone = try Zone(name: "test", tzif: bytes)
      let instant = try #require(Instant(rfc3339: cells[3]))
      #expect(zone.offset(at: instant) == Int(cells[4]), "\(row)")
      #expect(zone.abbreviation(at: instant) == cells[5], "\(row)")
    }
  }

  /// Days counted from 0, as `TZ=AAA-3BBB-4,59/0,299/23:30:15 date` has it (zoneinfo errs by a day).
  @Test(
    arguments: [
      ("2024-02-28T20:59:59Z", 10_800), ("2024-02-28T21:00:00Z", 14_400),
      ("2024-10-26T19:30:14Z", 14_400), ("2024-10-26T19:30:15Z", 10_800),
    ])
  func daysCountedFromZero(text: String, offset: Int) throws {
    let bytes = SystemZones.bytes(footer: "AAA-3BBB-4,59/0,299/23:30:15", offset: 10_800, name: "AAA")
    let zone = try Zone(name: "test", tzif: bytes)
    #expect(zone.offset(at: try #require(Instant(rfc3339: text))) == offset)
  }

  /// A change that stands in the year before its own: 25 December 2023, 167 hours before 1 January.
  @Test func changesBeforeTheirYear() throws {
    let bytes = SystemZones.bytes(footer: "XXX4YYY,M1.1.1/-167,M7.1.1", offset: -14_400, name: "XXX")
    let zone = try Zone(name: "test", tzif: bytes)
    let change = try #require(Instant(rfc3339: "2023-12-25T01:00:00-04:00"))
    #expect(zone.offset(at: change + -1) == -14_400)
    #expect(zone.offset(at: change) == -10_800)
    #expect(zone.nextTransition(after: change + -1) == change)
  }

  @Test func aZoneWithoutRuleKeepsItsOffset() throws {
    let bytes = SystemZones.bytes(footer: "", offset: 3600, name: "CET")
    let zone = try Zone(name: "test", tzif: bytes)
    #expect(zone.offset(at: Instant(seconds: 4_000_000_000)) == 3600)
    #expect(zone.nextTransition(after: Instant(seconds: 0)) == nil)
  }

  /// Older compilers begin with such an entry; its rule is not worked out for thousands of millions of years.
  @Test func aListThatEndsBeforeTheEarth() throws {
    let bytes = SystemZones.bytes(
      footer: "CET-1CEST,M3.5.0,M10.5.0/3", offset: 3600, name: "CET", transitions: [-1 << 59])
    let zone = try Zone(name: "test", tzif: bytes)
    #expect(zone.offset(at: try #require(Instant(rfc3339: "2027-07-01T00:00:00Z"))) == 7200)
    #expect(zone.offset(at: try #require(Instant(rfc3339: "2027-12-01T00:00:00Z"))) == 3600)
  }

  @Test func daylightSavingForEverNeverChanges() throws {
    let bytes = SystemZones.bytes(footer: "EST5EDT,0/0,J365/25", offset: -18_000, name: "EST")
    let zone = try Zone(name: "test", tzif: bytes)
    let newYear = try #require(Instant(rfc3339: "2027-01-01T04:00:00Z"))
    #expect(zone.offset(at: newYear + -1) == -14_400)
    #expect(zone.offset(at: newYear) == -14_400)
    #expect(zone.nextTransition(after: newYear + -40) == nil)
  }

  @Test func aDayThatNeverWas() throws {
    let zone = try SystemZones.zone("Pacific/Apia")
    let skipped = try #require(CivilDate("2011-12-30"))
    let noon = CivilDateTime(date: skipped, time: CivilTime(hour: 12, minute: 0))
    let after = try #require(Instant(rfc3339: "2011-12-31T00:00:00+14:00"))
    #expect(zone.instant(of: noon) == .gap(after: after))
    #expect(zone.first(of: noon) == after)
    #expect(zone.rfc3339(after + -1) == "2011-12-29T23:59:59-10:00")
    #expect(zone.rfc3339(after) == "2011-12-31T00:00:00+14:00")
  }
}
