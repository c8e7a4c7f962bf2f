// What calendars mean to an office: days that are holidays, stretches that are absences.

import Civil
import OpeningHours

extension Calendar {
  /// The days that the calendar's events cover wholly by the office's clocks, with their names.
  ///
  /// An event written as 23:00 to 23:00 UTC is a whole day in Berlin's winter. One that covers no whole day is
  /// handed to `odd`, by its name and its line.
  func holidays(in office: Zone, odd: (String, Int) -> Void) -> [CivilDate: String] {
    var holidays: [CivilDate: String] = [:]
    for occurrence in occurrences {
      let covered = occurrence.days(in: office)
      if covered.isEmpty { odd(occurrence.summary, occurrence.line) }
      let days = covered.clamped(to: window)
      for day in days.lowerBound.dayNumber..<days.upperBound.dayNumber {
        let name = occurrence.summary.isEmpty ? "holiday" : occurrence.summary
        // Two names for one day: the order of a set of repetitions must not decide.
        holidays[CivilDate(dayNumber: day)] =
          holidays[CivilDate(dayNumber: day)].map { min($0, name) } ?? name
      }
    }
    for event in empty { odd(event.summary, event.line) }
    return holidays
  }

  /// The last day of which the calendar knows whether it is a holiday, as far as it can be told: the day that it
  /// says itself, else the end of the year of its last one; none when it goes on beyond the years looked at.
  func end(of holidays: [CivilDate: String]) -> CivilDate? {
    if let statedEnd { return statedEnd }
    guard !goesOn else { return nil }
    let year = holidays.keys.max()?.year ?? window.lowerBound.year - 1
    return CivilDate(year: year, month: 12, day: 31)
  }

  /// The stretches in which the office is closed, earliest first.
  func absences(in office: Zone) -> [Exception] {
    let exceptions = occurrences.map { occurrence in
      let stretch = occurrence.stretch(in: office)
      return Exception(
        start: stretch.lowerBound, end: stretch.upperBound, state: .closed,
        reason: occurrence.summary.isEmpty ? "absence" : occurrence.summary)
    }
    return exceptions.sorted { ($0.start, $0.end, $0.reason ?? "") < ($1.start, $1.end, $1.reason ?? "") }
  }
}

extension Occurrence {
  fileprivate func days(in office: Zone) -> Range<CivilDate> {
    switch extent {
    case .days(let days): return days
    case .time(let stretch):
      let first = office.civil(stretch.lowerBound)
      let isWhole = office.first(of: CivilDateTime(date: first.date, time: .midnight)) == stretch.lowerBound
      let start = first.date.adding(days: isWhole ? 0 : 1)
      return start..<max(start, office.civil(stretch.upperBound).date)
    }
  }

  fileprivate func stretch(in office: Zone) -> Range<Instant> {
    switch extent {
    case .time(let stretch): return stretch
    case .days(let days):
      let start = office.first(of: CivilDateTime(date: days.lowerBound, time: .midnight))
      let end = office.first(of: CivilDateTime(date: days.upperBound, time: .midnight))
      return start..<max(start, end)
    }
  }
}
