// What is no export is refused with the line that is wrong, and the log stays empty; only an empty one is filled.

import Foundation
import Glibc
import Testing

/// What is done to the lines of a good export, and what is said of it.
struct Breakage: CustomTestStringConvertible, Sendable {
  let name: String
  let says: String
  let change: @Sendable ([String]) -> [String]

  init(_ name: String, _ says: String, _ change: @escaping @Sendable ([String]) -> [String]) {
    (self.name, self.says, self.change) = (name, says, change)
  }

  /// One text for another, in the first line that has it.
  init(_ old: String, _ new: String, says: String) {
    self.init("\(old) -> \(new)", says) { lines in
      var lines = lines
      let index = lines.firstIndex { $0.contains(old) }!
      lines[index] = lines[index].replacing(old, with: new, maxReplacements: 1)
      return lines
    }
  }

  var testDescription: String { name }
}

/// The second line is the office's closing, the third a call.
private let breakages = [
  Breakage("no line", "is empty") { _ in [] },
  Breakage("only the head", "line 1: the file ends here") { Array($0.prefix(1)) },
  Breakage("without the end", "without its last line") { $0.dropLast() },
  Breakage("without the head", "line 1: this is no export of hoursd") { Array($0.dropFirst()) },
  Breakage("another file", "line 1: this is no export of hoursd") { _ in ["hello", "world"] },
  Breakage("more behind it", "something stands behind the end") { $0 + ["{}"] },
  Breakage("two of them", "something stands behind the end") { $0 + $0 },
  Breakage("an empty line", "line 2: it is no row of a log") { [$0[0], ""] + $0.dropFirst() },
  Breakage(#""format":1"#, #""format":2"#, says: "line 1: it has format 2, and this program knows 1"),
  Breakage(#""schema":2"#, #""schema":9"#, says: "line 1: it has a log of version 9"),
  Breakage(#""seq":1,"#, #""seq":"1","#, says: "line 2: `seq` is no whole number"),
  Breakage(#""seq":1,"#, #""seq":1.5,"#, says: "line 2: `seq` is no whole number"),
  Breakage(#""seq":1,"#, #""seq":99999999999999999999,"#, says: "line 2: `seq` is no whole number"),
  Breakage(#""seq":1,"#, #""seq":0,"#, says: "line 2: event 1 is missing before event 0"),
  Breakage(#""seq":2,"#, #""seq":3,"#, says: "line 3: event 2 is missing before event 3"),
  Breakage(#""seq":1,"at""#, #""at""#, says: "line 2: `seq` is expected at byte 17"),
  Breakage(#""name":"office.closed""#, #""name":7"#, says: "line 2: `name` is no text"),
  Breakage(
    #""name":"office.closed""#, #""nome":"office.closed""#, says: "line 2: `name` is expected at byte"),
  Breakage(
    #""name":"office.closed""#, #""name":"office.opened""#,
    says: "line 2: what is kept of this event cannot be read"),
  Breakage(
    #""event":"office.closed""#, #""event":"office.exploded""#,
    says: "line 2: what is kept of this event cannot be read"),
  Breakage(#""body":{"#, #""body":{{"#, says: "line 2: `body` is no JSON"),
  Breakage(#""body":{"#, #""body":null,"x":{"#, says: "line 2: the row is over at byte"),
  Breakage(#"{"table":"event""#, #"{"table":"evenings""#, says: "line 2: there is no table `evenings`"),
  Breakage(#"{"table":"event""#, #"{"Table":"event""#, says: "line 2: it is no row of a log"),
  Breakage(#"{"table":"event""#, "\u{0}\u{1}\u{2}", says: "line 2: it is no row of a log"),
  Breakage(
    #""severity":"normal""#, #""severity":"grave""#, says: "line 3: what is kept of this event cannot be read"
  ),
  Breakage(
    #""state":"pending","kind""#, #""state":"lost","kind""#, says: "the log does not take this row: CHECK"),
  Breakage(#""acked":"#, #""acked":-"#, says: "the log does not take this row: CHECK"),
  Breakage("Seite", "Saite", says: "lines are missing or changed"),
  Breakage(#""rows":"#, #""rows":1"#, says: "rows stand before it, not 1"),
  Breakage(#""sha256":""#, #""sha256":"0"#, says: "its `sha256` is not that of the lines before it"),
]

@Suite(.enabled(if: isInstalled("sqlite3"), "sqlite3 is needed"))
struct ImportTests {
  /// A good export, and what its log holds.
  private func good(_ folder: Folder, _ story: ExportStory = .evening) throws -> (
    file: String, lines: [String]
  ) {
    let daemon = try story.live(in: folder)
    if story == .evening { try daemon.ask(#"ack {"seq":4,"as":"hooks"}"#) }
    #expect(try daemon.end() == 0)
    let file = "\(folder.path)/good"
    #expect(try folder.hoursctl("export", "--state", folder.state, file).status == 0)
    return (file, try folder.lines(of: file))
  }

  /// Imports what is wrong.
  private func refused(_ lines: [String], in folder: Folder) throws -> String {
    let file = "\(folder.path)/broken"
    try folder.write(lines.map { $0 + "\n" }.joined(), to: file)
    let ran = try folder.hoursctl("import", "--state", "\(folder.path)/copy", file)
    #expect(ran.status == 65, "\(ran)")
    #expect(ran.output.isEmpty)
    return ran.errors
  }

  /// Nothing is left of all that was refused: a good one is taken there.
  private func isEmptyStill(_ good: String, in folder: Folder) throws {
    let ran = try folder.hoursctl("import", "--state", "\(folder.path)/copy", good)
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(
      try folder.everything(in: folder.log) == folder.everything(in: "\(folder.path)/copy/events.sqlite"))
  }

  @Test func whatIsWrongIsNamed() throws {
    let folder = try Folder()
    let (file, lines) = try good(folder)
    for breakage in breakages {
      let said = try refused(breakage.change(lines), in: folder)
      #expect(said.contains(breakage.says), "\(breakage.name): \(said)")
    }
    try isEmptyStill(file, in: folder)
  }

  /// Each line cut off (and all behind it), missing, doubled, or changed with the next.
  @Test func eachLineCounts() throws {
    let folder = try Folder()
    let (file, lines) = try good(folder)
    for index in lines.indices {
      let number = index + 1
      for length in [lines[index].count / 2, lines[index].count - 1] {
        let said = try refused(lines[..<index] + [String(lines[index].prefix(length))], in: folder)
        #expect(said.contains("line \(number):"), "cut in \(number): \(said)")
      }
      let missing = try refused(Array(lines[..<index] + lines[number...]), in: folder)
      #expect(missing.contains("line "), "\(number): \(missing)")
      let doubled = try refused(Array(lines[...index] + lines[index...]), in: folder)
      #expect(doubled.contains("line \(number + 1):"), "\(number) doubled: \(doubled)")
      guard number < lines.count else { continue }
      let swapped = try refused(
        lines[..<index] + [lines[number], lines[index]] + lines[(number + 1)...], in: folder)
      #expect(
        swapped.contains("line \(number):") || swapped.contains("line \(number + 1):"),
        "\(number): \(swapped)")
    }
    try isEmptyStill(file, in: folder)
  }

  @Test func filesOfOtherKinds() throws {
    let folder = try Folder()
    let (file, _) = try good(folder)
    #expect(try folder.shell("gzip -k \(file)").status == 0)
    let noise = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) })
    try noise.write(to: URL(filePath: "\(folder.path)/noise"))
    var bytes = try folder.bytes(of: file)
    bytes[bytes.count / 2] = 0xff
    try bytes.write(to: URL(filePath: "\(folder.path)/latin"))
    for (name, says) in [
      ("good.gz", "is compressed; unpack it on the way: zcat"),
      ("state/events.sqlite", "is a log, not an export"),
      ("noise", "line 1: this is no export"), ("latin", "it is not UTF-8: the file is damaged"),
    ] {
      let ran = try folder.hoursctl("import", "--state", "\(folder.path)/copy", "\(folder.path)/\(name)")
      #expect(ran.status == 65 && ran.errors.contains(says), "\(name): \(ran.errors)")
    }
    for name in ["none", "state"] {
      let ran = try folder.hoursctl("import", "--state", "\(folder.path)/copy", "\(folder.path)/\(name)")
      #expect(ran.status == 74, "\(name): \(ran)")
    }
    try isEmptyStill(file, in: folder)
  }

  /// Neither under a daemon nor over what is there.
  @Test func onlyAnEmptyLogThatNobodyHas() throws {
    let folder = try Folder()
    let (file, _) = try good(folder)
    let before = try folder.everything(in: folder.log)
    let full = try folder.hoursctl("import", "--state", folder.state, file)
    #expect(
      full.status == 65 && full.errors.contains("mv \(folder.state) \(folder.state).old"), "\(full.errors)")
    #expect(try folder.everything(in: folder.log) == before)
    let old = "DROP TABLE message; DROP INDEX call_by_time; PRAGMA user_version = 1;"
    #expect(try folder.shell("sqlite3 \(folder.log) '\(old)'").status == 0)
    let bytes = try folder.bytes(of: folder.log)
    #expect(try folder.hoursctl("import", "--state", folder.state, file).status == 65)
    #expect(try folder.bytes(of: folder.log) == bytes)
    let daemon = try DaemonProcess(folder)
    let ran = try folder.hoursctl("import", "--state", folder.state, file)
    #expect(ran.status == 65 && ran.errors.contains("(process \(daemon.pid))"), "\(ran.errors)")
    #expect(ran.errors.contains("systemctl --user stop hoursd.socket hoursd"))
    #expect(try daemon.ask("status").code == nil)
    #expect(try daemon.end() == 0)
  }

  /// Killed on the way, wherever: the log is empty, and the next one takes all.
  @Test func killedOnTheWay() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: closedNow)
    let text = String(repeating: "x", count: 10_000)
    for number in 0..<200 { try daemon.ask("add {\"about\":\"\(number) \(text)\",\"due\":\"+5h\"}") }
    #expect(try daemon.end() == 0)
    let file = "\(folder.path)/good"
    #expect(try folder.hoursctl("export", "--state", folder.state, file).status == 0)
    let bytes = try folder.bytes(of: file)
    for part in [1, 3, 5, 8] {
      var ends: [CInt] = [0, 0]
      try #require(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
      let child = try Child(
        [Folder.hoursctl, "import", "--state", "\(folder.path)/copy"], in: folder, input: ends[0])
      close(ends[0])
      // All of it but what a socket holds has been read when this returns.
      let count = bytes.count / 9 * part
      #expect(bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, count) } == count)
      child.kill(SIGKILL)
      #expect(try child.ended().status == 128 + Int(SIGKILL))
      close(ends[1])
    }
    try isEmptyStill(file, in: folder)
  }

  /// The owner hears of what will be sent, and of what is missing.
  @Test func whatIsSaidAfterwards() throws {
    let folder = try Folder()
    let (file, _) = try good(folder, .mail)
    let ran = try folder.hoursctl("import", "--state", "\(folder.path)/copy", file)
    #expect(ran.output.count == 3, "\(ran.output)")
    #expect(ran.output[0].hasPrefix("\(folder.path)/copy/events.sqlite: "))
    #expect(ran.output[1].hasPrefix("3 messages will be sent once hoursd-mail runs"))
    #expect(
      ran.output[2].contains(
        "bring your configuration: \(folder.path)/.config/hoursd/config.toml is not there"))
  }
}
