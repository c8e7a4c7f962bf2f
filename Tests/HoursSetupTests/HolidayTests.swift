// Holiday calendars: the days that count, and what is said about calendars that name none.

import Civil
import Foundation
import Testing

@testable import HoursSetup

@Suite struct HolidayTests {
  static let berlin = try? systemZones.zone("Europe/Berlin")

  func holidays(_ text: String) throws -> (days: [String], odd: [String]) {
    let office = try #require(Self.berlin)
    let window = try #require(CivilDate("2024-01-01"))..<(try #require(CivilDate("2038-01-01")))
    let calendar = try Calendar(Array(text.utf8), window: window, office: office, zones: systemZones)
    var odd: [String] = []
    let days = calendar.holidays(in: office) { odd.append($0) }
    return (days.map { "\($0.key) \($0.value)" }.sorted(), odd)
  }

  /// The same days from an independent source, as dates and as a calendar.
  @Test(arguments: ["DE", "US"])
  func countries(_ country: String) throws {
    let sets = try JSONDecoder().decode([String: [String]].self, from: Data(fixture("holidays.json").utf8))
    let dates = try #require(sets[country])
    let days = try holidays(fixture("holidays-\(country).ics")).days
    #expect(days == dates.sorted().map { "\($0) \(country) holiday" })
  }

  @Test(
    arguments: Case.table(
      """
      DTSTART;VALUE=DATE:20261225
      DTEND;VALUE=DATE:20261227
      SUMMARY:Christmas
      -> 2026-12-25 Christmas
      -> 2026-12-26 Christmas
      ----
      DTSTART:20261224T230000Z
      DTEND:20261225T230000Z
      SUMMARY:a whole day of Berlin in UTC
      -> 2026-12-25 a whole day of Berlin in UTC
      ----
      DTSTART:20261224T140000
      DTEND:20261224T235900
      SUMMARY:an afternoon
      -> odd: an afternoon
      ----
      DTSTART;VALUE=DATE:20340601
      RRULE:FREQ=YEARLY
      SUMMARY:for ever, up to the window's end
      -> 2034-06-01 for ever, up to the window's end
      -> 2035-06-01 for ever, up to the window's end
      -> 2036-06-01 for ever, up to the window's end
      -> 2037-06-01 for ever, up to the window's end
      ----
      DTSTART;VALUE=DATE:20360229
      RRULE:FREQ=YEARLY
      SUMMARY:leap day
      -> 2036-02-29 leap day
      """))
  func days(_ row: Case) throws {
    let (days, odd) = try holidays(calendar("BEGIN:VEVENT\n\(row.text)\nEND:VEVENT"))
    #expect(days + odd.map { "odd: \($0)" } == row.expected)
  }
}
