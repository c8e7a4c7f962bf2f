// What a plan says on a day: which rules match it, and which of them has the last word at a second.

import Civil

extension Plan {
  /// A stretch of one day's time in which one rule has the last word, or none.
  struct Piece {
    /// In seconds from the day's midnight.
    var start = 0
    var end = Plan.day
    var state = State.closed
    /// The rule that has the last word; -1 when none speaks.
    var rule = -1
    /// Whether it speaks of an interval that began the day before.
    var isNight = false
    /// The rule that last took the place of those before it; -1 when none did.
    var replacer = -1
  }

  /// A day with the rules that hold on it, found once and asked for each of its pieces.
  struct Agenda {
    fileprivate(set) var day: Day
    /// Bit by bit the rules that hold on the day; rules past the 64th are matched anew each time.
    fileprivate(set) var today: UInt64
    /// The rules of the day before that run past midnight.
    fileprivate(set) var night: UInt64 = 0
    /// The last rule that takes the place of those before it; -1 when none does.
    fileprivate(set) var replacer: Int
    /// How many days were matched so far, this one's and those turned away from.
    fileprivate(set) var daysRead = 0

    /// That of no day.
    static var none: Agenda { Agenda(day: .none, today: 0, replacer: -1) }

    /// Whether one of the first 64 rules holds on the day.
    func matches(_ index: Int) -> Bool { today & 1 &<< index != 0 }
  }

  /// Makes any day's agenda that of another day, which is less work where it is the next.
  func turn(_ agenda: inout Agenda, to number: Int) {
    let isNext = agenda.day.number == number &- 1
    let yesterday = isNext ? agenda.today : 0
    let day = Day(number)
    agenda.day = day
    agenda.today = matching(day)
    agenda.daysRead &+= 1
    agenda.replacer = UInt64.bitWidth - 1 - (agenda.today & masks.replacing).leadingZeroBitCount
    for index in farRules where rules[index].replaces && matches(rules[index], day) {
      agenda.replacer = index
    }
    guard masks.reaching != 0 else { return }
    if isNext {
      agenda.night = yesterday & masks.reaching
    } else {
      agenda.night = matching(Day(number - 1)) & masks.reaching
      agenda.daysRead &+= 1
    }
  }

  /// The rules past the 64th, for which no word has a bit.
  private var farRules: Range<Int> { min(UInt64.bitWidth, rules.count)..<rules.count }

  /// Bit by bit the rules that hold on a day.
  private func matching(_ day: Day) -> UInt64 {
    var found = masks.candidates(day)
    var open = found & ~masks.simple
    while open != 0 {
      let index = open.trailingZeroBitCount
      let bit: UInt64 = 1 &<< index
      if !matches(rules[index], day) { found &= ~bit }
      open &= ~bit
    }
    return found
  }

  /// What the rules say at a second of a day.
  ///
  /// An interval past midnight goes on for as long as it is written, but for what rules after its own say of
  /// the new day. The piece's ends are edges of rules, so that neighbouring pieces may say the same.
  func piece(on agenda: Agenda, at second: Int) -> Piece {
    var piece = Piece(replacer: agenda.replacer)
    var speaking = agenda.today | agenda.night
    if agenda.replacer > 0 { speaking &= .max << agenda.replacer }
    while speaking != 0 {
      let index = speaking.trailingZeroBitCount
      let bit: UInt64 = 1 &<< index
      speaking &= ~bit
      if agenda.today & bit != 0 { apply(index, to: &piece, at: second) }
      if agenda.night & bit != 0 { apply(index, to: &piece, at: second, isNight: true) }
    }
    for index in farRules where index >= agenda.replacer {
      let rule = rules[index]
      if matches(rule, agenda.day) { apply(index, to: &piece, at: second) }
      if rule.reachesNextDay && matches(rule, Day(agenda.day.number - 1)) {
        apply(index, to: &piece, at: second, isNight: true)
      }
    }
    return piece
  }

  /// Lets a rule speak; one that only fills is silent where another has spoken.
  private func apply(_ index: Int, to piece: inout Piece, at second: Int, isNight: Bool = false) {
    if piece.rule >= 0 && rules[index].effect == .fills { return }
    let spans = rules[index].spans
    guard !spans.isEmpty else {
      piece.state = rules[index].state
      piece.rule = index
      piece.isNight = false
      return
    }
    let shift = isNight ? Plan.day : 0
    for span in spans {
      let start = lists.spans[span].start - shift
      let end = lists.spans[span].end - shift
      if second < start {
        piece.end = min(piece.end, start)
      } else if second < end {
        piece.start = max(piece.start, start)
        piece.end = min(piece.end, end)
        piece.state = rules[index].state
        piece.rule = index
        piece.isNight = isNight
      } else {
        piece.start = max(piece.start, end)
      }
    }
  }

  func matches(_ rule: CompiledRule, _ day: Day) -> Bool {
    guard rule.months & 1 &<< day.month != 0 else { return false }
    if rule.isSimple { return rule.weekdays & 1 &<< day.weekday != 0 }
    if !rule.years.isEmpty && !isYear(day.year, of: rule.years) { return false }
    if !rule.dates.isEmpty && !isDate(day, of: rule) { return false }
    if !rule.weeks.isEmpty && !isWeek(day.week, of: rule.weeks) { return false }
    if rule.holidays.isEmpty { return isWeekday(day, of: rule) }
    let onHoliday = isHoliday(day, of: rule)
    if rule.needsHolidayAndWeekday { return onHoliday && isWeekday(day, of: rule) }
    return onHoliday || rule.hasWeekdays && isWeekday(day, of: rule)
  }

  func isYear(_ year: Int, of years: Range<Int>) -> Bool {
    any(years) { lists.years[$0].contains(year) }
  }

  func isDate(_ day: Day, of rule: CompiledRule) -> Bool {
    any(rule.dates) { lists.dates[$0].contains(day) }
  }

  func isWeek(_ week: Int, of weeks: Range<Int>) -> Bool {
    any(weeks) { lists.weeks[$0].contains(week) }
  }

  func isWeekday(_ day: Day, of rule: CompiledRule) -> Bool {
    rule.weekdays & 1 &<< day.weekday != 0 || any(rule.someWeekdays) { lists.weekdays[$0].contains(day) }
  }

  func isHoliday(_ day: Day, of rule: CompiledRule) -> Bool {
    any(rule.holidays) { index in
      let holiday = lists.holidays[index]
      return table(holiday).contains(day.number - holiday.dayShift)
    }
  }

  func table(_ holiday: HolidayDays) -> HolidayTable {
    holiday.kind == .public ? publicHolidays : schoolHolidays
  }

  /// Why the piece's state is what it is: its rule's comment, or the holiday for which the rule holds.
  func reason(_ piece: Piece, on day: Int) -> String? {
    let day = piece.isNight ? day - 1 : day
    if piece.rule >= 0, let comment = source[piece.rule].comment { return comment }
    // Where nobody speaks, a holiday's own hours are over, or have not begun.
    let decisive = piece.rule >= 0 ? piece.rule : piece.replacer
    guard decisive >= 0 else { return nil }
    for holiday in source[decisive].holidays {
      if let name = table(holiday).name(day - holiday.dayShift) { return name }
    }
    return nil
  }
}

/// Whether it holds for one of the range: what the standard library's `contains` does, without asking for
/// memory in a debug build.
private func any(_ range: Range<Int>, _ holds: (Int) -> Bool) -> Bool {
  for index in range where holds(index) { return true }
  return false
}
