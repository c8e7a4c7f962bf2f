// Hours between two instants: each open time, and their sum.

import Civil
import HoursCore
import HoursWire
import OpeningHours

/// What is open in a stretch of time.
struct EvalWindow {
  private let hours: EvalHours
  private let start: Instant
  private let end: Instant
  private let intervals: [Interval]
  private let openSeconds: Int64

  private var zone: Zone { hours.schedule.zone }

  init(_ hours: EvalHours, from start: Instant, to end: Instant) throws(EvalFailure) {
    let days = HoursCore.Limits.windowDays
    guard start <= end, end <= hours.schedule.zone.later(start, days: days) else {
      let words = start > end ? "are in the wrong order" : "lie more than \(days) days apart; ask for less"
      throw .option(EvaluationError(.invalid, "--from and --to \(words)"))
    }
    self.hours = hours
    self.start = start
    self.end = end
    intervals = hours.schedule.intervals(from: start, to: end)
    openSeconds = hours.schedule.workingTime(from: start, to: end)
  }

  // MARK: For programs

  private struct Line: Encodable {
    struct Piece: Encodable {
      var start, end: Instant
      var state: String
      var comment: String?
    }

    var from, to: Instant
    var openSeconds: Int64
    var intervals: [Piece]
    var zone, hours: String
    var warnings: [EvalWarning]?

    enum CodingKeys: String, CodingKey {
      case from, to
      case openSeconds = "open_seconds"
      case intervals, zone, hours, warnings
    }
  }

  var line: [UInt8] {
    let pieces = intervals.map { interval in
      Line.Piece(
        start: interval.start, end: interval.end, state: interval.state.rawValue, comment: interval.reason)
    }
    let line = Line(
      from: start, to: end, openSeconds: openSeconds, intervals: pieces, zone: zone.name,
      hours: hours.schedule.expression.description, warnings: hours.toldWarnings)
    return LineEncoder(zone: zone).encode(line) + [0x0A]
  }

  // MARK: For people

  func screen() -> [UInt8] {
    var screen = EvalScreen()
    screen.line("from \(dated(start)) to \(dated(end)), \(zone)")
    screen.line("")
    for interval in intervals {
      let length = Self.spelled(interval.end - interval.start)
      let reason = interval.reason.map { "(\($0))" } ?? ""
      let words = [interval.state == .open ? "" : "\(interval.state)", reason].joinedFilled(" ")
      let padding = words.isEmpty ? "" : String(repeating: " ", count: max(2, 11 - length.count))
      screen.line("\(dated(interval.start)) - \(until(interval))  \(length)" + padding + words)
    }
    screen.line("\(intervals.isEmpty ? "" : "\n")open \(Self.spelled(openSeconds))")
    screen.about(hours)
    return screen.bytes
  }

  private func dated(_ instant: Instant) -> String {
    LocalTime(zone.rfc3339(instant))?.dated ?? zone.rfc3339(instant)
  }

  /// The end's date where it is another day's; midnight still belongs to the day that ends with it.
  private func until(_ interval: Interval) -> String {
    let end = zone.civil(interval.end)
    if let short = CivilDateTime.shortEnd(end, after: zone.civil(interval.start)) { return short }
    if interval.end - interval.start < 86_400 { return "\(end.time)" }
    return dated(interval.end)
  }

  /// `8 h 30 min`
  private static func spelled(_ seconds: Int64) -> String {
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
    return seconds == 0 ? "0 h" : parts.map { $0.0 > 0 ? "\($0.0) \($0.1)" : "" }.joinedFilled(" ")
  }
}
