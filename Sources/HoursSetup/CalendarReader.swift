// The calendars that the configuration names: each one read, or an error with its file's name.

import Civil
import OpeningHours

/// Turns the named calendars into holidays and absences.
struct CalendarReader {
  let sources: Sources
  let zones: ZoneLoader
  let office: Zone
  let now: Instant
  let report: Report

  private var window: Range<CivilDate> { SetupLimits.window(around: office.civil(now).date.year) }

  func holidays(_ section: CalendarsSection) -> Holidays {
    var holidays = Holidays()
    holidays.public = days(section.holidays, key: "holidays", country: section.countryPath)
    holidays.school = days(section.school, key: "holidays.school", country: nil)
    return holidays
  }

  func absences(_ section: CalendarsSection) -> [Exception] {
    var absences: [Exception] = []
    for path in section.absences {
      guard let calendar = calendar(path, key: "absence.calendars", wayOut: "write it, or take it out") else {
        continue
      }
      for summary in calendar.empty { report.warn(.noDuration(summary: summary), file: path.value) }
      absences += calendar.absences(in: office)
    }
    return absences.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private func days(_ paths: [Located<String>], key: String, country: String?) -> [CivilDate: String] {
    let today = office.civil(now).date
    var days: [CivilDate: String] = [:]
    for path in paths {
      let isCountry = path.value == country
      let key = isCountry ? "holidays.country" : key == "holidays" ? "holidays.calendars" : key
      let wayOut =
        isCountry ? "name one of your own: calendars = [\"holidays.ics\"]" : "write it, or take it out"
      guard let calendar = calendar(path, key: key, wayOut: wayOut) else { continue }
      let own = calendar.holidays(in: office) { report.warn(.notAHoliday(summary: $0), file: path.value) }
      if own.keys.max() ?? today <= today {
        report.warn(.nothingAhead(last: own.keys.max()?.description), file: path.value)
      }
      days.merge(own) { first, _ in first }
    }
    return days
  }

  /// A calendar's contents. That it is missing is said where it is named, the rest where it is.
  private func calendar(_ path: Located<String>, key: String, wayOut: String) -> Calendar? {
    let file = path.value
    let problem: Problem
    switch sources.calendars[file] ?? .missing {
    case .text, .bytes: return parsed(file)
    case .missing: problem = .calendarMissing(path: file, wayOut: wayOut)
    case .unreadable(let reason): problem = .calendarUnreadable(path: file, reason: reason)
    case .tooLarge(let limit):
      report.error(SetupError(file: file, problem: .fileTooLarge(limit: limit)))
      return nil
    }
    report.error(problem, key: key, at: path.position)
    return nil
  }

  private func parsed(_ file: String) -> Calendar? {
    do {
      let data = sources.calendars[file]?.data ?? []
      return try Calendar(data, window: window, office: office, zones: zones)
    } catch {
      report.error(SetupError(file: file, line: error.line, problem: .calendar(error.problem)))
      return nil
    }
  }
}
