// The words for callers: templates, spelled times, and that no caller meets an empty sentence.

import Civil
import OpeningHours
import Testing

@testable import HoursCore

@Suite struct ScriptTests {
  @Test(arguments: [
    ("Ring back {when}.", "Ring back tonight."),
    ("Closed.\nI will ring {when}.", "Closed. I will ring tonight."),
    ("Closed.\nIt costs {surcharge}.", "Closed."),
    ("It costs {surcharge} {when}.", "It costs  tonight."),
    ("No names at all.", "No names at all."),
    ("An open { brace", "An open { brace"),
    ("{unknown}", ""),
    ("", ""),
  ]) func templatesAreFilled(template: String, text: String) {
    #expect(Script.fill(template, ["when": "tonight", "surcharge": ""]) == text)
  }

  @Test(arguments: [
    ("Mon 2026-11-23 08:00", "Mon 2026-11-23 09:00", "today at 9:00"),
    ("Mon 2026-11-23 08:00", "Mon 2026-11-23 17:59", "today at 17:59"),
    ("Mon 2026-11-23 08:00", "Mon 2026-11-23 18:00", "tonight at 18:00"),
    ("Mon 2026-11-23 19:40", "Tue 2026-11-24 09:00", "tomorrow, Tuesday 24 November, at 9:00"),
    ("Mon 2026-11-23 23:59:59", "Tue 2026-11-24 00:05", "tomorrow, Tuesday 24 November, at 0:05"),
    ("Thu 2026-12-24 19:40", "Mon 2026-12-28 09:30", "on Monday 28 December at 9:30"),
    ("Thu 2026-12-31 19:40", "Fri 2027-01-01 09:00", "tomorrow, Friday 1 January, at 9:00"),
  ]) func timesAreSpelledOut(now: String, then: String, words: String) throws {
    let zone = try zone("Europe/Berlin")
    let spelled = Script.english.calendar.spell(
      try zone.instant(then), seenFrom: try zone.instant(now), in: zone)
    #expect(spelled == words)
  }

  @Test func everyRowHasWords() {
    #expect(Set(Script.english.words.keys) == Set(Reason.allCases))
  }

  @Test(arguments: [("de", "en"), ("en-GB", "en"), ("EN_us", "en"), ("", "en")])
  func languagesFallBack(tag: String, primary: String) {
    #expect(Script.of(tag).questions == Script.all[primary]?.questions)
  }

  /// Whatever the facts, there is something to say, and no auto-reply is empty or half a sentence.
  @Test(arguments: DecisionTableTests.everything) func nobodyMeetsAnEmptySentence(_ facts: Facts) throws {
    for clock in Self.clocks(of: facts.office) {
      var configuration = Configuration(
        zone: try zone("Europe/Berlin"), hours: try Expression("Mo-Fr 09:00-13:00,14:00-18:00"))
      configuration.support.surcharge = facts.trouble == .surcharged ? "+100 %" : nil
      var contacts = Contacts()
      contacts.add("caller", Self.words(of: facts.caller))
      configuration.directory = contacts
      let now = try configuration.zone.instant(clock)
      var office = Office(configuration, at: now)
      var incoming = Incoming()
      incoming.from = facts.caller == .unknown ? "+493055" : "caller"
      incoming.missed = facts.ring == .missed
      incoming.severity =
        facts.trouble == .critical ? .critical : facts.trouble == .untriaged ? nil : .normal
      incoming.surcharge = facts.trouble == .surcharged ? .accepted : nil
      let decision = try office.decide(.call(incoming), at: now, archive: MemoryArchive())
      guard case .call(let call, _) = decision.reply else { throw StoryError("no verdict") }
      #expect(call.reason == facts.row.reason)
      for text in [call.say, call.autoReply ?? "-"] {
        #expect(!text.isEmpty && !text.contains("{") && !text.contains("  "))
      }
      #expect((call.questions != nil) == [.notTriaged, .stranger].contains(call.reason))
      #expect((call.issue != nil) == (facts.row.leaves != nil))
    }
  }

  static func clocks(of office: OfficeAt) -> [String] {
    switch office {
    case .open: ["Mon 2026-11-23 10:00"]
    case .break: ["Mon 2026-11-23 13:30"]
    default: ["Mon 2026-11-23 19:40", "Sat 2026-11-28 12:00", "Mon 2026-11-23 03:00"]
    }
  }

  static func words(of caller: Callers) -> [Substring] {
    switch caller {
    case .always: ["personal", "always"]
    case .personal: ["personal"]
    case .aroundTheClock: ["client", "24x7"]
    default: ["client"]
    }
  }
}
