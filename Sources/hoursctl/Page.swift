// What a command prints for people: sentences, labelled lines and tables, gathered first and written once.

import Civil
import HoursWire

/// The colours that mean something; everything can be read without them.
enum Ink: String {
  case plain = "0"
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
}

/// A piece of text with its colour.
struct Piece: ExpressibleByStringInterpolation {
  let text: String
  let ink: Ink

  init(_ text: String, _ ink: Ink = .plain) {
    self.text = text
    self.ink = ink
  }

  init(stringLiteral text: String) { self.init(text) }
}

/// The output of one command.
struct Page {
  private(set) var text = ""
  let now: Instant
  private let hasColour: Bool
  private let width: Int?

  init(now: Instant, terminal: Terminal) {
    self.now = now
    hasColour = terminal.hasColour
    width = terminal.width
  }

  /// A time as people say it; empty for none.
  func time(_ time: LocalTime?) -> String { time?.spelled(seenFrom: now) ?? "" }

  mutating func line(_ piece: Piece) { text += coloured(shown(piece.text), piece.ink) + "\n" }

  /// A label and what belongs to it, aligned with its neighbours; left out when there is nothing to say.
  mutating func field(_ label: String, _ piece: Piece) {
    guard !piece.text.isEmpty else { return }
    let indent = 15
    var head = label + String(repeating: " ", count: max(1, indent - label.count))
    for paragraph in piece.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let safe = shown(String(paragraph))
      for line in width.map({ safe.wrapped(to: max(20, $0 - indent)) }) ?? [safe] {
        text += coloured(head, .faint) + coloured(line, piece.ink) + "\n"
        head = String(repeating: " ", count: indent)
      }
    }
  }

  /// Rows under headings, in columns that fit the terminal; a column that is empty in every row is left out.
  mutating func table(_ headings: [String], _ rows: [[Piece]]) {
    let filled = headings.indices.filter { column in rows.contains { !$0[column].text.isEmpty } }
    let cells = rows.map { row in filled.map { (text: shown(row[$0].text), ink: row[$0].ink) } }
    let titles = filled.map { (text: headings[$0], ink: Ink.faint) }
    let lines = [titles] + cells
    let widths = fitted(filled.indices.map { column in lines.map { $0[column].text.columns }.max() ?? 0 })
    for line in lines {
      var written = ""
      // Written before the next text, so that no line ends in blanks.
      var gap = 0
      for (width, cell) in zip(widths, line) {
        let cut = cell.text.cut(to: width)
        if !cut.isEmpty {
          written += String(repeating: " ", count: gap) + coloured(cut, cell.ink)
          gap = -cut.columns
        }
        gap += width + 2
      }
      text += written + "\n"
    }
  }

  /// The widths of columns made narrower, the last ones first, until all fit.
  private func fitted(_ widths: [Int]) -> [Int] {
    guard let width else { return widths }
    var widths = widths
    for least in [12, 4] {
      for column in widths.indices.reversed() {
        let excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
        widths[column] -= max(0, min(excess, widths[column] - least))
      }
    }
    return widths
  }

  private func coloured(_ text: String, _ ink: Ink) -> String {
    hasColour && ink != .plain && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
