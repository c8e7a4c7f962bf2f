// One calendar that is named on a command line, and in no configuration.

import Civil

/// Holidays of an iCalendar file, without a configuration around it.
public enum CalendarFile {
  /// The days that the file's events cover wholly by a zone's clocks, with their names.
  ///
  /// Some years around `now` are read (see ``SetupLimits``). A missing or broken file is an error with its name.
  public static func holidays(
    _ path: String, in zone: Zone, zones: ZoneLoader, at now: Instant
  ) throws(SetupError) -> (days: [CivilDate: String], warnings: [SetupWarning]) {
    let data: [UInt8]
    switch FileContent.read(path, limit: SetupLimits.calendarBytes) {
    case .text(let text): data = Array(text.utf8)
    case .bytes(let bytes): data = bytes
    case .missing: throw SetupError(file: path, problem: .fileUnreadable(reason: "No such file or directory"))
    case .unreadable(let reason): throw SetupError(file: path, problem: .fileUnreadable(reason: reason))
    case .tooLarge(let limit): throw SetupError(file: path, problem: .fileTooLarge(limit: limit))
    }
    let report = Report(file: path)
    let window = SetupLimits.window(around: zone.civil(now).date.year)
    do {
      let calendar = try Calendar(data, window: window, office: zone, zones: zones)
      let days = calendar.holidays(in: zone) { report.warn(.notAHoliday(summary: $0)) }
      return (days, report.warnings)
    } catch {
      throw SetupError(file: path, line: error.line, problem: .calendar(error.problem))
    }
  }
}
