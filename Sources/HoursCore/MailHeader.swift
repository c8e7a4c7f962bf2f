// The fields of a message's head: names and subjects in any letters, in lines of ASCII (RFC 5322, RFC 2047).

/// One field, folded into lines of at most 76 bytes where its words allow it.
///
/// RFC 2047 allows 76 where encoded-words are, RFC 5322 would like at most 78 everywhere.
struct MailField {
  private static let width = 76
  private var lines: [String]
  private var isEmpty = true

  init(_ name: String) { lines = [name + ":"] }

  var text: String { lines.joined(separator: "\n") }

  private var room: Int { Self.width - (lines.last?.utf8.count ?? 0) - 1 }

  /// Adds a word behind a blank, on the next line where it doesn't fit.
  mutating func append(_ word: String) {
    // What fits nowhere is better behind the field's own name than alone.
    if isEmpty || word.utf8.count <= room {
      lines[lines.count - 1] += " " + word
    } else {
      lines.append(" " + word)
    }
    isEmpty = false
  }

  /// Adds a text that nothing is read out of: as it is, or encoded where letters or lengths ask for it.
  mutating func append(text: String) {
    let words = text.split(separator: " ").map(String.init)
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("=?")
    guard isPlain, words.allSatisfy({ $0.utf8.count <= min(room, Self.width - 1) }) else {
      return append(encoded: text)
    }
    for word in words { append(word) }
  }

  /// Adds the name of a mailbox: atoms as they are; in quotes what has other signs of ASCII; else encoded.
  mutating func append(name: String) {
    let words = name.split(separator: " ")
    let isPlain = name.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !name.contains("=?")
    if isPlain, words.allSatisfy({ $0.unicodeScalars.allSatisfy(isAtomText) }) {
      return append(text: name)
    }
    let quoted =
      "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    if isPlain, quoted.utf8.count <= room { append(quoted) } else { append(encoded: name) }
  }

  /// Adds a text as encoded-words, none of which ends inside a character.
  private mutating func append(encoded text: String) {
    let usesBase64 = EncodedWord.isShorterInBase64(text)
    var word = EncodedWord(usesBase64: usesBase64)
    for character in text {
      // Some pictures are too long for a word.
      let parts =
        EncodedWord(usesBase64: usesBase64, String(character)).fits(EncodedWord.longest)
        ? [String(character)] : character.unicodeScalars.map { String($0) }
      for part in parts {
        if !word.adding(part).fits(min(room, EncodedWord.longest)) {
          if !word.isEmpty { append(word.text) }
          word = EncodedWord(usesBase64: usesBase64)
          // The next one begins a line.
          if !word.adding(part).fits(min(room, EncodedWord.longest)) { lines.append("") }
        }
        word = word.adding(part)
      }
    }
    if !word.isEmpty { append(word.text) }
  }
}

/// RFC 2047's `=?utf-8?q?…?=`.
private struct EncodedWord {
  static let longest = 75
  private let usesBase64: Bool
  private var bytes: [UInt8] = []

  init(usesBase64: Bool, _ text: String = "") {
    self.usesBase64 = usesBase64
    bytes = Array(text.utf8)
  }

  var isEmpty: Bool { bytes.isEmpty }

  func adding(_ text: String) -> EncodedWord {
    var word = self
    word.bytes += text.utf8
    return word
  }

  func fits(_ room: Int) -> Bool {
    let count = usesBase64 ? (bytes.count + 2) / 3 * 4 : bytes.reduce(0) { $0 + Self.width(of: $1) }
    return count + 12 <= room
  }

  static func isShorterInBase64(_ text: String) -> Bool {
    text.utf8.count * 4 / 3 < text.utf8.reduce(0) { $0 + width(of: $1) }
  }

  var text: String {
    usesBase64 ? "=?utf-8?b?\(base64(bytes))?=" : "=?utf-8?q?\(bytes.map(Self.quoted).joined())?="
  }

  private static func width(of byte: UInt8) -> Int { byte == 0x20 || isPlain(byte) ? 1 : 3 }

  private static func quoted(_ byte: UInt8) -> String {
    if byte == 0x20 { return "_" }
    return isPlain(byte) ? String(Unicode.Scalar(byte)) : "=" + hexadecimal(byte)
  }

  /// What may stand for itself also in a name (RFC 2047, section 5, rule 3).
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": true
    default: false
    }
  }
}

/// A text in one line: whatever parts lines or words becomes one blank, other control characters vanish.
func oneLine(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isParted = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      isParted = !result.isEmpty
    } else if scalar.properties.generalCategory != .control {
      if isParted { result.append(" ") }
      isParted = false
      result.append(scalar)
    }
  }
  return String(result)
}
