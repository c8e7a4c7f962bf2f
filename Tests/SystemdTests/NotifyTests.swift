// What the service manager hears, word for word.

import Glibc
import Testing

@testable import Systemd

@MainActor
struct NotifyTests {
  private func withSocket(_ path: String, _ body: (Notify) throws -> Void) rethrows {
    setenv("NOTIFY_SOCKET", path, 1)
    defer { unsetenv("NOTIFY_SOCKET") }
    try body(Notify())
  }

  @Test(arguments: [false, true])
  func messages(abstract: Bool) throws {
    let folder = try Folder()
    let path = abstract ? "@hoursd-test-\(getpid())" : "\(folder.path)/notify"
    let manager = try Receiver(at: path)
    func heard() -> String? { manager.next().map { String(decoding: $0, as: UTF8.self) } }
    try withSocket(path) { notify in
      notify.ready()
      #expect(heard() == "READY=1")
      notify.status("closed until Tue 09:00\nREADY=0")
      #expect(heard() == "STATUS=closed until Tue 09:00 READY=0")
      var before = timespec()
      clock_gettime(CLOCK_MONOTONIC, &before)
      notify.reloading()
      let lines = try #require(heard()).split(separator: "\n")
      #expect(lines.first == "RELOADING=1")
      let line = try #require(lines.last)
      let microseconds = try #require(Int(line.dropFirst("MONOTONIC_USEC=".count)))
      #expect(microseconds >= before.tv_sec * 1_000_000 + before.tv_nsec / 1000)
      notify.stopping()
      #expect(heard() == "STOPPING=1")
    }
  }

  @Test func silentWhereNobodyAsked() {
    unsetenv("NOTIFY_SOCKET")
    #expect(Notify().ready() == nil)
  }

  @Test func aManagerThatHangsIsNotWaitedFor() throws {
    let folder = try Folder()
    let manager = try Receiver(at: "\(folder.path)/notify")
    withSocket("\(folder.path)/notify") { notify in
      // The kernel bounds the queue; where exactly is its own affair.
      let full = (0..<100_000).contains { _ in
        if case .wouldBlock = notify.status("busy") { true } else { false }
      }
      #expect(full)
    }
    withExtendedLifetime(manager) {}
  }
}
