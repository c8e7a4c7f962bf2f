// What was probably meant by a text that is no time: whatever is suggested here is understood.

import Civil
import HoursCore

/// What is wrong with a time that was not understood.
enum TimeMistake: Hashable, Sendable {
  case meant(String)
  case noSuchHour
  case noSuchDay(month: String, days: Int)
  case unclear

  /// Looks for the mistake in a text that ``TimeExpression`` did not understand.
  init(_ text: String) {
    // What is longer was not meant to be a time.
    let words = text.utf8.count <= 100 ? text.lowercased().split { " ,".contains($0) }.map(String.init) : []
    if let meant = Self.meant(words) {
      self = .meant(meant)
    } else if let mistake = Self.noSuchDay(words) {
      self = mistake
    } else {
      let hasNoHour = words.contains { Self.isClock($0) && CivilTime($0) == nil }
      self = hasNoHour ? .noSuchHour : .unclear
    }
  }

  /// The first of the things to do about it that gives a time.
  private static func meant(_ words: [String]) -> String? {
    guard !words.isEmpty else { return nil }
    // Behind a day it may be meant as that day's beginning or as its end.
    if words == ["midnight"] || words == ["24:00"] { return "00:00" }
    let spelled = words.map(respelled)
    let plain = spelled.filter { !fillers.contains($0) }
    let swapped = plain.dropFirst() + plain.prefix(1)
    let hour = spelled.dropLast() + spelled.suffix(1).map { $0 + ":00" }
    let length = plain.prefix(1).map { "+" + $0 } + plain.dropFirst()
    // After midnight it is another day.
    let night = spelled.map { $0 == "tonight" ? "tomorrow" : $0 }
    for candidate in [spelled, plain, Array(swapped), Array(hour), length, night] {
      let time = candidate.joined(separator: " ")
      if TimeExpression(time) != nil { return time }
    }
    return nil
  }

  /// Words that people put before a day, and that make no difference, or one that is not agreed upon.
  private static let fillers = [
    "next", "this", "coming", "the", "by", "until", "from", "last", "for", "morning",
  ]

  /// A word as it is written here; what is none, as it is.
  private static func respelled(_ word: String) -> String {
    if let other = others[word] { return other }
    if let dotted = dotted(word) { return dotted }
    guard word.utf8.count >= 4, word.utf8.count <= 12, word.allSatisfy(\.isLetter) else { return word }
    let known = TimeWords.others + TimeWords.weekdays + TimeWords.months
    if known.contains(word) || TimeWords.weekday(word[...]) != nil { return word }
    let near = allNearest(to: word, among: known)
    return near.first { $0.first == word.first } ?? near.first ?? word
  }

  private static let others = [
    "tonite": "tonight", "2nite": "tonight", "tmrw": "tomorrow", "tmr": "tomorrow", "tom": "tomorrow",
    "midday": "noon", "afternoon": "14:00", "evening": "tonight",
  ]

  /// `9.30` as `9:30`, `30.11.2026` as `2026-11-30`, `30.11.` as `30 nov`.
  private static func dotted(_ word: String) -> String? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, parts[1].utf8.count == 2, CivilTime(parts.joined(separator: ":")) != nil {
      return parts.joined(separator: ":")
    }
    if parts.count == 2 || parts.count == 3 && parts[2].isEmpty, let day = Int(parts[0]),
      let month = Int(parts[1]), 1...31 ~= day, 1...12 ~= month
    {
      return "\(day) \(TimeWords.months[month - 1].prefix(3))"
    }
    guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)?.description
  }

  /// `25:00`, `9:75`: digits about a colon.
  static func isClock(_ word: String) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && parts.allSatisfy { 1...2 ~= $0.utf8.count && Int($0) != nil }
  }

  /// `31 feb`, `2026-02-30`.
  private static func noSuchDay(_ words: [String]) -> TimeMistake? {
    if let parts = words.first?.split(separator: "-").map({ Int($0) }), parts.count == 3,
      let year = parts[0], let month = parts[1], let day = parts[2]
    {
      return noSuchDay(day, month: month, of: year)
    }
    for (first, second) in zip(words, words.dropFirst()) {
      for (day, month) in [(first, second), (second, first)] {
        if let day = Int(day), let month = TimeWords.month(month[...]) {
          return noSuchDay(day, month: month, of: 2000)
        }
      }
    }
    return nil
  }

  private static func noSuchDay(_ day: Int, month: Int, of year: Int) -> TimeMistake? {
    guard 1...12 ~= month else { return nil }
    let days = CivilDate.daysIn(month: month, of: year)
    let name = TimeWords.months[month - 1]
    return day > days ? .noSuchDay(month: name.prefix(1).uppercased() + name.dropFirst(), days: days) : nil
  }
}
