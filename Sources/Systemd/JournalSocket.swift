// The journal, spoken to in its native protocol (systemd.io/JOURNAL_NATIVE_PROTOCOL). Not through
// sd_journal_send(3): from the eleventh entry on that blocks while journald hangs.

import CSystemd
import Glibc

/// One field of a journal entry.
nonisolated public struct JournalField: Sendable {
  /// Capitals, digits and `_`, beginning with a capital: fixed in the source, so that no text can forge a field.
  public let name: StaticString
  /// Any text, of any length.
  public let value: String

  public init(_ name: StaticString, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The way to the journal; never waits for it.
@MainActor
public final class JournalSocket {
  /// Where journald receives.
  nonisolated public static let path = "/run/systemd/journal/socket"

  private let socket: DatagramSocket
  private var buffer: [UInt8] = []
  private var waiting: EventSource?

  public init(path: String = JournalSocket.path) { socket = DatagramSocket(path: path) }

  /// Hands over one entry. One that is too long for a datagram goes as a sealed memory file.
  public func send(_ fields: [JournalField]) -> Delivery {
    // Sending may connect anew, and the source would wait for the old descriptor for ever.
    waiting = nil
    buffer.removeAll(keepingCapacity: true)
    for field in fields { encode(field, into: &buffer) }
    let delivery = socket.send { descriptor in
      Glibc.send(descriptor, buffer, buffer.count, CInt(MSG_NOSIGNAL))
    }
    guard case .gone(let error) = delivery, error.number == EMSGSIZE || error.number == ENOBUFS else {
      return delivery
    }
    return sendFile()
  }

  /// Calls `handler` once, when an entry can be handed over again after ``Delivery/wouldBlock``, or when the journal
  /// has gone. A ``send(_:)`` before that takes it back: its answer says anew what to do.
  public func whenWritable(
    on loop: EventLoop, priority: EventLoop.Priority = .normal, handler: @escaping () -> Void
  ) throws(SystemdError) {
    let source = try loop.watch(
      descriptor: socket.descriptor, for: .writable, priority: priority, handler: { _ in handler() })
    try source.enableOnce()
    waiting = source
  }

  private func sendFile() -> Delivery {
    do throws(SystemdError) {
      let file = try checkedCall("memfd_create", shim_memory_file("journal-entry"))
      defer { close(file) }
      try writeAll(buffer, to: file)
      try checkedCall("fcntl", shim_seal(file))
      return socket.send { descriptor in shim_send_descriptor(descriptor, file) }
    } catch {
      return .gone(error)
    }
  }

  /// Whether standard error goes to the journal, so that a line there would stand in it twice.
  nonisolated public static var takesStandardError: Bool {
    guard let stream = getenv("JOURNAL_STREAM") else { return false }
    var status = stat()
    guard fstat(STDERR_FILENO, &status) == 0 else { return false }
    return String(cString: stream) == "\(status.st_dev):\(status.st_ino)"
  }
}

/// `NAME=value` and a line feed; a value with line feeds is announced by its length instead.
nonisolated private func encode(_ field: JournalField, into buffer: inout [UInt8]) {
  field.name.withUTF8Buffer { buffer.append(contentsOf: $0) }
  let value = field.value.utf8
  if value.contains(UInt8(ascii: "\n")) {
    buffer.append(UInt8(ascii: "\n"))
    withUnsafeBytes(of: UInt64(value.count).littleEndian) { buffer.append(contentsOf: $0) }
  } else {
    buffer.append(UInt8(ascii: "="))
  }
  buffer.append(contentsOf: value)
  buffer.append(UInt8(ascii: "\n"))
}

nonisolated private func writeAll(_ bytes: [UInt8], to file: CInt) throws(SystemdError) {
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + done }, bytes.count - done) }
    done += try checkedCall("write", count)
  }
}
