// What is left of a record when a person is forgotten.

import Civil

/// Takes a person out of records.
public struct Eraser: Sendable {
  private let likeness: Likeness
  /// What each of their keys is called now.
  private let names: [String: String]
  /// What is taken out of other people's texts, the longest first.
  private let marks: [String]

  /// `event` is the number of the event that says so: it makes the new names unlike all others.
  public init(_ likeness: Likeness, event: Int64) {
    self.likeness = likeness
    names = Dictionary(
      uniqueKeysWithValues: likeness.persons.sorted().enumerated().map { index, person in
        (person, index == 0 ? "\(Caller.forgotten)\(event)" : "\(Caller.forgotten)\(event)-\(index)")
      })
    // What is shorter may be a part of any word.
    marks = (likeness.names.union(likeness.numbers)).filter { $0.count >= 4 }.sorted { $0.count > $1.count }
  }

  public func isTheirs(_ call: Call) -> Bool { likeness.isTheirs(call.caller) }

  public func isTheirs(_ issue: Issue) -> Bool { name(of: issue.person) != nil }

  /// What a person is called from now on; nil for anybody else.
  public func name(of person: String?) -> String? { person.flatMap { names[$0] } }

  // MARK: Records

  public func erased(_ call: Call) -> Call {
    var call = call
    guard isTheirs(call) else {
      call.about = erased(call.about)
      call.say = erased(call.say)
      call.autoReply = erased(call.autoReply)
      return call
    }
    call.caller.id = name(of: call.caller.person)
    call.caller.name = nil
    call.caller.number = nil
    call.caller.numberType = nil
    call.caller.email = nil
    call.about = nil
    // The rule may name the words that decided.
    call.rule = nil
    call.answers = nil
    call.say = ""
    call.autoReply = nil
    call.questions = nil
    // That there was an offer is counted.
    call.surchargeOffer = call.surchargeOffer.map { _ in "" }
    return call
  }

  public func erased(_ issue: Issue) -> Issue {
    var issue = issue
    guard let name = name(of: issue.person) else {
      issue.about = erased(issue.about)
      issue.solution = erased(issue.solution)
      issue.why = erased(issue.why)
      return issue
    }
    issue.person = name
    issue.client = issue.client.map { _ in name }
    issue.name = nil
    issue.number = nil
    issue.about = nil
    issue.solution = nil
    issue.why = nil
    return issue
  }

  public func isTheirs(_ message: Message) -> Bool { name(of: message) != nil }

  private func name(of message: Message) -> String? { name(of: message.client.map { "client:\($0)" }) }

  public func erased(_ message: Message) -> Message {
    var message = message
    guard let name = name(of: message) else {
      message.subject = erased(message.subject)
      message.body = erased(message.body)
      return message
    }
    message.client = name
    message.to = ""
    message.name = nil
    message.subject = ""
    message.body = ""
    // A mailer names whom it could not reach.
    message.error = nil
    return message
  }

  public func erased(_ told: Told) -> Told {
    guard let name = name(of: told.person) else { return told }
    var told = told
    told.person = name
    told.client = told.client.map { _ in name }
    return told
  }

  public func erased(_ event: Event) -> Event {
    let body: Event.Body =
      switch event.body {
      case .office(let news, let announcement): .office(news, erased(announcement))
      case .override(let news, let override): .override(news, erased(override))
      case .call(let news, let call): .call(news, erased(call))
      case .told(let told): .told(erased(told))
      case .due(let issues): .due(issues.map(erased))
      case .issue(let news, let issue, let text):
        .issue(news, erased(issue), text: isTheirs(issue) ? nil : erased(text))
      case .mail(let news, let message): .mail(news, erased(message))
      case .configured, .forgotten: event.body
      }
    return Event(body, at: event.at)
  }

  public func erased(_ announcement: Announcement) -> Announcement {
    var announcement = announcement
    announcement.reason = erased(announcement.reason)
    return announcement
  }

  public func erased(_ overrides: Overrides) -> Overrides { overrides.mapped(erased) }

  private func erased(_ override: Override) -> Override {
    var override = override
    override.reason = erased(override.reason)
    return override
  }

  /// Somebody else's text, without their name and number.
  private func erased(_ text: String) -> String {
    marks.reduce(text) { text, mark in text.contains(mark) ? text.replacing(mark, with: "…") : text }
  }

  private func erased(_ text: String?) -> String? { text.map { erased($0) as String } }
}
