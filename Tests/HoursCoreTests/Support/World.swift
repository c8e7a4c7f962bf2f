// What stands around the office in tests: zones from the system, an address book, and an archive in memory.

import Civil
import Foundation
import OpeningHours

@testable import HoursCore

/// A zone as the system has it, read by the test.
func zone(_ name: String) throws -> Zone {
  try Zone(name: name, tzif: [UInt8](Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))))
}

/// Contacts whose telephone shows their id.
struct Contacts: Directory {
  private var callers: [Caller] = []

  var contacts: [Contact] { callers.compactMap(Contact.init) }

  /// Takes a line such as `bob: client 24x7 mail` or `school: personal always`.
  mutating func add(_ id: String, _ words: [Substring]) {
    let isClient = words.contains("client")
    callers.removeAll { $0.id == id }
    callers.append(
      Caller(
        class: isClient ? .client : .personal, id: id, name: id, number: id,
        contract: isClient ? (words.contains("24x7") ? .aroundTheClock : .standard) : nil,
        language: words.contains("ru") ? "ru" : "en",
        always: words.contains("always"), email: words.contains("mail") ? "\(id)@example.org" : nil))
  }

  func caller(number: String?, name: String?) -> Caller {
    callers.first { $0.id == number ?? name }
      ?? Caller(class: .unknown, name: name, number: number, language: "en")
  }

  func isSame(as other: any Directory) -> Bool { (other as? Contacts)?.callers == callers }
}

/// The kept records in memory, as a log would keep them.
struct MemoryArchive: Archive {
  var issues: [Int64: HoursCore.Issue] = [:]
  var calls: [Int64: Call] = [:]
  var told: [String: Told] = [:]
  var announcement: Announcement?
  var overrides = Overrides()
  var messages: [Int64: Message] = [:]
  var events: [Event] = []

  /// Takes what has happened; `announcement` is what the office then counts as told.
  mutating func keep(_ new: [Event], announcement: Announcement?) {
    events += new
    if new.contains(where: \.movesAnnouncement) { self.announcement = announcement }
    for event in new {
      for issue in event.issues { issues[issue.id] = issue }
      switch event.body {
      case .call(_, let call): calls[call.id] = call
      case .told(let heard): told[heard.person] = heard
      case .override(let news, let override): overrides.take(override, news)
      case .mail(_, let message): messages[message.id] = message
      case .office, .configured, .forgotten, .due, .issue: break
      }
    }
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
    memory.lastIssue = issues.keys.max() ?? 0
    memory.lastMessage = messages.keys.max() ?? 0
    memory.lastCall = calls.keys.max() ?? 0
    memory.lastEvent = Int64(events.count)
    memory.lastEventAt = events.map(\.at).max()
    return memory
  }

  func issue(_ id: Int64) -> HoursCore.Issue? { issues[id] }

  func call(_ id: Int64) -> Call? { calls[id] }

  func issues(_ query: IssueQuery, dueBy: Int64?) -> [HoursCore.Issue] {
    let found = issues.values.filter { issue in
      query.states.contains(issue.state) && (query.kind ?? issue.kind) == issue.kind
        && (query.person == nil || query.person == issue.person) && issue.due.seconds <= dueBy ?? .max
        && issue.id > query.after ?? 0
    }
    return Array(found.sorted { $0.id < $1.id }.prefix(query.limit))
  }

  func calls(_ query: CallQuery) -> [Call] {
    let found = calls.values.filter { call in
      (query.person == nil || query.person == call.caller.person) && call.id < query.before ?? .max
    }
    return Array(found.sorted { $0.id > $1.id }.prefix(query.limit))
  }

  func message(_ id: Int64) -> Message? { messages[id] }

  func messages(_ query: MessageQuery) -> [Message] {
    let found = messages.values.filter { message in
      query.states.contains(message.state) && query.issue ?? message.issue == message.issue
        && message.id > query.after ?? 0
    }
    return Array(found.sorted { $0.id < $1.id }.prefix(query.limit))
  }

  func countedCalls(
    in window: Range<Instant>, person: String?, after last: CountedCall?, limit: Int
  ) -> [(call: CountedCall, issue: CountedIssue?)] {
    let found = calls.values.filter { call in
      window.contains(call.calledAt) && (person ?? call.caller.person) == call.caller.person
        && last.map { ($0.calledAt, $0.id) < (call.calledAt, call.id) } ?? true
    }
    return found.sorted { ($0.calledAt, $0.id) < ($1.calledAt, $1.id) }.prefix(limit).map { call in
      (CountedCall(call), call.issue.flatMap { issues[$0] }.map(CountedIssue.init))
    }
  }

  func history(of issue: Int64) -> [[UInt8]] {
    events.filter { $0.mentions.contains(issue) }.map { [UInt8]($0.name.utf8) }
  }
}
