// What the follow-up says: what was done, and when the office is open.

import Civil

extension Office {
  /// The follow-up's subject and body for an issue that was solved, in the client's language.
  func followUpText(for issue: Issue, to caller: Caller, at now: Instant) -> (subject: String, body: String) {
    var paragraphs = [caller.name.map { "Dear \($0)," }, issue.solution].compactMap { $0 }
    paragraphs.append("I am here for you in my working hours: \(hoursText).")
    if let signature = configuration.support.signature { paragraphs.append(signature) }
    return ("Done: \(issue.about ?? "your call")", paragraphs.joined(separator: "\n\n") + "\n")
  }
}
