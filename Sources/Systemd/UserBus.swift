// The user's own bus, and through it the user's service manager. It may be absent, go away, or hang: nothing here
// waits for it, and whoever needs it opens a new one at the next occasion.

import CSystemd
import Glibc

/// Why a call over the bus came to nothing.
nonisolated public enum BusError: Error, CustomStringConvertible {
  /// There is no bus, or it did not take the message.
  case bus(SystemdError)
  /// The called side answered with an error: its D-Bus name, and its sentence.
  case answer(name: String, message: String)

  public var description: String {
    switch self {
    case .bus(let error): "\(error)"
    case .answer(let name, let message): "\(message) (\(name))"
    }
  }
}

/// A connection to the user's bus, on the loop.
@MainActor
public final class UserBus {
  /// The connection as C sees it.
  private(set) var pointer: OpaquePointer?
  let loop: EventLoop
  private let disconnected: () -> Void

  /// Connects without waiting for it; calls can be made at once, and are sent when it stands.
  ///
  /// - Parameter disconnected: Called once when the connection is lost, after the completions of all calls that were
  ///   under way (they get an error). This bus is of no use then: drop it and open another when there is need.
  /// - Throws: At once, when there is no bus to connect to.
  public init(
    on loop: EventLoop, priority: EventLoop.Priority = .normal, disconnected: @escaping () -> Void
  ) throws(SystemdError) {
    self.loop = loop
    self.disconnected = disconnected
    try checked("sd_bus_open_user", sd_bus_open_user(&pointer))
    // Otherwise the end of the loop waits for the bus, for as long as that hangs.
    try checked("sd_bus_set_close_on_exit", sd_bus_set_close_on_exit(pointer, 0))
    try checked("sd_bus_attach_event", sd_bus_attach_event(pointer, loop.pointer, CInt(priority.value)))
    let local = "org.freedesktop.DBus.Local"
    try checked(
      "sd_bus_match_signal_async",
      sd_bus_match_signal_async(
        pointer, nil, local, "/org/freedesktop/DBus/Local", local, "Disconnected",
        { _, me, _ in
          if let me { Unmanaged<UserBus>.fromOpaque(me).takeUnretainedValue().disconnected() }
          return 0
        }, nil, Unmanaged.passUnretained(self).toOpaque()))
  }

  isolated deinit {
    sd_bus_detach_event(pointer)
    sd_bus_close_unref(pointer)
  }

  /// Sends a method call; `completion` gets the answer, or an error after `timeout`. While the connection does not stand
  /// yet, sd-bus gives up by a limit of its own, 90 s.
  ///
  /// - Throws: When the call could not be queued; `completion` is not called then.
  func call(
    _ message: BusMessage, timeout: Duration = .seconds(25),
    completion: @escaping (Result<BusReply, BusError>) -> Void
  ) throws(SystemdError) {
    let box = Unmanaged.passRetained(Completion(completion))
    var slot: OpaquePointer?
    let result = sd_bus_call_async(
      pointer, &slot, message.pointer,
      { reply, box, _ in
        guard let reply, let box else { return 0 }
        Unmanaged<Completion>.fromOpaque(box).takeUnretainedValue().call(answer(reply))
        return 0
      }, box.toOpaque(), timeout.microseconds)
    guard result >= 0 else {
      box.release()
      throw SystemdError(function: "sd_bus_call_async", number: -result)
    }
    // The slot lives until the answer, or until the bus goes without one; in both cases the completion goes with it.
    sd_bus_slot_set_destroy_callback(
      slot,
      { box in
        if let box { Unmanaged<Completion>.fromOpaque(box).release() }
      })
    sd_bus_slot_set_floating(slot, 1)
    sd_bus_slot_unref(slot)
  }
}

@MainActor
private final class Completion {
  let call: (Result<BusReply, BusError>) -> Void
  init(_ call: @escaping (Result<BusReply, BusError>) -> Void) { self.call = call }
}

private func answer(_ reply: OpaquePointer) -> Result<BusReply, BusError> {
  guard let error = sd_bus_message_get_error(reply)?.pointee else {
    return .success(BusReply(pointer: reply))
  }
  let name = error.name.map { String(cString: $0) } ?? ""
  return .failure(.answer(name: name, message: error.message.map { String(cString: $0) } ?? name))
}
