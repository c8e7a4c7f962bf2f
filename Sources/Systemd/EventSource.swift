// One thing that the loop waits for, and the handler that it calls. The object owns the C source, which points
// back at it without owning it: so the source is disabled and gone before the object is.

import CSystemd
import Glibc

/// What a descriptor is ready for, in epoll's own bits.
nonisolated public struct Readiness: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Something can be read, or a connection taken.
  public static let readable = Readiness(rawValue: 0x001)  // EPOLLIN
  /// Something can be written.
  public static let writable = Readiness(rawValue: 0x004)  // EPOLLOUT
  /// An error waits on the descriptor. Told unasked.
  public static let failed = Readiness(rawValue: 0x008)  // EPOLLERR
  /// Both directions are closed. Told unasked.
  public static let hungUp = Readiness(rawValue: 0x010)  // EPOLLHUP
}

/// A source of events on an ``EventLoop``; when the last reference goes, its handler is never called again.
@MainActor
public final class EventSource {
  /// The source as C sees it.
  private(set) var pointer: OpaquePointer?
  private let handler: (Readiness) -> Void

  init(
    on loop: EventLoop, _ function: StaticString, priority: EventLoop.Priority,
    handler: @escaping (Readiness) -> Void,
    add: (inout OpaquePointer?, UnsafeMutableRawPointer) -> CInt
  ) throws(SystemdError) {
    self.handler = handler
    try checked(function, add(&pointer, Unmanaged.passUnretained(self).toOpaque()))
    if priority.value != EventLoop.Priority.normal.value {
      try checked("sd_event_source_set_priority", sd_event_source_set_priority(pointer, priority.value))
    }
  }

  /// A source that has nothing to tell but that it happened.
  convenience init(
    on loop: EventLoop, _ function: StaticString, priority: EventLoop.Priority,
    calling handler: @escaping () -> Void,
    add: (inout OpaquePointer?, UnsafeMutableRawPointer) -> CInt
  ) throws(SystemdError) {
    try self.init(on: loop, function, priority: priority, handler: { _ in handler() }, add: add)
  }

  isolated deinit { sd_event_source_disable_unref(pointer) }

  /// Stops the source, without forgetting it.
  public func disable() throws(SystemdError) { try setEnabled(SD_EVENT_OFF) }

  /// Has the handler called for every event, until ``disable()``.
  public func enable() throws(SystemdError) { try setEnabled(SD_EVENT_ON) }

  /// Has the handler called for the next event only.
  public func enableOnce() throws(SystemdError) { try setEnabled(SD_EVENT_ONESHOT) }

  private func setEnabled(_ state: Int) throws(SystemdError) {
    try checked("sd_event_source_set_enabled", sd_event_source_set_enabled(pointer, CInt(state)))
  }

  /// What every C callback does: finds the object, and calls its handler. Never fails: sd-event would disable it.
  static func dispatch(_ me: UnsafeMutableRawPointer?, _ readiness: Readiness = []) -> CInt {
    guard let me else { return 0 }
    Unmanaged<EventSource>.fromOpaque(me).takeUnretainedValue().handler(readiness)
    return 0
  }
}
