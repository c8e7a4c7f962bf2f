// The timeline and the queue against models that are too simple to be wrong.

import Civil
import OpeningHours
import Testing

@testable import HoursCore

/// A seeded generator, so that a failing run can be had again (SplitMix64, Vigna's constants).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct QueueTests {
  @Test(arguments: 1...20) func timelineIsASortedList(seed: UInt64) {
    var random = Seeded(state: seed)
    var timeline = Timeline()
    var model: [(at: Instant, id: Int64)] = []
    for id in 1...Int64(300) {
      let at = Instant(seconds: .random(in: 0...40, using: &random))
      if Int.random(in: 0..<3, using: &random) == 0, let victim = model.randomElement(using: &random) {
        timeline.remove(victim.id, at: victim.at)
        model.removeAll { $0.id == victim.id }
      } else {
        timeline.insert(id, at: at)
        model.append((at, id))
      }
      timeline.remove(id, at: at + 100)
      let sorted = model.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
      let through = Instant(seconds: .random(in: -1...41, using: &random))
      #expect(timeline.first == sorted.first?.at)
      #expect(timeline.ids(through: through) == sorted.filter { $0.at <= through }.map(\.id))
      #expect(timeline.count(through: through) == sorted.count { $0.at <= through })
    }
  }

  @Test(arguments: 1...10) func queueKnowsWhatIsPending(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let configuration = Configuration(
      zone: try zone("Europe/Berlin"), hours: try Expression("Mo-Fr 09:00-18:00"))
    let plan = Plan(configuration)
    let start = try plan.zone.instant("Mon 2026-11-23 00:00")
    var queue = Queue()
    var model: [Int64: HoursCore.Issue] = [:]
    for step in 0..<200 {
      let now = start + Int64(step * 3600)
      let issue = HoursCore.Issue.random(at: now, using: &random)
      queue.put(issue, plan: plan, now: now)
      model[issue.id] = issue.state == .pending ? issue : nil

      #expect(queue.issues == model)
      let person = issue.person
      #expect(
        queue.issues(of: person).map(\.id) == model.values.filter { $0.person == person }.map(\.id).sorted())
      #expect(queue.due.count(through: now) == model.values.count { $0.due <= now })
      #expect(
        queue.broken.count(through: now)
          == model.values.count { issue in plan.brokenAt(issue).map { $0 <= now } ?? false })
      #expect(Set(queue.reminders.ids(through: .max)).isSubset(of: model.keys))
    }
    for id in model.keys.sorted() {
      var issue = try #require(model[id])
      issue.state = .dropped
      queue.put(issue, plan: plan, now: start)
    }
    #expect(queue.issues.isEmpty)
    #expect([queue.due.first, queue.reminders.first, queue.broken.first] == [nil, nil, nil])
  }
}

extension HoursCore.Issue {
  /// One of 30 issues of 4 persons, in any state.
  static func random(at now: Instant, using random: inout Seeded) -> HoursCore.Issue {
    let person = ["acme", "bob", "carl", "dora"].randomElement(using: &random)
    let caller = Caller(class: .client, id: person, language: "en")
    let later = now + .random(in: -86_400...86_400, using: &random)
    var issue = HoursCore.Issue(
      id: .random(in: 1...30, using: &random), kind: Bool.random(using: &random) ? .support : .ringBack,
      caller: caller, about: nil, severity: .normal, queuedAt: now,
      promised: Bool.random(using: &random) ? later : nil, due: later)
    issue.state = IssueState.allCases.randomElement(using: &random) ?? .pending
    issue.atOnce = Bool.random(using: &random)
    return issue
  }
}
