// The screen of `eval`: labelled lines as hoursctl has them, without colour.

import HoursWire
import OpeningHours

/// Lines for people, gathered first and written once.
struct EvalScreen {
  private var text = ""

  var bytes: [UInt8] { Array(text.utf8) }

  mutating func line(_ line: String) { text += shown(line, lines: true) + "\n" }

  /// A label and what belongs to it; left out when there is nothing to say.
  mutating func field(_ label: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    var head = label + String(repeating: " ", count: 15 - label.count)
    for line in shown(value).wrapped(to: 65) {
      text += head + line + "\n"
      head = String(repeating: " ", count: 15)
    }
  }

  /// The hours in their canonical form, and what is odd about them.
  mutating func about(_ hours: EvalHours) {
    field("hours", hours.schedule.expression.description)
    for warning in hours.warnings { field("warning", warning.description) }
    for oddity in hours.oddities { field("warning", oddity) }
  }
}

/// A warning for programs.
struct EvalWarning: Encodable {
  var message: String
  var offset: Int?
  var text: String?
}

extension EvalHours {
  /// What is odd; nil when nothing is.
  var toldWarnings: [EvalWarning]? {
    let own = warnings.map { EvalWarning(message: $0.message, offset: $0.offset, text: $0.text) }
    let all = own + oddities.map { EvalWarning(message: $0) }
    return all.isEmpty ? nil : all
  }
}
