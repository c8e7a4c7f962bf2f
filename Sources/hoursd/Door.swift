// The door: where clients find the daemon. A socket's file can be removed under it, by hand or by whoever tidies up; the
// descriptor hears nothing of that, and would wait for ever behind a name that nobody can say.

import HoursCore
import Systemd

/// Keeps one listener's file where clients look for it.
@MainActor
final class Door {
  private let loop: EventLoop
  private let clients: Clients
  private let voice: Voice
  private var listener: Listener
  /// The folder that the socket's file lies in.
  private var folder: FolderChange?
  /// A file that has gone may be back in a moment, and its folder may be about to go, too.
  private var pause: ElapsedTimer?
  private var trouble: String?

  init(_ listener: Listener, on loop: EventLoop, clients: Clients, voice: Voice) throws(SystemdError) {
    self.loop = loop
    self.clients = clients
    self.voice = voice
    self.listener = listener
    pause = try ElapsedTimer(on: loop) { [unowned self] in look() }
    try clients.listen(on: listener)
    look()
  }

  private func follow(_ path: String) {
    let (directory, name) = split(path)
    do throws(SystemdError) {
      folder = try FolderChange(
        directory, on: loop, matters: { other, _ in other == name },
        handler: { [unowned self] in lookSoon(.seconds(Limits.doorPause)) })
    } catch {
      folder = nil
      lookSoon(.seconds(Limits.retry))
    }
  }

  private func lookSoon(_ wait: Duration) { try? pause?.arm(after: wait) }

  private func look() {
    guard let path = listener.path else { return }
    if !listener.isReachable { mend(path) }
    follow(path)
    if !listener.isReachable { lookSoon(.seconds(Limits.retry)) }
  }

  private func mend(_ path: String) {
    let wasInherited = listener.isInherited
    // Gives the lock back, which the new one takes.
    listener.removeFile()
    do {
      let new = try Listener(path: path)
      try clients.listen(on: new)
      clients.leave(listener)
      listener = new
      trouble = nil
      voice.warn(
        "the socket was removed under the daemon, and is made anew: \(path)"
          + (wasInherited
            ? "; systemd's own has gone: `systemctl --user restart hoursd.socket`" : ""))
    } catch {
      // Said once, not with every try.
      if trouble != "\(error)" { voice.warn("the socket was removed under the daemon: \(error)") }
      trouble = "\(error)"
    }
  }
}
