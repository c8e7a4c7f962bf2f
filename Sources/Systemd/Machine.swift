// Two things about the machine that no file says: what a path's file system is, and whether the clock is disciplined.

import CSystemd
import Glibc

/// What kind of file system a path is on, as far as it matters to a log.
nonisolated public enum FileSystem: Hashable, Sendable {
  /// A disk of this machine, or something that is not known to be anything else.
  case disk
  /// Memory: gone with the next boot.
  case memory
  /// Another machine's: locks and syncs may lie.
  case network

  /// Asks by `statfs`; magic numbers as in statfs(2).
  public init(of path: String) throws(SystemdError) {
    let magic = shim_file_system(path)
    guard magic >= 0 else { throw SystemdError(function: "statfs", number: errno) }
    switch magic {
    case 0x0102_1994, 0x8584_58f6: self = .memory
    // NFS, SMB, CIFS, SMB2, 9P, AFS (two kinds), Ceph, Coda.
    case 0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x5346_414f, 0x6b41_4653, 0x00c3_6400,
      0x7375_7245:
      self = .network
    default: self = .disk
    }
  }
}

/// Whether the system's clock is kept right, by the kernel's own account and with systemd-timedated's bound (16 s); nil
/// where the kernel does not say.
nonisolated public func clockIsSynchronised() -> Bool? {
  let error = shim_clock_error()
  return error < 0 ? nil : error < 16_000_000
}
