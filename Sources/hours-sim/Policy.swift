// policy.md's decision table, told once more as conditions, so that a slip in the core's rows meets another opinion.

import HoursCore

enum Policy {
  enum Due { case now, thisEvening, nextOpening }

  struct Rule {
    let reason: String
    let verdict: Verdict
    let leaves: Due?

    init(_ reason: String, _ verdict: Verdict, _ leaves: Due? = nil) {
      self.reason = reason
      self.verdict = verdict
      self.leaves = leaves
    }
  }

  struct Facts {
    let caller: Caller
    let severity: Severity
    let isSurcharged: Bool
    var isMissed: Bool
    let isOpen: Bool
    let isBreak: Bool

    init(_ call: Call, isMissed: Bool, isOpen: Bool, isBreak: Bool) {
      caller = call.caller
      severity = call.severity
      isSurcharged = call.severity == .normal && call.surcharge == .accepted
      self.isMissed = isMissed
      self.isOpen = isOpen
      self.isBreak = isBreak
    }

    /// The same call, unanswered.
    var missed: Facts {
      var facts = self
      facts.isMissed = true
      return facts
    }
  }

  static func rule(_ facts: Facts) -> Rule {
    if facts.caller.always {
      return facts.isMissed ? Rule("always-missed", .ringBack, .now) : Rule("always", .answer)
    }
    return facts.caller.class == .personal ? friend(facts) : facts.isOpen ? inHours(facts) : outOfHours(facts)
  }

  private static func friend(_ facts: Facts) -> Rule {
    if facts.severity == .critical {
      return facts.isMissed
        ? Rule("personal-critical-missed", .ringBack, .now) : Rule("personal-critical", .answer)
    }
    if facts.isMissed { return Rule("personal-missed", .ringBack, .thisEvening) }
    return facts.isOpen
      ? Rule("personal-in-hours", .decline, .thisEvening) : Rule("personal-out-of-hours", .answer)
  }

  private static func inHours(_ facts: Facts) -> Rule {
    facts.isMissed ? Rule("in-hours-missed", .ringBack, .now) : Rule("in-hours", .answer)
  }

  private static func outOfHours(_ facts: Facts) -> Rule {
    let isClient = facts.caller.class == .client
    if isClient && facts.caller.contract == .aroundTheClock {
      return facts.isMissed ? Rule("contract-missed", .ringBack, .now) : Rule("contract", .answer, .now)
    }
    if facts.severity == .critical {
      return facts.isMissed ? Rule("critical-missed", .ringBack, .now) : Rule("critical", .answer, .now)
    }
    if facts.isBreak { return Rule("in-break", .defer, .nextOpening) }
    if facts.severity == .normal {
      if isClient && !facts.isMissed && facts.isSurcharged { return Rule("surcharge", .answer, .now) }
      return Rule("not-critical", .defer, .nextOpening)
    }
    if facts.isMissed { return Rule("missed-out-of-hours", .defer, .nextOpening) }
    return isClient ? Rule("not-triaged", .ask) : Rule("stranger", .defer, .nextOpening)
  }
}
