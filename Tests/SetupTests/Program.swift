// `hoursctl check` and `hoursctl init` as their users meet them: in a pipe and on a terminal, in a home of their own.

import Foundation
import Glibc
import Testing

/// What a run left behind.
struct Run {
  var output = ""
  var errors = ""
  var status: Int32 = -1
}

/// A home that is gone with the test; programs that run in it know nothing else.
final class Home {
  let path: String

  init() throws {
    var template = Array("/tmp/setup-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where the daemon looks for its configuration.
  var configuration: String { "\(path)/.config/hoursd/config.toml" }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// All that lies in it, below `.config`.
  var configured: [String] {
    (FileManager.default.enumerator(atPath: "\(path)/.config")?.compactMap { $0 as? String } ?? []).sorted()
  }

  /// The program that was built beside these tests.
  static let hoursctl: String = {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return (bundle as NSString).deletingLastPathComponent + "/hoursctl"
  }()

  /// Runs `hoursctl` in it, with this on its standard input; `$HOME` in what is printed is this home.
  func hoursctl(
    _ arguments: [String], input: String = "", _ environment: [String: String] = [:]
  ) throws -> Run {
    try run(Self.hoursctl, arguments, input: Data(input.utf8), environment)
  }

  /// Runs `hoursctl` on a terminal of 80 columns. Each of the `answers` is typed when the program waits behind `] `;
  /// `^C` and `^D` are the keys.
  func terminal(
    _ arguments: [String], answers: [String] = [], _ environment: [String: String] = [:]
  ) throws -> Run {
    try run(
      "/usr/bin/env", ["python3", "-c", Self.typist, Self.hoursctl] + arguments,
      input: Data(answers.map { $0 + "\n" }.joined().utf8), ["TERM": "xterm"].merging(environment) { $1 })
  }

  private func run(
    _ program: String, _ arguments: [String], input: Data, _ environment: [String: String]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: path)
    process.environment = [
      "HOME": path, "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": "\(path)/run",
      "PATH": "/usr/local/bin:/usr/bin:/bin",
    ].merging(environment) { $1 }
    // Files, so that neither side has to wait for the other.
    try write("streams/input", input)
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: "\(path)/streams/input"))
    for name in ["output", "errors"] { try write("streams/\(name)", "") }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "\(path)/streams/output"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: "\(path)/streams/errors"))
    try process.run()
    process.waitUntilExit()
    let texts = try ["output", "errors"].map { try read("streams/\($0)").replacing(path, with: "$HOME") }
    return Run(output: texts[0], errors: texts[1], status: process.terminationStatus)
  }

  /// A program with a terminal of its own, and somebody who types. Its exit status is that of the program, as a
  /// shell says it.
  private static let typist = #"""
    import fcntl, os, pty, signal, struct, sys, termios
    answers = sys.stdin.buffer.read().split(b"\n")[:-1]
    child, terminal = pty.fork()
    if child == 0:
        # Whoever started the tests may have switched it off.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execv(sys.argv[1], sys.argv[1:])
    seen = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece
        if seen.endswith(b"] ") and answers:
            answer = answers.pop(0)
            os.write(terminal, {b"^C": b"\x03", b"^D": b"\x04"}.get(answer, answer + b"\n"))
    sys.stdout.buffer.write(seen.replace(b"\r\n", b"\n"))
    sys.stdout.flush()
    status = os.waitpid(child, 0)[1]
    os._exit(128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))
    """#
}

/// A file of the owner's, or answers, and what is to be seen then.
struct Case: CustomTestStringConvertible, Sendable {
  let given: String
  let screen: String

  var testDescription: String { given.split(separator: "\n").joined(separator: " | ") }

  /// Cases are parted by a line of `====`, the two parts of each by a line of `----`.
  static func table(_ text: String) -> [Case] {
    text.components(separatedBy: "\n====\n").map { block in
      let parts = block.components(separatedBy: "\n----\n")
      return Case(given: parts[0] + "\n", screen: parts.dropFirst().joined() + "\n")
    }
  }
}
