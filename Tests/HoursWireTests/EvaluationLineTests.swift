// The two readers of `eval`'s lines: what the quick one reads, the general one reads the same.

import Civil
import Foundation
import HoursCore
import Testing

@testable import HoursWire

private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

/// Lines that are plain: these must not take the long way.
private let plain = [
  #"{"expr":"Mo-Fr 09:00-18:00"}"#,
  #" { "expr" : "24/7" , "tz" : "Europe/Berlin" , "at" : "2026-11-24T09:00:00+01:00" } "#,
  #"{"expr":"09:00-18:00 \"a\\b\"","tz":"UTC","from":"2026-11-24T09:00:00Z","to":"2026-11-25T09:00:00Z"}"#,
  #"{"expr":"","from":"2026-11-24T09:00:00Z","add_seconds":0}"#,
  #"{"add_seconds":3162240000,"from":"2026-11-24T09:00:00.5-07:30","expr":"\"звоните\""}"#,
  #"{"holidays":[],"school_holidays":[ "2026-12-24" , "2028-02-29" ],"expr":"PH off"}"#,
]

@Test(arguments: plain)
func aPlainLineIsReadBoth(_ line: String) throws {
  #expect(try EvaluationLine(plain: bytes(line)) == EvaluationLine(general: bytes(line)))
}

/// Lines that are right all the same, and lines that are wrong: neither is the quick reader's to judge.
@Test(arguments: [
  "", " ", "{", "{}", "[]", "null", #"{"expr":"24/7""#, #"{"expr":"24/7"} x"#, #"{"expr":"24/7",}"#,
  #"{,"expr":"24/7"}"#,
  #"{"expr" "24/7"}"#, #"{"expr":24}"#, #"{"expr":null}"#, #"{"expr":"24/7","expr":"off"}"#,
  #"{"expr":"24/7","tz":""}"#, #"{"expr":"24/7","tz":" "}"#, #"{"expr":"24/7","tz":null}"#,
  #"{"expr":"24/7","at":"tonight"}"#, #"{"expr":"24/7","at":"2026-11-24 09:00"}"#,
  #"{"expr":"24/7","at":"soon"}"#,
  #"{"expr":"24/7","at":"9999-12-31T23:59:59Z"}"#, #"{"expr":"24/7","to":"2026-11-24T09:00:00Z"}"#,
  #"{"expr":"24/7","from":"2026-11-24T09:00:00Z"}"#, #"{"expr":"24/7","add_seconds":60}"#,
  #"{"expr":"24/7","from":"2026-11-24T09:00:00Z","add_seconds":-1}"#,
  #"{"expr":"24/7","from":"2026-11-24T09:00:00Z","add_seconds":060}"#,
  #"{"expr":"24/7","from":"2026-11-24T09:00:00Z","add_seconds":1e2}"#,
  #"{"expr":"24/7","from":"2026-11-24T09:00:00Z","add_seconds":60.0}"#,
  #"{"expr":"24/7","from":"2026-11-24T09:00:00Z","add_seconds":3162240001}"#,
  #"{"expr":"24/7","from":"2026-11-24T09:00:00Z","add_seconds":9223372036854775808}"#,
  #"{"expr":"24/7","holidays":["2026-02-29"]}"#, #"{"expr":"24/7","holidays":["2026-01-01",]}"#,
  #"{"expr":"24/7","holidays":["2026-01-01"}"#, #"{"expr":"24/7","holidays":["2026-1-1"]}"#,
  #"{"expr":"24/7","holidays":["2026-01-01 "]}"#, #"{"expr":"24/7","holidays":"DE"}"#,
  #"{"expr":"24/7","state":"open"}"#, #"{"expr":"\u0032\u0034/7"}"#, #"{"expr":"24\/7"}"#,
  "{\"expr\":\"24/7\n\"}",
  #"{"expr":"24/7\"}"#, #"{"expr":"24/7\"#, #"{"expr":"\x"}"#,
])
func whatIsNotPlainIsLeft(_ line: String) {
  #expect(EvaluationLine(plain: bytes(line)) == nil)
}

/// Plain lines with a byte changed, taken out or put in: the quick reader may leave them, never read them otherwise.
@Test func aDamagedLineIsNeverReadOtherwise() {
  var random = SystemRandomNumberGenerator()
  let signs = Array(#"{}[]":,\ 0129-+TZ.ePHae"#.utf8) + [0x00, 0x0A, 0x7F, 0xC3, 0xBF, 0xFF]
  var read = 0
  for round in 0..<20_000 {
    var line = Array(plain[round % plain.count].utf8)
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let index = Int.random(in: line.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: line[index] = signs.randomElement(using: &random) ?? 0
      case 1: line.remove(at: index)
      default: line.insert(signs.randomElement(using: &random) ?? 0, at: index)
      }
    }
    guard let quick = EvaluationLine(plain: line[...]) else { continue }
    read += 1
    #expect((try? EvaluationLine(general: line[...])) == quick, "\(String(decoding: line, as: UTF8.self))")
  }
  #expect(read > 1000)
}
