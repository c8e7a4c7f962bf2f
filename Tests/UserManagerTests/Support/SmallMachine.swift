// A daemon and a journald that have nobody else, in a mount namespace of their own.

import Foundation
import Glibc
import Testing

/// The daemon with a journald that may be stopped and ended.
final class SmallMachine {
  private let folder: Folder
  private let daemon: Follower
  private var journald: Follower

  var socket: String { "\(folder.path)/socket" }

  init() throws {
    folder = try Folder()
    try Hours.closed.configuration.write(
      toFile: "\(folder.path)/config.toml", atomically: false, encoding: .utf8)
    let script = """
      mount -t tmpfs tmpfs /run/systemd/journal
      mount -t tmpfs tmpfs /run/log
      echo mounted
      read go
      exec '\(programs)/hoursd' --socket '\(folder.path)/socket' --state '\(folder.path)/state' \\
        --config '\(folder.path)/config.toml'
      """
    daemon = try Follower(["unshare", "--mount", "--propagation=private", "sh", "-ec", script])
    _ = try daemon.line { $0 == "mounted" }
    journald = try SmallMachine.startJournald(besides: daemon)
    daemon.type("go\n")
    try awaitSocket(socket)
  }

  deinit { kill(journald.pid, SIGCONT) }

  func failJournald(_ how: String) throws {
    if how == "hangs" {
      kill(journald.pid, SIGSTOP)
    } else {
      kill(journald.pid, SIGTERM)
      _ = try journald.rest()
    }
  }

  func mendJournald(_ how: String) throws {
    if how == "hangs" {
      kill(journald.pid, SIGCONT)
    } else {
      try inside("rm", "-f", "/run/systemd/journal/socket")
      journald = try SmallMachine.startJournald(besides: daemon)
    }
  }

  /// The events in its journal, once the last one is there.
  func seqs(upTo last: String) throws -> Set<String> {
    let words = ["nsenter", "--target=\(daemon.pid)", "--mount", "journalctl", "--quiet", "--output=json"]
    let follower = try Follower(words + ["--follow", "--no-tail", "SYSLOG_IDENTIFIER=hoursd"])
    var seqs: Set<String> = []
    while !seqs.contains(last) {
      let entry = try json(try #require(try follower.nextLine(), "the journal ended"))
      if let seq = entry["HOURSD_SEQ"] as? String { seqs.insert(seq) }
    }
    return seqs
  }

  private func inside(_ words: String...) throws {
    let ended = try outcome(of: ["nsenter", "--target=\(daemon.pid)", "--mount"] + words)
    try #require(ended.status == 0, "\(words): \(ended.text)")
  }

  private static func startJournald(besides daemon: Follower) throws -> Follower {
    let place = ["nsenter", "--target=\(daemon.pid)", "--mount"]
    let journald = try Follower(place + ["/lib/systemd/systemd-journald"])
    let ended = try outcome(of: place + awaiting("/run/systemd/journal/socket"))
    try #require(ended.status == 0, "journald did not start")
    return journald
  }
}

/// journald tells nobody that it is ready, nor does a daemon that nobody started for it: the socket is looked for,
/// 20 ms at a time.
private func awaiting(_ socket: String) -> [String] {
  ["sh", "-c", "for i in $(seq 1000); do [ -S '\(socket)' ] && exit; sleep 0.02; done; exit 1"]
}

private func awaitSocket(_ path: String) throws {
  let ended = try outcome(of: awaiting(path))
  try #require(ended.status == 0, "no socket at \(path)")
}
