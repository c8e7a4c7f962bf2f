// Other programs, asked and waited for within bounds: systemctl and journalctl may hang as long as what they ask hangs.

import Glibc
import HoursCore

/// How asking another program ended.
enum OtherProgram: Equatable {
  case notInstalled
  /// It did not end in time, and was killed.
  case mute
  /// Its exit status, 128 and more for a signal, and both of its outputs as one text.
  case ended(Int32, String)

  /// Runs a program to its end, for at most ``Limits/visit`` seconds.
  static func run(_ words: [String]) -> OtherProgram {
    var ends: [Int32] = [0, 0]
    // A socket, not a pipe: it is closed on exec from its first moment.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard let program = words.first, socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return .notInstalled }
    defer { close(ends[0]) }
    let pid = spawn(program, words, output: ends[1])
    close(ends[1])
    guard let pid else { return .notInstalled }
    let deadline = Deadline(seconds: Limits.visit)
    let text = read(ends[0], until: deadline)
    while true {
      var status: Int32 = 0
      if waitpid(pid, &status, WNOHANG) == pid {
        return .ended(status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f, text)
      }
      if deadline.isOver { break }
      usleep(2_000)
    }
    // With whatever it has started itself. Nobody waits for its end: what hangs in the kernel cannot be killed.
    kill(-pid, SIGKILL)
    return .mute
  }

  private static func spawn(_ program: String, _ words: [String], output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var pid: pid_t = 0
    return posix_spawnp(&pid, program, &actions, &attributes, &arguments, environ) == 0 ? pid : nil
  }

  private static func read(_ descriptor: Int32, until deadline: Deadline) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while bytes.count < Limits.answer {
      guard deadline.waits(for: descriptor, POLLIN) else { break }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A point in time that waiting does not pass, by a clock that nobody sets.
struct Deadline {
  private let end: Int64

  init(seconds: Int64) { end = Deadline.milliseconds() + seconds * 1_000 }

  var isOver: Bool { left <= 0 }

  private var left: Int64 { end - Deadline.milliseconds() }

  /// Whether something can be done with a descriptor before the time is over.
  func waits(for descriptor: Int32, _ events: Int32) -> Bool {
    while !isOver {
      var ready = pollfd(fd: descriptor, events: Int16(events), revents: 0)
      let count = poll(&ready, 1, Int32(left))
      if count > 0 { return true }
      guard count == 0 || errno == EINTR else { return false }
    }
    return false
  }

  private static func milliseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
  }
}
