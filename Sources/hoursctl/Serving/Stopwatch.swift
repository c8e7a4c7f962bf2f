// Time that passes, whatever anybody makes of the clock.

import Glibc

/// How long something takes, by a clock that nobody sets.
struct Stopwatch {
  private let start = Self.now()

  var seconds: Int { (Self.now() - start) / 1_000 }

  func milliseconds(until seconds: Int) -> Int { max(0, start + seconds * 1_000 - Self.now()) }

  private static func now() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
