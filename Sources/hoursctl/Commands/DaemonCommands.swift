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

  func show(_ answer: ReloadedReply, on page: inout Page) {
    page.line(
      Piece(answer.changed.isEmpty ? "nothing changed" : "changed: \(answer.changed.joined(separator: ", "))")
    )
    guard let affected = answer.affected, !affected.isEmpty else { return }
    page.line(Piece("promised for a time when nobody works now; tell them:", .yellow))
    page.issues(affected)
  }
}

struct TickCommand: AskingCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick", abstract: "Let the daemon find what has come due.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions

  func ask() -> Ask { Ask("tick").with("key", repeating.key) }

  func show(_ answer: TickedReply, on page: inout Page) {
    page.line(
      Piece(answer.events.isEmpty ? "nothing has come due" : answer.events.joined(separator: ", ")))
    if let due = answer.due { page.issues(due) }
  }
}

struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Show the versions of both programs.")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let isPlain = !options.json && options.format == nil
    if isPlain { try Terminal.output.write("hoursctl \(programVersion)\n") }
    var connection = try Connection(option: options.socket)
    let line = try connection.ask(Ask("version"), options: options)
    guard try !options.wrote(line) else { return }
    let daemon = try decode(VersionReply.self, from: line)
    var page = Page(now: .now, terminal: .output)
    page.line(Piece("hoursd \(daemon.version), protocol \(daemon.protocol)"))
    try Terminal.output.write(page.text)
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
