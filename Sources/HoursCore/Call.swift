// A call and what was said to it: the record that is kept, and the answer that callers of the socket see.

import Civil

/// A question that decides whether trouble is critical: one yes is enough.
public struct Question: Codable, Hashable, Sendable {
  public let id: String
  public let ask: String

  public init(_ id: String, _ ask: String) {
    self.id = id
    self.ask = ask
  }
}

/// A call, the verdict on it, and how it ended.
public struct Call: Codable, Hashable, Sendable {
  public var id: Int64
  /// When it rang; the verdict is that of this instant.
  public var calledAt: Instant
  public var caller: Caller
  public var about: String?
  public var severity: Severity
  /// What made it critical or normal: who said so.
  public var rule: String?
  public var missed: Bool
  public var surcharge: SurchargeReply?
  /// The answers to the questions, by the questions' ids.
  public var answers: [String: Bool]?
  public var verdict: Verdict
  public var reason: Reason
  /// The office at the call's own time; absent in what earlier versions have kept.
  public var office: OfficeThen?
  /// The words to speak.
  public var say: String
  /// The text that may go out without the owner.
  public var autoReply: String?
  public var questions: [Question]?
  public var surchargeOffer: String?
  public var issue: Int64?
  public var promised: Instant?
  public var due: Instant?
  public var outcome: Outcome?
  /// How long it took, in minutes.
  public var minutes: Int?
  /// The owner took it though the policy said defer or decline.
  public var ownException: Bool?

  enum CodingKeys: String, CodingKey {
    case id = "call"
    case calledAt = "called_at"
    case caller, about, severity, rule, missed, surcharge, answers, verdict, reason, office, say
    case autoReply = "auto_reply"
    case questions
    case surchargeOffer = "surcharge_offer"
    case issue, promised, due, outcome, minutes
    case ownException = "own_exception"
  }

  /// Whether the office still waits to hear what it is about.
  var waitsForTriage: Bool { verdict == .ask && outcome != .answered }

  /// How the table sees the ring. Nobody is on the line any more after a voicemail or a rejected call.
  var ring: Ring { missed || (outcome ?? .answered) != .answered ? .missed : .rings }
}
