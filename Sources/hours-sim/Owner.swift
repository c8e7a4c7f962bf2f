// The owner's files in the simulated world: a configuration, an address book, and how both change.

import Civil
import Glibc
import HoursCore
import OpeningHours

/// Contacts whose telephone shows their id.
struct Book: Directory {
  var callers: [Caller]

  static let everybody = Book(callers: [
    Caller(
      class: .client, id: "acme", name: "Acme", number: "acme", contract: .standard, language: "en",
      email: "it@acme.example"),
    Caller(class: .client, id: "bob", name: "Bob", number: "bob", contract: .aroundTheClock, language: "en"),
    Caller(class: .client, id: "carla", name: "Carla", number: "carla", contract: .standard, language: "en"),
    Caller(class: .personal, id: "boris", name: "Boris", number: "boris", language: "en"),
    Caller(class: .personal, id: "school", name: "School", number: "school", language: "en", always: true),
  ])

  var contacts: [Contact] { callers.compactMap(Contact.init) }

  func caller(number: String?, name: String?) -> Caller {
    callers.first { $0.id == number ?? name }
      ?? Caller(class: .unknown, name: name, number: number, language: "en")
  }

  func isSame(as other: any Directory) -> Bool { (other as? Book)?.callers == callers }
}

/// What the owner has written down.
struct Owner {
  private var book = Book.everybody
  private(set) var configuration: Configuration

  init(_ life: Life) {
    configuration = Configuration(zone: Self.zones[life.initialZone], hours: Self.hours[life.initialHours])
    configuration.support.surcharge = "+100 %"
    configuration.mail = Mail(from: "Ann <ann@example.org>", command: ["msmtp", "-t"])
    configuration.holidays.public = Self.holidays
    configuration.directory = book
  }

  mutating func make(_ change: Change, at now: Instant) {
    switch change {
    case .hours(let index): configuration.hours = Self.hours[index]
    case .zone(let index): configuration.zone = Self.zones[index]
    case .rules(let index):
      // One more than there are: the database's own again.
      let name = configuration.zone.name
      guard let own = Life.zones.firstIndex(of: name) else { preconditionFailure(name) }
      configuration.zone =
        index < Life.rules.count ? Self.zone(name, rule: Life.rules[index]) : Self.zones[own]
    case .absence(let days, let length):
      let first = configuration.zone.civil(now).date.adding(days: days)
      func midnight(_ date: CivilDate) -> Instant {
        configuration.zone.first(of: CivilDateTime(date: date, time: .midnight))
      }
      configuration.absences = [
        Exception(
          start: midnight(first), end: midnight(first.adding(days: length)), state: .closed, reason: "away")
      ]
    case .contract(let id, let contract):
      for index in book.callers.indices where book.callers[index].id == id {
        book.callers[index].contract = contract
      }
    case .quiet(let index): configuration.quiet = Self.quiets[index]
    case .leaves(let id): book.callers.removeAll { $0.id == id }
    case .returns: book = .everybody
    }
    configuration.directory = book
  }

  private static let hours = Life.hours.map { text in
    do { return try Expression(text) } catch { preconditionFailure("\(text): \(error)") }
  }

  private static let quiets = Life.quiets.map { from, to in
    guard let from = CivilTime(from), let to = CivilTime(to) else { preconditionFailure("quiet") }
    return Quiet(from: from, to: to)
  }

  private static let zones = Life.zones.map { name in
    do { return try Zone(name: name, tzif: read("/usr/share/zoneinfo/\(name)")) } catch {
      preconditionFailure("\(name): \(error)")
    }
  }

  /// A zone's file that lists nothing and has a rule, as RFC 9636 lays it out.
  private static func zone(_ name: String, rule: String) -> Zone {
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15 + 16) + [0, 0, 0, 1, 0, 0, 0, 4]
    let type: [UInt8] = [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
    let file = header + type + header + type + Array("\n\(rule)\n".utf8)
    do { return try Zone(name: name, tzif: file) } catch { preconditionFailure("\(rule): \(error)") }
  }

  /// Two weeks round the turn of the year, and a holiday in each month.
  private static let holidays: [CivilDate: String] = {
    var days: [CivilDate: String] = [:]
    for year in 2025...2040 {
      for month in 1...12 { days[CivilDate(year: year, month: month, day: 1 + month * 2)!] = "holiday" }
      for (month, day) in [(12, 25), (12, 26), (1, 1)] {
        days[CivilDate(year: year, month: month, day: day)!] = "holiday"
      }
    }
    return days
  }()

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else {
      preconditionFailure("\(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return bytes
  }
}
