// The loop: who is called, when, and how often.

import Glibc
import Testing

@testable import Systemd

@MainActor
struct LoopTests {
  @Test func theFirstExitCounts() throws {
    let loop = try EventLoop()
    let first = try loop.once { loop.exit(3) }
    let second = try loop.once(priority: .first) { loop.exit(4) }
    #expect(try loop.run() == 4)
    withExtendedLifetime([first, second]) {}
  }

  @Test func aSourceThatIsGoneIsNotCalled() throws {
    let stage = try Stage()
    var called = false
    var source: EventSource? = try stage.loop.once { called = true }
    let end = try stage.loop.once(priority: .last) { stage.done() }
    withExtendedLifetime(source) {}
    source = nil
    try stage.run()
    #expect(!called)
    withExtendedLifetime(end) {}
  }

  @Test func aHandlerMayDropItsOwnSource() throws {
    let stage = try Stage()
    var source: EventSource?
    let text = String(repeating: "kept ", count: 9)
    source = try stage.loop.once {
      source = nil
      if text.hasPrefix("kept") { stage.done() }
    }
    withExtendedLifetime(source) {}
    try stage.run()
    #expect(source == nil)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGUSR1])
  func signals(_ number: CInt) throws {
    let stage = try Stage()
    var count = 0
    let source = try stage.loop.signal(number) {
      count += 1
      if count == 2 { stage.done() } else { pthread_kill(pthread_self(), number) }
    }
    // To this thread: the test runner's others do not block it.
    pthread_kill(pthread_self(), number)
    try stage.run()
    #expect(count == 2)
    withExtendedLifetime(source) {}
  }

  @Test func watchdogOnlyWhereAskedFor() throws {
    #expect(try EventLoop().watchdog() == false)
    setenv("WATCHDOG_USEC", "60000000", 1)
    setenv("WATCHDOG_PID", "\(getpid())", 1)
    defer {
      unsetenv("WATCHDOG_USEC")
      unsetenv("WATCHDOG_PID")
    }
    #expect(try EventLoop().watchdog())
  }
}

/// Two connected stream sockets, non-blocking.
func socketPair() throws -> (CInt, CInt) {
  var pair: [CInt] = [0, 0]
  let kind = CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
  try #require(socketpair(AF_UNIX, kind, 0, &pair) == 0)
  return (pair[0], pair[1])
}
