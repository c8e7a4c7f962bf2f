// The one loop that everything in the daemon hangs on: sd-event, on the main thread.
//
// Handlers do not throw. A failure belongs to whoever has the handler, who knows what it costs; one who cannot go
// on says so with `exit`. So nothing that happens in a handler can disable its source or end the loop unasked.

import CSystemd
import Glibc

/// An sd-event loop.
///
/// A loop runs once: after ``run()`` has returned it cannot be run again.
@MainActor
public final class EventLoop {
  /// The loop as C sees it.
  var pointer: OpaquePointer?

  /// Makes a loop of its own, not the thread's default one: nobody else can add to it or end it.
  public init() throws(SystemdError) {
    try checked("sd_event_new", sd_event_new(&pointer))
  }

  isolated deinit { sd_event_unref(pointer) }

  /// Runs until ``exit(_:)``, and gives the code that it was called with.
  public func run() throws(SystemdError) -> CInt {
    try checked("sd_event_loop", sd_event_loop(pointer))
  }

  /// Ends ``run()`` after the present handler; the first code counts.
  public func exit(_ code: CInt) {
    var earlier: CInt = 0
    guard sd_event_get_exit_code(pointer, &earlier) < 0 else { return }
    sd_event_exit(pointer, max(0, code))
  }

  /// Has the loop send WATCHDOG=1 in time, where the service manager asked for it (`WatchdogSec=`).
  ///
  /// - Returns: Whether it did ask. If not, the loop never wakes for it.
  @discardableResult
  public func watchdog() throws(SystemdError) -> Bool {
    try checked("sd_event_set_watchdog", sd_event_set_watchdog(pointer, 1)) > 0
  }
}

extension EventLoop {
  /// Which of several ready sources goes first: the lower number. Equal ones take turns.
  nonisolated public struct Priority: Sendable {
    public let value: Int64
    public init(_ value: Int64) { self.value = value }

    public static let first = Priority(-100)
    public static let normal = Priority(0)
    public static let last = Priority(100)
  }

  /// Calls `handler` whenever `descriptor` is ready for `interest`, or has failed or hung up.
  ///
  /// The descriptor stays the caller's, and must stay open for as long as the source lives.
  public func watch(
    descriptor: CInt, for interest: Readiness, priority: Priority = .normal,
    handler: @escaping (Readiness) -> Void
  ) throws(SystemdError) -> EventSource {
    try EventSource(on: self, "sd_event_add_io", priority: priority, handler: handler) { source, me in
      sd_event_add_io(
        pointer, &source, descriptor, interest.rawValue,
        { _, _, events, me in EventSource.dispatch(me, Readiness(rawValue: events)) }, me)
    }
  }

  /// Calls `handler` in the loop for each `number` (SIGTERM and so on) that is sent to the process.
  ///
  /// Blocks the signal on this thread first, for good: it never interrupts anything again.
  public func signal(
    _ number: CInt, priority: Priority = .normal, handler: @escaping () -> Void
  ) throws(SystemdError) -> EventSource {
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, number)
    try checked("pthread_sigmask", -pthread_sigmask(SIG_BLOCK, &mask, nil))
    return try EventSource(
      on: self, "sd_event_add_signal", priority: priority, calling: handler
    ) { source, me in
      sd_event_add_signal(pointer, &source, number, { _, _, me in EventSource.dispatch(me) }, me)
    }
  }

  /// Calls `handler` in the loop's next turn, once for each time it is enabled (it begins enabled).
  public func once(
    priority: Priority = .normal, handler: @escaping () -> Void
  ) throws(SystemdError) -> EventSource {
    try EventSource(
      on: self, "sd_event_add_defer", priority: priority, calling: handler
    ) { source, me in
      sd_event_add_defer(pointer, &source, { _, me in EventSource.dispatch(me) }, me)
    }
  }
}
