// How bad a call is: the owner's word first, then the answers to the questions, then the words.

extension Triage {
  /// The rule when a person said how bad it is; that nobody knows is no rule.
  static func rule(_ stated: Severity) -> String? { stated == .untriaged ? nil : statedRule }

  static let statedRule = "stated"
  /// All answers were no.
  static let answersRule = "answers"
  /// Before the question that was answered with yes.
  static let answerRule = "answer: "
  /// Before the id of the issue that the call was joined to.
  static let joinRule = "issue "
}

extension Call {
  /// The owner said how bad it is, or answered the questions: words change it no more.
  var isSaidByOwner: Bool {
    guard let rule else { return false }
    return rule == Triage.statedRule || rule == Triage.answersRule || rule.hasPrefix(Triage.answerRule)
      || rule.hasPrefix(Triage.joinRule)
  }
}

extension Office {
  /// What the words say of how bad it is; nobody knows when there are none.
  func judge(_ about: String?) -> (severity: Severity, rule: String?) {
    guard let about, about.contains(where: { !$0.isWhitespace }) else { return (.untriaged, nil) }
    let judgement = Judgement(of: about, phrases: configuration.criticalPhrases)
    return (judgement.severity, judgement.rule)
  }

  /// Takes what was learned. A stated severity wins over the answers, and they over the words; one yes is critical, all no is
  /// normal.
  func learn(_ triage: Triage, into call: inout Call) throws(Refusal) {
    if let about = triage.about {
      call.about = about
      if !call.isSaidByOwner { (call.severity, call.rule) = judge(about) }
    }
    if let surcharge = triage.surcharge { call.surcharge = surcharge }
    if let answers = triage.answers { try call.learn(answers, language: configuration.language) }
    if let stated = triage.severity { (call.severity, call.rule) = (stated, Triage.rule(stated)) }
  }
}

extension Call {
  fileprivate mutating func learn(_ new: [String: Bool], language: String) throws(Refusal) {
    let known = Script.questions(language: language).map(\.id)
    if let stranger = new.keys.sorted().first(where: { !known.contains($0) }) {
      throw .unknownQuestion(stranger)
    }
    let all = (answers ?? [:]).merging(new) { $1 }
    answers = all
    if let yes = known.first(where: { all[$0] == true }) {
      (severity, rule) = (.critical, Triage.answerRule + yes)
    } else if known.allSatisfy({ all[$0] == false }) {
      (severity, rule) = (.normal, Triage.answersRule)
    }
  }
}
