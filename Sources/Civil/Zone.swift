// The one place where an instant becomes what a wall clock shows, and back.
//
// A zone is a sequence of periods, each with one offset. Everything here asks for a period and its ends;
// where a period comes from (the table of a TZif file or the rule in its footer) stays in `period(at:)`.

/// A time zone of the system's database.
public final class Zone: Sendable {
  /// The name that it was asked for by: `Europe/Berlin`.
  public let name: String

  private let table: ZoneTable

  /// Reads a compiled zone, as the files under /usr/share/zoneinfo are (TZif versions 1 to 4, RFC 9636).
  ///
  /// Throws a ``ZoneError`` when the bytes are not a whole and valid zone.
  public init(name: String, tzif: [UInt8]) throws(ZoneError) {
    self.name = name
    do {
      table = try ZoneTable(tzif: tzif)
    } catch {
      throw ZoneError(zone: name, reason: error)
    }
  }

  private init(name: String, table: ZoneTable) {
    self.name = name
    self.table = table
  }

  /// Coordinated universal time, which needs no file.
  public static let utc = Zone(name: "UTC", table: ZoneTable(offset: 0, name: "UTC"))

  /// The offset in force at an instant, in seconds east of UTC.
  public func offset(at instant: Instant) -> Int { table.period(at: instant.seconds).type.offset }

  /// What people call the time in force at an instant: `CET`, `+03`.
  public func abbreviation(at instant: Instant) -> String {
    table.abbreviations[table.period(at: instant.seconds).type.abbreviation]
  }

  /// Whether daylight saving time is in force at an instant, as the database sees it.
  public func isDaylight(at instant: Instant) -> Bool { table.period(at: instant.seconds).type.isDaylight }

  /// What calendars and clocks show at an instant.
  public func civil(_ instant: Instant) -> CivilDateTime {
    CivilDateTime(localSeconds: instant.seconds + Int64(offset(at: instant)))
  }

  /// The first instant after the given one at which offset, abbreviation or daylight saving change.
  public func nextTransition(after instant: Instant) -> Instant? {
    let end = table.period(at: instant.seconds).end
    return end == .max ? nil : Instant(seconds: end)
  }

  /// The instant as RFC 3339 with this zone's offset: `2026-11-24T09:00:00+03:00`.
  ///
  /// A historical offset with seconds is written to the minute, the clock with it: the text names the same
  /// instant.
  public func rfc3339(_ instant: Instant) -> String { instant.rfc3339(offset: offset(at: instant)) }
}

/// When a wall clock shows a given date and time.
public enum LocalInstant: Hashable, Sendable {
  /// Once, as nearly always.
  case unique(Instant)
  /// Never: the clocks skip it. `after` is the first instant past the gap.
  case gap(after: Instant)
  /// Twice: the clocks repeat it.
  case fold(first: Instant, second: Instant)
}

extension Zone {
  /// The instant or instants at which clocks and calendars show `civil`.
  public func instant(of civil: CivilDateTime) -> LocalInstant {
    let local = civil.localSeconds
    var period = table.period(at: local - ZoneTable.widestOffset)
    var found: Instant?
    while true {
      let candidate = local - Int64(period.type.offset)
      if candidate >= period.start && candidate < period.end {
        if let found { return .fold(first: found, second: Instant(seconds: candidate)) }
        found = Instant(seconds: candidate)
      }
      guard period.end < local + ZoneTable.widestOffset else { break }
      let next = table.period(at: period.end)
      // The old clock is already past `local` when the new one has not reached it: nobody ever sees it.
      if found == nil && candidate >= period.end && local - Int64(next.type.offset) < next.start {
        return .gap(after: Instant(seconds: next.start))
      }
      period = next
    }
    // Every local time is either met in a period or lies in a gap between two.
    return .unique(found ?? Instant(seconds: local - Int64(period.type.offset)))
  }

  /// The instant at which an edge of hours written as `civil` happens: the first of two in a fold, the first
  /// after the gap where clocks never show it.
  public func first(of civil: CivilDateTime) -> Instant { first(ofLocal: civil.localSeconds).instant }
}

extension Zone: Equatable {
  /// Whether two zones have one name and one set of rules: the database may say something else of a name next year.
  public static func == (one: Zone, other: Zone) -> Bool {
    one === other || one.name == other.name && one.table == other.table
  }
}

extension Zone: CustomStringConvertible {
  /// The zone's name.
  public var description: String { name }
}

extension Zone {
  /// The furthest date and time that clocks have shown up to an instant.
  ///
  /// It never goes back: while clocks repeat an hour it stands at the second before they were moved. Edges of
  /// hours happen at the ``first(of:)`` instant at which this reaches them.
  public func furthest(at instant: Instant) -> CivilDateTime {
    CivilDateTime(localSeconds: furthestLocal(at: instant))
  }

  /// ``furthest(at:)`` in seconds since 1970-01-01 00:00 of a clock that is never moved.
  package func furthestLocal(at instant: Instant) -> Int64 {
    let period = table.period(at: instant.seconds)
    let local = instant.seconds + Int64(period.type.offset)
    let sinceStart = instant.seconds.subtractingReportingOverflow(period.start)
    guard !sinceStart.overflow, sinceStart.partialValue < ZoneTable.widestOffset else { return local }
    let before = table.period(at: period.start - 1)
    return max(local, period.start - 1 + Int64(before.type.offset))
  }

  /// ``first(of:)`` for a count of such seconds, and whether clocks skip it.
  package func first(ofLocal local: Int64) -> (instant: Instant, isSkipped: Bool) {
    var period = table.period(at: local - ZoneTable.widestOffset)
    while true {
      let candidate = local - Int64(period.type.offset)
      if candidate >= period.start && candidate < period.end {
        return (Instant(seconds: candidate), false)
      }
      // Every local time is either met in a period or lies in a gap between two.
      guard period.end < local + ZoneTable.widestOffset else { return (Instant(seconds: candidate), false) }
      let next = table.period(at: period.end)
      // The old clock is already past `local` when the new one has not reached it: nobody ever sees it.
      if candidate >= period.end && local - Int64(next.type.offset) < next.start {
        return (Instant(seconds: next.start), true)
      }
      period = next
    }
  }
}
