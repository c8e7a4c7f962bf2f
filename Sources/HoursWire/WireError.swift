// Everything that can be wrong with a line, as data; Wording.swift finds the words.

import HoursCore

/// The codes of the protocol.
public enum ErrorCode: String, Codable, Sendable, CaseIterable {
  case badRequest = "bad-request"
  case unknownVerb = "unknown-verb"
  case tooLong = "too-long"
  case invalid
  case notFound = "not-found"
  case conflict, busy
  case badConfiguration = "bad-configuration"
  case `internal`
}

/// Why a line was not understood.
public enum LineError: Error, Hashable, Sendable {
  case notUTF8(offset: Int)
  case tooLong
  case unterminated
  case noVerb
  case unknownVerb(String, nearest: String?)
  case noSpaceAfterVerb(String)
  case notJSON
  case notAnObject
  case tooDeep
  case repeatedKey
  case unknownKey(String, verb: String)
  case missingKey(String, verb: String)
  case wrongType(key: String, expected: String)
  case textTooLong(key: String, limit: Int)
  case notAWord(key: String, text: String, words: [String])
  case notATime(key: String, text: String)
  case notADate(key: String, text: String)
  case outOfRange(key: String, number: Int64, range: ClosedRange<Int64>)
  case controlCharacter(key: String)
  case onlyAck
  case busy(String)
}

extension String {
  /// So much of a text as an error repeats of it. A letter may carry marks without end, so these count, too.
  var opening: String { String(unicodeScalars.prefix(40)) }
}

/// An error as the protocol writes it.
public struct ErrorReply: Codable, Hashable, Sendable {
  public struct Body: Codable, Hashable, Sendable {
    public let code: ErrorCode
    public let message: String
  }

  public let error: Body

  public init(_ code: ErrorCode, _ message: String) { error = Body(code: code, message: message) }
}
