// Trouble that no word for damage tells: what happens to those whom a business serves, to their money, to their data.

extension Judge {
  func sign(at index: Int, in clause: Clause) -> Found? {
    guard !clause.has([.past, .longPast]) || clause.has(.since) else { return nil }
    return bar(index, in: clause) ?? wrongPrice(index, in: clause) ?? wrongCharge(index, in: clause)
      ?? exposure(index, in: clause) ?? replacement(index, in: clause)
  }

  /// `nobody can upload a file`: whatever it is that they cannot do.
  private func bar(_ index: Int, in clause: Clause) -> Found? {
    let isNot = pieces[index].has([.not, .no]) || pieces[index].has(.ceases) && pieces[index].has(.can)
    guard isNot, clause.has(.people), clause.has([.can, .receives]), !clause.has(.one) else { return nil }
    // A download is small, and to download is something to be kept from.
    let isSmall = pieces[clause.range].contains { $0.has(.small) && !$0.has(.works) }
    guard !isSmall else { return nil }
    let before = clause.before(index)
    // `no guest can`
    let isNo = pieces[index].has(.no) && clause.after(index).first.map { pieces[$0].has(.people) } == true
    guard isNo || pieces[index].has(.people) || before.contains(where: { pieces[$0].has(.people) })
    else { return nil }
    var isAble = pieces[index].has(.can) || before.contains { pieces[$0].has(.can) }
    for verb in clause.after(index) {
      if pieces[verb].has(.receives) {
        return Found(damage: .blocked, words: [index, verb], isAlone: true)
      } else if pieces[verb].has(.can) {
        isAble = true
      } else if !pieces[verb].isKnown || pieces[verb].has(.works) {
        guard isAble, pieces[verb].has(.works) || pieces[verb].isLatin || isRussianVerb(verb) else {
          return nil
        }
        return Found(damage: .blocked, words: [index, verb], isAlone: true)
      } else if !pieces[verb].has([.filler, .pronoun, .not, .ceases, .people]) && !pieces[verb].isNoun {
        return nil
      }
    }
    return nil
  }

  /// It ends as Russian verbs do.
  func isRussianVerb(_ index: Int) -> Bool {
    let word = word(index)
    return ["т", "ть", "ся", "сь", "ти", "чь"].contains { word.hasSuffix($0) }
  }

  /// `the shop sells everything for 0 euros`
  private func wrongPrice(_ index: Int, in clause: Clause) -> Found? {
    guard pieces[index].has(.gratis), !clause.has([.wants, .needs]),
      clause.has([.many, .deals]) || clause.hasThing
    else { return nil }
    return Found(damage: .error, words: [index], isAlone: true)
  }

  /// `customers were charged three times`
  private func wrongCharge(_ index: Int, in clause: Clause) -> Found? {
    guard pieces[index].has(.charges), clause.has(.people), clause.has([.wrongly, .hint]) else { return nil }
    return Found(damage: .error, words: [index], isAlone: true)
  }

  /// `I see another customer's address`, `anyone can download the contracts`
  private func exposure(_ index: Int, in clause: Clause) -> Found? {
    let leak = Found(damage: .leaked, words: [index], isAlone: true)
    if pieces[index].has(.others), clause.before(index).contains(where: { pieces[$0].has(.shows) }) {
      return leak
    }
    return pieces[index].has(.exposed) && clause.has(.secret) ? leak : nil
  }

  /// `instead of our site there is a parking page`
  private func replacement(_ index: Int, in clause: Clause) -> Found? {
    guard pieces[index].has(.instead), !clause.has([.wants, .needs]) else { return nil }
    for noun in clause.after(index) {
      if pieces[noun].meaning.thing != nil, !pieces[noun].has(.small) {
        return Found(damage: .foreign, words: [index, noun], isAlone: true)
      }
      guard pieces[noun].has([.filler, .determiner, .us]) else { return nil }
    }
    return nil
  }
}
