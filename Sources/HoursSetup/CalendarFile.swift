// One calendar that is named on a command line, and in no configuration.

import Civil
import HoursCore

/// An iCalendar file of holidays, without a configuration around it.
public struct CalendarFile: Hashable, Sendable {
  /// Where it is.
  public let path: String
  /// What people call it: its path, or a region's code.
  private let name: String

  /// A file of somebody's own.
  public init(path: String) {
    self.path = path
    name = path
  }

  /// The calendar of a country or a region of it (`DE`, `DE-BY`) that comes with the program.
  ///
  /// `data` is the folder of the installed data. A region that is unknown there is an error with the one that was
  /// meant.
  public init(region code: String, data: String) throws(SetupError) {
    name = code
    path = "\(data)/holidays/\(code).ics"
    if Regions.isCode(code), FileContent.read(path, limit: SetupLimits.calendarBytes) != .missing { return }
    let list = "\(data)/holidays/regions.tsv"
    guard case .text(let regions) = FileContent.read(list, limit: SetupLimits.calendarBytes) else {
      throw SetupError(file: list, problem: .notARegion(code, nearest: nil))
    }
    throw SetupError(file: list, problem: Regions(regions).problem(code, list: list))
  }

  /// The days that the file's events cover wholly by a zone's clocks, with their names; and what is odd about it.
  ///
  /// Some years around `instant` are read (see ``SetupLimits``). A missing or broken file is an error with its name.
  public func holidays(
    in zone: Zone, zones: ZoneLoader, around instant: Instant
  ) throws(SetupError) -> (days: [CivilDate: String], oddities: [String]) {
    let data: [UInt8]
    switch FileContent.read(path, limit: SetupLimits.calendarBytes) {
    case .text(let text): data = Array(text.utf8)
    case .bytes(let bytes): data = bytes
    case .missing: throw SetupError(file: path, problem: .fileUnreadable(reason: "No such file or directory"))
    case .unreadable(let reason): throw SetupError(file: path, problem: .fileUnreadable(reason: reason))
    case .tooLarge(let limit): throw SetupError(file: path, problem: .fileTooLarge(limit: limit))
    }
    let report = Report(file: path)
    let day = zone.civil(instant).date
    do {
      let window = SetupLimits.window(around: day.year)
      let calendar = try Calendar(data, window: window, office: zone, zones: zones)
      let days = calendar.holidays(in: zone) {
        report.warn(.notAHoliday(summary: $0), file: path, line: $1)
      }
      let end = calendar.end(of: days).flatMap { last in
        CalendarEnd(name: name, lastDay: last, wayOut: "name a calendar that reaches further").warning(
          on: day)
      }
      return (days, report.warnings.map(\.description) + (end.map { [$0] } ?? []))
    } catch {
      throw SetupError(file: path, line: error.line, problem: .calendar(error.problem))
    }
  }
}
