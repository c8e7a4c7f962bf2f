// Two hundred connections as one source of the loop.

import Glibc
import Testing

@testable import Systemd

@MainActor
struct DescriptorSetTests {
  /// The handler's end and the client's end of each connection; the token is the index.
  private func connections(_ count: Int) throws -> [(CInt, CInt)] {
    try (0..<count).map { _ in try socketPair() }
  }

  private func close(_ connections: [(CInt, CInt)]) {
    for (ours, theirs) in connections {
      Glibc.close(ours)
      Glibc.close(theirs)
    }
  }

  @Test func everyConnectionIsServedInBoundedTurns() throws {
    let connections = try connections(200)
    defer { close(connections) }
    let stage = try Stage()
    var served = [Int](repeating: 0, count: connections.count)
    var turns: [Int] = [0]
    let set = try DescriptorSet(
      on: stage.loop, batch: 64, settled: { turns.append(0) },
      handler: { token, readiness in
        #expect(readiness == .readable)
        var byte: UInt8 = 0
        #expect(read(connections[Int(token)].0, &byte, 1) == 1)
        served[Int(token)] += 1
        turns[turns.count - 1] += 1
        if served.allSatisfy({ $0 == 3 }) { stage.done() }
      })
    for (token, (ours, theirs)) in connections.enumerated() {
      try set.add(ours, for: .readable, token: UInt64(token))
      #expect(write(theirs, "abc", 3) == 3)
    }
    try stage.run()
    #expect(served == [Int](repeating: 3, count: 200))
    #expect(turns.filter { $0 > 0 } == [64, 64, 64, 64, 64, 64, 64, 64, 64, 24])
    withExtendedLifetime(set) {}
  }

  @Test func whoIsNeverReadStarvesNobody() throws {
    let connections = try connections(10)
    defer { close(connections) }
    let stage = try Stage()
    var told: Set<UInt64> = []
    var others = 0
    let set = try DescriptorSet(on: stage.loop, batch: 2) { token, _ in
      told.insert(token)
      if told.count == 10, others > 3 { stage.done() }
    }
    // Another source, always ready too.
    let (ours, theirs) = try socketPair()
    defer { close([(ours, theirs)]) }
    let other = try stage.loop.watch(descriptor: ours, for: .writable) { _ in others += 1 }
    for (token, (ours, theirs)) in connections.enumerated() {
      try set.add(ours, for: .readable, token: UInt64(token))
      write(theirs, "x", 1)
    }
    try stage.run()
    withExtendedLifetime((set, other)) {}
  }

  @Test func whatWasRemovedIsNotTold() throws {
    let connections = try connections(20)
    defer { close(connections) }
    let stage = try Stage()
    var told: [UInt64] = []
    var set: DescriptorSet?
    set = try DescriptorSet(on: stage.loop) { token, _ in
      told.append(token)
      // The first that is told takes all others out, in the middle of its batch.
      for (other, (ours, _)) in connections.enumerated() {
        #expect(throws: Never.self) { try set?.remove(ours, token: UInt64(other)) }
      }
    }
    let end = try stage.loop.once(priority: .last) { stage.done() }
    for (token, (ours, theirs)) in connections.enumerated() {
      try set?.add(ours, for: .readable, token: UInt64(token))
      write(theirs, "x", 1)
    }
    try stage.run()
    #expect(told == [0])
    withExtendedLifetime(end) {}
    set = nil
  }

  @Test func interestChangesAndAnEndIsTold() throws {
    let (ours, theirs) = try socketPair()
    let stage = try Stage()
    var story: [Readiness] = []
    var set: DescriptorSet?
    set = try DescriptorSet(on: stage.loop) { _, readiness in
      story.append(readiness)
      guard story.count == 1 else { return stage.done() }
      Glibc.close(theirs)
      #expect(throws: Never.self) { try set?.modify(ours, for: .readable, token: 7) }
    }
    try set?.add(ours, for: .writable, token: 7)
    try stage.run()
    #expect(story == [.writable, [.readable, .hungUp]])
    set = nil
    Glibc.close(ours)
  }

  @Test func aDescriptorTwiceIsAnError() throws {
    let (ours, theirs) = try socketPair()
    defer { close([(ours, theirs)]) }
    let set = try DescriptorSet(on: EventLoop()) { _, _ in }
    try set.add(ours, for: .readable, token: 1)
    let error = #expect(throws: SystemdError.self) { try set.add(ours, for: .readable, token: 2) }
    #expect(error?.description == "epoll_ctl: File exists")
  }
}
