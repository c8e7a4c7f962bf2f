// The real daemon as a child process, in a folder of its own.
//
// Nothing is guessed by waiting: the daemon says READY on the service manager's socket, which the harness plays, and
// its end is the end of the stream that is its standard output.

import Foundation
import Glibc
import Testing

/// A running hoursd.
final class DaemonProcess: @unchecked Sendable {
  /// How it is started.
  struct Options {
    var socket: String?
    var state: String?
    /// What stands before the daemon's own command line: `strace`, a shell, …
    var wrapper: [String] = []
    var environment: [String: String] = [:]
    /// Becomes descriptor 3.
    var descriptor: CInt?
  }

  /// Long, for a loaded machine; nothing waits this long when all is well.
  static let patience = 30.0

  let folder: Folder
  let pid: pid_t
  let notifications: Notifications
  private let output: CInt
  private let errors: String
  private var status: CInt?

  /// Starts a daemon and does not wait for it.
  init(launching folder: Folder, _ options: Options = Options()) throws {
    self.folder = folder
    let number = UInt32.random(in: 0 ... .max)
    errors = "\(folder.path)/errors-\(number)"
    notifications = try Notifications(path: "\(folder.path)/notify-\(number)")
    let command =
      options.wrapper + [
        Self.binary, "--socket", options.socket ?? folder.socket, "--state", options.state ?? folder.state,
        "--config", folder.configuration, "--alarm", "internal",
      ]
    var variables = [
      "HOME": folder.path, "XDG_RUNTIME_DIR": "\(folder.path)/run", "XDG_STATE_HOME": "\(folder.path)/xdg",
      "XDG_CONFIG_HOME": "\(folder.path)/xdg",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin",
      "NOTIFY_SOCKET": notifications.path,
    ]
    variables.merge(options.environment) { $1 }
    var ends: [CInt] = [0, 0]
    // Not a pipe: only a socket is closed on exec from its first moment, while other tests start programs, too.
    let stream = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    try #require(socketpair(AF_UNIX, stream, 0, &ends) == 0)
    output = ends[0]
    defer { close(ends[1]) }
    pid = try spawn(
      command, environment: variables, output: ends[1], errors: errors, descriptor: options.descriptor)
  }

  /// Starts a daemon and waits until it is ready.
  convenience init(_ folder: Folder, configuration: String? = nil, _ options: Options = Options()) throws {
    if let configuration { try folder.write(configuration, to: folder.configuration) }
    try self.init(launching: folder, options)
    try #require(
      notifications.wait(for: "READY=1", orEndOf: output), "the daemon did not start: \(errorText)")
  }

  /// Starts a daemon in a new folder, with a configuration, and waits until it is ready.
  convenience init(_ configuration: String) throws {
    try self.init(try Folder(), configuration: configuration)
  }

  deinit {
    if status == nil {
      Glibc.kill(pid, SIGKILL)
      _ = wait()
    }
    close(output)
  }

  /// The program that was built beside these tests.
  static let binary: String = {
    let me = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: me).deletingLastPathComponent().appendingPathComponent("hoursd").path
  }()

  // MARK: Talking

  func connect() throws -> Connection { try Connection(to: folder.socket) }

  /// One request on a connection of its own.
  @discardableResult
  func ask(_ line: String) throws -> Reply {
    let connection = try connect()
    return try connection.ask(line)
  }

  /// What it wrote to standard error.
  var errorText: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

  // MARK: Ending

  func signal(_ number: CInt) { Glibc.kill(pid, number) }

  /// Ends it and gives its exit status, or 128 and the signal that killed it.
  @discardableResult
  func end(_ number: CInt = SIGTERM) throws -> Int {
    signal(number)
    return try ended()
  }

  /// Its exit status, when it has ended by itself.
  func ended() throws -> Int {
    try #require(isReadable(output, within: Self.patience), "the daemon did not end")
    let status = wait()
    return Int(status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f)
  }

  private func wait() -> CInt {
    if let status { return status }
    var found: CInt = 0
    while waitpid(pid, &found, 0) < 0 && errno == EINTR {}
    status = found
    return found
  }

  /// One line of /proc/PID/status, as a number.
  func processStatus(_ name: String) throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("\(name):") })
    return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1]))
  }

  /// How long it has had a processor.
  var nanosecondsRun: Int {
    get throws {
      let text = try String(contentsOfFile: "/proc/\(pid)/schedstat", encoding: .utf8)
      return try #require(Int(text.split(separator: " ")[0]))
    }
  }
}

/// What the service manager hears.
final class Notifications {
  let path: String
  private let descriptor: CInt

  init(path: String) throws {
    self.path = path
    descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    let result = withSocketAddress(path) { address, length in bind(descriptor, address, length) }
    try #require(result == 0, "\(path): \(String(cString: strerror(errno)))")
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  /// The next message; none when nothing comes in time.
  func next(within seconds: Double = DaemonProcess.patience) -> String? {
    guard isReadable(descriptor, within: seconds) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  /// Passes messages over until one begins like this.
  func message(_ prefix: String) -> String? {
    while let message = next() {
      if message.hasPrefix(prefix) { return message }
    }
    return nil
  }

  /// Whether the message comes before `pipe` ends.
  func wait(for text: String, orEndOf pipe: CInt) -> Bool {
    while true {
      var waiting = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 2, CInt(DaemonProcess.patience * 1000)) > 0 else { return false }
      guard waiting[0].revents != 0 else { return false }
      if next() == text { return true }
    }
  }
}

/// Starts a program with this environment and no other.
func spawn(
  _ command: [String], environment: [String: String], input: CInt? = nil, output: CInt, errors: String,
  descriptor: CInt? = nil
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  if let input {
    posix_spawn_file_actions_adddup2(&actions, input, 0)
  } else {
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  }
  posix_spawn_file_actions_adddup2(&actions, output, 1)
  posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  if let descriptor { posix_spawn_file_actions_adddup2(&actions, descriptor, 3) }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // The test process may have signals blocked or ignored that the daemon is to be told of.
  var none = sigset_t()
  var all = sigset_t()
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
  var arguments = command.map { strdup($0) } + [nil]
  var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { for text in arguments + variables { free(text) } }
  var pid: pid_t = 0
  let result = posix_spawnp(&pid, command[0], &actions, &attributes, &arguments, &variables)
  try #require(result == 0, "\(command[0]): \(String(cString: strerror(result)))")
  return pid
}
