// A week drawn from replies: the hours, what is odd, the calls, and now.

import Testing

private let status = #"""
  {"state":"closed","now":"2026-11-24T15:30:00+01:00","zone":"Europe/Berlin"}
  """#

private let hours = #"""
  {"intervals":[\#
  {"start":"2026-11-23T09:00:00+01:00","end":"2026-11-23T13:00:00+01:00","state":"open"},\#
  {"start":"2026-11-23T14:00:00+01:00","end":"2026-11-23T18:00:00+01:00","state":"open"},\#
  {"start":"2026-11-24T09:00:00+01:00","end":"2026-11-24T15:00:00+01:00","state":"open"},\#
  {"start":"2026-11-24T15:00:00+01:00","end":"2026-11-26T00:00:00+01:00","state":"closed","reason":"flu","override":3},\#
  {"start":"2026-11-26T00:00:00+01:00","end":"2026-11-27T00:00:00+01:00","state":"closed","reason":"Thanksgiving"},\#
  {"start":"2026-11-27T09:00:00+01:00","end":"2026-11-27T12:00:00+01:00","state":"unknown","reason":"by appointment"},\#
  {"start":"2026-11-27T15:00:00+01:00","end":"2026-11-27T16:30:00+01:00","state":"closed","reason":"Dentist"},\#
  {"start":"2026-11-28T10:00:00+01:00","end":"2026-11-28T14:00:00+01:00","state":"open","reason":"override","override":4}]}
  """#

private let calls = #"""
  {"calls":[{"call":4,"called_at":"2026-11-24T15:05:00+01:00"},{"call":3,"called_at":"2026-11-23T22:10:00+01:00"},\#
  {"call":2,"called_at":"2026-11-23T09:40:00+01:00"},{"call":1,"called_at":"2026-11-23T09:35:00+01:00"}]}
  """#

private let replies = [status, hours, calls].joined(separator: "\n")

@Test func aWeekIsAPicture() throws {
  let run = try hoursctl("week", replies: replies + "\n")
  #expect(run.errors.isEmpty)
  #expect(
    [run.request] + run.laterRequests == [
      "status", #"hours {"from":"2026-11-23","to":"2026-11-30"}"#, #"calls {"limit":1000}"#,
    ])
  #expect(
    run.output == """
      23-29 November 2026, week 48
      # open  ? unknown  . closed  x override  | now  ^ call
            0     3     6     9     12    15    18    21    24
      Mo 23 ..................########..########............  09:00-13:00,
                               2                        ^     14:00-18:00, 3 calls
      Tu 24 ..................############x|xxxxxxxxxxxxxxxx  09:00-15:00,
                                          ^                   closed 15:00-24:00 (flu,
                                                              override 3), 1 call
      We 25 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx  flu, override 3
      Th 26 ................................................  Thanksgiving
      Fr 27 ..................??????........................  09:00-12:00 (by
                                                              appointment),
                                                              closed 15:00-16:30
                                                              (Dentist)
      Sa 28 ....................########....................  10:00-14:00 (override 4)
      Su 29 ................................................

      """)
}

@Test func aWideTerminalHasRoomForReasonsAndANarrowOneForHours() throws {
  let wide = try screen("week", replies, columns: 140, environment: ["TERM": "dumb", "LANG": "C.UTF-8"])
  #expect(
    wide.contains(
      """
      Tu 24 ··················████████████×│××××××××××××××××  09:00-15:00, closed 15:00-24:00 (flu, override 3), 1 call
                                          ^
      We 25
      """))
  let narrow = try screen("week", replies, columns: 60, environment: ["TERM": "dumb"])
  #expect(
    narrow.contains(
      """
            0  3  6  9  12 15 18 21 24
      Mo 23 .........####.####......  09:00-13:00, 14:00-18:00,
                     2            ^   3 calls
      """))
  for line in narrow.split(separator: "\n") { #expect(line.count <= 60) }
}

@Test(arguments: [
  ("week next", [#"hours {"from":"2026-11-30","to":"2026-12-07"}"#]),
  ("week last week", [#"hours {"from":"2026-11-16","to":"2026-11-23"}"#]),
])
func aWeekIsFoundByItsPlace(_ words: String, _ requests: [String]) throws {
  let run = try hoursctl(words, replies: status + "\n" + #"{"error":{"message":"no"}}"# + "\n")
  #expect(run.request == "status" && run.laterRequests == requests)
}

/// What a day is, the daemon says; the clocks of Berlin are moved on the Sunday.
@Test func aWeekIsFoundByAnyOfItsDays() throws {
  let answers = [status, #"{"at":"2027-03-26T00:00:00+01:00"}"#, #"{"intervals":[]}"#]
  let run = try hoursctl("week 26 mar", replies: answers.joined(separator: "\n") + "\n")
  #expect(
    run.laterRequests == [
      #"working-add {"working":0,"from":"26 mar"}"#, #"hours {"from":"2027-03-22","to":"2027-03-29"}"#,
    ])
  #expect(
    run.output.hasSuffix("Su 28 ................................................  clocks 02:00 to 03:00\n"))
  #expect(run.output.hasPrefix("22-28 March 2027, week 12") && !run.output.contains("now"))
}

@Test func programsGetTheHoursOfTheWeek() throws {
  #expect(try screen("week --json", replies) == hours + "\n")
  #expect(try screen("week --format '{state} {override}'", replies).hasSuffix("closed \nopen 4\n"))
}
