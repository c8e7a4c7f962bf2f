// MachineFacts to findings: a row changes what is well, and says which lines are not ok any more, word for word.

import Civil
import HoursCore
import HoursStore
import HoursWire
import Testing

@testable import hoursd

struct Row: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let change: @Sendable (inout MachineFacts) -> Void
  let expected: String

  init(_ description: String, _ change: @escaping @Sendable (inout MachineFacts) -> Void, _ expected: String)
  {
    testDescription = description
    self.change = change
    self.expected = expected
  }
}

/// All findings that are no plain `ok`, as they are written.
private func complaints(_ facts: MachineFacts) -> String {
  facts.findings.filter { $0.mark != .ok }.map(\.written).joined(separator: "\n")
}

@Test func whereAllIsWellEveryLineSaysSo() throws {
  let told = try MachineFacts.well().findings.map(\.written).joined(separator: "\n")
  #expect(
    told == """
      ok programs: hoursd and hoursctl 0.1.0
      ok manager: systemd's user manager answers
      ok socket unit: hoursd.socket is enabled and listens
      ok service: hoursd.service is enabled and runs
      ok linger: hoursd runs while you are logged out, too
      ok socket: /run/user/1000/hoursd/socket (by $XDG_RUNTIME_DIR)
      ok daemon: it answers: open until 18:00
      ok alarm: systemd wakes it next 18:00
      ok zone: UTC, the system's
      ok clock: synchronised
      ok configuration: /home/ann/.config/hoursd/config.toml is good
      ok in force: the daemon works by it
      ok mail: msmtp is there
      ok state folder: /home/ann/.local/state/hoursd
      ok log: sound, read to its end
      ok journal: events arrive, and you may read them
      ok catalog: `journalctl --catalog` explains each event
      """)
  #expect(Report(try MachineFacts.well().findings).well)
}

@Test(
  arguments: programRows + unitRows + confinementRows + socketRows + timeRows + fileRows + hookRows
    + stateRows + journalRows)
func whatIsNotWellIsSaidWithItsMend(_ row: Row) throws {
  var facts = try MachineFacts.well()
  row.change(&facts)
  #expect(complaints(facts) == row.expected)
  #expect(Report(facts.findings).well == !row.expected.contains("broken "))
}

private let programRows = [
  Row(
    "hoursctl is missing", { $0.programs.hoursctl = .missing },
    """
    broken programs: no hoursctl in /usr/local/bin, where hoursd 0.1.0 is: systemd's timer runs it to wake the daemon; \
    install both together
    """),
  Row(
    "hoursctl does not run", { $0.programs.hoursctl = .mute },
    "broken programs: /usr/local/bin/hoursctl does not run; install hoursd and hoursctl together again"),
  Row(
    "hoursctl is another version's", { $0.programs.hoursctl = .version("0.0.9") },
    "broken programs: hoursd is 0.1.0, hoursctl is 0.0.9: install both together again"),
  Row(
    "an old daemon still runs",
    { facts in facts.daemon = .spoke(Answer.Words(version: "0.0.9", status: facts.daemon.status)) },
    """
    broken programs: the daemon that runs is 0.0.9, not 0.1.0
    $ systemctl --user restart hoursd
    """),
  Row(
    "an old daemon that was started by hand",
    { facts in
      facts.daemon = .spoke(Answer.Words(version: "0.0.9", status: facts.daemon.status))
      facts.manager = .absent(why: "no")
    }, "broken programs: the daemon that runs is 0.0.9, not 0.1.0; end it, and start hoursd again"),
  Row(
    "the program was replaced", { $0.programs.runsReplaced = true },
    """
    hint programs: the daemon that runs was started before hoursd was installed anew
    $ systemctl --user restart hoursd
    """),
]

private let unitRows = [
  Row("no manager", { $0.manager = .absent(why: "Failed to connect to bus") }, ""),
  Row(
    "su without a session",
    {
      $0.manager = .absent(why: "Failed to connect to bus")
      $0.unnamedRuntime = "/run/user/1000"
    },
    """
    hint manager: this shell is no login (su?): XDG_RUNTIME_DIR is not set, so systemctl finds nobody
    $ export XDG_RUNTIME_DIR=/run/user/1000
    """),
  Row(
    "the manager hangs", { $0.manager = .mute },
    "broken manager: systemd's user manager does not answer within 5 seconds"),
  Row(
    "nothing is installed, nobody answers",
    {
      $0.units = ManagerFacts.Units()
      $0.daemon = .nobody(why: "No such file or directory")
      $0.socket.file = .missing
    },
    """
    broken socket unit: hoursd.socket is not installed: systemd neither starts hoursd nor wakes it; `make install` \
    installs it
    broken socket: /run/user/1000/hoursd/socket is not there (by $XDG_RUNTIME_DIR)
    """),
  Row(
    "nothing is installed, a daemon runs by hand",
    {
      $0.units = ManagerFacts.Units()
      $0.status { $0.alarm = "internal" }
    },
    """
    hint socket unit: hoursd.socket is not installed: systemd neither starts hoursd nor wakes it; `make install` \
    installs it
    hint alarm: this daemon was started by hand: it wakes itself, and only while it runs
    """),
  Row(
    "not enabled",
    {
      $0.units = stopped("disabled")
      $0.daemon = .nobody(why: "No such file or directory")
      $0.socket.file = .missing
    },
    """
    broken socket unit: hoursd.socket is not enabled: systemd does not listen
    $ systemctl --user enable --now hoursd.socket hoursd
    broken socket: /run/user/1000/hoursd/socket is not there (by $XDG_RUNTIME_DIR)
    """),
  Row(
    "enabled, and not started",
    {
      $0.units = stopped("enabled")
      $0.daemon = .nobody(why: "No such file or directory")
      $0.socket.file = .missing
    },
    """
    broken socket unit: hoursd.socket is enabled, but does not listen
    $ systemctl --user start hoursd.socket hoursd
    hint service: hoursd.service is enabled, but was not running: a question or its timer starts it
    $ systemctl --user start hoursd.socket hoursd
    broken socket: /run/user/1000/hoursd/socket is not there (by $XDG_RUNTIME_DIR)
    """),
  Row(
    "started, and not enabled",
    {
      $0.units.socket.file = "disabled"
      $0.units.service.file = "disabled"
    },
    """
    hint socket unit: hoursd.socket listens, but is not enabled: after the next login nobody does
    $ systemctl --user enable --now hoursd.socket hoursd
    hint service: hoursd.service is not enabled: after a login nobody is woken until somebody asks
    $ systemctl --user enable --now hoursd.socket hoursd
    """),
  Row(
    "masked",
    {
      $0.units = stopped("masked")
      $0.units.socket.load = "masked"
      $0.units.service.load = "masked"
      $0.daemon = .nobody(why: "No such file or directory")
      $0.socket.file = .missing
    },
    """
    broken socket unit: hoursd.socket is masked: systemd must not start it
    $ systemctl --user unmask hoursd.socket hoursd && systemctl --user enable --now hoursd.socket hoursd
    broken socket: /run/user/1000/hoursd/socket is not there (by $XDG_RUNTIME_DIR)
    """),
  Row(
    "the socket has failed",
    {
      $0.units.socket.active = "failed"
      $0.units.socket.result = "service-start-limit-hit"
      $0.units.service.active = "failed"
      $0.units.service.result = "exit-code"
      $0.units.isServing = false
      $0.daemon = .nobody(why: "Connection refused")
    },
    """
    broken socket unit: hoursd.socket has failed (service-start-limit-hit): systemd does not listen any more
    $ systemctl --user reset-failed hoursd.socket hoursd && systemctl --user start hoursd.socket hoursd
    broken service: hoursd.service has failed (exit-code); `journalctl --user -u hoursd` says why
    $ systemctl --user reset-failed hoursd.socket hoursd && systemctl --user start hoursd.socket hoursd
    broken daemon: nobody answers at the socket: Connection refused
    """),
  Row(
    "it ends again and again",
    {
      $0.units.service.active = "activating"
      $0.units.service.sub = "auto-restart"
    },
    """
    broken service: hoursd.service ends as soon as it is started; `journalctl --user -u hoursd` says why
    $ systemctl --user reset-failed hoursd.socket hoursd && systemctl --user start hoursd.socket hoursd
    """),
  Row(
    "it had to be restarted", { $0.units.service.restarts = 3 },
    "hint service: hoursd.service runs, and had to be restarted 3 times; `journalctl --user -u hoursd` says why"
  ),
  Row(
    "unit files are newer", { $0.units.service.needsReload = true },
    """
    hint service: its unit files were changed since systemd read them
    $ systemctl --user daemon-reload
    """),
  Row(
    "the service alone is not installed", { $0.units.service = UnitFacts() },
    "broken service: hoursd.service is not installed; `make install` installs it"),
  Row(
    "no linger", { $0.lingers = false },
    """
    hint linger: hoursd ends when you log out: nobody is reminded until the next login
    $ loginctl enable-linger
    """),
  Row("nobody ends it at logout", { $0.lingers = nil }, ""),
]

private func stopped(_ file: String) -> ManagerFacts.Units {
  var unit = UnitFacts()
  unit.load = "loaded"
  unit.file = file
  return ManagerFacts.Units(socket: unit, service: unit)
}

private let socketRows = [
  Row(
    "the socket's file is gone",
    {
      $0.socket.file = .missing
      $0.daemon = .nobody(why: "No such file or directory")
    },
    """
    broken socket: /run/user/1000/hoursd/socket is not there (by $XDG_RUNTIME_DIR)
    $ systemctl --user restart hoursd.socket hoursd
    """),
  Row(
    "no manager, and no daemon",
    {
      $0.manager = .absent(why: "no")
      $0.daemon = .nobody(why: "Connection refused")
    },
    """
    broken daemon: nobody answers at the socket: Connection refused
    $ hoursd
    """),
  Row(
    "the socket is closed to its owner", { $0.socket.file = .own(0o400) },
    """
    broken socket: /run/user/1000/hoursd/socket has mode 0400, not 0600
    $ chmod 600 /run/user/1000/hoursd/socket
    """),
  Row(
    "the socket is open to others",
    {
      $0.socket.file = .own(0o666)
      $0.socket.folder = .own(0o755)
    },
    """
    broken socket: /run/user/1000/hoursd/socket has mode 0666, not 0600
    $ chmod 600 /run/user/1000/hoursd/socket
    broken socket: its folder /run/user/1000/hoursd has mode 0755, not 0700
    $ chmod 700 /run/user/1000/hoursd
    """),
  Row(
    "the socket is somebody else's", { $0.socket.file = .strange(0o600) },
    "broken socket: /run/user/1000/hoursd/socket belongs to user 0, not to you (by $XDG_RUNTIME_DIR)"),
  Row(
    "the socket cannot be seen", { $0.socket.file = .hidden(why: "Permission denied") },
    "broken socket: /run/user/1000/hoursd/socket cannot be looked at: Permission denied (by $XDG_RUNTIME_DIR)"
  ),
  Row(
    "the service hangs", { $0.daemon = .mute },
    """
    broken daemon: somebody listens at the socket, and says nothing within 5 seconds
    $ systemctl --user kill --signal=KILL hoursd && systemctl --user restart hoursd
    """),
  Row(
    "a daemon by hand hangs",
    {
      $0.daemon = .mute
      $0.manager = .absent(why: "no")
      $0.state.holder = 4711
    },
    """
    broken daemon: somebody listens at the socket, and says nothing within 5 seconds; end that hoursd, and start it again
    $ kill -KILL 4711
    """),
  Row(
    "there are too many connections", { $0.refuse(.busy, "256 connections are open") },
    "broken daemon: it answers, but does not say how it is: 256 connections are open"),
]
