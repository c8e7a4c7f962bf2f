// contrib/doc/triage.md shows every word that triage knows; this keeps it so.
//
// HOURSD_WRITE_TRIAGE=1 writes the page's tables anew.

import Foundation
import Testing

@testable import HoursCore

private let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "contrib/doc/triage.md")

/// What the words of a row do, for people.
private let titles: [(Roles, String)] = [
  (.small, "Can wait: a small thing, or one person's own"), (.works, "What a thing does when it is well"),
  (.deals, "What customers do"), (.enters, "Logging in"), (.not, "Not"), (.ceases, "Does so no more"),
  (.cannot, "Not, also behind its verb"), (.no, "None of what follows"),
  (.filler, "Means nothing here, alone or together"), (.pronoun, "Stands for what was named before"),
  (.many, "Many people"), (.us, "The caller's firm"), (.one, "One other person"), (.myself, "The caller"),
  (.asks, "Opens a question about something"), (.grants, "Takes the trouble for granted"),
  (.inverts, "Opens a question that is yes or no"),
  (.ifs, "Supposes"), (.wants, "A wish, or a text about something"), (.needs, "A need"),
  (.over, "It is over"),
  (.past, "A time that is over"), (.since, "A time that lasts"), (.hint, "Something is wrong"),
  (.urgent, "It is urgent"),
  (.help, "A call for help"), (.call, "Ringing and talking"), (.shows, "What a page does"),
  (.code, "The number of an error"), (.number, "A number that may be an error's"),
  (.missingPage, "A page that is not there"),
  (.foreign, "What a decent business does not show"), (.place, "Says where"), (.joint, "Begins a clause"),
  (.topic, "A text about something, or somebody else's affairs"),
  (.determiner, "Makes a noun of what follows"),
  (.longPast, "A time that is long over"), (.polite, "Parts nothing, commas or not"),
  (.people, "Those whom a business serves, or everyone"), (.can, "Being able to, or not"),
  (.receives, "Getting what was sent"), (.gratis, "A price that is none"), (.charges, "Taking money"),
  (.wrongly, "Taken wrongly"), (.others, "What belongs to other customers"),
  (.secret, "What is nobody's business"), (.exposed, "Where everyone sees it"),
  (.instead, "What follows is not there any more"), (.lands, "Where visitors come instead"),
  (.ours, "What belongs to the caller's firm"),
  (.turn, "Begins another thought"), (.relates, "Goes on with the thought, behind a comma, too"),
]

private func title(of sense: Sense) -> String? {
  switch sense {
  case .thing(let thing): "What broke: \(thing.rawValue)"
  case .alone(let damage): "How, and critical whatever it befell: \(damage.rawValue)"
  case .event(let damage): "How, for good: \(damage.rawValue)"
  case .state(let damage): "How, just now: \(damage.rawValue)"
  case .role(let role): titles.first { $0.0 == role }?.1
  }
}

/// All rows of a table that mean the same, under one heading.
private func section(_ table: TriageTable) throws -> String {
  var order: [String] = []
  var words: [String: [String]] = [:]
  for row in table.rows {
    let heading = try #require(title(of: row.sense), "a row without a title")
    if words[heading] == nil { order.append(heading) }
    words[heading, default: []] += row.list.map(String.init)
  }
  return order.map { heading in
    var lines = [""]
    for word in words[heading] ?? [] {
      if !lines[lines.count - 1].isEmpty { lines[lines.count - 1] += "," }
      if lines[lines.count - 1].count + word.count > 108 { lines.append("") }
      lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? word : " " + word
    }
    return "### \(heading)\n\n```text\n\(lines.joined(separator: "\n"))\n```\n"
  }.joined(separator: "\n")
}

@Test func thePageShowsEveryWord() throws {
  let text = try String(contentsOf: page, encoding: .utf8)
  let introduction = try #require(text.components(separatedBy: "\n## English\n").first)
  let tables = try TriageTable.all.map { "\n## \($0.language)\n\n" + (try section($0)) }.joined()
  if ProcessInfo.processInfo.environment["HOURSD_WRITE_TRIAGE"] != nil {
    try (introduction + tables).write(to: page, atomically: true, encoding: .utf8)
  } else {
    #expect(text == introduction + tables, "HOURSD_WRITE_TRIAGE=1 writes the page anew")
  }
}
