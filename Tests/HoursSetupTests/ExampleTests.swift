// The example of the contract loads whole, nothing in it is passed over, and without it the defaults hold.

import Civil
import HoursCore
import OpeningHours
import Testing

@testable import HoursSetup

@Suite struct ExampleTests {
  /// protocol.md's, word for word.
  static let example = #"""
    timezone = "Europe/Moscow"            # default: the system's; `init` writes it down
    hours    = "Mo-Fr 09:00-13:00,14:00-18:00; PH off"
    evening  = "19:00"
    quiet    = "21:30-09:00"
    language = "ru"
    phone_region = "RU"                   # for numbers written without +

    [holidays]
    country   = "RU"                      # or calendars = ["ru.ics"]; an error if `hours` never says PH

    [absence]
    calendars = ["vacation.ics"]          # always closed, timed events too

    [support]
    surcharge = "+100 %"                  # said to clients as it stands; without it none is offered
    emergency = "site down or hacked: call +7 916 000-00-00 at any time"
    signature = "Ann, Example Web Studio"

    [critical]
    phrases = ["касса не *"]              # added to the built-in rules

    [mail]
    from    = "Ann <ann@example.org>"
    command = ["msmtp", "-t"]             # any sendmail; the message on its standard input

    [[client]]
    name     = "Acme GmbH"                # id = "acme" (default: the name)
    phones   = ["+49 30 1234567", "+49 30 99 *"]
    email    = "it@acme.example"
    contract = "24x7"                     # default: standard
    language = "en"

    [[personal]]
    name   = "School"
    phones = ["8 (495) 123-45-67"]
    always = true
    """#

  static let calendars = [
    "/data/holidays/RU.ics": calendar(
      """
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20270101
      DTEND;VALUE=DATE:20270109
      SUMMARY:Новогодние каникулы
      END:VEVENT
      """),
    "vacation.ics": calendar(
      """
      BEGIN:VEVENT
      DTSTART:20261201T090000
      DTEND:20261201T120000
      SUMMARY:dentist
      END:VEVENT
      """),
  ]

  @Test func example() throws {
    let sources = sources(Self.example, calendars: Self.calendars)
    let (configuration, warnings) = try sources.configuration(zones: systemZones, at: noon)
    #expect(warnings.isEmpty)
    #expect(configuration.zone.name == "Europe/Moscow")
    #expect(configuration.hours.description == "Mo-Fr 09:00-13:00,14:00-18:00; PH off")
    #expect(configuration.evening == CivilTime("19:00"))
    #expect(
      configuration.quiet == Quiet(from: CivilTime(hour: 21, minute: 30), to: CivilTime(hour: 9, minute: 0)))
    #expect(configuration.language == "ru")
    #expect(
      configuration.holidays.public.map { "\($0.key) \($0.value)" }.sorted()
        == (1...8).map { "2027-01-0\($0) Новогодние каникулы" })
    #expect(configuration.holidays.school.isEmpty)
    #expect(
      configuration.absences.map { "\($0.start) \($0.end) \($0.state) \($0.reason ?? "")" }
        == ["2026-12-01T06:00:00Z 2026-12-01T09:00:00Z closed dentist"])
    #expect(
      configuration.support
        == Support(
          surcharge: "+100 %", emergency: "site down or hacked: call +7 916 000-00-00 at any time",
          signature: "Ann, Example Web Studio"))
    #expect(configuration.criticalPhrases.texts == ["касса не *"])
    #expect(configuration.mail == Mail(from: "Ann <ann@example.org>", command: ["msmtp", "-t"]))
    #expect(
      configuration.directory.caller(number: "+49 30 99 12 34", name: nil)
        == Caller(
          class: .client, id: "Acme GmbH", name: "Acme GmbH", number: "+4930991234",
          numberType: .landline, contract: .aroundTheClock, language: "en", email: "it@acme.example"))
    #expect(
      configuration.directory.caller(number: "+74951234567", name: nil)
        == Caller(
          class: .personal, id: "School", name: "School", number: "+74951234567",
          numberType: .landline, language: "ru", always: true))
  }

  /// No file, and a file that says nothing.
  @Test(arguments: [nil, "", "# nothing yet\n"])
  func defaults(_ text: String?) throws {
    let (configuration, warnings) = try sources(text).configuration(zones: systemZones, at: noon)
    #expect(warnings.isEmpty)
    #expect(configuration.zone.name == "Europe/Berlin")
    #expect(configuration.hours.description == "Mo-Fr 09:00-18:00")
    #expect(configuration.evening == CivilTime("19:00"))
    #expect(
      configuration.quiet == Quiet(from: CivilTime(hour: 21, minute: 30), to: CivilTime(hour: 9, minute: 0)))
    #expect(configuration.language == "en")
    #expect(configuration.absences.isEmpty && configuration.holidays == Holidays())
    #expect(configuration.support == Support() && configuration.mail == Mail())
    #expect(configuration.criticalPhrases.texts.isEmpty)
    #expect(configuration.directory.caller(number: "030 1", name: "Ann").class == .unknown)
  }

  @Test func quietUntilMidnightAndNone() throws {
    let late = try configuration("quiet = \"22:00-24:00\"").quiet
    #expect(late.contains(CivilTime(hour: 23, minute: 59)) && !late.contains(.midnight))
    let none = try configuration("quiet = \"09:00-09:00\"").quiet
    #expect(!none.contains(CivilTime(hour: 9, minute: 0)) && !none.contains(.midnight))
  }
}
