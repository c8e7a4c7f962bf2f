// How it ends: the exit status that scripts rely on, and the words that go with it.

import Foundation
import Testing

@testable import hoursctl

@Test(arguments: [("open", Int32(0)), ("closed", 1)])
func openSaysItByItsStatus(_ state: String, _ status: Int32) throws {
  let reply = #"{"state":"\#(state)","now":"2026-11-23T20:15:00+03:00"}"# + "\n"
  let silent = try hoursctl("open", replies: reply)
  #expect(silent.status == status && silent.output.isEmpty && silent.errors.isEmpty)
  let json = try hoursctl("open --json", replies: reply)
  #expect(json.status == status && json.output == reply)
  let terminal = try hoursctl("open", replies: reply, environment: ["TERM": "dumb"], columns: 80)
  #expect(terminal.status == status && terminal.output == "\(state)\r\n")
}

@Test func theDaemonsRefusalIsPassedOn() throws {
  let reply =
    #"{"error":{"code":"not-found","message":"there is no issue 3; \u001b`issues` lists them"}}"# + "\n"
  let people = try hoursctl("show 3", replies: reply)
  #expect(people.status == 65 && people.output.isEmpty)
  #expect(people.errors == "there is no issue 3; ␛`issues` lists them\n")
  let programs = try hoursctl("show 3 --json", replies: reply)
  #expect(programs.status == 65 && programs.output == reply)
}

@Test func withoutADaemonItSaysHowToStartOne() throws {
  let place = try Place()
  let nobody = try place.run(["status"])
  #expect(nobody.status == 69)
  #expect(nobody.errors.contains("no daemon answers at \(place.socket) (No such file or directory)"))
  #expect(nobody.errors.contains("systemctl --user enable --now hoursd.socket hoursd"))
  // A socket that a dead daemon left behind.
  try place.write("socket", "")
  #expect(try place.run(["status"]).status == 69)
}

@Test func theSocketIsFound() throws {
  let place = try Place()
  try place.listen()
  let reply = #"{"acked":1}"# + "\n"
  let option = try place.run(
    ["ack", "1", "--as", "x", "--socket", place.socket], replies: reply,
    environment: ["HOURSD_SOCKET": "/nowhere"])
  #expect(option.status == 0)
  let long = String(repeating: "x", count: 108)
  #expect(try place.run(["tick", "--socket", long]).status == 64)
}

@Test func aConnectionThatBreaksIsSaid() throws {
  let silent = try hoursctl("status")
  #expect(silent.status == 74)
  #expect(silent.errors == "hoursctl: the connection broke before the daemon answered\n")
  let change = try hoursctl("drop 3")
  #expect(change.status == 74)
  #expect(change.errors.contains("with --key it is safe to repeat"))
  let half = try hoursctl("status --json", replies: #"{"state":"#)
  #expect(half.status == 74 && half.output.isEmpty)
}

/// A service that cannot start keeps its callers on the socket.
@Test func anAnswerThatDoesNotComeIsSaidAndStillTaken() throws {
  let place = try Place()
  try place.listen()
  let reply = #"{"state":"open"}"# + "\n"
  let late = try place.run(["status", "--json"], replies: reply, after: "hoursctl doctor\n")
  #expect(late.status == 0 && late.output == reply)
  #expect(late.errors.hasPrefix("hoursctl: no answer for 5 s, and it is waited for still"))
}

@Test(arguments: [
  "", "{", "closed", #"{"state":"closed"} x"#, #"{"state":"\q"}"#, #"{"state":"\ud83d"}"#, "[1,]",
  #"{"a":1,}"#,
])
func aReplyThatIsNoReplyIsSaid(_ reply: String) throws {
  let run = try hoursctl("status", replies: reply + "\n")
  #expect(run.status == 74)
  #expect(run.errors.contains("is not understood"))
}

@Test func aLongReplyComesWhole() throws {
  let reply = #"{"issues":[],"padding":""# + String(repeating: "ы", count: 500_000) + "\"}\n"
  #expect(try hoursctl("issues --json", replies: reply).output == reply)
}

private let events = #"""
  {"watching":true,"seq":40}
  {"seq":41,"at":"2031-01-07T09:00:00+03:00","event":"issue.due","issue":3,"issues":[{"id":3,"kind":"support","state":"pending","name":"Acme","about":"login"}]}
  {"seq":42,"at":"2031-01-07T09:00:00+03:00","event":"office.opened","state":"open","until":"2031-01-07T18:00:00+03:00"}

  """#

@Test func aWatchPrintsALineForEachEvent() throws {
  let people = try hoursctl("watch", replies: events)
  #expect(
    people.output == """
      Tue 7 Jan 2031 09:00  issue.due  3  support  Acme  login
      Tue 7 Jan 2031 09:00  office.opened  open  until Tue 7 Jan 2031 18:00

      """)
  #expect(people.status == 74)
  #expect(
    people.errors == "hoursctl: the daemon ended the watch; `watch --since 42` goes on where it ended\n")
  #expect(try hoursctl("watch --json", replies: events).output == events)
  #expect(
    try hoursctl("watch --format '{seq} {event}'", replies: events).output
      == "41 issue.due\n42 office.opened\n")
}

@Test func aWatchEndsWithControlC() throws {
  let place = try Place()
  try place.listen()
  let run = try place.run(["watch"], replies: events, interrupt: true)
  // A shell shows this as 130.
  #expect(run.wasKilled && run.status == 2)
  #expect(run.errors.isEmpty)
}

@Test func checkIsTheDaemonsOwn() throws {
  let place = try Place()
  let script = "#!/bin/sh\necho \"$0 $*\"\nexit 78\n"
  let missing = try place.run(["check"], program: try copy(in: place))
  #expect(missing.status == 69)
  #expect(missing.errors.contains("`hoursd` is neither beside hoursctl nor in $PATH"))

  // $PATH is the folder itself, so that both ways lead to the same script; by its name one sees which was taken.
  try place.write("hoursd", script)
  let beside = try place.run(
    ["check", "my config.toml"], program: try copy(in: place), environment: ["PATH": "/bin"])
  #expect(beside.output == "\(place.folder)/hoursd check my config.toml\n")
  #expect(beside.status == 78)

  let elsewhere = try Place()
  let found = try elsewhere.run(
    ["check"], program: try copy(in: elsewhere), environment: ["PATH": place.folder])
  #expect(found.output == "\(place.folder)/hoursd check\n")
  #expect(found.status == 78)
}

/// Its words are the other program's, whatever they look like; only what stands before the verb is hoursctl's own.
@Test(arguments: [
  (["eval"], "eval"), (["eval", "Mo-Fr 09:00-18:00", "--at", "+2h"], "eval Mo-Fr 09:00-18:00 --at +2h"),
  (["eval", "--help"], "eval --help"), (["eval", "--no-such"], "eval --no-such"),
  (["--json", "eval", "24/7"], "eval --json 24/7"), (["--socket", "x", "eval", "24/7"], "eval 24/7"),
])
func evalIsTheDaemonsOwn(_ arguments: [String], _ handedOver: String) throws {
  let place = try Place()
  try place.write("hoursd", "#!/bin/sh\necho \"$0 $*\"\nexit 65\n")
  let beside = try place.run(arguments, program: try copy(in: place), environment: ["PATH": "/bin"])
  #expect(beside.output == "\(place.folder)/hoursd \(handedOver)\n")
  #expect(beside.status == 65)
}

/// hoursctl where no hoursd of ours is beside it.
private func copy(in place: Place) throws -> String {
  let path = "\(place.folder)/hoursctl"
  if !FileManager.default.fileExists(atPath: path) {
    try FileManager.default.copyItem(atPath: Place.program, toPath: path)
  }
  return path
}

/// On a terminal no word is cut in two; what is indented stays a line of its own.
@Test func messagesFitTheTerminal() {
  let failure = Failure.noDaemon(path: "/run/user/1000/hoursd/socket", why: "No such file or directory")
  #expect(
    Failure.lines(failure.message ?? "", width: 60) == """
      hoursctl: no daemon answers at /run/user/1000/hoursd/socket
      (No such file or directory); start it with
        systemctl --user enable --now hoursd.socket hoursd
      or run `hoursd`

      """)
  #expect(Failure.lines("a \u{1B}b", width: nil) == "a ␛b\n")
}
