// `make run`: somebody tries it, in a terminal, and ends it with ^C.

import Foundation
import Testing

extension UserManager {
  struct TrialTests {
    /// The environment of a machine with a user manager, and of one without.
    @Test(arguments: ["with systemd", "without systemd"])
    func saysWhatItIsAndLeavesNothing(_ machine: String) throws {
      try Office.end()
      let folder = try Folder()
      let environment = ["HOME": folder.path, "TMPDIR": folder.path, "NO_COLOR": "1"]
      let less =
        machine == "with systemd"
        ? [] : ["-u", "XDG_RUNTIME_DIR", "-u", "NOTIFY_SOCKET", "-u", "DBUS_SESSION_BUS_ADDRESS"]
      let command = "'\(sources)/contrib/dev/run' '\(programs)'"
      let trial = try Follower(
        less + ["script", "--quiet", "--return", "--flush", "--command", command, "/dev/null"],
        environment: environment)
      var said: [String] = []
      while said.last?.contains(" pending") != true {
        said.append(try #require(try trial.nextLine(), "\(said)"))
      }
      let socket = try #require(
        said.compactMap { $0.firstMatch(of: #/listening on (\S+)/#)?.1 }.first.map(String.init), "\(said)")
      #expect(said.contains { $0.contains("Mo-Fr 09:00-18:00") }, "the hours")
      #expect(said.filter { $0.contains("/hoursctl ") }.count == 3, "three commands to try")
      #expect(try Line(socket).ask("status").error == nil)

      let second = try outcome(
        of: ["env"] + less + ["\(sources)/contrib/dev/run", programs], environment: environment)
      #expect(second.status == 0)
      #expect(second.text.contains("runs already"))

      trial.type("\u{3}")
      let rest = try trial.rest()
      #expect(rest.contains { $0.contains("nothing is left behind") }, "\(rest)")
      #expect(!FileManager.default.fileExists(atPath: socket))
      let directory = String(socket.prefix(upTo: socket.lastIndex(of: "/") ?? socket.startIndex))
      #expect(!FileManager.default.fileExists(atPath: directory), "\(directory)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test(arguments: ["contrib/dev/run", "contrib/dev/packages"])
    func theScriptsArePlainShell(_ script: String) throws {
      try run("dash", "-n", "\(sources)/\(script)")
    }
  }
}
