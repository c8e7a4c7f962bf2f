// A reader of the daemon's events that outlives the daemon: it watches under a name, of which there is one at a time, and
// when the daemon has gone it looks for another, later each time.

import Glibc
import HoursCore
import HoursWire

/// A program that goes on hearing what happens.
struct Reader {
  let name: String
  /// The only events that are wanted; nil for all.
  var only: [String]?
  /// What it is, for a second one that is refused.
  let role: String
  let socket: String?
  let signals: Signals

  /// How often it is looked whether another one has gone, for one that has just died may still be known.
  private static let looks = 4

  /// Watches until this program is to end, or once.
  ///
  /// - Parameter body: What is done with a connection on which events come, given the newest event's number; it calls
  ///   `settled` when the daemon has proved to be well.
  func run(
    isOnce: Bool = false,
    _ body: (inout Connection, _ newest: Int64, _ settled: () -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    var attempt = 0
    while !signals.wantEnd {
      do throws(Failure) {
        var newest: Int64 = 0
        var watch = try watching(&newest)
        try body(&watch, newest) { attempt = 0 }
        if isOnce { return }
      } catch .refused(let message) {
        throw .refused(message)
      } catch {
        if isOnce { throw error }
        pause(after: error, attempt)
        attempt += 1
      }
    }
  }

  private func watching(_ newest: inout Int64) throws(Failure) -> Connection {
    let ask = Ask("watch").with("as", name).with("only", only)
    var looks = 0
    while true {
      var connection = try Connection(option: socket)
      switch try connection.answer(to: ask) {
      case .reply(let reply):
        newest = reply.seq.integer
        return connection
      case .refusal("conflict", _) where looks < Self.looks:
        signals.wait(milliseconds: 100 << looks)
        looks += 1
      case .refusal("conflict", _): throw .refused("another \(role) is at work already")
      case .refusal(_, let message): throw .broken(message)
      }
    }
  }

  /// Waits until it makes sense to look for a daemon again: longer each time, and half a minute at most.
  func pause(after failure: Failure, _ attempt: Int) {
    if attempt == 0, let message = failure.message { say(message) }
    signals.wait(milliseconds: min(30_000, 250 << min(attempt, 7)))
  }

  /// Callers' words stay out of it, for it may go to the journal.
  func say(_ line: String) { try? Terminal.error.write(shown(line, lines: true) + "\n") }
}

/// What a daemon answers.
enum Answer {
  case reply(JSON)
  case refusal(code: String, String)
}

extension Failure {
  static let hungUp = Failure.broken("the daemon has hung up; another is looked for")
}

extension Connection {
  /// Asks once.
  mutating func answer(to ask: Ask) throws(Failure) -> Answer {
    try send(ask.line)
    guard let line = try nextLine() else { throw .hungUp }
    let reply = try read(line)
    guard Connection.refusal(line) != nil else { return .reply(reply) }
    return .refusal(code: reply.error.code.string, reply.error.message.string)
  }
}
