// Signals as something that can be waited for beside descriptors, so that none is missed and nobody has to look again.

import Glibc

/// The signals that a program that runs for long has to know of: that it should end, and that a child has.
///
/// There is one, for handlers know no other way to reach it.
struct Signals {
  nonisolated(unsafe) private static var pipe: (reading: Int32, writing: Int32) = (-1, -1)
  nonisolated(unsafe) private static var hasEnd: sig_atomic_t = 0

  init() throws(Failure) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw .broken("pipe: \(errorText(errno))") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    Self.pipe = (ends[0], ends[1])
    for signal in [SIGTERM, SIGINT, SIGHUP] { Self.handle(signal) { _ in Signals.note(isEnd: true) } }
    Self.handle(SIGCHLD) { _ in Signals.note(isEnd: false) }
    // A program that does not read what it is handed is no reason to die.
    Glibc.signal(SIGPIPE, SIG_IGN)
  }

  /// Somebody wants this program to end.
  var wantEnd: Bool { Self.hasEnd != 0 }

  private static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = Int32(SA_RESTART)
    sigaction(signal, &action, nil)
    // Whoever started this may have blocked it.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    sigprocmask(SIG_UNBLOCK, &set, nil)
  }

  private static func note(isEnd: Bool) {
    let number = errno
    if isEnd { hasEnd = 1 }
    var byte: UInt8 = 0
    write(pipe.writing, &byte, 1)
    errno = number
  }

  /// Waits until a signal comes, or something can be done with one of the descriptors (-1 is none), or the time is over;
  /// -1 milliseconds are for ever.
  func wait(milliseconds: Int, reading: Int32 = -1, writing: Int32 = -1) {
    var ready = [
      pollfd(fd: Self.pipe.reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: writing, events: Int16(POLLOUT), revents: 0),
    ]
    poll(&ready, 3, Int32(clamping: milliseconds))
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(Self.pipe.reading, &buffer, buffer.count) > 0 {}
  }
}
