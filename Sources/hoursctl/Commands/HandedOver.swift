// What needs the libraries, and no daemon: the `hoursd` that was installed with this program does it.

import ArgumentParser
import Glibc

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write your first configuration, by five questions; no daemon is needed.")

  @OptionGroup var options: CommonOptions
  @Flag(help: "Ask nothing.") var defaults = false
  @Argument(help: "The file; else the one that the daemon reads.", completion: .configurations) var file:
    String?

  func run() throws {
    try handOver(["init"] + (defaults ? ["--defaults"] : []) + (file.map { ["--", $0] } ?? []))
  }
}

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a configuration before it is used; no daemon is needed.")

  @OptionGroup var options: CommonOptions
  @Argument(help: "The file; else the one that the daemon would read.", completion: .configurations)
  var file: String?

  func run() throws { try handOver(["check"] + (file.map { [$0] } ?? [])) }
}

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Find out what is wrong, and what mends it.")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let socket = options.socket.map { ["--socket", $0] } ?? []
    try handOver(["doctor"] + socket + (options.json ? ["--json"] : []))
  }
}

/// Listed for the help; its words are the other program's to read, so they never come to the parser (Shortcut.swift).
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Say what opening hours mean, your own or any others; no daemon is needed.",
    usage: "hoursctl eval --help")

  // What the shell can complete; `hoursd` says more of them.
  @Argument(help: "Opening hours; your configuration's by default.") var expression: [String] = []
  @Option(help: "The instant to look at.", completion: .times) var at: String?
  @Option(help: "List the open times from here on.", completion: .times) var from: String?
  @Option(help: "List the open times up to here.", completion: .times) var to: String?
  @Option(help: "The time zone.") var zone: String?
  @Option(help: "A country or region whose public holidays count.") var country: [String] = []
  @Option(help: "An iCalendar file of public holidays.", completion: .file(extensions: ["ics"]))
  var calendar: [String] = []
  @Option(help: "An iCalendar file of school holidays.", completion: .file(extensions: ["ics"]))
  var school: [String] = []
  @Flag(help: "Answer lines of JSON from standard input.") var lines = false
  @Flag(help: "Print one line of JSON.") var json = false

  func run() throws { try handOver(["eval"]) }
}

/// Becomes `hoursd` with these words.
func handOver(_ words: [String]) throws(Failure) -> Never {
  var arguments = (["hoursd"] + words).map { strdup($0) }
  arguments.append(nil)
  if let beside = programBeside(), access(beside, X_OK) == 0 { execv(beside, arguments) }
  execvp("hoursd", arguments)
  throw .missingProgram("hoursd")
}

private func programBeside() -> String? { programFolder().map { "\($0)/hoursd" } }

/// The folder that this program is in.
func programFolder() -> String? {
  guard let resolved = realpath("/proc/self/exe", nil) else { return nil }
  defer { free(resolved) }
  let path = String(cString: resolved)
  return path.lastIndex(of: "/").map { String(path[..<$0]) }
}
