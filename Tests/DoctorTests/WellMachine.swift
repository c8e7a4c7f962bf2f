// A machine on which all is well, and the form in which the tables write what a doctor says of it.

import Civil
import HoursCore
import HoursStore
import HoursWire
import OpeningHours

@testable import hoursd

/// 10:00 in UTC.
let monday = Instant(seconds: 1_795_428_000)  // 2026-11-23

extension MachineFacts {
  /// Everything is as it should be, and nothing even deserves a hint.
  static func well() throws -> MachineFacts {
    var facts = MachineFacts()
    facts.now = monday
    facts.user = ("ann", 1000)
    facts.programs.folder = "/usr/local/bin"
    facts.programs.hoursctl = .version(programVersion)
    facts.socket = SocketFacts(
      path: "/run/user/1000/hoursd/socket", rule: "$XDG_RUNTIME_DIR", file: .own(0o600), folder: .own(0o700))
    facts.daemon = .spoke(Answer.Words(version: programVersion, status: try .open()))
    var enabled = UnitFacts()
    enabled.load = "loaded"
    enabled.active = "active"
    enabled.sub = "running"
    enabled.file = "enabled"
    facts.manager = .present(
      ManagerFacts.Units(socket: enabled, service: enabled, hooks: enabled, isServing: true, timers: 1))
    facts.lingers = true
    facts.time.systemZone = "UTC"
    facts.time.isSynchronised = true
    facts.configuration.path = "/home/ann/.config/hoursd/config.toml"
    facts.configuration.file = .own(0o600)
    facts.configuration.reading = .good(
      Configuration(
        zone: .utc, hours: try Expression("Mo-Fr 09:00-18:00"),
        mail: Mail(from: "ann@example.org", command: ["msmtp", "-t"])))
    facts.configuration.newest = (facts.configuration.path, monday + -3600)
    facts.configuration.mailerIsThere = true
    facts.hooks.folder = "/home/ann/.config/hoursd/hooks.d"
    facts.journal = JournalFacts(isThere: true, reading: .entry, hasCatalog: true, isExplained: true)
    facts.state.path = "/home/ann/.local/state/hoursd"
    facts.state.folder = .own(0o700)
    facts.state.files = [("/home/ann/.local/state/hoursd/events.sqlite", .own(0o600))]
    facts.state.log = .sound(version: 1, isWhole: true)
    facts.state.free = 10_000_000_000
    return facts
  }

  // What the tables change.

  mutating func status(_ change: (inout Answer.Status) -> Void) {
    guard var status = daemon.status else { return }
    change(&status)
    daemon = .spoke(Answer.Words(version: programVersion, status: status))
  }

  var units: ManagerFacts.Units {
    get { manager.units ?? ManagerFacts.Units() }
    set { manager = .present(newValue) }
  }

  mutating func settings(_ change: (inout Configuration) -> Void) {
    guard var settings = configuration.configuration else { return }
    change(&settings)
    configuration.reading = .good(settings)
  }

  /// Refused, as `status` may be.
  mutating func refuse(_ code: ErrorCode, _ message: String) {
    daemon = .spoke(
      Answer.Words(version: programVersion, status: nil, refusal: ErrorReply(code, message).error))
  }
}

extension FileFacts {
  /// Ann's.
  static func own(_ mode: UInt32) -> FileFacts { .there(mode: mode, owner: 1000, changed: monday + -7200) }
  static func strange(_ mode: UInt32) -> FileFacts { .there(mode: mode, owner: 0, changed: monday) }
}

extension Answer.Status {
  /// Open until 18:00, by systemd's alarm. More of it nobody judges, and another version may not say it.
  static func open() throws -> Answer.Status {
    let line = """
      {"state":"open","now":"2026-11-23T10:00:00Z","until":"2026-11-23T18:00:00Z","zone":"UTC",\
      "alarm":"systemd","configuration_at":"2026-11-23T09:30:00Z","seq":7}
      """
    return try decodeRecord(Answer.Status.self, from: Array(line.utf8))
  }
}

extension Diagnosis {
  /// `broken socket: …`, and below it the command after a dollar sign.
  var written: String { "\(mark.rawValue) \(name): \(finding)" + (mend.map { "\n$ \($0)" } ?? "") }
}
