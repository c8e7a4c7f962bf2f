// Regular hours in a zone, without exceptions: from instants to days and seconds, and back to the instants
// at which something changes.
//
// Clocks that go back repeat an hour; an edge in it happens at its first occurrence. So what counts at an
// instant is the furthest that clocks have been (`Zone.furthest`), which never goes back, and every edge
// happens at the first instant at which that is reached (`Zone.first`).

import Civil

struct Regular: Sendable {
  let plan: Plan
  let zone: Zone

  /// A stretch of civil time in which the plan says one thing.
  struct Piece {
    /// Seconds since 1970-01-01 00:00 as if clocks were never moved.
    var start: Int64
    var end: Int64
    var agenda: Plan.Agenda
    var said: Plan.Piece

    var state: State { said.state }
  }

  /// What a search looks for.
  enum Goal {
    /// Another state than that at the start.
    case change
    /// Any state but this one.
    case leaving(State)
    /// This state.
    case reaching(State)
  }

  func state(at instant: Instant) -> State { piece(at: instant).state }

  func reason(at instant: Instant) -> String? {
    let piece = piece(at: instant)
    return plan.reason(piece.said, on: piece.agenda.day.number)
  }

  /// The first instant after the given one, and before `limit`, that meets the goal, and its state.
  func next(_ goal: Goal, after start: Instant, before limit: Instant) -> (instant: Instant, state: State)? {
    var piece = piece(at: start)
    let isWanted = test(goal, from: piece.state)
    let limit = min(limit, plan.period.map { start + Schedule.seconds(days: $0) } ?? limit)
    guard start < limit else { return nil }
    let lastLocal = limit.seconds + 2 * 86_400
    while piece.end < lastLocal {
      piece = self.piece(atLocal: piece.end, after: piece.agenda)
      guard isWanted(piece.state) else { continue }
      let edge = happens(piece.start)
      guard edge.instant < limit else { return nil }
      if edge.isSkipped {
        // Clocks are already further than the edge, perhaps in another piece.
        piece = self.piece(atLocal: furthest(edge.instant), after: piece.agenda)
        guard isWanted(piece.state) else { continue }
      }
      return (edge.instant, piece.state)
    }
    return nil
  }

  private func test(_ goal: Goal, from state: State) -> (State) -> Bool {
    switch goal {
    case .change: { $0 != state }
    case .leaving(let old): { $0 != old }
    case .reaching(let new): { $0 == new }
    }
  }

  /// The first instant of the stretch of one state around an instant, if it is later than `limit`.
  func start(of instant: Instant, after limit: Instant) -> Instant? {
    var piece = piece(at: instant)
    let state = piece.state
    let limit = max(limit, plan.period.map { instant + -Schedule.seconds(days: $0) } ?? limit)
    guard instant > limit else { return nil }
    let firstLocal = limit.seconds - 2 * 86_400
    while piece.start > firstLocal {
      let edge = piece.start
      piece = self.piece(atLocal: edge - 1, after: piece.agenda)
      guard piece.state != state else { continue }
      let change = happens(edge).instant
      guard change > limit else { return nil }
      // Where clocks skip, what held before the edge may never have been reached.
      let before = furthest(change + -1)
      if before < piece.start {
        piece = self.piece(atLocal: before, after: piece.agenda)
        guard piece.state != state else { continue }
      }
      return change
    }
    return nil
  }
}

// MARK: Between instants and pieces

extension Regular {
  private func piece(at instant: Instant) -> Piece { piece(atLocal: furthest(instant), after: nil) }

  /// The piece around a civil time; `agenda` is the one used last, and often still right.
  private func piece(atLocal local: Int64, after agenda: Plan.Agenda?) -> Piece {
    let day = Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    let midnight = Int64(day) * 86_400
    let agenda =
      if let agenda, agenda.day.number == day { agenda } else { plan.agenda(of: day, previous: agenda) }
    let said = plan.piece(on: agenda, at: Int(local - midnight))
    return Piece(
      start: midnight + Int64(said.start), end: midnight + Int64(said.end), agenda: agenda, said: said)
  }

  private func furthest(_ instant: Instant) -> Int64 {
    let civil = zone.furthest(at: instant)
    return Int64(civil.date.dayNumber) * 86_400 + Int64(civil.time.secondOfDay)
  }

  /// When an edge happens, and whether clocks skip it.
  private func happens(_ local: Int64) -> (instant: Instant, isSkipped: Bool) {
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let civil = CivilDateTime(
      date: CivilDate(dayNumber: Int(day)), time: CivilTime(secondOfDay: Int(local - day * 86_400)))
    switch zone.instant(of: civil) {
    case .unique(let instant), .fold(let instant, _): return (instant, false)
    case .gap(let after): return (after, true)
    }
  }
}
