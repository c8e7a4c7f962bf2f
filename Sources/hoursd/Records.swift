// Events and rows: how what happened is kept. The log itself knows only bytes.

import Civil
import HoursCore
import HoursStore
import HoursWire

/// Facts that must be known at the start.
enum Fact {
  static let announcement = "announcement"
  static let asks = "asks"
  static let cards = "cards"
  static let overrides = "overrides"
}

extension EventLog {
  /// Stages events and the rows that follow from them; `office` has applied them already.
  func stage(_ events: [Event], from first: Int64, office: Office) throws(DatabaseError) -> [EventRow] {
    let encoder = LineEncoder(zone: office.zone)
    var rows: [EventRow] = []
    for (index, event) in events.enumerated() {
      let seq = first + Int64(index)
      let row = EventRow(
        seq: seq, at: event.at.seconds, name: event.name, body: encoder.encode(EventLine(seq: seq, event)),
        issues: event.mentions)
      try stage(row)
      try put(event, encoder)
      rows.append(row)
    }
    if events.contains(where: \.isCall) { try setFact(Fact.asks, encoder.encode(office.waitingCalls)) }
    if events.contains(where: \.movesAnnouncement), let announcement = office.announcement {
      try setFact(Fact.announcement, encoder.encode(announcement))
    }
    if events.contains(where: \.isOverride) {
      try setFact(Fact.overrides, encoder.encode(office.overrides))
    }
    return rows
  }

  /// Stages the facts without whoever is forgotten.
  func eraseFacts(_ eraser: Eraser, _ encoder: LineEncoder) throws {
    if let known = try fact(Fact.announcement) {
      try setFact(
        Fact.announcement, encoder.encode(eraser.erased(try decodeRecord(Announcement.self, from: known))))
    }
    if let known = try fact(Fact.overrides) {
      try setFact(
        Fact.overrides, encoder.encode(eraser.erased(try decodeRecord(Overrides.self, from: known))))
    }
  }

  private func put(_ event: Event, _ encoder: LineEncoder) throws(DatabaseError) {
    switch event.body {
    case .office, .configured, .override, .forgotten: break
    case .call(_, let call):
      try put(CallRow(call, body: encoder.encode(call)))
    case .told(let told): try put(ToldRow(person: told.person, body: encoder.encode(told)))
    case .due, .issue:
      for issue in event.issues { try put(IssueRow(issue, body: encoder.encode(issue))) }
    case .mail(_, let message): try put(MessageRow(message, body: encoder.encode(message)))
    }
  }

  /// Reads records of rows; one that cannot be read is damage to the log. It is not quoted: it may say what callers said.
  func decoding<T>(_ body: () throws -> T) throws(DatabaseError) -> T {
    do { return try body() } catch {
      throw error as? DatabaseError ?? damaged("a record cannot be read")
    }
  }

  /// Lines to hand on as they were kept.
  func lines(_ lines: [[UInt8]]) throws(DatabaseError) -> [[UInt8]] {
    guard lines.allSatisfy(isJSONObject) else { throw damaged("a record cannot be read") }
    return lines
  }

  /// What a reader that is behind is given at a time.
  func page(after seq: Int64) throws(DatabaseError) -> [EventRow] {
    try events(after: seq, limit: Limits.replayPage.events, bytes: Limits.replayPage.bytes)
  }

  /// What an office must know to go on where the log ends.
  func memory() throws(DatabaseError) -> Memory { try decoding(readMemory) }

  private func readMemory() throws -> Memory {
    var memory = Memory()
    memory.pending = try pendingIssues().map { try decodeRecord(Issue.self, from: $0.body) }
    memory.told = try allTold().map { try decodeRecord(Told.self, from: $0.body) }
    memory.announcement = try fact(Fact.announcement).map { try decodeRecord(Announcement.self, from: $0) }
    memory.overrides =
      try fact(Fact.overrides).map { try decodeRecord(Overrides.self, from: $0) } ?? Overrides()
    let asks = try fact(Fact.asks).map { try decodeRecord([Int64].self, from: $0) } ?? []
    memory.asks = try asks.compactMap { try call($0) }.map { try decodeRecord(Call.self, from: $0.body) }
    memory.unsent = try unsentMessages().map { try decodeRecord(Message.self, from: $0.body) }
    memory.lastIssue = try maxIssueID()
    memory.lastCall = try maxCallID()
    memory.lastMessage = try maxMessageID()
    memory.lastEvent = try lastSeq()
    memory.lastEventAt = try events(after: memory.lastEvent - 1, limit: 1).first.map {
      Instant(seconds: $0.at)
    }
    return memory
  }
}

extension Event {
  fileprivate var isCall: Bool {
    if case .call = body { true } else { false }
  }

  fileprivate var isOverride: Bool {
    if case .override = body { true } else { false }
  }
}

extension CallRow {
  init(_ call: Call, body: [UInt8]) {
    self.init(
      id: call.id, at: call.calledAt.seconds, client: call.caller.class == .client ? call.caller.id : nil,
      person: call.caller.person, body: body)
  }
}

extension IssueRow {
  init(_ issue: Issue, body: [UInt8]) {
    self.init(
      id: issue.id, state: State(issue.state), kind: Kind(issue.kind), client: issue.client,
      person: issue.person,
      due: issue.due.seconds, body: body)
  }
}

extension IssueRow.State {
  fileprivate init(_ state: IssueState) {
    self =
      switch state {
      case .pending: .pending
      case .solved: .solved
      case .settled: .settled
      case .dropped: .dropped
      }
  }
}

extension IssueRow.Kind {
  fileprivate init(_ kind: IssueKind) { self = kind == .support ? .support : .ringBack }
}

extension MessageRow {
  init(_ message: Message, body: [UInt8]) {
    self.init(id: message.id, issue: message.issue, state: State(message.state), body: body)
  }
}

extension MessageRow.State {
  fileprivate init(_ state: MessageState) {
    self =
      switch state {
      case .draft: .draft
      case .queued: .queued
      case .sending: .sending
      case .sent: .sent
      case .failed: .failed
      case .uncertain: .uncertain
      case .waived: .waived
      case .withdrawn: .withdrawn
      }
  }
}

/// The log as the office's archive.
struct LogArchive: Archive {
  let log: EventLog

  func issue(_ id: Int64) throws(Refusal) -> Issue? {
    try read { try log.issue(id).map { try decodeRecord(Issue.self, from: $0.body) } }
  }

  func call(_ id: Int64) throws(Refusal) -> Call? {
    try read { try log.call(id).map { try decodeRecord(Call.self, from: $0.body) } }
  }

  func issues(_ query: HoursCore.IssueQuery, dueBy: Int64?) throws(Refusal) -> [Issue] {
    try read {
      let rows = try log.issues(
        HoursStore.IssueQuery(
          states: Set(query.states.map(IssueRow.State.init)), kind: query.kind.map(IssueRow.Kind.init),
          person: query.person, dueBy: dueBy, after: query.after ?? 0, limit: query.limit))
      return try rows.map { try decodeRecord(Issue.self, from: $0.body) }
    }
  }

  func calls(_ query: HoursCore.CallQuery) throws(Refusal) -> [Call] {
    try read {
      let rows = try log.calls(
        HoursStore.CallQuery(person: query.person, before: query.before ?? .max, limit: query.limit))
      return try rows.map { try decodeRecord(Call.self, from: $0.body) }
    }
  }

  func message(_ id: Int64) throws(Refusal) -> Message? {
    try read { try log.message(id).map { try decodeRecord(Message.self, from: $0.body) } }
  }

  func messages(_ query: HoursCore.MessageQuery) throws(Refusal) -> [Message] {
    try read {
      let rows = try log.messages(
        HoursStore.MessageQuery(
          states: Set(query.states.map(MessageRow.State.init)), issue: query.issue, after: query.after ?? 0,
          limit: query.limit))
      return try rows.map { try decodeRecord(Message.self, from: $0.body) }
    }
  }

  func countedCalls(
    in window: Range<Instant>, person: String?, after last: CountedCall?, limit: Int
  ) throws(Refusal) -> [(call: CountedCall, issue: CountedIssue?)] {
    try read {
      let rows = try log.calls(
        from: window.lowerBound.seconds, to: window.upperBound.seconds, person: person,
        after: last.map { ($0.calledAt.seconds, $0.id) }, limit: limit)
      return try rows.map { row in
        let call = try decodeRecord(CountedCall.self, from: row.body)
        let issue = try call.issue.flatMap { try log.issue($0) }
        return (call, try issue.map { try decodeRecord(CountedIssue.self, from: $0.body) })
      }
    }
  }

  func history(of issue: Int64) throws(Refusal) -> [[UInt8]] {
    try read { try log.lines(try log.events(ofIssue: issue, limit: Limits.page).map(\.body)) }
  }

  private func read<T>(_ body: () throws -> T) throws(Refusal) -> T {
    do throws(DatabaseError) { return try log.decoding(body) } catch { throw .logFailed("\(error)") }
  }
}
