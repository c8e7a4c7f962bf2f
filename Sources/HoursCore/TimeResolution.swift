// Which instant people mean by "tonight", "09:30" or "+2 working hours".

import Civil

extension Plan {
  /// The coming instant that an expression names.
  func instant(of expression: TimeExpression, at now: Instant) throws(Refusal) -> Instant {
    switch expression {
    case .instant(let instant): return instant
    case .civil(let civil): return zone.first(of: civil)
    case .clock(let time): return next(time, atOrAfter: now)
    case .tonight: return thisEvening(at: now)
    case .later(let seconds): return now + min(max(seconds, -Limits.farthest), Limits.farthest)
    case .nextBusinessDay:
      guard let opening = firstOpening(after: date(of: now)) else { throw .neverOpens }
      return opening
    case .laterWorking(let seconds):
      if let instant = schedule.add(workingTime: seconds, to: now) { return instant }
      guard schedule.nextOpening(atOrAfter: now) != nil else { throw .neverOpens }
      throw .tooMuchWorkingTime(after: now)
    }
  }

  /// The past instant that an expression names: a bare time of day is the last one.
  func pastInstant(of expression: TimeExpression, at now: Instant) throws(Refusal) -> Instant {
    if case .clock(let time) = expression { return last(time, atOrBefore: now) }
    return try instant(of: expression, at: now)
  }
}

extension Configuration {
  /// The coming instant that an expression names for an office that is set up so.
  public func instant(of expression: TimeExpression, at now: Instant) throws(Refusal) -> Instant {
    if case .instant(let instant) = expression { return instant }
    return try Plan(self).instant(of: expression, at: now)
  }
}
