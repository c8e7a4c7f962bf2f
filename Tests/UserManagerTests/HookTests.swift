// The hooks' unit: what hooks say goes to the journal under their names, and no end of it loses an event.

import Foundation
import Glibc
import Testing

extension UserManager {
  struct HookTests {
    @Test func whatAHookSaysIsInTheJournalUnderItsName() throws {
      let office = try Office()
      try office.put("greet.issue.queued", "echo \"hello $HOURSD_ISSUE\"; echo '<4>careful' >&2")
      try office.put("fail.issue.queued", "echo 'no screen' >&2; exit 3")
      try office.enableHooks()
      #expect(try office.property("UnitFileState", of: "hoursd-hooks.service") == "enabled")
      try office.line().ask(#"add {"about":"x","due":"+2h"}"#)
      let greeting = try office.journal.follow("SYSLOG_IDENTIFIER=hoursd-hooks/greet.issue.queued")
      let lines = try [greeting.nextLine(), greeting.nextLine()].map { try json(try #require($0)) }
      #expect(lines.map { $0["MESSAGE"] as? String } == ["hello 1", "careful"])
      #expect(lines.map { $0["PRIORITY"] as? String } == ["6", "4"])
      // Ours, and beside it what it said itself: the doctor's command shows both.
      let words = "fail.issue.queued: ended with status 3, at event 2 (issue.queued)"
      _ = try office.journal.follow("SYSLOG_IDENTIFIER=hoursd-hooks", "MESSAGE=\(words)").nextLine()
      let report = try json(try outcome(of: ["\(Office.prefix)/bin/hoursctl", "doctor", "--json"]).text)
      let told = (report["checks"] as? [JSON] ?? []).first { $0["name"] as? String == "hooks" }
      #expect(told?["mark"] as? String == "broken", "\(report)")
      let mend = try #require(told?["mend"] as? String)
      let shown = try run("sh", "-c", mend)
      #expect(shown.contains("no screen") && shown.contains(words), "\(shown)")
    }

    /// A logout ends the whole manager; the unit alone is what a test can end.
    @Test func stoppedItLosesNothing() throws {
      let office = try Office()
      try office.put("log", "echo \"$HOURSD_EVENT $HOURSD_ISSUE\"")
      try office.enableHooks()
      let line = try office.line()
      try line.ask(#"add {"about":"x","due":"+2h"}"#)
      let log = try office.journal.follow("SYSLOG_IDENTIFIER=hoursd-hooks/log")
      _ = try log.line { $0.contains("issue.queued 1") }
      try systemctl("stop", "hoursd-hooks.service")
      #expect(try office.property("Result", of: "hoursd-hooks.service") == "success")
      try line.ask(#"add {"about":"y","due":"+2h"}"#)
      try systemctl("restart", "hoursd.service")
      try office.line().ask(#"add {"about":"z","due":"+2h"}"#)
      try systemctl("start", "hoursd-hooks.service")
      _ = try log.line { $0.contains("issue.queued 3") }
      let said = try office.journal.entries("SYSLOG_IDENTIFIER=hoursd-hooks/log")
        .compactMap { $0["MESSAGE"] as? String }.filter { $0.hasPrefix("issue.queued") }
      #expect(said == (1...3).map { "issue.queued \($0)" })
    }

    /// With what it has started, and only the event that it was at comes again.
    @Test func killedItComesBackWithTheSameEvent() throws {
      let office = try Office()
      let pipe = "\(Office.home)/hook-at"
      try #require(mkfifo(pipe, 0o600) == 0 || errno == EEXIST)
      try office.put("log.issue", "echo \"$HOURSD_ISSUE\" >\(pipe); [ -e \(pipe).go ] || sleep 1000")
      defer { unlink("\(pipe).go") }
      try office.enableHooks()
      try office.line().ask(#"add {"about":"x","due":"+2h"}"#)
      #expect(try run("sh", "-c", "head -n 1 \(pipe)") == "1")
      try "".write(toFile: "\(pipe).go", atomically: false, encoding: .utf8)
      try systemctl("kill", "--kill-who=main", "--signal=KILL", "hoursd-hooks.service")
      #expect(try run("sh", "-c", "head -n 1 \(pipe)") == "1")
      try office.line().ask(#"add {"about":"y","due":"+2h"}"#)
      #expect(try run("sh", "-c", "head -n 1 \(pipe)") == "2")
      #expect(try office.property("NRestarts", of: "hoursd-hooks.service") == "1")
    }

    @Test func stoppedItFinishesTheEvent() throws {
      let office = try Office()
      let pipe = "\(Office.home)/hook-held"
      for fifo in ["\(pipe).at", "\(pipe).go"] { try #require(mkfifo(fifo, 0o600) == 0 || errno == EEXIST) }
      try office.put("log.issue", "echo >\(pipe).at; read -r go <\(pipe).go; echo finished")
      try office.enableHooks()
      try office.line().ask(#"add {"about":"x","due":"+2h"}"#)
      try run("sh", "-c", "read -r at <\(pipe).at")
      try systemctl("stop", "--no-block", "hoursd-hooks.service")
      try run("sh", "-c", "echo >\(pipe).go")
      _ = try office.journal.follow("SYSLOG_IDENTIFIER=hoursd-hooks/log.issue", "MESSAGE=finished").nextLine()
      try systemctl("stop", "hoursd-hooks.service")
      #expect(try office.property("Result", of: "hoursd-hooks.service") == "success")
    }

    /// What a hook may need, nobody knows but its owner: no seccomp, and no new-privileges is not ruled out.
    @Test func aHookIsLeftAlone() throws {
      let office = try Office()
      try office.put("log.issue", "grep -E 'NoNewPrivs|Seccomp:' /proc/self/status | tr -s '\\t\\n' ' '")
      try office.enableHooks()
      try office.line().ask(#"add {"about":"x","due":"+2h"}"#)
      let said = try office.journal.follow("SYSLOG_IDENTIFIER=hoursd-hooks/log.issue").nextLine()
      #expect(try json(try #require(said))["MESSAGE"] as? String == "NoNewPrivs: 0 Seccomp: 0")
    }
  }
}

extension Office {
  /// Puts a hook there: lines of a shell script.
  func put(_ name: String, _ script: String) throws {
    let folder = Office.hooks
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "#!/bin/sh\n\(script)\n".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    chmod("\(folder)/\(name)", 0o755)
  }

  /// Enables and starts the hooks, and waits until they keep their place among the events.
  fileprivate func enableHooks() throws {
    try systemctl("enable", "--now", "hoursd-hooks.service")
    _ = try journal.follow("SYSLOG_IDENTIFIER=hoursd-hooks").line { $0.contains("is run for every") }
  }
}
