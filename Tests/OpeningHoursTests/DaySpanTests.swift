// The hours of days by the clock: what runs past midnight, what lasts longer than a day, and days with another length.

import Civil
import OpeningHours
import Testing

@Suite struct DaySpanTests {
  /// Hours, a date, and what begins on it and on the next two days.
  @Test(arguments: [
    ("Mo-Fr 09:00-13:00,14:00-18:00", 20_783, "540-780 840-1080 | 540-780 840-1080 | -"),
    ("Th 22:00-02:00", 20_783, "1320-1560 | - | -"),
    ("Th 22:00-02:00", 20_784, "- | - | -"),
    ("Fr 22:00-02:00", 20_784, "1320-1560 | - | -"),
    ("Fr 22:00-22:00", 20_784, "1320-1440 | 0-1320 | -"),
    ("Fr 22:00-21:59", 20_784, "1320-2759 | - | -"),
    ("Sa 00:00-24:00", 20_784, "- | 0-1440 | -"),
    ("Fr 20:00-24:00; Sa 00:00-24:00; Su 00:00-08:00", 20_784, "1200-1440 | 0-1440 | 0-480"),
    ("24/7", 20_784, "0-1440 | 0-1440 | 0-1440"),
    ("Fr 08:00-12:00; Sa \"perhaps\"", 20_784, "480-720 | - | -"),
    // Clocks go forward from 2:00 to 3:00 on Sunday 28 March 2027, and back from 3:00 to 2:00 on 31 October.
    ("Su 02:30-04:00", 20_905, "180-240 | - | -"),
    ("Su 02:00-03:00", 20_905, "- | - | -"),
    ("Su 01:00-05:00", 21_122, "60-300 | - | -"),
    ("24/7", 20_904, "0-1440 | 0-1440 | 0-1440"),
  ])
  func whatBegins(_ hours: String, _ day: Int, _ expected: String) throws {
    let office = Schedule(try Expression(hours), zone: try World.zone("Europe/Berlin"))
    let spans = office.spans(from: CivilDate(dayNumber: day), days: 3)
    let text = spans.map { $0.isEmpty ? "-" : $0.map { "\($0.start)-\($0.end)" }.joined(separator: " ") }
    #expect(text.joined(separator: " | ") == expected)
  }

  /// Of hours that have a usual week, each day of a year without holidays is as that week says; and hours made of weekdays,
  /// times and `PH off` alone have one.
  @Test func theUsualWeekIsUsual() throws {
    var random = Random(seed: 77)
    let pieces = [
      "Mo-Fr", "Sa,Su", "Tu", "Fr-Mo", "PH", "SH", "09:00-13:00,14:00-18:00", "22:00-02:00", "10:00-12:00",
      "off",
      "24/7", "Dec 24", "Dec 24-Jan 02", "Th[1]", "Apr-Sep", "week 1-20", ";", ";", ",",
    ]
    let monday = CivilDate(dayNumber: 20_780)
    var usual = 0
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...7, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
      guard let expression = try? Expression(text) else { continue }
      guard let week = expression.usualWeek else {
        #expect(text.contains(/Dec|Th|Apr|week/), "\(text)")
        continue
      }
      usual += 1
      // A closed day may cut what runs into it from the day before.
      let isNearClosed = { (day: CivilDate) in
        (-1...1).contains { shift in
          let date = day.adding(days: shift)
          return week.closed.contains { days in
            let (first, last) = (
              days.first.month * 100 + days.first.day, days.last.month * 100 + days.last.day
            )
            let number = date.month * 100 + date.day
            return first <= last ? first <= number && number <= last : first <= number || number <= last
          }
        }
      }
      let spans = Schedule(expression, zone: .utc).spans(from: monday, days: 371)
      for (index, day) in spans.enumerated() where !isNearClosed(monday.adding(days: index)) {
        #expect(day == week.days[index % 7], "\(text) on \(monday.adding(days: index))")
      }
    }
    #expect(usual > 300)
  }
}
