// The user's service manager, asked through systemctl: it finds the bus as the user's own commands do, and a deadline can
// end it whatever hangs.

import Glibc
import HoursCore

extension ManagerFacts {
  /// The units as they are, before the socket is asked anything.
  static func found() -> ManagerFacts {
    let properties =
      "Id,LoadState,ActiveState,SubState,Result,UnitFileState,NeedDaemonReload,NRestarts,MainPID"
      + ",ExecMainCode,ExecMainStatus,DropInPaths,PrivateUsers"
    switch show(["--property=\(properties)", "hoursd.socket", "hoursd.service", mailUnit, hooksUnit]) {
    case .notInstalled: return .absent(why: "there is no systemctl")
    case .mute: return .mute
    case .ended(0, let text):
      let units = UnitFacts.units(text)
      return .present(
        Units(
          socket: units["hoursd.socket"] ?? UnitFacts(), service: units["hoursd.service"] ?? UnitFacts(),
          mail: units[mailUnit] ?? UnitFacts(), hooks: units[hooksUnit] ?? UnitFacts()))
    case .ended(_, let text): return .absent(why: firstLine(text))
    }
  }

  /// Looks again at what asking the daemon may have changed.
  mutating func lookAgain() {
    guard case .present(var units) = self else { return }
    let names = ["hoursd.service"] + timers
    guard case .ended(0, let text) = Self.show(["--property=Id,ActiveState"] + names) else { return }
    let now = UnitFacts.units(text)
    units.isServing = now["hoursd.service"]?.isActive == true
    units.timers = timers.count { now[$0]?.isActive == true }
    self = .present(units)
  }

  private static func show(_ words: [String]) -> OtherProgram {
    OtherProgram.run(["systemctl", "--user", "--no-pager", "show"] + words)
  }
}

private let mailUnit = "hoursd-mail.service"
private let hooksUnit = "hoursd-hooks.service"

/// The two that take turns (Systemd/AlternatingTimer.swift).
private let timers = ["hoursd-wake-1.timer", "hoursd-wake-2.timer"]

/// What a program says first.
func firstLine(_ text: String) -> String {
  text.split(separator: "\n").first.map(String.init) ?? "it says nothing"
}

extension UnitFacts {
  /// The units of a `systemctl show`, by their names: lines of KEY=VALUE, an empty line between two.
  static func units(_ text: String) -> [String: UnitFacts] {
    var units: [String: UnitFacts] = [:]
    var values: [Substring: Substring] = [:]
    for line in (text + "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if let equals = line.firstIndex(of: "=") {
        values[line[..<equals]] = line[line.index(after: equals)...]
      } else if line.isEmpty {
        if let name = values["Id"] { units[String(name)] = UnitFacts(values) }
        values = [:]
      }
    }
    return units
  }

  private init(_ values: [Substring: Substring]) {
    self.init()
    load = values["LoadState"].map(String.init) ?? load
    active = values["ActiveState"].map(String.init) ?? active
    sub = values["SubState"].map(String.init) ?? sub
    result = values["Result"].map(String.init) ?? result
    file = values["UnitFileState"].map(String.init) ?? file
    needsReload = values["NeedDaemonReload"] == "yes"
    restarts = values["NRestarts"].flatMap { Int($0) } ?? 0
    mainPID = values["MainPID"].flatMap { Int32($0) } ?? 0
    ended = Ending(code: values["ExecMainCode"], status: values["ExecMainStatus"])
    dropIns = values["DropInPaths"]?.split(separator: " ").map(String.init) ?? []
    isPrivate = values["PrivateUsers"] == "yes"
  }
}

extension Ending {
  /// By systemd's numbers: the code is one of waitid(2)'s, and 0 while the process runs.
  fileprivate init?(code: Substring?, status: Substring?) {
    guard let code = code.flatMap({ Int($0) }), let status = status.flatMap({ Int32($0) }) else { return nil }
    switch code {
    case CLD_EXITED: self = .exited(status: status)
    case CLD_KILLED, CLD_DUMPED: self = .killed(signal: status)
    default: return nil
    }
  }
}
