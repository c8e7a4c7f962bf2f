// The simulated world: one office, its log, a machine and a wall clock, led through a life step by step.
//
// A turn here is the daemon's turn: what is due comes first and is committed by itself, then the request, then what it
// left due at once, then one commit, and only then the reply. It dies where the life says so.

import Civil
import HoursCore

struct World {
  private let life: Life
  private var owner: Owner
  /// What the owner's files said when the daemon last read them.
  private var accepted: Configuration
  private var log = SimulatedLog()
  /// None while the daemon does not run.
  private var office: Office?
  private var oracle: Oracle
  /// True time, in seconds since the life began.
  private var time: Int64 = 0
  /// How far the wall clock is off.
  private var offset: Int64 = 0
  /// When the daemon is started again, or the lid is opened.
  private var away: Int64?
  private var crash: (where: Crash, back: Int64)?
  private var isDiskFull = false
  /// Not before this true time: a log that failed is tried again half a minute later.
  private var patience: Int64 = 0
  private var acknowledged: [Int64] = []
  private var nextKey: Int64 = 0
  /// How often the mailer sent each message.
  private var posted: [Int64: Int] = [:]
  private(set) var turns = 0
  /// What happened, as a story tells it; kept only for one that is to be shown.
  private var tale: [String]?

  private struct Died: Error {}

  init(_ life: Life, isTold: Bool = false) {
    self.life = life
    tale = isTold ? [] : nil
    owner = Owner(life)
    accepted = owner.configuration
    oracle = Oracle(accepted)
  }

  private var now: Instant { life.start + time + offset }

  /// Lives the life.
  static func live(_ life: Life) -> (violation: Violation?, turns: Int) {
    var world = World(life)
    do throws(Violation) {
      try world.start()
      for step in life.steps { try world.take(step) }
      try world.advance(to: life.seconds)
      try world.judge()
      return (nil, world.turns)
    } catch { return (error, world.turns) }
  }

  /// The life with what happened in it, a line each, up to the fault.
  static func tell(_ life: Life) -> [String] {
    var world = World(life, isTold: true)
    do throws(Violation) {
      try world.start()
      for step in life.steps { try world.take(step) }
      try world.advance(to: life.seconds)
      try world.judge()
    } catch { world.note("\(error.name): \(error.what)") }
    return world.tale ?? []
  }

  private mutating func note(_ text: @autoclosure () -> String) {
    guard tale != nil else { return }
    let line = "\(oracle.hours.clock(now))  \(text())"
    tale?.append(line)
  }

  private mutating func take(_ step: Step) throws(Violation) {
    try advance(to: step.at)
    note(step.deed.words)
    switch step.deed {
    case .change(let change):
      owner.make(change, at: now)
      guard office != nil, away == nil else { return }
      try turn(nil, isReload: true)
    case .crash(let crash, let back): self.crash = (crash, back)
    case .diskFull: isDiskFull = true
    case .sleep(let seconds):
      guard away == nil else { return }
      away = time + seconds
      oracle.excuse()
    case .clock(let seconds):
      // A clock that strays is set right again.
      offset = offset == 0 ? seconds : 0
      oracle.excuse()
      if office != nil, away == nil { try turn(nil) }
    case .sweep:
      for id in log.pending where office != nil && away == nil {
        var resolution = Resolution(id: id)
        resolution.solution = "done"
        resolution.send = id % 2 == 0
        try ask(.resolve(resolution))
      }
    case .deliver(let delivery): try deliver(delivery)
    default:
      guard office != nil, away == nil, let request = step.deed.request(in: log) else { return }
      try ask(request)
    }
  }

  // MARK: Time

  /// Lives until a true time: wakes the office whenever it wants to be.
  private mutating func advance(to end: Int64) throws(Violation) {
    while true {
      if let back = away {
        guard back <= end else { break }
        time = max(time, back)
        away = nil
        oracle.excuse()
        if office == nil { try start() } else { try turn(nil) }
        continue
      }
      guard let wake = office?.nextWake else { break }
      let at = max(wake - life.start - offset, time, patience)
      guard at <= end else { break }
      let before = (time, office?.seq)
      time = at
      try turn(nil)
      guard
        away != nil || (time, office?.seq ?? 0) != (before.0, before.1 ?? 0)
          || office?.nextWake.map({ $0 > now }) ?? true
      else { throw Violation("spin", "woken at \(oracle.hours.clock(now)) for nothing") }
    }
    time = max(time, end)
  }

  private mutating func start() throws(Violation) {
    accepted = owner.configuration
    oracle.follow(accepted)
    oracle.startAnew(log, at: now)
    oracle.restart()
    office = Office(accepted, memory: log.memory, at: now)
    try turn(nil)
  }

  // MARK: Turns

  /// Asks until there is an answer: who was not answered asks again with the same key.
  ///
  /// - Returns: The answer; nil when it was refused.
  @discardableResult
  private mutating func ask(_ request: Request) throws(Violation) -> Reply? {
    nextKey += 1
    return try turn(request, key: nextKey)
  }

  @discardableResult
  private mutating func turn(_ request: Request?, key: Int64? = nil, isReload: Bool = false) throws(Violation)
    -> Reply?
  {
    turns += 1
    do { return try attempt(request, key: key, isReload: isReload) } catch let violation as Violation {
      throw violation
    } catch {
      // The daemon has died; what was committed stays.
      log.rollback()
      office = nil
      away = time + (crash?.back ?? 0)
      crash = nil
      oracle.excuse()
      guard let request, let key else { return nil }
      try advance(to: away ?? time)
      // It may have been done: then it must not be done again.
      if let answer = log.answers[key] { return answer }
      return try turn(request, key: key)
    }
  }

  /// A deliverer takes the oldest message that is due, and reports what became of it, unless it dies first.
  private mutating func deliver(_ delivery: Delivery) throws(Violation) {
    guard office != nil, away == nil, let id = log.dueMessages.first, try ask(.mailClaim(id)) != nil else {
      return
    }
    if delivery == .sent || delivery == .diesSent {
      posted[id, default: 0] += 1
      try oracle.posted(id, times: posted[id] ?? 0)
    }
    switch delivery {
    case .sent: try ask(.mailSent(id))
    case .failed, .later: try ask(.mailFailed(id, error: "no", later: delivery == .later))
    case .dies, .diesSent: break
    }
  }

  private mutating func attempt(_ request: Request?, key: Int64?, isReload: Bool) throws -> Reply? {
    guard var office else { return nil }
    // Taken out, so that it is changed in place.
    self.office = nil
    try oracle.begin(at: now)
    if crash?.where == .beforeDecide { throw Died() }
    if isReload {
      accepted = owner.configuration
      stage(office.adopt(accepted, at: now).events, &office)
      oracle.follow(accepted)
    }
    if let wake = office.nextWake, wake <= now {
      try tick(&office)
      guard try commit(&office) else { return nil }
    }
    var reply: Reply?
    if let request {
      do throws(Refusal) {
        let decision = try office.decide(request, at: now, archive: log)
        stage(decision.events, &office)
        if let key { log.stage(decision.reply, for: key) }
        if case .refused = decision.reply {} else { reply = decision.reply }
      } catch {}
    } else {
      try tick(&office)
    }
    if let wake = office.nextWake, wake <= now { try tick(&office) }
    if crash?.where == .beforeCommit { throw Died() }
    guard try commit(&office, isWaived: request?.isWaiving ?? false) else { return nil }
    if crash?.where == .beforeReply { throw Died() }
    let status = office.status(at: now)
    self.office = office
    if case .call(let call, _) = reply { try acknowledge(call) }
    try oracle.end(at: now, status: status)
    return reply
  }

  private mutating func tick(_ office: inout Office) throws(Refusal) {
    stage(try office.decide(.tick, at: now, archive: log).events, &office)
  }

  private mutating func stage(_ events: [Event], _ office: inout Office) {
    office.apply(events)
    if !events.isEmpty { log.stage(events, office) }
  }

  /// False when the disk was full: then nothing has happened.
  private mutating func commit(_ office: inout Office, isWaived: Bool = false) throws(Violation) -> Bool {
    if isDiskFull, !log.staged.isEmpty {
      isDiskFull = false
      log.rollback()
      var memory = log.memory
      memory.openClaims = office.openClaims
      self.office = Office(accepted, memory: memory, at: now)
      patience = time + 30
      oracle.startAnew(log, at: now)
      return false
    }
    let news = log.staged
    log.commit()
    patience = 0
    for event in news {
      note("    -> " + ([event.name] + event.issues.map { String($0.id) }).joined(separator: " "))
    }
    if !news.isEmpty {
      try oracle.hear(news, at: now, isBehind: office.status(at: now).clock != nil, isWaived: isWaived)
    }
    return true
  }

  private mutating func acknowledge(_ call: Call) throws(Violation) {
    if call.id == log.lastCall { acknowledged.append(call.id) }
    try oracle.acknowledged(call, at: now)
    // A bridge sends what may go out by itself, and says so.
    if call.autoReply != nil, call.id % 2 == 0 { try ask(.told(.call(call.id), .sms)) }
  }

  // MARK: The end

  /// What must hold of the whole life.
  private mutating func judge() throws(Violation) {
    for id in acknowledged where log.call(id) == nil {
      throw Violation("lost", "call \(id) was acknowledged")
    }
    guard let office, !isDiskFull || log.staged.isEmpty else { return }
    guard office.seq == Int64(log.events.count) else {
      throw Violation("seq", "\(office.seq) after \(log.events.count) events")
    }
    var replayed = Office(accepted, at: life.start)
    replayed.apply(log.events)
    let restarted = Office(accepted, memory: log.memory, at: now)
    for (name, other) in [("replay", replayed), ("rows", restarted)] {
      var (a, b) = (office.status(at: now), other.status(at: now))
      for path: WritableKeyPath<Status, Instant?> in [\.nextReminder] {
        (a[keyPath: path], b[keyPath: path]) = (nil, nil)
      }
      (a.clock, b.clock) = (nil, nil)
      guard a == b, office.waitingCalls == other.waitingCalls, office.overrides == other.overrides else {
        throw Violation(name, "another office: \(a) and \(b)")
      }
    }
  }
}

extension Request {
  fileprivate var isWaiving: Bool {
    if case .waive = self { true } else { false }
  }
}

extension Deed {
  /// The request that it means now; nil when there is nothing that it could be about.
  func request(in log: SimulatedLog) -> Request? {
    func call(_ back: Int) -> Int64? { log.lastCall > Int64(back) ? log.lastCall - Int64(back) : nil }
    func issue(_ back: Int) -> Int64? { log.lastIssue > Int64(back) ? log.lastIssue - Int64(back) : nil }
    switch self {
    case .call(let incoming): return .call(incoming)
    case .triage(let back, let severity, let answer, let surcharge, let join):
      guard let id = call(back) else { return nil }
      var triage = Triage(call: id)
      triage.severity = severity
      triage.answers = answer.map { ["down": $0] }
      triage.surcharge = surcharge
      triage.issue = join.flatMap(issue)
      return .triage(triage)
    case .end(let back, let outcome): return call(back).map { .end(call: $0, outcome, minutes: nil) }
    case .told(let back, let channel): return call(back).map { .told(.call($0), channel) }
    case .snooze(let back, let until): return issue(back).map { .snooze($0, until: until) }
    case .resolve(let back, let wasCritical, let send):
      guard let id = issue(back) else { return nil }
      var resolution = Resolution(id: id)
      resolution.solution = "done"
      resolution.wasCritical = wasCritical
      resolution.send = send
      return .resolve(resolution)
    case .mailSend(let back):
      return log.lastMessage > Int64(back) ? .mailSend(log.lastMessage - Int64(back)) : nil
    case .waive(let back): return issue(back).map { .waive(issue: $0) }
    case .drop(let back): return issue(back).map { .drop($0, why: nil) }
    case .note(let back): return issue(back).map { .note($0, text: "x") }
    case .reopen(let back, let promised): return issue(back).map { .reopen($0, promised: promised) }
    case .add(let client, let kind, let due, let promised):
      var addition = Addition(about: "something")
      (addition.client, addition.kind, addition.due, addition.promised) = (client, kind, due, promised)
      return .add(addition)
    case .override(let state, let from, let until):
      var wish = OverrideWish(state)
      (wish.from, wish.until) = (from, until)
      return .override(wish)
    case .endOverride(let back):
      let last = log.overrides.last
      return last > Int64(back) ? .endOverride(last - Int64(back)) : nil
    case .status: return .status(at: nil)
    case .change, .crash, .diskFull, .sleep, .clock, .sweep, .deliver: return nil
    }
  }
}
