// The owner's vCards, which other programs change at any time: one call when they have changed, and it is quiet again.

import Glibc
import HoursCore
import HoursSetup
import Systemd

/// Watches files and folders of vCards, also those that are still to come.
@MainActor
final class CardWatch {
  private let loop: EventLoop
  private let voice: Voice
  private let changed: () -> Void
  private var folders: [FolderChange] = []
  private var files: [PathChange] = []
  private var trouble: String?
  /// A synchronisation writes many files: it is over when nothing has come for a moment.
  private var pause: ElapsedTimer?
  /// And it is not waited for without end.
  private var patience: ElapsedTimer?
  private var isWaiting = false

  init(on loop: EventLoop, voice: Voice, changed: @escaping () -> Void) throws(SystemdError) {
    self.loop = loop
    self.voice = voice
    self.changed = changed
    pause = try ElapsedTimer(on: loop) { [unowned self] in tell() }
    patience = try ElapsedTimer(on: loop) { [unowned self] in tell() }
  }

  /// Watches these paths from now on, and no others. To be called before they are read.
  ///
  /// All anew each time: another folder may have taken the place of one that was watched.
  func follow(_ paths: [String]) {
    folders = []
    files = []
    let trees = paths.map { (path: $0, folders: (try? CardTree($0))?.folders ?? []) }
    var trouble: String?
    for folder in Set(trees.flatMap(\.folders)) {
      do throws(SystemdError) {
        folders.append(
          try FolderChange(
            folder, on: loop, matters: CardTree.matters, handler: { [unowned self] in saw() }))
      } catch { trouble = "\(error)" }
    }
    for file in Set(trees.filter(\.folders.isEmpty).flatMap { PathChange.places(of: $0.path) }) {
      do throws(SystemdError) {
        files.append(try PathChange([file], on: loop) { [unowned self] in saw() })
      } catch { trouble = "\(error)" }
    }
    if let trouble, trouble != self.trouble {
      voice.warn("changes of vCards are not seen (\(trouble)); `hoursctl reload` reads them")
    }
    self.trouble = trouble
  }

  private func saw() {
    do throws(SystemdError) {
      try pause?.arm(after: .seconds(Limits.cardPause))
      if !isWaiting { try patience?.arm(after: .seconds(Limits.cardPatience)) }
      isWaiting = true
    } catch { tell() }
  }

  private func tell() {
    isWaiting = false
    try? pause?.disarm()
    try? patience?.disarm()
    changed()
  }
}
