// What the shell can complete: ids and names that the daemon knows, beside the words that are always the same.
//
// A shell asks this program again for each press of a key. So it is silent, and soon done, whatever happens; and what
// callers said is only ever shown: each shell's own signs are taken out of what is chosen and of what is read.

import ArgumentParser
import Glibc
import HoursWire

/// Something to choose.
struct Candidate: Equatable {
  /// What stands in the command line then.
  let word: String
  /// What people see beside it, where the shell can show that.
  let about: String

  /// The line that this shell reads as the word, and shows with what it is about.
  func line(for shell: CompletionShell) -> String? {
    // What is not shown as it is could not be chosen either; and what begins like an option would be taken for one.
    guard !word.isEmpty, shown(word) == word, !word.hasPrefix("-") else { return nil }
    let about = shown(about).cut(to: 60)
    switch shell {
    // It expands each line, as if it had been typed: between quotes it leaves all as it is.
    case .bash: return "'" + word.replacing("'", with: #"'\''"#) + "'"
    case .zsh:
      let escaped = word.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
      return about.isEmpty || about == word ? escaped : "\(escaped):\(about)"
    case .fish: return about.isEmpty || about == word ? word : "\(word)\t\(about)"
    default: return word
    }
  }
}

extension CompletionKind {
  static var pendingIssues: CompletionKind { asking { Ask("issues").with("state", "pending") } }

  static var issues: CompletionKind { asking { Ask("issues") } }

  static var doneIssues: CompletionKind {
    asking { Ask("issues").with("state", ["solved", "settled", "dropped"]) }
  }

  static var messages: CompletionKind { asking { Ask("messages") } }

  /// Those whose end nobody has told.
  static var openCalls: CompletionKind { asking { Ask("calls") } }

  static var contacts: CompletionKind { asking { Ask("contacts") } }

  static var overrides: CompletionKind { asking { Ask("overrides") } }

  static var times: CompletionKind {
    .list([
      "today", "tomorrow", "tonight", "noon", "next-business-day", "monday", "tuesday", "wednesday",
      "thursday", "friday", "saturday", "sunday",
    ])
  }

  static var configurations: CompletionKind { .file(extensions: ["toml"]) }

  private static func asking(_ ask: @escaping @Sendable () -> Ask) -> CompletionKind {
    .custom { words, _, _ in
      guard let shell = CompletionShell.requesting else { return [] }
      leaveSoon()
      let option = words.firstIndex(of: "--socket").flatMap { words.dropFirst($0 + 1).first }
      do {
        var connection = try Connection(option: option)
        let reply = try read(connection.ask(ask(), wishes: Wishes()))
        return reply.candidates.compactMap { $0.line(for: shell) }
      } catch {
        // Nobody has asked for an error here.
        return []
      }
    }
  }
}

/// Ends this program, without a word, when a daemon hangs: longer nobody waits for a completion.
private func leaveSoon() {
  signal(SIGALRM) { _ in _exit(0) }
  // Whoever started the shell may have blocked it.
  var alarms = sigset_t()
  sigemptyset(&alarms)
  sigaddset(&alarms, SIGALRM)
  sigprocmask(SIG_UNBLOCK, &alarms, nil)
  alarm(2)
}

extension JSON {
  /// What a list of the daemon's gives to choose from.
  var candidates: [Candidate] {
    var candidates: [Candidate] = []
    func offer(_ word: JSON, _ about: [String]) {
      candidates.append(Candidate(word: word.string, about: about.joinedFilled(": ")))
    }
    for issue in self.issues.array { offer(issue.id, [issue.owedTo, issue.about.string]) }
    for message in self.messages.array {
      offer(message.id, [message.state.string, message["subject"].string])
    }
    for call in self.calls.array where !call.outcome.isPresent {
      offer(call.call, [call.caller.who, call.about.string])
    }
    for contact in self.contacts.array { offer(contact.id, [contact.name.string]) }
    for override in self.overrides.array {
      offer(override.id, [override.state.string, override.reason.string])
    }
    return candidates
  }
}
