// What can be wrong or odd in an expression, as data; the words for people are made here and nowhere else.

/// Why an expression is refused: where, what, and what was probably meant.
public struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the piece begins, in UTF-8 bytes from the start of the expression.
  public let offset: Int

  /// The piece of the expression that is wrong; empty where something is missing.
  public let text: String

  /// What is wrong with it.
  public let kind: Kind

  /// What could stand in its place, if there is a good guess.
  public let suggestion: String?

  /// What can be wrong with an expression.
  public enum Kind: Hashable, Sendable {
    /// Nothing is written.
    case empty
    /// Here something else had to stand; the text says what.
    case expected(String)
    /// `Mo-Fi`.
    case noSuchWeekday
    /// `Abr`.
    case noSuchMonth
    /// `Feb 30`.
    case noSuchDate
    /// `09:70`.
    case noSuchTime
    /// `week 54`.
    case noSuchWeek
    /// A year that is not written with four digits.
    case noSuchYear
    /// A word that is none of the language's.
    case noSuchWord
    /// A range that ends before it begins, where ranges do not wrap.
    case backwards
    /// A comment without its closing quotation mark.
    case unterminatedComment
    /// Part of the language that working hours cannot use; the text says why.
    case unsupported(String)
    /// Longer than ``Limits/expressionLength``.
    case tooLong
  }

  init(offset: Int, text: String, kind: Kind, suggestion: String? = nil) {
    self.offset = offset
    self.text = text
    self.kind = kind
    self.suggestion = suggestion
  }

  /// What is wrong, in words: "`Mo-Fi`: no such weekday; did you mean `Mo-Fr`?".
  public var description: String {
    let what =
      switch kind {
      case .empty: "no hours are given; for example Mo-Fr 09:00-18:00"
      case .expected(let what): "expected \(what)"
      case .noSuchWeekday: "no such weekday"
      case .noSuchMonth: "no such month"
      case .noSuchDate: "no such date"
      case .noSuchTime: "no such time"
      case .noSuchWeek: "no such week"
      case .noSuchYear: "no such year"
      case .noSuchWord: "this word means nothing here"
      case .backwards: "this range ends before it begins"
      case .unterminatedComment: "this comment has no closing quotation mark"
      case .unsupported(let why): why
      case .tooLong: "longer than \(Limits.expressionLength) bytes"
      }
    let piece = text.isEmpty ? "" : "`\(text)`: "
    let hint = suggestion.map { "; did you mean `\($0)`?" } ?? ""
    return piece + what + hint
  }
}

/// Something odd in an expression that has one meaning all the same.
public struct Warning: Hashable, Sendable, CustomStringConvertible {
  /// Where the piece begins, in UTF-8 bytes from the start of the expression.
  public let offset: Int

  /// The odd piece.
  public let text: String

  /// What is odd, and how it is written.
  public let message: String

  /// Something else was probably meant.
  public let isDoubtful: Bool

  init(offset: Int, text: String, message: String, isDoubtful: Bool = false) {
    self.offset = offset
    self.text = text
    self.message = message
    self.isDoubtful = isDoubtful
  }

  /// The piece and what is odd about it.
  public var description: String { "`\(text)`: \(message)" }
}
