// What can happen to an office in a year: what callers, the owner, the machine and the world do.
//
// Calls and issues are named by how many came after them, so that a story stays a story when steps are taken out.

import Civil
import HoursCore

/// One thing that happens.
enum Deed: Hashable {
  case call(Incoming)
  case triage(back: Int, Severity?, answer: Bool?, SurchargeReply?, join: Int?)
  case end(back: Int, Outcome)
  case told(back: Int, Channel)
  case snooze(back: Int, TimeExpression)
  case resolve(back: Int, wasCritical: Bool?, send: Bool)
  case mailSend(back: Int)
  case waive(back: Int)
  /// A deliverer takes what is due, and this becomes of it.
  case deliver(Delivery)
  /// The owner works off the whole queue.
  case sweep
  case drop(back: Int)
  case note(back: Int)
  case reopen(back: Int, TimeExpression?)
  case add(client: String?, IssueKind?, due: TimeExpression?, promised: TimeExpression?)
  case override(OfficeState, from: TimeExpression?, until: TimeExpression?)
  case endOverride(back: Int)
  /// The owner's files say something else.
  case change(Change)
  /// The daemon dies in its next turn, and is started again so many seconds later.
  case crash(Crash, back: Int64)
  /// The next commit fails.
  case diskFull
  /// The lid is closed for so many seconds.
  case sleep(Int64)
  /// The wall clock jumps.
  case clock(Int64)
  case status
}

/// Where in a turn a daemon dies.
enum Crash: String, Hashable, CaseIterable {
  case beforeDecide = "before decide"
  case beforeCommit = "before commit"
  case beforeReply = "before reply"
}

/// What becomes of a message that a deliverer has taken.
enum Delivery: String, Hashable, CaseIterable {
  case sent, failed, later
  case dies = "dies before the mailer"
  case diesSent = "dies after the mailer"
}

/// What the owner writes down anew.
enum Change: Hashable {
  case hours(Int)
  case zone(Int)
  /// The zone database says something else of the same zone.
  case rules(Int)
  case absence(days: Int, length: Int)
  case contract(String, Contract)
  case quiet(Int)
  case leaves(String)
  case returns
}

/// One step of a life: when, in seconds of true time since its beginning, and what.
struct Step: Hashable {
  let at: Int64
  let deed: Deed
}

/// SplitMix64: the same life from the same seed, on every machine.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

extension Array {
  func any(_ random: inout Seeded) -> Element { self[Int.random(in: 0..<count, using: &random)] }
}
