// The socket and who is behind it: the way that every question takes.

import Civil
import HoursCore
import HoursWire

let patience = "\(Limits.visit) seconds"

func checkSocket(_ facts: MachineFacts) -> [Diagnosis] {
  let socket = facts.socket
  let path = shellWord(socket.path)
  var findings: [Diagnosis] = []
  switch socket.file {
  case .missing:
    findings.append(
      Diagnosis("socket", .broken, "\(socket.path) is not there" + rule(socket), mend: startAgain(facts)))
  case .hidden(let why):
    findings.append(Diagnosis("socket", .broken, "\(socket.path) cannot be looked at: \(why)" + rule(socket)))
  case .there(let mode, let owner, _):
    if owner != facts.user.id {
      findings.append(
        Diagnosis("socket", .broken, "\(socket.path) belongs to user \(owner), not to you" + rule(socket)))
    } else if mode & 0o077 != 0 || mode & 0o600 != 0o600 {
      findings.append(
        Diagnosis(
          "socket", .broken, "\(socket.path) has mode \(octal(mode)), not 0600", mend: "chmod 600 \(path)"))
    } else {
      findings.append(Diagnosis("socket", .ok, socket.path + rule(socket)))
    }
  }
  if case .there(let mode, let owner, _) = socket.folder, owner == facts.user.id, mode & 0o077 != 0 {
    let folder = parent(socket.path)
    findings.append(
      Diagnosis(
        "socket", .broken, "its folder \(folder) has mode \(octal(mode)), not 0700",
        mend: "chmod 700 \(shellWord(folder))"))
  }
  return findings
}

private func rule(_ socket: SocketFacts) -> String { " (by \(socket.rule))" }

func checkDaemon(_ facts: MachineFacts) -> [Diagnosis] {
  switch facts.daemon {
  case .nobody(let why):
    // A file that is not there was told already.
    guard facts.socket.file != .missing else { return [] }
    return [Diagnosis("daemon", .broken, "nobody answers at the socket: \(why)", mend: startAgain(facts))]
  case .mute:
    // systemd listens for a service that it cannot start.
    if let unit = facts.manager.units?.service, confinementTrouble(of: unit, facts) != nil { return [] }
    let text = "somebody listens at the socket, and says nothing within \(patience)"
    guard facts.manager.units?.isServing == true else {
      // Whoever has the log open is the one that hangs.
      return [
        Diagnosis(
          "daemon", .broken, text + "; end that hoursd, and start it again",
          mend: facts.state.holder.map { "kill -KILL \($0)" })
      ]
    }
    return [Diagnosis("daemon", .broken, text, mend: killAndRestart)]
  case .spoke(let words):
    if let refusal = words.refusal, refusal.code != .badConfiguration, refusal.code != .internal {
      return [Diagnosis("daemon", .broken, "it answers, but does not say how it is: \(refusal.message)")]
    }
    guard let status = words.status else { return [Diagnosis("daemon", .ok, "it answers")] }
    return [
      Diagnosis("daemon", .ok, "it answers: \(status.state.rawValue)" + until(status, facts))
    ]
  }
}

/// A stopped or hanging daemon hears no wish to end.
private let killAndRestart = "systemctl --user kill --signal=KILL hoursd && " + restart

private func until(_ status: Answer.Status, _ facts: MachineFacts) -> String {
  status.until.map { " until " + facts.time.spelled($0, seenFrom: status.now) } ?? ""
}

/// What brings a socket back, or starts a daemon behind it.
private func startAgain(_ facts: MachineFacts) -> String? {
  guard let units = facts.manager.units else { return "hoursd" }
  // Units that are not as they should be have their own line, with their own command.
  guard units.socket.isActive, units.socket.isEnabled else { return nil }
  return "systemctl --user restart hoursd.socket hoursd"
}

func octal(_ mode: UInt32) -> String { "0" + String(mode & 0o7777, radix: 8) }

/// The folder of a path.
func parent(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
