// The keys that replies and events may have: what none of them knows is a slip of the hand, not an absent value.

extension JSON {
  /// Every key of the protocol's objects, as contrib/doc/protocol.md lists them.
  static let keys: Set<String> = [
    "about", "acked", "affected", "alarm", "always", "answered", "answers", "ask", "at", "at_once",
    "auto_reply",
    "billable", "body", "break",
    "call", "called_at", "caller", "calls", "changed", "channel", "checks", "class", "client", "clock",
    "command", "configuration_at", "configuration_error", "configurations", "contacts", "contract",
    "drafted_at", "due", "due_at",
    "email", "end", "end_not_told", "error", "event", "events",
    "failed", "false_alarms", "false_alarms_of", "first_told_at", "from",
    "history", "hours",
    "id", "in_configuration", "in_hours_after_told", "in_hours_before_told", "in_reply_to", "intervals",
    "issue", "issues",
    "json_ld",
    "keys", "kind",
    "language", "last_called_at", "last_reminded_at",
    "made_at", "mailable", "message", "message_id", "messages", "minutes", "missed",
    "name", "next", "next_business_day_kept", "next_business_day_of", "next_business_day_running",
    "next_opening", "next_reminder", "next_try", "not_looked_at", "now", "number", "number_type",
    "office", "opening_hours", "out_of_hours_after_told", "out_of_hours_before_told", "outcome", "overdue",
    "override", "overrides", "own_exception", "own_exceptions", "own_exceptions_of",
    "pending", "person", "persons", "picked_up", "picked_up_of", "promised", "protocol",
    "questions", "queued_at",
    "reason", "reminded_at", "reminders", "removed", "replied_at", "rule",
    "say", "sending_at", "sent_at", "seq", "settled_at", "severity", "since", "solution", "solved_at",
    "start", "state", "subject", "surcharge", "surcharge_accepted", "surcharge_minutes", "surcharge_offer",
    "surcharge_offered", "system_zone",
    "text", "times", "to", "told", "told_at", "tonight_kept", "tonight_of", "tonight_running", "tries",
    "uncertain", "unknown", "unsent", "until",
    "verbs", "verdict", "version",
    "warnings", "was_critical", "watching", "well", "why", "working",
    "zone",
  ]

  /// The keys that this object has, in the order of the alphabet.
  var keys: [String] { if case .object(let object) = self { object.keys.sorted() } else { [] } }
}
