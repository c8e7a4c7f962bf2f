// Which piece of a line a finding is about, when its beginning is known.

/// How far the caret reaches.
enum Mark {
  /// The word, quoted text or bracketed list that begins there.
  case word
  /// A piece of the hours as they were understood, which stands there perhaps with backslashes in it.
  case piece(String)
  /// One letter, or the place behind the last one.
  case point

  /// The piece in code points; without a column the whole line.
  func piece(of line: String, from column: Int?) -> Range<Int> {
    let letters = Array(line.unicodeScalars)
    guard let column else {
      let start = letters.firstIndex { $0 != " " && $0 != "\t" } ?? 0
      return start..<letters.count
    }
    let start = min(max(0, column - 1), letters.count)
    let rest = letters[start...]
    switch self {
    case .word: return start..<Self.endOfWord(rest)
    case .piece(let text): return start..<(Self.end(of: text, in: rest) ?? Self.endOfWord(rest))
    case .point: return start..<min(start + 1, letters.count)
    }
  }

  /// Where a text ends that stands here; nil when another stands here.
  private static func end(of text: String, in rest: ArraySlice<Unicode.Scalar>) -> Int? {
    var index = rest.startIndex
    for scalar in text.unicodeScalars {
      // On the next line: up to the end of this one.
      if scalar == "\n" { return index }
      if index + 1 < rest.endIndex, rest[index] == "\\", rest[index + 1] == scalar { index += 1 }
      guard index < rest.endIndex, rest[index] == scalar else { return nil }
      index += 1
    }
    return index
  }

  private static func endOfWord(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    switch rest.first {
    case "\"", "'": endOfText(rest)
    case "[", "{": endOfBrackets(rest)
    default:
      rest.dropFirst().firstIndex { $0.properties.isWhitespace || "=,]}#".unicodeScalars.contains($0) }
        ?? rest.endIndex
    }
  }

  /// Behind the closing quote, or the end of the line.
  private static func endOfText(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    guard let quote = rest.first else { return rest.endIndex }
    let isTriple = rest.count >= 3 && rest.prefix(3).allSatisfy { $0 == quote }
    var index = rest.startIndex + (isTriple ? 3 : 1)
    while index < rest.endIndex {
      if rest[index] == "\\", quote == "\"" {
        index += 2
      } else if rest[index] != quote {
        index += 1
      } else if !isTriple
        || rest[index...].prefix(3).count == 3 && rest[index...].prefix(3).allSatisfy({ $0 == quote })
      {
        return index + (isTriple ? 3 : 1)
      } else {
        index += 1
      }
    }
    return rest.endIndex
  }

  private static func endOfBrackets(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    var depth = 0
    var index = rest.startIndex
    while index < rest.endIndex {
      switch rest[index] {
      case "\"", "'":
        index = endOfText(rest[index...])
        continue
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return index }
    }
    return rest.endIndex
  }
}

extension Problem {
  /// What of the line it is about.
  var mark: Mark {
    switch self {
    case .hours(let error): error.text.isEmpty ? .point : .piece(error.text)
    case .noSuchName(let name, _, _): .piece("{\(name)}")
    case .syntax(.unquoted), .syntax(.keyTwice), .syntax(.behindValue), .syntax(.curlyQuotes): .word
    case .syntax, .notUTF8: .point
    default: .word
    }
  }
}
