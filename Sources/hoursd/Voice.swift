// What the daemon says for itself, beside the events: one line each, on standard error.

import Glibc
import Systemd

/// Plain words for whoever started the daemon.
struct Voice {
  let isTerminal = isatty(STDERR_FILENO) == 1
  private let takesPriority = JournalSocket.takesStandardError

  func say(_ text: String) { write(text, priority: 6) }

  func warn(_ text: String) { write(text, priority: 4) }

  /// A warning that quotes the owner's files: names and numbers of people stay out of the journal.
  func warn(_ text: String, inJournal discreet: String) {
    write(takesPriority ? discreet : text, priority: 4)
  }

  private func write(_ text: String, priority: Int) {
    var lines = ""
    for line in text.split(separator: "\n") {
      lines += takesPriority ? "<\(priority)>\(line)\n" : "hoursd: \(line)\n"
    }
    // Nobody to tell when this fails.
    _ = lines.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
  }
}
