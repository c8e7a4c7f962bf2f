// `[vcards]`: where the owner's address book is, and which of its people are whose. Read twice, as calendars are.

import HoursCore

/// The paths, and the categories that make somebody a client or personal.
struct CardsSection {
  /// Where `[vcards]` stands.
  var position: Position
  var paths: [Located<String>] = []
  /// As the owner wrote them; nil where the usual ones hold.
  var clients: [Located<String>]?
  var personal: [Located<String>]?
  /// What those are who are in neither.
  var others = CallerClass.unknown

  init?(_ document: inout TableReader, sources: Sources) {
    guard var table = document.table("vcards") else { return nil }
    position = table.position
    let errorsBefore = table.report.errors.count
    paths = sources.paths("paths", "~/.contacts", of: "paths", &table)
    clients = CardsSection.categories("clients", "Clients", &table)
    personal = CardsSection.categories("personal", "Friends", &table)
    if let text = table.string("others", example: "\"personal\"") {
      let known = CallerClass.allCases.map(\.rawValue)
      if let others = CallerClass(rawValue: text.value) {
        self.others = others
      } else {
        let guess = nearest(to: text.value, among: known)
        table.error(.noSuchWord(text.value, nearest: guess, known: known), "others", at: text.position)
      }
    }
    if paths.isEmpty, table.report.errors.count == errorsBefore {
      table.error(.noCardPaths, nil, at: table.position)
    }
    table.finish()
  }

  private static func categories(
    _ key: String, _ example: String, _ table: inout TableReader
  ) -> [Located<String>]? {
    table.strings(
      key, example: "[\"\(example)\"]", limit: SetupLimits.nameBytes, count: SetupLimits.categories,
      of: "categories")
  }

  /// Who somebody in these categories is; a client wins.
  func callerClass(of categories: Set<String>) -> CallerClass {
    if !categories.isDisjoint(with: folded(clients, else: ["Clients"])) { return .client }
    if !categories.isDisjoint(with: folded(personal, else: ["Friends", "Family"])) { return .personal }
    return others
  }

  private func folded(_ written: [Located<String>]?, else usual: [String]) -> Set<String> {
    Set((written?.map(\.value) ?? usual).map { Card.folded($0) })
  }
}
