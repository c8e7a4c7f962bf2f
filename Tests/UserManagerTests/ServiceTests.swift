// The units: installed, started, reloaded, killed, stopped.

import Foundation
import Glibc
import Testing

extension UserManager {
  struct ServiceTests {
    @Test func installedAndEnabledItIsReadyAndSaysWhatItDoes() throws {
      let office = try Office(Hours(text: "24/7", opening: 0))
      #expect(try office.property("ActiveState") == "active")
      #expect(try office.property("Type") == "notify")
      #expect(try office.property("StatusText") == "open, 0 pending")
      #expect(try office.property("UnitFileState") == "enabled")
      #expect(try office.property("UnitFileState", of: "hoursd.socket") == "enabled")
      #expect(try office.hoursctl("status").contains("open"))
      let attributes = try FileManager.default.attributesOfItem(atPath: office.socket)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func theAlarmIsSystemds() throws {
      let office = try Office()
      try office.onlyWakeUp(at: try office.criticalCall(snoozedBy: 600, nil).due)
      let timers = try run("systemctl", "--user", "list-timers", "hoursd-wake-*.timer")
      let name = try #require(timers.firstMatch(of: #/hoursd-wake-[12]/#)).0
      #expect(timers.contains("\(name).service"))
      #expect(try office.property("Description", of: "\(name).timer").hasPrefix("hoursd: "))
      #expect(try office.property("AccuracyUSec", of: "\(name).timer") == "1s")
      #expect(try office.line().ask("status")["alarm"] as? String == "systemd")
    }

    @Test func whatWasInstalledIsUninstalled() throws {
      let folder = try Folder()
      let place = ["DESTDIR=\(folder.path)", "PREFIX=/opt/here", "BIN=\(programs)"]
      _ = try outcome(of: ["make", "-C", sources, "install"] + place)
      let holidays = try FileManager.default.contentsOfDirectory(atPath: "\(sources)/contrib/holidays")
        .filter { $0.hasSuffix(".ics") || ["regions.tsv", "LICENSE"].contains($0) }
        .map { "opt/here/share/hoursd/holidays/\($0)" }
      #expect(holidays.count > 900)
      #expect(
        try folder.files.filter { !holidays.contains($0) } == [
          "opt/here/bin/hoursctl", "opt/here/bin/hoursd", "opt/here/lib/systemd/catalog/hoursd.catalog",
          "opt/here/share/bash-completion/completions/hoursctl",
          "opt/here/share/fish/vendor_completions.d/hoursctl.fish", "opt/here/share/hoursd/confine.conf",
          "opt/here/share/systemd/user/hoursd-hooks.service",
          "opt/here/share/systemd/user/hoursd-mail.service", "opt/here/share/systemd/user/hoursd.service",
          "opt/here/share/systemd/user/hoursd.socket",
          "opt/here/share/zsh/site-functions/_hoursctl",
        ])
      #expect(Set(holidays).isSubset(of: try folder.files))
      try """
      hours = "Mo-Fr 09:00-18:00; PH off"
      [holidays]
      country = "DE-BY"
      """.write(toFile: "\(folder.path)/config.toml", atomically: false, encoding: .utf8)
      let checked = try outcome(of: [
        "\(folder.path)/opt/here/bin/hoursctl", "check", "\(folder.path)/config.toml",
      ])
      #expect(checked.status == 0 && !checked.text.contains("no such file"), "\(checked.text)")
      try FileManager.default.removeItem(atPath: "\(folder.path)/config.toml")
      let unit = try String(
        contentsOfFile: "\(folder.path)/opt/here/share/systemd/user/hoursd.service", encoding: .utf8)
      #expect(unit.contains("ExecStart=/opt/here/bin/hoursd --alarm systemd\n"))
      _ = try outcome(of: ["make", "-C", sources, "uninstall"] + place)
      #expect(try folder.files == [])
    }

    /// It exits 0 on unknown keys: whatever it prints is wrong.
    @Test(arguments: ["hoursd.service", "hoursd.socket", "hoursd-mail.service", "hoursd-hooks.service"])
    func systemdFindsNothingWrong(with unit: String) throws {
      _ = try Office()
      let path = "\(Office.prefix)/share/systemd/user/\(unit)"
      let ended = try outcome(of: ["systemd-analyze", "--user", "verify", path])
      #expect(ended.text == "" && ended.status == 0)
    }

    @Test func killedItIsStartedAgain() throws {
      let office = try Office()
      let before = try office.property("MainPID")
      let follower = try office.journal.follow("USER_UNIT=hoursd.service", "MESSAGE_ID=\(started)")
      _ = try follower.nextLine()
      try systemctl("kill", "--signal=KILL", "hoursd.service")
      // Nobody asks it anything meanwhile: this is systemd's doing.
      _ = try follower.nextLine()
      #expect(try office.property("NRestarts") == "1")
      #expect(try office.property("MainPID") != before)
    }

    @Test func sixKillsInARowDoNotTakeTheSocketDown() throws {
      let office = try Office()
      for _ in 1...6 {
        try systemctl("kill", "--signal=KILL", "hoursd.service")
        #expect(try office.line().ask("status")["error"] == nil)
      }
      #expect(try office.property("ActiveState", of: "hoursd.socket") == "active")
      #expect(try office.property("ActiveState") == "active")
    }

    /// systemd hears nothing of it; the daemon listens there itself then, in its next life, too.
    @Test func aSocketThatIsRemovedIsMadeAnew() throws {
      let office = try Office()
      let warnings = try office.journal.follow("SYSLOG_IDENTIFIER=hoursd", "PRIORITY=4")
      unlink(office.socket)
      _ = try warnings.line { $0.contains("systemctl --user restart hoursd.socket") }
      #expect(try office.line().ask("status")["error"] == nil)
      try systemctl("kill", "--signal=KILL", "hoursd.service")
      _ = try warnings.line { $0.contains("systemctl --user restart hoursd.socket") }
      #expect(try office.line().ask("status")["error"] == nil)

      try systemctl("restart", "hoursd.socket")
      #expect(try office.line().ask("status")["error"] == nil)
      try systemctl("stop", "hoursd.service")
      #expect(try office.line().ask("status")["error"] == nil, "a knock starts it")
      #expect(try office.property("ActiveState") == "active")
    }

    @Test func aReloadTakesTheNewConfigurationAndNotAWrongOne() throws {
      let office = try Office(Hours(text: "24/7", opening: 0))
      let watch = try office.line()
      try watch.ask("watch")
      try office.write(Hours.closed.configuration)
      try systemctl("reload", "hoursd.service")
      _ = try watch.event("office.configured")
      #expect(try office.line().ask("status")["state"] as? String == "closed")

      let warnings = try office.journal.follow("SYSLOG_IDENTIFIER=hoursd", "PRIORITY=4")
      try office.write("hours = \"Mo-Fi 09:00-18:00\"\n")
      try systemctl("reload", "hoursd.service")
      _ = try warnings.line { $0.contains("configuration is wrong") }
      let status = try office.line().ask("status")
      #expect(status["state"] as? String == "closed")
      #expect((status["configuration_error"] as? String)?.contains("Mo-Fi") == true)
      #expect(try office.property("ActiveState") == "active")
      #expect(try office.property("StatusText").contains("the configuration is wrong"))
    }

    @Test func aWrongFirstConfigurationKeepsItUp() throws {
      let office = try Office("hours = \"Mo-Fi 09:00-18:00\"\n")
      let line = try office.line()
      #expect(try line.ask("issues").error == "bad-configuration")
      #expect(try office.property("ActiveState") == "active")
      #expect(try office.property("StatusText").contains("Mo-Fi"))
      try office.write(Hours.closed.configuration)
      #expect(try line.ask("reload").error == nil)
      #expect(try office.property("StatusText").hasPrefix("closed until "))
    }

    /// A second is a promise that an idle daemon can only keep by waking for it.
    @Test func theWatchdogIsFed() throws {
      #expect(try Office().property("WatchdogUSec") == "5min")
      let office = try Office(dropIn: "[Service]\nWatchdogSec=1s\n")
      #expect(try office.property("WatchdogUSec") == "1s")
      let before = try office.property("MainPID")
      let snoozed = try office.criticalCall(snoozedBy: 4, nil)
      let watch = try office.line()
      try watch.ask("watch")
      #expect(try watch.event("issue.due").issues == [snoozed.issue])
      #expect(try office.property("NRestarts") == "0")
      #expect(try office.property("MainPID") == before)
    }

    @Test func stoppedItEndsInOrder() throws {
      let office = try Office()
      let bus = try Bus()
      let snoozed = try office.criticalCall(snoozedBy: 600, bus)
      try systemctl("stop", "hoursd.socket", "hoursd.service")
      #expect(try office.property("Result") == "success")
      #expect(try office.property("ActiveState") == "inactive")
      #expect(try office.property("Result", of: "hoursd.socket") == "success")
      #expect(try office.wakeUp() == snoozed.due)
    }
  }
}

/// What the manager says when a unit has started: SD_MESSAGE_UNIT_STARTED.
private let started = "39f53479d3a045ac8e11786248231fbf"

extension JSON {
  var error: String? { (self["error"] as? JSON)?["code"] as? String }
}
