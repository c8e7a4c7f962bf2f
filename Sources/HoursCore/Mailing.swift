// A message's life: the owner edits and approves it, a deliverer takes it and says what became of it.

import Civil

extension Office {
  func list(_ query: MessageQuery, archive: some Archive) throws(Refusal) -> Decision {
    // An issue that there never was is a slip, not an empty list.
    if let issue = query.issue { _ = try self.issue(issue, archive: archive) }
    let messages = try archive.messages(query)
    return Decision(
      events: [],
      reply: .messages(messages, next: messages.count == query.limit ? messages.last?.id : nil))
  }

  func message(_ id: Int64, archive: some Archive) throws(Refusal) -> Message {
    if let message = outbox.messages[id] { return message }
    guard let message = try archive.message(id) else { throw .noSuchMessage(id) }
    return message
  }

  /// A message that is in one of these states.
  private func message(_ id: Int64, in states: Set<MessageState>, archive: some Archive) throws(Refusal)
    -> Message
  {
    let message = try message(id, archive: archive)
    guard states.contains(message.state) else { throw .messageIs(id, message.state) }
    return message
  }

  // MARK: The owner

  func edit(_ edit: MessageEdit, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    var message = try message(edit.id, in: [.draft, .queued, .failed, .uncertain], archive: archive)
    let subject = edit.subject.map(oneLine)
    guard subject?.isEmpty == false || edit.body != nil else { throw .nothingToEdit }
    if let subject, !subject.isEmpty { message.subject = subject }
    if let body = edit.body { message.body = body.withPlainLineEnds }
    return changed(.drafted, message, at: now)
  }

  func send(_ id: Int64, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    let message = try message(id, in: [.draft, .queued, .failed, .uncertain], archive: archive)
    return changed(.queued, try approved(message, at: now), at: now)
  }

  private func changed(_ news: MailNews, _ message: Message, at now: Instant) -> Decision {
    Decision(events: [Event(.mail(news, message), at: now)], reply: .message(message, text: nil))
  }

  // MARK: A deliverer

  /// Hands a message over to be sent now, once.
  func claim(_ id: Int64, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    var message = try message(id, in: [.queued, .failed, .sending], archive: archive)
    // Whoever took it before has died without a word.
    if message.state == .sending {
      return Decision(events: [message.doubted(at: now)], reply: .refused(.claimedTwice(id)))
    }
    if message.dueAt == nil, let nextTry = message.nextTry, nextTry > now {
      throw .notDue(id, at: nextTry)
    }
    message.state = .sending
    message.sendingAt = now
    message.tries += 1
    message.nextTry = nil
    message.dueAt = nil
    return Decision(
      events: [Event(.mail(.sending, message), at: now)],
      reply: .claimed(message, text: message.text(in: zone), command: configuration.mail.command))
  }

  func sent(_ id: Int64, at now: Instant, archive: some Archive) throws(Refusal) -> Decision {
    var message = try message(id, in: [.sending, .uncertain], archive: archive)
    message.state = .sent
    message.sentAt = now
    message.error = nil
    var events = [Event(.mail(.sent, message), at: now)]
    var issue = try issue(message.issue, archive: archive)
    // Reopened meanwhile, it is owed again, and solved anew it has a follow-up of its own.
    let isLast = !outbox.messages(about: issue.id).contains { $0.id > id }
    if issue.state == .solved, isLast {
      issue.settle(at: now)
      events.append(Event(.issue(.settled, issue, text: nil), at: now))
    }
    if let person = issue.person { events.append(heard(message, person, at: now)) }
    return Decision(events: events, reply: .mailed(message))
  }

  /// The follow-up restates the support hours, so whoever got it was told.
  private func heard(_ message: Message, _ person: String, at now: Instant) -> Event {
    let before = told[person]
    let heard = Told(
      person: person, client: message.client, channel: .mail, call: nil, times: (before?.times ?? 0) + 1,
      toldAt: now, firstToldAt: before?.heardAt ?? now, repliedAt: before?.repliedAt)
    return Event(.told(heard), at: now)
  }

  /// A try failed; `later` when the mailer asked for patience.
  func failed(_ id: Int64, _ error: String, later: Bool, at now: Instant, archive: some Archive)
    throws(Refusal)
    -> Decision
  {
    var message = try message(id, in: [.sending, .uncertain], archive: archive)
    message.state = later ? .queued : .failed
    message.error = error
    message.nextTry = now + message.pause
    message.dueAt = nil
    return Decision(
      events: [Event(.mail(later ? .queued : .failed, message), at: now)], reply: .mailed(message))
  }
}
