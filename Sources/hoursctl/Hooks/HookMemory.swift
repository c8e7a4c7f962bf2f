// What is known of the hooks from one event to the next, and from one start to the next: which have their place in the order
// of events, and which fail.
//
// A hook that is known gets every event, those of a day without this program too. One that is new gets what happened since it
// was put there: nothing of what is made up for from before. The notes may be lost, or not be written on a full disk; then
// all hooks are as new, and get what happened since they were last changed.

import Civil
import Glibc
import HoursCore
import HoursWire

/// The notes, and the file that they are in.
struct HookMemory {
  private let folder: String
  private var notes: [String: HookNote] = [:]
  private var isChanged = false

  /// Reads what was noted in this folder.
  init(in folder: String) {
    self.folder = folder
    for note in HookNotes(line: Self.read("\(folder)/\(HookNotes.file)"))?.hooks ?? [] {
      notes[note.name] = note
    }
  }

  /// Those of the hooks that get an event, in the order in which they do: by name, and last who was late the last time, so
  /// that nobody waits for it.
  mutating func takers(of event: Event, among hooks: [Hook], now: Instant) -> [Hook] {
    for name in notes.keys where !hooks.contains(where: { $0.name.text == name }) {
      notes[name] = nil
      isChanged = true
    }
    for hook in hooks where notes[hook.name.text] == nil {
      // Of a clock that was set back meanwhile nothing can be learned.
      guard event.at >= hook.placed || hook.placed > now else { continue }
      notes[hook.name.text] = HookNote(hook.name.text)
      isChanged = true
    }
    let takers = hooks.filter { notes[$0.name.text] != nil && $0.name.wants(event.name) }
    return takers.filter { !isLate($0) } + takers.filter(isLate)
  }

  private func isLate(_ hook: Hook) -> Bool { notes[hook.name.text]?.failure?.late == true }

  /// It ended well; whether it had failed before.
  mutating func ended(_ hook: Hook) -> Bool {
    guard notes[hook.name.text]?.failure != nil else { return false }
    notes[hook.name.text]?.failure = nil
    isChanged = true
    return true
  }

  mutating func failed(_ hook: Hook, with event: Event, why: String, late: Bool, now: Instant) {
    var failure = HookFailure(at: now, seq: event.seq, event: event.name, why: why, late: late)
    if let before = notes[hook.name.text]?.failure {
      failure.since = before.since
      failure.times = before.times + 1
    }
    notes[hook.name.text]?.failure = failure
    isChanged = true
  }

  /// Writes down what has changed; the words of what prevents it.
  mutating func keep() -> String? {
    guard isChanged else { return nil }
    isChanged = false
    let path = "\(folder)/\(HookNotes.file)"
    let line = HookNotes(notes.values.sorted { $0.name < $1.name }).line
    Self.make(folder)
    // Whoever reads it meets the old file or the new one.
    let new = open("\(path).new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard new >= 0 else { return "\(path).new: \(errorText(errno))" }
    defer { close(new) }
    guard write(new, line, line.count) == line.count, rename("\(path).new", path) == 0 else {
      return "\(path): \(errorText(errno))"
    }
    return nil
  }

  /// An event as far as it is asked about here.
  struct Event {
    let seq: Int64
    let name: String
    let at: Instant
  }

  private static func read(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Limits.hookNotes)
    return Array(bytes[..<max(0, Glibc.read(file, &bytes, bytes.count))])
  }

  /// Makes a folder with those above it, for its owner alone, as the daemon does.
  private static func make(_ folder: String) {
    guard mkdir(folder, 0o700) != 0, errno == ENOENT, let slash = folder.lastIndex(of: "/"),
      slash > folder.startIndex
    else { return }
    make(String(folder[..<slash]))
    mkdir(folder, 0o700)
  }
}
