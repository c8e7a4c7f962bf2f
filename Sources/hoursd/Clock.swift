// The only place that reads a clock. Everything else is told the time.

import Civil
import Glibc

/// The system's wall clock.
struct Clock {
  /// Now, to the second, rounded down.
  func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec))
  }

  /// What has passed since some moment, whatever was done to the wall clock, in microseconds.
  func elapsed() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }
}
