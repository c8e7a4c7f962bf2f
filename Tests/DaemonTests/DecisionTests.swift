// Every row of the decision table, asked as a bridge would: through the socket of the real daemon.

import Foundation
import Testing

/// One line of the table below.
struct DecisionCase: CustomTestStringConvertible, Sendable {
  let columns: [String]
  var testDescription: String { columns.joined(separator: ", ") }

  var request: String {
    var keys = callers[columns[0]].map { $0.isEmpty ? [] : ["\"from\":\"\($0)\""] } ?? []
    let day = String(columns[1].split(separator: " ")[0])
    keys.append("\"at\":\"\(date(day)) \(columns[1].split(separator: " ")[1])\"")
    for word in columns[2].split(separator: " ") {
      switch word {
      case "rings": break
      case "missed": keys.append("\"missed\":true")
      case "accepted": keys.append("\"surcharge\":\"accepted\"")
      case "declined": keys.append("\"surcharge\":\"declined\"")
      default: keys.append("\"severity\":\"\(word)\"")
      }
    }
    return "call {\(keys.joined(separator: ","))}"
  }

  var verdict: String { columns[3] }
  var reason: String { columns[4] }
  /// Nothing where nothing is left in the queue.
  var kind: String? { columns[5] == "-" ? nil : columns[5] }
  var due: String? {
    guard columns.count > 6 else { return nil }
    let parts = columns[6].split(separator: " ")
    return "\(date(String(parts[0])))T\(parts[1]):00+01:00"
  }
}

/// Days of March 2025 in Berlin, an hour before UTC.
private func date(_ day: String) -> String {
  let days = ["Tue": 11, "Wed": 12, "Thu": 13, "Fri": 14, "Sat": 15, "Sun": 16, "Mon": 17]
  return "2025-03-\(days[day] ?? 0)"
}

private let callers = [
  "Acme": "+49 30 1234567", "Nova": "+49 30 2345678", "Ann": "+49 30 3456789", "School": "+49 30 4567890",
  "Mama": "+49 30 5678901", "stranger": "+49 30 9999999", "nobody": "",
]

private let people = """
  timezone = "Europe/Berlin"
  hours    = "Mo-Fr 09:00-13:00,14:00-18:00"
  phone_region = "DE"

  [[client]]
  name   = "Acme"
  phones = ["+49 30 1234567"]

  [[client]]
  name     = "Nova"
  phones   = ["+49 30 2345678"]
  contract = "24x7"

  [[personal]]
  name   = "Ann"
  phones = ["+49 30 3456789"]

  [[personal]]
  name   = "School"
  phones = ["+49 30 4567890"]
  always = true

  [[client]]
  name   = "Mama"
  phones = ["+49 30 5678901"]
  always = true
  """

private func cases(_ table: String) -> [DecisionCase] {
  table.split(separator: "\n").map { line in
    DecisionCase(
      columns: line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) })
  }
}

@Suite struct DecisionTests {
  // Open on Tuesday at 10:00, in a break at 13:30, closed at 22:00 and on Saturday; evening is at 19:00, quiet from
  // 21:30 to 09:00. A promise is the due time: nobody has snoozed anything.
  static let table = cases(
    """
    School   | Tue 10:00 | rings                       | answer    | always                   | -
    School   | Tue 13:30 | rings normal                | answer    | always                   | -
    School   | Tue 22:00 | rings                       | answer    | always                   | -
    Mama     | Sat 23:00 | rings normal                | answer    | always                   | -
    School   | Tue 10:00 | missed                      | ring-back | always-missed            | ring-back | Tue 10:00
    Mama     | Sat 23:00 | missed normal               | ring-back | always-missed            | ring-back | Sat 23:00
    Acme     | Tue 09:00 | rings                       | answer    | in-hours                 | -
    Acme     | Tue 17:59 | rings normal                | answer    | in-hours                 | -
    Nova     | Tue 10:00 | rings critical              | answer    | in-hours                 | -
    stranger | Tue 10:00 | rings                       | answer    | in-hours                 | -
    Acme     | Tue 10:00 | missed                      | ring-back | in-hours-missed          | ring-back | Tue 10:00
    Nova     | Tue 10:00 | missed critical             | ring-back | in-hours-missed          | ring-back | Tue 10:00
    stranger | Tue 12:59 | missed normal               | ring-back | in-hours-missed          | ring-back | Tue 12:59
    Ann      | Tue 10:00 | rings critical              | answer    | personal-critical        | -
    Ann      | Tue 23:00 | rings critical              | answer    | personal-critical        | -
    Ann      | Tue 10:00 | missed critical             | ring-back | personal-critical-missed | ring-back | Tue 10:00
    Ann      | Tue 23:00 | missed critical             | ring-back | personal-critical-missed | ring-back | Tue 23:00
    Ann      | Tue 10:00 | rings                       | decline   | personal-in-hours        | ring-back | Tue 19:00
    Ann      | Fri 17:00 | rings normal                | decline   | personal-in-hours        | ring-back | Fri 19:00
    Ann      | Tue 10:00 | missed                      | ring-back | personal-missed          | ring-back | Tue 19:00
    Ann      | Tue 18:30 | missed                      | ring-back | personal-missed          | ring-back | Tue 19:00
    Ann      | Tue 20:00 | missed normal               | ring-back | personal-missed          | ring-back | Tue 20:00
    Ann      | Tue 22:00 | missed                      | ring-back | personal-missed          | ring-back | Wed 19:00
    Ann      | Fri 23:00 | missed                      | ring-back | personal-missed          | ring-back | Sat 09:00
    Ann      | Sat 12:00 | missed                      | ring-back | personal-missed          | ring-back | Sat 12:00
    Ann      | Tue 13:30 | rings                       | answer    | personal-out-of-hours    | -
    Ann      | Tue 22:00 | rings normal                | answer    | personal-out-of-hours    | -
    Nova     | Tue 22:00 | rings                       | answer    | contract                 | support   | Tue 22:00
    Nova     | Tue 13:30 | rings normal                | answer    | contract                 | support   | Tue 13:30
    Nova     | Sat 03:00 | missed                      | ring-back | contract-missed          | ring-back | Sat 03:00
    Acme     | Tue 22:00 | rings critical              | answer    | critical                 | support   | Tue 22:00
    Acme     | Tue 13:30 | rings critical              | answer    | critical                 | support   | Tue 13:30
    stranger | Sat 12:00 | rings critical              | answer    | critical                 | support   | Sat 12:00
    Acme     | Tue 22:00 | missed critical             | ring-back | critical-missed          | ring-back | Tue 22:00
    stranger | Tue 13:30 | missed critical             | ring-back | critical-missed          | ring-back | Tue 13:30
    Acme     | Tue 13:00 | rings                       | defer     | in-break                 | ring-back | Tue 14:00
    Acme     | Tue 13:30 | rings normal accepted       | defer     | in-break                 | ring-back | Tue 14:00
    stranger | Tue 13:59 | missed                      | defer     | in-break                 | ring-back | Tue 14:00
    Acme     | Tue 22:00 | rings normal accepted       | answer    | surcharge                | support   | Tue 22:00
    Acme     | Tue 22:00 | missed normal accepted      | defer     | not-critical             | support   | Wed 09:00
    Acme     | Tue 18:00 | rings normal                | defer     | not-critical             | support   | Wed 09:00
    Acme     | Tue 22:00 | rings normal declined       | defer     | not-critical             | support   | Wed 09:00
    stranger | Tue 22:00 | rings normal accepted       | defer     | not-critical             | support   | Wed 09:00
    Acme     | Fri 18:30 | missed normal               | defer     | not-critical             | support   | Mon 09:00
    Acme     | Tue 08:59 | missed                      | defer     | missed-out-of-hours      | ring-back | Tue 09:00
    stranger | Sat 12:00 | missed                      | defer     | missed-out-of-hours      | ring-back | Mon 09:00
    stranger | Tue 22:00 | rings                       | defer     | stranger                 | ring-back | Wed 09:00
    nobody   | Tue 22:00 | rings                       | defer     | stranger                 | -
    nobody   | Sat 12:00 | missed normal               | defer     | not-critical             | -
    Acme     | Sun 12:00 | rings                       | ask       | not-triaged              | -
    Acme     | Tue 22:00 | rings untriaged accepted    | ask       | not-triaged              | -
    """)

  @Test func everyRow() throws {
    let daemon = try DaemonProcess(people + "\n[support]\nsurcharge = \"+100 %\"\n")
    let connection = try daemon.connect()
    for row in Self.table {
      let reply = try connection.ask(row.request)
      let found = [reply["verdict"], reply["reason"], reply["due"], reply["promised"]]
      #expect(found == [row.verdict, row.reason, row.due, row.due], "\(row.testDescription): \(reply)")
      #expect(reply.has("issue") == (row.kind != nil), "\(row.testDescription): \(reply)")
      guard let id = reply.number("issue") else { continue }
      #expect(try connection.ask("issue {\"id\":\(id)}")["kind"] == row.kind, "\(row.testDescription)")
      try connection.ask("drop {\"id\":\(id)}")
    }
    #expect(Set(Self.table.map(\.reason)).count == 19, "policy.md's table has 19 rows")
  }

  /// An owner who offers none.
  @Test func surchargeThatNobodyOffers() throws {
    let daemon = try DaemonProcess(people)
    let call =
      "call {\"from\":\"+49 30 1234567\",\"severity\":\"normal\",\"surcharge\":\"accepted\",\"at\":\"2025-03-11 22:00\"}"
    let reply = try daemon.ask(call)
    #expect(reply["reason"] == "not-critical" && reply["due"] == "2025-03-12T09:00:00+01:00")
  }

  /// Nobody said what it was about for ten minutes: the call counts as missed.
  @Test func neverTriaged() throws {
    let daemon = try DaemonProcess(people)
    let connection = try daemon.connect()
    let asked = try connection.ask("call {\"from\":\"+49 30 1234567\",\"at\":\"2025-03-11 22:00\"}")
    #expect(asked["verdict"] == "ask" && !asked.list("questions").isEmpty)
    let call = try #require(try connection.ask("calls").list("calls").first)
    #expect(call["reason"] as? String == "missed-out-of-hours")
    let issue = try #require(try connection.ask("issues").list("issues").first)
    #expect(issue["kind"] as? String == "ring-back")
    #expect(issue["due"] as? String == "2025-03-12T09:00:00+01:00")
  }
}
