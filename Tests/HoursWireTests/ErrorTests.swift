// What is wrong with a line: the code that programs rely on, and a sentence that says the way out.

import Civil
import HoursCore
import HoursWire
import Testing

/// The error of a line; nil when it was understood.
private func answer(to line: [UInt8]) -> ErrorReply.Body? {
  do {
    _ = try RequestLine(line)
    return nil
  } catch {
    return ErrorReply(error).error
  }
}

private struct Case: CustomStringConvertible, Sendable {
  let line: String
  let code: ErrorCode
  let says: String

  var description: String { line }
}

/// A line, an arrow, the code, and what the message must say.
private func cases(_ table: String) -> [Case] {
  table.split(separator: "\n").map { row in
    let halves = row.split(separator: " -> ", maxSplits: 1)
    let answer = halves[halves.count - 1].split(separator: ": ", maxSplits: 1)
    let line = halves.count == 1 ? "" : halves[0].drop { $0 == "|" }
    guard let code = ErrorCode(rawValue: String(answer[0])) else { fatalError("no such code: \(row)") }
    return Case(line: String(line), code: code, says: String(answer[1]))
  }
}

@Test(
  arguments: cases(
    #"""
    | -> bad-request: the line begins with no verb
    | status -> bad-request: the line begins with no verb; send a verb
    stauts -> unknown-verb: no verb is named `stauts`; did you mean `status`?
    bogus -> unknown-verb: no verb is named `bogus`; `help` lists the verbs
    STATUS -> unknown-verb: did you mean `status`?
    stat -> unknown-verb: did you mean `status`?
    resolved {"id":3} -> unknown-verb: did you mean `resolve`?
    no-such-verb-and-a-name-that-never-seems-to-come-to-an-end -> unknown-verb: no verb is named `no-such
    { -> bad-request: begins with no verb
    {"verb":"status"} -> bad-request: begins with no verb; send a verb, or a verb, a space and a JSON object
    "status" -> bad-request: begins with no verb
    status{} -> bad-request: put a space between the verb and its object: `status {…}`
    snooze{"id":3,"until":"tonight"} -> bad-request: `snooze {…}`
    add {"about":"x","due":"9999-12-31T23:59:59-12:00"} -> invalid: is no time
    call {"at":"0000-01-01 00:00"} -> invalid: is no time
    add {"about":""} -> bad-request: `add` needs `about`
    add {"about":" \n\t"} -> bad-request: `add` needs `about`
    note {"id":1,"text":""} -> bad-request: `note` needs `text`
    status { -> bad-request: not JSON
    status } -> bad-request: not JSON
    status {} x -> bad-request: not JSON
    status {}{} -> bad-request: not JSON
    status {"at":"tonight"} tail -> bad-request: not JSON
    status {'at':'tonight'} -> bad-request: not JSON
    status {at:"tonight"} -> bad-request: not JSON
    status {"at" "tonight"} -> bad-request: not JSON
    status {"at":} -> bad-request: not JSON
    status {"at":"tonight} -> bad-request: not JSON
    status {"at":"\x"} -> bad-request: `at` must be a text
    status {"at":"tonight",} -> bad-request: not JSON
    status {,} -> bad-request: not JSON
    triage {"call":1,"answers":{"down":true , }} -> bad-request: not JSON
    watch {"only":["issue",	]} -> bad-request: not JSON
    status tonight -> bad-request: not JSON
    status [] -> bad-request: no object
    status 3 -> bad-request: no object
    status "tonight" -> bad-request: no object
    status true -> bad-request: no object
    status null -> bad-request: no object
    status {"from":"x"} -> bad-request: `status` takes no `from`; it takes at?
    status {"At":"tonight"} -> bad-request: takes no `At`
    status {"":1} -> bad-request: takes no ``
    status {"key":"k"} -> bad-request: `status` takes no `key`
    help {"at":"tonight"} -> bad-request: `help` takes no `at`; it takes no keys
    call {"from":"+7","form":"+7"} -> bad-request: `call` takes no `form`; it takes from?, name?
    call {"from":79161234567} -> bad-request: `from` must be a text
    call {"from":null} -> bad-request: `from` must be a text
    call {"from":["+7"]} -> bad-request: `from` must be a text
    call {"from":{"number":"+7"}} -> bad-request: `from` must be a text
    call {"missed":"true"} -> bad-request: `missed` must be true or false
    call {"missed":1} -> bad-request: `missed` must be true or false
    call {"missed":null} -> bad-request: `missed` must be true or false
    call {"key":3} -> bad-request: `key` must be a text
    call {"severity":"urgent"} -> invalid: `severity` can't be `urgent`; it is one of critical, normal, untriaged
    call {"severity":"Critical"} -> invalid: one of critical, normal
    call {"surcharge":"yes"} -> invalid: one of accepted, declined
    call {"at":"whenever"} -> invalid: `at`: `whenever` is no time; give, for example,
    call {"about":"a\u0000b"} -> invalid: `about` holds a NUL character; leave it out
    call {"name":"\u0000"} -> invalid: `name` holds a NUL
    call {"about":"\ud800"} -> bad-request: `about` must be a text
    call {"about":"\udc00x"} -> bad-request: `about` must be a text
    call {"\ud800":"x"} -> bad-request: JSON
    hours {"from":"moday"} -> invalid: `from`: `moday` is no time; did you mean `monday`?
    hours {"at":"tonight"} -> bad-request: `hours` takes no `at`; it takes from?, to?
    working-add -> bad-request: `working-add` needs `working`; it takes working, from?
    working-add {"working":"2h"} -> bad-request: `working` must be a whole number
    working-add {"working":-1} -> invalid: `working` can't be -1; give 0 to 34560000
    working-add {"working":34560001} -> invalid: `working` can't be 34560001
    working-between -> bad-request: `working-between` needs `from`; it takes from, to
    working-between {"from":"tonight"} -> bad-request: `working-between` needs `to`
    working -> unknown-verb: did you mean `working-add`?
    triage {} -> bad-request: `triage` needs `call`
    triage -> bad-request: `triage` needs `call`
    triage {"call":1,"answers":["down"]} -> bad-request: `answers` must be an object of true and false
    triage {"call":1,"answers":{"down":"yes"}} -> bad-request: `answers` must be an object of true and false
    end {"call":1} -> bad-request: `end` needs `outcome`; it takes call, outcome, minutes?
    end {"call":1,"outcome":"lost"} -> invalid: one of answered, missed, rejected, voicemail
    end {"call":1,"outcome":"missed","minutes":-1} -> invalid: `minutes` can't be -1; give 0 to 2147483647
    end {"call":1,"outcome":"missed","minutes":2147483648} -> invalid: can't be 2147483648
    told {"channel":"sms"} -> bad-request: `told` needs `call or client`
    told {"call":1,"channel":"pigeon"} -> invalid: one of spoken, sms, mail, voicemail
    calls {"limit":0} -> invalid: `limit` can't be 0; give 1 to 1000
    calls {"limit":1001} -> invalid: `limit` can't be 1001; give 1 to 1000
    issues {"state":"open"} -> invalid: one of pending, solved, settled, dropped, all
    issues {"state":["pending","open"]} -> invalid: `state` can't be `open`
    issues {"state":["pending","solved","settled","dropped","all"]} -> invalid: `state` can't be 5
    issues {"state":3} -> bad-request: `state` must be a name or a list of names
    issues {"state":[3]} -> bad-request: `state` must be a name or a list of names
    issues {"state":null} -> bad-request: `state` must be a name or a list of names
    issue {"id":"3"} -> bad-request: `id` must be a whole number
    issue {"id":1.5} -> bad-request: `id` must be a whole number
    issue {"id":1e400} -> bad-request: `id` must be a whole number
    issue {"id":-1e400} -> bad-request: `id` must be a whole number
    issue {"id":9223372036854775808} -> bad-request: `id` must be a whole number
    issue {"id":99999999999999999999} -> bad-request: `id` must be a whole number
    issue {"id":true} -> bad-request: `id` must be a whole number
    issue {"id":null} -> bad-request: `id` must be a whole number
    issue {"id":[3]} -> bad-request: `id` must be a whole number
    issue {"id":{"id":3}} -> bad-request: `id` must be a whole number
    issue {"id":03} -> bad-request: `id` must be a whole number
    issue {"id":+3} -> bad-request: JSON
    issue {"id":NaN} -> bad-request: JSON
    add {} -> bad-request: `add` needs `about`
    snooze {"id":3} -> bad-request: `snooze` needs `until`
    snooze {"until":"tonight"} -> bad-request: `snooze` needs `id`
    note {"id":3} -> bad-request: `note` needs `text`
    override -> bad-request: `override` needs `state`; it takes state, from?, until?, reason?
    override {"state":"shut"} -> invalid: `state` can't be `shut`; it is one of open, closed
    override {"state":"open","from":"whenever"} -> invalid: `from`: `whenever` is no time; give, for example,
    override {"state":"open","until":"2026-11-31"} -> invalid: `until`: `2026-11-31` is no time
    override {"state":"open","to":"tonight"} -> bad-request: `override` takes no `to`; it takes state, from?, until?
    override {"state":"open","reason":3} -> bad-request: `reason` must be a text
    overrides {"id":3} -> bad-request: `overrides` takes no `id`; it takes no keys
    end-override -> bad-request: `end-override` needs `id`; it takes id
    watch {"since":-1} -> invalid: `since` can't be -1
    watch {"only":[["issue"]]} -> bad-request: `only` must be a name or a list of names
    watch {"only":["a\u0000"]} -> invalid: `only` holds a NUL
    watch {"only":"a\u0000"} -> invalid: `only` holds a NUL
    ack -> bad-request: `ack` needs `seq`
    ack {"seq":-1} -> invalid: `seq` can't be -1
    """#))
private func refuses(_ wrong: Case) throws {
  let error = try #require(answer(to: Array(wrong.line.utf8)))
  #expect(error.code == wrong.code, "\(error.message)")
  #expect(error.message.contains(wrong.says), "\(error.message)")
}

private let notUTF8: [(line: [UInt8], offset: Int)] = [
  ([0xFF], 0),
  ([0x73, 0x20, 0x80], 2),
  // The first half of a letter, overlong, a surrogate, and past the last character.
  ([0x61, 0xD1], 1),
  ([0xD0, 0xB6, 0xC0, 0xAF], 2),
  ([0xED, 0xA0, 0x80], 0),
  ([0x61, 0x62, 0xF4, 0x90, 0x80, 0x80], 2),
]

@Test(arguments: notUTF8)
func saysWhereItIsNotUTF8(_ line: [UInt8], _ offset: Int) throws {
  let error = try #require(answer(to: line))
  #expect(error.code == .badRequest)
  #expect(error.message == "byte \(offset) is not UTF-8; send UTF-8")
}

/// `about` and `name` of so many bytes.
private func texts(_ key: String, _ count: Int, of character: Character = "x") -> [UInt8] {
  let text = String(repeating: character, count: count)
  return Array("call {\"\(key)\":\"\(text)\"}".utf8)
}

@Test func limitsAreExact() {
  #expect(answer(to: texts("name", 256)) == nil)
  #expect(answer(to: texts("name", 257))?.code == .invalid)
  #expect(answer(to: texts("name", 128, of: "ы")) == nil)
  #expect(answer(to: texts("name", 129, of: "ы"))?.code == .invalid)
  #expect(answer(to: texts("from", 256)) == nil)
  #expect(answer(to: texts("from", 257))?.message == "`from` is longer than 256 bytes; shorten it")
  #expect(answer(to: texts("key", 256)) == nil)
  #expect(answer(to: texts("key", 257))?.code == .invalid)
  let reason = { (count: Int) in
    Array("override {\"state\":\"open\",\"reason\":\"\(String(repeating: "x", count: count))\"}".utf8)
  }
  #expect(answer(to: reason(256)) == nil)
  #expect(answer(to: reason(257))?.message == "`reason` is longer than 256 bytes; shorten it")
  #expect(answer(to: texts("about", 16_384)) == nil)
  #expect(answer(to: texts("about", 16_385))?.message == "`about` is longer than 16384 bytes; shorten it")
}

@Test func theLineHasALimit() {
  let start = Array("status {".utf8)
  func padded(_ count: Int) -> [UInt8] {
    start + repeatElement(UInt8(ascii: " "), count: count - start.count - 1) + Array("}".utf8)
  }
  #expect(answer(to: padded(65_536)) == nil)
  #expect(answer(to: padded(65_537))?.code == .tooLong)
}

@Test(arguments: [(16, "`at` must be"), (17, "nested deeper than 16"), (30_000, "nested deeper than 16")])
func nestingHasALimit(_ depth: Int, _ says: String) throws {
  // The object itself is the first level.
  for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
    let inner = depth - 1
    let value = String(repeating: open, count: inner) + "1" + String(repeating: close, count: inner)
    let line = Array("status {\"at\":\(value)}".utf8)
    guard line.count <= 65_536 else { continue }
    let error = try #require(answer(to: line))
    #expect(error.code == .badRequest)
    #expect(error.message.contains(says), "\(error.message)")
  }
}

@Test func bracketsInsideTextsDoNotNest() {
  let brackets = String(repeating: "[{\\\"", count: 40)
  #expect(answer(to: Array("call {\"about\":\"\(brackets)\"}".utf8)) == nil)
}

@Test func watchersFiltersHaveALimit() {
  let names = { (count: Int) in repeatElement("\"call\"", count: count).joined(separator: ",") }
  #expect(answer(to: Array("watch {\"only\":[\(names(32))]}".utf8)) == nil)
  #expect(answer(to: Array("watch {\"only\":[\(names(33))]}".utf8))?.code == .invalid)
  let long = String(repeating: "x", count: 257)
  #expect(answer(to: Array("watch {\"only\":\"\(long)\"}".utf8))?.code == .invalid)
  #expect(answer(to: Array("watch {\"only\":[\"\(long)\"]}".utf8))?.code == .invalid)
}

@Test(arguments: [
  #"issue {"id":3,"id":4}"#, #"issue {"id":3,"id":3}"#, #"issue {"id":3,"\u0069d":4}"#,
  #"triage {"call":1,"answers":{"a:":true},"answers":{"b":false}}"#,
])
func aKeyThatIsGivenTwiceIsRefused(_ line: String) {
  #expect(answer(to: Array(line.utf8))?.message == "a key is given twice; give each once")
}

@Test func whatOnlyTheConnectionCanSee() {
  #expect(ErrorReply(.unterminated).error.code == .badRequest)
  #expect(ErrorReply(.tooLong).error.code == .tooLong)
  #expect(
    ErrorReply(.busy("all 256 connections are taken")).error
      == ErrorReply(.busy, "all 256 connections are taken").error)
}

private let noon = Instant(seconds: 1_795_500_000)
private let later = noon + 3600

@Test(
  arguments: [
    (Refusal.noSuchIssue(3), ErrorCode.notFound, "there is no issue 3; `issues`"),
    (.noSuchCall(17), .notFound, "there is no call 17; `calls`"),
    (.noSuchClient("acme"), .notFound, "no contact is named `acme`; `contacts` lists them"),
    (.notPending(3, .settled), .conflict, "issue 3 is settled already; `reopen`"),
    (.alreadyPending(3), .conflict, "issue 3 is pending"),
    (.alreadyEnded(17, .missed), .conflict, "call 17 has ended already: missed"),
    (.snoozeIntoPast(until: noon, now: later), .invalid, "2026-11-24 06:00 is over; give a time to come"),
    // `tonight`, when it is evening.
    (.snoozeIntoPast(until: noon, now: noon), .invalid, "2026-11-24 06:00 is now; give a time to come"),
    (.overrideIsPast(until: noon, now: noon), .invalid, "2026-11-24 06:00 is now; give an `until` to come"),
    (.noTimeOfDay, .invalid, "a call comes at a time of day; give that, too, for example yesterday 17:00"),
    (
      .callInFuture(at: later, now: noon), .invalid,
      "2026-11-24 07:00: it is 2026-11-24 06:00; leave `at` out"
    ),
    (.dueInPast(at: noon, now: later), .invalid, "2026-11-24 06:00 is over (it is 2026-11-24 07:00); give"),
    (.noSolution(3), .invalid, "issue 3 is support: add the solution"),
    (.nothingToTriage, .invalid, "say what was learned: about, severity, answers, surcharge or issue"),
    (.joinsOtherPerson(issue: 4), .invalid, "issue 4 is owed to somebody else; join"),
    (.unknownQuestion("dwon"), .invalid, "no question `dwon`; answer those"),
    (.neverOpens, .invalid, "never opens in these hours; change `hours`"),
    (
      .endsBeforeItBegins(from: later, to: noon), .invalid,
      "`to` (2026-11-24 06:00) is before `from` (2026-11-24 07:00); give a later `to`, or swap them"
    ),
    (
      .windowTooLong(from: noon, to: later), .invalid,
      "from 2026-11-24 06:00 to 2026-11-24 07:00 is more than 400 days; ask for fewer"
    ),
    (.tooManyIntervals, .invalid, "more than 4000 intervals; ask for fewer days"),
    (
      .tooMuchWorkingTime(after: noon), .invalid,
      "within a year after 2026-11-24 06:00; give less, or change `hours`"
    ),
    (.noSuchOverride(3), .notFound, "there is no override 3; `overrides`"),
    (.overrideIsOver(3), .conflict, "override 3 is over"),
    (
      .overrideIsPast(until: noon, now: later), .invalid,
      "2026-11-24 06:00 is over (it is 2026-11-24 07:00); give an `until` to come"
    ),
    (
      .overrideEndsBeforeItBegins(from: later, until: noon), .invalid,
      "`until` (2026-11-24 06:00) is not after `from` (2026-11-24 07:00); give a later `until`"
    ),
    (
      .overrideTooFarAhead(until: noon), .invalid,
      "2026-11-24 06:00 is more than 400 days ahead; give an earlier `until`"
    ),
    (.overrideNeedsUntil, .invalid, "never change, so nothing would end the override; give `until`"),
    (.tooManyOverrides, .busy, "100 overrides run or are to come; end some"),
    (.nobodyToTell, .invalid, "without a number"),
    (
      .noWords(language: "fr", known: ["en", "ru"]), .invalid,
      "there are no words in `fr`; there are en, ru, and the configuration takes more: [words.fr]"
    ),
    (.nobodyToLookUp, .badRequest, "needs `from` or `name`"),
    (.queueIsFull, .busy, "100000 issues are pending; resolve or drop"),
    (.keyReused("k1"), .conflict, "`k1` was used for another request; give"),
    (.watcherExists("hooks"), .conflict, "watches as `hooks` already"),
    (.snapshotExists, .busy, "is being exported already"),
    (.seqAhead(50, newest: 41), .invalid, "event 50 has not happened; the newest is 41"),
    (.badConfiguration("config.toml:3:1: mend it"), .badConfiguration, "config.toml:3:1: mend it"),
    (.logFailed("the disk is full"), .internal, "the disk is full"),
  ])
func wordsARefusal(_ refusal: Refusal, _ code: ErrorCode, _ says: String) {
  let error = ErrorReply(refusal, zone: .utc).error
  #expect(error.code == code)
  #expect(error.message.contains(says), "\(error.message)")
}

@Test func theCodesAreThoseOfTheProtocol() {
  // As protocol.md lists them.
  let listed = [
    "bad-request", "unknown-verb", "too-long", "invalid", "not-found", "conflict", "busy",
    "bad-configuration",
    "internal",
  ]
  #expect(ErrorCode.allCases.map(\.rawValue) == listed)
}
