// A snapshot of the log: its file, up to date and left as it is while one connection lasts, so that an export reads it.

import Civil
import HoursCore
import HoursStore
import HoursWire

extension Turn {
  /// Brings the log's file up to what is recorded, and leaves it so until ``endSnapshot()``; `broken` is called when it
  /// cannot be left so any longer.
  func takeSnapshot(broken: @escaping () -> Void) throws(Refusal) -> SnapshotReply {
    let now = begin()
    if house.log == nil { _ = try house.ready(at: now) }
    guard let log = house.log else { throw .logFailed("the event log is not open") }
    guard !log.isFrozen else { throw .snapshotExists }
    if commitNow(at: now) != nil {
      throw .logFailed("nothing was recorded; try again when the log is mended")
    }
    do {
      let seq = try log.lastSeq()
      try log.freeze(limit: Limits.waitingLog, thawed: broken)
      return SnapshotReply(log: log.path, seq: seq)
    } catch { throw .logFailed("\(error)") }
  }

  /// The file may change again.
  func endSnapshot() { house.log?.thaw() }
}
