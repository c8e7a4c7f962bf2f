// Published hours: the text, the expression, and JSON-LD, which is read back by rules of its own and must say the same as
// the office in every quarter of an hour.

import Civil
import Foundation
import OpeningHours
import Testing

@testable import HoursCore

private func office(
  _ hours: String, in name: String = "Europe/Berlin", _ change: (inout Configuration) -> Void = { _ in }
)
  throws -> Office
{
  var configuration = Configuration(zone: try zone(name), hours: try Expression(hours))
  configuration.support = Support(emergency: "SOS: +49 30 1", signature: "Ann\nBerlin")
  change(&configuration)
  return Office(configuration, at: try configuration.zone.instant("Mon 2026-11-23 10:00"))
}

extension Office {
  fileprivate func published(
    _ language: String?, _ form: HoursForm, at clock: String = "Mon 2026-11-23 10:00"
  ) throws
    -> PublishedHours
  {
    var office = self
    let request = Request.supportHours(language: language, form)
    let decision = try office.decide(request, at: try zone.instant(clock), archive: MemoryArchive())
    guard case .supportHours(let hours) = decision.reply, decision.events.isEmpty else {
      throw StoryError("no hours")
    }
    return hours
  }
}

@Suite struct PublishingTests {
  @Test(arguments: [
    (
      "en",
      """
      Support hours: Monday to Friday 9:00-18:00.
      SOS: +49 30 1
      Critical is what cannot wait: the site or shop is down for visitors or shows something that is not yours, \
      nobody can pay, book or log in, data has leaked or vanished.
      """
    ),
    (
      "ru",
      """
      Часы поддержки: понедельник-пятница, 9:00-18:00.
      SOS: +49 30 1
      Неотложное - это то, что не может ждать: сайт или магазин не открывается у посетителей или показывает чужое, \
      никто не может оплатить, записаться или войти, данные утекли или пропали.
      """
    ),
  ])
  func text(_ language: String, _ expected: String) throws {
    guard case .text(let text) = try office("Mo-Fr 9-18").published(language, .text) else {
      throw StoryError("no text")
    }
    #expect(text == expected)
    let owners = try office("Mo-Fr 9-18") { $0.language = language }
    guard case .text(let own) = try owners.published(nil, .text) else { throw StoryError("no text") }
    #expect(own == expected)
  }

  /// What counts as critical helps nobody who cannot be reached.
  @Test func withoutAnEmergency() throws {
    let office = try office("Mo-Fr 9-18") { $0.support = Support(surcharge: "+100 %") }
    guard case .text(let text) = try office.published("en", .text) else { throw StoryError("no text") }
    #expect(text == "Support hours: Monday to Friday 9:00-18:00.")
  }

  @Test func theExpressionIsCanonical() throws {
    guard case .openingHours(let hours) = try office("Mon-Fri 9-18; ph closed").published(nil, .openingHours)
    else {
      throw StoryError("no hours")
    }
    #expect(hours == "Mo-Fr 09:00-18:00; PH off")
  }

  @Test func aLanguageWithoutWords() throws {
    let office = try office("Mo-Fr 9-18") { $0.scripts.take(.english, for: "de-AT") }
    #expect(throws: Refusal.noWords(language: "fr", known: ["de-at", "en", "ru"])) {
      try office.published("fr", .text)
    }
    #expect(throws: Never.self) { try office.published("de-at", .text) }
    #expect(throws: Never.self) { try office.published("en-GB", .jsonLD) }
  }

  @Test func theDocument() throws {
    let office = try office("Mo-Fr 09:00-13:00,14:00-18:00; Fr 14:00-02:00; Sa 00:00-24:00; PH off") {
      $0.holidays.public = [
        CivilDate(dayNumber: 20_812): "Christmas", CivilDate(dayNumber: 20_813): "Boxing Day",
      ]
      // 30 November and 1 December from noon to noon.
      $0.absences = [
        Exception(
          start: Instant(seconds: 1_796_036_400), end: Instant(seconds: 1_796_122_800), state: .closed,
          reason: "flu")
      ]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard case .jsonLD(let hours) = try office.published(nil, .jsonLD) else { throw StoryError("no hours") }
    let written = String(decoding: try encoder.encode(hours), as: UTF8.self)
    func day(_ names: String...) -> String {
      names.map { "\"https://schema.org/\($0)\"" }.joined(separator: ",")
    }
    let type = #""@type":"OpeningHoursSpecification""#
    #expect(
      written == #"""
        {"@context":"https://schema.org","@type":"LocalBusiness","name":"Ann","openingHoursSpecification":[\#
        {\#(type),"closes":"13:00","dayOfWeek":[\#(day("Monday", "Tuesday", "Wednesday", "Thursday"))],"opens":"09:00"},\#
        {\#(type),"closes":"18:00","dayOfWeek":[\#(day("Monday", "Tuesday", "Wednesday", "Thursday"))],"opens":"14:00"},\#
        {\#(type),"closes":"00:00","dayOfWeek":[\#(day("Friday"))],"opens":"14:00"},\#
        {\#(type),"closes":"23:59","dayOfWeek":[\#(day("Saturday"))],"opens":"00:00"}],\#
        "specialOpeningHoursSpecification":[\#
        {\#(type),"closes":"12:00","opens":"09:00","validFrom":"2026-11-30","validThrough":"2026-11-30"},\#
        {\#(type),"closes":"13:00","opens":"12:00","validFrom":"2026-12-01","validThrough":"2026-12-01"},\#
        {\#(type),"closes":"18:00","opens":"14:00","validFrom":"2026-12-01","validThrough":"2026-12-01"},\#
        {\#(type),"closes":"00:00","opens":"00:00","validFrom":"2026-12-25","validThrough":"2026-12-26"}]}
        """#)
  }

  /// Each with Christmas, Boxing Day and a New Year's Day, a vacation, a sick afternoon, and overrides both ways.
  @Test(arguments: [
    "Mo-Fr 09:00-13:00,14:00-18:00; PH off", "Mo-Fr 09:00-18:00; PH 10:00-12:00; SH 09:00-11:00",
    "24/7; PH off",
    "24/7", "Mo-Fr 08:15-17:45; Dec 24,31 off; PH off", "Sa,Su 10:00-14:00",
    "Apr-Sep Mo-Fr 08:00-16:00; Oct-Mar Mo-Fr 09:00-17:00; PH off",
    "week 01-53/2 Mo-Fr 10:00-12:00; Th[1] 14:00-16:00",
    "Mo-Fr 09:00-24:00; PH off", "off", "2028 Mo-Fr 09:00-18:00", "Mo-Fr 09:00-18:00 || unknown \"call\"",
    // No day of these is one on which clocks are moved.
    "Mo-Th 20:00-01:30; PH off", "Mo-Th 20:00-03:00; Fr 22:00-06:00",
  ])
  func theDocumentSaysWhatTheOfficeDoes(_ hours: String) throws {
    let zone = try zone("Europe/Berlin")
    var memory = Memory()
    for (id, state, from, until) in [
      (1, OfficeState.open, "Sat 2027-02-06 10:00", "Sat 2027-02-06 14:30"),
      (2, .closed, "Tue 2027-05-11 12:00", "Thu 2027-05-13 12:00"),
      (3, .open, "Fri 2027-06-11 22:00", "Sun 2027-06-13 12:00"),
    ] {
      memory.overrides.take(
        Override(
          id: Int64(id), state: state, from: try zone.instant(from), until: try zone.instant(until),
          reason: nil,
          madeAt: Instant(seconds: 0)), .made)
    }
    var configuration = Configuration(zone: zone, hours: try Expression(hours))
    for day in [20_812, 20_813, 20_819] {
      configuration.holidays.public[CivilDate(dayNumber: day)] = "day \(day)"
    }
    for day in 20_900..<20_914 { configuration.holidays.school[CivilDate(dayNumber: day)] = "Easter" }
    configuration.absences = [
      Exception(
        start: try zone.instant("Mon 2027-08-02 00:00"), end: try zone.instant("Mon 2027-08-23 00:00"),
        state: .closed),
      Exception(
        start: try zone.instant("Wed 2026-12-02 13:15"), end: try zone.instant("Wed 2026-12-02 23:00"),
        state: .closed),
    ]
    let start = try zone.instant("Mon 2026-11-23 00:00")
    let office = Office(configuration, memory: memory, at: start)
    guard case .jsonLD(let hours) = try office.published(nil, .jsonLD, at: "Mon 2026-11-23 10:00") else {
      throw StoryError("no hours")
    }
    let reader = SchemaReader(try JSONSerialization.jsonObject(with: JSONEncoder().encode(hours)))
    var compared = 0
    var differing: [String] = []
    for quarter in 0..<Int64(366 * 96) {
      let instant = start + quarter * 900
      compared += 1
      if reader.isOpen(zone.civil(instant)) != office.plan.isOpen(at: instant) {
        differing.append("\(zone.civil(instant))")
      }
    }
    #expect(compared == 35_136 && differing.isEmpty, "\(differing.prefix(5))")
  }
}

/// Reads the document as schema.org and search engines describe it, from its JSON alone.
private struct SchemaReader {
  private var weekly: [String: [Range<Int>]] = [:]
  private var special: [(from: String, through: String, minutes: Range<Int>?)] = []

  init(_ document: Any) {
    let business = document as? [String: Any] ?? [:]
    let texts = { (value: Any?) in value as? String ?? "" }
    #expect(
      texts(business["@context"]) == "https://schema.org" && texts(business["@type"]) == "LocalBusiness")
    for entry in business["openingHoursSpecification"] as? [[String: Any]] ?? [] {
      let minutes = Self.minutes(texts(entry["opens"]), texts(entry["closes"]))
      for day in entry["dayOfWeek"] as? [String] ?? [] { weekly[day, default: []].append(minutes ?? 0..<0) }
    }
    for entry in business["specialOpeningHoursSpecification"] as? [[String: Any]] ?? [] {
      let (from, through) = (texts(entry["validFrom"]), texts(entry["validThrough"]))
      special.append((from, through, Self.minutes(texts(entry["opens"]), texts(entry["closes"]))))
    }
  }

  /// Nil is closed. What closes before it opens closes on the next day.
  private static func minutes(_ opens: String, _ closes: String) -> Range<Int>? {
    let minutes = [opens, closes].map { text in
      text.split(separator: ":").compactMap { Int($0) }.reduce(0) { $0 * 60 + $1 }
    }
    if opens == "00:00", closes == "00:00" { return nil }
    if opens == "00:00", closes == "23:59" { return 0..<1440 }
    return minutes[0]..<(minutes[1] < minutes[0] ? minutes[1] + 1440 : minutes[1])
  }

  private func minutes(on date: CivilDate) -> [Range<Int>] {
    let day = date.description
    // Dates so written compare as they follow each other.
    let own = special.filter { $0.from <= day && day <= $0.through }
    if !own.isEmpty { return own.compactMap(\.minutes) }
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return weekly["https://schema.org/\(names[date.weekday.rawValue - 1])"] ?? []
  }

  func isOpen(_ civil: CivilDateTime) -> Bool {
    let minute = civil.time.secondOfDay / 60
    return minutes(on: civil.date).contains { $0.contains(minute) }
      || minutes(on: civil.date.adding(days: -1)).contains { $0.contains(minute + 1440) }
  }
}
