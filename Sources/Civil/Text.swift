// How dates, times and instants are written (ISO 8601, RFC 3339) and read back, in one place.

extension CivilDate: CustomStringConvertible {
  /// The date as `2026-11-23`.
  public var description: String {
    let (year, month, day) = components
    return text(capacity: 24) { $0.date(year, month, day) }
  }

  /// Reads `2026-11-23`; nil for another form, or a day that the calendar does not have.
  public init?(_ text: String) {
    var reader = DigitReader(text)
    guard let date = reader.date(), reader.isAtEnd else { return nil }
    self = date
  }
}

extension CivilTime: CustomStringConvertible {
  /// The time as `09:00`; with seconds, `09:00:30`, only when they are not 0.
  public var description: String {
    text(capacity: 8) { $0.time(self, seconds: second != 0) }
  }

  /// Reads `09:00` or `9:00`; nil for another form, or a time that no clock shows.
  public init?(_ text: String) {
    var reader = DigitReader(text)
    let digits = text.utf8.count == 4 ? 1 : 2
    guard let hour = reader.digits(digits), hour < 24, reader.take(":"), let minute = reader.digits(2),
      minute < 60, reader.isAtEnd
    else { return nil }
    self.init(hour: hour, minute: minute)
  }
}

extension CivilDateTime: CustomStringConvertible {
  /// Date and time as `2026-11-23 09:00`.
  public var description: String { "\(date) \(time)" }
}

extension Instant {
  /// Reads RFC 3339: `2026-11-24T09:00:00+03:00`, with any offset or `Z`.
  ///
  /// Fractions of a second are cut off. Nil without an offset, for a date or time that does not exist, and
  /// for a leap second (`:60`), which POSIX time cannot name.
  public init?(rfc3339 text: String) {
    var reader = DigitReader(text)
    guard let date = reader.date(), reader.take("T") || reader.take("t"),
      let hour = reader.digits(2), hour < 24, reader.take(":"),
      let minute = reader.digits(2), minute < 60, reader.take(":"),
      let second = reader.digits(2), second < 60, reader.fraction(),
      let offset = reader.offset(), reader.isAtEnd
    else { return nil }
    let local = CivilDateTime(date: date, time: CivilTime(hour: hour, minute: minute, second: second))
    self.init(seconds: local.localSeconds - Int64(offset))
  }
}

extension Instant: CustomStringConvertible {
  /// The instant as RFC 3339 in UTC: `2026-11-24T06:00:00Z`.
  public var description: String {
    let civil = CivilDateTime(localSeconds: seconds)
    return text(capacity: 40) {
      $0.dateTime(civil)
      $0.put("Z")
    }
  }

  /// The instant as RFC 3339 with an offset (seconds east); an offset's own seconds are dropped from both
  /// the offset and the clock, so that the text still names this instant.
  func rfc3339(offset: Int) -> String {
    let minutes = offset / 60
    let civil = CivilDateTime(localSeconds: seconds + Int64(minutes * 60))
    return text(capacity: 40) {
      $0.dateTime(civil)
      $0.put(minutes < 0 ? "-" : "+")
      $0.two(abs(minutes) / 60)
      $0.put(":")
      $0.two(abs(minutes) % 60)
    }
  }
}

/// Builds a short ASCII text with no allocation but the string itself.
private func text(capacity: Int, _ body: (inout DigitWriter) -> Void) -> String {
  String(unsafeUninitializedCapacity: capacity) { buffer in
    var writer = DigitWriter(buffer: buffer)
    body(&writer)
    return writer.count
  }
}

private struct DigitWriter {
  let buffer: UnsafeMutableBufferPointer<UInt8>
  var count = 0

  mutating func put(_ character: Unicode.Scalar) {
    buffer[count] = UInt8(truncatingIfNeeded: character.value)
    count += 1
  }

  mutating func two(_ number: Int) {
    buffer[count] = UInt8(truncatingIfNeeded: 48 + number / 10)
    buffer[count + 1] = UInt8(truncatingIfNeeded: 48 + number % 10)
    count += 2
  }

  mutating func date(_ year: Int, _ month: Int, _ day: Int) {
    if year < 0 { put("-") }
    var rest = abs(year)
    if rest > 9999 {
      // Beyond RFC 3339; written out all the same, so that a mistake is seen as what it is.
      for digit in String(rest / 10_000).unicodeScalars { put(digit) }
      rest %= 10_000
    }
    two(rest / 100)
    two(rest % 100)
    put("-")
    two(month)
    put("-")
    two(day)
  }

  mutating func time(_ time: CivilTime, seconds: Bool) {
    two(time.hour)
    put(":")
    two(time.minute)
    guard seconds else { return }
    put(":")
    two(time.second)
  }

  mutating func dateTime(_ civil: CivilDateTime) {
    let (year, month, day) = civil.date.components
    date(year, month, day)
    put("T")
    time(civil.time, seconds: true)
  }
}

private struct DigitReader {
  var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func digit() -> Int? {
    guard let first = rest.first, (48...57).contains(first) else { return nil }
    rest.removeFirst()
    return Int(first) - 48
  }

  /// Exactly so many decimal digits.
  mutating func digits(_ count: Int) -> Int? {
    var number = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  mutating func date() -> CivilDate? {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2) else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Skips `.25`; false for a dot without digits.
  mutating func fraction() -> Bool {
    guard take(".") else { return true }
    guard digit() != nil else { return false }
    while digit() != nil {}
    return true
  }

  /// `Z`, `+03:00` or `-03:30`, in seconds east.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign: Int
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = digits(2), hours < 24, take(":"), let minutes = digits(2), minutes < 60 else {
      return nil
    }
    return sign * (hours * 3600 + minutes * 60)
  }
}
