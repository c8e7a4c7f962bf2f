// The lines of iCalendar and vCard files (RFC 5545, 3.1; RFC 6350, 3.2): both fold long ones in the same way.

import Glibc

/// One line with its continuations joined to it.
struct ContentLine {
  /// The number of its first line in the file.
  let number: Int
  let bytes: [UInt8]

  /// What stands before its first colon or semicolon, in capitals: `DTSTART`, `ITEM1.TEL`.
  var name: String { ContentLine.name(of: bytes[...]) }

  static func name(of bytes: ArraySlice<UInt8>) -> String {
    let name = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
      .prefix(SetupLimits.nameBytes)
    // Names are ASCII; `uppercased()` asks Unicode's tables.
    let capitals = name.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 ? $0 - 32 : $0 }
    return String(decoding: capitals, as: UTF8.self)
  }
}

/// Cuts a file into its lines; empty ones are left out, and a mark before the first one.
struct ContentLines: Sequence, IteratorProtocol {
  private let data: [UInt8]
  private var position: Int
  private var number = 0
  private let joinsQuotedPrintable: Bool
  private let limit: Int
  private let wants: (String) -> Bool

  /// - Parameters:
  ///   - joinsQuotedPrintable: Lines of quoted-printable text go on behind a `=` at their end, too (vCard 2.1).
  ///   - limit: What is kept of a line, in bytes; one that is longer is one byte longer then.
  ///   - wants: Whether lines of a name are of use; others are passed over without a copy, pictures among them.
  init(
    _ data: [UInt8], joinsQuotedPrintable: Bool = false, limit: Int = .max - 1,
    wants: @escaping (String) -> Bool = { _ in true }
  ) {
    self.data = data
    self.joinsQuotedPrintable = joinsQuotedPrintable
    self.limit = limit
    self.wants = wants
    position = data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> ContentLine? {
    while let first = take() {
      guard !first.isEmpty else { continue }
      let start = number
      let isWanted = wants(ContentLine.name(of: first))
      var joined = isWanted ? Array(first.prefix(limit + 1)) : []
      let isQuoted = joinsQuotedPrintable && isQuotedPrintable(first)
      var last = first
      while let (more, end) = peek() {
        let isBroken = isQuoted && last.last == UInt8(ascii: "=") && !isEnd(more)
        let isFolded = more.first == UInt8(ascii: " ") || more.first == UInt8(ascii: "\t")
        guard isBroken || isFolded else { break }
        number += 1
        position = end
        last = more
        guard isWanted, joined.count <= limit else { continue }
        if isBroken { joined.removeLast() }
        joined += (isBroken ? more : more.dropFirst()).prefix(limit + 1 - joined.count)
      }
      if isWanted { return ContentLine(number: start, bytes: joined) }
    }
    return nil
  }

  private mutating func take() -> ArraySlice<UInt8>? {
    guard let (line, end) = peek() else { return nil }
    number += 1
    position = end
    return line
  }

  /// The next line of the file without its end, and where the one behind it begins.
  private func peek() -> (line: ArraySlice<UInt8>, end: Int)? {
    guard position < data.count else { return nil }
    let length = data.withUnsafeBytes { bytes -> Int in
      guard let start = bytes.baseAddress else { return 0 }
      let rest = bytes.count - position
      return memchr(start + position, 10, rest).map { UnsafeRawPointer($0) - (start + position) } ?? rest
    }
    let line = data[position..<position + length]
    return (line.last == UInt8(ascii: "\r") ? line.dropLast() : line, position + length + 1)
  }

  private func isQuotedPrintable(_ line: ArraySlice<UInt8>) -> Bool {
    let head = line.prefix { $0 != UInt8(ascii: ":") }.prefix(SetupLimits.nameBytes)
    // Most have none, and this is asked of every line.
    guard head.contains(where: { $0 | 0x20 == UInt8(ascii: "q") }) else { return false }
    return String(decoding: head, as: UTF8.self).uppercased().contains("QUOTED-PRINTABLE")
  }

  /// Text that breaks off before its card ends does not swallow the end.
  private func isEnd(_ line: ArraySlice<UInt8>) -> Bool { ContentLine.name(of: line.prefix(4)) == "END" }
}
