// Exceptions in the order of time, none overlapping another: of two that overlap, the later in the list
// keeps what both want.

import Civil

struct Overlay: Sendable {
  private(set) var pieces: [Exception] = []

  init(_ exceptions: [Exception]) {
    for exception in exceptions where exception.start < exception.end { lay(exception) }
  }

  private mutating func lay(_ exception: Exception) {
    let first = firstIndex { $0.end > exception.start }
    let end = firstIndex { $0.start >= exception.end }
    var replacement = [exception]
    if first < end {
      var head = pieces[first]
      var tail = pieces[end - 1]
      if head.start < exception.start {
        head.end = exception.start
        replacement.insert(head, at: 0)
      }
      if tail.end > exception.end {
        tail.start = exception.end
        replacement.append(tail)
      }
    }
    pieces.replaceSubrange(first..<max(first, end), with: replacement)
  }

  /// The first piece for which `isLate` holds; it must hold for all that follow.
  private func firstIndex(_ isLate: (Exception) -> Bool) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if isLate(pieces[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The piece that holds at an instant.
  func piece(at instant: Instant) -> Exception? {
    guard let piece = firstPiece(endingAfter: instant), piece.start <= instant else { return nil }
    return piece
  }

  /// The piece that holds at an instant, else the next.
  func firstPiece(endingAfter instant: Instant) -> Exception? {
    let index = firstIndex { $0.end > instant }
    return index < pieces.count ? pieces[index] : nil
  }

  /// The last piece that is over at an instant.
  func lastPiece(endingBy instant: Instant) -> Exception? {
    let index = firstIndex { $0.end > instant }
    return index > 0 ? pieces[index - 1] : nil
  }
}
