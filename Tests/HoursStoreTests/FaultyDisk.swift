// A disk that counts and fails: SQLite's own file layer with two of its functions intercepted.

import CSQLite
import Glibc

/// The file layer named ``name``. One process has one, so tests that use it run one after the other.
enum FaultyDisk {
  static let name = "faulty"

  enum Operation: Equatable, Sendable { case write, sync }

  /// What was done since ``watch(failing:at:with:)``.
  nonisolated(unsafe) private(set) static var operations: [Operation] = []
  nonisolated(unsafe) private static var fault: (operation: Operation, numbers: Range<Int>, code: Int32)?

  // Both in memory of their own: of a global that is a C structure with a gap between its members Swift 6.3.1 makes one
  // that is too small by the gap, as AddressSanitizer found.
  nonisolated(unsafe) private static let layer = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
  nonisolated(unsafe) private static var original: UnsafeMutablePointer<sqlite3_vfs>?
  nonisolated(unsafe) private static let originalMethods =
    UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)

  /// Counts from here on; of that kind of operation the given numbers (from 1) fail.
  static func watch(
    failing operation: Operation = .write, at numbers: Range<Int> = 0..<0, with code: Int32 = 0
  ) {
    operations = []
    fault = (operation, numbers, code)
  }

  static func install() {
    guard original == nil, let unix = sqlite3_vfs_find(nil) else { return }
    original = unix
    layer.initialize(to: unix.pointee)
    layer.pointee.pNext = nil
    layer.pointee.zName = UnsafePointer(strdup(name))
    layer.pointee.xOpen = { _, path, file, flags, outFlags in
      let result = FaultyDisk.original?.pointee.xOpen(FaultyDisk.original, path, file, flags, outFlags)
      if result == SQLITE_OK { FaultyDisk.intercept(file) }
      return result ?? SQLITE_CANTOPEN
    }
    sqlite3_vfs_register(layer, 0)
  }

  /// Databases and their journals have methods of their own, with the same functions for writing and syncing.
  private static func intercept(_ file: UnsafeMutablePointer<sqlite3_file>?) {
    guard let file, let own = file.pointee.pMethods else { return }
    originalMethods.initialize(to: own.pointee)
    let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    methods.initialize(to: own.pointee)
    methods.pointee.xWrite = { file, bytes, count, offset in
      FaultyDisk.failure(of: .write) ?? FaultyDisk.originalMethods.pointee.xWrite(file, bytes, count, offset)
    }
    methods.pointee.xSync = { file, flags in
      FaultyDisk.failure(of: .sync) ?? FaultyDisk.originalMethods.pointee.xSync(file, flags)
    }
    file.pointee.pMethods = UnsafePointer(methods)
  }

  private static func failure(of operation: Operation) -> Int32? {
    operations.append(operation)
    guard let fault, fault.operation == operation else { return nil }
    return fault.numbers.contains(operations.count { $0 == operation }) ? fault.code : nil
  }
}
