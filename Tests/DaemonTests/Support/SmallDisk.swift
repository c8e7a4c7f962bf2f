// A disk that is full when a test wants it to be.

import Glibc
import Testing

/// A daemon whose state is on a disk of 2 MB in a mount namespace of its own; that takes root.
final class SmallDisk {
  let daemon: DaemonProcess

  init(_ configuration: String) throws {
    let folder = try Folder()
    mkdir(folder.state, 0o700)
    var options = DaemonProcess.Options()
    options.wrapper = [
      "unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=2m tmpfs \"$0\" && exec \"$@\"", folder.state,
    ]
    daemon = try DaemonProcess(folder, configuration: configuration, options)
  }

  private var filler: String { "/proc/\(daemon.pid)/root\(daemon.folder.state)/filler" }

  func fill() throws {
    let file = open(filler, O_WRONLY | O_CREAT, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    for size in [65_536, 4096, 1] {
      let bytes = [UInt8](repeating: 0, count: size)
      while write(file, bytes, size) == size {}
    }
  }

  func empty() { unlink(filler) }
}
