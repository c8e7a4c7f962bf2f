// The calendars that come with the program, all of them, read as the daemon reads them.

import Civil
import Foundation
import OpeningHours
import Testing

@testable import HoursSetup

private let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("contrib/holidays")

/// A calendar that comes with the program, as an office in UTC reads it in 2026.
private struct Shipped {
  let days: [CivilDate: String]
  let end: CivilDate?
  var odd: [String] = []

  init(_ code: String) throws {
    let data = try Data(contentsOf: shipped.appendingPathComponent("\(code).ics"))
    let window = try #require(CivilDate("2024-01-01"))..<(try #require(CivilDate("2039-01-01")))
    let calendar = try Calendar(Array(data), window: window, office: .utc, zones: systemZones)
    var odd: [String] = []
    days = calendar.holidays(in: .utc) { name, _ in odd.append(name) }
    end = calendar.statedEnd
    self.odd = odd
  }

  func has(_ day: String) -> Bool { CivilDate(day).map { days[$0] != nil } ?? false }
}

private func codes() throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: shipped.path).filter { $0.hasSuffix(".ics") }
    .map { String($0.dropLast(4)) }.sorted()
}

/// The codes of regions.tsv, in its order.
private func listed() throws -> [String] {
  try String(contentsOf: shipped.appendingPathComponent("regions.tsv"), encoding: .utf8)
    .split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
      $0.split(separator: "\t").first.map(String.init)
    }
}

@Suite struct ShippedHolidayTests {
  /// Without a day off, so without a calendar: martial law, and nobody who lives there.
  static let without: Set = ["BV", "HM", "IO", "UA"]

  @Test func everyCalendarIsReadAndNamesDaysUpToItsEnd() throws {
    let codes = try codes()
    #expect(codes.count == 900)
    for code in codes {
      let calendar = try Shipped(code)
      #expect(calendar.odd.isEmpty, "\(code)")
      let last = try #require(calendar.end?.year, "\(code)")
      #expect(last == (code == "LK" ? 2026 : 2030), "\(code)")
      let years = Dictionary(grouping: calendar.days.keys, by: \.year).mapValues(\.count)
      #expect(years.keys.sorted() == Array(2026...last), "\(code)")
      // No state has as many days off as there are Sundays; a calendar with weekends in it would be wrong.
      #expect(years.values.allSatisfy { (1...45).contains($0) }, "\(code): \(years)")
      #expect(calendar.days.values.allSatisfy { !$0.isEmpty && !$0.contains("%") }, "\(code)")
    }
  }

  @Test func everyCalendarIsListedAndNothingElse() throws {
    let listed = try listed()
    #expect(Set(listed).count == listed.count)
    #expect(Set(listed) == Set(try codes()).union(Self.without))
    #expect(listed.filter { $0.count == 2 }.count == 250)
  }

  /// The same days from an independent source. It leaves out what is observed on another day, and for the US, the
  /// United Kingdom and Japan some days that do not hold everywhere.
  @Test(arguments: ["DE", "FR", "PL", "US", "GB", "JP"])
  func anotherSourceSaysTheSame(_ country: String) throws {
    let sets = try JSONDecoder().decode([String: [String]].self, from: Data(fixture("holidays.json").utf8))
    let theirs = Set(try #require(sets[country]).filter { $0 >= "2026" })
    let ours = Set(try Shipped(country).days.keys.map(\.description))
    #expect(theirs.count >= 25)
    #expect(theirs.subtracting(ours).isEmpty)
    if ["DE", "FR", "PL"].contains(country) { #expect(ours == theirs) }
  }

  /// What laws and governments say: day, where it is a holiday, where it is none.
  @Test(arguments: [
    ("2026-08-15", "DE-BY-Catholic DE-SL DE-Augsburg AT FR IT PL", "DE DE-BE DE-HH GB"),  // Mariä Himmelfahrt
    ("2026-08-08", "DE-Augsburg", "DE-BY DE-BY-Catholic DE"),  // Augsburg's Friedensfest
    ("2027-03-08", "DE-BE DE-MV", "DE-BY DE"),  // Frauentag
    ("2028-10-31", "DE-BB DE-HB DE-HH DE-MV DE-NI DE-SN DE-ST DE-SH DE-TH", "DE-BY DE-BE DE"),  // Reformation
    ("2026-11-18", "DE-SN", "DE-BY DE-BE"),  // Buß- und Bettag
    ("2027-05-27", "DE-BY DE-BW DE-HE DE-NW DE-RP DE-SL AT", "DE-BE DE-HH DE-SN"),  // Fronleichnam
    ("2030-04-22", "DE FR IT GB-ENG GB-NIR GB-WLS AU-NSW", "GB-SCT US"),  // Easter Monday
    ("2029-03-30", "DE GB ES PT", "FR IT AT RU"),  // Good Friday
    ("2027-07-05", "US US-CA", "CA DE"),  // 4 July is a Sunday: observed on Monday
    ("2028-11-23", "US", "CA"),  // Thanksgiving, the fourth Thursday
    ("2026-01-02", "GB-SCT", "GB-ENG GB-NIR"),
    ("2026-11-30", "GB-SCT", "GB-ENG"),  // St Andrew's Day
    ("2027-01-07", "RU BY RS", "DE PL"),  // Orthodox Christmas
    ("2030-07-14", "FR FR-57", "DE"),
    ("2026-12-26", "FR-57 FR-6AE DE", "FR"),  // Saint-Étienne in Alsace-Moselle
    ("2028-08-01", "CH CH-ZH", "DE-BW"),
  ])
  func facts(_ day: String, _ with: String, _ without: String) throws {
    for code in with.split(separator: " ") { #expect(try Shipped("\(code)").has(day), "\(code) \(day)") }
    for code in without.split(separator: " ") { #expect(try !Shipped("\(code)").has(day), "\(code) \(day)") }
  }

  /// Their names are the country's own.
  @Test(arguments: [
    ("DE-BY", "2027-01-06", "Heilige Drei Könige"), ("RU", "2027-05-09", "День Победы"),
    ("FR", "2027-05-01", "Fête du Travail"), ("US", "2027-01-01", "New Year's Day"),
  ])
  func names(_ code: String, _ day: String, _ name: String) throws {
    #expect(try Shipped(code).days[try #require(CivilDate(day))] == name)
  }
}
