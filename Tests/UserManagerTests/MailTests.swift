// The deliverer's unit: what it does with a message, and with one that it has when it is stopped or killed.

import Foundation
import Glibc
import Testing

extension UserManager {
  struct MailTests {
    @Test func aFollowUpIsDelivered() throws {
      let office = try Office()
      try office.follow("cat >$0.message")
      try systemctl("enable", "--now", "hoursd-mail.service")
      #expect(try office.property("UnitFileState", of: "hoursd-mail.service") == "enabled")
      try office.resolve()
      try office.awaitMail("mail.sent")
      let message = try String(contentsOfFile: "\(Office.mailer).message", encoding: .utf8)
      #expect(message.hasPrefix("From: Ann <ann@example.org>\nTo: Acme <it@acme.example>\n"), "\(message)")
      #expect(try office.property("ActiveState", of: "hoursd-mail.service") == "active")
      // Neither a name nor an address goes to the journal.
      // It says so when the daemon has heard it, and the event is older.
      _ = try office.journal.follow("MESSAGE=message 1 to acme was sent").nextLine()
      let lines = try office.journal.export().split(separator: "\n")
      #expect(lines.filter { $0.contains("acme.example") || $0.contains("Acme") } == [])
    }

    /// The mailer may open an account's files, and become another group, as a sendmail does; but nobody's mail ends in a core file.
    @Test func theMailerIsLeftAlone() throws {
      let office = try Office()
      try office.follow(
        "cat >/dev/null; grep NoNewPrivs /proc/self/status >$0.status; grep Seccomp: /proc/self/status >>$0.status; ulimit -H -c >>$0.status"
      )
      try systemctl("start", "hoursd-mail.service")
      try office.resolve()
      try office.awaitMail("mail.sent")
      #expect(
        try String(contentsOfFile: "\(Office.mailer).status", encoding: .utf8)
          == "NoNewPrivs:\t0\nSeccomp:\t0\n0\n")
    }

    @Test func stoppedItFinishesTheMessage() throws {
      let office = try Office()
      try office.follow("echo >$0.at; read go <$0.go; exit 0")
      try systemctl("start", "hoursd-mail.service")
      try office.resolve()
      try run("sh", "-c", "read at <\(Office.mailer).at")
      try systemctl("stop", "--no-block", "hoursd-mail.service")
      try run("sh", "-c", "echo >\(Office.mailer).go")
      try office.awaitMail("mail.sent")
      try systemctl("stop", "hoursd-mail.service")
      #expect(try office.property("Result", of: "hoursd-mail.service") == "success")
    }

    @Test func killedItComesBackAndSaysThatNobodyKnows() throws {
      let office = try Office()
      try office.follow("echo >$0.at; read go <$0.go; exit 0")
      try systemctl("start", "hoursd-mail.service")
      try office.resolve()
      try run("sh", "-c", "read at <\(Office.mailer).at")
      try systemctl("kill", "--signal=KILL", "hoursd-mail.service")
      try office.awaitMail("mail.uncertain")
      #expect(try office.property("NRestarts", of: "hoursd-mail.service") == "1")
    }

    /// A question on the socket starts a daemon that does not run.
    @Test func itOutlivesTheDaemon() throws {
      let office = try Office()
      try office.follow("cat >/dev/null")
      try systemctl("start", "hoursd-mail.service")
      try systemctl("kill", "--signal=KILL", "hoursd.service")
      try office.resolve()
      try office.awaitMail("mail.sent")
      #expect(try office.property("NRestarts", of: "hoursd-mail.service") == "0")
    }
  }
}

extension Office {
  /// The mail command.
  fileprivate static let mailer = "\(home)/mailer"

  /// Makes a client whom follow-ups go to, through this shell script.
  func follow(_ script: String) throws {
    for fifo in ["\(Office.mailer).at", "\(Office.mailer).go"] where mkfifo(fifo, 0o600) != 0 {
      try #require(errno == EEXIST)
    }
    try "#!/bin/sh\n\(script)\n".write(toFile: Office.mailer, atomically: false, encoding: .utf8)
    chmod(Office.mailer, 0o755)
    try write(
      Hours.closed.configuration + """
        [mail]
        from = "Ann <ann@example.org>"
        command = ["\(Office.mailer)"]
        [[client]]
        name = "Acme"
        id = "acme"
        email = "it@acme.example"
        """)
    #expect(try line().ask("reload").error == nil)
  }

  /// Something is solved, and its follow-up approved.
  func resolve() throws {
    let line = try line()
    try line.ask(#"add {"about":"x","client":"acme","due":"+2h"}"#)
    #expect(try line.ask(#"resolve {"id":1,"solution":"y","send":true}"#).error == nil)
  }

  /// Waits until an event of this name has come.
  func awaitMail(_ name: String) throws {
    let watch = try line()
    try watch.ask(#"watch {"since":0}"#)
    _ = try watch.event(name)
  }
}
