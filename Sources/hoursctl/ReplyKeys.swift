// The keys that replies and events may have: what none of them knows is a slip of the hand, not an absent value.

extension JSON {
  /// Every key of the protocol's objects, as contrib/doc/protocol.md lists them.
  static let keys: Set<String> = [
    "about", "acked", "affected", "alarm", "always", "answered", "answers", "ask", "at", "at_once",
    "auto_reply",
    "billable", "body", "break",
    "call", "called_at", "caller", "calls", "changed", "channel", "checks", "class", "client", "clock",
    "command", "configuration_at", "configuration_error", "contacts", "contract",
    "drafted_at", "due", "due_at",
    "email", "end", "error", "event", "events",
    "failed", "from",
    "history", "hours",
    "id", "in_reply_to", "intervals", "issue", "issues",
    "json_ld",
    "kind",
    "language", "last_called_at", "last_reminded_at",
    "made_at", "mailable", "message", "message_id", "messages", "minutes", "missed",
    "name", "next", "next_opening", "next_reminder", "next_try", "now", "number",
    "opening_hours", "outcome", "overdue", "override", "overrides", "own_exception",
    "pending", "person", "promised", "protocol",
    "questions", "queued_at",
    "reason", "reminded_at", "reminders", "replied_at", "rule",
    "say", "sending_at", "sent_at", "seq", "settled_at", "severity", "since", "solution", "solved_at",
    "start", "state", "subject", "surcharge", "surcharge_offer", "system_zone",
    "text", "times", "to", "told", "told_at", "tries",
    "uncertain", "unknown", "unsent", "until",
    "verbs", "verdict", "version",
    "warnings", "was_critical", "watching", "well", "why", "working",
    "zone",
  ]

  /// The keys that this object has, in the order of the alphabet.
  var keys: [String] { if case .object(let object) = self { object.keys.sorted() } else { [] } }
}
