// Whom a name or a number means among all who ever called, and what is left of a record without them.

import Civil
import Testing

@testable import HoursCore

/// A book in which numbers are compared by their last seven digits.
private struct Book: Directory {
  var people: [Caller]

  var contacts: [Contact] { people.compactMap(Contact.init) }

  func caller(number: String?, name: String?) -> Caller {
    let normal = number.map { "+4930" + $0.filter(\.isNumber).suffix(7) }
    var found =
      people.first { normal != nil && $0.number == normal }
      ?? people.first { name != nil && ($0.id == name || $0.name == name) }
      ?? Caller(class: .unknown, name: name, language: "en")
    found.number = normal
    return found
  }

  func isSame(as other: any Directory) -> Bool { (other as? Book)?.people == people }
}

private func caller(_ words: String) -> Caller {
  // `client acme Acme +49301234567`; `-` is absent.
  let word = words.split(separator: " ").map { $0 == "-" ? nil : String($0) }
  return Caller(
    class: CallerClass(rawValue: word[0] ?? "") ?? .unknown, id: word[1], name: word[2], number: word[3],
    language: "en")
}

private let book = Book(people: [
  caller("client acme Acme +49301234567"), caller("personal boris Boris +49307654321"),
])

/// Everybody who ever called.
private let callers = [
  "client acme Acme +49301234567",  // 0
  "client acme Acme +49305555555",  // 1: a number that is no longer theirs
  "unknown - - +49305555555",  // 2: the same, after that
  "unknown - - +49301234567",  // 3: before they were in the book
  "unknown - Acme -",  // 4: by name alone
  "personal boris Boris +49307654321",  // 5
  "unknown - - +49309999999",  // 6
  "client former Former +49308888888",  // 7: in the book no more
  "unknown - - +49308888888",  // 8
  "unknown - Ann -",  // 9
].map(caller)

private let whom: [(Forgettable, [Int], String)] = [
  (.client("acme"), [0, 1, 2, 3, 4], "client:acme number:+49301234567 number:+49305555555"),
  (.client("Acme"), [0, 1, 2, 3, 4], "client:acme number:+49301234567 number:+49305555555"),
  (
    .number("123 45 67"), [0, 1, 2, 3, 4],
    "client:acme number:+49301234567 number:+49305555555 number:123 45 67"
  ),
  (.client("boris"), [5], "number:+49307654321 personal:boris"),
  (.number("030/9999999"), [6], "number:+49309999999 number:030/9999999"),
  (.client("former"), [7, 8], "client:former number:+49308888888 personal:former"),
  (.number("8888888"), [7, 8], "client:former number:+49308888888 number:8888888"),
  (.client("ann"), [9], "client:ann personal:ann"),
  (.client("nobody"), [], "client:nobody personal:nobody"),
  (.number("030 1111111"), [], "number:+49301111111 number:030 1111111"),
]

@Test(arguments: whom)
func whoIsMeant(_ whom: Forgettable, _ theirs: [Int], _ persons: String) {
  var likeness = Likeness(whom, in: book)
  likeness.learn(from: callers)
  #expect(callers.indices.filter { likeness.isTheirs(callers[$0]) } == theirs)
  #expect(likeness.persons.sorted().joined(separator: " ") == persons)
}

private func erased(_ change: (inout HoursCore.Issue) -> Void, of person: String = "client:acme")
  -> HoursCore.Issue
{
  var likeness = Likeness(.client("acme"), in: book)
  likeness.learn(from: callers)
  var issue = HoursCore.Issue(
    id: 3, kind: .support, caller: person == "client:acme" ? callers[0] : callers[5], about: "a word",
    severity: .critical, queuedAt: Instant(seconds: 1), promised: Instant(seconds: 2),
    due: Instant(seconds: 3))
  change(&issue)
  return Eraser(likeness, event: 41).erased(issue)
}

@Test func whatIsLeftOfAnIssue() {
  let left = erased {
    $0.solution = "mended"
    $0.why = "a joke"
    $0.minutes = 5
    $0.wasCritical = false
  }
  #expect([left.about, left.solution, left.why, left.name, left.number] == [nil, nil, nil, nil, nil])
  #expect(left.client == left.person && left.person?.hasPrefix("forgotten:41") == true)
  #expect(
    left.class == .client && left.severity == .critical && left.minutes == 5 && left.wasCritical == false)
  #expect(left.promised == Instant(seconds: 2))
}

/// Somebody else's words stay, but for the name and the numbers.
@Test(arguments: [
  ("Acme asked for it, from +49301234567", "… asked for it, from …"),
  ("acmeology", "acmeology"), ("from +49305555555", "from …"), ("", ""),
])
func whatIsLeftOfOthersWords(_ text: String, _ left: String) {
  #expect(erased({ $0.about = text }, of: "personal:boris").about == left)
}

@Test func theNewNamesAreUnlikeEachOtherAndStay() {
  var likeness = Likeness(.client("acme"), in: book)
  likeness.learn(from: callers)
  let eraser = Eraser(likeness, event: 41)
  let names = likeness.persons.compactMap(eraser.name)
  #expect(Set(names).count == 3 && names.allSatisfy { $0.hasPrefix("forgotten:41") })
  var call = Call(
    id: 1, calledAt: Instant(seconds: 0), caller: callers[0], severity: .normal, missed: false,
    verdict: .answer,
    reason: .inHours, say: "hello")
  call = eraser.erased(call)
  // What the queue, the report and the rows know them by is one and the same.
  #expect(
    call.caller.person == eraser.name(of: "client:acme") && call.caller.class == .client && call.say.isEmpty)
  #expect(eraser.erased(call) == call)
}
