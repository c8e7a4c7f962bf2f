// What concerns the daemon itself: its configuration, its clock, its version.

import ArgumentParser
import Glibc
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
    guard !answer.affected.array.isEmpty else { return }
    page.line(Piece("promised for a time when nobody works now; tell them:", .yellow))
    page.issues(answer.affected.array)
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

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a configuration before it is used; no daemon is needed.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The file; else the one that the daemon would read.") var file: String?

  /// Hands over to the `hoursd` that was installed with this program, for it has the libraries.
  func run() throws {
    let words = ["hoursd", "check"] + (file.map { [$0] } ?? [])
    var arguments = words.map { strdup($0) }
    arguments.append(nil)
    if let beside = Self.beside, access(beside, X_OK) == 0 { execv(beside, arguments) }
    execvp("hoursd", arguments)
    throw Failure.missingProgram("hoursd")
  }

  private static var beside: String? {
    guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(resolved) }
    let path = String(cString: resolved)
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return path[...slash] + "hoursd"
  }
}
