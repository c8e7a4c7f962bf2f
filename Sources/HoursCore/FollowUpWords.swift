// What a client reads when the work is done: what was done, and the support hours.

import Civil

extension Office {
  /// The follow-up's subject and body for an issue that was solved, in the client's language.
  func followUpText(for issue: Issue, to caller: Caller, at now: Instant) -> (subject: String, body: String) {
    let script = script(for: caller.language)
    var values = supportValues(in: script, at: now)
    let about = issue.about?.asSubject ?? ""
    // Several calls may stand behind it: then what counts is when it was first written down.
    let reportedAt = issue.calls == 1 ? issue.lastCalledAt ?? issue.queuedAt : issue.queuedAt
    values["name"] = (caller.name ?? issue.name)?.oneLine
    values["about"] = about
    values["solution"] = issue.solution?.withPlainLineEnds.printable
    values["reported"] = script.spell(zone.civil(reportedAt))
    values["minutes"] = issue.billable ? issue.minutes.map(String.init) : nil
    values["billed"] = issue.billable ? values["surcharge"] : nil
    // Who pays for support around the clock pays nothing extra.
    if caller.contract == .aroundTheClock { values["surcharge"] = nil }
    values["coming"] = comingDays(in: script, at: now)
    let body = Script.fill(script[.followUp], values, lines: true).trimmedLines
    values["about"] = about.isEmpty ? script[.request] : about
    return (Script.fill(script[.followUpSubject], values).oneLine, body + "\n")
  }
}

extension String {
  /// The first line, cut at a word where it is long for a mail's subject.
  fileprivate var asSubject: String {
    let lines = printable.split(separator: "\n").map(\.trimmed)
    guard let line = lines.first(where: { !$0.isEmpty }) else { return "" }
    guard line.count > Limits.subject else { return line }
    let head = line.prefix(Limits.subject)
    // A word that alone is longer is cut anywhere.
    let end = line[head.endIndex] == " " ? head.endIndex : head.lastIndex(of: " ") ?? head.endIndex
    return head[..<end].trimmed + "…"
  }

  /// Without control characters, but for the ends of lines.
  fileprivate var printable: String {
    var letters = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar != "\r" {
      letters.append(scalar != "\n" && scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return Substring(String(letters)).trimmed
  }

  fileprivate var oneLine: String {
    printable.split(separator: "\n").map(\.trimmed).joined(separator: " ")
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    let head = drop(while: \.isWhitespace)
    let end = head.lastIndex { !$0.isWhitespace }
    return end.map { String(head[...$0]) } ?? ""
  }
}
