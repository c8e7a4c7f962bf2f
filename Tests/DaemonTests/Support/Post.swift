// What mail needs: an office with a client, a mail server that plays a part, a real mailer, and a deliverer.

import Foundation
import Glibc
import Testing

/// A program of the test's own, whose output is read line by line.
final class Child {
  let pid: pid_t
  private let lines: Lines
  private let errors: String
  private var status: CInt?

  init(_ command: [String], in folder: Folder, environment: [String: String] = [:], input: CInt? = nil) throws
  {
    errors = "\(folder.path)/errors-\(UInt32.random(in: 0 ... .max))"
    var ends: [CInt] = [0, 0]
    try #require(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
    lines = Lines(ends[0])
    defer { close(ends[1]) }
    let known = [
      "HOME": folder.path, "HOURSD_SOCKET": folder.socket, "XDG_RUNTIME_DIR": "\(folder.path)/run",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin", "LANG": "C.UTF-8",
    ]
    pid = try spawn(
      command, environment: known.merging(environment) { $1 }, input: input, output: ends[1], errors: errors)
  }

  deinit {
    kill(SIGKILL)
    _ = wait()
  }

  var errorText: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

  func kill(_ signal: CInt) { if status == nil { Glibc.kill(pid, signal) } }

  /// The next line of its output; none when it has ended.
  func nextLine() throws -> String? { try lines.next() }

  /// Reads to its end, and gives the exit status, or 128 and the signal that killed it.
  @discardableResult
  func ended() throws -> (status: Int, output: [String]) {
    var output: [String] = []
    while let line = try lines.next() { output.append(line) }
    let status = wait()
    return (Int(status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f), output)
  }

  private func wait() -> CInt {
    if let status { return status }
    var found: CInt = 0
    while waitpid(pid, &found, 0) < 0 && errno == EINTR {}
    status = found
    return found
  }
}

/// Lines that come from a descriptor, each within the usual patience.
final class Lines {
  private let descriptor: CInt
  private var bytes: [UInt8] = []

  init(_ descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func next() throws -> String? {
    while true {
      if let end = bytes.firstIndex(of: 0x0A) {
        defer { bytes.removeFirst(end + 1) }
        return String(decoding: bytes[..<end], as: UTF8.self)
      }
      try #require(isReadable(descriptor, within: DaemonProcess.patience), "no line came")
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }
}

/// The mail server of Support/sink.py.
final class Sink {
  let port: Int
  private let process: Child
  private let input: CInt
  private var heard: [Reply] = []

  init(_ mode: String, port: Int = 0, in folder: Folder) throws {
    var ends: [CInt] = [0, 0]
    try #require(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
    input = ends[0]
    defer { close(ends[1]) }
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sink.py").path
    process = try Child(["python3", script, mode, "\(port)"], in: folder, input: ends[1])
    self.port = try #require(
      try process.nextLine().flatMap { try Reply($0).number("port") }, "\(process.errorText)")
  }

  /// Waits for a message.
  func awaitMessage() throws {
    while true {
      heard.append(try Reply(try #require(try process.nextLine(), "the sink ended")))
      if heard.last?.has("message") == true { return }
    }
  }

  /// Everything that it took, when it has ended.
  func messages() throws -> [Reply] {
    shutdown(input, CInt(SHUT_RDWR))
    close(input)
    heard += try process.ended().output.map(Reply.init)
    for event in heard { #expect(!event.has("wrong"), "\(event)") }
    return heard.filter { $0.has("message") }
  }
}

/// An office that owes a follow-up to a client, and the programs that bring it there.
final class Post {
  let folder: Folder
  var daemon: DaemonProcess
  let mailer: HeldMailer

  /// - Parameter mailer: The lines of a shell script that is the mail command; msmtp reads the message in `$0.message`.
  init(port: Int, script: String, command: String = "mailer") throws {
    folder = try Folder()
    let office = """
      \(closedNow)
      [mail]
      from = "Анна <anna@example.org>"
      command = ["\(folder.path)/\(command)"]
      [[client]]
      name = "Müller & Söhne"
      id = "acme"
      email = "it@acme.example"
      """
    let msmtp =
      "msmtp --file=/dev/null --host=127.0.0.1 --port=\(port) --auth=off --tls=off --read-envelope-from -t"
    mailer = try HeldMailer(
      "#!/bin/sh\ncat >$0.message\necho $$ >$0.pid\nsend() { \(msmtp) <$0.message; }\n\(script)\n",
      at: "\(folder.path)/mailer")
    daemon = try DaemonProcess(folder, configuration: office)
  }

  /// Something is solved, and the follow-up approved.
  func resolve() throws {
    try daemon.ask(#"add {"about":"the site is down","client":"acme","due":"+2h"}"#)
    let reply = try daemon.ask(#"resolve {"id":1,"solution":"restored it: ночью","send":true}"#)
    #expect(reply["state"] == "solved", "\(reply)")
  }

  func deliverer(_ arguments: String...) throws -> Child {
    try Child([Self.hoursctl, "mail", "deliver"] + arguments, in: folder)
  }

  static let hoursctl = URL(filePath: DaemonProcess.binary).deletingLastPathComponent().appending(
    path: "hoursctl"
  ).path

  func restart() throws { daemon = try DaemonProcess(folder) }

  /// Waits until an event of this name has come, be it long ago.
  func awaitEvent(_ name: String) throws {
    let line = try daemon.connect()
    try line.ask(#"watch {"since":0}"#)
    while try line.next().event != name {}
  }

  var state: String { get throws { try daemon.ask(#"message {"id":1}"#)["state"] ?? "-" } }
}

/// A mailer that says when it has come to a place, and goes on when it may: `hold` in its script.
final class HeldMailer {
  private let path: String
  private let places: Lines
  private let permits: CInt

  init(_ script: String, at path: String) throws {
    self.path = path
    for fifo in ["\(path).at", "\(path).go"] { try #require(mkfifo(fifo, 0o600) == 0) }
    // Both ways, so that neither side waits for the other to open it.
    places = Lines(open("\(path).at", O_RDWR | O_CLOEXEC))
    permits = open("\(path).go", O_RDWR | O_CLOEXEC)
    let hold = "hold() { echo $1 >$0.at; read go <$0.go; }"
    let text = script.replacing("#!/bin/sh\n", with: "#!/bin/sh\n\(hold)\n", maxReplacements: 1)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    chmod(path, 0o755)
  }

  deinit { close(permits) }

  /// Waits until it holds there.
  func awaits(_ place: String) throws { #expect(try places.next() == place) }

  func goOn() { write(permits, "\n", 1) }

  /// Kills it with all that it has started.
  func kill() throws {
    let pid = try String(contentsOfFile: "\(path).pid", encoding: .utf8).trimmingCharacters(
      in: .whitespacesAndNewlines)
    Glibc.kill(-(try #require(pid_t(pid))), SIGKILL)
  }
}
