// The list of checks, in the order of the report. A check is a function from facts to findings: to add one, write it, and
// put it here.

/// What the doctor looks at.
let checks: [@Sendable (MachineFacts) -> [Diagnosis]] = [
  checkPrograms, checkManager, checkSocketUnit, checkService, checkConfinement, checkLinger, checkSocket,
  checkDaemon,
  checkAlarm,
  checkZone, checkClock,
  checkConfiguration, checkConfigurationInForce, checkCalendars, checkCards, checkMail, checkHooks,
  checkState, checkLog, checkJournal, checkCatalog,
]

extension MachineFacts {
  /// What all checks say.
  var findings: [Diagnosis] { checks.flatMap { $0(self) } }
}
