// Texts come from callers and from other people's files: whatever they hold, a terminal must only ever show it.

/// A text fit for a terminal: control characters become visible signs and command nothing.
///
/// With `lines`, line feeds stay what they are.
public func shown(_ text: String, lines: Bool = false) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A where lines: result.append(scalar)
    // Unicode has a picture for each control character of ASCII.
    case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    // Also the marks that turn the direction of writing, for they can make a line read as another.
    case 0x80..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

extension Character {
  /// How many columns a terminal gives it: 2 for East Asian wide ones and pictures, 0 for marks on the one before.
  public var columns: Int {
    guard let scalar = unicodeScalars.first, scalar.value >= 0x300 else { return 1 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}

extension String {
  /// How many columns a terminal gives it.
  public var columns: Int { reduce(0) { $0 + $1.columns } }

  /// As much as fits, with an ellipsis where something was cut off.
  public func cut(to width: Int, ellipsis: String = "…") -> String {
    guard columns > width else { return self }
    return head(of: max(0, width - ellipsis.columns)) + ellipsis
  }

  /// The first characters, as many as fit.
  private func head(of width: Int) -> Substring {
    var room = width
    return prefix { character in
      room -= character.columns
      return room >= 0
    }
  }

  /// Broken between words into lines of at most so many columns; words that fit no line are broken anywhere.
  public func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: false) {
      if line.isEmpty {
        line = String(word)
      } else if line.columns + 1 + String(word).columns <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
      while line.columns > width {
        let head = line.head(of: width)
        // One wide character in a single column: better too wide than for ever.
        guard !head.isEmpty else { break }
        lines.append(String(head))
        line.removeFirst(head.count)
      }
    }
    return lines + [line]
  }
}

/// Whether the locale's terminals show more than ASCII, by the variables that say so, the strongest first.
public func showsUnicode(variable: (String) -> String?) -> Bool {
  let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { variable($0)?.uppercased() }
  guard let locale = names.first(where: { !$0.isEmpty }) else { return false }
  return locale.hasSuffix("UTF-8") || locale.hasSuffix("UTF8")
}

extension [String] {
  /// The texts that hold something, joined.
  public func joinedFilled(_ separator: String) -> String {
    filter { !$0.isEmpty }.joined(separator: separator)
  }
}
