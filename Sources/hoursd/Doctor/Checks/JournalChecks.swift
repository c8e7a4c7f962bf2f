// The journal: whether events get there, whether their owner sees them, and whether journalctl can explain them.

func checkJournal(_ facts: MachineFacts) -> [Diagnosis] {
  func finding(_ mark: Mark, _ text: String, mend: String? = nil) -> [Diagnosis] {
    [Diagnosis("journal", mark, text, mend: mend)]
  }
  guard facts.journal.isThere else {
    let text = "no journald here: events are in the log and on the socket alone"
    // Where systemd runs, its journal should, too.
    return facts.manager.units == nil
      ? finding(.ok, text) : finding(.hint, text, mend: "sudo systemctl start systemd-journald")
  }
  switch facts.journal.reading {
  case .entry: return finding(.ok, "events arrive, and you may read them")
  case .nothing:
    guard let seq = facts.daemon.status?.seq, seq > 0 else { return finding(.ok, "nothing of hoursd's yet") }
    return finding(
      .hint, "none of hoursd's events is found: they were cleared away, or you may not read them",
      mend: letIn(facts))
  case .failed(let why):
    return finding(.hint, "journalctl shows nothing: \(why)", mend: letIn(facts))
  case .mute: return finding(.hint, "journalctl does not answer within \(patience)")
  case .notInstalled: return finding(.hint, "journalctl is not installed: nobody can read it")
  }
}

private func letIn(_ facts: MachineFacts) -> String {
  "sudo usermod --append --groups systemd-journal \(shellWord(facts.user.name))"
}

func checkCatalog(_ facts: MachineFacts) -> [Diagnosis] {
  guard facts.journal.isThere, facts.journal.reading != .notInstalled else { return [] }
  if facts.journal.isExplained {
    return [Diagnosis("catalog", .ok, "`journalctl --catalog` explains each event")]
  }
  if facts.journal.hasCatalog {
    return [
      Diagnosis(
        "catalog", .hint, "journalctl does not know hoursd's explanations yet",
        mend: "sudo journalctl --update-catalog")
    ]
  }
  return [Diagnosis("catalog", .ok, "not installed for the whole system: journalctl cannot explain events")]
}
