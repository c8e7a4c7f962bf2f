// What can be read. Every statement runs on an index; none costs more because the history is long, but for what it says.

extension EventLog {
  /// The last event's `seq`, 0 when there is none.
  public func lastSeq() throws(DatabaseError) -> Int64 { try integer(SQL.lastSeq) }

  /// The greatest issue's id, 0 when there is none.
  public func maxIssueID() throws(DatabaseError) -> Int64 { try integer(SQL.maxIssueID) }

  /// The greatest call's id, 0 when there is none.
  public func maxCallID() throws(DatabaseError) -> Int64 { try integer(SQL.maxCallID) }

  /// The greatest message's id, 0 when there is none.
  public func maxMessageID() throws(DatabaseError) -> Int64 { try integer(SQL.maxMessageID) }

  private func integer(_ sql: StaticString) throws(DatabaseError) -> Int64 {
    try database.statement(sql).first { row in row.integer(0) } ?? 0
  }

  // MARK: One row

  /// An issue as it stands now; nil when there is none of that id.
  public func issue(_ id: Int64) throws(DatabaseError) -> IssueRow? {
    let statement = try database.statement(SQL.issue)
    try statement.bind(1, id)
    return try statement.first(IssueRow.init(row:))
  }

  /// A call as it stands now; nil when there is none of that id.
  public func call(_ id: Int64) throws(DatabaseError) -> CallRow? {
    let statement = try database.statement(SQL.call)
    try statement.bind(1, id)
    return try statement.first(CallRow.init(row:))
  }

  /// A message as it stands now; nil when there is none of that id.
  public func message(_ id: Int64) throws(DatabaseError) -> MessageRow? {
    let statement = try database.statement(SQL.message)
    try statement.bind(1, id)
    return try statement.first(MessageRow.init(row:))
  }

  /// The request that came with this key; nil when none did.
  public func request(_ key: String) throws(DatabaseError) -> RequestRow? {
    let statement = try database.statement(SQL.request)
    try statement.bind(1, key)
    return try statement.first { row in RequestRow(key: row.text(0), line: row.bytes(1), reply: row.bytes(2))
    }
  }

  /// The last event that a reader has acknowledged; nil for a name that never did.
  public func reader(_ name: String) throws(DatabaseError) -> Int64? {
    let statement = try database.statement(SQL.reader)
    try statement.bind(1, name)
    return try statement.first { row in row.integer(0) }
  }

  /// The configuration accepted last; nil when none was.
  public func lastConfiguration() throws(DatabaseError) -> ConfigurationRow? {
    try database.statement(SQL.lastConfiguration).first { row in
      ConfigurationRow(id: row.integer(0), at: row.integer(1), body: row.bytes(2))
    }
  }

  /// A fact's value; nil when it was never set.
  public func fact(_ name: String) throws(DatabaseError) -> [UInt8]? {
    let statement = try database.statement(SQL.fact)
    try statement.bind(1, name)
    return try statement.first { row in row.bytes(0) }
  }

  // MARK: All of a kind

  /// Everybody who has heard the policy, in no order.
  public func allTold() throws(DatabaseError) -> [ToldRow] {
    try database.statement(SQL.allTold).rows(ToldRow.init(row:))
  }

  /// All pending issues, in the order of their ids.
  public func pendingIssues() throws(DatabaseError) -> [IssueRow] {
    try issues(IssueQuery(states: [.pending], limit: .max))
  }

  /// All messages that are still owed, in the order of their ids.
  public func unsentMessages() throws(DatabaseError) -> [MessageRow] {
    try messages(MessageQuery(limit: .max))
  }

  // MARK: Pages

  /// The events after `seq`, in their order; the last one is the one whose body fills up `bytes`.
  public func events(after seq: Int64, limit: Int, bytes: Int = .max) throws(DatabaseError) -> [EventRow] {
    let statement = try database.statement(SQL.events)
    try statement.bind(1, seq)
    try statement.bind(2, Int64(limit))
    return try events(statement, after: seq, bytes: bytes)
  }

  /// The history of an issue: the events that speak of it, after `seq`, in their order.
  public func events(
    ofIssue issue: Int64, after seq: Int64 = 0, limit: Int
  ) throws(DatabaseError) -> [EventRow] {
    let statement = try database.statement(SQL.eventsOfIssue)
    try statement.bind(1, issue)
    try statement.bind(2, seq)
    try statement.bind(3, Int64(limit))
    return try events(statement, after: seq)
  }

  private func events(
    _ statement: Statement, after seq: Int64, bytes: Int = .max
  ) throws(DatabaseError) -> [EventRow] {
    var room = bytes
    var events = try statement.rows(
      while: { room > 0 },
      { row in
        let event = EventRow(
          seq: row.integer(0), at: row.integer(1), name: row.text(2), body: row.bytes(3))
        room -= event.body.count
        return event
      })
    try checkOrder(of: events, first: { $0.seq > seq }, then: { $0.seq < $1.seq })
    let issues = try database.statement(SQL.issuesOfEvent)
    for index in events.indices {
      try issues.bind(1, events[index].seq)
      events[index].issues = try issues.rows { row in row.integer(0) }
    }
    return events
  }

  /// The issues that a query asks for, in the order of their ids.
  public func issues(_ query: IssueQuery) throws(DatabaseError) -> [IssueRow] {
    var found: [IssueRow] = []
    for state in query.states { found += try issues(query, in: state) }
    if query.states.count > 1 { found.sort { $0.id < $1.id } }
    return Array(found.prefix(query.limit))
  }

  private func issues(_ query: IssueQuery, in state: IssueRow.State) throws(DatabaseError) -> [IssueRow] {
    let sql = query.client != nil ? SQL.issuesOfClient : query.person != nil ? SQL.issuesOfPerson : SQL.issues
    let statement = try database.statement(sql)
    try statement.bind(1, state.rawValue)
    try statement.bind(2, query.after)
    try statement.bind(3, Int64(query.limit))
    try statement.bind(4, query.kind?.rawValue)
    try statement.bind(5, query.dueBy)
    if let client = query.client { try statement.bind(6, client) }
    if query.client != nil || query.person != nil { try statement.bind(7, query.person) }
    let issues = try statement.rows(IssueRow.init(row:))
    try checkOrder(of: issues, first: { $0.id > query.after }, then: { $0.id < $1.id })
    return issues
  }

  /// The messages that a query asks for, in the order of their ids.
  public func messages(_ query: MessageQuery) throws(DatabaseError) -> [MessageRow] {
    var found: [MessageRow] = []
    for state in query.states { found += try messages(query, in: state) }
    if query.states.count > 1 { found.sort { $0.id < $1.id } }
    return Array(found.prefix(query.limit))
  }

  private func messages(_ query: MessageQuery, in state: MessageRow.State) throws(DatabaseError)
    -> [MessageRow]
  {
    let statement = try database.statement(query.issue != nil ? SQL.messagesOfIssue : SQL.messages)
    try statement.bind(1, state.rawValue)
    try statement.bind(2, query.after)
    try statement.bind(3, Int64(query.limit))
    if let issue = query.issue { try statement.bind(4, issue) }
    let messages = try statement.rows(MessageRow.init(row:))
    try checkOrder(of: messages, first: { $0.id > query.after }, then: { $0.id < $1.id })
    return messages
  }

  /// The calls that a query asks for, the newest first.
  public func calls(_ query: CallQuery) throws(DatabaseError) -> [CallRow] {
    let sql = query.client != nil ? SQL.callsOfClient : query.person != nil ? SQL.callsOfPerson : SQL.calls
    let statement = try database.statement(sql)
    try statement.bind(1, query.before)
    try statement.bind(2, Int64(query.limit))
    if let client = query.client { try statement.bind(3, client) }
    if query.client != nil || query.person != nil { try statement.bind(4, query.person) }
    let calls = try statement.rows(CallRow.init(row:))
    try checkOrder(of: calls, first: { $0.id < query.before }, then: { $0.id > $1.id })
    return calls
  }

  /// Refuses rows that are not in their order, as a damaged file can give them: whoever reads page after page would go on
  /// for ever.
  func checkOrder<Row>(
    of rows: [Row], first isFirst: (Row) -> Bool, then isBefore: (Row, Row) -> Bool
  ) throws(DatabaseError) {
    guard let first = rows.first else { return }
    guard isFirst(first), zip(rows, rows.dropFirst()).allSatisfy(isBefore) else {
      throw damaged("its rows are out of order")
    }
  }
}

// MARK: Counting

extension EventLog {
  /// A page of the calls of `from..<to` (seconds since 1970), after `last`: in the order in which they rang, or one
  /// person's in the order in which they were noted.
  public func calls(
    from: Int64, to: Int64, person: String? = nil, after last: (at: Int64, id: Int64)? = nil, limit: Int
  ) throws(DatabaseError) -> [CallRow] {
    let statement = try database.statement(person == nil ? SQL.callsBetween : SQL.callsOfPersonBetween)
    // Of everybody's calls the last one says where to go on; of one person's the window stays.
    try statement.bind(1, person == nil ? last?.at ?? from : from)
    try statement.bind(2, last?.id ?? 0)
    try statement.bind(3, to)
    try statement.bind(4, Int64(limit))
    if let person { try statement.bind(5, person) }
    let calls = try statement.rows(CallRow.init(row:))
    let start = last ?? (from, 0)
    if person == nil {
      try checkOrder(of: calls, first: { ($0.at, $0.id) > start }, then: { ($0.at, $0.id) < ($1.at, $1.id) })
    } else {
      try checkOrder(of: calls, first: { $0.id > start.id }, then: { $0.id < $1.id })
    }
    return calls
  }
}

// MARK: Rows from columns

extension IssueRow {
  fileprivate init(row: Statement) throws(DatabaseError) {
    guard let state = State(rawValue: row.text(1)) else { throw row.damaged(1) }
    guard let kind = Kind(rawValue: row.text(2)) else { throw row.damaged(2) }
    self.init(
      id: row.integer(0), state: state, kind: kind, client: row.optionalText(3), person: row.optionalText(4),
      due: row.integer(5), body: row.bytes(6))
  }
}

extension CallRow {
  fileprivate init(row: Statement) throws(DatabaseError) {
    self.init(
      id: row.integer(0), at: row.integer(1), client: row.optionalText(2), person: row.optionalText(3),
      body: row.bytes(4))
  }
}

extension MessageRow {
  fileprivate init(row: Statement) throws(DatabaseError) {
    guard let state = State(rawValue: row.text(2)) else { throw row.damaged(2) }
    self.init(id: row.integer(0), issue: row.integer(1), state: state, body: row.bytes(3))
  }
}

extension ToldRow {
  fileprivate init(row: Statement) throws(DatabaseError) {
    self.init(person: row.text(0), body: row.bytes(1))
  }
}
