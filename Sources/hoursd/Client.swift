// One connection: bytes in, lines out of them; replies in, bytes out of them. Bounded both ways.

import Glibc
import HoursCore
import HoursWire
import Systemd

/// A connected program of the owner's.
@MainActor
final class Client {
  /// What became of a connection after something was done with it.
  enum Fate {
    case lives, ended
  }

  let token: UInt64
  let descriptor: CInt
  private unowned let set: DescriptorSet
  private var input = LineBuffer()
  private var output = OutputBuffer()
  private var interest: Readiness = .readable
  /// The client has closed its writing side: what is owed is still sent.
  private var hasEnded = false
  /// A line was too long to find its end: nothing more is read.
  private var isClosing = false
  /// The line that is being answered, as far as it could be read.
  var asked: RequestLine?
  /// Set while this connection watches.
  var watcher: Watcher?
  /// Set while an answer is in the making, which takes several turns: what the next lines ask waits for it.
  var reporting: Reporting?

  init(token: UInt64, descriptor: CInt, in set: DescriptorSet) throws(SystemdError) {
    self.token = token
    self.descriptor = descriptor
    self.set = set
    try set.add(descriptor, for: .readable, token: token)
  }

  private(set) var isOpen = true
  /// Its turn has come in this turn of the loop.
  var isTouched = false
  /// Lines of it were read already, and wait for a turn behind those of others.
  var isWaiting = false

  /// Takes the connection out of the loop. No more is said to this client.
  func close() {
    isOpen = false
    try? set.remove(descriptor, token: token)
    Glibc.close(descriptor)
  }

  var unreadBytes: Int { output.count }

  // MARK: In

  /// Reads what has come, up to a bound, so that others get their turn.
  func read() -> Fate {
    guard !hasEnded, !isClosing else { return .lives }
    switch input.fill(from: descriptor) {
    case .some: return .lives
    case .nothing: return .lives
    case .end:
      hasEnded = true
      return .lives
    case .failed: return .ended
    }
  }

  /// The next whole line, or what is wrong with the last one.
  func nextLine() -> LineBuffer.Line? {
    guard !isClosing, reporting == nil, output.count < Limits.unreadReplies else { return nil }
    let line = input.next(atEnd: hasEnded)
    if case .tooLong = line { isClosing = true }
    return line
  }

  /// Whether nobody is there any more to whom anything could be said.
  func isAbandoned(_ readiness: Readiness) -> Bool {
    watcher != nil && hasEnded && !readiness.isDisjoint(with: [.hungUp, .failed])
  }

  /// Whether lines wait that were read already, so that the loop will not tell of them.
  var hasWaitingLines: Bool {
    if reporting != nil { return true }
    return !isClosing && output.count < Limits.unreadReplies && input.hasLine(atEnd: hasEnded)
  }

  // MARK: Out

  /// Says one line; it leaves at the next flush.
  func send(_ line: [UInt8]) { output.append(line) }

  /// Writes what can be written, and asks the loop for what the connection waits for now.
  func flush() -> Fate {
    guard output.flush(to: descriptor) else { return .ended }
    if output.isEmpty && reporting == nil
      && (isClosing || (hasEnded && watcher == nil && !input.hasLine(atEnd: true)))
    {
      return .ended
    }
    var wanted: Readiness = []
    // Whoever has said more than was answered yet is heard again when it is.
    if !hasEnded && !isClosing && output.count < Limits.unreadReplies && !hasWaitingLines {
      wanted.insert(.readable)
    }
    if !output.isEmpty { wanted.insert(.writable) }
    if wanted != interest {
      do throws(SystemdError) { try set.modify(descriptor, for: wanted, token: token) } catch {
        return .ended
      }
      interest = wanted
    }
    return .lives
  }
}
