// The whole screen of a status: why, what is due, what comes, and what is wrong.

import Testing

private func status(_ more: String) -> String {
  #"""
  {"state":"closed","now":"2026-11-24T20:15:00+01:00","since":"2026-11-24T18:00:00+01:00",\#
  "until":"2026-11-25T09:00:00+01:00","next_opening":"2026-11-25T09:00:00+01:00","zone":"Europe/Berlin",\#
  "hours":"Mo-Fr 09:00-18:00; PH off","pending":0,"due":0,"overdue":0,"unsent":0,"seq":7,\#(more)}
  """#
}

@Test(arguments: [
  (#""alarm":"systemd""#, "outside the working hours: Mo-Fr 09:00-18:00; PH off"),
  (#""break":true"#, "a break in the working hours: Mo-Fr 09:00-18:00; PH off"),
  (#""unknown":true"#, "the working hours: Mo-Fr 09:00-18:00; PH off"),
  (#""reason":"Christmas Day""#, "Christmas Day"), (#""reason":"flu","override":3"#, "flu (override 3)"),
  (#""reason":"override","override":3"#, "override 3"), (#""override":3"#, "override 3"),
])
func itIsAlwaysSaidWhyItIsClosed(_ more: String, _ why: String) throws {
  #expect(try screen("status", status(more)).contains("\nwhy            \(why)\n"))
}

@Test func whileItIsOpenNobodyAsksWhy() throws {
  #expect(try !screen("status", status(#""state":"open""#)).contains("why"))
  #expect(
    try screen("status", status(#""state":"open","override":3"#)).contains("why            override 3\n"))
}

private let due = #"""
  {"issues":[{"id":4,"kind":"support","state":"pending","class":"client","name":"Acme GmbH","about":"forgot my password",\#
  "severity":"normal","call":1,"due":"2026-11-24T09:00:00+01:00","promised":"2026-11-23T09:00:00+01:00"},\#
  {"id":12,"kind":"ring-back","state":"pending","class":"personal","name":"Boris","call":2,"severity":"untriaged",\#
  "due":"2026-11-24T19:00:00+01:00","promised":"2026-11-24T19:00:00+01:00"}]}
  """#

private let ahead = #"""
  {"intervals":[{"start":"2026-11-24T20:15:00+01:00","end":"2026-11-25T00:00:00+01:00","state":"closed","reason":"flu",\#
  "override":3},{"start":"2026-11-25T09:00:00+01:00","end":"2026-11-25T18:00:00+01:00","state":"open"},\#
  {"start":"2026-11-27T00:00:00+01:00","end":"2026-11-28T00:00:00+01:00","state":"closed","reason":"Thanksgiving"}]}
  """#

@Test func whatIsDueAndWhatComesIsAskedOnTheSameConnection() throws {
  let replies = [
    status(
      #""pending":8,"due":7,"overdue":1,"system_zone":"America/New_York","next_reminder":"2026-11-25T09:00:00+01:00""#
    ),
    due, ahead,
  ].joined(separator: "\n")
  let run = try hoursctl("status", replies: replies + "\n")
  #expect(
    run.laterRequests == [
      #"issues {"state":["pending"],"due_by":"2026-11-24T19:15:00+00:00","limit":5}"#,
      #"hours {"from":"2026-11-24T19:15:00+00:00","to":"2026-12-08T19:15:00+00:00"}"#,
    ])
  #expect(
    run.output == """
      closed until tomorrow 09:00
      why            outside the working hours: Mo-Fr 09:00-18:00; PH off
      since          18:00
      queue          8 pending, 7 due, 1 overdue
                     4   overdue  Acme GmbH  forgot my password
                     12  due      Boris
                     and 5 more: hoursctl issues
      next reminder  tomorrow 09:00
      coming         closed Fri 27 Nov, all day: Thanksgiving
      here           it is 14:15 (America/New_York); all times are the office's, Europe/Berlin

      """)
}

/// A long absence: where it ends was not asked for.
@Test func whatLastsLongerThanWasAskedForHasNoEnd() throws {
  let long = #"""
    {"intervals":[{"start":"2026-12-07T00:00:00+01:00","end":"2026-12-08T20:15:00+01:00","state":"closed","reason":"Crete"}]}
    """#
  #expect(
    try screen("status", status(#""alarm":"systemd""#) + "\n" + long)
      .contains("coming         closed from Mon 7 Dec on: Crete\n"))
}

/// Status bars ask again and again, and an older daemon knows less: one question, and whatever it answers.
@Test(arguments: ["", "--json", "--format {state}", "status --json", "status --format {state}"])
func forProgramsItIsOneQuestion(_ words: String) throws {
  let run = try hoursctl(words, replies: status(#""due":3"#) + "\n")
  #expect(run.request == "status" && run.laterRequests.isEmpty && run.status == 0)
}
