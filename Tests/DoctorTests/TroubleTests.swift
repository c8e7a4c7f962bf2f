// A daemon that runs well, is broken in one way, found out, and mended by the very command that the doctor prints.

import Foundation
import Glibc
import Testing

/// Something that can go wrong.
struct Trouble: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let make: @Sendable (Home) throws -> Void
  /// The line that says so: its name, its mark, and words of it.
  let line: (name: String, mark: String, words: String)
  /// The command that mends it, where HOME stands for the home and PID for the daemon's number; nil where there is none.
  let mend: String?
  /// What its owner does beside, or instead.
  let then: (@Sendable (Home) throws -> Void)?

  init(
    _ description: String, _ make: @escaping @Sendable (Home) throws -> Void, _ name: String, _ mark: String,
    _ words: String, mend: String? = nil, then: (@Sendable (Home) throws -> Void)? = nil
  ) {
    testDescription = description
    self.make = make
    line = (name, mark, words)
    self.mend = mend
    self.then = then
  }
}

private let restarted: @Sendable (Home) throws -> Void = { home in
  home.end(SIGKILL)
  try home.start()
}

private let troubles = [
  Trouble(
    "the socket's file was removed", { unlink($0.socket) }, "socket", "broken", "is not there",
    mend: "hoursd",
    then: restarted),
  Trouble(
    "the daemon was killed", { $0.end(SIGKILL) }, "daemon", "broken",
    "nobody answers at the socket: Connection refused", mend: "hoursd", then: { try $0.start() }),
  Trouble(
    "the daemon hangs", { $0.signal(SIGSTOP) }, "daemon", "broken", "says nothing within 5 seconds",
    mend: "kill -KILL PID", then: { try $0.start() }),
  Trouble(
    "the socket's folder is open", { chmod("\($0.path)/run/hoursd", 0o755) }, "socket", "broken",
    "has mode 0755",
    mend: "chmod 700 HOME/run/hoursd"),
  Trouble(
    "the socket is open", { chmod($0.socket, 0o666) }, "socket", "broken", "has mode 0666",
    mend: "chmod 600 HOME/run/hoursd/socket"),
  Trouble(
    "the state folder is open", { chmod($0.state, 0o755) }, "state folder", "broken", "has mode 0755",
    mend: "chmod 700 HOME/state/hoursd"),
  Trouble(
    "the log is open", { chmod($0.log, 0o644) }, "state folder", "broken", "has mode 0644",
    mend: "chmod 600 HOME/state/hoursd/events.sqlite"),
  Trouble(
    "the configuration is open", { chmod($0.configuration, 0o644) }, "configuration", "hint", "has mode 0644",
    mend: "chmod 600 HOME/config/hoursd/config.toml"),
  Trouble(
    "the configuration was changed",
    { home in
      try home.awaitLaterSecond()
      try home.write(goodConfiguration + "evening = \"20:00\"\n", to: home.configuration)
    }, "in force", "broken", "was changed after the daemon had read it", mend: "hoursctl reload"),
  Trouble(
    "the configuration became wrong",
    { home in
      try home.write("hours = \"Mo-Fi 09:00-18:00\"\n", to: home.configuration)
      #expect(try home.shell("hoursctl reload 2>/dev/null") == 65)
    }, "configuration", "broken", "config.toml:1:", mend: "hoursctl check",
    then: { home in
      try home.write(goodConfiguration, to: home.configuration)
      let line = try home.doctor().line("in force", "broken", "was wrong when the daemon last looked")
      #expect(line?.mend == "hoursctl reload")
      #expect(try home.shell("hoursctl reload >/dev/null") == 0)
    }),
  Trouble(
    "the calendar has ended",
    { home in
      let ended = """
        BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-HOURSD-END;VALUE=DATE:20201231\r\nBEGIN:VEVENT\r
        UID:1\r\nDTSTAMP:20200101T000000Z\r\nDTSTART;VALUE=DATE:20200501\r\nDTEND;VALUE=DATE:20200502\r
        SUMMARY:May\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n
        """
      try home.write(ended, to: "\(home.path)/config/hoursd/old.ics")
      let holidays = "hours = \"Mo-Fr 09:00-18:00; PH off\"\n[holidays]\ncalendars = [\"old.ics\"]\n"
      try home.write("timezone = \"UTC\"\n" + holidays, to: home.configuration)
      #expect(try home.shell("hoursctl reload >/dev/null") == 0)
    }, "calendars", "broken", "no holiday is known since 2020-12-31",
    then: { home in
      try home.write(goodConfiguration, to: home.configuration)
      #expect(try home.shell("hoursctl reload >/dev/null") == 0)
    }),
  Trouble(
    "the mail command is missing",
    { home in
      let mail = "[mail]\nfrom = \"ann@example.org\"\ncommand = [\"send-it\"]\n"
      try home.write(goodConfiguration + mail, to: home.configuration)
      #expect(try home.shell("hoursctl reload >/dev/null") == 0)
    }, "mail", "broken", "send-it is no program in PATH",
    then: { try $0.write("#!/bin/sh\n", to: "\($0.bin)/send-it", mode: 0o700) }),
  Trouble(
    "the log's head was overwritten while no daemon ran",
    { home in
      home.end()
      try home.damage(Array(repeating: 0x55, count: 64), at: 0)
    }, "log", "broken", "its head is not that of a database (read): move it away and put a copy in its place",
    then: { home in
      unlink(home.log)
      try home.start()
    }),
  Trouble(
    "the log is of a newer version",
    { home in
      home.end()
      try home.damage([0, 0, 0, 99], at: 60)
    }, "log", "broken", "version 99 of the log",
    then: { home in
      unlink(home.log)
      try home.start()
    }),
  Trouble(
    "a page of the log was overwritten",
    { home in
      home.end()
      try home.damage(Array(repeating: 0x55, count: 4096), at: 4096)
    }, "log", "broken", "PRAGMA quick_check",
    then: { home in
      unlink(home.log)
      try home.start()
    }),
  Trouble(
    "a daemon was started on a damaged log",
    { home in
      home.end()
      try home.damage(Array(repeating: 0x55, count: 64), at: 0)
      try home.start()
    }, "log", "broken", "events.sqlite",
    then: { home in
      unlink(home.log)
      try restarted(home)
    }),
]

@Suite(.serialized)
struct TroubleTests {
  @Test(arguments: troubles)
  func aTroubleIsFoundAndMended(_ trouble: Trouble) throws {
    let home = try Home()
    try home.start()
    let before = try home.doctor()
    #expect(before.broken.isEmpty, "\(before.lines)")
    let daemon = home.daemon?.processIdentifier ?? 0
    try trouble.make(home)
    let told = try home.doctor()
    let (name, mark, words) = trouble.line
    let line = try #require(told.line(name, mark, words), "\(told.lines)")
    let mend = trouble.mend?.replacing("HOME", with: home.path).replacing("PID", with: "\(daemon)")
    #expect(line.mend == mend)
    // To start a daemon and to look at a file end otherwise than well.
    if let mend, mend != "hoursd" {
      #expect(try home.shell("\(mend) >/dev/null") == (mend == "hoursctl check" ? 78 : 0))
    }
    try trouble.then?(home)
    let after = try home.doctor()
    #expect(after.broken.isEmpty && after.line(name, mark, words) == nil, "\(after.lines)")
  }

  @Test func nothingIsThereAndNothingIsMade() throws {
    let home = try Home(nil)
    let before = try home.files()
    let told = try home.doctor()
    #expect(told.broken == ["socket"])
    #expect(told.line("configuration", "hint", "is not there; the defaults hold")?.mend == "hoursctl init")
    #expect(try home.files() == before)
    #expect(
      try home.run("\(programs)/hoursctl", ["doctor"]).output.hasPrefix("ok      programs      hoursd and"))
  }

  @Test func aLogIsLookedAtWithoutATrace() throws {
    let home = try Home()
    try home.start()
    #expect(try home.doctor().line("log", "ok", "its head is sound") != nil)
    home.end()
    let before = try home.files()
    #expect(try home.doctor().line("log", "ok", "sound, read to its end") != nil)
    #expect(try home.files() == before)
  }

  /// Who opens a pipe waits for whoever writes into it.
  @Test func aPipeInTheLogsPlaceDoesNotHoldItUp() throws {
    let home = try Home()
    #expect(mkdir(home.state, 0o700) == 0 && mkfifo(home.log, 0o600) == 0)
    #expect(try home.doctor().line("log", "ok", "nothing is recorded yet") != nil)
  }

  @Test func aSocketThatIsNamedIsTheOneThatIsLookedAt() throws {
    let home = try Home()
    try home.start()
    try home.awaitLaterSecond()
    try home.write(goodConfiguration + "evening = \"20:00\"\n", to: home.configuration)
    let moved = "\(home.path)/my socket"
    #expect(rename(home.socket, moved) == 0)
    let told = try home.doctor("\(programs)/hoursctl", ["--socket", moved])
    #expect(told.line("socket", "ok", "\(moved) (by --socket)") != nil)
    let mend = try #require(told.line("in force", "broken", "was changed")?.mend)
    #expect(try home.shell("\(mend) >/dev/null") == 0)
    #expect(try home.doctor("\(programs)/hoursctl", ["--socket", moved]).broken.isEmpty)
  }

  @Test func aManagerThatHangsDoesNotHoldItUp() throws {
    let home = try Home()
    try home.start()
    // With a child of its own, as programs that hang may have.
    try home.write("#!/bin/sh\nsleep 3600\n", to: "\(home.bin)/systemctl", mode: 0o700)
    let told = try home.doctor()
    #expect(told.broken == ["manager"])
    #expect(told.line("manager", "broken", "does not answer within 5 seconds") != nil)
  }

  @Test func somebodyElseListens() throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      atPath: "\(home.path)/run/hoursd", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let listener = try listening(at: home.socket)
    #expect(try home.doctor().line("daemon", "broken", "says nothing within 5 seconds") != nil)
    close(listener)
  }

  @Test(
    arguments: [
      (nil, "no hoursctl in"), ("#!/bin/sh\necho 0.0.9\n", "hoursctl is 0.0.9: install both together again"),
      ("#!/bin/sh\nexit 1\n", "hoursctl does not run"),
    ] as [(String?, String)])
  func theProgramsAreInstalledTogether(_ other: String?, _ words: String) throws {
    let home = try Home()
    try FileManager.default.copyItem(atPath: "\(programs)/hoursd", toPath: "\(home.bin)/hoursd")
    if let other { try home.write(other, to: "\(home.bin)/hoursctl", mode: 0o700) }
    #expect(try home.doctor("\(home.bin)/hoursd").line("programs", "broken", words) != nil)
  }
}

/// A socket that takes connections into its queue, and nothing more.
private func listening(at path: String) throws -> CInt {
  let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
  let size = socklen_t(MemoryLayout<sockaddr_un>.size)
  let result = withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
  }
  try #require(result == 0 && listen(descriptor, 4) == 0 && chmod(path, 0o600) == 0)
  return descriptor
}

extension Home {
  /// Waits until the clock shows a later second than when the daemon read its files.
  func awaitLaterSecond() throws {
    let began = time(nil)
    while time(nil) == began { usleep(20_000) }
  }

  /// Every file below, with its size and mode.
  fileprivate func files() throws -> [String: String] {
    let paths = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return try Dictionary(
      uniqueKeysWithValues: paths.map { name in
        let facts = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
        return (
          name, "\(facts[.size] ?? 0) \(facts[.posixPermissions] ?? 0) \(facts[.modificationDate] ?? 0)"
        )
      })
  }
}
