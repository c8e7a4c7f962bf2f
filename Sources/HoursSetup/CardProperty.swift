// One property of a vCard: `item1.TEL;TYPE="work,pref":+49 30 1234567`, in any of its three versions.

/// A property with its parameters; its value is decoded when it is asked for.
struct CardProperty {
  /// Binds it to its label: `ITEM1`.
  let group: String?
  /// In capitals: `TEL`.
  let name: String
  /// From 1, the best, to 100; 101 when nothing is preferred.
  private(set) var preference = 101
  private var isForSpeech = false
  private var isMute = false
  private var isQuotedPrintable = false
  private var charset = ""
  private let value: ArraySlice<UInt8>

  /// Whether it is a line that nobody speaks on.
  var isOnlyForMachines: Bool { isMute && !isForSpeech }

  /// - Returns: nil when there is no colon, and so no value.
  init?(_ line: ContentLine) {
    let pieces =
      CardProperty.cut(line.bytes, quotes: true) ?? CardProperty.cut(line.bytes, quotes: false)
    guard let (parameters, value) = pieces else { return nil }
    (group, name) = CardProperty.path(line.name)
    self.value = value
    for parameter in parameters { take(parameter) }
  }

  /// `ITEM1` and `TEL` of `ITEM1.TEL`.
  static func path(_ name: String) -> (group: String?, name: String) {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return (nil, name) }
    return (String(name[..<dot]), String(name[name.utf8.index(after: dot)...]))
  }

  /// Cuts at the semicolons before the first colon; those in quotes are passed over.
  private static func cut(
    _ bytes: [UInt8], quotes: Bool
  ) -> (parameters: [ArraySlice<UInt8>], value: ArraySlice<UInt8>)? {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\"") where quotes: isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted, UInt8(ascii: ":") where !isQuoted:
        pieces.append(bytes[start..<index])
        start = index + 1
        if byte == UInt8(ascii: ":") { return (Array(pieces.dropFirst()), bytes[start...]) }
      default: break
      }
    }
    return nil
  }

  /// What version 2.1 says alone, the others say as a `TYPE`, several of them in quotes as well as out of them.
  private mutating func take(_ parameter: ArraySlice<UInt8>) {
    let plain = parameter.compactMap { byte -> UInt8? in
      switch byte {
      case 0...0x20, UInt8(ascii: "\""): nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
      default: byte
      }
    }
    let sides = plain.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    let key = sides.count == 1 ? "type" : String(decoding: sides[0], as: UTF8.self)
    for text in sides[sides.count - 1].split(separator: UInt8(ascii: ",")) {
      let value = String(decoding: text, as: UTF8.self)
      switch (key, value) {
      case ("type", "pref"): preference = min(preference, 1)
      case ("type", "voice"): isForSpeech = true
      case ("type", "fax"), ("type", "pager"), ("type", "modem"): isMute = true
      case ("type", "quoted-printable"), ("encoding", "quoted-printable"): isQuotedPrintable = true
      case ("pref", _): preference = Int(value) ?? preference
      case ("charset", _): charset = value
      default: break
      }
    }
  }

  /// The value as text, its backslashes still in it.
  func text() throws(CardProblem) -> String {
    let bytes = isQuotedPrintable ? CardProperty.unquoted(value) : Array(value)
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
    guard !isPlain || separator.map({ utf8.contains(UInt8(ascii: $0)) }) == true else { return [self] }
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

  /// Whether nothing is to be done to it, as to most.
  private var isPlain: Bool {
    var before = UInt8(ascii: " ")
    for byte in utf8 {
      guard 0x20..<0x7F ~= byte, byte != UInt8(ascii: "\\") else { return false }
      if byte == UInt8(ascii: " "), before == byte { return false }
      before = byte
    }
    return before != UInt8(ascii: " ") || isEmpty
  }

  /// Without control characters, and with single spaces.
  private var onOneLine: String {
    let spaced = unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(UnicodeScalarView(spaced)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
