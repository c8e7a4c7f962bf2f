// An event, and what a hook finds of it in its environment.

import Foundation
import HoursCore
import Testing

@testable import hoursctl

struct HookRow: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let event: String
  /// Without `HOURSD_`, and without the name, number and time that every event has.
  let fields: String

  init(_ name: String, _ event: String, _ fields: String) {
    (testDescription, self.event, self.fields) = (name, event, fields)
  }
}

private let acme =
  #""caller":{"class":"client","id":"acme","name":"Acme GmbH","number":"+49301234567","language":"en"}"#
private let issue =
  #"{"id":3,"kind":"support","state":"pending","class":"client","client":"acme","#
  + #""name":"Acme GmbH","number":"+49301234567","about":"a typo","severity":"normal","reason":"not-critical","#
  + #""call":7,"due":"2026-11-24T09:00:00+01:00"}"#

private let rows = [
  HookRow(
    "office.opened", #""state":"open","until":"2026-11-24T13:00:00+01:00""#,
    "STATE=open UNTIL=2026-11-24T13:00:00+01:00"),
  HookRow(
    "office.closed",
    #""state":"closed","until":"2026-11-24T13:00:00+01:00","reason":"dentist","override":2"#,
    "OVERRIDE=2 REASON=dentist STATE=closed UNTIL=2026-11-24T13:00:00+01:00"),
  HookRow("office.configured", #""changed":["hours"]"#, ""),
  HookRow(
    "office.override",
    #""override":{"id":2,"state":"closed","from":"2026-11-24T09:00:00+01:00","until":"2026-11-24T13:00:00+01:00","reason":"flu"}"#,
    "OVERRIDE=2 REASON=flu STATE=closed UNTIL=2026-11-24T13:00:00+01:00"),
  HookRow(
    "call.received",
    #""call":7,\#(acme),"about":"a typo","severity":"normal","verdict":"defer","reason":"not-critical","say":"Tomorrow.","issue":3,"due":"2026-11-24T09:00:00+01:00""#,
    "ISSUE=3 CALL=7 CALLER=Acme_GmbH CLIENT=acme CLASS=client NUMBER=+49301234567 ABOUT=a_typo SEVERITY=normal VERDICT=defer "
      + "REASON=not-critical SAY=Tomorrow. DUE=2026-11-24T09:00:00+01:00"),
  HookRow(
    "call.received",
    #""call":8,"caller":{"class":"personal","id":"boris","language":"en"},"severity":"untriaged","verdict":"answer","reason":"personal-out-of-hours","say":"Pick up.""#,
    "CALL=8 CALLER=boris CLASS=personal SEVERITY=untriaged VERDICT=answer REASON=personal-out-of-hours SAY=Pick_up."
  ),
  HookRow(
    "call.ended",
    #""call":9,"caller":{"class":"unknown","language":"en"},"verdict":"defer","reason":"stranger""#,
    "CALL=9 CLASS=unknown VERDICT=defer REASON=stranger"),
  HookRow(
    "caller.told", #""person":"client:acme","client":"acme","channel":"spoken","call":7,"times":1"#,
    "CALL=7 CALLER=acme CLIENT=acme"),
  HookRow("caller.forgotten", #""persons":["forgotten:1"],"removed":{"calls":2,"issues":1}"#, ""),
  HookRow(
    "issue.queued", #""issue":3,"issues":[\#(issue)]"#,
    "ISSUE=3 CALL=7 CALLER=Acme_GmbH CLIENT=acme CLASS=client NUMBER=+49301234567 ABOUT=a_typo SEVERITY=normal "
      + "REASON=not-critical STATE=pending DUE=2026-11-24T09:00:00+01:00"),
  HookRow(
    "issue.due", #""issue":3,"issues":[\#(issue)]"#,
    "ISSUE=3 CALL=7 CALLER=Acme_GmbH CLIENT=acme CLASS=client NUMBER=+49301234567 ABOUT=a_typo SEVERITY=normal "
      + "REASON=not-critical STATE=pending DUE=2026-11-24T09:00:00+01:00"),
  HookRow("issue.due", #""issues":[{"id":3,"name":"A"},{"id":12,"name":"B"}]"#, "ISSUE=3_12"),
  HookRow(
    "mail.failed",
    #""issue":3,"message":{"id":4,"issue":3,"client":"acme","state":"failed","to":"it@acme.example","name":"Acme GmbH","subject":"Done: a typo"}"#,
    "ISSUE=3 MESSAGE=4 CALLER=Acme_GmbH CLIENT=acme ABOUT=Done:_a_typo STATE=failed"),
  HookRow("a.new-one", #""state":"odd","issue":3"#, "ISSUE=3 STATE=odd"),
]

@Test(arguments: rows)
func anEventInTheEnvironment(_ row: HookRow) throws {
  let name = row.testDescription
  let line = #"{"seq":41,"at":"2026-11-24T08:00:00+01:00","event":"\#(name)",\#(row.event)}"#
  let fields = HookFields(try #require(JSON(line: Array(line.utf8))))
  let common = ["HOURSD_EVENT=\(name)", "HOURSD_SEQ=41", "HOURSD_AT=2026-11-24T08:00:00+01:00"]
  let expected = row.fields.split(separator: " ").map { "HOURSD_\($0)".replacing("_", with: " ") }
  #expect(fields.variables == common + expected.map { $0.replacing("HOURSD ", with: "HOURSD_") })
}

@Test func everyFamilyHasARow() {
  let families = Set(Event.names.map { $0.prefix { $0 != "." } })
  #expect(families.isSubset(of: Set(rows.map { $0.testDescription.prefix { $0 != "." } })))
}

/// A program that is started with more than 128 KiB in one variable is not started.
@Test func whatIsLongIsCut() throws {
  let about = String(repeating: "ж", count: 9_000)
  let ids = (1...9_000).map { #"{"id":\#($0)}"# }.joined(separator: ",")
  func value(_ name: String, _ line: String) throws -> String {
    let fields = HookFields(try #require(JSON(line: Array(line.utf8))))
    let field = try #require(fields.variables.first { $0.hasPrefix("HOURSD_\(name)=") })
    return String(field.dropFirst(8 + name.count))
  }
  #expect(try value("ABOUT", #"{"event":"call.received","about":"\#(about)"}"#) == about.prefix(2_048))
  let list = try value("ISSUE", #"{"event":"issue.due","issues":[\#(ids)]}"#)
  #expect(list.utf8.count <= Limits.hookField)
  #expect(list == (1...list.split(separator: " ").count).map(String.init).joined(separator: " "))
}

/// The page lists every variable, and no other.
@Test func theVariablesAreThePages() throws {
  let page = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../contrib/doc/protocol.md")
  let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
  let start = try #require(lines.firstIndex { $0 == "| variable | holds |" })
  let names = lines[(start + 2)...].prefix { $0.hasPrefix("|") }
    .flatMap { $0.split(separator: "|")[0].matches(of: /`(\w+)`/).map { String($0.1) } }
  #expect(names == HookFields.names + ["HOURSD_HOOK"])
}
