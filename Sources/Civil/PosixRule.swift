// The rule in a TZif file's footer: how clocks go on, year after year, once the file's list has ended.

/// Standard time, or standard and daylight saving time with the two dates of the year on which they change.
struct PosixRule: Hashable, Sendable {
  /// A date of the year and a second of that day's clock, which may lie days before or after it.
  struct Change: Hashable, Sendable {
    enum Day: Hashable, Sendable {
      /// 1 to 365; 29 February is never counted.
      case julian(Int)
      /// 0 to 365; 29 February is counted in leap years.
      case zeroBased(Int)
      /// The `week`-th (5: the last) `weekday` (0: Sunday) of a month.
      case nth(month: Int, week: Int, weekday: Int)
    }

    var day: Day
    var second: Int

    /// Seconds since 1970-01-01 00:00 on the clock in force before the change.
    func localSeconds(in year: Int) -> Int64 {
      Int64(dayNumber(in: year)) * 86_400 + Int64(second)
    }

    private func dayNumber(in year: Int) -> Int {
      switch day {
      case .julian(let number):
        let leap = CivilDate.isLeap(year) && number >= 60 ? 1 : 0
        return CivilDate(uncheckedYear: year, month: 1, day: number + leap).dayNumber
      case .zeroBased(let number):
        return CivilDate(uncheckedYear: year, month: 1, day: number + 1).dayNumber
      case .nth(let month, let week, let weekday):
        let first = CivilDate(uncheckedYear: year, month: month, day: 1)
        let ahead = floorModulo(weekday - first.weekday.rawValue, 7)
        let day = 1 + ahead + (week - 1) * 7
        let tooFar = day > CivilDate.daysIn(month: month, of: year)
        return first.dayNumber + day - 1 - (tooFar ? 7 : 0)
      }
    }
  }

  struct Daylight: Hashable, Sendable {
    var type: LocalType
    var start: Change
    var end: Change
  }

  let standard: LocalType
  let daylight: Daylight?

  init(standard: LocalType, daylight: Daylight?) {
    guard let daylight, PosixRule.neverEnds(daylight, standard) else {
      self.standard = standard
      self.daylight = daylight
      return
    }
    // How RFC 9636 writes daylight saving time all year: it ends where it begins again.
    self.standard = daylight.type
    self.daylight = nil
  }

  private static func neverEnds(_ daylight: Daylight, _ standard: LocalType) -> Bool {
    (2023...2026).allSatisfy { year in
      daylight.end.localSeconds(in: year) - Int64(daylight.type.offset)
        >= daylight.start.localSeconds(in: year + 1) - Int64(standard.offset)
    }
  }

  func period(at second: Int64) -> ZoneTable.Period {
    guard let daylight else { return .init(start: .min, end: .max, type: standard) }
    let year = CivilDateTime(localSeconds: second + Int64(standard.offset)).date.year
    var period = ZoneTable.Period(start: .min, end: .max, type: standard)
    // Daylight saving time may be in force over New Year, and a change may stand days outside its year.
    for year in (year - 1)...(year + 1) {
      let toDaylight = daylight.start.localSeconds(in: year) - Int64(standard.offset)
      let toStandard = daylight.end.localSeconds(in: year) - Int64(daylight.type.offset)
      if toDaylight < toStandard {
        apply(toDaylight, daylight.type, to: &period, at: second)
        apply(toStandard, standard, to: &period, at: second)
      } else {
        apply(toStandard, standard, to: &period, at: second)
        apply(toDaylight, daylight.type, to: &period, at: second)
      }
    }
    return period
  }

  /// Moves the ends of the period around `second` past one change; changes come in ascending order.
  private func apply(
    _ change: Int64, _ type: LocalType, to period: inout ZoneTable.Period, at second: Int64
  ) {
    if change <= second {
      period.start = change
      period.type = type
    } else {
      period.end = min(period.end, change)
    }
  }
}
