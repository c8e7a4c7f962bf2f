// `hoursctl eval` as its users meet it: a process with its input, its output and its end.

import Foundation
import Glibc

/// What a run left behind.
struct Run {
  var output = ""
  var errors = ""
  var status: Int32 = -1

  var lines: [Substring] { output.split(separator: "\n") }
}

/// The program that was built beside these tests.
let program: String = {
  let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  return (bundle as NSString).deletingLastPathComponent + "/hoursctl"
}()

/// A folder that is gone with the test.
final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/eval-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and gives its path.
  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }
}

/// A process of `hoursctl eval`, not yet started, in an environment of its own.
func eval(_ arguments: [String], home: String, _ environment: [String: String] = [:]) -> Process {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = ["eval"] + arguments
  process.environment = ["HOME": home, "TZ": "UTC", "LANG": "C.UTF-8"].merging(environment) { $1 }
  return process
}

/// Runs `hoursctl eval` to its end.
func evaluated(
  _ arguments: [String], input: Data = Data(), home: Folder? = nil, _ environment: [String: String] = [:]
) throws -> Run {
  let folder = try home ?? Folder()
  let process = eval(arguments, home: folder.path, environment)
  // Files, so that neither side has to wait for the other.
  process.standardInput = try FileHandle(
    forReadingFrom: URL(filePath: try folder.write("input", input)))
  var outputs: [String] = []
  for name in ["output", "errors"] {
    outputs.append(try folder.write(name, ""))
  }
  let output = try FileHandle(forWritingTo: URL(filePath: outputs[0]))
  let errors = try FileHandle(forWritingTo: URL(filePath: outputs[1]))
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  process.waitUntilExit()
  return Run(
    output: try String(contentsOfFile: outputs[0], encoding: .utf8),
    errors: try String(contentsOfFile: outputs[1], encoding: .utf8), status: process.terminationStatus)
}

/// The words of a command line, as a shell parts them; single quotes keep blanks.
func words(_ line: String) -> [String] {
  line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
    // Every other part was between quotes.
    index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
  }
}
