// The body of a message: as it is where every mailer leaves it so, else in the shorter encoding (RFC 2045).

/// A text, encoded for a message.
struct MailBody {
  let charset: String
  let encoding: String
  /// Every line ends in a newline, and has at most 78 bytes, encoded 76.
  let text: String

  init(_ body: String) {
    var lines = body.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    let isASCII = lines.allSatisfy { $0.allSatisfy { $0 < 0x80 } }
    charset = isASCII ? "us-ascii" : "utf-8"
    if isASCII, lines.allSatisfy(Self.arrivesAsItIs) {
      encoding = "7bit"
      text = lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
      return
    }
    let quoted = quotedPrintable(lines)
    // Its lines end as they do on the way (RFC 2045, 6.8).
    let coded = base64(lines.flatMap { $0 + [0x0D, 0x0A] }, width: 76)
    encoding = quoted.utf8.count <= coded.utf8.count ? "quoted-printable" : "base64"
    text = quoted.utf8.count <= coded.utf8.count ? quoted : coded
  }

  /// Whether no program on the way has a reason to change the line: RFC 5322 would like 78 bytes at most; blanks at the
  /// end get lost; a dot can end a mailer's input; "From " begins a message in a mailbox file.
  private static func arrivesAsItIs(_ line: [UInt8]) -> Bool {
    line.count <= 78 && line.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x09 }
      && line.last != 0x20 && line.last != 0x09
      && line.first != UInt8(ascii: ".") && !line.starts(with: "From ".utf8)
  }
}

/// RFC 2045, 6.7; every line ends in a newline.
private func quotedPrintable(_ lines: [[UInt8]]) -> String {
  var text = ""
  for line in lines {
    var written = ""
    for (index, byte) in line.enumerated() {
      let rest = line[index...]
      let isLast = rest.count == 1
      func needsCode() -> Bool {
        switch byte {
        case UInt8(ascii: "="): true
        case 0x20, 0x09: isLast
        case UInt8(ascii: "."): written.isEmpty
        case UInt8(ascii: "F"): written.isEmpty && rest.starts(with: "From ".utf8)
        default: !(0x21..<0x7F).contains(byte)
        }
      }
      // One byte is left for the sign that the line goes on.
      if written.utf8.count + (needsCode() ? 3 : 1) > 75 {
        text += written + "=\n"
        written = ""
      }
      written += needsCode() ? "=" + hexadecimal(byte) : String(Unicode.Scalar(byte))
    }
    text += written + "\n"
  }
  return text
}

func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return byte < 16 ? "0" + digits : digits
}

/// Base64 (RFC 4648); with a width, in lines that end in a newline.
func base64(_ bytes: [UInt8], width: Int? = nil) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  var column = 0
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      result.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
    column += 4
    if column == width {
      result.append(0x0A)
      column = 0
    }
  }
  if width != nil, column > 0 { result.append(0x0A) }
  return String(decoding: result, as: UTF8.self)
}
