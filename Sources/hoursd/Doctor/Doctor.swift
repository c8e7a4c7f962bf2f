// `doctor`: what is wrong with this hoursd, and the command that mends it, for a user who is alone with it.

import ArgumentParser
import HoursCore

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find out what is wrong, and what mends it.",
    usage: "hoursctl doctor [--socket PATH] [--json]",
    discussion: "It changes nothing. Exit status: 0 all is well, hints or none; 1 something is broken.")

  @Option(help: "The daemon's socket, when it is not the usual one.")
  var socket: String?

  @Option(help: "The folder of the event log.")
  var state: String?

  @Option(help: "The configuration's file.")
  var config: String?

  @Flag(help: "Print one line of JSON.")
  var json = false

  func run() throws {
    let path = try finder().socket(option: socket)
    let visit = Visit(socket: (socket, path), places: try places(configuration: config, state: state))
    let report = Report(visit.facts().findings)
    let output = json ? report.line : Array(report.screen(Paint()).utf8)
    guard StandardOutput.write(output) else { throw ExitCode(74) }
    throw ExitCode(report.well ? 0 : 1)
  }
}
