// Who wakes the daemon, and whether it knows what time it is.

import HoursCore

func checkAlarm(_ facts: MachineFacts) -> [Diagnosis] {
  guard let status = facts.daemon.status else { return [] }
  func finding(_ mark: Mark, _ text: String, mend: String? = nil) -> [Diagnosis] {
    [Diagnosis("alarm", mark, text, mend: mend)]
  }
  guard let wake = [status.until, status.nextReminder].compactMap(\.self).min() else {
    return finding(.ok, "nothing is to come that it must wake for")
  }
  let next = facts.time.spelled(wake, seenFrom: status.now)
  guard let units = facts.manager.units else {
    return finding(.ok, "the daemon wakes itself while it runs; next \(next)")
  }
  if status.alarm == "systemd" {
    guard units.timers == 0 else { return finding(.ok, "systemd wakes it next \(next)") }
    return finding(
      .broken, "no hoursd-wake timer stands in systemd, though \(next) something is due", mend: restart)
  }
  guard units.isServing else {
    return finding(.hint, "this daemon was started by hand: it wakes itself, and only while it runs")
  }
  return finding(
    .broken, "systemd has no timer of it: it wakes itself (next \(next)), and only while it runs",
    mend: restart)
}

func checkZone(_ facts: MachineFacts) -> [Diagnosis] {
  if let missing = facts.time.missingZone {
    return [
      Diagnosis("zone", .broken, "the system has no data for the zone \(missing); install tzdata")
    ]
  }
  let office = facts.time.office.name
  return [
    Diagnosis(
      "zone", .ok,
      office == facts.time.systemZone
        ? "\(office), the system's" : "the office's is \(office), the system's \(facts.time.systemZone)")
  ]
}

func checkClock(_ facts: MachineFacts) -> [Diagnosis] {
  // Where there is no systemd, somebody else keeps the clock.
  let synchronise = facts.manager.units == nil ? nil : "sudo timedatectl set-ntp true"
  if facts.daemon.status?.clock == "behind" {
    return [
      Diagnosis(
        "clock", .broken, "it lies before the last recorded event: reminders wait until it is right",
        mend: synchronise)
    ]
  }
  switch facts.time.isSynchronised {
  case true?: return [Diagnosis("clock", .ok, "synchronised")]
  case false?:
    return [
      Diagnosis("clock", .hint, "nobody keeps it right: reminders may come early or late", mend: synchronise)
    ]
  case nil: return []
  }
}
