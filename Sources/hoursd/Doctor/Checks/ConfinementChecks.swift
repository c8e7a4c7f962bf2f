// What keeps hoursd from more than it needs, where that keeps it from starting: a confinement that this machine cannot give, and
// a system call that was forbidden.

import Glibc

func checkConfinement(_ facts: MachineFacts) -> [Diagnosis] {
  guard let unit = facts.manager.units?.service, unit.isPrivate, !unit.isMasked else { return [] }
  // The service's line says it.
  if confinementTrouble(of: unit, facts) != nil { return [] }
  if facts.hasUserNamespaces == false {
    return [
      Diagnosis(
        "confinement", .broken,
        "hoursd.service takes user namespaces, which are off here: it does not start again; "
          + (unit.isConfined ? "without confine.conf it does" : "\(unit.whatSaysSo) says so"),
        mend: unit.unconfine)
    ]
  }
  return [Diagnosis("confinement", .ok, "hoursd.service has user namespaces, which work here")]
}

/// What is wrong, and what mends it, when a service ends for what its unit says of confinement; nil when it does not.
func confinementTrouble(of unit: UnitFacts, _ facts: MachineFacts) -> (text: String, mend: String?)? {
  guard unit.isFailed || unit.sub == "auto-restart" else { return nil }
  if unit.ended == .killed(signal: SIGSYS) {
    return ("is killed for a system call that \(unit.whatSaysSo) forbids (SIGSYS); take that out", nil)
  }
  guard case .exited(let status)? = unit.ended, let step = confiningSteps[status] else { return nil }
  let failed = "cannot be confined as \(unit.whatSaysSo) asks (\(status)/\(step))"
  if unit.isPrivate, facts.hasUserNamespaces == false {
    return ("\(failed): user namespaces are off here", unit.unconfine)
  }
  return ("\(failed); `journalctl --user -u hoursd` names the setting", unit.unconfine)
}

/// The steps of a start that only confine, by the status that systemd gives when one fails: systemd.exec(5).
private let confiningSteps: [Int32: String] = [
  213: "SECUREBITS", 217: "USER", 218: "CAPABILITIES", 225: "NETWORK", 226: "NAMESPACE", 228: "SECCOMP",
  231: "APPARMOR_PROFILE",
]

extension UnitFacts {
  /// The owner's copies of what is installed as share/hoursd/confine.conf.
  private var confinements: [String] { dropIns.filter { $0.hasSuffix("/hoursd.service.d/confine.conf") } }

  fileprivate var isConfined: Bool { !confinements.isEmpty }

  /// The command that switches the confinement off; nil where it is the owner's own.
  fileprivate var unconfine: String? {
    guard isConfined else { return nil }
    let copies = confinements.map(shellWord).joined(separator: " ")
    return "rm \(copies) && systemctl --user daemon-reload && systemctl --user restart hoursd"
  }

  /// The files in which a setting is looked for.
  fileprivate var whatSaysSo: String {
    if isConfined { return "confine.conf" }
    return dropIns.isEmpty ? "its unit" : dropIns.joined(separator: " or ")
  }
}
