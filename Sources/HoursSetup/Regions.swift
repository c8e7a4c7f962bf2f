// Which regions have a calendar that comes with the program, and which one somebody meant.

import HoursCore

/// The installed list of regions, `regions.tsv`: a code a line, then other names for it.
struct Regions {
  private struct Region {
    let code: String
    /// The code and the names as they are compared: `de-by`, `bayern`, `de-bayern`.
    let keys: [String]
    let name: String?

    var country: Substring { code.prefix(2) }
  }

  private let regions: [Region]

  init(_ text: String) {
    regions = text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      guard let code = cells.first, !code.hasPrefix("#") else { return nil }
      let names = cells.dropFirst().map(folded)
      let prefixed = code.utf8.count > 2 ? names.map { "\(folded(String(code.prefix(2))))-\($0)" } : []
      return Region(code: code, keys: [folded(code)] + names + prefixed, name: cells.dropFirst().first)
    }
  }

  /// Whether it may be a code, `DE`, `DE-BY`, `CH-Stadt-Zurich`: nothing that could lead out of the folder.
  static func isCode(_ text: String) -> Bool {
    let country = text.utf8.prefix { $0 != UInt8(ascii: "-") }
    return country.count == 2 && country.allSatisfy { (65...90).contains($0) }
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
      }
  }

  /// The code of the region that is called so, in whatever letters.
  func code(of text: String) -> String? {
    let key = folded(text)
    return regions.first { $0.keys.contains(key) }?.code
  }

  /// What a region is called.
  func name(of code: String) -> String? { regions.first { $0.code == code }?.name }

  /// A country's first region, a state or province where it has any, rather than a city.
  func region(of country: String) -> String? {
    let own = regions.filter { $0.country == country && $0.code != country }
    return (own.first { $0.code.utf8.count <= 6 } ?? own.first)?.code
  }

  /// What is wrong with a code for which there is no calendar; `list` is where all of them stand.
  func problem(_ written: String, list: String) -> Problem {
    let key = folded(written)
    if let same = regions.first(where: { $0.keys.contains(key) }) {
      if same.code == written { return .noHolidays(written) }
      return .noSuchRegion(written, nearest: same.code, list: list)
    }
    let country = key.prefix { $0 != "-" }.uppercased()
    let siblings = regions.filter { $0.country == country }
    let guess = siblings.count == 1 ? country : nearest(to: key, among: siblings.isEmpty ? regions : siblings)
    guard guess == nil, !siblings.isEmpty else { return .noSuchRegion(written, nearest: guess, list: list) }
    return .noRegionOfCountry(written, country, known: siblings.map(\.code), list: list)
  }

  /// The one region that was probably meant; none when there are several as near.
  private func nearest(to key: String, among regions: [Region]) -> String? {
    let near = Set(allNearest(to: key, among: regions.flatMap(\.keys), oneIn: 4))
    let codes = Set(regions.filter { !near.isDisjoint(with: $0.keys) }.map(\.code))
    return codes.count == 1 ? codes.first : nil
  }
}

/// Names as they are compared: `Stadt Zürich`, `stadt_zürich`, `STADT-ZÜRICH`.
private func folded(_ text: String) -> String {
  String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
}
