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
    var day: Int
    var said: Plan.Piece

    var state: State { said.state }
  }

  func piece(at instant: Instant) -> Piece { piece(atLocal: furthest(instant)) }

  func state(at instant: Instant) -> State { piece(at: instant).state }

  func reason(at instant: Instant) -> String? {
    let piece = piece(at: instant)
    return plan.reason(piece.said, on: piece.day)
  }

  private func furthest(_ instant: Instant) -> Int64 {
    let civil = zone.furthest(at: instant)
    return Int64(civil.date.dayNumber) * 86_400 + Int64(civil.time.secondOfDay)
  }

  private func instant(_ local: Int64) -> Instant {
    let day = floorDay(local)
    let civil = CivilDateTime(
      date: CivilDate(dayNumber: day), time: CivilTime(secondOfDay: Int(local - Int64(day) * 86_400)))
    return zone.first(of: civil)
  }

  private func floorDay(_ local: Int64) -> Int {
    Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  func piece(atLocal local: Int64) -> Piece {
    let day = floorDay(local)
    let midnight = Int64(day) * 86_400
    let said = plan.piece(on: day, at: Int(local - midnight))
    return Piece(
      start: midnight + Int64(said.start), end: midnight + Int64(said.end), day: day, said: said)
  }

  /// The first instant after the given one, and before `limit`, at which `isWanted` holds of the state.
  func next(after instant: Instant, before limit: Instant, where isWanted: (State) -> Bool) -> Instant? {
    var piece = piece(at: instant)
    // When every week is like the other, what three do not bring never comes; not one, since in a week in
    // which clocks are moved an interval may be skipped.
    let weekLater = plan.isWeekly ? instant + 22 * 86_400 : limit
    let limit = min(limit, weekLater)
    let lastLocal = limit.seconds + 2 * 86_400
    while piece.end < lastLocal {
      piece = self.piece(atLocal: piece.end)
      guard isWanted(piece.state) else { continue }
      let change = self.instant(piece.start)
      guard change < limit else { return nil }
      // Where clocks skip the edge, it happens when they are further already.
      let reached = furthest(change)
      if reached >= piece.end {
        piece = self.piece(atLocal: reached)
        guard isWanted(piece.state) else { continue }
      }
      return change
    }
    return nil
  }

  /// The first instant of the stretch of one state around an instant, if it is later than `limit`.
  func start(of instant: Instant, after limit: Instant) -> Instant? {
    var piece = piece(at: instant)
    let state = piece.state
    let firstLocal = limit.seconds - 2 * 86_400
    while piece.start > firstLocal {
      let edge = piece.start
      piece = self.piece(atLocal: edge - 1)
      guard piece.state != state else { continue }
      let change = self.instant(edge)
      guard change > limit else { return nil }
      // Where clocks skip, what held before the edge may never have been reached.
      let before = furthest(change + -1)
      if before < piece.start {
        piece = self.piece(atLocal: before)
        guard piece.state != state else { continue }
      }
      return change
    }
    return nil
  }
}
