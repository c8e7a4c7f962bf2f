// What the system tells about somebody who sets hoursd up: their zone, and from it or the locale their country.

/// Where a newcomer probably works.
public struct Surroundings: Sendable {
  /// The name of the system's zone; nil when it has none.
  public let zone: String?
  private let zones: ZoneLoader
  private let localeCountry: String?
  private let data: String
  private let regions: Regions?

  /// Looks around.
  ///
  /// `data` is the folder of the installed data; `$HOURSD_DATA` wins.
  public init(environment: [String: String], data: String, zones: ZoneLoader) {
    let data = environment["HOURSD_DATA"] ?? data
    let system = SystemZone.read(environment: environment, zones: zones)
    zone = system.data == nil ? system.name : nil
    self.zones = zones
    self.data = data
    localeCountry = [environment["LC_ALL"], environment["LANG"]].compactMap(\.self)
      .first { !$0.isEmpty }.flatMap(Surroundings.country(ofLocale:))
    let list = FileContent.read("\(data)/holidays/regions.tsv", limit: SetupLimits.calendarBytes)
    if case .text(let text) = list { regions = Regions(text) } else { regions = nil }
  }

  /// `DE` of `de_DE.UTF-8`.
  static func country(ofLocale locale: String) -> String? {
    let parts = locale.prefix { $0 != "." && $0 != "@" }.split(separator: "_")
    guard parts.count == 2, parts[1].utf8.count == 2, Regions.isCode(String(parts[1])) else { return nil }
    return String(parts[1])
  }

  /// The country of a zone by the tz database, else that of the locale.
  public func country(of zone: String?) -> String? { zone.flatMap(zones.country(of:)) ?? localeCountry }

  /// Whether holidays of a region come with the program.
  public func hasHolidays(of code: String) -> Bool {
    Regions.isCode(code)
      && FileContent.read("\(data)/holidays/\(code).ics", limit: SetupLimits.calendarBytes) != .missing
  }

  /// The code of a region that is called so; other texts as they are.
  public func code(of text: String) -> String { regions?.code(of: text) ?? text }

  /// What a country or region is called.
  public func name(of code: String) -> String? { regions?.name(of: code) }

  /// One of a country's regions, for an example.
  public func region(of country: String) -> String? { regions?.region(of: country) }

  /// The country, if numbers can be dialled in it.
  public func phoneRegion(_ country: String) -> String? {
    PhoneNumbers(region: country).isKnownRegion ? country : nil
  }
}

extension ZoneLoader {
  /// The country in which a zone's name giving city lies, by the tz database's `zone.tab`.
  func country(of zone: String) -> String? {
    guard case .text(let table) = content(of: "zone.tab") else { return nil }
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      if cells.count >= 3, cells[2] == zone { return String(cells[0]) }
    }
    return nil
  }

  private func content(of table: String) -> FileContent? {
    folders.lazy.map { FileContent.read("\($0)/\(table)", limit: SetupLimits.zoneTableBytes) }
      .first { $0 != .missing }
  }
}
