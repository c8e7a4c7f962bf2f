// Holidays as values: what `PH` and `SH` mean, read by somebody else from whatever calendars there are.

import Civil

/// The days that `PH` and `SH` stand for, each with its name, which becomes the reason that a state shows.
public struct Holidays: Hashable, Sendable {
  /// Public holidays (`PH`) and their names.
  public var `public`: [CivilDate: String] = [:]

  /// Days of school holidays (`SH`) and their names.
  public var school: [CivilDate: String] = [:]

  /// Makes a calendar without holidays.
  public init() {}
}
