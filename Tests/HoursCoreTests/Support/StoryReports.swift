// What a story may say about a report: all counts that are not 0, by their keys; behind a person's key those of theirs.

import Civil
import Foundation

@testable import HoursCore

extension Report {
  /// `calls 3`, `picked_up 1`; `client:acme calls 2`, `strangers calls 1`. Of a person only what is asked is looked at.
  func check(_ expected: [String]) throws {
    let total = try counts(total)
    let ofPersons = try persons.flatMap { person in
      try counts(person.measures).map { "\(person.person ?? "strangers") \($0)" }
        + ["\(person.person ?? "strangers") told \(person.firstToldAt.map { Zone.utc.clock($0) } ?? "never")"]
    }
    let wanted = expected.filter { $0.split(separator: " ").count == 2 }
    guard wanted.sorted() == total.sorted() else {
      throw StoryError("counted: \(total.joined(separator: ", "))")
    }
    for fact in expected where !wanted.contains(fact) && !ofPersons.contains(fact) {
      throw StoryError("\(fact): but \(ofPersons.joined(separator: ", "))")
    }
  }

  private func counts(_ measures: Measures) throws -> [String] {
    let object =
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(measures)) as? [String: Int] ?? [:]
    return Measures.CodingKeys.allCases.compactMap { key in
      object[key.rawValue].flatMap { $0 == 0 ? nil : "\(key.rawValue) \($0)" }
    }
  }
}
