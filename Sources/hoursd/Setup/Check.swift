// `check`: everything that is wrong with a configuration, or what the daemon will make of it.

import ArgumentParser
import Civil
import Glibc
import HoursSetup
import HoursWire

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a configuration before it is used.", discussion: "Exit status 78 when it is wrong.")

  @Argument(help: "The file; the daemon's own by default.")
  var file: String?

  func run() throws {
    let places = try places(configuration: file, state: "")
    let now = Clock().now()
    let checkup = Checkup.read(
      path: places.configuration, mustExist: file != nil, data: places.data, environment: places.environment,
      zones: ZoneLoader(environment: places.environment), at: now)
    let text = Self.screen(of: checkup, path: places.configuration, at: now)
    guard StandardOutput.write(Array(text.utf8)) else { throw ExitCode(74) }
    if checkup.configuration == nil { throw ExitCode(78) }
  }

  private static func screen(of checkup: Checkup, path: String, at now: Instant) -> String {
    var screen = FindingScreen(Paint())
    for finding in checkup.findings { screen.add(finding) }
    var text = screen.text
    if let configuration = checkup.configuration {
      text += configuration.summary(at: now) + "\n"
    } else if checkup.isCutShort {
      text += "What stands behind it could not be looked at yet; mend it, and check again.\n"
    }
    let what = checkup.isMissing ? "not there, so the defaults hold; `hoursctl init` writes one" : nil
    return text + "\(shown(path)): \(what ?? screen.verdict(on: checkup.findings))\n"
  }
}
