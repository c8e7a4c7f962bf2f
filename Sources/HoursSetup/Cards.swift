// The vCards of all paths that the configuration names, reduced to what is of use: who is who, by which numbers.

import HoursCore

/// Somebody who is a client or personal by their card.
public struct Card: Codable, Hashable, Sendable {
  /// Where the card begins in its file.
  let line: Int
  let `class`: CallerClass
  let name: String
  /// As they are written.
  let phones: [String]
  let email: String?
  let language: String?

  /// Categories and names are compared without regard to case.
  static func folded(_ text: String) -> String {
    // Names of ASCII alone need none of Unicode's tables.
    let isPlain = text.utf8.allSatisfy { 0x20..<0x7F ~= $0 }
    if isPlain {
      return text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
        .joined(separator: " ").lowercased()
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

/// A file of vCards.
public struct CardFile: Codable, Hashable, Sendable {
  let path: String
  let cards: [Card]
}

/// What the owner's vCards say.
///
/// Kept with an accepted configuration are the clients and personal contacts alone: pictures and notes are large, and
/// whoever is neither is nobody's business.
public struct Cards: Hashable, Sendable {
  /// What a path led to.
  enum Place: Hashable, Sendable {
    case files([CardFile])
    case failed(Problem)
  }

  var places: [String: Place] = [:]
  /// What was met while they were read.
  var found = Found()

  /// What matters while a configuration is new: neither kept nor compared.
  struct Found: Sendable {
    var cards = 0
    var leftOut = 0
    /// As they are written.
    var categories: Set<String> = []
    var oddities: [(file: String, line: Int?, oddity: CardOddity)] = []
  }

  public init() {}

  public static func == (a: Cards, b: Cards) -> Bool { a.places == b.places }

  public func hash(into hasher: inout Hasher) { hasher.combine(places) }
}

extension Cards: Codable {
  public init(from decoder: any Decoder) throws {
    places = try decoder.singleValueContainer().decode([String: [CardFile]].self).mapValues(Place.files)
  }

  /// A configuration is accepted with all of its files, so there are no failures to keep.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(
      places.compactMapValues { place -> [CardFile]? in
        if case .files(let files) = place { files } else { nil }
      })
  }
}

// How they are read.
extension Cards {
  init(_ section: CardsSection) {
    var raw: [(path: String, files: [RawFile])] = []
    var room = Room()
    for path in section.paths.map(\.value) {
      do throws(Problem) { raw.append((path, try files(at: path, &room))) } catch {
        places[path] = .failed(error)
      }
    }
    let groups = Cards.groups(in: raw.flatMap { $0.files.flatMap(\.cards) })
    found.categories.formUnion(groups.values.joined())
    for (path, files) in raw {
      places[path] = .files(files.map { reduced($0, groups, section) })
    }
  }

  private typealias RawFile = (path: String, cards: [RawCard])

  /// How much may still be read.
  private struct Room {
    var bytes = SetupLimits.allCardBytes
    var cards = SetupLimits.cards
  }

  /// What is wrong with one file of a folder is odd, and the others are taken.
  private mutating func files(at path: String, _ room: inout Room) throws(Problem) -> [RawFile] {
    let tree = try CardTree(path)
    for (folder, reason) in tree.closed { odd(.fileLeftOut(.fileUnreadable(reason: reason)), folder, nil) }
    var files: [RawFile] = []
    for file in tree.files {
      do throws(Problem) { files.append((file, try cards(of: file, &room))) } catch {
        if case .tooMany = error { throw error }
        if tree.folders.isEmpty { throw error }
        odd(.fileLeftOut(error), file, nil)
      }
    }
    return files
  }

  private mutating func cards(of file: String, _ room: inout Room) throws(Problem) -> [RawCard] {
    switch FileContent.bytes(of: file, limit: SetupLimits.cardBytes) {
    case .bytes(let data):
      room.bytes -= data.count
      guard room.bytes >= 0 else {
        throw .tooMany(what: "MiB of vCards", limit: SetupLimits.allCardBytes / 1024 / 1024)
      }
      let reader = CardReader(data, limit: room.cards)
      room.cards -= reader.cards.count
      guard room.cards >= 0 else { throw .tooMany(what: "vCards", limit: SetupLimits.cards) }
      for line in reader.strayEnds { leaveOut(nil, .misplacedEnd, file, line) }
      guard !reader.cards.isEmpty else { throw .noCards }
      return reader.cards
    case .tooLarge(let limit): throw .fileTooLarge(limit: limit)
    case .unreadable(let reason): throw .fileUnreadable(reason: reason)
    case .missing, .text: throw .cardsMissing(path: file)
    }
  }

  private mutating func odd(_ oddity: CardOddity, _ file: String, _ line: Int?) {
    if found.oddities.count < SetupLimits.errors { found.oddities.append((file, line, oddity)) }
  }

  private mutating func leaveOut(_ name: String?, _ problem: CardProblem, _ file: String, _ line: Int) {
    found.leftOut += 1
    odd(.leftOut(name: name, problem), file, line)
  }

  /// The names of the groups that list a card, by its `UID`.
  private static func groups(in cards: [RawCard]) -> [String: [String]] {
    var groups: [String: [String]] = [:]
    for group in cards where group.isGroup && group.problem == nil {
      for member in group.members { groups[member, default: []].append(group.name ?? "") }
    }
    return groups
  }

  private mutating func reduced(
    _ file: RawFile, _ groups: [String: [String]], _ section: CardsSection
  ) -> CardFile {
    var kept: [Card] = []
    for card in file.cards {
      found.cards += card.isGroup ? 0 : 1
      if let problem = card.problem {
        leaveOut(card.name, problem, file.path, card.line)
        continue
      }
      guard !card.isGroup, let name = card.name else { continue }
      found.categories.formUnion(card.categories)
      let categories = card.categories + (card.uid.flatMap { groups[$0] } ?? [])
      let callerClass = section.callerClass(of: Set(categories.map { Card.folded($0) }))
      guard callerClass != .unknown else { continue }
      kept.append(
        Card(
          line: card.line, class: callerClass, name: name, phones: card.phones,
          email: callerClass == .client ? card.email : nil, language: card.language))
    }
    return CardFile(path: file.path, cards: kept)
  }
}
