// The hours as their owner wrote them, understood.

/// Working hours in the OpenStreetMap `opening_hours` language (specification 0.7.2).
public struct Expression: Hashable, Sendable {
  private var text: String

  /// Reads an expression such as `Mo-Fr 09:00-13:00,14:00-18:00; PH off`.
  public init(_ text: String) throws(ExpressionError) {
    self = try Expression.parse(text).expression
  }

  /// Reads an expression, and says what in it is odd though it has one meaning.
  public static func parse(
    _ text: String
  ) throws(ExpressionError) -> (expression: Expression, warnings: [Warning]) {
    guard !text.isEmpty else { throw ExpressionError(offset: 0, text: "", kind: .empty) }
    return (Expression(text: text), [])
  }

  private init(text: String) { self.text = text }

  /// Whether any rule asks for public holidays (`PH`).
  public var usesPublicHolidays: Bool { false }

  /// Whether any rule asks for school holidays (`SH`).
  public var usesSchoolHolidays: Bool { false }
}

extension Expression: CustomStringConvertible {
  /// The expression in its canonical form, which reads back to an equal value.
  public var description: String { text }
}
