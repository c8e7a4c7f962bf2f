// Which instant people mean by "tonight", "monday 10:00" or "+2 working hours".

import Civil

extension Plan {
  /// The coming instant that an expression names; of a bare day the first opening on it or after it.
  func instant(of expression: TimeExpression, at now: Instant) throws(Refusal) -> Instant {
    guard case .day(let day) = expression else { return try edge(of: expression, at: now) }
    return try beginning(of: date(of: day, at: now), at: now)
  }

  /// When an issue is due or promised: of a bare day a friend's is its evening.
  func instant(of expression: TimeExpression, for issue: Issue, at now: Instant) throws(Refusal) -> Instant {
    guard issue.isPersonal, case .day(let day) = expression else {
      return try instant(of: expression, at: now)
    }
    let date = date(of: day, at: now)
    return date < self.date(of: now) ? startOfDay(date) : thisEvening(at: max(startOfDay(date), now))
  }

  /// Where a stretch of time begins or ends: of a bare day its midnight.
  ///
  /// What comes next is counted from `start`, where the stretch begins, or from now; today and tonight are those of now.
  func edge(
    of expression: TimeExpression, at now: Instant, from start: Instant? = nil
  ) throws(Refusal) -> Instant {
    let start = start ?? now
    switch expression {
    case .instant(let instant): return instant
    case .now: return now
    case .tonight: return thisEvening(at: now)
    case .civil(let civil): return zone.first(of: civil)
    case .clock(let time): return next(time, atOrAfter: start)
    case .day(let day): return startOfDay(date(of: day, at: now, from: start))
    case .on(.weekday(let weekday), let time):
      let days = date(of: start).daysUntil(weekday)
      let instant = instant(on: date(of: start).adding(days: days), at: time)
      return instant >= start ? instant : self.instant(on: date(of: start).adding(days: days + 7), at: time)
    case .on(let day, let time): return instant(on: date(of: day, at: now, from: start), at: time)
    case .later(let seconds): return start + min(max(seconds, -Limits.farthest), Limits.farthest)
    case .businessDay(let days): return try opening(businessDays: days, after: start)
    case .laterWorking(let seconds): return try end(ofWork: seconds, from: start)
    }
  }

  /// The past instant that an expression names: a bare time of day is the last one, and so is a day's.
  func pastInstant(of expression: TimeExpression, at now: Instant) throws(Refusal) -> Instant {
    switch expression {
    case .clock(let time): return last(time, atOrBefore: now)
    case .on(.weekday(let weekday), let time):
      let days = date(of: now).daysUntil(weekday)
      let instant = instant(on: date(of: now).adding(days: days), at: time)
      return instant <= now ? instant : self.instant(on: date(of: now).adding(days: days - 7), at: time)
    case .on(.yearly(let month, let day), let time):
      return instant(on: date(of: now).last(month: month, day: day), at: time)
    case .day: throw .noTimeOfDay
    default: return try edge(of: expression, at: now)
    }
  }

  /// Where a stretch of time that is over begins or ends: as ``edge(of:at:from:)``, but of days and times the last ones.
  func pastEdge(of expression: TimeExpression, at now: Instant) throws(Refusal) -> Instant {
    let today = date(of: now)
    switch expression {
    case .day(.weekday(let weekday)): return startOfDay(today.adding(days: today.daysUntil(weekday) - 7))
    case .day(.yearly(let month, let day)): return startOfDay(today.last(month: month, day: day))
    case .day(let day): return startOfDay(date(of: day, at: now))
    default: return try pastInstant(of: expression, at: now)
    }
  }

  /// The last second of a bare day, for what is due by then; else the coming instant that is named.
  func lastInstant(of expression: TimeExpression, at now: Instant) throws(Refusal) -> Instant {
    guard case .day(let day) = expression else { return try edge(of: expression, at: now) }
    return startOfDay(date(of: day, at: now).adding(days: 1)) + -1
  }

  private func date(of day: Day, at now: Instant, from start: Instant? = nil) -> CivilDate {
    let first = date(of: start ?? now)
    switch day {
    case .away(let days): return date(of: now).adding(days: days)
    case .date(let date): return date
    case .weekday(let weekday):
      let days = first.daysUntil(weekday)
      return first.adding(days: days == 0 ? 7 : days)
    case .yearly(let month, let day): return first.next(month: month, day: day)
    }
  }

  /// When people begin to speak of a day: at its first opening, or of the next day that has one. For today that is the
  /// next open instant; a day that is over is looked for no further than its end.
  private func beginning(of date: CivilDate, at now: Instant) throws(Refusal) -> Instant {
    let today = self.date(of: now)
    if date < today { return schedule.intervals(startingOn: date).map(\.start).min() ?? startOfDay(date) }
    let opening =
      date == today ? schedule.nextOpening(atOrAfter: now) : firstOpening(after: date.adding(days: -1))
    guard let opening else { throw .neverOpens }
    return opening
  }

  private func opening(businessDays days: Int, after start: Instant) throws(Refusal) -> Instant {
    var opening = start
    for _ in 0..<days {
      guard let next = firstOpening(after: date(of: opening)) else { throw .neverOpens }
      opening = next
    }
    return opening
  }

  private func end(ofWork seconds: Int64, from start: Instant) throws(Refusal) -> Instant {
    if let instant = schedule.add(workingTime: seconds, to: start) { return instant }
    guard schedule.nextOpening(atOrAfter: start) != nil else { throw .neverOpens }
    throw .tooMuchWorkingTime(after: start)
  }
}

extension CivilDate {
  /// 0 to 6.
  fileprivate func daysUntil(_ weekday: Weekday) -> Int {
    (weekday.rawValue - self.weekday.rawValue + 7) % 7
  }

  /// This date, or the first one after it, of a month and a day.
  fileprivate func next(month: Int, day: Int) -> CivilDate {
    nearest(month, day, years: year...year + 8) { $0 >= self }
  }

  fileprivate func last(month: Int, day: Int) -> CivilDate {
    nearest(month, day, years: (year - 8...year).reversed()) { $0 <= self }
  }

  /// A leap day may be eight years away, round a year like 2100.
  private func nearest(
    _ month: Int, _ day: Int, years: some Sequence<Int>, where fits: (CivilDate) -> Bool
  ) -> CivilDate {
    for year in years {
      if let date = CivilDate(year: year, month: month, day: day), fits(date) { return date }
    }
    return self
  }
}

extension Configuration {
  /// The coming instant that an expression names for an office that is set up so; of a bare day its first opening.
  public func instant(of expression: TimeExpression, at now: Instant) throws(Refusal) -> Instant {
    if case .instant(let instant) = expression { return instant }
    return try Plan(self).instant(of: expression, at: now)
  }

  /// Where a stretch of time begins or ends for such an office; what comes next is counted from `start`, or from now.
  public func edge(
    of expression: TimeExpression, at now: Instant, from start: Instant? = nil
  ) throws(Refusal) -> Instant {
    if case .instant(let instant) = expression { return instant }
    return try Plan(self).edge(of: expression, at: now, from: start)
  }
}
