// All that was read from disk for a configuration, as one value.
//
// The daemon keeps it with every configuration that it accepted. When the files are broken at the next start, the
// configuration is made again from this value, with no file opened.

import Civil

/// The texts of config.toml and of the calendars that it names, what its vCards say, and what else the meaning depends on.
public struct Sources: Codable, Hashable, Sendable {
  /// Where config.toml is, or would be.
  public var path: String
  /// The text of config.toml; nil when there is no such file.
  public var text: String?
  /// What each calendar's path led to.
  public var calendars: [String: FileContent]
  /// The zone that the system is set to, for an owner who names none.
  public var systemZone: SystemZone
  /// What `~` stands for.
  public var home: String?
  /// The folder of the installed data, with `holidays/` in it.
  public var data: String

  /// The installed list of regions, read only when the one that is named has no calendar.
  public var regions: String?

  /// The vCards, which change by themselves: not encoded with the rest, but kept beside it.
  public var cards = Cards()

  /// Whether other sources differ in vCards at most.
  public func isSame(exceptCards other: Sources) -> Bool {
    var other = other
    other.cards = cards
    return other == self
  }

  private enum CodingKeys: String, CodingKey {
    case path, text, calendars, systemZone, home, data, regions
  }

  /// Makes sources of texts that were read elsewhere.
  public init(
    path: String, text: String?, calendars: [String: FileContent] = [:],
    systemZone: SystemZone = SystemZone(name: "UTC"), home: String? = nil, data: String = "/usr/share/hoursd"
  ) {
    self.path = path
    self.text = text
    self.calendars = calendars
    self.systemZone = systemZone
    self.home = home
    self.data = data
  }

  /// Reads config.toml, every calendar and the vCards that it names.
  ///
  /// A missing config.toml means the defaults. It is an error when it is there and cannot be read; whatever else is
  /// wrong, a missing calendar too, is found by `configuration(zones:at:)`, so that it is all told together.
  /// - `data`: the folder of the installed data; `$HOURSD_DATA` wins.
  /// - `beforeCards`: called with the paths of the vCards before they are opened, to watch them first.
  public static func read(
    path: String, data: String, environment: [String: String], zones: ZoneLoader,
    beforeCards: ([String]) -> Void = { _ in }
  ) throws(SetupError) -> Sources {
    let text = try text(path)
    return Sources(
      text: text, of: path, data: data, environment: environment, zones: zones, beforeCards: beforeCards)
  }

  /// Reads the calendars and vCards that a text names, which stands in no file yet.
  public init(
    text: String?, of path: String, data: String, environment: [String: String], zones: ZoneLoader,
    beforeCards: ([String]) -> Void = { _ in }
  ) {
    self.init(
      path: path, text: text, systemZone: SystemZone.read(environment: environment, zones: zones),
      home: environment["HOME"], data: environment["HOURSD_DATA"] ?? data)
    readCards(first: beforeCards)
    guard let section = calendarsSection() else { return }
    for path in Set((section.holidays + section.school + section.absences).map(\.value)) {
      calendars[path] = FileContent.read(path, limit: SetupLimits.calendarBytes)
    }
    if section.country != nil, section.countryPath.map({ calendars[$0] == .missing }) ?? true,
      case .text(let list) = FileContent.read(regionList, limit: SetupLimits.calendarBytes)
    {
      regions = list
    }
  }

  private static func text(_ path: String) throws(SetupError) -> String? {
    switch FileContent.read(path, limit: SetupLimits.configurationBytes) {
    case .text(let text):
      // A mark that some editors put before the first letter; toml++ does not count it either.
      let isMarked = text.unicodeScalars.first == "\u{FEFF}"
      return isMarked ? String(text.unicodeScalars.dropFirst()) : text
    case .missing: return nil
    case .bytes(let bytes):
      let place = placeOfBrokenText(bytes)
      throw SetupError(file: path, line: place?.line, column: place?.column, problem: .notUTF8)
    case .unreadable(let reason): throw SetupError(file: path, problem: .fileUnreadable(reason: reason))
    case .tooLarge(let limit): throw SetupError(file: path, problem: .fileTooLarge(limit: limit))
    }
  }

  private static func placeOfBrokenText(_ bytes: [UInt8]) -> Position? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let broken = lines.firstIndex(where: { String(validating: $0, as: UTF8.self) == nil }) else {
      return nil
    }
    let letters = String(decoding: lines[broken], as: UTF8.self).unicodeScalars.prefix { $0 != "\u{FFFD}" }
    return Position(line: broken + 1, column: letters.count + 1)
  }

  /// Reads the vCards again, and nothing else; `first` as `beforeCards` of `read`.
  public mutating func readCards(first: ([String]) -> Void = { _ in }) {
    cards = Cards()
    guard var document = document(), let section = CardsSection(&document, sources: self) else {
      return first([])
    }
    first(section.paths.map(\.value))
    cards = Cards(section)
  }

  /// What the text says of calendars; nil where it is broken, since then nothing is read anyway.
  func calendarsSection() -> CalendarsSection? {
    guard var table = document() else { return nil }
    return CalendarsSection(&table, sources: self)
  }

  private func document() -> TableReader? {
    guard let text, let document = try? TomlValue.document(text) else { return nil }
    return TableReader(document, name: "", report: Report(file: path))
  }

  /// Where the regions are listed that come with the program.
  private var regionList: String { "\(data)/holidays/regions.tsv" }

  /// What to say of a region that has no calendar; nil when none came with the program.
  func problem(ofRegion code: String) -> Problem? {
    regions.map { Regions($0).problem(code, list: regionList) }
  }

  /// A path as config.toml means it.
  func resolve(_ written: String) -> String { resolved(written, in: folder(of: path), home: home) }
}
