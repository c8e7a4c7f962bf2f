// One key of several, asked on a terminal. The terminal is as it was afterwards, whatever ends the question.

import Glibc
import HoursWire

/// Whether there is somebody to ask: both sides are terminals.
var canChoose: Bool { isatty(STDIN_FILENO) == 1 && Terminal.output.isTerminal }

/// Asks on the terminal for one key of several; nil at the end of input, after ^D or Escape.
///
/// Only where ``canChoose`` says so. Keys are taken in either case, and others ring the bell. ^C ends the program and ^Z stops
/// it, as they do elsewhere.
func choose(_ question: String, _ choices: [(key: Character, label: String)]) throws(Failure) -> Character? {
  let prompt = "\(shown(question))  \(choices.map(hint).joined(separator: " "))  "
  try Terminal.output.write(prompt)
  let mode = try KeyMode()
  defer { mode.leave() }
  while true {
    switch nextKey() {
    case .key(let key):
      if let choice = choices.first(where: { $0.key.lowercased() == key.lowercased() }) {
        try Terminal.output.write("\(choice.label)\n")
        return choice.key
      }
      try Terminal.output.write("\u{7}")
    case .end:
      try Terminal.output.write("\n")
      return nil
    case .interrupted:
      // The shell has written its own since.
      try Terminal.output.write(prompt)
    }
  }
}

/// `[y]es`, or `[y] send it` where the label begins with something else.
private func hint(_ choice: (key: Character, label: String)) -> String {
  choice.label.lowercased().hasPrefix(choice.key.lowercased())
    ? "[\(choice.key)]\(choice.label.dropFirst())" : "[\(choice.key)] \(choice.label)"
}

private enum Key {
  case key(Character)
  case end
  /// A signal came, and the program goes on.
  case interrupted
}

private func nextKey() -> Key {
  var byte: UInt8 = 0
  let count = read(STDIN_FILENO, &byte, 1)
  guard count == 1 else { return count < 0 && errno == EINTR ? .interrupted : .end }
  switch byte {
  case 0x04: return .end
  case 0x1B:
    // Keys such as the arrows send Escape and more, at once; Escape itself comes alone.
    guard hasMore() else { return .end }
    var rest = [UInt8](repeating: 0, count: 16)
    _ = read(STDIN_FILENO, &rest, rest.count)
    return .key("\u{1B}")
  case 0x80...:
    var bytes = [byte]
    while bytes.count < 4, String(validating: bytes, as: UTF8.self) == nil, hasMore(),
      read(STDIN_FILENO, &byte, 1) == 1
    { bytes.append(byte) }
    return .key(String(decoding: bytes, as: UTF8.self).first ?? "\u{FFFD}")
  default: return .key(Character(Unicode.Scalar(byte)))
  }
}

private func hasMore() -> Bool {
  var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
  return poll(&wait, 1, 0) == 1
}

/// The terminal's mode in which each key comes at once and is not shown, until it is left or a signal ends the program.
private struct KeyMode {
  /// What a signal handler needs to restore; set before the handler is.
  nonisolated(unsafe) private static var before = termios()
  nonisolated(unsafe) private static var during = termios()
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  private var actions: [(signal: Int32, before: sigaction)] = []

  init() throws(Failure) {
    guard tcgetattr(STDIN_FILENO, &Self.before) == 0 else {
      throw .broken("standard input: \(errorText(errno))")
    }
    Self.during = Self.before
    // Signals stay on: ^C and ^Z do what they always do.
    Self.during.c_lflag &= ~tcflag_t(ICANON | ECHO)
    for signal in Self.signals {
      var before = sigaction()
      sigaction(signal, nil, &before)
      // What is ignored, as by nohup, stays so.
      guard unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) != 1 else { continue }
      Self.catchOnce(signal)
      actions.append((signal, before))
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &Self.during)
  }

  func leave() {
    tcsetattr(STDIN_FILENO, TCSADRAIN, &Self.before)
    for (signal, action) in actions {
      var action = action
      sigaction(signal, &action, nil)
    }
  }

  /// The terminal is restored first; then the signal does what it does to any program. After a stop all goes on.
  private static func catchOnce(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      tcsetattr(STDIN_FILENO, TCSANOW, &KeyMode.before)
      raise(signal)
      KeyMode.catchOnce(signal)
      tcsetattr(STDIN_FILENO, TCSANOW, &KeyMode.during)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_NODEFER)
    sigaction(signal, &action, nil)
  }
}
