// policy.md's words as types: one word per concept, spelled as the protocol spells them.

/// How bad it is, or that nobody has said yet.
public enum Severity: String, Codable, Hashable, Sendable, CaseIterable {
  case critical, normal, untriaged
}

/// What to do with a call.
public enum Verdict: String, Codable, Hashable, Sendable, CaseIterable {
  case answer, ask, `defer`, decline
  case ringBack = "ring-back"
}

/// What a client said to the surcharge.
public enum SurchargeReply: String, Codable, Hashable, Sendable, CaseIterable {
  case accepted, declined
}

/// What the office was when a call came: in a break nothing is out of hours.
public enum OfficeThen: String, Codable, Hashable, Sendable, CaseIterable {
  case open, `break`, closed
}

/// How a ring ended.
public enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
  case answered, missed, rejected, voicemail
}

/// How a caller heard the policy.
public enum Channel: String, Codable, Hashable, Sendable, CaseIterable {
  case spoken, sms, mail, voicemail
}

/// What is owed: a client's problem solved, or a call returned.
public enum IssueKind: String, Codable, Hashable, Sendable, CaseIterable {
  case support
  case ringBack = "ring-back"
}

/// Where an issue stands in its life.
public enum IssueState: String, Codable, Hashable, Sendable, CaseIterable {
  case pending, solved, settled, dropped
}
