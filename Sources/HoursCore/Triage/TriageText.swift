// A text as words: folded, so that habits of spelling make no difference, with the breaks between them.

/// What lies before a word.
enum Break: Comparable, Sendable {
  case none, part, sentence
}

/// A word of the text, folded.
struct TextWord: Sendable {
  let letters: [UInt32]
  /// Where it stands in the text's UTF-8.
  let range: Range<Int>
  let before: Break
  /// Within a sentence it begins with a capital letter, and goes on without.
  let isName: Bool
  /// The sentence that it ends is a question.
  var isAsked = false
}

/// Takes a text apart in one walk.
struct TextReader {
  private var words: [TextWord] = []
  private var letters: [UInt32] = []
  private var start = 0
  /// Which of the word's letters are capitals: the first, any other.
  private var capitals = (first: false, other: false)
  /// How often the last letter came in a row.
  private var repeats = 0
  /// What stood between the last word and here.
  private var gap: [UInt32] = []

  static func words(of text: String) -> [TextWord] {
    var reader = TextReader()
    var offset = 0
    for scalar in text.unicodeScalars {
      reader.read(scalar, at: offset)
      offset += UTF8.width(scalar)
    }
    reader.endWord(at: offset)
    reader.endGap()
    return reader.words
  }

  private mutating func read(_ scalar: Unicode.Scalar, at offset: Int) {
    if Self.isLetter(scalar) {
      let folded = Self.folded(scalar)
      if letters.isEmpty {
        start = offset
        capitals = (folded != scalar.value, false)
      } else if folded != scalar.value {
        capitals.other = true
      }
      append(folded)
    } else if !letters.isEmpty, Self.isInside(scalar) {
      if scalar == "\u{306}", letters.last == 0x438 { letters[letters.count - 1] = 0x439 }
    } else {
      endWord(at: offset)
      gap.append(scalar.value)
    }
  }

  /// A letter that is held down counts once.
  private mutating func append(_ letter: UInt32) {
    repeats = letter == letters.last && letter > 0x39 ? repeats + 1 : 1
    if repeats == 3 { letters.removeLast() }
    if repeats < 3 { letters.append(letter) }
  }

  private mutating func endWord(at offset: Int) {
    guard !letters.isEmpty else { return }
    let before = endGap()
    words.append(
      TextWord(
        letters: letters, range: start..<offset, before: words.isEmpty ? .sentence : before,
        isName: !words.isEmpty && before != .sentence && capitals == (true, false)))
    letters = []
    repeats = 0
  }

  @discardableResult
  private mutating func endGap() -> Break {
    defer { gap = [] }
    if gap.contains(0x3F), !words.isEmpty { words[words.count - 1].isAsked = true }
    var strongest = Break.none
    for (index, sign) in gap.enumerated() {
      let next = index + 1 < gap.count ? gap[index + 1] : 0
      switch sign {
      case 0x21, 0x3F, 0x3B, 0x2026: return .sentence
      // A full stop inside of a name has no blank behind it.
      case 0x2E where next == 0x20 || next == 0x0A || next == 0x2E: return .sentence
      case 0x0A where next == 0x0A: return .sentence
      case 0x2C, 0x3A, 0x28, 0x29, 0x2013, 0x2014, 0x0A: strongest = .part
      case 0x2D where next == 0x20 || next == 0x2D: strongest = .part
      default: break
      }
    }
    return strongest
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x400...0x481, 0x48A...0x52F: true
    case 0..<0xC0: false
    default: scalar.properties.isAlphabetic
    }
  }

  /// Apostrophes, and marks on the letter before.
  private static func isInside(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xAD, 0xB4, 0x2BC, 0x2019, 0x300..<0x370: true
    default: false
    }
  }

  /// Lower case, and without the dots of ё.
  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x41...0x5A, 0x410...0x42F: scalar.value + 0x20
    case 0x401, 0x451: 0x435
    case 0..<0x80, 0x430...0x44F: scalar.value
    default: scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
    }
  }
}
