// Where the owner meets follow-ups without asking for them: the status, the queue, an issue's history, events.

import Testing

private let queue = #"""
  {"issues":[{"id":3,"kind":"support","state":"solved","name":"Acme GmbH","due":"2031-01-06T09:00:00+03:00"},\#
  {"id":4,"kind":"support","state":"solved","name":"Beta AG","due":"2031-01-06T09:00:00+03:00"},\#
  {"id":5,"kind":"support","state":"solved","name":"Acme GmbH","due":"2031-01-06T09:00:00+03:00"}]}
  {"messages":[{"id":1,"issue":3,"state":"failed"},{"id":2,"issue":5,"state":"uncertain"}]}
  """#

@Test func theQueueSaysWhoseFollowUpIsInTrouble() throws {
  let run = try hoursctl("issues", replies: queue + "\n")
  #expect(run.laterRequests == [#"messages {"state":["failed","uncertain"],"limit":1000}"#])
  #expect(
    run.output == """
      ID  STATE           DUE                   KIND     WHO
      3   mail failed     Mon 6 Jan 2031 09:00  support  Acme GmbH
      4   solved          Mon 6 Jan 2031 09:00  support  Beta AG
      5   mail uncertain  Mon 6 Jan 2031 09:00  support  Acme GmbH

      """)
}

@Test func whereNothingIsSolvedNobodyAsksForMail() throws {
  let pending = #"{"issues":[{"id":3,"kind":"support","state":"pending"}]}"#
  #expect(try hoursctl("issues", replies: pending + "\n").laterRequests == [])
}

@Test(arguments: [
  (#""failed":1"#, "1 could not be sent"), (#""uncertain":2"#, "2 may have been sent or not"),
  (#""failed":1,"uncertain":2"#, "1 could not be sent, 2 may have been sent or not"),
])
func theStatusSaysWhatIsInTrouble(_ keys: String, _ words: String) throws {
  let reply = #"{"state":"open","now":"2031-01-06T10:00:00+03:00","pending":0,"unsent":3,"seq":7,\#(keys)}"#
  let screen = try screen("status", reply)
  #expect(screen.contains("\nqueue          3 unsent\nmail           \(words)\n"), "\(screen)")
}

/// What happened to a message, and how the issue's history tells it.
private let histories: [(event: String, keys: String, told: String)] = [
  ("mail.drafted", #""state":"draft","subject":"Fast again""#, "follow-up drafted: Fast again"),
  (
    "mail.queued",
    #""state":"queued","queued_at":"2031-01-06T10:00:00+03:00","next_try":"2031-01-06T10:00:00+03:00""#,
    "follow-up approved"
  ),
  (
    "mail.queued",
    #""state":"queued","queued_at":"2031-01-06T10:00:00+03:00","next_try":"2031-01-06T10:05:00+03:00","error":"busy""#,
    "follow-up put off until Mon 6 Jan 2031 10:05: busy"
  ),
  ("mail.due", #""state":"queued""#, "follow-up is to be sent now"),
  ("mail.sending", #""state":"sending""#, "follow-up is being sent"),
  ("mail.sent", #""state":"sent","to":"it@acme.example""#, "follow-up sent to it@acme.example"),
  (
    "mail.failed", #""state":"failed","error":"no route","next_try":"2031-01-06T10:01:00+03:00""#,
    "follow-up could not be sent: no route; next try Mon 6 Jan 2031 10:01"
  ),
  ("mail.uncertain", #""state":"uncertain""#, "nobody knows whether the follow-up was sent"),
  ("mail.waived", #""state":"waived""#, "follow-up waived"),
  ("mail.waived", #""state":"withdrawn""#, "follow-up withdrawn"),
]

@Test(arguments: histories)
func theHistoryTellsOfMail(_ event: String, _ keys: String, _ told: String) throws {
  let reply = #"""
    {"id":3,"kind":"support","state":"solved","history":[{"seq":9,"at":"2031-01-06T10:00:00+03:00","event":"\#(event)",\#
    "issue":3,"message":{"id":1,"issue":3,\#(keys)}}]}
    """#
  let screen = try screen("show 3", reply)
  #expect(screen.hasSuffix("\nMon 6 Jan 2031 10:00  \(told)\n"), "\(screen)")
  #expect(screen.contains("\nfollow-up      message 1, "))
}

@Test func anEventOfMailIsALine() throws {
  let event = #"""
    {"seq":9,"at":"2031-01-06T10:00:00+03:00","event":"mail.failed","issue":3,\#
    "message":{"id":1,"issue":3,"state":"failed","subject":"Fast again"}}
    """#
  let run = try hoursctl("watch", replies: #"{"watching":true,"seq":8}"# + "\n" + event + "\n")
  #expect(run.output.contains("  mail.failed  message 1  failed  issue 3  Fast again\n"), "\(run.output)")
}
