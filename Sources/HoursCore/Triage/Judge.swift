// Words to severity: what broke and how, unless it is asked, wished, supposed, denied or over.
//
// The text is read once, clause by clause. What is found is kept until the end, for later words may take it back.

/// What words say of how bad it is.
struct Judgement: Hashable, Sendable {
  let severity: Severity
  /// The rule, and the words that decided.
  let rule: String

  init(severity: Severity, rule: String) {
    self.severity = severity
    self.rule = rule
  }

  init(of about: String, phrases: CriticalPhrases = CriticalPhrases()) {
    let words = TextReader.words(of: about)
    if let (phrase, range) = phrases.first(in: words) {
      let found = String(decoding: Array(about.utf8)[range], as: UTF8.self)
      (severity, rule) = (.critical, "phrase `\(phrase)`: `\(found)`")
      return
    }
    var judge = Judge(about, Vocabulary.builtIn.pieces(of: words))
    judge.read()
    (severity, rule) = judge.verdict
  }
}

/// Reads a text, and keeps what it says.
struct Judge {
  private let text: [UInt8]
  let pieces: [Piece]

  /// The rule of what is critical.
  private var critical: String?
  /// A thing has trouble that is not said.
  private var unclear: String?
  /// There is trouble, and nobody knows with what.
  private var vague: String?
  /// The first that makes it normal.
  private var normal: String?
  /// It says what it is about, so that being urgent alone is not all that is said.
  private var isSaid = false
  /// Damage of something that was not named yet.
  private var open: Found?
  /// What `it` stands for.
  private(set) var named: Int?

  /// The rule of a question, a wish or a condition: what follows is not told as trouble.
  private var mute: String?
  private var isMuteToTheEnd = false
  /// This sentence is about many people.
  private var isCrowd = false
  /// This sentence is about paying, ordering or getting in.
  private var isDealing = false
  /// In this sentence something is wrong.
  private var wrong: Int?
  /// An `if` was read, and not yet what it supposes.
  private var isSupposing = false
  /// The part of the sentence only asks whether there is trouble.
  private var isAsking = false

  init(_ about: String, _ pieces: [Piece]) {
    text = Array(about.utf8)
    self.pieces = pieces
  }

  var verdict: (Severity, String) {
    if let critical { return (.critical, critical) }
    if let unclear { return (.untriaged, unclear) }
    if let vague, !isSaid { return (.untriaged, vague) }
    return (.normal, normal ?? "nothing critical")
  }

  mutating func read() {
    var start = 0
    for index in pieces.indices where index > 0 && begins(index) {
      read(Clause(start..<index, of: self))
      start = index
    }
    if start < pieces.count { read(Clause(start..<pieces.count, of: self)) }
    if let open, vague == nil { vague = rule("unclear", open.words) }
  }

  private func begins(_ index: Int) -> Bool {
    pieces[index].before != .none || pieces[index].has([.turn, .joint])
  }

  private mutating func read(_ clause: Clause) {
    begin(at: clause.range.lowerBound)
    for index in clause.range {
      hush(index)
      takeBack(index, in: clause)
      if let found = trouble(at: index, in: clause) ?? sight(at: index, in: clause)
        ?? sign(at: index, in: clause)
      {
        record(found, in: clause)
      } else if mute == nil {
        if pieces[index].has(.hint), !isDenied(index, in: clause) { hint(index, in: clause) }
        beg(index, in: clause)
      }
      settleFor(index, in: clause)
    }
    blame(clause)
    guard let subject = clause.subject else { return }
    if !clause.isPlaced || named == nil || !pieces[subject].has(.small) { named = subject }
    if let found = open, mute == nil {
      open = nil
      record(found, of: bearer(subject))
    }
  }

  // MARK: What is not told as trouble

  private mutating func begin(at index: Int) {
    let piece = pieces[index]
    if piece.before == .sentence { (isMuteToTheEnd, isCrowd, isDealing, wrong) = (false, false, false, nil) }
    // `a note, that …` goes on.
    guard piece.before == .sentence || piece.before == .part && !piece.has(.relates) || piece.has(.turn)
    else { return }
    if !isMuteToTheEnd { mute = nil }
    isSupposing = false
    isAsking = isOnlyAsked(from: index)
  }

  /// `is the site down?` takes nothing for granted; `why is it down?` does.
  private func isOnlyAsked(from start: Int) -> Bool {
    var end = start
    while end + 1 < pieces.count, pieces[end + 1].before == .none { end += 1 }
    guard pieces[end].isAsked, pieces[start].has(.inverts) || pieces[start].before == .sentence else {
      return false
    }
    return !pieces[start...end].contains { $0.has(.grants) }
  }

  private mutating func hush(_ index: Int) {
    let piece = pieces[index]
    if piece.has(.grants) {
      if !isMuteToTheEnd { mute = nil }
      isSupposing = false
    } else if piece.has(.ifs) {
      isSupposing = true
    } else if piece.has([.asks, .topic]) || piece.has(.wants) && !isNoun(index) {
      let rule = rule(piece.has(.asks) ? "asked" : "wished", [index])
      mute = mute ?? rule
      say(rule)
    }
    if isSupposing, piece.isNoun || piece.isTrouble || piece.has([.works, .deals, .enters]) {
      isMuteToTheEnd = true
      mute = mute ?? rule("supposed", [index])
    }
  }

  /// `the plugin update`, `our move`: nothing that somebody wants.
  private func isNoun(_ index: Int) -> Bool {
    guard index > 0, pieces[index].before == .none else { return false }
    let before = pieces[index - 1]
    return before.has(.determiner) || (pieces[index].isLatin ? before.isNoun : before.has(.place))
  }

  private mutating func say(_ rule: String) {
    isSaid = true
    normal = normal ?? rule
  }

  /// `works again`: what was told before is over.
  private mutating func takeBack(_ index: Int, in clause: Clause) {
    guard pieces[index].has(.over), !isMuteToTheEnd, !isDenied(index, in: clause) else { return }
    // `the error is back`
    if index > 0, pieces[index - 1].isTrouble || pieces[index - 1].has(.code) { return }
    (critical, unclear, vague, open) = (nil, nil, nil, nil)
    say(rule("over", [index]))
  }

  // MARK: What is told

  private mutating func record(_ found: Found, in clause: Clause) {
    if let mute {
      normal = normal ?? mute
    } else if isAsking {
      unclear = unclear ?? rule("asked", found.words)
    } else {
      var found = found
      let bearer = bearer(of: found.words, in: clause)
      // `our ticker is down`, whatever that is
      if case .other = bearer, clause.has([.ours, .many]) { found.isAlone = true }
      record(found, of: bearer)
    }
  }

  private mutating func record(_ found: Found, of bearer: Bearer) {
    switch bearer {
    case .thing(let thing, let noun):
      critical = critical ?? rule("\(thing.rawValue) \(found.damage.rawValue)", found.words + [noun])
    case _ where found.isAlone: critical = critical ?? rule(found.damage.rawValue, found.words)
    case .small(let noun): say(rule("can wait", [noun]))
    case .other: say(rule("nothing critical", found.words))
    case .nobody: open = open ?? found
    }
  }

  private mutating func hint(_ index: Int, in clause: Clause) {
    // `wrong password`
    if let next = clause.after(index).first, pieces[next].has(.small) { return }
    wrong = wrong ?? index
    switch clause.subject.map(bearer) {
    case .thing where clause.isPlaced && clause.has(.small): break
    case .thing(let thing, let noun):
      if clause.has(.shows), clause.has(.many) {
        critical = critical ?? rule("\(thing.rawValue) error", [index, noun])
      } else if !clause.has(.one) {
        unclear = unclear ?? rule("unclear", [index, noun])
      }
    case .small: break
    default: vague = vague ?? rule("unclear", [index])
    }
  }

  /// `customers get an error when they pay`
  private mutating func blame(_ clause: Clause) {
    isCrowd = isCrowd || clause.has(.many)
    isDealing = isDealing || clause.has([.deals, .enters])
    guard mute == nil, !isAsking, isCrowd, isDealing, let wrong else { return }
    critical = critical ?? rule("blocked", [wrong])
  }

  /// Urgency, and a call for help when nothing follows that says with what.
  private mutating func beg(_ index: Int, in clause: Clause) {
    let piece = pieces[index]
    let isHelp =
      piece.has(.help)
      && clause.after(index).allSatisfy { pieces[$0].has([.filler, .urgent, .call, .help, .myself, .us]) }
    if isHelp || piece.has(.urgent) && !isDenied(index, in: clause) {
      vague = vague ?? rule("unclear", [index])
    }
  }

  /// What says by itself that it can wait.
  private mutating func settleFor(_ index: Int, in clause: Clause) {
    guard mute == nil else { return }
    let piece = pieces[index]
    if piece.has(.small) { say(rule("can wait", [index])) }
    if piece.has(.needs), !clause.has(.call),
      clause.after(index).contains(where: { !pieces[$0].isKnown || pieces[$0].isNoun })
    {
      say(rule("wished", [index]))
    }
  }

  // MARK: Words

  func word(_ index: Int) -> String { String(decoding: text[pieces[index].range], as: UTF8.self) }

  /// The rule with the words that decided, in their order.
  private func rule(_ name: String, _ words: [Int]) -> String {
    "\(name): " + Set(words).sorted().map { "`\(word($0))`" }.joined(separator: ", ")
  }
}
