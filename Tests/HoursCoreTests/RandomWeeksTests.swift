// Weeks of a random office, from a seed: it never wants to be woken for nothing, and never forgets anybody.

import Civil
import OpeningHours
import Testing

@testable import HoursCore

@Suite struct RandomWeeksTests {
  static let hours = [
    "Mo-Fr 09:00-13:00,14:00-18:00", "Mo-Su 20:00-02:00", "24/7", "Sa 10:00-12:00", "Mo-Su 12:00-22:00",
  ]

  @Test(arguments: hours, 1...4) func nothingIsLostAndNothingSpins(hours: String, seed: UInt64) throws {
    var random = Seeded(state: seed)
    var configuration = Configuration(zone: try zone("Europe/Berlin"), hours: try Expression(hours))
    var contacts = Contacts()
    contacts.add("acme", ["client", "mail"])
    contacts.add("bob", ["client", "24x7"])
    contacts.add("boris", ["personal"])
    configuration.directory = contacts
    configuration.mail.from = "ann@example.org"
    // The clocks go back in these weeks.
    var now = try configuration.zone.instant("Mon 2026-10-19 08:00")
    var office = Office(configuration, at: now)
    var archive = MemoryArchive()
    for _ in 0..<120 {
      let next = now + .random(in: 0...20_000, using: &random)
      try wake(&office, until: next, &archive)
      now = next
      let request = Request.random(
        calls: office.lastCall, issues: office.lastIssue, messages: office.lastMessage, using: &random)
      do throws(Refusal) {
        let decision = try office.decide(request, at: now, archive: archive)
        office.apply(decision.events)
        archive.keep(decision.events, announcement: office.announcement)
      } catch {}
      try nobodyIsForgotten(office)
      noFollowUpIsForgotten(office, archive)
    }
  }

  /// Ticks whenever the office wants to be woken, until a given time.
  private func wake(_ office: inout Office, until end: Instant, _ archive: inout MemoryArchive) throws {
    var before = Instant(seconds: 0)
    while let wake = office.nextWake, wake <= end {
      let now = max(wake, archive.events.last?.at ?? end)
      let decision = try office.decide(.tick, at: now, archive: archive)
      for event in decision.events {
        guard case .due(let issues) = event.body else { continue }
        #expect(issues.allSatisfy { office.plan.suits($0, at: now) }, "at \(office.zone.clock(now))")
        #expect(Set(issues.map(\.id)).count == issues.count)
      }
      office.apply(decision.events)
      archive.keep(decision.events, announcement: office.announcement)
      #expect(decision.events.count { $0.name == "issue.due" } <= 1)
      #expect(now > before || !decision.events.isEmpty, "woken twice for nothing")
      guard let next = office.nextWake, next > now else {
        #expect(office.nextWake == nil, "still to be woken after a tick at \(office.zone.clock(now))")
        return
      }
      before = now
    }
  }

  /// Whatever is pending will be reminded, but for an unknown number that was.
  private func nobodyIsForgotten(_ office: Office) throws {
    for issue in office.queue.issues.values where office.queue.reminder(of: issue.id) == nil {
      #expect(issue.class == .unknown && issue.kind == .ringBack && issue.reminders > 0)
    }
  }

  /// What is solved has a message that is still owed; what is to be sent is announced, or will be.
  private func noFollowUpIsForgotten(_ office: Office, _ archive: MemoryArchive) {
    for issue in archive.issues.values where issue.state == .solved {
      #expect(!office.outbox.messages(about: issue.id).isEmpty, "issue \(issue.id)")
    }
    var waiting = 0
    for message in office.outbox.messages.values {
      switch message.state {
      case .queued, .failed: if message.dueAt == nil { waiting += 1 }
      case .sending: waiting += 1
      default: break
      }
    }
    #expect(office.outbox.wakes.count(through: .max) == waiting)
    #expect(office.outbox.counts.values.reduce(0, +) == office.outbox.messages.count)
  }
}

extension Request {
  static func random(calls: Int64, issues: Int64, messages: Int64, using random: inout Seeded) -> Request {
    let call = Int64.random(in: 1...max(calls, 1), using: &random)
    let issue = Int64.random(in: 1...max(issues, 1), using: &random)
    let message = Int64.random(in: 1...max(messages, 1), using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 12, 13, 14:
      var resolution = Resolution(id: issue)
      resolution.solution = "done"
      resolution.send = Bool.random(using: &random)
      return .resolve(resolution)
    case 15: return .mailSend(message)
    case 16, 17: return .mailClaim(message)
    case 18: return .mailSent(message)
    case 19:
      return Bool.random(using: &random)
        ? .waive(issue: issue) : .mailFailed(message, error: "busy", later: Bool.random(using: &random))
    case 10:
      var wish = OverrideWish(OfficeState.allCases.randomElement(using: &random) ?? .open)
      wish.from = .later(.random(in: 1...100_000, using: &random))
      wish.until = .later(.random(in: 1...200_000, using: &random))
      return .override(wish)
    case 11: return .endOverride(.random(in: 1...10, using: &random))
    case 0:
      var triage = Triage(call: call)
      triage.severity = Severity.allCases.randomElement(using: &random)
      triage.issue = Bool.random(using: &random) ? issue : nil
      return .triage(triage)
    case 1: return .end(call: call, Outcome.allCases.randomElement(using: &random) ?? .missed, minutes: nil)
    case 2: return .snooze(issue, until: .later(.random(in: 60...100_000, using: &random)))
    case 3: return .drop(issue, why: nil)
    case 4: return .reopen(issue, promised: nil)
    default:
      var incoming = Incoming()
      incoming.from = ["acme", "bob", "boris", "+493055", nil].randomElement(using: &random) ?? nil
      incoming.severity = [.critical, .normal, nil].randomElement(using: &random) ?? nil
      incoming.missed = Bool.random(using: &random)
      return .call(incoming)
    }
  }
}
