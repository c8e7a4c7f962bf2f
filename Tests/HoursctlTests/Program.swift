// hoursctl as its users meet it: a process, a socket on which somebody answers from a script, and what came out.

import Foundation
import Glibc

/// What a run of hoursctl left behind.
struct Run {
  /// The request line as it came over the socket; nil when it never connected.
  var request: String?
  /// Those that came after it.
  var laterRequests: [String] = []
  var output = ""
  var errors = ""
  var status: Int32 = -1
  var wasKilled = false
}

/// A folder of its own for one run, with a socket in it.
final class Place {
  let folder: String
  private(set) var listener: Int32 = -1

  var socket: String { "\(folder)/socket" }

  init() throws {
    var template = Array("/tmp/hoursctl-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if listener >= 0 { close(listener) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  func listen() throws {
    listener = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socket.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) == 0 }
    }
    guard isBound, Glibc.listen(listener, 8) == 0 else { throw POSIXError(.EADDRINUSE) }
  }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
  }

  /// The program that was built beside these tests.
  static let program: String = {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return (bundle as NSString).deletingLastPathComponent + "/hoursctl"
  }()

  /// Runs hoursctl, answers its request with the lines of the script, and hangs up.
  ///
  /// With `columns` its output is a terminal so wide; with `typed` its input, too, and these are the keys. `interrupt` sends ^C instead of hanging up, after the first output.
  /// With `after` nothing is answered before this was said on standard error.
  func run(
    _ arguments: [String], replies: String = "", program: String = Place.program,
    environment: [String: String] = [:],
    columns: UInt16? = nil, typed: String? = nil, interrupt: Bool = false, after words: String? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ["PATH": folder, "HOURSD_SOCKET": socket].merging(environment) { $1 }
    let errors = Pipe()
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    let reader: FileHandle
    if let columns {
      var (master, slave): (Int32, Int32) = (-1, -1)
      var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw POSIXError(.ENXIO) }
      reader = FileHandle(fileDescriptor: master, closeOnDealloc: true)
      process.standardOutput = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
      if let typed {
        process.standardInput = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        _ = Array(typed.utf8).withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      }
      try start(process)
      close(slave)
    } else {
      let output = Pipe()
      reader = output.fileHandleForReading
      process.standardOutput = output
      try start(process)
    }
    var run = Run()
    let client = accepted(orEndOf: reader.fileDescriptor)
    if let client {
      run.request = line(from: client)
      while let words, !run.errors.contains(words) {
        var ready = pollfd(fd: errors.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, 30_000) > 0 else { break }
        let more = errors.fileHandleForReading.availableData
        if more.isEmpty { break }
        run.errors += String(decoding: more, as: UTF8.self)
      }
      answer(replies, to: client)
    }
    if interrupt {
      run.output = String(decoding: reader.availableData, as: UTF8.self)
      kill(process.processIdentifier, SIGINT)
    } else if let client {
      // What it still asks can be read when it has gone.
      shutdown(client, Int32(SHUT_WR))
    }
    run.output += String(decoding: all(of: reader.fileDescriptor), as: UTF8.self)
    run.errors += String(decoding: all(of: errors.fileHandleForReading.fileDescriptor), as: UTF8.self)
    process.waitUntilExit()
    if let client {
      while case let line = line(from: client), !line.isEmpty { run.laterRequests.append(line) }
      close(client)
    }
    run.status = process.terminationStatus
    run.wasKilled = process.terminationReason == .uncaughtSignal
    return run
  }

  /// Starts it as a shell would: the threads of tests have signals blocked, and a child would inherit that.
  func start(_ process: Process) throws {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  /// The client's connection; nil when its output ended first.
  private func accepted(orEndOf output: Int32) -> Int32? {
    guard listener >= 0 else { return nil }
    var waits = [
      pollfd(fd: output, events: 0, revents: 0), pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waits, nfds_t(waits.count), -1) < 0 {}
    guard waits[1].revents != 0 else { return nil }
    return accept(listener, nil, nil)
  }

  func line(from client: Int32) -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while recv(client, &byte, 1, 0) == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  func answer(_ text: String, to client: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func all(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    // A terminal whose other side is gone answers with an error, not with an end.
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}

/// Runs hoursctl once against a script.
func hoursctl(
  _ arguments: String, replies: String = "", environment: [String: String] = [:], columns: UInt16? = nil,
  typed: String? = nil
) throws -> Run {
  let place = try Place()
  try place.listen()
  return try place.run(
    words(arguments), replies: replies, environment: environment, columns: columns, typed: typed)
}

/// The words of a command line, as a shell parts them; single quotes keep blanks.
func words(_ line: String) -> [String] {
  var words: [String] = []
  var word = ""
  var (isQuoted, isOpen) = (false, false)
  for character in line {
    switch character {
    case "'": (isQuoted, isOpen) = (!isQuoted, true)
    case " " where !isQuoted:
      if isOpen || !word.isEmpty { words.append(word) }
      (word, isOpen) = ("", false)
    default: word.append(character)
    }
  }
  return isOpen || !word.isEmpty ? words + [word] : words
}
