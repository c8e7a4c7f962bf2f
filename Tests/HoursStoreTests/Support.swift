// What the tests of the log share: a folder that cleans up after itself, and short ways to write rows.

import Foundation

@testable import HoursStore

/// A folder of a test's own, removed with its last owner.
final class Folder: Sendable {
  let path: String

  init() {
    path = "/tmp/hours-store-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where the log is.
  var log: String { path + "/log" }

  func read(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: URL(fileURLWithPath: path + "/" + name))
  }

  /// Every file with its bytes.
  func snapshot() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try read($0)) })
  }
}

/// Runs SQL on a database file, without the log's settings.
func execute(_ sql: String, on path: String) throws {
  if !FileManager.default.fileExists(atPath: path) {
    try Data().write(to: URL(fileURLWithPath: path))
  }
  try Database(path: path).execute(sql)
}

func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

func anEvent(_ seq: Int64, issues: [Int64] = [], body: String = "{}") -> EventRow {
  EventRow(seq: seq, at: 1_795_000_000 + seq, name: "issue.queued", body: utf8(body), issues: issues)
}

func anIssue(_ id: Int64, _ state: IssueRow.State = .pending, body: String = "{}") -> IssueRow {
  IssueRow(
    id: id, state: state, kind: .support, client: "acme", person: "acme", due: 1_795_000_000, body: utf8(body)
  )
}

extension EventLog {
  /// Stages and commits one event with its issue and a fact: a turn that touches several tables.
  func record(_ seq: Int64, body: String = "{}") throws {
    try stage(anEvent(seq, issues: [seq], body: body))
    try put(anIssue(seq, body: body))
    try setFact("last", utf8("\(seq)"))
    try commit()
  }

  /// How many turns of ``record(_:body:)`` the log holds; nil when it holds a part of one.
  func recorded() throws -> Int64? {
    let seq = try lastSeq()
    let fact = try fact("last").map { String(decoding: $0, as: UTF8.self) } ?? "0"
    let history = try seq == 0 || events(ofIssue: seq, limit: 2).map(\.seq) == [seq]
    return try maxIssueID() == seq && fact == "\(seq)" && history ? seq : nil
  }
}
