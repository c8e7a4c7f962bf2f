// What toml++ says of a text that is no TOML, said again for somebody who writes a configuration twice a year.

/// Why a text is no TOML.
public enum SyntaxProblem: Hashable, Sendable, CustomStringConvertible {
  case unclosedQuote
  case curlyQuotes
  case unquoted
  case noValue
  case noEqualsSign
  case behindValue
  case unclosedList
  case unclosedHeader
  case tableTwice(String)
  case keyTwice(String)
  case backslash
  case capitals
  case neitherKeyNorComment
  case other(String)

  /// Sorts what toml++ says; `rest` is the line from the place on of which it says it.
  init(_ message: String, at rest: String) {
    let isText = message.contains("parsing string") || message.contains("literal string")
    let subject = message.split(separator: "'").last.map(String.init) ?? ""
    self =
      if isText, rest.isEmpty {
        .unclosedQuote
      } else if "“”„‘’«»".contains(where: { rest.hasPrefix(String($0)) }) {
        .curlyQuotes
      } else if message.contains("unknown escape sequence") {
        .backslash
      } else if message.contains("as array-of-tables") || message.contains("table header: cannot redefine") {
        .tableTwice(message.split(separator: "'").dropFirst().first.map(String.init) ?? subject)
      } else if message.contains("cannot redefine") {
        .keyTwice(subject)
      } else if message.contains("table header: expected ']'") {
        .unclosedHeader
      } else if message.contains("parsing array: expected comma") {
        .unclosedList
      } else if message.contains("expected value") || message.contains("key-value pair: encountered end") {
        .noValue
      } else if message.contains("expected '='") {
        .noEqualsSign
      } else if message.contains("expected a comment") {
        .behindValue
      } else if message.contains("parsing boolean") {
        .capitals
      } else if message.contains("parsing root table: expected keys") {
        .neitherKeyNorComment
      } else if ["value: could", "date", "time", "integer", "float"].contains(where: {
        message.contains("parsing \($0)")
      }) {
        .unquoted
      } else {
        .other(message)
      }
  }

  /// What is wrong and the way out, in words.
  public var description: String {
    switch self {
    case .unclosedQuote: "the closing quote is missing here"
    case .curlyQuotes: "a text stands in straight quotes: \"…\""
    case .unquoted: "a text stands in quotes, for example hours = \"Mo-Fr 09:00-18:00\""
    case .noValue: "a value is missing here, for example hours = \"Mo-Fr 09:00-18:00\""
    case .noEqualsSign:
      "an = is missing here: a line is a key, =, and a value, for example evening = \"19:00\""
    case .behindValue: "the value is over before this; only a comment may follow, behind a #"
    case .unclosedList: "a comma, or the ] that ends the list, is missing before this"
    case .unclosedHeader: "the brackets of this header do not close; for example [mail] or [[client]]"
    case .tableTwice(let name):
      "\(name) stands in this file already; put both together under one [\(name)], or, where there are several, "
        + "write [[\(name)]] above each of them"
    case .keyTwice(let name): "\(name) is given twice; take one of them out"
    case .backslash:
      "a backslash means something in double quotes; write \\\\, or put the text in single quotes: '…'"
    case .capitals: "write true or false, in small letters"
    case .neitherKeyNorComment: "no line begins so; a comment begins with #, everything else with a key"
    case .other(let message): message
    }
  }
}
