// Dates, times and instants as text, both ways.

import Civil
import Foundation
import Testing

@Suite struct TextTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0),
      ("2026-11-24T09:00:00+03:00", 1_795_500_000),
      ("2026-11-24t06:00:00z", 1_795_500_000),
      ("2026-11-24T06:00:00.999Z", 1_795_500_000),
      ("2026-11-24T06:00:00-00:00", 1_795_500_000),
      ("2026-11-23T20:30:00-09:30", 1_795_500_000),
      ("1969-12-31T23:59:59Z", -1),
      ("0000-03-01T00:00:00Z", -62_162_035_200),
      ("2024-02-29T12:00:00Z", 1_709_208_000),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
  func readsInstants(text: String, seconds: Int64) {
    #expect(Instant(rfc3339: text) == Instant(seconds: seconds))
  }

  @Test(
    arguments: """
      2026-11-24
      2026-11-24T09:00:00
      2026-11-24 09:00:00Z
      2026-11-24T09:00Z
      2026-11-24T09:00:60Z
      2026-11-24T24:00:00Z
      2026-11-24T09:60:00Z
      2026-11-24T09:00:00.Z
      2026-11-24T09:00:00,5Z
      2026-11-24T09:00:00+3:00
      2026-11-24T09:00:00+0300
      2026-11-24T09:00:00+24:00
      2026-11-24T09:00:00+03:60
      2026-11-24T09:00:00Zx
       2026-11-24T09:00:00Z
      2026-02-29T09:00:00Z
      2026-13-01T09:00:00Z
      2026-00-01T09:00:00Z
      2026-11-31T09:00:00Z
      26-11-24T09:00:00Z
      +2026-11-24T09:00:00Z
      ２026-11-24T09:00:00Z
      """.split(separator: "\n").map(String.init) + [""])
  func refusesInstants(text: String) { #expect(Instant(rfc3339: text) == nil) }

  @Test(
    arguments: [
      ("Europe/Moscow", "2026-11-24T06:00:00Z", "2026-11-24T09:00:00+03:00"),
      ("Asia/Kathmandu", "2026-11-24T03:15:00Z", "2026-11-24T09:00:00+05:45"),
      ("America/St_Johns", "2026-07-24T11:30:00Z", "2026-07-24T09:00:00-02:30"),
      ("Europe/London", "2026-11-24T09:00:00Z", "2026-11-24T09:00:00+00:00"),
      // Local mean time, 10:29:20 behind: the text is to the minute, and names the same instant.
      ("Pacific/Kiritimati", "0099-01-01T10:40:01Z", "0099-01-01T00:11:01-10:29"),
    ])
  func writesInstants(zone: String, text: String, local: String) throws {
    let instant = try #require(Instant(rfc3339: text))
    #expect(try SystemZones.zone(zone).rfc3339(instant) == local)
    #expect(Instant(rfc3339: local) == instant)
    #expect(instant.description == text)
    #expect(Zone.utc.rfc3339(instant) == text.dropLast() + "+00:00")
  }

  @Test func codable() throws {
    let instant = Instant(seconds: 1_795_500_000)
    let encoder = JSONEncoder()
    #expect(String(decoding: try encoder.encode([instant]), as: UTF8.self) == #"["2026-11-24T06:00:00Z"]"#)
    encoder.userInfo[.zone] = try SystemZones.zone("Europe/Moscow")
    let data = try encoder.encode([instant])
    #expect(String(decoding: data, as: UTF8.self) == #"["2026-11-24T09:00:00+03:00"]"#)
    #expect(try JSONDecoder().decode([Instant].self, from: data) == [instant])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Instant].self, from: Data(#"["now"]"#.utf8))
    }
  }

  @Test(
    arguments: [
      ("1970-01-01", 0, Weekday.thursday, 1), ("2026-11-23", 20_780, .monday, 48),
      ("2024-12-30", 20_087, .monday, 1), ("2027-01-03", 20_821, .sunday, 53),
      ("2000-02-29", 11_016, .tuesday, 9), ("1900-03-01", -25_508, .thursday, 9),
      ("0001-01-01", -719_162, .monday, 1),
    ])
  func dates(text: String, number: Int, weekday: Weekday, week: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.isoWeek == week)
    #expect(date.description == text)
    #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
    #expect(date.adding(days: 1) > date)
  }

  /// Every day of 1200 years, against Foundation's calendar at each month's first and last.
  @Test func calendarIsProlepticGregorian() throws {
    var date = try #require(CivilDate(year: 1583, month: 1, day: 1))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let end = try #require(CivilDate(year: 2783, month: 1, day: 1))
    while date < end {
      let next = date.adding(days: CivilDate.daysIn(month: date.month, of: date.year))
      #expect(next.day == 1)
      for day in [date, next.adding(days: -1)] {
        let other = calendar.dateComponents(
          [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day.dayNumber) * 86_400))
        #expect(other.year == day.year && other.month == day.month && other.day == day.day)
        #expect(other.weekday == day.weekday.rawValue % 7 + 1)
      }
      date = next
    }
  }

  @Test(arguments: ["2026-2-3", "2026-02-30", "2100-02-29", "2026-11-23 ", "20261123", "", "2026-11-2٣"])
  func refusesDates(text: String) { #expect(CivilDate(text) == nil) }

  @Test(arguments: [("09:00", "09:00"), ("9:00", "09:00"), ("0:00", "00:00"), ("23:59", "23:59")])
  func times(text: String, canonical: String) { #expect(CivilTime(text)?.description == canonical) }

  @Test(arguments: ["24:00", "9", "9:0", "009:00", "09:60", "-9:00", "09:00:00", "9.00", ""])
  func refusesTimes(text: String) { #expect(CivilTime(text) == nil) }

  @Test func secondsShowOnlyWhenThereAreSome() {
    #expect(CivilTime(hour: 9, minute: 5, second: 7).description == "09:05:07")
    #expect(CivilTime(secondOfDay: 86_399).description == "23:59:59")
  }
}
