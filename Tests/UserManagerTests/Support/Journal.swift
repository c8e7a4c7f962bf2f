// The journal as a reader of it sees it, from one point on; and the bus, as a listener hears it.

import Foundation
import Glibc
import Testing

/// The journal from the moment on at which this was made.
struct Journal {
  // Not a cursor: with matches, journalctl 252 skips the first of them, too.
  private let start: String

  init() throws {
    try settleJournal()
    start = String(format: "--since=@%.6f", Date().timeIntervalSince1970)
  }

  /// The entries that match, oldest first.
  func entries(_ matches: String...) throws -> [JSON] {
    try settleJournal()
    let ended = try outcome(of: ["journalctl", "--quiet", "--all", "--output=json", start] + matches)
    return try ended.lines.map { try json($0) }
  }

  /// Waits for entries; the first one that matches may have come before.
  func follow(_ matches: String...) throws -> Follower {
    try Follower(
      ["journalctl", "--quiet", "--all", "--output=json", "--follow", "--no-tail", start] + matches)
  }

  /// All of it, as it would leave the machine.
  func export() throws -> String {
    try settleJournal()
    return try outcome(of: ["journalctl", "--all", "--output=export", start]).text
  }
}

/// Waits until journald has written all that it was sent. Only root may ask it for that; for others an entry of their own, when
/// they can read it, says the same of those before.
private func settleJournal() throws {
  guard geteuid() != 0 else {
    try run("journalctl", "--sync")
    return
  }
  let mark = UUID().uuidString
  try run("sh", "-c", #"printf 'MESSAGE=a mark\nHOURSD_TEST_MARK=\#(mark)\n' | logger --journald"#)
  _ = try Follower(["journalctl", "--quiet", "--follow", "--no-tail", "HOURSD_TEST_MARK=\(mark)"]).nextLine()
}

/// What is said on the bus to the service manager, and what it answers.
final class Bus {
  private let follower: Follower
  /// Calls that were not answered yet, by who asked, and by the number of the question.
  private var asked: [String: (method: String, arguments: String)] = [:]

  init() throws {
    follower = try Follower(["busctl", "--user", "--json=short", "monitor", "org.freedesktop.systemd1"])
    // It says so, on its first line.
    _ = try follower.line { $0.hasPrefix("Monitoring bus message stream") }
  }

  /// The next call of one of these methods that was done: its name, and its arguments as JSON text.
  func call(of methods: String..., location: SourceLocation = #_sourceLocation) throws -> (
    method: String, arguments: String
  ) {
    while true {
      let line = try next(location)
      let message = try json(line)
      switch (message["type"] as? String, message["member"] as? String) {
      case ("method_call", let method?) where methods.contains(method):
        asked["\(message["sender"] ?? "") \(message["cookie"] ?? "")"] = (method, line)
      case ("method_return", _), ("method_error", _):
        let question = "\(message["destination"] ?? "") \(message["reply_cookie"] ?? "")"
        if let call = asked.removeValue(forKey: question), message["type"] as? String == "method_return" {
          return call
        }
      default: break
      }
    }
  }

  private func next(_ location: SourceLocation) throws -> String {
    try follower.line(location: location) { $0.hasPrefix("{") }
  }
}
