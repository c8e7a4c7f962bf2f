// Colours for what is run by hand; everything can be read without them.

import Glibc

/// What standard output shows.
struct Paint {
  enum Ink: String {
    case bold = "1"
    case red = "1;31"
    case magenta = "1;35"
    case green = "1;32"
  }

  private let isOn: Bool
  /// In columns; nil where lines may be as long as they are.
  let width: Int?

  init(isOn: Bool, width: Int?) {
    self.isOn = isOn
    self.width = width
  }

  /// For standard output: plain in a pipe, or when `NO_COLOR` is set to something.
  init() {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let variable = { (name: String) in getenv(name).map { String(cString: $0) } ?? "" }
    isOn = isTerminal && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
    var size = winsize()
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = isKnown ? Int(size.ws_col) : nil
  }

  func callAsFunction(_ text: String, _ ink: Ink) -> String {
    isOn ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}
