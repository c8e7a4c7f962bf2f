// Follow-ups through the socket: what a deliverer meets, and what is left when somebody dies in the middle.

import Glibc
import Testing

/// Always open and never changing, so that nothing but mail happens by itself.
let withMail = """
  timezone = "Europe/Berlin"
  hours    = "24/7"

  [mail]
  from = "Ann <ann@example.org>"

  [[client]]
  name   = "Acme GmbH"
  id     = "acme"
  phones = ["+49 30 1234567"]
  email  = "it@acme.example"
  """

extension Connection {
  /// Queues an issue, and solves it.
  @discardableResult
  fileprivate func solve(_ id: Int, send: Bool = false) throws -> Reply {
    let added = try ask("add {\"about\":\"the shop is slow\",\"client\":\"acme\",\"due\":\"+2h\"}")
    try #require(added.number("issue") == id, "\(added)")
    return try ask("resolve {\"id\":\(id),\"solution\":\"more memory\",\"send\":\(send)}")
  }

  fileprivate func state(of message: Int) throws -> String? {
    try ask("message {\"id\":\(message)}")["state"]
  }

  /// What the next event is, and of which message.
  fileprivate func nextMail() throws -> String {
    let event = try next()
    let message = try #require(event.object("message"), "\(event)")
    return "\(event.event ?? "") \(message["id"] ?? "") \(message["state"] ?? "")"
  }
}

@Suite struct MailTests {
  @Test func theWholeWay() throws {
    let daemon = try DaemonProcess(withMail)
    let owner = try daemon.connect()
    let deliverer = try daemon.connect()
    try deliverer.ask("watch {\"as\":\"mail\",\"only\":\"mail.due\"}")
    let solved = try owner.solve(1)
    #expect(solved["state"] == "solved")
    let draft = try #require(solved.object("message"))
    #expect(draft["state"] as? String == "draft" && draft["to"] as? String == "it@acme.example")
    #expect(try owner.ask("messages").list("messages").compactMap { $0["id"] as? Int } == [1])
    #expect(try owner.ask("status").number("unsent") == 1)
    try owner.ask("mail-edit {\"id\":1,\"subject\":\"Fast\\r\\nagain\",\"body\":\"It is.\\r\\n\"}")
    let queued = try owner.ask("mail-send {\"id\":1}")
    #expect(queued["state"] == "queued" && queued["subject"] == "Fast again" && queued["body"] == "It is.\n")
    #expect(try deliverer.nextMail() == "mail.due 1 queued")

    let claimed = try owner.ask("mail-claim {\"id\":1,\"key\":\"c\"}")
    #expect(claimed["state"] == "sending" && claimed.number("tries") == 1)
    let text = try #require(claimed["text"])
    #expect(text.contains("From: Ann <ann@example.org>\n") && text.contains("Subject: Fast again\n"))
    #expect(text.hasSuffix("\n\nIt is.\n") && !text.contains("\r"))
    #expect(try owner.ask("message {\"id\":1}")["text"] == text)
    #expect(try owner.ask("issue {\"id\":1}")["state"] == "solved", "the client was not told yet")
    let sent = try owner.ask("mail-sent {\"id\":1}")
    #expect(sent.text == #"{"id":1,"state":"sent"}"#)
    #expect(try owner.ask("lookup {\"name\":\"acme\"}").text.contains("\"told\":true"))
    #expect(try owner.ask("status").number("unsent") == 0)
    let issue = try owner.ask("issue {\"id\":1}")
    #expect(issue["state"] == "settled")
    #expect(
      issue.list("history").compactMap { $0["event"] as? String } == [
        "issue.queued", "issue.solved", "mail.drafted", "mail.drafted", "mail.queued", "mail.due",
        "mail.sending", "mail.sent", "issue.settled",
      ])
    #expect(try owner.ask("messages").list("messages").isEmpty)
    #expect(try owner.ask("messages {\"state\":\"all\"}").list("messages").count == 1)
  }

  @Test func theOutboxComesInPages() throws {
    let daemon = try DaemonProcess(withMail)
    let owner = try daemon.connect()
    for id in 1...5 { try owner.solve(id) }
    try owner.ask("waive {\"issue\":2}")
    func page(_ keys: String) throws -> ([Int], Int?) {
      let reply = try owner.ask("messages {\(keys)}")
      return (reply.list("messages").compactMap { $0["id"] as? Int }, reply.number("next"))
    }
    #expect(try page("\"limit\":2") == ([1, 3], 3))
    #expect(try page("\"limit\":3,\"after\":3") == ([4, 5], nil))
    #expect(try page("\"state\":[\"waived\",\"draft\"],\"issue\":2") == ([2], nil))
  }

  /// The daemon dies while a deliverer has a message: nobody knows, and nobody sends it again but the owner.
  @Test func killedWhileItIsBeingSent() throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: withMail)
    var owner = try daemon.connect()
    try owner.solve(1, send: true)
    try owner.solve(2, send: true)
    #expect(try owner.ask("mail-claim {\"id\":1,\"key\":\"c\"}")["state"] == "sending")
    let newest = try #require(try owner.ask("status").seq)
    #expect(try daemon.end(SIGKILL) == 128 + Int(SIGKILL))

    daemon = try DaemonProcess(folder)
    owner = try daemon.connect()
    let watcher = try daemon.connect()
    try watcher.ask("watch {\"since\":\(newest),\"only\":\"mail\"}")
    // What was announced as due before is not announced again.
    #expect(try watcher.nextMail() == "mail.uncertain 1 uncertain")
    let status = try owner.ask("status")
    #expect(status.number("unsent") == 2 && status.number("uncertain") == 1)
    #expect(try owner.ask("mail-claim {\"id\":1}").code == "conflict")
    #expect(try owner.ask("mail-claim {\"id\":1,\"key\":\"c\"}")["state"] == "sending", "the first answer")
    #expect(try owner.state(of: 1) == "uncertain")
    #expect(try owner.ask("mail-claim {\"id\":2}")["state"] == "sending")
    #expect(try watcher.nextMail() == "mail.sending 2 sending")
    try owner.ask("mail-send {\"id\":1}")
    #expect(try watcher.nextMail() == "mail.queued 1 queued")
    #expect(try watcher.nextMail() == "mail.due 1 queued")
  }

  /// The deliverer lives on, and says to the new daemon what became of it.
  @Test(arguments: [
    ("mail-sent {\"id\":1}", "sent"), ("mail-failed {\"id\":1,\"error\":\"no route\"}", "failed"),
  ])
  func reportedToTheNextDaemon(_ report: String, _ state: String) throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: withMail)
    var owner = try daemon.connect()
    try owner.solve(1, send: true)
    try owner.ask("mail-claim {\"id\":1}")
    #expect(try daemon.end() == 0)
    daemon = try DaemonProcess(folder)
    owner = try daemon.connect()
    #expect(try owner.state(of: 1) == "uncertain")
    #expect(try owner.ask(report)["state"] == state)
  }

  /// A deliverer dies, and the next one comes for what it had.
  @Test func aClaimantThatDied() throws {
    let daemon = try DaemonProcess(withMail)
    let owner = try daemon.connect()
    try owner.solve(1, send: true)
    do {
      let deliverer = try daemon.connect()
      #expect(try deliverer.ask("mail-claim {\"id\":1}")["state"] == "sending")
    }
    #expect(try owner.state(of: 1) == "sending")
    let second = try owner.ask("mail-claim {\"id\":1,\"key\":\"s\"}")
    #expect(second.code == "conflict" && second.message.contains("uncertain"), "\(second)")
    #expect(try owner.state(of: 1) == "uncertain")
    // Refused, it did not use its key up.
    try owner.ask("mail-send {\"id\":1}")
    #expect(try owner.ask("mail-claim {\"id\":1,\"key\":\"s\"}")["state"] == "sending")
  }

  /// Changes with a key, what comes before them, and the message's state when the daemon has started anew.
  static let keyed: [(requests: [String], state: String)] = [
    (["mail-edit {\"id\":1,\"body\":\"x\",\"key\":\"k\"}"], "draft"),
    (["mail-send {\"id\":1,\"key\":\"k\"}"], "queued"), (["waive {\"issue\":1,\"key\":\"k\"}"], "waived"),
    (["mail-send {\"id\":1}", "mail-claim {\"id\":1,\"key\":\"k\"}"], "uncertain"),
    (["mail-send {\"id\":1}", "mail-claim {\"id\":1}", "mail-sent {\"id\":1,\"key\":\"k\"}"], "sent"),
    (
      [
        "mail-send {\"id\":1}", "mail-claim {\"id\":1}",
        "mail-failed {\"id\":1,\"error\":\"no\",\"later\":true,\"key\":\"k\"}",
      ], "queued"
    ),
  ]

  /// The same answer over a restart, and nothing twice.
  @Test(arguments: keyed) func keys(_ requests: [String], _ state: String) throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: withMail)
    var owner = try daemon.connect()
    try owner.solve(1)
    let first = try #require(try requests.map { try owner.ask($0) }.last)
    #expect(first.code == nil, "\(first)")
    #expect(try owner.ask(requests[requests.count - 1]).text == first.text)
    #expect(try daemon.end() == 0)
    daemon = try DaemonProcess(folder)
    owner = try daemon.connect()
    let seq = try owner.ask("status").seq
    #expect(try owner.ask(requests[requests.count - 1]).text == first.text, "after a restart")
    #expect(try owner.ask("status").seq == seq, "nothing was recorded twice")
    #expect(try owner.state(of: 1) == state)
  }

  static let refused: [(line: String, code: String)] = [
    ("message {\"id\":7}", "not-found"), ("mail-send {\"id\":7}", "not-found"),
    ("mail-claim {\"id\":-1}", "not-found"), ("waive {\"issue\":7}", "not-found"),
    ("messages {\"issue\":7}", "not-found"), ("mail-claim {\"id\":1}", "conflict"),
    ("mail-sent {\"id\":1}", "conflict"), ("mail-failed {\"id\":1,\"error\":\"x\"}", "conflict"),
    ("waive {\"issue\":2}", "conflict"), ("mail-edit {\"id\":1}", "invalid"),
    ("mail-edit {\"id\":1,\"subject\":\"\\r\\n\"}", "invalid"),
    ("mail-edit {\"id\":1,\"subject\":\"" + String(repeating: "s", count: 257) + "\"}", "invalid"),
    ("mail-edit {\"id\":1,\"body\":\"" + String(repeating: "b", count: 32_769) + "\"}", "invalid"),
    ("mail-failed {\"id\":1}", "bad-request"), ("messages {\"state\":\"lost\"}", "invalid"),
    ("mail-send {\"id\":1}", "bad-configuration"),
    ("resolve {\"id\":2,\"solution\":\"x\",\"send\":true}", "bad-configuration"),
  ]

  @Test(arguments: refused) func refusals(_ line: String, _ code: String) throws {
    let configuration = withMail.split(separator: "\n").filter { !$0.hasPrefix("from") }.joined(
      separator: "\n")
    let daemon = try DaemonProcess(configuration)
    let owner = try daemon.connect()
    try owner.solve(1)
    try owner.ask("add {\"about\":\"another\",\"client\":\"acme\",\"due\":\"+2h\"}")
    let seq = try owner.ask("status").seq
    let reply = try owner.ask(line)
    #expect(reply.code == code, "\(reply)")
    #expect(try owner.ask("status").seq == seq, "nothing happened")
  }
}

@Suite(.enabled(if: isRoot && isInstalled("unshare"), "needs root, to mount a small disk of its own"))
struct MailOnAFullDiskTests {
  /// What could not be recorded did not happen; and a failed commit is no new start, so that nobody doubts the claim.
  @Test func nothingIsTakenOrDoubted() throws {
    let disk = try SmallDisk(withMail)
    let owner = try disk.daemon.connect()
    try owner.solve(1, send: true)
    try owner.solve(2, send: true)
    #expect(try owner.ask("mail-claim {\"id\":1}")["state"] == "sending")
    try disk.fill()
    // What is left in the file itself is used up first, by what is long and then by what is short.
    for length in [16_000, 1] {
      while try owner.ask("note {\"id\":1,\"text\":\"\(String(repeating: "n", count: length))\"}").code == nil
      {}
    }
    for line in ["mail-claim {\"id\":2}", "mail-sent {\"id\":1}", "mail-failed {\"id\":1,\"error\":\"x\"}"] {
      let reply = try owner.ask(line)
      #expect(reply.code == "internal", "\(reply)")
    }
    #expect(try owner.state(of: 1) == "sending")
    #expect(try owner.state(of: 2) == "queued")
    disk.empty()
    #expect(try owner.ask("mail-sent {\"id\":1}")["state"] == "sent")
    #expect(try owner.ask("mail-claim {\"id\":2}")["state"] == "sending")
    #expect(try owner.ask("status").number("uncertain") == nil)
  }
}
