// The lines of `eval` that programs write by the hundred thousand: flat objects of plain texts, numbers and dates.
//
// Foundation's decoder takes a microsecond for each date of a list of holidays, this some nanoseconds. It knows no
// errors: whatever is not plain, be it wrong or only unusual, is left to the general reader, which decides.

import Civil
import HoursCore

extension EvaluationLine {
  /// Reads a line that is plain; nil says nothing about it.
  init?(plain bytes: ArraySlice<UInt8>) {
    guard bytes.count <= Limits.line else { return nil }
    let line = bytes.withUnsafeBufferPointer { bytes in
      var reader = PlainReader(bytes: bytes)
      return reader.line()
    }
    guard let line, line.isWhole else { return nil }
    self = line
  }
}

/// Walks over the bytes once; every step answers nil where something is not plain.
private struct PlainReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func line() -> EvaluationLine? {
    var line = EvaluationLine(expression: "")
    var keys: [String] = []
    guard take("{") else { return nil }
    repeat {
      guard let key = text(), !keys.contains(key), take(":"), read(key, into: &line) else { return nil }
      keys.append(key)
    } while take(",")
    guard take("}"), keys.contains("expr") else { return nil }
    skipBlanks()
    return next == bytes.count ? line : nil
  }

  /// Reads the value of a key; false where it is not plain.
  private mutating func read(_ key: String, into line: inout EvaluationLine) -> Bool {
    switch key {
    case "expr":
      guard let text = text() else { return false }
      line.expression = text
      return true
    case "tz":
      line.zone = zone()
      return line.zone != nil
    case "at":
      line.at = time()
      return line.at != nil
    case "from":
      line.from = time()
      return line.from != nil
    case "to":
      line.to = time()
      return line.to != nil
    case "add_seconds":
      line.addSeconds = number()
      return line.addSeconds != nil
    case "holidays":
      line.holidays = dates()
      return line.holidays != nil
    case "school_holidays":
      line.schoolHolidays = dates()
      return line.schoolHolidays != nil
    default: return false
    }
  }

  // MARK: Values

  private mutating func zone() -> String? {
    guard let text = text(), !text.isEmpty, text.utf8.count <= Limits.name, !text.utf8.contains(0x20) else {
      return nil
    }
    return text
  }

  private mutating func time() -> TimeExpression? {
    guard let text = text(), let time = TimeExpression(text), case .instant = time else { return nil }
    return time
  }

  /// A number without sign, fraction or exponent.
  private mutating func number() -> Int64? {
    skipBlanks()
    let start = next
    var number: Int64 = 0
    while next < bytes.count, next - start < 12, let digit = digit(at: next) {
      number = number * 10 + Int64(digit)
      next += 1
    }
    let hasLeadingZero = next - start > 1 && bytes[start] == UInt8(ascii: "0")
    return next > start && !hasLeadingZero && number <= Limits.farthest ? number : nil
  }

  private mutating func dates() -> [CivilDate]? {
    guard take("[") else { return nil }
    var dates: [CivilDate] = []
    if take("]") { return dates }
    repeat {
      guard let date = date() else { return nil }
      dates.append(date)
    } while take(",")
    return take("]") ? dates : nil
  }

  /// `"2026-12-24"`
  private mutating func date() -> CivilDate? {
    guard take("\""), next + 11 <= bytes.count, bytes[next + 4] == UInt8(ascii: "-"),
      bytes[next + 7] == UInt8(ascii: "-"), bytes[next + 10] == UInt8(ascii: "\""),
      let year = digits(at: next, 4), let month = digits(at: next + 5, 2), let day = digits(at: next + 8, 2)
    else { return nil }
    next += 11
    return CivilDate(year: year, month: month, day: day)
  }

  private func digits(at start: Int, _ count: Int) -> Int? {
    var number = 0
    for index in start..<start + count {
      guard let digit = digit(at: index) else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  private func digit(at index: Int) -> Int? {
    let digit = Int(bytes[index]) - 48
    return 0...9 ~= digit ? digit : nil
  }

  /// A text with no escapes but those of the quotation mark and the backslash.
  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    let start = next
    var hasEscapes = false
    while next < bytes.count, bytes[next] != UInt8(ascii: "\"") {
      if bytes[next] == UInt8(ascii: "\\") {
        hasEscapes = true
        next += 1
        guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "\\")
        else {
          return nil
        }
      }
      guard bytes[next] >= 0x20 else { return nil }
      next += 1
    }
    guard next < bytes.count else { return nil }
    let written = UnsafeBufferPointer(rebasing: bytes[start..<next])
    next += 1
    return hasEscapes ? Self.unescaped(written) : String(validating: written, as: UTF8.self)
  }

  private static func unescaped(_ written: UnsafeBufferPointer<UInt8>) -> String? {
    var text: [UInt8] = []
    text.reserveCapacity(written.count)
    var isEscaped = false
    for byte in written {
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if !isEscaped { text.append(byte) }
    }
    return String(validating: text, as: UTF8.self)
  }

  // MARK: Bytes

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private mutating func skipBlanks() {
    while next < bytes.count, isBlank(bytes[next]) { next += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next < bytes.count, UInt32(bytes[next]) == character.value else { return false }
    next += 1
    return true
  }
}
