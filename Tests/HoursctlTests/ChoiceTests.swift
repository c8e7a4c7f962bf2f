// The deciding questions at a terminal: what is asked, which key does what, and that the terminal is left as it was.

import Foundation
import Glibc
import Testing

@testable import hoursctl

/// A run of hoursctl whose input and output are one terminal.
struct TypedRun {
  var screen = ""
  var requests: [String] = []
  var status: Int32 = -1
  var wasKilled = false
  /// The terminal shows what is typed and gives whole lines, as before.
  var isRestored = false
}

extension Place {
  /// Runs it at a terminal, and types a key whenever a question ends in a blank; each request gets the next reply.
  ///
  /// `kill` sends a signal where the keys have run out.
  func type(_ keys: [String], to arguments: [String], replies: [String], kill signal: Int32? = nil) throws
    -> TypedRun
  {
    var (terminal, side): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&terminal, &side, nil, nil, &size) == 0 else { throw POSIXError(.ENXIO) }
    defer {
      close(terminal)
      close(side)
    }
    let process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = arguments
    process.environment = ["HOURSD_SOCKET": socket, "TERM": "dumb"]
    process.standardInput = FileHandle(fileDescriptor: side, closeOnDealloc: false)
    process.standardOutput = FileHandle(fileDescriptor: side, closeOnDealloc: false)
    try start(process)
    var run = TypedRun()
    let client = accept(listener, nil, nil)
    defer { close(client) }
    var (keys, replies) = (keys[...], replies[...])
    var waits = [client, terminal].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // It hangs up when it ends, and has written everything by then.
    var isEnded = false
    while poll(&waits, 2, isEnded ? 0 : 20_000) > 0 {
      if waits[1].revents & Int16(POLLIN) != 0, let more = Self.read(terminal) {
        run.screen += more
        guard run.screen.hasSuffix("  ") || run.screen.hasSuffix("\u{7}") else { continue }
        if let key = keys.popFirst() {
          _ = Glibc.write(terminal, key, key.utf8.count)
        } else if let signal {
          Glibc.kill(process.processIdentifier, signal)
        }
      } else if waits[0].revents != 0 {
        guard let request = Self.read(client) else {
          (isEnded, waits[0].fd) = (true, -1)
          continue
        }
        run.requests.append(String(request.dropLast()))
        let reply = (replies.popFirst() ?? "") + "\n"
        send(client, reply, reply.utf8.count, Int32(MSG_NOSIGNAL))
      }
    }
    if !isEnded { process.terminate() }
    process.waitUntilExit()
    var mode = termios()
    tcgetattr(side, &mode)
    run.isRestored = mode.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
    run.screen = run.screen.replacingOccurrences(of: "\r\n", with: "\n")
    run.status = process.terminationStatus
    run.wasKilled = process.terminationReason == .uncaughtSignal
    return run
  }

  private static func read(_ descriptor: Int32) -> String? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}

private let asked = #"""
  {"call":7,"called_at":"2031-01-06T20:15:00+03:00","caller":{"class":"client","name":"Acme"},"verdict":"ask",\#
  "reason":"not-triaged","severity":"untriaged","say":"What is it about?","questions":[{"id":"down","ask":"Is it down?"},\#
  {"id":"data","ask":"Is data lost?"}]}
  """#
private let decided = #"""
  {"call":7,"called_at":"2031-01-06T20:15:00+03:00","caller":{"class":"client","name":"Acme"},"verdict":"answer",\#
  "reason":"critical","severity":"critical","rule":"answer: data","say":"I am on it."}
  """#

private func typed(_ keys: [String], _ words: [String], _ replies: [String], kill: Int32? = nil) throws
  -> TypedRun
{
  let place = try Place()
  try place.listen()
  return try place.type(keys, to: words, replies: replies, kill: kill)
}

private let call = #"call {"from":"+7916"}"#

/// Each key answers one question; one yes is enough, later and the end leave the rest open. Other keys ring the bell.
@Test(arguments: [
  (["n", "y"], #"triage {"call":7,"answers":{"data":true,"down":false}}"#),
  (["y"], #"triage {"call":7,"answers":{"down":true}}"#),
  (["N", "l"], #"triage {"call":7,"answers":{"down":false}}"#),
  (["x", "ж", "\u{1B}[A", "y"], #"triage {"call":7,"answers":{"down":true}}"#),
  (["n", "\u{4}"], #"triage {"call":7,"answers":{"down":false}}"#),
])
func keysAnswer(_ keys: [String], _ triage: String) throws {
  let run = try typed(keys, ["call", "+7916"], [asked, decided])
  #expect(run.requests == [call, triage])
  #expect(run.screen.contains("Is it down?  [y]es [n]o [l]ater  "), "\(run.screen)")
  #expect(run.screen.contains("\nanswer (critical)\n") && run.screen.contains("critical (answer: data)\n"))
  #expect(!run.screen.contains("ask            "), "the questions are not listed, too")
  #expect(run.status == 0 && run.isRestored)
}

@Test(arguments: ["l", "\u{1B}", "\u{4}"]) func nothingIsSaidWithoutAnAnswer(_ key: String) throws {
  let run = try typed([key], ["call", "+7916"], [asked])
  #expect(run.requests == [call])
  #expect(run.screen.hasSuffix("\nhoursctl triage 7 asks again\n"), "\(run.screen)")
  #expect(run.status == 0 && run.isRestored)
}

/// What ends any program ends this one, and the terminal is as it was.
@Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT]) func signalsEndTheQuestion(_ signal: Int32) throws {
  let run = try typed(["n"], ["call", "+7916"], [asked], kill: signal)
  #expect(run.requests == [call])
  #expect(run.wasKilled && run.status == signal && run.isRestored)
}

/// What was answered before is not asked again.
@Test func triageAsksWhatIsOpen() throws {
  let partly = asked.replacingOccurrences(of: #""questions""#, with: #""answers":{"down":false},"questions""#)
  let run = try typed(["y"], ["triage", "7"], [#"{"calls":[\#(partly)]}"#, decided])
  #expect(run.requests == [#"calls {"before":8,"limit":1}"#, #"triage {"call":7,"answers":{"data":true}}"#])
  #expect(!run.screen.contains("Is it down?"))
}

/// Where nothing is to be asked, the daemon says what it makes of it.
@Test(arguments: [#"{"calls":[]}"#, #"{"calls":[{"call":6}]}"#, "{\"calls\":[\(decided)]}"])
func triageLeavesTheRestToTheDaemon(_ calls: String) throws {
  let run = try typed([], ["triage", "7"], [calls, #"{"error":{"code":"invalid","message":"no"}}"#])
  #expect(run.requests == [#"calls {"before":8,"limit":1}"#, #"triage {"call":7}"#])
  #expect(run.status == 65)
}

/// Programs are never asked, nor whoever reads through a pipe.
@Test(arguments: [["--json"], ["--format", "{verdict}"]]) func programsAreNotAsked(_ options: [String]) throws
{
  let run = try typed([], ["call", "+7916"] + options, [asked])
  #expect(run.requests == [call] && run.status == 0)
}

@Test func pipesAreNotAsked() throws {
  let piped = try hoursctl("call +7916", replies: asked + "\n")
  #expect(piped.status == 0 && piped.output.contains("ask            down: Is it down?\n"))
  // Only what is written is a terminal.
  #expect(try hoursctl("call +7916", replies: asked + "\n", columns: 80).output.contains("down: Is it down?"))
}
