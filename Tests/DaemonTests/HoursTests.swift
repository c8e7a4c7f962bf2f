// The hours through the socket: the very lines, and times so far away that they must not be stumbled over.

import Testing

@Suite struct HoursTests {
  static let table = #"""
    hours -> {"intervals":[]}
    hours {"from":"2025-03-10 00:00"} -> {"intervals":[\#
    {"start":"2025-03-10T09:00:00+01:00","end":"2025-03-10T18:00:00+01:00","state":"open"},\#
    {"start":"2025-03-11T09:00:00+01:00","end":"2025-03-11T18:00:00+01:00","state":"open"},\#
    {"start":"2025-03-12T09:00:00+01:00","end":"2025-03-12T18:00:00+01:00","state":"open"},\#
    {"start":"2025-03-13T09:00:00+01:00","end":"2025-03-13T18:00:00+01:00","state":"open"},\#
    {"start":"2025-03-14T09:00:00+01:00","end":"2025-03-14T18:00:00+01:00","state":"open"}]}
    hours {"from":"2025-03-14 10:00","to":"2025-03-14T11:00:00Z"} -> {"intervals":[\#
    {"start":"2025-03-14T10:00:00+01:00","end":"2025-03-14T12:00:00+01:00","state":"open"}]}
    working-add {"working":7200,"from":"2025-03-10 17:00"} -> {"at":"2025-03-11T10:00:00+01:00"}
    working-add {"working":0,"from":"2025-03-09 17:00"} -> {"at":"2025-03-09T17:00:00+01:00"}
    working-between {"from":"2025-03-01 00:00","to":"2025-04-01 00:00"} -> {"working":162000}
    """#

  @Test func theLinesAreThese() throws {
    let daemon = try DaemonProcess(closedNow)
    for row in Self.table.split(separator: "\n") {
      let halves = row.split(separator: " -> ")
      #expect(try daemon.ask(String(halves[0])).text == halves[1], "\(halves[0])")
    }
    for line in [
      "working-add {\"working\":1}", "hours {\"from\":\"2025-03-10 00:00\",\"to\":\"2025-03-09 00:00\"}",
      "hours {\"from\":\"2025-03-10 00:00\",\"to\":\"2026-06-01 00:00\"}",
    ] {
      #expect(try daemon.ask(line).code == "invalid", "\(line)")
    }
  }

  /// What is published does not depend on the day, where nothing is ahead.
  @Test func publishedLines() throws {
    let daemon = try DaemonProcess(
      """
      timezone = "Europe/Berlin"
      hours = "Mo-Fr 09:00-12:00; Sa 20:00-01:00"
      [support]
      signature = "Ann"
      [words.de]
      hours = "werktags 9-12 Uhr"
      support-hours = "Sprechzeiten: {hours}\\n{emergency}"
      """)
    let table = #"""
      support-hours -> {"text":"Support hours: Monday to Friday 9:00-12:00; Saturday 20:00-1:00."}
      support-hours {"language":"ru"} -> {"text":"Часы поддержки: понедельник-пятница, 9:00-12:00; суббота, 20:00-1:00."}
      support-hours {"language":"de-CH"} -> {"text":"Sprechzeiten: werktags 9-12 Uhr"}
      support-hours {"format":"opening_hours"} -> {"opening_hours":"Mo-Fr 09:00-12:00; Sa 20:00-01:00"}
      support-hours {"format":"json-ld"} -> {"json_ld":{"@context":"https://schema.org","@type":"LocalBusiness",\#
      "name":"Ann","openingHoursSpecification":[{"@type":"OpeningHoursSpecification","dayOfWeek":[\#
      "https://schema.org/Monday","https://schema.org/Tuesday","https://schema.org/Wednesday",\#
      "https://schema.org/Thursday","https://schema.org/Friday"],"opens":"09:00","closes":"12:00"},\#
      {"@type":"OpeningHoursSpecification","dayOfWeek":["https://schema.org/Saturday"],"opens":"20:00","closes":"01:00"}]}}
      """#
    for row in table.split(separator: "\n") {
      let halves = row.split(separator: " -> ")
      #expect(try daemon.ask(String(halves[0])).text == halves[1], "\(halves[0])")
    }
    #expect(try daemon.ask("support-hours {\"language\":\"fr\"}").code == "invalid")
  }

  @Test(arguments: ["Mo-Fr 09:00-18:00", "24/7", "off", "off \"away\"", "2025 Mar 10-14 09:00-18:00"])
  func noTimeIsTooFar(_ hours: String) throws {
    let daemon = try DaemonProcess(
      "timezone = \"Europe/Berlin\"\nhours = '\(hours)'")
    for end in ["9997-12-31T11:59:59-12:00", "0002-01-01T14:00:00+14:00"] {
      #expect(try daemon.ask("hours {\"from\":\"\(end)\"}").has("intervals"))
      #expect(
        try daemon.ask("working-between {\"from\":\"\(end)\",\"to\":\"\(end)\"}").number("working") == 0)
      let added = try daemon.ask("working-add {\"working\":34560000,\"from\":\"\(end)\"}")
      #expect(added.code == "invalid" && added.message.contains("within a year"), "\(added)")
    }
    let whole = #"{"from":"0002-01-01 00:00","to":"9997-12-31 00:00"}"#
    #expect(try daemon.ask("hours \(whole)").code == "invalid")
    #expect(try daemon.ask("working-between \(whole)").code == "invalid")
  }
}
