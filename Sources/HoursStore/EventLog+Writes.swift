// What a turn can stage. Rows are put: the row of that key is as given afterwards, whether it was there before or not.

extension EventLog {
  /// Stages an event. Its `seq` must be new.
  public func stage(_ event: EventRow) throws(DatabaseError) {
    try write(SQL.addEvent) { statement throws(DatabaseError) in
      try statement.bind(1, event.seq)
      try statement.bind(2, event.at)
      try statement.bind(3, event.name)
      try statement.bind(4, event.body)
    }
    for issue in event.issues {
      try write(SQL.addIssueEvent) { statement throws(DatabaseError) in
        try statement.bind(1, issue)
        try statement.bind(2, event.seq)
      }
    }
  }

  /// Stages an issue as it stands now.
  public func put(_ issue: IssueRow) throws(DatabaseError) {
    try write(SQL.putIssue) { statement throws(DatabaseError) in
      try statement.bind(1, issue.id)
      try statement.bind(2, issue.state.rawValue)
      try statement.bind(3, issue.kind.rawValue)
      try statement.bind(4, issue.client)
      try statement.bind(5, issue.person)
      try statement.bind(6, issue.due)
      try statement.bind(7, issue.body)
    }
  }

  /// Stages a call as it stands now.
  public func put(_ call: CallRow) throws(DatabaseError) {
    try write(SQL.putCall) { statement throws(DatabaseError) in
      try statement.bind(1, call.id)
      try statement.bind(2, call.at)
      try statement.bind(3, call.client)
      try statement.bind(4, call.person)
      try statement.bind(5, call.body)
    }
  }

  /// Stages a message as it stands now.
  public func put(_ message: MessageRow) throws(DatabaseError) {
    try write(SQL.putMessage) { statement throws(DatabaseError) in
      try statement.bind(1, message.id)
      try statement.bind(2, message.issue)
      try statement.bind(3, message.state.rawValue)
      try statement.bind(4, message.body)
    }
  }

  /// Stages what a caller was told.
  public func put(_ told: ToldRow) throws(DatabaseError) {
    try write(SQL.putTold) { statement throws(DatabaseError) in
      try statement.bind(1, told.person)
      try statement.bind(2, told.body)
    }
  }

  /// Stages a request's key with its answer.
  public func put(_ request: RequestRow) throws(DatabaseError) {
    try write(SQL.putRequest) { statement throws(DatabaseError) in
      try statement.bind(1, request.key)
      try statement.bind(2, request.line)
      try statement.bind(3, request.reply)
    }
  }

  /// Stages an accepted configuration.
  public func put(_ configuration: ConfigurationRow) throws(DatabaseError) {
    try write(SQL.putConfiguration) { statement throws(DatabaseError) in
      try statement.bind(1, configuration.id)
      try statement.bind(2, configuration.at)
      try statement.bind(3, configuration.body)
    }
  }

  /// Stages the last event that a reader has acknowledged.
  public func setReader(_ name: String, acked seq: Int64) throws(DatabaseError) {
    try write(SQL.putReader) { statement throws(DatabaseError) in
      try statement.bind(1, name)
      try statement.bind(2, seq)
    }
  }

  /// Stages a small thing that must be known at start; the value is UTF-8.
  public func setFact(_ name: String, _ value: [UInt8]) throws(DatabaseError) {
    try write(SQL.putFact) { statement throws(DatabaseError) in
      try statement.bind(1, name)
      try statement.bind(2, value)
    }
  }
}
