// The protocol's page, run as it stands: its conversation with a real daemon, its configuration, its exit statuses.

import Foundation
import Glibc
import Testing

/// contrib/doc/protocol.md.
private func page() throws -> String {
  try String(contentsOf: root.appending(path: "contrib/doc/protocol.md"), encoding: .utf8)
}

/// The first block of the page in this language.
private func block(_ language: String) throws -> String {
  let parts = try page().components(separatedBy: "```\(language)\n")
  return try #require(parts.dropFirst().first?.components(separatedBy: "\n```").first)
}

// MARK: The conversation

/// A request of the page, and the replies that it shows.
private struct Exchange {
  let request: String
  var replies: [String] = []
}

private func exchanges() throws -> [Exchange] {
  var exchanges: [Exchange] = []
  for line in try block("text").split(separator: "\n") {
    let last = exchanges.count - 1
    if line.hasPrefix("> ") {
      exchanges.append(Exchange(request: String(line.dropFirst(2))))
    } else if line.hasPrefix("< ") {
      exchanges[last].replies.append(String(line.dropFirst(2)))
    } else {
      exchanges[last].replies[exchanges[last].replies.count - 1] += line.drop { $0 == " " }
    }
  }
  return exchanges
}

/// A line with its keys in order, and without what is another on another day or machine.
private func comparable(_ line: String) throws -> String {
  func timeless(_ value: Any, key: String = "") -> Any {
    switch value {
    case let object as [String: Any]:
      return Dictionary(uniqueKeysWithValues: object.map { ($0, timeless($1, key: $0)) })
    case let list as [Any]: return list.map { timeless($0) }
    case let text as String:
      // What a follow-up says is long, and has tests of its own.
      if ["zone", "alarm", "body", "message_id"].contains(key) { return key }
      return TreeTests.timeless(
        text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)/, with: "INSTANT"))
    default: return value
    }
  }
  let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
  let bytes = try JSONSerialization.data(
    withJSONObject: timeless(object), options: [.sortedKeys, .prettyPrinted])
  return String(decoding: bytes, as: UTF8.self)
}

@Test func theConversationGoesAsThePageShowsIt() throws {
  let office = try EveningOffice()
  let line = try OfficeLine(to: office.socket)
  let exchanges = try exchanges()
  #expect(exchanges.count >= 10)
  for exchange in exchanges {
    line.send(exchange.request)
    for reply in exchange.replies {
      #expect(try comparable(line.next()) == comparable(reply), "\(exchange.request)")
    }
  }
}

/// The README's office in its evening, with a daemon of its own.
private final class EveningOffice {
  private let home = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
  private let daemon = Process()
  var socket: String { "\(home.path)/hoursd/socket" }

  init() throws {
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let configuration = home.appending(path: "config.toml")
    let zone = eveningZone(at: Date())
    try Readme().configuration.replacingOccurrences(of: "Europe/Berlin", with: zone)
      .write(to: configuration, atomically: true, encoding: .utf8)
    let told = Pipe()
    daemon.executableURL = program("hoursd")
    daemon.arguments = ["--config", configuration.path, "--state", "\(home.path)/state"]
    daemon.environment = ["HOME": home.path, "XDG_RUNTIME_DIR": home.path, "TZ": zone]
    daemon.standardError = told
    try daemon.run()
    // The daemon says so when its socket is there.
    let greeting = String(decoding: told.fileHandleForReading.availableData, as: UTF8.self)
    try #require(greeting.contains("listening on"), "\(greeting)")
  }

  deinit {
    if daemon.isRunning {
      daemon.terminate()
      daemon.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: home)
  }
}

/// A connection to a daemon's socket.
final class OfficeLine {
  private let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
  private var buffer: [UInt8] = []

  init(to path: String) throws {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(result == 0, "\(path): \(String(cString: strerror(errno)))")
  }

  deinit { close(descriptor) }

  func send(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = Glibc.send(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL))
  }

  func next() throws -> String {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        defer { buffer.removeFirst(end + 1) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      try #require(poll(&ready, 1, 30_000) > 0, "nothing comes")
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = recv(descriptor, &bytes, bytes.count, 0)
      try #require(count > 0, "the daemon hung up")
      buffer += bytes.prefix(count)
    }
  }
}

// MARK: The configuration

/// A program that was built beside these tests.
private func program(_ name: String) -> URL { Bundle.main.bundleURL.appending(path: name) }

private func run(_ name: String, _ arguments: [String], _ environment: [String: String] = [:]) throws
  -> (output: String, status: Int32)
{
  let process = Process()
  let pipe = Pipe()
  process.executableURL = program(name)
  process.arguments = arguments
  process.environment = environment
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (String(decoding: output, as: UTF8.self), process.terminationStatus)
}

/// A folder for a configuration, with the calendars that the pages' ones name.
final class SetupFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "setup-\(UUID().uuidString)")
  var file: String { url.appending(path: "config.toml").path }

  init() throws {
    try FileManager.default.createDirectory(
      at: url.appending(path: "holidays"), withIntermediateDirectories: true)
    // The day has to lie ahead, and within the years that are looked at.
    let year = Foundation.Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
    let calendar = """
      BEGIN:VCALENDAR\r
      VERSION:2.0\r
      BEGIN:VEVENT\r
      UID:1\r
      DTSTART;VALUE=DATE:\(year)0501\r
      SUMMARY:a day\r
      END:VEVENT\r
      END:VCALENDAR\r

      """
    for name in ["holidays/DE.ics", "company.ics", "school.ics", "vacation.ics"] {
      try calendar.write(to: url.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// What `check` says, by the holidays of this folder or by those of the tree.
  func check(_ configuration: String, isTrees: Bool = false) throws -> (output: String, status: Int32) {
    try configuration.write(toFile: file, atomically: true, encoding: .utf8)
    return try run("hoursd", ["check", file], isTrees ? [:] : ["HOURSD_DATA": url.path])
  }
}

@Test func theConfigurationOfThePageIsGood() throws {
  let folder = try SetupFolder()
  let (output, status) = try folder.check(block("toml"))
  #expect(output.hasSuffix("\(folder.file): good\n"), "\(output)")
  #expect(status == 0)
}

/// The keys of the page's configuration by their tables; those of no table under nothing.
private func shownKeys() throws -> [String: Set<String>] {
  var keys: [String: Set<String>] = [:]
  var table = ""
  for line in try block("toml").split(separator: "\n") {
    if let header = line.firstMatch(of: /^\[+(\w+)\]+/) {
      table = String(header.1)
      keys["", default: []].insert(table)
    } else if let key = line.firstMatch(of: /^(\w+) *=/) {
      keys[table, default: []].insert(String(key.1))
    }
  }
  return keys
}

/// What `check` says it knows, when it is asked about a key that nobody knows.
@Test(arguments: [
  "", "[holidays]", "[absence]", "[support]", "[critical]", "[mail]", "[[client]]", "[[personal]]",
])
func thePageShowsEveryKeyOfTheConfiguration(_ header: String) throws {
  let (output, status) = try SetupFolder().check("\(header)\nqqqqqqqqqqqqqqqqqqqqqqqq = 1\n")
  #expect(status == 78)
  let known = try #require(output.firstMatch(of: /known: ([\w, ]+)/), "\(output)")
  let names = Set(known.1.split(separator: ", ").map(String.init))
  #expect(try shownKeys()[header.filter(\.isLetter)] == names)
}

// MARK: The command line and the journal

/// The cells of a table's first column.
private func firstColumn(_ header: String) throws -> [String] {
  let lines = try page().split(separator: "\n", omittingEmptySubsequences: false)
  let start = try #require(lines.firstIndex { $0 == header })
  return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map {
    $0.split(separator: "|")[0].trimmingCharacters(in: .whitespaces)
  }
}

@Test func theExitStatusesAreThoseOfTheHelp() throws {
  let help = try run("hoursctl", ["--help"], ["COLUMNS": "1000"]).output
  let sentence = try #require(help.firstRange(of: "Exit status:"))
  let statuses = help[sentence.upperBound...].prefix { $0 != "." }.matches(of: /\d+/).map { String($0.0) }
  #expect(try firstColumn("| exit status | means |") == statuses)
}

@Test func theJournalsFieldsAreThoseThatAreWritten() throws {
  let source = try String(
    contentsOf: root.appending(path: "Sources/hoursd/JournalEntry.swift"), encoding: .utf8)
  let written = Set(source.matches(of: /JournalField\("(\w+)"/).map { String($0.1) })
  let shown = try firstColumn("| field | holds |").flatMap { $0.matches(of: /`(\w+)`/).map { String($0.1) } }
  #expect(Set(shown) == written)
  #expect(shown.count == written.count)
}
