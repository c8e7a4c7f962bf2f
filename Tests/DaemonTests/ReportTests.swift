// The report of a real daemon: it adds up, comes in its order, and nobody else waits for a long one.

import HoursCore
import Testing

@Suite struct ReportTests {
  static let office = """
    timezone = "Europe/Berlin"
    hours = "2025 Mar 10-14 09:00-18:00"
    phone_region = "DE"
    [[client]]
    name = "Acme GmbH"
    id = "acme"
    phones = ["030 1234567"]
    [[personal]]
    name = "Boris"
    id = "boris"
    phones = ["0171 5550100"]

    """

  @Test func anEveningAddsUp() throws {
    let daemon = try DaemonProcess(Self.office)
    let connection = try daemon.connect()
    for line in [
      #"call {"from":"0171 5550100","at":"2025-03-11 15:00"}"#,
      #"call {"from":"030 1234567","missed":true,"at":"2025-03-11 16:00"}"#,
      #"call {"from":"030 1234567","severity":"critical","about":"hacked","at":"2025-03-11 23:00"}"#,
      #"call {"from":"030 1234567","severity":"normal","about":"a password","at":"2025-03-11 23:10"}"#,
      #"call {"from":"030 7777777","missed":true,"at":"2025-03-11 23:20"}"#,
      #"told {"call":4,"channel":"spoken"}"#,
      #"resolve {"id":3,"solution":"cleaned","minutes":40,"was_critical":true}"#,
      #"resolve {"id":1}"#,
    ] { #expect(try connection.ask(line).code == nil) }
    let report = try connection.ask(#"report {"from":"2025-03-11","to":"2025-03-12"}"#)
    let expected = [
      "calls": 5, "out_of_hours_before_told": 2, "in_hours_before_told": 1, "tonight_of": 1,
      "tonight_kept": 0,
      "picked_up": 0, "picked_up_of": 1, "own_exceptions_of": 2, "false_alarms": 0,
      "false_alarms_of": 1, "not_looked_at": 0, "surcharge_offered": 0,
    ]
    for (key, count) in expected {
      #expect(report.number(key) == count, "\(key): \(report)")
    }
    #expect(report.list("persons").map { $0["person"] as? String } == ["client:acme", "personal:boris", nil])
    #expect(report["from"] == "2025-03-11T00:00:00+01:00" && report["to"] == "2025-03-12T00:00:00+01:00")
    let acme = try connection.ask(#"report {"from":"2025-03-11","client":"Acme GmbH"}"#)
    #expect(acme.number("calls") == 3 && acme["client"] == "acme")
    #expect(try connection.ask("report").number("calls") == 0)
    #expect(try connection.ask(#"report {"client":"nobody"}"#).code == "not-found")
    #expect(try connection.ask(#"report {"from":"2025-03-12","to":"2025-03-11"}"#).code == "invalid")
  }

  /// More calls than are counted in a turn: the connection's own lines wait, others' do not.
  @Test func aLongOneIsCountedInTurns() throws {
    let daemon = try DaemonProcess(Self.office)
    let connection = try daemon.connect()
    let total = Limits.reportPage * 3 + 7
    for number in 0..<total {
      // Many in one second, across the pages.
      connection.send(#"call {"at":"2025-03-11 22:0\#(number / 400)"}"#)
    }
    for _ in 0..<total { #expect(try connection.next().code == nil) }
    connection.send(#"report {"from":"2025-03-11"}"#)
    connection.send("version")
    connection.send(#"report {"from":"2025-03-11 22:02","to":"2025-03-11 22:03"}"#)
    connection.finishWriting()
    #expect(try daemon.ask("status")["state"] == "closed")
    #expect(try connection.next().number("calls") == total)
    #expect(try connection.next().has("protocol"))
    #expect(try connection.next().number("calls") == 400)
    #expect(try connection.nextLine() == nil)
    // Whoever leaves in the middle takes nothing down.
    let leaving = try daemon.connect()
    leaving.send(#"report {"from":"2025-03-11"}"#)
    leaving.hangUp()
    #expect(try daemon.ask("version").has("protocol"))
    #expect(try daemon.end() == 0)
  }
}
