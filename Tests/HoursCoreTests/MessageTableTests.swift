// What can be done with a message in each state, and how long a failed one waits: both as tables.

import Civil
import OpeningHours
import Testing

@testable import HoursCore

/// An office in which one issue was solved and its message has come so far.
private struct Desk {
  var office: Office
  var archive = MemoryArchive()
  var now: Instant

  init() throws {
    var configuration = Configuration(zone: try zone("Europe/Berlin"), hours: try Expression("24/7"))
    var contacts = Contacts()
    contacts.add("acme", ["client", "mail"])
    configuration.directory = contacts
    configuration.mail.from = "ann@example.org"
    now = try configuration.zone.instant("Mon 2026-11-23 10:00")
    office = Office(configuration, at: now)
    var addition = Addition(about: "the shop is slow")
    addition.client = "acme"
    try ask(.add(addition))
    var resolution = Resolution(id: 1)
    resolution.solution = "more memory"
    try ask(.resolve(resolution))
  }

  @discardableResult
  mutating func ask(_ request: Request) throws(Refusal) -> Decision {
    now = now + 1
    let decision = try office.decide(request, at: now, archive: archive)
    office.apply(decision.events)
    archive.keep(decision.events, announcement: office.announcement)
    return decision
  }

  mutating func bring(to state: MessageState) throws {
    let way: [Request] =
      switch state {
      case .draft: []
      case .queued: [.mailSend(1)]
      case .sending: [.mailSend(1), .mailClaim(1)]
      case .sent: [.mailSend(1), .mailClaim(1), .mailSent(1)]
      case .failed: [.mailSend(1), .mailClaim(1), .mailFailed(1, error: "no route", later: false)]
      case .uncertain: [.mailSend(1), .mailClaim(1), .mailClaim(1)]
      case .waived: [.waive(issue: 1)]
      case .withdrawn: [.reopen(1, promised: nil)]
      }
    for request in way { try ask(request) }
    // What is to be tried again is due by then; what is being sent still is.
    now = now + Limits.mailPauses[0]
    try ask(.tick)
  }

  var state: MessageState? { archive.messages[1]?.state }
}

/// The request's word, and the state after it by the state before; `-` where it is refused and changes nothing.
private let table = """
          draft      queued     sending    sent  failed     uncertain  waived  withdrawn
  edit    draft      queued     -          -     failed     uncertain  -       -
  send    queued     queued     -          -     queued     queued     -       -
  claim   -          sending    uncertain  -     sending    -          -       -
  sent    -          -          sent       -     -          sent       -       -
  fail    -          -          failed     -     -          failed     -       -
  later   -          -          queued     -     -          queued     -       -
  waive   waived     waived     -          -     waived     waived     -       -
  reopen  withdrawn  withdrawn  sending    sent  withdrawn  withdrawn  waived  -
  """

private func request(_ word: Substring) throws -> Request {
  var edit = MessageEdit(id: 1)
  edit.subject = "Fast again"
  let requests: [Substring: Request] = [
    "edit": .mailEdit(edit), "send": .mailSend(1), "claim": .mailClaim(1), "sent": .mailSent(1),
    "fail": .mailFailed(1, error: "no route", later: false),
    "later": .mailFailed(1, error: "busy", later: true), "waive": .waive(issue: 1),
    "reopen": .reopen(1, promised: nil),
  ]
  return try #require(requests[word], "\(word)")
}

@Test func everyStateAndWhatCanBeDoneInIt() throws {
  let rows = table.split(separator: "\n").map { $0.split(separator: " ") }
  #expect(Set(rows[0].map(String.init)) == Set(MessageState.allCases.map(\.rawValue)))
  for row in rows.dropFirst() {
    for (name, expected) in zip(rows[0], row.dropFirst()) {
      let before = try #require(MessageState(rawValue: String(name)))
      var desk = try Desk()
      try desk.bring(to: before)
      let request = try request(row[0])
      do throws(Refusal) {
        try desk.ask(request)
        #expect(desk.state?.rawValue == String(expected), "\(row[0]) in \(name)")
      } catch {
        #expect(expected == "-" && desk.state == before, "\(row[0]) in \(name): \(error)")
      }
    }
  }
}

/// How often it was tried, and the seconds until the next time: 1, 5, 15 minutes, 1, 4, 12 hours, then a day.
private let pauses: [(tries: Int, seconds: Int64)] = [
  (1, 60), (2, 300), (3, 900), (4, 3600), (5, 14_400), (6, 43_200), (7, 86_400), (8, 86_400), (1000, 86_400),
]

@Test(arguments: pauses)
func whatFailedWaitsLongerEachTime(_ tries: Int, _ seconds: Int64) {
  var message = Message(
    id: 1, issue: 1, client: "acme", from: nil, to: "it@acme.example", name: nil, subject: "x", body: "x",
    draftedAt: Instant(seconds: 0))
  message.tries = tries
  #expect(message.pause == seconds)
}

@Test(arguments: [
  ("Ann <ann@example.org>", "example.org"), ("ann@example.org", "example.org"), (nil, "hoursd.invalid"),
  ("Анна <anna@пример.рф>", "xn--e1afmkfd.xn--p1ai"), ("nobody", "hoursd.invalid"),
])
func aMessagesIdBearsTheSendersDomain(_ from: String?, _ domain: String) {
  let id = Message.messageID(3, draftedAt: Instant(seconds: 1_795_425_000), from: from)
  #expect(id == "hoursd.3.1795425000@\(domain)")
}

/// A log of before mail came knows solved issues that have no message.
@Test func whatWasSolvedBeforeMailCameCanBeWaived() throws {
  var desk = try Desk()
  var old = try #require(desk.archive.issues[1])
  old.id = 2
  desk.archive.issues[2] = old
  let waived = try desk.ask(.waive(issue: 2))
  #expect(waived.events.map(\.name) == ["issue.settled"])
  #expect(desk.archive.issues[2]?.state == .settled)
}

/// The client's id became another client's name: nobody reads what was done for somebody else.
@Test func whoHasTheNameOfOneWhoIsGoneGetsNoLetter() throws {
  var desk = try Desk()
  var addition = Addition(about: "a quote")
  addition.client = "acme"
  try desk.ask(.add(addition))
  var configuration = desk.office.configuration
  configuration.directory = Namesake()
  _ = desk.office.adopt(configuration, at: desk.now)
  var resolution = Resolution(id: 2)
  resolution.solution = "here it is"
  let events = try desk.ask(.resolve(resolution)).events.map(\.name)
  #expect(events == ["issue.solved", "issue.settled"])
}

private struct Namesake: Directory {
  private let other = Caller(
    class: .client, id: "beta", name: "acme", contract: .standard, language: "en", email: "it@beta.example")

  var contacts: [Contact] { [] }
  func caller(number: String?, name: String?) -> Caller { other }
  func isSame(as other: any Directory) -> Bool { other is Namesake }
}

// MARK: Texts

@Test func aSubjectIsOneLineWhateverTheIssueSays() throws {
  var desk = try Desk()
  var addition = Addition(
    about: "slow\r\nBcc: everybody@example.com\n\t\u{1B}[2J" + String(repeating: "щ", count: 300))
  addition.client = "acme"
  try desk.ask(.add(addition))
  var resolution = Resolution(id: 2)
  resolution.solution = "more\r\nmemory\rand\ndisk"
  try desk.ask(.resolve(resolution))
  let message = try #require(desk.archive.messages[2])
  #expect(
    message.subject.contains("slow Bcc: everybody@example.com [2Jщщ") && message.subject.hasSuffix("щ…"))
  #expect(message.subject.utf8.count <= Limits.mailSubject && !message.subject.contains { $0.isNewline })
  #expect(message.body.contains("more\nmemory\nand\ndisk") && !message.body.unicodeScalars.contains("\r"))
  var edit = MessageEdit(id: 2)
  edit.subject = "Fast\nBcc: everybody@example.com"
  edit.body = "It is\r\nfast."
  try desk.ask(.mailEdit(edit))
  #expect(desk.archive.messages[2]?.subject == "Fast Bcc: everybody@example.com")
  #expect(desk.archive.messages[2]?.body == "It is\nfast.")
}

@Test func theOutboxIsBounded() throws {
  var desk = try Desk()
  let draft = try #require(desk.archive.messages[1])
  let events = (2...Int64(Limits.unsent)).map { id in
    var message = draft
    message.id = id
    return Event(.mail(.drafted, message), at: desk.now)
  }
  desk.office.apply(events)
  var addition = Addition(about: "one more")
  addition.client = "acme"
  try desk.ask(.add(addition))
  var resolution = Resolution(id: 2)
  resolution.solution = "done"
  #expect(throws: Refusal.outboxIsFull) { try desk.ask(.resolve(resolution)) }
  try desk.ask(.waive(issue: 1))
  try desk.ask(.resolve(resolution))
}
