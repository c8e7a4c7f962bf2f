// The tables as columns in their order: what a whole log is read and written by, whatever its rows mean.

/// A table of the log.
public struct LogTable: Sendable {
  public enum Kind: Sendable {
    case integer, text
    /// Text, or nothing.
    case optionalText
    /// UTF-8 that others make and read, as a rule JSON.
    case body
  }

  public struct Column: Sendable {
    public let name: String
    public let kind: Kind

    /// As it stands in a line: `,"seq":`.
    public let key: [UInt8]

    init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
      key = Array(",\"\(name)\":".utf8)
    }
  }

  public let name: String
  /// The first ones are its key, by which its rows are ordered.
  public let columns: [Column]
  public let keys: Int
  /// Logs of earlier versions have no such table.
  let since: Int64
  let select: StaticString
  let insert: StaticString

  private init(
    _ name: String, _ columns: [Column], keys: Int = 1, since: Int64 = 1, _ select: StaticString,
    _ insert: StaticString
  ) {
    self.name = name
    self.columns = columns
    self.keys = keys
    self.since = since
    self.select = select
    self.insert = insert
  }

  /// The newest version of the tables that this program knows.
  public static var version: Int64 { Schema.version }

  /// All of them.
  public static let all = [
    LogTable(
      "event",
      [Column("seq", .integer), Column("at", .integer), Column("name", .text), Column("body", .body)],
      "SELECT seq, at, name, body FROM event ORDER BY seq",
      "INSERT INTO event(seq, at, name, body) VALUES(?1, ?2, ?3, ?4)"),
    LogTable(
      "issue_event", [Column("issue", .integer), Column("seq", .integer)], keys: 2,
      "SELECT issue, seq FROM issue_event ORDER BY issue, seq",
      "INSERT INTO issue_event(issue, seq) VALUES(?1, ?2)"),
    LogTable(
      "issue",
      [
        Column("id", .integer), Column("state", .text), Column("kind", .text),
        Column("client", .optionalText),
        Column("person", .optionalText), Column("due", .integer), Column("body", .body),
      ],
      "SELECT id, state, kind, client, person, due, body FROM issue ORDER BY id",
      "INSERT INTO issue(id, state, kind, client, person, due, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
    LogTable(
      "call",
      [
        Column("id", .integer), Column("at", .integer), Column("client", .optionalText),
        Column("person", .optionalText), Column("body", .body),
      ],
      "SELECT id, at, client, person, body FROM call ORDER BY id",
      "INSERT INTO call(id, at, client, person, body) VALUES(?1, ?2, ?3, ?4, ?5)"),
    LogTable(
      "message",
      [Column("id", .integer), Column("issue", .integer), Column("state", .text), Column("body", .body)],
      since: 2, "SELECT id, issue, state, body FROM message ORDER BY id",
      "INSERT INTO message(id, issue, state, body) VALUES(?1, ?2, ?3, ?4)"),
    LogTable(
      "told", [Column("person", .text), Column("body", .body)],
      "SELECT person, body FROM told ORDER BY person", "INSERT INTO told(person, body) VALUES(?1, ?2)"),
    LogTable(
      "request", [Column("key", .text), Column("line", .text), Column("reply", .body)],
      "SELECT key, line, reply FROM request ORDER BY key",
      "INSERT INTO request(key, line, reply) VALUES(?1, ?2, ?3)"),
    LogTable(
      "reader", [Column("name", .text), Column("acked", .integer)],
      "SELECT name, acked FROM reader ORDER BY name", "INSERT INTO reader(name, acked) VALUES(?1, ?2)"),
    LogTable(
      "configuration", [Column("id", .integer), Column("at", .integer), Column("body", .body)],
      "SELECT id, at, body FROM configuration ORDER BY id",
      "INSERT INTO configuration(id, at, body) VALUES(?1, ?2, ?3)"),
    LogTable(
      "fact", [Column("name", .text), Column("value", .body)],
      "SELECT name, value FROM fact ORDER BY name", "INSERT INTO fact(name, value) VALUES(?1, ?2)"),
  ]
}
