// Two timers: one for instants, which must be right after a suspend and a clock step, and one for stretches of
// time, which must not care about either.

import CSystemd
import Glibc

/// Calls its handler when the wall clock reaches an instant, once for each time it is armed.
///
/// It counts on CLOCK_REALTIME, absolutely: a resume or a clock step past the instant makes it fire at once.
@MainActor
public final class WallClockTimer {
  private let source: EventSource

  /// Makes it disarmed.
  public init(
    on loop: EventLoop, priority: EventLoop.Priority = .normal, handler: @escaping () -> Void
  ) throws(SystemdError) {
    source = try timer(CLOCK_REALTIME, on: loop, priority: priority, handler: handler)
  }

  /// Fires at `instant` (seconds since 1970, UTC), or at most `accuracy` later; never earlier. One that is over
  /// fires in the next turn. Replaces what was armed.
  public func arm(at instant: Int64, accuracy: Duration = .milliseconds(10)) throws(SystemdError) {
    let (microseconds, overflow) = UInt64(max(0, instant)).multipliedReportingOverflow(by: 1_000_000)
    try Systemd.arm(source, at: overflow ? .max - 1 : microseconds, accuracy: accuracy)
  }

  /// Takes back what was armed, if anything was.
  public func disarm() throws(SystemdError) { try source.disable() }
}

/// Calls its handler when a stretch of time has passed, once for each time it is armed.
///
/// It counts on CLOCK_MONOTONIC: clock steps do not move it, and it stands still while the machine is suspended.
@MainActor
public final class ElapsedTimer {
  private let source: EventSource

  /// Makes it disarmed.
  public init(
    on loop: EventLoop, priority: EventLoop.Priority = .normal, handler: @escaping () -> Void
  ) throws(SystemdError) {
    source = try timer(CLOCK_MONOTONIC, on: loop, priority: priority, handler: handler)
  }

  /// Fires when `stretch` has passed, or at most `accuracy` later. Replaces what was armed.
  public func arm(after stretch: Duration, accuracy: Duration = .milliseconds(10)) throws(SystemdError) {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let reading = Duration.seconds(now.tv_sec) + .nanoseconds(now.tv_nsec)
    try Systemd.arm(source, at: (reading + stretch).microseconds, accuracy: accuracy)
  }

  /// Takes back what was armed, if anything was.
  public func disarm() throws(SystemdError) { try source.disable() }
}

private func timer(
  _ clock: clockid_t, on loop: EventLoop, priority: EventLoop.Priority, handler: @escaping () -> Void
) throws(SystemdError) -> EventSource {
  let source = try EventSource(
    on: loop, "sd_event_add_time", priority: priority, calling: handler
  ) { source, me in
    sd_event_add_time(loop.pointer, &source, clock, .max, 0, { _, _, me in EventSource.dispatch(me) }, me)
  }
  try source.disable()
  return source
}

private func arm(_ source: EventSource, at time: UInt64, accuracy: Duration) throws(SystemdError) {
  try checked("sd_event_source_set_time", sd_event_source_set_time(source.pointer, time))
  // 0 would mean sd-event's own default, a quarter of a second.
  try checked(
    "sd_event_source_set_time_accuracy",
    sd_event_source_set_time_accuracy(source.pointer, max(1, accuracy.microseconds)))
  try source.enableOnce()
}

extension Duration {
  /// Whole microseconds, none for what is negative.
  nonisolated var microseconds: UInt64 {
    let (seconds, attoseconds) = components
    return UInt64(max(0, seconds)) * 1_000_000 + UInt64(max(0, attoseconds)) / 1_000_000_000_000
  }
}
