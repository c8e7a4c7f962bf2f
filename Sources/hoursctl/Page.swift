// What a command prints for people: sentences, labelled lines and tables, gathered first and written once.

import Civil
import HoursWire

/// The colours that mean something; everything can be read without them, on dark ground and on light.
///
/// No yellow, which nobody sees on white.
enum Ink: String {
  case plain = "0"
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case magenta = "35"
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

/// A column of a table: what happens to it where there is little room.
struct Column: ExpressibleByStringLiteral {
  let title: String
  /// How narrow it may become before columns are left out; nil: it is never cut.
  var comfort: Int?
  /// It may be left out: those with the lowest number first.
  var spare: Int?

  init(_ title: String, comfort: Int? = nil, spare: Int? = nil) {
    self.title = title
    self.comfort = comfort
    self.spare = spare
  }

  init(stringLiteral title: String) { self.init(title) }
}

/// The output of one command.
struct Page {
  private(set) var text = ""
  private let given: ReplyTime
  /// Somebody reads it now, and may type an answer.
  let isTerminal: Bool
  let hasUnicode: Bool
  let width: Int?
  private let hasColour: Bool
  private let indent = 15

  init(now: ReplyTime, terminal: Terminal) {
    given = now
    isTerminal = terminal.isTerminal
    hasColour = terminal.hasColour
    hasUnicode = terminal.hasUnicode
    width = terminal.width
  }

  var now: Instant { given.instant }

  /// The office's date, as far as the reply and this time of it can tell.
  func today(beside time: LocalTime) -> CivilDate { given.date(beside: time) }

  /// A time as people say it; empty for none.
  func time(_ time: LocalTime?) -> String { time?.spelled(seenFrom: given) ?? "" }

  /// A line as it is; for what was painted by hand.
  mutating func raw(_ line: String) { text += line + "\n" }

  /// A sentence, broken where the terminal ends.
  mutating func line(_ piece: Piece) {
    let safe = shown(piece.text)
    for line in width.map({ safe.wrapped(to: max(20, $0)) }) ?? [safe] {
      text += coloured(line, piece.ink) + "\n"
    }
  }

  /// A label and what belongs to it, aligned with its neighbours; left out when there is nothing to say.
  mutating func field(_ label: String, _ piece: Piece) {
    guard !piece.text.isEmpty else { return }
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
  ///
  /// Beside the labels of fields there are no headings.
  mutating func table(_ columns: [Column], _ rows: [[Piece]], besideLabels: Bool = false) {
    let filled = columns.indices.filter { column in rows.contains { !$0[column].text.isEmpty } }
    let cells = rows.map { row in filled.map { (text: shown(row[$0].text), ink: row[$0].ink) } }
    let titles = besideLabels ? [] : [filled.map { (text: columns[$0].title, ink: Ink.faint) }]
    let lines = titles + cells
    let margin = besideLabels ? indent : 0
    let widths = fitted(
      filled.map { columns[$0] },
      filled.indices.map { column in lines.map { $0[column].text.columns }.max() ?? 0 },
      to: width.map { $0 - margin })
    for line in lines {
      var written = ""
      // Written before the next text, so that no line ends in blanks.
      var gap = margin
      for case (let width?, let cell) in zip(widths, line) {
        let cut = cell.text.cut(to: width, ellipsis: hasUnicode ? "…" : "...")
        if !cut.isEmpty {
          written += String(repeating: " ", count: gap) + coloured(cut, cell.ink)
          gap = -cut.columns
        }
        gap += width + 2
      }
      text += written + "\n"
    }
  }

  /// The widths of columns, nil for those that are left out: first texts are cut to what is comfortable, then columns go,
  /// then texts are cut further.
  private func fitted(_ columns: [Column], _ widths: [Int], to room: Int?) -> [Int?] {
    guard let room else { return widths }
    let spare = columns.indices.filter { columns[$0].spare != nil }
      .sorted { (columns[$0].spare ?? 0) < (columns[$1].spare ?? 0) }
    for count in 0...spare.count {
      var kept = zip(columns, widths).map { $0.comfort == nil ? $1 : min($1, room) } as [Int?]
      for column in spare.prefix(count) { kept[column] = nil }
      Self.shrink(&kept, columns, to: room) { $0.comfort }
      let isLast = count == spare.count
      if isLast { Self.shrink(&kept, columns, to: room) { $0.comfort.map { min($0, 6) } } }
      if isLast || Self.used(kept) <= room { return kept }
    }
    return widths
  }

  private static func used(_ widths: [Int?]) -> Int {
    let kept = widths.compactMap { $0 }
    return kept.reduce(0, +) + 2 * (kept.count - 1)
  }

  /// Takes from the widest text until all fit.
  private static func shrink(
    _ widths: inout [Int?], _ columns: [Column], to room: Int, least: (Column) -> Int?
  ) {
    var excess = used(widths) - room
    while excess > 0 {
      let wide = columns.indices.filter { column in
        guard let width = widths[column], let least = least(columns[column]) else { return false }
        return width > least
      }
      guard let widest = wide.max(by: { (widths[$0] ?? 0) < (widths[$1] ?? 0) }) else { return }
      widths[widest]? -= 1
      excess -= 1
    }
  }

  func coloured(_ text: String, _ ink: Ink) -> String {
    hasColour && ink != .plain && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
