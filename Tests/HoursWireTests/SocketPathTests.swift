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
func findsTheSocket(_ option: String?, _ variables: [String: String], _ exists: Bool, _ path: String) {
  let finder = PathFinder(
    variable: { variables[$0] }, uid: 1000, exists: { $0 == runtime && exists })
  #expect(finder.socket(option: option) == path)
}

@Test func findsTheFolders() {
  let plain = PathFinder(variable: { $0 == "HOME" ? "/home/ann" : nil }, uid: 1000, exists: { _ in false })
  #expect(plain.stateDirectory == "/home/ann/.local/state/hoursd")
  #expect(plain.configurationDirectory == "/home/ann/.config/hoursd")
  let chosen = PathFinder(variable: { "/xdg/\($0)" }, uid: 1000, exists: { _ in false })
  #expect(chosen.stateDirectory == "/xdg/XDG_STATE_HOME/hoursd")
  #expect(chosen.configurationDirectory == "/xdg/XDG_CONFIG_HOME/hoursd")
}
