// The messages of errors that a user can cause, on one page: contrib/doc/messages.md, each behind what causes it.
//
// The page is run as it stands. What it shows is compared with what is said, and no text for an error stands in the
// four sources below that it does not show. With HOURSD_WRITE_MESSAGES=1 the page is written anew, to be read before it is committed.

import Foundation
import Glibc
import Testing

private let pageFile = root.appending(path: "contrib/doc/messages.md")

/// A cause of the page, and what is said to it.
private struct Cause: CustomStringConvertible {
  enum Kind: String {
    /// A configuration, checked.
    case toml
    /// A calendar of holidays, checked with the configuration that names it.
    case ics
    /// A file of vCards, likewise.
    case vcf
    /// A line on the socket.
    case request
    /// A command in the shell.
    case command
  }

  let kind: Kind
  var text: String
  var said = ""

  var description: String { text }
}

/// The page as it is: prose, with the causes in between.
private enum Piece {
  case prose(String)
  case causes([Cause], language: String)
}

/// Reads the page: blocks of `toml`, `ics` and `vcf` are files, followed by a plain block of what `check` says; in
/// `console` blocks commands follow `$ `, in `text` blocks requests follow `> `.
private func pieces(of page: String) -> [Piece] {
  var pieces: [Piece] = []
  for (index, part) in page.components(separatedBy: "```").enumerated() {
    guard index % 2 == 1 else {
      pieces.append(.prose(part))
      continue
    }
    let lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let language = lines[0]
    let body = lines.dropFirst().dropLast()
    if let kind = Cause.Kind(rawValue: language) {
      pieces.append(.causes([Cause(kind: kind, text: body.joined(separator: "\n"))], language: language))
    } else if language.isEmpty {
      // What was said to the file above; the blank prose in between is made again when the page is written.
      guard case .causes(var causes, let of) = pieces[pieces.count - 2] else { continue }
      causes[0].said = body.joined(separator: "\n")
      pieces.removeLast()
      pieces[pieces.count - 1] = .causes(causes, language: of)
    } else {
      pieces.append(.causes(exchanges(body, language == "console" ? .command : .request), language: language))
    }
  }
  return pieces
}

private func exchanges(_ lines: ArraySlice<String>, _ kind: Cause.Kind) -> [Cause] {
  let prompt = kind == .command ? "$ " : "> "
  var causes: [Cause] = []
  for line in lines {
    if line.hasPrefix(prompt) {
      causes.append(Cause(kind: kind, text: String(line.dropFirst(2))))
    } else if !causes.isEmpty {
      let before = causes[causes.count - 1].said
      causes[causes.count - 1].said = before.isEmpty ? line : before + "\n" + line
    }
  }
  return causes
}

private func text(of pieces: [Piece]) -> String {
  pieces.map { piece in
    switch piece {
    case .prose(let prose): prose
    case .causes(let causes, let language):
      switch causes.first?.kind {
      case .toml, .ics, .vcf: "```\(language)\n\(causes[0].text)\n```\n```\n\(causes[0].said)\n```"
      case .command: block(language, "$ ", causes)
      default: block(language, "> ", causes)
      }
    }
  }.joined()
}

private func block(_ language: String, _ prompt: String, _ causes: [Cause]) -> String {
  let lines = causes.map { cause in prompt + cause.text + (cause.said.isEmpty ? "" : "\n" + cause.said) }
  return "```\(language)\n\(lines.joined(separator: "\n"))\n```"
}

/// Where the causes happen: a home of its own, with a daemon in it.
private final class Stage {
  private let home = FileManager.default.temporaryDirectory.appending(path: "messages-\(UUID().uuidString)")
  private let daemon = Process()
  private let environment: [String: String]

  init() throws {
    let folder = home.appending(path: ".config/hoursd")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try """
    timezone = "Europe/Berlin"
    hours    = "2025 Mar 10-14 09:00-18:00"
    phone_region = "DE"

    [[client]]
    name   = "Acme GmbH"
    id     = "acme"
    phones = ["030 1234567"]

    """.write(to: folder.appending(path: "config.toml"), atomically: true, encoding: .utf8)
    let programs = Bundle.main.bundleURL.path
    environment = [
      "HOME": home.path, "XDG_RUNTIME_DIR": home.path, "PATH": "\(programs):/usr/bin:/bin",
      "LANG": "C.UTF-8", "COLUMNS": "100", "TZ": "Europe/Berlin",
    ]
    let told = Pipe()
    daemon.executableURL = Bundle.main.bundleURL.appending(path: "hoursd")
    daemon.environment = environment
    daemon.standardError = told
    try daemon.run()
    // The daemon says so when its socket is there.
    var greeting = ""
    while !greeting.contains("listening on") {
      let more = told.fileHandleForReading.availableData
      try #require(!more.isEmpty, "\(greeting)")
      greeting += String(decoding: more, as: UTF8.self)
    }
  }

  deinit {
    daemon.terminate()
    daemon.waitUntilExit()
    try? FileManager.default.removeItem(at: home)
  }

  func said(to cause: Cause) throws -> String {
    let said: String
    switch cause.kind {
    case .toml:
      try write(cause.text, "config.toml")
      said = try shell("hoursctl check config.toml")
    case .ics:
      try write(
        "hours = \"Mo-Fr 09:00-18:00; PH off\"\n[holidays]\ncalendars = [\"days.ics\"]\n", "config.toml")
      try write(cause.text, "days.ics")
      said = try shell("hoursctl check config.toml")
    case .vcf:
      try write("[vcards]\npaths = [\"phone.vcf\"]\n", "config.toml")
      try write(cause.text, "phone.vcf")
      said = try shell("hoursctl check config.toml")
    case .command:
      said = try shell(cause.text)
    case .request:
      let line = try OfficeLine(to: "\(home.path)/hoursd/socket")
      line.send(cause.text)
      said = try line.next()
    }
    // What a good file means is no error, and another on another day.
    return said.replacing(home.path, with: "/home/ann")
      .replacing(root.appending(path: "contrib").path, with: "/usr/local/share/hoursd")
      .replacing(/(?s)(^|\n)hours  .*?\n\n/, with: "\n")
      .replacing(/\n+$/, with: "")
  }

  private func write(_ text: String, _ name: String) throws {
    try FileManager.default.createDirectory(
      at: home.appending(path: "work"), withIntermediateDirectories: true)
    try (text + "\n").write(to: home.appending(path: "work/\(name)"), atomically: true, encoding: .utf8)
  }

  private func shell(_ command: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    try FileManager.default.createDirectory(
      at: home.appending(path: "work"), withIntermediateDirectories: true)
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = home.appending(path: "work")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

/// Without what is another on another day, or on a machine in another zone.
private func dateless(_ text: String) -> String {
  text.replacing(
    /\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d)?)?|\d{8}|until [^(]+(?= \(override)/, with: "WHEN"
  )
  .replacing(/\S+ is used/, with: "ZONE is used")
  .replacing(/process \d+/, with: "process N")
}

@Test func everyMessageIsAsThePageShowsIt() throws {
  let stage = try Stage()
  var pieces = try pieces(of: String(contentsOf: pageFile, encoding: .utf8))
  for index in pieces.indices {
    guard case .causes(var causes, let language) = pieces[index] else { continue }
    for place in causes.indices {
      let said = try stage.said(to: causes[place])
      guard dateless(said) != dateless(causes[place].said) else { continue }
      #expect(Bool(false), "\(causes[place]): \(said), not \(causes[place].said)")
      causes[place].said = said
    }
    pieces[index] = .causes(causes, language: language)
  }
  if ProcessInfo.processInfo.environment["HOURSD_WRITE_MESSAGES"] != nil {
    try text(of: pieces).write(to: pageFile, atomically: true, encoding: .utf8)
  }
}

// MARK: None is missing

/// The files in which errors are worded.
private let wordings = [
  "HoursWire/Wording.swift", "HoursSetup/Problem.swift", "HoursSetup/CardProblem.swift",
  "OpeningHours/ExpressionError.swift",
  "hoursctl/Exit.swift", "hoursd/Export/ExportFailure.swift",
]

/// The folders in which command lines and answers are refused, each in the place where it is found out.
private let commands = ["hoursctl", "hoursd/Setup", "hoursd/Eval"]

/// What no user's mistake brings about, and where it is tested.
private let unseen: Set<String> = [
  // A hundred thousand issues, four thousand intervals: Tests/HoursCoreTests.
  " issues are pending; resolve or drop some first", "that is more than ",
  " intervals; ask for fewer days at a time",
  // A daemon that dies, or is none of ours: Tests/HoursctlTests/EndTests.swift.
  "the daemon's reply is not understood; --json shows it as it is", "the daemon ended the watch",
  "; `watch --since ", "` goes on where it ended", "the daemon does not say what time it is",
  "the daemon does not say when that is", "the request could not be sent: ",
  "the connection broke in the middle of a line", "the connection broke before the daemon answered",
  "; whether it was done is not known (with --key it is safe to repeat)",
  // Nobody's home: Tests/HoursWireTests/SocketPathTests.swift.
  ", or say --socket",
  // Each answer was good, and all of them together are not: no known answers are so.
  "nothing was written",
  // Long lines, many numbers, long names: Tests/HoursSetupTests/HostileCardTests.swift.
  " KiB; shorten it, or take it out", " numbers; take some out", "its name is longer than ",
  // On a terminal: Tests/HoursctlTests/ResolvingTests.swift.
  "standard input: ", " failed, and nothing is changed; $VISUAL names the editor",
  " is not UTF-8; save it in this encoding",
  // A daemon that dies while it is waited for: Tests/DaemonTests/DeliveryTests.swift.
  "the daemon has hung up; another is looked for",
  // A damaged log, a daemon that is away, another's, old or gone, a terminal: Tests/DaemonTests/Export.
  "the log is damaged: `", " is not UTF-8; export a copy from before", " knows no `snapshot`; start it anew",
  " is older than this program and knows no `snapshot`; start it anew", " has another log, ",
  "the daemon at ", "; say with --socket which daemon has ", "no answer in ",
  "while it was read the log's file was written anew (somebody was forgotten, or the daemon has ended or started), ",
  "and what is written so far is no export; run it again",
  "name a FILE, or send it on: hoursctl export | less; it is long, and made for programs",
  "name the FILE that `hoursctl export` has written", "it is longer than any line of an export",
  "the log is being exported already; try again when that is done",
  // Ten thousand messages: the same.
  " messages are unsent; send or waive some first",
]

/// The texts of errors in a source that does more than to word them.
private func errors(in source: String) -> String {
  let thrown = /(?:ValidationError|Refused|InitFailure|EvalFailure|EvaluationError|\.usage|\.broken)\(/
  return source.matches(of: thrown).map { match in
    var depth = 1
    let rest = source[match.range.upperBound...]
    return String(
      rest.prefix { character in
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        return depth > 0
      })
  }.joined(separator: "\n")
}

/// The parts of a file's texts that are always the same, between what is filled in.
private func fixedParts(of source: String) -> [String] {
  var parts: [String] = []
  for literal in source.matches(of: /"((?:[^"\\\n]|\\[^(]|\\\((?:[^()]|\([^()]*\))*\))*)"/) {
    let text = String(literal.1).replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "\u{0}")
      .replacing("\\\"", with: "\"").replacing("\\n", with: "\n")
    parts += text.split(separator: "\u{0}").map(String.init)
  }
  return parts.filter { $0.count >= 12 && $0.contains(" ") }
}

@Test(arguments: wordings)
func noMessageIsMissingOnThePage(_ file: String) throws {
  let parts = try fixedParts(of: source(file))
  #expect(!parts.isEmpty)
  try expectShown(parts, of: file)
}

@Test(arguments: commands)
func noRefusalIsMissingOnThePage(_ folder: String) throws {
  let files = try #require(
    FileManager.default.enumerator(atPath: root.appending(path: "Sources/\(folder)").path))
  var count = 0
  for case let file as String in files where file.hasSuffix(".swift") {
    let parts = try fixedParts(of: errors(in: source("\(folder)/\(file)")))
    count += parts.count
    try expectShown(parts, of: file)
  }
  #expect(count > 0)
}

private func source(_ file: String) throws -> String {
  try String(contentsOf: root.appending(path: "Sources/\(file)"), encoding: .utf8)
    .replacing(/\/\/.*/, with: "")
}

private func expectShown(_ parts: [String], of file: String) throws {
  let page = try String(contentsOf: pageFile, encoding: .utf8).replacing("\\\"", with: "\"")
    .replacing(/\s+/, with: " ")
  for part in parts where !unseen.contains(part) {
    let isShown = page.contains(part.replacing(/\s+/, with: " "))
    #expect(isShown, "\(file): nothing on the page causes \"\(part)\"")
  }
}
