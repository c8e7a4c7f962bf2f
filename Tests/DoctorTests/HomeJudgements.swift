// What the doctor says of clocks, files, the log and the journal, where they are not well: rows of JudgementTests.swift.

import Civil
import HoursCore
import HoursSetup
import HoursStore
import HoursWire

@testable import hoursd

let timeRows = [
  Row(
    "the timer is missing", { $0.units.timers = 0 },
    """
    broken alarm: no hoursd-wake timer stands in systemd, though 18:00 something is due
    $ systemctl --user restart hoursd
    """),
  Row(
    "nothing is to come",
    {
      $0.units.timers = 0
      $0.status { $0.until = nil }
    }, ""),
  Row(
    "a reminder is to come, in hours that never end",
    {
      $0.units.timers = 0
      $0.status {
        $0.until = nil
        $0.nextReminder = monday + 86_400
      }
    },
    """
    broken alarm: no hoursd-wake timer stands in systemd, though tomorrow 10:00 something is due
    $ systemctl --user restart hoursd
    """),
  Row(
    "the alarm is internal", { $0.status { $0.alarm = "internal" } },
    """
    broken alarm: systemd has no timer of it: it wakes itself (next 18:00), and only while it runs
    $ systemctl --user restart hoursd
    """),
  Row("the system is elsewhere", { $0.time.systemZone = "Asia/Tokyo" }, ""),
  Row(
    "no data for the zone", { $0.time.missingZone = "Europe/Berlin" },
    "broken zone: the system has no data for the zone Europe/Berlin; install tzdata"),
  Row(
    "the clock is behind", { $0.status { $0.clock = "behind" } },
    """
    broken clock: it lies before the last recorded event: reminders wait until it is right
    $ sudo timedatectl set-ntp true
    """),
  Row(
    "the clock is left alone", { $0.time.isSynchronised = false },
    """
    hint clock: nobody keeps it right: reminders may come early or late
    $ sudo timedatectl set-ntp true
    """),
  Row("the kernel does not say", { $0.time.isSynchronised = nil }, ""),
]

let fileRows = [
  Row(
    "no configuration", { $0.configuration.file = .missing },
    """
    hint configuration: /home/ann/.config/hoursd/config.toml is not there; the defaults hold
    $ hoursctl init
    """),
  Row(
    "a wrong configuration",
    {
      $0.configuration.reading = .wrong([
        "config.toml:2:9: hours: `Mo-Fi`: no such weekday", "another", "third",
      ])
    },
    """
    broken configuration: config.toml:2:9: hours: `Mo-Fi`: no such weekday (and 2 more)
    $ hoursctl check
    """),
  Row(
    "an odd configuration", { $0.configuration.warnings = ["config.toml:1:1: hours: odd", "another"] },
    """
    hint configuration: config.toml:1:1: hours: odd (and 1 more)
    $ hoursctl check
    """),
  Row(
    "people from vCards",
    { $0.configuration.cards = CardCount(cards: 40, clients: 2, personal: 31, leftOut: 0) }, ""),
  Row(
    "broken vCards",
    {
      $0.configuration.cards = CardCount(cards: 40, clients: 2, personal: 31, leftOut: 2)
      $0.configuration.cardWarnings = ["phone.vcf:7: the card of \"Carla\" is left out: …", "another"]
    },
    """
    hint vcards: phone.vcf:7: the card of "Carla" is left out: … (and 1 more)
    $ hoursctl check
    """),
  Row(
    "others may read it", { $0.configuration.file = .own(0o644) },
    """
    hint configuration: others may read your contacts' numbers: it has mode 0644
    $ chmod 600 /home/ann/.config/hoursd/config.toml
    """),
  Row(
    "mended, and not reloaded", { $0.status { $0.configurationError = "hours: wrong" } },
    """
    broken in force: the file was wrong when the daemon last looked: it works by an earlier one
    $ hoursctl reload
    """),
  Row(
    "mended, where none was ever good", { $0.refuse(.badConfiguration, "hours: wrong") },
    """
    broken in force: the daemon found no good configuration when it last looked, and waits
    $ hoursctl reload
    """),
  Row(
    "changed, and not reloaded; the socket was named",
    {
      $0.configuration.newest = ("/home/ann/vacation.ics", monday + -60)
      $0.socket.isOption = true
      $0.socket.path = "/tmp/my socket"
    },
    """
    broken in force: /home/ann/vacation.ics was changed after the daemon had read it (09:30)
    $ hoursctl --socket '/tmp/my socket' reload
    """),
  Row(
    "taken away, or another put in its place, of an earlier day",
    { $0.status { $0.hours = "Mo-Sa 09:00-18:00" } },
    """
    broken in force: the daemon works by other hours, Mo-Sa 09:00-18:00: it has not read this file
    $ hoursctl reload
    """),
  Row(
    "the daemon does not say when it read it",
    {
      $0.configuration.newest = ("/home/ann/vacation.ics", monday + -60)
      $0.status { $0.configurationAt = nil }
    }, ""),
  Row("a calendar that reaches far", { $0.settings { $0.calendarEnds = [end("DE", 2030)] } }, ""),
  Row(
    "a calendar ends soon", { $0.settings { $0.calendarEnds = [end("DE", 2026)] } },
    "hint calendars: DE: no holiday is known after 2026-12-31; name another"),
  Row(
    "a calendar has ended", { $0.settings { $0.calendarEnds = [end("my.ics", 2025), end("DE", 2030)] } },
    "broken calendars: my.ics: no holiday is known since 2025-12-31, and none is kept any more; name another"),
  Row("no mail command", { $0.settings { $0.mail = Mail() } }, ""),
  Row(
    "the mail command is missing", { $0.configuration.mailerIsThere = false },
    "broken mail: msmtp is no program in PATH: install it, or name another in [mail] command"),
  Row(
    "nobody writes", { $0.settings { $0.mail.from = nil } },
    "hint mail: msmtp is there, but [mail] from does not say who writes"),
  Row(
    "mail is due, and somebody delivers",
    {
      $0.mailDue = monday + -7200
      $0.units.mail = $0.units.service
    }, ""),
  Row(
    "mail is due, and nobody delivers",
    {
      $0.mailDue = monday + -7200
      $0.units.mail.load = "loaded"
    },
    """
    broken mail: a follow-up is due since 08:00, and hoursd-mail.service does not run
    $ systemctl --user enable --now hoursd-mail
    """),
  Row(
    "mail is due, and the deliverer is not installed", { $0.mailDue = monday + -86_400 },
    """
    broken mail: a follow-up is due since yesterday 10:00, and hoursd-mail.service is not installed; `make install` \
    installs it
    $ hoursctl mail deliver --once
    """),
  Row(
    "mail is due, and the deliverer is masked",
    {
      $0.mailDue = monday
      $0.units.mail.load = "masked"
    },
    """
    broken mail: a follow-up is due since 10:00, and hoursd-mail.service is masked
    $ systemctl --user unmask hoursd-mail && systemctl --user enable --now hoursd-mail
    """),
  Row(
    "mail is due, and the deliverer has failed",
    {
      $0.mailDue = monday
      $0.units.mail.load = "loaded"
      $0.units.mail.active = "failed"
      $0.units.mail.result = "exit-code"
    },
    """
    broken mail: a follow-up is due since 10:00, and hoursd-mail.service has failed (exit-code); \
    `journalctl --user -u hoursd-mail` says why
    $ systemctl --user restart hoursd-mail
    """),
]

let hookRows = [
  Row("hooks that work", { $0.hooks.names = ["log", "notify.issue.due"] }, ""),
  Row(
    "hooks, and nobody runs them",
    {
      $0.hooks.names = ["log"]
      $0.units.hooks.active = "inactive"
    },
    """
    hint hooks: hoursd-hooks.service does not run, so that nobody runs what is in /home/ann/.config/hoursd/hooks.d
    $ systemctl --user enable --now hoursd-hooks
    """),
  Row(
    "hooks until the next login",
    {
      $0.hooks.names = ["log"]
      $0.units.hooks.file = "disabled"
    },
    """
    hint hooks: hoursd-hooks.service runs, but is not enabled: after the next login it does not
    $ systemctl --user enable --now hoursd-hooks
    """),
  Row(
    "hooks, and their service is not installed",
    {
      $0.hooks.names = ["log"]
      $0.units.hooks = UnitFacts()
    },
    """
    hint hooks: hoursd-hooks.service is not installed, so that nobody runs what is in /home/ann/.config/hoursd/hooks.d; \
    `make install` installs it
    """),
  Row(
    "hooks, and their service is masked",
    {
      $0.hooks.names = ["log"]
      $0.units.hooks.load = "masked"
      $0.units.hooks.active = "inactive"
    },
    """
    hint hooks: hoursd-hooks.service is masked, so that nobody runs what is in /home/ann/.config/hoursd/hooks.d
    $ systemctl --user unmask hoursd-hooks && systemctl --user enable --now hoursd-hooks
    """),
  Row(
    "hooks, and their service has failed",
    {
      $0.hooks.names = ["log"]
      $0.units.hooks.active = "failed"
      $0.units.hooks.result = "timeout"
    },
    """
    broken hooks: hoursd-hooks.service has failed (timeout); `journalctl --user -u hoursd-hooks` says why
    $ systemctl --user restart hoursd-hooks
    """),
  Row(
    "hooks, and their service ends again and again",
    {
      $0.hooks.names = ["log"]
      $0.units.hooks.sub = "auto-restart"
    },
    """
    broken hooks: hoursd-hooks.service ends as soon as it is started; `journalctl --user -u hoursd-hooks` says why
    $ systemctl --user restart hoursd-hooks
    """),
  Row(
    "no hooks, and no service", { $0.units.hooks = UnitFacts() }, ""),
  Row(
    "a hook fails again and again", { $0.hooks = failing("notify.issue.due", times: 3) },
    """
    broken hooks: notify.issue.due fails since 08:00, 3 times by now: it ended with status 127, at event 41 (issue.due)
    $ journalctl -t hoursd-hooks -t hoursd-hooks/notify.issue.due -n 20
    """),
  Row(
    "a hook with an odd name has failed once", { $0.hooks = failing("it's mine", times: 1) },
    """
    broken hooks: it's mine failed (08:00): it ended with status 127, at event 41 (issue.due)
    $ journalctl -t hoursd-hooks -t 'hoursd-hooks/it'\\''s mine' -n 20
    """),
  Row(
    "a failing hook was changed", { $0.hooks = failing("log", times: 1, isChanged: true) },
    """
    hint hooks: log failed (08:00): it ended with status 127, at event 41 (issue.due); it was changed since, and not run \
    again yet
    """),
  Row(
    "a failing hook where there is no manager",
    {
      $0.hooks = failing("log", times: 1)
      $0.manager = .absent(why: "no")
    },
    """
    broken hooks: log failed (08:00): it ended with status 127, at event 41 (issue.due); what it says stands where \
    `hoursctl hooks` runs
    """),
]

private func failing(_ name: String, times: Int, isChanged: Bool = false) -> HookFacts {
  var failure = HookFailure(
    at: monday + -7200, seq: 41, event: "issue.due", why: "ended with status 127", late: false)
  failure.times = times
  return HookFacts(
    folder: "/home/ann/.config/hoursd/hooks.d", names: [name],
    failing: [HookFacts.Failing(name: name, failure: failure, isChanged: isChanged)])
}

private func end(_ name: String, _ year: Int) -> CalendarEnd {
  let day = CivilDate(year: year, month: 12, day: 31) ?? CivilDate(dayNumber: 0)
  return CalendarEnd(name: name, lastDay: day, wayOut: "name another")
}

let stateRows = [
  Row(
    "no state folder, no daemon",
    {
      $0.state.folder = .missing
      $0.state.log = .none
      $0.daemon = .nobody(why: "Connection refused")
      $0.units.isServing = false
    },
    """
    broken daemon: nobody answers at the socket: Connection refused
    $ systemctl --user restart hoursd.socket hoursd
    """),
  Row(
    "no state folder, but a daemon",
    {
      $0.state.folder = .missing
      $0.state.log = .none
    },
    """
    hint state folder: /home/ann/.local/state/hoursd is not there: this daemon keeps its log elsewhere (--state)
    """),
  Row(
    "the folder is open", { $0.state.folder = .own(0o755) },
    """
    broken state folder: /home/ann/.local/state/hoursd has mode 0755, not 0700
    $ chmod 700 /home/ann/.local/state/hoursd
    """),
  Row(
    "the folder is root's", { $0.state.folder = .strange(0o700) },
    """
    broken state folder: /home/ann/.local/state/hoursd belongs to user 0, not to you
    $ sudo chown -R ann: /home/ann/.local/state/hoursd
    """),
  Row(
    "the folder cannot be seen", { $0.state.folder = .hidden(why: "Permission denied") },
    "broken state folder: /home/ann/.local/state/hoursd cannot be looked at: Permission denied"),
  Row(
    "the log is open to others",
    { $0.state.files = [("/s/events.sqlite", .own(0o644)), ("/s/events.sqlite-wal", .own(0o640))] },
    """
    broken state folder: /s/events.sqlite has mode 0644, not 0600
    $ chmod 600 /s/events.sqlite /s/events.sqlite-wal
    """),
  Row(
    "little room", { $0.state.free = 50_000_000 },
    "hint state folder: /home/ann/.local/state/hoursd: only 47 MB are free on its disk; make room"),
  Row(
    "no room", { $0.state.free = 1_000 },
    "broken state folder: /home/ann/.local/state/hoursd: only 0 MB are free on its disk; make room"),
  Row(
    "in memory", { $0.state.fileSystem = .memory },
    "hint state folder: /home/ann/.local/state/hoursd is in memory: what it holds is gone with the next boot"),
  Row(
    "on the network", { $0.state.fileSystem = .network },
    """
    hint state folder: /home/ann/.local/state/hoursd is on another machine's disk: what is promised may be lost when \
    the network fails
    """),
  Row(
    "the daemon cannot use the log",
    { $0.refuse(.internal, "events.sqlite: damaged: put a copy in its place") },
    "broken log: events.sqlite: damaged: put a copy in its place"),
  Row("in use", { $0.state.log = .sound(version: 1, isWhole: false) }, ""),
]

let journalRows = [
  Row(
    "no journald", { $0.journal = JournalFacts() },
    """
    hint journal: no journald here: events are in the log and on the socket alone
    $ sudo systemctl start systemd-journald
    """),
  Row(
    "no journald, no manager",
    {
      $0.journal = JournalFacts()
      $0.manager = .absent(why: "no")
    }, ""),
  Row(
    "nothing is found", { $0.journal.reading = .nothing },
    """
    hint journal: none of hoursd's events is found: they were cleared away, or you may not read them
    $ sudo usermod --append --groups systemd-journal ann
    """),
  Row(
    "nothing was recorded",
    {
      $0.journal.reading = .nothing
      $0.status { $0.seq = 0 }
    }, ""),
  Row(
    "journalctl fails", { $0.journal.reading = .failed(why: "No journal files were opened") },
    """
    hint journal: journalctl shows nothing: No journal files were opened
    $ sudo usermod --append --groups systemd-journal ann
    """),
  Row(
    "journalctl hangs", { $0.journal.reading = .mute },
    "hint journal: journalctl does not answer within 5 seconds"),
  Row(
    "no journalctl", { $0.journal.reading = .notInstalled },
    "hint journal: journalctl is not installed: nobody can read it"),
  Row(
    "the catalog is not compiled", { $0.journal.isExplained = false },
    """
    hint catalog: journalctl does not know hoursd's explanations yet
    $ sudo journalctl --update-catalog
    """),
  Row(
    "no catalog",
    {
      $0.journal.isExplained = false
      $0.journal.hasCatalog = false
    }, ""),
]
