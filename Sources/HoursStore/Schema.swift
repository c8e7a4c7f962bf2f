// The tables, as the steps that lead from an empty file to the present version.
//
// A step that was released never changes; a new version appends one. Ids and instants are integers (seconds since 1970),
// bodies are text that others make. The CHECKs are the last line of defence against a bug of ours: a log outlives the
// program that wrote it.

enum Schema {
  /// "hour" in ASCII: tells a log of ours from other programs' databases (`PRAGMA application_id`).
  static let applicationID: Int64 = 0x686f_7572

  /// Step N leads from version N - 1 to version N (`PRAGMA user_version`), as one transaction.
  static let steps: [[String]] = [version1, version2]

  static var version: Int64 { Int64(steps.count) }

  /// What `sqlite_schema` must hold at the present version.
  static var statements: [String] { version1 + version2 }

  private static let version1 = [
    """
    CREATE TABLE event(
      seq  INTEGER PRIMARY KEY CHECK(seq > 0),
      at   INTEGER NOT NULL,
      name TEXT NOT NULL CHECK(name GLOB '[a-z]*.[a-z]*' AND name NOT GLOB '*[^a-z.-]*' AND name NOT GLOB '*.*.*'),
      body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE issue(
      id     INTEGER PRIMARY KEY CHECK(id > 0),
      state  TEXT NOT NULL CHECK(state IN ('pending', 'solved', 'settled', 'dropped')),
      kind   TEXT NOT NULL CHECK(kind IN ('support', 'ring-back')),
      client TEXT CHECK(client <> ''),
      person TEXT CHECK(person <> ''),
      due    INTEGER NOT NULL,
      body   TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX issue_by_state ON issue(state, id)",
    "CREATE INDEX issue_by_client ON issue(client, state, id) WHERE client IS NOT NULL",
    "CREATE INDEX issue_by_person ON issue(person, state, id) WHERE person IS NOT NULL",
    """
    CREATE TABLE issue_event(
      issue INTEGER NOT NULL CHECK(issue > 0),
      seq   INTEGER NOT NULL CHECK(seq > 0),
      PRIMARY KEY(issue, seq)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX issue_event_by_seq ON issue_event(seq, issue)",
    """
    CREATE TABLE call(
      id     INTEGER PRIMARY KEY CHECK(id > 0),
      at     INTEGER NOT NULL,
      client TEXT CHECK(client <> ''),
      person TEXT CHECK(person <> ''),
      body   TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX call_by_client ON call(client, id) WHERE client IS NOT NULL",
    "CREATE INDEX call_by_person ON call(person, id) WHERE person IS NOT NULL",
    """
    CREATE TABLE told(
      person TEXT NOT NULL PRIMARY KEY CHECK(person <> ''),
      body   TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE request(
      key   TEXT NOT NULL PRIMARY KEY CHECK(key <> ''),
      line  TEXT NOT NULL,
      reply TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE reader(
      name  TEXT NOT NULL PRIMARY KEY CHECK(name <> ''),
      acked INTEGER NOT NULL CHECK(acked >= 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE configuration(
      id   INTEGER PRIMARY KEY CHECK(id > 0),
      at   INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE fact(
      name  TEXT NOT NULL PRIMARY KEY CHECK(name <> ''),
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
  ]

  /// Messages to clients.
  private static let version2 = [
    """
    CREATE TABLE message(
      id    INTEGER PRIMARY KEY CHECK(id > 0),
      issue INTEGER NOT NULL CHECK(issue > 0),
      state TEXT NOT NULL CHECK(state IN ('draft', 'queued', 'sending', 'sent', 'failed', 'uncertain', 'waived', 'withdrawn')),
      body  TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX message_by_state ON message(state, id)",
    "CREATE INDEX message_by_issue ON message(issue, state, id)",
    // Calls are counted by the time at which they rang.
    "CREATE INDEX call_by_time ON call(at, id)",
  ]
}
