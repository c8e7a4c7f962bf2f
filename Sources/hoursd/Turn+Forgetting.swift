// Forgetting is a turn of its own: it is durable, and the file is clean, before it is answered.

import Civil
import HoursCore
import HoursStore
import HoursWire

extension Turn {
  /// Forgets a person. What is answered is durable, and nothing of them is left in the log's file.
  func forget(_ whom: Forgettable, _ line: RequestLine) throws(Refusal) -> [UInt8] {
    let now = begin()
    if let key = line.key, let answer = try answered(key, line, at: now) { return answer }
    let desk = try house.ready(at: now)
    let reply: [UInt8]
    do {
      reply = encode(try stageForgetting(whom, at: desk, now))
      if let key = line.key {
        try desk.log.put(RequestRow(key: key, line: RequestLine.forgotten, reply: reply))
      }
      if let first = events.first { events = try desk.log.events(after: first.seq - 1, limit: events.count) }
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      // Half of it must not be recorded.
      desk.log.spoil("\(error)")
      throw .logFailed("\(error)")
    }
    if commitNow(at: now) != nil {
      throw .logFailed("nothing was recorded; try again when the log is mended")
    }
    house.rebuild(at: now)
    do { try desk.log.purge() } catch {
      throw .logFailed("they are forgotten, but their traces go only at the next start: \(error)")
    }
    return reply
  }

  private func stageForgetting(_ whom: Forgettable, at desk: Desk, _ now: Instant) throws -> Reply {
    var likeness = Likeness(whom, in: desk.office.configuration.directory)
    likeness.learn(from: try Forgetter.callers(of: desk.log))
    try desk.office.refuseToForget(likeness)
    // Whoever is forgotten is told nothing any more.
    // All is decided before anything is staged: one that is just being sent to them is in the way of all.
    let waived = try Forgetter.untold(likeness, in: desk.log).flatMap { issue in
      try desk.office.decide(.waive(issue: issue.id), at: now, archive: LogArchive(log: desk.log)).events
    }
    try stage(waived, at: desk)
    var forgetter = Forgetter(likeness, event: desk.office.seq + 1, log: desk.log, office: desk.office)
    let forgotten = try forgetter.forget()
    if let forgotten {
      try stage([Event(.forgotten(forgotten), at: now)], at: desk)
    } else if likeness.contact == nil {
      throw Refusal.nobodyToForget(whom.text)
    }
    return .forgotten(forgotten?.removed ?? Removed(), isInConfiguration: likeness.contact != nil)
  }
}
