// The protocol's page and the program say the same: verbs, codes, events, limits.

import HoursCore
import HoursWire
import Testing

@Test func theTableOfVerbsIsTheProgramsOwn() throws {
  let rows = try Page().table("| verb | takes | gives |")
  #expect(rows.map { ticked($0[0]) } == verbs.map { [$0.name] })
  for (row, verb) in zip(rows, verbs) {
    let takes = (verb.takes + (verb.changes ? ", key?" : "")).split(separator: ",")
      .map { String($0.drop { $0 == " " }) }
    #expect(ticked(row[1]) == takes, "\(verb.name)")
  }
}

/// The page says more of the replies than `help` has room for; the keys that `help` names, the page names, too.
@Test func whatHelpSaysIsGivenIsOnThePage() throws {
  let rows = try Page().table("| verb | takes | gives |")
  // These two have tables of their own.
  for (row, verb) in zip(rows, verbs) where verb.name != "status" && verb.name != "call" {
    for given in verb.gives.split(separator: ", ") {
      guard let key = given.wholeMatch(of: /([a-z_]+)\??/) else { continue }
      #expect(row[2].contains("`\(key.1)`"), "\(verb.name): \(given)")
    }
  }
}

@Test func everyCodeHasARow() throws {
  let rows = try Page().table("| code | when |")
  #expect(rows.flatMap { ticked($0[0]) } == ErrorCode.allCases.map(\.rawValue))
}

/// Every limit that a program can meet, in the page's order.
private let limits: [(what: String, numbers: [Int64])] = [
  ("a line", [Int64(Limits.line)]),
  ("nesting of its JSON", [Int64(Limits.nesting)]),
  ("a name, a number of a person, a `key`", [Int64(Limits.name)]),
  ("the `reason` of an override", [Int64(Limits.reason)]),
  ("the `subject` of a message", [Int64(Limits.mailSubject)]),
  ("the `body` of a message", [Int64(Limits.mailBody)]),
  ("any other text", [Int64(Limits.text)]),
  ("`limit`", [Int64(Limits.page), Int64(Limits.defaultPage)]),
  ("names in `only`", [Int64(Limits.onlyNames)]),
  ("connections", [Int64(Limits.clients)]),
  ("unread replies before no more of your requests are read", [Int64(Limits.unreadReplies)]),
  ("unread live events before a watcher is disconnected", [Int64(Limits.unreadEvents)]),
  ("pending issues", [Int64(Limits.pending)]),
  ("unsent messages", [Int64(Limits.unsent)]),
  ("overrides that run or are to come", [Int64(Limits.overrides)]),
  ("from `from` to `to`, from now to the end of an override", [Int64(Limits.windowDays)]),
  ("`intervals` of a reply", [Int64(Limits.intervals)]),
  ("a call without triage", [Limits.untriaged]),
  ("a message with a deliverer", [Limits.sending]),
  ("a hook", [Int64(Limits.hook.usual), Int64(Limits.hook.longest)]),
  ("a variable of a hook", [Int64(Limits.hookField)]),
  ("a call's `at` ahead of the clock, the clock behind the last event", [Limits.clockSkew]),
  ("waiting for a clock that is behind", [Limits.clockPatience]),
]

@Test func theLimitsAreTheCodes() throws {
  let rows = try Page().table("| what | at most |")
  #expect(rows.map { $0[0] } == limits.map(\.what))
  for (row, limit) in zip(rows, limits) {
    let numbers = row[1].matches(of: /[\d,]+/).compactMap { Int64($0.0.filter { $0 != "," }) }
    #expect(numbers == limit.numbers, "\(limit.what)")
  }
}

@Test func theNamesInWordsAreTheCodes() throws {
  let rows = try Page().table("| key | names | what |")
  var names: [String: [String]] = [:]
  for row in rows {
    let cells = row[1].split(separator: "; ").map { ticked(String($0)) }
    for (index, key) in ticked(row[0]).enumerated() {
      names[key] = cells.isEmpty ? [] : cells[min(index, cells.count - 1)]
    }
  }
  for text in ScriptText.allCases { #expect(names[text.rawValue] == text.names, "\(text)") }
  #expect(ticked(rows[0][1]) == Reason.names)
}

@Test func helpHasALineForEachVerb() {
  let line = String(decoding: LineEncoder(zone: .utc).encode(HelpReply()), as: UTF8.self)
  for verb in verbs { #expect(line.split(separator: "\"\(verb.name)").count >= 2, "\(verb.name)") }
  let names = verbs.map { String($0.usage.prefix { $0 != " " && $0 != ":" }) }
  #expect(names == verbs.map(\.name))
  #expect(Set(names).count == names.count)
}

@Test func helpSaysWhatAChangeTakes() {
  #expect(Verb.named("snooze")?.usage == "snooze {id, until, key?}: move the reminder")
  #expect(Verb.named("tick")?.usage == "tick {key?}: find what has come due")
  #expect(Verb.named("issue")?.usage == "issue {id}: one issue")
  #expect(Verb.named("version")?.usage.contains("{") == false)
}
