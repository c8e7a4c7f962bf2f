// What callers hear: kind, firm, short. The words are data: two languages are built in, others and single texts are the
// owner's.

import Civil

/// The words of one language.
package struct Script: Hashable, Sendable {
  /// What to speak and what may go out by itself, by the row that decided.
  package var words: [Reason: Words]
  package var questions: [Question]
  /// As they stand in "on Tuesday 24 November", Monday first; a language that says more than the name says it here.
  package var weekdays: [String]
  /// As they stand alone, Monday first.
  package var dayNames: [String]
  /// As they stand in a date, January first.
  package var months: [String]
  package var texts: [ScriptText: String]
  /// How hours become a sentence.
  let hours: HoursWords

  package struct Words: Hashable, Sendable {
    package var say: String
    package var autoReply: String?
    /// What somebody hears who was told before.
    package var firm: String?
    package var firmAutoReply: String?

    package init(_ say: String, autoReply: String? = nil, firm: String? = nil, firmAutoReply: String? = nil) {
      self.say = say
      self.firm = firm
      self.autoReply = autoReply
      self.firmAutoReply = firmAutoReply
    }
  }

  subscript(_ text: ScriptText) -> String { texts[text] ?? "" }

  /// The questions that decide whether trouble is critical.
  static func questions(language: String) -> [Question] { Scripts().script(for: language).questions }

  /// Fills a template in: `{name}` becomes its value, and a line whose names are all empty is left out.
  ///
  /// Lines are joined by blanks, to be spoken, unless they are to stay `lines`.
  static func fill(_ template: String, _ values: [String: String], lines: Bool = false) -> String {
    let filled = template.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      let names = names(in: line)
      var isEmpty = !names.isEmpty
      var text = ""
      var end = line.startIndex
      for name in names {
        let value = values[String(line[name].dropFirst().dropLast())] ?? ""
        isEmpty = isEmpty && value.isEmpty
        text += line[end..<name.lowerBound] + value
        end = name.upperBound
      }
      return isEmpty ? nil : text + line[end...]
    }
    return filled.joined(separator: lines ? "\n" : " ")
  }

  /// Where names stand in a line of a template, their braces with them.
  package static func names(in line: Substring) -> [Range<String.Index>] {
    var names: [Range<String.Index>] = []
    var rest = line
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let end = rest.index(after: close)
      names.append(open..<end)
      rest = rest[end...]
    }
    return names
  }
}

/// The texts of a script beside those of the reasons, by the keys under which owners write their own.
package enum ScriptText: String, Hashable, Sendable, CaseIterable {
  case surchargeOffer = "surcharge-offer"
  // Times: today, from 18:00 on, tomorrow, on another day; where something promised for this evening can be done at once.
  case today, tonight, tomorrow, later, now
  // Days on which other hours hold: what stands above them, a day, some days, what is said of them.
  case coming, day, days, closed, away
  /// What counts as critical, as clients are told.
  case critical = "what-is-critical"
  case supportHours = "support-hours"
  case followUpSubject = "follow-up-subject"
  case followUp = "follow-up"
  /// What a follow-up is about, when nobody wrote that down.
  case request
  /// The support hours as the owner says them, in place of the sentence that is made of the hours.
  case hours
  // What stands under [support], in this language.
  case ownSurcharge = "support-surcharge"
  case ownEmergency = "support-emergency"
  case ownSignature = "support-signature"

  /// The names that are filled in.
  package var names: [String] {
    switch self {
    case .surchargeOffer: ["name", "surcharge"]
    case .today, .tonight, .tomorrow, .later: ["time", "weekday", "day", "month"]
    case .day: ["weekday", "day", "month"]
    case .days: ["from", "to"]
    case .supportHours: ["hours", "emergency", "critical", "surcharge", "signature"]
    case .followUpSubject: ["about", "name", "reported"]
    case .followUp:
      [
        "name", "about", "solution", "reported", "minutes", "billed", "hours", "coming", "emergency",
        "critical",
        "surcharge", "signature",
      ]
    case .now, .coming, .closed, .away, .critical, .request, .hours, .ownSurcharge, .ownEmergency,
      .ownSignature:
      []
    }
  }
}

extension Reason {
  /// The names that are filled in in what is said for a reason.
  package static let names = ["name", "when", "surcharge", "emergency", "hours", "signature"]
}

/// The scripts of all languages: built in, and the owner's own.
public struct Scripts: Hashable, Sendable {
  private var own: [String: Script] = [:]

  private static let builtIn: [String: Script] = ["en": .english, "ru": .russian]

  /// What is built in.
  public init() {}

  /// Takes the owner's words for a language, by its BCP 47 tag.
  package mutating func take(_ script: Script, for tag: String) { own[Self.folded(tag)] = script }

  /// The script of a language: of the whole tag, else of its first part; English where there is none.
  package func script(for language: String) -> Script { known(language) ?? own["en"] ?? .english }

  /// The languages in which the owner has words, in the order of the alphabet.
  public var ownLanguages: [String] { own.keys.sorted() }

  /// Whether there are words for a language.
  package func has(_ language: String) -> Bool { known(language) != nil }

  /// The languages that there are words for, in the order of the alphabet.
  var languages: [String] { Set(Self.builtIn.keys).union(own.keys).sorted() }

  private func known(_ language: String) -> Script? {
    let primary = Self.primary(language)
    return own[Self.folded(language)] ?? own[primary] ?? Self.builtIn[primary]
  }

  /// A tag as it is compared.
  package static func folded(_ tag: String) -> String {
    String(tag.lowercased().map { $0 == "_" ? "-" : $0 })
  }

  private static func primary(_ tag: String) -> String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }
}
