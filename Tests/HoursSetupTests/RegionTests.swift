// A country or region for which there is no calendar: where it stands, and which one was meant.

import Civil
import Foundation
import Testing

@testable import HoursSetup

private let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("contrib").path

/// What is said of `country = "…"` with the calendars that come with the program.
private func saidOfCountry(_ country: String) throws -> [String] {
  let folder = try Folder([
    "c.toml": "hours = \"Mo-Fr 09:00-18:00; PH off\"\n[holidays]\ncountry = \"\(country)\"\n"
  ])
  let sources = try Sources.read(
    path: "\(folder.path)/c.toml", data: data, environment: ["TZ": "Europe/Berlin"], zones: systemZones)
  return said(sources).map {
    $0.replacingOccurrences(of: "\(folder.path)/", with: "").replacingOccurrences(of: data, with: "DATA")
  }
}

@Suite struct RegionTests {
  @Test(
    arguments: [
      ("DE-BAY", "DE-BY"), ("de-by", "DE-BY"), ("DE-by", "DE-BY"), ("de", "DE"), ("DE_BY", "DE-BY"),
      ("Germany", "DE"), ("Deutschland", "DE"), ("schweiz", "CH"), ("Россия", "RU"), ("germny", "DE"),
      ("DEU", "DE"), ("UK", "GB"), ("usa", "US"),
      ("Bayern", "DE-BY"), ("DE-Bayern", "DE-BY"), ("zürich", "CH-ZH"), ("Stadt Zürich", "CH-Stadt-Zurich"),
      ("DE-BY-catholic", "DE-BY-Catholic"), ("São Paulo Capital", "BR-Sao-Paulo-Capital"),
      // It has no regions here.
      ("AE-DU", "AE"),
    ])
  func meant(_ written: String, _ code: String) throws {
    #expect(
      try saidOfCountry(written) == [
        "c.toml:3:11: holidays.country: \"\(written)\": no such region; did you mean \"\(code)\"?"
      ])
  }

  @Test(
    arguments: Case.table(
      """
      DE-XX
      -> c.toml:3:11: holidays.country: "DE-XX": no such region of DE; there are DE, DE-Augsburg, DE-BB, DE-BE, DE-BW, DE-BY, DE-BY-Catholic, DE-HB, DE-HE, DE-HH, DE-MV, DE-NI, DE-NW, DE-RP, DE-SH, DE-SL, DE-SN, DE-SN-Catholic, DE-ST, DE-TH, DE-TH-Catholic
      ----
      Atlantis
      -> c.toml:3:11: holidays.country: "Atlantis": no such region; see DATA/holidays/regions.tsv
      ----
      ../../etc
      -> c.toml:3:11: holidays.country: "../../etc": no such region; see DATA/holidays/regions.tsv
      ----
      UA
      -> c.toml:3:11: holidays.country: UA: no day off is known there in these years; take it out, or name a calendar of your own: calendars = ["holidays.ics"]
      ----
      DE-BY-Catholic
      ----
      CH-Stadt-Zurich
      """))
  func others(_ row: Case) throws {
    #expect(try saidOfCountry(row.text) == row.expected)
  }

  /// What a configuration takes, a command line takes, too.
  @Test(arguments: ["DE", "DE-BY", "DE-BY-Catholic", "CH-Stadt-Zurich", "AU-NSW-Western"])
  func withoutAConfiguration(_ code: String) throws {
    let calendar = try CalendarFile(region: code, data: data)
    let now = try #require(Instant(rfc3339: "2026-11-23T09:00:00Z"))
    let days = try calendar.holidays(in: .utc, zones: systemZones, around: now).days
    #expect(days[try #require(CivilDate("2026-12-25"))] != nil)
  }

  @Test func notEveryRegionOfALargeCountryIsListed() throws {
    let said = try #require(try saidOfCountry("IT-99").first)
    #expect(said.hasSuffix(" and more: see DATA/holidays/regions.tsv"))
  }
}
