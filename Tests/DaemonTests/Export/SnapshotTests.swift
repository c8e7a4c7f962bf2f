// Exports beside a daemon at work: each is of one instant, nobody waits for it, and what must change the file ends it.

import Foundation
import Glibc
import Testing

@Suite struct SnapshotTests {
  private func issues(_ lines: [String], _ start: String) -> Int { lines.count { $0.hasPrefix(start) } }

  /// Two clients go on writing: every export holds as many issues as it has events that queued them.
  @Test func eachIsOfOneInstant() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: closedNow)
    let text = String(repeating: "x", count: 4000)
    let writer = try daemon.connect()
    var counts: [Int] = []
    for round in 0..<6 {
      for number in 0..<60 { writer.send("add {\"about\":\"\(round) \(number) \(text)\",\"due\":\"+5h\"}") }
      let file = "\(folder.path)/\(round)"
      let ran = try folder.hoursctl("export", "--state", folder.state, file)
      #expect(ran.status == 0, "\(ran.errors)")
      let lines = try folder.lines(of: file)
      let kept = lines.count { $0.hasPrefix(#"{"table":"issue","#) }
      #expect(kept == lines.count { $0.contains(#""name":"issue.queued""#) }, "round \(round)")
      #expect(try folder.hoursctl("import", "--state", "\(folder.path)/copy\(round)", file).status == 0)
      counts.append(kept)
    }
    for _ in 0..<360 { #expect(try writer.next().code == nil) }
    #expect(counts == counts.sorted() && counts.last ?? 0 >= 300, "\(counts)")
    #expect(try daemon.ask("status").number("pending") == 360)
    #expect(try daemon.end() == 0)
  }

  /// While it lasts the file does not change, and the daemon goes on; afterwards it does.
  @Test func theFileStaysAsItIs() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: closedNow)
    let reader = try daemon.connect()
    try daemon.ask("add {\"about\":\"before\",\"due\":\"+5h\"}")
    let snapshot = try reader.ask("snapshot")
    #expect(try snapshot["log"] == folder.log && snapshot.number("seq") == daemon.ask("status").seq)
    #expect(try daemon.ask("snapshot").code == "busy")
    let before = try folder.bytes(of: folder.log)
    let text = String(repeating: "x", count: 16_000)
    func fill() throws {
      for _ in 0..<400 { #expect(try daemon.ask("add {\"about\":\"\(text)\",\"due\":\"+5h\"}").code == nil) }
    }
    try fill()
    #expect(try folder.bytes(of: folder.log) == before)
    // It is asked in between like any other.
    #expect(try reader.ask("version").number("protocol") == 1)
    reader.hangUp()
    #expect(try reader.nextLine() == nil)
    try fill()
    #expect(try folder.bytes(of: folder.log) != before)
    #expect(try daemon.ask("snapshot").code == nil)
    #expect(try daemon.end() == 0)
  }

  /// Whoever is forgotten is in no export that is still being written.
  @Test func forgettingEndsIt() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: closedNow)
    #expect(
      try daemon.ask(#"call {"from":"+49301","about":"x","severity":"normal","at":"2025-03-11 22:00"}"#).code
        == nil)
    #expect(try daemon.ask(#"drop {"id":1}"#).code == nil)
    let reader = try daemon.connect()
    #expect(try reader.ask("snapshot").code == nil)
    let forgotten = try daemon.ask(#"forget {"number":"+49301"}"#)
    #expect(forgotten.code == nil, "\(forgotten)")
    #expect(try reader.nextLine() == nil)
    #expect(try daemon.ask("snapshot").code == nil)
  }

  /// An office that cannot work has a log all the same.
  @Test func anOfficeWithoutAConfiguration() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: "hours = 7")
    #expect(try daemon.ask("status").code == "bad-configuration")
    let ran = try folder.hoursctl("export", "--state", folder.state, "\(folder.path)/backup")
    #expect(ran.status == 0, "\(ran.errors)")
  }

  /// What is asked of an export whose daemon is not there for it.
  @Test func aDaemonThatDoesNotAnswer() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: closedNow)
    let nowhere = try folder.hoursctl("--socket", "\(folder.path)/none", "export", "--state", folder.state)
    #expect(nowhere.status == 69 && nowhere.errors.contains("(process \(daemon.pid))"), "\(nowhere.errors)")
    let other = try Folder()
    let stranger = try DaemonProcess(other, configuration: closedNow)
    let wrong = try folder.hoursctl("--socket", other.socket, "export", "--state", folder.state)
    #expect(wrong.status == 69 && wrong.errors.contains(other.log), "\(wrong.errors)")
    #expect(try stranger.end() == 0)
    let missing = try folder.hoursctl("export", "--state", "\(folder.path)/missing")
    #expect(missing.status == 65 && missing.errors.contains("there is no log"), "\(missing.errors)")
  }
}
