// The picture of a week: a row a day, half an hour a column, the times beside them; eighty columns unless there are more.

import Civil

/// A week's hours, ready to be drawn as plain text.
public struct WeekPicture: Sendable {
  /// A time for which there is something to say, as the office's own clocks show it.
  public struct Stretch: Hashable, Sendable {
    /// What the office is in it.
    public enum State: Sendable { case open, unknown, closed }

    /// When it begins.
    public var start: CivilDateTime
    /// When it is over.
    public var end: CivilDateTime
    /// What the office is all through it.
    public var state: State
    /// What is said of it, if anything is.
    public var comment: String?
    /// The number of the override that makes it so.
    public var override: Int64?

    /// Makes a stretch.
    public init(
      start: CivilDateTime, end: CivilDateTime, state: State = .open, comment: String? = nil,
      override: Int64? = nil
    ) {
      self.start = start
      self.end = end
      self.state = state
      self.comment = comment
      self.override = override
    }

    /// `flu, override 3`; an override without a reason is called so already.
    fileprivate var named: String? {
      let name = override.map { "override \($0)" }
      let parts = [override != nil && comment == "override" ? nil : comment, name].compactMap { $0 }
      return parts.isEmpty ? nil : shown(parts.joined(separator: ", "))
    }
  }

  /// The Monday with which the week begins.
  public var monday: CivilDate
  /// In order, none overlapping another; where there is none, it is closed, and no more is to be said.
  public var stretches: [Stretch]
  /// What is to be said of a day: a holiday's name, a change of the clocks.
  public var notes: [CivilDate: [String]]
  /// When somebody called.
  public var calls: [CivilDateTime] = []
  /// What the office's clocks show now.
  public var now: CivilDateTime?

  /// Makes the picture of the week in which a date lies.
  public init(
    around date: CivilDate, stretches: [Stretch], notes: [CivilDate: [String]] = [:],
    now: CivilDateTime? = nil
  ) {
    monday = date.monday
    self.stretches = stretches
    self.notes = notes
    self.now = now
  }

  /// Says of each day on which the zone's clocks are moved how they are.
  public mutating func noteClockChanges(in zone: Zone) {
    for date in (0..<7).map(monday.adding) {
      let midnights = [date, date.adding(days: 1)].map {
        zone.first(of: CivilDateTime(date: $0, time: .midnight))
      }
      // Clocks that skip midnight are moved at the day's first instant.
      guard let change = zone.nextTransition(after: midnights[0] + -1), change < midnights[1] else {
        continue
      }
      let before = CivilTime(secondOfDay: (zone.civil(change + -1).time.secondOfDay + 1) % 86_400)
      let after = zone.civil(change).time
      // A zone may change its name alone.
      if before != after { notes[date, default: []].append("clocks \(before) to \(after)") }
    }
  }

  /// The signs of which a picture is made.
  public struct Signs: Sendable {
    public let open, unknown, closed, override, now: Character

    /// Blocks, for terminals that know Unicode.
    public static let blocks = Signs(open: "█", unknown: "▒", closed: "·", override: "×", now: "│")
    /// For those that do not.
    public static let ascii = Signs(open: "#", unknown: "?", closed: ".", override: "x", now: "|")
  }

  /// The picture, line by line; at most so many columns (60 at least), no line ends in blanks.
  ///
  /// `paint` gets the pieces of the bars, each of one sign, and may put colours around them.
  public func lines(
    _ signs: Signs, width: Int = 80, paint: (Character, String) -> String = { $1 }
  ) -> [String] {
    Drawing(picture: self, signs: signs, width: max(60, width)).lines(paint)
  }
}

extension CivilDate {
  /// The Monday of its week.
  public var monday: CivilDate { adding(days: 1 - weekday.rawValue) }
}

/// A picture in its size.
private struct Drawing {
  let picture: WeekPicture
  let signs: WeekPicture.Signs
  let width: Int

  /// The columns of an hour: where there is little room, one.
  private var density: Int { width < 76 ? 1 : 2 }
  private var cell: Int { 3600 / density }
  private var cells: Int { 24 * density }
  private let label = 6
  /// Where the times begin.
  private var beside: Int { label + cells + 2 }

  func lines(_ paint: (Character, String) -> String) -> [String] {
    var lines = heading + [axis]
    for date in (0..<7).map(picture.monday.adding) {
      let name = "\(weekdays[date.weekday.rawValue - 1]) \(date.day < 10 ? "0" : "")\(date.day) "
      var bars = [name + painted(bar(date), paint)]
      if let marks = marks(date) { bars.append(String(repeating: " ", count: label) + marks) }
      var columns = [label + cells, bars.count > 1 ? bars[1].count : 0]
      for (row, words) in wrapped(words(on: date)).enumerated() {
        if row == bars.count { bars.append("") }
        if row == columns.count { columns.append(0) }
        bars[row] += String(repeating: " ", count: beside - columns[row]) + words
      }
      lines += bars
    }
    return lines
  }

  // MARK: Above the days

  /// `23-29 November 2026, week 48`, and what the signs mean, in a line of its own where there is no room.
  private var heading: [String] {
    let legend = legend.joined(separator: "  ")
    let used = title.columns + legend.columns
    guard used + 2 <= width else { return [title, legend] }
    return [title + String(repeating: " ", count: max(2, 80 - used)) + legend]
  }

  private var title: String {
    let sunday = picture.monday.adding(days: 6)
    let (year, month, day) = picture.monday.components
    let end = sunday.components
    var start = "\(day)"
    if month != end.month { start += " " + months[month - 1] }
    if year != end.year { start += " \(year)" }
    let separator = month == end.month ? "-" : " - "
    let last = "\(end.day) \(months[end.month - 1]) \(end.year)"
    return "\(start)\(separator)\(last), week \(picture.monday.isoWeek)"
  }

  /// Only of the signs that are there.
  private var legend: [String] {
    let drawn = (0..<7).map { picture.monday.adding(days: $0) }
    var legend = ["\(signs.open) open", "\(signs.closed) closed"]
    let stretches = picture.stretches.filter { stretch in
      drawn.contains { !cells(of: stretch, on: $0).isEmpty }
    }
    if stretches.contains(where: { $0.state == .unknown }) {
      legend.insert("\(signs.unknown) unknown", at: 1)
    }
    if stretches.contains(where: { $0.state == .closed && $0.override != nil }) {
      legend.append("\(signs.override) override")
    }
    if picture.now.map({ drawn.contains($0.date) }) ?? false { legend.append("\(signs.now) now") }
    if picture.calls.contains(where: { drawn.contains($0.date) }) { legend.append("^ call") }
    return legend
  }

  private var axis: String {
    var axis = String(repeating: " ", count: label)
    for hour in stride(from: 0, through: 24, by: 3) {
      axis += String(repeating: " ", count: label + density * hour - axis.count) + "\(hour)"
    }
    return axis
  }

  // MARK: A day

  private func bar(_ date: CivilDate) -> [Character] {
    var bar = Array(repeating: signs.closed, count: cells)
    for stretch in picture.stretches {
      guard let sign = sign(of: stretch) else { continue }
      for cell in cells(of: stretch, on: date) { bar[cell] = sign }
    }
    if let now = picture.now, now.date == date { bar[now.time.secondOfDay / cell] = signs.now }
    return bar
  }

  private func sign(of stretch: WeekPicture.Stretch) -> Character? {
    switch stretch.state {
    case .open: signs.open
    case .unknown: signs.unknown
    case .closed: stretch.override == nil ? nil : signs.override
    }
  }

  private func painted(_ bar: [Character], _ paint: (Character, String) -> String) -> String {
    var text = ""
    var rest = bar[...]
    while let sign = rest.first {
      let run = rest.prefix { $0 == sign }
      text += paint(sign, String(run))
      rest = rest.dropFirst(run.count)
    }
    return text
  }

  /// A sign under each column in which somebody called, or how many did; nil when nobody did.
  private func marks(_ date: CivilDate) -> String? {
    var counts = Array(repeating: 0, count: cells)
    for call in picture.calls where call.date == date { counts[call.time.secondOfDay / cell] += 1 }
    guard let last = counts.lastIndex(where: { $0 > 0 }) else { return nil }
    return String(
      counts[...last].map { count in
        count > 9 ? "+" : count > 1 ? Character("\(count)") : count == 1 ? "^" : " "
      })
  }

  /// The columns of a stretch: those whose middle lies in it, and one at least.
  private func cells(of stretch: WeekPicture.Stretch, on date: CivilDate) -> Range<Int> {
    let start = max(0, seconds(to: stretch.start, from: date))
    let end = min(86_400, seconds(to: stretch.end, from: date))
    guard start < end else { return 0..<0 }
    let first = (start + cell / 2 - 1) / cell
    let last = (end + cell / 2 - 1) / cell
    return first < last ? first..<last : start / cell..<start / cell + 1
  }

  private func seconds(to civil: CivilDateTime, from date: CivilDate) -> Int {
    (civil.date.dayNumber - date.dayNumber) * 86_400 + civil.time.secondOfDay
  }

  /// The times of the day's stretches, and what is to be said of it.
  private func words(on date: CivilDate) -> [String] {
    let told = picture.stretches.compactMap { stretch in
      times(of: stretch, on: date).map { times in
        switch (stretch.state, stretch.named) {
        case (.closed, let name) where times == allDay: name ?? "closed"
        case (.closed, let name):
          (["closed", times] + (name.map { ["(\($0))"] } ?? [])).joined(separator: " ")
        case (_, let name): name.map { "\(times) (\($0))" } ?? times
        }
      }
    }
    let calls = picture.calls.count { $0.date == date }
    return told + (picture.notes[date] ?? []).map { shown($0) }
      + (calls == 0 ? [] : [calls == 1 ? "1 call" : "\(calls) calls"])
  }

  /// A list with commas in lines of the width that there is; an entry is broken only where it fits no line.
  private func wrapped(_ words: [String]) -> [String] {
    let room = width - beside
    var lines: [String] = []
    for (index, word) in words.enumerated() {
      let entry = index + 1 < words.count ? word + "," : word
      if let line = lines.last, line.columns + 1 + entry.columns <= room {
        lines[lines.count - 1] = line + " " + entry
      } else {
        lines += entry.wrapped(to: room)
      }
    }
    return lines
  }

  private let allDay = "all day"

  /// `22:00-02:00` on the day on which a night begins; what is longer is cut at each midnight.
  private func times(of stretch: WeekPicture.Stretch, on date: CivilDate) -> String? {
    let day = 86_400
    let start = seconds(to: stretch.start, from: date)
    let end = seconds(to: stretch.end, from: date)
    guard start < day, end > 0 else { return nil }
    // What was over within the minute is not worth a word.
    guard stretch.start.date != stretch.end.date || start / 60 < end / 60 else { return nil }
    let isNight = end - start < day
    if isNight, start >= 0 {
      let short = CivilDateTime.shortEnd(stretch.end, after: stretch.start)
      return "\(stretch.start.time)-\(short ?? "\(stretch.end.time)")"
    }
    if isNight, date > picture.monday { return nil }
    if start <= 0, end >= day { return allDay }
    let from = start <= 0 ? "00:00" : "\(stretch.start.time)"
    return from + "-" + (end >= day ? "24:00" : "\(stretch.end.time)")
  }
}

private let weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
private let months = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
]
