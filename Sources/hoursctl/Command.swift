// The one way of a command: ask, and print the answer as it was wanted.

import ArgumentParser
import Civil
import Glibc
import HoursWire

/// How an answer is wanted, and from whom.
struct Wishes {
  var socket: String?
  var json = false
  var format: Template?
}

/// A command that asks the daemon once.
protocol AskingCommand: ParsableCommand {
  var options: CommonOptions { get }

  /// The list in the reply whose entries `--format` fills a line for each, if it has one.
  static var list: String? { get }

  func ask() throws -> Ask

  /// The answer for people.
  func show(_ answer: JSON, on page: inout Page)
}

extension AskingCommand {
  static var list: String? { nil }

  func run() throws {
    try answer(ask(), options.wishes, list: Self.list) { show($0, on: &$1) }
  }
}

/// Asks once, and prints the answer.
func answer(
  _ ask: Ask, _ wishes: Wishes, list: String? = nil, show: (JSON, inout Page) -> Void
) throws(Failure) {
  var connection = try Connection(option: wishes.socket)
  let line = try connection.ask(ask, wishes: wishes)
  guard try !wrote(line, wishes, list: list) else { return }
  try print(read(line), show: show)
}

/// Prints a reply for people.
func print(_ reply: JSON, show: (JSON, inout Page) -> Void) throws(Failure) {
  var page = Page(now: reply.givenAt, terminal: .output)
  show(reply, &page)
  try Terminal.output.write(page.text)
}

/// Prints a line of the daemon for programs, if that is wanted; false when people want to read it.
func wrote(_ line: [UInt8], _ wishes: Wishes, list: String? = nil) throws(Failure) -> Bool {
  if wishes.json {
    try Terminal.output.write(line + [UInt8(ascii: "\n")])
    return true
  }
  guard let format = wishes.format else { return false }
  let reply = try read(line)
  let entries = list.map { reply[$0].array } ?? [reply]
  let now = reply.givenAt
  var lines = ""
  for entry in entries { lines += try format.filled(from: entry, seenFrom: now) + "\n" }
  try Terminal.output.write(lines)
  return true
}

/// Reads a reply; one that cannot be read comes from something else than hoursd.
func read(_ line: [UInt8]) throws(Failure) -> JSON {
  guard let reply = JSON(line: line) else {
    throw .broken("the daemon's reply is not understood; --json shows it as it is")
  }
  return reply
}

extension JSON {
  /// When the office answered; by the system's clock where it does not say.
  fileprivate var givenAt: ReplyTime { self.now.time.map { ReplyTime($0) } ?? ReplyTime(.now) }
}

extension Instant {
  /// The system's clock: for replies that do not say when they were given, and for what happens here alone.
  static var now: Instant { Instant(seconds: Int64(Glibc.time(nil))) }
}
