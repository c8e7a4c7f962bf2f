// The file that `init` writes: every key of the design is in it, and whatever was answered it is what was meant.

import Foundation
import HoursCore
import OpeningHours
import Testing

@testable import HoursSetup

private func new(_ hours: String = "Mo-Fr 09:00-18:00") throws -> NewConfiguration {
  NewConfiguration(hours: try Expression(hours))
}

/// With the # before every key taken away.
private func switchedOn(_ text: String) -> String {
  text.replacing(/(?m)^#(?=\[|[\w-]+ = )/, with: "")
}

@Suite struct NewConfigurationTests {
  static let calendars = ["company.ics", "school.ics", "vacation.ics"].map {
    ($0, calendar("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270104\nRRULE:FREQ=YEARLY\nSUMMARY:\($0)\nEND:VEVENT"))
  }

  /// What an owner's answer may hold, and what TOML would make of it.
  @Test(arguments: [
    "plain", "\"quoted\"", "it's", "both ' and \"", "back\\slash", "\\u0041", "tab\tbed", "врач 医者 🙂",
    "# no comment",
    "'''", "\"\"\"", "a = 1", "[support]", "ends with \\", "\u{7F}", "{when}", "C:\\Users\\ann's",
  ])
  func everyTextIsWrittenAsItWas(_ text: String) throws {
    let document = try TomlValue.document("key = \(tomlText(text))\n")
    guard case .table(let entries) = document.content, case .string(let read) = entries[0].value.content
    else {
      throw CocoaError(.coderReadCorrupt)
    }
    #expect(read == text && entries.count == 1)
  }

  @Test func answersAreWhatIsRead() throws {
    var new = try new(#"Mo-Fr 09:00-18:00; Sa 10:00-12:00 "by \appointment""#)
    new.timezone = "Europe/Berlin"
    new.emergency = #"Say "fire" \ or 'water'"#
    new.phoneRegion = "DE"
    new.client = .init(name: "A \"B\" & C's", phones: ["030 1234567", "+49 171 5550100"])
    #expect(said(sources(new.text)) == [])
    let read = try configuration(new.text)
    #expect(read.hours == new.hours && read.zone.name == "Europe/Berlin")
    #expect(read.support.emergency == new.emergency && read.support.surcharge == nil)
    #expect(read.directory.caller(number: "+49 30 1234567", name: nil).name == "A \"B\" & C's")
  }

  @Test func nothingAnswered() throws {
    let text = try new().text
    #expect(said(sources(text)) == [])
    #expect(try configuration(text).zone.name == "Europe/Berlin", "the system's")
    #expect(!text.contains(/(?m)^\w+ = (?!"Mo-Fr 09:00-18:00")/))
  }

  /// Holidays are of use only to hours that ask for them.
  @Test(arguments: [
    ("Mo-Fr 09:00-18:00", "Mo-Fr 09:00-18:00; PH off"), ("Mo-Fr 09:00-18:00; PH 10:00-12:00", ""),
    (
      "Mo-Fr 09:00-12:00 || \"call\"",
      "Mo-Fr 09:00-12:00 || unknown \"call\"; PH off"
    ),
    ("24/7", "24/7; PH off"),
  ])
  func holidaysAreAskedFor(_ hours: String, _ written: String) throws {
    var new = try new(hours)
    new.country = "DE"
    let line = try #require(new.text.split(separator: "\n").first { $0.hasPrefix("hours = ") })
    #expect(line == "hours = \(tomlText(written.isEmpty ? hours : written))")
    let calendars = ["/data/holidays/DE.ics": Self.calendars[0].1]
    #expect(said(sources(new.text, calendars: calendars)) == [])
  }

  /// Taking the # away is all that it takes.
  @Test func everyKeyCanBeSwitchedOn() throws {
    var new = try new("Mo-Fr 09:00-18:00; SH 10:00-12:00")
    new.country = "DE"
    var calendars = Dictionary(uniqueKeysWithValues: Self.calendars)
    calendars["/data/holidays/DE.ics"] = Self.calendars[0].1
    let text = switchedOn(new.text)
    let home = try Folder([".contacts/ann.vcf": card("FN:Ann\nCATEGORIES:Clients,Friends,Family")])
    var sources = sources(text, calendars: calendars)
    sources.home = home.path
    sources.readCards()
    #expect(said(sources) == [])
    let read = try sources.configuration(zones: systemZones, at: noon).configuration
    #expect(read.directory.caller(number: nil, name: "Ann").class == .client)
    #expect(read.support.surcharge == "+100 %" && read.mail.command == ["msmtp", "-t"])
    #expect(read.directory.caller(number: nil, name: "acme").contract == .aroundTheClock)
    #expect(read.directory.caller(number: nil, name: "School").always)
  }

  /// The keys of protocol.md's example, table by table.
  @Test func everyKeyOfTheDesignIsThere() throws {
    let page = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "contrib/doc/protocol.md"), encoding: .utf8)
    let example = try #require(
      page.components(separatedBy: "```toml\n").dropFirst().first?.components(separatedBy: "```").first)
    #expect(try keys(of: example).isSubset(of: keys(of: switchedOn(new().text))))
    #expect(keys(of: example).count > 20)
  }

  private func keys(of text: String) -> Set<String> {
    var keys: Set<String> = []
    var table = ""
    for line in text.split(separator: "\n") {
      if let header = line.firstMatch(of: /^\[+([\w.]+)\]+/) { table = "\(header.1)." }
      if let key = line.firstMatch(of: /^([\w-]+) *=/) { keys.insert(table + key.1) }
    }
    return keys
  }

  /// It is read in a terminal.
  @Test func linesAreShort() throws {
    for line in try new().text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  /// The zone or the locale -> the country.
  @Test(arguments: [
    ("Europe/Berlin", "", "DE"), ("Europe/Berlin", "en_US.UTF-8", "DE"), ("Asia/Tokyo", "C.UTF-8", "JP"),
    ("America/New_York", "", "US"), ("UTC", "de_AT.UTF-8", "AT"), ("UTC", "de_CH@euro", "CH"),
    ("UTC", "C", "-"),
    ("UTC", "en", "-"), ("Etc/GMT-3", "POSIX", "-"),
  ])
  func theCountryIsGuessed(_ zone: String, _ locale: String, _ country: String) {
    let surroundings = Surroundings(
      environment: ["TZ": zone, "LANG": locale], data: "/nowhere", zones: systemZones)
    #expect(surroundings.zone == zone)
    #expect(surroundings.country(of: zone) ?? "-" == country)
  }
}
