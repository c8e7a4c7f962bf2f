// What callers hear: kind, firm, short. The words are data; other languages are further tables.

import Civil

/// The words of one language.
struct Script: Sendable {
  /// What to speak and what may go out by itself, by the row that decided.
  let words: [Reason: Words]
  let questions: [Question]
  let surcharge: String
  let calendar: CalendarWords

  struct Words: Sendable {
    let say: String
    let autoReply: String?
    /// What somebody hears who was told before.
    let firm: String?

    init(_ say: String, autoReply: String? = nil, firm: String? = nil) {
      self.say = say
      self.firm = firm
      self.autoReply = autoReply
    }
  }

  static let all: [String: Script] = ["en": .english]

  /// The script of a language, by its BCP 47 tag's first part; English where there is none.
  static func of(_ language: String) -> Script {
    let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return all[primary] ?? .english
  }

  /// The questions that decide whether trouble is critical.
  static func questions(language: String) -> [Question] { of(language).questions }

  /// Fills a template in: `{name}` becomes its value, and a line whose names are all empty is left out.
  static func fill(_ template: String, _ values: [String: String]) -> String {
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      var names = 0
      var empty = 0
      var text = ""
      var rest = line[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        let value = values[String(rest[rest.index(after: open)..<close])] ?? ""
        names += 1
        if value.isEmpty { empty += 1 }
        text += rest[..<open] + value
        rest = rest[rest.index(after: close)...]
      }
      return names > 0 && names == empty ? nil : text + rest
    }
    return lines.joined(separator: " ")
  }
}

extension Office {
  /// Fills in what to say about a call, what may go out by itself, and what to ask.
  ///
  /// `due` is what the row promises; an issue that was joined may be due earlier, or snoozed.
  func speak(_ call: inout Call, due: Due?, at now: Instant) {
    let script = Script.of(call.caller.language)
    let words = script.words[call.reason] ?? Script.Words("")
    let when = call.due == nil ? nil : due.flatMap { spell($0, for: call, in: script, at: now) }
    let offers = call.caller.class == .client && configuration.support.surcharge != nil
    let values = [
      "when": when ?? "", "surcharge": offers ? configuration.support.surcharge ?? "" : "",
      "emergency": configuration.support.emergency ?? "", "signature": configuration.support.signature ?? "",
    ]
    call.say = Script.fill(call.caller.told ? words.firm ?? words.say : words.say, values)
    call.autoReply = mayReply(to: call, at: now) ? words.autoReply.map { Script.fill($0, values) } : nil
    let asks = call.reason == .notTriaged || call.reason == .stranger
    call.questions = asks ? script.questions : nil
    let isOffered =
      offers && call.surcharge == nil && (call.reason == .notCritical || call.reason == .notTriaged)
    call.surchargeOffer = isOffered ? Script.fill(script.surcharge, values) : nil
  }

  /// When the caller may expect something; absent where a time of day would say nothing.
  private func spell(_ due: Due, for call: Call, in script: Script, at now: Instant) -> String? {
    let instant = instant(of: due, for: call)
    if instant > now { return script.calendar.spell(instant, seenFrom: now, in: zone) }
    guard due == .thisEvening else { return nil }
    // A call that was written down late: by now it may be quiet.
    let evening = plan.thisEvening(at: now)
    return evening > now ? script.calendar.spell(evening, seenFrom: now, in: zone) : script.calendar.now
  }

  /// An auto-reply goes to one person at most once in a closure; without a number there is nobody to send it to.
  func mayReply(to call: Call, at now: Instant) -> Bool {
    guard let person = call.caller.person else { return false }
    guard let replied = told[person]?.repliedAt else { return true }
    return plan.stretch(at: now).start.map { replied < $0 } ?? false
  }
}
