// The main job: what was put off at night comes back at the opening, whether a daemon runs or not.

import Foundation
import Glibc
import Testing

extension UserManager {
  struct OpeningTests {
    @Test func aCallPutOffAtNightComesBackAtTheOpeningThoughTheDaemonIsStopped() throws {
      _ = try Office()  // what takes long is done before the minute is chosen
      let hours = Hours.openingSoon
      let office = try Office(hours)
      let call = try json(
        try office.hoursctl("call", "+493012345", "forgot", "my", "password", "--normal", "--json"))
      #expect(call["verdict"] as? String == "defer")
      #expect(try call.instant("due") == hours.opening)
      try systemctl("stop", "hoursd.service")
      #expect(try office.property("ActiveState") == "inactive")
      #expect(try office.property("ActiveState", of: "hoursd.socket") == "active")
      #expect(try office.wakeUp() == hours.opening, "an ending in order leaves the timer armed")

      let entry = try json(
        try #require(try office.journal.follow("HOURSD_EVENT=issue.due").nextLine(within: 100)))
      let ids = try messageIDs()
      #expect(entry["MESSAGE_ID"] as? String == ids["issue.due"])
      #expect(entry["HOURSD_ISSUE"] as? String == "1")
      #expect(entry["PRIORITY"] as? String == "5")
      #expect(entry["SYSLOG_IDENTIFIER"] as? String == "hoursd")
      try office.expectOneReminder(of: 1, at: hours.opening)
      try systemctl("restart", "hoursd.service")
      try office.line().ask("tick")
      try office.expectOneReminder(of: 1, at: hours.opening)
      #expect(try office.journal.entries("HOURSD_EVENT=issue.due").count == 1)
      try systemctl("stop", "hoursd.socket")
      #expect(try office.property("Result", of: "hoursd.socket") == "success")
    }

    @Test func aDaemonThatWasKilledIsWokenToo() throws {
      let office = try Office(dropIn: "[Service]\nRestart=no\n")
      let bus = try Bus()
      let snoozed = try office.criticalCall(snoozedBy: 10, bus)
      let follower = try office.journal.follow("HOURSD_EVENT=issue.due", "HOURSD_ISSUE=\(snoozed.issue)")
      _ = try follower.nextLine()
      try systemctl("kill", "--signal=KILL", "hoursd.service")
      #expect(try office.wakeUp() == snoozed.due)
      _ = try follower.nextLine()
      try office.expectOneReminder(of: snoozed.issue, at: snoozed.due)
    }

    /// systemd wakes the running daemon in time; the loop's own timer, half a minute behind, finds nothing to do.
    @Test func systemdWakesARunningDaemonAndTheLoopDoesNotActTwice() throws {
      let office = try Office()
      let bus = try Bus()
      let first = try office.criticalCall(snoozedBy: 40, bus)
      let second = try office.criticalCall(snoozedBy: 8, bus)
      let watch = try office.line()
      try watch.ask("watch")
      var heard: [(issues: [Int], at: Int)] = []
      while heard.count < 2 {
        let event = try watch.event("issue.due")
        heard.append((event.issues, try event.instant()))
      }
      try #require(heard.map(\.issues) == [[second.issue], [first.issue]], "each once, though 32 s passed")
      // Before the loop's own timer would have.
      #expect((second.due..<second.due + 30).contains(heard[0].at))
      #expect((first.due..<first.due + 30).contains(heard[1].at))
    }

    @Test func theTimerFollowsTheInstantAndNothingElse() throws {
      let office = try Office()
      let bus = try Bus()
      let line = try office.line()
      let far = try office.criticalCall(snoozedBy: 600, bus)
      try office.onlyWakeUp(at: far.due)
      // Nothing of this changes when the office must wake.
      for _ in 0..<5 { try line.ask(#"note {"id":\#(far.issue),"text":"x"}"#) }
      try line.ask("tick")
      try line.ask("status")
      try line.ask(#"call {"from":"+4930999","severity":"normal"}"#)
      // This does: the next that is asked of systemd is that.
      let near = try line.ask(#"snooze {"id":\#(far.issue),"until":"+5m"}"#).instant("due")
      #expect(try bus.call(of: "StartTransientUnit").arguments.contains("@\(near)"))
      try office.onlyWakeUp(at: near)
      #expect(try line.ask("status")["alarm"] as? String == "systemd")

      try office.write("timezone = \"UTC\"\nhours = \"off\"\n")
      try line.ask(#"drop {"id":\#(far.issue)}"#)
      _ = try bus.call(of: "StartTransientUnit")
      try line.ask("reload")
      var stopped: Set<String> = []
      while stopped.count < 2 {
        let call = try bus.timer()
        #expect(call.isStopped)
        stopped.insert(call.name)
      }
      #expect(try office.wakeUp() == nil, "nothing to come")
    }

    /// Whenever it is killed, something wakes it: the next timer is started before the last one is stopped.
    @Test func aTimerAlwaysStands() throws {
      let office = try Office()
      let (issue, due) = try office.criticalCall(snoozedBy: 600, nil)
      try office.onlyWakeUp(at: due)
      let bus = try Bus()
      var standing = try office.wakeUps()
      for minutes in 61...66 {
        let due = try office.line().ask(#"snooze {"id":\#(issue),"until":"+\#(minutes)m"}"#).instant("due")
        var isNext = false
        while !isNext {
          let call = try bus.timer()
          if call.isStopped { standing.remove(call.name) } else { standing.insert(call.name) }
          #expect(!standing.isEmpty, "after \(minutes) minutes")
          isNext = call.arguments.contains("@\(due)")
        }
        // The next one finds what this one has left.
        if minutes == 62 || minutes == 65 { try systemctl("kill", "--signal=KILL", "hoursd.service") }
      }
    }

    @Test func withoutABusTheDaemonWakesItself() throws {
      let office = try Office(
        dropIn: "[Service]\nEnvironment=DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent\n")
      let snoozed = try office.criticalCall(snoozedBy: 8, nil)
      #expect(try office.line().ask("status")["alarm"] as? String == "internal")
      let watch = try office.line()
      try watch.ask("watch")
      #expect(try watch.event("issue.due").instant() >= snoozed.due)
    }
  }
}

extension Bus {
  /// The next timer of the alarm that was started or stopped.
  fileprivate func timer() throws -> (name: String, isStopped: Bool, arguments: String) {
    while true {
      let (method, arguments) = try call(of: "StartTransientUnit", "StopUnit")
      guard let name = arguments.firstMatch(of: #/hoursd-wake[-\d]*\.timer/#) else { continue }
      return (String(name.0), method == "StopUnit", arguments)
    }
  }
}

extension Office {
  /// Somebody missed something critical: reminded at once, and again when the snooze is over.
  ///
  /// - Parameter bus: Listens until systemd has the timer.
  func criticalCall(snoozedBy seconds: Int, _ bus: Bus?) throws -> (issue: Int, due: Int) {
    let line = try line()
    let from = "+49301\(seconds)"
    let call = try line.ask(#"call {"from":"\#(from)","severity":"critical","missed":true}"#)
    let issue = try #require(call["issue"] as? Int, "\(call)")
    let until = ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(time(nil) + seconds)))
    let due = try line.ask(#"snooze {"id":\#(issue),"until":"\#(until)"}"#).instant("due")
    while let bus, try !bus.call(of: "StartTransientUnit").arguments.contains("@\(due)") {}
    return (issue, due)
  }

  /// Exactly one reminder of an issue from an instant on.
  func expectOneReminder(of issue: Int, at instant: Int, location: SourceLocation = #_sourceLocation) throws {
    let reminders = try events(at: socket).filter {
      $0["event"] as? String == "issue.due" && $0.issues.contains(issue)
    }
    let instants = try reminders.map { try $0.instant() }.filter { $0 >= instant }
    #expect(instants.count == 1, sourceLocation: location)
  }
}

extension JSON {
  /// The ids of an event's issues.
  var issues: [Int] { (self["issues"] as? [JSON] ?? []).compactMap { $0["id"] as? Int } }
}
