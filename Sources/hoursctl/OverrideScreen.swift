// What an override says, which promises it breaks, and what can be done about them.

import Civil
import HoursWire

extension Page {
  /// For so many issues it is said what to type: the others are alike.
  private static let ways = 10

  /// `closed until Mon 30 Nov 00:00: flu (override 3)`
  func described(_ override: JSON) -> String {
    var words = override.state.string
    if let from = override.from.time, let until = override.until.time {
      words += " " + stretch(from: from, until: until)
    }
    return [words, override.reason.string].joinedFilled(": ") + " (override \(override.id.string))"
  }

  /// `until 14:00`; to come: `tomorrow 10:00-14:00`, `Sat 28 Nov, all day`, `Thu 24 Dec - Sat 2 Jan 2027, all days`.
  func stretch(from: LocalTime, until: LocalTime) -> String {
    guard from.instant > now else { return "until \(time(until))" }
    let today = today(beside: from)
    let first = from.date.spelled(on: today)
    if from.time == .midnight, until.time == .midnight {
      let last = until.date.adding(days: -1)
      return last <= from.date ? "\(first), all day" : "\(first) - \(last.spelled(on: today)), whole days"
    }
    if let end = CivilDateTime.shortEnd(until.civil, after: from.civil) {
      return "\(first) \(from.time)-\(end)"
    }
    return "\(first) \(from.time) - \(until.date.spelled(on: today)) \(until.time)"
  }

  mutating func overrides(_ overrides: [JSON]) {
    // Of those that run, the one made last holds.
    let running = overrides.filter { override in override.from.time.map { $0.instant <= now } ?? false }
    let holding = running.map(\.id.integer).max()
    let rows = overrides.map { override in
      let isNow = override.from.time.map { $0.instant <= now } ?? false
      let under = holding.map { $0 == override.id.integer ? "" : ", under \($0)" } ?? ""
      return [
        Piece(override.id.string),
        Piece(override.state.string, override.state.string == "open" ? .green : .bold),
        Piece(isNow ? "now\(under)" : time(override.from.time)), Piece(time(override.until.time)),
        Piece(override.reason.string),
      ]
    }
    table(["ID", "STATE", "FROM", "UNTIL", Column("REASON", comfort: 12)], rows)
  }

  /// The promises that fall where nobody works now. On a terminal also what to type: `undo` takes the change back, and
  /// what `isToCome` leaves time to keep a promise early.
  mutating func affected(_ issues: [JSON], undo: String? = nil, isToCome: Bool = false) {
    guard !issues.isEmpty else { return }
    raw("")
    line(Piece("Promised for a time when nobody works now:", .magenta))
    let rows = issues.map { issue in
      [
        Piece(issue.id.string), Piece(time(issue.promised.time)), Piece(issue.owedTo),
        Piece(issue.number.string == issue.owedTo ? "" : issue.number.string), Piece(issue.about.string),
      ]
    }
    table(
      [
        "ID", "PROMISED", Column("WHO", comfort: 12), Column("NUMBER", spare: 1),
        Column("ABOUT", comfort: 16),
      ], rows)
    guard isTerminal else { return }
    raw("")
    var ways: [(String, String)] = []
    for issue in issues.prefix(Self.ways) {
      let (id, who) = (issue.id.string, issue.owedTo)
      ways.append((who.isEmpty ? "agree on another time" : "tell \(who)", "note \(id) told them"))
    }
    if isToCome {
      ways.append(("or do it before", "snooze \(issues.count == 1 ? issues[0].id.string : "ID") +1h"))
    }
    if let undo { ways.append(("or take it back", undo)) }
    let room = min(30, ways.map { $0.0.columns }.max() ?? 0)
    for (words, command) in ways {
      let safe = shown(words).cut(to: room, ellipsis: hasUnicode ? "…" : "...")
      let gap = String(repeating: " ", count: room - safe.columns + 2)
      raw("  \(safe)\(gap)" + coloured("hoursctl \(command)", .bold))
    }
  }
}
