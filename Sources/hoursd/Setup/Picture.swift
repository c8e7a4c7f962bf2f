// A line of somebody's file with carets under the piece that is meant, as a terminal shows it.

import HoursSetup
import HoursWire

/// Two lines of at most so many columns.
struct Picture {
  let line: String
  let carets: String

  /// How much is shown of what follows the piece, where a line is cut.
  private static let behind = 16

  /// Draws an excerpt; what does not fit is cut off on both sides of the piece.
  init(_ excerpt: Excerpt, room: Int) {
    var letters = Array(excerpt.line.unicodeScalars)
    while letters.count > excerpt.piece.upperBound, letters.last?.properties.isWhitespace == true {
      letters.removeLast()
    }
    let before = Self.printed(letters[..<excerpt.piece.lowerBound])
    let rest = Self.printed(letters[excerpt.piece.lowerBound...])
    let width = max(1, Self.printed(letters[excerpt.piece]).columns)
    var lead = before.columns
    var text = before + rest
    if lead + min(width, room / 3) >= room || text.columns > room && lead + width >= room {
      // The piece begins in the first third, or further on where all of it fits there.
      let kept = Self.end(of: before, columns: max(room / 3, room - width - Self.behind))
      text = "…" + kept + rest
      lead = 1 + kept.columns
    }
    line = text.cut(to: room)
    let isCut = text.columns > room
    let count = min(width, room - lead - (isCut ? 1 : 0))
    carets = String(repeating: " ", count: lead) + String(repeating: "^", count: max(1, count))
  }

  /// Tabs as blanks, all else that moves a cursor as a sign.
  private static func printed(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    shown(letters.map { $0 == "\t" ? "    " : String($0) }.joined())
  }

  /// The last letters of a text, as many as fit.
  private static func end(of text: String, columns: Int) -> String {
    var room = columns
    let kept = text.reversed().prefix { letter in
      room -= letter.columns
      return room >= 0
    }
    return String(kept.reversed())
  }
}
