// What no conversation can bring about at will: a commit that fails just then, a journal that goes just then.

import Civil
import HoursCore
import HoursStore
import HoursWire
import Systemd
import Testing

@testable import hoursd

@MainActor
@Suite struct PartsTests {
  /// What was due by itself is on disk, whatever becomes of the request that came in the same turn.
  @Test func whatWasDueIsToldThoughTheRequestFails() throws {
    let folder = try Folder()
    let parts = try Parts(in: folder)
    let listener = Listener()
    parts.turn.add(listener)
    // Nobody was told yet that the office is closed: that is due with the first turn.
    parts.open()
    let log = try #require(parts.house.log)
    #expect(try log.lastSeq() == 1)
    // The number of an event that is there already: the turn is spoiled.
    #expect(throws: DatabaseError.self) {
      try log.stage(EventRow(seq: 1, at: 0, name: "issue.queued", body: [], issues: []))
    }
    parts.turn.end()
    #expect(listener.heard == ["office.closed"])
    try parts.note("the next turn")
    #expect(listener.heard == ["office.closed", "issue.queued"])
  }

  /// A failed commit is no new start: what a deliverer has it still has, and nobody doubts it.
  @Test func aClaimOutlivesACommitThatFails() throws {
    let folder = try Folder()
    let parts = try Parts(in: folder, configuration: withMail)
    let listener = Listener()
    parts.turn.add(listener)
    parts.open()
    try parts.ask("add {\"about\":\"the shop\",\"client\":\"acme\",\"due\":\"+2h\"}")
    try parts.ask("resolve {\"id\":1,\"solution\":\"mended\",\"send\":true}")
    try parts.ask("mail-claim {\"id\":1}")
    #expect(throws: DatabaseError.self) {
      try parts.house.log?.stage(EventRow(seq: 1, at: 0, name: "issue.queued", body: [], issues: []))
    }
    parts.turn.end()
    _ = parts.turn.begin()
    parts.turn.end()
    #expect(parts.house.desk?.office.status(at: Clock().now()).uncertain == nil)
    try parts.ask("mail-sent {\"id\":1}")
    #expect(listener.heard.suffix(4) == ["mail.sending", "mail.sent", "issue.settled", "caller.told"])
  }

  /// Another version of this program may have written down its configuration in another way.
  @Test func aKeptConfigurationThatCannotBeReadCostsNothing() throws {
    let folder = try Folder()
    do {
      let parts = try Parts(in: folder)
      parts.open()
      let log = try #require(parts.house.log)
      try log.put(ConfigurationRow(id: 9, at: 0, body: Array(#"{"hours":"off"}"#.utf8)))
      try parts.note("promised")
    }
    let parts = try Parts(in: folder)
    parts.open()
    let office = try #require(parts.house.desk?.office)
    #expect(office.status(at: Clock().now()).pending == 1)
  }

  /// A daemon that ends before the journal took anything leaves its place behind: the next one goes on there.
  @Test func theJournalsFirstPlaceIsKept() throws {
    let folder = try Folder()
    let path = "\(folder.path)/journal"
    let loop = try EventLoop()
    do {
      let parts = try Parts(in: folder)
      let writer = parts.journal(on: loop, at: path)
      try parts.note("nobody hears")
      withExtendedLifetime(writer) {}
    }
    let journal = try TestJournal(at: path)
    let parts = try Parts(in: folder)
    let writer = parts.journal(on: loop, at: path)
    try parts.note("heard")
    #expect(journal.events() == ["office.closed", "issue.queued", "issue.queued"])
    withExtendedLifetime(writer) {}
  }

  /// A journal that goes and comes back gets what it missed, though nothing more happens.
  @Test func aJournalThatWasGoneIsTriedAgain() throws {
    let folder = try Folder()
    let path = "\(folder.path)/journal"
    let loop = try EventLoop()
    var journal: TestJournal? = try TestJournal(at: path)
    let parts = try Parts(in: folder)
    let writer = parts.journal(on: loop, at: path)
    try parts.note("heard")
    #expect(journal?.events() == ["office.closed", "issue.queued"])
    journal = nil
    try parts.note("nobody hears")
    let back = try TestJournal(at: path)
    let patience = try ElapsedTimer(on: loop) { loop.exit(75) }
    try patience.arm(after: .seconds(20))
    let entries = try loop.watch(descriptor: back.descriptor, for: .readable) { _ in loop.exit(0) }
    #expect(try loop.run() == 0, "it was not tried again")
    #expect(back.events() == ["issue.queued"])
    withExtendedLifetime((writer, entries)) {}
  }
}

/// Mail in the journal: which message, issue and client; never what is written, nor to which address, nor why it failed.
@Test(arguments: MailNews.allCases)
func theJournalSaysNothingOfWhatIsWritten(news: MailNews) throws {
  var message = Message(
    id: 3, issue: 7, client: "acme", from: "Ann <ann@example.org>", to: "it@acme.example", name: "Acme GmbH",
    subject: "the secret shop", body: "a secret", draftedAt: Instant(seconds: 1_795_500_000))
  message.nextTry = Instant(seconds: 1_795_500_060)
  message.error = "550 it@acme.example has secrets"
  message.tries = 2
  let event = Event(.mail(news, message), at: Instant(seconds: 1_795_500_000))
  let entry = JournalEntry(EventLine(seq: 9, event), zone: .utc)
  for field in entry.fields {
    #expect(!["secret", "@", "GmbH", "Ann"].contains { field.value.contains($0) }, "\(field)")
  }
  let fields = Dictionary(entry.fields.map { ("\($0.name)", $0.value) }) { $1 }
  #expect(fields["HOURSD_MESSAGE"] == "3" && fields["HOURSD_ISSUE"] == "7")
  #expect(fields["HOURSD_CLIENT"] == "acme" && fields["HOURSD_EVENT"] == "mail.\(news.rawValue)")
  #expect(fields["MESSAGE_ID"]?.count == 32)
  #expect(entry.message.contains("essage 3 about issue 7 "))
  #expect(entry.priority == (news == .failed || news == .uncertain ? 4 : 6))
}

extension Parts {
  /// A journal writer as the daemon has it.
  fileprivate func journal(on loop: EventLoop, at path: String) -> JournalWriter {
    let writer = JournalWriter(house, on: loop, voice: Voice(), socket: JournalSocket(path: path))
    house.logOpened = { writer.start() }
    turn.beforeCommit = { writer.keepPosition() }
    turn.add(writer)
    open()
    return writer
  }
}
