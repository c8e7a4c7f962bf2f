// Mail on its way, with real programs: what the mail server gets, and what the owner is told, whatever ends when.

import Foundation
import Glibc
import Testing

/// A mail server, what becomes of the message, why, and how often the server has taken it.
struct Server: CustomTestStringConvertible, Sendable {
  let mode: String
  let state: String
  let error: String
  let taken: Int
  var testDescription: String { mode }
}

private let servers = [
  Server(mode: "accept", state: "sent", error: "", taken: 1),
  Server(mode: "refuse", state: "failed", error: "550 5.1.1 nobody of that name here", taken: 0),
  Server(mode: "temp", state: "failed", error: "451 4.7.1 come back later", taken: 0),
  Server(mode: "drop", state: "failed", error: "the server sent an empty reply", taken: 0),
  // It has taken the message and does not say so: nobody can know.
  Server(mode: "slow", state: "uncertain", error: "", taken: 1),
  // msmtp asks for patience (75).
  Server(mode: "down", state: "queued", error: "cannot connect to 127.0.0.1", taken: 0),
]

/// A mail command, and what is said of it.
private let commands = [
  ("exit 0", "sent", ""),
  ("exit 75", "queued", "mailer ended with status 75"),
  (
    "echo one >&2; echo two >&2; echo three >&2; echo four >&2; exit 1", "failed", "status 1: one; two; three"
  ),
  ("printf 'bad \\033[31m thing' >&2; exit 78", "failed", "status 78: bad ␛[31m thing"),
  ("nosuchprogram", "failed", "nosuchprogram: not found"),
  ("exec >&- 2>&- <&-; exit 3", "failed", "mailer ended with status 3"),
  ("head -c 100000 /dev/zero | tr '\\0' x >&2; exit 1", "failed", "xxx"),
  ("kill -SEGV $$", "uncertain", ""),
  ("sleep 1000", "uncertain", ""),
  ("trap '' TERM; kill -TERM $$; exit 0", "sent", ""),
  // What it leaves behind to run is its own business.
  ("sleep 1000 & echo $! >$0.left; exit 0", "sent", ""),
]

/// Where a message is when something is killed; who is, and whether the mailer ends with it or goes on; how often the server gets
/// the message, and what it is then.
struct Death: CustomTestStringConvertible, Sendable {
  let step: String
  let victim: String
  let taken: Int
  let state: String
  var testDescription: String { "\(step): \(victim)" }

  static let table = """
    step                                      | killed               | taken | state
    before it is queued                       | deliverer            | 1     | sent
    before it is claimed                      | daemon               | 1     | sent
    claimed, before the mailer starts         | deliverer            | 0     | uncertain
    the mailer has it                         | mailer               | 0     | uncertain
    the mailer has it                         | deliverer and mailer | 0     | uncertain
    the mailer has it                         | deliverer            | 1     | uncertain
    the mailer has it                         | daemon               | 1     | sent
    the server has it, the mailer runs        | mailer               | 1     | uncertain
    the server has it, the mailer runs        | deliverer and mailer | 1     | uncertain
    the server has it, the mailer runs        | deliverer            | 1     | uncertain
    the server has it, the mailer runs        | daemon               | 1     | sent
    the mailer has ended, nobody has heard it | daemon               | 1     | sent
    the mailer has ended, nobody has heard it | daemon and deliverer | 1     | uncertain
    """.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return Death(step: cells[0], victim: cells[1], taken: Int(cells[2]) ?? -1, state: cells[3])
    }
}

@Suite(.enabled(if: isInstalled("msmtp") && isInstalled("python3"), "msmtp and python3 are needed"))
struct DeliveryTests {
  @Test(arguments: servers)
  func byAServerThat(_ server: Server) throws {
    let folder = try Folder()
    // One that is down was there once, so that its port is nobody's.
    let sink = try Sink(server.mode == "down" ? "accept" : server.mode, in: folder)
    if server.mode == "down" { _ = try sink.messages() }
    let post = try Post(port: sink.port, script: "send")
    try post.resolve()
    let deliverer = try post.deliverer("--once", "--limit", server.mode == "slow" ? "2" : "60")
    #expect(try deliverer.ended().status == 0, "\(deliverer.errorText)")
    let message = try post.daemon.ask(#"message {"id":1}"#)
    #expect(message["state"] == server.state)
    #expect(server.error.isEmpty || message["error"]?.contains(server.error) == true, "\(message)")
    #expect(message.has("error") == !server.error.isEmpty)
    #expect(try post.daemon.ask("status").number("unsent") == (server.state == "sent" ? 0 : 1))
    let isSettled = try post.daemon.ask(#"issue {"id":1}"#)["state"] == "settled"
    #expect(isSettled == (server.state == "sent"))
    if server.mode != "down" { try Self.expect(server.taken, takenBy: sink) }
  }

  /// The messages that a sink took: so many, and each is what the client was to read.
  static func expect(_ count: Int, takenBy sink: Sink) throws {
    let messages = try sink.messages()
    #expect(messages.count == count)
    for message in messages {
      #expect(message["sender"] == "MAIL FROM:<anna@example.org>")
      #expect(message.texts("receivers") == ["RCPT TO:<it@acme.example>"])
      let found = try #require(message.object("message"))
      #expect(found["wrong"] == nil, "\(found)")
      #expect((found["from"] as? [String: String]) == ["name": "Анна", "address": "anna@example.org"])
      #expect((found["to"] as? [String: String]) == ["name": "Müller & Söhne", "address": "it@acme.example"])
      #expect((found["body"] as? String)?.contains("restored it: ночью\n") == true)
    }
  }

  @Test(arguments: commands)
  func byACommandThat(_ script: String, _ state: String, _ error: String) throws {
    let post = try Post(port: 1, script: script)
    try post.resolve()
    let deliverer = try post.deliverer(
      "--once", "--limit", script.hasPrefix("sleep") && state != "sent" ? "1" : "60")
    #expect(try deliverer.ended().status == 0, "\(deliverer.errorText)")
    let message = try post.daemon.ask(#"message {"id":1}"#)
    #expect(message["state"] == state)
    #expect(error.isEmpty || message["error"]?.contains(error) == true, "\(message)")
    #expect((message["error"] ?? "").utf8.count < 1_200)
    // The journal of a service must not learn what servers say of clients.
    for word in ["it@acme.example", "Müller", "one", "xxx"] { #expect(!deliverer.errorText.contains(word)) }
    if let left = try? String(contentsOfFile: "\(post.folder.path)/mailer.left", encoding: .utf8) {
      kill(try #require(pid_t(left.trimmingCharacters(in: .whitespacesAndNewlines))), SIGKILL)
    }
  }

  @Test func aCommandThatIsMissingIsNamed() throws {
    let post = try Post(port: 1, script: "", command: "nosuch")
    try post.resolve()
    #expect(try post.deliverer("--once").ended().status == 0)
    let message = try post.daemon.ask(#"message {"id":1}"#)
    #expect(message["state"] == "failed")
    #expect(
      message["error"]
        == "\(post.folder.path)/nosuch is no program in PATH; install it, or name another in [mail] command")
    // Mended, and approved anew.
    try FileManager.default.copyItem(atPath: "/bin/true", toPath: "\(post.folder.path)/nosuch")
    try post.daemon.ask(#"mail-send {"id":1}"#)
    #expect(try post.deliverer("--once").ended().status == 0)
    #expect(try post.state == "sent")
  }

  @Test(arguments: Death.table)
  func whoever(_ death: Death) throws {
    let sink = try Sink("accept", in: try Folder())
    let post = try Post(port: sink.port, script: "hold before\nsend; status=$?\nhold after\nexit $status")
    var deliverer = try post.deliverer()
    try happen(death, post, &deliverer)
    if death.victim.contains("deliverer") {
      #expect(try deliverer.ended().status == 128 + Int(SIGKILL))
      deliverer = try post.deliverer()
    }
    // What still runs may go on to its end.
    for _ in 1...2 { post.mailer.goOn() }
    try post.awaitEvent("mail.\(death.state)")
    #expect(try post.state == death.state)
    #expect(try post.daemon.ask("status").number("uncertain") ?? 0 == (death.state == "uncertain" ? 1 : 0))
    if death.taken > 0 { try sink.awaitMessage() }

    // Nothing of it goes out again by itself, and what is uncertain does when the owner says so.
    deliverer.kill(SIGTERM)
    // One that has only just been started knows no better than to die.
    let status = try deliverer.ended().status
    #expect([0, 128 + Int(SIGTERM)].contains(status), "\(deliverer.errorText)")
    #expect(try post.deliverer("--once").ended().status == 0)
    #expect(try post.state == death.state)
    if death.state == "uncertain" {
      try post.daemon.ask(#"mail-send {"id":1}"#)
      for _ in 1...2 { post.mailer.goOn() }
      #expect(try post.deliverer("--once").ended().status == 0)
    }
    #expect(try post.state == "sent")
    #expect(try post.daemon.ask(#"issue {"id":1}"#)["state"] == "settled")
    try Self.expect(death.taken + (death.state == "uncertain" ? 1 : 0), takenBy: sink)
  }

  private func happen(_ death: Death, _ post: Post, _ deliverer: inout Child) throws {
    switch death.step {
    case "before it is queued":
      deliverer.kill(SIGKILL)
      try post.resolve()
      return
    case "before it is claimed":
      deliverer.kill(SIGSTOP)
      try post.resolve()
      try killDaemon(post)
      deliverer.kill(SIGCONT)
      return
    case "claimed, before the mailer starts":
      // The test plays the deliverer that dies.
      deliverer.kill(SIGKILL)
      try post.resolve()
      #expect(try post.daemon.ask(#"mail-claim {"id":1}"#)["state"] == "sending")
      return
    case "the mailer has it":
      try post.resolve()
      try post.mailer.awaits("before")
    case "the server has it, the mailer runs":
      try post.resolve()
      try post.mailer.awaits("before")
      post.mailer.goOn()
      try post.mailer.awaits("after")
    default:
      try post.resolve()
      try post.mailer.awaits("before")
      post.mailer.goOn()
      try post.mailer.awaits("after")
      try post.daemon.end(SIGKILL)
      post.mailer.goOn()
      // It says so when it has found nobody to report to.
      while !deliverer.errorText.contains("no daemon answers") { usleep(10_000) }
      if death.victim.contains("deliverer") { deliverer.kill(SIGKILL) }
      return try post.restart()
    }
    if death.victim.contains("deliverer") { deliverer.kill(SIGKILL) }
    if death.victim.contains("mailer") { try post.mailer.kill() }
    if death.victim == "daemon" { try killDaemon(post) }
  }

  private func killDaemon(_ post: Post) throws {
    try post.daemon.end(SIGKILL)
    try post.restart()
  }

  @Test func whoIsToEndFinishesWhatItHas() throws {
    let sink = try Sink("accept", in: try Folder())
    let post = try Post(port: sink.port, script: "hold before\nsend")
    let deliverer = try post.deliverer()
    try post.resolve()
    try post.mailer.awaits("before")
    deliverer.kill(SIGTERM)
    post.mailer.goOn()
    #expect(try deliverer.ended().status == 0)
    #expect(try post.state == "sent")
    try Self.expect(1, takenBy: sink)
  }

  @Test func thereIsOneDeliverer() throws {
    let post = try Post(port: 1, script: "exit 0")
    let first = try post.deliverer()
    try post.resolve()
    try post.awaitEvent("mail.sent")
    let second = try post.deliverer()
    #expect(try second.ended().status == 65)
    #expect(second.errorText == "another deliverer is at work already\n")
    first.kill(SIGINT)
    #expect(try first.ended().status == 0)
    #expect(try post.deliverer("--once").ended().status == 0)
  }

  @Test func withoutADaemonOneThatRunsOnceSaysSo() throws {
    let post = try Post(port: 1, script: "exit 0")
    try post.daemon.end()
    let deliverer = try post.deliverer("--once")
    #expect(try deliverer.ended().status == 69)
    #expect(deliverer.errorText.contains("no daemon answers"))
  }

  @Test func aTryThatFailedIsRepeatedWhenItsTimeHasCome() throws {
    // The first pause is a minute; an owner who cannot wait approves it again.
    let post = try Post(port: 1, script: "[ -e $0.ok ] || { touch $0.ok; echo not yet >&2; exit 75; }")
    let deliverer = try post.deliverer()
    try post.resolve()
    let line = try post.daemon.connect()
    try line.ask(#"watch {"since":0,"only":["mail"]}"#)
    var heard: [String] = []
    while heard.last != "mail.sent" {
      let event = try line.next()
      heard.append(event.event ?? "")
      // Queued again with a try to come.
      if heard == ["mail.drafted", "mail.queued", "mail.due", "mail.sending", "mail.queued"] {
        let error = event.object("message")?["error"] as? String
        #expect(error?.hasSuffix("mailer ended with status 75: not yet") == true)
        try post.daemon.ask(#"mail-send {"id":1}"#)
      }
    }
    #expect(heard.count == 9, "\(heard)")
    #expect(deliverer.errorText.contains("message 1 to acme has to wait"))
  }
}

/// `hoursctl resolve` where somebody sits: keys, and what the message is then.
@Suite(.enabled(if: isInstalled("python3"), "python3 is needed"))
struct ResolvingTests {
  @Test(
    arguments: [
      ("s", "queued", "Done: the site is down"), ("l", "draft", "Done: the site is down"),
      ("\u{4}", "draft", "Done: the site is down"), ("es", "queued", "Fixed"), ("el", "draft", "Fixed"),
    ])
  func onATerminal(_ keys: String, _ state: String, _ subject: String) throws {
    let post = try Post(port: 1, script: "exit 0")
    try post.daemon.ask(#"add {"about":"the site is down","client":"acme","due":"+2h"}"#)
    let typist = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Support/typist.py")
      .path
    let editor = "\(post.folder.path)/editor"
    try """
    #!/bin/sh
    stat -c %a "$2" >$0.mode
    head -n 1 "$2" >$0.first
    sed -i "1s/.*/$1/" "$2"
    """.write(toFile: editor, atomically: false, encoding: .utf8)
    chmod(editor, 0o755)
    let run = try Child(
      ["python3", typist, keys, Post.hoursctl, "resolve", "1", "restored", "it"], in: post.folder,
      environment: ["VISUAL": "\(editor) Fixed", "EDITOR": "false", "TERM": "dumb"])
    let (status, output) = try run.ended()
    #expect(status == 0, "\(output) \(run.errorText)")
    let message = try post.daemon.ask(#"message {"id":1}"#)
    #expect(message["state"] == state, "\(output)")
    #expect(message["subject"] == subject)
    #expect(message["body"]?.hasPrefix("Dear Müller & Söhne,\n\nrestored it\n") == true, "\(message)")
    #expect(output.contains("issue 1: solved"))
    #expect(output.contains { $0.hasSuffix(subject) })
    if keys.hasPrefix("e") {
      #expect(try String(contentsOfFile: "\(editor).mode", encoding: .utf8) == "600\n")
      #expect(try String(contentsOfFile: "\(editor).first", encoding: .utf8) == "Done: the site is down\n")
      let left = try FileManager.default.contentsOfDirectory(atPath: "\(post.folder.path)/run")
      #expect(!left.contains { $0.hasPrefix("hoursctl-mail") }, "\(left)")
    }
  }

  @Test func inAPipeNothingIsAsked() throws {
    let post = try Post(port: 1, script: "exit 0")
    try post.daemon.ask(#"add {"about":"the site is down","client":"acme","due":"+2h"}"#)
    let run = try Child([Post.hoursctl, "resolve", "1", "restored", "it"], in: post.folder)
    #expect(
      try run.ended().output == ["issue 1: solved", "the follow-up is message 1; `hoursctl mail send 1`"])
    let edit = try Child([Post.hoursctl, "mail", "edit", "1"], in: post.folder)
    #expect(try edit.ended().status == 64)
    #expect(edit.errorText.contains("say --subject or --body"))
  }
}
