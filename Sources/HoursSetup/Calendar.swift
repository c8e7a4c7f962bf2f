// A calendar's events spread out over a window: repetitions, exceptions to them, changed instances.

import CIcal
import Civil

/// One stretch that a calendar names, half-open.
struct Occurrence: Hashable {
  enum Extent: Hashable {
    case days(Range<CivilDate>)
    case time(Range<Instant>)
  }

  let summary: String
  /// Where its event stands in the file.
  let line: Int
  let extent: Extent
}

/// What a calendar says about a window of days.
struct Calendar {
  private(set) var occurrences: [Occurrence] = []
  /// Events that last no time at all, by their summaries and lines.
  private(set) var empty: [(summary: String, line: Int)] = []
  let window: Range<CivilDate>
  /// The last day that the calendar says it knows about.
  private(set) var statedEnd: CivilDate?
  /// Whether anything repeats or happens behind the window.
  private(set) var goesOn = false
  private let office: Zone
  private var repetitions = 0
  private var rules = 0

  /// Reads a calendar file; times without a zone are the office's.
  init(_ data: [UInt8], window: Range<CivilDate>, office: Zone, zones: ZoneLoader) throws(CalendarError) {
    self.window = window
    self.office = office
    var reader = CalendarEventReader(office: office, zones: zones)
    var events: [CalendarEvent] = []
    let raw = try rawCalendar(of: data)
    for event in raw.events { events.append(try reader.event(event)) }
    if let line = raw.end { statedEnd = try reader.day(line) }
    var replaced: [String: Set<CalendarTime>] = [:]
    for event in events {
      if let instance = event.replaces { replaced[event.uid, default: []].insert(instance) }
    }
    for event in events where !event.isCancelled {
      let others = event.replaces == nil ? replaced[event.uid] ?? [] : []
      for start in try starts(of: event, without: others) { try add(event, from: start) }
    }
  }

  /// When the event starts: once, or by its rules and lists as far as the window reaches.
  private mutating func starts(
    of event: CalendarEvent, without replaced: Set<CalendarTime>
  ) throws(CalendarError) -> Set<CalendarTime> {
    var starts = Set([event.start] + event.additions)
    for line in event.rules { try repeats(event.start, by: line, into: &starts) }
    let excluded = Set(event.exclusions).union(replaced)
    guard !excluded.isEmpty else { return starts }
    // Some programs exclude a day of a timed event, or a time of a day-long one: then its day counts.
    let isTimed = event.start.instant != nil
    let days = Set(excluded.filter { ($0.instant != nil) != isTimed }.map(\.date))
    return starts.filter { !excluded.contains($0) && !days.contains($0.date) }
  }

  private mutating func repeats(
    _ start: CalendarTime, by line: CalendarLine, into starts: inout Set<CalendarTime>
  ) throws(CalendarError) {
    rules += 1
    guard rules <= SetupLimits.rules else {
      throw CalendarError(line: line.number, problem: .tooManyRules(limit: SetupLimits.rules))
    }
    var rule: OpaquePointer?
    var until = hours_ical_time()
    var hasUntil = false
    switch hours_ical_rule_read(line.text, start.forLibical, &rule, &hasUntil, &until) {
    case HOURS_ICAL_RULE_READ: break
    case HOURS_ICAL_RULE_TOO_OFTEN: throw CalendarError(line: line.number, problem: .repeatsTooOften)
    default: throw CalendarError(line: line.number, problem: .unreadable(property: line.name))
    }
    defer { hours_ical_rule_free(rule) }
    var end: CalendarTime?
    if hasUntil {
      end = CalendarTime(until, zone: until.utc ? .utc : zone(of: start))
      if end == nil { throw CalendarError(line: line.number, problem: .noSuchDate(property: "UNTIL")) }
    }
    var next = hours_ical_time()
    while true {
      let result = hours_ical_rule_next(rule, &next)
      if result == HOURS_ICAL_COUNTED { break }
      guard result == HOURS_ICAL_NEXT else { throw CalendarError(line: line.number, problem: .repeatsNever) }
      try count(1, at: line.number)
      guard let time = CalendarTime(next, zone: zone(of: start)) else {
        throw CalendarError(line: line.number, problem: .noSuchDate(property: line.name))
      }
      guard end.map({ isWithin(time, $0) }) ?? true else { break }
      guard time.date < window.upperBound else {
        goesOn = true
        break
      }
      starts.insert(time)
    }
  }

  private mutating func count(_ days: Int, at line: Int) throws(CalendarError) {
    repetitions += days
    guard repetitions <= SetupLimits.repetitions else {
      throw CalendarError(line: line, problem: .tooManyRepetitions(limit: SetupLimits.repetitions))
    }
  }

  private func zone(of time: CalendarTime) -> Zone {
    if case .time(_, let zone) = time { return zone }
    return office
  }

  /// Whether a repetition is not past `UNTIL`, which belongs to the series.
  private func isWithin(_ time: CalendarTime, _ end: CalendarTime) -> Bool {
    guard let end = end.instant, let instant = time.instant else { return time.date <= end.date }
    return instant <= end
  }

  private mutating func add(_ event: CalendarEvent, from start: CalendarTime) throws(CalendarError) {
    let extent: Occurrence.Extent
    if start.date >= window.upperBound { goesOn = true }
    switch start {
    case .date(let date):
      let days = (date..<date.adding(days: max(1, try days(of: event)))).clamped(to: window)
      guard !days.isEmpty else { return }
      try count(days.upperBound.dayNumber - days.lowerBound.dayNumber, at: event.line)
      extent = .days(days)
    case .time(let civil, let zone):
      let begin = zone.first(of: civil)
      let end = try self.end(of: event, from: civil, in: zone)
      guard office.civil(end).date >= window.lowerBound, civil.date < window.upperBound else { return }
      guard begin < end else {
        empty.append((event.summary, event.line))
        return
      }
      try count(1, at: event.line)
      extent = .time(begin..<end)
    }
    occurrences.append(Occurrence(summary: event.summary, line: event.line, extent: extent))
  }

  /// How many days a day-long event has; exporters that write no end, or an end on the same day, mean one.
  private func days(of event: CalendarEvent) throws(CalendarError) -> Int {
    switch event.extent {
    case .unsaid: return 1
    case .lasting(let days, let seconds): return days + Int((seconds + 86_399) / 86_400)
    case .until(let end):
      let days = end.date.dayNumber - event.start.date.dayNumber
      guard days >= 0 else { throw CalendarError(line: event.line, problem: .endsBeforeStart) }
      return days
    }
  }

  /// An end given as a time makes every repetition as long as the first, to the second; a duration counts civil days.
  private func end(
    of event: CalendarEvent, from civil: CivilDateTime, in zone: Zone
  ) throws(CalendarError) -> Instant {
    switch event.extent {
    case .unsaid: return zone.first(of: civil)
    case .lasting(let days, let seconds):
      return zone.first(of: CivilDateTime(date: civil.date.adding(days: days), time: civil.time)) + seconds
    case .until(let end):
      let last = end.instant ?? zone.first(of: CivilDateTime(date: end.date, time: .midnight))
      guard let first = event.start.instant, first <= last else {
        throw CalendarError(line: event.line, problem: .endsBeforeStart)
      }
      return zone.first(of: civil) + (last - first)
    }
  }
}
