// Questions on standard output, answers from standard input: a terminal's, or a script's.

import Glibc
import HoursWire

/// Why an answer is not taken, in words.
struct Refused: Error {
  let words: String
}

/// Why nothing was set up, with the exit status that protocol.md promises.
struct InitFailure: Error {
  let status: Int32
  let message: String
}

/// Asks, and asks again.
struct Dialogue {
  private var reader = LineReader(descriptor: STDIN_FILENO)
  private let isTerminal = isatty(STDIN_FILENO) == 1
  private var number = 0
  private let asksNothing: Bool

  init(asksNothing: Bool) { self.asksNothing = asksNothing }

  /// The answer to a question, or what an empty line stands for.
  ///
  /// Somebody at a terminal is asked again when the answer is refused; a script, whose next line answers the next
  /// question, is told and ends.
  mutating func answer<Value>(
    _ question: String, _ help: String?, shownDefault: String, _ fallback: Value,
    take: (String) throws(Refused) -> Value
  ) throws(InitFailure) -> Value {
    guard !asksNothing else { return fallback }
    number += 1
    say("\(number)/5  \(question)\n" + (help.map { "     \($0)\n" } ?? ""))
    while true {
      say("     [\(shown(shownDefault))] ")
      let answer = try line()
      if !isTerminal { say("\(shown(answer))\n") }
      if answer.isEmpty {
        say("\n")
        return fallback
      }
      do throws(Refused) {
        let value = try take(answer)
        say("\n")
        return value
      } catch {
        let words = error.words.split(separator: "\n").map { "     \(shown(String($0)))\n" }.joined()
        say(words)
        if !isTerminal {
          throw InitFailure(
            status: 65, message: "the answer to question \(number) is wrong; nothing was written")
        }
      }
    }
  }

  private mutating func line() throws(InitFailure) -> String {
    while true {
      if let line = reader.next() {
        // What is too long for a line, or no text, is too long, or no text, for an answer.
        guard case .whole(let bytes) = line, let text = String(validating: bytes, as: UTF8.self) else {
          return "\u{FFFD}"
        }
        return text.trimmed
      }
      guard reader.fill() else {
        throw InitFailure(
          status: 65, message: "\nthe input ended before question \(number) was answered; nothing was written"
        )
      }
    }
  }
}

/// Writes to standard output at once; whoever is not listened to has nobody to tell.
func say(_ text: String) { _ = StandardOutput.write(Array(text.utf8)) }

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(
      start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
  }
}
