// Times as a wall clock shows them, alone and with their date.

/// A time of day in no zone, to the second.
public struct CivilTime: Hashable, Sendable {
  /// Seconds since midnight by the clock's face, 0 to 86399.
  public let secondOfDay: Int

  /// Makes a time of day; `secondOfDay` must be 0 to 86399.
  public init(secondOfDay: Int) {
    precondition((0..<86_400).contains(secondOfDay), "a day has 86400 seconds")
    self.secondOfDay = secondOfDay
  }

  /// Makes a time of day from what a clock shows: hours 0 to 23, minutes and seconds 0 to 59.
  public init(hour: Int, minute: Int, second: Int = 0) {
    precondition((0..<24).contains(hour) && (0..<60).contains(minute) && (0..<60).contains(second))
    secondOfDay = hour * 3600 + minute * 60 + second
  }

  /// The first instant of a day.
  public static let midnight = CivilTime(secondOfDay: 0)

  /// The hour, 0 to 23.
  public var hour: Int { secondOfDay / 3600 }

  /// The minute, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }

  /// The second, 0 to 59.
  public var second: Int { secondOfDay % 60 }
}

extension CivilTime: Comparable {
  /// Whether `a` comes before `b` on one day.
  public static func < (a: CivilTime, b: CivilTime) -> Bool { a.secondOfDay < b.secondOfDay }
}

/// A date and a time of day in no zone; ``Zone`` says when that is.
public struct CivilDateTime: Hashable, Sendable {
  /// The date.
  public var date: CivilDate

  /// The time of day.
  public var time: CivilTime

  /// Joins a date and a time of day.
  public init(date: CivilDate, time: CivilTime) {
    self.date = date
    self.time = time
  }

  /// Makes what clocks and calendars show so many seconds after a 1970-01-01 00:00 of their own.
  init(localSeconds: Int64) {
    let day = floorDivide(localSeconds, 86_400)
    date = CivilDate(dayNumber: Int(day))
    time = CivilTime(secondOfDay: Int(localSeconds - day * 86_400))
  }

  /// Seconds since 1970-01-01 00:00 of the same clock, as if it were never moved.
  var localSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.secondOfDay) }
}

extension CivilDateTime: Comparable {
  /// Whether `a` comes before `b` on one calendar and clock.
  public static func < (a: CivilDateTime, b: CivilDateTime) -> Bool {
    (a.date, a.time) < (b.date, b.time)
  }
}
