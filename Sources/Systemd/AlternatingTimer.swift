// A wake-up that is never taken away before the next one stands.
//
// A timer can only be moved by stopping it and starting it anew, and whoever is killed in between has none. So two
// names take turns: the new one is armed first, then the old one goes. Killed in between, both stand: to be woken once
// too often costs nothing.

import CSystemd

/// A transient timer under two names in turn, `NAME-1` and `NAME-2`.
///
/// Wishes that come while an earlier one is under way are not queued: only the newest counts.
@MainActor
public final class AlternatingTimer {
  private let timers: [TransientTimer]
  /// The one that holds what was armed last; absent until the manager was asked what an earlier process has left.
  private var last: Int?
  /// Counts the wishes, so that one that waited for an answer knows of newer ones.
  private var wishes = 0
  private var questions = 0

  public init(_ unit: TransientUnit, on bus: UserBus) throws(SystemdError) {
    let numbered = { (number: Int) in
      TransientUnit(
        name: "\(unit.name)-\(number)", description: unit.description, command: unit.command,
        environment: unit.environment)
    }
    timers = [try TransientTimer(numbered(1), on: bus), try TransientTimer(numbered(2), on: bus)]
  }

  /// Whether a wish is under way: let it finish before the loop ends.
  public var isUnderWay: Bool { questions > 0 || timers.contains { $0.isUnderWay } }

  /// Has the service started at `instant`, in seconds since 1970, in place of what was armed before.
  public func arm(at instant: Int64, completion: @escaping (TransientTimer.Outcome) -> Void) {
    wishes += 1
    guard let last else {
      let wish = wishes
      return findLast { [self] in
        if wish == wishes { arm(at: instant, completion: completion) } else { completion(.superseded) }
      }
    }
    let free = 1 - last
    timers[free].arm(at: instant) { [self] outcome in
      // A newer wish takes this one's place: until it stands the old one is needed.
      guard case .armed = outcome, !timers[free].isUnderWay else { return completion(outcome) }
      self.last = free
      timers[last].disarm { _ in completion(outcome) }
    }
  }

  /// Takes back what was armed.
  public func disarm(completion: @escaping (TransientTimer.Outcome) -> Void) {
    wishes += 1
    var waiting = timers.count
    for timer in timers {
      timer.disarm { outcome in
        waiting -= 1
        if waiting == 0 { completion(outcome) }
      }
    }
  }

  private func findLast(then go: @escaping () -> Void) {
    questions += 1
    timers[0].state { [self] result in
      questions -= 1
      if last == nil {
        if case .success(.some) = result { last = 0 } else { last = 1 }
      }
      go()
    }
  }
}
