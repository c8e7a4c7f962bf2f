// A log that cannot be used: said by name, left as it is, and the socket stays alive.

import Foundation
import Glibc
import Testing

@Suite struct LogFaultTests {
  enum Fault: String, CaseIterable, Sendable {
    case noise, truncated, newer, foreign

    var says: String {
      switch self {
      case .noise: "not a database"
      case .truncated: "malformed"
      case .newer: "knows versions up to"
      case .foreign: "not a log of hoursd"
      }
    }

    /// What becomes of a good log's bytes. The header's fields: schema sizes at 24, user_version at 60, application_id at 68.
    func spoil(_ good: Data) -> Data {
      var bytes = good
      switch self {
      case .noise: bytes = Data((0..<good.count).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) })
      case .truncated: bytes = good.prefix(4096 + 100)
      case .newer: bytes[63] = 99
      case .foreign: bytes.replaceSubrange(68..<72, with: [0, 0, 0, 1])
      }
      return bytes
    }
  }

  @Test(arguments: Fault.allCases)
  func isSaidAndLeft(fault: Fault) throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: closedNow)
    try daemon.ask("add {\"about\":\"kept\",\"due\":\"+2h\"}")
    #expect(try daemon.end() == 0)
    let good = try folder.bytes(of: folder.log)
    let bad = fault.spoil(good)
    try bad.write(to: URL(fileURLWithPath: folder.log))

    daemon = try DaemonProcess(folder)
    for line in ["status", "add {\"about\":\"x\"}", "issues", "watch", "reload"] {
      let reply = try daemon.ask(line)
      #expect(reply.code == "internal", "\(line): \(reply)")
      #expect(reply.message.contains(folder.log) && reply.message.contains(fault.says), "\(line): \(reply)")
    }
    #expect(try daemon.ask("version").number("protocol") == 1)
    #expect(daemon.errorText.contains(folder.log))
    #expect(try folder.bytes(of: folder.log) == bad, "not a byte was touched")
    #expect(!folder.exists(folder.log + "-wal"))

    try good.write(to: URL(fileURLWithPath: folder.log))
    #expect(try daemon.ask("status").number("pending") == 1)
    #expect(try daemon.ask("add {\"about\":\"x\",\"due\":\"+2h\"}").number("issue") == 2)
    #expect(try daemon.end() == 0)
  }

  /// It opens well, and what it holds is not what it must be. Its folder is watched, and to open it touches it.
  @Test(.enabled(if: isInstalled("sqlite3"), "sqlite3 is needed"))
  func aRowThatCannotBeReadIsSaidAndNobodySpins() throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: closedNow)
    try daemon.ask("add {\"about\":\"kept\",\"due\":\"+2h\"}")
    #expect(try daemon.end() == 0)
    let spoil = "insert into told values(\"number:+49301\", \"{\")"
    #expect(try folder.shell("sqlite3 \(folder.log) '\(spoil)'").status == 0)
    daemon = try DaemonProcess(folder)
    let connection = try daemon.connect()
    #expect(try connection.ask("status").code == "internal")
    let before = try daemon.nanosecondsRun
    #expect(!isReadable(connection.descriptor, within: 2))
    let share = Double(try daemon.nanosecondsRun - before) / 2e9
    #expect(share < 0.25, "it runs \(share) of the time, and nobody asks")
    #expect(daemon.errorText.components(separatedBy: "log cannot be read").count == 2, "\(daemon.errorText)")
    #expect(try folder.shell("sqlite3 \(folder.log) 'delete from told'").status == 0)
    #expect(try daemon.ask("status").number("pending") == 1)
  }
}

/// Files that are taken away while the daemon runs: it sees that before it says anything.
@Suite struct LogTakenTests {
  enum Deed: String, CaseIterable, Sendable {
    case delete, deleteAhead, deleteFolder, moveAway, empty

    func run(_ folder: Folder) {
      switch self {
      case .delete: unlink(folder.log)
      case .deleteAhead: unlink(folder.log + "-wal")
      case .deleteFolder: try? FileManager.default.removeItem(atPath: folder.state)
      case .moveAway: rename(folder.log, folder.path + "/moved")
      case .empty: truncate(folder.log, 0)
      }
    }
  }

  @Test(arguments: Deed.allCases)
  func nothingIsLost(_ deed: Deed) throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: closedNow)
    let watcher = try daemon.connect()
    try watcher.ask("watch")
    for number in 1...3 {
      #expect(try daemon.ask("add {\"about\":\"x\",\"due\":\"+2h\"}").number("issue") == number)
      deed.run(folder)
    }
    #expect(try daemon.ask("status").number("pending") == 3)
    #expect(try watcher.events(through: 4).count == 3, "the watcher is none the worse")
    #expect(try daemon.end(SIGKILL) == 128 + Int(SIGKILL))
    daemon = try DaemonProcess(folder)
    #expect(try daemon.ask("issues").list("issues").count == 3)
  }

  @Test func whatIsPutInItsPlaceHoldsAndTheOneBeforeIsSaved() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: closedNow)
    for _ in 1...3 { try daemon.ask("add {\"about\":\"x\",\"due\":\"+2h\"}") }
    let watcher = try daemon.connect()
    try watcher.ask("watch")
    try folder.write("dear diary", to: folder.path + "/text")
    rename(folder.path + "/text", folder.log)
    let saved = folder.log + "-saved-1"
    let reply = try daemon.ask("status")
    #expect(reply.code == "internal")
    #expect(
      reply.message.contains("not a database") && reply.message.hasSuffix("in use is now \(saved)"),
      "\(reply)")
    #expect(try watcher.nextLine() == nil, "there is another history now")
    rename(saved, folder.log)
    #expect(try daemon.ask("status").number("pending") == 3)
    #expect(daemon.errorText.contains("something else was put in the place of the file while it was in use"))
  }
}

@Suite struct FolderTests {
  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let folder = try Folder()
    try folder.write("", to: folder.path + "/file")
    var options = DaemonProcess.Options()
    options.state = "\(folder.path)/file/over/state"
    let daemon = try DaemonProcess(folder, configuration: closedNow, options)
    let reply = try daemon.ask("status")
    #expect(reply.code == "internal")
    #expect(
      reply.message.hasPrefix("the folder \(folder.path)/file/over/state cannot be made: Not a directory;"),
      "\(reply)")
    unlink(folder.path + "/file")
    #expect(try daemon.ask("status")["state"] == "closed")
  }
}

@Suite(.enabled(if: isRoot && isInstalled("unshare"), "needs root, to mount a small disk of its own"))
struct FullDiskTests {
  @Test func nothingIsRecordedAndReadsGoOn() throws {
    let disk = try SmallDisk(closedNow)
    let daemon = disk.daemon
    let connection = try daemon.connect()
    let watcher = try daemon.connect()
    try connection.ask("add {\"about\":\"x\",\"due\":\"+2h\"}")
    let start = try #require(try watcher.ask("watch").number("seq"))
    try disk.fill()
    let note = "note {\"id\":1,\"text\":\"\(String(repeating: "n", count: 16_000))\"}"
    var recorded = 0
    var reply = try connection.ask(note)
    // What is left in the file itself is used up first.
    while reply.code == nil && recorded < 1000 {
      recorded += 1
      reply = try connection.ask(note)
    }
    #expect(reply.code == "internal" && reply.message.contains("make room"), "\(reply)")
    for _ in 1...3 {
      #expect(try connection.ask(note).code == "internal")
      #expect(try connection.ask("status").seq == start + recorded)
      #expect(try connection.ask("issue {\"id\":1}").list("history").count == 1 + recorded)
    }
    // A reader that could not be kept does not watch.
    let named = try daemon.connect()
    #expect(try named.ask("watch {\"as\":\"hooks\"}").code == "internal")
    #expect(try named.ask("status").number("pending") == 1)
    disk.empty()
    #expect(try connection.ask(note).code == nil)
    #expect(
      try watcher.events(through: start + recorded + 1).map(\.seq) == (1...recorded + 1).map { start + $0 })
    #expect(try named.ask("watch {\"as\":\"hooks\"}").code == nil)
  }

  /// Several ask in one turn: its commit fails, and only who changes something is refused.
  @Test func whoOnlyAsksIsAnsweredThoughOthersChangeSomething() throws {
    let disk = try SmallDisk(closedNow)
    let connection = try disk.daemon.connect()
    let kept = "add {\"about\":\"x\",\"due\":\"+2h\",\"key\":\"k\"}"
    let first = try connection.ask(kept)
    try disk.fill()
    let note = "note {\"id\":1,\"text\":\"\(String(repeating: "n", count: 16_000))\"}"
    while try connection.ask(note).code == nil {}
    let history = try connection.ask("issue {\"id\":1}").text
    connection.send([note, "issue {\"id\":1}", kept, "report", "status"].joined(separator: "\n"))
    #expect(try Reply(try #require(try connection.nextLine())).code == "internal")
    #expect(try Reply(try #require(try connection.nextLine())).text == history)
    #expect(try Reply(try #require(try connection.nextLine())).text == first.text, "what was kept is kept")
    #expect(try Reply(try #require(try connection.nextLine())).code == nil)
    #expect(try Reply(try #require(try connection.nextLine())).number("pending") == 1)
    // Who has a snapshot is told by its end.
    disk.empty()
    let exporter = try disk.daemon.connect()
    #expect(try exporter.ask("snapshot").code == nil)
    try disk.fill()
    #expect(try connection.ask(note).code == "internal")
    #expect(try exporter.nextLine() == nil)
    #expect(try connection.ask("status").number("pending") == 1)
  }

  /// A reminder comes due while there is no room for it: it waits, and whoever asks is answered.
  @Test func aReminderWaitsForRoom() throws {
    let disk = try SmallDisk(closedNow)
    let daemon = disk.daemon
    let connection = try daemon.connect()
    let watcher = try daemon.connect()
    try connection.ask("add {\"about\":\"x\",\"due\":\"+2h\"}")
    try connection.ask("call {\"from\":\"+49301\",\"missed\":true,\"severity\":\"critical\"}")
    try watcher.ask("watch {\"only\":\"issue.due\"}")
    try connection.ask("snooze {\"id\":2,\"until\":\"+3s\"}")
    try disk.fill()
    let note = "note {\"id\":1,\"text\":\"\(String(repeating: "n", count: 16_000))\"}"
    while try connection.ask(note).code == nil {}
    // Asks until it is due; every answer must be one.
    var status = try connection.ask("status")
    while status.number("due") == 0 {
      #expect(!isReadable(watcher.descriptor, within: 0.1))
      status = try connection.ask("status")
      try #require(status.code == nil, "\(status)")
    }
    for _ in 1...5 { #expect(try connection.ask("status").number("due") == 1) }
    #expect(try connection.ask(note).code == "internal")
    disk.empty()
    try connection.ask("status")
    #expect(try watcher.next().number("issue") == 2)
  }
}
