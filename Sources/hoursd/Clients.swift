// The listener and its connections: who may come in, whose turn it is, and which line goes where.

import Glibc
import HoursCore
import HoursWire
import Systemd

/// All connections.
@MainActor
final class Clients {
  private let loop: EventLoop
  private let turn: Turn
  private let watchers: Watchers
  private let voice: Voice
  private var set: DescriptorSet?
  private var listeners: [Listener] = []
  private var doors: [EventSource] = []
  private var clients: [UInt64: Client] = [:]
  private var nextToken: UInt64 = 1
  /// Connections to look at when the turn ends: something was said to them, or they have ended.
  private var touched: [Client] = []
  /// Connections whose lines were read already, so that the loop will not tell of them; who waits longest is the first.
  private var waiting: [Client] = []
  /// Looks again at who knocks when there was no descriptor for them.
  private var doorPause: ElapsedTimer?
  private var isOutOfDescriptors = false
  /// Gives those their turn.
  private var again: EventSource?

  init(on loop: EventLoop, turn: Turn, watchers: Watchers, voice: Voice) throws(SystemdError) {
    self.loop = loop
    self.turn = turn
    self.watchers = watchers
    self.voice = voice
    set = try DescriptorSet(
      on: loop, settled: { [unowned self] in continueWaiting() },
      handler: { [unowned self] token, readiness in serve(token, readiness) })
    // Last of all: a source like this one is always ready, and would go before everybody.
    again = try loop.once(priority: .last) { [unowned self] in continueWaiting() }
    try again?.disable()
    doorPause = try ElapsedTimer(on: loop) { [unowned self] in openDoors() }
  }

  // MARK: Coming in

  /// Answers whoever knocks there.
  func listen(on listener: Listener) throws(SystemdError) {
    doors.append(
      try loop.watch(descriptor: listener.descriptor, for: .readable) { [unowned self] _ in
        admit(from: listener)
        // Who is turned away at a full house, again and again, must not keep those inside waiting.
        if clients.count >= Limits.clients, isSomeoneWaiting { continueWaiting() }
      })
    listeners.append(listener)
  }

  /// Lets in who has knocked there already, and nobody else.
  func leave(_ listener: Listener) {
    guard let index = listeners.firstIndex(where: { $0 === listener }) else { return }
    admit(from: listener)
    doors.remove(at: index)
    listeners.remove(at: index)
  }

  private func admit(from listener: Listener) {
    do throws(SystemdError) {
      // A crowd waits in the backlog while others are served.
      for _ in 0..<Limits.admissions {
        guard let descriptor = try listener.accept() else {
          isOutOfDescriptors = false
          return
        }
        admit(descriptor)
      }
    } catch {
      // The connection waits until a descriptor is free, and the loop must not spin on it.
      if !isOutOfDescriptors { voice.warn("no more connections can be taken: \(error)") }
      isOutOfDescriptors = true
      for door in doors { try? door.disable() }
      // It may not be a client who has them all.
      try? doorPause?.arm(after: .seconds(Limits.descriptorPatience))
    }
  }

  private func openDoors() {
    for door in doors { try? door.enable() }
  }

  private func admit(_ descriptor: CInt) {
    guard let peer = try? Listener.peerCredentials(of: descriptor), peer.user == getuid() else {
      Glibc.close(descriptor)
      return
    }
    // Some may have left already, and only not been heard yet.
    if clients.count >= Limits.clients { set?.dispatch() }
    guard clients.count < Limits.clients else {
      let error = LineError.busy("\(Limits.clients) connections are open; close some, or try again")
      var farewell = OutputBuffer()
      farewell.append(turn.encode(ErrorReply(error)))
      _ = farewell.flush(to: descriptor)
      Glibc.close(descriptor)
      return
    }
    guard let set, let client = try? Client(token: nextToken, descriptor: descriptor, in: set) else {
      Glibc.close(descriptor)
      return
    }
    clients[nextToken] = client
    nextToken += 1
  }

  // MARK: Serving

  private func serve(_ token: UInt64, _ readiness: Readiness) {
    guard let client = clients[token] else { return }
    if !readiness.isDisjoint(with: [.readable, .hungUp, .failed]), case .ended = client.read() {
      return remove(client)
    }
    if client.isAbandoned(readiness) { return remove(client) }
    if !client.isWaiting { answerLines(of: client) }
  }

  /// Answers a bounded number of lines, and of bytes; once a turn, whatever brought the client here.
  ///
  /// Everybody has one line answered; more of them only while the turn is young, for a crowd must not keep others waiting.
  private func answerLines(of client: Client) {
    guard !client.isTouched else { return }
    client.isTouched = true
    touched.append(client)
    var said = 0
    for number in 0..<Limits.requestsPerTurn {
      let isPatient = turn.isLong() && number > 0
      guard !isPatient, said < Limits.unreadReplies, let reply = nextReply(to: client) else { return }
      said += reply.count
      turn.hold(reply, for: client)
    }
  }

  /// The answer in the making, or to the next line; nil when there is none in this turn.
  private func nextReply(to client: Client) -> [UInt8]? {
    if client.reporting == nil {
      guard client.isOpen, let line = client.nextLine() else { return nil }
      let reply = answer(line, client)
      guard client.reporting != nil else { return reply }
    }
    return turn.goOn(&client.reporting)
  }

  /// Ends the turn and sends what is to be sent.
  func finishTurn() {
    turn.end()
    // What the commit took is nobody's fault.
    turn.isOver()
    watchers.catchUp()
    for client in touched {
      client.isTouched = false
      flush(client)
      if client.isOpen, client.hasWaitingLines {
        client.isWaiting = true
        waiting.append(client)
      }
    }
    touched.removeAll(keepingCapacity: true)
    turn.isOver()
    if isSomeoneWaiting { try? again?.enableOnce() }
  }

  private var isSomeoneWaiting: Bool { !waiting.isEmpty || watchers.isSomeoneWaiting }

  func flush(_ client: Client) {
    if client.isOpen, case .ended = client.flush() { remove(client) }
  }

  /// What was read already moves on with every round, and by itself when nobody else is ready.
  private func continueWaiting() {
    var count = 0
    repeat {
      guard count < waiting.count else { break }
      let client = waiting[count]
      count += 1
      client.isWaiting = false
      if client.isOpen { answerLines(of: client) }
    } while !turn.isLong()
    waiting.removeFirst(count)
    finishTurn()
  }

  func remove(_ client: Client) {
    guard clients.removeValue(forKey: client.token) != nil else { return }
    watchers.remove(client)
    if client.hasSnapshot { turn.endSnapshot() }
    client.close()
    openDoors()
  }

  // MARK: Lines

  private func answer(_ line: LineBuffer.Line, _ client: Client) -> [UInt8] {
    client.asked = nil
    switch line {
    case .tooLong: return turn.encode(ErrorReply(LineError.tooLong))
    case .unterminated: return turn.encode(ErrorReply(LineError.unterminated))
    case .whole(let bytes):
      do {
        let line = try RequestLine(bytes)
        client.asked = line
        return try answer(line, client)
      } catch let error as LineError {
        return turn.encode(ErrorReply(error))
      } catch let refusal as Refusal {
        return turn.encode(ErrorReply(refusal, zone: turn.house.zone))
      } catch {
        return turn.encode(ErrorReply(.internal, "\(error)"))
      }
    }
  }

  private func answer(_ line: RequestLine, _ client: Client) throws -> [UInt8] {
    if client.watcher != nil {
      guard case .ack = line.request else { throw LineError.onlyAck }
    }
    switch line.request {
    // When the log is another one by now, the turn that begins parts with who reads the old one.
    case .watch, .snapshot:
      _ = turn.begin()
      guard client.isOpen else { throw Refusal.logFailed("the log is another one now") }
    default: break
    }
    switch line.request {
    case .help: return turn.encode(HelpReply())
    case .version: return turn.encode(VersionReply())
    case .watch(let watch): return turn.encode(try watchers.start(watch, for: client, at: turn.begin()))
    case .ack(let seq, let name):
      return turn.encode(try watchers.ack(seq, as: name, by: client, at: turn.begin()))
    case .report(let query):
      client.reporting = try turn.report(query)
      return []
    case .snapshot:
      let reply = try turn.takeSnapshot { [unowned self] in
        voice.warn("the log's file must change: an export that reads it is ended, and can be run again")
        remove(client)
      }
      client.hasSnapshot = true
      return turn.encode(reply)
    case .reload: return try turn.reload(line)
    case .forget(let whom): return try turn.forget(whom, line)
    default: return try turn.decide(line)
    }
  }

  // MARK: Ending

  /// Says what is still to be said, as far as the readers take it at once, and lets everybody go.
  func close() {
    finishTurn()
    for client in Array(clients.values) {
      _ = client.flush()
      remove(client)
    }
    doors.removeAll()
    for listener in listeners { listener.removeFile() }
  }
}
