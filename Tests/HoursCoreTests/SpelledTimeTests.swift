// Times as people say them, letter by letter: every weekday and month, and the days on which clocks are moved.

import Civil
import Testing

@testable import HoursCore

@Suite struct SpelledTimeTests {
  @Test(arguments: [
    ("Mon 2026-11-23 08:00", "Mon 2026-11-23 09:00", "today at 9:00", "сегодня в 9:00"),
    ("Mon 2026-11-23 08:00", "Mon 2026-11-23 17:59", "today at 17:59", "сегодня в 17:59"),
    ("Mon 2026-11-23 08:00", "Mon 2026-11-23 18:00", "tonight at 18:00", "сегодня вечером, в 18:00"),
    (
      "Mon 2026-11-23 19:40", "Tue 2026-11-24 09:00", "tomorrow, Tuesday 24 November, at 9:00",
      "завтра, во вторник 24 ноября, в 9:00"
    ),
    (
      "Mon 2026-11-23 23:59:59", "Tue 2026-11-24 00:05", "tomorrow, Tuesday 24 November, at 0:05",
      "завтра, во вторник 24 ноября, в 0:05"
    ),
    (
      "Thu 2026-12-24 19:40", "Mon 2026-12-28 09:30", "on Monday 28 December at 9:30",
      "в понедельник 28 декабря в 9:30"
    ),
    (
      "Thu 2026-12-31 19:40", "Fri 2027-01-01 09:00", "tomorrow, Friday 1 January, at 9:00",
      "завтра, в пятницу 1 января, в 9:00"
    ),
    // The night in which clocks go forward, and the one in which they go back.
    (
      "Sat 2027-03-27 23:30", "Sun 2027-03-28 03:00", "tomorrow, Sunday 28 March, at 3:00",
      "завтра, в воскресенье 28 марта, в 3:00"
    ),
    ("Sun 2027-03-28 01:59", "Sun 2027-03-28 03:00", "today at 3:00", "сегодня в 3:00"),
    (
      "Sat 2026-10-24 23:30", "Sun 2026-10-25 23:30", "tomorrow, Sunday 25 October, at 23:30",
      "завтра, в воскресенье 25 октября, в 23:30"
    ),
    (
      "Sat 2026-10-24 23:30", "Mon 2026-10-26 00:00", "on Monday 26 October at 0:00",
      "в понедельник 26 октября в 0:00"
    ),
  ]) func timesAreSpelledOut(now: String, then: String, english: String, russian: String) throws {
    let zone = try zone("Europe/Berlin")
    let (now, then) = (try zone.instant(now), try zone.instant(then))
    #expect(Script.english.spell(then, seenFrom: now, in: zone) == english)
    #expect(Script.russian.spell(then, seenFrom: now, in: zone) == russian)
  }

  @Test(arguments: [
    (1, "on Monday 4 January at 9:05", "в понедельник 4 января в 9:05"),
    (2, "on Tuesday 2 February at 9:05", "во вторник 2 февраля в 9:05"),
    (3, "on Wednesday 3 March at 9:05", "в среду 3 марта в 9:05"),
    (4, "on Thursday 1 April at 9:05", "в четверг 1 апреля в 9:05"),
    (5, "on Friday 7 May at 9:05", "в пятницу 7 мая в 9:05"),
    (6, "on Saturday 5 June at 9:05", "в субботу 5 июня в 9:05"),
    (7, "on Sunday 4 July at 9:05", "в воскресенье 4 июля в 9:05"),
    (8, "on Monday 2 August at 9:05", "в понедельник 2 августа в 9:05"),
    (9, "on Tuesday 7 September at 9:05", "во вторник 7 сентября в 9:05"),
    (10, "on Wednesday 6 October at 9:05", "в среду 6 октября в 9:05"),
    (11, "on Thursday 4 November at 9:05", "в четверг 4 ноября в 9:05"),
    (12, "on Friday 3 December at 9:05", "в пятницу 3 декабря в 9:05"),
  ]) func everyWeekdayAndMonth(month: Int, english: String, russian: String) throws {
    let first = try #require(CivilDate(year: 2027, month: month, day: 1))
    // January's Monday, February's Tuesday, and so on.
    let date = try #require(
      (0..<7).map { first.adding(days: $0) }.first { $0.weekday.rawValue == (month - 1) % 7 + 1 })
    let civil = CivilDateTime(date: date, time: CivilTime(hour: 9, minute: 5))
    #expect(Script.english.spell(civil) == english)
    #expect(Script.russian.spell(civil) == russian)
  }

  /// In a table of days the names stand alone.
  @Test func daysAlone() {
    let days = (0..<7).map { CivilDate(dayNumber: 20_780 + $0) }
    #expect(
      days.map(Script.russian.spell) == [
        "понедельник, 23 ноября", "вторник, 24 ноября", "среда, 25 ноября", "четверг, 26 ноября",
        "пятница, 27 ноября", "суббота, 28 ноября", "воскресенье, 29 ноября",
      ])
    #expect(
      days.map(Script.english.spell) == [
        "Monday 23 November", "Tuesday 24 November", "Wednesday 25 November", "Thursday 26 November",
        "Friday 27 November", "Saturday 28 November", "Sunday 29 November",
      ])
  }
}
