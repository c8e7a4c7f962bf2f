// The report: sentences and a table in eighty columns, the same for programs, and which time is asked for.

import HoursWire
import Testing

private let counts = #"""
  "calls":14,"out_of_hours_before_told":5,"out_of_hours_after_told":1,"in_hours_before_told":2,"in_hours_after_told":0,\#
  "next_business_day_kept":3,"next_business_day_of":4,"next_business_day_running":1,"tonight_kept":2,"tonight_of":2,\#
  "tonight_running":0,"picked_up":3,"picked_up_of":4,"end_not_told":1,"own_exceptions":1,"own_exceptions_of":5,\#
  "false_alarms":1,"false_alarms_of":3,"not_looked_at":2,"surcharge_offered":3,"surcharge_accepted":1,\#
  "surcharge_minutes":35
  """#

private let none = #"""
  "calls":1,"out_of_hours_before_told":0,"out_of_hours_after_told":0,"in_hours_before_told":0,"in_hours_after_told":0,\#
  "next_business_day_kept":0,"next_business_day_of":0,"next_business_day_running":0,"tonight_kept":0,"tonight_of":0,\#
  "tonight_running":0,"picked_up":0,"picked_up_of":0,"end_not_told":0,"own_exceptions":0,"own_exceptions_of":0,\#
  "false_alarms":0,"false_alarms_of":0,"not_looked_at":0,"surcharge_offered":0,"surcharge_accepted":0,\#
  "surcharge_minutes":0
  """#

private let reply = #"""
  {"from":"2026-11-01T00:00:00+01:00","to":"2026-12-01T00:00:00+01:00",\#(counts),"persons":[\#
  {"person":"client:acme","class":"client","id":"acme","name":"Acme \"Web\", Bau & Söhne GmbH",\#
  "first_told_at":"2026-11-02T20:50:00+01:00",\#(counts)},{"person":"personal:boris","class":"personal","id":"boris",\#
  "name":"Boris",\#(none)},{"class":"unknown",\#(none)}]}
  """#

@Test func theScreenFitsEightyColumns() throws {
  let output = try screen("report", reply, columns: 80, environment: ["TERM": "dumb", "LANG": "C.UTF-8"])
  #expect(
    output == """
      November 2026
      calls          14
      told, called   clients out of hours: 5 before they were told, 1 after
                     friends in working hours: 2 before they were told, 0 after
      next day       3 of 4 promises kept (75 %), 1 still running
      tonight        2 of 2 promises kept (100 %)
      picked up      3 of 4 calls of clients in working hours (75 %), 1 whose end
                     nobody told
      own exceptions 1 of 5 calls that could wait (20 %)
      false alarms   1 of 3 critical ones (33 %), 2 not looked at again
      surcharge      offered 3, accepted 1, 35 min

      WHO               CALLS  BEFORE  AFTER  KEPT  ANSWERED  OWN  FALSE  MINUTES
      Acme "Web", Bau…  14     7       1      5/6   3/4       1/5  1/3    35
      Boris             1
      unknown           1
      total             14     7       1      5/6   3/4       1/5  1/3    35

      """)
  for line in output.split(separator: "\n") { #expect(String(line).columns <= 80) }
  let narrow = try screen("report", reply, columns: 60, environment: ["TERM": "dumb"])
  for line in narrow.split(separator: "\n") { #expect(String(line).columns <= 60, "\(line)") }
}

@Test func theTableForProgramsIsRFC4180() throws {
  let run = try hoursctl("report --csv", replies: reply + "\n")
  let lines = run.output.components(separatedBy: "\r\n")
  #expect(lines.count == 6 && lines[5].isEmpty && !run.output.replacing("\r\n", with: "").contains("\n"))
  #expect(lines[0].hasPrefix("person,class,id,name,first_told_at,calls,out_of_hours_before_told,"))
  #expect(
    lines[1]
      == #"client:acme,client,acme,"Acme ""Web"", Bau & Söhne GmbH",2026-11-02T20:50:00+01:00,"#
      + "14,5,1,2,0,3,4,1,2,2,0,3,4,1,1,5,1,3,2,3,1,35")
  #expect(lines[3].hasPrefix(",unknown,,,,1,0,"))
  #expect(lines[4].hasPrefix("total,,,,,14,5,1,"))
}

private let now = #"{"state":"closed","now":"2026-11-24T15:30:00+01:00"}"#

@Test(arguments: [
  ("report october", #"report {"from":"2026-10-01","to":"2026-11-01"}"#),
  ("report 2026-10", #"report {"from":"2026-10-01","to":"2026-11-01"}"#),
  ("report last year --client acme", #"report {"from":"2025-01-01","to":"2026-01-01","client":"acme"}"#),
  ("report 1 oct - 15 nov", #"report {"from":"2026-10-01","to":"2026-11-16"}"#),
])
func whichTimeIsMeant(_ words: String, _ request: String) throws {
  let run = try hoursctl(words, replies: "\(now)\n\(reply)\n")
  #expect([run.request] + run.laterRequests == ["status", request], "\(run.errors)")
}

@Test(arguments: [
  ("report octember", "is no time to report on"), ("report october --from monday", "Say when either"),
  ("report --csv --json", "--csv is a form of its own"),
])
func whatIsNoReport(_ words: String, _ message: String) throws {
  let run = try hoursctl(words, replies: "\(now)\n")
  #expect(run.status == 64 && run.errors.contains(message), "\(run.errors)")
}

@Test func anEmptyMonth() throws {
  let empty = #"{"from":"2026-11-01T00:00:00+01:00","to":"2026-11-02T12:00:00+01:00","calls":0,"persons":[]}"#
  #expect(try hoursctl("report", replies: empty + "\n").output.hasSuffix("\nno calls\n"))
}
