// hooks.d, looked at anew for each event, so that a hook that is put there works from then on.

import Civil
import Glibc
import HoursWire

/// A file that is to be run.
struct Hook {
  let name: HookName
  let path: String
  /// When it came there as it is, by the system's clock: nobody can set this time, as others of a file.
  let placed: Instant
}

/// What is found in hooks.d.
struct HookFolder {
  /// By name.
  var hooks: [Hook] = []
  /// What looks like a hook, and why it is not run.
  var left: [(name: String, why: String)] = []

  /// Looks; a folder that is not there has no hooks.
  init(at folder: String) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      if let name = found.flatMap(HookName.init) { look(at: name, "\(folder)/\(name.text)") }
    }
    hooks.sort { $0.name.text < $1.name.text }
  }

  private mutating func look(at name: HookName, _ path: String) {
    var (link, file) = (stat(), stat())
    guard lstat(path, &link) == 0 else { return }
    let hook = Hook(name: name, path: path, placed: Instant(seconds: Int64(link.st_ctim.tv_sec)))
    // A link that leads nowhere is a hook that cannot be started, and its owner is told of it as such.
    guard stat(path, &file) == 0 else { return hooks.append(hook) }
    guard file.st_mode & S_IFMT == S_IFREG else { return }
    if access(path, X_OK) != 0 {
      left.append((name.text, "it is not executable"))
    } else if file.st_mode & S_IWOTH != 0 {
      left.append((name.text, "everybody may write it; chmod o-w"))
    } else {
      hooks.append(hook)
    }
  }
}
