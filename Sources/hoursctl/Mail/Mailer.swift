// The mail command: a program of the owner's choice that reads a message on its standard input. No shell is in between.

import Glibc
import HoursCore
import HoursWire

/// How a mailer ended.
enum MailerEnd: Equatable {
  case sent
  /// It asks for patience.
  case later(String)
  /// It says, or nobody could start it, so that the message has certainly not left.
  case failed(String)
  /// It was killed: the message may have left or not.
  case unknown(String)
}

/// A mailer that runs.
struct Mailer {
  private let name: String
  private let pid: pid_t
  private let limit: Int
  private var stage = Stage.running
  private var clock = Stopwatch()
  /// -1 when there is nothing more to hand over.
  private var input: Int32
  /// -1 when nothing more can come.
  private var errors: Int32
  private var unread: ArraySlice<UInt8>
  private var words: [UInt8] = []

  private enum Stage { case running, terminated, killed }

  /// How long a mailer that is told to end may take to do so, in seconds.
  private static let grace = 10

  /// Runs a mailer to its end.
  ///
  /// - Parameter limit: How long it may take, in seconds; then it is ended.
  static func run(_ command: [String], _ message: [UInt8], limit: Int, signals: Signals) -> MailerEnd {
    do throws(CannotStart) {
      var mailer = try Mailer(command, message, limit: limit)
      return mailer.end(signals)
    } catch { return .failed(error.why) }
  }

  private struct CannotStart: Error {
    let why: String
  }

  private init(_ command: [String], _ message: [UInt8], limit: Int) throws(CannotStart) {
    guard let program = command.first else {
      throw CannotStart(why: "no mailer is configured; write command = [\"msmtp\", \"-t\"] under [mail]")
    }
    name = program
    guard let (inside, input) = pipe(), let (errors, outside) = pipe() else {
      throw CannotStart(why: "pipe: \(errorText(errno))")
    }
    for end in [input, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    var pid: pid_t = 0
    let result = spawned(command, input: inside, errors: outside, &pid)
    for end in [inside, outside] { close(end) }
    guard result == 0 else {
      for end in [input, errors] { close(end) }
      throw CannotStart(
        why: result == ENOENT
          ? "\(program) is no program in PATH; install it, or name another in [mail] command"
          : "\(program) cannot be run: \(errorText(result))")
    }
    (self.input, self.errors, self.pid, self.limit) = (input, errors, pid, limit)
    unread = message[...]
  }

  /// Feeds it, listens to it and waits for it.
  private mutating func end(_ signals: Signals) -> MailerEnd {
    defer { for end in [input, errors] where end >= 0 { close(end) } }
    while true {
      var status: Int32 = 0
      if waitpid(pid, &status, WNOHANG) == pid {
        listen()
        return judged(status)
      }
      // That it has ended is one of the signals.
      signals.wait(milliseconds: left(), reading: errors, writing: input)
      listen()
      feed()
    }
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

  /// Hands over what the mailer takes of the message.
  private mutating func feed() {
    guard input >= 0 else { return }
    while !unread.isEmpty {
      let count = unread.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      // A mailer that has closed its input will say why.
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

  private func judged(_ status: Int32) -> MailerEnd {
    if stage != .running { return .unknown("\(name) was ended after \(limit) seconds") }
    guard status & 0x7F == 0 else { return .unknown("\(name) was killed by signal \(status & 0x7F)") }
    let said = String(decoding: words, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(3)
      .joined(separator: "; ")
    let code = status >> 8 & 0xFF
    let why = "\(name) ended with status \(code)" + (said.isEmpty ? "" : ": \(shown(said))")
    switch code {
    case 0: return .sent
    // EX_TEMPFAIL of sysexits.h.
    case 75: return .later(why)
    default: return .failed(why)
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
private func spawned(_ command: [String], input: Int32, errors: Int32, _ pid: inout pid_t) -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, input, 0)
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, errors, 2)
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
  defer { for argument in arguments { free(argument) } }
  return posix_spawnp(&pid, command[0], &actions, &attributes, &arguments, environ)
}

/// How long something takes, by a clock that nobody sets.
private struct Stopwatch {
  private let start = Self.now()

  var seconds: Int { (Self.now() - start) / 1_000 }

  func milliseconds(until seconds: Int) -> Int { max(0, start + seconds * 1_000 - Self.now()) }

  private static func now() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
