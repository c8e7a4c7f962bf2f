// The daemon: puts the parts together, starts them, and ends them in order.

import Civil
import Glibc
import HoursCore
import HoursWire
import Systemd

/// What the daemon was started with.
struct Options {
  let socket: String
  let places: Places
  let alarm: AlarmMode
  /// The command line beside this program; systemd's timer runs it.
  let hoursctl: String
}

/// One running hoursd.
@MainActor
final class Daemon {
  private let options: Options
  private let voice = Voice()
  private let clock = Clock()
  private let notify = Notify()
  private let loop: EventLoop
  private let house: House
  private let turn: Turn
  private let watchers: Watchers
  private let clients: Clients
  private let journal: JournalWriter
  private var doors: [Door] = []
  private var alarm: Alarm?
  private var sources: [EventSource] = []
  private var clockChange: ClockChange?
  private var zoneChange: PathChange?
  private var rulesChange: PathChange?
  private var followedZone: Zone?
  private var cards: CardWatch?
  private var logWatch: LogWatch?
  private var patience: ElapsedTimer?
  private var statusLine = ""
  private var warnings: [String] = []
  private var strangeZone: String?

  init(_ options: Options) throws {
    self.options = options
    loop = try EventLoop()
    house = House(options.places, voice: voice)
    turn = Turn(house, clock: clock)
    watchers = Watchers(turn, voice: voice)
    clients = try Clients(on: loop, turn: turn, watchers: watchers, voice: voice)
    journal = JournalWriter(house, on: loop, voice: voice)
  }

  /// Runs until somebody ends it.
  ///
  /// - Returns: The exit status.
  func run() throws -> CInt {
    umask(0o077)
    let listeners = try openListeners()
    connectParts(socket: listeners.first?.path ?? options.socket)
    try watchSignals()
    try watchTime()
    let now = clock.now()
    house.open(at: now)
    logWatch = try LogWatch(options.places, on: loop, voice: voice) { [unowned self] in lookAfterLog() }
    _ = turn.begin()
    clients.finishTurn()
    for listener in listeners {
      doors.append(try Door(listener, on: loop, clients: clients, voice: voice))
    }
    try loop.watchdog()
    notify.ready()
    introduce(socket: listeners.first?.path ?? options.socket)
    let code = try loop.run()
    end()
    return code
  }

  private func openListeners() throws -> [Listener] {
    let inherited = try Listener.inherited()
    return inherited.isEmpty ? [try Listener(path: options.socket)] : inherited
  }

  private func connectParts(socket: String) {
    do throws(SystemdError) {
      alarm = try Alarm(
        options.alarm, command: (options.hoursctl, ["--socket", socket, "tick"]), on: loop, voice: voice,
        wake: { [unowned self] in wake() })
    } catch { voice.warn("no alarm: \(error)") }
    alarm?.isTimeToTry = { [unowned self] in alarm?.tryAgain(at: clock.now()) }
    alarm?.changed = { [unowned self] in turn.forgetStatus() }
    house.logOpened = { [unowned self] in journal.start() }
    house.logReplaced = { [unowned self] in watchers.dropAll() }
    turn.add(watchers)
    turn.add(journal)
    turn.beforeCommit = { [unowned self] in journal.keepPosition() }
    turn.settled = { [unowned self] now in settle(at: now) }
    turn.refused = { [unowned self] client in watchers.refuse(client) }
    turn.surroundings = { [unowned self] status in surround(&status) }
    watchers.flush = { [unowned self] client in clients.flush(client) }
    watchers.drop = { [unowned self] client in clients.remove(client) }
  }

  private func watchSignals() throws(SystemdError) {
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGTERM, SIGINT] {
      sources.append(try loop.signal(number) { [unowned self] in leave() })
    }
    sources.append(try loop.signal(SIGHUP) { [unowned self] in reload() })
  }

  private func watchTime() throws(SystemdError) {
    clockChange = try ClockChange(on: loop) { [unowned self] in wake() }
    zoneChange = try PathChange(["/etc/localtime"], on: loop) { [unowned self] in reload() }
    cards = try CardWatch(on: loop, voice: voice) { [unowned self] in reloadCards() }
    house.files.beforeCards = { [unowned self] paths in cards?.follow(paths) }
  }

  /// Ends the loop, as soon as the alarm stands; a bus that hangs does not hold it up.
  private func leave() {
    guard let alarm else { return loop.exit(0) }
    alarm.settle { [unowned self] in loop.exit(0) }
    do throws(SystemdError) {
      patience = try ElapsedTimer(on: loop) { [unowned self] in loop.exit(0) }
      try patience?.arm(after: .seconds(Limits.leavingPatience))
    } catch { loop.exit(0) }
  }

  // MARK: What happens by itself

  /// Time has passed, or has jumped: what is due is found when a turn begins.
  private func wake() {
    let now = turn.begin()
    turn.tick(at: now)
    clients.finishTurn()
  }

  /// Every turn begins with a look at the log's files; when nobody asks anything, whoever touches them makes one begin.
  private func lookAfterLog() {
    turn.lookAfterLog()
    clients.finishTurn()
  }

  private func reload() {
    notify.reloading()
    do throws(Refusal) { _ = try turn.reload(nil) } catch {
      // Said already, and in the status.
    }
    clients.finishTurn()
    notify.ready()
  }

  private func reloadCards() {
    do throws(Refusal) { _ = try turn.reload(nil, onlyCards: true) } catch {
      // Said already, and in the status.
    }
    clients.finishTurn()
  }

  /// After each turn: the alarm and the status line follow the office.
  private func settle(at now: Instant) {
    var wake = house.desk?.office.nextWake
    // Due, and yet not done: the log failed. It is tried again, and not in a circle.
    if let due = wake, due <= now { wake = now + Limits.retry }
    if house.isLogAway { wake = [wake, now + Limits.retry].compactMap(\.self).min() }
    alarm?.arm(for: wake, at: now)
    showStatus(at: now)
    followZone()
  }

  /// A zone's rules change under its name, with an update of the system: then its file is replaced.
  private func followZone() {
    guard followedZone !== house.zone else { return }
    followedZone = house.zone
    do throws(SystemdError) {
      // In the place of the old one only when it stands: that may have something to tell still.
      rulesChange = try house.zoneFile.map { file throws(SystemdError) in
        try PathChange(PathChange.places(of: file), on: loop) { [unowned self] in reload() }
      }
    } catch {
      voice.warn("new rules of \(house.zone.name) are not seen (\(error)); `hoursctl reload` reads them")
    }
  }

  private func showStatus(at now: Instant) {
    let line: String
    if var status = house.desk?.office.status(at: now) {
      surround(&status)
      line = status.line(in: house.zone)
      warn(status.warnings ?? [])
      sayZone(status)
    } else {
      line = house.trouble ?? "not working"
    }
    guard line != statusLine else { return }
    statusLine = line
    notify.status(line)
  }

  /// Says each warning once, when it begins to hold.
  private func warn(_ present: [String]) {
    for warning in present where !warnings.contains(warning) { voice.warn(warning) }
    warnings = present
  }

  /// Says once that the system has come into another zone, when it begins to hold.
  private func sayZone(_ status: Status) {
    if status.systemZone != strangeZone, let here = status.systemZone {
      voice.say("the system is in \(here), the office stays in \(status.zone)")
    }
    strangeZone = status.systemZone
  }

  /// What only the daemon knows of the status.
  private func surround(_ status: inout Status) {
    status.alarm = alarm?.inForce.rawValue
    status.configurationError = house.files.trouble
    status.systemZone = house.strangeZone(at: status.now)
    status.configurationAt = house.files.readAt
  }

  // MARK: Words

  private func introduce(socket: String) {
    voice.say("listening on \(socket)")
    voice.say(house.hours.map { "hours: \($0)" } ?? "no hours yet")
    // What is wrong was said already, and in the journal without a word of the owner's.
    if house.trouble == nil { voice.say(statusLine) }
  }

  private func end() {
    notify.stopping()
    clients.close()
    journal.close()
    house.close()
  }
}
