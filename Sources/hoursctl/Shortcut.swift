// What is done without the parser: what status bars and the alarm's timer ask again and again, where it would take
// most of the time, and `eval`, whose words another program reads.

/// Does what these words say, if it is one of the plain questions; false leaves it to the parser.
func tookShortcut(_ words: ArraySlice<String>) throws(Failure) -> Bool {
  var rest = words
  var wishes = Wishes()
  if rest.first == "--socket", rest.count > 1 {
    rest.removeFirst()
    wishes.socket = rest.removeFirst()
  }
  let json = rest.prefix { $0 == "--json" }
  if rest.dropFirst(json.count).first == "eval" {
    try handOver(["eval"] + json + rest.dropFirst(json.count + 1))
  }
  if rest.first == "--generate-completion-script", rest.count < 3,
    let script = completionScript(for: rest.dropFirst().first)
  {
    try Terminal.output.write(script)
    return true
  }
  switch Array(rest) {
  // What fills a status bar is no screen for people: one question.
  case []: try showStatus(wishes, isBrief: !Terminal.output.isTerminal)
  case ["status"]: try showStatus(wishes)
  case ["--json"], ["status", "--json"], ["--json", "status"]:
    wishes.json = true
    try answer(Ask("status"), wishes) { _, _ in }
  case ["open"]: try sayWhetherOpen(at: nil, wishes)
  case ["tick"]: try answer(Ask("tick"), wishes) { $1.ticked($0) }
  default: return false
  }
  return true
}
