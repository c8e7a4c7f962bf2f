// A clause: what it is about, and what went wrong in it.

/// Words between two breaks, `and`, `but` or the like.
struct Clause {
  let range: Range<Int>
  /// What its words do, all together.
  private let roles: Roles
  let hasThing: Bool
  /// The noun that it is about.
  let subject: Int?
  /// All that it names says where: `it does not open on my phone`.
  let isPlaced: Bool

  init(_ range: Range<Int>, of judge: Judge) {
    self.range = range
    roles = judge.pieces[range].reduce(into: []) { $0.formUnion($1.meaning.roles) }
    hasThing = judge.pieces[range].contains { $0.meaning.thing != nil }
    (subject, isPlaced) = judge.subject(of: range)
  }

  func has(_ any: Roles) -> Bool { !roles.isDisjoint(with: any) }

  /// The words before, the nearest first, as far as a `not` reaches.
  func before(_ index: Int) -> [Int] {
    (max(range.lowerBound, index - Limits.denialReach)..<index).reversed()
  }

  func after(_ index: Int) -> Range<Int> {
    index + 1..<max(index + 1, min(range.upperBound, index + 1 + Limits.denialReach))
  }
}

/// Damage, and the words that tell it.
struct Found {
  let damage: Damage
  let words: [Int]
  /// It is critical whatever it befell.
  var isAlone = false
}

/// What trouble befell.
enum Bearer {
  case thing(Thing, Int)
  case small(Int)
  /// Something that the tables do not know.
  case other
  /// Nothing was named yet.
  case nobody
}

extension Judge {
  /// The first noun that does not say where; a group of nouns is about its head.
  fileprivate func subject(of range: Range<Int>) -> (Int?, isPlaced: Bool) {
    var placed: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      index += 1
      guard pieces[start].isNoun else { continue }
      while index < range.upperBound, pieces[index].isNoun, pieces[index].before == .none { index += 1 }
      // `site logo`, but `логотип сайта`
      let head = pieces[start].isLatin ? index - 1 : start
      if !isPlaced(start, in: range) { return (head, false) }
      placed = placed ?? head
    }
    return (placed, placed != nil)
  }

  /// Whether `on`, `at` or the like stands before it, with little words between.
  private func isPlaced(_ index: Int, in range: Range<Int>) -> Bool {
    for before in (max(range.lowerBound, index - 4)..<index).reversed() {
      if pieces[before].has(.place) { return true }
      guard pieces[before].has([.filler, .many]) else { return false }
    }
    return false
  }

  func bearer(_ noun: Int) -> Bearer {
    guard !pieces[noun].has(.small), let thing = pieces[noun].meaning.thing else { return .small(noun) }
    return .thing(thing, noun)
  }

  /// Where the clause names nothing, trouble befell what was named before.
  func bearer(of words: [Int], in clause: Clause) -> Bearer {
    let earlier = named.map(bearer) ?? .nobody
    if let subject = clause.subject {
      guard clause.isPlaced, named != nil else { return bearer(subject) }
      let isIt = clause.before(words.min() ?? 0).contains { pieces[$0].has(.pronoun) }
      return isIt || pieces[subject].has(.small) ? earlier : bearer(subject)
    }
    for index in clause.before(words.min() ?? 0) {
      if pieces[index].has(.pronoun) { return earlier }
      // `I was offline`
      if words.count == 1, pieces[index].has(.myself) { return .other }
      // `in the long run` is nothing that could be down.
      let isPlace = index > clause.range.lowerBound && pieces[index - 1].has(.place)
      if !pieces[index].isKnown, !isPlace { return .other }
    }
    for index in clause.after(words.max() ?? 0) {
      if pieces[index].has(.pronoun) { break }
      if !pieces[index].isKnown { return .other }
      guard pieces[index].has([.filler, .many, .not]) else { break }
    }
    return earlier
  }

  // MARK: Damage

  func trouble(at index: Int, in clause: Clause) -> Found? {
    let meaning = pieces[index].meaning
    guard !clause.has(.longPast) || clause.has(.since) else { return nil }
    let isPast = clause.has(.past) && !clause.has(.since)
    // `products are missing pictures`
    let isOfSmall = clause.after(index).first.map { pieces[$0].has(.small) } ?? false
    if pieces[index].isTrouble, !isDenied(index, in: clause), !isOfSmall || meaning.alone != nil {
      if let damage = meaning.alone { return Found(damage: damage, words: [index], isAlone: true) }
      if let damage = meaning.event ?? (isPast ? nil : meaning.state),
        !isLostCustomer(index, damage, in: clause)
      {
        // `all pictures are gone`
        return Found(
          damage: damage, words: [index],
          isAlone: damage == .lost && clause.has(.many)
            && (clause.subject != nil || clause.has(.people) && !clause.has(.us))
            || damage == .leaked && clause.has(.secret))
      }
    }
    // `orders have stopped`, `orders stopped syncing`
    if pieces[index].has(.ceases), clause.subject != nil, isIdle(after: index, in: clause) {
      return Found(damage: .down, words: [index])
    }
    if isUnableToDoSomething(index, in: clause) { return Found(damage: .down, words: [index, index + 1]) }
    guard pieces[index].has([.works, .deals, .enters]), let not = denial(of: index, in: clause),
      !isPast || pieces[not].has(.ceases)
    else { return nil }
    return failure(of: index, not, in: clause)
  }

  /// `we lost a client`
  private func isLostCustomer(_ index: Int, _ damage: Damage, in clause: Clause) -> Bool {
    damage == .lost && clause.has(.us) && !clause.hasThing
      && clause.after(index).contains { pieces[$0].has(.people) }
  }

  /// Nothing follows what ceased, or what the tables do not know.
  private func isIdle(after index: Int, in clause: Clause) -> Bool {
    guard let next = clause.after(index).first else { return index == clause.range.upperBound - 1 }
    let isVerb = word(next).hasSuffix("ing") || isRussianVerb(next)
    return isVerb && !pieces[next].isKnown && !clause.isPlaced && clause.subject.map { $0 < index } == true
  }

  /// `credit cards can't be charged`: a thing that will not do what the tables do not know.
  private func isUnableToDoSomething(_ index: Int, in clause: Clause) -> Bool {
    guard pieces[index].has(.cannot), pieces[index].has(.not), pieces[index].isLatin, !clause.isPlaced,
      let subject = clause.subject, subject == index - 1, let next = clause.after(index).first
    else { return false }
    return !pieces[next].isKnown || pieces[next].has(.charges)
  }

  /// What does not work: for things, for those who pay, for those who log in.
  private func failure(of verb: Int, _ not: Int, in clause: Clause) -> Found? {
    guard !clause.has(.one) else { return nil }
    let (piece, subject) = (pieces[verb], clause.subject.map { pieces[$0] })
    let blocked = Found(damage: .blocked, words: [not, verb], isAlone: true)
    if piece.has(.enters) { return clause.has([.many, .us]) ? blocked : nil }
    if piece.has(.deals) {
      // `we stopped selling hats`
      if pieces[not].has(.ceases), clause.has(.us), !clause.has(.people) { return nil }
      if subject?.has(.small) == true || pieces[not].has(.no) && piece.meaning.thing != nil { return nil }
      return subject != nil || clause.has([.many, .us]) || !clause.has(.myself) ? blocked : nil
    }
    let isOwn = clause.has(.myself) && !clause.has(.many)
    if isOwn, let thing = subject?.meaning.thing, [.system, .login].contains(thing) { return nil }
    return Found(damage: .down, words: [not, verb])
  }

  /// The `not` of a verb: before it with few words between, or, as in `открыть не могу`, behind it.
  private func denial(of verb: Int, in clause: Clause) -> Int? {
    if pieces[verb].has([.not, .ceases]) { return verb }
    var unknown = 0
    for index in clause.before(verb) {
      let piece = pieces[index]
      if piece.has([.not, .ceases, .no]) { return index }
      if !piece.isKnown { unknown += 1 }
      let isPassed = piece.has([.filler, .pronoun, .many, .us, .myself, .place]) || piece.isNoun
      guard isPassed || !piece.isKnown && unknown < 2 else { break }
    }
    for index in clause.after(verb) {
      if pieces[index].has(.cannot) || pieces[index].has(.no) && clause.subject.map({ $0 > index }) == false {
        return index
      }
      guard pieces[index].isNoun || pieces[index].has([.filler, .many, .not, .pronoun]) else { return nil }
    }
    return nil
  }

  /// Whether it is denied: only little words may stand between, or a noun after `no`.
  func isDenied(_ index: Int, in clause: Clause) -> Bool {
    var needsNo = false
    for before in clause.before(index) {
      let piece = pieces[before]
      if piece.has(.no) { return true }
      if piece.has(.not) { return !needsNo }
      if piece.isNoun { needsNo = true } else if !piece.has([.filler, .inverts]) { return false }
    }
    return false
  }

  private var isThingNamed: Bool { named.map { pieces[$0].meaning.thing != nil } ?? false }

  /// Numbers of errors, and what a business does not show.
  func sight(at index: Int, in clause: Clause) -> Found? {
    let piece = pieces[index]
    let found = Found(
      damage: piece.has(.foreign) ? .foreign : .error, words: [index],
      isAlone: clause.hasThing || piece.has([.foreign, .code]) && isThingNamed
        || piece.has(.code)
        || piece.has(.foreign) && clause.has([.lands, .people])
        || piece.has(.missingPage) && clause.has(.many))
    if piece.has(.code) { return found }
    if piece.has(.number) { return clause.has(.shows) && (clause.hasThing || named != nil) ? found : nil }
    if piece.has(.missingPage) {
      // One page that is not there is one page.
      let isPage = clause.subject.map { word($0).hasPrefix("page") || word($0).hasPrefix("страниц") } ?? true
      return clause.hasThing && clause.has(.many) || clause.has(.shows) && !isPage ? found : nil
    }
    guard piece.has(.foreign), !clause.has(.needs), clause.hasThing || clause.has([.shows, .lands]) else {
      return nil
    }
    // `our casino site` is the client's own trade.
    let next = index + 1 < clause.range.upperBound ? pieces[index + 1].meaning.thing : nil
    return next == nil || clause.has(.shows) ? found : nil
  }
}
