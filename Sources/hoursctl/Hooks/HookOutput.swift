// Where what hooks say goes: into the journal, each under a name of its own, where what we say goes there; else where ours goes.

import Glibc
import HoursWire

/// A stream of journald's whose lines stand under the hook's name (`journalctl -t hoursd-hooks/NAME`), to be closed; nil
/// where what we say does not go to the journal, or it takes none now.
func journalStream(of hook: String) -> Int32? {
  guard speaksToJournal, case .connected(let descriptor) = connectToSocket(journalSocket, waits: false) else {
    return nil
  }
  shutdown(descriptor, Int32(SHUT_RD))
  // What sd_journal_stream_fd(3) sends: the name, no unit, the priority (6) unless a line begins with its own (`<3>`), and no
  // copy to anybody else.
  let head = Array("\(hookIdentifier(hook))\n\n6\n1\n0\n0\n0\n".utf8)
  guard Glibc.send(descriptor, head, head.count, Int32(MSG_NOSIGNAL)) == head.count else {
    close(descriptor)
    return nil
  }
  // A program expects that its output waits for who reads it.
  _ = fcntl(descriptor, F_SETFL, 0)
  return descriptor
}

private let journalSocket = "/run/systemd/journal/stdout"

/// Whether standard error is the journal's, as systemd has connected it.
private let speaksToJournal: Bool = {
  var facts = stat()
  guard let told = getenv("JOURNAL_STREAM"), fstat(STDERR_FILENO, &facts) == 0 else { return false }
  return String(cString: told) == "\(facts.st_dev):\(facts.st_ino)"
}()
