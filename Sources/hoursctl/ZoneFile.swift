// The system's zones, for what a reply's own times cannot tell: what the clock here shows, and when clocks are moved.

import Civil
import Glibc

/// The zone of a name; nil where the system does not know it.
func zone(named name: String) -> Zone? {
  let isPath = name.split(separator: "/", omittingEmptySubsequences: false).contains {
    $0.isEmpty || $0 == ".."
  }
  guard !isPath else { return nil }
  let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
  let descriptor = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  // The largest of all is a twentieth of it.
  var bytes = [UInt8](repeating: 0, count: 65_536)
  let count = read(descriptor, &bytes, bytes.count)
  guard count > 0 else { return nil }
  return try? Zone(name: name, tzif: Array(bytes[..<count]))
}
