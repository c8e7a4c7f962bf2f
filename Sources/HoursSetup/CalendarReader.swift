// The calendars that the configuration names: each one read, or an error with its file's name.

import Civil
import HoursCore
import OpeningHours

/// Turns the named calendars into holidays and absences.
struct CalendarReader {
  let sources: Sources
  let zones: ZoneLoader
  let office: Zone
  let now: Instant
  let report: Report

  private var window: Range<CivilDate> { SetupLimits.window(around: office.civil(now).date.year) }

  /// The holidays, and where the calendars that name them end.
  func holidays(_ section: CalendarsSection) -> (Holidays, [CalendarEnd]) {
    var holidays = Holidays()
    var ends: [CalendarEnd] = []
    holidays.public = days(section.holidays, key: "holidays.calendars", section, &ends)
    holidays.school = days(section.school, key: "holidays.school", section, &ends)
    return (holidays, ends)
  }

  func absences(_ section: CalendarsSection) -> [Exception] {
    var absences: [Exception] = []
    for path in section.absences {
      guard let calendar = calendar(path, key: "absence.calendars") else { continue }
      for event in calendar.empty {
        report.warn(.noDuration(summary: event.summary), file: path.value, line: event.line)
      }
      absences += calendar.absences(in: office)
    }
    return absences.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private func days(
    _ paths: [Located<String>], key: String, _ section: CalendarsSection, _ ends: inout [CalendarEnd]
  ) -> [CivilDate: String] {
    var days: [CivilDate: String] = [:]
    for path in paths {
      let country = path.value == section.countryPath ? section.country?.value : nil
      let key = country == nil ? key : "holidays.country"
      guard let calendar = calendar(path, key: key, country: country) else { continue }
      let own = calendar.holidays(in: office) {
        report.warn(.notAHoliday(summary: $0), file: path.value, line: $1)
      }
      if let end = calendar.end(of: own) {
        let name = country ?? path.value
        let known = CalendarEnd(name: name, lastDay: end, wayOut: wayOut(end, isInstalled: country != nil))
        if !ends.contains(known) { ends.append(known) }
      }
      days.merge(own) { first, _ in first }
    }
    return days
  }

  private func wayOut(_ end: CivilDate, isInstalled: Bool) -> String {
    if isInstalled { return "install a newer hoursd, or name a calendar of your own" }
    let year = max(end, office.civil(now).date).year + 1
    return "add the days to come, or say in it how far it reaches: X-HOURSD-END;VALUE=DATE:\(year)1231"
  }

  /// A calendar's contents. That it is missing is said where it is named, the rest where it is.
  private func calendar(_ path: Located<String>, key: String, country: String? = nil) -> Calendar? {
    let file = path.value
    let problem: Problem
    switch sources.calendars[file] ?? .missing {
    case .text, .bytes: return parsed(file)
    case .missing:
      let wayOut =
        country == nil
        ? "write it, or take it out" : "name one of your own: calendars = [\"holidays.ics\"]"
      problem =
        country.flatMap { sources.problem(ofRegion: $0) } ?? .calendarMissing(path: file, wayOut: wayOut)
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
