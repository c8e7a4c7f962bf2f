// Regular hours in a zone, without exceptions: from instants to days and seconds, and back to the instants
// at which something changes.
//
// Clocks that go back repeat an hour; an edge in it happens at its first occurrence. So what counts at an
// instant is the furthest that clocks have been (`Zone.furthest`), which never goes back, and every edge
// happens at the first instant at which that is reached (`Zone.first`).

import Civil

/// The day that was read last, for most questions go on where the last one ended.
struct Reading {
  private(set) var agenda = Plan.Agenda.none

  /// How many days were read.
  var days: Int { agenda.daysRead }

  mutating func turn(to day: Int, _ plan: Plan) {
    if agenda.day.number != day { plan.turn(&agenda, to: day) }
  }
}

struct Regular: Sendable {
  let plan: Plan
  let zone: Zone

  /// A stretch of one day in which the plan says one thing.
  struct Piece {
    var day: Int
    var said: Plan.Piece

    /// Seconds since 1970-01-01 00:00 as if clocks were never moved.
    var start: Int64 { Int64(day * Plan.day + said.start) }
    var end: Int64 { Int64(day * Plan.day + said.end) }
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

    func isMet(by state: State, from old: State) -> Bool {
      switch self {
      case .change: state != old
      case .leaving(let left): state != left
      case .reaching(let wanted): state == wanted
      }
    }
  }

  func state(at instant: Instant, _ reading: inout Reading) -> State { piece(at: instant, &reading).state }

  func reason(at instant: Instant) -> String? {
    var reading = Reading()
    let piece = piece(at: instant, &reading)
    return plan.reason(piece.said, on: piece.day)
  }

  /// The first instant that lies in another piece than the given one; at the latest of another day.
  func edge(after instant: Instant) -> Instant {
    var reading = Reading()
    return zone.first(ofLocal: piece(at: instant, &reading).end).instant
  }

  /// The first instant after the given one, and before `limit`, that meets the goal, and its state.
  func next(
    _ goal: Goal, after start: Instant, before limit: Instant, _ reading: inout Reading
  ) -> (instant: Instant, state: State)? {
    var piece = piece(at: start, &reading)
    let old = piece.state
    let limit = min(limit, plan.period.map { start + Schedule.seconds(days: $0) } ?? limit)
    guard start < limit else { return nil }
    let lastLocal = limit.seconds + 2 * 86_400
    while true {
      let end = self.end(of: piece, reading)
      guard end < lastLocal else { return nil }
      piece = self.piece(atLocal: end, &reading)
      guard goal.isMet(by: piece.state, from: old) else { continue }
      let edge = zone.first(ofLocal: piece.start)
      guard edge.instant < limit else { return nil }
      if edge.isSkipped {
        // Clocks are already further than the edge, perhaps in another piece.
        piece = self.piece(at: edge.instant, &reading)
        guard goal.isMet(by: piece.state, from: old) else { continue }
      }
      return (edge.instant, piece.state)
    }
  }

  /// The first instant of the stretch of one state around an instant, if it is later than `limit`.
  func start(of instant: Instant, after limit: Instant, _ reading: inout Reading) -> Instant? {
    var piece = piece(at: instant, &reading)
    let state = piece.state
    let limit = max(limit, plan.period.map { instant + -Schedule.seconds(days: $0) } ?? limit)
    guard instant > limit else { return nil }
    let firstLocal = limit.seconds - 2 * 86_400
    while piece.start > firstLocal {
      let edge = piece.start
      piece = self.piece(atLocal: edge - 1, &reading)
      guard piece.state != state else { continue }
      let change = zone.first(ofLocal: edge).instant
      guard change > limit else { return nil }
      // Where clocks skip, what held before the edge may never have been reached.
      let before = zone.furthestLocal(at: change + -1)
      if before < piece.start {
        piece = self.piece(atLocal: before, &reading)
        guard piece.state != state else { continue }
      }
      return change
    }
    return nil
  }
}

// MARK: Between instants and pieces

extension Regular {
  private func piece(at instant: Instant, _ reading: inout Reading) -> Piece {
    piece(atLocal: zone.furthestLocal(at: instant), &reading)
  }

  /// The piece around a civil time.
  private func piece(atLocal local: Int64, _ reading: inout Reading) -> Piece {
    let day = Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    reading.turn(to: day, plan)
    return Piece(day: day, said: plan.piece(on: reading.agenda, at: Int(local) - day * Plan.day))
  }

  /// When a piece is over and something else may be said, in civil time.
  private func end(of piece: Piece, _ reading: Reading) -> Int64 {
    guard piece.said.start == 0 && piece.said.end == Plan.day else { return piece.end }
    let (end, isFar) = plan.end(ofDayLike: reading.agenda).multipliedReportingOverflow(by: Plan.day)
    return isFar ? .max : Int64(end)
  }
}
