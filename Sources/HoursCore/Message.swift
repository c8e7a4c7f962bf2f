// The e-mail after an issue is solved: what it says, to whom, and how far it has come.

import Civil

/// Where a message stands in its life.
public enum MessageState: String, Codable, Hashable, Sendable, CaseIterable {
  /// Nobody has approved it yet.
  case draft
  /// Approved; it waits for a deliverer.
  case queued
  /// A deliverer has it.
  case sending
  /// It left the house.
  case sent
  /// The last try failed; there will be another.
  case failed
  /// A try was cut short: nobody knows whether it left, and it is never sent again by itself.
  case uncertain
  /// The owner decided to do without.
  case waived
  /// The issue was reopened before it left.
  case withdrawn

  /// Still owed to the client.
  public var isUnsent: Bool { Self.unsent.contains(self) }

  public static let unsent: Set<MessageState> = [.draft, .queued, .sending, .failed, .uncertain]
}

/// A follow-up to a client.
public struct Message: Codable, Hashable, Sendable {
  public var id: Int64
  public var issue: Int64
  /// The client's id.
  public var client: String?
  public var state: MessageState
  /// As configured, `Ann <ann@example.org>`; absent while nobody has configured it.
  public var from: String?
  /// The client's address.
  public var to: String
  /// The client's name.
  public var name: String?
  /// One line.
  public var subject: String
  /// Plain text; lines end with `\n`.
  public var body: String
  /// Without its angle brackets; the same for every try.
  public var messageID: String
  /// The `message_id` of the last message about this issue that was sent.
  public var inReplyTo: String?
  public var draftedAt: Instant
  /// When it was last approved.
  public var queuedAt: Instant?
  /// When a deliverer last took it.
  public var sendingAt: Instant?
  public var sentAt: Instant?
  /// How often a deliverer took it.
  public var tries: Int
  /// When a deliverer is to take it next, or was to.
  public var nextTry: Instant?
  /// When `next_try` was announced; absent until it has come.
  public var dueAt: Instant?
  /// Why the last try failed.
  public var error: String?

  enum CodingKeys: String, CodingKey {
    case id, issue, client, state, from, to, name, subject, body
    case messageID = "message_id"
    case inReplyTo = "in_reply_to"
    case draftedAt = "drafted_at"
    case queuedAt = "queued_at"
    case sendingAt = "sending_at"
    case sentAt = "sent_at"
    case tries
    case nextTry = "next_try"
    case dueAt = "due_at"
    case error
  }

  /// A draft, whose text must be clean already.
  public init(
    id: Int64, issue: Int64, client: String?, from: String?, to: String, name: String?, subject: String,
    body: String, inReplyTo: String? = nil, draftedAt: Instant
  ) {
    self.id = id
    self.issue = issue
    self.client = client
    self.state = .draft
    self.from = from
    self.to = to
    self.name = name
    self.subject = subject
    self.body = body
    self.messageID = Self.messageID(id, draftedAt: draftedAt, from: from)
    self.inReplyTo = inReplyTo
    self.draftedAt = draftedAt
    self.tries = 0
  }

  /// Made of the id, the drafting instant and the sender's domain, so that every try bears the same one.
  static func messageID(_ id: Int64, draftedAt: Instant, from: String?) -> String {
    let domain = from.flatMap { try? Mailbox($0) }?.address.domain
    return "hoursd.\(id).\(draftedAt.seconds)@\(domain ?? "hoursd.invalid")"
  }
}
