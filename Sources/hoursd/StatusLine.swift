// The one line that `systemctl --user status` shows: "closed until Tue 09:00, 3 pending".

import Civil
import HoursCore

extension Status {
  /// The status in one line for people.
  func line(in zone: Zone) -> String {
    var text = isBreak == true ? "break" : state.rawValue
    if let until { text += " until \(shortTime(until, seenFrom: now, in: zone))" }
    // The owner's words for it are private, and this line comes into the journal.
    if let reason = override.map({ "override \($0)" }) ?? reason { text += " (\(reason))" }
    text += ", \(pending) pending"
    if overdue > 0 { text += ", \(overdue) overdue" }
    if let failed { text += ", \(failed) mail failed" }
    if let uncertain { text += ", \(uncertain) mail uncertain" }
    if clock != nil { text += "; the clock is behind: reminders wait" }
    if configurationError != nil { text += "; the configuration is wrong: working by the last accepted one" }
    if let warning = warnings?.first { text += "; \(warning)" }
    return text
  }
}
