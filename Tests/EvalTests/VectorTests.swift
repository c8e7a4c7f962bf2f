// All vectors through the real program, in one process and one go: every line answered, in order, to the letter.

import Foundation
import Testing

private let vectors = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "OpeningHoursTests/Vectors")

/// A line of a vector's file: what is asked, and what is right.
private struct Vector {
  let file: String
  let question: [String: Any]
  let answer: [String: Any]

  private static let asked = ["expr", "tz", "at", "from", "to", "add_seconds"]
  private static let answered = ["state", "next_change", "comment", "open_seconds", "add_result"]

  /// Holidays are named there by their set; a line has the dates themselves.
  init(_ line: Substring, file: String, sets: [String: [String]]) throws {
    let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    self.file = file
    var question = object.filter { Self.asked.contains($0.key) }
    if let name = object["holidays"] as? String {
      let dates: [String] = try #require(sets[name])
      question["holidays"] = dates
    }
    self.question = question
    // What the vectors call null is absent.
    answer = object.filter { Self.answered.contains($0.key) && !($0.value is NSNull) }
  }

  static func all() throws -> [Vector] {
    let data = try Data(contentsOf: vectors.appending(path: "holidays.json"))
    let sets = try JSONDecoder().decode([String: [String]].self, from: data)
    return try ["core", "dst", "wide", "worktime"].flatMap { file in
      let text = try String(contentsOf: vectors.appending(path: "\(file).jsonl"), encoding: .utf8)
      return try text.split(separator: "\n").map { try Vector($0, file: file, sets: sets) }
    }
  }
}

@Test func everyVectorIsAnsweredToTheLetter() throws {
  let vectors = try Vector.all()
  #expect(vectors.count > 5000)
  var input = Data()
  for vector in vectors {
    input += try JSONSerialization.data(withJSONObject: vector.question) + Data("\n".utf8)
  }
  let run = try evaluated(["--lines"], input: input)
  #expect(run.status == 0 && run.errors.isEmpty)
  try #require(run.lines.count == vectors.count)
  var wrong: [String] = []
  for (vector, line) in zip(vectors, run.lines) {
    let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary
    if answer != vector.answer as NSDictionary {
      wrong.append("\(vector.file): \(vector.question)\n  should be \(vector.answer)\n  is \(line)")
    }
  }
  #expect(wrong.isEmpty, "\(wrong.count) wrong:\n\(wrong.prefix(10).joined(separator: "\n"))")
}
