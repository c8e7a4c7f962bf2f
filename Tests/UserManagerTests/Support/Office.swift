// hoursd as its user has it: installed by `make install`, enabled in the user's service manager.

import Foundation
import Glibc
import Testing

private let environment = ProcessInfo.processInfo.environment

/// The top of the source tree.
let sources = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
  .replacingOccurrences(of: "//", with: "/")

/// Where the programs under test are: `HOURSD_BIN`, or the newest build.
let programs: String = {
  if let chosen = environment["HOURSD_BIN"] { return chosen }
  let builds = ["release", "debug"].map { "\(sources)/.build/\($0)" }
  func age(_ folder: String) -> Date {
    let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/hoursd")
    return facts?[.modificationDate] as? Date ?? .distantPast
  }
  return builds.max { age($0) < age($1) } ?? builds[0]
}()

/// An hour of the day in UTC, as the hours' grammar writes it.
private func clock(_ minutes: Int) -> String {
  String(format: "%02d:%02d", minutes % 1440 / 60, minutes % 60)
}

/// Working hours, chosen by the present instant.
struct Hours {
  let text: String
  /// Seconds since 1970.
  let opening: Int

  var configuration: String { "timezone = \"UTC\"\nhours = \"\(text)\"\n" }

  /// Closed now; opens at the next full minute that leaves time to prepare.
  static var openingSoon: Hours {
    let now = time(nil)
    let opening = (now + 12) / 60 * 60 + 60
    let minute = opening / 60
    return Hours(text: "Mo-Su \(clock(minute))-\(clock(minute + 1437))", opening: opening)
  }

  /// Closed now, and for two hours.
  static var closed: Hours {
    let minute = time(nil) / 60 + 120
    return Hours(text: "Mo-Su \(clock(minute))-\(clock(minute + 60))", opening: minute * 60)
  }
}

/// The installed daemon, started with nothing recorded.
struct Office {
  /// The manager looks for units in the `share` of this prefix.
  static let prefix = "\(home)/.local"
  static let home = "\(runtime)/home"
  static let runtime = environment["XDG_RUNTIME_DIR"] ?? ""
  private static let configuration = environment["XDG_CONFIG_HOME"] ?? ""
  static let hooks = "\(configuration)/hoursd/hooks.d"
  private static let dropIns = "\(runtime)/systemd/user/hoursd.service.d"
  static let ownDropIns = "\(configuration)/systemd/user/hoursd.service.d"
  private static let install = Result {
    try run("make", "-C", sources, "install", "PREFIX=\(prefix)", "BIN=\(programs)")
  }

  let socket = "\(runtime)/hoursd/socket"
  let journal: Journal

  init(_ hours: Hours = .closed, also: String = "", dropIn: String? = nil) throws {
    try self.init(hours.configuration + also, dropIn: dropIn)
  }

  init(_ configuration: String, dropIn: String? = nil) throws {
    try Office.end()
    _ = try Office.install.get()
    journal = try Journal()
    try write(configuration)
    if let dropIn {
      try FileManager.default.createDirectory(atPath: Office.dropIns, withIntermediateDirectories: true)
      try dropIn.write(toFile: "\(Office.dropIns)/test.conf", atomically: false, encoding: .utf8)
    }
    try systemctl("daemon-reload")
    try systemctl("enable", "--now", "hoursd.socket", "hoursd.service")
  }

  /// Stops what ran, and removes all that it left.
  static func end() throws {
    for unit in [
      "hoursd-hooks.service", "hoursd-mail.service", "hoursd.service", "hoursd.socket", "hoursd-wake-1.timer",
      "hoursd-wake-2.timer",
    ] {
      let stopped = try outcome(of: ["systemctl", "--user", "stop", unit])
      #expect(stopped.status != 124, "\(unit) does not stop")
      _ = try outcome(of: ["systemctl", "--user", "reset-failed", unit])
    }
    let state = environment["XDG_STATE_HOME"] ?? ""
    _ = try outcome(of: ["systemctl", "--user", "disable", "hoursd-mail.service", "hoursd-hooks.service"])
    // Stopping its unit leaves the socket's file.
    for path in ["\(runtime)/hoursd", "\(state)/hoursd", "\(configuration)/hoursd", dropIns, ownDropIns] {
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
    }
  }

  /// Switches the confinement on that takes user namespaces, as the README says; from the next start.
  func confine() throws {
    let readme = try String(contentsOfFile: "\(sources)/README.md", encoding: .utf8)
    let command = try #require(readme.firstMatch(of: #/\ninstall -D .*confine\.conf\n/#)).0
      .replacingOccurrences(of: "/usr/local", with: Office.prefix)
    let ended = try outcome(
      of: ["sh", "-ec", command],
      environment: ["HOME": Office.home])
    try #require(ended.status == 0, "\(ended.text)")
    try systemctl("daemon-reload")
  }

  /// Writes the owner's configuration; nobody reads it before a reload.
  func write(_ text: String) throws {
    let folder = "\(Office.configuration)/hoursd"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: "\(folder)/config.toml", atomically: true, encoding: .utf8)
  }

  func line(location: SourceLocation = #_sourceLocation) throws -> Line {
    try Line(socket, location: location)
  }

  /// What the command line answers.
  @discardableResult
  func hoursctl(_ words: String..., location: SourceLocation = #_sourceLocation) throws -> String {
    let ended = try outcome(of: ["\(Office.prefix)/bin/hoursctl"] + words)
    try #require(ended.status == 0, "hoursctl \(words): \(ended.text)", sourceLocation: location)
    return ended.text
  }

  /// A property of a unit, as systemd shows it.
  func property(_ name: String, of unit: String = "hoursd.service") throws -> String {
    try run("systemctl", "--user", "show", "--value", "--property=\(name)", unit)
  }

  /// When the first wake-up timer elapses, in seconds since 1970; none when none is armed.
  func wakeUp() throws -> Int? {
    try timers().first.map { try #require($0["next"] as? Int, "\($0)") / 1_000_000 }
  }

  /// Waits until only the wake-up at this instant is armed: the one before it is stopped when it stands.
  func onlyWakeUp(at instant: Int, location: SourceLocation = #_sourceLocation) throws {
    let deadline = time(nil) + patience
    var armed: [Int?] = []
    while armed != [instant] {
      try #require(time(nil) < deadline, "armed are \(armed)", sourceLocation: location)
      usleep(20_000)
      armed = try timers().map { ($0["next"] as? Int).map { $0 / 1_000_000 } }
    }
  }

  /// The wake-up timers that are armed.
  func wakeUps() throws -> Set<String> { Set(try timers().compactMap { $0["unit"] as? String }) }

  private func timers() throws -> [JSON] {
    let text = try run("systemctl", "--user", "list-timers", "--output=json", "hoursd-wake-*.timer")
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [JSON] ?? []
  }
}

@discardableResult
func systemctl(_ words: String..., location: SourceLocation = #_sourceLocation) throws -> String {
  let ended = try outcome(of: ["systemctl", "--user"] + words)
  try #require(ended.status == 0, "systemctl --user \(words): \(ended.text)", sourceLocation: location)
  return ended.text
}
