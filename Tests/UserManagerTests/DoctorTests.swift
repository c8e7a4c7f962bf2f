// The doctor, where systemd is: what it finds in the units, and that the commands that it prints mend them.

import Foundation
import Glibc
import Testing

/// Something that can go wrong with units.
struct UnitTrouble: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let dropIn: String?
  let make: @Sendable (Office) throws -> Void
  /// The line that says so, and the command that mends it.
  let line: (name: String, mark: String, words: String, mend: String)

  init(
    _ description: String, dropIn: String? = nil, _ make: @escaping @Sendable (Office) throws -> Void,
    _ name: String, _ mark: String, _ words: String, mend: String
  ) {
    testDescription = description
    self.dropIn = dropIn
    self.make = make
    line = (name, mark, words, mend)
  }
}

private let unconfine =
  "rm \(Office.ownDropIns)/confine.conf && systemctl --user daemon-reload && systemctl --user restart hoursd"

private let unitTroubles = [
  UnitTrouble(
    "nothing is enabled", { _ in try systemctl("disable", "--now", "hoursd.service", "hoursd.socket") },
    "socket unit", "broken", "is not enabled", mend: "systemctl --user enable --now hoursd.socket hoursd"),
  UnitTrouble(
    "it runs, but is not enabled", { _ in try systemctl("disable", "hoursd.service", "hoursd.socket") },
    "service", "hint", "is not enabled", mend: "systemctl --user enable --now hoursd.socket hoursd"),
  UnitTrouble(
    "the socket was stopped", { _ in try systemctl("stop", "hoursd.socket") },
    "socket unit", "broken", "is enabled, but does not listen",
    mend: "systemctl --user start hoursd.socket hoursd"),
  UnitTrouble(
    "the units are masked",
    { _ in
      try systemctl("disable", "--now", "hoursd.service", "hoursd.socket")
      try systemctl("mask", "hoursd.socket", "hoursd.service")
    },
    "socket unit", "broken", "is masked",
    mend: "systemctl --user unmask hoursd.socket hoursd && systemctl --user enable --now hoursd.socket hoursd"
  ),
  UnitTrouble(
    "too many starts took the socket down",
    dropIn: "[Unit]\nStartLimitIntervalSec=1h\nStartLimitBurst=2\n[Service]\nRestart=no\n",
    { office in
      // The last question meets the limit.
      for _ in 1...2 {
        try systemctl("kill", "--signal=KILL", "hoursd.service")
        try settles("failed", office) { try $0.property("ActiveState") }
        _ = try outcome(of: ["\(Office.prefix)/bin/hoursctl", "status"])
      }
      try settles("failed", office) { try $0.property("ActiveState", of: "hoursd.socket") }
    },
    "socket unit", "broken", "has failed (service-start-limit-hit)",
    mend: "systemctl --user reset-failed hoursd.socket hoursd && systemctl --user start hoursd.socket hoursd"),
  UnitTrouble(
    "the socket's file was removed", { try FileManager.default.removeItem(atPath: $0.socket) },
    "socket", "broken", "is not there", mend: "systemctl --user restart hoursd.socket hoursd"),
  UnitTrouble(
    "the daemon hangs", { _ in try systemctl("kill", "--signal=STOP", "hoursd.service") },
    "daemon", "broken", "says nothing within 5 seconds",
    mend: "systemctl --user kill --signal=KILL hoursd && systemctl --user restart hoursd"),
  UnitTrouble(
    "the timer was stopped by hand",
    { office in
      try office.onlyWakeUp(at: try office.criticalCall(snoozedBy: 600, nil).due)
      for timer in try office.wakeUps() { try systemctl("stop", timer) }
    },
    "alarm", "broken", "no hoursd-wake timer stands in systemd", mend: "systemctl --user restart hoursd"),
  UnitTrouble(
    "there was no bus when it started",
    { office in
      // As this manager knows it, until it is told better.
      try systemctl("set-environment", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent")
      try systemctl("restart", "hoursd.service")
      try systemctl("set-environment", "DBUS_SESSION_BUS_ADDRESS=unix:path=\(Office.runtime)/bus")
    },
    "alarm", "broken", "systemd has no timer of it", mend: "systemctl --user restart hoursd"),
  UnitTrouble(
    "a unit was changed behind systemd's back",
    { _ in try run("touch", "\(Office.prefix)/share/systemd/user/hoursd.service") },
    "service", "hint", "were changed since systemd read them", mend: "systemctl --user daemon-reload"),
  UnitTrouble(
    "the program was installed anew",
    { _ in
      let program = "\(Office.prefix)/bin/hoursd"
      try run("cp", program, program + ".new")
      try run("mv", program + ".new", program)
    },
    "programs", "hint", "was started before hoursd was installed anew",
    mend: "systemctl --user restart hoursd"),
  UnitTrouble(
    "the configuration was changed",
    { office in
      let read = time(nil)
      while time(nil) == read { usleep(20_000) }
      try office.write(Hours.closed.configuration + "evening = \"20:00\"\n")
    },
    "in force", "broken", "was changed after the daemon had read it", mend: "hoursctl reload"),
  UnitTrouble(
    "a folder that confine.conf names is missing",
    { office in
      try office.confine()
      try run("sh", "-c", "echo ReadWritePaths=/nonexistent >>\(Office.ownDropIns)/confine.conf")
      try systemctl("daemon-reload")
      _ = try outcome(of: ["systemctl", "--user", "restart", "hoursd.service"])
    },
    "service", "broken", "cannot be confined as confine.conf asks (226/NAMESPACE)", mend: unconfine),
  UnitTrouble(
    "mail is due, and nobody delivers",
    { office in
      try office.follow("exit 0")
      try office.resolve()
    },
    "mail", "broken", "hoursd-mail.service does not run",
    mend: "systemctl --user enable --now hoursd-mail"),
  UnitTrouble(
    "a hook is there, and nobody runs it", { try $0.put("log", "exit 0") },
    "hooks", "hint", "hoursd-hooks.service does not run, so that nobody runs what is in",
    mend: "systemctl --user enable --now hoursd-hooks"),
]

extension UserManager {
  struct DoctorTests {
    @Test func whereAllIsWellItExitsWith0() throws {
      let office = try Office()
      // So that there is an event to be found.
      _ = try office.line().ask(#"call {"from":"+493012345","severity":"normal"}"#)
      _ = try office.journal.follow("HOURSD_EVENT=issue.queued").nextLine()
      let told = try Told()
      #expect(told.status == 0 && told.broken.isEmpty, "\(told.lines)")
      for (name, words) in [
        ("programs", "hoursd and hoursctl "), ("manager", "systemd's user manager answers"),
        ("socket unit", "hoursd.socket is enabled and listens"),
        ("service", "hoursd.service is enabled and runs"),
        ("socket", "\(office.socket) (by $XDG_RUNTIME_DIR)"), ("daemon", "it answers: closed until "),
        ("alarm", "systemd wakes it next "), ("journal", "events arrive, and you may read them"),
      ] {
        #expect(told.says(name, "ok", words), "\(name): \(told.lines)")
      }
    }

    @Test func aQuestionStartsADaemonThatSleeps() throws {
      let office = try Office()
      try systemctl("stop", "hoursd.service")
      let told = try Told()
      #expect(told.status == 0 && told.says("service", "hint", "was not running"), "\(told.lines)")
      #expect(told.says("alarm", "ok", "systemd wakes it next "))
      #expect(try office.property("ActiveState") == "active")
    }

    @Test func aDaemonThatWasRestartedIsAHint() throws {
      let office = try Office()
      try systemctl("kill", "--signal=KILL", "hoursd.service")
      try settles("1", office) { try $0.property("NRestarts") }
      #expect(try Told().says("service", "hint", "had to be restarted once"))
    }

    @Test(arguments: unitTroubles)
    func aTroubleIsFoundAndMended(_ trouble: UnitTrouble) throws {
      let office = try Office(dropIn: trouble.dropIn)
      #expect(try Told().broken.isEmpty)
      try trouble.make(office)
      let (name, mark, words, mend) = trouble.line
      let told = try Told()
      #expect(told.says(name, mark, words), "\(told.lines)")
      #expect(told.mend(name, mark, words) == mend)
      let mended = try outcome(of: ["env", "PATH=\(path)", "sh", "-c", mend])
      #expect(mended.status == 0, "\(mended.text)")
      let after = try Told()
      #expect(after.broken.isEmpty && !after.says(name, mark, words), "\(after.lines)")
    }
  }
}

extension UserManager {
  struct ConfinedDoctorTests {
    @Test(
      .enabled(
        if: !isRoot && !hasUserNamespaces,
        "needs a machine without user namespaces: run by Tests/user-manager"))
    func whereThereAreNoUserNamespacesItNamesTheWayBack() throws {
      let office = try Office()
      try office.confine()
      // It runs still, and the doctor knows.
      let before = try Told()
      #expect(before.mend("confinement", "broken", "which are off here") == unconfine, "\(before.lines)")
      let started = try outcome(of: ["systemctl", "--user", "restart", "hoursd.service"])
      #expect(started.status != 0)
      let told = try Told()
      let mend = told.mend("service", "broken", "(217/USER): user namespaces are off here")
      #expect(mend == unconfine && told.broken.count == 1, "\(told.lines)")
      try run("sh", "-c", unconfine)
      #expect(try Told().broken.isEmpty)
      #expect(try office.line().ask("status").error == nil)
    }

    @Test func aFilterThatKillsIsNamed() throws {
      _ = try Office()
      try FileManager.default.createDirectory(atPath: Office.ownDropIns, withIntermediateDirectories: true)
      let override = "\(Office.ownDropIns)/override.conf"
      try "[Service]\nSystemCallErrorNumber=\nSystemCallFilter=~timerfd_create\n".write(
        toFile: override, atomically: false, encoding: .utf8)
      try systemctl("daemon-reload")
      _ = try outcome(of: ["systemctl", "--user", "restart", "hoursd.service"])
      let told = try Told()
      let words = "is killed for a system call that \(override) forbids (SIGSYS)"
      #expect(told.says("service", "broken", words) && told.broken.count == 1, "\(told.lines)")
    }
  }
}

private let path = "\(Office.prefix)/bin:\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"

/// What `hoursctl doctor` says.
private struct Told {
  let status: Int32
  let lines: [JSON]

  init() throws {
    let ended = try outcome(of: ["\(Office.prefix)/bin/hoursctl", "doctor", "--json"])
    status = ended.status
    lines = try json(ended.text)["checks"] as? [JSON] ?? []
  }

  var broken: [JSON] { lines.filter { $0["mark"] as? String == "broken" } }

  func says(_ name: String, _ mark: String, _ words: String) -> Bool { line(name, mark, words) != nil }

  func mend(_ name: String, _ mark: String, _ words: String) -> String? {
    line(name, mark, words)?["mend"] as? String
  }

  private func line(_ name: String, _ mark: String, _ words: String) -> JSON? {
    lines.first {
      $0["name"] as? String == name && $0["mark"] as? String == mark
        && ($0["finding"] as? String)?.contains(words) == true
    }
  }
}

/// Asks until the answer is this one, which nobody tells by himself; for at most `patience`.
private func settles(_ value: String, _ office: Office, _ ask: (Office) throws -> String) throws {
  let deadline = time(nil) + patience
  while try ask(office) != value {
    try #require(time(nil) < deadline, "it never became \(value)")
    usleep(20_000)
  }
}
