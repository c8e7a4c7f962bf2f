// A verdict as the owner needs it while the telephone rings: what to do first, then the words, then the rest.

extension Page {
  /// `asks`: the questions are asked next, so they need not be listed.
  mutating func verdict(_ call: JSON, asks: Bool = false) {
    line(Piece("\(call.verdict.string) (\(call.reason.string))", call.verdictInk))
    field("say", Piece(call.say.string))
    let questions = asks ? [] : call.questions.array.map { "\($0.id.string): \($0.ask.string)" }
    field("ask", Piece(questions.joined(separator: "\n")))
    field("surcharge", Piece(call.surcharge_offer.string))
    field("auto-reply", Piece(call.auto_reply.string))
    field("caller", Piece(call.caller.described))
    field("about", Piece(call.about.string))
    // What the owner said outright needs no reason.
    let rule = call.rule.string == "stated" ? "" : call.rule.string
    field("severity", Piece(call.severity.string + (rule.isEmpty ? "" : " (\(rule))"), call.severityInk))
    field("issue", Piece([call.issue.string, due(of: call)].joinedFilled(", ")))
    field("ended", Piece([call.outcome.string, call.lasted].joinedFilled(", ")))
    field("call", Piece("\(call.call.string), \(time(call.called_at.time))"))
    // Its own has been said.
    let others = call.pending.array.filter { $0.id.string != call.issue.string }
    if !others.isEmpty {
      line(Piece("pending for this caller:", .faint))
      issues(others)
    }
  }

  mutating func calls(_ calls: [JSON]) {
    let rows = calls.map { call in
      [
        Piece(call.call.string), Piece(time(call.called_at.time)), Piece(call.caller.who),
        Piece(call.verdict.string, call.verdictInk), Piece(call.outcome.string), Piece(call.reason.string),
        Piece(call.subject, call.severityInk),
      ]
    }
    table(
      [
        "CALL", "WHEN", Column("WHO", comfort: 12), "VERDICT", Column("END", spare: 2),
        Column("REASON", spare: 1), Column("ABOUT", comfort: 20),
      ], rows)
  }

  /// `due tomorrow 09:00, promised tomorrow 09:00`
  func due(of reply: JSON) -> String {
    let reminded = reply.reminded_at.time == reply.due.time ? nil : reply.reminded_at.time
    return [("due", reply.due.time), ("reminded", reminded), ("promised", reply.promised.time)]
      .compactMap { word, instant in instant.map { "\(word) \(time($0))" } }.joined(separator: ", ")
  }
}

extension JSON {
  /// A caller by the shortest that names them.
  var who: String {
    [self.name, self.id, self.number, self.class].map(\.string).first { !$0.isEmpty } ?? ""
  }

  /// A caller with all that is known.
  var described: String {
    var facts = [self.class.string]
    if self.id.string != who { facts.append(self.id.string) }
    if self.number.string != who { facts.append(self.number.string) }
    if self.contract.string == "24x7" { facts.append("24x7") }
    if self.always.isTrue { facts.append("always answered") }
    facts.append(self.told.isTrue ? "told before" : "never told")
    let known = facts.joinedFilled(", ")
    return who == self.class.string ? known : "\(who) (\(known))"
  }

  /// What it is about, and first of all whether it can wait.
  var subject: String {
    [self.severity.string == "critical" ? "critical" : "", self.about.string].joinedFilled(": ")
  }

  var severityInk: Ink { self.severity.string == "critical" ? .red : .plain }

  fileprivate var verdictInk: Ink {
    switch self.verdict.string {
    case "answer": .green
    case "ask": .magenta
    default: .bold
    }
  }

  fileprivate var lasted: String { self.minutes.isPresent ? "\(self.minutes.string) min" : "" }
}
