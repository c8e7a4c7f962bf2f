// The owner's own words: which texts they replace, what they fall back to, and what is said of mistakes in them.

import HoursCore
import Testing

@testable import HoursSetup

/// The words of a language, as a configuration leaves them.
private func script(_ tag: String, _ text: String) throws -> Script {
  try configuration(text).scripts.script(for: tag)
}

@Suite struct WordsTests {
  /// Texts of a language that is not built in: those that are given, and English for the rest.
  @Test func aLanguageOfTheOwners() throws {
    let german = try script(
      "de-AT",
      #"""
      [words.de]
      not-critical = "Das kann warten.\nIch kümmere mich {when} darum."
      stranger-auto-reply = "Ich rufe {when} zurück."
      personal-in-hours-firm = "Ich arbeite. Bis {when}."
      surcharge-offer = "Jetzt kostet es {surcharge}."
      weekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
      tomorrow = "morgen, {weekday}, um {time}"
      questions.down = "Ist die Seite nicht erreichbar?"
      follow-up-subject = "Erledigt: {about}"
      support-emergency = "Notfall: 110"
      """#)
    let english = Scripts().script(for: "en")
    let words = try #require(german.words[.notCritical])
    #expect(words.say == "Das kann warten.\nIch kümmere mich {when} darum.")
    #expect(words.firm == nil, "no English for who was told")
    #expect(words.autoReply == english.words[.notCritical]?.autoReply)
    #expect(german.words[.stranger]?.autoReply == "Ich rufe {when} zurück.")
    #expect(german.words[.stranger]?.firmAutoReply == nil)
    #expect(german.words[.stranger]?.firm == english.words[.stranger]?.firm)
    #expect(german.words[.personalInHours]?.firm == "Ich arbeite. Bis {when}.")
    #expect(german.words[.inBreak] == english.words[.inBreak])
    #expect(german.questions.map(\.id) == ["down", "defaced", "blocked", "data"])
    #expect(german.questions[0].ask == "Ist die Seite nicht erreichbar?")
    #expect(german.questions[1] == english.questions[1])
    #expect(german.weekdays[2] == "Mittwoch" && german.dayNames[6] == "Sonntag")
    #expect(german.months == english.months)
    #expect(
      german.texts[.tomorrow] == "morgen, {weekday}, um {time}" && german.texts[.today] == "today at {time}")
    #expect(german.texts[.surchargeOffer] == "Jetzt kostet es {surcharge}.")
    #expect(german.texts[.followUpSubject] == "Erledigt: {about}")
    #expect(german.texts[.ownEmergency] == "Notfall: 110" && german.texts[.ownSignature] == nil)
  }

  /// Whatever their order, English comes first and a language before its kinds.
  @Test func wordsBuildOnEachOther() throws {
    let text = """
      [words.de-AT]
      now = "gleich"
      in-break = "Mahlzeit!"
      [words.de]
      now = "jetzt"
      today = "heute um {time}"
      in-break = "Pause."
      in-break-firm = "Immer noch Pause."
      [words.en]
      tonight = "this evening at {time}"
      """
    let austrian = try script("de-AT", text)
    #expect(austrian.texts[.now] == "gleich" && austrian.texts[.today] == "heute um {time}")
    #expect(austrian.texts[.tonight] == "this evening at {time}")
    #expect(austrian.words[.inBreak]?.say == "Mahlzeit!")
    #expect(austrian.words[.inBreak]?.firm == "Immer noch Pause.", "the same language")
    #expect(try script("de-CH", text).texts[.now] == "jetzt")
    #expect(try script("en-GB", text).texts[.tonight] == "this evening at {time}")
  }

  /// Of a language that is built in, single texts.
  @Test func singleTextsOfABuiltInLanguage() throws {
    let russian = try script(
      "ru",
      """
      [words.ru]
      not-critical = "До завтра."
      weekdays = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
      """)
    let builtIn = Scripts().script(for: "ru")
    #expect(russian.words[.notCritical]?.say == "До завтра.")
    #expect(russian.words[.notCritical]?.firm == builtIn.words[.notCritical]?.firm)
    #expect(
      russian.weekdays[0] == "пн" && russian.dayNames == builtIn.dayNames, "two different forms stay apart")
    var same = russian
    same.words[.notCritical]?.say = builtIn.words[.notCritical]?.say ?? ""
    same.weekdays = builtIn.weekdays
    #expect(same == builtIn)
  }

  @Test func everyKeyIsTaken() throws {
    let kinds = ["", "-auto-reply", "-firm", "-firm-auto-reply"]
    let keys =
      Reason.allCases.flatMap { reason in kinds.map { reason.rawValue + $0 } }
      + ScriptText.allCases.map(\.rawValue)
    let lines = keys.map { "\($0) = \"own \($0)\"" }.joined(separator: "\n")
    let script = try script("pl", "[words.pl]\n\(lines)")
    for reason in Reason.allCases {
      let words = try #require(script.words[reason])
      #expect(
        [words.say, words.autoReply, words.firm, words.firmAutoReply]
          == kinds.map { "own \(reason.rawValue)\($0)" })
    }
    for text in ScriptText.allCases { #expect(script.texts[text] == "own \(text.rawValue)") }
  }

  @Test(
    arguments: Case.table(
      #"""
      [words.de]
      not-critcal = "x"
      -> config.toml:2:1: words.de: unknown key "not-critcal"; did you mean "not-critical"?
      ----
      [words.de]
      folow-up = "x"
      -> config.toml:2:1: words.de: unknown key "folow-up"; did you mean "follow-up"?
      ----
      # the column is that of the brace
      [words.ru]
      not-critical = "Займусь этим {whn}."
      -> config.toml:3:30: words.ru.not-critical: "{whn}": nothing is filled in for this; did you mean "{when}"?
      ----
      [words.de]
      follow-up = """
      Hallo {name},
      {what}"""
      -> config.toml:4:1: words.de.follow-up: "{what}": nothing is filled in for this; known: {about}, {billed}, {coming}, {critical}, {emergency}, {hours}, {minutes}, {name}, {reported}, {signature}, {solution}, {surcharge}
      ----
      # each of them
      [words.de]
      today = "um {zeit} am {}"
      -> config.toml:3:13: words.de.today: "{zeit}": nothing is filled in for this; known: {day}, {month}, {time}, {weekday}
      -> config.toml:3:23: words.de.today: "{}": nothing is filled in for this; known: {day}, {month}, {time}, {weekday}
      ----
      [words.de]
      now = "um {time}"
      -> config.toml:2:11: words.de.now: "{time}": nothing is filled in for this; no names can stand here; take it out
      ----
      [words.de]
      weekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"]
      -> config.toml:2:12: words.de.weekdays: these are 6; give all 7 weekdays, Monday first
      ----
      [words.de]
      months = []
      day-names = ["Mo"]
      -> config.toml:2:10: words.de.months: these are 0; give all 12 months, January first
      -> config.toml:3:13: words.de.day-names: these are 1; give all 7 weekdays, Monday first
      ----
      [words.de]
      weekdays = "Montag"
      -> config.toml:2:12: words.de.weekdays: this is a text; expected a list of texts, for example weekdays = ["Monday", "Tuesday", …]
      ----
      [words.de]
      not-critical = 1
      today = true
      hours = 9
      -> config.toml:2:16: words.de.not-critical: this is a number; expected a text in quotes, for example not-critical = "You called out of hours, and this can wait."
      -> config.toml:3:9: words.de.today: this is true or false; expected a text in quotes, for example today = "today at {time}"
      -> config.toml:4:9: words.de.hours: this is a number; expected a text in quotes, for example hours = "Monday to Friday 9:00-18:00"
      ----
      [words.de]
      stranger-firm = ""
      -> config.toml:2:17: words.de.stranger-firm: this is empty; for example stranger-firm = "As I told you, out of hours I only take what is critical. Please leave a message."
      ----
      [words.de]
      questions = { dwn = "Geht nichts mehr?" }
      -> config.toml:2:15: words.de.questions: unknown key "dwn"; did you mean "down"?
      ----
      [words.de]
      questions = ["Geht nichts mehr?"]
      -> config.toml:2:13: words.de.questions: this is a list; expected a table, for example [words.de.questions]
      ----
      # who forgets the language
      [words]
      not-critical = "x"
      -> config.toml:3:16: words.not-critical: this is a text; expected a table for each language, for example [words.en]
      ----
      [words.de]
      now = "jetzt"
      [words.DE]
      now = "jetzt"
      -> config.toml:3:8: words: the words in "DE" begin in line 1; put these to them
      ----
      [words.german]
      now = "jetzt"
      [words.d]
      now = "jetzt"
      -> config.toml:3:8: words: "d": not a language tag; for example "en", "ru" or "pt-BR"
      ----
      words = "kind"
      -> config.toml:1:9: words: this is a text; expected a table, for example [words]
      ----
      [words.en]
      personal-in-hours = "An open { brace, {name}, is one."
      -> config.toml:2:30: words.en.personal-in-hours: "{ brace, {name}": nothing is filled in for this; known: {emergency}, {hours}, {name}, {signature}, {surcharge}, {when}
      ----
      [words.en]
      personal-in-hours = "A lone { is only a brace."
      """#))
  func told(_ row: Case) {
    #expect(said(sources(row.text)) == row.expected)
  }

  @Test func languagesAreBounded() {
    func text(_ count: Int) -> String {
      (0..<count).map {
        "[words.x\($0 / 26 == 0 ? "a" : "b")\(Character(Unicode.Scalar(UInt8(97 + $0 % 26))))]\nnow = \"x\""
      }
      .joined(separator: "\n")
    }
    #expect(said(sources(text(20))) == [])
    let many = (0...SetupLimits.languages).map { "[words.aa-\($0)]\nnow = \"x\"" }.joined(separator: "\n")
    #expect(said(sources(many)) == ["config.toml:1:1: words: more than 64 languages; take some out"])
  }

  @Test func namesAreBounded() {
    let text = { (count: Int) in
      "[words.en]\nnow = \"x\"\nin-break = \"\(String(repeating: "{when}", count: count))\""
    }
    #expect(said(sources(text(SetupLimits.namesInText))) == [])
    #expect(
      said(sources(text(SetupLimits.namesInText + 1))) == [
        "config.toml:3:12: words.en.in-break: more than 32 names in braces; take some out"
      ])
  }

  /// What changes in them is told by `reload`.
  @Test func changesAreNoticed() throws {
    var office = Office(try configuration(""), at: noon)
    let decision = office.adopt(try configuration("[words.en]\nnow = \"at once\""), at: noon)
    guard case .reloaded(let changed, _) = decision.reply else { return #expect(Bool(false)) }
    #expect(changed == ["words"])
  }
}
