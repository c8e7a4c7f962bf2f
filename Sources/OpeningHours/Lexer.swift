// Cuts an expression into tokens, each of which knows where it stood.

/// A piece of the expression that belongs together.
struct Token: Equatable {
  enum Kind: Equatable {
    case word(String, Meaning?)
    case number(Int, digits: Int)
    case comment(String)
    /// `-`, `,`, `;`, `:`, `+`, `/`, `[`, `]`, `(`, `)`, `|` for `||`.
    case symbol(Unicode.Scalar)
    case end
  }

  var kind: Kind
  /// In UTF-8 bytes of the expression.
  var start: Int
  var end: Int
  var hasSpaceBefore: Bool
}

struct Lexer {
  let bytes: [UInt8]
  private var position = 0
  private(set) var tokens: [Token] = []
  private(set) var warnings: [Warning] = []

  init(_ text: String) throws(ExpressionError) {
    bytes = Array(text.utf8)
    guard bytes.count <= Limits.expressionLength else {
      throw ExpressionError(offset: Limits.expressionLength, text: "", kind: .tooLong)
    }
    tokens.reserveCapacity(bytes.count / 2 + 1)
    while true {
      let hasSpace = skipSpace()
      guard position < bytes.count else {
        tokens.append(Token(kind: .end, start: position, end: position, hasSpaceBefore: hasSpace))
        return
      }
      let start = position
      let kind = try next()
      tokens.append(Token(kind: kind, start: start, end: position, hasSpaceBefore: hasSpace))
    }
  }

  func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

  private mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case _ where isNoBreakSpace(at: position): position += 2
      default: return position > start
      }
    }
    return position > start
  }

  private mutating func next() throws(ExpressionError) -> Token.Kind {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "\""): return try comment()
    case UInt8(ascii: "|"):
      position += 1
      if position < bytes.count, bytes[position] == byte {
        position += 1
      } else {
        warn(position - 1, "the sign for fallback hours is ||")
      }
      return .symbol("|")
    case _ where isSymbol(byte):
      position += 1
      return .symbol(Unicode.Scalar(byte))
    case _ where isQuote(at: position): return try comment()
    case _ where isLetter(byte): return word()
    default: return try dash()
    }
  }

  private func isSymbol(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "-", ",", ";", ":", "+", "/", "[", "]", "(", ")", ".": true
    default: false
    }
  }

  /// Letters of any script: all of a word that means nothing is shown in the error.
  private func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default:
      byte >= 0x80 && !isDash(at: position) && !isQuote(at: position) && !isNoBreakSpace(at: position)
    }
  }

  /// U+00A0, as pages on the web have it.
  private func isNoBreakSpace(at index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == 0xC2 && bytes[index + 1] == 0xA0
  }

  /// U+201C to U+201F, the quotation marks of typography.
  private func isQuote(at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && (0x9C...0x9F).contains(bytes[index + 2])
  }

  /// U+2010 to U+2015, the dashes of typography, and U+2212, the minus sign.
  private func isDash(at index: Int) -> Bool {
    guard index + 2 < bytes.count, bytes[index] == 0xE2 else { return false }
    return bytes[index + 1] == 0x80 && (0x90...0x95).contains(bytes[index + 2])
      || bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92
  }

  /// Whether something has been written that a sign may join to what follows.
  private var joins: Bool {
    switch tokens.last?.kind {
    case .number, .word, .comment: true
    default: false
    }
  }

  private mutating func dash() throws(ExpressionError) -> Token.Kind {
    let start = position
    guard isDash(at: position) else {
      throw ExpressionError(
        offset: start, text: text(start, start + 1), kind: .expected("hours such as Mo-Fr 09:00-18:00"),
        suggestion: joins ? Words.sign(for: text(start, start + 1)) : nil)
    }
    position += 3
    warnings.append(Warning(offset: start, text: text(start, position), message: "write a range with -"))
    return .symbol("-")
  }

  private mutating func word() -> Token.Kind {
    let start = position
    while position < bytes.count, isLetter(bytes[position]) { position += 1 }
    let word = text(start, position)
    return .word(word, Words.meaning(of: word))
  }

  private mutating func number() -> Token.Kind {
    let start = position
    var number = 0
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
      // Longer than any number that means something: kept large, so that it is refused by whoever reads it.
      number = min(number * 10 + Int(bytes[position] - UInt8(ascii: "0")), 1_000_000)
      position += 1
    }
    return .number(number, digits: position - start)
  }

  private mutating func comment() throws(ExpressionError) -> Token.Kind {
    let start = position
    let isTypographic = isQuote(at: position)
    position += isTypographic ? 3 : 1
    let content = position
    guard
      let end = bytes[position...].indices.first(where: {
        bytes[$0] == UInt8(ascii: "\"") || isTypographic && isQuote(at: $0)
      })
    else { throw ExpressionError(offset: start, text: text(start, bytes.count), kind: .unterminatedComment) }
    position = end + (isQuote(at: end) ? 3 : 1)
    let comment = text(content, end)
    if isTypographic { warn(start, "comments are written in straight quotation marks, \"\(comment)\"") }
    return .comment(comment)
  }

  private mutating func warn(_ start: Int, _ message: String) {
    warnings.append(Warning(offset: start, text: text(start, position), message: message))
  }
}
