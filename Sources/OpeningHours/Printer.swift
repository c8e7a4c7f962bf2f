// The canonical form: one text for one meaning, which reads back to an equal value.

extension Expression: CustomStringConvertible {
  /// The expression in its canonical form, which reads back to an equal value.
  public var description: String {
    var text = ""
    for (index, rule) in rules.enumerated() {
      if index > 0 { text += rule.joint.text }
      text += rule.text
      // Times after a comma would go on with this rule's.
      let next = index + 1 < rules.count ? rules[index + 1] : nil
      if let next, next.joint == .additional, next.matchesEveryDay, !next.times.isEmpty, rule.endsInTimes {
        text += " open"
      }
    }
    return text
  }
}

extension Rule.Joint {
  fileprivate var text: String {
    switch self {
    case .override: "; "
    case .additional: ", "
    case .fallback: " || "
    }
  }
}

extension Rule {
  fileprivate var endsInTimes: Bool { !times.isEmpty && state == .open && comment == nil }

  fileprivate var text: String {
    var parts: [String] = []
    if !years.isEmpty { parts.append(list(years, \.text)) }
    if !dates.isEmpty { parts.append(datesText) }
    if !weeks.isEmpty { parts.append("week " + list(weeks, \.text)) }
    let days = [list(weekdays, \.text), list(holidays, \.text)].filter { !$0.isEmpty }
    if needsHolidayAndWeekday {
      parts += days.reversed()
    } else if !days.isEmpty {
      parts.append(list(days, \.self))
    }
    if !times.isEmpty { parts.append(list(times, \.text)) }
    // Days without hours are open all day: rarely meant, so it is said.
    if state != .open || comment != nil || times.isEmpty {
      parts.append(isBare && state == .open && comment == nil ? "24/7" : state.word)
    }
    if let comment { parts.append("\"\(comment)\"") }
    return joined(parts, by: " ")
  }

  /// Further days of a month leave out its name: `Dec 24,31`.
  private var datesText: String {
    var text = ""
    for (index, date) in dates.enumerated() {
      if index == 0 {
        text = date.text
      } else if case .days(let first, let last, _) = dates[index - 1],
        let point = date.first, let short = point.text(inMonthOf: last, year: first.endYear(with: last))
      {
        text += "," + short + date.text.dropFirst(point.text.count)
      } else {
        text += "," + date.text
      }
    }
    return text
  }
}

extension State {
  fileprivate var word: String { self == .closed ? "off" : rawValue }
}

extension YearRange {
  fileprivate var text: String {
    if last == .max { return "\(first)" + (step == 1 ? "+" : stepText(step)) }
    return range("\(first)", "\(last)") + stepText(step)
  }
}

extension WeekRange {
  fileprivate var text: String { range(two(first), two(last)) + stepText(step) }
}

extension DateRange {
  fileprivate var text: String {
    switch self {
    case .months(let first, let last): range(first.text, last.text)
    case .from(let first): first.text + "+"
    case .days(let first, let last, let step):
      if first == last { first.text } else { first.text + "-" + last.text(after: first) + stepText(step) }
    }
  }
}

extension DateRange {
  fileprivate var first: DatePoint? {
    switch self {
    case .months: nil
    case .from(let first), .days(let first, _, _): first
    }
  }
}

extension YearMonth {
  fileprivate var text: String { yearText(year) + Words.months[month - 1] }
}

extension DatePoint {
  fileprivate var text: String {
    let day =
      switch anchor {
      case .monthDay(let month, let day): "\(Words.months[month - 1]) \(two(day))"
      case .easter: "easter"
      case .weekday(let weekday, let number, let month):
        "\(Words.months[month - 1]) \(Words.weekdays[weekday.rawValue - 1])[\(number)]"
      }
    return yearText(year) + day + shiftText
  }

  /// `Dec 24-26` needs no second month.
  fileprivate func text(after first: DatePoint) -> String {
    guard case .monthDay(let month, let day) = anchor, case .monthDay(month, let firstDay) = first.anchor,
      firstDay <= day, year == nil
    else { return text }
    return two(day) + shiftText
  }

  /// Without year and month, when they are those of the date before in a list.
  fileprivate func text(inMonthOf other: DatePoint, year: Int?) -> String? {
    guard case .monthDay(let month, let day) = anchor, case .monthDay(month, _) = other.anchor,
      self.year == year
    else { return nil }
    return two(day) + shiftText
  }

  private var shiftText: String {
    var text = ""
    if let weekdayShift {
      text += weekdayShift.isForward ? " +" : " -"
      text += Words.weekdays[weekdayShift.weekday.rawValue - 1]
    }
    return text + dayShiftText(dayShift)
  }
}

extension WeekdayDays {
  fileprivate var text: String {
    let names = range(Words.weekdays[first.rawValue - 1], Words.weekdays[last.rawValue - 1])
    guard fromStart != 0 || fromEnd != 0 else { return names }
    var entries: [String] = []
    var number = 1
    while number <= 5 {
      guard fromStart & 1 << number != 0 else {
        number += 1
        continue
      }
      var end = number
      while end < 5 && fromStart & 1 << (end + 1) != 0 { end += 1 }
      entries.append(range("\(number)", "\(end)"))
      number = end + 1
    }
    for number in 1...5 where fromEnd & 1 << number != 0 { entries.append("-\(number)") }
    return names + "[" + joined(entries, by: ",") + "]" + dayShiftText(dayShift)
  }
}

extension HolidayDays {
  fileprivate var text: String { (kind == .public ? "PH" : "SH") + dayShiftText(dayShift) }
}

extension TimeSpan {
  fileprivate var text: String {
    if hasOpenEnd && end == TimeSpan.day { return clock(start) + "+" }
    // Past midnight the clock's own face says it, unless that would be read as an end on the same day.
    let wraps = end > TimeSpan.day && end - TimeSpan.day <= start
    return clock(start) + "-" + clock(wraps ? end - TimeSpan.day : end) + (hasOpenEnd ? "+" : "")
  }

  private func clock(_ minutes: Int) -> String { two(minutes / 60) + ":" + two(minutes % 60) }
}

private func range(_ first: String, _ last: String) -> String { first == last ? first : "\(first)-\(last)" }

private func stepText(_ step: Int) -> String { step == 1 ? "" : "/\(step)" }

private func yearText(_ year: Int?) -> String { year.map { "\($0) " } ?? "" }

private func dayShiftText(_ days: Int) -> String {
  guard days != 0 else { return "" }
  return (days < 0 ? " -" : " +") + "\(abs(days)) " + (abs(days) == 1 ? "day" : "days")
}

private func list<T>(_ items: [T], _ text: (T) -> String) -> String { joined(items.map(text), by: ",") }

private func joined(_ parts: [String], by separator: String) -> String {
  var text = ""
  for (index, part) in parts.enumerated() { text += index == 0 ? part : separator + part }
  return text
}
