// The turn: all that is asked in one turn of the loop becomes durable together, and only then is answered.

import Civil
import HoursCore
import HoursStore
import HoursWire

/// Whoever reads events: watchers and the journal.
@MainActor
protocol EventReader: AnyObject {
  /// Events that have become durable, in their order.
  func hear(_ events: [EventRow])
}

/// Takes requests, keeps their replies until the commit, then lets replies and events go.
@MainActor
final class Turn {
  private struct Held {
    let client: Client
    var reply: [UInt8]
    /// Given after something was staged, and so not true if the commit fails.
    var isProvisional: Bool
    /// What a provisional one answers, as far as it could be read.
    let line: RequestLine?
    /// It was to say something that was not recorded.
    var isRefused = false
  }

  let house: House
  private let clock: Clock
  private var held: [Held] = []
  var events: [EventRow] = []
  /// Committed in this turn already, and not told yet: what was due by itself.
  private var durable: [EventRow] = []
  private var began: Instant?
  /// When its work began, as ``Clock/elapsed()`` has it.
  private var workBegan: Int64?
  private var readers: [any EventReader] = []
  /// Something has happened in this turn, or time has passed.
  ///
  /// The first turn shows what a start has found.
  private var hasChanged = true {
    didSet { if hasChanged { knownWake = nil } }
  }
  private var knownWake: (desk: Desk?, instant: Instant?)?
  private var knownStatus: (now: Instant, line: [UInt8])?
  /// Fills in what only the daemon knows of the status.
  var surroundings: (inout Status) -> Void = { _ in }
  /// Called before a turn is committed, to stage what can wait for one.
  var beforeCommit: () -> Void = {}
  /// Called when a client was told that nothing was recorded.
  var refused: (Client) -> Void = { _ in }
  /// Called when a turn that changed something has ended, with the office as it now is.
  var settled: (Instant) -> Void = { _ in }

  init(_ house: House, clock: Clock) {
    self.house = house
    self.clock = clock
  }

  func add(_ reader: any EventReader) { readers.append(reader) }

  /// Whether it has taken so long that whoever can wait, waits. It counts from when it is first asked in a turn.
  func isLong() -> Bool {
    let now = clock.elapsed()
    if workBegan == nil { workBegan = now }
    return now - (workBegan ?? now) > Limits.turn
  }

  /// Others get their turn.
  func isOver() { workBegan = nil }

  /// The instant of this turn: one for all that is asked in it. What has come due by now comes first.
  func begin() -> Instant {
    if let began { return began }
    let now = clock.now()
    began = now
    if house.lookAfterLog(at: now) { hasChanged = true }
    if let wake = nextWake, wake <= now { tickAlone(at: now) }
    return now
  }

  /// When the office must be woken next. It is asked once after each change: to ask is to copy it.
  private var nextWake: Instant? {
    if let knownWake, knownWake.desk === house.desk { return knownWake.instant }
    let wake = house.desk?.office.nextWake
    knownWake = (house.desk, wake)
    return wake
  }

  /// What is due by itself is committed by itself: on a full disk, whoever only asks is answered all the same.
  private func tickAlone(at now: Instant) {
    tick(at: now)
    _ = commitNow(at: now)
  }

  /// Makes durable what was staged so far, and judges the replies that depend on it.
  ///
  /// - Returns: The error to answer, when nothing was recorded.
  func commitNow(at now: Instant) -> [UInt8]? {
    beforeCommit()
    let failure = commit()
    if failure == nil {
      durable += events
    } else {
      house.rebuild(at: now)
      knownWake = nil
    }
    for index in held.indices where held[index].isProvisional {
      held[index].isProvisional = false
      guard let failure else { continue }
      let answer = held[index].line.flatMap { answerAgain($0, at: now) }
      held[index].reply = answer ?? failure
      held[index].isRefused = answer == nil
    }
    events.removeAll(keepingCapacity: true)
    return failure
  }

  /// The answer, as things stand now, to who only asked while others changed what was not recorded, or repeated what
  /// was recorded earlier; nil for everybody else.
  private func answerAgain(_ line: RequestLine, at now: Instant) -> [UInt8]? {
    do throws(Refusal) {
      if let key = line.key { return try answered(key, line, at: now) }
      guard line.isQuestion else { return nil }
      let desk = try house.ready(at: now)
      let archive = LogArchive(log: desk.log)
      switch line.request {
      case .help: return encode(HelpReply())
      case .version: return encode(VersionReply())
      case .watch, .ack, .snapshot, .reload, .forget, .tick: return nil
      case .report(let query):
        var reporting = try desk.office.reporting(query, at: now)
        while true {
          if let reply = try reporting.goOn(archive) { return encode(reply) }
        }
      default:
        return encode(complete(try desk.office.decide(line.request, at: now, archive: archive).reply))
      }
    } catch { return encode(ErrorReply(error, zone: house.zone)) }
  }

  // MARK: Requests

  /// Decides a request of the office, and stages what follows.
  ///
  /// - Returns: The line to answer, without its newline.
  func decide(_ line: RequestLine) throws(Refusal) -> [UInt8] {
    let now = begin()
    if case .status(at: nil) = line.request { return try presentStatus(at: now) }
    if let key = line.key, let answer = try answered(key, line, at: now) { return answer }
    let desk = try house.ready(at: now)
    let decision = try desk.office.decide(line.request, at: now, archive: LogArchive(log: desk.log))
    try stage(decision.events, at: desk)
    let reply = encode(complete(decision.reply))
    // What is refused may be asked again under its key.
    if case .refused = decision.reply { return reply }
    if let key = line.key { try remember(key, line, reply) }
    return reply
  }

  /// Begins a report.
  func report(_ query: ReportQuery) throws(Refusal) -> Reporting {
    let now = begin()
    return try house.ready(at: now).office.reporting(query, at: now)
  }

  /// Goes on with a report, and puts it away when it is done.
  ///
  /// - Returns: The line to answer; nil when it goes on in the next turn.
  func goOn(_ reporting: inout Reporting?) -> [UInt8]? {
    do throws(Refusal) {
      let archive = LogArchive(log: try house.ready(at: begin()).log)
      guard let reply = try reporting?.goOn(archive) else { return nil }
      reporting = nil
      return encode(reply)
    } catch {
      reporting = nil
      return encode(ErrorReply(error, zone: house.zone))
    }
  }

  /// Reads the owner's files again, and stages what follows.
  func reload(_ line: RequestLine?, onlyCards: Bool = false) throws(Refusal) -> [UInt8] {
    let now = begin()
    if let line, let key = line.key, let answer = try answered(key, line, at: now) { return answer }
    // Files that are wrong change the status line, too.
    hasChanged = true
    let decision = try onlyCards ? house.reloadCards(at: now) : house.reload(at: now)
    if let decision { try stage(decision.events, at: try house.ready(at: now)) }
    tick(at: now)
    let reply = encode(decision?.reply ?? .reloaded(changed: [], affected: []))
    if let line, let key = line.key { try remember(key, line, reply) }
    return reply
  }

  /// Somebody has touched the log's files.
  func lookAfterLog() {
    if house.lookAfterLog(at: begin(), wasTouched: true) { hasChanged = true }
  }

  /// Time has passed.
  func tick(at now: Instant) {
    hasChanged = true
    do throws(Refusal) {
      let desk = try house.ready(at: now)
      let decision = try desk.office.decide(.tick, at: now, archive: LogArchive(log: desk.log))
      try stage(decision.events, at: desk)
    } catch {
      // Nothing was staged: it stays due, and the next turn finds it.
    }
  }

  func stage(_ events: [Event], at desk: Desk) throws(Refusal) {
    guard !events.isEmpty else { return }
    hasChanged = true
    let first = desk.office.seq + 1
    desk.office.apply(events)
    do {
      self.events += try desk.log.stage(events, from: first, office: desk.office)
    } catch {
      throw .logFailed("\(error)")
    }
  }

  // MARK: Status

  /// The present status: worked out once a second, and whenever something has changed.
  private func presentStatus(at now: Instant) throws(Refusal) -> [UInt8] {
    let desk = try house.ready(at: now)
    if let known = knownStatus, known.now == now, !hasChanged { return known.line }
    var status = desk.office.status(at: now)
    surroundings(&status)
    let line = encode(.status(status))
    knownStatus = hasChanged ? nil : (now, line)
    return line
  }

  /// What a status says may be another from now on, though nothing happened in the office.
  func forgetStatus() { knownStatus = nil }

  private func complete(_ reply: Reply) -> Reply {
    guard case .status(var status) = reply else { return reply }
    surroundings(&status)
    return .status(status)
  }

  func encode(_ reply: Reply) -> [UInt8] { encode(ReplyLine(reply)) }

  func encode(_ value: some Encodable) -> [UInt8] {
    LineEncoder(zone: house.zone).encode(value)
  }

  // MARK: Keys

  /// The first answer to a request that is repeated.
  func answered(_ key: String, _ line: RequestLine, at now: Instant) throws(Refusal) -> [UInt8]? {
    let desk = try house.ready(at: now)
    do {
      guard let row = try desk.log.request(key), let reply = try desk.log.lines([row.reply]).first else {
        return nil
      }
      if row.line == RequestLine.forgotten {
        guard case .forget = line.request else { throw Refusal.keyReused(key) }
        return reply
      }
      guard try RequestLine(row.line).request == line.request else { throw Refusal.keyReused(key) }
      return reply
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw .logFailed("\(error)")
    }
  }

  private func remember(_ key: String, _ line: RequestLine, _ reply: [UInt8]) throws(Refusal) {
    do { try house.log?.put(RequestRow(key: key, line: line.bytes, reply: reply)) } catch {
      throw .logFailed("\(error)")
    }
  }

  // MARK: The end

  /// Keeps a reply until the turn's end.
  func hold(_ reply: [UInt8], for client: Client) {
    let isProvisional = house.log?.isStaged ?? false
    held.append(
      Held(
        client: client, reply: reply, isProvisional: isProvisional, line: isProvisional ? client.asked : nil))
  }

  /// Commits, then lets everything go. A commit that fails refuses what it held and rebuilds the office.
  func end() {
    guard began != nil || !held.isEmpty || house.log?.isStaged == true else { return }
    let now = began ?? clock.now()
    // What a request has left due at once is reminded in the same turn.
    if let wake = nextWake, wake <= now { tick(at: now) }
    _ = commitNow(at: now)
    house.purgeIfWanted()
    let replies = held
    let news = durable
    durable.removeAll(keepingCapacity: true)
    held.removeAll(keepingCapacity: true)
    began = nil
    for one in replies {
      one.client.send(one.reply)
      if one.isRefused { refused(one.client) }
    }
    if !news.isEmpty { for reader in readers { reader.hear(news) } }
    if hasChanged {
      hasChanged = false
      knownStatus = nil
      settled(now)
    }
  }

  /// - Returns: The error to answer, when nothing was recorded.
  private func commit() -> [UInt8]? {
    guard let log = house.log, log.isStaged else { return nil }
    do {
      try log.commit()
      return nil
    } catch {
      return encode(ErrorReply(.internal, "nothing was recorded: \(error); try again when that is mended"))
    }
  }
}
