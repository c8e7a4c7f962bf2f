// An event as watchers, hooks and the log see it: one line, the same everywhere.

import Civil
import HoursCore

/// An event with its number.
public struct EventLine: Hashable, Sendable {
  public let seq: Int64
  public let event: Event

  public init(seq: Int64, _ event: Event) {
    self.seq = seq
    self.event = event
  }

  /// Reads a line of the log.
  public init(line: some Collection<UInt8>) throws {
    self = try decodeRecord(EventLine.self, from: Array(line))
  }
}

extension EventLine: Codable {
  private enum CodingKeys: String, CodingKey {
    case seq, at, event, issue, issues, text, changed, override, message
  }

  /// `seq`, `at` and `event`, then what the kind of event has to say, in the same object.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: CodingKeys.self)
    try object.encode(seq, forKey: .seq)
    try object.encode(event.at, forKey: .at)
    try object.encode(event.name, forKey: .event)
    switch event.body {
    case .office(_, let announcement): try announcement.encode(to: encoder)
    case .configured(let changed): try object.encode(changed, forKey: .changed)
    case .override(_, let override): try object.encode(override, forKey: .override)
    case .call(_, let call): try call.encode(to: encoder)
    case .told(let told): try told.encode(to: encoder)
    case .forgotten(let forgotten): try forgotten.encode(to: encoder)
    case .due(let issues):
      if issues.count == 1 { try object.encode(issues[0].id, forKey: .issue) }
      try object.encode(issues, forKey: .issues)
    case .issue(_, let issue, let text):
      try object.encode(issue.id, forKey: .issue)
      try object.encodeIfPresent(text, forKey: .text)
      try object.encode([issue], forKey: .issues)
    case .mail(_, let message):
      try object.encode(message.issue, forKey: .issue)
      try object.encode(message, forKey: .message)
    }
  }

  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    seq = try object.decode(Int64.self, forKey: .seq)
    let name = try object.decode(String.self, forKey: .event)
    event = Event(try Self.body(name, object, decoder), at: try object.decode(Instant.self, forKey: .at))
  }

  private static func body(
    _ name: String, _ object: KeyedDecodingContainer<CodingKeys>, _ decoder: any Decoder
  )
    throws -> Event.Body
  {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    switch (parts.first, parts.last ?? "") {
    case ("office", "configured"):
      return .configured(changed: try object.decode([String].self, forKey: .changed))
    case ("office", let last):
      if let news = OfficeNews(rawValue: last) { return .office(news, try Announcement(from: decoder)) }
      if let news = OverrideNews(rawValue: last) {
        return .override(news, try object.decode(Override.self, forKey: .override))
      }
    case ("call", let last):
      if let news = CallNews(rawValue: last) { return .call(news, try Call(from: decoder)) }
    case ("caller", "told"):
      return .told(try Told(from: decoder))
    case ("caller", "forgotten"):
      return .forgotten(try Forgotten(from: decoder))
    case ("issue", "due"):
      return .due(try object.decode([Issue].self, forKey: .issues))
    case ("issue", let last):
      if let news = IssueNews(rawValue: last),
        let issue = try object.decode([Issue].self, forKey: .issues).first
      {
        return .issue(news, issue, text: try object.decodeIfPresent(String.self, forKey: .text))
      }
    case ("mail", let last):
      if let news = MailNews(rawValue: last) {
        return .mail(news, try object.decode(Message.self, forKey: .message))
      }
    default: break
    }
    throw DecodingError.dataCorruptedError(
      forKey: .event, in: object, debugDescription: "no event of this program is named \(name)")
  }
}
