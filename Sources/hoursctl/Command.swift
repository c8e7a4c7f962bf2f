// The one way of a command: ask, and print the answer as it was wanted.

import ArgumentParser
import Civil

/// A command that asks the daemon once.
protocol AskingCommand: ParsableCommand {
  associatedtype Answer: Decodable

  var options: CommonOptions { get }

  /// The list in the reply whose entries `--format` fills a line for each, if it has one.
  static var list: String? { get }

  func ask() throws -> Ask

  /// The answer for people.
  func show(_ answer: Answer, on page: inout Page)

  /// When the answer was given; nil: by the system's clock.
  func now(of answer: Answer) -> LocalTime?
}

extension AskingCommand {
  static var list: String? { nil }

  func now(of answer: Answer) -> LocalTime? { nil }

  func run() throws {
    let ask = try ask()
    var connection = try Connection(option: options.socket)
    let line = try connection.ask(ask, options: options)
    guard try !options.wrote(line, list: Self.list) else { return }
    let answer = try decode(Answer.self, from: line)
    var page = Page(now: now(of: answer)?.instant ?? .now, terminal: .output)
    show(answer, on: &page)
    try Terminal.output.write(page.text)
  }
}

extension CommonOptions {
  /// Prints a line of the daemon for programs, if that is wanted; false when people want to read it.
  func wrote(_ line: [UInt8], list: String? = nil) throws(Failure) -> Bool {
    if json {
      try Terminal.output.write(line + [UInt8(ascii: "\n")])
      return true
    }
    guard let format else { return false }
    let reply = try decode(JSONValue.self, from: line)
    var entries = [reply]
    if let list, case .list(let listed) = reply[list[...]] { entries = listed }
    var now = Instant.now
    if case .text(let text) = reply["now"], let time = LocalTime(text) { now = time.instant }
    try Terminal.output.write(entries.map { format.filled(from: $0, seenFrom: now) + "\n" }.joined())
    return true
  }
}
