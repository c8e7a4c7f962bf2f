// The week as a picture, gathered from several verbs on one connection.

import ArgumentParser
import Civil
import HoursWire

struct WeekCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week", abstract: "Draw a week: hours, holidays, overrides, calls, and now.",
    usage: "hoursctl week [DAY…]",
    discussion: """
      Any day of the week that is meant, or `next`, or `last`:
        hoursctl week
        hoursctl week next
        hoursctl week 2026-12-24
      With --json and --format it is the hours of the week.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "A day of the week, next or last; else this week.", completion: .list(["next", "last"]))
  var day: [String] = []

  func run() throws {
    let wishes = options.wishes
    var connection = try Connection(option: wishes.socket)
    let status = try read(connection.ask(Ask("status"), wishes: Wishes()))
    guard let now = status.now.time else { throw Failure.broken("the daemon does not say what time it is") }
    let monday = try monday(seenFrom: now, &connection)
    let line = try connection.ask(
      Ask("hours").with("from", "\(monday)").with("to", "\(monday.adding(days: 7))"), wishes: wishes)
    guard try !wrote(line, wishes, list: "intervals") else { return }
    var picture = WeekPicture(around: monday, stretches: [], now: now.civil)
    picture.stretches = try read(line).intervals.array.compactMap(WeekPicture.Stretch.init)
    if let zone = zone(named: status.zone.string) { picture.noteClockChanges(in: zone) }
    if monday <= now.date { picture.calls = try calls(since: monday, &connection) }
    try print(status) { $1.week(picture) }
  }

  /// The Monday of the week that is meant.
  private func monday(seenFrom now: LocalTime, _ connection: inout Connection) throws(Failure) -> CivilDate {
    let thisWeek = now.date.monday
    switch day.sentence?.lowercased() {
    case nil, "this", "this week": return thisWeek
    case "next", "next week": return thisWeek.adding(days: 7)
    case "last", "last week": return thisWeek.adding(days: -7)
    case .some:
      // No working time after a time is that time: so the daemon reads every form that it takes.
      let ask = Ask("working-add").with("working", 0).with("from", day.sentence)
      let answer = try read(connection.ask(ask, wishes: Wishes()))
      guard let time = answer.at.time else { throw .broken("the daemon does not say when that is") }
      return time.date.monday
    }
  }

  /// The calls of the week and later, newest first, as far as a few pages reach.
  private func calls(
    since monday: CivilDate, _ connection: inout Connection
  ) throws(Failure) -> [CivilDateTime] {
    var times: [CivilDateTime] = []
    var before: Int64?
    for _ in 0..<5 {
      let page = try read(
        connection.ask(Ask("calls").with("before", before).with("limit", 1000), wishes: Wishes()))
      times += page.calls.array.compactMap { $0.called_at.time?.civil }
      guard page.next.isPresent, times.last.map({ $0.date >= monday }) ?? false else { break }
      before = page.next.integer
    }
    return times
  }
}

extension WeekPicture.Stretch {
  /// An interval of a reply.
  fileprivate init?(_ interval: JSON) {
    guard let start = interval.start.time, let end = interval.end.time else { return nil }
    let reason = interval.reason.string
    self.init(
      start: start.civil, end: end.civil,
      state: interval.state.string == "open" ? .open : interval.state.string == "closed" ? .closed : .unknown,
      comment: reason.isEmpty ? nil : reason,
      override: interval.override.isPresent ? interval.override.integer : nil)
  }
}

extension Page {
  fileprivate mutating func week(_ picture: WeekPicture) {
    let signs: WeekPicture.Signs = hasUnicode ? .blocks : .ascii
    let lines = picture.lines(signs, width: width ?? 80) { sign, run in
      let ink: Ink =
        switch sign {
        case signs.open: .green
        case signs.override: .magenta
        case signs.now: .red
        case signs.closed: .faint
        default: .plain
        }
      return coloured(run, ink)
    }
    for line in lines { raw(line) }
  }
}
