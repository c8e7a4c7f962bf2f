// Watchers: readers of the log that first catch up, in pages as they drain, and then hear what happens.

import Civil
import HoursCore
import HoursStore
import HoursWire

/// One connection that watches.
@MainActor
final class Watcher {
  let name: String?
  private let only: [String]
  /// The last event that was said to it, or passed over by its filter.
  var position: Int64
  /// It has heard everything that is kept, and hears the rest as it happens.
  var isLive = false
  /// Its first turn has not ended, so that it may still come to nothing.
  var isNew = true

  init(_ watch: Watch, position: Int64) {
    name = watch.name
    only = watch.only
    self.position = position
  }

  /// Whether it wants an event of this name: named whole, or by the part before the dot.
  func wants(_ event: String) -> Bool {
    only.isEmpty
      || only.contains { $0 == event || (event.hasPrefix($0) && event.dropFirst($0.count).first == ".") }
  }
}

/// All who watch.
@MainActor
final class Watchers: EventReader {
  private let turn: Turn
  private let voice: Voice
  private var clients: [Client] = []
  /// Says what was put into a client's buffer; the connections' owner does it.
  var flush: (Client) -> Void = { _ in }
  var drop: (Client) -> Void = { _ in }

  init(_ turn: Turn, voice: Voice) {
    self.turn = turn
    self.voice = voice
  }

  // MARK: Asking

  /// Begins to watch: from `since`, from what the name last acked, or from now.
  func start(_ watch: Watch, for client: Client, at now: Instant) throws(Refusal) -> WatchReply {
    let desk = try turn.house.ready(at: now)
    let newest = desk.office.seq
    if let name = watch.name {
      guard name != JournalWriter.name, !clients.contains(where: { $0.watcher?.name == name }) else {
        throw .watcherExists(name)
      }
    }
    if let since = watch.since, since > newest { throw .seqAhead(since, newest: newest) }
    var position = watch.since ?? newest
    do {
      if let name = watch.name {
        if let acked = try desk.log.reader(name) {
          position = watch.since ?? acked
        } else {
          // Kept from the first moment, so that a crash before the first ack loses nothing.
          try desk.log.setReader(name, acked: position)
        }
      }
    } catch { throw .logFailed("\(error)") }
    client.watcher = Watcher(watch, position: position)
    clients.append(client)
    return WatchReply(seq: newest)
  }

  /// Notes how far a reader has dealt with the events.
  func ack(_ seq: Int64, as name: String?, by client: Client, at now: Instant) throws -> AckReply {
    guard let name = name ?? client.watcher?.name else { throw LineError.missingKey("as", verb: "ack") }
    guard name != JournalWriter.name else { throw Refusal.watcherExists(name) }
    let desk = try turn.house.ready(at: now)
    let newest = desk.office.seq
    guard seq <= newest else { throw Refusal.seqAhead(seq, newest: newest) }
    do {
      let acked = max(seq, try desk.log.reader(name) ?? 0)
      try desk.log.setReader(name, acked: acked)
      return AckReply(acked: acked)
    } catch { throw Refusal.logFailed("\(error)") }
  }

  /// The turn was not recorded, and a `watch` of it was refused.
  func refuse(_ client: Client) {
    guard client.watcher?.isNew == true else { return }
    remove(client)
    client.watcher = nil
  }

  func remove(_ client: Client) {
    if client.watcher != nil { clients.removeAll { $0 === client } }
  }

  /// What is kept is another history now: each must ask anew where it stands.
  func dropAll() {
    for client in clients { drop(client) }
  }

  // MARK: Hearing

  func hear(_ events: [EventRow]) {
    for client in clients {
      guard let watcher = client.watcher, watcher.isLive else { continue }
      for event in events where event.seq > watcher.position {
        watcher.position = event.seq
        guard watcher.wants(event.name) else { continue }
        guard client.unreadBytes == 0 || client.unreadBytes + event.body.count <= Limits.unreadEvents else {
          voice.warn("a watcher does not read: it is disconnected, and can go on by `since` or its name")
          drop(client)
          break
        }
        client.send(event.body)
      }
      flush(client)
    }
  }

  /// After a turn: whoever has just begun to watch, or has read enough of its page, gets the next one.
  func catchUp() {
    for client in clients { client.watcher?.isNew = false }
    for client in clients where isBehind(client) && client.unreadBytes < Limits.unreadReplies {
      refill(client)
      flush(client)
      // Who has just got a page is the last to get another.
      if let index = clients.firstIndex(where: { $0 === client }) {
        clients.append(clients.remove(at: index))
      }
      if turn.isLong() { break }
    }
  }

  /// Whether somebody has read all that it was given, so that the loop will not tell of it, and wants more.
  var isSomeoneWaiting: Bool { clients.contains { isBehind($0) && $0.unreadBytes == 0 } }

  private func isBehind(_ client: Client) -> Bool { client.watcher?.isLive == false }

  /// The next page of kept events, when the last one was read.
  private func refill(_ client: Client) {
    guard let watcher = client.watcher, !watcher.isLive, client.unreadBytes < Limits.unreadReplies else {
      return
    }
    let page: [EventRow]
    do {
      page = try turn.house.readLog { log in
        let page = try log.page(after: watcher.position)
        _ = try log.lines(page.map(\.body))
        watcher.isLive = try (page.last?.seq ?? watcher.position) >= log.lastSeq()
        return page
      }
    } catch {
      // Nothing to go on with; it can come back by `since` or its name.
      client.send(turn.encode(ErrorReply(error, zone: turn.house.zone)))
      flush(client)
      return drop(client)
    }
    for event in page {
      watcher.position = event.seq
      if watcher.wants(event.name) { client.send(event.body) }
    }
  }
}
