// Timers and changes of the clock.

import Foundation
import Glibc
import Testing

@testable import Systemd

@MainActor
struct TimerTests {
  private var now: Int64 { Int64(time(nil)) }

  @Test func firesNotBeforeItsInstant() throws {
    let stage = try Stage()
    let instant = now + 1
    var firedAt: timespec?
    let timer = try WallClockTimer(on: stage.loop) {
      var reading = timespec()
      clock_gettime(CLOCK_REALTIME, &reading)
      firedAt = reading
      stage.done()
    }
    try timer.arm(at: instant, accuracy: .milliseconds(1))
    try stage.run()
    let fired = try #require(firedAt)
    #expect(Int64(fired.tv_sec) >= instant)
  }

  /// What was armed in turn, in seconds from now, and how often it fires before the loop has nothing more to do.
  @Test(arguments: [
    ([0], 1), ([-1_000_000], 1), ([3600, 0], 1), ([0, 3600], 0), ([0, nil], 0), ([nil, 0], 1),
    ([0, nil, 0], 1),
    ([Int64.min], 1), ([Int64.max], 0), ([Int64.max / 1_000_000], 0),
  ])
  func theLastArmingCounts(_ armings: [Int64?], _ times: Int) throws {
    let stage = try Stage()
    var fired = 0
    let timer = try WallClockTimer(on: stage.loop) { fired += 1 }
    for seconds in armings {
      if let seconds {
        try timer.arm(at: seconds.magnitude > 1 << 40 ? seconds : now + seconds)
      } else {
        try timer.disarm()
      }
    }
    let end = try ElapsedTimer(on: stage.loop, priority: .last) { stage.done() }
    try end.arm(after: .milliseconds(20))
    try stage.run()
    #expect(fired == times)
  }

  @Test func firesOnceForEachArming() throws {
    let stage = try Stage()
    var fired = 0
    var timer: WallClockTimer?
    timer = try WallClockTimer(on: stage.loop) { [unowned stage] in
      fired += 1
      if fired == 3 { return stage.done() }
      #expect(throws: Never.self) { try timer?.arm(at: 0) }
    }
    try timer?.arm(at: 0)
    try stage.run()
    timer = nil
  }

  @Test(.enabled(if: mayStepClock, "may not set the clock here: needs root and CAP_SYS_TIME"))
  func aClockStepIsTold() throws {
    let stage = try Stage()
    var steps = 0
    let change = try ClockChange(on: stage.loop) {
      steps += 1
      if steps == 2 { stage.done() } else { stepClock() }
    }
    stepClock()
    try stage.run()
    #expect(steps == 2)
    withExtendedLifetime(change) {}
  }
}

/// Steps the wall clock by a microsecond, with adjtimex(2), which Swift's Glibc does not have.
@discardableResult
nonisolated private func stepClock() -> Bool {
  guard let symbol = dlsym(nil, "adjtimex") else { return false }
  let adjtimex = unsafeBitCast(symbol, to: (@convention(c) (UnsafeMutableRawPointer) -> CInt).self)
  var timex = [Int64](repeating: 0, count: 32)  // longer than C's struct
  timex[0] = 0x0100  // modes: ADJ_SETOFFSET
  timex[10] = 1  // time.tv_usec
  return adjtimex(&timex) >= 0
}

nonisolated private let mayStepClock = stepClock()
