// The file that an export becomes: whole or not there, and never in the place of something else.

import Foundation
import Glibc
import Testing

@Suite struct ExportFileTests {
  /// A daemon has the log; whoever answers at the other socket is the test.
  private func asking(_ folder: Folder) throws -> (daemon: DaemonProcess, door: CInt, export: Child) {
    let daemon = try DaemonProcess(folder, configuration: closedNow)
    let door = try listenAt("\(folder.path)/door")
    mkdir("\(folder.path)/out", 0o700)
    let export = try Child(
      [
        Folder.hoursctl, "--socket", "\(folder.path)/door", "export", "--state", folder.state,
        "\(folder.path)/out/backup",
      ], in: folder)
    return (daemon, door, export)
  }

  private func files(_ folder: Folder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalLeavesNothing(_ number: CInt) throws {
    let folder = try Folder()
    let (daemon, door, export) = try asking(folder)
    let peer = accept(door, nil, nil)
    #expect(try files(folder).count == 1)
    export.kill(number)
    #expect(try export.ended().status == 128 + Int(number))
    #expect(try files(folder) == [])
    close(peer)
    close(door)
    #expect(try daemon.end() == 0)
  }

  /// It is told that the file stays as it is, and then nobody is there any more to say that it did.
  @Test func aDaemonThatGoesLeavesNothing() throws {
    let folder = try Folder()
    let (daemon, door, export) = try asking(folder)
    let peer = accept(door, nil, nil)
    var question = [UInt8](repeating: 0, count: 64)
    #expect(recv(peer, &question, 64, 0) == 9)
    let answer = Array("{\"log\":\"\(folder.log)\",\"seq\":1}\n".utf8)
    #expect(send(peer, answer, answer.count, 0) == answer.count)
    #expect(recv(peer, &question, 64, 0) == 8)
    close(peer)
    #expect(try export.ended().status == 74)
    #expect(export.errorText.contains("run it again"), "\(export.errorText)")
    #expect(try files(folder) == [])
    close(door)
    #expect(try daemon.end() == 0)
  }

  @Test func onlyAnEarlierExportIsReplaced() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: closedNow)
    let (file, link) = ("\(folder.path)/backup", "\(folder.path)/link")
    func export(_ to: String) throws -> Ran { try folder.hoursctl("export", "--state", folder.state, to) }
    #expect(try export(file).status == 0)
    #expect(symlink(file, link) == 0)
    try daemon.ask("add {\"about\":\"x\",\"due\":\"+5h\"}")
    let old = try folder.bytes(of: file)
    #expect(try export(link).status == 0)
    #expect(try folder.bytes(of: file) != old)
    let other = try export(folder.configuration)
    #expect(
      other.status == 65 && other.errors.contains("is no export, and stays as it is"), "\(other.errors)")
    #expect(try String(contentsOfFile: folder.configuration, encoding: .utf8) == closedNow)
    for path in ["/dev/null", folder.state] {
      let ran = try export(path)
      #expect(ran.status == 64 && ran.errors.contains("no plain file"), "\(ran.errors)")
    }
    #expect(try export("\(folder.path)/none/backup").status == 74)
    #expect(try daemon.end() == 0)
  }

  /// Who reads standard output may have read enough; a disk may be full.
  @Test func whoeverReadsIt() throws {
    let folder = try Folder()
    _ = try ExportStory.random.live(in: folder).end()
    let export = "\(Folder.hoursctl) export --state \(folder.state)"
    let head = try folder.shell("\(export) | head -n 1")
    #expect(head.output.count == 1 && head.errors.isEmpty, "\(head)")
    let full = try folder.shell("\(export) >/dev/full")
    #expect(full.status == 74 && full.errors.contains("No space left"), "\(full.errors)")
    let terminal = try folder.shell("script -qec '\(export)' /dev/null")
    #expect(terminal.status == 64 && terminal.output.joined().contains("name a FILE"), "\(terminal)")
  }

  @Test(.enabled(if: isRoot, "a disk of its own takes root"))
  func aFullDisk() throws {
    let folder = try Folder()
    _ = try ExportStory.random.live(in: folder).end()
    let good = "\(folder.path)/good"
    #expect(try folder.hoursctl("export", "--state", folder.state, good).status == 0)
    mkdir("\(folder.path)/small", 0o700)
    func onSmallDisk(_ command: String) throws -> Ran {
      try folder.shell(
        "unshare -m bash -c 'mount -t tmpfs -o size=160k tmpfs \(folder.path)/small && { \(Folder.hoursctl) \(command); "
          + "code=$?; ls -A \(folder.path)/small; exit $code; }'")
    }
    let export = try onSmallDisk("export --state \(folder.state) \(folder.path)/small/backup")
    #expect(
      export.status == 74 && export.errors.contains("No space left") && export.output.isEmpty, "\(export)")
    let full = try onSmallDisk("import --state \(folder.path)/small \(good)")
    #expect(full.status == 74 && full.errors.contains("make room"), "\(full)")
  }
}
