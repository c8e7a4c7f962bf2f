// Hours at one instant: the state, what follows, and the week around it.

import Civil
import HoursCore
import HoursWire
import OpeningHours

/// What is so at an instant.
struct EvalMoment {
  private let hours: EvalHours
  private let at: Instant
  private let stretch: Stretch
  private let nextOpening: Instant?

  private var schedule: Schedule { hours.schedule }
  private var zone: Zone { hours.schedule.zone }

  init(_ hours: EvalHours, at instant: Instant) {
    self.hours = hours
    at = instant
    stretch = hours.schedule.stretch(at: instant)
    // While it is open, the next opening is the one after.
    let from = stretch.state == .open ? stretch.end : instant
    nextOpening = from.flatMap { hours.schedule.nextOpening(atOrAfter: $0) }
  }

  // MARK: For programs

  private struct Line: Encodable {
    var state: String
    var at: Instant
    var since, nextChange: Instant?
    var comment: String?
    var nextOpening: Instant?
    var zone, hours: String
    var warnings: [EvalWarning]?

    enum CodingKeys: String, CodingKey {
      case state, at, since
      case nextChange = "next_change"
      case comment
      case nextOpening = "next_opening"
      case zone, hours, warnings
    }
  }

  var line: [UInt8] {
    let line = Line(
      state: stretch.state.rawValue, at: at, since: stretch.start, nextChange: stretch.end,
      comment: stretch.reason, nextOpening: nextOpening, zone: zone.name,
      hours: schedule.expression.description, warnings: hours.toldWarnings)
    return LineEncoder(zone: zone).encode(line) + [0x0A]
  }

  // MARK: For people

  func screen(_ signs: WeekPicture.Signs) -> [UInt8] {
    var screen = EvalScreen()
    screen.line(headline)
    screen.field("why", stretch.reason)
    screen.field("since", stretch.start.map(spelled))
    if nextOpening == nil, stretch.state != .open || stretch.end != nil {
      screen.field("next opening", "never")
    } else if nextOpening != stretch.end {
      screen.field("next opening", nextOpening.map(spelled))
    }
    let civil = zone.civil(at)
    screen.field("at", "\(LocalTime(zone.rfc3339(at))?.dated ?? "\(civil)"), \(zone)")
    screen.about(hours)
    screen.line("")
    for line in week(around: civil).lines(signs) { screen.line(line) }
    return screen.bytes
  }

  private func spelled(_ instant: Instant) -> String {
    LocalTime(zone.rfc3339(instant))?.spelled(on: zone.civil(at).date) ?? ""
  }

  /// `closed until tomorrow 09:00`
  private var headline: String {
    if let end = stretch.end { return "\(stretch.state) until \(spelled(end))" }
    return "\(stretch.state), and so for the next \(OpeningHours.Limits.changeHorizon) days"
  }

  // MARK: The week

  private func week(around now: CivilDateTime) -> WeekPicture {
    var picture = WeekPicture(around: now.date, stretches: [], now: now)
    let midnights = (0...7).map { startOfDay(picture.monday.adding(days: $0)) }
    picture.stretches = schedule.wholeIntervals(from: midnights[0], to: midnights[7]).map { interval in
      WeekPicture.Stretch(
        start: zone.civil(interval.start), end: zone.civil(interval.end),
        state: interval.state == .unknown ? .unknown : .open, comment: interval.reason)
    }
    for (midnight, next) in zip(midnights, midnights.dropFirst()) {
      picture.notes[zone.civil(midnight).date] = notes(from: midnight, to: next, beside: picture.stretches)
    }
    picture.noteClockChanges(in: zone)
    return picture
  }

  private func startOfDay(_ date: CivilDate) -> Instant {
    zone.first(of: CivilDateTime(date: date, time: .midnight))
  }

  /// The day's holiday, and why it is closed; what stands beside the times already is not said again.
  private func notes(from start: Instant, to end: Instant, beside told: [WeekPicture.Stretch]) -> [String] {
    let date = zone.civil(start).date
    var notes: [String] = []
    let holidays = [schedule.holidays.public[date], schedule.holidays.school[date]]
    for reason in holidays + closedReasons(start, end) {
      guard let reason, !reason.isEmpty, !notes.contains(reason) else { continue }
      if !told.contains(where: { $0.comment == reason && $0.start.date == date }) { notes.append(reason) }
    }
    return notes
  }

  /// Why it is closed, at the day's beginning and where its intervals end.
  private func closedReasons(_ start: Instant, _ end: Instant) -> [String?] {
    let edges = [start] + schedule.intervals(from: start, to: end).map(\.end).filter { $0 < end }
    return edges.filter { schedule.state(at: $0) == .closed }.map { schedule.reason(at: $0) }
  }
}
