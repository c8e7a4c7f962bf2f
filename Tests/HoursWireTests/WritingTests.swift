// What goes out: JSON that any reader takes, in the order of declaration, the same line for the same event.

import Civil
import Foundation
import HoursCore
import HoursWire
import Testing

/// Any JSON value, for comparing our writer with Foundation's reader.
private indirect enum Value: Encodable, Sendable {
  case text(String)
  case number(Int64)
  case flag(Bool)
  case list([Value])
  case object([(String, Value)])

  struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .number(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .flag(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .list(let list): try list.encode(to: encoder)
    case .object(let keys):
      var container = encoder.container(keyedBy: Name.self)
      for (key, value) in keys { try container.encode(value, forKey: try #require(Name(stringValue: key))) }
    }
  }

  /// Whether Foundation read the same. Texts are compared by their bytes, for equal Swift strings may differ in them.
  func equals(_ other: Any) -> Bool {
    switch self {
    case .text(let text): (other as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
    case .number(let number): (other as? NSNumber)?.int64Value == number
    case .flag(let flag): other as? Bool == flag
    case .list(let list):
      (other as? [Any]).map { $0.count == list.count && zip(list, $0).allSatisfy { $0.equals($1) } } ?? false
    case .object(let keys):
      (other as? [String: Any]).map { object in
        object.count == keys.count && keys.allSatisfy { key, value in object[key].map(value.equals) ?? false }
      } ?? false
    }
  }

  static func random(_ random: inout Seeded, depth: Int = 0) -> Value {
    switch Int.random(in: 0..<(depth < 4 ? 5 : 3), using: &random) {
    case 0: return .text(randomText(&random))
    case 1: return .number(Int64.random(in: Int64.min...Int64.max, using: &random))
    case 2: return .flag(Bool.random(using: &random))
    case 3:
      return .list(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in .random(&random, depth: depth + 1) })
    default:
      return .object(
        (0..<Int.random(in: 0...4, using: &random)).map { index in
          ("\(index)\(randomText(&random))", .random(&random, depth: depth + 1))
        })
    }
  }

  /// Without U+FEFF, which JSONSerialization takes for a byte order mark and swallows.
  private static let scalars: [Unicode.Scalar] =
    (0..<0x20).map { Unicode.Scalar($0) } + [
      "\"", "\\", "/", "a", "Z", "0", " ", "\u{7F}", "\u{85}", "é", "e", "\u{301}", "ы", "日", "\u{2028}",
      "\u{FFFD}", "\u{FFFF}", "😀", "\u{10FFFF}", "{", "}", ":", ",",
    ]

  private static func randomText(_ random: inout Seeded) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      text.append(scalars.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }
}

@Test(arguments: [11, 12, 13] as [UInt64])
func foundationReadsWhatWasWritten(_ seed: UInt64) throws {
  var random = Seeded(state: seed)
  for _ in 0..<500 {
    let value = Value.random(&random)
    let line = LineEncoder(zone: .utc).encode(value)
    #expect(!line.contains(UInt8(ascii: "\n")))
    let read = try JSONSerialization.jsonObject(with: Data(line), options: .fragmentsAllowed)
    #expect(value.equals(read), "\(String(decoding: line, as: UTF8.self))")
  }
}

@Test func instantsCarryTheOfficesOffset() throws {
  let bytes = Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Moscow")))
  let zone = try Zone(name: "Europe/Moscow", tzif: bytes)
  let line = LineEncoder(zone: zone).encode(["at": Instant(seconds: 1_795_500_000)])
  #expect(String(decoding: line, as: UTF8.self) == #"{"at":"2026-11-24T09:00:00+03:00"}"#)
}

private let issue = #"""
  {"id":3,"kind":"support","state":"pending","class":"client","client":"acme","name":"Acme GmbH",\#
  "number":"+49301234567","person":"client:acme","about":"forgot the \"password\"","severity":"normal",\#
  "reason":"not-critical","call":17,"calls":2,"last_called_at":"2026-11-23T20:20:00+00:00","at_once":false,\#
  "answered":false,"billable":false,"mailable":true,\#
  "queued_at":"2026-11-23T20:15:00+00:00","promised":"2026-11-24T06:00:00+00:00","due":"2026-11-24T06:00:00+00:00",\#
  "reminders":1,"last_reminded_at":"2026-11-24T06:00:00+00:00","solution":"a new one","minutes":5,\#
  "was_critical":false,"solved_at":"2026-11-24T06:10:00+00:00","settled_at":"2026-11-24T06:20:00+00:00","why":"a joke"}
  """#

private let shortIssue = #"""
  {"id":4,"kind":"ring-back","state":"pending","class":"unknown","severity":"untriaged","calls":1,"at_once":true,\#
  "answered":false,"billable":false,"mailable":false,"queued_at":"2026-11-23T20:15:00+00:00",\#
  "due":"2026-11-24T06:00:00+00:00","reminders":0}
  """#

private let call = #"""
  "call":17,"called_at":"2026-11-23T20:15:00+00:00","caller":{"class":"client","id":"acme","name":"Acme GmbH",\#
  "number":"+49301234567","number_type":"landline","contract":"24x7","language":"en","always":false,"email":"it@acme.example","told":true},\#
  "about":"forgot","severity":"normal","rule":"stated","missed":false,"surcharge":"declined",\#
  "answers":{"data":false,"down":false,"hacked":true},"verdict":"defer","reason":"not-critical","say":"Tomorrow.",\#
  "auto_reply":"Tomorrow at 9.","questions":[{"id":"down","ask":"Is it down?"}],"surcharge_offer":"+100 %",\#
  "issue":3,"promised":"2026-11-24T06:00:00+00:00","due":"2026-11-24T06:00:00+00:00","outcome":"answered",\#
  "minutes":5,"own_exception":true}
  """#

private let told = #"""
  caller.told","person":"client:acme","client":"acme","channel":"sms","call":17,"times":2,\#
  "told_at":"2026-11-23T20:15:00+00:00","replied_at":"2026-11-23T20:15:00+00:00"}
  """#

/// Every kind of event as it stands in the log, with every key that it can have.
private let eventLines: [String] =
  [
    #"office.opened","state":"open","until":"2026-11-24T15:00:00+00:00"}"#,
    #"office.closed","state":"closed","break":true,"until":"2026-11-24T15:00:00+00:00","reason":"lunch"}"#,
    #"office.configured","changed":["hours","evening"]}"#,
    #"call.received",\#(call)"#, #"call.triaged",\#(call)"#, #"call.ended",\#(call)"#,
    told,
    #"issue.due","issue":3,"issues":[\#(issue)]}"#,
    #"issue.due","issues":[\#(issue),\#(shortIssue)]}"#,
    #"issue.queued","issue":3,"issues":[\#(issue)]}"#,
    #"issue.snoozed","issue":4,"issues":[\#(shortIssue)]}"#,
    #"issue.noted","issue":3,"text":"he is\nin Rome","issues":[\#(issue)]}"#,
    #"issue.solved","issue":3,"issues":[\#(issue)]}"#, #"issue.settled","issue":3,"issues":[\#(issue)]}"#,
    #"issue.dropped","issue":3,"issues":[\#(issue)]}"#, #"issue.reopened","issue":3,"issues":[\#(issue)]}"#,
  ].enumerated().map { number, rest in
    #"{"seq":\#(number + 1),"at":"2026-11-24T06:00:00+00:00","event":"\#(rest)"#
  }

@Test(arguments: eventLines)
func anEventIsTheSameLineAgain(_ text: String) throws {
  let event = try EventLine(line: Array(text.utf8))
  #expect(String(decoding: LineEncoder(zone: .utc).encode(event), as: UTF8.self) == text)
}

@Test func everyKindOfEventIsTried() throws {
  let tried = Set(try eventLines.map { try EventLine(line: Array($0.utf8)).event.name })
  let names =
    OfficeNews.allCases.map { "office.\($0)" } + CallNews.allCases.map { "call.\($0)" }
    + IssueNews.allCases.map { "issue.\($0)" } + ["office.configured", "caller.told", "issue.due"]
  #expect(tried == Set(names))
}

@Test(arguments: ["", "{}", #"{"seq":1,"at":"2026-11-24T06:00:00Z","event":"issue.vanished","issues":[]}"#])
func whatIsNoEventIsAnError(_ text: String) {
  #expect(throws: DecodingError.self) { try EventLine(line: Array(text.utf8)) }
}
