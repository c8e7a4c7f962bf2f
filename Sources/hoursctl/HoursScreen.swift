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
        Piece(state, state == "open" ? .green : .bold),
        Piece(interval.because),
      ]
    }
    table(["FROM", "TO", "STATE", Column("WHY", comfort: 12)], rows)
  }

  /// Of the same day the time alone; its end is 24:00.
  private func spelled(_ end: LocalTime?, after start: LocalTime?) -> String {
    guard let end, let start else { return time(end) }
    return CivilDateTime.shortEnd(end.civil, after: start.civil) ?? time(end)
  }
}

extension JSON {
  /// `flu (override 3)`: what is behind a state, by whatever names it has.
  var because: String {
    guard self.override.isPresent else { return self.reason.string }
    let number = "override \(self.override.string)"
    let reason = self.reason.string
    return reason.isEmpty || reason == "override" ? number : "\(reason) (\(number))"
  }

  /// Seconds as people type them: `7h30m`.
  var duration: String {
    let parts = [(integer / 3600, "h"), (integer / 60 % 60, "m"), (integer % 60, "s")]
    let text = parts.map { $0.0 == 0 ? "" : "\($0.0)\($0.1)" }.joined()
    return text.isEmpty ? "0" : text
  }
}
