// Both programs must come to the same path, on every machine.

import HoursWire
import Testing

private let runtime = "/run/user/1000"

@Test(
  arguments: [
    // option, variables, whether /run/user/1000 exists, the path
    ("/tmp/s", ["HOURSD_SOCKET": "/b", "XDG_RUNTIME_DIR": "/c"], true, "/tmp/s"),
    (nil, ["HOURSD_SOCKET": "/b", "XDG_RUNTIME_DIR": "/c"], true, "/b"),
    (nil, ["HOURSD_SOCKET": "", "XDG_RUNTIME_DIR": "/c", "HOME": "/home/ann"], true, "/c/hoursd/socket"),
    (nil, ["XDG_RUNTIME_DIR": "", "HOME": "/home/ann"], true, "/run/user/1000/hoursd/socket"),
    (nil, ["HOME": "/home/ann"], false, "/home/ann/.local/state/hoursd/socket"),
  ] as [(String?, [String: String], Bool, String)])
func findsTheSocket(_ option: String?, _ variables: [String: String], _ exists: Bool, _ path: String) throws {
  let finder = PathFinder(
    variable: { variables[$0] }, uid: 1000, exists: { $0 == runtime && exists })
  #expect(try finder.socket(option: option) == path)
}

@Test func findsTheFolders() throws {
  let plain = PathFinder(variable: { $0 == "HOME" ? "/home/ann" : nil }, uid: 1000, exists: { _ in false })
  #expect(try plain.stateDirectory() == "/home/ann/.local/state/hoursd")
  #expect(try plain.configurationDirectory() == "/home/ann/.config/hoursd")
  let chosen = PathFinder(variable: { "/xdg/\($0)" }, uid: 1000, exists: { _ in false })
  #expect(try chosen.stateDirectory() == "/xdg/XDG_STATE_HOME/hoursd")
  #expect(try chosen.configurationDirectory() == "/xdg/XDG_CONFIG_HOME/hoursd")
}

@Test(arguments: [nil, ""]) func withoutAHomeOnlyWhatIsSaidIsFound(_ home: String?) throws {
  let finder = PathFinder(variable: { $0 == "HOME" ? home : nil }, uid: 1000, exists: { _ in false })
  #expect(throws: NoHome.self) { try finder.socket(option: nil) }
  #expect(throws: NoHome.self) { try finder.stateDirectory() }
  #expect(throws: NoHome.self) { try finder.configurationDirectory() }
  #expect(try finder.socket(option: "/tmp/s") == "/tmp/s")
}
