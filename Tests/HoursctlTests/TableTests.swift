// Tables in terminals of sixty to two hundred columns: what gives way, and what never does.

import HoursWire
import Testing

private func issue(_ id: Int, _ due: String, promised: String? = nil, _ rest: String) -> String {
  #"""
  {"id":\#(id),"kind":"support","state":"pending","class":"client","severity":"normal","call":1,\#
  "due":"\#(due):00+03:00","promised":"\#(promised ?? due):00+03:00",\#(rest)}
  """#
}

private let queue = [
  issue(
    4, "2031-01-06T09:00", promised: "2020-01-06T09:00", #""name":"Acme GmbH","about":"forgot my password""#),
  issue(
    7, "2020-01-06T09:00", promised: "2031-01-06T09:00",
    #""name":"株式会社サンプル商事ウェブ制作事業部","about":"it"#
      + #" is down, down, down, and nobody knows why","severity":"critical""#),
  issue(105, "2031-01-06T09:00", #""state":"solved","number":"+49301234567890""#),
  issue(1106, "2031-01-07T09:00", #""name":"Bureau van de Nederlandse Vereniging","about":"🎉 ✅ e\u0301""#),
]
private let reply = #"{"issues":[\#(queue.joined(separator: ","))]}"#

private func table(_ columns: UInt16, _ reply: String = reply, _ words: String = "issues") throws -> String {
  let output = try screen(words, reply, columns: columns, environment: ["TERM": "dumb", "LANG": "C.UTF-8"])
  for line in output.split(separator: "\n") { #expect(String(line).columns <= Int(columns), "\(line)") }
  return output
}

@Test func textsGiveWayBeforeIdsStatesAndTimes() throws {
  #expect(
    try table(60) == """
      ID    STATE    DUE                   WHO         ABOUT
      4     overdue  Mon 6 Jan 2031 09:00  Acme GmbH   forgot my …
      7     due      Mon 6 Jan 2020 09:00  株式会社…   critical: …
      105   solved   Mon 6 Jan 2031 09:00  +49301234…
      1106           Tue 7 Jan 2031 09:00  Bureau va…  🎉 ✅ e\u{301}

      """)
  #expect(
    try table(80) == """
      ID    STATE    DUE                   KIND     WHO           ABOUT
      4     overdue  Mon 6 Jan 2031 09:00  support  Acme GmbH     forgot my password
      7     due      Mon 6 Jan 2020 09:00  support  株式会社サ…   critical: it is dow…
      105   solved   Mon 6 Jan 2031 09:00  support  +4930123456…
      1106           Tue 7 Jan 2031 09:00  support  Bureau van …  🎉 ✅ e\u{301}

      """)
  #expect(
    try table(200) == """
      ID    STATE    DUE                   PROMISED              KIND     WHO                                   ABOUT
      4     overdue  Mon 6 Jan 2031 09:00  Mon 6 Jan 2020 09:00  support  Acme GmbH                             forgot my password
      7     due      Mon 6 Jan 2020 09:00  Mon 6 Jan 2031 09:00  support  株式会社サンプル商事ウェブ制作事業部  critical: it is down, down, down, and nobody knows why
      105   solved   Mon 6 Jan 2031 09:00                        support  +49301234567890
      1106           Tue 7 Jan 2031 09:00                        support  Bureau van de Nederlandse Vereniging  🎉 ✅ e\u{301}

      """)
}

@Test func withoutUnicodeTheCutIsThreeDots() throws {
  let output = try screen("issues", reply, columns: 60, environment: ["TERM": "dumb", "LANG": "C"])
  #expect(output.contains("Acme GmbH   forgot m..."))
}

@Test(arguments: [60, 80, 132, 200] as [UInt16])
func aHundredRowsFit(_ columns: UInt16) throws {
  let many = (1...100).map { id in
    issue(
      id * 97, "2031-01-06T09:00", #""name":"\#(String(repeating: "ы", count: id))","about":"\#(id) about""#)
  }
  let lines = try table(columns, #"{"issues":[\#(many.joined(separator: ","))]}"#).split(separator: "\n")
  #expect(lines.count == 101)
  for (id, line) in zip(1..., lines.dropFirst()) { #expect(line.hasPrefix("\(id * 97) ")) }
}

private let calls = #"""
  {"calls":[{"call":31,"called_at":"2031-01-06T15:20:00+03:00","caller":{"class":"client","name":"Acme GmbH"},\#
  "severity":"normal","verdict":"defer","reason":"missed-out-of-hours","about":"forgot my password again, sorry"},\#
  {"call":3,"called_at":"2031-01-05T09:35:00+03:00","caller":{"class":"unknown"},"severity":"critical",\#
  "verdict":"answer","reason":"critical","outcome":"answered"}]}
  """#

@Test func callsGiveUpTheirReasonFirst() throws {
  #expect(
    try table(120, calls, "calls") == """
      CALL  WHEN                  WHO        VERDICT  END       REASON               ABOUT
      31    Mon 6 Jan 2031 15:20  Acme GmbH  defer              missed-out-of-hours  forgot my password again, sorry
      3     Sun 5 Jan 2031 09:35  unknown    answer   answered  critical             critical

      """)
  #expect(
    try table(80, calls, "calls") == """
      CALL  WHEN                  WHO        VERDICT  END       ABOUT
      31    Mon 6 Jan 2031 15:20  Acme GmbH  defer              forgot my password ag…
      3     Sun 5 Jan 2031 09:35  unknown    answer   answered  critical

      """)
}

@Test func aWordThatFitsNoLineIsBroken() throws {
  let link = "https://example.org/" + String(repeating: "x", count: 60)
  let note = #"{"event":"issue.noted","at":"2031-01-06T09:00:00+03:00","text":"one\ntwo \#(link)"}"#
  let output = try table(
    60, issue(3, "2031-01-06T09:00", #""about":"see \#(link)","history":[\#(note)]"#), "show 3")
  #expect(
    output.contains("about          see\n               https://example.org/xxxxxxxxxxxxxxxxxxxxxxxxx\n"))
  #expect(output.contains("Mon 6 Jan 2031 09:00  note: one\n                      two\n"))
}
