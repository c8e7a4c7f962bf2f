// The log's files, which nobody else has any business with: one call when somebody has touched them all the same.

import Glibc
import Systemd

/// Watches the folder of the log, for as long as the daemon lives.
@MainActor
final class LogWatch {
  private let places: Places
  private let loop: EventLoop
  private let voice: Voice
  private var folder: FolderChange?
  private var trouble: String?
  /// A watch cannot be made anew while it tells.
  private var soon: EventSource?

  init(_ places: Places, on loop: EventLoop, voice: Voice, touched: @escaping () -> Void) throws(SystemdError)
  {
    self.places = places
    self.loop = loop
    self.voice = voice
    soon = try loop.once { [unowned self] in
      touched()
      follow()
    }
    try soon?.disable()
    follow()
  }

  /// Another folder may have taken the place of the one that was watched.
  private func follow() {
    let names = [places.log, places.log + "-wal"].map {
      String($0.dropFirst(places.stateDirectory.count + 1))
    }
    do throws(SystemdError) {
      folder = try FolderChange(
        places.stateDirectory, on: loop, matters: { name, _ in names.contains(name) },
        handler: { [unowned self] in try? soon?.enableOnce() })
      trouble = nil
    } catch {
      // Without it, it is seen at the next change. A folder that is not there was spoken of already.
      if trouble == nil, error.number != ENOENT, error.number != ENOTDIR {
        voice.warn("the event log's folder is not watched: \(error)")
      }
      trouble = "\(error)"
    }
  }
}
