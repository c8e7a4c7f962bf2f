// The owner's own phrases: what they say is critical, whatever else is said.

/// Why a phrase cannot be used.
public enum PhraseError: Error, Hashable {
  /// It holds no word, so that it would fit nothing, or everything.
  case noWord
  /// A `*` stands in front of letters.
  case starInside
}

/// Phrases that the owner counts as critical, beside the built-in rules.
///
/// A `*` at the end of a word stands for any ending, a `*` alone for up to ``Limits/phraseGap`` words, or none. Case, ё and
/// е, punctuation and blanks make no difference.
public struct CriticalPhrases: Sendable, Equatable {
  /// As the owner wrote them.
  public private(set) var texts: [String] = []
  private var lexicon = Lexicon()

  public init() {}

  public static func == (one: Self, other: Self) -> Bool { one.texts == other.texts }

  public mutating func add(_ phrase: String) throws(PhraseError) {
    guard !TextReader.words(of: phrase).isEmpty else { throw .noWord }
    let words = phrase.split(whereSeparator: \.isWhitespace)
    guard !words.contains(where: { $0.dropLast().contains("*") }), lexicon.add(phrase) != nil else {
      throw .starInside
    }
    texts.append(phrase)
  }

  /// The first phrase in a text, and where it stands in its UTF-8.
  func first(in words: [TextWord]) -> (phrase: String, range: Range<Int>)? {
    guard !texts.isEmpty else { return nil }
    for index in words.indices {
      guard let found = lexicon.longest(in: words, at: index, anywhere: true) else { continue }
      let range = words[index].range.lowerBound..<words[index + found.count - 1].range.upperBound
      return (texts[found.pattern], range)
    }
    return nil
  }
}
