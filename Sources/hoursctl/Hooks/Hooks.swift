// The owner's own programs, run for what happens: hooks.d, an event at a time and each hook in its turn.
//
// A reader of its own name (`hooks`) that acks an event when all hooks have ended: whatever dies, no event is lost, and what
// comes again is the one that was in flight. A hook that fails is told of (HookMemory.swift) and done with: the others and the
// next event do not wait for it.

import Civil
import Glibc
import HoursCore
import HoursWire

/// Runs hooks for as long as it is wanted.
struct Hooks {
  private let reader: Reader
  private let folder: String
  /// How long a hook may take, in seconds.
  private let limit: Int
  /// What every hook finds in its environment.
  private let environment: [String]
  private var memory: HookMemory
  /// The last event that all hooks have ended with.
  private var done: Int64 = 0
  /// What was said of the files in the folder.
  private var told: [String: String] = [:]

  init(socket: String?, limit: Int, signals: Signals) throws(Failure) {
    let finder = PathFinder()
    do throws(NoHome) {
      folder = try finder.configurationDirectory() + "/hooks.d"
      memory = HookMemory(in: try finder.stateDirectory())
    } catch { throw .usage("\(error)") }
    self.limit = limit
    environment = hookEnvironment(socket: socket)
    reader = Reader(name: "hooks", role: "`hoursctl hooks`", socket: socket, signals: signals)
  }

  mutating func run() throws(Failure) {
    let reader = reader
    try reader.run { watch, newest, settled throws(Failure) in
      tell(of: HookFolder(at: folder))
      // Another log than before: what was done there says nothing.
      if newest < done { done = 0 }
      // Not the watching one: there events may come before the answer.
      var desk = try Connection(option: reader.socket)
      // A daemon that died may not have heard it.
      if done > 0 { try ack(&desk) }
      try follow(&watch, &desk, settled)
    }
    if let failure = memory.keep() { reader.say(failure) }
  }

  private mutating func follow(
    _ watch: inout Connection, _ desk: inout Connection, _ settled: () -> Void
  ) throws(Failure) {
    while watch.waits(reader.signals) {
      guard let line = try watch.nextLine() else { throw .hungUp }
      guard let event = JSON(line: line), event.event.isPresent else { continue }
      settled()
      guard event.seq.integer > done else { continue }
      let hasRun = handle(event, line)
      done = event.seq.integer
      // What nobody wants is passed over together.
      if hasRun || !watch.hasLine { try ack(&desk) }
    }
  }

  /// Waits until the daemon has it on disk: who dies after that has no more than the next event in flight.
  private func ack(_ desk: inout Connection) throws(Failure) {
    guard
      case .refusal(_, let message) = try desk.answer(
        to: Ask("ack").with("seq", done).with("as", reader.name))
    else { return }
    throw .broken(message)
  }

  // MARK: One event

  /// Runs every hook that wants an event to its end; whether there is any.
  private mutating func handle(_ event: JSON, _ line: [UInt8]) -> Bool {
    let found = HookFolder(at: folder)
    tell(of: found)
    let now = Instant.now
    let facts = HookMemory.Event(
      seq: event.seq.integer, name: event.event.string, at: Instant(rfc3339: event.at.string) ?? now)
    let takers = memory.takers(of: facts, among: found.hooks, now: now)
    if !takers.isEmpty {
      let variables = environment + HookFields(event).variables
      for hook in takers { run(hook, facts, variables, line + [UInt8(ascii: "\n")]) }
    }
    if let failure = memory.keep() { reader.say(failure) }
    return !takers.isEmpty
  }

  private mutating func run(_ hook: Hook, _ event: HookMemory.Event, _ variables: [String], _ line: [UInt8]) {
    let name = hook.name.text
    let stream = journalStream(of: name)
    defer { if let stream { close(stream) } }
    let why: String
    var isLate = false
    do throws(CannotStart) {
      var child = try Child(
        [hook.path], environment: variables + ["HOURSD_HOOK=\(name)"], input: line,
        output: .to(output: stream ?? STDOUT_FILENO, errors: stream ?? STDERR_FILENO), limit: limit)
      switch child.end(reader.signals) {
      case .exited(0):
        if memory.ended(hook) { reader.say("\(name): works again") }
        return
      case .exited(let status): why = "ended with status \(status)"
      case .killed(let signal): why = "was killed by signal \(signal)"
      case .late:
        why = "was ended after \(limit) seconds"
        isLate = true
      }
    } catch {
      // Taken away meanwhile, it is none any more.
      guard isThere(hook.path) else { return }
      why = "cannot be run: \(startMistake(error.number))"
    }
    reader.say("\(name): \(why), at event \(event.seq) (\(event.name))")
    memory.failed(hook, with: event, why: why, late: isLate, now: .now)
  }

  // MARK: Words

  /// Says what becomes of a file, once.
  private mutating func tell(of found: HookFolder) {
    var news: [String: String] = [:]
    for hook in found.hooks {
      news[hook.name.text] = "is run for every \(hook.name.only.map { "\($0) " } ?? "")event"
    }
    for (name, why) in found.left { news[name] = "is not run: \(why)" }
    for (name, text) in news.sorted(by: { $0.key < $1.key }) where told[name] != text {
      reader.say("\(name): \(text)")
    }
    told = news
  }
}

/// What is wrong with a program that the system does not start.
private func startMistake(_ number: Int32) -> String {
  switch number {
  case ENOENT: "\(errorText(number)); is the program there that its first line names, or that it links to?"
  case ENOEXEC: "\(errorText(number)); its first line has to name its program, for example #!/bin/sh"
  default: errorText(number)
  }
}

/// Whether there is something, be it a link that leads nowhere.
private func isThere(_ path: String) -> Bool {
  var facts = stat()
  return lstat(path, &facts) == 0
}

/// Our own environment, without what was another event's, and with what finds the same daemon and the same hoursctl.
private func hookEnvironment(socket: String?) -> [String] {
  var variables: [String] = []
  var next = environ
  while let variable = next.pointee {
    variables.append(String(cString: variable))
    next += 1
  }
  // JOURNAL_STREAM names our own output.
  let replaced =
    HookFields.names + ["HOURSD_HOOK", "JOURNAL_STREAM", "PATH"] + (socket == nil ? [] : ["HOURSD_SOCKET"])
  variables.removeAll { variable in replaced.contains { variable.hasPrefix("\($0)=") } }
  if let socket { variables.append("HOURSD_SOCKET=\(socket)") }
  let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  return variables + ["PATH=\(path)" + (programFolder().map { ":\($0)" } ?? "")]
}
