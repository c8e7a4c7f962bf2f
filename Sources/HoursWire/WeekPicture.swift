// The picture of a week: a row a day, half an hour a column, eighty columns with the times beside them.

import Civil

/// A week's hours, ready to be drawn as plain text.
public struct WeekPicture: Sendable {
  /// A time in which the office is not closed, as its own clocks show it.
  public struct Stretch: Hashable, Sendable {
    /// When it begins.
    public var start: CivilDateTime
    /// When it is over.
    public var end: CivilDateTime
    /// Perhaps open, perhaps not.
    public var isUnknown: Bool
    /// What is said of it, if anything is.
    public var comment: String?

    /// Makes a stretch.
    public init(start: CivilDateTime, end: CivilDateTime, isUnknown: Bool = false, comment: String? = nil) {
      self.start = start
      self.end = end
      self.isUnknown = isUnknown
      self.comment = comment
    }
  }

  /// The Monday with which the week begins.
  public var monday: CivilDate
  /// In order, none overlapping another.
  public var stretches: [Stretch]
  /// What is to be said of a day: a holiday's name, a change of the clocks.
  public var notes: [CivilDate: [String]]
  /// What the office's clocks show now.
  public var now: CivilDateTime?

  /// Makes the picture of the week in which a date lies.
  public init(
    around date: CivilDate, stretches: [Stretch], notes: [CivilDate: [String]] = [:],
    now: CivilDateTime? = nil
  ) {
    monday = date.adding(days: 1 - date.weekday.rawValue)
    self.stretches = stretches
    self.notes = notes
    self.now = now
  }

  /// The signs of which a picture is made.
  public struct Signs: Sendable {
    let open, unknown, closed, now: Character

    /// Blocks, for terminals that know Unicode.
    public static let blocks = Signs(open: "█", unknown: "▒", closed: "·", now: "│")
    /// For those that do not.
    public static let ascii = Signs(open: "#", unknown: "?", closed: ".", now: "|")
  }

  private static let cell = 1800
  private static let cells = 48
  private static let label = 6
  /// Where the times begin, and how many columns they have.
  private static let beside = label + cells + 2
  private static let room = 80 - beside

  /// The picture, line by line; at most 80 columns, no line ends in blanks.
  public func lines(_ signs: Signs) -> [String] {
    var lines = [heading(signs), axis]
    for date in (0..<7).map(monday.adding) {
      let row = "\(Self.weekdays[date.weekday.rawValue - 1]) \(twoDigits(date.day)) " + bar(date, signs)
      let words = Self.wrapped(words(on: date))
      lines.append(([row] + words.prefix(1)).joined(separator: "  "))
      lines += words.dropFirst().map { String(repeating: " ", count: Self.beside) + $0 }
    }
    return lines
  }

  // MARK: Above the days

  private static let weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// `23-29 November 2026, week 48`, and what the signs mean.
  private func heading(_ signs: Signs) -> String {
    let sunday = monday.adding(days: 6)
    let (year, month, day) = monday.components
    let end = sunday.components
    var start = "\(day)"
    if month != end.month { start += " " + Self.months[month - 1] }
    if year != end.year { start += " \(year)" }
    let separator = month == end.month ? "-" : " - "
    let last = "\(end.day) \(Self.months[end.month - 1]) \(end.year)"
    let title = "\(start)\(separator)\(last), week \(monday.isoWeek)"
    var legend = ["\(signs.open) open"]
    if stretches.contains(where: \.isUnknown) { legend.append("\(signs.unknown) unknown") }
    legend.append("\(signs.closed) closed")
    if now.map({ monday <= $0.date && $0.date <= sunday }) ?? false { legend.append("\(signs.now) now") }
    let explained = legend.joined(separator: "  ")
    let gap = max(2, 80 - title.columns - explained.columns)
    return title + String(repeating: " ", count: gap) + explained
  }

  private var axis: String {
    var axis = String(repeating: " ", count: Self.label)
    for hour in stride(from: 0, through: 24, by: 3) {
      axis += String(repeating: " ", count: Self.label + 2 * hour - axis.count) + "\(hour)"
    }
    return axis
  }

  // MARK: A day

  private func bar(_ date: CivilDate, _ signs: Signs) -> String {
    var cells = Array(repeating: signs.closed, count: Self.cells)
    for stretch in stretches {
      let range = Self.cells(of: stretch, on: date)
      for cell in range { cells[cell] = stretch.isUnknown ? signs.unknown : signs.open }
    }
    if let now, now.date == date { cells[now.time.secondOfDay / Self.cell] = signs.now }
    return String(cells)
  }

  /// The columns of a stretch: those whose middle lies in it, and one at least.
  private static func cells(of stretch: Stretch, on date: CivilDate) -> Range<Int> {
    let start = max(0, seconds(to: stretch.start, from: date))
    let end = min(86_400, seconds(to: stretch.end, from: date))
    guard start < end else { return 0..<0 }
    let first = (start + cell / 2 - 1) / cell
    let last = (end + cell / 2 - 1) / cell
    return first < last ? first..<last : start / cell..<start / cell + 1
  }

  private static func seconds(to civil: CivilDateTime, from date: CivilDate) -> Int {
    (civil.date.dayNumber - date.dayNumber) * 86_400 + civil.time.secondOfDay
  }

  /// The times of the day's stretches, and what is to be said of it.
  private func words(on date: CivilDate) -> [String] {
    let told = stretches.compactMap { stretch in
      times(of: stretch, on: date).map { times in
        stretch.comment.map { "\(times) (\(shown($0)))" } ?? times
      }
    }
    return told + (notes[date] ?? []).map { shown($0) }
  }

  /// A list with commas in lines of the width that there is; an entry is broken only where it fits no line.
  private static func wrapped(_ words: [String]) -> [String] {
    var lines: [String] = []
    for (index, word) in words.enumerated() {
      let entry = index + 1 < words.count ? word + "," : word
      if let line = lines.last, line.columns + 1 + entry.columns <= room {
        lines[lines.count - 1] = line + " " + entry
      } else {
        lines += entry.wrapped(to: room).map { $0.cut(to: room) }
      }
    }
    return lines
  }

  /// `22:00-02:00` on the day on which a night begins; what is longer is cut at each midnight.
  private func times(of stretch: Stretch, on date: CivilDate) -> String? {
    let day = 86_400
    let start = Self.seconds(to: stretch.start, from: date)
    let end = Self.seconds(to: stretch.end, from: date)
    guard start < day, end > 0 else { return nil }
    let isNight = end - start < day
    if isNight, start >= 0 { return "\(stretch.start.time)-\(end == day ? "24:00" : "\(stretch.end.time)")" }
    if isNight, date > monday { return nil }
    if start <= 0, end >= day { return "all day" }
    let from = start <= 0 ? "00:00" : "\(stretch.start.time)"
    return from + "-" + (end >= day ? "24:00" : "\(stretch.end.time)")
  }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
