// Sums and lists of open time: everything here walks from one change of state to the next.

import Civil

extension Schedule {
  /// The stretches in a window that are not closed, in order, cut at the window's ends.
  public func intervals(from start: Instant, to end: Instant) -> [Interval] {
    var intervals: [Interval] = []
    var reading = Reading()
    forEachStretch(from: start, to: end, &reading) { from, to, state in
      guard state != .closed else { return }
      intervals.append(Interval(start: from, end: to, state: state, reason: reason(at: from)))
    }
    return intervals
  }

  /// The stretches that reach into a window and are not closed, whole.
  ///
  /// One that goes on beyond ``Limits/changeHorizon`` is cut there.
  public func wholeIntervals(from start: Instant, to end: Instant) -> [Interval] {
    var intervals = intervalsToTheirEnds(from: start, to: end)
    if let first = intervals.first, first.start == start {
      let begin = stretch(at: start).start ?? start + -Schedule.seconds(days: Limits.changeHorizon)
      intervals[0].start = begin
      intervals[0].reason = reason(at: begin)
    }
    return intervals
  }

  /// The open stretches whose first instant lies on a date, whole.
  ///
  /// Where there is one, the date is a business day.
  public func intervals(startingOn date: CivilDate) -> [Interval] {
    let midnight = zone.first(of: CivilDateTime(date: date, time: .midnight))
    let end = zone.first(of: CivilDateTime(date: date.adding(days: 1), time: .midnight))
    // What is open at midnight and was so before began on another day.
    return intervalsToTheirEnds(from: midnight, to: end).filter {
      $0.state == .open && ($0.start > midnight || state(at: midnight + -1) != .open)
    }
  }

  /// The stretches in a window that are not closed, cut at its start only.
  private func intervalsToTheirEnds(from start: Instant, to end: Instant) -> [Interval] {
    var intervals = intervals(from: start, to: end)
    if let last = intervals.last, last.end == end {
      let horizon = Schedule.seconds(days: Limits.changeHorizon)
      intervals[intervals.count - 1].end = nextChange(after: end + -1) ?? end + horizon
    }
    return intervals
  }

  /// The open time between two instants, in seconds; 0 when `end` is not later.
  public func workingTime(from start: Instant, to end: Instant) -> Int64 {
    var reading = Reading()
    return workingTime(from: start, to: end, &reading)
  }

  /// The instant that lies so many seconds of open time after another.
  ///
  /// Where that ends with an interval it is the closing, not the next opening. Nothing to add gives the
  /// instant itself; nil is never, or beyond ``Limits/sumHorizon``.
  public func add(workingTime: Int64, to instant: Instant) -> Instant? {
    guard workingTime > 0 else { return instant }
    let limit = instant + Schedule.seconds(days: Limits.sumHorizon)
    var reading = Reading()
    var rest = workingTime
    var now = instant
    while let opening = nextOpening(atOrAfter: now, &reading), opening < limit {
      let closing = change(after: opening, before: limit, &reading)?.instant ?? limit
      if rest <= closing - opening { return opening + rest }
      rest -= closing - opening
      now = closing
    }
    return nil
  }

  func workingTime(from start: Instant, to end: Instant, _ reading: inout Reading) -> Int64 {
    var sum: Int64 = 0
    forEachStretch(from: start, to: end, &reading) { from, to, state in
      if state == .open { sum += to - from }
    }
    return sum
  }

  /// Calls `body` with each stretch of one state, in order.
  private func forEachStretch(
    from start: Instant, to end: Instant, _ reading: inout Reading, _ body: (Instant, Instant, State) -> Void
  ) {
    guard start < end else { return }
    var now = start
    var state = state(at: start, &reading)
    while let change = change(after: now, before: end, &reading) {
      body(now, change.instant, state)
      (now, state) = change
    }
    body(now, end, state)
  }
}
