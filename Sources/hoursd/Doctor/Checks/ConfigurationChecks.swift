// The owner's files: good, private, in force, and not about to run out.

import Civil
import HoursCore

func checkConfiguration(_ facts: MachineFacts) -> [Diagnosis] {
  let configuration = facts.configuration
  func finding(_ mark: Mark, _ text: String, mend: String? = nil) -> Diagnosis {
    Diagnosis("configuration", mark, text, mend: mend)
  }
  var findings: [Diagnosis] = []
  switch configuration.reading {
  case .wrong(let errors):
    let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
    findings.append(
      finding(.broken, (errors.first ?? "it cannot be read") + more, mend: "hoursctl check"))
  case .good where configuration.file == .missing:
    findings.append(
      finding(.hint, "\(configuration.path) is not there; the defaults hold", mend: "hoursctl init"))
  case .good:
    findings.append(finding(.ok, "\(configuration.path) is good"))
    findings += configuration.warnings.prefix(1).map { warning in
      let more = configuration.warnings.count > 1 ? " (and \(configuration.warnings.count - 1) more)" : ""
      return finding(.hint, warning + more, mend: "hoursctl check")
    }
  }
  if case .there(let mode, let owner, _) = configuration.file, owner == facts.user.id, mode & 0o077 != 0 {
    findings.append(
      finding(
        .hint, "others may read your contacts' numbers: it has mode \(octal(mode))",
        mend: "chmod 600 \(shellWord(configuration.path))"))
  }
  return findings
}

func checkConfigurationInForce(_ facts: MachineFacts) -> [Diagnosis] {
  // A wrong file is told already; what the daemon makes of it follows from that.
  guard facts.configuration.configuration != nil else { return [] }
  func finding(_ text: String) -> [Diagnosis] {
    [Diagnosis("in force", .broken, text, mend: hoursctl("reload", facts))]
  }
  if facts.daemon.words?.refusal?.code == .badConfiguration {
    return finding("the daemon found no good configuration when it last looked, and waits")
  }
  guard let status = facts.daemon.status else { return [] }
  if status.configurationError != nil {
    return finding("the file was wrong when the daemon last looked: it works by an earlier one")
  }
  guard let read = status.configurationAt else { return [] }
  if let (path, changed) = facts.configuration.newest, changed > read {
    return finding(
      "\(path) was changed after the daemon had read it (\(facts.time.spelled(read, seenFrom: facts.now)))")
  }
  return [Diagnosis("in force", .ok, "the daemon works by it")]
}

/// A command line of ours, for the socket that was looked at.
func hoursctl(_ verb: String, _ facts: MachineFacts) -> String {
  facts.socket.isOption ? "hoursctl --socket \(shellWord(facts.socket.path)) \(verb)" : "hoursctl \(verb)"
}

func checkCalendars(_ facts: MachineFacts) -> [Diagnosis] {
  guard let configuration = facts.configuration.configuration else { return [] }
  let today = configuration.zone.civil(facts.now).date
  return configuration.calendarEnds.map { end in
    guard let warning = end.warning(on: today) else {
      return Diagnosis("calendars", .ok, "\(end.name): known until \(end.lastDay)")
    }
    return Diagnosis("calendars", today > end.lastDay ? .broken : .hint, warning)
  }
}

func checkMail(_ facts: MachineFacts) -> [Diagnosis] {
  guard let mail = facts.configuration.configuration?.mail else { return [] }
  guard let program = mail.command.first else {
    return [Diagnosis("mail", .ok, "no command is configured: you send follow-ups yourself")]
  }
  if facts.configuration.mailerIsThere != true {
    return [
      Diagnosis(
        "mail", .broken, "\(program) is no program in PATH: install it, or name another in [mail] command")
    ]
  }
  guard mail.from != nil else {
    return [Diagnosis("mail", .hint, "\(program) is there, but [mail] from does not say who writes")]
  }
  return [Diagnosis("mail", .ok, "\(program) is there")] + checkDelivery(facts)
}

/// Whether somebody brings the mailer what is due. Where there is no manager, nobody can say.
private func checkDelivery(_ facts: MachineFacts) -> [Diagnosis] {
  guard let due = facts.mailDue, let unit = facts.manager.units?.mail, !unit.isActive else { return [] }
  let since = "a follow-up is due since \(facts.time.spelled(due, seenFrom: facts.now))"
  func finding(_ text: String, _ mend: String) -> [Diagnosis] {
    [Diagnosis("mail", .broken, "\(since), and hoursd-mail.service \(text)", mend: mend)]
  }
  if !unit.isInstalled {
    return finding("is not installed; `make install` installs it", "hoursctl mail deliver --once")
  }
  if unit.isMasked {
    return finding(
      "is masked", "systemctl --user unmask hoursd-mail && systemctl --user enable --now hoursd-mail")
  }
  if unit.isFailed {
    return finding(
      "has failed (\(unit.result)); `journalctl --user -u hoursd-mail` says why",
      "systemctl --user restart hoursd-mail")
  }
  return finding("does not run", "systemctl --user enable --now hoursd-mail")
}
