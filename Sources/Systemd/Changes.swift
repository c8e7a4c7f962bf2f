// What makes yesterday's plan wrong: somebody set the clock, the machine slept, the zone or a file was replaced.

import CSystemd
import Glibc

/// Calls its handler after each step of the wall clock, and after each resume from suspend.
@MainActor
public final class ClockChange {
  private let descriptor: CInt
  private let handler: () -> Void
  private var source: EventSource?

  public init(
    on loop: EventLoop, priority: EventLoop.Priority = .normal, handler: @escaping () -> Void
  ) throws(SystemdError) {
    self.handler = handler
    descriptor = try checkedCall(
      "timerfd_create", timerfd_create(CLOCK_REALTIME, CInt(TFD_NONBLOCK | TFD_CLOEXEC)))
    try arm()
    source = try loop.watch(descriptor: descriptor, for: .readable, priority: priority) { [unowned self] _ in
      changed()
    }
  }

  isolated deinit {
    source = nil
    close(descriptor)
  }

  /// A timer for the end of the year 9999: all that can happen to it is that Linux cancels it because the clock was set.
  private func arm() throws(SystemdError) {
    var never = itimerspec(
      it_interval: timespec(), it_value: timespec(tv_sec: 253_402_300_799, tv_nsec: 0))

    let flags = CInt(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET)
    try checkedCall("timerfd_settime", timerfd_settime(descriptor, flags, &never, nil))
  }

  private func changed() {
    var count: UInt64 = 0
    guard read(descriptor, &count, MemoryLayout.size(ofValue: count)) < 0, errno == ECANCELED else { return }
    // Reading has already armed it again: the kernel goes on watching a cancelled timer.
    handler()
  }
}

/// Calls its handler when one of a few paths came, went, or has new content.
///
/// It watches the directories, not the files, so that a file or symbolic link that is replaced is seen, and follows
/// none: for a link whose target may change too, name the target as well. A file that is being written is told when
/// its writer closes it, not before.
@MainActor
public final class PathChange {
  private var directories: [DirectoryWatch] = []

  /// - Parameter paths: Absolute paths; each one's directory must exist.
  public init(
    _ paths: [String], on loop: EventLoop, priority: EventLoop.Priority = .normal,
    handler: @escaping () -> Void
  ) throws(SystemdError) {
    var names: [String: Set<String>] = [:]
    for path in paths {
      let (directory, name) = split(path)
      names[directory, default: []].insert(name)
    }
    for (directory, names) in names {
      directories.append(
        try DirectoryWatch(
          directory, on: loop, priority: priority, matters: { name, _ in names.contains(name) },
          handler: handler))
    }
  }

  /// What is to be watched for a file: itself and where it leads to, or the first piece of its path that is missing.
  public static func places(of path: String) -> [String] {
    if let target = realpath(path, nil) {
      defer { free(target) }
      return [path, String(cString: target)]
    }
    var missing = path
    while let slash = missing.lastIndex(of: "/"), slash != missing.startIndex,
      access(String(missing[..<slash]), F_OK) != 0
    { missing = String(missing[..<slash]) }
    return [missing]
  }
}

/// Calls its handler when something in one folder came, went, or has new content, and when the folder itself goes.
///
/// What is in folders below it is not watched. A file that is being written is told when its writer closes it.
@MainActor
public final class FolderChange {
  private let directory: DirectoryWatch

  /// - Parameter matters: Whether a name in the folder counts; it is asked with whether that is a folder.
  public init(
    _ folder: String, on loop: EventLoop, priority: EventLoop.Priority = .normal,
    matters: @escaping (_ name: String, _ isFolder: Bool) -> Bool, handler: @escaping () -> Void
  ) throws(SystemdError) {
    directory = try DirectoryWatch(
      folder, besides: IN_DELETE_SELF | IN_MOVE_SELF, on: loop, priority: priority, matters: matters,
      handler: handler)
  }
}

/// One directory, and the names in it that count.
@MainActor
private final class DirectoryWatch {
  private let directory: String
  private let matters: (_ name: String, _ isFolder: Bool) -> Bool
  private let handler: () -> Void
  private var source: OpaquePointer?

  init(
    _ directory: String, besides others: Int32 = 0, on loop: EventLoop, priority: EventLoop.Priority,
    matters: @escaping (_ name: String, _ isFolder: Bool) -> Bool, handler: @escaping () -> Void
  ) throws(SystemdError) {
    self.directory = directory
    self.matters = matters
    self.handler = handler
    let interest = IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR | others
    try checked(
      "sd_event_add_inotify",
      sd_event_add_inotify(
        loop.pointer, &source, directory, UInt32(interest),
        { _, event, me in
          guard let event, let me else { return 0 }
          Unmanaged<DirectoryWatch>.fromOpaque(me).takeUnretainedValue().saw(event)
          return 0
        }, Unmanaged.passUnretained(self).toOpaque()))
    try checked("sd_event_source_set_priority", sd_event_source_set_priority(source, priority.value))
  }

  isolated deinit { sd_event_source_disable_unref(source) }

  private func saw(_ event: UnsafePointer<inotify_event>) {
    let mask = event.pointee.mask
    // The kernel lost some: any of them may be ours. Or the directory itself goes.
    if mask & UInt32(IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF) != 0 { return handler() }
    let name = String(cString: shim_inotify_name(event))
    guard matters(name, mask & UInt32(IN_ISDIR) != 0) else { return }
    // A file that was just created is empty still, and is told when it is closed; a link is complete.
    if mask & UInt32(IN_CREATE) != 0, !isComplete("\(directory)/\(name)") { return }
    handler()
  }

  private func isComplete(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT != S_IFREG || status.st_nlink > 1
  }
}

/// The directory and the name of a path; a path without `/` is in the current directory.
nonisolated public func split(_ path: String) -> (directory: String, name: String) {
  guard let slash = path.lastIndex(of: "/") else { return (".", path) }
  let name = String(path[path.index(after: slash)...])
  return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
}
