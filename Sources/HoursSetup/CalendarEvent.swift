// One event of a calendar as values; libical reads its lines, our own zones say when its times are.

import CIcal
import Civil

/// A point of time as a calendar gives it.
enum CalendarTime: Hashable {
  /// A whole day.
  case date(CivilDate)
  /// A time by the clocks of a zone.
  case time(CivilDateTime, Zone)

  static func == (a: CalendarTime, b: CalendarTime) -> Bool {
    switch (a, b) {
    case (.date(let a), .date(let b)): a == b
    case (.time, .time): a.instant == b.instant
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .date(let date): hasher.combine(date)
    case .time: hasher.combine(instant)
    }
  }

  /// The day on which it falls by its own clocks.
  var date: CivilDate {
    switch self {
    case .date(let date): date
    case .time(let civil, _): civil.date
    }
  }

  /// When it is; a whole day has no instant without an office.
  var instant: Instant? {
    switch self {
    case .date: nil
    case .time(let civil, let zone): zone.first(of: civil)
    }
  }
}

/// An event, or one changed instance of a repeating one.
struct CalendarEvent {
  enum Extent {
    case until(CalendarTime)
    case lasting(days: Int, seconds: Int64)
    case unsaid
  }

  /// That of its start.
  let line: Int
  var uid = ""
  var summary = ""
  var isCancelled = false
  var start: CalendarTime
  var extent = Extent.unsaid
  var rules: [CalendarLine] = []
  var additions: [CalendarTime] = []
  var exclusions: [CalendarTime] = []
  /// The instance of the event with the same UID that this one stands for.
  var replaces: CalendarTime?
}

/// Reads events' lines; keeps the zones that it met.
struct CalendarEventReader {
  /// Floating times and whole days are the office's.
  let office: Zone
  let zones: ZoneLoader
  private var met: [String: Zone] = [:]

  init(office: Zone, zones: ZoneLoader) {
    self.office = office
    self.zones = zones
  }

  mutating func event(_ raw: RawEvent) throws(CalendarError) -> CalendarEvent {
    guard let first = raw.lines.first(where: { $0.name == "DTSTART" }) else {
      throw CalendarError(line: raw.line, problem: .noStart)
    }
    var event = CalendarEvent(line: first.number, start: try time(first))
    for line in raw.lines {
      switch line.name {
      case "UID": event.uid = text(line) ?? ""
      case "SUMMARY": event.summary = text(line) ?? ""
      case "STATUS": event.isCancelled = text(line)?.uppercased() == "CANCELLED"
      case "DTEND": event.extent = .until(try time(line))
      case "DURATION": event.extent = try duration(line)
      case "RRULE": event.rules.append(line)
      case "RDATE": event.additions += try times(line)
      case "EXDATE": event.exclusions += try times(line)
      case "RECURRENCE-ID":
        if line.text.uppercased().contains(";RANGE=") {
          throw CalendarError(line: line.number, problem: .notSupported("RECURRENCE-ID with RANGE"))
        }
        event.replaces = try time(line)
      case "EXRULE": throw CalendarError(line: line.number, problem: .notSupported("EXRULE"))
      default: break
      }
    }
    return event
  }

  private func text(_ line: CalendarLine) -> String? {
    guard let text = hours_ical_text(line.text) else { return nil }
    defer { hours_ical_free(text) }
    return String(String(cString: text).prefix(SetupLimits.nameBytes))
  }

  private func duration(_ line: CalendarLine) throws(CalendarError) -> CalendarEvent.Extent {
    var days: CInt = 0
    var seconds: Int64 = 0
    guard hours_ical_duration(line.text, &days, &seconds) else {
      throw CalendarError(line: line.number, problem: .unreadable(property: line.name))
    }
    return .lasting(days: Int(days), seconds: seconds)
  }

  /// The day that a property of ours names; libical knows only others'.
  mutating func day(_ line: CalendarLine) throws(CalendarError) -> CivilDate {
    let value = line.text.drop { $0 != ":" }
    return try time(CalendarLine(number: line.number, name: line.name, text: "DTSTART;VALUE=DATE\(value)"))
      .date
  }

  private mutating func time(_ line: CalendarLine) throws(CalendarError) -> CalendarTime {
    guard let time = try times(line).first else {
      throw CalendarError(line: line.number, problem: .unreadable(property: line.name))
    }
    return time
  }

  private mutating func times(_ line: CalendarLine) throws(CalendarError) -> [CalendarTime] {
    if line.text.uppercased().contains(";VALUE=PERIOD") {
      throw CalendarError(line: line.number, problem: .notSupported("\(line.name) with VALUE=PERIOD"))
    }
    // Every time of a list takes more bytes than one.
    var buffer = [hours_ical_time](repeating: hours_ical_time(), count: line.text.utf8.count)
    let count = hours_ical_times(line.text, &buffer, CInt(buffer.count))
    guard count >= 0 else {
      throw CalendarError(line: line.number, problem: .unreadable(property: line.name))
    }
    var times: [CalendarTime] = []
    for time in buffer.prefix(Int(count)) { times.append(try self.time(time, of: line)) }
    return times
  }

  private mutating func time(_ time: hours_ical_time, of line: CalendarLine) throws(CalendarError)
    -> CalendarTime
  {
    guard let value = CalendarTime(time, zone: .utc) else {
      throw CalendarError(line: line.number, problem: .noSuchDate(property: line.name))
    }
    guard case .time(let civil, _) = value, !time.utc else { return value }
    let name = withUnsafeBytes(of: time.zone) { bytes in
      String(decoding: Array(bytes.prefix { $0 != 0 }), as: UTF8.self)
    }
    return .time(civil, name.isEmpty ? office : try zone(name, of: line))
  }

  /// The zone of a TZID. Some programs put the name of their own registry before the database's:
  /// `/freeassociation.sourceforge.net/Europe/Berlin`.
  private mutating func zone(_ identifier: String, of line: CalendarLine) throws(CalendarError) -> Zone {
    if let zone = met[identifier] { return zone }
    let parts = identifier.split(separator: "/")
    for count in [parts.count, 3, 2, 1] where count <= parts.count && count > 0 {
      if let zone = try? zones.zone(parts.suffix(count).joined(separator: "/")) {
        met[identifier] = zone
        return zone
      }
    }
    throw CalendarError(line: line.number, problem: .noSuchZone(identifier))
  }
}

extension CalendarTime {
  /// What libical read, unless there is no such date or time; a leap second is taken for the one before it.
  init?(_ time: hours_ical_time, zone: Zone) {
    guard let date = CivilDate(year: Int(time.year), month: Int(time.month), day: Int(time.day)),
      SetupLimits.calendarYears.contains(Int(time.year))
    else { return nil }
    if time.date_only {
      self = .date(date)
      return
    }
    guard (0..<24).contains(time.hour), (0..<60).contains(time.minute), (0...60).contains(time.second) else {
      return nil
    }
    let clock = CivilTime(hour: Int(time.hour), minute: Int(time.minute), second: min(59, Int(time.second)))
    self = .time(CivilDateTime(date: date, time: clock), zone)
  }

  /// The same for libical, in its own civil time.
  var forLibical: hours_ical_time {
    var time = hours_ical_time()
    let (year, month, day) = date.components
    (time.year, time.month, time.day) = (CInt(year), CInt(month), CInt(day))
    switch self {
    case .date: time.date_only = true
    case .time(let civil, _):
      (time.hour, time.minute, time.second) = (
        CInt(civil.time.hour), CInt(civil.time.minute), CInt(civil.time.second)
      )
    }
    return time
  }
}
