// The hours as a calendar draws them, and the reckoning with working time: tables of weeks and of sums.

import Civil
import OpeningHours
import Testing

@testable import HoursCore

/// An office in Berlin with Christmas as a holiday, and whatever a table says of it.
private func office(
  _ hours: String, absences: [(from: String, to: String, why: String?)] = [], at now: Instant
) throws -> Office {
  let berlin = try zone("Europe/Berlin")
  var configuration = Configuration(zone: berlin, hours: try Expression(hours))
  for (day, name) in [("2026-12-25", "Christmas Day"), ("2026-12-26", "St. Stephen's")] {
    configuration.holidays.public[try #require(CivilDate(day))] = name
  }
  configuration.absences = try absences.map {
    Exception(
      start: try berlin.instant($0.from), end: try berlin.instant($0.to), state: .closed, reason: $0.why)
  }
  return Office(configuration, at: now)
}

private func answer(_ office: Office, _ request: Request, at now: Instant) throws(Refusal) -> Reply {
  var office = office
  return try office.decide(request, at: now, archive: MemoryArchive()).reply
}

extension OfficeInterval {
  /// `Mon 2026-11-23 09:00 to 18:00 open`, with the date of the end where it is another.
  fileprivate func spelled(in zone: Zone) -> String {
    let (start, end) = (zone.clock(start), zone.clock(end))
    let sameDay = start.prefix(14) == end.prefix(14)
    return (["\(start) to \(sameDay ? String(end.dropFirst(15)) : end)", state.rawValue, reason])
      .compactMap(\.self).joined(separator: " ")
  }
}

@Suite struct HoursTests {
  struct Week: Sendable, CustomStringConvertible {
    let description: String
    let hours: String
    var absences: [(from: String, to: String, why: String?)] = []
    var now = "Wed 2026-12-23 10:00"
    let shows: String
  }

  static let weeks = [
    Week(
      description: "a plain week, without its nights, breaks and weekends",
      hours: "Mo-We 09:00-13:00,14:00-18:00; Fr 09:00-12:00", now: "Sun 2026-11-29 23:59",
      shows: """
        Mon 2026-11-23 09:00 to 13:00 open
        Mon 2026-11-23 14:00 to 18:00 open
        Tue 2026-11-24 09:00 to 13:00 open
        Tue 2026-11-24 14:00 to 18:00 open
        Wed 2026-11-25 09:00 to 13:00 open
        Wed 2026-11-25 14:00 to 18:00 open
        Fri 2026-11-27 09:00 to 12:00 open
        """),
    Week(
      description: "each holiday by its name, an open one, too",
      hours: "We-Fr 09:00-18:00; PH off; Dec 26 10:00-12:00 open",
      shows: """
        Wed 2026-12-23 09:00 to 18:00 open
        Thu 2026-12-24 09:00 to 18:00 open
        Fri 2026-12-25 00:00 to Sat 2026-12-26 00:00 closed Christmas Day
        Sat 2026-12-26 10:00 to 12:00 open
        """),
    Week(
      description: "a holiday with hours of its own is named all day",
      hours: "We-Fr 09:00-18:00; PH 10:00-12:00",
      shows: """
        Wed 2026-12-23 09:00 to 18:00 open
        Thu 2026-12-24 09:00 to 18:00 open
        Fri 2026-12-25 00:00 to 10:00 closed Christmas Day
        Fri 2026-12-25 10:00 to 12:00 open Christmas Day
        Fri 2026-12-25 12:00 to Sat 2026-12-26 00:00 closed Christmas Day
        Sat 2026-12-26 00:00 to 10:00 closed St. Stephen's
        Sat 2026-12-26 10:00 to 12:00 open St. Stephen's
        Sat 2026-12-26 12:00 to Sun 2026-12-27 00:00 closed St. Stephen's
        """),
    Week(
      description: "an absence is one stretch, over nights and holidays",
      hours: "Mo-Fr 09:00-18:00; PH off",
      absences: [("Wed 2026-12-23 12:00", "Sun 2026-12-27 00:00", "ski")],
      shows: """
        Mon 2026-12-21 09:00 to 18:00 open
        Tue 2026-12-22 09:00 to 18:00 open
        Wed 2026-12-23 09:00 to 12:00 open
        Wed 2026-12-23 12:00 to Sun 2026-12-27 00:00 closed ski
        """),
    Week(
      description: "of an absence that overlaps another the later one says why; one without a word is a gap",
      hours: "Mo-Fr 09:00-18:00",
      absences: [
        ("Mon 2026-11-23 00:00", "Wed 2026-11-25 12:00", "fair"),
        ("Tue 2026-11-24 00:00", "Wed 2026-11-25 00:00", "train"),
        ("Fri 2026-11-27 12:00", "Fri 2026-11-27 15:00", nil),
      ], now: "Mon 2026-11-23 00:00",
      shows: """
        Mon 2026-11-23 00:00 to Tue 2026-11-24 00:00 closed fair
        Tue 2026-11-24 00:00 to Wed 2026-11-25 00:00 closed train
        Wed 2026-11-25 00:00 to 12:00 closed fair
        Wed 2026-11-25 12:00 to 18:00 open
        Thu 2026-11-26 09:00 to 18:00 open
        Fri 2026-11-27 09:00 to 12:00 open
        Fri 2026-11-27 15:00 to 18:00 open
        """),
    Week(
      description: "comments and unknown hours are what they are",
      hours:
        "Mo 09:00-12:00 \"by appointment\"; Tu 09:00-12:00 open \"phone only\", Tu 12:00-14:00 open; We off \"market day\"; "
        + "Th 20:00-24:00 off \"choir\"", now: "Mon 2026-11-23 00:00",
      shows: """
        Mon 2026-11-23 09:00 to 12:00 unknown by appointment
        Tue 2026-11-24 09:00 to 12:00 open phone only
        Tue 2026-11-24 12:00 to 14:00 open
        Wed 2026-11-25 00:00 to Thu 2026-11-26 00:00 closed market day
        Thu 2026-11-26 20:00 to Fri 2026-11-27 00:00 closed choir
        """),
    Week(
      description: "a comment that begins and ends within a stretch, once or twice a day",
      hours:
        "Mo 09:00-18:00 open, Mo 12:00-13:00 open \"phone only\"; "
        + "Tu 10:00-12:00,14:00-15:00 off \"choir\"",
      now: "Mon 2026-11-23 00:00",
      shows: """
        Mon 2026-11-23 09:00 to 12:00 open
        Mon 2026-11-23 12:00 to 13:00 open phone only
        Mon 2026-11-23 13:00 to 18:00 open
        Tue 2026-11-24 10:00 to 12:00 closed choir
        Tue 2026-11-24 14:00 to 15:00 closed choir
        """),
    Week(
      description: "cut at the week's ends", hours: "Su-Mo 22:00-02:00", now: "Mon 2026-11-23 12:00",
      shows: """
        Mon 2026-11-23 00:00 to 02:00 open
        Mon 2026-11-23 22:00 to Tue 2026-11-24 02:00 open
        Sun 2026-11-29 22:00 to Mon 2026-11-30 00:00 open
        """),
    Week(
      description: "a week in which clocks go back", hours: "24/7", now: "Sun 2026-10-25 12:00",
      shows: "Mon 2026-10-19 00:00 to Mon 2026-10-26 00:00 open"),
    Week(description: "never open", hours: "off", shows: ""),
    Week(
      description: "never open, and why", hours: "off \"retired\"",
      shows: "Mon 2026-12-21 00:00 to Mon 2026-12-28 00:00 closed retired"),
  ]

  @Test(arguments: weeks) func aWeek(_ week: Week) throws {
    let berlin = try zone("Europe/Berlin")
    let now = try berlin.instant(week.now)
    let office = try office(week.hours, absences: week.absences, at: now)
    guard case .hours(let intervals) = try answer(office, .hours(from: nil, to: nil), at: now) else {
      throw StoryError("no hours")
    }
    #expect(intervals.map { $0.spelled(in: berlin) }.joined(separator: "\n") == week.shows)
  }

  /// Asked on a Wednesday, of an office that is always open: the one interval is the time that was meant.
  @Test(arguments: [
    ("-", "-", "Mon 2026-11-23 00:00 to Mon 2026-11-30 00:00 open"),
    ("tonight", "-", "Wed 2026-11-25 19:00 to Wed 2026-12-02 19:00 open"),
    ("Wed 2026-10-21 12:00", "-", "Wed 2026-10-21 12:00 to Wed 2026-10-28 12:00 open"),
    ("-", "Tue 2026-11-24 12:00", "Mon 2026-11-23 00:00 to Tue 2026-11-24 12:00 open"),
    ("Wed 2026-11-25 10:00", "+3", "Wed 2026-11-25 10:00 to 13:00 open"),
    ("Wed 2026-11-25 10:00", "Wed 2026-11-25 10:00", ""),
    ("Thu 2026-01-01 00:00", "Fri 2027-02-05 00:00", "Thu 2026-01-01 00:00 to Fri 2027-02-05 00:00 open"),
    ("Thu 2026-01-01 00:00", "Fri 2027-02-05 00:01", "windowTooLong"),
    // One of these days has 25 hours.
    ("Thu 2026-10-01 00:00", "Fri 2027-11-05 00:00", "Thu 2026-10-01 00:00 to Fri 2027-11-05 00:00 open"),
    ("Wed 2026-11-25 10:00", "Wed 2026-11-25 09:59", "endsBeforeItBegins"),
    ("-", "Sun 2026-11-22 23:59", "endsBeforeItBegins"),
  ]) func aTime(_ from: String, _ to: String, _ shows: String) throws {
    let berlin = try zone("Europe/Berlin")
    let now = try berlin.instant("Wed 2026-11-25 10:00")
    let office = try office("24/7", at: now)
    let ends = try [from, to].map { $0 == "-" ? nil : try TimeExpression.of($0, berlin) }
    do throws(Refusal) {
      guard case .hours(let intervals) = try answer(office, .hours(from: ends[0], to: ends[1]), at: now)
      else { return }
      #expect(intervals.map { $0.spelled(in: berlin) }.joined(separator: "\n") == shows)
    } catch {
      #expect("\(error)".hasPrefix(shows) && !shows.isEmpty, "\(error)")
    }
  }

  /// Ten intervals a day for 400 days are given; hours that change every minute are not.
  @Test func hoursInShredsAreRefused() throws {
    let pieces = (10..<20).map { "\($0):00-\($0):30" }
    let start = Instant(seconds: 1_767_222_000)  // 2026-01-01 00:00 in Berlin
    let request = Request.hours(from: .instant(start), to: .instant(start + 400 * 86_400))
    guard
      case .hours(let intervals) = try answer(
        try office(pieces.joined(separator: ","), at: start), request, at: start)
    else { throw StoryError("no hours") }
    #expect(intervals.count == 4000)
    let more = try office((pieces + ["20:00-20:30"]).joined(separator: ","), at: start)
    #expect(throws: Refusal.tooManyIntervals) { try answer(more, request, at: start) }
  }

  // MARK: Working time

  /// A line `hours | from | working time | at`; away on Thursday 26 November from 12:00 to 15:00.
  @Test(
    arguments: """
      Mo-Fr 09:00-18:00          | Mon 2026-11-23 17:00 |  1h | Mon 2026-11-23 18:00
      Mo-Fr 09:00-18:00          | Mon 2026-11-23 17:00 |  2h | Tue 2026-11-24 10:00
      Mo-Fr 09:00-18:00          | Sat 2026-11-28 11:00 |  1h | Mon 2026-11-30 10:00
      Mo-Fr 09:00-18:00          | Sat 2026-11-28 11:00 |  0h | Sat 2026-11-28 11:00
      Mo-Fr 09:00-18:00          | Thu 2026-11-26 11:00 |  2h | Thu 2026-11-26 16:00
      Mo-Fr 09:00-18:00; PH off  | Thu 2026-12-24 17:00 |  2h | Mon 2026-12-28 10:00
      Mo-Fr 09:00-18:00 unknown  | Mon 2026-11-23 17:00 |  1h | never
      Su 00:00-06:00             | Sun 2026-03-29 00:00 |  5h | Sun 2026-03-29 06:00
      off                        | Mon 2026-11-23 17:00 |  1h | never
      Mo 09:00-10:00             | Mon 2026-11-23 09:00 | 52h | Mon 2027-11-15 10:00
      Mo 09:00-10:00             | Mon 2026-11-23 09:00 | 60h | never
      """.split(separator: "\n").map(String.init))
  func add(_ line: String) throws {
    let cells = line.split(separator: "|").map { $0.trimmed }
    let berlin = try zone("Europe/Berlin")
    let from = try berlin.instant(cells[1])
    let office = try office(
      cells[0], absences: [("Thu 2026-11-26 12:00", "Thu 2026-11-26 15:00", "dentist")], at: from)
    let seconds = try #require(Int64(cells[2].dropLast())) * 3600
    var at = "never"
    do throws(Refusal) {
      let reply = try answer(office, .workingAdd(seconds: seconds, from: nil), at: from)
      if case .workingAdd(let instant) = reply { at = berlin.clock(instant) }
    } catch { #expect(error == .tooMuchWorkingTime(after: from)) }
    #expect(at == cells[3])
  }

  /// A line `hours | from | to | hours between`, with the same absence.
  @Test(
    arguments: """
      Mo-Fr 09:00-18:00          | Mon 2026-11-23 17:00 | Tue 2026-11-24 10:00 | 2
      Mo-Fr 09:00-18:00          | Mon 2026-11-23 00:00 | Mon 2026-11-30 00:00 | 42
      Mo-Fr 09:00-18:00; PH off  | Mon 2026-12-21 00:00 | Mon 2026-12-28 00:00 | 36
      Mo-Fr 09:00-18:00 unknown  | Mon 2026-11-23 00:00 | Mon 2026-11-30 00:00 | 0
      24/7                       | Mon 2026-10-19 00:00 | Mon 2026-10-26 00:00 | 169
      24/7                       | Mon 2026-03-23 00:00 | Mon 2026-03-30 00:00 | 167
      off                        | Mon 2026-11-23 00:00 | Mon 2026-11-30 00:00 | 0
      Mo-Fr 09:00-18:00          | Mon 2026-11-23 10:00 | Mon 2026-11-23 10:00 | 0
      Mo-Fr 09:00-18:00          | Mon 2026-11-23 10:00 | Mon 2026-11-23 09:00 | endsBeforeItBegins
      Mo-Fr 09:00-18:00          | Mon 2026-11-23 10:00 | Wed 2027-12-29 10:00 | windowTooLong
      """.split(separator: "\n").map(String.init))
  func between(_ line: String) throws {
    let cells = line.split(separator: "|").map { $0.trimmed }
    let berlin = try zone("Europe/Berlin")
    let (from, to) = (try berlin.instant(cells[1]), try berlin.instant(cells[2]))
    let office = try office(
      cells[0], absences: [("Thu 2026-11-26 12:00", "Thu 2026-11-26 15:00", "dentist")], at: from)
    var said = ""
    do throws(Refusal) {
      let request = Request.workingBetween(from: .instant(from), to: .instant(to))
      if case .workingBetween(let seconds) = try answer(office, request, at: from) {
        said = "\(Double(seconds) / 3600)".replacing(".0", with: "")
      }
    } catch { said = "\(error)".components(between: "(")[0] }
    #expect(said == cells[3])
  }
}
