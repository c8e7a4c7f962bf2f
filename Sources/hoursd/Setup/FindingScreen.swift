// What is wrong or odd in the owner's files, on a screen: the place, the line, the caret, the way out.

import HoursSetup
import HoursWire

/// Findings as `check` and `init` print them.
struct FindingScreen {
  private(set) var text = ""
  private let paint: Paint

  init(_ paint: Paint) { self.paint = paint }

  /// The place comes first, as compilers say it, so that editors can jump there.
  mutating func add(_ finding: Finding) {
    let ink = finding.isError ? Paint.Ink.red : .magenta
    let numbers = [finding.line, finding.column].compactMap(\.self).map { ":\($0)" }.joined()
    text += paint("\(shown(finding.file))\(numbers):", .bold) + " "
    text += paint(finding.isError ? "error" : "warning", ink) + "\n"
    if let excerpt = finding.excerpt, !excerpt.line.allSatisfy(\.isWhitespace) {
      let picture = Picture(excerpt, room: 78)
      text += "  \(picture.line)\n  \(paint(picture.carets, ink))\n"
    }
    let words = shown((finding.key.map { "\($0): " } ?? "") + finding.words)
    for line in paint.width.map({ words.wrapped(to: max(40, $0 - 2)) }) ?? [words] { text += "  \(line)\n" }
    text += "\n"
  }

  /// `2 errors, 1 warning: not usable`
  func verdict(on findings: [Finding]) -> String {
    let errors = findings.count { $0.isError }
    let warnings = findings.count - errors
    let counts = [counted(errors, "error"), counted(warnings, "warning")].joinedFilled(", ")
    if errors > 0 { return paint("\(counts): not usable", .red) }
    return paint("good", .green) + (counts.isEmpty ? "" : ", with \(counts)")
  }
}

/// `1 client`, `2 clients`; nothing for none.
func counted(_ count: Int, _ what: String) -> String {
  count == 0 ? "" : "\(count) \(what)\(count == 1 ? "" : "s")"
}
