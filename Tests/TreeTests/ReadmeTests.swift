// The README's first evening, run as it stands: every command, every line that it shows.

import Foundation
import Testing

/// A command of the README, and what it says it prints.
struct Step: CustomStringConvertible {
  let command: String
  var output = ""

  var description: String { command }
}

struct Readme {
  let configuration: String
  let holidays: String
  let mail: String
  var steps: [Step] = []

  init() throws {
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    func blocks(_ language: String) -> [Substring] {
      text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
        $0.components(separatedBy: "\n```").first?[...]
      }
    }
    configuration = String(try #require(blocks("toml").first))
    holidays = String(try #require(blocks("toml").first { $0.contains("[holidays]") }))
    mail = String(try #require(blocks("toml").first { $0.contains("[mail]") }))
    for block in blocks("console") {
      for line in block.split(separator: "\n") {
        if line.hasPrefix("$ ") {
          steps.append(Step(command: String(line.dropFirst(2))))
        } else {
          steps[steps.count - 1].output += line + "\n"
        }
      }
    }
  }
}

/// A whole-hour zone in which it is now between eight and nine in the evening.
func eveningZone(at now: Date) -> String {
  let hour = Int(now.timeIntervalSince1970) / 3600 % 24
  var offset = 20 - hour
  if offset > 14 { offset -= 24 }
  // POSIX counts westward.
  return offset == 0 ? "Etc/GMT" : "Etc/GMT\(offset > 0 ? "-" : "+")\(abs(offset))"
}

/// Text without the times of a day that is not the README's, without the widths that follow from them, and without
/// empty lines.
func timeless(_ text: String) -> String {
  text
    .replacing(/(tomorrow, )?(on )?[A-Z][a-z]+day \d+ [A-Z][a-z]+,? at \d+:\d\d/, with: "WHEN")
    .replacing(/((tomorrow|[A-Z][a-z]{2})( \d+ [A-Z][a-z]+)?( \d{4})? )?\d\d:\d\d/, with: "TIME")
    .replacing(/alarm +\w+/, with: "alarm WHOEVER")
    // Its office lies where it is evening, and this machine somewhere else.
    .replacing(/here +it is .*\n/, with: "")
    .replacing(/\ +/, with: " ").replacing(/\ \n/, with: "\n").replacing(/\n+/, with: "\n")
}

/// A program that was just built finds the holidays that come with it.
@Test func theHolidaysAreGood() throws {
  let folder = try SetupFolder()
  let (output, status) = try folder.check(Readme().holidays, isTrees: true)
  #expect(status == 0 && output.hasSuffix("\(folder.file): good\n"), "\(output)")
  let wrong = try folder.check(Readme().holidays.replacing("DE-BY", with: "Bayern"), isTrees: true)
  #expect(wrong.status == 78 && wrong.output.contains("did you mean \"DE-BY\"?"), "\(wrong.output)")
}

@Test func mailIsGood() throws {
  let folder = try SetupFolder()
  let (output, status) = try folder.check(Readme().mail, isTrees: true)
  #expect(status == 0 && output.hasSuffix("\(folder.file): good\n"), "\(output)")
}

@Test func theFirstEveningIsAsTheReadmeShowsIt() throws {
  let readme = try Readme()
  #expect(readme.steps.count >= 10)
  let home = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID().uuidString)")
  let folder = home.appending(path: ".config/hoursd")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: home) }
  let zone = eveningZone(at: Date())
  try readme.configuration.replacingOccurrences(of: "Europe/Berlin", with: zone)
    .write(to: folder.appending(path: "config.toml"), atomically: true, encoding: .utf8)

  let programs = Bundle.main.bundleURL.path
  let environment = [
    "TZ": zone,
    "HOME": home.path, "XDG_RUNTIME_DIR": home.path, "PATH": "\(programs):/usr/bin:/bin", "LANG": "C.UTF-8",
  ]
  func run(_ command: String) throws -> (output: String, status: Int32) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = environment
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }

  let daemon = Process()
  daemon.executableURL = URL(filePath: "\(programs)/hoursd")
  daemon.environment = environment
  let told = Pipe()
  daemon.standardError = told
  try daemon.run()
  defer {
    daemon.terminate()
    daemon.waitUntilExit()
  }
  // The daemon says so when its socket is there.
  let greeting = String(decoding: told.fileHandleForReading.availableData, as: UTF8.self)
  #expect(greeting.contains("listening on"))

  for step in readme.steps {
    let (output, status) = try run(step.command)
    #expect(status == 0, "\(step): \(output)")
    let shown = output.replacingOccurrences(of: home.path, with: "/home/ann")
      .replacingOccurrences(of: zone, with: "Europe/Berlin")
    if !step.output.isEmpty { #expect(timeless(shown) == timeless(step.output), "\(step)") }
  }
}
