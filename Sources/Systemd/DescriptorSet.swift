// Many connections as one source of the loop. sd-event dispatches one source a turn and polls again, which costs
// two thirds of the rate at 50 busy clients; an inner epoll set hands over all that are ready in one turn.

import CSystemd
import Glibc

/// A set of descriptors that the loop sees as one source.
///
/// Level-triggered: what was not read is told again in the next turn. Told in rounds, so that nobody starves.
@MainActor
public final class DescriptorSet {
  private let epoll: CInt
  private let batch: UnsafeMutableBufferPointer<epoll_event>
  private let handler: (_ token: UInt64, _ readiness: Readiness) -> Void
  private let settled: () -> Void
  private var source: EventSource?
  /// The part of the batch that the handler has not been called for yet; empty outside of a turn.
  private var waiting = 0..<0

  /// Makes an empty set.
  ///
  /// - Parameters:
  ///   - batch: How many descriptors one turn tells at most, so that other sources get their turn.
  ///   - settled: Called once after each round, when the handler has heard of every descriptor in it.
  ///   - handler: Called for each descriptor that is ready, with the token that it was added with.
  public init(
    on loop: EventLoop, batch: Int = 64, priority: EventLoop.Priority = .normal,
    settled: @escaping () -> Void = {},
    handler: @escaping (_ token: UInt64, _ readiness: Readiness) -> Void
  ) throws(SystemdError) {
    epoll = try checkedCall("epoll_create1", epoll_create1(CInt(EPOLL_CLOEXEC)))
    self.batch = .allocate(capacity: max(1, batch))
    self.batch.initialize(repeating: epoll_event())
    self.handler = handler
    self.settled = settled
    source = try loop.watch(descriptor: epoll, for: .readable, priority: priority) { [unowned self] _ in
      dispatch()
    }
  }

  isolated deinit {
    source = nil
    batch.deallocate()
    close(epoll)
  }

  /// Watches `descriptor` too. It stays the caller's; tokens must differ.
  public func add(_ descriptor: CInt, for interest: Readiness, token: UInt64) throws(SystemdError) {
    try control(EPOLL_CTL_ADD, descriptor, interest, token)
  }

  /// Changes what a descriptor of the set is watched for.
  public func modify(_ descriptor: CInt, for interest: Readiness, token: UInt64) throws(SystemdError) {
    try control(EPOLL_CTL_MOD, descriptor, interest, token)
  }

  /// Takes a descriptor out, before it is closed. The handler is not called for its token any more, not even for what
  /// was found ready in this turn.
  public func remove(_ descriptor: CInt, token: UInt64) throws(SystemdError) {
    for index in waiting where batch[index].data.u64 == token { batch[index].events = 0 }
    try control(EPOLL_CTL_DEL, descriptor, [], token)
  }

  private func control(
    _ operation: CInt, _ descriptor: CInt, _ interest: Readiness, _ token: UInt64
  ) throws(SystemdError) {
    var event = epoll_event(events: interest.rawValue, data: epoll_data_t(u64: token))
    try checkedCall("epoll_ctl", epoll_ctl(epoll, operation, descriptor, &event))
  }

  /// Tells what is ready just now, without waiting for the set's own turn.
  public func dispatch() {
    let ready = Int(epoll_wait(epoll, batch.baseAddress, CInt(batch.count), 0))
    guard ready > 0 else { return }  // EINTR: the loop comes back by itself
    waiting = 0..<ready
    while let index = waiting.popFirst() {
      let event = batch[index]
      if event.events != 0 { handler(event.data.u64, Readiness(rawValue: event.events)) }
    }
    settled()
  }
}
