// The socket's file: whose it is, who may use it, and where it cannot be.

import Foundation
import Glibc
import Testing

@Suite struct SocketTests {
  @Test func onlyTheOwnersOwn() throws {
    let daemon = try DaemonProcess(closedNow)
    var status = stat()
    try #require(lstat(daemon.folder.socket, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    try #require(lstat("\(daemon.folder.path)/run", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
    try #require(lstat(daemon.folder.state, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
    try #require(lstat(daemon.folder.log, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func theSecondDaemonOnOneSocket() throws {
    let folder = try Folder()
    let first = try DaemonProcess(folder, configuration: closedNow)
    var options = DaemonProcess.Options()
    options.state = "\(folder.path)/other"
    let second = try DaemonProcess(launching: folder, options)
    #expect(try second.ended() == 1)
    #expect(second.errorText.contains("a daemon answers there already"))
    #expect(try first.ask("status")["state"] == "closed")
    #expect(try first.end() == 0)
  }

  @Test func theSecondDaemonOnOneLog() throws {
    let folder = try Folder()
    let first = try DaemonProcess(folder, configuration: closedNow)
    try first.ask("add {\"about\":\"x\",\"due\":\"+2h\"}")
    var options = DaemonProcess.Options()
    options.socket = "\(folder.path)/run/second"
    let second = try DaemonProcess(folder, options)
    let connection = try Connection(to: "\(folder.path)/run/second")
    let reply = try connection.ask("status")
    #expect(reply.code == "internal" && reply.message.contains("end the other process first"), "\(reply)")
    #expect(try first.ask("status").number("pending") == 1)
    #expect(try first.end() == 0)
    #expect(try connection.ask("status").number("pending") == 1, "it takes over")
    #expect(try second.end() == 0)
  }

  @Test func aSocketThatACrashLeft() throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: closedNow)
    #expect(try daemon.end(SIGKILL) == 128 + Int(SIGKILL))
    #expect(folder.exists(folder.socket))
    daemon = try DaemonProcess(folder)
    #expect(try daemon.ask("status")["state"] == "closed")
  }

  /// What befalls the socket's file, as a command in its folder's folder, and what the daemon says of it.
  static let misfortunes = """
    rm run/socket                                              | is made anew
    rm run/socket run/socket.lock                              | is made anew
    rm -r run                                                  | is made anew
    mv run/socket elsewhere                                    | is made anew
    mv run elsewhere                                           | is made anew
    rm -r run; ln -s elsewhere run; mkdir elsewhere            | is made anew
    ln state/events.sqlite file; mv -f file run/socket; rm run/socket | is made anew
    mkdir other; mv -f run/socket other; touch run/socket      | not a socket
    """

  /// Nobody has to start it again: who knocks is let in as before, and who was in stays.
  @Test(arguments: misfortunes.split(separator: "\n").map(String.init))
  func theFileIsRemovedUnderIt(_ row: String) throws {
    let columns = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    let daemon = try DaemonProcess(closedNow)
    let before = try daemon.connect()
    try before.ask("add {\"about\":\"x\",\"due\":\"+2h\"}")
    let folder = daemon.folder
    _ = try Child(["sh", "-c", "cd \"$0\" && \(columns[0])", folder.path], in: folder).ended()
    try wait { daemon.errorText.contains(columns[1]) }
    if columns[1] != "is made anew" { unlink(folder.socket) }
    try wait { folder.exists(folder.socket) }
    #expect(try daemon.ask("status").number("pending") == 1)
    #expect(try before.ask("status").number("pending") == 1)
    var status = stat()
    try #require(stat(folder.socket, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(try daemon.end() == 0)
    #expect(!folder.exists(folder.socket) && !folder.exists(folder.socket + ".lock"))
  }

  /// Looks again and again, at what tells nobody.
  private func wait(until holds: () -> Bool) throws {
    let end = time(nil) + Int(DaemonProcess.patience)
    while !holds() {
      try #require(time(nil) < end)
      usleep(10_000)
    }
  }

  @Test func aPathThatIsTooLong() throws {
    let folder = try Folder()
    var options = DaemonProcess.Options()
    options.socket = "\(folder.path)/\(String(repeating: "x", count: 100))"
    let daemon = try DaemonProcess(launching: folder, options)
    #expect(try daemon.ended() == 1)
    #expect(daemon.errorText.contains("Linux takes 107 at most"))
  }

  @Test func aRelativeStateFolder() throws {
    let folder = try Folder()
    var options = DaemonProcess.Options()
    options.state = "a/b/state"
    options.wrapper = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path]
    let daemon = try DaemonProcess(folder, configuration: closedNow, options)
    #expect(try daemon.ask("status")["state"] == "closed")
    #expect(folder.exists("\(folder.path)/a/b/state/events.sqlite"))
  }

  @Test(.enabled(if: isRoot && isInstalled("python3"), "needs root, to be somebody else, and python3"))
  func anotherUser() throws {
    let daemon = try DaemonProcess(closedNow)
    for path in [daemon.folder.path, "\(daemon.folder.path)/run"] { chmod(path, 0o755) }
    chmod(daemon.folder.socket, 0o666)
    let program = """
      import os, socket, sys
      if sys.argv[2] == "nobody": os.setgroups([]); os.setgid(65534); os.setuid(65534)
      s = socket.socket(socket.AF_UNIX); s.connect(sys.argv[1])
      try:
        s.sendall(b"status\\n"); print(repr(s.recv(100)))
      except OSError: print("b''")
      """
    func answer(as user: String) throws -> String {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", "-c", program, daemon.folder.socket, user]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self)
    }
    #expect(try answer(as: "nobody") == "b''\n")
    #expect(try answer(as: "root").contains("state"), "the owner is answered by the same means")
  }
}
