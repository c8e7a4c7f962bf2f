// What status bars and the alarm's timer ask, again and again: for these the parser would take most of the time.

/// Does what these words say, if it is one of the plain questions; false leaves it to the parser.
func tookShortcut(_ words: some Collection<String>) throws(Failure) -> Bool {
  switch Array(words) {
  case [], ["status"]: try answer(Ask("status"), Wishes()) { $1.status($0) }
  case ["--json"], ["status", "--json"], ["--json", "status"]:
    try answer(Ask("status"), Wishes(json: true)) { _, _ in }
  case ["open"]: try sayWhetherOpen(at: nil, Wishes())
  case ["tick"]: try answer(Ask("tick"), Wishes()) { $1.ticked($0) }
  default: return false
  }
  return true
}
