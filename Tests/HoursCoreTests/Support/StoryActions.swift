// What can happen in a story: the words of a step, turned into a request.

import Civil
import OpeningHours

@testable import HoursCore

/// What a step asks for.
enum Action {
  case request(Request, implied: String?)
  /// A tick after time in which nobody woke the office.
  case lateTick
  case restart
  case change(key: String, value: String)
}

extension Action {
  init(_ text: String, zone: Zone) throws {
    let colon = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = colon.count > 1 ? colon[1].trimmed : ""
    let words = text.split(separator: " ").map(String.init)
    let number = words.count > 1 ? Int64(words[1].split(separator: ":")[0]) : nil
    let verb = words[0].filter(\.isLetter)
    switch (verb, number) {
    case ("tick", _): self = .request(.tick, implied: nil)
    case ("late", _): self = .lateTick
    case ("restart", _): self = .restart
    case ("status", _):
      let at = try text.after("status at ").map { try TimeExpression.of($0, zone) }
      self = .request(.status(at: at), implied: nil)
    case ("zone", _): self = .change(key: "zone", value: try text.required("zone becomes "))
    case ("contract", _): self = .change(key: words[2], value: "client \(words[4]) mail")
    case ("from", _): self = .change(key: "from", value: try text.required("from becomes "))
    case ("acme", _) where words[1] == "becomes", ("bob", _) where words[1] == "becomes":
      self = .change(key: words[0], value: words.dropFirst(2).joined(separator: " "))
    case ("hours", _) where words.count == 1: self = .request(.hours(from: nil, to: nil), implied: nil)
    case ("override", _): self = .request(.override(try OverrideWish(text, zone)), implied: "office.override")
    case ("overrides", _): self = .request(.overrides, implied: nil)
    case ("endoverride", let id?):
      self = .request(.endOverride(id), implied: "office.override-ended")
    case ("hours", _): self = .change(key: "hours", value: try text.required("hours become "))
    case ("absence", _): self = .change(key: "absence", value: try text.required("absence "))
    case ("misses", _):
      self = .request(
        .call(try Incoming(caller: words[1], text, missed: true, zone)), implied: "call.received")
    case ("triage", let id?): self = .request(.triage(Triage(id, rest)), implied: "call.triaged")
    case ("end", let id?):
      guard let outcome = Outcome(rawValue: words[2]) else { throw StoryError("no outcome: \(text)") }
      let minutes = words.count > 4 ? Int(words[4]) : nil
      self = .request(.end(call: id, outcome, minutes: minutes), implied: "call.ended")
    case ("told", _): self = .request(try Request(told: words), implied: "caller.told")
    case ("snooze", let id?):
      self = .request(.snooze(id, until: try .of(words[3...].joined(separator: " "), zone)), implied: nil)
    case ("resolve", let id?):
      var resolution = Resolution(id: id)
      resolution.solution = rest.isEmpty ? nil : rest
      resolution.send = words.dropFirst(2).first == "and"
      let facts = colon[0].split(separator: " ").map(String.init)
      if let place = facts.firstIndex(of: "minutes") { resolution.minutes = Int(facts[place + 1]) }
      if facts.contains("critical") { resolution.wasCritical = !facts.contains("not") }
      self = .request(.resolve(resolution), implied: nil)
    case ("report", _): self = .request(.report(try ReportQuery(text, zone)), implied: nil)
    case ("drop", let id?): self = .request(.drop(id, why: nil), implied: nil)
    case ("note", let id?): self = .request(.note(id, text: rest), implied: nil)
    case ("reopen", let id?):
      let promised = words.count > 3 ? words[3...].joined(separator: " ") : nil
      self = .request(.reopen(id, promised: try promised.map { try .of($0, zone) }), implied: nil)
    case ("messages", _):
      var query = MessageQuery()
      query.issue = number
      self = .request(.messages(query), implied: nil)
    case ("edit", let id?):
      var edit = MessageEdit(id: id)
      if words.dropFirst(2).first == "subject:" { edit.subject = rest } else { edit.body = rest }
      self = .request(.mailEdit(edit), implied: nil)
    case ("send", let id?): self = .request(.mailSend(id), implied: nil)
    case ("waive", let id?): self = .request(.waive(issue: id), implied: nil)
    case ("claim", let id?): self = .request(.mailClaim(id), implied: nil)
    case ("sent", let id?): self = .request(.mailSent(id), implied: nil)
    case ("fails", let id?):
      let isLater = words.dropFirst(2).first == "later:"
      self = .request(.mailFailed(id, error: rest, later: isLater), implied: nil)
    case ("add", _): self = .request(.add(try Addition(text, zone)), implied: nil)
    case (_, _) where words.count > 1 && words[1].hasPrefix("calls"):
      self = .request(
        .call(try Incoming(caller: words[0], text, missed: false, zone)), implied: "call.received")
    default: throw StoryError("a story knows no \(text)")
    }
  }
}

extension Incoming {
  /// `acme calls: forgot password, normal`, `misses acme, at Mon 2026-11-23 17:40: critical`.
  init(caller: String, _ text: String, missed: Bool, _ zone: Zone) throws {
    self.init()
    let name = caller.split(separator: ":")[0].split(separator: ",")[0]
    from = name == "withheld" ? nil : String(name)
    self.missed = missed
    var facts = text.components(between: ": ").dropFirst().first ?? ""
    if let time = text.components(between: ", at ").dropFirst().first {
      let parts = time.components(between: ": ")
      at = try .of(parts[0], zone)
      facts = parts.count > 1 ? parts[1] : ""
    }
    for fact in facts.split(separator: ",").map({ $0.trimmed }) {
      if let severity = Severity(rawValue: fact) {
        self.severity = severity
      } else if let reply = fact.after("surcharge ") {
        surcharge = SurchargeReply(rawValue: reply)
      } else {
        about = fact
      }
    }
  }
}

extension Triage {
  /// `critical`, `normal, surcharge accepted`, `down yes, data no`, `all no`, `joins 2`, or what it is about.
  init(_ call: Int64, _ text: String) {
    self.init(call: call)
    for fact in text.split(separator: ",").map({ $0.trimmed }) {
      let words = fact.split(separator: " ").map(String.init)
      if let severity = Severity(rawValue: fact) {
        self.severity = severity
      } else if words.count == 2, words[0] == "joins" {
        issue = Int64(words[1])
      } else if words.count == 2, words[0] == "surcharge" {
        surcharge = SurchargeReply(rawValue: words[1])
      } else if words.count == 2, ["yes", "no"].contains(words[1]) {
        let ids = words[0] == "all" ? Script.english.questions.map(\.id) : [words[0]]
        answers = (answers ?? [:]).merging(ids.map { ($0, words[1] == "yes") }) { $1 }
      } else {
        about = fact
      }
    }
  }
}

extension Addition {
  /// `add ring-back for acme, due Mon 2026-11-30 10:00, promised tonight: the invoice`.
  init(_ text: String, _ zone: Zone) throws {
    let parts = text.components(between: ": ")
    self.init(about: parts.count > 1 ? parts[1] : "something")
    for part in try parts[0].required("add").split(separator: ",").map({ $0.trimmed }) {
      if let time = part.after("due ") {
        due = try .of(time, zone)
      } else if let time = part.after("promised ") {
        promised = try .of(time, zone)
      } else {
        kind = part.split(separator: " ").compactMap { IssueKind(rawValue: String($0)) }.first
        client = part.components(between: "for ").dropFirst().first
      }
    }
  }
}

extension ReportQuery {
  /// `report`, `report from Sun 2026-11-01 00:00 to monday for acme`.
  init(_ text: String, _ zone: Zone) throws {
    self.init()
    let parts = text.components(between: " for ")
    client = parts.dropFirst().first
    let ends = parts[0].components(between: " to ")
    if let time = ends[0].components(between: " from ").dropFirst().first { from = try .of(time, zone) }
    if ends.count > 1 { to = try .of(ends[1], zone) }
  }
}

extension OverrideWish {
  /// `override closed from 11:00 until Mon 2026-11-30 00:00: flu`.
  init(_ text: String, _ zone: Zone) throws {
    let parts = text.components(between: ": ")
    let words = parts[0].split(separator: " ").map(String.init)
    guard words.count > 1, let state = OfficeState(rawValue: words[1]) else {
      throw StoryError("open or closed? \(text)")
    }
    self.init(state)
    let times = words.dropFirst(2).joined(separator: " ").components(between: "until ")
    if let time = times[0].after("from ") { from = try .of(time, zone) }
    if times.count > 1 { until = try .of(times[1], zone) }
    reason = parts.count > 1 ? parts[1] : nil
  }
}

extension Request {
  /// `told acme spoken`, `told call 1 sms`.
  init(told words: [String]) throws {
    guard let channel = words.last.flatMap(Channel.init(rawValue:)) else {
      throw StoryError("told by which channel?")
    }
    if words[1] == "call", let id = Int64(words[2]) {
      self = .told(.call(id), channel)
    } else {
      self = .told(.client(words[1]), channel)
    }
  }
}

extension TimeExpression {
  static func of(_ text: String, _ zone: Zone) throws -> TimeExpression {
    switch text {
    case "tonight": return .tonight
    case "next-business-day": return .nextBusinessDay
    default: break
    }
    if let time = CivilTime(text) { return .clock(time) }
    let words = text.split(separator: " ").map(String.init)
    if let day = Day(word: words[0]) {
      if words.count == 1 { return .day(day) }
      if words.count == 2, let time = CivilTime(words[1]) { return .on(day, time) }
    }
    if let hours = text.after("+") {
      guard let count = Int64(hours.prefix(while: \.isNumber)) else { throw StoryError("no time: \(text)") }
      return hours.hasSuffix("working hours") ? .laterWorking(count * 3600) : .later(count * 3600)
    }
    return .instant(try zone.instant(text))
  }
}

extension Day {
  /// Reads `today`, `tomorrow`, `monday` and `2026-11-30`.
  init?(word: String) {
    let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    if let index = weekdays.firstIndex(of: word), let weekday = Weekday(rawValue: index + 1) {
      self = .weekday(weekday)
    } else if let days = ["today", "tomorrow"].firstIndex(of: word) {
      self = .away(days)
    } else if let date = CivilDate(word) {
      self = .date(date)
    } else {
      return nil
    }
  }
}

extension String {
  func required(_ prefix: String) throws -> String {
    guard let rest = after(prefix) else { throw StoryError("expected \(prefix) in \(self)") }
    return rest
  }
}
