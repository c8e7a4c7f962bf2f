// The owner's hooks: that somebody runs them, and that they work. Where there are none, nothing is said.

import HoursWire

func checkHooks(_ facts: MachineFacts) -> [Diagnosis] {
  let hooks = facts.hooks
  guard !hooks.names.isEmpty else { return [] }
  let findings = idleHooks(facts) + hooks.failing.map { failingHook($0, facts) }
  let count = hooks.names.count == 1 ? "one hook" : "\(hooks.names.count) hooks"
  return findings.isEmpty ? [Diagnosis("hooks", .ok, "\(count) in \(hooks.folder)")] : findings
}

/// Whether somebody runs them. Where there is no manager, nobody can say.
private func idleHooks(_ facts: MachineFacts) -> [Diagnosis] {
  guard let unit = facts.manager.units?.hooks else { return [] }
  func finding(_ mark: Mark, _ text: String, _ mend: String?) -> [Diagnosis] {
    [Diagnosis("hooks", mark, "hoursd-hooks.service \(text)", mend: mend)]
  }
  let enable = "systemctl --user enable --now hoursd-hooks"
  if unit.isFailed || unit.sub == "auto-restart" {
    let how = unit.isFailed ? "has failed (\(unit.result))" : "ends as soon as it is started"
    return finding(
      .broken, "\(how); `journalctl --user -u hoursd-hooks` says why", "systemctl --user restart hoursd-hooks"
    )
  }
  // Somebody who runs `hoursctl hooks` by hand has what they want: no more than hints.
  let idle = "so that nobody runs what is in \(facts.hooks.folder)"
  if !unit.isInstalled { return finding(.hint, "is not installed, \(idle); `make install` installs it", nil) }
  if unit.isMasked {
    return finding(.hint, "is masked, \(idle)", "systemctl --user unmask hoursd-hooks && " + enable)
  }
  if !unit.isActive { return finding(.hint, "does not run, \(idle)", enable) }
  if !unit.isEnabled {
    return finding(.hint, "runs, but is not enabled: after the next login it does not", enable)
  }
  return []
}

private func failingHook(_ hook: HookFacts.Failing, _ facts: MachineFacts) -> Diagnosis {
  let failure = hook.failure
  let since = facts.time.spelled(failure.since, seenFrom: facts.now)
  let when = failure.times == 1 ? "failed (\(since))" : "fails since \(since), \(failure.times) times by now"
  let text = "\(hook.name) \(when): it \(failure.why), at event \(failure.seq) (\(failure.event))"
  if hook.isChanged {
    return Diagnosis("hooks", .hint, "\(text); it was changed since, and not run again yet")
  }
  guard facts.manager.units != nil, facts.journal.isThere else {
    return Diagnosis("hooks", .broken, "\(text); what it says stands where `hoursctl hooks` runs")
  }
  return Diagnosis(
    "hooks", .broken, text,
    mend: "journalctl -t hoursd-hooks -t \(shellWord(hookIdentifier(hook.name))) -n 20")
}
