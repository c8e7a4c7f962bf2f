// The owner's address book: who is calling, by number or by name.

import HoursCore

/// Clients and personal contacts, found by numbers however they are written.
public struct Contacts: Directory, Equatable {
  private struct Prefix: Equatable {
    let digits: String
    let person: Int
  }

  private var people: [Caller] = []
  private var numbers: [String: Int] = [:]
  /// The longest first, so that the closest pattern wins.
  private var prefixes: [Prefix] = []
  private var names: [String: Int] = [:]
  private let phones: PhoneNumbers
  private let language: String
  /// Where vCards are named.
  public internal(set) var cardCount: CardCount?

  init(phones: PhoneNumbers, language: String) {
    self.phones = phones
    self.language = language
  }

  /// The caller by number, by the longest pattern, or by id or name; `unknown` when none fits.
  public func caller(number: String?, name: String?) -> Caller {
    let e164 = number.flatMap(e164)
    let person =
      number.flatMap { closestHolder(of: e164 ?? PhoneNumbers.bare($0)) }
      ?? name.flatMap { names[Card.folded($0)] }
    var caller = person.map { people[$0] } ?? Caller(class: .unknown, name: name, language: language)
    caller.number = e164 ?? number
    caller.numberType = e164.flatMap(PhoneNumbers.type)
    return caller
  }

  /// How many contacts there are of a class.
  public func count(of callerClass: CallerClass) -> Int { people.count { $0.class == callerClass } }

  /// Everybody, clients first, in the order of the configuration; behind it whom vCards add.
  public var contacts: [Contact] {
    (people.filter { $0.class == .client } + people.filter { $0.class != .client }).compactMap(Contact.init)
  }

  /// Whether the other book says the same of everybody.
  public func isSame(as other: any Directory) -> Bool {
    guard var other = other as? Contacts else { return false }
    other.cardCount = cardCount
    return other == self
  }

  private func closestHolder(of key: String) -> Int? {
    numbers[key] ?? prefixes.first { key.hasPrefix($0.digits) }?.person
  }

  /// Whether anybody can be found by a number.
  var hasNumbers: Bool { !numbers.isEmpty || !prefixes.isEmpty }

  /// Without a number in the book there is nothing to compare with, and the tables are not loaded for it.
  private func e164(_ number: String) -> String? {
    hasNumbers ? phones.e164(number) : nil
  }
}

// How the book is filled: whoever is added first keeps what is given twice, so clients are added first.
extension Contacts {
  /// Adds a contact and returns its place in the book.
  mutating func add(_ caller: Caller) -> Int {
    people.append(caller)
    return people.count - 1
  }

  /// Whose number it is, by what it is compared by; patterns do not count.
  func holder(of key: String) -> Int? { numbers[key] }

  /// Who has this id or name.
  func person(named name: String) -> Int? { names[Card.folded(name)] }

  /// The clients by their addresses, in small letters.
  var peopleByAddress: [String: Int] {
    let pairs = people.enumerated().compactMap { person, caller in
      caller.email.map { ($0.lowercased(), person) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Gives a client an address who has none.
  mutating func address(_ address: String, _ person: Int) {
    guard people[person].class == .client else { return }
    people[person].email = people[person].email ?? address
  }

  /// Makes a contact known by a name; returns whose name it is already, if it is somebody else's.
  mutating func name(_ name: String, _ person: Int) -> Caller? {
    let holder = names[Card.folded(name), default: person]
    names[Card.folded(name)] = holder
    return holder == person ? nil : people[holder]
  }

  /// Gives a contact a number, by what it is compared by; returns whose it is already.
  mutating func number(_ key: String, _ person: Int) -> Caller? {
    if let holder = numbers[key] { return people[holder] }
    numbers[key] = person
    return nil
  }

  /// Gives a contact all numbers that begin so; returns whose they are already.
  mutating func prefix(_ prefix: String, _ person: Int) -> Caller? {
    if let holder = prefixes.first(where: { $0.digits == prefix }) { return people[holder.person] }
    let place = prefixes.firstIndex { $0.digits.utf8.count < prefix.utf8.count } ?? prefixes.endIndex
    prefixes.insert(Prefix(digits: prefix, person: person), at: place)
    return nil
  }
}
