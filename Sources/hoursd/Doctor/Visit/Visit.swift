// A visit: everything is looked at and asked, in an order that keeps what is seen true, and nothing is judged.
//
// The units come first, for asking the socket may start the daemon; then the daemon; then what follows from its answer.
// Nothing is changed, but for that start: it is what any question does, and whether it works is worth knowing.

import Civil
import Glibc
import HoursCore
import HoursSetup
import HoursStore
import HoursWire
import Systemd

/// What is to be looked at.
struct Visit {
  let socket: (option: String?, path: String)
  let places: Places

  /// Looks at everything.
  func facts() -> MachineFacts {
    // Other programs' words are read, or shown beside ours.
    setenv("LC_ALL", "C", 1)
    var facts = MachineFacts()
    facts.now = Clock().now()
    facts.user = (userName(getuid()), getuid())
    facts.manager = .found()
    if facts.manager.units?.service.isPrivate == true { facts.hasUserNamespaces = userNamespacesCanBeMade() }
    facts.lingers =
      access("/run/systemd/users", F_OK) == 0
      ? access("/var/lib/systemd/linger/\(facts.user.name)", F_OK) == 0 : nil
    facts.unnamedRuntime = unnamedRuntime()
    facts.socket = socketFacts()
    ask(&facts)
    if facts.daemon.status?.unsent ?? 0 > 0 { facts.mailDue = Answer.mailDue(at: socket.path) }
    facts.programs = programs(facts)
    facts.configuration = configuration(at: facts.now)
    facts.hooks = hooks()
    facts.time = time(facts)
    facts.journal = journal(facts)
    facts.state = state()
    return facts
  }

  private func unnamedRuntime() -> String? {
    let folder = "/run/user/\(getuid())"
    return variable("XDG_RUNTIME_DIR") == nil && access("\(folder)/bus", F_OK) == 0 ? folder : nil
  }

  private func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: The daemon

  private func socketFacts() -> SocketFacts {
    // As PathFinder.socket searches.
    let rule =
      if socket.option != nil { "--socket" } else if variable("HOURSD_SOCKET") != nil {
        "$HOURSD_SOCKET"
      } else if variable("XDG_RUNTIME_DIR") != nil {
        "$XDG_RUNTIME_DIR"
      } else if socket.path.hasPrefix("/run/user/") { "the user's runtime folder" } else { "$HOME" }
    return SocketFacts(
      path: socket.path, rule: rule, isOption: socket.option != nil, file: FileFacts(at: socket.path),
      folder: FileFacts(at: parent(socket.path)))
  }

  /// Asks until the alarm stands, for a while: it is being set anew after each change, and a daemon that has just started
  /// has none yet.
  private func ask(_ facts: inout MachineFacts) {
    let deadline = Deadline(seconds: Limits.visit)
    while true {
      facts.daemon = Answer.from(socket.path)
      facts.manager.lookAgain()
      guard let units = facts.manager.units, units.isServing, let status = facts.daemon.status,
        status.until != nil || status.nextReminder != nil,
        status.alarm != "systemd" || units.timers == 0, !deadline.isOver
      else { return }
      usleep(100_000)
    }
  }

  private func programs(_ facts: MachineFacts) -> ProgramFacts {
    var programs = ProgramFacts()
    programs.folder = programFolder()
    let beside = "\(programs.folder)/hoursctl"
    if access(beside, X_OK) == 0 {
      switch OtherProgram.run([beside, "--version"]) {
      case .ended(0, let text): programs.hoursctl = .version(firstLine(text))
      case .ended, .mute, .notInstalled: programs.hoursctl = .mute
      }
    }
    if let id = facts.manager.units?.service.mainPID, id > 0 {
      programs.runsReplaced = linkTarget("/proc/\(id)/exe")?.hasSuffix(" (deleted)") == true
    }
    return programs
  }

  // MARK: The owner's files

  private func configuration(at now: Instant) -> ConfigurationFacts {
    var facts = ConfigurationFacts()
    facts.path = places.configuration
    facts.file = FileFacts(at: places.configuration)
    let zones = ZoneLoader(environment: places.environment)
    do {
      let sources = try Sources.read(
        path: places.configuration, data: places.data, environment: places.environment, zones: zones)
      for path in [places.configuration] + sources.calendars.keys.sorted() {
        guard case .there(_, _, let changed) = FileFacts(at: path) else { continue }
        if changed > facts.newest?.changed ?? Instant(seconds: .min) { facts.newest = (path, changed) }
      }
      let (configuration, warnings) = try sources.configuration(zones: zones, at: now)
      facts.reading = .good(configuration)
      facts.warnings = warnings.filter { !$0.isAboutCards }.map(\.description)
      facts.cards = (configuration.directory as? Contacts)?.cardCount
      facts.cardWarnings = warnings.filter(\.isAboutCards).map(\.description)
      facts.mailerIsThere = configuration.mail.command.first.map(isProgram)
    } catch let errors as SetupErrors {
      facts.reading = .wrong(errors.errors.map(\.description))
    } catch {
      facts.reading = .wrong(["\(error)"])
    }
    return facts
  }

  private func hooks() -> HookFacts {
    var hooks = HookFacts()
    // Where hoursctl, which is told of no other places, finds them.
    guard let folder = try? finder().configurationDirectory() + "/hooks.d",
      let state = try? finder().stateDirectory()
    else { return hooks }
    hooks.folder = folder
    hooks.names = names(in: folder).compactMap(HookName.init).map(\.text).filter { name in
      // A link that leads nowhere is one, too: it fails.
      isProgram("\(folder)/\(name)") || FileFacts(at: "\(folder)/\(name)") == .missing
    }
    let notes = HookNotes(line: bytes(of: "\(state)/\(HookNotes.file)", limit: Limits.hookNotes))
    for hook in notes?.hooks ?? [] where hooks.names.contains(hook.name) {
      guard let failure = hook.failure else { continue }
      var isChanged = false
      if case .there(_, _, let changed) = FileFacts(at: "\(folder)/\(hook.name)") {
        isChanged = changed > failure.last
      }
      hooks.failing.append(HookFacts.Failing(name: hook.name, failure: failure, isChanged: isChanged))
    }
    return hooks
  }

  private func time(_ facts: MachineFacts) -> TimeFacts {
    var time = TimeFacts()
    let zones = ZoneLoader(environment: places.environment)
    time.systemZone = SystemZone.zone(environment: places.environment, zones: zones).name
    time.isSynchronised = clockIsSynchronised()
    if let zone = facts.configuration.configuration?.zone {
      time.office = zone
    } else if let name = facts.daemon.status?.zone, name != "localtime" {
      if let zone = try? zones.zone(name) { time.office = zone } else { time.missingZone = name }
    }
    return time
  }

  // MARK: Journal and state

  private func journal(_ facts: MachineFacts) -> JournalFacts {
    var journal = JournalFacts()
    journal.isThere = access("/run/systemd/journal/socket", F_OK) == 0
    guard journal.isThere else { return journal }
    let events = messageIDs.values.sorted().map { "MESSAGE_ID=\($0)" }
    let question = [
      "journalctl", "--quiet", "--no-pager", "--lines=1", "--output=json", "--output-fields=HOURSD_SEQ",
    ]
    switch OtherProgram.run(question + ["_UID=\(facts.user.id)"] + events) {
    case .notInstalled: journal.reading = .notInstalled
    case .mute: journal.reading = .mute
    case .ended(0, let text): journal.reading = text.contains("{") ? .entry : .nothing
    case .ended(_, let text): journal.reading = .failed(why: firstLine(text))
    }
    let folders = ["/usr/lib", "/usr/local/lib", "/etc", "/run"]
    journal.hasCatalog = folders.contains { access("\($0)/systemd/catalog/hoursd.catalog", R_OK) == 0 }
    if let event = messageIDs["issue.due"],
      case .ended(0, _) = OtherProgram.run(["journalctl", "--no-pager", "--dump-catalog", event])
    {
      journal.isExplained = true
    }
    return journal
  }

  private func state() -> StateFacts {
    var state = StateFacts()
    state.path = places.stateDirectory
    state.folder = FileFacts(at: state.path)
    state.files = ["", "-wal"].map { places.log + $0 }.map { ($0, FileFacts(at: $0)) }
    state.log = LogLook.at(places.log, limit: Limits.wholeLog)
    state.holder = LogLook.holder(of: places.log)
    state.free = freeSpace(state.path)
    state.fileSystem = (try? FileSystem(of: state.path)) ?? .disk
    return state
  }
}
