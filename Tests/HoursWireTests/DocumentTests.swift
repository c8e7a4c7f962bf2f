// protocol.md's table of verbs and the program's own are one: same verbs, same keys, same ones optional.

import HoursWire
import Testing

/// The rows of protocol.md for the verbs that exist, as they stand there.
private let document = #"""
  | `help` / `version` | | the verbs with their keys, one line each / `version`, `protocol` |
  | `status` | `at`? | |
  | `call` | `from`?, `name`?, `about`?, `severity`?, `missed`?, `surcharge` accepted\|declined?, `at`? (not in the future) | |
  | `triage` | `call`, and `about`, `severity`, `answers`, `surcharge` or `issue` (join) | the verdict again |
  | `end` | `call`, `outcome` answered\|missed\|rejected\|voicemail, `minutes`? | the verdict again |
  | `told` | `call` or `client`, `channel` spoken\|sms\|mail\|voicemail | `told` |
  | `calls` | `client`?, `before`?, `limit`? (≤ 1000) | `calls`, `next`? |
  | `issues` | `state`? (default pending and solved), `kind`?, `client`?, `due_by`?, `after`?, `limit`? | `issues`, `next`? |
  | `issue` | `id` | one issue with its history |
  | `add` | `about`, `client`?, `kind`?, `due`?, `promised`? | `issue`, `due` |
  | `resolve` | `id`, `solution`? (required for support), `minutes`?, `was_critical`?, `send`? | `state`, `message`? |
  | `snooze` | `id`, `until` | `due`, `reminded_at`, `promised` |
  | `note` / `drop` / `reopen` | `id`, `text` / `id`, `why`? / `id`, `promised`? | the issue |
  | `lookup` | `from` or `name` | the caller as `call` would see it |
  | `watch` | `since`?, `as`?, `only`? | |
  | `ack` | `seq` (cumulative), `as` when not on the watching connection | `acked` |
  | `reload` / `tick` | | what changed, `affected` / what came due |
  """#

/// Comes with the follow-up mails.
private let notYet = ["resolve": ["send?"]]

/// The keys of a cell, with a question mark where one may be left out.
private func keys(_ cell: Substring) -> [String] {
  var keys: [String] = []
  var isChoice = false
  // What stands in parentheses explains, and its words mean nothing here.
  let parts = cell.split(separator: "(").enumerated().flatMap { index, part in
    index == 0 ? [part] : [part.drop { $0 != ")" }.dropFirst()]
  }.joined()
  for piece in parts.split(separator: ",") {
    // "and a, b or c": at least one of them, so that each may be left out.
    isChoice = isChoice || piece.contains(" and ")
    let optional = isChoice || piece.contains("?") || piece.contains(" or ") || piece.contains(" when ")
    for (index, name) in piece.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    where index % 2 == 1 {
      keys.append(optional ? "\(name)?" : String(name))
    }
  }
  return keys
}

private let rows: [(verb: String, keys: [String])] = document.split(separator: "\n").flatMap { row in
  let cells = row.replacing("\\|", with: "/").split(separator: "|")
  let names = cells[0].split(separator: " / ")
  let takes = cells[1].split(separator: " / ", omittingEmptySubsequences: false)
  return names.enumerated().map { index, name in
    (
      verb: String(name.filter { $0.isLetter || $0 == "-" }),
      keys: index < takes.count ? keys(takes[index]) : []
    )
  }
}

@Test(arguments: rows)
func theDocumentAndTheTableAgree(_ name: String, _ keys: [String]) throws {
  let verb = try #require(Verb.named(name))
  let takes = verb.takes.split(separator: ",").map { String($0.drop { $0 == " " }) }
  #expect(takes.sorted() == keys.filter { !(notYet[name] ?? []).contains($0) }.sorted())
}

@Test func theDocumentHasEveryVerb() {
  #expect(rows.map(\.verb).sorted() == verbs.map(\.name).sorted())
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
