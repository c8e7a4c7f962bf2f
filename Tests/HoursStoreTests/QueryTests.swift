// Queries: filters and pages, and the index that each statement runs on.

import CSQLite
import Testing

@testable import HoursStore

struct QueryTests {
  let folder = Folder()

  /// id, state, kind, client, person, due
  private static let issues = """
    1  settled  support    acme  acme   100
    2  pending  support    acme  acme   200
    3  pending  ring-back  -     boris  300
    4  solved   support    beta  beta   150
    5  dropped  ring-back  -     +7916  120
    6  pending  ring-back  acme  ann    90
    7  solved   support    acme  acme   400
    8  settled  ring-back  -     boris  50
    """

  private static let calls = """
    1  acme  acme
    2  -     boris
    3  acme  ann
    4  -     -
    5  acme  acme
    6  beta  beta
    """

  /// id, issue, state
  private static let messages = """
    1  1  sent
    2  1  withdrawn
    3  1  draft
    4  4  uncertain
    5  7  sending
    6  7  queued
    7  8  waived
    8  9  failed
    """

  private func filled() throws -> EventLog {
    let log = try EventLog.open(path: folder.log)
    for line in Self.issues.split(separator: "\n") {
      let word = line.split(separator: " ").map { $0 == "-" ? nil : String($0) }
      let state = try #require(IssueRow.State(rawValue: word[1] ?? ""))
      let kind = try #require(IssueRow.Kind(rawValue: word[2] ?? ""))
      let (id, due) = (try #require(Int64(word[0] ?? "")), try #require(Int64(word[5] ?? "")))
      try log.put(
        IssueRow(id: id, state: state, kind: kind, client: word[3], person: word[4], due: due, body: []))
    }
    for line in Self.calls.split(separator: "\n") {
      let word = line.split(separator: " ").map { $0 == "-" ? nil : String($0) }
      let id = try #require(Int64(word[0] ?? ""))
      try log.put(CallRow(id: id, at: id, client: word[1], person: word[2], body: []))
    }
    for line in Self.messages.split(separator: "\n") {
      let word = line.split(separator: " ").map(String.init)
      let (id, issue) = (try #require(Int64(word[0])), try #require(Int64(word[1])))
      try log.put(
        MessageRow(id: id, issue: issue, state: try #require(MessageRow.State(rawValue: word[2])), body: []))
    }
    try log.commit()
    return log
  }

  @Test(
    arguments: [
      (IssueQuery(limit: 10), [2, 3, 4, 6, 7]),
      (IssueQuery(limit: 2), [2, 3]),
      (IssueQuery(after: 3, limit: 2), [4, 6]),
      (IssueQuery(after: 7, limit: 2), []),
      (IssueQuery(states: Set(IssueRow.State.allCases), limit: 10), [1, 2, 3, 4, 5, 6, 7, 8]),
      (IssueQuery(states: [], limit: 10), []),
      (IssueQuery(states: [.settled], limit: 10), [1, 8]),
      (IssueQuery(kind: .ringBack, limit: 10), [3, 6]),
      (IssueQuery(dueBy: 200, limit: 10), [2, 4, 6]),
      (IssueQuery(client: "acme", limit: 10), [2, 6, 7]),
      (IssueQuery(client: "acme", person: "ann", limit: 10), [6]),
      (IssueQuery(kind: .support, client: "acme", dueBy: 300, limit: 10), [2]),
      (IssueQuery(client: "acme", after: 2, limit: 1), [6]),
      (IssueQuery(client: "nobody", limit: 10), []),
      (IssueQuery(person: "boris", limit: 10), [3]),
      (IssueQuery(states: [.pending, .settled], person: "boris", limit: 10), [3, 8]),
      (IssueQuery(kind: .support, person: "boris", limit: 10), []),
      (IssueQuery(person: "beta", dueBy: 149, limit: 10), []),
    ] as [(IssueQuery, [Int64])])
  func issues(query: IssueQuery, ids: [Int64]) throws {
    #expect(try filled().issues(query).map(\.id) == ids)
  }

  @Test(
    arguments: [
      (CallQuery(limit: 10), [6, 5, 4, 3, 2, 1]),
      (CallQuery(limit: 2), [6, 5]),
      (CallQuery(before: 5, limit: 2), [4, 3]),
      (CallQuery(before: 1, limit: 2), []),
      (CallQuery(client: "acme", limit: 10), [5, 3, 1]),
      (CallQuery(client: "acme", before: 5, limit: 1), [3]),
      (CallQuery(client: "acme", person: "acme", limit: 10), [5, 1]),
      (CallQuery(person: "boris", limit: 10), [2]),
      (CallQuery(person: "nobody", limit: 10), []),
    ] as [(CallQuery, [Int64])])
  func calls(query: CallQuery, ids: [Int64]) throws {
    #expect(try filled().calls(query).map(\.id) == ids)
  }

  @Test(
    arguments: [
      (MessageQuery(limit: 10), [3, 4, 5, 6, 8]),
      (MessageQuery(limit: 2), [3, 4]),
      (MessageQuery(after: 4, limit: 2), [5, 6]),
      (MessageQuery(states: Set(MessageRow.State.allCases), limit: 10), [1, 2, 3, 4, 5, 6, 7, 8]),
      (MessageQuery(states: [.sent, .waived], limit: 10), [1, 7]),
      (MessageQuery(states: [], limit: 10), []),
      (MessageQuery(issue: 7, limit: 10), [5, 6]),
      (MessageQuery(states: Set(MessageRow.State.allCases), issue: 1, limit: 10), [1, 2, 3]),
      (MessageQuery(states: [.sent], issue: 1, after: 1, limit: 10), []),
      (MessageQuery(issue: 99, limit: 10), []),
    ] as [(MessageQuery, [Int64])])
  func messages(query: MessageQuery, ids: [Int64]) throws {
    #expect(try filled().messages(query).map(\.id) == ids)
  }

  @Test func unsentMessages() throws {
    #expect(try filled().unsentMessages().map(\.id) == [3, 4, 5, 6, 8])
  }

  @Test func pendingIssues() throws {
    #expect(try filled().pendingIssues().map(\.id) == [2, 3, 6])
  }

  @Test func pagesOfEvents() throws {
    let log = try EventLog.open(path: folder.log)
    let all = (1...25).map { anEvent($0, issues: $0 % 3 == 0 ? [1, $0] : [], body: "event \($0)") }
    for event in all { try log.stage(event) }
    try log.commit()
    var read: [EventRow] = []
    while case let page = try log.events(after: read.last?.seq ?? 0, limit: 10), !page.isEmpty {
      read += page
    }
    #expect(read == all)
    #expect(try log.events(ofIssue: 1, limit: 3).map(\.seq) == [3, 6, 9])
    #expect(try log.events(ofIssue: 1, after: 9, limit: 100).map(\.seq) == [12, 15, 18, 21, 24])
    #expect(try log.events(ofIssue: 6, limit: 9) == [all[5]])
  }

  @Test(arguments: [
    (100, Int.max, [1, 2, 3, 4, 5]), (100, 50, [1, 2, 3, 4, 5]), (100, 41, [1, 2, 3, 4, 5]),
    (100, 40, [1, 2, 3, 4]), (100, 11, [1, 2]), (100, 10, [1]), (100, 1, [1]), (2, 40, [1, 2]),
  ])
  func aPageOfEventsEndsWhenItIsFull(limit: Int, bytes: Int, expected: [Int64]) throws {
    let log = try EventLog.open(path: folder.log)
    for seq in 1...5 { try log.stage(anEvent(Int64(seq), body: "ten bytes.")) }
    try log.commit()
    #expect(try log.events(after: 0, limit: limit, bytes: bytes).map(\.seq) == expected)
  }

  @Test(
    arguments: [
      (1, 7, nil, [1, 2, 3, 4, 5, 6]), (2, 4, nil, [2, 3]), (4, 4, nil, []), (1, 7, "acme", [1, 5]),
      (2, 5, "acme", []),
    ] as [(Int64, Int64, String?, [Int64])])
  func callsOfATime(from: Int64, to: Int64, person: String?, expected: [Int64]) throws {
    let log = try filled()
    var found: [CallRow] = []
    while true {
      let last = found.last.map { ($0.at, $0.id) }
      let page = try log.calls(from: from, to: to, person: person, after: last, limit: 2)
      found += page
      if page.count < 2 { break }
    }
    #expect(found.map(\.id) == expected)
  }

  /// What a statement must run on. A scan would cost more with every year of history.
  @Test(
    arguments: [
      (SQL.lastSeq, "SEARCH event"),
      (SQL.maxIssueID, "SEARCH issue"),
      (SQL.maxCallID, "SEARCH call"),
      (SQL.maxMessageID, "SEARCH message"),
      (SQL.message, "SEARCH message USING INTEGER PRIMARY KEY (rowid=?)"),
      (SQL.messages, "SEARCH message USING INDEX message_by_state (state=? AND id>?)"),
      (SQL.messagesOfIssue, "SEARCH message USING INDEX message_by_issue (issue=? AND state=? AND id>?)"),
      (SQL.issue, "SEARCH issue USING INTEGER PRIMARY KEY (rowid=?)"),
      (SQL.call, "SEARCH call USING INTEGER PRIMARY KEY (rowid=?)"),
      (SQL.request, "SEARCH request USING INDEX sqlite_autoindex_request_1 (key=?)"),
      (SQL.reader, "SEARCH reader USING PRIMARY KEY (name=?)"),
      (SQL.lastConfiguration, "SEARCH configuration USING INTEGER PRIMARY KEY (rowid=?)"),
      (SQL.fact, "SEARCH fact USING PRIMARY KEY (name=?)"),
      (SQL.events, "SEARCH event USING INTEGER PRIMARY KEY (rowid>?)"),
      (SQL.eventsOfIssue, "SEARCH issue_event USING PRIMARY KEY (issue=? AND seq>?)"),
      (SQL.eventsOfIssue, "SEARCH event USING INTEGER PRIMARY KEY (rowid=?)"),
      (SQL.issuesOfEvent, "SEARCH issue_event USING COVERING INDEX issue_event_by_seq (seq=?)"),
      (SQL.issues, "SEARCH issue USING INDEX issue_by_state (state=? AND id>?)"),
      (SQL.issuesOfClient, "SEARCH issue USING INDEX issue_by_client (client=? AND state=? AND id>?)"),
      (SQL.issuesOfPerson, "SEARCH issue USING INDEX issue_by_person (person=? AND state=? AND id>?)"),
      (SQL.calls, "SEARCH call USING INTEGER PRIMARY KEY (rowid<?)"),
      (SQL.callsOfClient, "SEARCH call USING INDEX call_by_client (client=? AND id<?)"),
      (SQL.callsOfPerson, "SEARCH call USING INDEX call_by_person (person=? AND id<?)"),
      (SQL.callsBetween, "SEARCH call USING INDEX call_by_time (at>? AND at<?)"),
      (SQL.callsOfPersonBetween, "SEARCH call USING INDEX call_by_person (person=? AND id>?)"),
    ] as [(StaticString, String)])
  func plan(sql: StaticString, step: String) throws {
    let plan = try explain(sql.description)
    #expect(plan.contains(step), "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
  }

  /// The steps of SQLite's plan for a statement.
  private func explain(_ sql: String) throws -> [String] {
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    try #require(sqlite3_open(":memory:", &database) == SQLITE_OK)
    for statement in Schema.statements {
      try #require(sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK)
    }
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    try #require(sqlite3_prepare_v2(database, "EXPLAIN QUERY PLAN " + sql, -1, &statement, nil) == SQLITE_OK)
    var steps: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      steps.append(String(cString: sqlite3_column_text(statement, 3)))
    }
    return steps
  }
}
