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
}
