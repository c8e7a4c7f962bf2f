// The bus: absent, hanging, lost; none of which the loop waits for.

import Foundation
import Glibc
import Testing

@testable import Systemd

@MainActor
struct UserBusTests {
  @Test func noBus() throws {
    withBus(address: "unix:path=/nowhere") {
      let error = #expect(throws: SystemdError.self) { try UserBus(on: EventLoop()) {} }
      #expect(error?.description == "sd_bus_open_user: No such file or directory")
    }
  }

  @Test(.enabled(if: hasBusDaemon, "needs dbus-daemon"))
  func aBusWithoutManager() throws {
    let daemon = try BusDaemon()
    try withBus(address: daemon.address) {
      let stage = try Stage()
      let bus = try UserBus(on: stage.loop) {}
      let timer = try TransientTimer(harmless("hoursd-test-nobody"), on: bus)
      timer.arm(at: Int64(time(nil)) + 3600) { outcome in
        #expect("\(outcome)".contains("org.freedesktop.DBus.Error.ServiceUnknown"), "\(outcome)")
        stage.done()
      }
      try stage.run()
    }
  }

  @Test(.enabled(if: hasBusDaemon, "needs dbus-daemon"))
  func aBusThatHangsIsNotWaitedFor() throws {
    let daemon = try BusDaemon()
    kill(daemon.process, SIGSTOP)
    try withBus(address: daemon.address) {
      let stage = try Stage()
      let bus = try UserBus(on: stage.loop) {}
      var answered = false
      let timer = try TransientTimer(harmless("hoursd-test-hang"), on: bus)
      timer.state { _ in
        answered = true
        stage.done()
      }
      let relief = try stage.loop.once(priority: .last) {
        #expect(!answered)
        kill(daemon.process, SIGCONT)
      }
      try stage.run()
      withExtendedLifetime(relief) {}
    }
  }

  @Test(.enabled(if: hasBusDaemon, "needs dbus-daemon"))
  func aCallThatIsNotAnswered() throws {
    let daemon = try BusDaemon()
    try withBus(address: daemon.address) {
      let stage = try Stage()
      let bus = try UserBus(on: stage.loop) {}
      @MainActor func call(timeout: Duration, then: @escaping (Bool) -> Void) throws {
        let message = try BusMessage(
          on: bus, to: "org.freedesktop.DBus", path: "/", interface: "org.freedesktop.DBus", method: "GetId",
          [])
        try bus.call(message, timeout: timeout) { result in
          if case .success = result { then(true) } else { then(false) }
        }
      }
      var story: [Bool] = []
      try call(timeout: .seconds(10)) { answered in
        story.append(answered)
        kill(daemon.process, SIGSTOP)
        #expect(throws: Never.self) {
          try call(timeout: .milliseconds(10)) { answered in
            story.append(answered)
            stage.done()
          }
        }
      }
      try stage.run()
      #expect(story == [true, false])
    }
  }

  @Test(.enabled(if: hasBusDaemon, "needs dbus-daemon"))
  func aLostBusIsToldOnceAndAnswersWhatWasUnderWay() throws {
    let daemon = try BusDaemon()
    try withBus(address: daemon.address) {
      let stage = try Stage()
      var story: [String] = []
      var bus: UserBus?
      bus = try UserBus(on: stage.loop) {
        story.append("lost")
        bus = nil
        stage.done()
      }
      // The first call shows that the connection stands; the second is made to a daemon that is dead by then.
      let timer = try TransientTimer(harmless("hoursd-test-lost"), on: try #require(bus))
      timer.state { _ in
        story.append("answered")
        kill(daemon.process, SIGKILL)
        timer.state { result in
          if case .failure = result { story.append("failed") }
        }
      }
      try stage.run()
      #expect(story == ["answered", "failed", "lost"])
    }
  }

  private func withBus(address: String, _ body: () throws -> Void) rethrows {
    let before = getenv("DBUS_SESSION_BUS_ADDRESS").map { String(cString: $0) }
    setenv("DBUS_SESSION_BUS_ADDRESS", address, 1)
    defer {
      if let before {
        setenv("DBUS_SESSION_BUS_ADDRESS", before, 1)
      } else {
        unsetenv("DBUS_SESSION_BUS_ADDRESS")
      }
    }
    try body()
  }
}

nonisolated private let hasBusDaemon = access("/usr/bin/dbus-daemon", X_OK) == 0

/// A bus of the test's own, with nobody on it.
private final class BusDaemon {
  let address: String
  private let folder: Folder
  private let daemon = Process()
  var process: pid_t { daemon.processIdentifier }

  init() throws {
    folder = try Folder()
    // No service folders: it starts nobody, and says at once who is not there.
    try folder.write(
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>session</type>
        <listen>unix:path=\(folder.path)/bus</listen>
        <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/></policy>
      </busconfig>
      """, to: "bus.conf")
    daemon.executableURL = URL(fileURLWithPath: "/usr/bin/dbus-daemon")
    daemon.arguments = [
      "--nofork", "--nopidfile", "--print-address=1", "--config-file=\(folder.path)/bus.conf",
    ]
    let pipe = Pipe()
    daemon.standardOutput = pipe
    try daemon.run()
    // It prints its address when it listens.
    address = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
      .trimmingCharacters(in: .newlines)
  }

  isolated deinit {
    kill(process, SIGKILL)
    daemon.waitUntilExit()
  }
}

/// A unit whose service does nothing.
func harmless(_ name: String) -> TransientUnit {
  TransientUnit(name: name, description: "a test of hoursd", command: ("/bin/true", []))
}
