// Addresses for mail, read strictly: what passes here can stand in any header.

/// Somebody's place for mail: `Ann <ann@example.org>`, or the address alone.
public struct Mailbox: Hashable, Sendable {
  public var name: String?
  public var address: MailAddress

  /// Reads what an owner writes; a name may hold whatever people are called, between quotes or without.
  public init(_ text: String) throws(MailboxError) {
    guard let open = text.utf8.lastIndex(of: UInt8(ascii: "<")) else {
      self.init(nil, try MailAddress(text))
      return
    }
    let (name, address) = (text[..<open], text[open...].dropFirst())
    guard let close = address.utf8.firstIndex(of: UInt8(ascii: ">")) else { throw .unclosed }
    // Several addresses, or one with its brackets in the wrong place.
    guard address[close...].dropFirst().allSatisfy(\.isWhitespace),
      !name.contains(where: { "<>@".contains($0) })
    else { throw .severalAddresses }
    self.init(Self.unquoted(name), try MailAddress(String(address[..<close])))
  }

  public init(_ name: String?, _ address: MailAddress) {
    self.name = name.flatMap { $0.isEmpty ? nil : $0 }
    self.address = address
  }

  /// A name without the quotes around it, in which a backslash stands before a quote or another backslash.
  private static func unquoted(_ text: Substring) -> String {
    let text = oneLine(String(text))
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
    var name = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        name.append(character)
        isEscaped = false
      }
    }
    return name
  }
}

/// An address that every mail server takes.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  /// ASCII.
  public let local: String
  /// ASCII; what has other letters is in its `xn--` form.
  public let domain: String

  /// Reads `ann@example.org`. The part before the `@` is a dot-atom (RFC 5322), for quoted ones are met by nobody; the
  /// domain may be written in any letters.
  public init(_ text: String) throws(MailboxError) {
    guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")), at > text.startIndex else { throw .noAddress }
    local = String(text[..<at])
    try Self.check(local)
    domain = try asciiDomain(String(text[at...].dropFirst()))
    // RFC 5321, 4.5.3.1: 64 bytes before the @; 256 for a path, its brackets included.
    guard local.utf8.count <= 64, description.utf8.count <= 254 else { throw .tooLong }
  }

  public var description: String { "\(local)@\(domain)" }

  private static func check(_ local: String) throws(MailboxError) {
    var before: Unicode.Scalar = "."
    for scalar in local.unicodeScalars {
      if ["@", ",", ";"].contains(scalar) { throw .severalAddresses }
      guard isAtomText(scalar) || scalar == "." && before != "." else { throw .local(scalar) }
      before = scalar
    }
    if before == "." { throw .local(before) }
  }
}

/// Why a text is no mailbox.
public enum MailboxError: Error, Hashable, Sendable {
  /// There is no `name@domain` in it.
  case noAddress
  case severalAddresses
  /// A `<` without its `>`.
  case unclosed
  /// What cannot stand before the `@`.
  case local(Unicode.Scalar)
  /// What is no domain.
  case domain(String)
  case tooLong
}

/// RFC 5322's `atext`.
func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9": true
  case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`", "{", "|", "}", "~": true
  default: false
  }
}
