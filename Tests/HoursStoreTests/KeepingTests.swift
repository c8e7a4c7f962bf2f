// Files that are taken away from a log that has them open: what becomes of it, and of what was recorded.

import Foundation
import Glibc
import Testing

@testable import HoursStore

struct KeepingTests {
  struct Deed: CustomTestStringConvertible {
    let testDescription: String
    let file, ahead: Fate
    /// What lies there afterwards has so many turns; nil where it cannot be opened.
    let then: Int64?
    let isSaved: Bool
    let run: @Sendable (Folder) throws -> Void

    init(
      _ description: String, _ file: Fate, _ ahead: Fate, then: Int64?, isSaved: Bool = false,
      _ run: @escaping @Sendable (Folder) throws -> Void
    ) {
      testDescription = description
      (self.file, self.ahead, self.then, self.isSaved) = (file, ahead, then, isSaved)
      self.run = run
    }
  }

  static let deeds = [
    Deed("nothing", .held, .held, then: 9) { _ in },
    Deed("another mode", .held, .held, then: 9) { chmod($0.log, 0o400) },
    Deed("deleted", .gone, .held, then: 9) { unlink($0.log) },
    Deed("deleted with its write-ahead log", .gone, .gone, then: 9) {
      unlink($0.log)
      unlink($0.log + "-wal")
    },
    Deed("moved away", .gone, .held, then: 9) { rename($0.log, $0.path + "/moved") },
    Deed("an empty file in its place", .gone, .held, then: 9) { folder in
      unlink(folder.log)
      try folder.write(Data(), to: "log")
    },
    Deed("emptied, and all of it is in the write-ahead log still", .gone, .held, then: 9) {
      truncate($0.log, 0)
    },
    Deed("the write-ahead log deleted", .held, .gone, then: 9) { unlink($0.log + "-wal") },
    Deed("another write-ahead log", .held, .replaced, then: 9) {
      unlink($0.log + "-wal")
      try $0.write(Data(repeating: 7, count: 9000), to: "log-wal")
    },
    Deed("another log", .replaced, .held, then: 2, isSaved: true) {
      try makeOther($0)
      rename($0.path + "/other", $0.log)
    },
    Deed("another log, and the old one has a name still", .replaced, .held, then: 2) {
      try makeOther($0)
      rename($0.log, $0.path + "/moved")
      rename($0.path + "/other", $0.log)
    },
    Deed("a text", .replaced, .held, then: nil, isSaved: true) {
      unlink($0.log)
      try $0.write(Data("dear diary".utf8), to: "log")
    },
    Deed("written anew with the same bytes", .overwritten, .held, then: 9) {
      let bytes = try $0.read("log")
      usleep(20_000)  // as long as the clock of the file system may stand still
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: $0.log))
      file.write(bytes)
    },
  ]

  private static func makeOther(_ folder: Folder) throws {
    let log = try EventLog.open(path: folder.path + "/other")
    for seq in 1...2 { try log.record(Int64(seq)) }
    log.close()
  }

  @Test(arguments: deeds)
  func isSeenAndNothingIsLost(_ deed: Deed) throws {
    let folder = Folder()
    let log = try EventLog.open(path: folder.log)
    for seq in 1...9 { try log.record(Int64(seq)) }
    try deed.run(folder)
    let standing = log.standing(byTime: true)
    #expect(standing.file == deed.file && standing.ahead == deed.ahead)
    if !log.standing().isHeld {
      let refusal = #expect(throws: DatabaseError.self) { try log.record(10) }
      #expect(refusal?.kind == .takenAway)
      log.rollback()
    }
    #expect(try log.recorded() == 9, "it can be read still")
    let saved = try log.save()
    log.letGo()
    #expect(saved == (deed.isSaved ? folder.log + "-saved-1" : nil))
    if let saved { #expect(try EventLog.open(path: saved).recorded() == 9) }
    let again = try? EventLog.open(path: folder.log)
    #expect(try again?.recorded() == deed.then)
    #expect(!FileManager.default.fileExists(atPath: folder.log + "-draft"))
  }

  /// What was damaged before is kept as it is.
  @Test func aDamagedLogThatWasDeletedIsPutBackByteForByte() throws {
    let folder = Folder()
    var log = try EventLog.open(path: folder.log)
    for seq in 1...50 { try log.record(Int64(seq), body: String(repeating: "x", count: 3000)) }
    log.close()
    var bytes = try folder.read("log")
    bytes.replaceSubrange(20 * 4096..<60 * 4096, with: Data(repeating: 0xff, count: 40 * 4096))
    try folder.write(bytes, to: "log")
    log = try EventLog.open(path: folder.log)
    unlink(folder.log)
    #expect(try log.save() == nil)
    #expect(try folder.read("log") == bytes)
  }
}
