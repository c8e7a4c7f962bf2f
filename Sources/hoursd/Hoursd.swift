// The command line of the daemon itself: run it, or what is done by hand without it.

import ArgumentParser
import Civil
import Glibc
import HoursSetup
import HoursWire

@main
struct Hoursd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hoursd", abstract: "Knows your working hours, and keeps what is owed to callers.",
    version: programVersion,
    subcommands: [
      Run.self, Init.self, Check.self, Eval.self, Doctor.self, Export.self, Import.self,
    ],
    defaultSubcommand: Run.self)

  static func main() { main(joiningTimes(CommandLine.arguments.dropFirst())) }
}

/// Where this program's environment says that things are.
func finder() -> PathFinder {
  PathFinder(
    variable: { getenv($0).map { String(cString: $0) } }, uid: getuid(), exists: { access($0, F_OK) == 0 })
}

func environment() -> [String: String] {
  var found: [String: String] = [:]
  for name in ["HOME", "TZ", "TZDIR", "HOURSD_DATA", "LC_ALL", "LANG"] {
    if let value = getenv(name) { found[name] = String(cString: value) }
  }
  return found
}

/// Where the data is that comes with this program: beside it, or in the source tree that it was just built in.
func dataFolder() -> String {
  let folder = programFolder()
  if let build = folder.firstRange(of: "/.build/") { return folder[..<build.lowerBound] + "/contrib" }
  return folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)] + "/share/hoursd"
}

/// The folder that this program is installed in.
func programFolder() -> String {
  var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
  let count = readlink("/proc/self/exe", &buffer, buffer.count)
  guard count > 0 else { return "/usr/bin" }
  let path = String(decoding: buffer[..<count], as: UTF8.self)
  return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/usr/bin"
}

func places(configuration: String?, state: String?) throws -> Places {
  let finder = finder()
  return Places(
    configuration: try configuration ?? finder.configurationDirectory() + "/config.toml",
    stateDirectory: try state ?? finder.stateDirectory(), data: dataFolder(),
    environment: environment())
}

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run the daemon in the foreground (the default).")

  @Option(help: "The socket to listen on.")
  var socket: String?

  @Option(help: "The folder of the event log.")
  var state: String?

  @Option(help: "The configuration's file.")
  var config: String?

  @Option(help: "Who wakes the daemon: systemd (as the unit file says) or internal.")
  var alarm: AlarmMode = .internal

  func run() throws {
    let options = Options(
      socket: try finder().socket(option: socket), places: try places(configuration: config, state: state),
      alarm: alarm,
      hoursctl: "\(programFolder())/hoursctl")
    let code = MainActor.assumeIsolated { () -> CInt in
      do { return try Daemon(options).run() } catch {
        Voice().warn("\(error)")
        return 1
      }
    }
    throw ExitCode(code)
  }
}

extension AlarmMode: ExpressibleByArgument {}
