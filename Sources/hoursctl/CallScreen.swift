// A verdict as the owner needs it while the telephone rings: what to do first, then the words, then the rest.

extension CallReply {
  var verdictPiece: Piece {
    switch verdict {
    case "answer": Piece(verdict, .green)
    case "ask": Piece(verdict, .yellow)
    default: Piece(verdict, severity == "critical" ? .red : .plain)
    }
  }

  func show(on page: inout Page) {
    page.line(Piece("\(verdict) (\(reason))", verdictPiece.ink == .plain ? .bold : verdictPiece.ink))
    page.field("say", Piece(say ?? ""))
    page.field("ask", Piece((questions ?? []).map { "\($0.id): \($0.ask)" }.joined(separator: "\n")))
    page.field("surcharge", Piece(surchargeOffer ?? ""))
    page.field("auto-reply", Piece(autoReply ?? ""))
    page.field("caller", Piece(caller.described))
    page.field("about", Piece(about ?? ""))
    page.field("severity", Piece(severity, severity == "critical" ? .red : .plain))
    if let issue {
      let due = due.map { ", due \(page.time($0))" } ?? ""
      let promised = promised.map { ", promised \(page.time($0))" } ?? ""
      page.field("issue", Piece("\(issue)\(due)\(promised)"))
    }
    if let outcome {
      page.field("ended", Piece(outcome + (minutes.map { ", \($0) min" } ?? "")))
    }
    page.field("call", Piece("\(call), \(page.time(calledAt))"))
    if let pending, !pending.isEmpty {
      page.line(Piece("pending for this caller:", .faint))
      page.issues(pending)
    }
  }
}

extension CallerReply {
  /// The shortest that names them.
  var who: String { name ?? id ?? number ?? `class` }

  var described: String {
    var facts = [`class`]
    if let id, id != name { facts.append(id) }
    if name != nil, let number { facts.append(number) }
    if contract == "24x7" { facts.append("24x7") }
    if always == true { facts.append("always answered") }
    facts.append(told == true ? "told before" : "never told")
    return who == `class` ? facts.joined(separator: ", ") : "\(who) (\(facts.joined(separator: ", ")))"
  }
}
