// The line to the daemon: blocking, for a command has nothing else to do meanwhile.

import Glibc
import HoursCore
import HoursWire

/// A connection to the daemon's socket.
struct Connection: ~Copyable {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var hasSaidThatItWaits = false

  /// Connects to the chosen socket, or to the usual one.
  init(option: String?) throws(Failure) {
    let path: String
    do throws(NoHome) { path = try PathFinder().socket(option: option) } catch {
      throw .usage("\(error), or say --socket")
    }
    try self.init(path: path)
  }

  private init(path: String) throws(Failure) {
    guard !path.isEmpty, path.utf8.count < socketPathRoom else {
      throw .usage("the socket's path must have 1 to \(socketPathRoom - 1) bytes: \(path)")
    }
    switch connectToSocket(path) {
    case .connected(let descriptor): self.descriptor = descriptor
    case .cannot(let why): throw .broken("socket: \(errorText(why))")
    case .nobody(let why): throw .noDaemon(path: path, why: errorText(why))
    }
  }

  deinit { close(descriptor) }

  /// Sends a line that ends in a newline.
  func send(_ line: [UInt8]) throws(Failure) {
    var sent = 0
    while sent < line.count {
      let count = line.withUnsafeBytes {
        let rest = UnsafeRawBufferPointer(rebasing: $0[sent...])
        return Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE || errno == ECONNRESET {
        // A daemon that hangs up has said why before it did: the answer waits to be read.
        return
      } else if errno != EINTR {
        throw .broken("the request could not be sent: \(errorText(errno))")
      }
    }
  }

  /// The next line without its newline; nil when the daemon has hung up.
  mutating func nextLine() throws(Failure) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        return line
      }
      searched = buffer.count
      guard try fill() else {
        guard buffer.isEmpty else { throw .broken("the connection broke in the middle of a line") }
        return nil
      }
    }
  }

  /// Whether a whole line has come already, so far as it was read.
  var hasLine: Bool { buffer.contains(UInt8(ascii: "\n")) }

  /// Waits until the daemon says something or hangs up; false when this program is to end before that.
  func waits(_ signals: Signals) -> Bool {
    while !signals.wantEnd {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if hasLine || poll(&ready, 1, 0) > 0 { return true }
      signals.wait(milliseconds: -1, reading: descriptor)
    }
    return false
  }

  /// Reads what has come; false at the end.
  private mutating func fill() throws(Failure) -> Bool {
    let size = 65_536
    let used = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    while true {
      let count = buffer.withUnsafeMutableBytes {
        recv(descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[used...]).baseAddress, size, 0)
      }
      if count < 0, errno == EINTR { continue }
      let number = errno
      buffer.removeLast(size - max(count, 0))
      if count < 0, number != ECONNRESET { throw .broken("recv: \(errorText(number))") }
      return count > 0
    }
  }

  /// The message of an error; nil when the line is none.
  static func refusal(_ line: [UInt8]) -> String? {
    guard line.starts(with: "{\"error\":".utf8) else { return nil }
    return JSON(line: line)?.error.message.string ?? String(decoding: line, as: UTF8.self)
  }

  /// Asks once; the daemon's refusal is thrown, after `--json` has shown it as it is.
  mutating func ask(_ ask: Ask, wishes: Wishes) throws(Failure) -> [UInt8] {
    try send(ask.line)
    sayThatItIsWaitedFor()
    guard let line = try nextLine() else {
      let isChange = Verb.named(ask.verb)?.changes ?? false
      throw .broken(
        "the connection broke before the daemon answered"
          + (isChange ? "; whether it was done is not known (with --key it is safe to repeat)" : ""))
    }
    if let message = Self.refusal(line) {
      if wishes.json { try Terminal.output.write(line + [UInt8(ascii: "\n")]) }
      throw .refused(message)
    }
    return line
  }

  /// Says after a while that the answer has not come. It may still: systemd starts a daemon that fails again and again, and keeps
  /// whoever has connected waiting all the while.
  private mutating func sayThatItIsWaitedFor() {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard !hasSaidThatItWaits, !hasLine, poll(&ready, 1, Int32(Limits.visit) * 1_000) == 0 else { return }
    hasSaidThatItWaits = true
    let text = """
      hoursctl: no answer for \(Limits.visit) s, and it is waited for still; why it does not come can be asked with
        hoursctl doctor
      """
    try? Terminal.error.write(Failure.lines(text, width: Terminal.error.width))
  }

  /// An answer that a screen can do without: nothing where the daemon, an older one perhaps, has none.
  mutating func askIfKnown(_ ask: Ask) -> JSON {
    (try? self.ask(ask, wishes: Wishes())).flatMap { JSON(line: $0) } ?? .nothing
  }
}

/// How trying to connect to a socket ended; error numbers.
enum SocketConnection {
  case connected(Int32)
  /// There can be no socket.
  case cannot(Int32)
  case nobody(Int32)
}

/// One byte more than a socket's path may have.
let socketPathRoom = MemoryLayout.size(ofValue: sockaddr_un().sun_path)

/// Connects to a socket whose path is short enough; with `waits` false a queue that is full is as nobody, and the socket does not
/// block later either.
func connectToSocket(_ path: String, waits: Bool = true) -> SocketConnection {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(socketPathRoom - 1)) }
  let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | (waits ? 0 : SOCK_NONBLOCK.rawValue)
  let descriptor = socket(AF_UNIX, Int32(kind), 0)
  guard descriptor >= 0 else { return .cannot(errno) }
  let size = socklen_t(MemoryLayout<sockaddr_un>.size)
  let isConnected = withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) == 0 }
  }
  guard isConnected else {
    let number = errno
    close(descriptor)
    return .nobody(number)
  }
  return .connected(descriptor)
}

extension PathFinder {
  /// As this process's environment has it.
  init() {
    self.init(
      variable: { name in getenv(name).map { String(cString: $0) } }, uid: getuid(),
      exists: { access($0, F_OK) == 0 })
  }
}
