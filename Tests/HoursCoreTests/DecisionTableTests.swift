// The decision table against the one of contrib/doc/policy.md, cell by cell.

import Foundation
import Testing

@testable import HoursCore

@Suite struct DecisionTableTests {
  /// The rows of contrib/doc/policy.md's table: those that begin with a reason.
  static let policy: [Substring] = {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../contrib/doc/policy.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { line in
      Reason.allCases.contains { line.hasPrefix("| `\($0.rawValue)` |") }
    }
  }()

  static let policyRows = policy.map { line in
    line.split(separator: "|").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  @Test func hasThePolicysRowsInItsOrder() {
    #expect(decisionTable.map { "`\($0.reason.rawValue)`" } == Self.policyRows.map { $0[0] })
    #expect(decisionTable.map(\.reason) == Reason.allCases)
  }

  @Test(arguments: zip(policyRows, decisionTable)) func saysWhatThePolicySays(_ cells: [String], _ row: Row) {
    #expect(
      cells.dropFirst() == [
        Self.callers(row), Self.office(row), Self.ring(row), Self.severity(row), Self.verdict(row),
        Self.leavings(row),
      ])
  }

  // Each cell in the policy's words. "The same" and "else" look back at the rows before, as readers do.

  static func callers(_ row: Row) -> String {
    switch row.caller {
    case .always: row.ring == .rings ? "contact with `always = true`" : "the same"
    case .personal: "personal"
    case .unknown: "unknown"
    case .aroundTheClock: "client, 24x7"
    case .client: row.trouble == .surcharged ? "client, and the owner offers one" : "client"
    case [.client, .unknown]: "client, unknown"
    default: "nobody's words"
    }
  }

  static func office(_ row: Row) -> String {
    switch row.office {
    case .any: "any"
    case .open: "open"
    case .closed: "closed"
    case .break: "break"
    default: "no word"
    }
  }

  static func ring(_ row: Row) -> String {
    row.ring == .any ? "any" : row.ring == .rings ? "rings" : "missed"
  }

  static func severity(_ row: Row) -> String {
    let isSecond = decisionTable.prefix { $0.reason != row.reason }.contains { earlier in
      earlier.trouble == .critical && earlier.caller.isSuperset(of: row.caller)
        && !earlier.office.isDisjoint(with: row.office)
    }
    return switch row.trouble {
    case .any: isSecond ? "else" : "any"
    case .critical: "critical"
    case .surcharged: "normal, surcharge accepted"
    case .normal: "normal"
    case .untriaged: "untriaged"
    default: "no word"
    }
  }

  static func verdict(_ row: Row) -> String {
    "`\(row.verdict.rawValue)`\(row.reason == .stranger ? " (voicemail)" : "")"
  }

  static func leavings(_ row: Row) -> String {
    guard let leaves = row.leaves else {
      return row.verdict == .ask ? "nothing yet; not triaged in 10 minutes: as `missed-out-of-hours`" : "-"
    }
    let due =
      switch leaves.due {
      case .now: "due now"
      case .thisEvening: "due this evening"
      case .breakEnd: "due at the break's end"
      case .nextOpening: "due at the next opening"
      }
    return "`\(leaves.kind.rawValue)`, \(due)\(leaves.billable ? ", billable" : "")"
  }

  // MARK: Every combination of facts

  static let everything: [Facts] = {
    var all: [Facts] = []
    for caller: Callers in [.always, .personal, .unknown, .standard, .aroundTheClock] {
      for office: OfficeAt in [.open, .break, .closure] {
        for ring: Ring in [.rings, .missed] {
          for trouble: Trouble in [.critical, .surcharged, .plain, .untriaged] {
            all.append(Facts(caller: caller, office: office, ring: ring, trouble: trouble))
          }
        }
      }
    }
    return all
  }()

  @Test func everyCombinationOfFactsHasARow() {
    let without = Self.everything.filter { facts in !decisionTable.contains { $0.matches(facts) } }
    #expect(without == [])
    #expect(Self.everything.count == 120)
  }

  @Test func noRowIsDead() {
    let alive = Set(Self.everything.compactMap { facts in decisionTable.first { $0.matches(facts) }?.reason })
    #expect(Set(Reason.allCases).subtracting(alive) == [])
  }

  @Test func whoIsAlwaysAnsweredNeverWaits() {
    let verdicts = Self.everything.filter { $0.caller == .always }.map(\.row.verdict)
    #expect(Set(verdicts) == [.answer, .ringBack])
  }

  @Test func whatIsCriticalNeverWaits() {
    let waiting = Self.everything.filter { facts in
      facts.trouble == .critical && ![.answer, .ringBack].contains(facts.row.verdict)
    }
    #expect(waiting == [])
  }

  @Test func everyMissedCallLeavesSomething() {
    #expect(Self.everything.filter { $0.ring == .missed && $0.row.leaves == nil } == [])
  }
}
