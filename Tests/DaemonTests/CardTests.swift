// vCards that change while the daemon runs: it sees them by itself, and what is wrong with them costs nobody.

import Foundation
import Glibc
import HoursStore
import Testing

private func card(_ name: String, _ number: String, _ category: String = "Clients") -> String {
  "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\(name)\r\nTEL:\(number)\r\nCATEGORIES:\(category)\r\nEND:VCARD\r\n"
}

private let configuration = """
  \(closedNow)
  phone_region = "DE"
  [vcards]
  paths = ["book"]
  """

/// A daemon with an address book, and somebody who listens to it.
private struct Stage {
  let daemon: DaemonProcess
  let watcher: Connection
  var folder: Folder { daemon.folder }

  init(_ files: [String: String], _ options: DaemonProcess.Options = .init()) throws {
    let folder = try Folder()
    for (name, text) in files { try Stage.write(text, to: "\(folder.path)/\(name)") }
    try self.init(of: try DaemonProcess(folder, configuration: configuration, options))
  }

  init(of daemon: DaemonProcess) throws {
    self.daemon = daemon
    watcher = try daemon.connect()
    try watcher.ask("watch")
  }

  /// As synchronisation writes: beside it first, then in its place.
  static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws { try Stage.write(text, to: "\(folder.path)/\(name)") }

  /// Waits until the daemon has taken what changed.
  func configured() throws {
    let event = try watcher.next()
    #expect(event.event == "office.configured" && event.texts("changed") == ["contacts"], "\(event)")
  }

  func who(_ number: String) throws -> String {
    try daemon.who(number)
  }
}

extension DaemonProcess {
  /// The class and the id of whoever has a number.
  fileprivate func who(_ number: String) throws -> String {
    let caller = try ask("lookup {\"from\":\"\(number)\"}").object("caller") ?? [:]
    return ["class", "id"].compactMap { caller[$0] as? String }.joined(separator: " ")
  }
}

@Suite struct CardTests {
  @Test func changesAreSeenWithoutAReload() throws {
    let stage = try Stage(["book/team/a.vcf": card("Acme", "030 1234567")])
    #expect(try stage.who("+49 30 1234567") == "client Acme")
    #expect(try stage.daemon.ask("contacts").list("contacts").compactMap { $0["id"] as? String } == ["Acme"])
    // Changed in its place.
    try stage.write(card("Acme", "030 7654321"), to: "book/team/a.vcf")
    try stage.configured()
    #expect(try stage.who("030 1234567") == "unknown")
    #expect(try stage.who("030 7654321") == "client Acme")
    // New, in a folder that is new.
    try stage.write(card("Boris", "030 5", "Friends"), to: "book/new/folder/b.vcf")
    try stage.configured()
    #expect(try stage.who("0305") == "personal Boris")
    // And in that folder, which was none when the daemon began.
    try stage.write(card("Carla", "030 6", "Friends"), to: "book/new/folder/c.vcf")
    try stage.configured()
    #expect(try stage.who("0306") == "personal Carla")
    try FileManager.default.removeItem(atPath: "\(stage.folder.path)/book/new")
    try stage.configured()
    #expect(try stage.who("0306") == "unknown")
    // Of all these changes the log keeps the last one.
    #expect(try stage.daemon.end() == 0)
    let log = try EventLog.open(path: stage.folder.log)
    defer { log.close() }
    let kept = String(decoding: try #require(try log.fact("cards")), as: UTF8.self)
    #expect(kept.contains("Acme") && !kept.contains("Carla"), "\(kept)")
    #expect(try log.lastConfiguration()?.id == 1)
  }

  /// Many files at once are one change.
  @Test func aBurstIsOneChange() throws {
    let stage = try Stage(["book/0.vcf": card("Person 0", "030 10000")])
    let before = try stage.daemon.ask("status").number("seq") ?? 0
    for number in 1...200 {
      try stage.write(card("Person \(number)", "030 \(10_000 + number)"), to: "new/\(number).vcf")
    }
    for number in 1...200 {
      rename("\(stage.folder.path)/new/\(number).vcf", "\(stage.folder.path)/book/\(number).vcf")
    }
    try stage.configured()
    #expect(try stage.who("030 10200") == "client Person 200")
    #expect(try stage.daemon.ask("status").number("seq") == before + 1)
  }

  /// A folder that took another one's place is watched, too.
  @Test func anotherFolderInItsPlace() throws {
    let stage = try Stage(["book/team/a.vcf": card("Acme", "030 1234567")])
    try stage.write(card("Beta", "030 1234567"), to: "new/a.vcf")
    let book = "\(stage.folder.path)/book/team"
    #expect(rename(book, "\(stage.folder.path)/old") == 0 && rename("\(stage.folder.path)/new", book) == 0)
    try stage.configured()
    #expect(try stage.who("030 1234567") == "client Beta")
    try stage.write(card("Gamma", "030 1234567"), to: "book/team/a.vcf")
    try stage.configured()
    #expect(try stage.who("030 1234567") == "client Gamma")
  }

  /// config.toml waits for `reload` all the same.
  @Test func theConfigurationIsNotReadWithIt() throws {
    let stage = try Stage(["book/a.vcf": card("Acme", "030 1234567")])
    try stage.folder.write("timezone = \"UTC\"\nhours = \"24/7\"", to: stage.folder.configuration)
    try stage.write(card("Acme GmbH", "030 1234567"), to: "book/a.vcf")
    try stage.configured()
    #expect(try stage.who("030 1234567") == "client Acme GmbH")
    #expect(try stage.daemon.ask("status")["zone"] == "Europe/Berlin")
  }

  /// A file that is named before it is there, and leads to another one.
  @Test func aFileThatComesLater() throws {
    let daemon = try DaemonProcess(closedNow)
    let stage = try Stage(of: daemon)
    try stage.folder.write(
      configuration.replacing("book", with: "sync/phone.vcf"), to: stage.folder.configuration)
    #expect(try daemon.ask("reload").code == "bad-configuration")
    try stage.write(card("Acme", "030 1234567"), to: "phone/all.vcf")
    try FileManager.default.createDirectory(
      atPath: "\(stage.folder.path)/sync", withIntermediateDirectories: true)
    symlink("../phone/all.vcf", "\(stage.folder.path)/sync/phone.vcf")
    try stage.configured()
    #expect(try stage.who("030 1234567") == "client Acme")
    try stage.write(card("Beta", "030 1234567"), to: "phone/all.vcf")
    try stage.configured()
    #expect(try stage.who("030 1234567") == "client Beta")
  }

  /// A book that is gone is an error that is told, and nobody is lost; at the next start neither.
  @Test func aBookThatVanishesIsRemembered() throws {
    let stage = try Stage(["book/a.vcf": card("Acme", "030 1234567")])
    try FileManager.default.moveItem(
      atPath: "\(stage.folder.path)/book", toPath: "\(stage.folder.path)/away")
    while let line = stage.daemon.notifications.next(), !line.contains("the configuration is wrong") {}
    #expect(try stage.daemon.ask("status").has("configuration_error"))
    #expect(try stage.who("030 1234567") == "client Acme")
    #expect(try stage.daemon.end() == 0)
    let daemon = try DaemonProcess(stage.folder)
    #expect(try daemon.ask("status")["configuration_error"]?.contains("book: no such file or folder") == true)
    #expect(try daemon.who("030 1234567") == "client Acme")
    let watcher = try daemon.connect()
    try watcher.ask("watch")
    try Stage.write(card("Beta", "030 1234567"), to: "\(stage.folder.path)/book/a.vcf")
    #expect(try watcher.next().event == "office.configured")
    #expect(try !daemon.ask("status").has("configuration_error"))
    #expect(try daemon.who("030 1234567") == "client Beta")
  }

  /// The journal hears that something is odd, and neither whose card it is nor its file's name.
  @Test func namesStayOutOfTheJournal() throws {
    var options = DaemonProcess.Options()
    options.wrapper = ["sh", "-c", "JOURNAL_STREAM=$(stat -L -c %d:%i /proc/self/fd/2) exec \"$@\"", "sh"]
    let stage = try Stage(
      [
        "book/Zwerg.vcf": card("Zwerg", "030 1234567"), "book/Riese.vcf": card("Riese", "030 1234567"),
        "book/Elf.vcf": "BEGIN:VCARD\nFN:Elf\n",
      ], options)
    let said = stage.daemon.errorText
    #expect(said.contains("vCards: 2 warnings; `hoursctl check` shows them"), "\(said)")
    for word in ["Zwerg", "Riese", "Elf", "1234567"] { #expect(!said.contains(word), "\(word): \(said)") }
    // What was said is not said again with every change.
    try stage.write(card("Fee", "030 8"), to: "book/Fee.vcf")
    try stage.configured()
    #expect(stage.daemon.errorText == said)
  }
}
