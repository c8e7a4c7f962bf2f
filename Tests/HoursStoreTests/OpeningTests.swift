// Opening: what is made, what is taken over from earlier versions, what is refused and left as it is.

import Foundation
import Testing

@testable import HoursStore

struct OpeningTests {
  let folder = Folder()

  @Test func aNewLogIsForItsOwnerOnly() throws {
    let log = try EventLog.open(path: folder.log)
    try log.record(1)
    for (name, data) in try folder.snapshot() {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name), \(data.count) bytes")
    }
    #expect(try folder.snapshot().keys.sorted() == ["log", "log-wal"], "no shared memory")
  }

  @Test func anEmptyFileIsANewLog() throws {
    try folder.write(Data(), to: "log")
    let log = try EventLog.open(path: folder.log)
    try log.record(1)
    #expect(try log.recorded() == 1)
  }

  /// What the log's promises rest on; `synchronous` in particular is easily reset by another pragma.
  @Test(
    arguments: [
      ("PRAGMA journal_mode", "wal"), ("PRAGMA synchronous", "2"), ("PRAGMA locking_mode", "exclusive"),
      ("PRAGMA secure_delete", "1"), ("PRAGMA trusted_schema", "0"), ("PRAGMA cache_size", "-512"),
      ("PRAGMA wal_autocheckpoint", "0"), ("PRAGMA journal_size_limit", "4194304"),
      ("PRAGMA temp_store", "2"),
      ("PRAGMA user_version", "\(Schema.version)"), ("PRAGMA application_id", "1752135026"),
      ("PRAGMA busy_timeout", "0"),
    ] as [(StaticString, String)])
  func settings(pragma: StaticString, value: String) throws {
    for _ in 1...2 {
      let log = try EventLog.open(path: folder.log)
      #expect(try log.database.statement(pragma).first { row in row.text(0) } == value)
      log.close()
    }
  }

  @Test func theWriteAheadLogIsBounded() throws {
    let log = try EventLog.open(path: folder.log)
    let body = String(repeating: "x", count: 20_000)
    for seq in 1...200 { try log.record(Int64(seq), body: body) }
    #expect(try folder.read("log-wal").count < 5_000_000)
    #expect(try folder.read("log").count > 3_000_000)
  }

  // MARK: Earlier versions

  /// A log as version 1 wrote it, frozen here: what a step made is not to change under those who have it.
  private static let version1 = """
    PRAGMA journal_mode = WAL;
    CREATE TABLE event(
      seq  INTEGER PRIMARY KEY CHECK(seq > 0),
      at   INTEGER NOT NULL,
      name TEXT NOT NULL CHECK(name GLOB '[a-z]*.[a-z]*' AND name NOT GLOB '*[^a-z.-]*' AND name NOT GLOB '*.*.*'),
      body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE issue(
      id     INTEGER PRIMARY KEY CHECK(id > 0),
      state  TEXT NOT NULL CHECK(state IN ('pending', 'solved', 'settled', 'dropped')),
      kind   TEXT NOT NULL CHECK(kind IN ('support', 'ring-back')),
      client TEXT CHECK(client <> ''),
      person TEXT CHECK(person <> ''),
      due    INTEGER NOT NULL,
      body   TEXT NOT NULL
    ) STRICT;
    CREATE INDEX issue_by_state ON issue(state, id);
    CREATE INDEX issue_by_client ON issue(client, state, id) WHERE client IS NOT NULL;
    CREATE INDEX issue_by_person ON issue(person, state, id) WHERE person IS NOT NULL;
    CREATE TABLE issue_event(
      issue INTEGER NOT NULL CHECK(issue > 0),
      seq   INTEGER NOT NULL CHECK(seq > 0),
      PRIMARY KEY(issue, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX issue_event_by_seq ON issue_event(seq, issue);
    CREATE TABLE call(
      id     INTEGER PRIMARY KEY CHECK(id > 0),
      at     INTEGER NOT NULL,
      client TEXT CHECK(client <> ''),
      person TEXT CHECK(person <> ''),
      body   TEXT NOT NULL
    ) STRICT;
    CREATE INDEX call_by_client ON call(client, id) WHERE client IS NOT NULL;
    CREATE INDEX call_by_person ON call(person, id) WHERE person IS NOT NULL;
    CREATE TABLE told(
      person TEXT NOT NULL PRIMARY KEY CHECK(person <> ''),
      body   TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE request(
      key   TEXT NOT NULL PRIMARY KEY CHECK(key <> ''),
      line  TEXT NOT NULL,
      reply TEXT NOT NULL
    ) STRICT;
    CREATE TABLE reader(
      name  TEXT NOT NULL PRIMARY KEY CHECK(name <> ''),
      acked INTEGER NOT NULL CHECK(acked >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE configuration(
      id   INTEGER PRIMARY KEY CHECK(id > 0),
      at   INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE TABLE fact(
      name  TEXT NOT NULL PRIMARY KEY CHECK(name <> ''),
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO event VALUES(1, 1795000000, 'issue.queued', '{"issue":1}');
    INSERT INTO issue VALUES(1, 'pending', 'ring-back', NULL, '+79161234567', 1795003600, '{"about":"the shop"}');
    INSERT INTO issue_event VALUES(1, 1);
    INSERT INTO call VALUES(1, 1795000000, NULL, '+79161234567', '{}');
    INSERT INTO fact VALUES('last', '1');
    PRAGMA application_id = 1752135026;
    PRAGMA user_version = 1;
    """

  @Test func aLogOfVersion1() throws {
    try execute(Self.version1, on: folder.log)
    let log = try EventLog.open(path: folder.log)
    let issue = IssueRow(
      id: 1, state: .pending, kind: .ringBack, person: "+79161234567", due: 1_795_003_600,
      body: utf8("{\"about\":\"the shop\"}"))
    #expect(try log.pendingIssues() == [issue])
    #expect(try log.events(ofIssue: 1, limit: 9).map(\.body) == [utf8("{\"issue\":1}")])
    #expect(try log.call(1)?.person == "+79161234567")
    #expect(try log.unsentMessages() == [])
    let message = MessageRow(id: 1, issue: 1, state: .draft, body: utf8("{}"))
    try log.put(message)
    #expect(try log.unsentMessages() == [message])
    try log.record(2)
    #expect(try log.recorded() == 2)
    try log.check()
  }

  /// Steps are taken from the log's version on, each whole or not at all.
  @Test func stepsToLaterVersions() throws {
    try execute(Self.version1, on: folder.log)
    let database = try Database(path: folder.log)
    let next = [
      "ALTER TABLE call ADD COLUMN minutes INTEGER", "CREATE INDEX call_by_minutes ON call(minutes)",
    ]
    let broken = ["CREATE TABLE half(x)", "CREATE TABLE call(x)"]
    let error = #expect(throws: DatabaseError.self) {
      try EventLog.migrate(database, from: 1, steps: Schema.steps + [next, broken])
    }
    #expect(error?.message == "table call already exists")
    try database.execute("ROLLBACK")
    let version = try database.statement("PRAGMA user_version").first { row in row.integer(0) }
    #expect(version == Schema.version + 1)
    let calls = try database.statement("SELECT minutes FROM call").rows { row in row.optionalInteger(0) }
    #expect(calls == [nil])
    #expect(throws: DatabaseError.self) { try database.execute("SELECT * FROM half") }
  }

  @Test func whatTheOwnerAddedIsNoHarm() throws {
    try execute(Self.version1 + "CREATE VIEW mine AS SELECT body FROM issue; ANALYZE", on: folder.log)
    #expect(try EventLog.open(path: folder.log).maxIssueID() == 1)
  }

  // MARK: Refusals

  /// A log with 500 turns in its one file.
  private static func makeLog(_ folder: Folder) throws {
    let log = try EventLog.open(path: folder.log)
    for seq in 1...500 {
      try log.stage(anEvent(Int64(seq), body: String(repeating: "x", count: 200)))
    }
    try log.commit()
    log.close()
  }

  struct Refusal: CustomTestStringConvertible {
    let testDescription: String
    let kind: DatabaseError.Kind
    let prepare: @Sendable (Folder) throws -> Void

    init(
      _ description: String, _ kind: DatabaseError.Kind,
      _ prepare: @escaping @Sendable (Folder) throws -> Void
    ) {
      self.testDescription = description
      self.kind = kind
      self.prepare = prepare
    }
  }

  static let refusals = [
    Refusal("a few words", .corrupt) { try $0.write(Data("dear diary".utf8), to: "log") },
    Refusal("no database", .corrupt) { try $0.write(Data(repeating: 0xa5, count: 20_000), to: "log") },
    Refusal("zeros, as after a bad recovery of the file system", .corrupt) {
      try $0.write(Data(repeating: 0, count: 8192), to: "log")
    },
    Refusal("half of the log", .corrupt) {
      try makeLog($0)
      let log = try $0.read("log")
      try $0.write(log.prefix(log.count / 2), to: "log")
    },
    Refusal("a damaged first page", .corrupt) {
      try makeLog($0)
      var log = try $0.read("log")
      log.replaceSubrange(100..<4096, with: Data(repeating: 0xa5, count: 3996))
      try $0.write(log, to: "log")
    },
    Refusal("an index is missing", .corrupt) {
      try makeLog($0)
      try execute("DROP INDEX call_by_client", on: $0.log)
    },
    Refusal("our mark, but no tables", .corrupt) {
      try execute("CREATE TABLE t(x); DROP TABLE t; PRAGMA application_id = 1752135026", on: $0.log)
    },
    Refusal("a write-ahead log without its database", .corrupt) {
      try $0.write(Data(repeating: 1, count: 5000), to: "log-wal")
    },
    Refusal("a write-ahead log beside an empty file", .corrupt) {
      try $0.write(Data(), to: "log")
      try $0.write(Data(repeating: 1, count: 5000), to: "log-wal")
    },
    Refusal("a database of another program", .foreign) {
      try execute("CREATE TABLE photo(id); PRAGMA application_id = 42; PRAGMA user_version = 1", on: $0.log)
    },
    Refusal("a database without any mark", .foreign) { try execute("CREATE TABLE event(seq)", on: $0.log) },
    Refusal("version 99", .newerVersion) {
      try makeLog($0)
      try execute("PRAGMA user_version = 99; CREATE TABLE later(x)", on: $0.log)
    },
    Refusal("version 99 that crashed: its mark is still in the write-ahead log", .newerVersion) {
      try makeLog($0)
      let database = try Database(path: $0.log)
      try database.keepWriteAheadLog(true)
      try database.execute("PRAGMA user_version = 99")
      database.close()
      try FileManager.default.removeItem(atPath: $0.log + "-shm")
      #expect(try $0.read("log-wal").count > 4096)
    },
    Refusal("an older copy with the write-ahead log of a newer one", .mismatched) {
      try makeLog($0)
      let older = try $0.read("log")
      let log = try EventLog.open(path: $0.log)
      for seq in 501...3000 {
        try log.stage(anEvent(Int64(seq), body: String(repeating: "y", count: 2000)))
        if seq % 100 == 0 { try log.commit() }
      }
      try log.database.keepWriteAheadLog(true)
      log.close()
      try $0.write(older, to: "log")
    },
    Refusal("the same, begun anew after it was emptied", .mismatched) {
      try putOlderCopy($0) { log, _ in try log.truncateWriteAheadLog() }
    },
    Refusal("the same, begun anew after it had grown long", .mismatched) {
      try putOlderCopy($0) { log, record in
        // The commit that makes it long takes it in.
        repeat { try record() } while log.database.pagesAhead < 256
      }
    },
    Refusal("a folder", .foreign) {
      try FileManager.default.createDirectory(atPath: $0.log, withIntermediateDirectories: false)
    },
    Refusal("a folder for a write-ahead log", .foreign) {
      try makeLog($0)
      try FileManager.default.createDirectory(atPath: $0.log + "-wal", withIntermediateDirectories: false)
    },
    Refusal("no such folder", .io) { try FileManager.default.removeItem(atPath: $0.path) },
  ]

  /// An older copy, and a write-ahead log with one turn that wrote no page which the copy has: small events fit into the last one's.
  private static func putOlderCopy(
    _ folder: Folder, takeIn: (EventLog, _ record: () throws -> Void) throws -> Void
  ) throws {
    try makeLog(folder)
    let older = try folder.read("log")
    let log = try EventLog.open(path: folder.log)
    var seq: Int64 = 500
    func record(_ body: String = "{}") throws {
      seq += 1
      try log.stage(anEvent(seq, body: body))
      try log.commit()
    }
    for _ in 1...1000 { try record(String(repeating: "y", count: 500)) }
    try record()
    try takeIn(log) { try record() }
    try record()
    try log.database.keepWriteAheadLog(true)
    log.close()
    try folder.write(older, to: "log")
  }

  @Test(arguments: refusals)
  func refused(refusal: Refusal) throws {
    try refusal.prepare(folder)
    let before = try? folder.snapshot()
    let error = #expect(throws: DatabaseError.self) { try EventLog.open(path: folder.log) }
    #expect(error?.kind == refusal.kind, "\(error.map(String.init(describing:)) ?? "")")
    #expect(error?.path == folder.log)
    #expect((try? folder.snapshot()) == before, "not a byte has changed, no file was added or removed")
  }

  @Test func damageThatOpeningDoesNotSeeIsNamedWhenItIsMet() throws {
    try Self.makeLog(folder)
    var bytes = try folder.read("log")
    bytes.replaceSubrange(20 * 4096..<30 * 4096, with: Data(repeating: 0xff, count: 10 * 4096))
    try folder.write(bytes, to: "log")
    let log = try EventLog.open(path: folder.log)
    let met = #expect(throws: DatabaseError.self) { try log.events(after: 0, limit: 1000) }
    #expect(met?.kind == .corrupt)
    let found = #expect(throws: DatabaseError.self) { try log.check() }
    #expect(found?.kind == .corrupt)
  }

  @Test func aSoundLogChecksOut() throws {
    try Self.makeLog(folder)
    try EventLog.open(path: folder.log).check()
  }

  @Test func errorsSayWhatWhereAndTheWayOut() throws {
    try folder.write(Data("dear diary".utf8), to: "log")
    let error = #expect(throws: DatabaseError.self) { try EventLog.open(path: folder.log) }
    let text = """
      \(folder.log): file is not a database (sqlite3_exec, code 26/26): move it away and put a copy in its place; \
      it was left as it is
      """
    #expect(error?.description == text)
  }

  // MARK: One process at a time

  /// From the moment of opening, not from the first write on.
  @Test func aLogThatIsOpenIsInUse() throws {
    let log = try EventLog.open(path: folder.log)
    let error = #expect(throws: DatabaseError.self) { try EventLog.open(path: folder.log) }
    #expect(error?.kind == .inUse)
    try log.record(1)
    log.close()
    #expect(try EventLog.open(path: folder.log).recorded() == 1)
  }

  @Test(arguments: [0, 1] as [Int64])
  func aLogThatAnotherProcessHasOpenIsInUse(turns: Int64) async throws {
    try EventLog.open(path: folder.log).close()
    let log = try EventLog.open(path: folder.log)
    if turns > 0 { try log.record(turns) }
    await #expect(processExitsWith: .success) { [path = folder.log as String] in
      let error = #expect(throws: DatabaseError.self) { try EventLog.open(path: path) }
      #expect(error?.kind == .inUse)
    }
    try log.record(turns + 1)
    #expect(try log.recorded() == turns + 1)
  }

  /// In a process of its own, since only one without root's privileges is bound by modes.
  @Test func aLogThatCannotBeWrittenIsReadOnly() async throws {
    try Self.makeLog(folder)
    chmod(folder.log, 0o444)
    chmod(folder.path, 0o755)
    let before = try folder.snapshot()
    await #expect(processExitsWith: .success) { [folder = folder.path as String] in
      if geteuid() == 0 { try #require(seteuid(65534) == 0) }
      let file = #expect(throws: DatabaseError.self) { try EventLog.open(path: folder + "/log") }
      #expect(file?.kind == .readOnly)
      chmod(folder, 0o555)
      let directory = #expect(throws: DatabaseError.self) { try EventLog.open(path: folder + "/new") }
      #expect(directory?.kind == .readOnly)
    }
    chmod(folder.path, 0o755)
    #expect(try folder.snapshot() == before)
  }
}
