// Overrides as they are typed, and what is said of them.

import Testing

@testable import hoursctl

/// On Tuesday 24 November 2026.
private let tuesday = #"{"state":"open","now":"2026-11-24T10:00:00+01:00"}"# + "\n"

/// Both days belong to what people call from - to: the wire gets the day after the last one.
@Test(arguments: [
  ("24 dec - 2 jan", #""from":"2026-12-24","until":"2027-01-03""#),
  ("24-26 dec", #""from":"2026-12-24","until":"2026-12-27""#),
  ("dec 24 to dec 26", #""from":"2026-12-24","until":"2026-12-27""#),
  ("2026-12-24 - 2026-12-24", #""from":"2026-12-24","until":"2026-12-25""#),
  ("today - tomorrow", #""from":"2026-11-24","until":"2026-11-26""#),
  ("today through friday", #""from":"2026-11-24","until":"2026-11-28""#),
  ("mon-fri", #""from":"2026-11-30","until":"2026-12-05""#),
  ("tuesday - monday", #""from":"2026-12-01","until":"2026-12-08""#),
  ("next week", #""from":"2026-11-30","until":"2026-12-07""#),
  ("28 feb - 28 feb", #""from":"2027-02-28","until":"2027-03-01""#),
  ("24 dec 14:00 - 2 jan", #""from":"24 dec 14:00","until":"2027-01-03""#),
])
func theLastDayOfAnOverrideBelongsToIt(_ words: String, _ keys: String) throws {
  let run = try hoursctl("override closed \(words)", replies: tuesday + #"{"error":{"message":"no"}}"# + "\n")
  #expect(run.request == "status")
  #expect(run.laterRequests == [#"override {"state":"closed",\#(keys)}"#])
}

/// Of hours, a day alone is all of it.
@Test(arguments: [
  ("tomorrow", #""from":"2026-11-25","to":"2026-11-26""#),
  ("monday", #""from":"2026-11-30","to":"2026-12-01""#),
  ("24 dec - 2 jan", #""from":"2026-12-24","to":"2027-01-03""#),
  ("next week", #""from":"2026-11-30","to":"2026-12-07""#),
])
func hoursTakesTheSameWords(_ words: String, _ keys: String) throws {
  let run = try hoursctl("hours \(words)", replies: tuesday + #"{"error":{"message":"no"}}"# + "\n")
  #expect(run.laterRequests == [#"hours {\#(keys)}"#])
}

private func made(_ from: String, _ until: String, reason: String = "flu", affected: String = "") -> String {
  #"""
  {"id":3,"state":"closed","from":"\#(from):00+03:00","until":"\#(until):00+03:00","reason":"\#(reason)",\#
  "affected":[\#(affected)]}
  """#
}

@Test(arguments: [
  (made("2020-01-06T09:00", "2031-01-13T00:00"), "closed until Mon 13 Jan 2031 00:00: flu (override 3)"),
  (made("2031-01-06T10:00", "2031-01-06T14:00"), "closed Mon 6 Jan 2031 10:00-14:00: flu (override 3)"),
  (made("2031-01-06T10:00", "2031-01-07T00:00"), "closed Mon 6 Jan 2031 10:00-24:00: flu (override 3)"),
  (made("2031-01-06T00:00", "2031-01-07T00:00"), "closed Mon 6 Jan 2031, all day: flu (override 3)"),
  (
    made("2031-01-06T00:00", "2031-01-09T00:00", reason: ""),
    "closed Mon 6 Jan 2031 - Wed 8 Jan 2031, whole days (override 3)"
  ),
  (
    made("2031-01-06T10:00", "2031-01-09T00:00"),
    "closed Mon 6 Jan 2031 10:00 - Thu 9 Jan 2031 00:00: flu (override 3)"
  ),
])
func anOverrideIsSaidAsItWasUnderstood(_ reply: String, _ line: String) throws {
  #expect(try screen("override closed", reply) == line + "\n")
}

private let owed = #"""
  {"id":4,"kind":"support","state":"pending","class":"client","name":"Acme GmbH","number":"+49301234567","call":1,\#
  "about":"forgot my password","promised":"2031-01-07T09:00:00+03:00","due":"2031-01-07T09:00:00+03:00"},\#
  {"id":12,"kind":"support","state":"pending","class":"unknown","about":"ring the accountant",\#
  "promised":"2031-01-08T09:00:00+03:00","due":"2031-01-08T09:00:00+03:00"}
  """#

private let broken = """

  Promised for a time when nobody works now:
  ID  PROMISED              WHO        NUMBER        ABOUT
  4   Tue 7 Jan 2031 09:00  Acme GmbH  +49301234567  forgot my password
  12  Wed 8 Jan 2031 09:00                           ring the accountant

  """

@Test func brokenPromisesAreListed() throws {
  let override = made("2031-01-06T00:00", "2031-01-09T00:00", affected: owed)
  let head = "closed Mon 6 Jan 2031 - Wed 8 Jan 2031, whole days: flu (override 3)\n"
  #expect(try screen("override closed", override) == head + broken)
  #expect(
    try screen("reload", #"{"changed":["hours"],"affected":[\#(owed)]}"#) == "changed: hours\n" + broken)
}

@Test func onATerminalItIsSaidWhatToTypeAboutThem() throws {
  let running = made("2020-01-06T00:00", "2031-01-09T00:00", affected: owed)
  #expect(
    try screen("override closed", running, columns: 80, environment: ["TERM": "dumb"]).hasSuffix(
      broken + """

          tell Acme GmbH         hoursctl note 4 told them
          agree on another time  hoursctl note 12 told them
          or take it back        hoursctl end-override 3

        """))
  let toCome = made("2031-01-06T00:00", "2031-01-09T00:00", affected: owed)
  #expect(
    try screen("override closed", toCome, columns: 80, environment: ["TERM": "dumb"]).contains(
      "  or do it before        hoursctl snooze ID +1h\n"))
}

@Test(arguments: [
  (made("2020-01-06T09:00", "2026-01-13T00:00"), "override 3 (closed: flu) has ended"),
  (
    made("2031-01-06T09:00", "2031-01-06T09:00"),
    "override 3 (closed: flu) is taken back"
  ),
])
func anOverrideEnds(_ reply: String, _ line: String) throws {
  #expect(try screen("end-override 3", reply) == line + "\n")
}

/// What holds then may be another override.
@Test func whatHoldsWhenAnOverrideHasEndedIsSaid() throws {
  let status =
    #"{"state":"closed","now":"2031-01-06T10:00:00+03:00","until":"2031-01-06T18:00:00+03:00","override":2}"#
  let ended = try hoursctl(
    "end-override 3", replies: made("2020-01-06T09:00", "2031-01-06T10:00") + "\n" + status + "\n")
  #expect(ended.laterRequests == ["status"])
  #expect(
    ended.output == """
      override 3 (closed: flu) has ended
      closed until Mon 6 Jan 2031 18:00
      why            override 2

      """)
}

/// Of several that run, the one made last holds.
@Test func anOverrideUnderAnotherIsShownAsSuch() throws {
  let older = made("2020-01-06T09:00", "2031-01-06T00:00")
  let newer = older.replacing(#""id":3"#, with: #""id":5"#)
  #expect(
    try screen("overrides", #"{"overrides":[\#(older),\#(newer)]}"#) == """
      ID  STATE   FROM          UNTIL                 REASON
      3   closed  now, under 5  Mon 6 Jan 2031 00:00  flu
      5   closed  now           Mon 6 Jan 2031 00:00  flu

      """)
}

@Test func overridesAreATable() throws {
  let list = [
    made("2020-01-06T09:00", "2031-01-06T00:00"), made("2031-01-07T00:00", "2031-01-08T00:00", reason: ""),
  ]
  #expect(
    try screen("overrides", #"{"overrides":[\#(list.joined(separator: ","))]}"#) == """
      ID  STATE   FROM                  UNTIL                 REASON
      3   closed  now                   Mon 6 Jan 2031 00:00  flu
      3   closed  Tue 7 Jan 2031 00:00  Wed 8 Jan 2031 00:00

      """)
  #expect(try screen("overrides", #"{"overrides":[]}"#) == "no overrides: the regular hours hold\n")
}

@Test func watchersReadOverridesAsSentences() throws {
  let event =
    #"{"seq":41,"at":"2031-01-05T09:00:00+03:00","event":"office.override","override":\#(made("2031-01-06T00:00", "2031-01-07T00:00"))}"#
  let run = try hoursctl("watch", replies: #"{"watching":true,"seq":40}"# + "\n" + event + "\n")
  #expect(
    run.output == "Sun 5 Jan 2031 09:00  office.override  closed Mon 6 Jan 2031, all day: flu (override 3)\n")
}
