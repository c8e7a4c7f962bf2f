// Every statement that runs while the daemon serves, in one place: what is prepared is what the tests explain.

enum SQL {
  static let begin: StaticString = "BEGIN IMMEDIATE"
  static let commit: StaticString = "COMMIT"

  // MARK: Writes

  static let addEvent: StaticString = "INSERT INTO event(seq, at, name, body) VALUES(?1, ?2, ?3, ?4)"
  static let addIssueEvent: StaticString =
    "INSERT INTO issue_event(issue, seq) VALUES(?1, ?2) ON CONFLICT DO NOTHING"
  static let putIssue: StaticString = """
    INSERT INTO issue(id, state, kind, client, person, due, body) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT(id) DO UPDATE SET state = ?2, kind = ?3, client = ?4, person = ?5, due = ?6, body = ?7
    """
  static let putCall: StaticString = """
    INSERT INTO call(id, at, client, person, body) VALUES(?1, ?2, ?3, ?4, ?5)
    ON CONFLICT(id) DO UPDATE SET at = ?2, client = ?3, person = ?4, body = ?5
    """
  static let putMessage: StaticString = """
    INSERT INTO message(id, issue, state, body) VALUES(?1, ?2, ?3, ?4)
    ON CONFLICT(id) DO UPDATE SET issue = ?2, state = ?3, body = ?4
    """
  static let putTold: StaticString = """
    INSERT INTO told(person, body) VALUES(?1, ?2) ON CONFLICT(person) DO UPDATE SET body = ?2
    """
  static let putRequest: StaticString = """
    INSERT INTO request(key, line, reply) VALUES(?1, ?2, ?3)
    ON CONFLICT(key) DO UPDATE SET line = ?2, reply = ?3
    """
  static let putReader: StaticString = """
    INSERT INTO reader(name, acked) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET acked = ?2
    """
  static let putConfiguration: StaticString = """
    INSERT INTO configuration(id, at, body) VALUES(?1, ?2, ?3)
    ON CONFLICT(id) DO UPDATE SET at = ?2, body = ?3
    """
  static let putFact: StaticString = """
    INSERT INTO fact(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2
    """

  // MARK: Forgetting

  static let rewriteEvent: StaticString = "UPDATE event SET body = ?2 WHERE seq = ?1"
  static let removeTold: StaticString = "DELETE FROM told WHERE person = ?1"
  static let countConfigurations: StaticString = "SELECT count(*) FROM configuration WHERE id < ?1"
  static let removeConfigurations: StaticString = "DELETE FROM configuration WHERE id < ?1"
  static let requests: StaticString = """
    SELECT key, line, reply FROM request WHERE key > ?1 ORDER BY key LIMIT ?2
    """

  // MARK: Reads by key

  static let lastSeq: StaticString = "SELECT max(seq) FROM event"
  static let maxIssueID: StaticString = "SELECT max(id) FROM issue"
  static let maxCallID: StaticString = "SELECT max(id) FROM call"
  static let maxMessageID: StaticString = "SELECT max(id) FROM message"
  static let issue: StaticString =
    "SELECT id, state, kind, client, person, due, body FROM issue WHERE id = ?1"
  static let call: StaticString = "SELECT id, at, client, person, body FROM call WHERE id = ?1"
  static let message: StaticString = "SELECT id, issue, state, body FROM message WHERE id = ?1"
  static let request: StaticString = "SELECT key, line, reply FROM request WHERE key = ?1"
  static let reader: StaticString = "SELECT acked FROM reader WHERE name = ?1"
  static let lastConfiguration: StaticString = """
    SELECT id, at, body FROM configuration WHERE id = (SELECT max(id) FROM configuration)
    """
  static let fact: StaticString = "SELECT value FROM fact WHERE name = ?1"

  // MARK: Whole tables, read at start: they grow with callers, not with history

  static let allTold: StaticString = "SELECT person, body FROM told"

  // MARK: Pages

  static let events: StaticString = """
    SELECT seq, at, name, body FROM event WHERE seq > ?1 ORDER BY seq LIMIT ?2
    """
  static let eventsOfIssue: StaticString = """
    SELECT event.seq, at, name, body FROM issue_event CROSS JOIN event ON event.seq = issue_event.seq
    WHERE issue = ?1 AND issue_event.seq > ?2 ORDER BY issue_event.seq LIMIT ?3
    """
  static let issuesOfEvent: StaticString = "SELECT issue FROM issue_event WHERE seq = ?1 ORDER BY issue"

  /// Of one state, by the narrowest index; what the index leaves open is filtered.
  static let issues: StaticString = """
    SELECT id, state, kind, client, person, due, body FROM issue
    WHERE state = ?1 AND id > ?2 AND (?4 IS NULL OR kind = ?4) AND (?5 IS NULL OR due <= ?5)
    ORDER BY id LIMIT ?3
    """
  static let issuesOfClient: StaticString = """
    SELECT id, state, kind, client, person, due, body FROM issue
    WHERE client = ?6 AND state = ?1 AND id > ?2
    AND (?4 IS NULL OR kind = ?4) AND (?5 IS NULL OR due <= ?5) AND (?7 IS NULL OR person = ?7)
    ORDER BY id LIMIT ?3
    """
  static let issuesOfPerson: StaticString = """
    SELECT id, state, kind, client, person, due, body FROM issue
    WHERE person = ?7 AND state = ?1 AND id > ?2
    AND (?4 IS NULL OR kind = ?4) AND (?5 IS NULL OR due <= ?5)
    ORDER BY id LIMIT ?3
    """

  static let messages: StaticString = """
    SELECT id, issue, state, body FROM message WHERE state = ?1 AND id > ?2 ORDER BY id LIMIT ?3
    """
  static let messagesOfIssue: StaticString = """
    SELECT id, issue, state, body FROM message WHERE issue = ?4 AND state = ?1 AND id > ?2 ORDER BY id LIMIT ?3
    """

  static let calls: StaticString = """
    SELECT id, at, client, person, body FROM call WHERE id < ?1 ORDER BY id DESC LIMIT ?2
    """
  static let callsOfClient: StaticString = """
    SELECT id, at, client, person, body FROM call
    WHERE client = ?3 AND id < ?1 AND (?4 IS NULL OR person = ?4) ORDER BY id DESC LIMIT ?2
    """
  /// By time, for counting; a tie keeps the order of the ids.
  static let callsBetween: StaticString = """
    SELECT id, at, client, person, body FROM call WHERE (at, id) > (?1, ?2) AND at < ?3 ORDER BY at, id LIMIT ?4
    """
  static let callsOfPersonBetween: StaticString = """
    SELECT id, at, client, person, body FROM call
    WHERE person = ?5 AND id > ?2 AND at >= ?1 AND at < ?3 ORDER BY id LIMIT ?4
    """

  static let callsOfPerson: StaticString = """
    SELECT id, at, client, person, body FROM call WHERE person = ?4 AND id < ?1 ORDER BY id DESC LIMIT ?2
    """
}
