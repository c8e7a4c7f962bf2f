// What of an event a hook finds in its environment: enough for a line of shell, named like the journal's fields. All of the
// event is on its standard input.

import HoursCore

/// The variables of one event.
struct HookFields {
  /// Every variable that there is, as contrib/doc/protocol.md lists them.
  static let names = [
    "HOURSD_EVENT", "HOURSD_SEQ", "HOURSD_AT", "HOURSD_ISSUE", "HOURSD_CALL", "HOURSD_MESSAGE",
    "HOURSD_OVERRIDE", "HOURSD_CALLER", "HOURSD_CLIENT", "HOURSD_CLASS", "HOURSD_NUMBER", "HOURSD_ABOUT",
    "HOURSD_SEVERITY", "HOURSD_VERDICT", "HOURSD_REASON", "HOURSD_SAY", "HOURSD_STATE", "HOURSD_UNTIL",
    "HOURSD_DUE",
  ]

  /// As they stand in an environment: `HOURSD_EVENT=issue.due`.
  private(set) var variables: [String] = []

  init(_ event: JSON) {
    let issues = event.issues.array
    // What the event is of: a message, an override, an issue that stands alone, or a call or the office, which is the event.
    let subject: JSON
    if event.message.isPresent {
      subject = event.message
    } else if event.override.id.isPresent {
      subject = event.override
    } else {
      subject = issues.count == 1 ? issues[0] : event
    }
    set("EVENT", event.event)
    set("SEQ", event.seq)
    set("AT", event.at)
    // Several that are due together: a word each.
    set("ISSUE", issues.count > 1 ? .text(Self.list(issues.map(\.id.string))) : event.issue)
    set("CALL", subject.call)
    set("MESSAGE", event.message.id)
    set("OVERRIDE", event.override.id.isPresent ? event.override.id : event.override)
    setPerson(event.caller, subject)
    set("ABOUT", event.message.isPresent ? subject["subject"] : subject.about)
    for name in ["severity", "verdict", "reason", "say", "state", "until", "due"] {
      set(name.uppercased(), subject[name])
    }
  }

  /// Whom it concerns.
  private mutating func setPerson(_ caller: JSON, _ subject: JSON) {
    let person = caller.isPresent ? caller : subject
    let client = caller["class"].string == "client" ? caller.id : subject.client
    let names = [person.name, caller.id, subject.client, person.number, subject.to]
    set("CALLER", names.first { !$0.string.isEmpty } ?? .nothing)
    set("CLIENT", client)
    set("CLASS", person["class"])
    set("NUMBER", person.number)
  }

  private mutating func set(_ name: String, _ value: JSON) {
    let text = Self.cut(value.string)
    if !text.isEmpty { variables.append("HOURSD_\(name)=\(text)") }
  }

  /// As much of a text as a variable may hold.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count > Limits.hookField else { return text }
    var room = Limits.hookField
    return String(
      text.prefix { character in
        room -= character.utf8.count
        return room >= 0
      })
  }

  /// Words with a blank between two, and none that is cut.
  private static func list(_ words: [String]) -> String {
    var room = Limits.hookField
    return words.prefix { word in
      room -= word.utf8.count + 1
      return room >= 0
    }.joined(separator: " ")
  }
}
