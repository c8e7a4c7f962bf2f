// Tells a story to an office, and holds every line against what the office does.
//
// A story must name every instant at which the office wants to be woken, unless the tick is `late`. It is told
// twice: in one go, and with a restart before each step; and after each step the sum of the events so far must
// be the office itself.

import Civil
import OpeningHours

@testable import HoursCore

extension Story {
  func run() throws {
    try run(restarting: false)
    if !header.contains(where: { $0.key == "restarts" }) { try run(restarting: true) }
  }

  private func run(restarting: Bool) throws {
    var world = try World(self)
    for step in steps {
      do {
        try world.take(step, restarting: restarting)
      } catch {
        let how = restarting ? " (with a restart before it)" : ""
        throw StoryError("\n  \(title)\n  \(step.line)\n    \(error)\(how)")
      }
    }
  }
}

/// An office with its archive in the middle of a story.
struct World {
  private var configuration: Configuration
  private var contacts = Contacts()
  private var office: Office
  private var archive = MemoryArchive()
  private let start: Instant
  /// The clock of the step before.
  private var last: Instant

  init(_ story: Story) throws {
    configuration = Configuration(
      zone: try zone("Europe/Berlin"), hours: try Expression("Mo-Fr 09:00-18:00; PH off"))
    for (id, words) in [
      ("acme", "client mail"), ("bob", "client 24x7"), ("boris", "personal"), ("school", "personal always"),
    ] where !story.header.contains(where: { $0.key == id }) {
      contacts.add(id, words.split(separator: " "))
    }
    configuration.directory = contacts
    for (key, value) in story.header where key != "restarts" {
      try configuration.take(key, value, contacts: &contacts)
    }
    start = try configuration.zone.instant(story.steps[0].clock)
    last = start
    office = Office(configuration, at: start)
    // The first announcement, unless the story begins with it.
    guard story.steps[0].action != "tick" else { return }
    let first = try office.decide(.tick, at: start, archive: archive)
    office.apply(first.events)
    archive.keep(first.events, announcement: office.announcement)
  }

  mutating func take(_ step: Story.Step, restarting: Bool) throws {
    let now = try configuration.zone.instant(step.clock)
    let action = try Action(step.action, zone: configuration.zone)
    if restarting {
      var memory = archive.memory
      // Made again as after a commit that failed: only a daemon that starts doubts what is being sent.
      memory.openClaims = office.openClaims
      office = Office(configuration, memory: memory, at: now)
    }
    var seen = Seen(zone: configuration.zone)
    switch action {
    case .restart: office = Office(configuration, memory: archive.memory, at: now)
    case .lateTick: try decide(.tick, at: now, &seen)
    case .request(let request, let implied):
      if !restarting, let wake = office.nextWake, max(wake, last) < now {
        throw StoryError("the office wanted to be woken before, at \(configuration.zone.clock(wake))")
      }
      seen.implied = implied
      try decide(request, at: now, &seen)
    case .change(let key, let value):
      if key == "hours" { configuration.hours = try Expression("off") }
      try configuration.take(key, value, contacts: &contacts)
      let decision = office.adopt(configuration, at: now)
      seen.implied = "office.configured"
      note(decision, &seen)
    }
    last = now
    seen.wake = office.nextWake
    seen.archive = archive
    seen.pendingReminders = Dictionary(
      uniqueKeysWithValues: office.queue.issues.keys.map { ($0, office.queue.reminder(of: $0)) })
    try seen.check(step.expected)
    try checkReplay()
  }

  private mutating func decide(_ request: Request, at now: Instant, _ seen: inout Seen) throws {
    do throws(Refusal) {
      note(try office.decide(request, at: now, archive: archive), &seen)
    } catch {
      seen.refusal = error
      seen.implied = nil
    }
  }

  private mutating func note(_ decision: Decision, _ seen: inout Seen) {
    office.apply(decision.events)
    archive.keep(decision.events, announcement: office.announcement)
    seen.decision = decision
  }

  /// The office is the sum of its events.
  private func checkReplay() throws {
    var replayed = Office(configuration, at: start)
    replayed.apply(archive.events)
    let same: [(String, Bool)] = [
      ("queue", replayed.queue.issues == office.queue.issues), ("asks", replayed.asks == office.asks),
      ("told", replayed.told == office.told), ("seq", replayed.seq == office.seq),
      ("announcement", replayed.announcement?.state == office.announcement?.state),
      ("issue numbers", replayed.lastIssue == office.lastIssue),
      ("call numbers", replayed.lastCall == office.lastCall),
      ("outbox", replayed.outbox.messages == office.outbox.messages),
      ("message numbers", replayed.lastMessage == office.lastMessage),
      ("overrides", replayed.overrides == office.overrides),
      ("what is due", replayed.queue.due.ids(through: .max) == office.queue.due.ids(through: .max)),
    ]
    if let wrong = same.first(where: { !$0.1 }) {
      throw StoryError("replayed events give another \(wrong.0)")
    }
  }
}
