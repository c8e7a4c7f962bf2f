// The deliverer: takes what is due from the daemon, hands it to the mailer, and reports what became of it.
//
// One message at a time, and one deliverer at a time: who watches as `mail` is the only one. So a message that is being
// sent when a deliverer begins was left so by one that died, and nobody knows whether it left. Whatever happens in
// between, a message goes to the mailer once for each time that the daemon handed it over; what this program knows of it
// is told until a daemon hears it.

import Glibc
import HoursCore
import HoursWire

/// Delivers for as long as it is wanted, or once.
struct Delivery {
  let socket: String?
  /// Ends when nothing is due any more, and waits for no daemon.
  let isOnce: Bool
  /// How long a mailer may take, in seconds.
  let limit: Int
  let signals: Signals

  private static let reader = "mail"
  /// How often it is looked whether another deliverer has gone, for one that has just died may still be known.
  private static let looks = 4

  func run() throws(Failure) {
    var attempt = 0
    while !signals.wantEnd {
      do throws(Failure) {
        var watch = try watching()
        try deliverAll()
        attempt = 0
        if isOnce { return }
        try follow(&watch)
      } catch .refused(let message) {
        throw .refused(message)
      } catch {
        if isOnce { throw error }
        pause(after: error, attempt)
        attempt += 1
      }
    }
  }

  // MARK: What is due

  /// The connection on which events come.
  private func watching() throws(Failure) -> Connection {
    var looks = 0
    while true {
      var connection = try Connection(option: socket)
      switch try connection.answer(to: Ask("watch").with("as", Self.reader).with("only", ["mail.due"])) {
      case .reply: return connection
      case .refusal("conflict", _) where looks < Self.looks:
        signals.wait(milliseconds: 100 << looks)
        looks += 1
      case .refusal("conflict", _): throw .refused("another deliverer is at work already")
      case .refusal(_, let message): throw .broken(message)
      }
    }
  }

  /// Delivers everything that was announced, and settles what another deliverer has left behind.
  private func deliverAll() throws(Failure) {
    var after: Int64?
    repeat {
      let ask = Ask("messages").with("state", ["queued", "failed", "sending"]).with("after", after)
      let page: JSON
      switch try answer(to: ask) {
      case .reply(let reply): page = reply
      case .refusal(_, let message): throw .broken(message)
      }
      for message in page.messages.array where !signals.wantEnd {
        let isLeft = message.state.string == "sending"
        if isLeft || message.due_at.isPresent { try deliver(message.id.integer, saysWhyNot: isLeft) }
      }
      after = page.next.isPresent ? page.next.integer : nil
    } while after != nil && !signals.wantEnd
  }

  /// Delivers what is announced, until this program is to end.
  private func follow(_ watch: inout Connection) throws(Failure) {
    while watch.waits(signals) {
      guard let line = try watch.nextLine() else { throw .hungUp }
      guard let event = JSON(line: line), event.event.isPresent else { continue }
      try deliver(event.message.id.integer)
      try watch.send(Ask("ack").with("seq", event.seq.integer).line)
    }
  }

  // MARK: One message

  private func deliver(_ id: Int64, saysWhyNot: Bool = false) throws(Failure) {
    guard let claim = try claim(id, saysWhyNot: saysWhyNot) else { return }
    let command = claim.command.array.map(\.string)
    let key = "deliver-\(id)-\(claim.tries.string)"
    switch Mailer.run(command, Array(claim.text.string.utf8), limit: limit, signals: signals) {
    case .sent:
      try report(Ask("mail-sent").with("id", id).with("key", key), claim, "was sent")
    case .later(let why):
      try report(failed(id, why, later: true).with("key", key), claim, "has to wait, says the mailer")
    case .failed(let why):
      try report(
        failed(id, why).with("key", key), claim, "was not sent; `hoursctl mail show \(id)` says why")
    case .unknown(let why):
      say("message \(id) may have been sent or not: \(why)")
      // A second claim tells the daemon so. Should it be granted, somebody has approved the message anew.
      try deliver(id)
    }
  }

  private func failed(_ id: Int64, _ why: String, later: Bool = false) -> Ask {
    Ask("mail-failed").with("id", id).with("error", why).with("later", later ? true : nil)
  }

  /// The message, for this deliverer alone; nil when it is not to be sent now.
  private func claim(_ id: Int64, saysWhyNot: Bool) throws(Failure) -> JSON? {
    // Unlike a report it is not repeated: who asks again says that the first one died.
    var connection = try Connection(option: socket)
    do throws(Failure) {
      switch try connection.answer(to: Ask("mail-claim").with("id", id)) {
      case .reply(let message): return message
      case .refusal("conflict", let message), .refusal("not-found", let message):
        if saysWhyNot { say(message) }
        return nil
      case .refusal(_, let message): throw .broken(message)
      }
    } catch {
      // Nobody can say whether it was handed over, but no mailer has seen it.
      _ = try answer(to: failed(id, "the daemon ended while it handed the message over", later: true))
      throw error
    }
  }

  private func report(_ ask: Ask, _ message: JSON, _ words: String) throws(Failure) {
    let name =
      "message \(message.id.string)" + (message.client.isPresent ? " to \(message.client.string)" : "")
    switch try answer(to: ask) {
    case .reply: say("\(name) \(words)")
    case .refusal(_, let refusal): say("\(name) \(words), but \(refusal)")
    }
  }

  // MARK: The daemon

  /// Asks until a daemon answers; what it is asked must be good to repeat.
  private func answer(to ask: Ask) throws(Failure) -> Answer {
    var attempt = 0
    while true {
      do throws(Failure) {
        var connection = try Connection(option: socket)
        switch try connection.answer(to: ask) {
        // It will have recovered before long.
        case .refusal("internal", let message), .refusal("busy", let message): throw .broken(message)
        case let answer: return answer
        }
      } catch {
        if signals.wantEnd || isOnce && attempt >= Limits.mailAttempts { throw error }
        pause(after: error, attempt)
        attempt += 1
      }
    }
  }

  /// Waits until it makes sense to look for a daemon again: longer each time, and half a minute at most.
  private func pause(after failure: Failure, _ attempt: Int) {
    if attempt == 0, let message = failure.message { say(message) }
    signals.wait(milliseconds: min(30_000, 250 << min(attempt, 7)))
  }

  /// Callers' words stay out of it, for it may go to the journal.
  private func say(_ line: String) { try? Terminal.error.write(shown(line, lines: true) + "\n") }
}

/// What a daemon answers.
private enum Answer {
  case reply(JSON)
  case refusal(code: String, String)
}

extension Failure {
  fileprivate static let hungUp = Failure.broken("the daemon has hung up; another is looked for")
}

extension Connection {
  /// Asks once.
  fileprivate mutating func answer(to ask: Ask) throws(Failure) -> Answer {
    try send(ask.line)
    guard let line = try nextLine() else { throw .hungUp }
    let reply = try read(line)
    guard Connection.refusal(line) != nil else { return .reply(reply) }
    return .refusal(code: reply.error.code.string, reply.error.message.string)
  }
}
