// The report for people: each measure as a sentence, then a line for each person; and the same as CSV.

import Civil
import HoursCore
import HoursWire

extension Page {
  mutating func report(_ report: JSON) {
    line(Piece(window(of: report), .bold))
    guard report.calls.integer > 0 else { return line("no calls") }
    field("calls", Piece(report.calls.string))
    field(
      "told, called",
      Piece(
        [
          beforeAndAfter(
            "clients out of hours", report.out_of_hours_before_told, report.out_of_hours_after_told),
          beforeAndAfter("friends in working hours", report.in_hours_before_told, report.in_hours_after_told),
        ].joinedFilled("\n")))
    field("next day", Piece(kept("next_business_day", report)))
    field("tonight", Piece(kept("tonight", report)))
    field(
      "picked up",
      Piece(
        [
          share(report.picked_up, of: report.picked_up_of, "calls of clients in working hours"),
          more(report.end_not_told, "whose end nobody told"),
        ].joinedFilled(", ")))
    field(
      "own exceptions",
      Piece(share(report.own_exceptions, of: report.own_exceptions_of, "calls that could wait")))
    field(
      "false alarms",
      Piece(
        [
          share(report.false_alarms, of: report.false_alarms_of, "critical ones"),
          more(report.not_looked_at, "not looked at again"),
        ].joinedFilled(", ")))
    field("surcharge", Piece(surcharge(report)))
    raw("")
    table(
      [
        Column("WHO", comfort: 12), "CALLS", "BEFORE", "AFTER", "KEPT", "ANSWERED", "OWN", "FALSE",
        Column("MINUTES", spare: 1),
      ],
      report.persons.array.map { row($0.who.cut(to: 16, ellipsis: hasUnicode ? "…" : "..."), $0, .plain) }
        + [row("total", report, .bold)])
  }

  /// The month that it is, or its first and last day; to the minute where it is not of whole days.
  private func window(of report: JSON) -> String {
    guard let from = report.from.time, let to = report.to.time else { return "" }
    guard from.time == .midnight, to.time == .midnight, from.date < to.date else {
      return "\(time(from)) - \(time(to))"
    }
    return "\(Period(from: from.date, to: to.date))"
  }

  private func beforeAndAfter(_ what: String, _ before: JSON, _ after: JSON) -> String {
    before.integer + after.integer == 0
      ? "" : "\(what): \(before.string) before they were told, \(after.string) after"
  }

  private func kept(_ name: String, _ report: JSON) -> String {
    [
      share(report["\(name)_kept"], of: report["\(name)_of"], "promises kept"),
      more(report["\(name)_running"], "still running"),
    ].joinedFilled(", ")
  }

  /// `3 of 4 promises kept (75 %)`
  private func share(_ part: JSON, of whole: JSON, _ what: String) -> String {
    guard whole.integer > 0 else { return "" }
    return
      "\(part.string) of \(whole.string) \(what) (\((100 * part.integer + whole.integer / 2) / whole.integer) %)"
  }

  private func more(_ count: JSON, _ what: String) -> String {
    count.integer == 0 ? "" : "\(count.string) \(what)"
  }

  private func surcharge(_ report: JSON) -> String {
    guard report.surcharge_offered.integer > 0 else { return more(report.surcharge_minutes, "min") }
    return "offered \(report.surcharge_offered.string), accepted \(report.surcharge_accepted.string), "
      + "\(report.surcharge_minutes.string) min"
  }

  private func row(_ who: String, _ counts: JSON, _ ink: Ink) -> [Piece] {
    func some(_ counts: JSON...) -> String {
      let sum = counts.reduce(0) { $0 + $1.integer }
      return sum == 0 ? "" : "\(sum)"
    }
    func share(_ part: [JSON], _ whole: [JSON]) -> String {
      let (part, whole) = (part.reduce(0) { $0 + $1.integer }, whole.reduce(0) { $0 + $1.integer })
      return whole == 0 ? "" : "\(part)/\(whole)"
    }
    return [
      who, counts.calls.string, some(counts.out_of_hours_before_told, counts.in_hours_before_told),
      some(counts.out_of_hours_after_told, counts.in_hours_after_told),
      share(
        [counts.next_business_day_kept, counts.tonight_kept],
        [counts.next_business_day_of, counts.tonight_of]),
      share([counts.picked_up], [counts.picked_up_of]),
      share([counts.own_exceptions], [counts.own_exceptions_of]),
      share([counts.false_alarms], [counts.false_alarms_of]), some(counts.surcharge_minutes),
    ].map { Piece($0, ink) }
  }
}

/// The report as RFC 4180 wants it: a head, a row for each person, and one for all, each line ended by CR LF.
func csv(_ report: JSON) -> String {
  let facts = ["person", "class", "id", "name", "first_told_at"]
  let counts = Measures.CodingKeys.allCases.map(\.rawValue)
  let persons = report.persons.array.map { person in (facts + counts).map { person[$0].string } }
  let total = ["total"] + facts.dropFirst().map { _ in "" } + counts.map { report[$0].string }
  return ([facts + counts] + persons + [total]).map { row in
    row.map(quoted).joined(separator: ",") + "\r\n"
  }.joined()
}

private func quoted(_ field: String) -> String {
  let isPlain = !field.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
  return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
}
