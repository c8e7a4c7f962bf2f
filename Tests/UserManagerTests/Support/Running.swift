// Other programs: run to their end, or followed while they run. Each wait has a deadline, and none is a sleep.

import Foundation
import Glibc
import Testing

/// Whether Tests/user-manager runs these tests.
let hasUserManager = getenv("HOURSD_USER_MANAGER") != nil
let needsUserManager: Comment = "needs a user manager: run by Tests/user-manager, as root"

/// Whether the manager is root's, which may do what a user's may not, and needs no user namespace for it.
let isRoot = geteuid() == 0
let needsRoot: Comment = "needs a mount namespace of its own: run by Tests/user-manager, as root's"
/// Whether this user may make user namespaces.
let hasUserNamespaces = (try? outcome(of: ["unshare", "--user", "true"]))?.status == 0
let needsUserNamespaces: Comment =
  "needs a user's own manager, and user namespaces: run by Tests/user-manager --unprivileged"

/// How long anything may take that should come at once, in seconds; generous, for a machine under load.
let patience = 60

/// What a program printed, on both streams, and how it ended.
struct Ended {
  let status: Int32
  let text: String

  var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// Runs a program to its end; `timeout` ends one that hangs.
func outcome(of words: [String], environment: [String: String] = [:], in folder: String? = nil) throws
  -> Ended
{
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
  process.arguments = ["--kill-after=5", "\(patience)"] + words
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
  let pipe = Pipe()
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Ended(
    status: process.terminationStatus,
    text: String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines))
}

/// What a program printed that must succeed.
@discardableResult
func run(_ words: String..., location: SourceLocation = #_sourceLocation) throws -> String {
  let ended = try outcome(of: words)
  try #require(
    ended.status == 0, "\(words.joined(separator: " ")): \(ended.status): \(ended.text)",
    sourceLocation: location)
  return ended.text
}

/// A program that goes on and on, read line by line.
final class Follower {
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()
  private var buffer: [UInt8] = []

  init(_ words: [String], environment: [String: String] = [:]) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  var pid: pid_t { process.processIdentifier }

  /// The next line, or none at the program's end.
  func nextLine(within seconds: Int = patience, location: SourceLocation = #_sourceLocation) throws -> String?
  {
    let deadline = time(nil) + seconds
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeFirst(end + 1)
        return line.trimmingCharacters(in: ["\r"])
      }
      var wait = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      let left = max(0, deadline - time(nil))
      try #require(
        poll(&wait, 1, CInt(left * 1000)) > 0, "no line within \(seconds) s; so far: \(unread)",
        sourceLocation: location)
      var bytes = [UInt8](repeating: 0, count: 65536)
      let count = read(wait.fd, &bytes, bytes.count)
      if count <= 0 { return nil }
      buffer += bytes.prefix(count)
    }
  }

  /// The next line that satisfies a condition.
  func line(
    within seconds: Int = patience, location: SourceLocation = #_sourceLocation, where fits: (String) -> Bool
  ) throws -> String {
    while true {
      let line = try #require(
        try nextLine(within: seconds, location: location), "it ended", sourceLocation: location)
      if fits(line) { return line }
    }
  }

  /// All lines up to the program's end.
  func rest() throws -> [String] {
    var lines: [String] = []
    while let line = try nextLine() { lines.append(line) }
    process.waitUntilExit()
    return lines
  }

  var status: Int32 { process.terminationStatus }

  func type(_ text: String) { input.fileHandleForWriting.write(Data(text.utf8)) }

  private var unread: String { String(decoding: buffer, as: UTF8.self) }
}

/// A JSON object, as the protocol, the journal and the bus all write a line.
typealias JSON = [String: Any]

func json(_ line: String, location: SourceLocation = #_sourceLocation) throws -> JSON {
  try #require(
    try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? JSON, "no JSON object: \(line)",
    sourceLocation: location)
}

/// A new folder that a socket's path fits into, removed with all that is in it.
final class Folder {
  let path: String

  init() throws {
    let above = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"] ?? "/tmp"
    path = "\(above)/t-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Every file in it, as paths from it.
  var files: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: path).filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(path)/\($0)", isDirectory: &isFolder)
          && !isFolder.boolValue
      }.sorted()
    }
  }
}
