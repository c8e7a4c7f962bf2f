// The shortest story that shows a fault: steps are taken out for as long as the same promise stays broken.

import Civil
import HoursCore

extension Life {
  /// Fewer steps that break the same promise.
  func shortened(failingAs violation: Violation) -> Life {
    var life = self
    life.cut(for: violation)
    var size = max(life.steps.count / 2, 1)
    while true {
      let before = life.steps.count
      var from = 0
      while from < life.steps.count {
        var shorter = life
        shorter.steps.removeSubrange(from..<min(from + size, life.steps.count))
        if shorter.breaks(violation) { life = shorter } else { from += size }
      }
      if size == 1 && life.steps.count == before { break }
      size = max(size / 2, 1)
    }
    return life
  }

  private func breaks(_ violation: Violation) -> Bool { World.live(self).violation?.name == violation.name }

  /// Ends the life soon after the fault, by halves.
  private mutating func cut(for violation: Violation) {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      var shorter = self
      shorter.steps = Array(steps.prefix(middle))
      if shorter.breaks(violation) { high = middle } else { low = middle + 1 }
    }
    steps = Array(steps.prefix(high))
    var (early, late) = (steps.last?.at ?? 0, seconds)
    while late - early > 3_600 {
      var shorter = self
      shorter.seconds = (early + late) / 2
      if shorter.breaks(violation) { late = shorter.seconds } else { early = shorter.seconds }
    }
    seconds = late
  }

  /// As the core's tests write stories, as far as they know the words, with what happened.
  var story: String {
    """
    hours: \(Self.hours[initialHours])
    zone: \(Self.zones[initialZone])
    \(World.tell(self).suffix(40).joined(separator: "\n"))
    """
  }
}

extension Deed {
  var words: String {
    switch self {
    case .call(let call):
      let facts = [call.severity?.rawValue, call.surcharge.map { "surcharge \($0.rawValue)" }].compactMap {
        $0
      }
      let who = call.from ?? "withheld"
      let at = call.at.map { ", at \($0)" } ?? ""
      return (call.missed ? "misses \(who)" : "\(who) calls") + at
        + (facts.isEmpty ? "" : ": \(facts.joined(separator: ", "))")
    case .change(.hours(let index)): return "hours become \(Life.hours[index])"
    case .change(.zone(let index)): return "zone becomes \(Life.zones[index])"
    case .change(.rules(let index)):
      return index < Life.rules.count
        ? "the zone's rules become \(Life.rules[index])" : "the zone's rules are the database's"
    case .crash(let crash, let back): return "dies \(crash.rawValue), back after \(back) s"
    default: return "\(self)"
    }
  }
}
