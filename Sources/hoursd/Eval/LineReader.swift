// Lines from standard input as they come: whole ones at once, so that a driver that waits for an answer gets it.

import Glibc
import HoursCore

/// Cuts a stream into lines that are not longer than they may be.
struct LineReader {
  enum Line {
    case whole(ArraySlice<UInt8>)
    case tooLong
  }

  private let descriptor: CInt
  /// How long a line may be, in bytes.
  private let limit: Int
  private var bytes: [UInt8] = []
  private var start = 0
  /// Up to here no newline was found.
  private var scanned = 0
  /// The line that is coming was longer than it may be; what is left of it is not kept.
  private var isTooLong = false
  private var isAtEnd = false
  /// The number of the error for which it could not be read to its end.
  private(set) var failure: CInt?

  /// As much as a pipe holds.
  private static let page = 65_536

  init(descriptor: CInt, limit: Int = Limits.line) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// Waits for more input; false at its end, or when it cannot be read.
  mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    bytes.removeFirst(start)
    (scanned, start) = (scanned - start, 0)
    if bytes.count > limit + 1 {
      isTooLong = true
      bytes.removeAll(keepingCapacity: true)
      scanned = 0
    }
    let count = withUnsafeTemporaryAllocation(byteCount: Self.page, alignment: 1) { room in
      var count = 0
      repeat { count = read(descriptor, room.baseAddress, room.count) } while count < 0 && mayTryAgain()
      if count > 0 { bytes.append(contentsOf: room[..<count]) }
      return count
    }
    if count < 0 { failure = errno }
    isAtEnd = count <= 0
    return true
  }

  /// After an interruption; or, where another process made the input one that does not wait, after waiting.
  private func mayTryAgain() -> Bool {
    if errno == EINTR { return true }
    guard errno == EAGAIN else { return false }
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, -1) > 0 || errno == EINTR
  }

  /// Takes the next line out, without its newline; at the end of the input the last one needs none.
  mutating func next() -> Line? {
    let newline = findNewline()
    guard newline != nil || (isAtEnd && (start < bytes.count || isTooLong)) else { return nil }
    var end = newline ?? bytes.count
    let line = start
    start = newline.map { $0 + 1 } ?? end
    scanned = start
    if end > line, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    defer { isTooLong = false }
    return isTooLong || end - line > limit ? .tooLong : .whole(bytes[line..<end])
  }

  private mutating func findNewline() -> Int? {
    let found = bytes.newline(from: scanned)
    scanned = found ?? bytes.count
    return found
  }
}
