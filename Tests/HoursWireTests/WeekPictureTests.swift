// The picture of a week, drawn from values alone.

import Civil
import HoursCore
import HoursWire
import Testing

private let monday = CivilDate(year: 2026, month: 11, day: 23) ?? CivilDate(dayNumber: 0)

/// `Mo 09:00` of the week; `24:00` is the next day's midnight, `-Su` and `+Mo` are the days around the week.
private func time(_ text: Substring) -> CivilDateTime? {
  let days = ["-Su", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "+Mo"]
  let parts = text.split(separator: " ")
  guard parts.count == 2, let day = days.firstIndex(of: String(parts[0])) else { return nil }
  let date = monday.adding(days: day - 1)
  if parts[1] == "24:00" { return CivilDateTime(date: date.adding(days: 1), time: .midnight) }
  return CivilTime(String(parts[1])).map { CivilDateTime(date: date, time: $0) }
}

/// A row of a table: stretches (`?` for unknown, then a comment), and the rows of the picture that are not empty.
private let weeks: [(stretches: [String], rows: [String])] = [
  (["Mo 09:00 Mo 18:00"], ["Mo 23 ..................##################............  09:00-18:00"]),
  // Less than a cell is still seen; the middle of a cell decides about its ends.
  (["Tu 09:05 Tu 09:10"], ["Tu 24 ..................#.............................  09:05-09:10"]),
  (["Tu 09:14 Tu 10:16"], ["Tu 24 ..................###...........................  09:14-10:16"]),
  (["Tu 09:16 Tu 10:14"], ["Tu 24 ...................#............................  09:16-10:14"]),
  (["Mo 09:00 Mo 09:00"], []),
  (["Tu 23:59 Tu 24:00"], ["Tu 24 ...............................................#  23:59-24:00"]),
  (
    ["We 22:00 Th 02:00"],
    [
      "We 25 ............................................####  22:00-02:00",
      "Th 26 ####............................................",
    ]
  ),
  (["-Su 22:00 Mo 02:00"], ["Mo 23 ####............................................  00:00-02:00"]),
  (["Su 22:00 +Mo 02:00"], ["Su 29 ............................................####  22:00-02:00"]),
  (
    ["Fr 18:00 Su 06:00"],
    [
      "Fr 27 ....................................############  18:00-24:00",
      "Sa 28 ################################################  all day",
      "Su 29 ############....................................  00:00-06:00",
    ]
  ),
  (
    ["Fr 10:00 Fr 12:00 ? perhaps"],
    ["Fr 27 ....................????........................  10:00-12:00 (perhaps)"]
  ),
  (
    ["Fr 10:00 Fr 12:00", "Fr 13:00 Fr 14:00", "Fr 15:00 Fr 16:00 knock at the back door, twice"],
    [
      "Fr 27 ....................####..##..##................  10:00-12:00,",
      "                                                        13:00-14:00,",
      "                                                        15:00-16:00 (knock at",
      "                                                        the back door, twice)",
    ]
  ),
  // East Asian characters are two columns wide; nothing commands the terminal.
  (
    ["Fr 10:00 Fr 12:00 電話をかけてください\u{1B}[1m"],
    [
      "Fr 27 ....................####........................  10:00-12:00",
      "                                                        (電話をかけてください␛[1",
      "                                                        m)",
    ]
  ),
]

@Test(arguments: weeks)
func aWeekIsDrawn(_ week: (stretches: [String], rows: [String])) throws {
  let stretches = try week.stretches.map { text in
    let words = text.split(separator: " ", maxSplits: 4)
    let isUnknown = words.count > 4 && words[4].hasPrefix("? ")
    return WeekPicture.Stretch(
      start: try #require(time("\(words[0]) \(words[1])")),
      end: try #require(time("\(words[2]) \(words[3])")),
      state: isUnknown ? .unknown : .open,
      comment: words.count > 4 ? String(words[4].dropFirst(isUnknown ? 2 : 0)) : nil)
  }
  let lines = WeekPicture(around: monday.adding(days: 3), stretches: stretches).lines(.ascii)
  let empty = String(repeating: ".", count: 48)
  #expect(lines.dropFirst(2).filter { !$0.hasSuffix(empty) || $0.hasPrefix(" ") } == week.rows)
  for line in lines { #expect(line.columns <= 80) }
}

@Test func nowAndNotesAreMarked() throws {
  let picture = WeekPicture(
    around: monday, stretches: [], notes: [monday.adding(days: 6): ["Advent", "clocks 02:00 to 03:00"]],
    now: time("Su 23:59"))
  let lines = picture.lines(.blocks)
  #expect(
    lines[0] == "23-29 November 2026, week 48" + String(repeating: " ", count: 29) + "█ open  · closed  │ now"
  )
  #expect(lines[1] == "      0     3     6     9     12    15    18    21    24")
  #expect(lines[8] == "Su 29 " + String(repeating: "·", count: 47) + "│  Advent,")
  #expect(lines[9].drop { $0 == " " } == "clocks 02:00 to 03:00")
  #expect(lines.count == 10)
}
