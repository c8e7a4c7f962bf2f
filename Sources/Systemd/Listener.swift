// The socket that clients knock at: handed over by the service manager, or made here.

import CSystemd
import Glibc

/// Who is on the other side of a connection, as the kernel noted it when they connected.
nonisolated public struct PeerCredentials: Equatable, Sendable {
  public let user: uid_t
  public let process: pid_t
}

/// Why there is no socket to listen on, and what helps.
nonisolated public enum ListenError: Error, CustomStringConvertible {
  /// The path does not fit into a socket address. `limit` and `length` are in bytes.
  case pathTooLong(path: String, length: Int, limit: Int)
  /// Somebody listens there, or is about to.
  case answered(path: String)
  /// Something else has that name, and is left alone.
  case notSocket(path: String)
  /// The directory is missing and cannot be made, or is not a directory.
  case directory(path: String, SystemdError)
  /// The service manager handed over something that is not a listening Unix stream socket.
  case inheritedOther(descriptor: CInt)
  /// A call failed.
  case failed(path: String, SystemdError)

  public var description: String {
    switch self {
    case .pathTooLong(let path, let length, let limit):
      """
      the socket's path has \(length) bytes, and Linux takes \(limit) at most: \(path). Give a shorter one with \
      --socket PATH
      """
    case .answered(let path):
      "\(path): a daemon answers there already. Stop it, or give this one another socket with --socket PATH"
    case .notSocket(let path):
      "\(path): not a socket, so it is not replaced. Move it away, or give another path with --socket PATH"
    case .directory(let path, let error):
      "\(path): no directory for the socket (\(error)). Make it, or give another path with --socket PATH"
    case .inheritedOther(let descriptor):
      """
      descriptor \(descriptor), handed over by the service manager, is not a listening Unix stream socket. The socket \
      unit must have ListenStream= with a path
      """
    case .failed(let path, let error):
      "\(path): cannot listen there (\(error))"
    }
  }
}

/// A listening Unix stream socket.
@MainActor
public final class Listener {
  /// The listening descriptor, non-blocking; readable when somebody knocks.
  public let descriptor: CInt
  /// The file that this process made for it; none for a socket of the service manager's.
  private var file: SocketFile?
  /// The file that clients find it by, whoever made it.
  private let identity: FileIdentity?
  /// Whether the service manager has made it.
  public let isInherited: Bool

  /// Takes the sockets over that the service manager listens on for this process, and clears the environment of them.
  ///
  /// - Returns: All of them; none if the process was not started by socket activation.
  public static func inherited() throws(ListenError) -> [Listener] {
    let count = sd_listen_fds(1)
    guard count > 0 else { return [] }
    var listeners: [Listener] = []
    for descriptor in 3..<3 + count {
      guard sd_is_socket_unix(descriptor, CInt(SOCK_STREAM.rawValue), 1, nil, 0) > 0 else {
        throw .inheritedOther(descriptor: descriptor)
      }
      let flags = fcntl(descriptor, F_GETFL)
      _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
      listeners.append(Listener(descriptor, inheritedAt: path(of: descriptor)))
    }
    return listeners
  }

  /// Makes a socket at `path`, mode 0600, and its directory, mode 0700, if that is missing.
  ///
  /// One that nobody listens on is replaced. Two daemons that start at once cannot both succeed: each holds a lock, a
  /// file beside the socket, for as long as it lives.
  public convenience init(path: String, backlog: CInt = 128) throws(ListenError) {
    let file = try SocketFile(path: path)
    let descriptor = try file.listen(backlog: backlog)
    self.init(descriptor, file: file)
  }

  private init(_ descriptor: CInt, file: SocketFile) {
    self.descriptor = descriptor
    self.file = file
    identity = FileIdentity(path: file.path)
    isInherited = false
  }

  private init(_ descriptor: CInt, inheritedAt path: String?) {
    self.descriptor = descriptor
    // What lies there may be another's by now, or nobody's.
    identity = path.flatMap { answer(at: $0) == 0 ? FileIdentity(path: $0) : nil }
    isInherited = true
  }

  isolated deinit { close(descriptor) }

  /// Whether the file that clients find it by is still there; true for a nameless or abstract socket.
  public var isReachable: Bool {
    guard let path else { return true }
    return identity != nil && FileIdentity(path: path) == identity
  }

  /// The path that it is bound to; none for a nameless or abstract socket.
  public var path: String? { Self.path(of: descriptor) }

  private static func path(of descriptor: CInt) -> String? {
    var address = sockaddr_un()
    var length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafeMutableBytes(of: &address) { bytes in
      bytes.withMemoryRebound(to: sockaddr.self) { getsockname(descriptor, $0.baseAddress, &length) }
    }
    guard result == 0 else { return nil }
    let path = withUnsafeBytes(of: &address.sun_path) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    return path.isEmpty ? nil : path
  }

  /// Takes one connection, non-blocking and closed on exec; the caller closes it.
  ///
  /// - Returns: None when nobody waits any more.
  /// - Throws: EMFILE and the like. The connection still waits then, so do not watch the listener until one is closed.
  public func accept() throws(SystemdError) -> CInt? {
    while true {
      let connection = shim_accept(descriptor)
      if connection >= 0 { return connection }
      switch errno {
      case EAGAIN: return nil
      case EINTR, ECONNABORTED: continue
      default: throw SystemdError(function: "accept4", number: errno)
      }
    }
  }

  /// Who made a connection: checked by the kernel, not told by the peer.
  public static func peerCredentials(of connection: CInt) throws(SystemdError) -> PeerCredentials {
    var credentials = shim_credentials()
    try checkedCall("getsockopt", shim_peer_credentials(connection, &credentials))
    return PeerCredentials(user: credentials.uid, process: credentials.pid)
  }

  /// Removes the socket's file if this process made it and it is still the same. Connections and the descriptor stay.
  public func removeFile() { file = nil }
}
