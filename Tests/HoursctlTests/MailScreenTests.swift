// Messages as people see them.

import HoursWire
import Testing

private let outbox = #"""
  {"messages":[{"id":1,"issue":4,"client":"acme","state":"failed","to":"it@acme.example","name":"Acme GmbH","tries":2,\#
  "subject":"Done: the shop is slow","error":"msmtp ended with status 75: cannot connect",\#
  "next_try":"2031-01-06T09:15:00+03:00"},\#
  {"id":2,"issue":7,"state":"draft","to":"post@example.org","subject":"Готово: сайт снова работает","tries":0}]}
  """#

private func table(_ columns: UInt16) throws -> String {
  let output = try screen("mail", outbox, columns: columns, environment: ["TERM": "dumb", "LANG": "C.UTF-8"])
  for line in output.split(separator: "\n") { #expect(String(line).columns <= Int(columns), "\(line)") }
  return output
}

@Test func theOutboxFits() throws {
  #expect(
    try table(160) == """
      ID  STATE   TO                ISSUE  SUBJECT                      NEXT TRY              ERROR
      1   failed  Acme GmbH         4      Done: the shop is slow       Mon 6 Jan 2031 09:15  msmtp ended with status 75: cannot connect
      2   draft   post@example.org  7      Готово: сайт снова работает

      """)
  #expect(
    try table(80) == """
      ID  STATE   TO                ISSUE  SUBJECT                NEXT TRY
      1   failed  Acme GmbH         4      Done: the shop is sl…  Mon 6 Jan 2031 09:15
      2   draft   post@example.org  7      Готово: сайт снова р…

      """)
  #expect(try screen("mail", #"{"messages":[]}"#) == "nothing is unsent\n")
  #expect(try screen("mail list --state sent", #"{"messages":[]}"#) == "no messages\n")
}

private let message = #"""
  {"id":3,"issue":8,"client":"acme","state":"draft","from":"Ann <ann@example.org>","to":"it@acme.example","name":"Acme",\#
  "subject":"Done","body":"Dear Acme,\n\nit is done.\u001b[31m\n","drafted_at":"2031-01-06T09:15:00+03:00","tries":0,\#
  "text":"From: Ann <ann@example.org>\n\nit is done.\n"}
  """#

@Test func aMessageIsShownAsItWillBeRead() throws {
  #expect(
    try screen("mail show 3", message) == """
      message 3: draft
      issue          8
      from           Ann <ann@example.org>
      to             Acme, it@acme.example
      subject        Done
      drafted        Mon 6 Jan 2031 09:15

      Dear Acme,

      it is done.␛[31m

      `hoursctl mail send 3` sends it

      """)
  #expect(
    try screen("mail show 3 --raw", message) == """
      From: Ann <ann@example.org>

      it is done.

      """)
}
