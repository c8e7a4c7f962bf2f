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

  /// Lines are joined to be spoken, and stay to be read.
  @Test func linesStayWhereTheyAreToBeRead() {
    let text = Script.fill(
      "Hello {name},\n\n{solution}\n{surcharge}\n\nAnn", ["name": "Bo", "solution": "a\nb"], lines: true)
    #expect(text == "Hello Bo,\n\na\nb\n\nAnn")
  }

  @Test func everyRowHasWords() {
    for script in [Script.english, .russian] {
      #expect(Set(script.words.keys) == Set(Reason.allCases))
      #expect(script.weekdays.count == 7 && script.dayNames.count == 7 && script.months.count == 12)
      #expect(script.questions.map(\.id) == Script.english.questions.map(\.id))
      #expect(Set(script.texts.keys) == Set(Script.english.texts.keys))
    }
  }

  /// What stands in braces is known wherever the owner may write it.
  @Test func noBuiltInTextHasAnUnknownName() {
    for script in [Script.english, .russian] {
      let said = script.words.values.flatMap { [$0.say, $0.autoReply, $0.firm, $0.firmAutoReply] }
      let texts = said.compactMap { $0 }.map { ($0, Reason.names) } + script.texts.map { ($1, $0.names) }
      for (text, names) in texts {
        for match in text.matches(of: /\{(\w*)\}/) { #expect(names.contains(String(match.1)), "\(text)") }
      }
    }
  }

  /// No key in `[words.de]` means two things.
  @Test func keysAreAllDifferent() {
    let kinds = ["", "-auto-reply", "-firm", "-firm-auto-reply"]
    let keys =
      Reason.allCases.flatMap { reason in kinds.map { reason.rawValue + $0 } }
      + ScriptText.allCases.map(\.rawValue)
      + ["weekdays", "day-names", "months", "questions"]
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: [
    ("de", "en"), ("en-GB", "en"), ("EN_us", "en"), ("", "en"), ("ru", "ru"), ("RU-by", "ru"), ("rue", "en"),
  ])
  func languagesFallBack(tag: String, primary: String) {
    #expect(Scripts().script(for: tag) == (primary == "ru" ? .russian : .english))
  }

  /// The owner's words for a whole tag win over those for its first part.
  @Test func theNearestWordsWin() {
    var (german, austrian, english) = (Script.english, Script.english, Script.english)
    german.texts[.now] = "jetzt"
    austrian.texts[.now] = "gleich"
    english.texts[.now] = "right now"
    var scripts = Scripts()
    scripts.take(german, for: "de")
    scripts.take(austrian, for: "de-AT")
    scripts.take(english, for: "EN")
    let rows = [
      ("de", "jetzt"), ("de-CH", "jetzt"), ("de-at", "gleich"), ("de_AT", "gleich"), ("fr", "right now"),
      ("en-US", "right now"),
      ("ru", "сейчас"),
    ]
    for (tag, word) in rows { #expect(scripts.script(for: tag)[.now] == word, "\(tag)") }
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
