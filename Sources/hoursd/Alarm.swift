// The alarm: the one place that knows when the office must be woken, and by whom.
//
// systemd's user manager holds the timer, so that a dead daemon is woken too; the loop's own timer
// stands behind it, half a minute late, for the day when the manager forgets (systemd#24984).

import Civil
import HoursCore
import Systemd

/// Who wakes the daemon.
enum AlarmMode: String, CaseIterable {
  /// A transient timer in the user's service manager, with the loop's timer behind it.
  case systemd
  /// The loop's timer alone.
  case `internal`
}

/// Wakes the office at one instant, whichever was asked for last.
@MainActor
final class Alarm {
  private enum Manager {
    case unused
    case arming(Instant)
    case armed(Instant)
    case failed(at: Instant)
  }

  private let loop: EventLoop
  private let mode: AlarmMode
  private let command: (path: String, arguments: [String])
  private let voice: Voice
  /// Called when another one may be in force.
  var changed: () -> Void = {}
  /// Called when the manager is to be tried again, by ``tryAgain(at:)``.
  var isTimeToTry: () -> Void = {}
  private var retry: ElapsedTimer?
  /// Until the next try, while the manager does not answer.
  private var pause = Duration.seconds(1)
  private var timer: WallClockTimer?
  private var bus: UserBus?
  private var unit: AlternatingTimer?
  private var manager = Manager.unused
  private var wanted: Instant?
  private var leaving: (() -> Void)?

  /// - Parameters:
  ///   - command: What systemd's timer runs; it must reach the daemon through its socket.
  ///   - wake: Called when the loop's own timer has fired.
  init(
    _ mode: AlarmMode, command: (path: String, arguments: [String]), on loop: EventLoop, voice: Voice,
    wake: @escaping () -> Void
  ) throws(SystemdError) {
    self.mode = mode
    self.command = command
    self.loop = loop
    self.voice = voice
    timer = try WallClockTimer(on: loop, handler: wake)
    retry = try ElapsedTimer(on: loop) { [unowned self] in isTimeToTry() }
  }

  /// The one in force.
  var inForce: AlarmMode {
    if case .armed = manager { .systemd } else { .internal }
  }

  /// Calls `leave` as soon as no arming is under way: what was asked for last must stand.
  func settle(then leave: @escaping () -> Void) {
    guard let unit, unit.isUnderWay else { return leave() }
    leaving = leave
  }

  /// Asks to be woken at an instant, or not at all. Armed anew only when the instant changes.
  func arm(for wake: Instant?, at now: Instant) {
    let wake = wake.map { min($0, now + Limits.wakeHorizon) }
    if wake == wanted, !mayRetry(at: now) { return }
    wanted = wake
    if mode == .systemd { armManager(for: wake, at: now) }
    armLoop()
  }

  private func mayRetry(at now: Instant) -> Bool {
    if case .failed(let at) = manager { return wanted != nil && now >= at + Limits.busRetry }
    return false
  }

  /// Arms the manager after it was not there; does nothing when it was armed meanwhile.
  func tryAgain(at now: Instant) {
    guard case .failed = manager, wanted != nil else { return }
    armManager(for: wanted, at: now)
    armLoop()
  }

  /// A bus that is started anew takes seconds: it is tried again, a few times, each later than the last. Where there never
  /// is one, only what changes the plan tries.
  private func tryLater() {
    guard pause <= .seconds(Limits.busPatience) else { return }
    try? retry?.arm(after: pause)
    pause *= 2
  }

  /// The loop's timer: at once where systemd's is not in force, else as the one behind it.
  private func armLoop() {
    defer { changed() }
    guard let wanted else {
      try? timer?.disarm()
      return
    }
    let isBehind: Bool =
      switch manager {
      case .arming, .armed: true
      case .unused, .failed: false
      }
    let instant = isBehind ? wanted + Limits.alarmGrace : wanted
    do throws(SystemdError) { try timer?.arm(at: instant.seconds) } catch {
      voice.warn("the loop's timer cannot be armed: \(error)")
    }
  }

  // MARK: systemd's timer

  private func armManager(for wake: Instant?, at now: Instant) {
    guard let unit = openUnit(at: now) else { return }
    guard let wake else {
      manager = .unused
      unit.disarm { [weak self] _ in self?.leaving?() }
      return
    }
    manager = .arming(wake)
    unit.arm(at: wake.seconds) { [weak self] outcome in self?.finish(outcome, wake, at: now) }
  }

  private func finish(_ outcome: TransientTimer.Outcome, _ wake: Instant, at now: Instant) {
    defer { if unit?.isUnderWay != true { leaving?() } }
    guard wake == wanted else { return }
    switch outcome {
    case .armed:
      manager = .armed(wake)
      pause = .seconds(1)
    case .tooSoon: manager = .unused
    case .superseded, .disarmed: return
    case .failed(let error):
      voice.warn("systemd's timer is not armed (\(error)); the daemon's own takes its place while it runs")
      manager = .failed(at: now)
      tryLater()
    }
    armLoop()
  }

  private func openUnit(at now: Instant) -> AlternatingTimer? {
    if let unit { return unit }
    do throws(SystemdError) {
      let bus = try UserBus(on: loop) { [weak self] in self?.lostBus(at: now) }
      let unit = try AlternatingTimer(
        TransientUnit(
          name: "hoursd-wake", description: "hoursd: the next opening, closing or reminder", command: command),
        on: bus)
      self.bus = bus
      self.unit = unit
      return unit
    } catch {
      if case .failed = manager {
      } else {
        voice.warn("no user bus (\(error)): systemd cannot wake a daemon that is not running")
      }
      manager = .failed(at: now)
      tryLater()
      return nil
    }
  }

  private func lostBus(at now: Instant) {
    unit = nil
    bus = nil
    manager = .failed(at: now)
    voice.warn("the user bus is gone; the daemon's own timer takes over until it is back")
    tryLater()
    armLoop()
  }
}
