// What a line means: every verb with every key that it takes.

import Civil
import HoursCore
import HoursWire
import Testing

private func incoming(_ fill: (inout Incoming) -> Void = { _ in }) -> Request {
  var incoming = Incoming()
  fill(&incoming)
  return .call(incoming)
}

private func triage(_ fill: (inout Triage) -> Void) -> Request {
  var triage = Triage(call: 17)
  fill(&triage)
  return .triage(triage)
}

private func calls(_ fill: (inout CallQuery) -> Void = { _ in }) -> Request {
  var query = CallQuery()
  fill(&query)
  return .calls(query)
}

private func issues(_ fill: (inout IssueQuery) -> Void = { _ in }) -> Request {
  var query = IssueQuery()
  fill(&query)
  return .issues(query)
}

private func addition(_ fill: (inout Addition) -> Void = { _ in }) -> Request {
  var addition = Addition(about: "ring the accountant")
  fill(&addition)
  return .add(addition)
}

private func report(_ fill: (inout ReportQuery) -> Void = { _ in }) -> Request {
  var query = ReportQuery()
  fill(&query)
  return .report(query)
}

private func resolution(_ fill: (inout Resolution) -> Void = { _ in }) -> Request {
  var resolution = Resolution(id: 3)
  fill(&resolution)
  return .resolve(resolution)
}

private func override(_ state: OfficeState, _ fill: (inout OverrideWish) -> Void = { _ in }) -> Request {
  var wish = OverrideWish(state)
  fill(&wish)
  return .override(wish)
}

private func messages(_ fill: (inout MessageQuery) -> Void = { _ in }) -> Request {
  var query = MessageQuery()
  fill(&query)
  return .messages(query)
}

private func edit(_ fill: (inout MessageEdit) -> Void = { _ in }) -> Request {
  var edit = MessageEdit(id: 3)
  fill(&edit)
  return .mailEdit(edit)
}

private func watch(_ fill: (inout Watch) -> Void = { _ in }) -> Request {
  var watch = Watch()
  fill(&watch)
  return .watch(watch)
}

private let understood: [(line: String, request: Request)] = [
  (#"help"#, .help),
  (#"help {}"#, .help),
  (#"forget {"client":"acme"}"#, .forget(.client("acme"))),
  (#"forget {"number":"030 1234567"}"#, .forget(.number("030 1234567"))),
  (#"report"#, report()),
  (
    #"report {"from":"monday","to":"2026-11-30","client":"acme"}"#,
    report {
      $0.from = .day(.weekday(.monday))
      $0.to = .day(.date(CivilDate(year: 2026, month: 11, day: 30)!))
      $0.client = "acme"
    }
  ),
  (#"version"#, .version),
  (#"status"#, .status(at: nil)),
  (#"status "#, .status(at: nil)),
  (#"status   {  }  "#, .status(at: nil)),
  (#"status {"at":"tonight"}"#, .status(at: .tonight)),
  (#"hours"#, .hours(from: nil, to: nil)),
  (#"hours {"from":"tonight"}"#, .hours(from: .tonight, to: nil)),
  (
    #"hours {"from":"1970-01-02"}"#,
    .hours(from: .day(.date(CivilDate(dayNumber: 1))), to: nil)
  ),
  (#"hours {"from":"next-business-day","to":"+2h"}"#, .hours(from: .nextBusinessDay, to: .later(7200))),
  (#"working-add {"working":7200}"#, .workingAdd(seconds: 7200, from: nil)),
  (#"working-add {"working":0,"from":"tonight"}"#, .workingAdd(seconds: 0, from: .tonight)),
  (#"working-add {"working":34560000}"#, .workingAdd(seconds: 34_560_000, from: nil)),
  (
    #"working-between {"from":"tonight","to":"next-business-day"}"#,
    .workingBetween(from: .tonight, to: .nextBusinessDay)
  ),
  (#"call"#, incoming()),
  (#"call {"from":"+79161234567"}"#, incoming { $0.from = "+79161234567" }),
  (#"call {"from":"8 (495) 123-45-67"}"#, incoming { $0.from = "8 (495) 123-45-67" }),
  (#"call {"name":"Борис"}"#, incoming { $0.name = "Борис" }),
  (#"call {"name":"\u0411\u043e\u0440\u0438\u0441"}"#, incoming { $0.name = "Борис" }),
  (
    #"call {"about":"it says \"404\"\n\t\\o/ \ud83d\ude00"}"#,
    incoming { $0.about = "it says \"404\"\n\t\\o/ 😀" }
  ),
  (#"call {"about":"a,}","name":"b,]"}"#, incoming { ($0.about, $0.name) = ("a,}", "b,]") }),
  (#"call {"about":""}"#, incoming()),
  (#"call {"from":"","name":" ","key":""}"#, incoming()),
  (#"call {"severity":"critical"}"#, incoming { $0.severity = .critical }),
  (#"call {"severity":"normal"}"#, incoming { $0.severity = .normal }),
  (#"call {"severity":"untriaged"}"#, incoming { $0.severity = .untriaged }),
  (#"call {"missed":true}"#, incoming { $0.missed = true }),
  (#"call {"missed":false}"#, incoming()),
  (#"call {"surcharge":"accepted"}"#, incoming { $0.surcharge = .accepted }),
  (#"call {"surcharge":"declined"}"#, incoming { $0.surcharge = .declined }),
  (#"call {"at":"22:15"}"#, incoming { $0.at = .clock(CivilTime(hour: 22, minute: 15)) }),
  (#"triage {"call":17,"about":"no shop"}"#, triage { $0.about = "no shop" }),
  (#"triage {"call":17,"severity":"normal"}"#, triage { $0.severity = .normal }),
  (
    #"triage {"call":17,"answers":{"down":true,"hacked":false}}"#,
    triage { $0.answers = ["down": true, "hacked": false] }
  ),
  (#"triage {"call":17,"answers":{}}"#, triage { $0.answers = [:] }),
  (#"triage {"call":17,"surcharge":"accepted"}"#, triage { $0.surcharge = .accepted }),
  (#"triage {"call":17,"issue":4}"#, triage { $0.issue = 4 }),
  (#"end {"call":17,"outcome":"answered"}"#, .end(call: 17, .answered, minutes: nil)),
  (#"end {"call":17,"outcome":"missed","minutes":0}"#, .end(call: 17, .missed, minutes: 0)),
  (#"end {"outcome":"rejected","call":17}"#, .end(call: 17, .rejected, minutes: nil)),
  (
    #"end {"call":17,"outcome":"voicemail","minutes":2147483647}"#,
    .end(call: 17, .voicemail, minutes: 2_147_483_647)
  ),
  (#"told {"call":17,"channel":"spoken"}"#, .told(.call(17), .spoken)),
  (#"told {"client":"acme","channel":"sms"}"#, .told(.client("acme"), .sms)),
  (#"told {"client":"acme","channel":"mail"}"#, .told(.client("acme"), .mail)),
  (#"told {"client":"acme","channel":"voicemail"}"#, .told(.client("acme"), .voicemail)),
  (#"calls"#, calls()),
  (
    #"calls {"client":"acme","before":9,"limit":1000}"#,
    calls { ($0.client, $0.before, $0.limit) = ("acme", 9, 1000) }
  ),
  (#"issues"#, issues()),
  (#"issues {"state":"solved"}"#, issues { $0.states = [.solved] }),
  (#"issues {"state":["pending","dropped"]}"#, issues { $0.states = [.pending, .dropped] }),
  (#"issues {"state":"all"}"#, issues { $0.states = [.pending, .solved, .settled, .dropped] }),
  (#"issues {"kind":"ring-back","client":"acme"}"#, issues { ($0.kind, $0.client) = (.ringBack, "acme") }),
  (
    #"issues {"due_by":"+2h","after":4,"limit":1}"#,
    issues { ($0.dueBy, $0.after, $0.limit) = (.later(7200), 4, 1) }
  ),
  (#"issue {"id":3}"#, .issue(3)),
  (#"issue {"id":-1}"#, .issue(-1)),
  (#"add {"about":"ring the accountant"}"#, addition()),
  (
    #"add {"about":"ring the accountant","client":"acme","kind":"support"}"#,
    addition { ($0.client, $0.kind) = ("acme", .support) }
  ),
  (
    #"add {"about":"ring the accountant","due":"tonight","promised":"next-business-day"}"#,
    addition { ($0.due, $0.promised) = (.tonight, .nextBusinessDay) }
  ),
  (#"resolve {"id":3}"#, resolution()),
  (
    #"resolve {"id":3,"solution":"restored","minutes":40,"was_critical":false}"#,
    resolution { ($0.solution, $0.minutes, $0.wasCritical) = ("restored", 40, false) }
  ),
  (#"snooze {"id":3,"until":"+2 working hours"}"#, .snooze(3, until: .laterWorking(7200))),
  (#"note {"id":3,"text":"he is in Rome"}"#, .note(3, text: "he is in Rome")),
  (#"drop {"id":3}"#, .drop(3, why: nil)),
  (#"drop {"id":3,"why":"a joke"}"#, .drop(3, why: "a joke")),
  (#"reopen {"id":3}"#, .reopen(3, promised: nil)),
  (#"reopen {"id":3,"promised":"tonight"}"#, .reopen(3, promised: .tonight)),
  (#"resolve {"id":3,"send":true}"#, resolution { $0.send = true }),
  (#"messages"#, messages()),
  (
    #"messages {"state":["sent","failed"],"issue":3,"after":4,"limit":1}"#,
    messages { ($0.states, $0.issue, $0.after, $0.limit) = ([.sent, .failed], 3, 4, 1) }
  ),
  (#"messages {"state":"all"}"#, messages { $0.states = Set(MessageState.allCases) }),
  (#"message {"id":3}"#, .message(3)),
  (#"mail-edit {"id":3}"#, edit()),
  (
    #"mail-edit {"id":3,"subject":"Fast again","body":"It is.\n"}"#,
    edit { ($0.subject, $0.body) = ("Fast again", "It is.\n") }
  ),
  (#"mail-send {"id":3}"#, .mailSend(3)),
  (#"waive {"issue":3}"#, .waive(issue: 3)),
  (#"mail-claim {"id":3}"#, .mailClaim(3)),
  (#"mail-sent {"id":3}"#, .mailSent(3)),
  (#"mail-failed {"id":3,"error":"no route"}"#, .mailFailed(3, error: "no route", later: false)),
  (#"mail-failed {"id":3,"error":"busy","later":true}"#, .mailFailed(3, error: "busy", later: true)),
  (#"override {"state":"closed"}"#, override(.closed)),
  (
    #"override {"state":"open","from":"10:00","until":"+4h","reason":"a launch"}"#,
    override(.open) {
      ($0.from, $0.until) = (.clock(CivilTime(hour: 10, minute: 0)), .later(14_400))
      $0.reason = "a launch"
    }
  ),
  (
    #"override {"state":"closed","until":"1970-01-02","reason":""}"#,
    override(.closed) { $0.until = .day(.date(CivilDate(dayNumber: 1))) }
  ),
  (#"overrides"#, .overrides),
  (#"end-override {"id":3}"#, .endOverride(3)),
  (#"contacts"#, .contacts),
  (#"support-hours"#, .supportHours(language: nil, .text)),
  (#"support-hours {"language":"ru","format":"text"}"#, .supportHours(language: "ru", .text)),
  (#"support-hours {"format":"opening_hours"}"#, .supportHours(language: nil, .openingHours)),
  (#"support-hours {"format":"json-ld"}"#, .supportHours(language: nil, .jsonLD)),
  (#"lookup {"from":"+79161234567"}"#, .lookup(from: "+79161234567", name: nil)),
  (#"lookup {"name":"Acme"}"#, .lookup(from: nil, name: "Acme")),
  (#"watch"#, watch()),
  (#"watch {"since":0}"#, watch { $0.since = 0 }),
  (#"watch {"since":9223372036854775807,"as":"hooks"}"#, watch { ($0.since, $0.name) = (.max, "hooks") }),
  (#"watch {"only":"issue"}"#, watch { $0.only = ["issue"] }),
  (#"watch {"only":["issue.due","call"]}"#, watch { $0.only = ["issue.due", "call"] }),
  (#"ack {"seq":41}"#, .ack(seq: 41, as: nil)),
  (#"ack {"seq":41,"as":"hooks"}"#, .ack(seq: 41, as: "hooks")),
  (#"snapshot"#, .snapshot),
  (#"reload"#, .reload),
  (#"tick"#, .tick),
]

@Test(arguments: understood)
func understands(_ line: String, _ request: Request) throws {
  let read = try RequestLine(Array(line.utf8))
  #expect(read.request == request)
  #expect(read.key == nil)
}

@Test func everyVerbAndEveryKeyIsTried() {
  for verb in verbs {
    let lines = understood.map(\.line).filter { $0.split(separator: " ").first == verb.name[...] }
    #expect(!lines.isEmpty, "\(verb.name)")
    for key in verb.keys { #expect(lines.contains { $0.contains("\"\(key)\":") }, "\(verb.name): \(key)") }
  }
}

@Test(arguments: [
  #"call {"key":"k1"}"#, #"triage {"call":1,"key":"k1"}"#, #"end {"call":1,"outcome":"missed","key":"k1"}"#,
  #"told {"call":1,"channel":"sms","key":"k1"}"#, #"add {"about":"x","key":"k1"}"#,
  #"resolve {"id":1,"key":"k1"}"#, #"snooze {"id":1,"until":"tonight","key":"k1"}"#,
  #"note {"id":1,"text":"x","key":"k1"}"#, #"drop {"id":1,"key":"k1"}"#, #"reopen {"id":1,"key":"k1"}"#,
  #"mail-edit {"id":1,"body":"x","key":"k1"}"#, #"mail-send {"id":1,"key":"k1"}"#,
  #"waive {"issue":1,"key":"k1"}"#, #"mail-claim {"id":1,"key":"k1"}"#, #"mail-sent {"id":1,"key":"k1"}"#,
  #"mail-failed {"id":1,"error":"x","key":"k1"}"#,
  #"override {"state":"open","key":"k1"}"#, #"end-override {"id":1,"key":"k1"}"#,
  #"reload {"key":"k1"}"#, #"tick {"key":"k1"}"#,
])
func aChangeTakesAKey(_ line: String) throws {
  #expect(try RequestLine(Array(line.utf8)).key == "k1")
}

@Test(arguments: [
  ("next-business-day", TimeExpression.nextBusinessDay), ("tonight", .tonight),
  ("09:30", .clock(CivilTime(hour: 9, minute: 30))), ("9:30", .clock(CivilTime(hour: 9, minute: 30))),
  ("00:00", .clock(.midnight)),
  // The instants were computed with `date -d … +%s`.
  ("2026-11-24T09:00:00+03:00", .instant(Instant(seconds: 1_795_500_000))),
  ("2026-11-24T06:00:00Z", .instant(Instant(seconds: 1_795_500_000))),
  ("2026-11-23T22:30:00.25-07:30", .instant(Instant(seconds: 1_795_500_000))),
  ("+2h", .later(7200)), ("+90m", .later(5400)), ("+1h30m", .later(5400)), ("+3d", .later(259_200)),
  ("+1h 30m", .later(5400)), ("in 1 hour 30 minutes", .later(5400)), ("in an hour", .later(3600)),
  ("in a week", .later(604_800)), ("+2w", .later(1_209_600)), ("2 weeks ago", .later(-1_209_600)),
  ("+45s", .later(45)), ("+1 hour", .later(3600)), ("+2 days", .later(172_800)), ("+20 min", .later(1200)),
  ("+2 working hours", .laterWorking(7200)), ("+90 working minutes", .laterWorking(5400)),
  ("+1 working hour", .laterWorking(3600)),
])
func readsATime(_ text: String, _ time: TimeExpression) {
  #expect(TimeExpression(text) == time)
}

@Test(
  arguments: [
    ("2h", 7200), ("90m", 5400), ("1h30m", 5400), ("7200", 7200), ("0", 0), ("2 hours", 7200),
    ("20 min", 1200), ("45s", 45), ("45 seconds", 45), ("1h5s", 3605),
    ("", nil), ("-2h", nil), ("+2h", nil), ("2", 2), ("2.5h", nil), ("2d", nil), ("1d2h", nil),
    ("2 days", nil),
    ("two hours", nil), ("h", nil), ("2 h 30 m", 9000), ("2 3 h", nil), ("٢", nil),
    ("99999999999999999999", nil),
  ] as [(String, Int64?)])
func readsADuration(_ text: String, _ duration: Int64?) {
  #expect(seconds(ofWork: text) == duration)
}

@Test func readsADateAndTime() throws {
  let date = try #require(CivilDate(year: 2026, month: 11, day: 24))
  let civil = CivilDateTime(date: date, time: CivilTime(hour: 9, minute: 0))
  #expect(TimeExpression("2026-11-24 09:00") == .civil(civil))
  #expect(TimeExpression("2026-11-24 9:00") == .civil(civil))
  #expect(TimeExpression("2026-11-24T09:00") == .civil(civil))
  #expect(TimeExpression("2026-11-24T09:00:00") == .civil(civil))
  #expect(TimeExpression("2026-11-24 09:00:00") == .civil(civil))
}

@Test(arguments: [
  "", " ", "24:00", "9", "9:5", "09:60", "09:00:00", "2026-11-31", "0000-01-01", "2026-11-31 09:00",
  "2026-02-29 09:00", "2026-11-24T", "2026-11-24T24:00:00Z",
  "2026-11-24T23:59:60Z", "2026-11-24T09:00:00+25:00", "26-11-24 09:00", "+", "+2", "+h", "+0h", "+-2h",
  "++2h", "++2 hours", "+-2 hours", "+1.5h", "+2 working", "+2 working weeks", "+2 idle hours",
  "+0 working hours", "+٢h", "-2h", "+99999999999999999999h", "+9223372036854775807 hours",
  "+3661d", "+1d3660d",
])
func refusesATime(_ text: String) {
  #expect(TimeExpression(text) == nil)
}
