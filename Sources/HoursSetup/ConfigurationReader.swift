// From the files' contents to a configuration: pure, so that the last accepted one can be made again at any time.

import Civil
import HoursCore
import OpeningHours

extension Sources {
  /// The configuration that the files describe, or everything that is wrong with them.
  ///
  /// Calendars are spread out over some years around `now` (see ``SetupLimits``).
  public func configuration(
    zones: ZoneLoader, at now: Instant
  ) throws(SetupErrors) -> (configuration: Configuration, warnings: [SetupWarning]) {
    let report = Report(file: path)
    let document: TomlValue
    do {
      document = try TomlValue.document(text ?? "")
    } catch {
      throw SetupErrors([syntaxError(error)])
    }
    var reader = ConfigurationReader(sources: self, zones: zones, now: now, report: report)
    let configuration = reader.read(document)
    try report.check()
    guard let configuration else { throw SetupErrors(report.errors) }
    return (configuration, report.warnings)
  }
}

extension Sources {
  private func syntaxError(_ error: TomlError) -> SetupError {
    var place = error.position
    let line = (text ?? "").rest(at: Position(line: place.line, column: 1))
    let letters = line.unicodeScalars
    let problem = SyntaxProblem(
      error.message, at: String(String.UnicodeScalarView(letters.dropFirst(place.column - 1))))
    // toml++ points at the second value.
    let before = String(String.UnicodeScalarView(letters.prefix(place.column - 1)))
    if case .keyTwice(let name) = problem, let key = before.ranges(of: name).last {
      place.column = before.unicodeScalars.distance(from: before.startIndex, to: key.lowerBound) + 1
    }
    return SetupError(file: path, line: place.line, column: place.column, problem: .syntax(problem))
  }
}

/// Reads config.toml section by section; what is wrong goes to the report, and reading goes on.
struct ConfigurationReader {
  let sources: Sources
  let zones: ZoneLoader
  let now: Instant
  let report: Report

  /// The hours of somebody who has written nothing down.
  static let defaultHours = "Mo-Fr 09:00-18:00"

  mutating func read(_ document: TomlValue) -> Configuration? {
    guard var table = TableReader(document, name: "", report: report) else { return nil }
    let zone = zone(&table)
    let hours = hours(&table)
    let language = languageTag(&table) ?? "en"
    let region = phoneRegion(&table)
    let phones = PhoneNumbers(region: region?.value)
    let times = EveningAndQuiet(&table)
    let section = CalendarsSection(&table, sources: sources)
    let support = support(&table)
    let mail = mail(&table)
    let phrases = criticalPhrases(&table)
    var contacts = ContactsReader(phones: phones, language: language, report: report)
    contacts.read(&table)
    if let region, contacts.contacts.hasNumbers, !phones.isKnownRegion {
      table.error(.notARegion(region.value, nearest: nil), "phone_region", at: region.position)
    }
    table.finish()
    if let hours { checkHolidays(hours.value, section, at: hours.position) }
    // With a zone that is wrong calendars are read all the same, for their errors; what is odd may be so in that zone only.
    report.takesWarnings = zone != nil
    let calendars = CalendarReader(
      sources: sources, zones: zones, office: zone ?? .utc, now: now, report: report)
    let (holidays, ends) = calendars.holidays(section)
    let absences = calendars.absences(section)
    guard let hours, let zone else { return nil }
    if Schedule(hours.value, zone: zone, holidays: holidays).nextOpening(atOrAfter: now) == nil {
      report.warn(.neverOpen, key: "hours", at: hours.position)
    }
    return Configuration(
      zone: zone, hours: hours.value, holidays: holidays, calendarEnds: ends, absences: absences,
      evening: times.evening, quiet: times.quiet, language: language, support: support, mail: mail,
      criticalPhrases: phrases, directory: contacts.contacts)
  }

  private func zone(_ table: inout TableReader) -> Zone? {
    guard let name = table.string("timezone", example: "\"Europe/Berlin\"", limit: SetupLimits.nameBytes)
    else {
      return table.has("timezone") ? nil : systemZone()
    }
    return zone(name.value, at: name.position) { try zones.zone(name.value) }
  }

  private func systemZone() -> Zone? {
    let system = sources.systemZone
    if let ignored = system.ignored { report.warn(.zoneIgnored(ignored, used: system.name), key: "timezone") }
    return zone(system.name, at: nil) {
      guard let data = system.data else { return try zones.zone(system.name) }
      return try Zone(name: system.name, tzif: data)
    }
  }

  private func zone(_ name: String, at position: Position?, _ load: () throws -> Zone) -> Zone? {
    do {
      return try load()
    } catch ZoneProblem.broken(let error) {
      report.error(.brokenZone(error.description), key: "timezone", at: position)
    } catch let error as ZoneError {
      report.error(.brokenZone(error.description), key: "timezone", at: position)
    } catch {
      report.error(.noSuchZone(name, nearest: zones.nearestName(to: name)), key: "timezone", at: position)
    }
    return nil
  }

  private func hours(_ table: inout TableReader) -> Located<Expression>? {
    let written = table.string("hours", example: "\"\(Self.defaultHours)\"", mayBreak: true)
    guard written != nil || !table.has("hours") else { return nil }
    let position = written?.position ?? table.position
    do {
      let (expression, warnings) = try Expression.parse(written?.value ?? Self.defaultHours)
      for warning in warnings {
        report.warn(.hours(warning), key: "hours", at: written.map { place($0, warning.offset) })
      }
      return Located(value: expression, position: position)
    } catch {
      report.error(.hours(error), key: "hours", at: written.map { place($0, error.offset) })
      return nil
    }
  }

  private func place(_ string: Located<String>, _ offset: Int) -> Position {
    string.position.inside(string.value, offset: offset, of: sources.text ?? "")
  }

  private func phoneRegion(_ table: inout TableReader) -> Located<String>? {
    guard let region = table.string("phone_region", example: "\"DE\"", limit: SetupLimits.nameBytes) else {
      return nil
    }
    // libphonenumber's tables are loaded only when there is a number to read; until then the form must do.
    let isCode = region.value.utf8.count == 2 && region.value.utf8.allSatisfy { (65...90).contains($0) }
    if isCode { return region }
    let upper = region.value.uppercased()
    let guess = upper != region.value && upper.utf8.count == 2 ? upper : nil
    table.error(.notARegion(region.value, nearest: guess), "phone_region", at: region.position)
    return nil
  }

  private func support(_ table: inout TableReader) -> Support {
    guard var table = table.table("support") else { return Support() }
    defer { table.finish() }
    return Support(
      surcharge: table.string("surcharge", example: "\"+100 %\"")?.value,
      emergency: table.string("emergency", example: "\"site down: call +49 30 1234567\"", mayBreak: true)?
        .value,
      signature: table.string("signature", example: "\"Ann, Example Web Studio\"", mayBreak: true)?.value)
  }

  private func mail(_ table: inout TableReader) -> Mail {
    guard var table = table.table("mail") else { return Mail() }
    defer { table.finish() }
    let from = table.string("from", example: "\"Ann <ann@example.org>\"", limit: SetupLimits.nameBytes)
    if let from {
      do { _ = try Mailbox(from.value) } catch {
        table.error(.notAMailbox(from.value, error), "from", at: from.position)
      }
    }
    let command = table.strings(
      "command", example: "[\"msmtp\", \"-t\"]", count: 64, of: "arguments", mayBeEmpty: false)
    return Mail(from: from?.value, command: command?.map(\.value) ?? [])
  }

  private func criticalPhrases(_ table: inout TableReader) -> [String] {
    guard var table = table.table("critical") else { return [] }
    defer { table.finish() }
    let phrases = table.strings("phrases", example: "[\"checkout is down\"]", count: 1000, of: "phrases")
    return phrases?.map(\.value) ?? []
  }

  /// Holidays that nobody asks for are a mistake with consequences; the `PH off` or `SH off` that many write by habit may
  /// be meant for no day.
  private func checkHolidays(_ hours: Expression, _ section: CalendarsSection, at hoursPosition: Position) {
    let position = section.holidaysPosition
    let hasPublic = section.country != nil || !section.holidays.isEmpty
    if hasPublic, !hours.usesPublicHolidays {
      report.error(.holidaysUnused(word: "PH"), key: "holidays", at: position)
    }
    if !section.school.isEmpty, !hours.usesSchoolHolidays {
      report.error(.holidaysUnused(word: "SH"), key: "holidays.school", at: section.school.first?.position)
    }
    if !hasPublic, hours.usesPublicHolidays {
      report.warn(.noPublicHolidays, key: "hours", at: hoursPosition)
    }
    if section.school.isEmpty, hours.usesSchoolHolidays {
      report.warn(.noSchoolHolidays, key: "hours", at: hoursPosition)
    }
  }
}
