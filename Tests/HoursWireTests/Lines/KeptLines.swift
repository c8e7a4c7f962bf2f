// A log in memory that keeps what the daemon's keeps, as the lines that it keeps: whatever is asked of it was written and
// read again.

import Civil
import HoursCore
import HoursWire

struct KeptLines: Archive {
  private let encoder: LineEncoder
  private var issues: [Int64: [UInt8]] = [:]
  private var calls: [Int64: [UInt8]] = [:]
  private var messages: [Int64: [UInt8]] = [:]
  private var told: [String: [UInt8]] = [:]
  private var announcement: [UInt8]?
  private var overrides: [UInt8]?
  private var events: [(line: [UInt8], mentions: [Int64])] = []
  private var latest: Instant?

  init(zone: Zone) { encoder = LineEncoder(zone: zone) }

  /// The number of the newest event.
  var seq: Int64 { Int64(events.count) }

  /// Keeps an event's line, and what follows from the event; `office` has applied it already.
  mutating func keep(_ event: Event, _ line: [UInt8], _ office: Office) {
    events.append((line, event.mentions))
    latest = max(latest ?? event.at, event.at)
    switch event.body {
    case .call(_, let call): calls[call.id] = encoder.encode(call)
    case .told(let heard): told[heard.person] = encoder.encode(heard)
    case .mail(_, let message): messages[message.id] = encoder.encode(message)
    case .due, .issue: for issue in event.issues { issues[issue.id] = encoder.encode(issue) }
    case .office, .configured, .override, .forgotten: break
    }
    if event.movesAnnouncement { announcement = office.announcement.map { encoder.encode($0) } }
    overrides = encoder.encode(office.overrides)
  }

  /// What an office that starts now must know.
  func memory() throws -> Memory {
    var memory = Memory()
    memory.pending = try issues.values.map(read(Issue.self)).filter { $0.state == .pending }
    memory.asks = try calls.values.map(read(Call.self)).filter { $0.verdict == .ask }
    memory.told = try told.values.map(read(Told.self))
    memory.announcement = try announcement.map(read(Announcement.self))
    memory.overrides = try overrides.map(read(Overrides.self)) ?? Overrides()
    memory.unsent = try messages.values.map(read(Message.self)).filter(\.state.isUnsent)
    memory.lastIssue = issues.keys.max() ?? 0
    memory.lastCall = calls.keys.max() ?? 0
    memory.lastMessage = messages.keys.max() ?? 0
    memory.lastEvent = seq
    memory.lastEventAt = latest
    return memory
  }

  private func read<T: Decodable>(_ type: T.Type) -> ([UInt8]) throws -> T {
    { try decodeRecord(type, from: $0) }
  }

  private func kept<T: Decodable>(_ type: T.Type, _ line: [UInt8]?) throws(Refusal) -> T? {
    do { return try line.map(read(type)) } catch { throw .logFailed("\(error)") }
  }

  private func all<T: Decodable>(
    _ type: T.Type, _ lines: [Int64: [UInt8]], where isWanted: (T) -> Bool
  ) throws(Refusal) -> [T] {
    var found: [T] = []
    for id in lines.keys.sorted() {
      if let one = try kept(type, lines[id]), isWanted(one) { found.append(one) }
    }
    return found
  }

  // MARK: Archive

  func issue(_ id: Int64) throws(Refusal) -> Issue? { try kept(Issue.self, issues[id]) }

  func call(_ id: Int64) throws(Refusal) -> Call? { try kept(Call.self, calls[id]) }

  func message(_ id: Int64) throws(Refusal) -> Message? { try kept(Message.self, messages[id]) }

  func issues(_ query: IssueQuery, dueBy: Int64?) throws(Refusal) -> [Issue] {
    let found = try all(Issue.self, issues) { issue in
      query.states.contains(issue.state) && query.kind ?? issue.kind == issue.kind
        && (query.person == nil || query.person == issue.person) && issue.due.seconds <= dueBy ?? .max
        && issue.id > query.after ?? 0
    }
    return Array(found.prefix(query.limit))
  }

  func calls(_ query: CallQuery) throws(Refusal) -> [Call] {
    let found = try all(Call.self, calls) { call in
      (query.person == nil || query.person == call.caller.person) && call.id < query.before ?? .max
    }
    return Array(found.reversed().prefix(query.limit))
  }

  func messages(_ query: MessageQuery) throws(Refusal) -> [Message] {
    let found = try all(Message.self, messages) { message in
      query.states.contains(message.state) && query.issue ?? message.issue == message.issue
        && message.id > query.after ?? 0
    }
    return Array(found.prefix(query.limit))
  }

  func countedCalls(
    in window: Range<Instant>, person: String?, after last: CountedCall?, limit: Int
  ) throws(Refusal) -> [(call: CountedCall, issue: CountedIssue?)] {
    let wanted = try all(Call.self, calls) { call in
      window.contains(call.calledAt) && (person == nil || person == call.caller.person)
        && last.map { ($0.calledAt, $0.id) < (call.calledAt, call.id) } ?? true
    }
    var found: [(call: CountedCall, issue: CountedIssue?)] = []
    for call in wanted.sorted(by: { ($0.calledAt, $0.id) < ($1.calledAt, $1.id) }).prefix(limit) {
      guard let counted = try kept(CountedCall.self, calls[call.id]) else { continue }
      let issue = try kept(CountedIssue.self, call.issue.flatMap { issues[$0] })
      found.append((counted, issue))
    }
    return found
  }

  func history(of issue: Int64) -> [[UInt8]] {
    events.filter { $0.mentions.contains(issue) }.prefix(Limits.page).map(\.line)
  }
}
