// A daemon and a journald that have nobody else, in a mount namespace of their own.

import Foundation
import Glibc
import Testing

/// The daemon with a journald that may be stopped and ended.
final class SmallMachine {
  private let folder: Folder
  private let namespace: Follower
  private var journald: pid_t

  var socket: String { "\(folder.path)/socket" }

  init() throws {
    folder = try Folder()
    try Hours.closed.configuration.write(
      toFile: "\(folder.path)/config.toml", atomically: false, encoding: .utf8)
    // journald tells nobody that it is ready: its socket is looked for, 20 ms at a time.
    let script = """
      mount -t tmpfs tmpfs /run/systemd/journal
      mount -t tmpfs tmpfs /run/log
      journald=$(/lib/systemd/systemd-journald >/dev/null 2>&1 & echo $!)
      for i in $(seq 1000); do [ -S /run/systemd/journal/socket ] && break; sleep 0.02; done
      echo "journald $journald"
      exec '\(programs)/hoursd' --socket '\(folder.path)/socket' --state '\(folder.path)/state' \\
        --config '\(folder.path)/config.toml'
      """
    namespace = try Follower(["unshare", "--mount", "--propagation=private", "sh", "-ec", script])
    let said = try namespace.line { $0.hasPrefix("journald ") }
    journald = try #require(pid_t(said.dropFirst("journald ".count)))
    try awaitSocket()
  }

  deinit {
    kill(journald, SIGCONT)
    kill(journald, SIGTERM)
  }

  func failJournald(_ how: String) throws {
    if how == "hangs" {
      kill(journald, SIGSTOP)
    } else {
      kill(journald, SIGTERM)
      try run("tail", "--pid=\(journald)", "--sleep-interval=0.02", "--follow", "/dev/null")
    }
  }

  func mendJournald(_ how: String) throws {
    if how == "hangs" {
      kill(journald, SIGCONT)
    } else {
      let text = try inside(
        """
        rm -f /run/systemd/journal/socket
        /lib/systemd/systemd-journald >/dev/null 2>&1 & echo $!
        for i in $(seq 1000); do [ -S /run/systemd/journal/socket ] && break; sleep 0.02; done
        """)
      journald = try #require(pid_t(text))
    }
  }

  /// The events in its journal, once the last one is there.
  func seqs(upTo last: String) throws -> Set<String> {
    let words = ["nsenter", "--target=\(namespace.pid)", "--mount", "journalctl", "--quiet", "--output=json"]
    let follower = try Follower(words + ["--follow", "--no-tail", "SYSLOG_IDENTIFIER=hoursd"])
    var seqs: Set<String> = []
    while !seqs.contains(last) {
      let entry = try json(try #require(try follower.nextLine(), "the journal ended"))
      if let seq = entry["HOURSD_SEQ"] as? String { seqs.insert(seq) }
    }
    return seqs
  }

  @discardableResult
  private func inside(_ script: String) throws -> String {
    try run("nsenter", "--target=\(namespace.pid)", "--mount", "sh", "-ec", script)
  }

  private func awaitSocket() throws {
    try run("sh", "-c", "for i in $(seq 1000); do [ -S '\(socket)' ] && exit; sleep 0.02; done; exit 1")
  }
}
