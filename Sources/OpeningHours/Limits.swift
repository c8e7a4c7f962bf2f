// How far is searched, and how much is read: every bound of this module.

/// The bounds of parsing and searching.
public enum Limits {
  /// How many days ahead `nextChange` and `stretch` look.
  public static let changeHorizon = 400

  /// How many days ahead `nextOpening` looks: 29 February comes every 8 years at the latest.
  public static let openingHorizon = 366 * 12

  /// How many days after its beginning a sum of working time may end.
  public static let sumHorizon = 366

  /// The longest expression, in UTF-8 bytes.
  public static let expressionLength = 4096
}
