// Whom the vCards add to the address book. What config.toml says of somebody holds; their card adds its numbers.

import HoursCore

/// How many cards there are, and whose.
public struct CardCount: Hashable, Sendable {
  /// All that are in the files.
  public var cards: Int
  public var clients: Int
  public var personal: Int
  /// Those that cannot be read.
  public var leftOut: Int

  public init(cards: Int, clients: Int, personal: Int, leftOut: Int) {
    self.cards = cards
    self.clients = clients
    self.personal = personal
    self.leftOut = leftOut
  }
}

extension ContactsReader {
  /// Adds clients before personal contacts, since what is given twice is theirs.
  mutating func add(_ cards: Cards, _ section: CardsSection) {
    var found: [(card: Card, file: String)] = []
    for path in section.paths {
      switch cards.places[path.value] ?? .failed(.cardsMissing(path: path.value)) {
      case .files(let files): found += files.flatMap { file in file.cards.map { ($0, file.path) } }
      case .failed(.cardsMissing(let missing)):
        report.error(.cardsMissing(path: missing), key: "vcards.paths", at: path.position)
      case .failed(let problem): report.error(SetupError(file: path.value, problem: problem))
      }
    }
    let clients = found.filter { $0.card.class == .client }
    let personal = found.filter { $0.card.class == .personal }
    guard contacts.contacts.count + found.count <= SetupLimits.contacts else {
      return report.error(
        .tooMany(what: "contacts", limit: SetupLimits.contacts), key: "vcards.paths", at: section.position)
    }
    var adder = CardAdder(contacts, phones: phones, language: language, report: report)
    for (card, file) in clients + personal { adder.add(card, file) }
    contacts = adder.contacts
    contacts.cardCount = CardCount(
      cards: cards.found.cards, clients: clients.count, personal: personal.count,
      leftOut: cards.found.leftOut)
    for (file, line, oddity) in cards.found.oddities { report.warn(.card(oddity), file: file, line: line) }
    adder.sayCountries()
    // What a file that cannot be read would say nobody knows.
    if cards.places.values.allSatisfy({ if case .files = $0 { true } else { false } }) {
      warn(of: section, cards.found)
    }
  }

  /// Words that no card knows, and paths at which nobody was found.
  private func warn(of section: CardsSection, _ found: Cards.Found) {
    let known = found.categories.sorted()
    let folded = Set(known.map { Card.folded($0) })
    for (key, written) in [("clients", section.clients), ("personal", section.personal)] {
      for category in written ?? [] where !known.isEmpty && !folded.contains(Card.folded(category.value)) {
        let nearest = nearest(to: category.value, among: known)
        report.warn(
          .card(.noSuchCategory(category.value, nearest: nearest, known: known)), key: "vcards.\(key)",
          at: category.position)
      }
    }
    let count = contacts.cardCount
    guard count?.clients == 0, count?.personal == 0, let path = section.paths.first else { return }
    report.warn(
      .card(.nobody(cards: found.cards, categories: Array(known.prefix(20)))), key: "vcards.paths",
      at: path.position)
  }
}

/// Puts cards into a book that config.toml has filled.
private struct CardAdder {
  private(set) var contacts: Contacts
  private let phones: PhoneNumbers
  private let language: String
  private let report: Report
  /// Those of config.toml come before.
  private let first: Int
  private var addresses: [String: Int] = [:]
  /// Where the people are who came from cards.
  private var places: [Int: String] = [:]
  private var withoutCountry: [(number: String, file: String, line: Int)] = []

  init(_ contacts: Contacts, phones: PhoneNumbers, language: String, report: Report) {
    self.contacts = contacts
    self.phones = phones
    self.language = language
    self.report = report
    first = contacts.contacts.count
    addresses = contacts.peopleByAddress
  }

  mutating func add(_ card: Card, _ file: String) {
    var numbers: [(text: String, key: String)] = []
    for text in card.phones {
      guard let key = key(of: text, file, card.line), !numbers.contains(where: { $0.key == key }) else {
        continue
      }
      numbers.append((text, key))
    }
    let person = person(on: card, numbers.map(\.key), file)
    for (text, key) in numbers {
      guard let holder = contacts.number(key, person), contacts.holder(of: key) != person else { continue }
      report.warn(
        .card(.numberTwice(text, of: card.name, holds: holder.name ?? "")), file: file, line: card.line)
    }
    guard let address = card.email else { return }
    contacts.address(address, person)
    addresses[address.lowercased()] = addresses[address.lowercased()] ?? person
  }

  /// Whose card it is, in the book already or now.
  private mutating func person(on card: Card, _ keys: [String], _ file: String) -> Int {
    let address = card.email.flatMap { addresses[$0.lowercased()] }
    if let person = contacts.person(named: card.name) {
      let isSure = keys.isEmpty || person == address || keys.contains { contacts.holder(of: $0) == person }
      if !isSure, let place = places[person] {
        report.warn(.card(.sameName(card.name, as: place)), file: file, line: card.line)
      }
      return person
    }
    let others = keys.compactMap { contacts.holder(of: $0) } + [address].compactMap(\.self)
    if let person = others.first(where: { $0 < first }) { return person }
    let person = contacts.add(
      Caller(
        class: card.class, id: card.name, name: card.name,
        contract: card.class == .client ? .standard : nil, language: card.language ?? language))
    _ = contacts.name(card.name, person)
    places[person] = "\(file):\(card.line)"
    return person
  }

  /// What a number is compared by; nil for what is none.
  private mutating func key(of text: String, _ file: String, _ line: Int) -> String? {
    if let number = phones.e164(text) { return number }
    // `tel:110;phone-context=…` that is no number of the world's: what stands between.
    let plain = text.lowercased().hasPrefix("tel:") ? text.dropFirst(4).prefix { $0 != ";" } : text[...]
    let key = PhoneNumbers.bare(String(plain))
    guard key.contains(where: { $0.isNumber || $0 == "@" }) else { return nil }
    if phones.region == nil, key.count > 6, key.allSatisfy(\.isNumber) {
      withoutCountry.append((String(plain), file, line))
    }
    return key
  }

  /// Says once for all cards that their numbers have no country.
  func sayCountries() {
    guard let example = withoutCountry.first else { return }
    report.warn(
      .card(.noCountry(count: withoutCountry.count, example: example.number)), file: example.file,
      line: example.line)
  }
}
