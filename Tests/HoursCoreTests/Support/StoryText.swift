// How stories are written: header lines `key: value`, then one line a step, the clock in the first column.

import Civil
import OpeningHours

@testable import HoursCore

/// What is wrong with a story, or with the office that it is told of.
struct StoryError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// A life of the office in a few lines.
struct Story: Sendable, CustomStringConvertible {
  struct Step: Sendable {
    let line: String
    let clock: String
    let action: String
    let expected: [String]
  }

  let title: String
  var header: [(key: String, value: String)] = []
  var steps: [Step] = []

  var description: String { title }
}

/// Reads stories; each begins with `# ` and its title.
///
/// Unless the header says otherwise the hours are `Mo-Fr 09:00-18:00; PH off` in Europe/Berlin, the evening
/// 19:00, quiet 21:30-09:00, and the contacts `acme: client mail`, `bob: client 24x7`, `boris: personal` and
/// `school: personal always`.
func stories(_ text: String) -> [Story] {
  var stories: [Story] = []
  for line in text.split(separator: "\n").map({ $0.trimmed }) where !line.isEmpty {
    if line.hasPrefix("# ") {
      stories.append(Story(title: String(line.dropFirst(2))))
    } else if let step = Story.Step(line) {
      stories[stories.count - 1].steps.append(step)
    } else {
      let parts = line.split(separator: ":", maxSplits: 1)
      stories[stories.count - 1].header.append((parts[0].trimmed, parts.count > 1 ? parts[1].trimmed : ""))
    }
  }
  return stories
}

extension Story.Step {
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Takes a line that begins with a weekday; nil for any other.
  init?(_ line: String) {
    guard Self.weekdays.contains(where: { line.hasPrefix($0 + " ") }) else { return nil }
    let halves = line.split(separator: "->", maxSplits: 1)
    var words = halves[0].split(separator: " ")
    var clock = words.prefix(3)
    words.removeFirst(3)
    if let zone = words.first, zone.allSatisfy(\.isUppercase) { clock.append(words.removeFirst()) }
    self.line = line
    self.clock = clock.joined(separator: " ")
    action = words.joined(separator: " ")
    expected =
      halves.count < 2
      ? [] : halves[1].split(separator: ",").map { $0.trimmed }.filter { $0 != "-" && !$0.isEmpty }
  }
}

extension StringProtocol {
  var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }

  /// What follows a prefix, trimmed; nil without it.
  func after(_ prefix: String) -> String? { hasPrefix(prefix) ? dropFirst(prefix.count).trimmed : nil }
}

extension Zone {
  /// Reads `Thu 2026-12-24 19:40`, with seconds and, where clocks show it twice, with `CET` or `CEST`.
  func instant(_ clock: String) throws -> Instant {
    let words = clock.split(separator: " ")
    guard words.count >= 3, let date = CivilDate(String(words[1])), let time = CivilTime(clock: words[2])
    else { throw StoryError("no clock: \(clock)") }
    guard Story.Step.weekdays[date.weekday.rawValue - 1] == words[0] else {
      throw StoryError("\(date) is no \(words[0])")
    }
    switch instant(of: CivilDateTime(date: date, time: time)) {
    case .unique(let instant): return instant
    case .gap: throw StoryError("no clock shows \(clock)")
    case .fold(let first, let second):
      guard words.count == 4 else { throw StoryError("\(clock) comes twice: say CEST or CET") }
      return abbreviation(at: first) == words[3] ? first : second
    }
  }

  /// The same in the other direction.
  func clock(_ instant: Instant) -> String {
    let civil = civil(instant)
    return "\(Story.Step.weekdays[civil.date.weekday.rawValue - 1]) \(civil.date) \(civil.time)"
  }
}

extension Instant {
  static let max = Instant(seconds: .max)
}

extension CivilTime {
  /// Reads `09:00` and `09:00:30`.
  init?(clock: some StringProtocol) {
    guard let minute = CivilTime(String(clock.prefix(5))) else { return nil }
    self.init(secondOfDay: minute.secondOfDay + (Int(clock.dropFirst(6)) ?? 0))
  }

  /// Reads `09:00`.
  static func of(_ text: String) throws -> CivilTime {
    guard let time = CivilTime(text) else { throw StoryError("no time: \(text)") }
    return time
  }
}

extension Configuration {
  /// Takes one header line.
  mutating func take(_ key: String, _ value: String, contacts: inout Contacts) throws {
    switch key {
    case "hours": hours = try Expression(value)
    case "zone": zone = try HoursCoreTests.zone(value)
    case "holidays": for date in try dates(value) { holidays.public[date] = "holiday" }
    case "school holidays": for date in try dates(value) { holidays.school[date] = "school holidays" }
    case "evening": evening = try .of(value)
    case "quiet":
      let ends = value.split(separator: "-").map { $0.trimmed }
      quiet =
        value == "none"
        ? Quiet(from: .midnight, to: .midnight) : Quiet(from: try .of(ends[0]), to: try .of(ends[1]))
    case "surcharge": support.surcharge = value
    case "from": mail.from = value
    case "absence":
      let ends = value.components(between: " to ")
      absences.append(
        Exception(
          start: try zone.instant(ends[0]), end: try zone.instant(ends[1]), state: .closed, reason: "absent"))
    default: contacts.add(key, value.split(separator: " "))
    }
    directory = contacts
  }
}

/// Reads `2026-12-25, 2026-12-26`.
private func dates(_ text: String) throws -> [CivilDate] {
  try text.split(separator: ",").map { day in
    guard let date = CivilDate(day.trimmed) else { throw StoryError("no date: \(day)") }
    return date
  }
}

extension StringProtocol {
  func components(between separator: String) -> [String] {
    guard let range = ranges(of: separator).first else { return [String(self)] }
    return [self[..<range.lowerBound].trimmed, self[range.upperBound...].trimmed]
  }
}
