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
  private let socket: JournalSocket
  /// The last event that the journal took.
  private var position: Int64 = 0
  /// The position as the log knows it.
  private var kept: Int64?
  /// The journal is full: it tells when it takes more.
  private var isWaiting = false
  private var retry: ElapsedTimer?
  /// Until the next try; absent before the journal has taken anything.
  private var pause: Duration?

  init(_ house: House, on loop: EventLoop, voice: Voice, socket: JournalSocket = JournalSocket()) {
    self.house = house
    self.loop = loop
    self.voice = voice
    self.socket = socket
  }

  /// Goes on where the last daemon stopped; the first one starts now, not with history. To be called when the log
  /// has been opened.
  func start() {
    guard let log = house.log, let newest = try? log.lastSeq() else { return }
    // Nothing kept yet: the next commit keeps it, so that a crash soon after skips nothing.
    kept = (try? log.reader(Self.name)) ?? nil
    position = kept ?? newest
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
    guard let log = house.log, log.isStaged || isLeaving, kept != position else { return }
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
      case .sent, nil:
        position = event.seq
        pause = .seconds(1)
      case .wouldBlock: return waitForRoom()
      case .gone: return tryLater()
      }
    }
  }

  private func entry(_ event: EventRow) -> JournalEntry? {
    guard let line = try? EventLine(line: event.body) else { return nil }
    return JournalEntry(line, zone: house.zone)
  }

  /// A journal daemon that is started anew takes seconds: it is tried again, a few times, each later than the last.
  /// Where there never is one, events alone try.
  private func tryLater() {
    guard let wait = pause, wait <= .seconds(Limits.journalPatience) else { return }
    do throws(SystemdError) {
      if retry == nil { retry = try ElapsedTimer(on: loop) { [unowned self] in catchUp() } }
      try retry?.arm(after: wait)
      pause = wait * 2
    } catch {
      // The next event tries again.
    }
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
    guard !isWaiting, let log = house.log, let page = try? log.page(after: position), !page.isEmpty
    else { return }
    let before = position
    send(page)
    if position > before, !isWaiting { waitForRoom() }
  }
}
