// Hooks that do not work or do not end, and whatever else ends: a hook, who runs them, the daemon.

import Foundation
import Glibc
import Testing

@Suite struct HookEndTests {
  // MARK: Those that fail

  /// A script, why it fails, and how often it has run to the end.
  @Test(
    arguments: [
      ("exit 3", "it ended with status 3", 0), ("kill -SEGV $$", "it was killed by signal 11", 0),
      ("nosuchprogram", "it ended with status 127", 0), ("sleep 1000", "it was ended after 1 seconds", 0),
      // Who is told to end and says that all was well was late all the same.
      ("trap 'say end; exit 0' TERM; sleep 1000 & wait", "it was ended after 1 seconds", 1),
      (
        "#!/nowhere",
        "it cannot be run: No such file or directory; is the program there that its first line names, or that it links to?",
        0
      ),
      (
        "no program",
        "it cannot be run: Exec format error; its first line has to name its program, for example #!/bin/sh",
        0
      ),
    ])
  func aHookThatFailsIsNamedAndHoldsNobodyUp(_ script: String, _ why: String, _ runs: Int) throws {
    let office = try HookOffice()
    try office.put("bad", script)
    if why.contains("cannot be run") { try office.folder.write(script, to: "\(office.hooks)/bad") }
    try office.put("good", "say $HOURSD_ISSUE")
    try office.beginHere()
    let child = try office.work("--limit", "1")
    try office.add(2)
    var heard: [String] = []
    for _ in 0..<2 + 2 * runs { heard.append(try #require(try office.said.next())) }
    #expect(heard.filter { $0.hasPrefix("good") } == ["good 1", "good 2"])
    try office.awaitAll()
    let finding = try #require(try office.doctor().first)
    #expect(
      finding.hasPrefix("broken bad fails since ") && finding.contains("2 times by now: \(why), at event "),
      "\(finding)")
    #expect(child.errorText.contains("bad: \(why.dropFirst(3)), at event"), "\(child.errorText)")
    // Mended, it works again at once; and is forgotten when it is gone.
    try office.put("bad", "say mended")
    #expect(try office.doctor().first?.hasPrefix("hint bad fails since ") == true || isSameSecond(office))
    try office.add()
    #expect(Set([try office.said.next(), try office.said.next()]) == ["bad mended", "good 3"])
    try office.awaitAll()
    #expect(try office.doctor() == ["ok 2 hooks in \(office.hooks)"])
    child.kill(SIGTERM)
    #expect(try child.ended().status == 0)
    #expect(child.errorText.contains("bad: works again"))
  }

  /// The doctor counts in seconds.
  private func isSameSecond(_ office: HookOffice) throws -> Bool {
    try office.doctor().first?.hasPrefix("broken bad fails since ") == true
  }

  @Test func aFailingHookThatIsGoneIsForgotten() throws {
    let office = try HookOffice()
    try office.put("bad", "exit 1")
    try office.put("good", "say $HOURSD_ISSUE")
    try office.beginHere()
    let child = try office.work()
    try office.add()
    try office.awaitAll()
    #expect(try office.doctor().count == 1)
    unlink("\(office.hooks)/bad")
    #expect(try office.doctor() == ["ok one hook in \(office.hooks)"])
    try office.add()
    try office.awaitAll()
    #expect(
      try String(contentsOfFile: office.notes, encoding: .utf8) == "{\"hooks\":[{\"name\":\"good\"}]}\n")
    child.kill(SIGTERM)
    _ = try child.ended()
  }

  /// It ends with all that it has started, and from the next event on nobody waits for it.
  @Test func aHookThatDoesNotEndIsMadeTo() throws {
    let office = try HookOffice()
    try office.put("bad", "trap '' TERM; sleep 1000 & say $$ $!; wait; sleep 1000")
    try office.put("good", "say $HOURSD_ISSUE")
    try office.beginHere()
    let child = try office.work("--limit", "1")
    try office.add()
    let bad = try Self.pids(office.said.next())
    #expect(try office.said.next() == "good 1")
    for pid in bad { try awaitEnd(of: pid) }
    try office.add()
    #expect(try office.said.next() == "good 2")
    let again = try Self.pids(office.said.next())
    kill(-again[0], SIGKILL)
    child.kill(SIGTERM)
    #expect(try child.ended().status == 0)
    #expect(child.errorText.contains("bad: was killed by signal 9, at event"))
  }

  /// Those of a line `bad 4711 4712`.
  private static func pids(_ line: String?) throws -> [pid_t] {
    let pids = try #require(line).split(separator: " ").compactMap { pid_t($0) }
    try #require(pids.count == 2)
    return pids
  }

  /// A process that was killed may take a moment to die, and as long as it likes to be waited for.
  private func awaitEnd(of pid: pid_t) throws {
    let deadline = Date(timeIntervalSinceNow: DaemonProcess.patience)
    while let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      !status.contains(") Z ")
    {
      try #require(Date() < deadline, "\(pid) lives")
      usleep(5_000)
    }
  }

  @Test func whatAHookLeavesRunningIsItsOwnBusiness() throws {
    let office = try HookOffice()
    try office.put("log", "sleep 1000 & say $!; exit 0")
    try office.beginHere()
    let child = try office.work()
    try office.add()
    let left = try #require(try office.said.next()?.split(separator: " ").last.flatMap { pid_t($0) })
    try office.awaitAll()
    #expect(kill(left, 0) == 0)
    kill(left, SIGKILL)
    child.kill(SIGTERM)
    _ = try child.ended()
  }

  /// More than a pipe holds, and nobody reads it.
  @Test func aHookNeedNotReadTheEvent() throws {
    let office = try HookOffice()
    try office.put("deaf", "exec <&-; say $HOURSD_EVENT")
    try office.put("slow.issue.noted", "say $(wc -c) ${#HOURSD_ABOUT}")
    try office.beginHere()
    let child = try office.work()
    let long = String(repeating: "\\u0001", count: 9_000)
    try office.daemon.ask("add {\"about\":\"\(long)\",\"due\":\"+2h\"}")
    try office.daemon.ask("note {\"id\":1,\"text\":\"\(long)\"}")
    #expect(try office.said.next() == "deaf issue.queued")
    #expect(try office.said.next() == "deaf issue.noted")
    let words = try #require(try office.said.next()).split(separator: " ").compactMap { Int($0) }
    #expect(words.count == 2 && words[0] > 108_000 && words[1] == 4_096, "\(words)")
    child.kill(SIGTERM)
    #expect(try child.ended().status == 0)
    #expect(!child.errorText.contains("deaf: was"))
  }

  // MARK: Whatever ends

  @Test func thereIsOne() throws {
    let office = try HookOffice()
    try office.beginHere()
    try office.put("log", "say $HOURSD_ISSUE")
    let first = try office.work()
    try office.add()
    #expect(try office.said.next() == "log 1")
    let second = try office.work()
    #expect(try second.ended().status == 65)
    #expect(second.errorText == "another `hoursctl hooks` is at work already\n")
    first.kill(SIGINT)
    #expect(try first.ended().status == 0)
  }

  /// All hooks of the event that it is at, and no other event.
  @Test func whoIsToEndFinishesTheEvent() throws {
    let office = try HookOffice()
    for name in ["a", "b"] { try office.put(name, "say $HOURSD_ISSUE; read -r go <$HOME/go") }
    let go = "\(office.folder.path)/go"
    try #require(mkfifo(go, 0o600) == 0)
    let permits = open(go, O_RDWR | O_CLOEXEC)
    defer { close(permits) }
    try office.beginHere()
    let begin = try office.newest
    try office.add(2)
    let child = try office.work()
    #expect(try office.said.next() == "a 1")
    child.kill(SIGTERM)
    write(permits, "\n", 1)
    #expect(try office.said.next() == "b 1")
    write(permits, "\n", 1)
    #expect(try child.ended().status == 0)
    #expect(try office.daemon.ask(#"ack {"as":"hooks","seq":0}"#).number("acked") == begin + 1)
  }

  /// The daemon may die as it likes: what hooks have ended with, they do not hear again.
  @Test func theDaemonIsKilledAgainAndAgain() throws {
    let office = try HookOffice()
    try office.put("log", "echo $HOURSD_SEQ >>$HOME/log")
    try office.beginHere()
    let first = try office.newest + 1
    let child = try office.work()
    for _ in 1...8 {
      try office.add(10)
      try office.daemon.end(SIGKILL)
      try office.restart()
    }
    try office.awaitAll()
    #expect(try office.log("log") == Array(first...office.newest))
    child.kill(SIGTERM)
    #expect(try child.ended().status == 0)
  }

  /// A thousand events, three hooks, and whoever runs them is killed all the while.
  @Test func theHooksAreKilledAgainAndAgain() throws {
    let office = try HookOffice(inMemory: true)
    let names = ["a", "b.issue", "c.issue.queued"]
    for name in names { try office.put(name, "echo $HOURSD_SEQ >>$HOME/$HOURSD_HOOK") }
    try office.beginHere()
    let first = try office.newest + 1
    try office.add(1_000)
    let last = try office.newest
    var kills = 0
    while try office.daemon.ask(#"ack {"as":"hooks","seq":0}"#).number("acked") != last {
      let child = try office.work()
      usleep(.random(in: 20_000...400_000))
      child.kill(SIGKILL)
      _ = try child.ended()
      kills += 1
    }
    #expect(kills > 5)
    for name in names {
      var seen: Set<Int> = []
      let heard = try office.log(name)
      #expect(heard.filter { seen.insert($0).inserted } == Array(first...last), "\(name)")
      #expect(heard.count - seen.count <= kills, "\(name)")
    }
  }
}
