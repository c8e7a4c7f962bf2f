// The event log in memory: what was staged is seen, and lost with the daemon unless it was committed.

import Civil
import HoursCore

struct SimulatedLog: Archive {
  private(set) var events: [Event] = []
  private var issues: [Int64: Issue] = [:]
  private var calls: [Int64: Call] = [:]
  private var messages: [Int64: Message] = [:]
  private var told: [String: Told] = [:]
  private var announcement: Announcement?
  private(set) var overrides = Overrides()
  /// The answers to requests that came with a key.
  private(set) var answers: [Int64: Reply] = [:]

  private(set) var staged: [Event] = []
  private var stagedAnswer: (key: Int64, reply: Reply)?
  /// What the office counts as told, and its overrides, after what is staged.
  private var stagedFacts: (announcement: Announcement?, overrides: Overrides)?

  /// `office` has applied them already.
  mutating func stage(_ new: [Event], _ office: Office) {
    staged += new
    stagedFacts = (office.announcement, office.overrides)
  }

  mutating func stage(_ reply: Reply, for key: Int64) { stagedAnswer = (key, reply) }

  mutating func rollback() {
    staged = []
    stagedAnswer = nil
  }

  mutating func commit() {
    if let stagedFacts, staged.contains(where: \.movesAnnouncement) {
      (announcement, overrides) = stagedFacts
    }
    for event in staged {
      for issue in event.issues { issues[issue.id] = issue }
      switch event.body {
      case .call(_, let call): calls[call.id] = call
      case .told(let heard): told[heard.person] = heard
      case .mail(_, let message): messages[message.id] = message
      case .office, .configured, .override, .forgotten, .due, .issue: break
      }
    }
    if let stagedAnswer { answers[stagedAnswer.key] = stagedAnswer.reply }
    events += staged
    rollback()
  }

  /// What an office that starts now must know.
  var memory: Memory {
    var memory = Memory()
    memory.pending = issues.values.filter { $0.state == .pending }
    memory.asks = calls.values.filter { $0.verdict == .ask }
    memory.told = Array(told.values)
    memory.announcement = announcement
    memory.overrides = overrides
    memory.unsent = messages.values.filter(\.state.isUnsent)
    memory.lastMessage = lastMessage
    memory.lastIssue = issues.keys.max() ?? 0
    memory.lastCall = calls.keys.max() ?? 0
    memory.lastEvent = Int64(events.count)
    memory.lastEventAt = events.last?.at
    return memory
  }

  var pending: [Int64] { issues.values.filter { $0.state == .pending }.map(\.id).sorted() }
  var lastCall: Int64 { calls.keys.max() ?? 0 }
  var lastIssue: Int64 { issues.keys.max() ?? 0 }

  func issue(_ id: Int64) -> Issue? {
    staged.last { $0.issues.contains { $0.id == id } }?.issues.first { $0.id == id } ?? issues[id]
  }

  func call(_ id: Int64) -> Call? {
    for case .call(_, let call) in staged.reversed().map(\.body) where call.id == id { return call }
    return calls[id]
  }

  func message(_ id: Int64) -> Message? {
    for case .mail(_, let message) in staged.reversed().map(\.body) where message.id == id { return message }
    return messages[id]
  }

  func messages(_ query: MessageQuery) -> [Message] {
    messages.values.filter { $0.issue == query.issue && query.states.contains($0.state) }.sorted {
      $0.id < $1.id
    }
  }

  /// What a deliverer was told to take, oldest first.
  var dueMessages: [Int64] {
    messages.values.filter { $0.dueAt != nil && [.queued, .failed].contains($0.state) }.map(\.id).sorted()
  }

  var lastMessage: Int64 { messages.keys.max() ?? 0 }

  // The world asks for one at a time.
  func issues(_ query: IssueQuery, dueBy: Int64?) -> [Issue] { [] }
  func calls(_ query: CallQuery) -> [Call] { [] }
  func countedCalls(
    in window: Range<Instant>, person: String?, after last: CountedCall?, limit: Int
  ) -> [(call: CountedCall, issue: CountedIssue?)] { [] }
  func history(of issue: Int64) -> [[UInt8]] { [] }
}
