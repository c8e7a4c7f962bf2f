// What the service manager is told about this daemon. Its own datagrams rather than sd_notify(3): that one waits
// when the manager hangs, and a status line is not worth the office.

import CSystemd
import Glibc

/// Readiness and status for the service manager; does nothing where none asked (`NOTIFY_SOCKET`).
@MainActor
public final class Notify {
  private let socket: DatagramSocket?

  public init() {
    socket = getenv("NOTIFY_SOCKET").map { DatagramSocket(path: String(cString: $0)) }
  }

  /// Start-up, or a reload, is done.
  @discardableResult
  public func ready() -> Delivery? { send("READY=1") }

  /// One line for people, shown by `systemctl status`.
  @discardableResult
  public func status(_ line: String) -> Delivery? {
    send("STATUS=" + String(line.map { $0.isNewline ? " " : $0 }))
  }

  /// A reload has begun; ``ready()`` ends it.
  @discardableResult
  public func reloading() -> Delivery? {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
  }

  /// The daemon is about to end.
  @discardableResult
  public func stopping() -> Delivery? { send("STOPPING=1") }

  /// - Returns: None where nobody asked.
  private func send(_ message: String) -> Delivery? {
    guard let socket else { return nil }
    return socket.send { descriptor in
      Glibc.send(descriptor, message, message.utf8.count, CInt(MSG_NOSIGNAL))
    }
  }
}
