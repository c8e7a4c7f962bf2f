// The state folder and the log in it: private, sound, and with room to grow.

import HoursCore
import HoursStore

func checkState(_ facts: MachineFacts) -> [Diagnosis] {
  let state = facts.state
  func finding(_ mark: Mark, _ text: String, mend: String? = nil) -> Diagnosis {
    Diagnosis("state folder", mark, text, mend: mend)
  }
  switch state.folder {
  case .missing:
    return [
      facts.daemon.status == nil
        ? finding(.ok, "\(state.path) is not there yet; the first start makes it")
        : finding(.hint, "\(state.path) is not there: this daemon keeps its log elsewhere (--state)")
    ]
  case .hidden(let why): return [finding(.broken, "\(state.path) cannot be looked at: \(why)")]
  case .there(let mode, let owner, _):
    var findings: [Diagnosis] = []
    if owner != facts.user.id {
      findings.append(
        finding(
          .broken, "\(state.path) belongs to user \(owner), not to you",
          mend: "sudo chown -R \(shellWord(facts.user.name)): \(shellWord(state.path))"))
    } else if mode & 0o7777 != 0o700 {
      findings.append(
        finding(
          .broken, "\(state.path) has mode \(octal(mode)), not 0700",
          mend: "chmod 700 \(shellWord(state.path))"))
    }
    findings += files(facts)
    findings += room(facts)
    return findings.isEmpty ? [finding(.ok, state.path)] : findings
  }
}

private func files(_ facts: MachineFacts) -> [Diagnosis] {
  let open = facts.state.files.filter { _, file in
    guard case .there(let mode, let owner, _) = file, owner == facts.user.id else { return false }
    return mode & 0o777 != 0o600
  }
  guard let first = open.first, case .there(let mode, _, _) = first.facts else { return [] }
  let paths = open.map { shellWord($0.path) }.joined(separator: " ")
  return [
    Diagnosis(
      "state folder", .broken, "\(first.path) has mode \(octal(mode)), not 0600", mend: "chmod 600 \(paths)")
  ]
}

private func room(_ facts: MachineFacts) -> [Diagnosis] {
  let state = facts.state
  var findings: [Diagnosis] = []
  switch state.fileSystem {
  case .disk: break
  case .memory:
    findings.append(
      Diagnosis("state folder", .hint, "\(state.path) is in memory: what it holds is gone with the next boot")
    )
  case .network:
    findings.append(
      Diagnosis(
        "state folder", .hint,
        "\(state.path) is on another machine's disk: what is promised may be lost when the network fails"))
  }
  if let free = state.free, free < Limits.freeSpace {
    findings.append(
      Diagnosis(
        "state folder", free < 1_048_576 ? .broken : .hint,
        "\(state.path): only \(free / 1_048_576) MB are free on its disk; make room"))
  }
  return findings
}

func checkLog(_ facts: MachineFacts) -> [Diagnosis] {
  if let refusal = facts.daemon.words?.refusal, refusal.code == .internal {
    return [Diagnosis("log", .broken, refusal.message)]
  }
  switch facts.state.log {
  case .none: return facts.state.folder == .missing ? [] : [Diagnosis("log", .ok, "nothing is recorded yet")]
  case .refused(let error): return [Diagnosis("log", .broken, "\(error)")]
  case .sound(_, isWhole: true): return [Diagnosis("log", .ok, "sound, read to its end")]
  case .sound(_, isWhole: false): return [Diagnosis("log", .ok, "its head is sound; the rest is in use")]
  }
}
