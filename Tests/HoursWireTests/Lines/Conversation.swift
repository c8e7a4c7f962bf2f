// What holds of every line that a client can send: one line of JSON comes back, within the bounds; what is kept reads
// again as it was; and the office that starts from what is kept is the same.

import Civil
import FoundationEssentials
import HoursCore
import HoursWire
import OpeningHours

/// A property that does not hold, and of what.
struct Broken: Error, CustomStringConvertible {
  var description: String

  init(_ what: String, _ line: some Collection<UInt8>) {
    description = "\(what): \(String(decoding: line.prefix(2000), as: UTF8.self).debugDescription)"
  }
}

/// An office in memory that takes lines as the daemon does.
struct Conversation {
  private let configuration: Configuration
  private let zone: Zone
  private var office: Office
  private var log: KeptLines
  private var now: Instant

  /// The most bytes of an error's message.
  static let longestMessage = 1_024

  private init(_ configuration: Configuration) {
    self.configuration = configuration
    zone = configuration.zone
    // Tuesday 24 November 2026, 7:00 in Berlin: two hours before it opens.
    now = Instant(seconds: 1_795_500_000)
    office = Office(configuration, at: now)
    log = KeptLines(zone: zone)
  }

  /// Hours with a break, and an address book with somebody of each kind.
  static func configuration(zone: Zone) throws -> Configuration {
    Configuration(
      zone: zone, hours: try Expression("Mo-Fr 09:00-13:00,14:00-18:00; PH off"),
      support: Support(surcharge: "+100 %", emergency: "call again", signature: "Ann"),
      mail: Mail(from: "Ann <ann@example.org>", command: ["true"]), directory: Book())
  }

  /// A line each; a number behind a `+` is time that passes, in seconds.
  static func check(_ bytes: [UInt8], _ configuration: Configuration) throws {
    var conversation = Conversation(configuration)
    for line in bytes.split(separator: UInt8(ascii: "\n")).prefix(40) {
      if line.first == UInt8(ascii: "+"),
        let seconds = UInt32(String(decoding: line.dropFirst(), as: UTF8.self))
      {
        conversation.now = conversation.now + Int64(seconds)
        try conversation.tick()
      } else {
        try conversation.take(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
      }
    }
    try conversation.restart()
  }

  /// What is due comes before whatever is asked.
  private mutating func tick() throws {
    for _ in 0..<3 {
      guard let wake = office.nextWake, wake <= now else { return }
      try keep(try office.decide(.tick, at: now, archive: log).events, after: Array("tick".utf8))
    }
    throw Broken("it is due still after ticks", Array("tick".utf8))
  }

  private mutating func take(_ line: ArraySlice<UInt8>) throws {
    let read: RequestLine
    do { read = try RequestLine(line) } catch {
      return try check(ErrorReply(error), of: line, [.badRequest, .unknownVerb, .tooLong, .invalid])
    }
    // A change that is repeated under its key is held against the first one, as that is kept.
    let again = try RequestLine(read.key == nil ? line : read.bytes[...])
    guard again == read else {
      throw Broken("read again it is another request", line)
    }
    switch read.request {
    case .help: return try check(encoded(HelpReply()), of: line)
    case .version: return try check(encoded(VersionReply()), of: line)
    case .watch, .ack, .snapshot, .reload, .forget: return
    default: try decide(read.request, line)
    }
  }

  private mutating func decide(_ request: Request, _ line: ArraySlice<UInt8>) throws {
    do {
      let decision = try office.decide(request, at: now, archive: log)
      try keep(decision.events, after: line)
      if case .refused(let refusal) = decision.reply { throw refusal }
      try check(sizeOf: decision.reply, line)
      try check(encoded(ReplyLine(decision.reply)), of: line)
      try tick()
    } catch let refusal as Refusal {
      try check(
        ErrorReply(refusal, zone: zone), of: line, [.badRequest, .invalid, .notFound, .conflict, .busy])
    }
    try check(encoded(office.status(at: now)), of: line)
  }

  private func encoded(_ value: some Encodable) -> [UInt8] { LineEncoder(zone: zone).encode(value) }

  // MARK: Replies

  private func check(_ reply: [UInt8], of line: ArraySlice<UInt8>) throws {
    guard JSONCheck.isOneObject(reply) else { throw Broken("the reply is not one object on one line", line) }
  }

  private func check(_ reply: ErrorReply, of line: ArraySlice<UInt8>, _ codes: [ErrorCode]) throws {
    let error = reply.error
    guard codes.contains(error.code) else { throw Broken("\(error.code): \(error.message)", line) }
    guard 1...Self.longestMessage ~= error.message.utf8.count else {
      throw Broken("a message of \(error.message.utf8.count) bytes", line)
    }
    try check(encoded(reply), of: line)
  }

  private func check(sizeOf reply: Reply, _ line: ArraySlice<UInt8>) throws {
    let (count, limit) =
      switch reply {
      case .hours(let intervals): (intervals.count, Limits.intervals)
      case .calls(let calls, _): (calls.count, Limits.page)
      case .issues(let issues, _): (issues.count, Limits.page)
      case .messages(let messages, _): (messages.count, Limits.page)
      case .history(_, let events): (events.count, Limits.page)
      case .overrides(let overrides): (overrides.count, Limits.overrides)
      default: (0, 0)
      }
    guard count <= limit else { throw Broken("\(count) where \(limit) are the most", line) }
  }

  // MARK: What is kept

  /// Applies events and keeps them, as lines that say the same when they are read.
  private mutating func keep(_ events: [Event], after line: some Collection<UInt8>) throws {
    office.apply(events)
    for event in events {
      let kept = EventLine(seq: log.seq + 1, event)
      let bytes = encoded(kept)
      guard JSONCheck.isOneObject(bytes) else { throw Broken("an event is no line: \(event)", line) }
      guard try EventLine(line: bytes) == kept else {
        throw Broken("kept, it is another event: \(event)", line)
      }
      guard try JSONDecoder().decode(EventLine.self, from: Data(bytes)) == kept else {
        throw Broken("others read another event: \(event)", line)
      }
      log.keep(event, bytes, office)
    }
    guard office.seq == log.seq else { throw Broken("\(office.seq) after \(log.seq) events", line) }
  }

  /// The office that starts from what is kept says what this one says.
  private func restart() throws {
    let other = Office(configuration, memory: try log.memory(), at: now)
    var (one, two) = (office.status(at: now), other.status(at: now))
    // After a start what was reminded counts from then on.
    (one.nextReminder, two.nextReminder) = (nil, nil)
    guard one == two, office.waitingCalls == other.waitingCalls, office.overrides == other.overrides else {
      throw Broken("after a start the office is another: \(one) and \(two)", [])
    }
  }
}

/// Contacts of each kind; their telephones show their ids.
private struct Book: Directory {
  private static let callers = [
    Caller(
      class: .client, id: "acme", name: "Acme GmbH", number: "acme", contract: .standard, language: "en",
      email: "it@acme.example"),
    Caller(
      class: .client, id: "bank", name: "Bank", number: "bank", contract: .aroundTheClock, language: "ru",
      email: "it@bank.example"),
    Caller(class: .client, id: "cafe", name: "Café", number: "cafe", contract: .standard, language: "en"),
    Caller(class: .personal, id: "boris", name: "Boris", number: "boris", language: "ru"),
    Caller(class: .personal, id: "school", name: "School", number: "school", language: "en", always: true),
  ]

  var contacts: [Contact] { Self.callers.compactMap(Contact.init) }

  func caller(number: String?, name: String?) -> Caller {
    Self.callers.first { $0.id == number ?? name }
      ?? Caller(class: .unknown, name: name, number: number, language: "en")
  }

  func isSame(as other: any Directory) -> Bool { other is Book }
}
