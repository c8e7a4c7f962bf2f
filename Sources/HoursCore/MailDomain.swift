// Domains in any letters, as mail servers know them: in ASCII.
//
// Lower case and Punycode (RFC 3492) are done here. Letters that would have to be composed or narrowed first are refused,
// since that takes tables which nobody needs who types a domain on a keyboard.

/// A domain in ASCII: `пример.рф` becomes `xn--e1afmkfd.xn--p1ai`.
func asciiDomain(_ text: String) throws(MailboxError) -> String {
  let labels = text.split(separator: ".", omittingEmptySubsequences: false).map(asciiLabel)
  guard !labels.contains(nil) else { throw .domain(text) }
  return labels.compactMap(\.self).joined(separator: ".")
}

/// One part of a domain; nil when it can be none.
private func asciiLabel(_ label: Substring) -> String? {
  guard !label.isEmpty, label.first != "-", label.last != "-" else { return nil }
  let isPlain = label.utf8.allSatisfy { $0 < 0x80 }
  let scalars = Array((isPlain ? String(label) : label.lowercased()).unicodeScalars)
  guard scalars.allSatisfy(isDomainLetter) else { return nil }
  let ascii = isPlain ? String(label) : "xn--" + punycode(scalars)
  // RFC 1035, 2.3.4.
  return ascii.utf8.count <= 63 ? ascii : nil
}

private func isDomainLetter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
  // Marks that belong into the letter before them, and the wide forms of ASCII.
  case ..<0x80, 0x300...0x36F, 0xFF00...0xFFEF: return false
  default: break
  }
  switch scalar.properties.generalCategory {
  case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber:
    return true
  default: return false
  }
}

/// RFC 3492, 6.3, with the parameters of section 5.
private func punycode(_ scalars: [Unicode.Scalar]) -> String {
  var output = scalars.filter(\.isASCII).map(Character.init)
  let basic = output.count
  var handled = basic
  if basic > 0 { output.append("-") }
  var (point, delta, bias): (UInt32, UInt32, UInt32) = (128, 0, 72)
  while handled < scalars.count {
    let next = scalars.map(\.value).filter { $0 >= point }.min() ?? point
    // A label has few letters, or it is too long in any case.
    let (steps, overflow) = (next - point).multipliedReportingOverflow(by: UInt32(handled + 1))
    guard !overflow else { return String(repeating: "x", count: 64) }
    delta += steps
    point = next
    for scalar in scalars {
      if scalar.value < point { delta += 1 }
      guard scalar.value == point else { continue }
      output += digits(of: delta, bias: bias)
      bias = adapted(delta, points: UInt32(handled + 1), isFirst: handled == basic)
      delta = 0
      handled += 1
    }
    delta += 1
    point += 1
  }
  return String(output)
}

/// A number in digits of growing weight, each base 36 or less.
private func digits(of delta: UInt32, bias: UInt32) -> [Character] {
  var result: [Character] = []
  var rest = delta
  var k: UInt32 = 36
  while true {
    let threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
    guard rest >= threshold else { break }
    result.append(digit(threshold + (rest - threshold) % (36 - threshold)))
    rest = (rest - threshold) / (36 - threshold)
    k += 36
  }
  return result + [digit(rest)]
}

private func digit(_ value: UInt32) -> Character {
  Character(Unicode.Scalar(UInt8(value < 26 ? 97 + value : 22 + value)))
}

private func adapted(_ delta: UInt32, points: UInt32, isFirst: Bool) -> UInt32 {
  var delta = isFirst ? delta / 700 : delta / 2
  delta += delta / points
  var k: UInt32 = 0
  while delta > 455 {
    delta /= 35
    k += 36
  }
  return k + 36 * delta / (delta + 38)
}
