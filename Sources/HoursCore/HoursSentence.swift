// The working hours as people say them: made of what the rules come to, where that is a usual week; else the coming days
// say it, beside the expression itself.

import Civil
import OpeningHours

/// How a language puts hours into a sentence.
struct HoursWords: Hashable, Sendable {
  /// Monday first, as they stand alone.
  let dayNames: [String]
  /// January first, as they stand in a date.
  let months: [String]
  let everyDay: String
  /// Between the first and the last of some days.
  let through: String
  let and: String
  /// Between days and times.
  let beforeTimes: String
  let aroundTheClock: String
  /// Nothing is ever open.
  let never: String
  /// Before the days on which it is closed.
  let except: String
  // Before times.
  let onPublicHolidays: String
  let inSchoolHolidays: String
  // After `except`; `{date}`, and `{from}` with `{to}`.
  let publicHolidays: String
  let schoolHolidays: String
  let date: String
  let dates: String
  /// `{days}` to come, and `{hours}`, the expression.
  let comingDays: String
}

extension HoursWords {
  /// "Monday to Friday 9:00-13:00 and 14:00-18:00, closed on public holidays", without a full stop.
  func sentence(_ week: UsualWeek) -> String {
    var parts = groups(week.days)
    var closed: [String] = []
    if let days = week.publicHolidays {
      if days.allSatisfy(\.isEmpty) {
        closed.append(publicHolidays)
      } else {
        parts.append(special(days, onPublicHolidays, usual: week.days))
      }
    }
    if let days = week.schoolHolidays {
      if days.allSatisfy(\.isEmpty) {
        closed.append(schoolHolidays)
      } else {
        parts.append(special(days, inSchoolHolidays, usual: week.days))
      }
    }
    guard !parts.isEmpty else { return never }
    closed += week.closed.map { days in
      days.first == days.last
        ? Script.fill(date, ["date": name(days.first)])
        : Script.fill(dates, ["from": name(days.first), "to": name(days.last)])
    }
    let exceptions = closed.isEmpty ? "" : (parts.count > 1 ? "; " : ", ") + "\(except) \(list(closed))"
    return parts.joined(separator: "; ") + exceptions
  }

  /// The hours of some runs of days: "Monday 23 November to Friday 27 November 9:00-18:00".
  func sentence(_ runs: [DayRun], in script: Script) -> String {
    runs.map { script.spell($0) + beforeTimes + times($0.spans) }.joined(separator: ", ")
  }

  /// "9:00-13:00 and 14:00-18:00"
  func times(_ spans: [DaySpan]) -> String {
    if spans == [DaySpan(start: 0, end: 1440)] { return aroundTheClock }
    return list(spans.map { "\(clockText($0.start))-\(clockText($0.end))" })
  }

  /// Weekdays of the same hours together, in the order of the week; days that are closed are not mentioned.
  private func groups(_ days: [[DaySpan]]) -> [String] {
    var groups: [(days: [Int], spans: [DaySpan])] = []
    for (day, spans) in days.enumerated() where !spans.isEmpty {
      if let place = groups.firstIndex(where: { $0.spans == spans }) {
        groups[place].days.append(day)
      } else {
        groups.append(([day], spans))
      }
    }
    return groups.map { group in
      let times = times(group.spans)
      guard group.days.count == 7 else { return names(group.days) + beforeTimes + times }
      return times == aroundTheClock ? times : everyDay + beforeTimes + times
    }
  }

  /// Hours of holidays; where they are the same on all days that are open else, the days go without saying.
  private func special(_ days: [[DaySpan]], _ label: String, usual: [[DaySpan]]) -> String {
    let open = days.filter { !$0.isEmpty }
    let isAsUsual = zip(days, usual).allSatisfy { $0.isEmpty == $1.isEmpty }
    if Set(open).count == 1, open.count == 7 || isAsUsual { return "\(label) \(times(open[0]))" }
    return "\(label): \(list(groups(days)))"
  }

  /// "Monday to Wednesday and Friday"
  private func names(_ days: [Int]) -> String {
    var names: [String] = []
    var start = 0
    while start < days.count {
      var end = start
      while end + 1 < days.count, days[end + 1] == days[end] + 1 { end += 1 }
      if end - start >= 2 {
        names.append(dayNames[days[start]] + through + dayNames[days[end]])
      } else {
        names += days[start...end].map { dayNames[$0] }
      }
      start = end + 1
    }
    return list(names)
  }

  private func name(_ day: (month: Int, day: Int)) -> String { "\(day.day) \(months[day.month - 1])" }

  private func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + and + last
  }
}

extension Office {
  /// The working hours as a sentence without its full stop: the owner's own, or one made of the hours.
  func hoursSentence(in script: Script, at now: Instant) -> String {
    if let own = script.texts[.hours] { return own.hasSuffix(".") ? String(own.dropLast()) : own }
    if let week = configuration.hours.usualWeek { return script.hours.sentence(week) }
    let today = plan.date(of: now)
    let opening = plan.schedule.nextOpening(atOrAfter: now).map(plan.date) ?? today
    // A sentence about a week in which nothing is open would say nothing.
    let start = opening.dayNumber - today.dayNumber < 7 ? today : opening
    let runs = plan.openDays(from: start, days: 7)
    guard !runs.isEmpty else { return script.hours.never }
    return Script.fill(
      script.hours.comingDays, ["days": script.hours.sentence(runs, in: script), "hours": hoursText])
  }
}
