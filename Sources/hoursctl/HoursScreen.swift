// The hours of a time, a line for each interval.

import Civil
import HoursWire

extension Page {
  mutating func intervals(_ intervals: [JSON]) {
    let rows = intervals.map { interval in
      let (start, end) = (interval.start.time, interval.end.time)
      let state = interval.state.string
      return [
        Piece(time(start)), Piece(spelled(end, after: start)),
        Piece(state, state == "open" ? .green : .yellow),
        Piece(interval.reason.string),
      ]
    }
    table(["FROM", "TO", "STATE", "WHY"], rows)
  }

  /// Of the same day the time alone; its end is 24:00.
  private func spelled(_ end: LocalTime?, after start: LocalTime?) -> String {
    guard let end, let start else { return time(end) }
    if end.date == start.date { return "\(end.time)" }
    let isMidnight = end.time == .midnight && end.date == start.date.adding(days: 1)
    return isMidnight ? "24:00" : time(end)
  }
}

extension JSON {
  /// Seconds as people type them: `7h30m`.
  var duration: String {
    let parts = [(integer / 3600, "h"), (integer / 60 % 60, "m"), (integer % 60, "s")]
    let text = parts.map { $0.0 == 0 ? "" : "\($0.0)\($0.1)" }.joined()
    return text.isEmpty ? "0" : text
  }
}
