// The office and its log, opened together, or the reason why there is no office just now.

import Civil
import Glibc
import HoursCore
import HoursSetup
import HoursStore
import HoursWire

/// Where the daemon's files are.
struct Places {
  let configuration: String
  let stateDirectory: String
  /// The installed data, with the holiday calendars.
  let data: String
  let environment: [String: String]

  var log: String { "\(stateDirectory)/events.sqlite" }
}

/// An office at work, with the log that it lives from.
@MainActor
final class Desk {
  var office: Office
  let log: EventLog

  init(_ office: Office, _ log: EventLog) {
    self.office = office
    self.log = log
  }
}

/// Keeps the office in step with its log and with the owner's files.
@MainActor
final class House {
  private let places: Places
  private let voice: Voice
  let files: OwnerFiles
  private(set) var log: EventLog?
  private(set) var desk: Desk?
  private var logError: String?
  /// What deliverers had taken when the log was last let go of; nil at the start.
  private var claims: [Int64: Int]?
  /// What lay at the log's path when it could not be opened.
  private var refused: [FileStamp?] = []
  /// Where the log was saved that something else took the place of.
  private var savedLog: String?
  /// The log that was let go of last, while none is open: it may be taken away again before it is.
  private var lostLog: EventLog?
  /// Whether a log, or what was taken for one, has lain there since the daemon started.
  private var hasSeenLog = false
  /// Called when the log has been opened, before anything is staged in it.
  var logOpened: () -> Void = {}
  /// Called when what is kept may be another history than what was told before.
  var logReplaced: () -> Void = {}
  /// What the present configuration was made of.
  private var sources: Sources?
  /// A configuration has gone that may have named somebody who was forgotten.
  private var wantsPurge = false

  init(_ places: Places, voice: Voice) {
    self.places = places
    self.voice = voice
    files = OwnerFiles(places, voice: voice)
  }

  /// Why there is no office just now, in one line.
  var trouble: String? { desk == nil ? logError ?? files.trouble : nil }

  /// The office's zone; UTC while there is none.
  var zone: Zone { desk?.office.zone ?? .utc }

  /// The working hours in force and their zone, as the owner wrote them.
  var hours: String? { desk.map { "\($0.office.configuration.hours) (\($0.office.zone.name))" } }

  /// The file that tells the office's zone; nil where it has none of its own.
  var zoneFile: String? {
    desk.flatMap { ZoneLoader(environment: places.environment).file(of: $0.office.zone.name) }
  }

  /// The system's zone by name, while clocks there show something else than the office's.
  func strangeZone(at now: Instant) -> String? {
    desk.flatMap { files.systemZone($0.office.zone, differsAt: now) }
  }

  // MARK: Opening

  /// Opens the log and reads the owner's files. Nothing here ends the daemon: what is wrong is said and waits.
  func open(at now: Instant) {
    openLog()
    if log != nil { takeConfiguration(at: now) }
  }

  private func openLog() {
    do {
      try makeDirectory(places.stateDirectory)
      if let lostLog, !LogLook.isThere(places.log) { try lostLog.putBack() }
      // One that was there a moment ago is being replaced: a new one would be in the way of the copy.
      log = try EventLog.open(path: places.log, wholeUpTo: Limits.wholeLog, mayMake: !hasSeenLog)
      hasSeenLog = true
      savedLog = nil
      lostLog = nil
      logError = nil
      isLogAway = false
      logOpened()
    } catch {
      let text = "\(error)" + (savedLog.map { "; the log that was in use is now \($0)" } ?? "")
      warnOnce("the event log cannot be used: \(text)")
      logError = text
      refused = LogLook.stamps(of: places.log)
      if LogLook.isThere(places.log) { hasSeenLog = true }
      isLogAway = true
    }
  }

  private var lastWarning = ""

  private func warnOnce(_ text: String) {
    if text != lastWarning { voice.warn(text) }
    lastWarning = text
  }

  /// The office at work, or the reason why nothing can be decided. A log that could not be opened is tried again.
  func ready(at now: Instant) throws(Refusal) -> Desk {
    if let desk { return desk }
    if log == nil { open(at: now) }
    if let desk { return desk }
    guard log != nil else { throw .logFailed(logError ?? "the event log is not open") }
    throw .badConfiguration(files.trouble ?? "there is no configuration")
  }

  /// Reads something of the log.
  func readLog<T>(_ body: (EventLog) throws -> T) throws(Refusal) -> T {
    guard let log else { throw .logFailed(logError ?? "the event log is not open") }
    do { return try body(log) } catch { throw .logFailed("\(error)") }
  }

  /// Forgets what was not committed: the office becomes again what the log says.
  func rebuild(at now: Instant) {
    guard let desk else { return }
    if let log, !log.standing().isHeld, takeOver(log, at: now) { return }
    do {
      var configuration = desk.office.configuration
      // A reload that was not recorded did not happen.
      let accepted = try lastAccepted(desk.log)
      if accepted != sources, let kept = files.remade(accepted, at: now) { configuration = kept.0 }
      sources = accepted
      var memory = try desk.log.memory()
      // What deliverers have taken since the start they still have.
      memory.openClaims = desk.office.openClaims
      desk.office = Office(configuration, memory: memory, at: now)
    } catch {
      closeLog(because: error, at: now)
    }
  }

  /// Sees whether the log's files are those that were opened, or there is something else to open, and does what that asks for.
  ///
  /// - Parameter wasTouched: Whether somebody else is known to have had them open: then the time of their last write counts.
  /// - Returns: Whether it asked for anything.
  func lookAfterLog(at now: Instant, wasTouched: Bool = false) -> Bool {
    if let log {
      if log.isStaged { return false }
      if !log.standing(byTime: wasTouched).isHeld { return takeOver(log, at: now) }
      isLogAway = false
      return false
    }
    // To try to open it touches it, too.
    guard logError != nil, LogLook.stamps(of: places.log) != refused else { return false }
    open(at: now)
    return true
  }

  /// When there was no room to put the log back.
  private var fullAt: Instant?
  /// Whether the log is to be tried again: it could not be opened, or not be put back.
  private(set) var isLogAway = false

  /// Lets go of a log whose files are not those that were opened, and opens what lies there now.
  ///
  /// - Returns: False when it still holds what is nowhere else: then it can be read, and not be written.
  private func takeOver(_ lost: EventLog, at now: Instant) -> Bool {
    // Each try fills what room there is.
    if let fullAt, (fullAt..<fullAt + Limits.retry).contains(now) { return false }
    let standing = lost.standing(byTime: true)
    lost.rollback()
    let last = (try? lost.lastSeq()) ?? desk?.office.seq ?? 0
    do {
      try makeDirectory(places.stateDirectory)
      savedLog = try lost.save()
    } catch {
      warnOnce("the event log cannot be put back: \(standing.words); \(error)")
      isLogAway = true
      fullAt = (error as? DatabaseError)?.kind == .full ? now : nil
      return false
    }
    fullAt = nil
    let isBack = standing.file == .gone && LogLook.isThere(places.log)
    let outcome = isBack ? "; it was put back" : savedLog.map { "; it is now \($0)" } ?? ""
    voice.warn("the event log \(places.log): \(standing.words)\(outcome)")
    // What deliverers have taken they still have.
    claims = standing.file == .replaced ? nil : desk?.office.openClaims
    log = nil
    desk = nil
    lost.letGo()
    let isWhole = standing.ahead != .overwritten && (standing.file == .held || standing.file == .gone)
    lostLog = isWhole ? lost : nil
    open(at: now)
    let found = desk?.office.seq ?? 0
    if standing.file == .replaced || found != last {
      if desk != nil { voice.warn("the event log ended with event \(last), and now ends with \(found)") }
      logReplaced()
    }
    return true
  }

  private func closeLog(because error: any Error, at now: Instant) {
    warnOnce("the event log cannot be read: \(error)")
    logError = "\(error)"
    claims = desk?.office.openClaims
    log?.close()
    log = nil
    desk = nil
    // To open it touched it: that is no news, or it would be opened again for ever.
    refused = LogLook.stamps(of: places.log)
    isLogAway = true
  }

  /// Cleans the log's file of configurations that have gone; nothing may be staged.
  func purgeIfWanted() {
    guard wantsPurge, log?.isStaged != true else { return }
    wantsPurge = false
    do { try log?.purge() } catch {
      // The next start does it.
      voice.warn("the log's file could not be written anew: \(error)")
    }
  }

  /// Ends it in order.
  func close() {
    if let log, !log.standing(byTime: true).isHeld {
      do { _ = try log.save() } catch { voice.warn("the event log is lost: \(error)") }
      log.letGo()
    }
    log?.close()
    log = nil
    desk = nil
  }

  // MARK: Configuration

  /// Reads the owner's files again.
  ///
  /// - Returns: What changed; stages the accepted configuration and its event in the log.
  func reload(at now: Instant) throws(Refusal) -> Decision? {
    if log == nil {
      open(at: now)
      _ = try ready(at: now)
      return nil
    }
    guard let desk else {
      takeConfiguration(at: now)
      _ = try ready(at: now)
      return nil
    }
    let (configuration, sources) = try files.read(at: now)
    files.sayMove(from: self.sources, to: sources)
    let decision = desk.office.adopt(configuration, at: now)
    try keep(sources, at: now)
    return decision
  }

  /// Reads the owner's vCards again, and nothing else; where the files are wrong, all of them, for it may be the cards
  /// that they wait for.
  func reloadCards(at now: Instant) throws(Refusal) -> Decision? {
    guard let desk, let known = sources, files.trouble == nil else { return try reload(at: now) }
    let (configuration, sources) = try files.read(onlyCardsOf: known, at: now)
    let decision = desk.office.adopt(configuration, at: now)
    try keep(sources, at: now)
    return decision
  }

  /// The files' configuration, or else the last one that was accepted.
  private func takeConfiguration(at now: Instant) {
    guard let log else { return }
    do {
      let accepted = try lastAccepted(log)
      sources = accepted
      let found = try fresh(unless: accepted, at: now) ?? files.remade(accepted, at: now)
      guard let found else { return }
      (_, sources) = found
      var memory = try log.memory()
      memory.openClaims = claims
      desk = Desk(Office(found.0, memory: memory, at: now), log)
    } catch {
      closeLog(because: error, at: now)
    }
  }

  /// What the files say now, kept when it is new; nil when they are wrong.
  private func fresh(unless accepted: Sources?, at now: Instant) throws -> (Configuration, Sources)? {
    guard let found = try? files.read(at: now) else { return nil }
    files.sayMove(from: accepted, to: found.1)
    try keep(found.1, at: now)
    return found
  }

  /// None, too, where it cannot be read, for another version of this program has written it: the log is none the worse.
  private func lastAccepted(_ log: EventLog) throws -> Sources? {
    guard let row = try log.lastConfiguration() else { return nil }
    do {
      var sources = try decodeRecord(Sources.self, from: row.body)
      if let cards = try log.fact(Fact.cards) { sources.cards = try decodeRecord(Cards.self, from: cards) }
      return sources
    } catch {
      voice.warn("the configuration that was last accepted cannot be read: \(error)")
      return nil
    }
  }

  /// Stages what is new of an accepted configuration: it is durable with the turn's commit. Of the vCards, which change
  /// every day, only the last ones stay.
  private func keep(_ sources: Sources, at now: Instant) throws(Refusal) {
    guard let log else { return }
    do {
      let encoder = LineEncoder(zone: .utc)
      if sources.cards != self.sources?.cards { try log.setFact(Fact.cards, encoder.encode(sources.cards)) }
      if self.sources.map({ !$0.isSame(exceptCards: sources) }) ?? true {
        let id = (try log.lastConfiguration()?.id ?? 0) + 1
        try log.put(ConfigurationRow(id: id, at: now.seconds, body: encoder.encode(sources)))
      }
      self.sources = sources
      // An earlier one may name whoever was forgotten since.
      if try log.hasForgotten {
        _ = try log.removeEarlierConfigurations()
        try log.stagePurge()
        wantsPurge = true
      }
    } catch {
      throw .logFailed("\(error)")
    }
  }
}
