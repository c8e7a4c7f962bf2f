// What concerns the daemon itself: its configuration, its clock, its version.

import ArgumentParser
import HoursWire

struct ReloadCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reload", abstract: "Let the daemon read its configuration again.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions

  func ask() -> Ask { Ask("reload").with("key", repeating.key) }

  func show(_ answer: JSON, on page: inout Page) {
    let changed = answer.changed.array.map(\.string)
    page.line(Piece(changed.isEmpty ? "nothing changed" : "changed: \(changed.joined(separator: ", "))"))
    page.affected(answer.affected.array)
  }
}

struct TickCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick", abstract: "Let the daemon find what has come due.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions

  func ask() -> Ask { Ask("tick").with("key", repeating.key) }

  func show(_ answer: JSON, on page: inout Page) { page.ticked(answer) }
}

extension Page {
  mutating func ticked(_ answer: JSON) {
    let events = answer.events.array.map(\.string)
    line(Piece(events.isEmpty ? "nothing has come due" : events.joined(separator: ", ")))
    if !answer.due.array.isEmpty { issues(answer.due.array) }
  }
}

struct VersionCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Show the versions of both programs.")

  @OptionGroup var options: CommonOptions

  func ask() throws -> Ask {
    // Said first, for it is true without a daemon, too.
    if !options.json, options.format == nil { try Terminal.output.write("hoursctl \(programVersion)\n") }
    return Ask("version")
  }

  func show(_ answer: JSON, on page: inout Page) {
    page.line(Piece("hoursd \(answer.version.string), protocol \(answer.protocol.string)"))
  }
}
