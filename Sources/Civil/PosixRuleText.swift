// Reads the footer's text, the TZ string of POSIX with the extensions of RFC 9636:
// `CET-1CEST,M3.5.0,M10.5.0/3`, `<-03>3<-02>,M3.5.0/-2,M10.5.0/-1`.

extension PosixRule {
  /// Reads what stands between the footer's two newlines; nil when nothing does.
  init?(footer: ArraySlice<UInt8>, _ abbreviations: inout Abbreviations) throws(ZoneError.Reason) {
    guard footer.first == 0x0A else { throw footer.isEmpty ? .truncated : .malformed("no footer") }
    guard let end = footer.dropFirst().firstIndex(of: 0x0A) else { throw .truncated }
    let text = footer[footer.startIndex + 1..<end]
    if text.isEmpty { return nil }
    var reader = RuleReader(rest: text)
    guard let rule = reader.rule(&abbreviations), reader.rest.isEmpty else {
      throw .malformed("footer \(String(decoding: text, as: UTF8.self))")
    }
    self = rule
  }
}

private struct RuleReader {
  var rest: ArraySlice<UInt8>

  mutating func rule(_ abbreviations: inout Abbreviations) -> PosixRule? {
    guard let name = abbreviation(), let west = duration(maximumHours: 24) else { return nil }
    let standard = LocalType(offset: -west, isDaylight: false, abbreviation: abbreviations.index(of: name))
    if rest.isEmpty { return PosixRule(standard: standard, daylight: nil) }
    guard let name = abbreviation() else { return nil }
    var offset = standard.offset + 3600
    if rest.first != UInt8(ascii: ",") {
      guard let west = duration(maximumHours: 24) else { return nil }
      offset = -west
    }
    guard take(","), let start = change(), take(","), let end = change() else { return nil }
    let daylight = LocalType(offset: offset, isDaylight: true, abbreviation: abbreviations.index(of: name))
    return PosixRule(standard: standard, daylight: .init(type: daylight, start: start, end: end))
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// At least three letters, or anything of letters, digits and signs in angle brackets.
  private mutating func abbreviation() -> String? {
    let quoted = take("<")
    let name = rest.prefix { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): quoted
      default: false
      }
    }
    rest.removeFirst(name.count)
    guard name.count >= 3, !quoted || take(">") else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func number(upTo maximum: Int) -> Int? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    rest.removeFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return number <= maximum ? number : nil
  }

  /// `[+-]hh[:mm[:ss]]`, in seconds.
  private mutating func duration(maximumHours: Int) -> Int? {
    let sign = take("-") ? -1 : 1
    if sign == 1 { _ = take("+") }
    guard let hours = number(upTo: maximumHours) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where take(":") {
      guard let part = number(upTo: 59) else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  private mutating func change() -> PosixRule.Change? {
    guard let day = day() else { return nil }
    guard take("/") else { return .init(day: day, second: 2 * 3600) }
    guard let second = duration(maximumHours: 167) else { return nil }
    return .init(day: day, second: second)
  }

  private mutating func day() -> PosixRule.Change.Day? {
    if take("J") {
      guard let number = number(upTo: 365), number >= 1 else { return nil }
      return .julian(number)
    }
    guard take("M") else { return number(upTo: 365).map { .zeroBased($0) } }
    guard let month = number(upTo: 12), month >= 1, take("."), let week = number(upTo: 5), week >= 1,
      take("."), let weekday = number(upTo: 6)
    else { return nil }
    return .nth(month: month, week: week, weekday: weekday)
  }
}
