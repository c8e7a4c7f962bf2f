// The rows of the log as values. A body is JSON that others make and read; here it is bytes.

/// Something that happened.
public struct EventRow: Equatable, Sendable {
  /// Rises by one and never repeats; greater than 0.
  public var seq: Int64
  /// When: seconds since 1970-01-01T00:00:00Z.
  public var at: Int64
  /// A noun and what happened to it, `issue.queued`.
  public var name: String
  /// UTF-8, made and read by others.
  public var body: [UInt8]
  /// The issues that the event speaks of: it becomes part of their history.
  public var issues: [Int64]

  public init(seq: Int64, at: Int64, name: String, body: [UInt8], issues: [Int64] = []) {
    self.seq = seq
    self.at = at
    self.name = name
    self.body = body
    self.issues = issues
  }
}

/// Something owed to a caller, as it stands now.
public struct IssueRow: Equatable, Sendable {
  /// Where the issue is in its life.
  public enum State: String, CaseIterable, Sendable { case pending, solved, settled, dropped }
  /// A client's problem, or somebody to ring back.
  public enum Kind: String, CaseIterable, Sendable {
    case support
    case ringBack = "ring-back"
  }

  /// Greater than 0.
  public var id: Int64
  public var state: State
  public var kind: Kind
  /// The client's id, if the caller is a client.
  public var client: String?
  /// The caller's key, a contact's id or a number, if there is one.
  public var person: String?
  /// When the owner is to be reminded: seconds since 1970-01-01T00:00:00Z.
  public var due: Int64
  /// UTF-8, made and read by others.
  public var body: [UInt8]

  public init(
    id: Int64, state: State, kind: Kind, client: String? = nil, person: String? = nil, due: Int64,
    body: [UInt8]
  ) {
    self.id = id
    self.state = state
    self.kind = kind
    self.client = client
    self.person = person
    self.due = due
    self.body = body
  }
}

/// A call and what was decided about it.
public struct CallRow: Equatable, Sendable {
  /// Greater than 0.
  public var id: Int64
  /// When: seconds since 1970-01-01T00:00:00Z.
  public var at: Int64
  /// The client's id, if the caller is a client.
  public var client: String?
  /// The caller's key, a contact's id or a number, if there is one.
  public var person: String?
  /// UTF-8, made and read by others.
  public var body: [UInt8]

  public init(id: Int64, at: Int64, client: String? = nil, person: String? = nil, body: [UInt8]) {
    self.id = id
    self.at = at
    self.client = client
    self.person = person
    self.body = body
  }
}

/// A message to a client, as it stands now.
public struct MessageRow: Equatable, Sendable {
  /// Where the message is in its life.
  public enum State: String, CaseIterable, Sendable {
    case draft, queued, sending, sent, failed, uncertain, waived, withdrawn

    /// Those of what is still owed.
    public static let unsent: Set<State> = [.draft, .queued, .sending, .failed, .uncertain]
  }

  /// Greater than 0.
  public var id: Int64
  /// The issue that it is about.
  public var issue: Int64
  public var state: State
  /// UTF-8, made and read by others.
  public var body: [UInt8]

  public init(id: Int64, issue: Int64, state: State, body: [UInt8]) {
    self.id = id
    self.issue = issue
    self.state = state
    self.body = body
  }
}

/// A caller who has heard the policy.
public struct ToldRow: Equatable, Sendable {
  /// The caller's key, a contact's id or a number.
  public var person: String
  /// UTF-8, made and read by others.
  public var body: [UInt8]

  public init(person: String, body: [UInt8]) {
    self.person = person
    self.body = body
  }
}

/// A request that named a key, with its first answer.
public struct RequestRow: Equatable, Sendable {
  /// What the client named the request by, so that it is safe to repeat.
  public var key: String
  /// The request, UTF-8.
  public var line: [UInt8]
  /// Its first answer, UTF-8.
  public var reply: [UInt8]

  public init(key: String, line: [UInt8], reply: [UInt8]) {
    self.key = key
    self.line = line
    self.reply = reply
  }
}

/// A configuration that was accepted.
public struct ConfigurationRow: Equatable, Sendable {
  /// Greater than 0; the last accepted one has the greatest.
  public var id: Int64
  /// When: seconds since 1970-01-01T00:00:00Z.
  public var at: Int64
  /// UTF-8, made and read by others.
  public var body: [UInt8]

  public init(id: Int64, at: Int64, body: [UInt8]) {
    self.id = id
    self.at = at
    self.body = body
  }
}

/// Which issues to read, in the order of their ids.
public struct IssueQuery: Equatable, Sendable {
  /// Any of these; the others below narrow it down where they are given.
  public var states: Set<IssueRow.State>
  public var kind: IssueRow.Kind?
  public var client: String?
  public var person: String?
  /// Due at this instant or before it.
  public var dueBy: Int64?
  /// Only issues with a greater id: the last one of the page before.
  public var after: Int64
  /// At most so many; not negative.
  public var limit: Int

  public init(
    states: Set<IssueRow.State> = [.pending, .solved], kind: IssueRow.Kind? = nil, client: String? = nil,
    person: String? = nil, dueBy: Int64? = nil, after: Int64 = 0, limit: Int
  ) {
    self.states = states
    self.kind = kind
    self.client = client
    self.person = person
    self.dueBy = dueBy
    self.after = after
    self.limit = limit
  }
}

/// Which messages to read, in the order of their ids.
public struct MessageQuery: Equatable, Sendable {
  /// Any of these.
  public var states: Set<MessageRow.State>
  public var issue: Int64?
  /// Only messages with a greater id: the last one of the page before.
  public var after: Int64
  /// At most so many; not negative.
  public var limit: Int

  public init(
    states: Set<MessageRow.State> = MessageRow.State.unsent, issue: Int64? = nil, after: Int64 = 0, limit: Int
  ) {
    self.states = states
    self.issue = issue
    self.after = after
    self.limit = limit
  }
}

/// Which calls to read, the newest first.
public struct CallQuery: Equatable, Sendable {
  public var client: String?
  public var person: String?
  /// Only calls with a smaller id: the last one of the page before.
  public var before: Int64
  /// At most so many; not negative.
  public var limit: Int

  public init(client: String? = nil, person: String? = nil, before: Int64 = .max, limit: Int) {
    self.client = client
    self.person = person
    self.before = before
    self.limit = limit
  }
}
