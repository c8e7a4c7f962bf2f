// A stretch of time as people type it in one breath: `saturday 10:00-14:00`, `24 dec - 2 jan`, `until monday`.
//
// Only where it begins and ends is found here; what the two mean, the daemon says.

import Civil
import HoursCore
import HoursWire

/// The two ends of a stretch, each in words that the daemon reads.
struct TypedStretch: Equatable {
  var from: String?
  var until: String?
  /// It ends with the day that was named, not with its beginning.
  private(set) var includesLastDay = false
  private var wantsEnd = false

  /// With `isWholeDay` a day alone is the stretch from its beginning to its end.
  init(_ words: [String], isWholeDay: Bool = false) {
    var words = words.flatMap { $0.split(separator: " ") }.flatMap { Self.parted(String($0)) }
    if words.first?.lowercased() == "from" { words.removeFirst() }
    if words.map({ $0.lowercased() }) == ["next", "week"] { words = ["monday", "-", "sunday"] }
    guard let place = words.firstIndex(where: { Self.joints.contains($0.lowercased()) }) else {
      from = words.sentence
      if isWholeDay, let from, Day(bare: from) != nil { (until, includesLastDay) = (from, true) }
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

  /// Asks for the day that it is, where it matters: which day follows the last one is a question of the office's
  /// calendar.
  mutating func settle(on connection: inout Connection) throws(Failure) {
    guard includesLastDay else { return }
    let status = try read(connection.ask(Ask("status"), wishes: Wishes()))
    if let today = status.now.time?.date { settle(today: today) }
  }

  /// Says its ends as dates, the second the day after the last one, once it is known which day it is.
  mutating func settle(today: CivilDate) {
    guard includesLastDay, let until, let last = Day(bare: until) else { return }
    let first = from.flatMap { Day(of: $0)?.date(today: today, after: today) } ?? today
    let end = until == from ? first : last.date(today: today, after: first)
    if let bare = from, Day(bare: bare) != nil { from = "\(first)" }
    self.until = end.map { "\($0.adding(days: 1))" } ?? until
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
    if let day = Int(from), (1...31).contains(day), parts.count == 2, Day(bare: until) != nil {
      self.from = parts.map { Int($0) == nil ? String($0) : from }.joined(separator: " ")
    } else {
      self.from = Self.clock(from)
      self.until = Self.clock(until)
    }
    includesLastDay = Day(bare: until) != nil
  }

  /// A last word of one or two digits, behind a day perhaps, is an hour.
  private static func clock(_ text: String) -> String {
    let last = text.split(separator: " ").last ?? ""
    guard let hour = Int(last), (0...23).contains(hour), TimeExpression(text) == nil else { return text }
    return text + ":00"
  }
}

extension Day {
  /// What is named, when it is a day without a time.
  fileprivate init?(bare text: String) {
    guard case .day(let day) = TimeExpression(text) else { return nil }
    self = day
  }

  /// The day of a time that has one.
  fileprivate init?(of text: String) {
    switch TimeExpression(text) {
    case .day(let day), .on(let day, _): self = day
    case .civil(let civil): self = .date(civil.date)
    default: return nil
    }
  }

  /// The coming one, from a day on; a weekday is never that day itself.
  fileprivate func date(today: CivilDate, after first: CivilDate) -> CivilDate? {
    switch self {
    case .date(let date): return date
    case .away(let days): return today.adding(days: days)
    case .weekday(let weekday):
      return first.adding(days: (weekday.rawValue - first.weekday.rawValue + 6) % 7 + 1)
    case .yearly(let month, let day):
      // 29 February comes within eight years.
      let years = (first.year...first.year + 8).lazy
      return years.compactMap { CivilDate(year: $0, month: month, day: day) }.first { $0 >= first }
    }
  }
}
