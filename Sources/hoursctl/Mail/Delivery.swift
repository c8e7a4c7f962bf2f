// The deliverer: takes what is due from the daemon, hands it to the mailer, and reports what became of it.
//
// One message at a time, and one deliverer at a time: who watches as `mail` is the only one. So a message that is being
// sent when a deliverer begins was left so by one that died, and nobody knows whether it left. Whatever happens in
// between, a message goes to the mailer once for each time that the daemon handed it over; what this program knows of it
// is told until a daemon hears it.

import HoursCore

/// Delivers for as long as it is wanted, or once.
struct Delivery {
  let socket: String?
  /// Ends when nothing is due any more, and waits for no daemon.
  let isOnce: Bool
  /// How long a mailer may take, in seconds.
  let limit: Int
  let signals: Signals

  private var reader: Reader {
    Reader(name: "mail", only: ["mail.due"], role: "deliverer", socket: socket, signals: signals)
  }

  func run() throws(Failure) {
    try reader.run(isOnce: isOnce) { watch, _, settled throws(Failure) in
      try deliverAll()
      settled()
      if !isOnce { try follow(&watch) }
    }
  }

  // MARK: What is due

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
      for message in page.messages.array where !signals.wantEnd { try deliver(message.id.integer) }
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

  /// Delivers a message if it is due now; the event that announced it may be old.
  private func deliver(_ id: Int64) throws(Failure) {
    guard case .reply(let message) = try answer(to: Ask("message").with("id", id)) else { return }
    switch message.state.string {
    case "queued", "failed":
      if message.due_at.isPresent, let claimed = try claim(message) { try send(claimed) }
    case "sending":
      reader.say("message \(id) may have been sent or not: whoever had it has ended")
      try doubt(id)
    default: break
    }
  }

  /// Tells the daemon that nobody knows whether a message was sent: by a second claim.
  private func doubt(_ id: Int64) throws(Failure) {
    // Granted, it is not a second one: somebody has approved the message anew.
    if case .reply(let claimed) = try answer(to: Ask("mail-claim").with("id", id)) { try send(claimed) }
  }

  /// The message, for this deliverer alone; nil when it is not to be sent now.
  private func claim(_ message: JSON) throws(Failure) -> JSON? {
    let id = message.id.integer
    // Unlike a report it is not repeated: who asks again says that the first one died.
    var connection = try Connection(option: socket)
    do throws(Failure) {
      switch try connection.answer(to: Ask("mail-claim").with("id", id)) {
      case .reply(let claimed): return claimed
      case .refusal("conflict", _), .refusal("not-found", _): return nil
      case .refusal(_, let message): throw .broken(message)
      }
    } catch {
      // If it was handed over, it was to nobody, and no mailer has seen it.
      guard case .reply(let now) = try answer(to: Ask("message").with("id", id)) else { throw error }
      if ["sending", "uncertain"].contains(now.state.string), now.tries.integer == message.tries.integer + 1 {
        let why = "the daemon ended while it handed the message over"
        _ = try answer(to: failed(now, why, later: true))
      }
      throw error
    }
  }

  private func send(_ message: JSON) throws(Failure) {
    let command = message.command.array.map(\.string)
    switch runMailer(command, Array(message.text.string.utf8), limit: limit, signals: signals) {
    case .sent: try report(report("mail-sent", message), message, "was sent")
    case .later(let why):
      try report(failed(message, why, later: true), message, "has to wait, says the mailer")
    case .failed(let why):
      let hint = "`hoursctl mail show \(message.id.string)` says why"
      try report(failed(message, why), message, "was not sent; \(hint)")
    case .unknown(let why):
      reader.say("message \(message.id.string) may have been sent or not: \(why)")
      try doubt(message.id.integer)
    }
  }

  /// What became of a try; good to repeat.
  private func report(_ verb: String, _ message: JSON) -> Ask {
    Ask(verb).with("id", message.id.integer)
      .with("key", "deliver-\(message.id.string)-\(message.tries.string)")
  }

  private func failed(_ message: JSON, _ why: String, later: Bool = false) -> Ask {
    report("mail-failed", message).with("error", why).with("later", later ? true : nil)
  }

  private func report(_ ask: Ask, _ message: JSON, _ words: String) throws(Failure) {
    let client = message.client.isPresent ? " to \(message.client.string)" : ""
    let news = "message \(message.id.string)\(client) \(words)"
    do throws(Failure) {
      switch try answer(to: ask) {
      case .reply: reader.say(news)
      case .refusal(_, let refusal): reader.say("\(news), but \(refusal)")
      }
    } catch {
      reader.say("\(news), but no daemon has heard it, and it will be uncertain")
      throw error
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
        reader.pause(after: error, attempt)
        attempt += 1
      }
    }
  }
}
