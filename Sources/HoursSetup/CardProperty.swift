// One property of a vCard: `item1.TEL;TYPE="work,pref":+49 30 1234567`, in any of its three versions.

/// A property with its parameters; its value is decoded when it is asked for.
struct CardProperty {
  /// Binds it to its label: `item1`.
  let group: String?
  /// In capitals: `TEL`.
  let name: String
  /// What `TYPE` says, and what stands alone as it did in version 2.1; in small letters.
  private(set) var types: Set<String> = []
  /// From 1, the best, to 100; 101 when nothing is preferred.
  private(set) var preference = 101
  private var encoding = ""
  private var charset = ""
  private let value: ArraySlice<UInt8>

  /// - Returns: nil when there is no colon, and so no value.
  init?(_ line: ContentLine) {
    let pieces = CardProperty.cut(line.bytes, quotes: true) ?? CardProperty.cut(line.bytes, quotes: false)
    guard let (head, value) = pieces, let path = head.first else { return nil }
    let names = path.uppercased().split(separator: ".", omittingEmptySubsequences: false)
    name = names.last.map(String.init) ?? ""
    group = names.count > 1 ? names.dropLast().joined(separator: ".") : nil
    self.value = value
    for parameter in head.dropFirst() { take(parameter.lowercased()) }
  }

  /// Cuts at the semicolons before the first colon; those in quotes are passed over.
  private static func cut(
    _ bytes: [UInt8], quotes: Bool
  ) -> (head: [String], value: ArraySlice<UInt8>)? {
    var head: [String] = []
    var start = 0
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\"") where quotes: isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted, UInt8(ascii: ":") where !isQuoted:
        head.append(String(decoding: bytes[start..<index], as: UTF8.self))
        start = index + 1
        if byte == UInt8(ascii: ":") { return (head, bytes[start...]) }
      default: break
      }
    }
    return nil
  }

  private mutating func take(_ parameter: String) {
    let sides = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let text = (sides.last ?? "").filter { $0 != "\"" && !$0.isWhitespace }
    switch sides.count == 1 ? "type" : sides[0] {
    case "type":
      for type in text.split(separator: ",").map(String.init) {
        types.insert(type)
        if type == "pref" { preference = min(preference, 1) }
        if type == "quoted-printable" { encoding = type }
      }
    case "pref": preference = Int(text) ?? preference
    case "encoding": encoding = text
    case "charset": charset = text
    default: break
    }
  }

  /// The value as text, its backslashes still in it.
  func text() throws(CardProblem) -> String {
    let bytes = encoding == "quoted-printable" ? CardProperty.unquoted(value) : Array(value)
    switch charset {
    case "", "utf-8", "utf8", "us-ascii":
      // Telephones that name no charset and write no UTF-8 write Latin-1.
      return String(validating: bytes, as: UTF8.self) ?? latin1(bytes)
    case "iso-8859-1", "iso8859-1", "latin1", "windows-1252": return latin1(bytes)
    default: throw .charset(charset)
    }
  }

  private func latin1(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// Quoted-printable's `=C3=BC` as bytes; what is none stays as it is.
  private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), rest.count >= 2, !rest.prefix(2).contains(UInt8(ascii: "+")),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

extension String {
  /// The parts between the separators (all of it without one), with what backslashes hide shown; in one line each.
  func cardParts(at separator: Unicode.Scalar? = nil) -> [String] {
    var parts = [UnicodeScalarView()]
    var isEscaped = false
    for scalar in unicodeScalars {
      if isEscaped {
        isEscaped = false
        switch scalar {
        case "n", "N": parts[parts.count - 1].append("\n")
        case ",", ";", ":", "\\", "\"": parts[parts.count - 1].append(scalar)
        default: parts[parts.count - 1].append(contentsOf: ["\\", scalar])
        }
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == separator {
        parts.append(UnicodeScalarView())
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    if isEscaped { parts[parts.count - 1].append("\\") }
    return parts.map { String($0).onOneLine }
  }

  /// Without control characters, and with single spaces.
  private var onOneLine: String {
    let spaced = unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(UnicodeScalarView(spaced)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
