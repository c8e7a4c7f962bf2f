// The name of a file in hooks.d, and what it is run for.

import HoursCore
import HoursWire
import Testing

/// `-`: it is none; `*`: every event.
private let table = """
  log                       -> *
  log.sh                    -> *
  10-log                    -> *
  my log                    -> *
  notify.issue.due          -> issue.due
  notify.issue.due.sh       -> issue.due
  notify.issue              -> issue
  notify.mail.py            -> mail
  issue.due                 -> issue.due
  mail                      -> mail
  a.b.office.override-ended -> office.override-ended
  office.override-ended     -> office.override-ended
  issue.due.backup.today    -> *
  notify.issue.dew          -> issue
  notify.issues             -> *
  notifyissue.due           -> *
  log.                      -> *
  .log                      -> -
  log~                      -> -
  log.bak                   -> -
  .log.swp                  -> -
  log.issue.dpkg-old        -> -
  log.dpkg-dist             -> -
  log.rpmnew                -> -
  #log#                     -> -
  """

@Test(arguments: table.split(separator: "\n").map(String.init))
func aNameSaysWhatItIsRunFor(_ row: String) throws {
  let arrow = try #require(row.firstRange(of: " -> "))
  let name = String(row[..<arrow.lowerBound].reversed().drop { $0 == " " }.reversed())
  let found = HookName(name).map { $0.only ?? "*" } ?? "-"
  #expect(found == row[arrow.upperBound...])
}

@Test(arguments: [
  ("log", "issue.due", true), ("x.issue", "issue.due", true), ("x.issue", "mail.due", false),
  ("x.call", "caller.told", false), ("x.issue.due", "issue.due", true), ("x.issue.due", "issue.noted", false),
  ("x.office.override", "office.override-ended", false),
])
func aHookWants(_ name: String, _ event: String, _ isWanted: Bool) {
  #expect(HookName(name)?.wants(event) == isWanted)
}

@Test func theNotesComeBackAsTheyWere() {
  var failing = HookNote("näme \"x\"")
  failing.failure = HookFailure(
    at: .init(seconds: 1_795_428_000), seq: 41, event: "issue.due", why: "ended with status 1", late: true)
  let notes = HookNotes([HookNote("log"), failing])
  #expect(HookNotes(line: notes.line) == notes)
  for damaged in ["", "{", "{}", #"{"hooks":[{}]}"#, #"{"hooks":[{"name":"log","failure":{}}]}"#] {
    #expect(HookNotes(line: Array(damaged.utf8)) == nil)
  }
}
