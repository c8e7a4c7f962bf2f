// A stretch of time as people type it in one breath: `saturday 10:00-14:00`, `24 dec - 2 jan`, `until monday`.
//
// Only where it begins and ends is found here; what the two mean, the daemon says.

import Civil

/// The two ends of a stretch, each in words that the daemon reads.
struct TypedStretch: Equatable {
  var from: String?
  var until: String?
  /// It ends with the day that was named, not with its beginning.
  private(set) var includesLastDay = false
  private var wantsEnd = false

  init(_ words: [String]) {
    var words = words.flatMap { $0.split(separator: " ") }.flatMap { Self.parted(String($0)) }
    if words.first?.lowercased() == "from" { words.removeFirst() }
    guard let place = words.firstIndex(where: { Self.joints.contains($0.lowercased()) }) else {
      from = words.sentence
      return
    }
    let joint = words[place].lowercased()
    wantsEnd = true
    from = Array(words[..<place]).sentence
    until = Array(words[(place + 1)...]).sentence
    switch joint {
    case "for": until = until.map { $0.hasPrefix("+") ? $0 : "+" + $0 }
    case "until", "till": break
    default: complete()
    }
  }

  private static let joints: Set<String> = ["-", "to", "through", "until", "till", "for"]

  /// Says its ends as dates, the second the day after the last one, once it is known which day it is.
  mutating func settle(today: CivilDate) {
    guard includesLastDay, let until, let last = TypedDay(until) else { return }
    let words = (from ?? "").split(separator: " ")
    let bare = from.flatMap(TypedDay.init)
    // The last day may follow a day with a time: `24 dec 14:00 to 2 jan`.
    let day = bare ?? TypedDay(words.dropLast().joined(separator: " "))
    let first = day?.date(today: today) ?? today
    if bare != nil { from = "\(first)" }
    self.until = last.date(today: today, after: first).map { "\($0.adding(days: 1))" } ?? until
  }

  /// Something like `until` was said, and nothing after it.
  var isCut: Bool { wantsEnd && until == nil }

  /// `10:00-14:00` as three words; dates and `next-business-day` have more dashes, and stay whole.
  private static func parted(_ word: String) -> [String] {
    let word = word.replacing("–", with: "-").replacing("—", with: "-")
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2 ? [parts[0], "-", parts[1]].filter { !$0.isEmpty } : [word]
  }

  /// `24 - 26 dec` is short for `24 dec - 26 dec`, `9-17` for `9:00-17:00`, and `mon - wed` includes Wednesday.
  private mutating func complete() {
    guard let from, let until else { return }
    let parts = until.split(separator: " ")
    if let day = Int(from), (1...31).contains(day), parts.count == 2, TypedDay(until) != nil {
      self.from = parts.map { Int($0) == nil ? String($0) : from }.joined(separator: " ")
    } else {
      self.from = Self.clock(from)
      self.until = Self.clock(until)
    }
    includesLastDay = TypedDay(until) != nil
  }

  /// A last word of one or two digits, behind a day perhaps, is an hour.
  private static func clock(_ text: String) -> String {
    let last = text.split(separator: " ").last ?? ""
    guard let hour = Int(last), (0...23).contains(hour), TypedDay(text) == nil else { return text }
    return text + ":00"
  }
}

/// A day without a time, as people type it.
enum TypedDay: Equatable {
  case date(CivilDate)
  case weekday(Int)
  case monthDay(month: Int, day: Int)
  /// So many days after today.
  case later(Int)

  init?(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    if words.count == 1, let date = CivilDate(words[0]) {
      self = .date(date)
    } else if words.count == 1, let days = ["today", "tomorrow"].firstIndex(of: words[0]) {
      self = .later(days)
    } else if words.count == 1, let day = Self.named(words[0], Self.weekdays) {
      self = .weekday(day)
    } else if words.count == 2, let word = words.first(where: { Int($0) == nil }),
      let month = Self.named(word, Self.months), let day = words.compactMap({ Int($0) }).first
    {
      self = .monthDay(month: month, day: day)
    } else {
      return nil
    }
  }

  /// The coming one, from a day on; a weekday is never that day itself.
  func date(today: CivilDate, after first: CivilDate? = nil) -> CivilDate? {
    let first = first ?? today
    switch self {
    case .date(let date): return date
    case .later(let days): return today.adding(days: days)
    case .weekday(let weekday): return first.adding(days: (weekday - first.weekday.rawValue + 6) % 7 + 1)
    case .monthDay(let month, let day):
      // 29 February comes within eight years.
      let coming = (first.year...first.year + 8).lazy.compactMap {
        CivilDate(year: $0, month: month, day: day)
      }
      return coming.first { $0 >= first }
    }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  /// 1 for the first of the names, each also by its first three letters.
  private static func named(_ word: String, _ names: [String]) -> Int? {
    names.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }
}
