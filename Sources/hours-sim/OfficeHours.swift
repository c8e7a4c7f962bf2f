// The oracle's own hours: when the office is open, as policy.md says it, walked from edge to edge.
//
// Written apart from HoursCore: it knows the grammar (which vectors of other engines hold right) and nothing of the
// core's plan. What it walks is slow and plain on purpose.

import Civil
import HoursCore
import OpeningHours

/// The hours that hold now, with absences and overrides.
struct OfficeHours {
  /// A stretch that the owner forced open or closed.
  struct Forced: Hashable {
    let id: Int64
    let isOpen: Bool
    let from: Instant
    var until: Instant
    /// Its end was announced.
    var isOver = false
  }

  private let regular: Schedule
  private let absences: [Exception]
  let evening: CivilTime
  let quiet: Quiet
  /// In the order in which they were made.
  var forced: [Forced] = []

  static let horizon: Int64 = 366 * 86_400

  init(_ configuration: Configuration) {
    regular = Schedule(configuration.hours, zone: configuration.zone, holidays: configuration.holidays)
    absences = configuration.absences
    evening = configuration.evening
    quiet = configuration.quiet
  }

  var zone: Zone { regular.zone }

  func isOpen(_ t: Instant) -> Bool {
    if let last = forced.last(where: { $0.from <= t && t < $0.until }) { return last.isOpen }
    if absences.contains(where: { $0.start <= t && t < $0.end }) { return false }
    return regular.state(at: t) == .open
  }

  // MARK: Edges

  private var marks: [Instant] {
    absences.flatMap { [$0.start, $0.end] } + forced.flatMap { [$0.from, $0.until] }
  }

  /// The next instant at which anything may change.
  private func edge(after t: Instant) -> Instant? {
    ([regular.nextChange(after: t)].compactMap { $0 } + marks.filter { $0 > t }).min()
  }

  private func edge(atOrBefore t: Instant) -> Instant? {
    ([regular.stretch(at: t).start].compactMap { $0 } + marks.filter { $0 <= t }).max()
  }

  /// The first instant after one that is open and not open any more, or the other way round.
  func change(after t: Instant) -> Instant? {
    let state = isOpen(t)
    var at = t
    while let next = edge(after: at), next - t < Self.horizon {
      if isOpen(next) != state { return next }
      at = next
    }
    return nil
  }

  func open(atOrAfter t: Instant) -> Instant? { isOpen(t) ? t : change(after: t) }

  /// Where the present stretch began.
  func start(_ t: Instant) -> Instant? {
    let state = isOpen(t)
    var at = t
    while let begin = edge(atOrBefore: at), t - begin < Self.horizon {
      if isOpen(begin + -1) != state { return begin }
      at = begin + -1
    }
    return nil
  }

  // MARK: Policy

  func date(_ t: Instant) -> CivilDate { zone.civil(t).date }

  func at(_ date: CivilDate, _ time: CivilTime = .midnight) -> Instant {
    zone.first(of: CivilDateTime(date: date, time: time))
  }

  /// Closed between two intervals of one business day.
  func isBreak(_ t: Instant) -> Bool {
    guard !isOpen(t), let closing = start(t), let opened = start(closing + -1), let opening = change(after: t)
    else {
      return false
    }
    return date(opened) == date(opening)
  }

  /// While open, the one after the present interval.
  func nextOpening(_ t: Instant) -> Instant? {
    guard isOpen(t) else { return change(after: t) }
    return change(after: t).flatMap { change(after: $0) }
  }

  /// The first opening on a date after this one; who is open around the clock opens at midnight.
  func opening(after day: CivilDate) -> Instant? {
    let midnight = at(day.adding(days: 1))
    guard let opening = open(atOrAfter: midnight) else { return nil }
    // What runs on from the day before is no opening, unless it lasts all day.
    guard let began = start(opening), began < midnight, let end = change(after: midnight),
      end < at(day.adding(days: 2))
    else {
      return opening
    }
    return open(atOrAfter: end)
  }

  func isBusinessDay(_ day: CivilDate) -> Bool {
    let midnight = at(day)
    if isOpen(midnight), !isOpen(midnight + -1) { return true }
    let opening = isOpen(midnight) ? nextOpening(midnight) : change(after: midnight)
    return opening.map { date($0) == day } ?? false
  }

  func isQuiet(_ t: Instant) -> Bool {
    let time = zone.civil(t).time
    if quiet.from == quiet.to { return false }
    return quiet.from < quiet.to
      ? quiet.from <= time && time < quiet.to : quiet.from <= time || time < quiet.to
  }

  func isFree(_ t: Instant) -> Bool { !isOpen(t) && !isQuiet(t) }

  /// The instants of a week at which any of this may change.
  private func week(from t: Instant) -> [Instant] {
    var instants = [t]
    for days in 0...8 {
      let day = date(t).adding(days: days)
      instants += [at(day), at(day, quiet.to), at(day, evening)]
    }
    var edge = t
    let end = at(date(t).adding(days: 8))
    while let next = change(after: edge), next < end {
      instants.append(next)
      edge = next
    }
    return instants.filter { $0 >= t && $0 < end }.sorted()
  }

  func hasFreeWeek(from t: Instant) -> Bool { week(from: t).contains(where: isFree) }

  /// policy.md's "this evening".
  func thisEvening(_ t: Instant) -> Instant {
    let found = week(from: t).first { instant in
      isFree(instant) && (zone.civil(instant).time >= evening || !isBusinessDay(date(instant)))
    }
    if let found { return found }
    let today = at(date(t), evening)
    return today >= t ? today : at(date(t).adding(days: 1), evening)
  }

  /// Whether a friend may be rung back; in a week without a free moment, in the evening.
  func suitsFriends(_ t: Instant) -> Bool {
    if isFree(t) { return true }
    let time = zone.civil(t).time
    guard time >= evening, !isQuiet(t) || isQuiet(at(date(t), evening)) else { return false }
    return !hasFreeWeek(from: t)
  }

  func friends(atOrAfter t: Instant) -> Instant {
    if suitsFriends(t) { return t }
    if let free = week(from: t).first(where: isFree) { return free }
    let today = at(date(t), evening)
    return today >= t ? today : at(date(t).adding(days: 1), evening)
  }

  /// So much open time later, and open.
  func open(seconds: Int64, after t: Instant) -> Instant? {
    var left = seconds
    var at = t
    while let begin = open(atOrAfter: at) {
      guard let end = change(after: begin), end - begin < left else { return begin + left }
      left -= end - begin
      at = end
    }
    return nil
  }

  /// The last closing of the business day on which a promise falls, or of the next one.
  func lastClosing(_ promised: Instant) -> Instant? {
    guard let opening = open(atOrAfter: promised) else { return nil }
    let day = date(start(opening) ?? opening)
    var closing = change(after: opening)
    while let end = closing, let next = change(after: end), date(next) == day {
      closing = change(after: next)
    }
    return closing
  }
}
