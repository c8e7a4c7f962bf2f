// A way to hand datagrams to a local daemon that never waits for it: what the journal and the service manager are
// spoken to with. Both are fixed paths, both may hang, be restarted, or not be there at all.

import CSystemd
import Glibc

/// What became of a datagram.
nonisolated public enum Delivery {
  /// It is in the receiver's queue.
  case sent
  /// The receiver's queue is full. Nothing was sent; try again when the socket is writable.
  case wouldBlock
  /// Nobody receives there. Nothing was sent; try again at the next occasion.
  case gone(SystemdError)
}

/// A connected, non-blocking datagram socket, connected anew when its receiver was restarted.
@MainActor
final class DatagramSocket {
  private let path: String
  private(set) var descriptor: CInt = -1

  /// - Parameter path: The receiver's; `@` before it stands for the abstract namespace.
  init(path: String) { self.path = path }

  isolated deinit { disconnect() }

  /// Hands over one datagram.
  ///
  /// - Parameter transmit: Gets the connected descriptor; gives what a sending call does, -1 and errno on failure.
  func send(_ transmit: (CInt) -> Int) -> Delivery {
    let wasConnected = descriptor >= 0
    let delivery = attempt(transmit)
    // A receiver that was restarted refuses the old connection, and takes a new one.
    guard wasConnected, descriptor < 0 else { return delivery }
    return attempt(transmit)
  }

  private func attempt(_ transmit: (CInt) -> Int) -> Delivery {
    do throws(SystemdError) {
      try connectIfNeeded()
      try checkedCall("send", transmit(descriptor))
      return .sent
    } catch {
      switch error.number {
      case EAGAIN: return .wouldBlock
      case EMSGSIZE, ENOBUFS: return .gone(error)
      default:
        disconnect()
        return .gone(error)
      }
    }
  }

  private func connectIfNeeded() throws(SystemdError) {
    guard descriptor < 0 else { return }
    let flags = CInt(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    descriptor = try checkedCall("socket", socket(AF_UNIX, flags, 0))
    try checkedCall("connect", withAddress(path) { address, length in connect(descriptor, address, length) })
  }

  private func disconnect() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}

/// Calls `body` with a Unix socket address. `@` before the path stands for the abstract namespace; a path that is too
/// long is cut, so check before.
nonisolated func withAddress<Result, Failure: Error>(
  _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) throws(Failure) -> Result
) throws(Failure) -> Result {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  let isAbstract = path.utf8.first == UInt8(ascii: "@")
  let length = withUnsafeMutableBytes(of: &address.sun_path) { target in
    let bytes = path.utf8.prefix(target.count - 1)
    target.copyBytes(from: bytes)
    if isAbstract { target[0] = 0 }
    return bytes.count + (isAbstract ? 0 : 1)
  }
  let size = socklen_t(MemoryLayout<sa_family_t>.size + length)
  return try withUnsafePointer(to: &address) { pointer throws(Failure) in
    try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address throws(Failure) in
      try body(address, size)
    }
  }
}
