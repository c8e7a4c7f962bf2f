// Bytes that wait: for the end of their line, or for a reader.

import Glibc
import HoursCore

/// Gathers bytes into lines of at most `Limits.line` bytes.
struct LineBuffer {
  enum Line {
    case whole(ArraySlice<UInt8>)
    /// The connection ended in the middle of a line.
    case unterminated
    case tooLong
  }

  enum Fill {
    case some, nothing, end, failed
  }

  private var bytes: [UInt8] = []
  private var start = 0
  /// Up to here no newline was found.
  private var scanned = 0

  /// Reads once; at most a line's worth.
  mutating func fill(from descriptor: CInt) -> Fill {
    compact()
    let before = bytes.count
    let room = Limits.line + 2 - (before - start)
    guard room > 0 else { return .nothing }
    let size = min(room, before == start ? 4096 : Limits.line)
    let count = withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { room in
      var count = 0
      repeat { count = recv(descriptor, room.baseAddress, size, 0) } while count < 0 && errno == EINTR
      if count > 0 { bytes.append(contentsOf: room[..<count]) }
      return count
    }
    let failure = errno
    if count > 0 { return .some }
    if count == 0 { return .end }
    return failure == EAGAIN ? .nothing : .failed
  }

  private mutating func compact() {
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: bytes.capacity <= 16_384)
      start = 0
      scanned = 0
    } else if start > Limits.line {
      bytes.removeFirst(start)
      scanned -= start
      start = 0
    }
  }

  /// Takes the next line out; empty ones are skipped.
  mutating func next(atEnd: Bool) -> Line? {
    while let newline = findNewline() {
      var end = newline
      if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      let line = bytes[start..<end]
      start = newline + 1
      scanned = start
      if line.count > Limits.line { return .tooLong }
      if !line.isEmpty { return .whole(line) }
    }
    if isTooLong { return .tooLong }
    guard atEnd, start < bytes.count else { return nil }
    start = bytes.count
    return .unterminated
  }

  /// Whether ``next(atEnd:)`` has something to give.
  mutating func hasLine(atEnd: Bool) -> Bool {
    findNewline() != nil || isTooLong || (atEnd && start < bytes.count)
  }

  /// Whether the line without an end as yet is too long already; a CR may still be dropped before its newline.
  private var isTooLong: Bool {
    let count = bytes.count - start
    return count > Limits.line + 1 || (count > Limits.line && bytes.last != UInt8(ascii: "\r"))
  }

  private mutating func findNewline() -> Int? {
    scanned = max(scanned, start)
    let found = bytes.newline(from: scanned)
    scanned = found ?? bytes.count
    return found
  }
}

extension [UInt8] {
  /// The index of the first newline from an index on.
  func newline(from start: Int) -> Int? {
    withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress, start < buffer.count,
        let hit = memchr(base + start, 0x0A, buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(hit) - base
    }
  }
}

/// Gathers lines for a reader that may be slow.
struct OutputBuffer {
  private var bytes: [UInt8] = []
  private var sent = 0

  var count: Int { bytes.count - sent }
  var isEmpty: Bool { count == 0 }

  mutating func append(_ line: [UInt8]) {
    bytes += line
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes as much as the reader takes.
  ///
  /// - Returns: False when there is no reader any more.
  mutating func flush(to descriptor: CInt) -> Bool {
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent, CInt(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EINTR { continue }
        guard errno == EAGAIN else { return false }
        forgetSent()
        return true
      }
      sent += count
    }
    empty()
    return true
  }

  /// Forgets what was sent. A reader that is never quite up to date must not keep all that it has read.
  private mutating func forgetSent() {
    guard sent > Limits.unreadReplies else { return }
    bytes.removeFirst(sent)
    sent = 0
  }

  private mutating func empty() {
    bytes.removeAll(keepingCapacity: bytes.capacity <= 65_536)
    sent = 0
  }
}
