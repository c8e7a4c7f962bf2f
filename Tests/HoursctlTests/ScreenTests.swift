// A reply, and what people see of it.

import Foundation
import HoursWire
import Testing

@testable import hoursctl

func screen(
  _ words: String, _ reply: String, columns: UInt16? = nil, environment: [String: String] = [:]
) throws -> String {
  let run = try hoursctl(words, replies: reply + "\n", environment: environment, columns: columns)
  #expect(run.errors.isEmpty, "\(run.errors)")
  return run.output.replacing("\r\n", with: "\n")
}

private let closed = #"""
  {"state":"closed","now":"2026-11-23T20:15:00+03:00","since":"2026-11-23T18:00:00+03:00",\#
  "until":"2026-11-24T09:00:00+03:00","reason":"day off","next_opening":"2026-11-24T09:00:00+03:00",\#
  "zone":"Europe/Moscow","pending":3,"due":1,"overdue":0,"unsent":0,"next_reminder":"2026-11-30T09:00:00+03:00",\#
  "alarm":"systemd","seq":7,"new_key":{"of":["a","newer","daemon"]}}
  """#

@Test func statusIsOneScreen() throws {
  #expect(
    try screen("", closed) == """
      closed until tomorrow 09:00
      why            day off
      since          18:00
      queue          3 pending, 1 due
      next reminder  Mon 30 Nov 09:00
      alarm          systemd

      """)
}

@Test func statusOfAnotherTimeNamesIt() throws {
  #expect(
    try screen("status --at +2h", closed).hasPrefix(
      """
      closed until tomorrow 09:00
      at             Mon 23 Nov 2026 20:15
      why            day off

      """))
}

@Test func statusSaysWhatIsWrong() throws {
  let reply = #"""
    {"state":"closed","break":true,"now":"2026-11-23T13:15:00+03:00","until":"2026-11-23T14:00:00+03:00",\#
    "next_opening":"2026-11-23T14:00:00+03:00","zone":"Europe/Moscow","pending":0,"due":0,"overdue":0,"clock":"behind",\#
    "configuration_error":"config.toml:3:1: no such key","warnings":["DE: no holiday is known after 2030-12-31"],"seq":7}
    """#
  #expect(
    try screen("status", reply) == """
      closed for a break until 14:00
      why            a break in the working hours
      queue          nothing is owed
      clock          behind: calls are recorded, nothing is announced until it is right
      configuration  config.toml:3:1: no such key
      warning        DE: no holiday is known after 2030-12-31

      """)
}

@Test(arguments: [
  ("2026-11-23T23:59:00+03:00", "23:59"), ("2026-11-23T00:00:00+03:00", "00:00"),
  ("2026-11-24T00:00:00+03:00", "tomorrow 00:00"), ("2026-11-22T23:59:59+03:00", "yesterday 23:59"),
  ("2026-11-25T09:00:00+03:00", "Wed 25 Nov 09:00"), ("2026-11-30T09:00:00+03:00", "Mon 30 Nov 09:00"),
  ("2026-01-04T09:00:00+03:00", "Sun 4 Jan 09:00"), ("2027-01-04T09:00:00+03:00", "Mon 4 Jan 2027 09:00"),
  // Today is the office's, whatever the offset of the time.
  ("2026-11-24T09:00:00+12:00", "tomorrow 09:00"), ("2026-11-24T06:00:00Z", "tomorrow 06:00"),
  ("2026-11-23T09:00:00-09:30", "09:00"),
])
func timesAreSaidAsPeopleSayThem(_ time: String, _ spelled: String) throws {
  let reply = #"{"now":"2026-11-23T20:15:00+03:00","until":"\#(time)"}"#
  #expect(try screen("status --format {until}", reply) == spelled + "\n")
}

@Test(arguments: [
  ("'{state} {until}'", "closed tomorrow 09:00"), ("'{pending}/{due}'", "3/1"),
  ("'[{configuration_error}]'", "[]"),
  ("'{{{state}}'", "{closed}"), ("plain", "plain"), ("'{zone.name}'", ""),
  ("'{new_key.of}'", "a, newer, daemon"), ("'{answers.down}'", ""),
])
func aFormatIsFilled(_ format: String, _ line: String) throws {
  #expect(try screen("--format \(format)", closed) == line + "\n")
}

@Test(arguments: [
  ("--format '{state} {nope}'", closed, "`nope`; this one has alarm, due, new_key, next_opening,"),
  ("status --format {}", closed, "``; this one has alarm"),
  ("status --format {new_key.off}", closed, "`new_key.off`; this one has of"),
  ("issues --format {who}", queue, "`who`; this one has about, class, client, due, id, kind,"),
])
func aFormatWithAKeyThatNoReplyHasIsRefused(_ words: String, _ reply: String, _ says: String) throws {
  let run = try hoursctl(words, replies: reply + "\n")
  #expect(run.status == 64 && run.output.isEmpty)
  #expect(run.errors.hasPrefix("hoursctl: --format: no reply has \(says)"), "\(run.errors)")
}

@Test func aFormatOfNothingIsNothing() throws {
  #expect(try screen("issues --format {who}", #"{"issues":[]}"#) == "")
}

/// The program's list of keys is that of the protocol's page.
@Test func theKeysOfAFormatAreTheProtocols() throws {
  let page = try String(
    contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../contrib/doc/protocol.md"), encoding: .utf8)
  let named = Set(page.matches(of: /`([a-z_]+)`/).map { String($0.1) })
  #expect(JSON.keys.subtracting(named) == [])
  let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { $0.split(separator: "|") }
  let tables = page.components(separatedBy: "| key | value | meaning |\n").dropFirst()
  let shown = tables.flatMap { $0.split(separator: "\n").prefix { $0.hasPrefix("|") } }
    .flatMap { $0.split(separator: "|")[0].matches(of: /`([a-z_]+)`/).map { String($0.1) } }
  #expect(shown.count > 50 && Set(shown).subtracting(JSON.keys) == [])
  let events = rows.filter { $0[0].contains(".") && !$0[0].contains("/") }
    .flatMap { $0[1].matches(of: /`([a-z_]+)`/).map { String($0.1) } }
  #expect(events.count > 10 && Set(events).subtracting(JSON.keys) == [])
  let given = verbs.flatMap { $0.gives.split(separator: ", ") }
    .compactMap { $0.wholeMatch(of: /([a-z_]+)\??/).map { String($0.1) } }
  #expect(Set(given).subtracting(JSON.keys) == [])
}

@Test func textsAreReadAsTheyWereMeant() throws {
  let reply = #"{"a" : "\ud83d\ude00\u0416\/\"\\" , "b":[ ],"c":{ "d":[-1.5e3,true,null]}}"#
  #expect(try screen("--format '{a} {b} {c.d}'", reply) == #"😀Ж/"\  -1.5e3, true"# + "\n")
}

private let hours = #"""
  {"intervals":[{"start":"2031-01-06T09:00:00+03:00","end":"2031-01-06T18:00:00+03:00","state":"open"},\#
  {"start":"2031-01-07T00:00:00+03:00","end":"2031-01-08T00:00:00+03:00","state":"closed","reason":"Christmas"},\#
  {"start":"2031-01-08T20:00:00+03:00","end":"2031-01-09T02:00:00+03:00","state":"unknown","reason":"by appointment"}]}
  """#

@Test func theHoursAreATable() throws {
  #expect(
    try screen("hours", hours) == """
      FROM                  TO                    STATE    WHY
      Mon 6 Jan 2031 09:00  18:00                 open
      Tue 7 Jan 2031 00:00  24:00                 closed   Christmas
      Wed 8 Jan 2031 20:00  Thu 9 Jan 2031 02:00  unknown  by appointment

      """)
  #expect(try screen("hours", #"{"intervals":[]}"#) == "closed all the time\n")
  #expect(
    try screen("hours --format '{state} {reason}'", hours)
      == "open \nclosed Christmas\nunknown by appointment\n")
}

private let queue = #"""
  {"issues":[{"id":1,"kind":"support","state":"pending","class":"client","client":"acme","name":"Acme GmbH",\#
  "about":"red \u001b[31m bell \u0007 right \u202e left\nnext line","severity":"critical",\#
  "due":"2031-01-06T09:00:00+03:00","promised":"2031-01-07T09:00:00+03:00"},{"id":12,"kind":"ring-back",\#
  "state":"settled","class":"unknown","number":"+79990000000","severity":"untriaged",\#
  "due":"2031-01-06T09:00:00+03:00","promised":"2031-01-06T09:00:00+03:00"}],"next":12}
  """#

@Test func theQueueIsATable() throws {
  #expect(
    try screen("issues", queue) == """
      ID  STATE    DUE                   PROMISED              KIND       WHO           ABOUT
      1            Mon 6 Jan 2031 09:00  Tue 7 Jan 2031 09:00  support    Acme GmbH     \
      critical: red ␛[31m bell ␇ right \u{FFFD} left␊next line
      12  settled  Mon 6 Jan 2031 09:00                        ring-back  +79990000000
      younger ones: --after 12

      """)
}

@Test func aFormatHasALineForEachIssue() throws {
  #expect(try screen("issues --format '{id} {client}{name}'", queue) == "1 acmeAcme GmbH\n12 \n")
}

@Test func anEmptyQueueIsSaid() throws {
  #expect(try screen("issues", #"{"issues":[]}"#) == "nothing is owed\n")
}

@Test func aTerminalHasColoursAndAWidth() throws {
  let output = try screen("issues", queue, columns: 80, environment: ["TERM": "xterm", "LANG": "C.UTF-8"])
  #expect(output.contains("\u{1B}[2mID\u{1B}[0m"))
  let plain = output.replacing(#/\u{1B}\[\d*m/#, with: "")
  #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(plain)")
  #expect(plain.contains("…"))
}

@Test(arguments: [["TERM": "dumb"], ["TERM": "xterm", "NO_COLOR": "1"]])
func coloursCanBeRefused(_ environment: [String: String]) throws {
  let output = try screen("issues", queue, columns: 200, environment: environment)
  #expect(!output.contains("\u{1B}"))
}

@Test func longWordsAreWrappedOnATerminal() throws {
  let reply = #"""
    {"call":17,"called_at":"2031-01-06T20:15:00+03:00","caller":{"class":"client","id":"acme","name":"Acme GmbH",\#
    "number":"+49301234567","contract":"24x7","language":"en","always":false,"told":true},"severity":"normal",\#
    "missed":false,"verdict":"defer","reason":"not-critical",\#
    "say":"You called out of hours; I will look at it on the next business day.","issue":3,\#
    "promised":"2031-01-07T09:00:00+03:00","due":"2031-01-07T09:00:00+03:00",\#
    "questions":[{"id":"down","ask":"Is it down?"},{"id":"data","ask":"Is data gone?"}],\#
    "pending":[{"id":2,"kind":"support","state":"pending","name":"Acme GmbH","due":"2031-01-07T09:00:00+03:00"}]}
    """#
  #expect(
    try screen("call", reply, columns: 60, environment: ["TERM": "dumb"]) == """
      defer (not-critical)
      say            You called out of hours; I will look at it on
                     the next business day.
      ask            down: Is it down?
                     data: Is data gone?
      caller         Acme GmbH (client, acme, +49301234567, 24x7,
                     told before)
      severity       normal
      issue          3, due Tue 7 Jan 2031 09:00, promised Tue 7
                     Jan 2031 09:00
      call           17, Mon 6 Jan 2031 20:15
      pending for this caller:
      ID  DUE                   KIND     WHO
      2   Tue 7 Jan 2031 09:00  support  Acme GmbH

      """)
}

private let issue = #"""
  {"id":3,"kind":"support","state":"solved","class":"client","client":"acme","name":"Acme GmbH","about":"login",\#
  "severity":"critical","reason":"critical","call":17,"calls":2,"last_called_at":"2031-01-06T20:20:00+03:00","queued_at":"2031-01-06T20:15:00+03:00",\#
  "promised":"2031-01-07T09:00:00+03:00","due":"2031-01-07T09:00:00+03:00","reminders":1,\#
  "last_reminded_at":"2031-01-07T09:00:00+03:00","billable":true,"solution":"reset it","minutes":5,\#
  "was_critical":false,"history":[{"seq":40,"at":"2031-01-06T20:15:00+03:00","event":"call.received","call":17,\#
  "caller":{"class":"client","name":"Acme GmbH"},"about":"login","severity":"critical","verdict":"answer",\#
  "reason":"critical"},\#
  {"seq":41,"at":"2031-01-07T09:00:00+03:00","event":"issue.noted","issue":3,"text":"he rang again","issues":[]},\#
  {"seq":42,"at":"2031-01-07T09:00:00+03:00","event":"moon.full","phase":1}]}
  """#

@Test func anIssueIsShownWithItsHistory() throws {
  #expect(
    try screen("show 3", issue) == """
      issue 3: support, solved
      who            Acme GmbH
      about          login
      severity       critical
      reason         critical
      call           17
      called         2 times, last Mon 6 Jan 2031 20:20
      queued         Mon 6 Jan 2031 20:15
      promised       Tue 7 Jan 2031 09:00
      due            Tue 7 Jan 2031 09:00
      reminded       Tue 7 Jan 2031 09:00
      billable       the surcharge was accepted
      solution       reset it
      minutes        5
      was critical   no

      Mon 6 Jan 2031 20:15  Acme GmbH called: critical: login - answer (critical)
      Tue 7 Jan 2031 09:00  note: he rang again
                            moon.full

      """)
}

@Test(arguments: [
  ("working-add 2h", #"{"at":"2031-01-07T10:00:00+03:00"}"#, "Tue 7 Jan 2031 10:00"),
  ("working-between a b", #"{"working":0}"#, "0"),
  ("working-between a b", #"{"working":27000}"#, "7h30m"),
  ("working-between a b", #"{"working":3605}"#, "1h5s"),
  ("working-between a b", #"{"working":176400}"#, "49h"),
  ("add x", #"{"issue":4,"due":"2031-01-07T09:00:00+03:00"}"#, "issue 4: due Tue 7 Jan 2031 09:00"),
  ("resolve 3 done", #"{"state":"settled"}"#, "issue 3: settled"),
  (
    "snooze 3 tonight",
    #"{"due":"2031-01-06T19:00:00+03:00","reminded_at":"2031-01-06T19:00:00+03:00","promised":"2031-01-07T09:00:00+03:00"}"#,
    "issue 3: due Mon 6 Jan 2031 19:00, promised Tue 7 Jan 2031 09:00"
  ),
  (
    "note 3 x", #"{"id":3,"kind":"support","state":"pending","name":"Acme","about":"login"}"#,
    "noted: issue 3  support  Acme  login"
  ),
  (
    "drop 3", #"{"id":3,"kind":"support","state":"dropped","client":"acme"}"#,
    "issue 3  support  dropped  acme"
  ),
  ("told acme sms", #"{"told":true}"#, "noted: acme was told"),
  (
    "lookup Boris",
    #"{"caller":{"class":"personal","id":"boris","name":"Boris","always":true,"told":false}}"#,
    "Boris (personal, boris, always answered, never told)"
  ),
  (
    "lookup +7999", #"{"caller":{"class":"unknown","number":"+7999","told":false}}"#,
    "+7999 (unknown, never told)"
  ),
  ("ack 41 --as hooks", #"{"acked":41}"#, "hooks: acked up to 41"),
  ("reload", #"{"changed":[],"affected":[]}"#, "nothing changed"),
  ("reload", #"{"changed":["hours","evening"],"affected":[]}"#, "changed: hours, evening"),
  ("tick", #"{"events":[]}"#, "nothing has come due"),
  ("tick", #"{"events":["office.opened","issue.due"]}"#, "office.opened, issue.due"),
  ("calls", #"{"calls":[]}"#, "no calls"),
  ("version", #"{"version":"9.9.9","protocol":1}"#, "hoursctl 0.1.0\nhoursd 9.9.9, protocol 1"),
])
func aChangeIsOneLine(_ words: String, _ reply: String, _ line: String) throws {
  #expect(try screen(words, reply) == line + "\n")
}

@Test(arguments: [
  "--json", "status --json", "issues --json", "issues --json --format {id}", "version --json",
])
func jsonIsTheReplyAsItIs(_ words: String) throws {
  let odd = #"{"state":"closed", "odd" : 1e3, "text":"\u001b[31m ы"}"#
  #expect(try screen(words, odd) == odd + "\n")
}
