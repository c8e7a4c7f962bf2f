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
  public func socket(option: String?) -> String {
    if let chosen = option ?? variable("HOURSD_SOCKET") { return chosen }
    if let runtime = variable("XDG_RUNTIME_DIR") { return "\(runtime)/hoursd/socket" }
    let user = "/run/user/\(uid)"
    return exists(user) ? "\(user)/hoursd/socket" : "\(home)/.local/state/hoursd/socket"
  }

  /// Where the event log lives.
  public var stateDirectory: String {
    variable("XDG_STATE_HOME").map { "\($0)/hoursd" } ?? "\(home)/.local/state/hoursd"
  }

  /// Where the owner's configuration lives.
  public var configurationDirectory: String {
    variable("XDG_CONFIG_HOME").map { "\($0)/hoursd" } ?? "\(home)/.config/hoursd"
  }

  private var home: String { variable("HOME") ?? "/" }
}
