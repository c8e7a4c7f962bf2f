// What systemd's user manager makes of hoursd: the socket that starts it, the service, and whether both live on without a
// login. Where there is no manager, one line says what holds instead.

private let enable = "systemctl --user enable --now hoursd.socket hoursd"
private let start = "systemctl --user start hoursd.socket hoursd"
private let startAnew =
  "systemctl --user reset-failed hoursd.socket hoursd && systemctl --user start hoursd.socket hoursd"

func checkManager(_ facts: MachineFacts) -> [Diagnosis] {
  switch facts.manager {
  case .present: return [Diagnosis("manager", .ok, "systemd's user manager answers")]
  case .mute:
    return [Diagnosis("manager", .broken, "systemd's user manager does not answer within \(patience)")]
  case .absent(let why):
    let text = "no user manager of systemd's (\(why)): whoever starts `hoursd` has a daemon that wakes itself"
    guard let folder = facts.unnamedRuntime else {
      return [Diagnosis("manager", .ok, text + " for as long as it runs")]
    }
    return [
      Diagnosis(
        "manager", .hint,
        "this shell is no login (su?): XDG_RUNTIME_DIR is not set, so systemctl finds nobody",
        mend: "export XDG_RUNTIME_DIR=\(shellWord(folder))")
    ]
  }
}

func checkSocketUnit(_ facts: MachineFacts) -> [Diagnosis] {
  guard let unit = facts.manager.units?.socket else { return [] }
  func finding(_ mark: Mark, _ text: String, _ mend: String?) -> [Diagnosis] {
    [Diagnosis("socket unit", mark, "hoursd.socket \(text)", mend: mend)]
  }
  // Somebody who started a daemon by hand has what they want, and may not know what they miss.
  let grave: Mark = facts.daemon.words == nil ? .broken : .hint
  if !unit.isInstalled {
    return finding(
      grave, "is not installed: systemd neither starts hoursd nor wakes it; `make install` installs it", nil)
  }
  if unit.isMasked {
    return finding(
      grave, "is masked: systemd must not start it",
      "systemctl --user unmask hoursd.socket hoursd && " + enable)
  }
  if unit.isFailed {
    return finding(.broken, "has failed (\(unit.result)): systemd does not listen any more", startAnew)
  }
  switch (unit.isActive, unit.isEnabled) {
  case (true, true): return finding(.ok, "is enabled and listens", nil)
  case (true, false):
    return finding(.hint, "listens, but is not enabled: after the next login nobody does", enable)
  case (false, true): return finding(grave, "is enabled, but does not listen", start)
  case (false, false): return finding(grave, "is not enabled: systemd does not listen", enable)
  }
}

func checkService(_ facts: MachineFacts) -> [Diagnosis] {
  guard let units = facts.manager.units else { return [] }
  let unit = units.service
  let reloading = outdated(units)
  func finding(_ mark: Mark, _ text: String, _ mend: String?) -> [Diagnosis] {
    [Diagnosis("service", mark, "hoursd.service \(text)", mend: mend)] + reloading
  }
  guard unit.isInstalled else {
    // Neither is: said once.
    guard units.socket.isInstalled else { return [] }
    return finding(.broken, "is not installed; `make install` installs it", nil)
  }
  if unit.isMasked {
    return units.socket.isMasked
      ? []
      : finding(
        .broken, "is masked: systemd must not start it", "systemctl --user unmask hoursd && " + enable)
  }
  if let (text, mend) = confinementTrouble(of: unit, facts) { return finding(.broken, text, mend) }
  if unit.isFailed {
    return finding(
      .broken, "has failed (\(unit.result)); `journalctl --user -u hoursd` says why", startAnew)
  }
  if unit.sub == "auto-restart" {
    return finding(
      .broken, "ends as soon as it is started; `journalctl --user -u hoursd` says why", startAnew)
  }
  if !unit.isEnabled {
    // The socket's line has said it all.
    if !units.socket.isActive, !units.socket.isEnabled, !unit.isActive { return reloading }
    return finding(.hint, "is not enabled: after a login nobody is woken until somebody asks", enable)
  }
  if !unit.isActive {
    return finding(.hint, "is enabled, but was not running: a question or its timer starts it", start)
  }
  if unit.restarts > 0 {
    let times = unit.restarts == 1 ? "once" : "\(unit.restarts) times"
    return finding(
      .hint, "runs, and had to be restarted \(times); `journalctl --user -u hoursd` says why", nil)
  }
  return finding(.ok, "is enabled and runs", nil)
}

private func outdated(_ units: ManagerFacts.Units) -> [Diagnosis] {
  guard units.socket.needsReload || units.service.needsReload else { return [] }
  return [
    Diagnosis(
      "service", .hint, "its unit files were changed since systemd read them",
      mend: "systemctl --user daemon-reload")
  ]
}

func checkLinger(_ facts: MachineFacts) -> [Diagnosis] {
  guard facts.manager.units != nil, let lingers = facts.lingers else { return [] }
  return lingers
    ? [Diagnosis("linger", .ok, "hoursd runs while you are logged out, too")]
    : [
      Diagnosis(
        "linger", .hint, "hoursd ends when you log out: nobody is reminded until the next login",
        mend: "loginctl enable-linger")
    ]
}
