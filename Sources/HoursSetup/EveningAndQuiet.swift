// `evening` and `quiet`: times of day that must fit each other.

import Civil
import HoursCore

/// When friends are rung back, and when nobody is.
struct EveningAndQuiet {
  private(set) var evening = CivilTime(hour: 19, minute: 0)
  private(set) var quiet = Quiet(from: CivilTime(hour: 21, minute: 30), to: CivilTime(hour: 9, minute: 0))

  init(_ table: inout TableReader) {
    let eveningText = table.string("evening", example: "\"19:00\"", limit: SetupLimits.nameBytes)
    let quietText = table.string("quiet", example: "\"21:30-09:00\"", limit: SetupLimits.nameBytes)
    let errors = table.report.errors.count
    if let eveningText {
      if let time = CivilTime(eveningText.value) {
        evening = time
      } else {
        table.error(.notATime(eveningText.value, example: "\"19:00\""), "evening", at: eveningText.position)
      }
    }
    if let quietText { readQuiet(quietText, &table) }
    guard table.report.errors.count == errors, let position = (eveningText ?? quietText)?.position else {
      return
    }
    if quiet.contains(evening) { table.report.warn(.eveningInQuiet, key: "evening", at: position) }
  }

  private mutating func readQuiet(_ text: Located<String>, _ table: inout TableReader) {
    let ends = text.value.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.filter { !$0.isWhitespace } }
    // 24:00 is the midnight that ends a day, which a clock shows as 00:00.
    let to = ends.last.flatMap { $0 == "24:00" ? .midnight : CivilTime($0) }
    guard ends.count == 2, let from = CivilTime(ends[0]), let to else {
      table.error(.notATime(text.value, example: "\"21:30-09:00\""), "quiet", at: text.position)
      return
    }
    if from == .midnight, ends[1] == "24:00" { table.error(.alwaysQuiet, "quiet", at: text.position) }
    quiet = Quiet(from: from, to: to)
  }
}
