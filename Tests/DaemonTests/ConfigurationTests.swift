// A typo never costs a promise: the last accepted configuration holds, and the socket stays.

import Testing

@Suite struct ConfigurationTests {
  static let typo = "timezone = \"Europe/Berlin\"\nhours = \"Mo-Fi 09:00-18:00\"\n"
  /// The line and the column of `Mo-Fi`.
  static let place = "2:10"

  @Test func wrongAtTheFirstStart() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: Self.typo)
    for line in ["status", "add {\"about\":\"x\"}", "watch", "tick", "reload"] {
      let reply = try daemon.ask(line)
      #expect(reply.code == "bad-configuration" && reply.message.contains(Self.place), "\(line): \(reply)")
    }
    #expect(try daemon.ask("version").number("protocol") == 1)
    #expect(try daemon.ask("nonsense").code == "unknown-verb")
    #expect(daemon.errorText.contains(Self.place))
    try folder.write(closedNow, to: folder.configuration)
    #expect(try daemon.ask("reload").code == nil)
    let status = try daemon.ask("status")
    #expect(status["state"] == "closed" && !status.has("configuration_error"))
  }

  @Test func wrongAtALaterStart() throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: closedNow)
    try daemon.ask("add {\"about\":\"x\",\"due\":\"+2h\"}")
    #expect(try daemon.end() == 0)
    daemon = try DaemonProcess(folder, configuration: Self.typo)
    let status = try daemon.ask("status")
    #expect(status["state"] == "closed" && status["zone"] == "Europe/Berlin" && status.number("pending") == 1)
    #expect(status["configuration_error"]?.contains(Self.place) == true)
    #expect(daemon.errorText.contains("last accepted"))
    #expect(try daemon.ask("add {\"about\":\"y\",\"due\":\"+2h\"}").code == nil)
    try folder.write("timezone = \"UTC\"\nhours = \"24/7\"", to: folder.configuration)
    #expect(try Set(daemon.ask("reload").texts("changed")) == ["hours", "timezone"])
    let mended = try daemon.ask("status")
    #expect(mended["state"] == "open" && !mended.has("configuration_error"))
  }

  @Test func wrongAtReload() throws {
    let daemon = try DaemonProcess(closedNow)
    try daemon.folder.write(Self.typo, to: daemon.folder.configuration)
    let reply = try daemon.ask("reload {\"key\":\"k\"}")
    #expect(reply.code == "bad-configuration" && reply.message.contains(Self.place), "\(reply)")
    let status = try daemon.ask("status")
    #expect(status["state"] == "closed" && status["configuration_error"]?.contains(Self.place) == true)
    try daemon.folder.write(closedNow, to: daemon.folder.configuration)
    #expect(try daemon.ask("reload {\"key\":\"k\"}").code == nil, "what was refused may be tried again")
    #expect(try !daemon.ask("status").has("configuration_error"))
  }

  /// Standard error is the journal, where names and numbers of contacts have no business; a terminal shows them.
  @Test(arguments: [true, false])
  func contactsStayOutOfTheJournal(isJournal: Bool) throws {
    var options = DaemonProcess.Options()
    if isJournal {
      // As the service manager says it.
      let script = "JOURNAL_STREAM=$(stat -L -c %d:%i /proc/self/fd/2) exec \"$@\""
      options.wrapper = ["sh", "-c", script, "sh"]
    }
    let contacts = """

      [[client]]
      name = "Zwerg"
      phones = ["+49 30 1234567"]
      [[client]]
      name = "Riese"
      phones = ["+49 30 1234567"]
      """
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: closedNow + contacts, options)
    #expect(daemon.errorText.contains("config.toml:8:"), "\(daemon.errorText)")
    #expect(daemon.errorText.contains("1234567") == !isJournal, "\(daemon.errorText)")
    try folder.write(closedNow + contacts + "\ncontract = \"Zwiebel\"\n", to: folder.configuration)
    #expect(try daemon.ask("reload").message.contains("Zwiebel"))
    #expect(daemon.errorText.contains("config.toml:9:"), "\(daemon.errorText)")
    for word in ["Zwerg", "Zwiebel"] {
      #expect(daemon.errorText.contains(word) == !isJournal, "\(word): \(daemon.errorText)")
    }
    // Wrong from the start, with nothing to go back to.
    let wrong = try DaemonProcess(
      Folder(), configuration: closedNow + contacts + "\ncontract = \"Zwiebel\"\n", options)
    #expect(try wrong.ask("status").message.contains("Zwiebel"))
    #expect(wrong.errorText.contains("Zwiebel") == !isJournal, "\(wrong.errorText)")
  }

  @Test(arguments: [
    ("hours = \"Mo-Fr 9-17\"\nhuors = 3\n", "2:1"),
    ("hours = 5\n", "1:"),
    ("timezone = \"Europe/Berlni\"\n", "1:12"),
    ("hours = \"Mo-Fr 09:00-18:00\n", "1:"),
    ("[[client]]\nname = \"A\"\ncontract = \"24/7\"\n", "3:"),
  ])
  func theErrorNamesThePlace(text: String, place: String) throws {
    let daemon = try DaemonProcess(text)
    let reply = try daemon.ask("status")
    #expect(reply.code == "bad-configuration" && reply.message.contains("config.toml:\(place)"), "\(reply)")
  }
}
