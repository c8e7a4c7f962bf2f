// What is asked on a terminal, once, and never where nobody can answer.

import Testing

private func issue(_ rest: String) -> String { #"{"id":3,"kind":"support","state":"pending",\#(rest)}"# }

private let critical = issue(#""severity":"critical""#)
private let plain = #"resolve {"id":3,"solution":"done"}"#

@Test(arguments: [
  (critical, "y", #"resolve {"id":3,"solution":"done","was_critical":true}"#),
  (critical, "N", #"resolve {"id":3,"solution":"done","was_critical":false}"#),
  (critical, "\u{1B}", plain),
  (issue(#""severity":"normal""#), "", plain),
  (issue(#""severity":"critical","was_critical":false"#), "", plain),
])
func whatWasCriticalIsLookedAtAgain(_ issue: String, _ typed: String, _ request: String) throws {
  let run = try hoursctl(
    "resolve 3 done", replies: "\(issue)\n{\"state\":\"solved\"}\n", columns: 80, typed: typed)
  #expect([run.request] + run.laterRequests == [#"issue {"id":3}"#, request], "\(run.output)\(run.errors)")
  #expect(run.output.contains("Was it really critical?") == !typed.isEmpty)
  #expect(run.output.contains("issue 3: solved"))
}

/// Said already, refused anyway, or for a program.
@Test(arguments: [
  ("resolve 3 done --was-critical", #"resolve {"id":3,"solution":"done","was_critical":true}"#),
  ("resolve 3 done --json", plain),
])
func whatIsNotAsked(_ words: String, _ request: String) throws {
  let run = try hoursctl(words, replies: "{\"state\":\"solved\"}\n", columns: 80, typed: "")
  #expect([run.request] + run.laterRequests == [request], "\(run.output)")
}

private let forgotten =
  #"{"removed":{"calls":3,"issues":2,"events":9,"keys":1,"configurations":1},"in_configuration":true}"#

@Test func forgettingIsAskedForTwice() throws {
  let run = try hoursctl(
    "forget acme", replies: forgotten + "\n", environment: ["TERM": "dumb"], columns: 100, typed: "y")
  #expect(run.request == #"forget {"client":"acme"}"#, "\(run.output)")
  #expect(
    run.output.replacing("\r\n", with: "\n").hasSuffix(
      """
      forgotten; what is counted stays, without a word
      calls          3
      issues         2
      events         9 written anew
      requests       1, but for their keys
      configurations 1 of earlier
      acme is in config.toml still: take them out there, then say `hoursctl reload`.

      """), "\(run.output)")
  for typed in ["n", "\u{1B}"] {
    let refused = try hoursctl("forget acme", replies: "", columns: 100, typed: typed)
    #expect(refused.request == nil && refused.status == 1, "\(refused.output)")
  }
  let pipe = try hoursctl("forget acme", replies: forgotten + "\n")
  #expect(pipe.request == nil && pipe.status == 64 && pipe.errors.contains("say --yes"))
}
