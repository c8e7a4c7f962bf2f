// Whoever calls without a number: found among the contacts, or nobody who is known.

import Testing

@testable import hoursctl

private let contacts =
  #"{"contacts":[{"class":"client","id":"acme","name":"Acme GmbH"},"#
  + #"{"class":"personal","id":"boris","name":"Boris"}]}"# + "\n"
private let no = #"{"error":{"code":"busy","message":"no"}}"# + "\n"

/// The first words may be a contact's id or name, in any case; a longer name wins over the beginning of it.
@Test(arguments: [
  ("call acme the site is down", #"call {"name":"acme","about":"the site is down"}"#),
  ("call Acme GmbH", #"call {"name":"Acme GmbH"}"#),
  ("call ACME gmbh it is down", #"call {"name":"Acme GmbH","about":"it is down"}"#),
  ("call boris beer --missed", #"call {"name":"boris","about":"beer","missed":true}"#),
  ("call 'Acme GmbH' the site is down", #"call {"name":"Acme GmbH","about":"the site is down"}"#),
  ("call 'acme the site is down'", #"call {"name":"acme","about":"the site is down"}"#),
  ("call acmes site is down", #"call {"about":"acmes site is down"}"#),
  ("call the site of acme is down", #"call {"about":"the site of acme is down"}"#),
])
func aCallerIsNamedAsAContact(_ words: String, _ request: String) throws {
  let run = try hoursctl(words, replies: contacts + no)
  #expect(run.request == "contacts")
  #expect(run.laterRequests == [request])
}

/// A daemon that lists nobody hears of the call all the same.
@Test func withoutContactsAllIsWhatItIsAbout() throws {
  let run = try hoursctl("call the site is down", replies: no + no)
  #expect(run.laterRequests == [#"call {"about":"the site is down"}"#])
}

private let call = #"""
  {"call":2,"called_at":"2031-01-06T09:15:00+03:00","verdict":"defer","reason":"not-critical","severity":"normal",\#
  "caller":{"class":"client","id":"acme","name":"Acme GmbH"},"issue":3,"pending":[
  """#

/// What the call left itself stands above already.
@Test(arguments: [
  (#"{"id":3,"kind":"support","state":"pending"}"#, false),
  (#"{"id":3,"kind":"support","state":"pending"},{"id":4,"kind":"support","state":"pending"}"#, true),
])
func pendingAreTheOthers(_ pending: String, _ isListed: Bool) throws {
  let output = try screen("triage 2 --normal", call + pending + "]}")
  #expect(output.contains("pending for this caller:\n") == isListed, "\(output)")
  #expect(!output.contains("\n3 "))
}
