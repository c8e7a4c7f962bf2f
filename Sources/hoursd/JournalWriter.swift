// The journal as a reader of the log: it has a position of its own, gets each event at least once, and never holds
// up the office.

import Civil
import HoursCore
import HoursStore
import HoursWire
import Systemd

/// Hands events over to the journal, and shows them where a terminal is.
@MainActor
final class JournalWriter: EventReader {
  static let name = "journal"

  private let loop: EventLoop
  private let house: House
  private let voice: Voice
  private let socket = JournalSocket()
  /// The last event that the journal took.
  private var position: Int64 = 0
  /// The position as the log knows it.
  private var kept: Int64?
  /// The journal is full: it tells when it takes more.
  private var isWaiting = false

  init(_ house: House, on loop: EventLoop, voice: Voice) {
    self.house = house
    self.loop = loop
    self.voice = voice
  }

  /// Goes on where the last daemon stopped; the first one starts now, not with history. To be called when the log
  /// has been opened.
  func start() {
    guard let log = house.log, let acked = try? log.reader(Self.name) ?? log.lastSeq() else {
      return
    }
    position = acked
    kept = acked
  }

  func hear(_ events: [EventRow]) {
    if voice.isTerminal {
      for event in events { entry(event).map { voice.say($0.message) } }
    }
    guard !isWaiting else { return }
    if events.first?.seq == position + 1 { send(events) } else { catchUp() }
  }

  /// Stages the position when something is committed anyway: repeats after a crash are allowed, a commit more is not.
  func keepPosition() {
    guard let log = house.log, log.isStaged || isLeaving, let kept, kept != position else { return }
    do {
      try log.setReader(Self.name, acked: position)
      self.kept = position
    } catch {
      // The turn is spoiled, and its commit says so.
    }
  }

  private var isLeaving = false

  /// Keeps the position at an ending in order.
  func close() {
    isLeaving = true
    keepPosition()
    do { try house.log?.commit() } catch { voice.warn("the journal's position was not kept: \(error)") }
  }

  private func send(_ events: [EventRow]) {
    for event in events {
      switch entry(event).map({ socket.send($0.fields) }) {
      case .sent, nil: position = event.seq
      case .wouldBlock: return waitForRoom()
      case .gone: return
      }
    }
  }

  private func entry(_ event: EventRow) -> JournalEntry? {
    guard let line = try? EventLine(line: event.body) else { return nil }
    return JournalEntry(line, zone: house.zone)
  }

  private func waitForRoom() {
    do throws(SystemdError) {
      try socket.whenWritable(on: loop) { [unowned self] in
        isWaiting = false
        catchUp()
      }
      isWaiting = true
    } catch {
      // The next event tries again.
    }
  }

  /// Sends what was left over while the journal was away or full: a page a turn, for others wait, too.
  private func catchUp() {
    guard !isWaiting, let log = house.log,
      let page = try? log.events(after: position, limit: Limits.replayPage), !page.isEmpty
    else { return }
    let before = position
    send(page)
    if position > before, !isWaiting, page.count == Limits.replayPage { waitForRoom() }
  }
}
