// An office with hooks: real scripts in hooks.d, a real `hoursctl hooks`, and a pipe on which the scripts say what they did.

import Foundation
import Glibc
import Testing

/// What somebody types at an office.
final class HookOffice {
  let folder: Folder
  var daemon: DaemonProcess
  /// What hooks have said by `say`.
  let said: Lines
  private let pipe: String
  private let state: String

  /// - Parameter inMemory: The log is on no disk, for who writes a thousand times and pulls no plug.
  init(inMemory: Bool = false) throws {
    folder = try Folder()
    state = inMemory ? "/dev/shm/\((folder.path as NSString).lastPathComponent)" : folder.state
    pipe = "\(folder.path)/said"
    try #require(mkfifo(pipe, 0o600) == 0)
    // Both ways, so that neither side waits for the other to open it.
    said = Lines(open(pipe, O_RDWR | O_CLOEXEC))
    daemon = try DaemonProcess(
      folder,
      configuration: closedNow + """

        [[client]]
        name = "Acme GmbH"
        id = "acme"
        phones = ["+49301234567"]
        email = "it@acme.example"
        """, DaemonProcess.Options(state: state))
    try FileManager.default.createDirectory(atPath: hooks, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: state) }

  /// Another daemon, when the one before has ended.
  func restart() throws { daemon = try DaemonProcess(folder, DaemonProcess.Options(state: state)) }

  var hooks: String { "\(folder.path)/.config/hoursd/hooks.d" }
  var notes: String { "\(folder.path)/.local/state/hoursd/hooks.json" }

  /// Puts a hook there: lines of a shell script, in which `say` says something with the hook's name before it.
  func put(_ name: String, _ script: String, mode: mode_t = 0o755) throws {
    let say = "say() { printf '%s\\n' \"$HOURSD_HOOK $*\" >\(pipe); }"
    // Moved there whole, so that no half of it is run.
    let made = "\(folder.path)/made"
    try folder.write("#!/bin/sh\n\(say)\n\(script)\n", to: made)
    chmod(made, mode)
    try #require(rename(made, "\(hooks)/\(name)") == 0)
  }

  /// From now on all is kept for the hooks, as if they had run once.
  func beginHere() throws { try daemon.ask("ack {\"as\":\"hooks\",\"seq\":\(newest)}") }

  var newest: Int { get throws { try #require(try daemon.ask("status").seq) } }

  /// Hooks at work.
  func work(_ arguments: String..., environment: [String: String] = [:]) throws -> Child {
    try Child([Post.hoursctl, "hooks"] + arguments, in: folder, environment: environment)
  }

  func add(_ count: Int = 1) throws {
    let line = try daemon.connect()
    for number in 1...count { line.send(#"add {"about":"n\#(number)","due":"+2h"}"#) }
    for _ in 1...count { #expect(try line.next().code == nil) }
  }

  /// Waits until everything is acked that has happened by now.
  func awaitAll() throws {
    let newest = try newest
    // A lower ack changes nothing, and says how far they are.
    let deadline = Date(timeIntervalSinceNow: DaemonProcess.patience)
    while try daemon.ask(#"ack {"as":"hooks","seq":0}"#).number("acked") != newest {
      try #require(Date() < deadline, "the hooks do not end")
      usleep(5_000)
    }
  }

  /// A line of the doctor's.
  func doctor() throws -> [String] {
    let run = try Child([Post.hoursctl, "doctor", "--json"], in: folder)
    let report = try Reply(try run.ended().output.joined())
    return report.list("checks").filter { $0["name"] as? String == "hooks" }
      .map { "\($0["mark"] ?? "") \($0["finding"] ?? "")" }
  }

  /// The numbers in a file of the home.
  func log(_ name: String) throws -> [Int] {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8).split(separator: "\n").compactMap {
      Int($0)
    }
  }
}
