// Forgetting in the log: finds all that is kept of a person, and stages it anew without them.

import Civil
import Glibc
import HoursCore
import HoursStore
import HoursWire

/// Takes a person out of a log, within the turn.
@MainActor
struct Forgetter {
  private let log: EventLog
  private let encoder: LineEncoder
  private let likeness: Likeness
  private let eraser: Eraser
  /// What a row must hold to be looked at closely.
  private let marks: [[UInt8]]
  private var removed = Removed()
  private var calls: Set<Int64> = []
  private var issues: Set<Int64> = []
  private var messages: Set<Int64> = []

  /// Rows at a time.
  private static let page = 256

  init(_ likeness: Likeness, event: Int64, log: EventLog, office: Office) {
    self.log = log
    self.likeness = likeness
    encoder = LineEncoder(zone: office.zone)
    eraser = Eraser(likeness, event: event)
    let texts = likeness.names.union(likeness.numbers).union(likeness.ids)
    marks = texts.map { Array(LineEncoder(zone: .utc).encode($0).dropFirst().dropLast()) }
  }

  /// Everybody who ever called, each as they were known then.
  static func callers(of log: EventLog) throws -> Set<Caller> {
    struct Call: Decodable { let caller: Caller }
    var callers: Set<Caller> = []
    var before = Int64.max
    while case let page = try log.calls(HoursStore.CallQuery(before: before, limit: page)), !page.isEmpty {
      for row in page { callers.insert(try decodeRecord(Call.self, from: row.body).caller) }
      before = page[page.count - 1].id
    }
    return callers
  }

  /// Issues of theirs that are solved, and of which they were not told.
  static func untold(_ likeness: Likeness, in log: EventLog) throws -> [Issue] {
    try likeness.persons.sorted().flatMap { person in
      try log.issues(HoursStore.IssueQuery(states: [.solved], person: person, limit: .max))
        .map { try decodeRecord(Issue.self, from: $0.body) }
    }
  }

  /// Stages everything that is kept without them.
  ///
  /// - Returns: What is to be told of it; nil when nothing was kept.
  mutating func forget() throws -> Forgotten? {
    try forgetCalls()
    try forgetIssues()
    try forgetMessages()
    for row in try log.allTold() where eraser.name(of: row.person) != nil {
      let erased = eraser.erased(try decodeRecord(Told.self, from: row.body))
      try log.removeTold(row.person)
      try log.put(ToldRow(person: erased.person, body: encoder.encode(erased)))
    }
    try forgetMessages()
    try forgetEvents()
    try forgetRequests()
    removed.configurations = try log.removeEarlierConfigurations()
    guard removed != Removed() else { return nil }
    try log.eraseFacts(eraser, encoder)
    try log.stagePurge()
    return Forgotten(persons: likeness.persons.compactMap(eraser.name).sorted(), removed: removed)
  }

  private func isMarked(_ body: [UInt8]) -> Bool {
    body.withUnsafeBytes { body in marks.contains { body.holds($0) } }
  }

  // MARK: Rows

  private mutating func forgetCalls() throws {
    var before = Int64.max
    while case let page = try log.calls(HoursStore.CallQuery(before: before, limit: Self.page)), !page.isEmpty
    {
      for row in page where isMarked(row.body) {
        let call = try decodeRecord(Call.self, from: row.body)
        let erased = eraser.erased(call)
        if eraser.isTheirs(call) { calls.insert(call.id) }
        if erased != call { try log.put(CallRow(erased, body: encoder.encode(erased))) }
      }
      before = page[page.count - 1].id
    }
    removed.calls = calls.count
  }

  private mutating func forgetIssues() throws {
    var after: Int64 = 0
    while case let page = try log.issues(
      HoursStore.IssueQuery(states: Set(IssueRow.State.allCases), after: after, limit: Self.page)),
      !page.isEmpty
    {
      for row in page where isMarked(row.body) {
        let issue = try decodeRecord(Issue.self, from: row.body)
        let erased = eraser.erased(issue)
        if eraser.isTheirs(issue) { issues.insert(issue.id) }
        if erased != issue { try log.put(IssueRow(erased, body: encoder.encode(erased))) }
      }
      after = page[page.count - 1].id
    }
    removed.issues = issues.count
  }

  private mutating func forgetMessages() throws {
    var after: Int64 = 0
    while case let page = try log.messages(
      HoursStore.MessageQuery(
        states: Set(MessageRow.State.allCases), issue: nil, after: after, limit: Self.page)), !page.isEmpty
    {
      for row in page where isMarked(row.body) || issues.contains(row.issue) {
        let message = try decodeRecord(Message.self, from: row.body)
        let erased = eraser.erased(message)
        if eraser.isTheirs(message) { messages.insert(message.id) }
        guard erased != message else { continue }
        try log.put(MessageRow(erased, body: encoder.encode(erased)))
      }
      after = page[page.count - 1].id
    }
  }

  private mutating func forgetEvents() throws {
    var after: Int64 = 0
    while case let page = try log.events(after: after, limit: Self.page), !page.isEmpty {
      for row in page where isMarked(row.body) {
        let line = try EventLine(line: row.body)
        let erased = eraser.erased(line.event)
        guard erased != line.event else { continue }
        try log.rewrite(event: row.seq, body: encoder.encode(EventLine(seq: row.seq, erased)))
        removed.events += 1
      }
      after = page[page.count - 1].seq
    }
  }

  // MARK: Requests

  /// A key stays known, so that what was done under it is not done again; what was asked and answered goes.
  private mutating func forgetRequests() throws {
    var after = ""
    while case let page = try log.requests(after: after, limit: Self.page), !page.isEmpty {
      for row in page where isTheirs(row) {
        try log.put(RequestRow(key: row.key, line: RequestLine.forgotten, reply: Array("{}".utf8)))
        removed.keys += 1
      }
      after = page[page.count - 1].key
    }
  }

  private func isTheirs(_ row: RequestRow) -> Bool {
    if isMarked(row.line) || isMarked(row.reply) { return true }
    guard let request = try? RequestLine(row.line).request else { return false }
    if let answer = try? decodeRecord(Answer.self, from: row.reply),
      answer.call.map(calls.contains) ?? answer.issue.map(issues.contains) ?? false
    {
      return true
    }
    switch request {
    case .triage(let triage): return calls.contains(triage.call)
    case .end(let call, _, _), .told(.call(let call), _): return calls.contains(call)
    case .resolve(let resolution): return issues.contains(resolution.id)
    case .note(let id, _), .drop(let id, _), .snooze(let id, _), .reopen(let id, _):
      return issues.contains(id)
    case .mailEdit(let edit): return messages.contains(edit.id)
    case .mailFailed(let id, _, _): return messages.contains(id)
    case .told(.client(let name), _): return likeness.isNamed(name)
    default: return false
    }
  }

  /// What was answered to `call` and `add`.
  private struct Answer: Decodable {
    let call: Int64?
    let issue: Int64?
  }
}

extension UnsafeRawBufferPointer {
  /// Whether these bytes, of which there is one at least, stand in it somewhere.
  fileprivate func holds(_ mark: [UInt8]) -> Bool {
    guard let base = baseAddress, let first = mark.first else { return false }
    var start = 0
    while count - start >= mark.count,
      let hit = memchr(base + start, CInt(first), count - start - mark.count + 1)
    {
      if memcmp(hit, mark, mark.count) == 0 { return true }
      start = UnsafeRawPointer(hit) - base + 1
    }
    return false
  }
}
