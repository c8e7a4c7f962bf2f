// `[words.de]`: what callers hear in a language, in the owner's words. What is not given stays as it is built in, and
// English where nothing is.

import HoursCore

/// Reads the owner's words, language by language.
struct WordsReader {
  let report: Report
  /// config.toml, to find the places inside of texts.
  let source: String

  func read(_ document: inout TableReader) -> Scripts {
    var scripts = Scripts()
    guard var words = document.table("words") else { return scripts }
    let tables = words.namedTables(of: "a table for each language", example: "[words.en]")
    guard tables.count <= SetupLimits.languages else {
      words.error(.tooMany(what: "languages", limit: SetupLimits.languages), nil, at: words.position)
      return scripts
    }
    var lines: [String: Int] = [:]
    for (tag, position, table) in tables.sorted(by: { Self.order($0.name) < Self.order($1.name) }) {
      guard isLanguageTag(tag) else {
        words.error(.notALanguage(tag), nil, at: position)
        continue
      }
      if let line = lines.updateValue(position.line, forKey: Scripts.folded(tag)) {
        words.error(.languageTwice(tag, firstLine: line), nil, at: position)
      }
      var table = table
      scripts.take(script(scripts.script(for: tag), isForeign: !scripts.has(tag), &table), for: tag)
      table.finish()
    }
    return scripts
  }

  /// English first, on which other languages fall back, and `de` before `de-AT`, which adds to it.
  private static func order(_ tag: String) -> Int { Scripts.folded(tag) == "en" ? 0 : tag.utf8.count }

  private func script(_ base: Script, isForeign: Bool, _ table: inout TableReader) -> Script {
    var script = base
    for reason in Reason.allCases {
      let known = script.words[reason] ?? Script.Words("")
      script.words[reason] = words(reason, known, isForeign: isForeign, &table)
    }
    for key in ScriptText.allCases {
      let example = Self.english.texts[key] ?? Self.example(key)
      if let own = text(key.rawValue, key.names, like: example, &table) { script.texts[key] = own }
    }
    names(&script, &table)
    questions(&script, &table)
    return script
  }

  private static var english: Script { Scripts().script(for: "en") }

  /// Of what nothing is built in.
  private static func example(_ text: ScriptText) -> String {
    switch text {
    case .ownSurcharge: "+100 %"
    case .ownEmergency: "Site down or hacked? Call at any time."
    case .ownSignature: "Ann, Example Web Studio"
    default: "Monday to Friday 9:00-18:00"
    }
  }

  /// What is said for a reason. Who gives a text in a language that is not built in does not want its firmer form in English.
  private func words(_ reason: Reason, _ known: Script.Words, isForeign: Bool, _ table: inout TableReader)
    -> Script.Words
  {
    var words = known
    let key = reason.rawValue
    if let say = text(key, Reason.names, like: known.say, &table) {
      words.say = say
      if isForeign { words.firm = nil }
    }
    if let reply = text("\(key)-auto-reply", Reason.names, like: known.autoReply ?? known.say, &table) {
      words.autoReply = reply
      if isForeign { words.firmAutoReply = nil }
    }
    if let firm = text("\(key)-firm", Reason.names, like: known.firm ?? known.say, &table) {
      words.firm = firm
    }
    let firmReply = known.firmAutoReply ?? known.autoReply ?? known.say
    if let reply = text("\(key)-firm-auto-reply", Reason.names, like: firmReply, &table) {
      words.firmAutoReply = reply
    }
    return words
  }

  /// A text in which nothing but `names` is filled in.
  private func text(_ key: String, _ names: [String], like example: String, _ table: inout TableReader)
    -> String?
  {
    let line = example.prefix { $0 != "\n" }
    guard let text = table.string(key, example: tomlText(String(line)), mayBreak: true) else { return nil }
    var count = 0
    var offset = 0
    for line in text.value.split(separator: "\n", omittingEmptySubsequences: false) {
      for range in Script.names(in: line) {
        count += 1
        let name = String(line[range].dropFirst().dropLast())
        guard !names.contains(name), count <= SetupLimits.namesInText else { continue }
        let start = offset + line.utf8.distance(from: line.startIndex, to: range.lowerBound)
        table.error(
          .noSuchName(name, nearest: nearest(to: name, among: names), known: names), key,
          at: text.position.inside(text.value, offset: start, of: source))
      }
      offset += line.utf8.count + 1
    }
    if count > SetupLimits.namesInText {
      table.error(.tooMany(what: "names in braces", limit: SetupLimits.namesInText), key, at: text.position)
    }
    return text.value
  }

  private func names(_ script: inout Script, _ table: inout TableReader) {
    let stayTogether = script.weekdays == script.dayNames
    if let weekdays = list("weekdays", 7, "weekdays, Monday first", like: script.weekdays, &table) {
      script.weekdays = weekdays
      if stayTogether { script.dayNames = weekdays }
    }
    if let names = list("day-names", 7, "weekdays, Monday first", like: script.dayNames, &table) {
      script.dayNames = names
    }
    if let months = list("months", 12, "months, January first", like: script.months, &table) {
      script.months = months
    }
  }

  private func list(
    _ key: String, _ count: Int, _ what: String, like example: [String], _ table: inout TableReader
  ) -> [String]? {
    let written = "[\(example.prefix(2).map(tomlText).joined(separator: ", ")), …]"
    let errors = report.errors.count
    guard
      let names = table.strings(
        key, example: written, limit: SetupLimits.nameBytes, count: SetupLimits.listed, of: "names")
    else { return nil }
    guard report.errors.count == errors else { return nil }
    guard names.count == count else {
      table.error(.wrongCount(names.count, wanted: count, of: what), key, at: table.place(of: key))
      return nil
    }
    return names.map(\.value)
  }

  private func questions(_ script: inout Script, _ table: inout TableReader) {
    guard var own = table.table("questions") else { return }
    defer { own.finish() }
    script.questions = script.questions.map { question in
      text(question.id, [], like: question.ask, &own).map { Question(question.id, $0) } ?? question
    }
  }
}
