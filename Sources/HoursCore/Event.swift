// What happened: the log is made of these, watchers read them, and the office is nothing but their sum.

import Civil

/// Something that happened, once, at an instant.
public struct Event: Hashable, Sendable {
  public let at: Instant
  public let body: Body

  public init(_ body: Body, at: Instant) {
    self.at = at
    self.body = body
  }

  public enum Body: Hashable, Sendable {
    case office(OfficeNews, Announcement)
    case configured(changed: [String])
    case override(OverrideNews, Override)
    case call(CallNews, Call)
    case told(Told)
    case forgotten(Forgotten)
    /// The reminder: one for all issues that come due together.
    case due([Issue])
    case issue(IssueNews, Issue, text: String?)
    case mail(MailNews, Message)
  }
}

public enum OfficeNews: String, Hashable, Sendable, CaseIterable {
  case opened, closed
}

public enum OverrideNews: String, Hashable, Sendable, CaseIterable {
  case made = "override"
  case ended = "override-ended"
}

public enum CallNews: String, Hashable, Sendable, CaseIterable {
  case received, triaged, ended
}

public enum IssueNews: String, Hashable, Sendable, CaseIterable {
  case queued, snoozed, noted, solved, settled, dropped, reopened
}

/// An edited message is drafted again; one that is owed no longer, whoever decided so, is waived.
public enum MailNews: String, Hashable, Sendable, CaseIterable {
  case drafted, queued, due, sending, sent, failed, uncertain, waived
}

/// What the office is to the world: hours that say neither count as closed.
public enum OfficeState: String, Codable, Hashable, Sendable, CaseIterable {
  case open, closed
}

/// The state of the office as everybody was told.
public struct Announcement: Codable, Hashable, Sendable {
  public var state: OfficeState
  /// Closed, between two intervals of one business day.
  public var isBreak: Bool?
  /// When this state ends; absent when no end is in sight.
  public var until: Instant?
  public var reason: String?
  /// The override behind it, by its id.
  public var override: Int64?

  enum CodingKeys: String, CodingKey {
    case state
    case isBreak = "break"
    case until, reason, override
  }
}

extension Announcement {
  /// The announced state may end earlier or later than was announced, or may be another by now: then it is over.
  mutating func follow(_ plan: Plan, at now: Instant) {
    if let until, until <= now { return }
    let stretch = plan.stretch(at: now)
    until = stretch.state == state ? stretch.end : now
  }
}

/// That somebody has heard the policy.
public struct Told: Codable, Hashable, Sendable {
  /// Whom; see ``Caller/person``.
  public var person: String
  public var client: String?
  public var channel: Channel
  public var call: Int64?
  /// How often by now; 0 when only an auto-reply of a break went out, which says nothing of the policy.
  public var times: Int
  /// When they were told last.
  public var toldAt: Instant
  /// When they were told first; absent while they were not, and in what earlier versions have kept.
  public var firstToldAt: Instant?
  /// When an auto-reply last went out to them.
  public var repliedAt: Instant?

  enum CodingKeys: String, CodingKey {
    case person, client, channel, call, times
    case toldAt = "told_at"
    case firstToldAt = "first_told_at"
    case repliedAt = "replied_at"
  }
}

extension Event {
  /// The name that the protocol gives it, for example `issue.due`.
  public var name: String {
    switch body {
    case .office(let news, _): "office.\(news.rawValue)"
    case .configured: "office.configured"
    case .override(let news, _): "office.\(news.rawValue)"
    case .call(let news, _): "call.\(news.rawValue)"
    case .told: "caller.told"
    case .forgotten: "caller.forgotten"
    case .due: "issue.due"
    case .issue(let news, _, _): "issue.\(news.rawValue)"
    case .mail(let news, _): "mail.\(news.rawValue)"
    }
  }

  /// The names of all events, by family.
  public static let names: [String] =
    (OfficeNews.allCases.map(\.rawValue) + OverrideNews.allCases.map(\.rawValue) + ["configured"])
    .map { "office.\($0)" }
    + CallNews.allCases.map { "call.\($0.rawValue)" } + ["caller.told", "caller.forgotten", "issue.due"]
    + IssueNews.allCases.map { "issue.\($0.rawValue)" } + MailNews.allCases.map { "mail.\($0.rawValue)" }

  /// Whether what everybody was told of the office's state, or until when, may be another after it.
  public var movesAnnouncement: Bool {
    switch body {
    case .office, .configured, .override: true
    case .call, .told, .forgotten, .due, .issue, .mail: false
    }
  }

  /// The issues as they are after it.
  public var issues: [Issue] {
    switch body {
    case .due(let issues): issues
    case .issue(_, let issue, _): [issue]
    default: []
    }
  }

  /// The issues in whose history it stands.
  public var mentions: [Int64] {
    switch body {
    case .call(_, let call): call.issue.map { [$0] } ?? []
    case .mail(_, let message): [message.issue]
    default: issues.map(\.id)
    }
  }
}
