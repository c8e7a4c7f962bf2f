// The real programs in a home of their own, without systemd: a daemon that can be broken, and a doctor who looks at it.

import Foundation
import Glibc
import Testing

/// The folder of the programs that were built beside these tests.
let programs: String = {
  let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  return (bundle as NSString).deletingLastPathComponent
}()

let goodConfiguration = """
  timezone = "UTC"
  hours = "Mo-Fr 09:00-18:00"

  """

/// A new home, gone with the test.
final class Home {
  let path: String
  private(set) var daemon: Process?
  /// Stands before the system's programs.
  let bin: String

  init(_ configuration: String? = goodConfiguration) throws {
    var template = Array("/var/tmp/doctor-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    bin = "\(path)/bin"
    for folder in ["bin", "run", "config/hoursd", "state"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
      )
    }
    if let configuration { try write(configuration, to: self.configuration) }
  }

  deinit {
    if let daemon, daemon.isRunning {
      kill(daemon.processIdentifier, SIGKILL)
      daemon.waitUntilExit()
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  var configuration: String { "\(path)/config/hoursd/config.toml" }
  var socket: String { "\(path)/run/hoursd/socket" }
  var state: String { "\(path)/state/hoursd" }
  var log: String { "\(state)/events.sqlite" }

  /// Writes a file for its owner alone.
  func write(_ text: String, to file: String, mode: mode_t = 0o600) throws {
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    chmod(file, mode)
  }

  /// Changes bytes of the log.
  func damage(_ bytes: [UInt8], at offset: UInt64) throws {
    let file = try FileHandle(forUpdating: URL(filePath: log))
    try file.seek(toOffset: offset)
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  /// Starts a daemon, and waits until it listens.
  func start() throws {
    let process = process("\(programs)/hoursd", [])
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    daemon = process
    var heard = ""
    while !heard.contains("listening on") {
      let data = pipe.fileHandleForReading.availableData
      try #require(!data.isEmpty, "the daemon has ended: \(heard)")
      heard += String(decoding: data, as: UTF8.self)
    }
    // Whatever it says later is taken, so that it never waits for us.
    pipe.fileHandleForReading.readabilityHandler = { file in
      if file.availableData.isEmpty { file.readabilityHandler = nil }
    }
  }

  func end(_ signal: CInt = SIGTERM) {
    guard let daemon else { return }
    kill(daemon.processIdentifier, signal)
    daemon.waitUntilExit()
  }

  func signal(_ number: CInt) {
    if let daemon { kill(daemon.processIdentifier, number) }
  }

  /// A process in this home, and in nobody's session.
  private func process(_ program: String, _ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = [
      "HOME": path, "XDG_RUNTIME_DIR": "\(path)/run", "XDG_CONFIG_HOME": "\(path)/config",
      "XDG_STATE_HOME": "\(path)/state", "LANG": "C.UTF-8",
      "PATH": "\(bin):\(programs):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
    ]
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs a program to its end: its status, and its standard output.
  @discardableResult
  func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = process(program, arguments)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Runs a command as a shell does.
  @discardableResult
  func shell(_ command: String) throws -> Int32 { try run("/bin/sh", ["-c", command]).status }

  /// What `hoursctl doctor` says, or another program that stands for it.
  func doctor(_ program: String = "\(programs)/hoursctl", _ arguments: [String] = []) throws -> Told {
    let (status, output) = try run(program, ["doctor", "--json"] + arguments)
    return try Told(status: status, output)
  }
}

/// A report, read back.
struct Told {
  struct Line: Decodable {
    let name: String
    let mark: String
    let finding: String
    let mend: String?
  }
  private struct Whole: Decodable {
    let well: Bool
    let checks: [Line]
  }

  let lines: [Line]

  init(status: Int32, _ output: String) throws {
    let whole = try JSONDecoder().decode(Whole.self, from: Data(output.utf8))
    lines = whole.checks
    #expect(status == (whole.well ? 0 : 1))
    #expect(whole.well == broken.isEmpty)
  }

  /// The names of what is broken.
  var broken: [String] { lines.filter { $0.mark == "broken" }.map(\.name) }

  /// The line that says this.
  func line(_ name: String, _ mark: String, _ text: String) -> Line? {
    lines.first { $0.name == name && $0.mark == mark && $0.finding.contains(text) }
  }
}
