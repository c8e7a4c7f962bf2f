// Standard output and standard error: what they can show, and how bytes get there.

import Glibc
import HoursWire

/// One of the process's outputs.
struct Terminal {
  private let descriptor: Int32
  let isTerminal: Bool
  /// Escape sequences for colours are wanted.
  let hasColour: Bool
  /// More than ASCII can be shown.
  let hasUnicode: Bool
  /// In columns; nil where lines may be as long as they are.
  let width: Int?

  static let output = Terminal(descriptor: STDOUT_FILENO)
  static let error = Terminal(descriptor: STDERR_FILENO)

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    hasColour = isTerminal && Self.variable("NO_COLOR") == nil && Self.variable("TERM") != "dumb"
    hasUnicode = showsUnicode(variable: Self.variable)
    var size = winsize()
    let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = isKnown ? Int(size.ws_col) : nil
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        let rest = UnsafeRawBufferPointer(rebasing: $0[written...])
        return Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .broken("standard output: \(errorText(errno))")
      }
    }
  }
}
