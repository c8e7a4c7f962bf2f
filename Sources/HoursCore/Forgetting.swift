// Forgetting: a person's words, name and numbers go from everything that is kept; what is counted stays.
//
// Whoever is forgotten gets a name that says nothing (`forgotten:41`), so that what is counted of one person is still
// that of one person. What happened, and when, stays: class, severity, verdicts, times and minutes.

import Civil

/// Whom to forget.
public enum Forgettable: Hashable, Sendable {
  /// A contact of now or of earlier, by id or name.
  case client(String)
  /// A number in any notation.
  case number(String)
}

extension Forgettable {
  /// As it was asked for.
  public var text: String {
    switch self {
    case .client(let text), .number(let text): text
    }
  }
}

/// What was removed, in numbers.
public struct Removed: Codable, Hashable, Sendable {
  /// Calls and issues that stay without words, name and number.
  public var calls = 0
  public var issues = 0
  /// Events that were written anew.
  public var events = 0
  /// Requests whose `key` is known still, and nothing else of them.
  public var keys = 0
  /// Earlier configurations.
  public var configurations = 0

  public init() {}
}

/// That somebody was forgotten; nothing here says who.
public struct Forgotten: Codable, Hashable, Sendable {
  /// What they are called now; see ``Caller/person``.
  public var persons: [String]
  public var removed: Removed

  public init(persons: [String], removed: Removed) {
    self.persons = persons
    self.removed = removed
  }
}

/// One person, by all that they are known by in what is kept.
public struct Likeness: Sendable {
  private let directory: any Directory
  /// The contact that is in the book now.
  public let contact: Caller?
  /// See ``Caller/person``: a person has several when they called before they were in the book.
  public private(set) var persons: Set<String> = []
  public private(set) var ids: Set<String> = []
  public private(set) var names: Set<String> = []
  public private(set) var numbers: Set<String> = []

  public init(_ whom: Forgettable, in directory: any Directory) {
    self.directory = directory
    let found: Caller
    switch whom {
    case .client(let name):
      found = directory.caller(number: nil, name: name)
      if found.class == .unknown {
        ids = [name]
        names = [name]
        persons = ["client:\(name)", "personal:\(name)"]
      }
    case .number(let number):
      found = directory.caller(number: number, name: nil)
      numbers = [number, found.number ?? number]
      persons = Set(numbers.map { "number:\($0)" })
    }
    contact = found.class == .unknown ? nil : found
    if let contact { take(contact) }
  }

  private mutating func take(_ caller: Caller) {
    if let person = caller.person { persons.insert(person) }
    if let id = caller.id { ids.insert(id) }
    if let name = caller.name { names.insert(name) }
    if let number = caller.number {
      numbers.insert(number)
      persons.insert("number:\(number)")
    }
  }

  /// Learns by what else they are known, from everybody who ever called: who has their number is them.
  public mutating func learn(from callers: some Collection<Caller>) {
    var rest = Array(callers)
    var isNew = true
    while isNew {
      let theirs = rest.filter(isTheirs)
      rest.removeAll(where: isTheirs)
      isNew = !theirs.isEmpty
      for caller in theirs { take(caller) }
    }
  }

  /// Whether a contact of this id or name is them, in whatever case it was typed.
  public func isNamed(_ name: String) -> Bool {
    isAlso(name) || isTheirs(directory.caller(number: nil, name: name))
  }

  private func isAlso(_ name: String) -> Bool {
    ids.union(names).contains { $0.lowercased() == name.lowercased() }
  }

  /// Whether it is them who called.
  public func isTheirs(_ caller: Caller) -> Bool {
    if let person = caller.person, persons.contains(person) { return true }
    // Somebody else in the book may have the same number.
    guard caller.class == .unknown else {
      return contact == nil && caller.number.map(numbers.contains) ?? false
    }
    // Who is in no book is known by name alone.
    if contact == nil, let name = caller.name, isAlso(name) { return true }
    let now = directory.caller(number: caller.number, name: caller.name)
    if let person = now.person, persons.contains(person) { return true }
    return now.class == .unknown && now.number.map(numbers.contains) ?? false
  }
}

/// Takes a person out of records.
public struct Eraser: Sendable {
  private let likeness: Likeness
  /// What each of their keys is called now.
  private let names: [String: String]
  /// What is taken out of other people's texts, the longest first.
  private let marks: [String]

  /// `event` is the number of the event that says so: it makes the new names unlike all others.
  public init(_ likeness: Likeness, event: Int64) {
    self.likeness = likeness
    names = Dictionary(
      uniqueKeysWithValues: likeness.persons.sorted().enumerated().map { index, person in
        (person, index == 0 ? "\(Caller.forgotten)\(event)" : "\(Caller.forgotten)\(event)-\(index)")
      })
    // What is shorter may be a part of any word.
    marks = (likeness.names.union(likeness.numbers)).filter { $0.count >= 4 }.sorted { $0.count > $1.count }
  }

  public func isTheirs(_ call: Call) -> Bool { likeness.isTheirs(call.caller) }

  public func isTheirs(_ issue: Issue) -> Bool { name(of: issue.person) != nil }

  /// What a person is called from now on; nil for anybody else.
  public func name(of person: String?) -> String? { person.flatMap { names[$0] } }

  // MARK: Records

  public func erased(_ call: Call) -> Call {
    var call = call
    guard isTheirs(call) else {
      call.about = erased(call.about)
      call.say = erased(call.say)
      call.autoReply = erased(call.autoReply)
      return call
    }
    call.caller.id = name(of: call.caller.person)
    call.caller.name = nil
    call.caller.number = nil
    call.caller.email = nil
    call.about = nil
    // The rule may name the words that decided.
    call.rule = nil
    call.answers = nil
    call.say = ""
    call.autoReply = nil
    call.questions = nil
    // That there was an offer is counted.
    call.surchargeOffer = call.surchargeOffer.map { _ in "" }
    return call
  }

  public func erased(_ issue: Issue) -> Issue {
    var issue = issue
    guard let name = name(of: issue.person) else {
      issue.about = erased(issue.about)
      issue.solution = erased(issue.solution)
      issue.why = erased(issue.why)
      return issue
    }
    issue.person = name
    issue.client = issue.client.map { _ in name }
    issue.name = nil
    issue.number = nil
    issue.about = nil
    issue.solution = nil
    issue.why = nil
    return issue
  }

  public func erased(_ told: Told) -> Told {
    guard let name = name(of: told.person) else { return told }
    var told = told
    told.person = name
    told.client = told.client.map { _ in name }
    return told
  }

  public func erased(_ message: Message) -> Message {
    var message = message
    guard let client = message.client, let name = name(of: "client:\(client)") else {
      message.subject = erased(message.subject)
      message.body = erased(message.body)
      message.error = erased(message.error)
      return message
    }
    message.client = name
    message.name = nil
    message.to = ""
    message.subject = ""
    message.body = ""
    message.error = nil
    return message
  }

  public func erased(_ event: Event) -> Event {
    let body: Event.Body =
      switch event.body {
      case .office(let news, let announcement): .office(news, erased(announcement))
      case .override(let news, let override): .override(news, erased(override))
      case .call(let news, let call): .call(news, erased(call))
      case .told(let told): .told(erased(told))
      case .due(let issues): .due(issues.map(erased))
      case .issue(let news, let issue, let text):
        .issue(news, erased(issue), text: isTheirs(issue) ? nil : erased(text))
      case .mail(let news, let message): .mail(news, erased(message))
      case .configured, .forgotten: event.body
      }
    return Event(body, at: event.at)
  }

  public func erased(_ announcement: Announcement) -> Announcement {
    var announcement = announcement
    announcement.reason = erased(announcement.reason)
    return announcement
  }

  public func erased(_ overrides: Overrides) -> Overrides { overrides.mapped(erased) }

  private func erased(_ override: Override) -> Override {
    var override = override
    override.reason = erased(override.reason)
    return override
  }

  /// Somebody else's text, without their name and number.
  private func erased(_ text: String) -> String {
    marks.reduce(text) { text, mark in text.contains(mark) ? text.replacing(mark, with: "…") : text }
  }

  private func erased(_ text: String?) -> String? { text.map { erased($0) as String } }
}

extension Office {
  /// What is still owed to somebody, who therefore cannot be forgotten.
  public func refuseToForget(_ likeness: Likeness) throws(Refusal) {
    let issues = likeness.persons.flatMap { queue.issues(of: $0).map(\.id) }.sorted()
    let calls = asks.values.filter { likeness.isTheirs($0.caller) }.map(\.id).sorted()
    guard issues.isEmpty, calls.isEmpty else { throw .stillOwed(issues: issues, calls: calls) }
  }
}

extension Office {
  /// Whoever is forgotten is told nothing any more: a solved issue is settled, and what is unsent about it is done without.
  public func settledUntold(_ issue: Issue, at now: Instant) -> [Event] {
    var issue = issue
    issue.settle(at: now)
    return waived(about: issue.id, at: now) + [Event(.issue(.settled, issue, text: nil), at: now)]
  }
}
