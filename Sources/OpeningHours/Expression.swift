// The hours as their owner wrote them, understood.

/// Working hours in the OpenStreetMap `opening_hours` language (specification 0.7.2).
public struct Expression: Hashable, Sendable {
  /// In the order in which they were written; never empty.
  let rules: [Rule]

  /// Reads an expression such as `Mo-Fr 09:00-13:00,14:00-18:00; PH off`.
  public init(_ text: String) throws(ExpressionError) {
    self = try Expression.parse(text).expression
  }

  /// Reads an expression, and says what in it is odd though it has one meaning.
  public static func parse(
    _ text: String
  ) throws(ExpressionError) -> (expression: Expression, warnings: [Warning]) {
    do {
      return try read(text)
    } catch {
      throw error.withoutWrongSuggestion(in: text)
    }
  }

  fileprivate static func read(
    _ text: String
  ) throws(ExpressionError) -> (expression: Expression, warnings: [Warning]) {
    var parser = try Parser(text)
    let expression = Expression(rules: try parser.rules())
    // The canonical form may be longer; it must be readable, too. No piece grows by more than five times.
    if text.utf8.count > Limits.expressionLength / 5,
      expression.description.utf8.count > Limits.expressionLength
    {
      throw ExpressionError(offset: 0, text: "", kind: .tooLong)
    }
    return (expression, parser.warnings.sorted { $0.offset < $1.offset })
  }

  init(rules: [Rule]) { self.rules = rules }

  /// Whether any rule asks for public holidays (`PH`).
  public var usesPublicHolidays: Bool { uses(.public) }

  /// Whether any rule asks for school holidays (`SH`).
  public var usesSchoolHolidays: Bool { uses(.school) }

  private func uses(_ kind: HolidayDays.Kind) -> Bool {
    rules.contains { $0.holidays.contains { $0.kind == kind } }
  }
}

extension ExpressionError {
  /// A suggestion that would be refused itself, where it is to stand, is none: what surrounds it is wrong, too.
  fileprivate func withoutWrongSuggestion(in text: String) -> ExpressionError {
    guard let suggestion else { return self }
    let before = text.utf8.prefix(offset)
    let after = text.utf8.dropFirst(offset + self.text.utf8.count)
    let bytes = Array(before) + Array(suggestion.utf8) + Array(after)
    let end = offset + suggestion.utf8.count
    do {
      _ = try Expression.read(String(decoding: bytes, as: UTF8.self))
      return self
    } catch {
      let isItself =
        error.offset >= offset && error.offset < end && error.offset + error.text.utf8.count <= end
      return isItself ? ExpressionError(offset: offset, text: self.text, kind: kind) : self
    }
  }
}
