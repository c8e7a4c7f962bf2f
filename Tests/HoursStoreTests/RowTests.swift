// Rows: what is put is what is read, now and after reopening; what must not be is refused.

import Testing

@testable import HoursStore

struct RowTests {
  let folder = Folder()

  /// Puts with one log, and reads with another one opened afterwards.
  private func reopened(_ put: (EventLog) throws -> Void) throws -> EventLog {
    let log = try EventLog.open(path: folder.log)
    try put(log)
    try log.commit()
    log.close()
    return try EventLog.open(path: folder.log)
  }

  @Test(arguments: [
    EventRow(seq: 1, at: 0, name: "office.opened", body: []),
    EventRow(
      seq: 41, at: 1_795_000_000, name: "office.override-ended", body: utf8("{\"seq\":41}"), issues: [3, 7]),
    EventRow(
      seq: .max, at: -1, name: "call.received", body: utf8("{\"about\":\"касса не работает\"}"), issues: [1]),
    EventRow(seq: 2, at: .max, name: "a.b", body: Array(repeating: 0x61, count: 70_000)),
  ])
  func events(row: EventRow) throws {
    let log = try reopened { try $0.stage(row) }
    #expect(try log.events(after: 0, limit: 10) == [row])
    #expect(try log.lastSeq() == row.seq)
    for issue in row.issues { #expect(try log.events(ofIssue: issue, limit: 10) == [row]) }
  }

  @Test(arguments: IssueRow.State.allCases, IssueRow.Kind.allCases)
  func issues(state: IssueRow.State, kind: IssueRow.Kind) throws {
    let whole = IssueRow(
      id: 7, state: state, kind: kind, client: "acme", person: "+49301234567", due: -5, body: utf8("{}"))
    let bare = IssueRow(id: 8, state: state, kind: kind, due: .max, body: [])
    let log = try reopened {
      try $0.put(whole)
      try $0.put(bare)
    }
    #expect(try log.issue(7) == whole)
    #expect(try log.issue(8) == bare)
    #expect(try log.issue(9) == nil)
    #expect(try log.maxIssueID() == 8)
  }

  @Test(arguments: [
    CallRow(id: 1, at: 1_795_000_000, client: "acme", person: "acme", body: utf8("{\"from\":\"+1\"}")),
    CallRow(id: .max, at: 0, client: nil, person: "+79161234567", body: []),
    CallRow(id: 3, at: 0, body: utf8("{}")),
  ])
  func calls(row: CallRow) throws {
    let log = try reopened { try $0.put(row) }
    #expect(try log.call(row.id) == row)
    #expect(try log.call(2) == nil)
    #expect(try log.maxCallID() == row.id)
  }

  @Test(arguments: MessageRow.State.allCases)
  func messages(state: MessageRow.State) throws {
    let row = MessageRow(id: 7, issue: 3, state: state, body: utf8("{\"subject\":\"Сделано\"}"))
    let log = try reopened { try $0.put(row) }
    #expect(try log.message(7) == row)
    #expect(try log.message(8) == nil)
    #expect(try log.maxMessageID() == 7)
  }

  @Test func theOthers() throws {
    let told = ToldRow(person: "Борис", body: utf8("{\"times\":2}"))
    let request = RequestRow(key: "k-1", line: utf8("call {}"), reply: utf8("{\"call\":1}"))
    let first = ConfigurationRow(id: 1, at: 10, body: utf8("hours = \"24/7\""))
    let second = ConfigurationRow(id: 2, at: 20, body: [])
    let log = try reopened {
      try $0.put(told)
      try $0.put(request)
      try $0.put(first)
      try $0.put(second)
      try $0.setReader("journal", acked: 0)
      try $0.setReader("hooks", acked: 12)
      try $0.setFact("office", utf8("open"))
      try $0.setFact("empty", [])
    }
    #expect(try log.allTold() == [told])
    #expect(try log.request("k-1") == request)
    #expect(try log.request("k-2") == nil)
    #expect(try log.lastConfiguration() == second)
    #expect(try log.reader("journal") == 0)
    #expect(try log.reader("hooks") == 12)
    #expect(try log.reader("mail") == nil)
    #expect(try log.fact("office") == utf8("open"))
    #expect(try log.fact("empty") == [])
    #expect(try log.fact("none") == nil)
  }

  @Test func aNewLogHoldsNothing() throws {
    let log = try EventLog.open(path: folder.log)
    #expect(try log.lastSeq() == 0)
    #expect(try log.maxIssueID() == 0)
    #expect(try log.maxCallID() == 0)
    #expect(try log.maxMessageID() == 0)
    #expect(try log.unsentMessages() == [])
    #expect(try log.lastConfiguration() == nil)
    #expect(try log.pendingIssues() == [])
    #expect(try log.events(after: 0, limit: 1) == [])
  }

  @Test func puttingAgainReplaces() throws {
    let log = try reopened {
      try $0.put(anIssue(1, .pending, body: "first"))
      try $0.put(CallRow(id: 1, at: 1, client: "acme", body: utf8("first")))
      try $0.put(MessageRow(id: 1, issue: 1, state: .draft, body: utf8("first")))
      try $0.put(ToldRow(person: "acme", body: utf8("first")))
      try $0.setReader("hooks", acked: 1)
      try $0.setFact("office", utf8("open"))
      try $0.commit()
      try $0.put(anIssue(1, .solved, body: "second"))
      try $0.put(CallRow(id: 1, at: 2, person: "+1", body: utf8("second")))
      try $0.put(MessageRow(id: 1, issue: 1, state: .sent, body: utf8("second")))
      try $0.put(ToldRow(person: "acme", body: utf8("second")))
      try $0.setReader("hooks", acked: 2)
      try $0.setFact("office", utf8("closed"))
    }
    #expect(try log.issue(1) == anIssue(1, .solved, body: "second"))
    #expect(try log.call(1) == CallRow(id: 1, at: 2, person: "+1", body: utf8("second")))
    #expect(try log.message(1) == MessageRow(id: 1, issue: 1, state: .sent, body: utf8("second")))
    #expect(try log.unsentMessages() == [])
    #expect(try log.allTold() == [ToldRow(person: "acme", body: utf8("second"))])
    #expect(try log.reader("hooks") == 2)
    #expect(try log.fact("office") == utf8("closed"))
    #expect(try log.pendingIssues() == [])
  }

  /// Each of these would be a bug of ours; the log refuses to keep it.
  @Test(arguments: [
    "event(seq, at, name, body) VALUES(0, 1, 'a.b', '{}')",
    "event(seq, at, name, body) VALUES(1, 'noon', 'a.b', '{}')",
    "event(seq, at, name, body) VALUES(1, NULL, 'a.b', '{}')",
    "event(seq, at, name, body) VALUES(1, 1, 'opened', '{}')",
    "event(seq, at, name, body) VALUES(1, 1, 'a.b.c', '{}')",
    "event(seq, at, name, body) VALUES(1, 1, 'Office.Opened', '{}')",
    "event(seq, at, name, body) VALUES(1, 1, '.b', '{}')",
    "event(seq, at, name, body) VALUES(1, 1, 'a.b', NULL)",
    "event(seq, at, name, body) VALUES(1, 1, 'a.b', x'00')",
    "issue(id, state, kind, due, body) VALUES(0, 'pending', 'support', 1, '{}')",
    "issue(id, state, kind, due, body) VALUES(1, 'open', 'support', 1, '{}')",
    "issue(id, state, kind, due, body) VALUES(1, 'pending', 'ring', 1, '{}')",
    "issue(id, state, kind, due, body) VALUES(1, 'pending', 'support', NULL, '{}')",
    "issue(id, state, kind, client, due, body) VALUES(1, 'pending', 'support', '', 1, '{}')",
    "issue_event(issue, seq) VALUES(0, 1)",
    "issue_event(issue, seq) VALUES(1, NULL)",
    "call(id, at, body) VALUES(-1, 1, '{}')",
    "call(id, at, person, body) VALUES(1, 1, '', '{}')",
    "message(id, issue, state, body) VALUES(0, 1, 'draft', '{}')",
    "message(id, issue, state, body) VALUES(1, 0, 'draft', '{}')",
    "message(id, issue, state, body) VALUES(1, 1, 'gone', '{}')",
    "message(id, issue, state, body) VALUES(1, 1, 'draft', NULL)",
    "told(person, body) VALUES('', '{}')",
    "told(person, body) VALUES(NULL, '{}')",
    "request(key, line, reply) VALUES('', '', '')",
    "reader(name, acked) VALUES('hooks', -1)",
    "configuration(id, at, body) VALUES(0, 1, '')",
    "fact(name, value) VALUES('', '')",
  ])
  func refusedByACheck(row: String) throws {
    let log = try EventLog.open(path: folder.log)
    let error = #expect(throws: DatabaseError.self) { try log.database.execute("INSERT INTO " + row) }
    #expect(error?.code == 19, "a constraint, not a slip of this test: \(row)")
    #expect(error?.kind == .other)
  }
}
