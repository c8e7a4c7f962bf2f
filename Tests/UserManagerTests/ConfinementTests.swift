// What hoursd.service and confine.conf forbid: each line seen to forbid something, from inside, to a user's own manager; and
// the daemon, whose whole life needs none of it.

import Foundation
import Glibc
import Testing

/// Lines of a unit, something that they forbid, and what is said then.
private struct Forbidden: CustomTestStringConvertible {
  let lines: [String]
  /// Words for probe.py.
  let probe: String
  let refused: String
  /// What must stand beside the lines for them to mean anything.
  let beside: [String]

  init(_ lines: String..., probe: String, says refused: String = "EPERM", beside: [String] = []) {
    self.lines = lines
    self.probe = probe
    self.refused = refused
    self.beside = beside
  }

  var testDescription: String { "\(lines.joined(separator: ", ")): \(probe)" }
}

private let anyCall = ["SystemCallErrorNumber=EPERM", "SystemCallFilter=@system-service"]
private let groups =
  "SystemCallFilter=~@aio @ipc @keyring @memlock @privileged @resources @setuid"
private let calls =
  "SystemCallFilter=~clone clone3 execveat fork kcmp pidfd_open pidfd_send_signal userfaultfd vfork"

/// hoursd.service: seccomp and what else takes no privilege. A call's numbers make no sense where that lets the kernel say so.
private let forbiddenByTheService = [
  Forbidden("UMask=0077", probe: "mode ~/new", says: "600"),
  Forbidden("NoNewPrivileges=yes", probe: "status NoNewPrivs", says: "1"),
  Forbidden("LimitCORE=0", probe: "limit RLIMIT_CORE", says: "0"),
  Forbidden("LockPersonality=yes", probe: "call personality 262144"),
  Forbidden("MemoryDenyWriteExecute=yes", probe: "writable-code"),
  Forbidden("RestrictAddressFamilies=AF_UNIX", probe: "internet-socket", says: "EAFNOSUPPORT"),
  Forbidden("RestrictNamespaces=yes", probe: "call setns -1 268435456"),
  Forbidden("RestrictRealtime=yes", probe: "call sched_setscheduler 0 1 0"),
  Forbidden("RestrictSUIDSGID=yes", probe: "setuid-file ~/new"),
  Forbidden("SystemCallArchitectures=native", probe: "foreign-code", says: "killed"),
  Forbidden("SystemCallFilter=@system-service", probe: "call clock_settime -1 0", says: "killed"),
  Forbidden(
    "SystemCallErrorNumber=EPERM", probe: "call clock_settime -1 0",
    beside: ["SystemCallFilter=@system-service"]),
  Forbidden(groups, probe: "call io_setup 0 0", beside: anyCall),
  Forbidden(groups, probe: "call fchown -1 0 0", beside: anyCall),
  Forbidden(groups, probe: "call pipe2 0 -1", beside: anyCall),
  Forbidden(groups, probe: "call keyctl -1", beside: anyCall),
  Forbidden(groups, probe: "call mlock 0 0", beside: anyCall),
  Forbidden(groups, probe: "call capset 0 0", beside: anyCall),
  Forbidden(groups, probe: "call setpriority 0 0 0", beside: anyCall),
  Forbidden(groups, probe: "call setresuid -1 -1 -1", beside: anyCall),
  Forbidden(calls, probe: "fork", beside: anyCall),
  Forbidden(calls, probe: "call clone 65536 0 0 0 0", beside: anyCall),
  Forbidden(calls, probe: "call clone3 0 0", beside: anyCall),
  Forbidden(calls, probe: "call execveat -1 0 0 0 0", beside: anyCall),
  Forbidden(calls, probe: "call kcmp 0 0 0 0 0", beside: anyCall),
  Forbidden(calls, probe: "call pidfd_open -1 0", beside: anyCall),
  Forbidden(calls, probe: "call pidfd_send_signal -1 0 0 0", beside: anyCall),
  Forbidden(calls, probe: "call userfaultfd 1", beside: anyCall),
  // The one that is allowed again.
  Forbidden(
    "SystemCallFilter=memfd_create", probe: "call memfd_create 0 0", says: "EFAULT",
    beside: anyCall + [groups]),
]

private let users = ["PrivateUsers=yes"]

/// confine.conf: what takes a user namespace.
private let forbiddenByConfinement = [
  Forbidden("PrivateUsers=yes", probe: "owner /usr", says: "65534"),
  Forbidden("CapabilityBoundingSet=", probe: "capability 1", says: "not in it", beside: users),
  Forbidden("PrivateDevices=yes", probe: "exists /dev/kmsg", says: "not there", beside: users),
  Forbidden("PrivateNetwork=yes", probe: "namespace net OUTSIDE", says: "its own", beside: users),
  Forbidden("PrivateTmp=yes", probe: "exists TEMPORARY", says: "not there", beside: users),
  Forbidden("ProtectClock=yes", probe: "call clock_settime -1 0", beside: users),
  Forbidden("ProtectControlGroups=yes", probe: "mount /sys/fs/cgroup", says: "read-only", beside: users),
  Forbidden("ProtectHostname=yes", probe: "namespace uts OUTSIDE", says: "its own", beside: users),
  Forbidden("ProtectKernelLogs=yes", probe: "capability 34", says: "not in it", beside: users),
  Forbidden("ProtectKernelModules=yes", probe: "capability 16", says: "not in it", beside: users),
  Forbidden("ProtectKernelTunables=yes", probe: "mount /proc/sys", says: "read-only", beside: users),
  Forbidden("ProtectSystem=strict", probe: "mount /usr", says: "read-only", beside: users),
  Forbidden("ProtectHome=read-only", probe: "write ~/new", says: "EROFS", beside: users),
  Forbidden(
    "InaccessiblePaths=-%h/.gnupg -%h/.ssh", probe: "read ~/.ssh/id_ed25519", says: "EACCES", beside: users),
  Forbidden(
    "NoExecPaths=%h/.local/state/hoursd /tmp /var/tmp", probe: "run ~/.local/state/hoursd/program",
    says: "EACCES",
    beside: users),
  // The one place that is left to write to.
  Forbidden(
    "ReadWritePaths=%h/.local/state/hoursd", probe: "write ~/.local/state/hoursd/new", says: "done",
    beside: users + ["ProtectHome=read-only"]),
]

#if arch(x86_64)
  private let knowsCalls = true
#else
  private let knowsCalls = false
#endif

/// What a unit says beside what it forbids.
private let others = ["Type", "ExecStart", "ExecReload", "Restart", "RestartSec", "WatchdogSec"]

extension UserManager {
  @Suite(.enabled(if: !isRoot, "needs a user's own manager: run by Tests/user-manager --unprivileged"))
  struct ConfinementTests {
    @Test(arguments: [
      ("hoursd.service.in", forbiddenByTheService), ("confine.conf", forbiddenByConfinement),
    ])
    fileprivate func everyLineIsTried(of file: String, by table: [Forbidden]) throws {
      #expect(Set(table.flatMap(\.lines)) == Set(try lines(of: file)))
    }

    @Test(
      .enabled(if: knowsCalls, "probe.py knows the system calls of x86-64 alone"),
      arguments: forbiddenByTheService)
    fileprivate func theServiceForbids(_ row: Forbidden) throws {
      try expectRefused(row, among: try lines(of: "hoursd.service.in"))
    }

    @Test(.enabled(if: hasUserNamespaces, needsUserNamespaces), arguments: forbiddenByConfinement)
    fileprivate func confinementForbids(_ row: Forbidden) throws {
      let all = try lines(of: "hoursd.service.in") + lines(of: "confine.conf")
      try expectRefused(row, among: all)
    }

    @Test func systemdFindsNothingWrongWithTheDropIn() throws {
      try Office().confine()
      let unit = "\(Office.prefix)/share/systemd/user/hoursd.service"
      #expect(try systemctl("show", "--property=DropInPaths", "hoursd").contains("/confine.conf"))
      let ended = try outcome(of: ["systemd-analyze", "--user", "verify", unit])
      #expect(ended.text == "" && ended.status == 0)
    }

    /// A daemon that is killed for what it may not do tells of more than one that goes on.
    @Test(arguments: ["as installed", "killed for a call that is refused"])
    func aWholeLife(_ how: String) throws {
      try live(Office(dropIn: how == "as installed" ? nil : "[Service]\nSystemCallErrorNumber=\n"))
    }

    @Test(.enabled(if: hasUserNamespaces, needsUserNamespaces))
    func aWholeLifeConfined() throws {
      let office = try Office()
      try office.confine()
      try systemctl("restart", "hoursd.service")
      try live(office)
      let pid = try office.property("MainPID")
      #expect(try namespace("user", of: pid) != namespace("user", of: "self"))
    }
  }
}

/// Refused with the lines, not refused without them, and refused in the whole unit.
private func expectRefused(_ row: Forbidden, among all: [String], location: SourceLocation = #_sourceLocation)
  throws
{
  try prepare()
  defer { unlink(temporary) }
  #expect(try probe(row.probe, row.beside) != row.refused, "without", sourceLocation: location)
  #expect(try probe(row.probe, row.beside + row.lines) == row.refused, sourceLocation: location)
  let whole = try probe(row.probe, all)
  // There the filter may come before what is killed for.
  #expect(
    whole == row.refused || row.refused == "killed" && whole == "EPERM", "whole: \(whole)",
    sourceLocation: location)
}

/// What is there to be forbidden.
private func prepare() throws {
  for folder in [".ssh", ".local/state/hoursd"] {
    try FileManager.default.createDirectory(
      atPath: "\(Office.home)/\(folder)", withIntermediateDirectories: true)
  }
  for file in ["\(Office.home)/.ssh/id_ed25519", temporary] {
    try "x".write(toFile: file, atomically: false, encoding: .utf8)
  }
  try run("cp", "/usr/bin/echo", "\(Office.home)/.local/state/hoursd/program")
}

/// A file in a folder that everybody may write to.
private let temporary = "/var/tmp/hoursd-probe-\(getpid())"

/// What a probe says in a unit with these lines, in a word.
private func probe(_ words: String, _ lines: [String]) throws -> String {
  let outside =
    try words.contains("OUTSIDE") ? namespace(String(words.split(separator: " ")[1]), of: "self") : ""
  let arguments = words.split(separator: " ").map {
    String($0).replacing("~", with: Office.home).replacing("TEMPORARY", with: temporary).replacing(
      "OUTSIDE", with: outside)
  }
  let properties = lines.flatMap { ["-p", $0.replacing("%h", with: Office.home)] }
  let program = ["/usr/bin/python3", "\(sources)/Tests/UserManagerTests/Support/probe.py"] + arguments
  defer { try? FileManager.default.removeItem(atPath: "\(Office.home)/new") }
  let ended = try outcome(
    of: ["systemd-run", "--user", "--wait", "--pipe", "--quiet", "--collect"] + properties + program)
  return ended.text.isEmpty ? "killed" : ended.text
}

private func namespace(_ kind: String, of process: String) throws -> String {
  try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/ns/\(kind)")
}

/// The lines of a unit file that forbid something.
private func lines(of file: String) throws -> [String] {
  let text = try String(contentsOfFile: "\(sources)/systemd/\(file)", encoding: .utf8)
  let section = try #require(
    text.components(separatedBy: "[Service]\n").last?.components(separatedBy: "\n[").first)
  return section.split(separator: "\n").map(String.init).filter { line in
    !line.hasPrefix("#") && !others.contains { line.hasPrefix("\($0)=") }
  }
}

/// Calls, a reminder that systemd wakes a stopped daemon for, a reload, mail, forgetting and a restart; and nothing that
/// had to be started again.
private func live(_ office: Office) throws {
  try office.follow("cat >/dev/null")
  try systemctl("start", "hoursd-mail.service")
  try office.resolve()
  try office.awaitMail("mail.sent")
  let bus = try Bus()
  let snoozed = try office.criticalCall(snoozedBy: 6, bus)
  try systemctl("stop", "hoursd.service")
  let started = try office.journal.follow("USER_UNIT=hoursd.service", "JOB_TYPE=start", "JOB_RESULT=done")
  _ = try started.nextLine()
  let watch = try office.line()
  try watch.ask(#"watch {"since":0}"#)
  // It was said before the snooze, too.
  while try watch.event("issue.due").instant() < snoozed.due {}
  try office.expectOneReminder(of: snoozed.issue, at: snoozed.due)

  try office.write(Hours.closed.configuration + "evening = \"20:00\"\n")
  try systemctl("reload", "hoursd.service")
  _ = try watch.event("office.configured")

  let line = try office.line()
  for request in [
    #"override {"state":"open","until":"+1h"}"#, #"report {}"#, #"drop {"id":\#(snoozed.issue)}"#,
    #"forget {"number":"+493016"}"#,
  ] {
    #expect(try line.ask(request).error == nil, "\(request)")
  }
  _ = try office.journal.follow("HOURSD_EVENT=caller.forgotten").nextLine()
  let told = try outcome(of: ["\(Office.prefix)/bin/hoursctl", "doctor", "--json"])
  #expect(told.status == 0, "\(told.text)")
  try systemctl("restart", "hoursd.service")
  #expect(try office.line().ask("status").error == nil)
  #expect(try office.property("NRestarts") == "0")
  #expect(try office.property("Result") == "success")
}
