// Words to severity, by examples.

import Testing

@testable import HoursCore

@Suite struct TriageTests {
  /// Something a client says, and how bad it is.
  struct Example: Sendable, CustomTestStringConvertible {
    let severity: Severity
    let about: String
    var testDescription: String { about }
  }

  /// A heading says how bad it is that stands below it, further in.
  static func examples(_ text: String) -> [Example] {
    var severity = Severity.normal
    return text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("  ") { return Example(severity: severity, about: String(line.dropFirst(2))) }
      severity = Severity(rawValue: String(line.prefix { $0 != ":" })) ?? severity
      return nil
    }
  }

  private static let everything: [Example] = [
    english, englishCritical, englishCriticalToo, englishWaiting, englishUnclear,
    russian, russianCritical, russianWaiting, russianUnclear,
    englishHeldOutCritical, englishHeldOut, russianHeldOutCritical, russianHeldOut,
    englishBefallenCritical, englishBefallen, russianBefallenCritical, russianBefallen,
  ].flatMap(\.self)

  @Test(arguments: everything) func wordsAreJudged(_ example: Example) {
    let judgement = Judgement(of: example.about)
    #expect(judgement.severity == example.severity, "\(judgement.rule)")
  }

  /// The owner reads which rule it was, and the words that decided.
  @Test(arguments: [
    ("our site is down", "site down: `site`, `down`"),
    ("It's not opening, the site", "site down: `not`, `opening`, `site`"),
    ("Nobody can pay", "blocked: `Nobody`, `pay`"),
    ("we were HACKED", "hacked: `HACKED`"),
    ("База клиентов утекла", "data leaked: `База клиентов`, `утекла`"),
    ("I forgot my password", "can wait: `password`"),
    ("please add a page about hacked accounts", "wished: `add`"),
    ("how do I restore the site when it is down?", "asked: `how do`"),
    ("in case the site goes down", "supposed: `site`"),
    ("it works again", "over: `works again`"),
    ("see you on Monday", "nothing critical"),
    ("help!", "unclear: `help`"),
    ("проблема с сайтом", "unclear: `проблема`, `сайтом`"),
  ]) func theRuleIsNamed(_ about: String, _ rule: String) {
    #expect(Judgement(of: about).rule == rule)
  }

  /// Habits of spelling make no difference.
  @Test(arguments: [
    "MY SITE IS DOWN", "my   site, is... down!!!", "my site is dooown", "my sitte is down", "my site is donw",
    "«my site» – is “down”",
    "Мой сайт упал", "мой сайт упал", "мой САЙТ упал!!", "вчера ещё работал, а сейчас сайт лёг",
    "вчера еще работал, а сейчас сайт лег", "саит не роботает",
    "мои\u{306} саи\u{306}т упал",
  ]) func spellingMakesNoDifference(_ about: String) {
    #expect(Judgement(of: about).severity == .critical)
  }

  /// Whatever comes, it is judged: texts without words, of one word, of the longest that is taken.
  @Test(arguments: [
    "", " ", "?!…", "\u{306}", "🔥🔥🔥", "\u{202E}", String(repeating: "down ", count: Limits.text / 5),
    String(repeating: "not ", count: Limits.text / 4), String(repeating: "x", count: Limits.text),
    String(repeating: "help if the ", count: Limits.text / 12), String(repeating: "?", count: Limits.text),
    String(repeating: "сайт не ", count: Limits.text / 14),
  ]) func anyTextIsJudged(_ about: String) {
    #expect(!Judgement(of: about).rule.isEmpty)
  }

  @Test(arguments: [
    ("касса не *", "Касса, не пробивает", "phrase `касса не *`: `Касса, не`"),
    ("касса не *", "КАССА НЕ", "phrase `касса не *`: `КАССА НЕ`"),
    ("till * stuck", "the till is always STUCK", "phrase `till * stuck`: `till is always STUCK`"),
    ("till * stuck", "the till: stuck", "phrase `till * stuck`: `till: stuck`"),
    ("label print*", "how do I stop the label   printers?", "phrase `label print*`: `label   printers`"),
    ("зелёный ключ", "Зеленый  ключ", "phrase `зелёный ключ`: `Зеленый  ключ`"),
    ("* bell", "the bell", "phrase `* bell`: `bell`"),
  ]) func phrasesAreFound(_ phrase: String, _ about: String, _ rule: String) throws {
    var phrases = CriticalPhrases()
    try phrases.add("something else")
    try phrases.add(phrase)
    let judgement = Judgement(of: about, phrases: phrases)
    #expect(judgement == Judgement(severity: .critical, rule: rule))
  }

  @Test(arguments: [
    ("green bell", "bell green"), ("green bell", "the greens bell"),
    ("green * bell", "green a b c d e f g h i bell"),
    ("label print*", "label prin"),
  ]) func phrasesAreNotFound(_ phrase: String, _ about: String) throws {
    var phrases = CriticalPhrases()
    try phrases.add(phrase)
    #expect(Judgement(of: about, phrases: phrases).severity != .critical)
  }

  @Test(arguments: [
    ("", PhraseError.noWord), ("*", .noWord), ("* * ", .noWord), ("!?", .noWord), ("*till", .starInside),
    ("t*ll", .starInside),
    ("till ** stuck", .starInside),
  ]) func wrongPhrasesAreRefused(_ phrase: String, _ error: PhraseError) {
    var phrases = CriticalPhrases()
    #expect(throws: error) { try phrases.add(phrase) }
  }
}
