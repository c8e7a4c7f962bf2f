// Hooks, real ones: which events they get, in which order, and what those get that are new.

import Foundation
import Glibc
import HoursCore
import Testing

@testable import hoursd

/// A file in hooks.d, what it is, and the events of `conversation` that it is run for.
private let files = """
  all               | script     | *
  all.sh            | script     | *
  a link            | link       | *
  of.issue          | script     | issue.queued issue.noted issue.solved issue.queued
  of.issue.noted.sh | script     | issue.noted
  of.mail.drafted   | script     | mail.drafted
  of.office         | script     | office.override office.override-ended
  of.call           | script     | call.received call.ended
  of.caller.told    | script     | caller.told
  of.mail.sent      | script     |
  README            | no program |
  open              | everybody's|
  folder            | folder     |
  nowhere           | dead link  |
  .hidden           | script     |
  all~              | script     |
  all.dpkg-new      | script     |
  """.split(separator: "\n").map { row in
    row.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

/// One of each family.
private let conversation = [
  #"add {"about":"the site is down","client":"acme","due":"+2h"}"#, #"note {"id":1,"text":"n"}"#,
  #"resolve {"id":1,"solution":"restored"}"#,
  #"call {"from":"+49301","severity":"normal","at":"2025-03-11 22:00"}"#,
  #"told {"call":1,"channel":"spoken"}"#, #"end {"call":1,"outcome":"answered"}"#,
  #"override {"state":"closed","until":"+2h"}"#, #"end-override {"id":1}"#,
]

@Suite struct HookTests {
  @Test func aFileIsRunForWhatItsNameSays() throws {
    let office = try HookOffice()
    for file in files {
      let path = "\(office.hooks)/\(file[0])"
      switch file[1] {
      case "link": symlink("all", path)
      case "dead link": symlink("/nowhere", path)
      case "folder": mkdir(path, 0o755)
      case "no program": try office.put(file[0], "say $HOURSD_EVENT", mode: 0o644)
      case "everybody's": try office.put(file[0], "say $HOURSD_EVENT", mode: 0o757)
      default: try office.put(file[0], "say $HOURSD_EVENT")
      }
    }
    try office.beginHere()
    let begin = try office.newest
    for line in conversation { #expect(try office.daemon.ask(line).code == nil, "\(line)") }
    let child = try office.work()
    try office.awaitAll()
    let watch = try office.daemon.connect()
    try watch.ask(#"watch {"since":\#(begin)}"#)
    let happened = try watch.events(through: office.newest).compactMap(\.event)
    #expect(happened.count >= conversation.count)
    var got: [String: [String]] = [:]
    let total = files.reduce(0) { $0 + ($1[2] == "*" ? happened.count : $1[2].split(separator: " ").count) }
    for _ in 0..<total {
      let line = try #require(try office.said.next())
      let event = String(line.split(separator: " ").last ?? "")
      got[String(line.dropLast(event.count + 1)), default: []].append(event)
    }
    for file in files {
      let expected = file[2] == "*" ? happened : file[2].split(separator: " ").map(String.init)
      #expect(got[file[0], default: []] == expected, "\(file[0])")
    }
    child.kill(SIGTERM)
    #expect(try child.ended().status == 0)
    // Each is told of once.
    let words = child.errorText.split(separator: "\n").map(String.init)
    #expect(words.filter { $0.hasPrefix("README: ") } == ["README: is not run: it is not executable"])
    #expect(
      words.filter { $0.hasPrefix("open: ") } == ["open: is not run: everybody may write it; chmod o-w"])
    #expect(words.contains("of.issue.noted.sh: is run for every issue.noted event"))
    #expect(
      words.contains("of.issue: is run for every issue event")
        && words.contains("all: is run for every event"))
    #expect(words.contains { $0.hasPrefix("nowhere: cannot be run: No such file or directory") })
    for file in ["folder", ".hidden", "all~", "all.dpkg-new"] {
      #expect(!words.contains { $0.hasPrefix("\(file):") })
    }
  }

  /// The event whole, its fields, and nothing of another event or of our own.
  @Test func whatAHookIsGiven() throws {
    let office = try HookOffice()
    try office.put(
      "show.call.received",
      "read -r line; say \"$line\"; say $HOURSD_VERDICT $HOURSD_CALLER $HOURSD_NUMBER ${HOURSD_MESSAGE-none}; say $(hoursctl --format '{state}'); say $HOURSD_SOCKET; kill -0 $$; say $?"
    )
    try office.beginHere()
    let child = try office.work(
      "--socket", office.folder.socket,
      environment: ["HOURSD_MESSAGE": "7", "HOURSD_SOCKET": "/nowhere", "PATH": "/usr/bin:/bin"])
    try office.daemon.ask(
      #"call {"from":"+49301234567","about":"x\ny","severity":"normal","at":"2025-03-11 22:00"}"#)
    let watch = try office.daemon.connect()
    try watch.ask(#"watch {"since":0,"only":"call.received"}"#)
    #expect(try office.said.next() == "show.call.received " + (try watch.next().text))
    #expect(try office.said.next() == "show.call.received defer Acme GmbH +49301234567 none")
    #expect(
      try office.said.next() == "show.call.received closed", "hoursctl is found, and asks the same daemon")
    #expect(try office.said.next() == "show.call.received \(office.folder.socket)")
    #expect(try office.said.next() == "show.call.received 0")
    child.kill(SIGTERM)
    #expect(try child.ended().status == 0)
  }

  /// One after the other, and the next event when all have ended.
  @Test func theOrderIsThatOfEventsAndNames() throws {
    let office = try HookOffice()
    for name in ["20-b", "10-a", "z"] { try office.put(name, "say begin $HOURSD_SEQ; say end $HOURSD_SEQ") }
    try office.beginHere()
    let first = try office.newest + 1
    try office.add(3)
    let child = try office.work()
    for seq in first...first + 2 {
      for name in ["10-a", "20-b", "z"] {
        for step in ["begin", "end"] { #expect(try office.said.next() == "\(name) \(step) \(seq)") }
      }
    }
    child.kill(SIGTERM)
    _ = try child.ended()
  }

  /// What a hook does itself happens, too, and comes in its turn.
  @Test func aHookMayChangeSomething() throws {
    let office = try HookOffice()
    try office.put(
      "act.issue.queued", "hoursctl note $HOURSD_ISSUE seen >/dev/null; say $HOURSD_EVENT $HOURSD_ISSUE")
    try office.put("hear.issue.noted", "say $HOURSD_EVENT $HOURSD_ISSUE")
    try office.beginHere()
    let child = try office.work()
    try office.add(5)
    var heard: [String] = []
    for _ in 1...10 { heard.append(try #require(try office.said.next())) }
    #expect(heard.filter { $0.hasPrefix("act") } == (1...5).map { "act.issue.queued issue.queued \($0)" })
    #expect(heard.filter { $0.hasPrefix("hear") } == (1...5).map { "hear.issue.noted issue.noted \($0)" })
    child.kill(SIGTERM)
    _ = try child.ended()
  }

  /// Those that come with the program, with a screen and a telephone of the test's own.
  @Test(.enabled(if: isInstalled("jq"), "jq is needed"))
  func theExamplesWork() throws {
    let office = try HookOffice()
    let bin = "\(office.folder.path)/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    for program in ["notify-send", "curl"] {
      try office.folder.write(
        "#!/bin/sh\nprintf '%s\\n' \"$*\" >>$HOME/\(program).said\n", to: "\(bin)/\(program)")
      chmod("\(bin)/\(program)", 0o755)
    }
    let examples =
      URL(filePath: #filePath).pathComponents.dropLast(3).joined(separator: "/") + "/contrib/hooks"
    for name in try FileManager.default.contentsOfDirectory(atPath: examples) {
      let text = try String(contentsOfFile: "\(examples)/\(name)", encoding: .utf8)
        .replacing("\ntopic=\n", with: "\ntopic=https://ntfy.example/t\n")
      try office.folder.write(text, to: "\(office.hooks)/\(name)")
      chmod("\(office.hooks)/\(name)", 0o755)
    }
    try office.beginHere()
    let child = try office.work(environment: ["PATH": "\(bin):/usr/bin:/bin"])
    try office.daemon.ask(
      #"call {"from":"+49301234567","missed":true,"about":"<b>the shop & site</b>","severity":"critical"}"#)
    try office.daemon.ask(#"override {"state":"open","until":"+2h"}"#)
    try office.awaitAll()
    func said(_ name: String) throws -> String {
      try String(contentsOfFile: "\(office.folder.path)/\(name)", encoding: .utf8)
    }
    #expect(
      try said("notify-send.said")
        == "--app-name=hoursd --urgency=critical -- Due now Acme GmbH: &lt;b&gt;the shop &amp; site&lt;/b&gt;\n"
    )
    #expect(try said("curl.said").hasSuffix("--data Due now: issue 1 https://ntfy.example/t\n"))
    #expect(try said("run/hoursd-office") == "open\n")
    #expect(try office.doctor() == ["ok 3 hooks in \(office.hooks)"])
    child.kill(SIGTERM)
    _ = try child.ended()
  }

  @Test func everyEventMayBeNamed() { #expect(Set(Event.names) == Set(messageIDs.keys)) }

  // MARK: New ones

  @Test func theFirstTimeItStartsNowAndNotWithTwoYears() throws {
    let office = try HookOffice()
    try office.put("log", "say $HOURSD_ISSUE")
    try office.add(5_000)
    let child = try office.work()
    // It says so when its place is kept.
    while !child.errorText.contains("log: is run") { usleep(5_000) }
    try office.add()
    #expect(try office.said.next() == "log 5001")
    child.kill(SIGTERM)
    #expect(try child.ended().status == 0)
  }

  /// What happened while nobody ran them comes to those that were there; what was put there meanwhile gets what came later.
  @Test func aNewHookGetsWhatHappenedSinceItIsThere() throws {
    let office = try HookOffice()
    try office.put("old", "say $HOURSD_ISSUE")
    try office.beginHere()
    try office.add()
    var child = try office.work()
    #expect(try office.said.next() == "old 1")
    // Put there while they run.
    try office.put("live", "say $HOURSD_ISSUE")
    try office.add()
    #expect(try office.said.next() == "live 2")
    #expect(try office.said.next() == "old 2")
    try office.awaitAll()
    child.kill(SIGTERM)
    _ = try child.ended()

    try office.add()
    try awaitLaterSecond()
    try office.put("new", "say $HOURSD_ISSUE")
    // One that is known is no newer for a change.
    try office.put("live", "say changed $HOURSD_ISSUE")
    try office.put("off", "say $HOURSD_ISSUE", mode: 0o644)
    try office.add()
    try awaitLaterSecond()
    chmod("\(office.hooks)/off", 0o755)
    child = try office.work()
    let missed = ["live changed 3", "old 3", "live changed 4", "new 4", "old 4"]
    for line in missed { #expect(try office.said.next() == line) }
    try office.add()
    for line in ["live changed 5", "new 5", "off 5", "old 5"] { #expect(try office.said.next() == line) }
    // Away, and back again.
    try office.awaitAll()
    unlink("\(office.hooks)/new")
    for name in ["live", "off"] { unlink("\(office.hooks)/\(name)") }
    try office.add()
    #expect(try office.said.next() == "old 6")
    try office.awaitAll()
    try office.put("new", "say $HOURSD_ISSUE")
    try office.add()
    #expect(try office.said.next() == "new 7")
    child.kill(SIGTERM)
    _ = try child.ended()
  }

  /// The notes on hooks are no more than that.
  @Test(arguments: ["", "{", #"{"hooks":[]}"#])
  func whenTheNotesAreLostNothingOldComes(_ notes: String) throws {
    let office = try HookOffice()
    try office.beginHere()
    try office.add(20)
    try awaitLaterSecond()
    try office.put("log", "say $HOURSD_ISSUE")
    try FileManager.default.createDirectory(
      atPath: (office.notes as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try office.folder.write(notes, to: office.notes)
    try office.add()
    let child = try office.work()
    #expect(try office.said.next() == "log 21")
    child.kill(SIGTERM)
    _ = try child.ended()
  }
}

/// Waits until the clock shows another second: times of files and of events are compared by seconds.
private func awaitLaterSecond() throws {
  let second = time(nil)
  while time(nil) == second { usleep(5_000) }
}
