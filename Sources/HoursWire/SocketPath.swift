// Where the two programs meet: both must come to the same path.

/// What the search for the socket's path may look at.
public struct PathFinder {
  /// A variable of the environment; empty ones count as absent.
  public let variable: (String) -> String?
  public let uid: UInt32
  public let exists: (String) -> Bool

  public init(variable: @escaping (String) -> String?, uid: UInt32, exists: @escaping (String) -> Bool) {
    self.variable = { name in variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    self.uid = uid
    self.exists = exists
  }

  /// The socket: the option, `$HOURSD_SOCKET`, the runtime directory, or the state directory.
  public func socket(option: String?) throws(NoHome) -> String {
    if let chosen = option ?? variable("HOURSD_SOCKET") { return chosen }
    if let runtime = variable("XDG_RUNTIME_DIR") { return "\(runtime)/hoursd/socket" }
    let user = "/run/user/\(uid)"
    return exists(user) ? "\(user)/hoursd/socket" : try home() + "/.local/state/hoursd/socket"
  }

  /// Where the event log lives.
  public func stateDirectory() throws(NoHome) -> String {
    if let state = variable("XDG_STATE_HOME") { return "\(state)/hoursd" }
    return try home() + "/.local/state/hoursd"
  }

  /// Where the owner's configuration lives.
  public func configurationDirectory() throws(NoHome) -> String {
    if let configuration = variable("XDG_CONFIG_HOME") { return "\(configuration)/hoursd" }
    return try home() + "/.config/hoursd"
  }

  private func home() throws(NoHome) -> String {
    guard let home = variable("HOME") else { throw NoHome() }
    return home
  }
}

/// A path that begins in the home directory, of which nothing is said.
///
/// The user database would know, but the static `hoursctl` cannot ask it, and both programs must come to the same path.
public struct NoHome: Error, CustomStringConvertible {
  /// What is missing, and the way out.
  public var description: String { "HOME is not set, so nobody knows where the files are; set it" }
}
