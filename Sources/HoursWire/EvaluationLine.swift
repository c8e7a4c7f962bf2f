// A line of `hoursctl eval --lines`: questions about hours that are nobody's office, and what they are answered with.

import Civil
import HoursCore

/// Hours in the OpenStreetMap language, and what is asked about them.
///
/// Other keys are passed over, so that a line may carry the answer that is expected of it.
public struct EvaluationLine: Hashable, Sendable {
  /// The hours, as they are written.
  public var expression: String
  /// The zone's name; nil: that of whoever answers.
  public var zone: String?
  /// The instant whose state is asked for.
  public var at: TimeExpression?
  /// Where a stretch of time begins, in which open time is counted.
  public var from: TimeExpression?
  /// Where it ends.
  public var to: TimeExpression?
  /// Seconds of open time, to be added to `from`.
  public var addSeconds: Int64?
  /// What `PH` stands for; nil: the calendars of whoever answers.
  public var holidays: [CivilDate]?
  /// What `SH` stands for, likewise.
  public var schoolHolidays: [CivilDate]?

  init(expression: String) { self.expression = expression }

  /// Reads a line without its newline.
  public init(_ line: ArraySlice<UInt8>) throws(EvaluationError) {
    if let plain = EvaluationLine(plain: line) { self = plain } else { try self.init(general: line) }
  }

  /// Reads a line of any kind.
  init(general line: ArraySlice<UInt8>) throws(EvaluationError) {
    do {
      try RequestLine.checkText(line)
      try self.init(Keys(json: line))
    } catch {
      throw EvaluationError(error)
    }
  }

  private init(_ keys: Keys) throws(LineError) {
    guard let expression = try keys.hours("expr") else { throw .missingKey("expr", verb: "eval") }
    self.init(expression: expression)
    zone = try keys.given("tz", keys.name)
    at = try keys.given("at", keys.time)
    from = try keys.given("from", keys.time)
    to = try keys.given("to", keys.time)
    addSeconds = try keys.given("add_seconds") { name throws(LineError) in
      try keys.integer(name, in: 0...Limits.farthest)
    }
    holidays = try keys.given("holidays", keys.dates)
    schoolHolidays = try keys.given("school_holidays", keys.dates)
    if let missing { throw .missingKey(missing, verb: "eval") }
  }

  /// What has to be said, too.
  private var missing: String? {
    let wantsTime = to != nil || addSeconds != nil
    return (from != nil) == wantsTime ? nil : wantsTime ? "from" : "to"
  }

  var isWhole: Bool { missing == nil }
}

extension Keys {
  /// A value by its reader; `null` counts as absent, for many programs write it where they have nothing to say.
  fileprivate func given<T>(
    _ name: String, _ read: (String) throws(LineError) -> T?
  ) throws(LineError) -> T? { says(name) ? try read(name) : nil }

  fileprivate func dates(_ name: String) throws(LineError) -> [CivilDate]? {
    guard let texts = try texts(name, expected: "a list of dates, for example [\"2026-01-01\"]") else {
      return nil
    }
    var dates: [CivilDate] = []
    dates.reserveCapacity(texts.count)
    for text in texts {
      guard let date = CivilDate(text) else { throw .notADate(key: name, text: text) }
      dates.append(date)
    }
    return dates
  }
}

/// What a line is answered with; what was not asked for, or is never, is absent.
public struct EvaluationAnswer: Encodable, Hashable, Sendable {
  /// `open`, `closed` or `unknown`.
  public var state: String?
  /// The next change of state within 400 days.
  public var nextChange: Instant?
  /// The comment of the rule that decides, or the holiday's name.
  public var comment: String?
  /// Seconds of open time between two instants.
  public var openSeconds: Int64?
  /// The instant that lies so much open time after another.
  public var addResult: Instant?

  private enum CodingKeys: String, CodingKey {
    case state
    case nextChange = "next_change"
    case comment
    case openSeconds = "open_seconds"
    case addResult = "add_result"
  }

  /// Makes an answer that says nothing yet.
  public init() {}
}
