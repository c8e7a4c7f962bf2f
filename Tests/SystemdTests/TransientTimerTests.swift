// The alarm's timer on a real service manager. What is armed is asked of systemctl, not of the code under test.

import Foundation
import Glibc
import Testing

@testable import Systemd

@MainActor
@Suite(.enabled(if: hasUserManager, needsUserManager))
struct TransientTimerTests {
  private var now: Int64 { Int64(time(nil)) }

  /// What systemd itself says about a timer: an instant, or none.
  private func elapse(_ name: String) throws -> Int64? {
    let escaped = name.replacingOccurrences(of: "-", with: "_2d")
    let answer = try output(
      "busctl", "--user", "get-property", "org.freedesktop.systemd1",
      "/org/freedesktop/systemd1/unit/\(escaped)_2etimer", "org.freedesktop.systemd1.Timer",
      "NextElapseUSecRealtime")
    let microseconds = try #require(UInt64(answer.dropFirst(2)), "t NUMBER")
    return [0, .max].contains(microseconds) ? nil : Int64(microseconds / 1_000_000)
  }

  /// Runs the loop until `body` has called back `count` times, and gives the outcomes in words, in that order.
  private func outcomes(
    of name: String, count: Int, _ body: (TransientTimer, @escaping (TransientTimer.Outcome) -> Void) -> Void
  ) throws -> [String] {
    let stage = try Stage()
    let bus = try UserBus(on: stage.loop) { Issue.record("the bus was lost") }
    var outcomes: [String] = []
    let timer = try TransientTimer(harmless(name), on: bus)
    body(timer) { outcome in
      outcomes.append("\(outcome)")
      if outcomes.count == count { stage.done() }
    }
    try stage.run()
    withExtendedLifetime(timer) {}
    return outcomes
  }

  @Test func armedThenMovedThenDisarmed() throws {
    let name = "hoursd-test-moved"
    let first = now + 3600
    let second = now + 7200
    #expect(try outcomes(of: name, count: 1) { $0.arm(at: first, completion: $1) } == ["armed(at: \(first))"])
    #expect(try elapse(name) == first)
    #expect(
      try outcomes(of: name, count: 1) { $0.arm(at: second, completion: $1) } == ["armed(at: \(second))"])
    #expect(try elapse(name) == second)
    let properties = try output(
      "systemctl", "--user", "show", "-p", "Description,AccuracyUSec,RemainAfterElapse,WakeSystem",
      "\(name).timer")
    #expect(
      Set(properties.split(separator: "\n")) == [
        "Description=a test of hoursd", "AccuracyUSec=1s", "RemainAfterElapse=no", "WakeSystem=no",
      ])
    #expect(try outcomes(of: name, count: 1) { $0.disarm(completion: $1) } == ["disarmed"])
    #expect(try elapse(name) == nil)
    #expect(
      try outcomes(of: name, count: 1) { $0.disarm(completion: $1) } == ["disarmed"], "again is no error")
  }

  @Test func onlyTheNewestWishCounts() throws {
    let name = "hoursd-test-newest"
    let base = now + 3600
    let outcomes = try outcomes(of: name, count: 4) { timer, told in
      for index in 0..<4 { timer.arm(at: base + Int64(index), completion: told) }
    }
    #expect(outcomes == ["superseded", "superseded", "superseded", "armed(at: \(base + 3))"])
    #expect(try elapse(name) == base + 3)
    #expect(
      try self.outcomes(of: name, count: 2) { timer, told in
        timer.arm(at: base, completion: told)
        timer.disarm(completion: told)
      } == ["superseded", "disarmed"])
    #expect(try elapse(name) == nil)
  }

  @Test func armedAnewManyTimesInARow() throws {
    let name = "hoursd-test-often"
    let base = now + 3600
    let outcomes = try outcomes(of: name, count: 100) { timer, told in
      var count: Int64 = 0
      @MainActor func next(_ outcome: TransientTimer.Outcome) {
        told(outcome)
        count += 1
        if count < 100 { timer.arm(at: base + count, completion: next) }
      }
      timer.arm(at: base, completion: next)
    }
    #expect(outcomes == (0..<100).map { "armed(at: \(base + Int64($0)))" })
    #expect(try elapse(name) == base + 99)
    _ = try self.outcomes(of: name, count: 1) { $0.disarm(completion: $1) }
  }

  @Test(arguments: [-3600, 0, 1])
  func tooSoon(_ seconds: Int64) throws {
    let outcomes = try outcomes(of: "hoursd-test-soon", count: 1) { timer, told in
      // At the end of a turn of the loop, like any answer.
      let instant = now + seconds
      timer.disarm { _ in timer.arm(at: instant, completion: told) }
    }
    #expect(outcomes == ["tooSoon"])
  }

  @Test func theStateIsWhatSystemdSays() throws {
    let stage = try Stage()
    let bus = try UserBus(on: stage.loop) {}
    let timer = try TransientTimer(harmless("hoursd-test-state"), on: bus)
    let instant = now + 3600
    var states: [Int64?] = []
    func ask(_ then: @escaping () -> Void) {
      timer.state { result in
        if case .success(let state) = result { states.append(state) }
        then()
      }
    }
    // A stop is answered before its job is done: for a moment systemd shows what was armed.
    func askUntilGone() {
      ask { if states.last == .some(nil) { stage.done() } else { askUntilGone() } }
    }
    ask { timer.arm(at: instant) { _ in ask { timer.disarm { _ in askUntilGone() } } } }
    try stage.run()
    #expect(states.prefix(2) == [nil, instant] && states.last == .some(nil), "\(states)")
  }

  /// The service writes down when it began, and runs until somebody reads `end`. Meanwhile the next instant is armed.
  @Test func firesNotBeforeItsSecondAndIsArmedAnewWhileItsServiceRuns() throws {
    let folder = try Folder()
    mkfifo("\(folder.path)/end", 0o600)
    // The instants lie so far ahead that a slow machine has not come to them when they are armed.
    let stage = try Stage(seconds: 60)
    let bus = try UserBus(on: stage.loop) {}
    let script = #"date +%s.%N >> "$FOLDER/fired"; echo > "$FOLDER/end""#
    let unit = TransientUnit(
      name: "hoursd-test-fires", description: "a test of hoursd", command: ("/bin/sh", ["-c", script]),
      environment: ["FOLDER=\(folder.path)"])
    let timer = try TransientTimer(unit, on: bus)
    var instants = [now + 6]
    var story: [String] = []
    let patience = try ElapsedTimer(on: stage.loop) {
      story.append(timer.isUnderWay ? "waits" : "does not wait")
      #expect(throws: Never.self) { try output("timeout", "5", "cat", "\(folder.path)/end") }
    }
    let change = try PathChange(["\(folder.path)/fired"], on: stage.loop) {
      story.append("fired")
      if story.count > 4 { return stage.done() }
      instants.append(now + 6)
      timer.arm(at: instants[1]) { story.append("\($0)") }
      #expect(throws: Never.self) { try patience.arm(after: .milliseconds(200)) }
    }
    timer.arm(at: instants[0]) { story.append("\($0)") }
    try stage.run()
    try #require(instants.count == 2)
    #expect(story == ["armed(at: \(instants[0]))", "fired", "waits", "armed(at: \(instants[1]))", "fired"])
    for (line, instant) in zip(try folder.read("fired").split(separator: "\n"), instants) {
      let fired = try #require(Double(line))
      #expect(fired >= Double(instant))
    }
    #expect(try elapse(unit.name) == nil, "it is gone when it has fired")
    try output("timeout", "5", "cat", "\(folder.path)/end")
    withExtendedLifetime(change) {}
  }
}
