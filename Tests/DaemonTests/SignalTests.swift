// Signals, and what the service manager hears and hands over.

import Glibc
import Testing

@Suite struct SignalTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func endsInOrder(number: CInt) throws {
    let daemon = try DaemonProcess("")
    let connection = try daemon.connect()
    try connection.ask("add {\"about\":\"x\"}")
    #expect(daemon.folder.exists(daemon.folder.socket))
    #expect(try daemon.end(number) == 0)
    #expect(!daemon.folder.exists(daemon.folder.socket))
    #expect(daemon.notifications.message("STOPPING=1") != nil)
    #expect(try connection.nextLine() == nil)
  }

  @Test func hangupReloads() throws {
    let daemon = try DaemonProcess(closedNow)
    let watcher = try daemon.connect()
    try watcher.ask("watch")
    try daemon.folder.write(closedNow + "\nevening = \"20:00\"\n", to: daemon.folder.configuration)
    daemon.signal(SIGHUP)
    let event = try watcher.next()
    #expect(event.event == "office.configured" && event.texts("changed") == ["evening"])
    let reloading = try #require(daemon.notifications.message("RELOADING=1"))
    #expect(reloading.contains("\nMONOTONIC_USEC="))
    #expect(daemon.notifications.message("READY=1") == "READY=1")
  }

  @Test func statusLine() throws {
    let folder = try Folder()
    try folder.write(closedNow, to: folder.configuration)
    let daemon = try DaemonProcess(launching: folder)
    #expect(daemon.notifications.message("STATUS=") == "STATUS=closed, 0 pending")
    #expect(daemon.notifications.message("READY=1") != nil)
    try daemon.ask("add {\"about\":\"x\",\"due\":\"+2h\"}")
    #expect(daemon.notifications.message("STATUS=") == "STATUS=closed, 1 pending")
    try folder.write("timezone = \"UTC\"\nhours = \"24/7\"", to: folder.configuration)
    try daemon.ask("reload")
    #expect(daemon.notifications.message("STATUS=") == "STATUS=open, 1 pending")
    // One hour of the day is closed: it ends at the hour that the status says.
    try folder.write(
      "timezone = \"UTC\"\nhours = \"Mo-Su 00:00-24:00; Mo-Su 12:00-13:00 off\"", to: folder.configuration)
    try daemon.ask("reload")
    let line = try #require(daemon.notifications.message("STATUS="))
    #expect(line.contains(" until ") && line.hasSuffix(", 1 pending"), "\(line)")
  }

  @Test func socketActivation() throws {
    let folder = try Folder()
    mkdir("\(folder.path)/run", 0o700)
    let path = "\(folder.path)/run/given"
    let descriptor = try listenAt(path)
    defer { close(descriptor) }
    // Somebody knocks before the daemon is there.
    let early = try Connection(to: path)
    early.send("version")
    var options = DaemonProcess.Options()
    options.descriptor = descriptor
    options.wrapper = ["sh", "-c", "LISTEN_PID=$$ LISTEN_FDS=1 exec \"$@\"", "sh"]
    let daemon = try DaemonProcess(folder, configuration: closedNow, options)
    #expect(try early.next().number("protocol") == 1)
    #expect(!folder.exists(folder.socket), "it makes none of its own")
    #expect(try daemon.end() == 0)
    #expect(folder.exists(path), "the service manager's socket stays")
  }
}
