// The closing duty: a client who can be written to is told what was done, or the owner decides to do without.

import Civil

extension Office {
  /// The client whom a solved issue's follow-up goes to, and the address; nil when nobody can be written to.
  ///
  /// The book as it is now decides: an address that was added meanwhile counts, and so does one that is gone.
  func addressee(of issue: Issue) -> (client: Caller, address: String)? {
    guard issue.kind == .support, let id = issue.client else { return nil }
    let caller = caller(number: nil, name: id)
    // Another's name may be what this one's id was.
    guard caller.class == .client, caller.id?.lowercased() == id.lowercased() else { return nil }
    return caller.email.map { (caller, $0) }
  }

  /// The follow-up to an issue that was just solved, for the owner to approve.
  func draft(
    for issue: Issue, to client: Caller, _ address: String, at now: Instant, archive: some Archive
  ) throws(Refusal) -> Message {
    guard outbox.messages.count < Limits.unsent else { throw .outboxIsFull }
    let (subject, body) = followUpText(for: issue, to: client, at: now)
    var sent = MessageQuery()
    sent.issue = issue.id
    sent.states = [.sent]
    sent.limit = Limits.page
    return Message(
      id: lastMessage + 1, issue: issue.id, client: client.id, from: configuration.mail.from,
      to: address, name: client.name.map(oneLine),
      subject: oneLine(subject).cut(to: Limits.mailSubject), body: body.withPlainLineEnds,
      inReplyTo: try archive.messages(sent).last?.messageID, draftedAt: now)
  }

  /// A message that the owner wants sent as soon as somebody takes it.
  func approved(_ message: Message, at now: Instant) throws(Refusal) -> Message {
    guard let from = configuration.mail.from else { throw .noSender }
    var message = message
    // What never left may still learn its sender's domain.
    if message.from == nil {
      message.messageID = Message.messageID(message.id, draftedAt: message.draftedAt, from: from)
    }
    message.from = from
    message.state = .queued
    message.queuedAt = now
    message.nextTry = now
    message.dueAt = nil
    return message
  }

  /// What is not with a deliverer is not sent any more, for its issue is pending again.
  func withdrawn(about issue: Int64, at now: Instant) -> [Event] {
    outbox.messages(about: issue).filter { $0.state != .sending }.map { $0.ended(.withdrawn, at: now) }
  }

  func waive(_ id: Int64, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    var issue = try issue(id, archive: archive)
    guard issue.state == .solved else { throw .notSolved(id, issue.state) }
    let owed = outbox.messages(about: id)
    if let sending = owed.first(where: { $0.state == .sending }) { throw .messageIs(sending.id, .sending) }
    issue.settle(at: now)
    let events =
      owed.map { $0.ended(.waived, at: now) } + [Event(.issue(.settled, issue, text: nil), at: now)]
    return Decision(events: events, reply: .issue(issue))
  }
}

extension Message {
  /// Owed no longer, though it was not sent.
  fileprivate func ended(_ state: MessageState, at now: Instant) -> Event {
    var message = self
    message.state = state
    message.nextTry = nil
    message.dueAt = nil
    return Event(.mail(.waived, message), at: now)
  }
}

extension String {
  /// Lines that end with `\n` alone.
  var withPlainLineEnds: String {
    var text = ""
    for character in self { text.append(character == "\r\n" || character == "\r" ? "\n" : character) }
    return text
  }

  /// At most so many bytes; what was cut is shown as cut.
  func cut(to bytes: Int) -> String {
    guard utf8.count > bytes else { return self }
    var text = ""
    for character in self {
      guard text.utf8.count + character.utf8.count + "…".utf8.count <= bytes else { break }
      text.append(character)
    }
    return text + "…"
  }
}
