// The questions that decide, asked at the terminal while the caller is on the line: one key each.

import HoursCore

extension Wishes {
  /// Somebody sits at a terminal and wants to read, not a program.
  var mayAsk: Bool { !json && format == nil && canChoose }
}

/// Asks what decides a call, says the daemon what was answered, and prints the verdict again.
///
/// One yes is enough. Later, and the end of input, leave the rest open.
func askWhatDecides(_ call: JSON, over connection: inout Connection) throws(Failure) {
  var answers: [String: Bool] = [:]
  for question in call.questions.array where !call.answers[question.id.string].isPresent {
    let key = try choose(question.ask.string, [("y", "yes"), ("n", "no"), ("l", "later")])
    guard let key, key != "l" else { break }
    answers[question.id.string] = key == "y"
    if key == "y" { break }
  }
  guard !answers.isEmpty else {
    return try Terminal.output.write("hoursctl triage \(call.call.string) asks again\n")
  }
  let ask = Ask("triage").with("call", call.call.integer).with("answers", answers)
  let line = try connection.ask(ask, wishes: Wishes())
  try Terminal.output.write("\n")
  try print(read(line)) { $1.verdict($0) }
}
