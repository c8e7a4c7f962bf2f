// What an expression is made of: the nouns of the grammar, as values that can be compared and printed.

import Civil

/// One rule: on which days, at what times, what holds.
struct Rule: Hashable, Sendable {
  /// How a rule joins the ones before it.
  enum Joint: Hashable, Sendable {
    /// `;`: on its days an open rule takes the place of those before.
    case override
    /// `,`: adds to those before.
    case additional
    /// `||`: holds where those before say nothing.
    case fallback
  }

  var joint = Joint.override
  var years: [YearRange] = []
  var dates: [DateRange] = []
  var weeks: [WeekRange] = []
  var holidays: [HolidayDays] = []
  var weekdays: [WeekdayDays] = []
  /// `PH Mo-Fr`: holidays on these weekdays; otherwise either suffices.
  var needsHolidayAndWeekday = false
  var times: [TimeSpan] = []
  var state = State.open
  var comment: String?

  /// Whether the rule names neither days nor times.
  var isBare: Bool { matchesEveryDay && times.isEmpty }

  /// Whether no selector limits its days.
  var matchesEveryDay: Bool {
    years.isEmpty && dates.isEmpty && weeks.isEmpty && holidays.isEmpty && weekdays.isEmpty
  }
}

/// `2026`, `2026-2028`, `2026+`, `2026-2036/2`, `2026/2`.
struct YearRange: Hashable, Sendable {
  var first: Int
  /// `.max` for an open end.
  var last: Int
  var step = 1

  func contains(_ year: Int) -> Bool {
    year >= first && year <= last && (year - first) % step == 0
  }
}

/// `week 05`, `week 50-02`, `week 01-53/2`: ISO weeks.
struct WeekRange: Hashable, Sendable {
  var first: Int
  var last: Int
  var step = 1

  func contains(_ week: Int) -> Bool {
    if first <= last { return week >= first && week <= last && (week - first) % step == 0 }
    // Over New Year the count goes on from week 53, which not every year has.
    return week >= first ? (week - first) % step == 0 : week <= last && (week + 53 - first) % step == 0
  }
}

/// A piece of the calendar: whole months, or days from a date to a date.
enum DateRange: Hashable, Sendable {
  /// `Nov`, `Nov-Feb`, `2026 Nov-2027 Feb`; one month when `last` is the same as `first`.
  case months(first: YearMonth, last: YearMonth)
  /// `Dec 24`, `Dec 24-Jan 02`, `easter -2 days-easter +1 day`, with a step in days.
  case days(first: DatePoint, last: DatePoint, step: Int)
  /// `2026 Nov 24+`; without a year, to the end of each year.
  case from(DatePoint)
}

extension DateRange {
  /// Whether it comes every year.
  var isYearly: Bool { self == inYear(nil) }

  /// `2026 Nov-Feb` in pieces of the year that alone is meant, as the public engines have it; others whole.
  var withinYear: [DateRange] {
    guard case .months(let first, let last) = self, let year = first.year, last.year == nil,
      last.month < first.month
    else { return [self] }
    return [
      .months(first: first, last: YearMonth(year: nil, month: 12)),
      .months(first: YearMonth(year: year, month: 1), last: YearMonth(year: nil, month: last.month)),
    ]
  }

  /// The same range, beginning in one year.
  func inYear(_ year: Int?) -> DateRange {
    switch self {
    case .months(var first, let last):
      let isSingle = first == last
      first.year = year
      return .months(first: first, last: isSingle ? first : last)
    case .days(var first, let last, let step):
      let isSingle = first == last
      first.year = year
      return .days(first: first, last: isSingle ? first : last, step: step)
    case .from(var first):
      first.year = year
      return .from(first)
    }
  }
}

/// A month, of one year or of every year.
struct YearMonth: Hashable, Sendable {
  var year: Int?
  var month: Int
}

/// A day of one year or of every year, perhaps moved: `Dec 24`, `easter +1 day`, `Nov 01 +Su`, `Mar Su[-1]`.
struct DatePoint: Hashable, Sendable {
  enum Anchor: Hashable, Sendable {
    case monthDay(month: Int, day: Int)
    case easter
    /// A weekday of a month, 1 to 5 counted from its start, -1 to -5 from its end; only at a range's ends.
    case weekday(Weekday, number: Int, month: Int)
  }

  /// `+Su` is the first Sunday after the day (not the day itself), `-Su` the last before.
  struct WeekdayShift: Hashable, Sendable {
    var weekday: Weekday
    var isForward: Bool
  }

  var year: Int?
  var anchor: Anchor
  var weekdayShift: WeekdayShift?
  var dayShift = 0

  /// The year in which a range from here to `last` ends; nil when it is of every year.
  func endYear(with last: DatePoint) -> Int? {
    guard let year, last.year == nil, let begin = roughMonthDay, let end = last.roughMonthDay
    else { return last.year ?? year }
    return end < begin ? year + 1 : year
  }

  /// Month and day, near enough to tell which of two ends of a range comes first.
  private var roughMonthDay: (month: Int, day: Int)? {
    switch anchor {
    case .monthDay(let month, let day): (month, day)
    case .weekday(_, let number, let month): (month, number > 0 ? number * 7 : 32 + number * 7)
    case .easter: nil
    }
  }

  /// Whether it is the same month and day every year.
  var monthDay: (month: Int, day: Int)? {
    guard case .monthDay(let month, let day) = anchor, year == nil, weekdayShift == nil, dayShift == 0
    else { return nil }
    return (month, day)
  }
}

/// `Mo`, `Fr-Mo`, `Th[1]`, `Fr[-1] -1 day`.
struct WeekdayDays: Hashable, Sendable {
  var first: Weekday
  var last: Weekday
  /// Which of the month, counted from its start: bit 1 for the first to bit 5; 0 with `fromEnd` 0 for any.
  var fromStart: UInt8 = 0
  /// The same, counted from the month's end.
  var fromEnd: UInt8 = 0
  var dayShift = 0

  /// Whether they are all such weekdays, not some of a month's, nor moved.
  var isPlain: Bool { fromStart == 0 && fromEnd == 0 && dayShift == 0 }
}

/// `PH`, `SH`, `PH -1 day`.
struct HolidayDays: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case `public`, school }

  var kind: Kind
  var dayShift = 0
}

/// `09:00-17:00`, `22:00-02:00`, `18:00+`: minutes from the day's midnight.
struct TimeSpan: Hashable, Sendable {
  static let day = 1440

  /// 0 to 1439.
  var start: Int
  /// Later than `start`, at most 48 hours.
  var end: Int
  /// Goes on, nobody says for how long; taken as to the day's end.
  var hasOpenEnd = false

  /// When it really ends.
  var effectiveEnd: Int { hasOpenEnd ? max(end, TimeSpan.day) : end }
}
