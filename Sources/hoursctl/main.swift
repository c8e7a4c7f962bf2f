// Where the process begins and where it ends: every way out leaves from here, with the status of the contract.

import ArgumentParser
import HoursWire

do {
  if try !tookShortcut(CommandLine.arguments.dropFirst()) {
    var command = try Hoursctl.parseAsRoot(joiningTimes(CommandLine.arguments.dropFirst()))
    try command.run()
  }
} catch let failure as Failure {
  failure.leave()
} catch {
  Hoursctl.exit(withError: error)
}
