// Two names that take turns, on a real service manager: the newest wish stands, and nothing else is left.

import Foundation
import Glibc
import Testing

@testable import Systemd

@MainActor
@Suite(.enabled(if: hasUserManager, needsUserManager))
struct AlternatingTimerTests {
  private let base = Int64(time(nil)) + 3600

  /// Makes wishes, one as soon as another was made, with a timer that knows nothing of earlier ones; `-` disarms.
  ///
  /// - Returns: What became of them, and which of the two timers stand then.
  private func wish(_ wishes: [String]) throws -> String {
    let stage = try Stage()
    let bus = try UserBus(on: stage.loop) { Issue.record("the bus was lost") }
    let timer = try AlternatingTimer(harmless("hoursd-test-turns"), on: bus)
    var outcomes = [String](repeating: "", count: wishes.count)
    for (index, wish) in wishes.enumerated() {
      let told = { (outcome: TransientTimer.Outcome) in
        outcomes[index] =
          switch outcome {
          case .armed(let instant): "\(instant - base)"
          default: "\(outcome)"
          }
        if !timer.isUnderWay, !outcomes.contains("") { stage.done() }
      }
      if let seconds = Int64(wish) {
        timer.arm(at: base + seconds, completion: told)
      } else {
        timer.disarm(completion: told)
      }
    }
    try stage.run()
    return (outcomes + ["->"] + standing()).joined(separator: " ")
  }

  private func standing() -> [String] {
    ["1", "2"].filter { number in
      let answer = try? output(
        "systemctl", "--user", "is-active", "hoursd-test-turns-\(number).timer")
      return answer == "active"
    }
  }

  @Test func eachWishTakesTheOtherName() throws {
    #expect(try wish(["0"]) == "0 -> 1")
    #expect(try wish(["1"]) == "1 -> 2")
    #expect(try wish(["2"]) == "2 -> 1")
    #expect(try wish(["3", "4", "5", "6"]).hasSuffix("6 -> 2"))
    #expect(try wish(["7", "-"]) == "superseded disarmed ->")
    #expect(try wish(["-"]) == "disarmed ->")
    #expect(try wish(["-", "8"]).hasSuffix("8 -> 1"))
    #expect(try wish(["9", "-", "10"]).hasSuffix("10 -> 2"))
    #expect(try wish(["-"]) == "disarmed ->")
  }
}
