// `eval --lines`: what is answered, what is refused, and when the answers come.

import Foundation
import Glibc
import Testing

/// A question and its answer, with an arrow between them.
struct Exchange: CustomTestStringConvertible, Sendable {
  let question: String
  let answer: String
  var testDescription: String { question }
}

private func exchanges(_ table: String) -> [Exchange] {
  table.split(separator: "\n").map { line in
    let parts = line.components(separatedBy: " -> ")
    return Exchange(question: parts[0], answer: parts[1])
  }
}

private func answers(_ lines: [String], _ options: [String] = []) throws -> [Substring] {
  let run = try evaluated(["--lines"] + options, input: Data((lines.joined(separator: "\n") + "\n").utf8))
  #expect(run.status == 0 && run.errors.isEmpty)
  #expect(run.lines.count == lines.count)
  return run.lines
}

private let good = exchanges(
  #"""
  {"expr":"Mo-Fr 09:00-18:00","tz":"Europe/Berlin","at":"2026-11-23T20:50:00+01:00"} -> {"state":"closed","next_change":"2026-11-24T09:00:00+01:00"}
  {"expr":"Mo-Fr 09:00-18:00","tz":"Europe/Berlin","at":"2026-11-23T19:50:00Z"} -> {"state":"closed","next_change":"2026-11-24T09:00:00+01:00"}
  {"expr":"Mo-Fr 09:00-18:00","tz":"Europe/Berlin","at":"2026-11-23 17:50"} -> {"state":"open","next_change":"2026-11-23T18:00:00+01:00"}
  {"expr":"Mo-Fr 09:00-18:00","tz":"Europe/Berlin","at":"2026-11-23T17:50:00"} -> {"state":"open","next_change":"2026-11-23T18:00:00+01:00"}
  {"expr":"Mo-Fr 09:00-18:00","at":"2026-11-23 17:50"} -> {"state":"open","next_change":"2026-11-23T18:00:00+00:00"}
  {"expr":"Mo-Fr 09:00-18:00; PH off","at":"2026-11-24 10:00","holidays":["2026-11-24"]} -> {"state":"closed","next_change":"2026-11-25T09:00:00+00:00"}
  {"expr":"Mo-Fr 09:00-18:00; PH off","at":"2026-11-24 10:00","holidays":[]} -> {"state":"open","next_change":"2026-11-24T18:00:00+00:00"}
  {"expr":"Mo-Fr 09:00-18:00; SH off \"school is out\"","at":"2026-11-24 10:00","school_holidays":["2026-11-24"]} -> {"state":"closed","next_change":"2026-11-25T09:00:00+00:00","comment":"school is out"}
  {"expr":"Mo 09:00-18:00 unknown \"ring the bell ☎\"","at":"2026-11-23 10:00"} -> {"state":"unknown","next_change":"2026-11-23T18:00:00+00:00","comment":"ring the bell ☎"}
  {"expr":"24/7","at":"2026-11-23 10:00"} -> {"state":"open"}
  {"expr":"off"} -> {"state":"closed"}
  {"expr":"2028 Jan 01 10:00-12:00","at":"2026-11-23 10:00"} -> {"state":"closed"}
  {"expr":"Mo-Fr 09:00-18:00","from":"2026-11-23 17:00","to":"2026-11-24 10:00"} -> {"open_seconds":7200}
  {"expr":"Mo-Fr 09:00-18:00","from":"2026-11-24","to":"2026-11-26"} -> {"open_seconds":64800}
  {"expr":"Mo-Fr 09:00-18:00","from":"2026-11-24 10:00","to":"2026-11-23 17:00"} -> {"open_seconds":0}
  {"expr":"Mo-Fr 09:00-18:00","from":"2026-11-23 17:00","add_seconds":7200} -> {"add_result":"2026-11-24T10:00:00+00:00"}
  {"expr":"Mo-Fr 09:00-18:00","from":"2026-11-23 17:00","add_seconds":0} -> {"add_result":"2026-11-23T17:00:00+00:00"}
  {"expr":"off","from":"2026-11-23 17:00","to":"2026-11-24 17:00","add_seconds":60} -> {"open_seconds":0}
  {"expr":"off","from":"2026-11-23 17:00","add_seconds":60} -> {}
  {"expr":"Mo-Fr 09:00-18:00","at":"2026-11-23 17:00","from":"2026-11-23 17:00","to":"2026-11-24 10:00","add_seconds":60} -> {"state":"open","next_change":"2026-11-23T18:00:00+00:00","open_seconds":7200,"add_result":"2026-11-23T17:01:00+00:00"}
  {"expr":"24/7","at":null,"tz":null,"holidays":null,"from":null} -> {"state":"open"}
  {"expr":"24/7","state":"closed","tags":["PH"]} -> {"state":"open"}
  {"expr":"Mo-Fr 02:30-03:30","tz":"Europe/Berlin","at":"2026-03-29T01:59:59+01:00"} -> {"state":"closed","next_change":"2026-03-30T02:30:00+02:00"}
  """#)

@Test func whatIsAskedIsAnswered() throws {
  let answers = try answers(good.map(\.question))
  for (row, answer) in zip(good, answers) { #expect(answer == row.answer, "\(row.question)") }
}

/// A wrong line, the code of its error, and a piece of the line that says so.
private let bad: [(line: String, code: String, piece: String)] = [
  ("", "bad-request", "the line is not JSON; give one, like {"),
  (" ", "bad-request", "not JSON"),
  ("Mo-Fr 09:00-18:00", "bad-request", "not JSON"),
  (#"{"expr":"24/7""#, "bad-request", "not JSON"),
  (#"{"expr":"24/7"} {}"#, "bad-request", "not JSON"),
  (#"["24/7"]"#, "bad-request", "no JSON object"),
  ("null", "bad-request", "no JSON object"),
  (#"{"a":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}"#, "bad-request", "deeper than 16"),
  (#"{"expr":"24/7","expr":"off"}"#, "bad-request", "given twice"),
  ("{}", "bad-request", "`expr` is missing"),
  (#"{"expr":null}"#, "bad-request", "`expr` must be a text"),
  (#"{"expr":247}"#, "bad-request", "`expr` must be a text"),
  (#"{"expr":""}"#, "invalid", #""offset":0"#),
  (#"{"expr":"Mo-Fi 09:00-18:00"}"#, "invalid", #""offset":0,"text":"Mo-Fi","suggestion":"Mo-Fr""#),
  (#"{"expr":"Mo 09:00-18:00; PH of"}"#, "invalid", #""offset":19,"text":"of","suggestion":"off""#),
  (#"{"expr":"sunrise-sunset"}"#, "invalid", "do not follow the sun"),
  (#"{"expr":"\#(String(repeating: "Mo,", count: 1400))Mo"}"#, "invalid", "longer than 4096 bytes"),
  (
    #"{"expr":"24/7","tz":"Europe/Berln"}"#, "invalid", #""text":"Europe/Berln","suggestion":"Europe/Berlin""#
  ),
  (#"{"expr":"24/7","tz":"../../etc/passwd"}"#, "invalid", "no time zone"),
  (#"{"expr":"24/7","tz":1}"#, "bad-request", "`tz` must be a text"),
  (#"{"expr":"24/7","at":"whenever"}"#, "invalid", "`at`: `whenever` is no time"),
  (#"{"expr":"24/7","at":1795500000}"#, "bad-request", "`at` must be a text"),
  (#"{"expr":"off","at":"next-business-day"}"#, "invalid", "never opens"),
  (#"{"expr":"24/7","holidays":"DE"}"#, "bad-request", "`holidays` must be a list of dates"),
  (#"{"expr":"24/7","holidays":[20260101]}"#, "bad-request", "`holidays` must be a list of dates"),
  (#"{"expr":"24/7","holidays":["2026-02-29"]}"#, "invalid", "`2026-02-29` is no date"),
  (#"{"expr":"24/7","school_holidays":["today"]}"#, "invalid", "`school_holidays`: `today` is no date"),
  (#"{"expr":"24/7","to":"tonight"}"#, "bad-request", "`from` is missing"),
  (#"{"expr":"24/7","add_seconds":60}"#, "bad-request", "`from` is missing"),
  (#"{"expr":"24/7","from":"tonight"}"#, "bad-request", "`to` is missing"),
  (#"{"expr":"24/7","from":"tonight","add_seconds":-1}"#, "invalid", "`add_seconds` can't be -1"),
  (#"{"expr":"24/7","from":"tonight","add_seconds":"60"}"#, "bad-request", "must be a whole number"),
  (#"{"expr":"24/7","from":"tonight","add_seconds":1e99}"#, "bad-request", "must be a whole number"),
  (
    #"{"expr":"24/7","from":"0005-01-01 00:00","to":"9990-01-01 00:00"}"#, "invalid", "more than a century"
  ),
]

@Test func aWrongLineIsRefusedAndTheNextIsAnswered() throws {
  let right = #"{"expr":"24/7"}"#
  let answers = try answers(bad.flatMap { [$0.line, right] })
  for (index, row) in bad.enumerated() {
    let refusal = answers[2 * index]
    #expect(refusal.hasPrefix(#"{"error":{"code":"\#(row.code)","message":""#), "\(row.line): \(refusal)")
    #expect(refusal.replacing("\\\"", with: "\"").contains(row.piece), "\(row.line): \(refusal)")
    #expect(answers[2 * index + 1] == #"{"state":"open"}"#)
  }
}

@Test func bytesThatAreNoLineAreRefusedAndTheNextIsAnswered() throws {
  let right = Data(#"{"expr":"off"}"#.utf8)
  func padded(to count: Int) -> Data {
    let start = #"{"expr":"24/7","x":""#
    return Data((start + String(repeating: "x", count: count - start.utf8.count - 2) + "\"}").utf8)
  }
  var input = Data()
  let lines = [
    Data([0x7B, 0xFF, 0x7D]), right, padded(to: 65_536), padded(to: 65_537), right, padded(to: 1_000_000),
    right,
    right + Data("\r".utf8), padded(to: 65_536) + Data("\r".utf8),
  ]
  for line in lines { input += line + Data("\n".utf8) }
  // The last line needs no end; here it is one that is too long.
  let run = try evaluated(["--lines"], input: input + padded(to: 300_000))
  #expect(run.status == 0)
  let told = run.lines.map { line in
    line.firstMatch(of: /"code":"([a-z-]+)"/).map { "\($0.1)" } ?? String(line)
  }
  let (closed, open) = (#"{"state":"closed"}"#, #"{"state":"open"}"#)
  #expect(
    told == ["bad-request", closed, open, "too-long", closed, "too-long", closed, closed, open, "too-long"])
  #expect(run.lines[0].contains("byte 1 is not UTF-8"))
}

@Test func zoneAndCalendarAreForLinesWithoutTheirOwn() throws {
  let folder = try Folder()
  let calendar = try folder.write("own.ics", ownCalendar)
  let lines = [
    #"{"expr":"09:00-18:00; PH off","at":"2026-12-24 10:00"}"#,
    #"{"expr":"09:00-18:00; PH off","at":"2026-12-24 10:00","holidays":[],"tz":"Asia/Kolkata"}"#,
    #"{"expr":"09:00-18:00; SH off","at":"2026-12-24 10:00"}"#,
    #"{"expr":"09:00-18:00; SH off","at":"2026-12-24 10:00","school_holidays":[]}"#,
  ]
  let answers = try answers(
    lines, ["--zone", "Europe/Berlin", "--calendar", calendar, "--school", calendar])
  #expect(
    answers == [
      #"{"state":"closed","next_change":"2026-12-25T09:00:00+01:00","comment":"Family day"}"#,
      #"{"state":"open","next_change":"2026-12-24T18:00:00+05:30"}"#,
      #"{"state":"closed","next_change":"2026-12-25T09:00:00+01:00","comment":"Family day"}"#,
      #"{"state":"open","next_change":"2026-12-24T18:00:00+01:00"}"#,
    ])
}

/// Whoever writes a line to a pipe and waits gets its answer, and nobody's before it is whole.
@Test func aLineIsAnsweredWhileTheDriverWaits() throws {
  let folder = try Folder()
  let process = eval(["--lines"], home: folder.path)
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  let reader = output.fileHandleForReading.fileDescriptor
  func answer() throws -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    var ready = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
    while bytes.last != UInt8(ascii: "\n") {
      try #require(poll(&ready, 1, 30_000) > 0, "no answer comes")
      try #require(read(reader, &byte, 1) == 1, "the program ended")
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
  func write(_ text: String) throws { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }
  for _ in 0..<3 {
    try write("{\"expr\":\"24/7\"}\n")
    #expect(try answer() == "{\"state\":\"open\"}\n")
  }
  // Two lines and a half in one go; then the rest, without its end.
  try write("{\"expr\":\"off\"}\n{\"expr\":\"24/7\"}\n{\"ex")
  #expect(try answer() + answer() == "{\"state\":\"closed\"}\n{\"state\":\"open\"}\n")
  try write("pr\":\"off\"}")
  try input.fileHandleForWriting.close()
  #expect(try answer() == "{\"state\":\"closed\"}\n")
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
}

@Test func whenNobodyReadsItEnds() throws {
  let folder = try Folder()
  let process = eval(["--lines"], home: folder.path)
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  try output.fileHandleForReading.close()
  try output.fileHandleForWriting.close()
  try input.fileHandleForWriting.write(contentsOf: Data("{\"expr\":\"24/7\"}\n".utf8))
  process.waitUntilExit()
  #expect(process.terminationReason == .uncaughtSignal || process.terminationStatus == 74)
}
