// A timer in the user's service manager, so that a daemon that is not running is woken too.
//
// systemd refuses a name that is taken, in mode "replace" too. So arming is two calls: stop, then start. Stopping is
// answered when it is planned, not when it is done, and the name is also taken for as long as the timer's service
// runs, which is just when the next instant is known. So a start that comes too early is tried again.

import CSystemd
import Glibc

/// What the service manager is to run, and when, under one name.
nonisolated public struct TransientUnit: Sendable {
  /// Without a suffix: `NAME.timer` starts `NAME.service`. No unit file of that name may exist.
  public let name: String
  /// For people, in `systemctl --user list-timers`.
  public let description: String
  /// The program's absolute path, and its arguments (without the name of the program itself).
  public let command: (path: String, arguments: [String])
  /// `NAME=value`, added to the manager's own environment.
  public let environment: [String]

  public init(
    name: String, description: String, command: (path: String, arguments: [String]),
    environment: [String] = []
  ) {
    self.name = name
    self.description = description
    self.command = command
    self.environment = environment
  }
}

/// One transient timer, armed and disarmed over the bus.
///
/// Wishes that come while an earlier one is under way are not queued: only the newest counts. Keep the object for as
/// long as a wish is under way. It may take as long as the service runs that the timer has just started.
@MainActor
public final class TransientTimer {
  /// What became of a wish.
  nonisolated public enum Outcome {
    /// The manager will start the service at `instant` (seconds since 1970), at most a second late.
    case armed(at: Int64)
    /// There is no such timer any more.
    case disarmed
    /// A newer wish came before this one's turn.
    case superseded
    /// Nothing is armed now, or nobody knows: the bus or the manager did not answer.
    case failed(BusError)
    /// The instant is less than two seconds away: systemd would forget it in silence. Do what is due instead.
    /// What was armed stays.
    case tooSoon
  }

  private struct Wish {
    let instant: Int64?
    let completion: (Outcome) -> Void
  }

  private let unit: TransientUnit
  private let bus: UserBus
  private var present: Wish?
  private var next: Wish?
  /// How often the present wish's start came too early.
  private var refusals = 0
  private var retry: ElapsedTimer?
  /// The instant that the manager has taken, and may not have armed yet: its answer comes before the job is done.
  private var started: Int64?

  public init(_ unit: TransientUnit, on bus: UserBus) throws(SystemdError) {
    self.unit = unit
    self.bus = bus
    retry = try ElapsedTimer(on: bus.loop) { [unowned self] in
      if let started { confirm(started) } else { start() }
    }
  }

  /// Whether a wish is under way. Between its two calls nothing is armed: let it finish before the loop ends.
  public var isUnderWay: Bool { present != nil }

  /// Has the service started at `instant`, in seconds since 1970, in place of what was armed before.
  public func arm(at instant: Int64, completion: @escaping (Outcome) -> Void) {
    guard instant >= secondsNow() + 2 else { return completion(.tooSoon) }
    wish(Wish(instant: instant, completion: completion))
  }

  /// Takes back what was armed.
  public func disarm(completion: @escaping (Outcome) -> Void) {
    wish(Wish(instant: nil, completion: completion))
  }

  /// Asks the manager for the instant, in seconds since 1970, at which the timer elapses; none when it is not armed.
  public func state(completion: @escaping (Result<Int64?, BusError>) -> Void) {
    var path: UnsafeMutablePointer<CChar>?
    defer { free(path) }
    do throws(SystemdError) {
      try checked(
        "sd_bus_path_encode",
        sd_bus_path_encode("/org/freedesktop/systemd1/unit", "\(unit.name).timer", &path))
      let message = try BusMessage(
        on: bus, to: manager, path: path.map { String(cString: $0) } ?? "",
        interface: "org.freedesktop.DBus.Properties", method: "Get",
        [.string("\(manager).Timer"), .string("NextElapseUSecRealtime")])
      try bus.call(message) { result in completion(result.flatMap(elapse)) }
    } catch {
      completion(.failure(.bus(error)))
    }
  }

  private func wish(_ wish: Wish) {
    next?.completion(.superseded)
    next = nil
    guard present == nil else {
      next = wish
      return
    }
    present = wish
    stop()
  }

  private func finish(_ outcome: Outcome) {
    let done = present
    present = next
    next = nil
    if present != nil { stop() }
    done?.completion(outcome)
  }

  private func stop() {
    refusals = 0
    call("StopUnit", [.string("\(unit.name).timer"), .string("replace")]) { [self] result in
      switch result {
      case .failure(.answer(name: "\(manager).NoSuchUnit", message: _)), .success:
        start()
      case .failure(let error):
        finish(.failed(error))
      }
    }
  }

  private func start() {
    // A newer wish has stopped it in vain, if it is going to stop it again.
    guard next == nil else { return finish(.superseded) }
    guard let instant = present?.instant else { return finish(.disarmed) }
    let timer: [BusValue] = [
      property("Description", .string(unit.description)),
      property(
        "TimersCalendar", .array(of: "(ss)", [.structure([.string("OnCalendar"), .string("@\(instant)")])])),
      property("AccuracyUSec", .number(1_000_000)),
      property("RemainAfterElapse", .boolean(false)),
      property("WakeSystem", .boolean(false)),
      property("CollectMode", .string("inactive-or-failed")),
    ]
    let service: [BusValue] = [
      property("Description", .string(unit.description)),
      property("Type", .string("oneshot")),
      property("ExecStart", .array(of: "(sasb)", [execution])),
      property("Environment", .strings(unit.environment)),
      property("TimeoutStartUSec", .number(serviceTimeout.microseconds)),
      property("CollectMode", .string("inactive-or-failed")),
    ]
    let auxiliary = BusValue.structure([.string("\(unit.name).service"), .array(of: "(sv)", service)])
    call(
      "StartTransientUnit",
      [
        .string("\(unit.name).timer"), .string("replace"), .array(of: "(sv)", timer),
        .array(of: "(sa(sv))", [auxiliary]),
      ]
    ) { [self] result in
      switch result {
      case .success:
        refusals = 0
        confirm(instant)
      case .failure(.answer(name: "\(manager).UnitExists", message: _)) where startLater(for: instant):
        break
      case .failure(let error):
        finish(.failed(error))
      }
    }
  }

  private func confirm(_ instant: Int64) {
    started = nil
    state { [self] result in
      switch result {
      case .success(instant): finish(.armed(at: instant))
      case .success where startLater(for: instant): started = instant
      case .success:
        finish(.failed(.answer(name: "", message: "the manager took the timer, and has not armed it")))
      case .failure(let error): finish(.failed(error))
      }
    }
  }

  /// After 5, 10, 20 ms and so on up to 320 ms; given up after half a minute, or when the instant is too near.
  private func startLater(for instant: Int64) -> Bool {
    guard refusals < 100, instant > secondsNow() else { return false }
    refusals += 1
    return (try? retry?.arm(after: .milliseconds(5 << min(refusals - 1, 6)))) != nil
  }

  private var execution: BusValue {
    let (path, arguments) = unit.command
    return .structure([.string(path), .strings([path] + arguments), .boolean(false)])
  }

  private func call(
    _ method: String, _ arguments: [BusValue], completion: @escaping (Result<BusReply, BusError>) -> Void
  ) {
    do throws(SystemdError) {
      let message = try BusMessage(
        on: bus, to: manager, path: "/org/freedesktop/systemd1", interface: "\(manager).Manager",
        method: method,
        arguments)
      try bus.call(message, completion: completion)
    } catch {
      completion(.failure(.bus(error)))
    }
  }
}

/// The service is killed then: one that hangs would hold its name for ever.
nonisolated private let serviceTimeout = Duration.seconds(20)

nonisolated private func secondsNow() -> Int64 {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  return Int64(now.tv_sec)
}

nonisolated private let manager = "org.freedesktop.systemd1"

nonisolated private func property(_ name: String, _ value: BusValue) -> BusValue {
  .structure([.string(name), .variant(value)])
}

/// The instant in the manager's answer; 0 and the largest number both say "never".
private func elapse(_ reply: BusReply) -> Result<Int64?, BusError> {
  do throws(SystemdError) {
    let microseconds = try reply.numberProperty()
    guard microseconds > 0, microseconds < UInt64(Int64.max) else { return .success(nil) }
    return .success(Int64(microseconds / 1_000_000))
  } catch {
    return .failure(.bus(error))
  }
}
