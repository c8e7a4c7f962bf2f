// What forgetting needs of the log: rows written anew and rows that go, and a file in which nothing of them is left.

import Foundation
import Testing

@testable import HoursStore

struct ForgettingTests {
  let folder = Folder()

  private static let word = "Apfelmus"

  /// A log in whose every table a word stands, in rows that changed size again and again.
  private func filled() throws -> EventLog {
    let log = try EventLog.open(path: folder.log)
    for round in 1...40 {
      let text = String(repeating: "\(Self.word) ", count: 1 + round * 37 % 200)
      for id in 1...Int64(10) {
        let body = Array("\(text)\(id)".utf8)
        try log.put(IssueRow(id: id, state: .settled, kind: .support, person: "p\(id)", due: 1, body: body))
        try log.put(CallRow(id: id, at: 1, person: "p\(id)", body: body))
        try log.stage(EventRow(seq: Int64(round - 1) * 10 + id, at: 1, name: "issue.noted", body: body))
      }
      try log.put(ToldRow(person: Self.word, body: Array(text.utf8)))
      try log.put(RequestRow(key: "k", line: Array(text.utf8), reply: Array(text.utf8)))
      try log.put(ConfigurationRow(id: Int64(round), at: 1, body: round < 40 ? Array(text.utf8) : []))
      try log.commit()
    }
    return log
  }

  private func forget(in log: EventLog) throws {
    for id in 1...Int64(10) {
      try log.put(IssueRow(id: id, state: .settled, kind: .support, person: "f\(id)", due: 1, body: []))
      try log.put(CallRow(id: id, at: 1, person: "f\(id)", body: []))
    }
    for seq in 1...Int64(400) { try log.rewrite(event: seq, body: []) }
    try log.removeTold(Self.word)
    for row in try log.requests(after: "", limit: 9) {
      try log.put(RequestRow(key: row.key, line: [], reply: []))
    }
    #expect(try log.removeEarlierConfigurations() == 39)
    try log.stagePurge()
  }

  private func traces() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      let bytes = try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)"))
      return bytes.range(of: Data("Apfel".utf8)) != nil
    }
  }

  @Test func nothingIsLeftInTheFile() throws {
    let log = try filled()
    #expect(try !log.hasForgotten)
    try forget(in: log)
    try log.commit()
    try log.purge()
    #expect(try traces() == [])
    #expect(try log.hasForgotten && !log.isPurgeDue)
    try log.check()
    #expect(try log.events(after: 0, limit: 1_000).count == 400)
    #expect(try log.lastConfiguration()?.id == 40)
    log.close()
    #expect(try EventLog.open(path: folder.log).lastSeq() == 400)
  }

  /// A process that died between the commit and the cleaning.
  @Test func theNextStartFinishesIt() throws {
    let log = try filled()
    try forget(in: log)
    try log.commit()
    #expect(try !traces().isEmpty)
    log.close()
    #expect(try !EventLog.open(path: folder.log).isPurgeDue)
    #expect(try traces() == [])
  }

  @Test func whatWasSpoiledIsNotRecorded() throws {
    let log = try filled()
    try forget(in: log)
    log.spoil("a row cannot be read")
    #expect(throws: DatabaseError.self) { try log.commit() }
    #expect(try !log.hasForgotten)
    #expect(try log.call(1)?.body.isEmpty == false)
    #expect(try log.allTold().count == 1)
  }
}
