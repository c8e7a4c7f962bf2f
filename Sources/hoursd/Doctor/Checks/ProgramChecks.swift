// The programs: both of one version, and the daemon that runs is of it, too.

func checkPrograms(_ facts: MachineFacts) -> [Diagnosis] {
  let own = facts.programs.version
  switch facts.programs.hoursctl {
  case .missing:
    return [
      Diagnosis(
        "programs", .broken,
        "no hoursctl in \(facts.programs.folder), where hoursd \(own) is: systemd's timer runs it to wake the"
          + " daemon; install both together")
    ]
  case .mute:
    return [
      Diagnosis(
        "programs", .broken,
        "\(facts.programs.folder)/hoursctl does not run; install hoursd and hoursctl together again")
    ]
  case .version(let other) where other != own:
    return [
      Diagnosis("programs", .broken, "hoursd is \(own), hoursctl is \(other): install both together again")
    ]
  case .version: return [Diagnosis("programs", .ok, "hoursd and hoursctl \(own)")] + runningProgram(facts)
  }
}

private func runningProgram(_ facts: MachineFacts) -> [Diagnosis] {
  let own = facts.programs.version
  let isUnit = facts.manager.units?.isServing == true
  let mend = isUnit ? restart : nil
  let byHand = isUnit ? "" : "; end it, and start hoursd again"
  if let version = facts.daemon.words?.version, version != own {
    return [
      Diagnosis("programs", .broken, "the daemon that runs is \(version), not \(own)\(byHand)", mend: mend)
    ]
  }
  if facts.programs.runsReplaced {
    return [
      Diagnosis(
        "programs", .hint, "the daemon that runs was started before hoursd was installed anew", mend: mend)
    ]
  }
  return []
}

/// Starts the service anew; promises and alarms are kept in the log.
let restart = "systemctl --user restart hoursd"
