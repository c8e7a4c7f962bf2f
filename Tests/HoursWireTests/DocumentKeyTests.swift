// The protocol's page and the objects that are sent: the same keys, the same ones optional, the same words.
//
// From each table an object is made that has every key; the program's own type must read it, lose no key of it,
// have no key beside them, and miss none but those that must be there.

import Civil
import Foundation
import HoursCore
import HoursWire
import Testing

import enum OpeningHours.State

/// A type of the protocol, read and written again.
struct Kept: CustomTestStringConvertible, Sendable {
  let opening: String
  /// The line that is written again, and how many values the type has.
  let rewrite: @Sendable ([UInt8]) throws -> (line: [UInt8], count: Int)
  var testDescription: String { opening }

  init<T: Codable & SendableMetatype>(_ opening: String, _ type: T.Type) {
    self.opening = opening
    rewrite = { bytes in
      let value = try decodeRecord(T.self, from: bytes)
      return (LineEncoder(zone: .utc).encode(value), Mirror(reflecting: value).children.count)
    }
  }
}

private let objects = [
  Kept("A status:", Status.self), Kept("An interval:", OfficeInterval.self), Kept("A call", Call.self),
  Kept("An override.", Override.self), Kept("A caller:", Caller.self),
  Kept("An issue:", Issue.self), Kept("A message:", Message.self),
  Kept("The counts of a report.", Measures.self), Kept("What was `removed`:", Removed.self),
]

extension Page {
  /// An object with these keys, each with a value of its kind.
  fileprivate func sample(_ keys: [Key]) throws -> String {
    "{\(try keys.map { "\"\($0.name)\":\(try sample($0.value))" }.joined(separator: ","))}"
  }

  private func sample(_ value: String) throws -> String {
    switch value {
    case "number": "1"
    case "text": "\"x\""
    case "flag": "true"
    case "time": "\"2026-11-24T09:00:00Z\""
    case "reason": "\"always\""
    case "answers": "{\"down\":true}"
    case "list": "[]"
    case "caller": try sample(keys(after: "A caller:"))
    default: "\"\(try #require(ticked(value).first, "a value that no test knows: \(value)"))\""
    }
  }

  /// An event's values by their keys, where it is no call.
  fileprivate func sampleOfEvent(_ name: String, _ keys: [String]) throws -> String {
    let issue = try sample(self.keys(after: "An issue:"))
    let values = [
      "state": "\"closed\"", "break": "true", "until": "\"2026-11-24T09:00:00Z\"", "reason": "\"x\"",
      "changed": "[\"hours\"]", "person": "\"x\"", "client": "\"x\"", "channel": "\"spoken\"", "call": "1",
      "times": "1", "told_at": "\"2026-11-24T09:00:00Z\"",
      "first_told_at": "\"2026-11-24T09:00:00Z\"", "replied_at": "\"2026-11-24T09:00:00Z\"",
      "persons": "[\"forgotten:1\"]", "removed": try sample(self.keys(after: "What was `removed`:")),
      "issue": "1", "issues": "[\(issue)]", "text": "\"x\"",
      "message": try sample(self.keys(after: "A message:")),
      "override": name.contains("override") ? try sample(self.keys(after: "An override.")) : "1",
    ]
    let pairs = try keys.map { "\"\($0)\":\(try #require(values[$0], "\(name): \($0)"))" }
    return "{\(pairs.joined(separator: ","))}"
  }
}

private func keys(of line: [UInt8]) throws -> Set<String> {
  let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
  return Set(try #require(object).keys)
}

@Test(arguments: objects)
func theKeysOfAnObject(_ object: Kept) throws {
  let page = try Page()
  let shown = try page.keys(after: object.opening)
  let whole = try object.rewrite(Array(page.sample(shown).utf8))
  #expect(try keys(of: whole.line) == Set(shown.map(\.name)))
  #expect(whole.count == shown.count, "the program has another key")
  for key in shown {
    let rest = try page.sample(shown.filter { $0.name != key.name })
    #expect(((try? object.rewrite(Array(rest.utf8))) != nil) == key.isOptional, "\(key.name)")
  }
}

/// The words that a key may be, and the program's.
private let words: [(object: String, key: String, words: [String])] = [
  ("A status:", "state", OfficeState.allCases.map(\.rawValue)),
  ("An interval:", "state", State.allCases.map(\.rawValue)),
  ("An override.", "state", OfficeState.allCases.map(\.rawValue)),
  ("A call", "severity", Severity.allCases.map(\.rawValue)),
  ("A call", "surcharge", SurchargeReply.allCases.map(\.rawValue)),
  ("A call", "verdict", Verdict.allCases.map(\.rawValue)),
  ("A call", "reason", decisionTable.map(\.reason.rawValue)),
  ("A call", "office", OfficeThen.allCases.map(\.rawValue)),
  ("A call", "outcome", Outcome.allCases.map(\.rawValue)),
  ("A caller:", "class", CallerClass.allCases.map(\.rawValue)),
  ("A caller:", "contract", Contract.allCases.map(\.rawValue)),
  ("An issue:", "kind", IssueKind.allCases.map(\.rawValue)),
  ("An issue:", "state", IssueState.allCases.map(\.rawValue)),
  ("An issue:", "class", CallerClass.allCases.map(\.rawValue)),
  ("An issue:", "severity", Severity.allCases.map(\.rawValue)),
  ("A message:", "state", MessageState.allCases.map(\.rawValue)),
]

@Test(arguments: words)
func theWordsOfAKey(_ object: String, _ name: String, _ words: [String]) throws {
  let key = try #require(try Page().keys(after: object).first { $0.name == name })
  #expect(ticked(key.value) == words)
}

@Test func theKeysOfAReport() throws {
  let page = try Page()
  let counts = try page.keys(after: "The counts of a report.").map(\.name)
  var person = PersonMeasures(person: "client:acme", class: .client)
  (person.id, person.name, person.firstToldAt) = ("acme", "Acme GmbH", Instant(seconds: 0))
  let report = Report(
    from: Instant(seconds: 0), to: Instant(seconds: 1), client: "acme", total: Measures(), persons: [person])
  let whole = try keys(of: LineEncoder(zone: .utc).encode(report))
  #expect(whole == Set(try page.keys(after: "A report,").map(\.name) + counts))
  let one = try keys(of: LineEncoder(zone: .utc).encode(person))
  #expect(one == Set(try page.keys(after: "An entry of `persons`,").map(\.name) + counts))
}

/// Every name that an event can have.
private let eventNames =
  OfficeNews.allCases.map { "office.\($0.rawValue)" } + ["office.configured"]
  + OverrideNews.allCases.map { "office.\($0.rawValue)" }
  + CallNews.allCases.map { "call.\($0.rawValue)" } + ["caller.told", "caller.forgotten", "issue.due"]
  + IssueNews.allCases.map { "issue.\($0.rawValue)" } + MailNews.allCases.map { "mail.\($0.rawValue)" }

@Test func everyEventHasItsKeys() throws {
  let page = try Page()
  let rows = try page.table("| event | holds |")
  #expect(rows.flatMap { ticked($0[0]) } == eventNames)
  for row in rows {
    for name in ticked(row[0]) {
      var shown = ticked(row[1]).map { $0.filter { $0 != "?" } }
      var body = try page.sampleOfEvent(name, shown)
      if name.hasPrefix("call.") {
        let call = try page.keys(after: "A call")
        shown = call.map(\.name)
        body = try page.sample(call)
      }
      let line = "{\"seq\":1,\"at\":\"2026-11-24T09:00:00Z\",\"event\":\"\(name)\"," + body.dropFirst()
      let event = try EventLine(line: Array(line.utf8))
      #expect(event.event.name == name)
      let written = try keys(of: LineEncoder(zone: .utc).encode(event))
      #expect(written == Set(shown + ["seq", "at", "event"]), "\(name)")
      let values: Any? =
        switch event.event.body {
        case .office(_, let announcement): announcement
        case .call(_, let call): call
        case .told(let told): told
        case .forgotten(let forgotten): forgotten
        case .configured, .override, .due, .issue, .mail: nil
        }
      if let values {
        #expect(Mirror(reflecting: values).children.count == shown.count, "\(name) has another key")
      }
    }
  }
}
