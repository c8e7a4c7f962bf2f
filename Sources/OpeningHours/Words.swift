// The language's words, the other ways in which people write them, and guesses at what a wrong one means.

enum Words {
  static let weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  static let modifiers = ["open", "off", "closed", "unknown"]
  static let holidays = ["PH", "SH"]
  static let others = ["week", "easter", "day", "days"]
  static let sun = ["dawn", "sunrise", "sunset", "dusk"]

  private static let longWeekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let longMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  /// What people mean by other words; refused, since some mean another day elsewhere, but understood.
  private static let meanings = [
    "di": "Tu", "mi": "We", "do": "Th", "so": "Su",
    "пн": "Mo", "вт": "Tu", "ср": "We", "чт": "Th", "пт": "Fr", "сб": "Sa", "вс": "Su",
    "weekdays": "Mo-Fr", "workdays": "Mo-Fr", "weekend": "Sa-Su", "weekends": "Sa-Su", "daily": "Mo-Su",
    "everyday": "Mo-Su", "always": "24/7", "holiday": "PH", "holidays": "PH", "shut": "off",
  ]

  /// The weekday that a word names in full or by its first letters, 1 for Monday.
  static func weekday(_ word: String) -> Int? {
    position(of: word, in: weekdays, orStartOf: longWeekdays)
  }

  /// The month that a word names in full or by its first letters, 1 for January.
  static func month(_ word: String) -> Int? { position(of: word, in: months, orStartOf: longMonths) }

  private static func position(of word: String, in short: [String], orStartOf long: [String]) -> Int? {
    let word = word.lowercased()
    return short.indices.first { index in
      let name = short[index].lowercased()
      return word == name
        || word.utf8.count > name.utf8.count && long[index].hasPrefix(word)
        || word == name + "s" || word == long[index] + "s"
    }.map { $0 + 1 }
  }

  static func guess(weekday word: String) -> String? {
    if let known = weekday(word) { return weekdays[known - 1] }
    return meanings[word.lowercased()] ?? nearest(to: word, in: weekdays)
  }

  static func guess(any word: String) -> String? {
    if let meaning = meanings[word.lowercased()] { return meaning }
    let all = weekdays + months + modifiers + holidays + others
    if let near = nearest(to: word, in: all) { return near }
    let long = nearest(to: word, in: longWeekdays + longMonths, within: 3)
    return long.flatMap { full in
      weekday(full).map { weekdays[$0 - 1] } ?? month(full).map { months[$0 - 1] }
    }
  }

  /// The candidate with the fewest changes of a letter, the same first letter before another.
  static func nearest(to word: String, in candidates: [String], within limit: Int? = nil) -> String? {
    let letters = Array(word.lowercased().utf8)
    var best: (cost: Int, word: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8)
      let distance = changes(from: letters, to: other)
      guard distance <= limit ?? max(1, other.count / 3), distance < max(letters.count, other.count) else {
        continue
      }
      let cost = distance * 2 + (letters.first == other.first ? 0 : 1)
      if cost < best?.cost ?? .max { best = (cost, candidate) }
    }
    return best?.word
  }

  /// How many letters must be changed, added, dropped or swapped with the next.
  private static func changes(from a: [UInt8], to b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}

/// At least two digits.
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
