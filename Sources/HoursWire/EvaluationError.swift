// What can be wrong with a line of `eval`, with its place where that is known.

import HoursCore

/// Why a line of `eval` has no answer.
public struct EvaluationError: Error, Codable, Hashable, Sendable {
  /// What went wrong, in one of the protocol's codes.
  public var code: ErrorCode
  /// What to do about it, in words.
  public var message: String
  /// Where in the expression, in UTF-8 bytes from its start.
  public var offset: Int?
  /// The piece that is wrong.
  public var text: String?
  /// What was probably meant.
  public var suggestion: String?

  /// Makes an error; empty texts say nothing.
  public init(
    _ code: ErrorCode, _ message: String, offset: Int? = nil, text: String? = nil, suggestion: String? = nil
  ) {
    self.code = code
    self.message = message
    self.offset = offset
    self.text = text.flatMap { $0.isEmpty ? nil : $0 }
    self.suggestion = suggestion
  }

  /// What is wrong with the line itself.
  public init(_ error: LineError) {
    switch error {
    case .notJSON: self.init(.badRequest, "the line is not JSON; " + Self.example)
    case .notAnObject: self.init(.badRequest, "the line is no JSON object; " + Self.example)
    case .missingKey(let key, _): self.init(.badRequest, "`\(key)` is missing; " + Self.example(with: key))
    default:
      let body = ErrorReply(error).error
      self.init(body.code, body.message)
    }
  }

  private static let example = #"give one, like {"expr":"Mo-Fr 09:00-18:00","tz":"Europe/Berlin"}"#

  private static func example(with key: String) -> String {
    key == "expr"
      ? #"give the hours, like "expr":"Mo-Fr 09:00-18:00""#
      : #"give "from" with "to" or "add_seconds", like "from":"2026-11-24T09:00:00+01:00","add_seconds":3600"#
  }
}

/// An error as the protocol writes it, with its place.
public struct EvaluationErrorReply: Encodable {
  let error: EvaluationError

  /// Makes the reply of an error.
  public init(_ error: EvaluationError) { self.error = error }
}
