// One file of vCards, versions 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350): cards cut out of it, each with what is of use.

import HoursCore

/// A card as it stands in its file, before it is known who it is to the owner.
struct RawCard {
  /// Where it begins.
  let line: Int
  /// Its first problem; a card that has one is not used.
  fileprivate(set) var problem: CardProblem?
  fileprivate(set) var email: String?
  fileprivate(set) var language: String?
  fileprivate(set) var categories: [String] = []
  fileprivate(set) var uid: String?
  /// No person but a list of cards, by their `UID`.
  fileprivate(set) var isGroup = false
  fileprivate(set) var members: [String] = []

  private var version: String?
  private var fullName = ""
  private var nameByParts = ""
  private var organisation = ""
  private var numbers: [(text: String, group: String?)] = []
  private var labels: [String: String] = [:]
  private var emailPreference = Int.max
  private var languagePreference = Int.max

  fileprivate init(line: Int) { self.line = line }

  /// Who it is: as the card says it itself, else by first and last name, the firm, the address.
  var name: String? {
    [fullName, nameByParts, organisation, email ?? ""].first { !$0.isEmpty }
  }

  /// Numbers that somebody speaks from, as they are written.
  var phones: [String] {
    numbers.filter { number in
      guard let label = number.group.flatMap({ labels[$0] })?.lowercased() else { return true }
      return !["fax", "факс"].contains { label.contains($0) }
    }.map(\.text)
  }
}

/// The properties that say who calls; pictures and all the rest are passed over.
private let meaningful: Set<String> = [
  "BEGIN", "END", "VERSION", "FN", "N", "ORG", "TEL", "EMAIL", "LANG", "CATEGORIES", "UID", "KIND", "MEMBER",
  "X-ABLABEL", "X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER",
]

/// Takes a file apart.
struct CardReader {
  private(set) var cards: [RawCard] = []
  /// Ends without a beginning.
  private(set) var strayEnds: [Int] = []
  private var open: RawCard?

  /// - Parameter limit: No more cards than this are read, and one.
  init(_ data: [UInt8], limit: Int) {
    let lines = ContentLines(data, joinsQuotedPrintable: true, limit: SetupLimits.cardLineBytes) {
      meaningful.contains(CardProperty.path($0).name)
    }
    for line in lines where cards.count <= limit { take(line) }
    close(isEnded: false)
  }

  private mutating func take(_ line: ContentLine) {
    guard let property = CardProperty(line) else {
      if open?.problem == nil { open?.problem = .noValue(property: line.name) }
      return
    }
    let isOfCard = {
      let text = try? property.text()
      return text == "VCARD" || text?.uppercased().filter { !$0.isWhitespace } == "VCARD"
    }
    switch property.name {
    case "BEGIN":
      guard isOfCard() else { return }
      close(isEnded: false)
      open = RawCard(line: line.number)
    case "END":
      guard isOfCard() else { return }
      if open == nil { strayEnds.append(line.number) }
      close(isEnded: true)
    default:
      do throws(CardProblem) {
        guard line.bytes.count <= SetupLimits.cardLineBytes else {
          throw .lineTooLong(limit: SetupLimits.cardLineBytes)
        }
        try open?.take(property)
      } catch {
        if open?.problem == nil { open?.problem = error }
      }
    }
  }

  private mutating func close(isEnded: Bool) {
    guard var card = open else { return }
    open = nil
    if !isEnded { card.problem = .unterminated }
    card.problem = card.problem ?? card.finalProblem
    cards.append(card)
  }
}

extension RawCard {
  /// What can be said of a card only when it is whole.
  fileprivate var finalProblem: CardProblem? {
    if let version, !["2.1", "3.0", "4.0"].contains(version) { return .version(version) }
    guard let name else { return .nameless }
    if name.utf8.count > SetupLimits.nameBytes { return .nameTooLong(limit: SetupLimits.nameBytes) }
    if numbers.count > SetupLimits.phones { return .tooManyNumbers(limit: SetupLimits.phones) }
    return nil
  }

  fileprivate mutating func take(_ property: CardProperty) throws(CardProblem) {
    let text = try property.text()
    let whole = text.cardParts().joined()
    switch property.name {
    case "VERSION": version = whole
    case "FN": if fullName.isEmpty { fullName = whole }
    case "N": if nameByParts.isEmpty { nameByParts = RawCard.name(of: text.cardParts(at: ";")) }
    case "ORG": if organisation.isEmpty { organisation = text.cardParts(at: ";").first { !$0.isEmpty } ?? "" }
    case "TEL":
      guard !property.isOnlyForMachines, whole.utf8.count <= SetupLimits.nameBytes else { return }
      if numbers.count <= SetupLimits.phones {
        numbers.append((whole, property.group))
      }
    case "EMAIL":
      let address = whole.lowercased().hasPrefix("mailto:") ? String(whole.dropFirst(7)) : whole
      guard property.preference < emailPreference, (try? MailAddress(address)) != nil else { return }
      (email, emailPreference) = (address, property.preference)
    case "LANG":
      guard property.preference < languagePreference, isLanguageTag(whole) else { return }
      (language, languagePreference) = (whole, property.preference)
    case "CATEGORIES":
      let named = text.cardParts(at: ",").filter { !$0.isEmpty && $0.utf8.count <= SetupLimits.nameBytes }
      categories += named.prefix(SetupLimits.categories - categories.count)
    case "UID": uid = RawCard.key(whole)
    case "KIND", "X-ADDRESSBOOKSERVER-KIND": isGroup = whole.lowercased() == "group"
    case "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER":
      if members.count < SetupLimits.cards { members.append(RawCard.key(whole)) }
    case "X-ABLABEL": if let group = property.group { labels[group] = whole }
    default: break
    }
  }

  /// `Müller;Anna;Maria;Dr.;` as `Anna Maria Müller`.
  private static func name(of parts: [String]) -> String {
    let part = { (index: Int) in parts.indices.contains(index) ? parts[index] : "" }
    return [part(1), part(2), part(0)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Groups name their members with and without a scheme, in any letters.
  private static func key(_ uid: String) -> String {
    let uid = uid.lowercased()
    return uid.hasPrefix("urn:uuid:") ? String(uid.dropFirst(9)) : uid
  }
}
