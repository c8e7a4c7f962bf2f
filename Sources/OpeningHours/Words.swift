// The language's words, the other ways in which people write them, and guesses at what a wrong one means.

import Civil

/// What a word of the language stands for.
enum Meaning: Equatable, Sendable {
  case weekday(Weekday)
  /// 1 to 12.
  case month(Int)
  case holiday(HolidayDays.Kind)
  case modifier(State)
  case week, easter, day, sun
  /// `am`, `pm`: not of the language, but understood.
  case half(isAfternoon: Bool)
}

enum Words {
  static let weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let others: [String: Meaning] = [
    "PH": .holiday(.public), "SH": .holiday(.school), "open": .modifier(.open), "off": .modifier(.closed),
    "closed": .modifier(.closed), "unknown": .modifier(.unknown), "week": .week, "weeks": .week,
    "easter": .easter, "day": .day, "days": .day, "dawn": .sun, "sunrise": .sun, "sunset": .sun,
    "dusk": .sun, "am": .half(isAfternoon: false), "pm": .half(isAfternoon: true),
  ]

  /// Every word as the language writes it.
  private static let exact: [String: Meaning] = {
    var words = others
    for weekday in Weekday.allCases { words[weekdays[weekday.rawValue - 1]] = .weekday(weekday) }
    for month in 1...12 { words[months[month - 1]] = .month(month) }
    return words
  }()

  /// The same in small letters, with the full names.
  private static let small: [String: Meaning] = {
    var words: [String: Meaning] = [:]
    for (word, meaning) in exact { words[word.lowercased()] = meaning }
    return words
  }()

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
    "mai": "May", "märz": "Mar", "okt": "Oct", "dez": "Dec",
  ]

  /// Words and signs with which people join what the language joins with another sign.
  static func sign(for word: String) -> String? {
    switch word.lowercased() {
    case "to", "till", "til", "until", "through", "bis": "-"
    case "and", "und", "&", "+", "/": ","
    default: nil
    }
  }

  /// What a word means, however it is written: `Mo`, `mo`, `Mon`, `Mondays`.
  static func meaning(of word: String) -> Meaning? {
    if let meaning = exact[word] { return meaning }
    let word = word.lowercased()
    if let meaning = small[word] { return meaning }
    if let index = beginning(word, of: longWeekdays, atLeast: 2) {
      return Weekday(rawValue: index + 1).map { .weekday($0) }
    }
    return beginning(word, of: longMonths, atLeast: 3).map { .month($0 + 1) }
  }

  /// The name that a word is, or begins, or has an s after.
  private static func beginning(_ word: String, of names: [String], atLeast count: Int) -> Int? {
    names.firstIndex { name in
      let stem = word.hasSuffix("s") && !name.hasPrefix(word) ? String(word.dropLast()) : word
      return stem.utf8.count >= count && name.hasPrefix(stem)
    }
  }

  static func guess(month word: String) -> String? {
    if let known = meanings[word.lowercased()], months.contains(known) { return known }
    return nearest(to: word, in: months)
  }

  static func guess(weekday word: String) -> String? {
    if case .weekday(let known) = meaning(of: word) { return weekdays[known.rawValue - 1] }
    return meanings[word.lowercased()] ?? nearest(to: word, in: weekdays)
  }

  /// Words that somebody may have meant, before what is nearer by chance.
  private static let guesses = ["open", "off", "closed", "unknown", "PH", "SH", "week", "easter"]

  static func guess(any word: String) -> String? {
    if let meaning = meanings[word.lowercased()] { return meaning }
    if let near = nearest(to: word, in: weekdays + months + guesses) { return near }
    let limit = min(3, word.utf8.count / 2 - 1)
    switch nearest(to: word, in: longWeekdays + longMonths, within: limit).flatMap(meaning) {
    case .weekday(let weekday): return weekdays[weekday.rawValue - 1]
    case .month(let month): return months[month - 1]
    default: return nil
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
