// A text as what it says: its words with their meanings, in sentences, parts of sentences and clauses.

/// A word, or several that mean something together.
struct Piece: Sendable {
  var meaning = Meaning()
  /// The table knows it.
  var isKnown = true
  /// In the text's UTF-8.
  var range: Range<Int>
  var before: Break
  var isAsked = false
  /// Written in Latin letters.
  var isLatin = true

  func has(_ role: Roles) -> Bool { !meaning.roles.isDisjoint(with: role) }
  var isNoun: Bool { meaning.thing != nil || has(.small) }
  var isTrouble: Bool { meaning.alone != nil || meaning.event != nil || meaning.state != nil }
}

/// All the built-in patterns, found by one walk.
struct Vocabulary: Sendable {
  private var lexicon = Lexicon()
  private var meanings: [Meaning] = []

  static let builtIn = Vocabulary(TriageTable.all)

  init(_ tables: [TriageTable]) {
    var known: [Substring: Int] = [:]
    for row in tables.flatMap(\.rows) {
      for pattern in row.list {
        if known[pattern] == nil, let number = lexicon.add(String(pattern)) {
          known[pattern] = number
          meanings.append(Meaning())
        }
        if let number = known[pattern] { meanings[number].add(row.sense) }
      }
    }
  }

  func pieces(of words: [TextWord]) -> [Piece] {
    var pieces: [Piece] = []
    var index = 0
    while index < words.count {
      // A name is spelled as it is.
      let found =
        lexicon.longest(in: words, at: index)
        ?? (words[index].isName ? nil : lexicon.nearest(in: words, at: index))
      let last = index + (found?.count ?? 1) - 1
      pieces.append(
        Piece(
          meaning: found.map { meanings[$0.pattern] } ?? Meaning(), isKnown: found != nil,
          range: words[index].range.lowerBound..<words[last].range.upperBound, before: words[index].before,
          isAsked: words[last].isAsked, isLatin: words[index].letters.allSatisfy { $0 < 0x250 }))
      index = last + 1
    }
    for index in pieces.indices where pieces[index].has(.polite) {
      if pieces[index].before == .part { pieces[index].before = .none }
      if index + 1 < pieces.count, pieces[index + 1].before == .part { pieces[index + 1].before = .none }
    }
    return pieces
  }
}

extension WordRow {
  /// The patterns, without the blanks around them.
  var list: [Substring] {
    patterns.split { $0 == "," || $0 == "\n" }.map { pattern in
      let start = pattern.drop(while: \.isWhitespace)
      return start.prefix(
        upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)
    }.filter { !$0.isEmpty }
  }
}
