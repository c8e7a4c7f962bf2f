// `--format`: one line for a status bar, filled from whatever the reply holds.

import ArgumentParser
import Civil
import HoursWire

extension JSON {
  /// For one line: times as people say them, lists with commas; objects have no short form.
  func spelled(seenFrom now: ReplyTime) -> String {
    switch self {
    case .text(let text): LocalTime(text)?.spelled(seenFrom: now) ?? text
    case .number(let number): number
    case .flag(let flag): flag ? "true" : "false"
    case .list(let list):
      list.map { $0.spelled(seenFrom: now) }.filter { !$0.isEmpty }.joined(separator: ", ")
    case .object, .nothing: ""
    }
  }
}

/// A line with names in braces; a dot goes into an object: `{caller.name}`.
struct Template {
  private enum Part {
    case literal(String)
    case name(String)
  }

  private var parts: [Part] = []

  init(_ text: String) throws {
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      parts.append(.literal(String(rest[..<brace])))
      rest = rest[brace...].dropFirst()
      if rest.first == "{" {
        parts.append(.literal("{"))
        rest = rest.dropFirst()
      } else {
        guard let end = rest.firstIndex(of: "}") else {
          throw ValidationError("A brace is not closed; write {{ for a brace itself.")
        }
        parts.append(.name(String(rest[..<end])))
        rest = rest[end...].dropFirst()
      }
    }
    parts.append(.literal(String(rest)))
  }

  /// The line. A key that may be absent is nothing then; one that no reply ever has is an error.
  func filled(from reply: JSON, seenFrom now: ReplyTime) throws(Failure) -> String {
    var line = ""
    for part in parts {
      switch part {
      case .literal(let text): line += text
      case .name(let name): line += try value(of: name, in: reply).spelled(seenFrom: now)
      }
    }
    return shown(line)
  }

  private func value(of name: String, in reply: JSON) throws(Failure) -> JSON {
    var value = reply
    var object = ""
    for key in name.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
      // What can be answered is in nobody's list: questions come with the call.
      guard value[key].isPresent || value.keys.isEmpty || JSON.keys.contains(key) || object == "answers"
      else {
        throw .usage(
          "--format: no reply has `\(name)`; this one has \(value.keys.joined(separator: ", "))")
      }
      value = value[key]
      object = key
    }
    return value
  }
}
