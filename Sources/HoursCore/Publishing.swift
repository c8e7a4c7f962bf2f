// Let everybody know when, and how, it is all right to call: the support hours as text, as OpenStreetMap writes them, and
// as search engines read them.

import Civil
import OpeningHours

/// How hours are published.
public enum HoursForm: String, Hashable, Sendable, CaseIterable {
  /// Sentences, for a mail's footer or a voicemail.
  case text
  /// OpenStreetMap's `opening_hours`, canonical.
  case openingHours = "opening_hours"
  /// schema.org's, for a web page.
  case jsonLD = "json-ld"
}

/// Hours in the form that was asked for.
public enum PublishedHours: Sendable {
  case text(String)
  case openingHours(String)
  case jsonLD(BusinessHours)
}

extension Office {
  func supportHours(_ language: String?, _ form: HoursForm, at now: Instant) throws(Refusal) -> Decision {
    if let language, !configuration.scripts.has(language) {
      throw .noWords(language: language, known: configuration.scripts.languages)
    }
    let script = script(for: language ?? configuration.language)
    let hours: PublishedHours =
      switch form {
      case .text: .text(supportHoursText(in: script, at: now))
      case .openingHours: .openingHours(hoursText)
      case .jsonLD: .jsonLD(businessHours(in: script, at: now))
      }
    return Decision(events: [], reply: .supportHours(hours))
  }

  private func supportHoursText(in script: Script, at now: Instant) -> String {
    let text = Script.fill(script[.supportHours], supportValues(in: script, at: now), lines: true)
    return text.trimmedLines
  }

  /// What is told of the support hours, by its names.
  func supportValues(in script: Script, at now: Instant) -> [String: String] {
    let support = support(in: script)
    return [
      "hours": hoursSentence(in: script, at: now), "emergency": support.emergency ?? "",
      // What counts as critical helps nobody who cannot say it to anybody.
      "critical": support.emergency == nil ? "" : script[.critical], "surcharge": support.surcharge ?? "",
      "signature": support.signature ?? "",
    ]
  }

  private func businessHours(in script: Script, at now: Instant) -> BusinessHours {
    let today = plan.date(of: now)
    let week = configuration.hours.usualWeek?.days ?? comingWeek(from: today)
    let usual = (0..<Limits.publishedDays).map { week[today.adding(days: $0).weekday.rawValue - 1] }
    var special: [DayRun] = []
    for var run in plan.specialDays(from: today, unlike: usual) {
      run.holiday = nil
      // Holidays in a row have names of their own, which do not matter here.
      if let last = special.last, last.spans == run.spans, last.last.adding(days: 1) == run.first {
        special[special.count - 1].last = run.last
      } else {
        special.append(run)
      }
    }
    let signature = support(in: script).signature?.split(separator: "\n").first.map(String.init)
    return BusinessHours(name: signature, week: week, special: special)
  }

  /// Where no week is usual: the next one of the regular hours, Monday first.
  private func comingWeek(from today: CivilDate) -> [[DaySpan]] {
    let days = plan.regular.schedule.spans(from: today, days: 7)
    return (0..<7).map { days[($0 + 8 - today.weekday.rawValue) % 7] }
  }
}

extension String {
  /// Without empty lines at its ends, and with one at most in between.
  var trimmedLines: String {
    var lines: [Substring] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let isEmpty = line.allSatisfy(\.isWhitespace)
      if !isEmpty || lines.last?.isEmpty == false { lines.append(isEmpty ? "" : line) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
