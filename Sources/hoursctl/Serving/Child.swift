// A program that is run for the office: fed, listened to, and ended with all that it has started when its time is over.

import Glibc
import HoursCore

/// A program that could not be started, by an error number.
struct CannotStart: Error {
  let number: Int32
}

/// How a program ended.
enum Ending: Equatable {
  case exited(Int32)
  /// By a signal, and nobody here has sent it.
  case killed(Int32)
  /// Its time was over.
  case late
}

/// A program that runs.
struct Child {
  /// Where its output goes.
  enum Output {
    /// What it says on standard error is kept; the rest is nobody's.
    case heard
    case to(output: Int32, errors: Int32)
  }

  /// The beginning of what it says, where it is heard.
  private(set) var words: [UInt8] = []

  private let pid: pid_t
  private let limit: Int
  private var stage = Stage.running
  private var clock = Stopwatch()
  /// -1 when there is nothing more to hand over.
  private var input: Int32
  /// -1 when nothing more can come.
  private var errors: Int32
  private var unread: ArraySlice<UInt8>

  private enum Stage { case running, terminated, killed }

  /// How long a program that is told to end may take to do so, in seconds.
  static let grace = 10

  /// Starts a program in a process group of its own.
  ///
  /// - Parameters:
  ///   - command: The program, looked for in PATH where it is no path, and its arguments.
  ///   - environment: `NAME=value`; this program's own where there is none.
  ///   - input: What it is fed; it may leave it.
  ///   - limit: How long it may take, in seconds; then it is ended.
  init(
    _ command: [String], environment: [String]? = nil, input: [UInt8], output: Output, limit: Int
  ) throws(CannotStart) {
    guard let feed = pipe() else { throw CannotStart(number: errno) }
    var descriptors = (input: feed.reading, output: Int32(-1), errors: Int32(-1))
    var heard: Int32 = -1
    switch output {
    case .to(let output, let errors): (descriptors.output, descriptors.errors) = (output, errors)
    case .heard:
      guard let ear = pipe() else {
        let number = errno
        for end in [feed.reading, feed.writing] { close(end) }
        throw CannotStart(number: number)
      }
      (heard, descriptors.errors) = (ear.reading, ear.writing)
    }
    for end in [feed.writing, heard] where end >= 0 { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    var pid: pid_t = 0
    let result = spawned(command, environment, descriptors, &pid)
    close(feed.reading)
    if heard >= 0 { close(descriptors.errors) }
    guard result == 0 else {
      for end in [feed.writing, heard] where end >= 0 { close(end) }
      throw CannotStart(number: result)
    }
    (self.input, self.errors, self.pid, self.limit) = (feed.writing, heard, pid, limit)
    unread = input[...]
  }

  /// Feeds it, listens to it and waits for its end.
  mutating func end(_ signals: Signals) -> Ending {
    defer { for end in [input, errors] where end >= 0 { close(end) } }
    while !hasEnded {
      // That it has ended is one of the signals.
      signals.wait(milliseconds: left(), reading: errors, writing: input)
      listen()
      feed()
    }
    listen()
    // Before it is waited for, while the group's number is certainly its own: what it has started ends with it.
    if stage != .running { kill(-pid, SIGKILL) }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    if stage != .running { return .late }
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
  }

  private var hasEnded: Bool {
    var facts = siginfo_t()
    return waitid(P_PID, id_t(pid), &facts, WEXITED | WNOHANG | WNOWAIT) == 0 && facts.si_signo == SIGCHLD
  }

  /// How long it may go on, in milliseconds; whose time is over is told to end, and then made to.
  private mutating func left() -> Int {
    switch stage {
    case .running where clock.seconds >= limit:
      stage = .terminated
      kill(-pid, SIGTERM)
    case .terminated where clock.seconds >= limit + Self.grace:
      stage = .killed
      kill(-pid, SIGKILL)
    default: break
    }
    switch stage {
    case .running: return clock.milliseconds(until: limit)
    case .terminated: return clock.milliseconds(until: limit + Self.grace)
    case .killed: return -1
    }
  }

  /// Hands over what it takes of the message.
  private mutating func feed() {
    guard input >= 0 else { return }
    while !unread.isEmpty {
      let count = unread.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      // A program that has closed its input will say why.
      if count < 0, errno == EAGAIN || errno == EINTR { return }
      unread = count < 0 ? [] : unread.dropFirst(count)
    }
    close(input)
    input = -1
  }

  /// Takes what it says, and keeps the beginning.
  private mutating func listen() {
    guard errors >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(errors, &buffer, buffer.count)
      if count > 0 {
        words += buffer[..<min(count, max(0, Limits.mailerWords - words.count))]
      } else if count == 0 || errno != EINTR {
        if count == 0 {
          close(errors)
          errors = -1
        }
        return
      }
    }
  }
}

/// A pipe whose ends no other program inherits: nothing else is started meanwhile. Not a socket, for those cannot be
/// opened as /dev/stdin.
private func pipe() -> (reading: Int32, writing: Int32)? {
  var ends: [Int32] = [0, 0]
  guard Glibc.pipe(&ends) == 0 else { return nil }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return (ends[0], ends[1])
}

/// Starts a program in a process group of its own, with every signal as it is for a new program; 0 or an error number.
private func spawned(
  _ command: [String], _ environment: [String]?, _ descriptors: (input: Int32, output: Int32, errors: Int32),
  _ pid: inout pid_t
) -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, descriptors.input, 0)
  if descriptors.output < 0 {
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  } else {
    posix_spawn_file_actions_adddup2(&actions, descriptors.output, 1)
  }
  posix_spawn_file_actions_adddup2(&actions, descriptors.errors, 2)
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var (none, all) = (sigset_t(), sigset_t())
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  posix_spawnattr_setpgroup(&attributes, 0)
  posix_spawnattr_setflags(
    &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
  var arguments = command.map { strdup($0) } + [nil]
  var variables = (environment ?? []).map { strdup($0) } + [nil]
  defer { for text in arguments + variables { free(text) } }
  guard environment != nil else {
    return posix_spawnp(&pid, command[0], &actions, &attributes, &arguments, environ)
  }
  return posix_spawnp(&pid, command[0], &actions, &attributes, &arguments, &variables)
}
