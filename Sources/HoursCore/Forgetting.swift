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

extension Office {
  /// What is still owed to somebody, who therefore cannot be forgotten.
  public func refuseToForget(_ likeness: Likeness) throws(Refusal) {
    let issues = likeness.persons.flatMap { queue.issues(of: $0).map(\.id) }.sorted()
    let calls = asks.values.filter { likeness.isTheirs($0.caller) }.map(\.id).sorted()
    guard issues.isEmpty, calls.isEmpty else { throw .stillOwed(issues: issues, calls: calls) }
  }
}
