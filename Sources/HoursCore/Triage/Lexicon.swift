// Patterns, ready to be found in a text: a tree of letters, so that a word is looked up in as many steps as it has.

/// What a pattern means, all its rows together.
struct Meaning: Sendable {
  var roles: Roles = []
  var thing: Thing?
  var alone: Damage?
  var event: Damage?
  var state: Damage?

  mutating func add(_ sense: Sense) {
    switch sense {
    case .thing(let thing): self.thing = thing
    case .alone(let damage): alone = damage
    case .event(let damage): event = damage
    case .state(let damage): state = damage
    case .role(let role): roles.formUnion(role)
    }
  }
}

/// A pattern that was found: from the word that it was looked for, so many words.
struct Match {
  let pattern: Int
  let count: Int
}

/// A set of patterns.
struct Lexicon: Sendable {
  private struct Node {
    var children: [(letter: UInt32, node: Int)] = []
    /// Patterns of this one word, and those that begin with it.
    var whole: [Int] = []
    /// The same of words that only begin so.
    var stems: [Int] = []
  }

  fileprivate struct Part {
    /// Empty for a gap.
    let letters: [UInt32]
    let isStem: Bool
  }

  private var nodes = [Node()]
  private var patterns: [[Part]] = []

  /// Adds a pattern, and gives the number by which it is found; nil when it holds no word.
  mutating func add(_ text: String) -> Int? {
    var parts = Self.parts(text)
    while parts.first?.letters.isEmpty == true { parts.removeFirst() }
    while parts.last?.letters.isEmpty == true { parts.removeLast() }
    guard let first = parts.first else { return nil }
    var node = 0
    for letter in first.letters { node = child(of: node, letter) }
    if first.isStem {
      nodes[node].stems.append(patterns.count)
    } else {
      nodes[node].whole.append(patterns.count)
    }
    patterns.append(parts)
    return patterns.count - 1
  }

  private static func parts(_ text: String) -> [Part] {
    text.split(whereSeparator: \.isWhitespace).flatMap { piece -> [Part] in
      if piece == "*" { return [Part(letters: [], isStem: true)] }
      let words = TextReader.words(of: String(piece))
      return words.enumerated().map {
        Part(letters: $1.letters, isStem: piece.hasSuffix("*") && $0 == words.count - 1)
      }
    }
  }

  private mutating func child(of node: Int, _ letter: UInt32) -> Int {
    if let known = self.node(under: node, letter) { return known }
    nodes.append(Node())
    nodes[node].children.append((letter, nodes.count - 1))
    return nodes.count - 1
  }

  private func node(under node: Int, _ letter: UInt32) -> Int? {
    for child in nodes[node].children where child.letter == letter { return child.node }
    return nil
  }

  /// The patterns that take the most words from here on; of those that take one, the most exact.
  ///
  /// With `anywhere` punctuation between the words makes no difference; else a pattern stands within a part of a sentence.
  func longest(in words: [TextWord], at index: Int, anywhere: Bool = false) -> Match? {
    let letters = words[index].letters
    var candidates: [[Int]] = []
    var node: Int? = 0
    for letter in letters {
      guard let here = node else { break }
      node = self.node(under: here, letter)
      if let node, !nodes[node].stems.isEmpty { candidates.append(nodes[node].stems) }
    }
    if let node { candidates.append(nodes[node].whole) }
    return best(of: candidates.reversed(), in: words, at: index, anywhere: anywhere)
  }

  /// The same of a word in which a letter is wrong, too much, missing or in another's place.
  func nearest(in words: [TextWord], at index: Int) -> Match? {
    let letters = words[index].letters
    guard letters.count >= Limits.transposable else { return nil }
    var candidates: [[Int]] = []
    spelled(letters, from: 0, under: 0, depth: 0, mended: nil, into: &candidates)
    return best(of: candidates, in: words, at: index, anywhere: false)
  }

  /// `mended` is where in the pattern a letter was mended; what is mended at the end is another form of another word.
  private func spelled(
    _ letters: [UInt32], from next: Int, under node: Int, depth: Int, mended: Int?,
    into candidates: inout [[Int]]
  ) {
    if let mended, depth > mended {
      if next == letters.count, !nodes[node].whole.isEmpty { candidates.append(nodes[node].whole) }
      if !nodes[node].stems.isEmpty, depth >= Limits.transposable, letters.count - next <= 4 {
        candidates.append(nodes[node].stems)
      }
    }
    guard next < letters.count else { return }
    if let child = self.node(under: node, letters[next]) {
      spelled(letters, from: next + 1, under: child, depth: depth + 1, mended: mended, into: &candidates)
    }
    // The first letter is right, where people hear what they write.
    guard mended == nil, next > 0 else { return }
    if letters[next] == letters[next - 1] {
      spelled(letters, from: next + 1, under: node, depth: depth, mended: depth - 1, into: &candidates)
    }
    if next + 1 < letters.count, letters[next] != letters[next + 1],
      let second = self.node(under: node, letters[next + 1]),
      let first = self.node(under: second, letters[next])
    {
      spelled(letters, from: next + 2, under: first, depth: depth + 2, mended: depth, into: &candidates)
    }
    guard letters.count >= Limits.mendable else { return }
    spelled(letters, from: next + 1, under: node, depth: depth, mended: depth, into: &candidates)
    for child in nodes[node].children where child.letter > 0x39 && child.letter != letters[next] {
      spelled(
        letters, from: next + 1, under: child.node, depth: depth + 1, mended: depth + 1, into: &candidates)
      spelled(letters, from: next, under: child.node, depth: depth + 1, mended: depth + 1, into: &candidates)
    }
  }

  private func best(of candidates: some Sequence<[Int]>, in words: [TextWord], at index: Int, anywhere: Bool)
    -> Match?
  {
    var best: Match?
    for pattern in candidates.joined() {
      guard let end = end(of: pattern, in: words, after: index, anywhere: anywhere) else { continue }
      if end - index > best?.count ?? 0 { best = Match(pattern: pattern, count: end - index) }
    }
    return best
  }

  /// Where the words of a pattern end whose first word was found.
  private func end(of pattern: Int, in words: [TextWord], after index: Int, anywhere: Bool) -> Int? {
    var next = index + 1
    var gap = 0
    for part in patterns[pattern].dropFirst() {
      if part.letters.isEmpty {
        gap = Limits.phraseGap
        continue
      }
      while true {
        guard next < words.count, anywhere || words[next].before == .none else { return nil }
        if part.fits(words[next].letters) { break }
        guard gap > 0 else { return nil }
        gap -= 1
        next += 1
      }
      next += 1
      gap = 0
    }
    return next
  }
}

extension Lexicon.Part {
  fileprivate func fits(_ word: [UInt32]) -> Bool { isStem ? word.starts(with: letters) : word == letters }
}
